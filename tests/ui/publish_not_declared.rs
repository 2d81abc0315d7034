//! A step that publishes what its attribute does not declare.
//@ checker: undeclared-publish

use serde::{Deserialize, Serialize};
use stateline::{CallError, message, step};

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Blocked;

#[step(process = "refund", calls(ledger::load_account))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    ctx.publish(Blocked).await?;
    Ok(amount)
}
