//! Why the bank refuses.

use ledger::TransactionId;
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BankError {
    /// This transaction sent something else before, or was recalled.
    OtherTransfer(TransactionId),
    NeverSent(TransactionId),
}

impl fmt::Display for BankError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BankError::OtherTransfer(id) => write!(f, "transaction {} was another transfer", id.0),
            BankError::NeverSent(id) => write!(f, "transaction {} was never sent", id.0),
        }
    }
}

impl std::error::Error for BankError {}
