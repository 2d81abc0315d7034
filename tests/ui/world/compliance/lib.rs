//! The context `compliance`: people who decide what no program may.

use serde::{Deserialize, Serialize};
use stateline::{message, step};

/// What was decided.
#[message(topic = "compliance.decided")]
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Decided {
    pub approved: bool,
}

/// Looks at what happened.
#[step(process = "audit")]
pub fn look(data: String) -> String {
    data
}
