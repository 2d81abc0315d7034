//! What payments tells others.

use ledger::{Amount, ConsumerId, TransactionId};
use serde::{Deserialize, Serialize};
use stateline::message;

/// This payout moves only when a person has decided.
#[message(topic = "payout.blocked")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    pub transaction: TransactionId,
    pub consumer: ConsumerId,
    pub amount: Amount,
    /// All of them: to lift one is not to lift the others.
    pub reasons: Vec<Reason>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    Sender,
    Beneficiary,
    Threshold,
}
