//! Steps that call what their attributes do not declare, though the map allows it.
//@ checker: undeclared-call

use stateline::{CallError, compensation, step};

#[step(process = "refund", calls(ledger::load_account))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    let _ = ctx.unload_account(ledger::ConsumerId(1), ledger::Amount(amount)).await?;
    Ok(amount)
}

#[step(process = "payout")]
pub async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Result<u64, CallError> {
    for name in ["Anna", "Viktor"] {
        if let Ok(_) = { ctx.screen(name.into()).await } {}
    }
    Ok(amount)
}

#[compensation(process = "payout", calls(ledger::load_account, ledger::unload_account))]
pub async fn reverse_transfer(amount: u64, context: &impl ReverseTransferCtx) -> Result<(), CallError> {
    if let Ok(found) = context.transaction_amount(amount).await? {
        let _ = context.load_account(ledger::ConsumerId(1), found).await?;
    }
    Ok(())
}
