//! A call of a function that nobody offers as an operation.
//@ checker: undeclared-call

use stateline::step;

#[step(process = "payout", calls(plain))]
pub async fn unload(amount: u64, _ctx: &impl UnloadCtx) -> u64 {
    amount
}

pub fn plain() {}
