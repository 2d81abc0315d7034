//! What passes from step to step.

use crate::{Blocked, Decision, Reason};
use ledger::{Amount, ConsumerId, TransactionId};

/// Who pays: a client by account and by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub consumer: ConsumerId,
    pub name: String,
}

/// A payout as a client asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub transaction: TransactionId,
    pub sender: Party,
    pub beneficiary: String,
    pub amount: Amount,
}

/// The money has left the account, and nobody has it yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unloaded {
    pub request: Request,
}

/// Screened: with the reasons to be blocked, and what was decided about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compliance {
    pub request: Request,
    pub reasons: Vec<Reason>,
    pub decision: Decision,
}

/// What the bank is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub transaction: TransactionId,
    pub beneficiary: String,
    pub amount: Amount,
}

impl Compliance {
    /// What Compliance is told, if it has to decide.
    pub fn blocked(&self) -> Option<Blocked> {
        (self.decision == Decision::Pending).then(|| Blocked {
            transaction: self.request.transaction,
            consumer: self.request.sender.consumer,
            amount: self.request.amount,
            reasons: self.reasons.clone(),
        })
    }

    pub fn order(self) -> Order {
        let Request { transaction, beneficiary, amount, .. } = self.request;
        Order { transaction, beneficiary, amount }
    }
}
