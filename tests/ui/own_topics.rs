//! Stateline's own topics: a handler of one, and a process that starts on the other and awaits the first.
//@ compiles
//@ map: own_topics

use serde::{Deserialize, Serialize};
use stateline::message::{Acked, Overdue};
use stateline::{CallError, Flow, Id, Mocked, Outcome, message, receives, step};

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Blocked {
    pub payout: u64,
}

#[derive(Serialize, Deserialize)]
pub struct Called {
    pub duty: Id,
    pub late: Option<bool>,
}

#[step(process = "chase")]
pub fn call(overdue: Overdue) -> Called {
    Called { duty: overdue.duty, late: None }
}

#[step(process = "chase")]
pub fn close(called: Called) -> Outcome<bool, CallError> {
    Ok(called.late.map_or(Flow::Wait, Flow::Next))
}

stateline::process!(pub chase);

#[receives("stateline.acked")]
pub fn told(acked: Acked) {
    drop(acked);
}

pub fn handler() -> stateline::Handler<Mocked> {
    stateline::Handler::of::<told>()
}
