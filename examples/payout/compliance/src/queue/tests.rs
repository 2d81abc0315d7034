//! The queue decides each payout once.

use super::*;
use ledger::{Amount, ConsumerId};
use payments::Reason;

fn message(number: u64) -> Blocked {
    Blocked {
        transaction: TransactionId(number),
        consumer: ConsumerId(1),
        amount: Amount::cents(1_000_000),
        reasons: vec![Reason::Threshold],
    }
}

#[test]
fn s59_first_come_first_decided_and_only_once() {
    let mut queue = Queue::default();
    queue.blocked(message(1));
    queue.blocked(message(2));
    queue.blocked(message(1));
    assert_eq!(queue.next(), Some(&message(1)));
    let decided = queue.approve(TransactionId(1), "Ada").unwrap();
    assert_eq!((decided.decision, decided.by.as_str()), (Decision::Approved, "Ada"));
    assert_eq!(queue.reject(TransactionId(1), "Bob"), None);
    assert_eq!(queue.next(), Some(&message(2)));
    assert_eq!(queue.reject(TransactionId(2), "Bob").unwrap().decision, Decision::Rejected);
    assert_eq!(queue.next(), None);
}
