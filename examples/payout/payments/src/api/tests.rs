//! The payout story, told to the end in every way.

use super::*;
use crate::Reason;
use crate::domain::{Party, reverse_transfer};
use ledger::{Amount, ConsumerId, LedgerError, load_account};

const FIRST: TransactionId = TransactionId(1);
const ANNA: ConsumerId = ConsumerId(1);
const SMALL: Amount = Amount::cents(50_000);
const LARGE: Amount = Amount::cents(1_000_000);

fn desk() -> Desk {
    let mut desk = Desk { lists: Lists::new(["Viktor Krum"]), ..Desk::default() };
    load_account(&mut desk.ledger, ANNA, LARGE).unwrap();
    desk
}

fn payout(transaction: TransactionId, sender: &str, beneficiary: &str, amount: Amount) -> Request {
    let sender = Party { consumer: ANNA, name: sender.into() };
    Request { transaction, sender, beneficiary: beneficiary.into(), amount }
}

#[test]
fn a_clean_payout_is_transferred_at_once() {
    let mut desk = desk();
    let answer = request_payout(&mut desk, payout(FIRST, "Anna", "Berta", SMALL));
    assert_eq!(answer, Answer::Transferred(FIRST));
    assert_eq!(desk.transfers.sent(FIRST), Some(("Berta", SMALL)));
    assert!(desk.blocked.is_empty());
}

#[test]
fn s59_sender_beneficiary_and_amount_each_block() {
    for (sender, beneficiary, amount, reason) in [
        ("Viktor Krum", "Berta", SMALL, Reason::Sender),
        ("Anna", "viktor krum", SMALL, Reason::Beneficiary),
        ("Anna", "Berta", LARGE, Reason::Threshold),
    ] {
        let mut desk = desk();
        let answer = request_payout(&mut desk, payout(FIRST, sender, beneficiary, amount));
        assert_eq!(answer, Answer::Waiting(FIRST));
        assert_eq!(desk.blocked[0].reasons, [reason]);
        assert_eq!(desk.transfers.sent(FIRST), None);
    }
}

#[test]
fn s59_all_reasons_are_told() {
    let mut desk = desk();
    request_payout(&mut desk, payout(FIRST, "Viktor Krum", "Viktor Krum", LARGE));
    assert_eq!(desk.blocked[0].reasons, [Reason::Sender, Reason::Beneficiary, Reason::Threshold]);
}

#[test]
fn s59_approval_releases_once() {
    let mut desk = desk();
    request_payout(&mut desk, payout(FIRST, "Anna", "Viktor Krum", SMALL));
    assert_eq!(decided(&mut desk, FIRST, Decision::Approved), Answer::Transferred(FIRST));
    assert_eq!(decided(&mut desk, FIRST, Decision::Approved), Answer::Unknown(FIRST));
}

#[test]
fn s59_rejection_refunds_once() {
    let mut desk = desk();
    request_payout(&mut desk, payout(FIRST, "Anna", "Berta", LARGE));
    assert_eq!(decided(&mut desk, FIRST, Decision::Rejected), Answer::Refused(Rejected::ByCompliance));
    for _ in 0..10 {
        assert_eq!(decided(&mut desk, FIRST, Decision::Rejected), Answer::Unknown(FIRST));
    }
    // All the money is back, and not a cent more.
    let again = payout(TransactionId(2), "Anna", "Berta", LARGE);
    assert_eq!(request_payout(&mut desk, again), Answer::Waiting(TransactionId(2)));
    let more = request_payout(&mut desk, payout(TransactionId(3), "Anna", "Berta", Amount::cents(1)));
    assert!(matches!(more, Answer::Refused(Rejected::Ledger(LedgerError::NotEnough { .. }))));
}

#[test]
fn an_undecided_payout_stays() {
    let mut desk = desk();
    request_payout(&mut desk, payout(FIRST, "Anna", "Berta", LARGE));
    for _ in 0..100 {
        assert_eq!(decided(&mut desk, FIRST, Decision::Pending), Answer::Waiting(FIRST));
    }
    assert!(desk.waiting.contains(FIRST));
    assert_eq!(desk.transfers.sent(FIRST), None);
}

#[test]
fn a_transfer_is_reversed_once() {
    let mut desk = desk();
    request_payout(&mut desk, payout(FIRST, "Anna", "Berta", SMALL));
    assert!(reverse_transfer(FIRST, &mut desk.transfers));
    assert!(!reverse_transfer(FIRST, &mut desk.transfers));
}
