//! A process that an environment cannot run.
//@ compiler alone

use stateline::{CallError, World, compensation, process, step};

#[step(process = "payout", calls(ledger::unload_account))]
pub async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Result<u64, CallError> {
    let _ = ctx.unload_account(ledger::ConsumerId(1), ledger::Amount(amount)).await?;
    Ok(amount)
}

#[step(process = "payout", calls(screening::screen))]
pub async fn screen_sanctions(amount: u64, ctx: &impl ScreenSanctionsCtx) -> Result<u64, CallError> {
    ctx.screen("Viktor Krum".into()).await?;
    Ok(amount)
}

#[step(process = "payout")]
pub fn start_transfer(amount: u64) -> u64 {
    amount
}

#[compensation(process = "payout")]
pub fn reverse_transfer(_: u64) {}

process!(pub payout);

#[derive(stateline::Environment)]
pub struct Desk {
    lists: screening::Lists,
}

pub async fn run(world: World<Desk>, begun: stateline::State) {
    let _ = payout().run(begun, &world).await;
}
