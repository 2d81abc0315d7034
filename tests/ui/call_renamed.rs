//! Calls of operations under other names: the compiler knows where they lead.
//@ checker: undeclared-call

use ledger::close_account as load_account;
use stateline::step;

#[step(process = "refund", calls(load_account))]
pub async fn load(amount: u64, _ctx: &impl LoadCtx) -> u64 {
    amount
}
