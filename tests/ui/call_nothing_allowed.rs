//! A call of a context of which nothing may be called.
//@ map: closed
//@ checker: undeclared-call

use stateline::step;

#[step(process = "refund", calls(screening::screen))]
pub async fn load(amount: u64, _ctx: &impl LoadCtx) -> u64 {
    amount
}
