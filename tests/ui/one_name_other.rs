//! Two operations of one name: the one that the map does not list, by each of its paths.
//@ map: one_name
//@ checker: undeclared-call

use ledger::ConsumerId;
use ledger::yearly::balance;
use stateline::{CallError, operation, process, step};

#[step(process = "refund", calls(ledger::yearly::balance))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    ctx.balance(ConsumerId(amount)).await
}

#[step(process = "refund", calls(balance))]
pub async fn look(amount: u64, ctx: &impl LookCtx) -> Result<u64, CallError> {
    ctx.balance(ConsumerId(amount)).await
}

#[step(process = "refund", calls(own))]
pub async fn tell(amount: u64, ctx: &impl TellCtx) -> Result<u64, CallError> {
    ctx.balance(ConsumerId(ctx.own(amount).await?)).await
}

#[step(process = "refund", calls(ledger::yearly::total))]
pub async fn add(_amount: u64, ctx: &impl AddCtx) -> Result<u64, CallError> {
    ctx.total().await
}

#[operation(effect = "read")]
pub fn own(amount: u64) -> u64 {
    amount
}

process!(pub refund);
