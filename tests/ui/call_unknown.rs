//! A call of what is not there.
//@ checker: undeclared-call

use stateline::{CallError, step};

// A slip of the pen: said once, and then taken for what was meant.
#[step(process = "refund", calls(ledger::load_acount))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    let _ = ctx.load_account(ledger::ConsumerId(1), ledger::Amount(amount)).await?;
    Ok(amount)
}
