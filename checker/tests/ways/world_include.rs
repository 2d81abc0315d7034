//! Code by include!.
//@ finds side-effect-in-step
//@ map two_steps
/*--- payments/src/part.in
pub fn peek() -> u64 { std::env::vars().count() as u64 }
---*/
#[stateline::message(topic = "payout.blocked")]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub x: u64,
}
use stateline::{CallError, Next, Outcome, Wait, operation, process, step};
type Bad = Box<dyn std::error::Error + Send + Sync>;
#[step(process = "p", calls(ledger::load_account), publishes(Blocked))]
pub async fn one(data: u64, ctx: &impl OneCtx) -> Outcome<u64, Bad> {
    ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??;
    ctx.publish(Blocked { x: 1 }).await?;
    Ok(Next(data))
}
process!(pub p);
mod part {
    include!("part.in");
}
#[step(process = "p", calls(ledger::load_account), publishes(Blocked))]
pub async fn two<C: TwoCtx>(data: u64, ctx: &C) -> Outcome<u64, Bad> {
    if data == 0 {
        return Ok(stateline::Flow::until(std::time::Duration::from_secs(1)));
    }
    Ok(Next(data + part::peek()))
}
