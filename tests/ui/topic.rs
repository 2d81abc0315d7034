//! Messages on topics that are not there, or that carry something else.
//@ checker: undeclared-publish, wrong-payload

use serde::{Deserialize, Serialize};
use stateline::message;

#[message(topic = "payout.blokced")]
#[derive(Serialize, Deserialize)]
pub struct Blocked;

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Stopped;

#[message(topic = "compliance.decided")]
#[derive(Serialize, Deserialize)]
pub struct Decided;

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Wrapped<T>(T);

#[message(topic = "payout.blocked")]
pub struct Bare;
