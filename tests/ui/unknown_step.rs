//! A step that its process does not list.
//@ checker: step-without-process

use stateline::step;

#[step(process = "payout")]
pub fn unlaod(amount: u64) -> u64 {
    amount
}
