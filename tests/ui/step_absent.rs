//! A step that this build has not.
//@ checker: unknown-step

use stateline::{compensation, process, step};

#[step(process = "payout")]
pub fn unload(amount: u64) -> u64 {
    amount
}

#[step(process = "payout")]
#[cfg(any())]
pub fn screen_sanctions(amount: u64) -> u64 {
    amount
}

#[step(process = "payout")]
pub fn start_transfer(amount: u64) -> u64 {
    amount
}

#[compensation(process = "payout")]
pub fn reverse_transfer(_: u64) {}

process!(pub payout);
