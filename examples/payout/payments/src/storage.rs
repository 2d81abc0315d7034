//! What payments remembers.

use ledger::{Amount, TransactionId};
use std::collections::HashMap;

/// Payouts that wait for somebody, each with what its step is to continue with.
#[derive(Debug)]
pub struct Waiting<T> {
    payouts: HashMap<TransactionId, T>,
}

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Waiting { payouts: HashMap::new() }
    }
}

impl<T> Waiting<T> {
    pub fn put(&mut self, transaction: TransactionId, data: T) {
        self.payouts.insert(transaction, data);
    }

    /// Whoever takes it is the only one to continue it.
    pub fn take(&mut self, transaction: TransactionId) -> Option<T> {
        self.payouts.remove(&transaction)
    }

    pub fn contains(&self, transaction: TransactionId) -> bool {
        self.payouts.contains_key(&transaction)
    }
}

/// Transfers that the bank was asked for.
#[derive(Debug, Default)]
pub struct Transfers {
    sent: HashMap<TransactionId, (String, Amount)>,
}

impl Transfers {
    pub fn send(&mut self, transaction: TransactionId, beneficiary: String, amount: Amount) {
        self.sent.insert(transaction, (beneficiary, amount));
    }

    pub fn recall(&mut self, transaction: TransactionId) -> bool {
        self.sent.remove(&transaction).is_some()
    }

    pub fn sent(&self, transaction: TransactionId) -> Option<(&str, Amount)> {
        self.sent.get(&transaction).map(|(beneficiary, amount)| (beneficiary.as_str(), *amount))
    }
}
