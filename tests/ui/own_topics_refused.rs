//! Stateline's own topics: misspelt, reserved, with another message, not heard, taken twice, and published by somebody else.
//@ map: own_topics
//@ checker: second-receiver, undeclared-publish

use serde::{Deserialize, Serialize};
use stateline::message::{Acked, Overdue};
use stateline::{message, receives};

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Blocked {
    pub payout: u64,
}

#[message(topic = "stateline.overdue")]
#[derive(Serialize, Deserialize)]
pub struct Alarm {
    pub letter: u64,
}

#[receives("stateline.overdeu")]
pub fn misspelt(overdue: Overdue) {
    drop(overdue);
}

#[receives("stateline.lost")]
pub fn reserved(overdue: Overdue) {
    drop(overdue);
}

#[receives("stateline.acked")]
pub fn other(overdue: Overdue) {
    drop(overdue);
}

#[receives("stateline.overdue")]
pub fn starts(overdue: Overdue) {
    drop(overdue);
}

#[receives("payout.blocked")]
pub fn own(acked: Acked) {
    drop(acked);
}
