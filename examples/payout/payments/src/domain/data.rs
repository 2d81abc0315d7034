//! What passes from step to step.

use crate::Reason;
use compliance_messages::Decision;
use ledger::{Amount, ConsumerId, TransactionId};
use serde::{Deserialize, Serialize};

/// Who pays: a client by account and by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub consumer: ConsumerId,
    pub name: String,
}

/// A payout as a client asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub transaction: TransactionId,
    pub sender: Party,
    pub beneficiary: String,
    pub amount: Amount,
}

/// The money has left the account, and nobody has it yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unloaded {
    pub request: Request,
}

/// Screened: with the reasons to be blocked, and room for what is decided about them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compliance {
    pub transaction: TransactionId,
    pub consumer: ConsumerId,
    pub beneficiary: String,
    pub amount: Amount,
    pub reasons: Vec<Reason>,
    /// Filled by `compliance.decided`, and so is who decided.
    pub decision: Option<Decision>,
    pub by: Option<String>,
}

/// What the bank is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub transaction: TransactionId,
    pub beneficiary: String,
    pub amount: Amount,
}

/// The bank has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transferred {
    pub transaction: TransactionId,
}

impl Compliance {
    pub fn order(self) -> Order {
        let Compliance { transaction, beneficiary, amount, .. } = self;
        Order { transaction, beneficiary, amount }
    }
}
