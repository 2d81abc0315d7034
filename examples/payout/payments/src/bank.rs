//! The door to the bank, which carries transfers out.

mod error;

pub use error::BankError;

use ledger::{Amount, TransactionId};
use stateline::operation;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Transfers as the bank knows them.
#[derive(Debug, Default)]
pub struct Bank {
    transfers: Mutex<HashMap<TransactionId, Sent>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Sent {
    beneficiary: String,
    amount: Amount,
    recalled: bool,
}

/// Sends the money. Asked again, it is sent already.
#[operation(effect = "irreversible", rehearse = would_transfer)]
pub fn transfer(
    bank: &Bank,
    transaction: TransactionId,
    beneficiary: String,
    amount: Amount,
) -> Result<(), BankError> {
    let asked = Sent { beneficiary, amount, recalled: false };
    match bank.transfers().entry(transaction).or_insert_with(|| asked.clone()) {
        before if *before == asked => Ok(()),
        _ => Err(BankError::OtherTransfer(transaction)),
    }
}

/// Asks for the money back. Asked again, it was asked for already.
#[operation(effect = "write", rehearse = would_recall)]
pub fn recall(bank: &Bank, transaction: TransactionId) -> Result<(), BankError> {
    let mut transfers = bank.transfers();
    transfers.get_mut(&transaction).ok_or(BankError::NeverSent(transaction))?.recalled = true;
    Ok(())
}

/// Says what the bank would say, and sends nothing.
fn would_transfer(
    bank: &Bank,
    transaction: TransactionId,
    beneficiary: String,
    amount: Amount,
) -> Result<(), BankError> {
    let asked = Sent { beneficiary, amount, recalled: false };
    match bank.transfers().get(&transaction) {
        Some(before) if *before != asked => Err(BankError::OtherTransfer(transaction)),
        _ => Ok(()),
    }
}

/// In a rehearsal nothing was sent, so nothing is missing either.
fn would_recall(_: &Bank, _: TransactionId) -> Result<(), BankError> {
    Ok(())
}

impl Bank {
    /// To whom a transaction sent how much, unless it was recalled.
    pub fn sent(&self, transaction: TransactionId) -> Option<(String, Amount)> {
        let transfers = self.transfers();
        let transfer = transfers.get(&transaction).filter(|transfer| !transfer.recalled)?;
        Some((transfer.beneficiary.clone(), transfer.amount))
    }

    fn transfers(&self) -> MutexGuard<'_, HashMap<TransactionId, Sent>> {
        self.transfers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
