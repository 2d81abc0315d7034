//! A compensation that does what cannot be undone, and another of which the map says so.
//@ map: undone
//@ checker: irreversible-without-compensation

use stateline::{CallError, compensation, process, step};

#[step(process = "payout")]
pub fn book(amount: u64) -> u64 {
    amount
}

#[compensation(process = "payout", calls(screening::send))]
pub async fn cancel(amount: u64, ctx: &impl CancelCtx) -> Result<(), CallError> {
    ctx.send(amount.to_string()).await.map(drop)
}

#[step(process = "payout", calls(screening::send))]
pub async fn notify(amount: u64, ctx: &impl NotifyCtx) -> Result<u64, CallError> {
    ctx.send(amount.to_string()).await?;
    Ok(amount)
}

#[compensation(process = "payout", calls(screening::send))]
pub async fn apologise(amount: u64, ctx: &impl ApologiseCtx) -> Result<(), CallError> {
    ctx.send(amount.to_string()).await.map(drop)
}

process!(pub payout);
