//! A step whose data cannot be stored.
//@ compiler alone

use stateline::step;

pub struct Unloaded(u64);

#[step(process = "payout")]
pub fn unload(amount: u64) -> Unloaded {
    Unloaded(amount)
}
