//! A map with mistakes: said once, and then nothing is held against it.
//@ compiler alone
//@ map: mistakes

use stateline::{operation, step};

#[step(process = "anything")]
pub fn anything(amount: u64) -> u64 {
    amount
}

#[operation(effect = "read")]
pub fn ask(amount: u64) -> u64 {
    amount
}

stateline::process!(pub payout);
