//! The queue decides each payout once.

use super::*;
use ledger::{Amount, ConsumerId};
use payments::Reason;
use stateline::{Ack, Chaos, Handler, Letter, Mocked, World};

fn message(number: u64) -> Blocked {
    Blocked {
        transaction: TransactionId(number),
        consumer: ConsumerId(1),
        amount: Amount::cents(1_000_000),
        reasons: vec![Reason::Threshold],
    }
}

fn queue() -> Queue {
    let queue = Queue::default();
    for number in [1, 2, 1] {
        enqueue(&queue, message(number));
    }
    queue
}

#[tokio::test]
async fn s59_first_come_first_decided_and_only_once() {
    let (queue, ctx) = (queue(), Mocked::new());
    assert_eq!(queue.next(), Some(message(1)));
    assert_eq!(
        queue.decide((TransactionId(1), Reason::Threshold), Decision::Approved, "Ada", &ctx).await,
        Ok(true)
    );
    assert_eq!(
        queue.decide((TransactionId(1), Reason::Threshold), Decision::Rejected, "Bob", &ctx).await,
        Ok(false)
    );
    assert_eq!(queue.next(), Some(message(2)));
    assert_eq!(
        queue.decide((TransactionId(2), Reason::Threshold), Decision::Rejected, "Bob", &ctx).await,
        Ok(true)
    );
    assert_eq!(queue.next(), None);
    let decided = |number, decision, by: &str| Decided {
        transaction: TransactionId(number),
        sender: None,
        beneficiary: None,
        threshold: Some(Ruling { decision, by: by.into() }),
    };
    assert_eq!(
        ctx.published::<Decided>(),
        [decided(1, Decision::Approved, "Ada"), decided(2, Decision::Rejected, "Bob")]
    );
}

#[test]
fn s59_a_decision_reads_as_payments_expects_it() {
    let (transaction, decision, by) = (TransactionId(1), Decision::Approved, "Ada".into());
    let (sender, beneficiary, threshold) = (None, None, Some(Ruling { decision, by }));
    let letter = Letter::of(&Decided { transaction, sender, beneficiary, threshold }).unwrap();
    assert_eq!((letter.sender(), letter.topic()), ("compliance", "compliance.decided"));
    assert_eq!(letter.key().map(|key| key.text()), Some("1"));
    let text = r#"{"transaction":1,"sender":null,"beneficiary":null,"threshold":{"decision":"Approved","by":"Ada"}}"#;
    assert_eq!(letter.payload().text(), text);
}

#[tokio::test]
async fn what_could_not_be_published_is_still_open() {
    let (queue, ctx) = (queue(), World::live(()).disturbed(Chaos::new(1).at_rate(0).dropping(1_000)));
    let error = queue
        .decide((TransactionId(1), Reason::Threshold), Decision::Approved, "Ada", &ctx)
        .await
        .unwrap_err();
    assert!(error.is_dropped());
    assert_eq!(queue.next(), Some(message(1)));
}

#[tokio::test]
async fn what_payments_blocks_waits_in_the_office_and_a_rehearsal_does_not() {
    let office = Office::default();
    let letter = |number| Letter::of(&message(number)).unwrap();
    let handler = Handler::of::<blocked>();
    for _ in 0..2 {
        assert_eq!(handler.receive(&letter(1), &World::live(&office)).await, Ok(Ack::Done));
    }
    assert_eq!(handler.receive(&letter(2).rehearsed(), &World::rehearsing(&office)).await, Ok(Ack::Done));
    assert_eq!(office.queue.next(), Some(message(1)));
    assert_eq!(office.queue.open().len(), 1);
}

#[tokio::test]
async fn s52_one_decided_reason_leaves_the_others_open() {
    let (queue, ctx) = (Queue::default(), Mocked::new());
    let all = vec![Reason::Sender, Reason::Threshold];
    enqueue(&queue, Blocked { reasons: all, ..message(1) });
    let first = TransactionId(1);
    assert_eq!(queue.decide((first, Reason::Beneficiary), Decision::Approved, "Ada", &ctx).await, Ok(false));
    assert_eq!(queue.decide((first, Reason::Threshold), Decision::Approved, "Ada", &ctx).await, Ok(true));
    assert_eq!(queue.next().map(|it| it.reasons), Some(vec![Reason::Sender]));
    // The same letter again brings nothing back.
    enqueue(&queue, Blocked { reasons: vec![Reason::Sender, Reason::Threshold], ..message(1) });
    assert_eq!(queue.next().map(|it| it.reasons), Some(vec![Reason::Sender]));
    assert_eq!(queue.decide((first, Reason::Sender), Decision::Rejected, "Bob", &ctx).await, Ok(true));
    assert_eq!(queue.next(), None);
}
