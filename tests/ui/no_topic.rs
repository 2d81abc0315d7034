//! A message without topic.
//@ checker: undeclared-publish

use serde::{Deserialize, Serialize};
use stateline::message;

#[message]
#[derive(Serialize, Deserialize)]
pub struct Blocked;
