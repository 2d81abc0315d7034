//! Whose money is where.
//!
//! Other contexts call [`load_account`], [`unload_account`] and [`transaction_amount`]; how
//! balances are kept is the ledger's own affair.

mod account;
mod amount;
mod error;

pub use account::{ConsumerId, Ledger, TransactionId};
pub use account::{load_account, transaction_amount, unload_account};
pub use amount::Amount;
pub use error::LedgerError;
