//! What a function is allowed, what is derived of it is allowed too.
//@ compiles
#![deny(warnings, missing_docs, unreachable_pub)]

#[deprecated = "count in cents"]
#[derive(serde::Serialize, serde::Deserialize)]
/// Whole ones.
pub struct Euros(u64);

#[stateline::operation(effect = "read")]
#[allow(deprecated, missing_docs)]
pub fn rounded(amount: Euros) -> Euros {
    amount
}

#[stateline::step(process = "refund", calls(rounded))]
#[expect(deprecated, missing_docs, reason = "it goes with the next version")]
pub async fn load(amount: Euros, ctx: &impl LoadCtx) -> Result<Euros, stateline::CallError> {
    ctx.rounded(amount).await
}

/// Nobody should call it.
#[deprecated]
#[stateline::operation(effect = "read")]
pub fn old(amount: u64) -> u64 {
    amount
}

#[deprecated]
#[stateline::step(process = "payout", calls(rounded))]
/// Nobody should run it.
pub async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Result<u64, stateline::CallError> {
    let _ = ctx;
    Ok(amount)
}
