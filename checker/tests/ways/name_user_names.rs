//! The user's own Result, Option, Ok, Send, Sync, Sized, Self-like names.
//@ holds
//@ map two_steps
#[allow(dead_code, non_camel_case_types)]
mod ops {
    pub struct Result;
    pub struct Option;
    pub struct Send;
    pub struct Sync;
    pub struct String;
    pub struct Future;
    pub mod core {}
    pub mod std {}
    #[stateline::operation(effect = "read")]
    pub fn peek(x: u64, env: u64, input: u64, to: u64, from: u64, S: u64, D: u64) -> u64 {
        x + env + input + to + from + S + D
    }
}
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
