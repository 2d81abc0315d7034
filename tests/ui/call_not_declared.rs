//! A step that calls what its attribute does not declare, though the map allows it.
//@ checker: undeclared-call

use stateline::{CallError, step};

#[step(process = "refund", calls(ledger::load_account))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    let _ = ctx.unload_account(ledger::ConsumerId(1), ledger::Amount(amount)).await?;
    Ok(amount)
}
