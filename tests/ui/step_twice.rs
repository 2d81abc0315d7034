//! Functions with two attributes of ours.
//@ compiler alone

use stateline::{compensation, operation, step};

#[step(process = "payout")]
#[stateline::step(process = "payout")]
pub fn unload(amount: u64) -> u64 {
    amount
}

/// The other way round it is the same.
#[operation(effect = "read")]
#[step(process = "payout")]
pub fn screen_sanctions(amount: u64) -> u64 {
    amount
}

#[compensation(process = "payout")]
#[operation(effect = "read")]
pub fn reverse_transfer(amount: u64) {
    let _ = amount;
}
