//! A message that nobody has brought into scope: said at each place where the code names it.
//@ compiler alone
use stateline::{CallError, step};

#[step(process = "payout", calls(screening::screen), publishes(Blocked))]
pub async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Result<u64, CallError> {
    ctx.publish(Blocked { amount }).await?;
    Ok(amount)
}
