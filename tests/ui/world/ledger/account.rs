//! Accounts.

use serde::{Deserialize, Serialize};
use stateline::operation;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount(pub u64);

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConsumerId(pub u64);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LedgerError {
    NotEnough,
}

impl std::fmt::Display for LedgerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not enough")
    }
}

impl std::error::Error for LedgerError {}

/// Where balances are.
pub struct Db;

impl Db {
    async fn add(&self, _: ConsumerId, _: Amount) -> Result<(), LedgerError> {
        Ok(())
    }
}

/// Puts money into an account.
#[operation(effect = "write", rehearse = pretend)]
pub async fn load_account(db: &Db, consumer: ConsumerId, amount: Amount) -> Result<(), LedgerError> {
    db.add(consumer, amount).await
}

/// Takes money out of an account.
#[operation(effect = "write", rehearse = pretend)]
pub async fn unload_account(db: &Db, consumer: ConsumerId, amount: Amount) -> Result<(), LedgerError> {
    db.add(consumer, amount).await
}

async fn pretend(_: &Db, _: ConsumerId, _: Amount) -> Result<(), LedgerError> {
    Ok(())
}

/// What a transaction took out.
#[operation(effect = "read")]
pub async fn transaction_amount(_: &Db, transaction: u64) -> Result<Amount, LedgerError> {
    Ok(Amount(transaction))
}

/// Closes an account: nobody else may.
#[operation(effect = "irreversible", rehearse = pretend_close)]
pub fn close_account(_: &Db, _consumer: ConsumerId) {}

fn pretend_close(_: &Db, _: ConsumerId) {}
