//! Blocked payouts, in the order in which they came, until a person has decided.

use ledger::TransactionId;
use payments::{Blocked, Decision};

/// Topic `compliance.decided`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub transaction: TransactionId,
    pub decision: Decision,
    /// Who decided.
    pub by: String,
}

#[derive(Debug, Default)]
pub struct Queue {
    open: Vec<Blocked>,
}

impl Queue {
    /// Topic `payout.blocked`. The same message twice is one entry.
    pub fn blocked(&mut self, message: Blocked) {
        if !self.open.contains(&message) {
            self.open.push(message);
        }
    }

    /// What waits longest.
    pub fn next(&self) -> Option<&Blocked> {
        self.open.first()
    }

    pub fn approve(&mut self, transaction: TransactionId, by: &str) -> Option<Decided> {
        self.decide(transaction, Decision::Approved, by)
    }

    pub fn reject(&mut self, transaction: TransactionId, by: &str) -> Option<Decided> {
        self.decide(transaction, Decision::Rejected, by)
    }

    fn decide(&mut self, transaction: TransactionId, decision: Decision, by: &str) -> Option<Decided> {
        let at = self.open.iter().position(|blocked| blocked.transaction == transaction)?;
        self.open.remove(at);
        Some(Decided { transaction, decision, by: by.into() })
    }
}

#[cfg(test)]
mod tests;
