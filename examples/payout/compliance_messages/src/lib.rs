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
    /// About each reason to block: nothing, as long as nobody has decided about it.
    pub sender: Option<Ruling>,
    pub beneficiary: Option<Ruling>,
    pub threshold: Option<Ruling>,
}

/// What was decided about a reason, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    pub decision: Decision,
    pub by: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    Approved,
    Rejected,
}
