//! What compliance tells others: a crate of its own, since payments and compliance answer each other, and
//! no two crates can depend on each other.

use ledger::TransactionId;
use serde::{Deserialize, Serialize};
use stateline::message;

/// What was decided about a blocked payout.
#[message(topic = "compliance.decided")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub transaction: TransactionId,
    pub decision: Decision,
    /// Who decided.
    pub by: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    Approved,
    Rejected,
}
