//! A step makes a Rehearsing of its own, whose reads are live.
//@ finds side-effect-in-step
//@ map two_steps
#[stateline::message(topic = "payout.blocked")]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub x: u64,
}
use stateline::{CallError, Next, Outcome, Wait, operation, process, step};
type Bad = Box<dyn std::error::Error + Send + Sync>;
#[step(process = "p", calls(ledger::load_account), publishes(Blocked))]
pub async fn two(data: u64, ctx: &impl TwoCtx) -> Outcome<u64, Bad> {
    if data == 0 {
        return Ok(stateline::Flow::until(std::time::Duration::from_secs(1)));
    }
    ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??;
    ctx.publish(Blocked { x: 1 }).await?;
    Ok(Next(data))
}
process!(pub p);
#[derive(stateline::Environment)]
struct Desk {
    db: ledger::Db,
}
mod ops {
    #[stateline::operation(effect = "read")]
    pub fn peek(_: &ledger::Db) -> u64 {
        std::env::vars().count() as u64
    }
}
#[step(process = "p")]
pub async fn one(d: u64) -> Result<u64, CallError> {
    use stateline::Calls as _;
    let own = stateline::World::rehearsing(Desk { db: ledger::Db });
    let x = own.call(ops::peek::Request {}).await?;
    Ok(d + x)
}
