//! Two operations of one name: the one that the map lists, by each of its paths.
//@ compiles
//@ map: one_name

use ledger::ConsumerId;
use ledger::daily::balance;
use ledger::report::balance as told;
use stateline::{CallError, process, step};

#[step(process = "refund", calls(ledger::daily::balance))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    ctx.balance(ConsumerId(amount)).await
}

#[step(process = "refund", calls(balance))]
pub async fn look(amount: u64, ctx: &impl LookCtx) -> Result<u64, CallError> {
    ctx.balance(ConsumerId(amount)).await
}

#[step(process = "refund", calls(told))]
pub async fn tell(amount: u64, ctx: &impl TellCtx) -> Result<u64, CallError> {
    ctx.balance(ConsumerId(amount)).await
}

#[step(process = "refund", calls(ledger::total))]
pub async fn add(_amount: u64, ctx: &impl AddCtx) -> Result<u64, CallError> {
    ctx.total().await
}

process!(pub refund);
