//! What becomes of an instance whose step ends, fails, panics, waits, is held, cancelled, rolled back.

use super::{Does, Errand, GRACE, Wish, begin, errand, errand_that, errand_within, row, run, story};
use crate::runtime::bank::{Decided, Desk};
use stateline::runner::{Durable, Status};
use stateline::store::{InstanceId, Memory, Phase, Store, Target, Verb};
use stateline::{Await, Chain, Letter, Line, Next, OnFailure, Wait, World};
use std::sync::Arc;
use std::time::Duration;

/// Runs an errand until it has ended or is parked: how, why, and with which lines.
fn told(does: Does, on_failure: OnFailure) -> (Status, Option<String>, Vec<String>) {
    told_of(does, errand().failing(on_failure))
}

fn told_of(does: Does, chain: Chain<Errand, Durable<Desk>>) -> (Status, Option<String>, Vec<String>) {
    run(async move {
        let store = Memory::new();
        let runner = begin(&store, chain).await;
        let id = runner.start("errand", errand_that(does)).await.expect("it starts");
        let ended = runner.ended(id).await.expect("it runs");
        runner.stop(GRACE).await.expect("it stops");
        (ended.status, ended.reason, story(&store, id).await)
    })
}

#[test]
fn it_ends() {
    let (status, reason, story) = told(Does::Ends, OnFailure::End);
    assert_eq!((status, reason), (Status::Done, None));
    assert_eq!(story, ["started", "stepped", "finished"]);
}

#[test]
fn s67_an_error_that_wants_it_is_tried_again_and_one_that_is_final_is_not() {
    let (status, reason, story) = told(Does::Fails(Wish::Again), OnFailure::End);
    assert_eq!(
        (status, story),
        (Status::Parked, ["started", "stepped", "retried", "retried", "parked"].map(Into::into).to_vec())
    );
    assert!(reason.expect("it says why").ends_with("the step wants Again; that was attempt 3, the last"));
    let (status, reason, story) = told(Does::Fails(Wish::Fail), OnFailure::End);
    assert_eq!((status, story), (Status::Failed, ["started", "stepped", "failed"].map(Into::into).to_vec()));
    assert_eq!(reason.as_deref(), Some("`errand` version 1, step `go`: the step wants Fail"));
    assert_eq!(told(Does::Fails(Wish::Park), OnFailure::End).0, Status::Parked);
}

#[test]
fn a_panic_parks_and_so_does_a_step_that_takes_too_long() {
    let (status, reason, _) = told(Does::Panics, OnFailure::End);
    assert_eq!((status, reason.as_deref()), (Status::Parked, Some("it panicked: it was told to")));
    let (status, reason, _) = told_of(Does::Hangs, errand_within(Duration::from_millis(100)));
    assert_eq!(
        (status, reason.as_deref()),
        (Status::Parked, Some("it ran for longer than its limit of 100ms"))
    );
}

#[test]
fn s65_what_is_too_large_is_refused_at_the_step_that_made_it() {
    let (status, reason, story) = told(Does::IsLarge, OnFailure::End);
    assert_eq!((status, story.last().map(String::as_str)), (Status::Parked, Some("parked")));
    let reason = reason.expect("it says why");
    assert!(
        reason.starts_with("what it returned has 262") && reason.ends_with("at most 262144 are kept"),
        "{reason}"
    );
}

#[test]
fn s7_a_failure_is_rolled_back_if_the_policy_says_so() {
    let (status, _, story) = told(Does::Fails(Wish::Fail), OnFailure::Rollback);
    assert_eq!(status, Status::RolledBack);
    assert_eq!(story, ["started", "stepped", "failed", "undoing", "step-undone", "undone"]);
}

#[test]
fn s51_what_waits_runs_only_when_its_message_has_come() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store, errand()).await;
        let id = runner.start_as("errand", 7_u64, errand_that(Does::Waits)).await.expect("it starts");
        until(&store, id, Phase::Waiting).await;
        // It is held, and whatever comes waits with it.
        let hold = |verb: fn(Target) -> Verb| runner.command("a test", "to see", verb(Target::Instance(id)));
        hold(Verb::Hold).await.expect("it is held");
        let twice = hold(Verb::Hold).await.expect_err("it is held");
        assert_eq!(twice.to_string(), format!("instance {id}: it is held"));
        hold(Verb::Release).await.expect("it is released");
        assert_eq!(row(&store, id).await.standing.phase, Phase::Waiting);
        runner.deliver(id, Decided { approved: true }).await.expect("it awaits that");
        assert!(runner.ended(id).await.expect("it runs").is_done());
        let late = runner.deliver(id, Decided { approved: true }).await.expect_err("it has ended");
        assert_eq!(late.to_string(), format!("instance {id}: it is done"));
        runner.stop(GRACE).await.expect("it stops");
        let told = [
            "started",
            "stepped",
            "waited",
            "held",
            "refused",
            "released",
            "delivered",
            "finished",
            "refused",
        ];
        assert_eq!(story(&store, id).await, told);
    });
}

