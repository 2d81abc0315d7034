//! What payments tells others, and the words in which it is answered.

use ledger::{Amount, ConsumerId, TransactionId};

/// Topic `payout.blocked`: this payout moves only when a person has decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    pub transaction: TransactionId,
    pub consumer: ConsumerId,
    pub amount: Amount,
    /// All of them: to lift one is not to lift the others.
    pub reasons: Vec<Reason>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Sender,
    Beneficiary,
    Threshold,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    NotNeeded,
    Pending,
    Approved,
    Rejected,
}
