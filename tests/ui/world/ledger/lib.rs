//! The context `ledger`: whose money is where.

mod account;

pub use account::{
    Amount, ConsumerId, Db, LedgerError, close_account, load_account, transaction_amount, unload_account,
};

/// What was booked today.
pub mod daily {
    /// Of one account.
    #[stateline::operation(effect = "read")]
    pub fn balance(consumer: crate::ConsumerId) -> u64 {
        consumer.0
    }
}

/// What was booked in a year.
pub mod yearly {
    /// Of one account.
    #[stateline::operation(effect = "read")]
    pub fn balance(consumer: crate::ConsumerId) -> u64 {
        consumer.0
    }

    /// Of all accounts.
    #[stateline::operation(effect = "read")]
    pub fn total() -> u64 {
        0
    }
}

/// What others ask most.
pub mod report {
    pub use crate::daily::balance;
}

/// Of all accounts.
#[stateline::operation(effect = "read")]
pub fn total() -> u64 {
    0
}
