//! The door to the bank, which carries transfers out.

mod error;

pub use error::BankError;

use ledger::{Amount, TransactionId};
use stateline::{Call, Inquiry, Key, operation};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Transfers as the bank knows them.
#[derive(Debug, Default)]
pub struct Bank {
    transfers: Mutex<HashMap<TransactionId, Kept>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Sent {
    beneficiary: String,
    amount: Amount,
    recalled: bool,
}

/// What the bank keeps of a transfer, with the key of the call that asked for it.
#[derive(Debug)]
struct Kept {
    key: Key,
    sent: Sent,
}

/// Sends the money. Asked again, it is sent already.
#[operation(effect = "irreversible", rehearse = would_transfer, inquiry = transfer_status)]
pub fn transfer(
    bank: &Bank,
    call: &Call,
    transaction: TransactionId,
    beneficiary: String,
    amount: Amount,
) -> Result<(), BankError> {
    let asked = Sent { beneficiary, amount, recalled: false };
    let new = || Kept { key: call.key(), sent: asked.clone() };
    match bank.transfers().entry(transaction).or_insert_with(new) {
        before if before.sent == asked => Ok(()),
        _ => Err(BankError::OtherTransfer(transaction)),
    }
}

/// What became of a call whose answer nobody has.
#[operation(effect = "read")]
pub fn transfer_status(bank: &Bank, key: Key) -> Inquiry<Result<(), BankError>> {
    match bank.transfers().values().any(|kept| kept.key == key) {
        true => Inquiry::Done(Ok(())),
        false => Inquiry::NotDone,
    }
}

/// Asks for the money back. Asked again, it was asked for already.
#[operation(effect = "write", rehearse = would_recall, idempotent_for = "365d")]
pub fn recall(bank: &Bank, transaction: TransactionId) -> Result<(), BankError> {
    let mut transfers = bank.transfers();
    transfers.get_mut(&transaction).ok_or(BankError::NeverSent(transaction))?.sent.recalled = true;
    Ok(())
}

/// Says what the bank would say, and sends nothing.
fn would_transfer(
    bank: &Bank,
    _: &Call,
    transaction: TransactionId,
    beneficiary: String,
    amount: Amount,
) -> Result<(), BankError> {
    let asked = Sent { beneficiary, amount, recalled: false };
    match bank.transfers().get(&transaction) {
        Some(before) if before.sent != asked => Err(BankError::OtherTransfer(transaction)),
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
        let transfer = transfers.get(&transaction).map(|kept| &kept.sent).filter(|sent| !sent.recalled)?;
        Some((transfer.beneficiary.clone(), transfer.amount))
    }

    fn transfers(&self) -> MutexGuard<'_, HashMap<TransactionId, Kept>> {
        self.transfers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
