//! What a condition turns off is not there for anybody, wherever the condition stands.
//@ compiles

use stateline::{CallError, Environment, compensation, operation, process, step};

#[cfg(all())]
#[step(process = "payout", calls(told))]
pub async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Result<u64, CallError> {
    ctx.told(amount).await
}

#[cfg(any())]
#[step(process = "payout")]
pub fn unload(amount: u32) -> u32 {
    amount
}

#[step(process = "payout")]
#[cfg(all())]
pub fn screen_sanctions(amount: u64) -> u64 {
    amount
}

#[step(process = "payout")]
#[cfg(not(all()))]
pub fn screen_sanctions(amount: u32) -> u32 {
    amount
}

#[step(process = "payout")]
#[cfg_attr(all(), allow(dead_code))]
pub fn start_transfer(amount: u64) -> u64 {
    amount
}

#[compensation(process = "payout")]
#[cfg(all())]
pub fn reverse_transfer(_: u64) {}

#[compensation(process = "payout")]
#[cfg(any())]
pub fn reverse_transfer(_: u32) {}

#[operation(effect = "read")]
#[cfg(all())]
pub fn told(amount: u64) -> u64 {
    amount
}

#[cfg(any())]
#[operation(effect = "read")]
pub fn told(nothing: Missing) -> Missing {
    nothing
}

/// Lends.
#[derive(Environment)]
pub struct Desk {
    pub db: ledger::Db,
    #[cfg(any())]
    pub other: Missing,
}

process!(#[cfg(all())] pub payout);
process!(#[cfg(any())] pub refund);
