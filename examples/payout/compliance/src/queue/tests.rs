//! The queue decides each payout once.

use super::*;
use ledger::{Amount, ConsumerId};
use payments::Reason;
use stateline::{Chaos, Letter, Mocked, World};

fn message(number: u64) -> Blocked {
    Blocked {
        transaction: TransactionId(number),
        consumer: ConsumerId(1),
        amount: Amount::cents(1_000_000),
        reasons: vec![Reason::Threshold],
    }
}

fn queue() -> Queue {
    let mut queue = Queue::default();
    for number in [1, 2, 1] {
        queue.blocked(message(number));
    }
    queue
}

#[tokio::test]
async fn s59_first_come_first_decided_and_only_once() {
    let (mut queue, ctx) = (queue(), Mocked::new());
    assert_eq!(queue.next(), Some(&message(1)));
    assert_eq!(queue.decide(TransactionId(1), Decision::Approved, "Ada", &ctx).await, Ok(true));
    assert_eq!(queue.decide(TransactionId(1), Decision::Rejected, "Bob", &ctx).await, Ok(false));
    assert_eq!(queue.next(), Some(&message(2)));
    assert_eq!(queue.decide(TransactionId(2), Decision::Rejected, "Bob", &ctx).await, Ok(true));
    assert_eq!(queue.next(), None);
    let decided =
        |number, decision, by: &str| Decided { transaction: TransactionId(number), decision, by: by.into() };
    assert_eq!(
        ctx.published::<Decided>(),
        [decided(1, Decision::Approved, "Ada"), decided(2, Decision::Rejected, "Bob")]
    );
}

#[test]
fn s59_a_decision_reads_as_payments_expects_it() {
    let (transaction, decision, by) = (TransactionId(1), Decision::Approved, "Ada".into());
    let letter = Letter::of(&Decided { transaction, decision, by }).unwrap();
    assert_eq!((letter.sender(), letter.topic()), ("compliance", "compliance.decided"));
    assert_eq!(letter.key().map(|key| key.text()), Some("1"));
    assert_eq!(letter.payload().text(), r#"{"transaction":1,"decision":"Approved","by":"Ada"}"#);
}

#[tokio::test]
async fn what_could_not_be_published_is_still_open() {
    let (mut queue, ctx) = (queue(), World::live(()).disturbed(Chaos::new(1).at_rate(0).dropping(1_000)));
    let error = queue.decide(TransactionId(1), Decision::Approved, "Ada", &ctx).await.unwrap_err();
    assert!(error.is_dropped());
    assert_eq!(queue.next(), Some(&message(1)));
}
