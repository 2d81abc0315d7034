//! What people may want of an instance, in each state of its life; and what is refused changes nothing.

use super::{Does, GRACE, Wish, begin, errand, errand_retried, errand_that, row, run};
use crate::runtime::bank::{Decided, Desk};
use stateline::runner::{MOVES, Move, Runner, Running, Status};
use stateline::store::{
    Command, CommandId, Expected, InstanceId, LineKind, Memory, Ordered, Outcome, Phase, Position, Standing,
    Store, Target, Timestamp, Verb,
};
use stateline::{Letter, Retry};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

/// What people want, with the move that it is; none, where there is nothing to do it to: no version to move it to, or
/// back to, and no call that is open.
fn verbs(id: InstanceId) -> Vec<(Option<Move>, Verb)> {
    let to = Target::Instance(id);
    let letter = Letter::of(&Decided { approved: true }).expect("it reads back");
    vec![
        (Some(Move::Hold), Verb::Hold(to.clone())),
        (Some(Move::Release), Verb::Release(to.clone())),
        (Some(Move::Retry), Verb::Retry(to.clone())),
        (Some(Move::Cancel), Verb::Cancel(to.clone())),
        (Some(Move::RollBack), Verb::Rollback(to.clone())),
        (Some(Move::Deliver), Verb::Deliver { to: to.clone(), letter }),
        (None, Verb::Migrate { instance: to.clone(), to: 2 }),
        (None, Verb::MigrateBack(to.clone())),
        (None, Verb::Answer { instance: to, call: None, answer: None }),
    ]
}

/// A runner that runs no step, so that what is ready or being undone stays so.
async fn quiet(store: &Memory) -> Running<Memory> {
    let runner = Runner::new(store.clone()).serve(errand(), Arc::new(Desk::default()));
    runner.running_no_step().begin().await.expect("nothing else has the store")
}

async fn wants(runner: &Running<Memory>, verb: Verb) {
    runner.command("Ada", "for the test", verb).await.expect("the table allows it");
}

