//! The door to the bank, which carries transfers out.

mod error;

pub use error::BankError;

use crate::kept;
use ledger::{Amount, TransactionId};
use serde::{Deserialize, Serialize};
use stateline::{Call, Inquiry, Key, operation};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How long a mute bank sleeps before it goes on saying nothing.
const MUTE: std::time::Duration = std::time::Duration::from_secs(1);

/// Transfers as the bank knows them.
#[derive(Debug, Default)]
pub struct Bank {
    transfers: Mutex<HashMap<TransactionId, Kept>>,
    /// Where they are kept, if they outlive the program.
    file: Option<PathBuf>,
    /// Whether it sends the money and never says so.
    is_mute: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Sent {
    beneficiary: String,
    amount: Amount,
    recalled: bool,
}

/// What the bank keeps of a transfer, with the key of the call that asked for it.
#[derive(Debug, Serialize, Deserialize)]
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
    let mut transfers = bank.transfers();
    if let Some(before) = transfers.get(&transaction) {
        return if before.sent == asked { Ok(()) } else { Err(BankError::OtherTransfer(transaction)) };
    }
    transfers.insert(transaction, Kept { key: call.key(), sent: asked });
    bank.keep(&transfers);
    drop(transfers);
    if bank.is_mute {
        loop {
            std::thread::sleep(MUTE);
        }
    }
    Ok(())
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
    bank.keep(&transfers);
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
    /// The bank that is kept in this file. A mute one sends the money and never says so.
    pub fn open(file: impl AsRef<Path>, is_mute: bool) -> std::io::Result<Self> {
        let file = file.as_ref().to_owned();
        let transfers = kept::read(&file)?;
        Ok(Bank { transfers: Mutex::new(transfers), file: Some(file), is_mute })
    }

    /// How many transfers it has sent.
    pub fn sent_in_all(&self) -> usize {
        self.transfers().len()
    }

    fn keep(&self, transfers: &HashMap<TransactionId, Kept>) {
        let Some(file) = &self.file else { return };
        kept::write(file, transfers).expect("the bank can write");
    }

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
