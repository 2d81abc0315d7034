//! A message on a topic on which its context may not publish.
//@ map: silent
//@ checker: undeclared-publish

use serde::{Deserialize, Serialize};
use stateline::message;

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Blocked;
