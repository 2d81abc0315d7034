//! A step that is told what it has done.
//@ checker: unknown-step
//@ map: done

use stateline::{Done, step};

#[step(process = "payout")]
pub fn book(amount: u64) -> String {
    amount.to_string()
}

#[step(process = "payout")]
pub fn send(number: String, done: Done<u64>) -> u64 {
    let _ = done;
    number.len() as u64
}
