//! The context `ledger`: whose money is where.

mod account;

pub use account::{
    Amount, ConsumerId, Db, LedgerError, close_account, load_account, transaction_amount, unload_account,
};