#[test]
fn s7_what_is_done_can_be_rolled_back_and_what_waits_can_be_cancelled() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store, errand()).await;
        let command =
            |id, verb: fn(Target) -> Verb| runner.command("a test", "to see", verb(Target::Instance(id)));
        let done = runner.start("errand", errand_that(Does::Ends)).await.expect("it starts");
        runner.ended(done).await.expect("it runs");
        command(done, Verb::Rollback).await.expect("it is rolled back");
        until(&store, done, Phase::Undone).await;
        assert_eq!(story(&store, done).await[3..], ["undoing", "step-undone", "undone"]);
        let waits = runner.start("errand", errand_that(Does::Waits)).await.expect("it starts");
        until(&store, waits, Phase::Waiting).await;
        command(waits, Verb::Cancel).await.expect("it is cancelled");
        assert_eq!(runner.ended(waits).await.expect("it runs").status, Status::Cancelled);
        let again = command(waits, Verb::Retry).await.expect_err("it has ended");
        assert_eq!(again.to_string(), format!("instance {waits}: it is cancelled"));
        runner.stop(GRACE).await.expect("it stops");
    });
}

#[test]
fn s40_another_runner_goes_on_with_what_is_stored() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store, errand()).await;
        let early = runner.start_as("errand", "early", errand_that(Does::Waits)).await.expect("it starts");
        until(&store, early, Phase::Waiting).await;
        // The second takes the store, and the first writes nothing any more.
        let second = begin(&store, errand()).await;
        let other =
            runner.start_as("errand", "other", errand_that(Does::Ends)).await.expect_err("it is fenced");
        assert!(other.is_stopped(), "{other}");
        assert!(runner.stop(GRACE).await.expect_err("it has lost the store").is_owned());
        second.deliver(early, Decided { approved: true }).await.expect("it awaits that");
        assert!(second.ended(early).await.expect("it runs").is_done());
        second.stop(GRACE).await.expect("it stops");
    });
}

pub(super) async fn until(store: &Memory, id: InstanceId, phase: Phase) {
    for _ in 0..1_000 {
        if row(store, id).await.standing.phase == phase {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("it is {:?}", row(store, id).await.standing);
}

#[test]
fn s47_what_a_runner_writes_down_are_the_states_of_one_step_at_a_time() {
    run(async {
        for does in [Does::Waits, Does::Fails(Wish::Fail)] {
            let line = Line::first::<super::prepare>().undone_by::<super::tidy>();
            let line = line.then::<super::go>().awaiting::<Decided>(Await::default());
            let chain: Chain<Errand, World<Arc<Desk>>> = line.end(1);
            let live = World::live(Arc::new(Desk::default()));
            let letter = Letter::of(&Decided { approved: true }).expect("it reads back");
            let mut states = vec![chain.start(errand_that(does)).expect("it reads back")];
            let failed = loop {
                let now = states.last().expect("there is one");
                let next = match chain.advance(now, &live).await {
                    Ok(Next(next)) => next,
                    Ok(Wait) => chain.merge(now, &letter).expect("it is awaited"),
                    Ok(stateline::Until(_)) => panic!("no step waits for a time"),
                    Err(error) if error.is_finished() => break None,
                    Err(error) => break Some(error.to_string()),
                };
                states.push(next);
            };
            // At once, on a runner.
            let store = Memory::new();
            let runner = begin(&store, errand()).await;
            let id = runner.start("errand", errand_that(does)).await.expect("it starts");
            if does == Does::Waits {
                until(&store, id, Phase::Waiting).await;
                runner.deliver(id, Decided { approved: true }).await.expect("it awaits that");
            }
            let ended = runner.ended(id).await.expect("it runs");
            runner.stop(GRACE).await.expect("it stops");
            let mut story = store.story(id, None, 100).await.expect("memory is read");
            story.reverse();
            let written: Vec<_> = story.into_iter().filter_map(|(_, line)| line.state).collect();
            assert_eq!(written, states, "{does:?}");
            assert_eq!(ended.reason, failed);
            assert_eq!(row(&store, id).await.state, *states.last().expect("there is one"));
        }
    });
}
