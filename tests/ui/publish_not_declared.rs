//! Steps that publish what their attributes do not declare, by any way to make it.
//@ checker: undeclared-publish

use serde::{Deserialize, Serialize};
use stateline::{CallError, message, step};

#[message(topic = "payout.blocked")]
#[derive(Default, Serialize, Deserialize)]
pub struct Blocked {
    pub amount: u64,
}

#[step(process = "refund", calls(ledger::load_account))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    ctx.publish(Blocked { amount }).await?;
    Ok(amount)
}

#[step(process = "payout", calls(screening::screen))]
pub async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Result<u64, CallError> {
    let _ =
        (ctx.publish(crate::Blocked::default()).await, async { ctx.publish(Blocked { amount }).await }.await);
    Ok(amount)
}
