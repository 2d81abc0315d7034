//! What passes from step to step.

use crate::Reason;
use compliance_messages::{Decision, Ruling};
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
    pub payee: String,
    pub amount: Amount,
    pub reasons: Vec<Reason>,
    /// What was decided about each reason, filled by `compliance.decided`: all at once or one by one.
    pub sender: Option<Ruling>,
    pub beneficiary: Option<Ruling>,
    pub threshold: Option<Ruling>,
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
        let Compliance { transaction, payee: beneficiary, amount, .. } = self;
        Order { transaction, beneficiary, amount }
    }

    /// Rejected, if anybody rejects it; approved, when every reason is lifted; else nothing yet.
    pub fn decision(&self) -> Option<Decision> {
        let rulings: Vec<_> = self.reasons.iter().map(|reason| self.ruling(*reason)).collect();
        if rulings.iter().flatten().any(|ruling| ruling.decision == Decision::Rejected) {
            return Some(Decision::Rejected);
        }
        rulings.iter().all(Option::is_some).then_some(Decision::Approved)
    }

    fn ruling(&self, reason: Reason) -> Option<&Ruling> {
        match reason {
            Reason::Sender => self.sender.as_ref(),
            Reason::Beneficiary => self.beneficiary.as_ref(),
            Reason::Threshold => self.threshold.as_ref(),
        }
    }
}
