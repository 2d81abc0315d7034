//! Attributes on what they are not for.
//@ checker: unknown-step

use stateline::{message, operation, step};

#[step(process = "payout")]
pub struct Unload;

#[operation(effect = "read")]
pub const AMOUNT: u64 = 1;

#[message(topic = "payout.blocked")]
pub fn blocked() {}

#[derive(stateline::Environment)]
pub enum Desk {
    Open,
}
