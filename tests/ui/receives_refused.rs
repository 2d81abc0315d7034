//! Handlers of topics that are none, or that start a process; another
//! message than the topic's, a call that the map does not allow, and what is no acknowledgement.
//@ map: receives
//@ checker: second-receiver, undeclared-call

use compliance::Decided;
use serde::{Deserialize, Serialize};
use stateline::{message, receives, step};

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Blocked {
    pub payout: u64,
}

#[step(process = "payout")]
pub fn answer(data: Blocked) -> u64 {
    data.payout
}

#[receives("compliance.decidde")]
pub fn misspelt(message: Decided) {
    drop(message);
}

#[receives("payout.blocked")]
pub fn starts(message: Blocked) {
    drop(message);
}

#[receives("compliance.decided", calls(ledger::close_account))]
pub async fn decided(message: Decided, ctx: &impl DecidedCtx) -> u64 {
    drop(message);
    ctx.new_id().to_string().len() as u64
}

#[receives]
pub fn nobodys(message: Blocked) {
    drop(message);
}

#[receives("compliance.decided")]
pub fn other(message: Blocked) {
    drop(message);
}

#[receives(topic = "payout.blocked")]
pub struct Handler;
