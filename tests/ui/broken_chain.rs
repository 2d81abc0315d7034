//! A step that takes something else than the step before it returns.
//@ checker: broken-chain

use serde::{Deserialize, Serialize};
use stateline::{compensation, step};

#[derive(Serialize, Deserialize)]
pub struct Unloaded(u64);

#[derive(Serialize, Deserialize)]
pub struct Order(u64);

#[step(process = "payout")]
pub fn unload(amount: u64) -> Unloaded {
    Unloaded(amount)
}

#[step(process = "payout")]
pub fn screen_sanctions(order: Order) -> Order {
    order
}

#[step(process = "payout")]
pub fn start_transfer(order: Order) -> u64 {
    order.0
}

#[compensation(process = "payout")]
pub fn reverse_transfer(_: Order) {}

stateline::process!(pub payout);
