//! Accounts, and the transactions that unloaded them.

use crate::{Amount, LedgerError};
use serde::{Deserialize, Serialize};
use stateline::operation;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ConsumerId(pub u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TransactionId(pub u64);

#[derive(Debug, Default)]
pub struct Ledger {
    books: Mutex<Books>,
    /// Where the books are kept, if they outlive the program.
    file: Option<PathBuf>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Books {
    balances: HashMap<ConsumerId, Amount>,
    /// From whom each transaction took how much.
    unloaded: HashMap<TransactionId, (ConsumerId, Amount)>,
    /// To whom each transaction gave how much.
    loaded: HashMap<TransactionId, (ConsumerId, Amount)>,
}

/// Puts a transaction's money into an account. Asked again, it is there already.
#[operation(effect = "write", rehearse = would_load_account, idempotent_for = "365d")]
pub fn load_account(
    ledger: &Ledger,
    transaction: TransactionId,
    consumer: ConsumerId,
    amount: Amount,
) -> Result<(), LedgerError> {
    let mut books = ledger.books();
    if let Some(balance) = books.after_load(transaction, consumer, amount)? {
        books.balances.insert(consumer, balance);
        books.loaded.insert(transaction, (consumer, amount));
        ledger.keep(&books);
    }
    Ok(())
}

/// Takes a transaction's money out of an account. Asked again, it is gone already.
#[operation(effect = "write", rehearse = would_unload_account, idempotent_for = "365d")]
pub fn unload_account(
    ledger: &Ledger,
    transaction: TransactionId,
    consumer: ConsumerId,
    amount: Amount,
) -> Result<(), LedgerError> {
    let mut books = ledger.books();
    if let Some(balance) = books.after_unload(transaction, consumer, amount)? {
        books.balances.insert(consumer, balance);
        books.unloaded.insert(transaction, (consumer, amount));
        ledger.keep(&books);
    }
    Ok(())
}

/// What a transaction took out.
#[operation(effect = "read")]
pub fn transaction_amount(ledger: &Ledger, transaction: TransactionId) -> Result<Amount, LedgerError> {
    let books = ledger.books();
    let unloaded = books.unloaded.get(&transaction);
    unloaded.map(|(_, amount)| *amount).ok_or(LedgerError::UnknownTransaction(transaction))
}

/// Says what loading would say, and moves nothing.
fn would_load_account(
    ledger: &Ledger,
    transaction: TransactionId,
    consumer: ConsumerId,
    amount: Amount,
) -> Result<(), LedgerError> {
    ledger.books().after_load(transaction, consumer, amount).map(drop)
}

/// Says what unloading would say, and moves nothing.
fn would_unload_account(
    ledger: &Ledger,
    transaction: TransactionId,
    consumer: ConsumerId,
    amount: Amount,
) -> Result<(), LedgerError> {
    ledger.books().after_unload(transaction, consumer, amount).map(drop)
}

impl Ledger {
    /// Accounts with this in them.
    pub fn with(balances: impl IntoIterator<Item = (ConsumerId, Amount)>) -> Self {
        let books = Books { balances: balances.into_iter().collect(), ..Books::default() };
        Ledger { books: Mutex::new(books), file: None }
    }

    /// The ledger that is kept in this file; with these balances, if there is none yet.
    pub fn open(
        file: impl AsRef<Path>,
        balances: impl IntoIterator<Item = (ConsumerId, Amount)>,
    ) -> std::io::Result<Self> {
        let file = file.as_ref().to_owned();
        let new = Ledger::with(balances);
        if !file.exists() {
            let ledger = Ledger { file: Some(file), ..new };
            ledger.keep(&ledger.books());
            return Ok(ledger);
        }
        let books = serde_json::from_slice(&std::fs::read(&file)?)?;
        Ok(Ledger { books: Mutex::new(books), file: Some(file) })
    }

    /// How often money went in or out.
    pub fn bookings(&self) -> usize {
        let books = self.books();
        books.unloaded.len() + books.loaded.len()
    }

    /// Writes the books where they are kept. That the disk takes them no more is no answer of the ledger's: the
    /// call has none then, and a person looks at it.
    fn keep(&self, books: &Books) {
        let Some(file) = &self.file else { return };
        let text = serde_json::to_vec(books).expect("books are data");
        let new = file.with_extension("new");
        std::fs::write(&new, text)
            .and_then(|()| std::fs::rename(&new, file))
            .expect("the books can be written");
    }

    pub fn balance(&self, consumer: ConsumerId) -> Amount {
        self.books().balance(consumer)
    }

    /// Nothing panics between two changes that belong together, so the books are always whole.
    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Books {
    fn balance(&self, consumer: ConsumerId) -> Amount {
        self.balances.get(&consumer).copied().unwrap_or_default()
    }

    /// The balance after a transaction gave this; nothing if it did so already.
    fn after_load(
        &self,
        transaction: TransactionId,
        consumer: ConsumerId,
        amount: Amount,
    ) -> Result<Option<Amount>, LedgerError> {
        match self.loaded.get(&transaction) {
            Some(before) if *before == (consumer, amount) => Ok(None),
            Some(_) => Err(LedgerError::OtherTransaction(transaction)),
            None => self.balance(consumer).plus(amount).map(Some).ok_or(LedgerError::TooMuch),
        }
    }

    /// The balance after a transaction took this; nothing if it did so already.
    fn after_unload(
        &self,
        transaction: TransactionId,
        consumer: ConsumerId,
        amount: Amount,
    ) -> Result<Option<Amount>, LedgerError> {
        let there = self.balance(consumer);
        match self.unloaded.get(&transaction) {
            Some(before) if *before == (consumer, amount) => Ok(None),
            Some(_) => Err(LedgerError::OtherTransaction(transaction)),
            None => there.minus(amount).map(Some).ok_or(LedgerError::NotEnough { wanted: amount, there }),
        }
    }
}

#[cfg(test)]
mod tests;
