//! A compensation that takes something else than the step that it undoes, and one that returns something.
//@ checker: broken-chain

use stateline::{Next, Outcome, compensation, step};
use std::convert::Infallible;

#[step(process = "payout")]
pub fn unload(amount: u64) -> u64 {
    amount
}

#[step(process = "payout")]
pub fn screen_sanctions(amount: u64) -> u64 {
    amount
}

#[step(process = "payout")]
pub fn start_transfer(amount: u64) -> Outcome<String, Infallible> {
    Ok(Next(amount.to_string()))
}

#[compensation(process = "payout")]
pub fn reverse_transfer(name: String) {
    drop(name);
}

stateline::process!(pub payout);
