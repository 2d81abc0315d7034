//! Calls that the map does not allow.
//@ checker: undeclared-call

use stateline::step;

#[step(process = "refund", calls(ledger::load_account, ledger::close_account))]
pub async fn load(amount: u64, _ctx: &impl LoadCtx) -> u64 {
    amount
}
