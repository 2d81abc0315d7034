//! Handlers that return nothing, an `Ack` or a `Result` of either, with and without a ctx.
//@ compiles
//@ map: receives

use compliance::Decided;
use ledger::{Amount, ConsumerId};
use serde::{Deserialize, Serialize};
use stateline::{Ack, CallError, Handler, Mocked, Outcome, message, receives, step};

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Blocked {
    pub payout: u64,
}

/// Gives the money back, and says so.
#[receives("compliance.decided", calls(ledger::load_account), publishes(Blocked))]
pub async fn decided(message: Decided, ctx: &impl DecidedCtx) -> Result<Ack, Failed> {
    if message.approved {
        return Ok(Ack::Done);
    }
    ctx.load_account(ConsumerId(1), Amount(5)).await??;
    ctx.publish(Blocked { payout: 1 }).await?;
    Ok(Ack::HandedOn)
}

#[derive(Debug, stateline::Failure)]
pub enum Failed {
    #[fail]
    Ledger(#[from] ledger::LedgerError),
    Call(#[from] CallError),
}

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("it failed")
    }
}

#[step(process = "payout")]
pub fn answer(data: Blocked) -> Outcome<u64, CallError> {
    Ok(stateline::Next(data.payout))
}

stateline::process!(pub payout);

pub fn handler() -> Handler<Mocked> {
    Handler::of::<decided>()
}
