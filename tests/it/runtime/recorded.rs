//! What was recorded answers again.

use super::bank::*;
use super::run;
use stateline::{Answer, Calls, Chaos, Entry, Journal, Publish, World};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

fn stored(journal: &Journal) -> Journal {
    let text = serde_json::to_string_pretty(journal).expect("a journal is data");
    serde_json::from_str(&text).expect("it reads back")
}

async fn story(ctx: &(impl Calls<LoadAccount> + Calls<Balance> + Publish<Blocked>)) -> Vec<String> {
    let mut told = Vec::new();
    for (consumer, amount) in [(1, 5), (1, 2_000), (2, u64::MAX), (2, 1), (3, 4)] {
        told.push(format!("{:?}", load(Request { consumer, amount }, ctx).await));
        told.push(format!("{:?}", ctx.call(Balance { consumer }).await));
    }
    told
}

#[test]
fn a_replay_tells_the_same_story_with_nothing_behind_it() {
    run(async {
        for seed in 0..50 {
            let recorded = World::live(Desk::default()).disturbed(Chaos::new(seed)).recorded();
            let told = story(&recorded).await;
            let journal = stored(&recorded.journal());
            let replaying = World::<Desk>::replaying(journal);
            assert_eq!(story(&replaying).await, told, "seed {seed}");
            assert_eq!((replaying.left(), replaying.difference()), (vec![], None));
        }
    });
}

#[test]
fn the_first_difference_is_told_and_ends_the_replay() {
    run(async {
        let recorded = World::live(Desk::default()).recorded();
        recorded.call(Balance { consumer: 1 }).await.expect("answered");
        recorded.publish(Blocked { payout: 1 }).await.expect("taken");
        let replaying = World::<Desk>::replaying(recorded.journal());
        replaying.call(Balance { consumer: 1 }).await.expect("as it was");
        let error = replaying.publish(Blocked { payout: 2 }).await.expect_err("another payout");
        assert!(error.is_unexpected());
        assert_eq!(
            error.to_string(),
            "`payments::payout.blocked` was not expected: asked was `payments` publishing on `payout.blocked` \
             {\"payout\":2}, and the next in the record is `payments` publishing on `payout.blocked` {\"payout\":1}"
        );
        // Even what would fit again does not: the record tells another story by now.
        assert_eq!(replaying.publish(Blocked { payout: 1 }).await, Err(error.clone()));
        assert_eq!((replaying.left().len(), replaying.difference()), (1, Some(error)));
    });
}

#[test]
fn a_record_that_ends_too_early_says_so() {
    run(async {
        let error = World::<Desk>::replaying(Journal::default()).call(Balance { consumer: 1 }).await;
        let error = error.expect_err("nothing is recorded");
        assert!(error.is_not_recorded());
        let told = "`ledger::balance` is not in the record: \
                    it ends before `ledger::balance` with {\"consumer\":1}";
        assert_eq!(error.to_string(), told);
    });
}

#[test]
fn a_record_with_another_answer_is_refused_with_its_path() {
    run(async {
        let mut journal = Journal::default();
        let recorded = World::live(Desk::default()).recorded();
        recorded.call(Balance { consumer: 1 }).await.expect("answered");
        journal.entries = recorded.journal().entries;
        if let Entry::Called { answer, .. } = &mut journal.entries[0] {
            *answer = Answer::Came(serde_json::from_str(r#""much""#).expect("it is JSON"));
        }
        let error =
            World::<Desk>::replaying(journal).call(Balance { consumer: 1 }).await.expect_err("no number");
        assert!(error.is_corrupt());
        let told = "`ledger::balance` cannot be understood: invalid type: string \"much\", expected u64";
        assert_eq!(error.to_string(), told);
    });
}

#[test]
fn what_is_begun_is_written_down_before_it_ends() {
    run(async {
        let recorded =
            World::live(Desk::default()).disturbed(Chaos::new(1).at_rate(0).delaying(1_000)).recorded();
        {
            let mut call = pin!(recorded.call(Balance { consumer: 1 }));
            poll_fn(|context| {
                assert!(call.as_mut().poll(context).is_pending());
                Poll::Ready(())
            })
            .await;
        }
        let journal = recorded.journal();
        assert!(matches!(&journal.entries[..], [Entry::Called { answer: Answer::Open, .. }]));
        let error =
            World::<Desk>::replaying(journal).call(Balance { consumer: 1 }).await.expect_err("nobody waited");
        assert!(error.is_not_recorded());
    });
}

#[test]
fn calls_at_once_are_recorded_in_the_order_in_which_they_began() {
    run(async {
        let recorded =
            World::live(Desk::default()).disturbed(Chaos::new(3).at_rate(0).delaying(500)).recorded();
        let both = |ctx| async move {
            let ctx: &World<Desk> = ctx;
            tokio::join!(ctx.call(Balance { consumer: 1 }), ctx.call(LoadAccount { consumer: 1, amount: 5 }))
        };
        for _ in 0..20 {
            let _ = both(&recorded).await;
        }
        let names = recorded.journal().entries;
        let names = names.iter().map(|entry| match entry {
            Entry::Called { operation, .. } => operation.clone(),
            Entry::Published { topic, .. } => topic.clone(),
            Entry::Now { .. } | Entry::NewId { .. } => panic!("nobody asked for it"),
        });
        assert!(names.collect::<Vec<_>>().chunks(2).all(|pair| pair == ["balance", "load_account"]));
    });
}