/// An instance in this state.
async fn one_that_is(status: Status) -> (Memory, InstanceId) {
    let store = Memory::new();
    let does = match status {
        Status::Done | Status::RolledBack | Status::Undoing => Does::Ends,
        Status::Failed => Does::Fails(Wish::Fail),
        Status::Parked => Does::Fails(Wish::Park),
        Status::Retrying => Does::Fails(Wish::Again),
        _ => Does::Waits,
    };
    if status == Status::Ready {
        let runner = quiet(&store).await;
        let id = runner.start("errand", errand_that(does)).await.expect("it starts");
        runner.stop(GRACE).await.expect("it stops");
        return (store, id);
    }
    let hour = Duration::from_secs(3_600);
    // Each delay is drawn from nothing up to that.
    let retry = Retry { times: 1_000, first: hour, factor: 1, cap: hour };
    let runner = begin(&store, errand_retried(retry, hour)).await;
    let id = runner.start("errand", errand_that(does)).await.expect("it starts");
    let rests = |phase: Phase, attempt: u32| phase != Phase::Ready || attempt > 0;
    loop {
        let row = row(&store, id).await;
        if rests(row.standing.phase, row.standing.attempt) || row.standing.parked {
            break;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    match status {
        Status::Held => wants(&runner, Verb::Hold(Target::Instance(id))).await,
        Status::Cancelled => wants(&runner, Verb::Cancel(Target::Instance(id))).await,
        Status::RolledBack => {
            wants(&runner, Verb::Rollback(Target::Instance(id))).await;
            runner.ended(id).await.expect("it is undone");
        }
        _ => {}
    }
    runner.stop(GRACE).await.expect("it stops");
    if status == Status::Undoing {
        let runner = quiet(&store).await;
        wants(&runner, Verb::Rollback(Target::Instance(id))).await;
        runner.stop(GRACE).await.expect("it stops");
    }
    (store, id)
}

#[test]
fn s4_what_the_table_does_not_have_is_refused_and_changes_nothing() {
    run(async {
        // A running instance is not told anything before its step ends.
        let states = Status::ALL.iter().filter(|status| **status != Status::Running);
        let (mut done, mut refused) = (0, 0);
        for status in states {
            for at in 0..verbs(InstanceId::from([0; 16])).len() {
                let (store, id) = one_that_is(*status).await;
                let (by, verb) = verbs(id).remove(at);
                let before = row(&store, id).await;
                let runner = quiet(&store).await;
                let told = runner.command("Ada", "for the test", verb).await;
                runner.stop(GRACE).await.expect("it stops");
                let after = row(&store, id).await;
                let allowed = MOVES.iter().any(|(from, it, _)| (from, Some(*it)) == (status, by));
                let what = format!("{} of one that is {status}", by.map_or("nothing", Move::word));
                assert_eq!(told.is_ok(), allowed, "{what}: {told:?}");
                // Before it may stand a line that keeps since when a step may have made calls.
                let more = after.seq - before.seq;
                assert!((1..=2).contains(&more), "{what}: {more} lines tell of it");
                if allowed {
                    done += 1;
                    continue;
                }
                refused += 1;
                assert!(told.expect_err("it is refused").is_refused());
                let record = before.standing.record.clone();
                let standing = Standing { record, ..after.standing };
                assert_eq!((&after.state, &standing), (&before.state, &before.standing));
                assert_eq!((&after.key, after.definition), (&before.key, before.definition));
                let lines = store.lines(&[after.last]).await.expect("memory is read");
                assert_eq!(lines[0].kind, LineKind::Refused);
                let said: Ordered =
                    lines[0].payload.as_ref().expect("it says why").read().expect("as a command's");
                assert_eq!((said.who.as_str(), said.why.as_str()), ("Ada", "for the test"));
                let why = said.refused.expect("it is refused");
                assert!(by.is_none() || why.contains(status.word()), "{what}: {why}");
                // Nothing has changed, and whoever saw it before may act on what they saw.
                let hold = (Some(before.seq), Verb::Hold(Target::Instance(id)));
                let held = as_seen(&store, hold).await;
                let holds = status.after(Move::Hold).next().is_some();
                assert_eq!(held.is_ok(), holds, "{what}, and it is held: {held:?}");
                assert!(held.err().is_none_or(|why| why.contains(status.word())), "{what}");
            }
        }
        assert_eq!((done, refused), (26, 64));
    });
}

/// Has something done to an instance that was seen when it had so many lines; an error is why that is refused.
async fn as_seen(store: &Memory, (seq, verb): (Option<u64>, Verb)) -> Result<LineKind, String> {
    static PUT: AtomicU8 = AtomicU8::new(100);
    let number = PUT.fetch_add(1, Ordering::Relaxed);
    let command = Command {
        id: CommandId::new(Timestamp::EPOCH, [number; 10]),
        at: Timestamp::EPOCH,
        who: "Bea".into(),
        why: "for the test".into(),
        verb,
        expected: Expected { seq, ..Expected::default() },
        trace: None,
    };
    let runner = quiet(store).await;
    let id = command.id;
    store.put(&[command]).await.expect("memory is written");
    let position = loop {
        match store.outcome(id).await.expect("memory is read") {
            Outcome::Done(position) => break position,
            _ => tokio::time::sleep(Duration::from_millis(1)).await,
        }
    };
    runner.stop(GRACE).await.expect("it stops");
    let line = store.lines(&[position]).await.expect("memory is read").remove(0);
    let said: Ordered = line.payload.expect("it says who").read().expect("as a command's");
    said.refused.map_or(Ok(line.kind), Err)
}

#[test]
fn s63_what_was_seen_is_stale_after_a_change_and_not_after_what_was_refused() {
    run(async {
        let (store, id) = one_that_is(Status::Parked).await;
        let to = || Target::Instance(id);
        let seen = Some(row(&store, id).await.seq);
        // Of a parked one, nothing is released.
        for _ in 0..3 {
            as_seen(&store, (seen, Verb::Release(to()))).await.expect_err("it is not held");
        }
        // Nobody saw what is yet to come.
        let later = (seen.map(|seen| seen + 10), Verb::Hold(to()));
        let why = as_seen(&store, later).await.expect_err("it has fewer");
        assert!(why.ends_with("lines now"), "{why}");
        assert_eq!(as_seen(&store, (seen, Verb::Hold(to()))).await, Ok(LineKind::Held));
        // Now something has changed, and what is refused behind it makes up for nothing.
        as_seen(&store, (None, Verb::Retry(to()))).await.expect_err("it is held");
        for verb in [Verb::Cancel(to()), Verb::Rollback(to()), Verb::Release(to())] {
            let why = as_seen(&store, (seen, verb)).await.expect_err("it was held meanwhile");
            assert!(why.ends_with("lines now"), "{why}");
        }
        assert!(row(&store, id).await.standing.held);
    });
}

#[test]
fn s63_two_people_who_saw_the_same_cannot_both_act_on_it() {
    run(async {
        let (store, id) = one_that_is(Status::Parked).await;
        let seen = row(&store, id).await.seq;
        let command = |number: u8, verb| Command {
            id: CommandId::new(Timestamp::EPOCH, [number; 10]),
            at: Timestamp::EPOCH,
            who: format!("operator {number}"),
            why: "it is parked".into(),
            verb,
            expected: Expected { seq: Some(seen), ..Expected::default() },
            trace: None,
        };
        let to = Target::Instance(id);
        let both = [command(1, Verb::Retry(to.clone())), command(2, Verb::Cancel(to))];
        store.put(&both).await.expect("memory is written");
        let runner = quiet(&store).await;
        let mut lines = Vec::new();
        for command in &both {
            let position = loop {
                match store.outcome(command.id).await.expect("memory is read") {
                    Outcome::Done(position) => break position,
                    _ => tokio::time::sleep(Duration::from_millis(1)).await,
                }
            };
            lines.extend(store.lines(&[position]).await.expect("memory is read"));
        }
        runner.stop(GRACE).await.expect("it stops");
        assert_eq!([lines[0].kind, lines[1].kind], [LineKind::Resumed, LineKind::Refused]);
        let said: Vec<Ordered> = lines
            .iter()
            .map(|line| line.payload.as_ref().expect("it says who").read().expect("as a command's"))
            .collect();
        assert_eq!(said[0].who, "operator 1");
        assert!(said[1].refused.as_ref().is_some_and(|why| why.ends_with("lines now")), "{said:?}");
    });
}

#[test]
fn who_was_shown_the_data_is_a_line_in_whatever_state() {
    run(async {
        for status in [Status::Waiting, Status::Done] {
            let (store, id) = one_that_is(status).await;
            let row = store.row(id).await.expect("memory is read");
            let runner = quiet(&store).await;
            wants(&runner, Verb::Reveal(Target::Instance(id))).await;
            // It changes nothing of the instance, not even how many lines it has.
            let before = store.row(id).await.expect("memory is read");
            let feed = store.feed(Position::START, 1_000).await.expect("memory is read");
            let last = feed
                .into_iter()
                .rfind(|stored| stored.line.kind == LineKind::Noted)
                .expect("it is noted")
                .line;
            assert_eq!(last.about, None);
            let said: Ordered = last.payload.expect("it says who").read().expect("as a command's");
            assert_eq!((said.who.as_str(), said.refused, said.shown), ("Ada", None, Some(id)));
            assert_eq!(row, before);
            runner.stop(GRACE).await.expect("it stops");
        }
    });
}
