//! A message without topic.
//@ checker: wrong-payload

use serde::{Deserialize, Serialize};
use stateline::message;

#[message]
#[derive(Serialize, Deserialize)]
pub struct Blocked;
