//! A step that publishes a value whose type only the compiler knows.
//@ checker: undeclared-publish

use serde::{Deserialize, Serialize};
use stateline::{CallError, message, step};

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Blocked;

#[step(process = "refund", calls(ledger::load_account))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    let message = Blocked;
    ctx.publish(message).await?;
    Ok(amount)
}
