//! Accounts, and the transactions that unloaded them.

use crate::Amount;
use std::collections::HashMap;
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConsumerId(pub u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TransactionId(pub u64);

#[derive(Debug, Default)]
pub struct Ledger {
    balances: HashMap<ConsumerId, Amount>,
    unloaded: HashMap<TransactionId, Amount>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerError {
    NotEnough { wanted: Amount, there: Amount },
    TooMuch,
    AlreadyUnloaded(TransactionId),
    UnknownTransaction(TransactionId),
}

/// Puts money into an account.
pub fn load_account(ledger: &mut Ledger, consumer: ConsumerId, amount: Amount) -> Result<(), LedgerError> {
    let balance = ledger.balances.entry(consumer).or_default();
    *balance = balance.plus(amount).ok_or(LedgerError::TooMuch)?;
    Ok(())
}

/// Takes money out of an account, once per transaction.
pub fn unload_account(
    ledger: &mut Ledger,
    transaction: TransactionId,
    consumer: ConsumerId,
    amount: Amount,
) -> Result<(), LedgerError> {
    if ledger.unloaded.contains_key(&transaction) {
        return Err(LedgerError::AlreadyUnloaded(transaction));
    }
    let balance = ledger.balances.entry(consumer).or_default();
    let there = *balance;
    *balance = there.minus(amount).ok_or(LedgerError::NotEnough { wanted: amount, there })?;
    ledger.unloaded.insert(transaction, amount);
    Ok(())
}

/// What a transaction took out.
pub fn transaction_amount(ledger: &Ledger, transaction: TransactionId) -> Result<Amount, LedgerError> {
    ledger.unloaded.get(&transaction).copied().ok_or(LedgerError::UnknownTransaction(transaction))
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LedgerError::NotEnough { wanted, there } => write!(f, "{wanted} wanted, {there} there"),
            LedgerError::TooMuch => write!(f, "more money than an account can hold"),
            LedgerError::AlreadyUnloaded(id) => write!(f, "transaction {} took its money already", id.0),
            LedgerError::UnknownTransaction(id) => write!(f, "there is no transaction {}", id.0),
        }
    }
}

impl std::error::Error for LedgerError {}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: ConsumerId = ConsumerId(1);

    #[test]
    fn an_account_gives_what_it_got_and_no_more() {
        let mut ledger = Ledger::default();
        load_account(&mut ledger, ANNA, Amount::cents(500)).unwrap();
        unload_account(&mut ledger, TransactionId(7), ANNA, Amount::cents(400)).unwrap();
        let refused = unload_account(&mut ledger, TransactionId(8), ANNA, Amount::cents(400));
        let (wanted, there) = (Amount::cents(400), Amount::cents(100));
        assert_eq!(refused, Err(LedgerError::NotEnough { wanted, there }));
        assert_eq!(transaction_amount(&ledger, TransactionId(7)), Ok(Amount::cents(400)));
        assert!(transaction_amount(&ledger, TransactionId(8)).is_err());
    }

    #[test]
    fn a_transaction_takes_its_money_once() {
        let mut ledger = Ledger::default();
        load_account(&mut ledger, ANNA, Amount::cents(500)).unwrap();
        unload_account(&mut ledger, TransactionId(7), ANNA, Amount::cents(100)).unwrap();
        let again = unload_account(&mut ledger, TransactionId(7), ANNA, Amount::cents(100));
        assert_eq!(again, Err(LedgerError::AlreadyUnloaded(TransactionId(7))));
    }
}
