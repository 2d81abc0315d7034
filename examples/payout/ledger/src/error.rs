//! Why the ledger refuses.

use crate::{Amount, TransactionId};
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LedgerError {
    NotEnough {
        wanted: Amount,
        there: Amount,
    },
    TooMuch,
    /// This transaction moved something else before.
    OtherTransaction(TransactionId),
    UnknownTransaction(TransactionId),
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LedgerError::NotEnough { wanted, there } => write!(f, "{wanted} wanted, {there} there"),
            LedgerError::TooMuch => f.write_str("more money than an account can hold"),
            LedgerError::OtherTransaction(id) => write!(f, "transaction {} moved something else", id.0),
            LedgerError::UnknownTransaction(id) => write!(f, "there is no transaction {}", id.0),
        }
    }
}

impl std::error::Error for LedgerError {}
