//! A package that reaches the network, and is not in the table.
//@ finds
//@ map two_steps
//@ needs minreq = "2"
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
mod net {
    pub fn ask() -> u64 {
        minreq::get("http://localhost").send().map_or(0, |r| r.status_code as u64)
    }
}
#[step(process = "p", calls(ledger::load_account), publishes(Blocked))]
pub async fn two<C: TwoCtx>(data: u64, ctx: &C) -> Outcome<u64, Bad> {
    if data == 0 {
        return Ok(stateline::Flow::until(std::time::Duration::from_secs(1)));
    }
    Ok(Next(data + net::ask()))
}
