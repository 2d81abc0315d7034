//! Messages that the step's context may not publish, or that are none.
//@ checker: undeclared-publish

use compliance::Decided;
use serde::{Deserialize, Serialize};
use stateline::step;

#[step(process = "refund", publishes(Decided))]
pub async fn load(amount: u64, _ctx: &impl LoadCtx) -> u64 {
    amount
}

#[derive(Serialize, Deserialize)]
pub struct Told(u64);

#[step(process = "payout", publishes(Told))]
pub async fn unload(amount: u64, _ctx: &impl UnloadCtx) -> u64 {
    amount
}
