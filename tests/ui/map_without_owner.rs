//! A crate that no context of the map owns.
//@ map: without_payments
//@ checker: unowned-code

use stateline::step;

#[step(process = "payout")]
pub fn unload(amount: u64) -> u64 {
    amount
}
