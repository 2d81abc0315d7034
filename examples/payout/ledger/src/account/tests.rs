//! Money moves once, and in a rehearsal not at all.

use super::*;

const ANNA: ConsumerId = ConsumerId(1);
const FIRST: TransactionId = TransactionId(7);
const FIVE: Amount = Amount::cents(500);
const FOUR: Amount = Amount::cents(400);
const ONE: Amount = Amount::cents(100);

fn ledger() -> Ledger {
    Ledger::with([(ANNA, FIVE)])
}

#[test]
fn an_account_gives_what_it_has_and_no_more() {
    let ledger = ledger();
    assert_eq!(unload_account(&ledger, FIRST, ANNA, FOUR), Ok(()));
    let refused = unload_account(&ledger, TransactionId(8), ANNA, FOUR);
    assert_eq!(refused, Err(LedgerError::NotEnough { wanted: FOUR, there: ONE }));
    assert_eq!(transaction_amount(&ledger, FIRST), Ok(FOUR));
    let unknown = LedgerError::UnknownTransaction(TransactionId(8));
    assert_eq!(transaction_amount(&ledger, TransactionId(8)), Err(unknown));
}

#[test]
fn a_transaction_moves_its_money_once() {
    let ledger = ledger();
    for _ in 0..10 {
        assert_eq!(unload_account(&ledger, FIRST, ANNA, FOUR), Ok(()));
    }
    assert_eq!(ledger.balance(ANNA), ONE);
    for _ in 0..10 {
        assert_eq!(load_account(&ledger, FIRST, ANNA, FOUR), Ok(()));
    }
    assert_eq!(ledger.balance(ANNA), FIVE);
    let other = Err(LedgerError::OtherTransaction(FIRST));
    assert_eq!(unload_account(&ledger, FIRST, ANNA, ONE), other);
    assert_eq!(load_account(&ledger, FIRST, ConsumerId(2), FOUR), other);
}

#[test]
fn a_rehearsal_says_the_same_and_moves_nothing() {
    let ledger = ledger();
    assert_eq!(would_unload_account(&ledger, FIRST, ANNA, FOUR), Ok(()));
    let (wanted, there) = (Amount::cents(600), FIVE);
    assert_eq!(
        would_unload_account(&ledger, FIRST, ANNA, wanted),
        Err(LedgerError::NotEnough { wanted, there })
    );
    assert_eq!(would_load_account(&ledger, FIRST, ANNA, ONE), Ok(()));
    let most = Amount::cents(u64::MAX);
    assert_eq!(would_load_account(&ledger, FIRST, ANNA, most), Err(LedgerError::TooMuch));
    assert_eq!(ledger.balance(ANNA), FIVE);
}
