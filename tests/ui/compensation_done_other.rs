//! A compensation that is told of another step.
//@ checker: broken-chain
//@ map: done

use stateline::{Done, compensation, process, step};

#[step(process = "payout")]
pub fn book(amount: u64) -> String {
    amount.to_string()
}

#[step(process = "payout")]
pub fn send(number: String) -> u64 {
    number.len() as u64
}

#[compensation(process = "payout")]
pub fn cancel(amount: u64, done: Done<u64>) {
    let _ = (amount, done);
}

#[compensation(process = "payout")]
pub fn recall(number: String) {
    let _ = number;
}

process!(pub payout);
