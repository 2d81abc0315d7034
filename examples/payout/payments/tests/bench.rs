//! The process on a bench: a clock of its own, a bank that fails as it is told, kills at every commit.

use compliance_messages::{Decided, Decision, Ruling};
use ledger::{Amount, ConsumerId, Ledger, TransactionId};
use payments::api::Desk;
use payments::bank::transfer;
use payments::domain::{Party, Request, payout};
use payments::unacknowledged;
use screening::Lists;
use stateline::runner::Status;
use stateline::testing::{Bench, Failing, Kill};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(86_400);
const ANNA: ConsumerId = ConsumerId(1);
const FIRST: TransactionId = TransactionId(1);
const SMALL: Amount = Amount::cents(50_000);

fn bench() -> Bench<Request, Desk> {
    let ledger = Ledger::with([(ANNA, Amount::cents(1_000_000))]);
    Bench::new(payout, Desk { ledger, lists: Lists::new(["Viktor Krum"]), ..Desk::default() })
}

fn asked(beneficiary: &str) -> Request {
    let sender = Party { consumer: ANNA, name: "Anna".into() };
    Request { transaction: FIRST, sender, beneficiary: beneficiary.into(), amount: SMALL }
}

fn approved() -> Decided {
    let ruling = Ruling { decision: Decision::Approved, by: "Ada".into() };
    Decided { transaction: FIRST, sender: None, beneficiary: Some(ruling), threshold: None }
}

#[tokio::test]
async fn after_a_week_without_a_decision_somebody_is_told_and_no_money_moves() {
    let mut bench = bench();
    let id = bench.start(asked("Viktor Krum")).await;
    bench.pass(6 * DAY).await;
    let told = |bench: &Bench<Request, Desk>| bench.alerts().iter().any(|alert| alert.contains("waits at"));
    assert_eq!((bench.status(id).await, told(&bench)), (Status::Waiting, false));
    bench.pass(2 * DAY).await;
    assert_eq!(bench.status(id).await, Status::Waiting);
    let overdue = format!("instance {id} waits at `possible_revert` for longer than it should");
    assert!(bench.alerts().contains(&overdue), "{:?}", bench.alerts());
    // Nobody here serves Compliance: that it has acknowledged nothing is told too.
    let unacked = |alert: &String| alert.starts_with("`compliance` has not acknowledged letter");
    assert!(bench.alerts().iter().any(unacked), "{:?}", bench.alerts());
    assert_eq!(bench.environment().bank.sent(FIRST), None);
    bench.deliver(id, approved()).await.expect("it is awaited");
    assert_eq!(bench.status(id).await, Status::Done);
}

/// What Compliance approves, reason by reason.
fn approved_for(reason: usize) -> Decided {
    let ruling = |it| (it == reason).then(|| Ruling { decision: Decision::Approved, by: "Ada".into() });
    Decided { transaction: FIRST, sender: ruling(0), beneficiary: ruling(1), threshold: ruling(2) }
}

#[tokio::test]
async fn s3_three_approvals_in_any_order_with_a_kill_at_each_end_it_once_after_the_third() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut bench = bench();
        let sender = Party { consumer: ANNA, name: "Viktor Krum".into() };
        let large = Amount::cents(1_000_000);
        let id = bench.start(Request { sender, amount: large, ..asked("Viktor Krum") }).await;
        for reason in order {
            assert_eq!(
                (bench.status(id).await, bench.environment().bank.sent_in_all()),
                (Status::Waiting, 0)
            );
            bench.kill(Kill::Before(0));
            bench.deliver(id, approved_for(reason)).await.expect("it is awaited");
            bench.pass(DAY).await;
        }
        assert_eq!((bench.status(id).await, bench.environment().bank.sent_in_all()), (Status::Done, 1));
        assert!(bench.kills() >= 3, "it was killed {} times", bench.kills());
    }
}

#[tokio::test]
async fn s32_a_letter_that_compliance_does_not_take_is_one_page_wherever_it_is_killed() {
    let bench = || bench().receive::<unacknowledged>();
    let kills = Bench::at_every_commit(bench, async |bench| {
        bench.start(asked("Viktor Krum")).await;
        assert_eq!(bench.environment().pager.pages(), [""; 0]);
        bench.pass(DAY).await;
        let pages = bench.environment().pager.pages();
        assert!(
            matches!(&pages[..], [page] if page.starts_with("`compliance` has not acknowledged")),
            "{pages:?}"
        );
    });
    let kills = kills.await;
    assert!(kills >= 10, "it was killed {kills} times");
}

#[tokio::test]
async fn a_bank_whose_answer_is_lost_is_asked_and_sends_once() {
    let mut bench = bench();
    bench.fail::<transfer::Request>(Failing::Late);
    let id = bench.start(asked("Berta")).await;
    bench.pass(DAY).await;
    assert_eq!(bench.status(id).await, Status::Done);
    assert_eq!(bench.environment().bank.sent_in_all(), 1);
}

#[tokio::test]
async fn s40_killed_at_every_commit_it_comes_to_the_same() {
    let kills = Bench::at_every_commit(bench, async |bench| {
        let id = bench.start(asked("Viktor Krum")).await;
        bench.deliver(id, approved()).await.expect("it is awaited");
        bench.pass(DAY).await;
        assert_eq!(bench.status(id).await, Status::Done);
        let desk = bench.environment();
        assert_eq!((desk.ledger.bookings(), desk.bank.sent_in_all()), (1, 1));
        assert_eq!(desk.ledger.balance(ANNA), Amount::cents(950_000));
    });
    let kills = kills.await;
    assert!(kills >= 8, "it was killed {kills} times");
}
