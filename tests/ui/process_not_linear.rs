//! A process that is no straight line.
//@ map: branching
//@ checker: non-linear-process

use stateline::step;

#[step(process = "payout")]
pub fn unload(amount: u64) -> u64 {
    amount
}

#[step(process = "payout")]
pub fn finish(amount: u64) -> u64 {
    amount
}

stateline::process!(pub payout);
