//! What is said of an operation is said to whoever calls it through a ctx.
//@ compiler alone
#![deny(deprecated, unused_must_use)]

use stateline::{CallError, operation, step};

#[operation(effect = "read")]
#[deprecated = "ask `other`"]
pub fn old(amount: u64) -> u64 {
    amount
}

#[must_use = "it may be too much"]
#[operation(effect = "read")]
pub fn told(amount: u64) -> u64 {
    amount
}

#[step(process = "refund", calls(old, told))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    ctx.told(amount);
    ctx.old(amount).await
}
