//! Handlers that change nothing run ahead of the log: a letter and its ack are one commit.

use super::{GRACE, run};
use crate::runtime::bank::Desk;
use serde::{Deserialize, Serialize};
use stateline::message::TopicTerms;
use stateline::operation::Declared;
use stateline::runner::{Durable, Runner};
use stateline::store::{Duty, LineKind, Memory, Position, Query, Row, Store, StoredLine, verify};
use stateline::{
    Ack, CallError, Chain, Hear, Line, Message, Nack, Next, Outcome, Publish, Receive, Run, Step,
};
use std::sync::{Arc, Mutex};
use std::time::Duration;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Noted {
    page: u32,
    n: u32,
}

impl Message for Noted {
    const CONTEXT: &'static str = "notes";
    const TOPIC: &'static str = "noted";
    const KEY: Option<&'static str> = Some("page");
    const TERMS: TopicTerms = TopicTerms { subscribers: &["count", "guess"], ack: None };
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct note {}

impl Step for note {
    type Input = u32;
    type Output = u32;
    type Error = CallError;
    const CONTEXT: &'static str = "notes";
    const PROCESS: &'static str = "noting";
    const NAME: &'static str = "note";
    const CALLS: Option<&'static [Declared]> = Some(&[]);
}

impl<E: Publish<Noted>> Run<E> for note {
    async fn run(page: u32, ctx: &E) -> Outcome<u32, CallError> {
        for n in 1..=3 {
            ctx.publish(Noted { page, n }).await?;
        }
        Ok(Next(page))
    }
}

static COUNTED: Mutex<Vec<(u32, u32)>> = Mutex::new(Vec::new());

/// It changes nothing, and says so.
struct Count;

impl Receive for Count {
    type Message = Noted;
    const CONTEXT: &'static str = "count";
    const NAME: &'static str = "count";
    const CALLS: Option<&'static [Declared]> = Some(&[]);
}

impl<E: Sync> Hear<E> for Count {
    async fn hear(noted: Noted, _: &E) -> Result<Ack, Nack> {
        COUNTED.lock().expect("nobody panics").push((noted.page, noted.n));
        Ok(Ack::Done)
    }
}

/// Of this one nobody knows what it calls.
struct Guess;

impl Receive for Guess {
    type Message = Noted;
    const CONTEXT: &'static str = "guess";
    const NAME: &'static str = "guess";
}

impl<E: Sync> Hear<E> for Guess {
    async fn hear(_: Noted, _: &E) -> Result<Ack, Nack> {
        Ok(Ack::Done)
    }
}

fn noting() -> Chain<u32, Durable<Desk>> {
    Line::first::<note>().end(1)
}

/// The duties that have ended, of a process or of all.
async fn ended(store: &Memory, course: Option<&str>) -> Vec<Row> {
    let query = Query {
        process: course.map(str::to_owned),
        duty: Some(true),
        ended: Some(true),
        ..Query::all(1_000)
    };
    store.find(&query).await.expect("it reads").rows
}

/// The lines about the letters of a page: what they say, in which commit, and whether with a state.
async fn lines(store: &Memory, course: &str, page: u32) -> Vec<(LineKind, u64, bool)> {
    let mut lines = Vec::new();
    for row in ended(store, Some(course)).await {
        let letter = row.state.read::<Duty>().expect("it is a duty").letter;
        if letter.read::<Noted>().expect("it is that").page == page {
            let story = store.feed(Position(row.first.0 - 1), 1_000).await.expect("it reads");
            let its = |it: &&StoredLine| it.line.about.as_ref().is_some_and(|about| about.instance == row.id);
            lines.extend(story.iter().filter(its).map(|it| (it.line.kind, it.n, it.line.state.is_some())));
        }
    }
    lines
}

#[test]
fn a_letter_that_changes_nothing_and_its_ack_are_one_commit_in_the_order_of_its_key() {
    run(async {
        let (store, desk) = (Memory::new(), Arc::new(Desk::default()));
        let runner = Runner::new(store.clone()).serve(noting(), desk.clone());
        let runner = runner.receive::<Count, _>(desk.clone()).receive::<Guess, _>(desk);
        let runner = runner.begin().await.expect("nothing else has the store");
        // Where the machine is busy, a handler may take longer than a commit waits.
        let mut together = None;
        for page in 1..=40 {
            runner.start("noting", page).await.expect("it starts");
            let wanted = 6 * usize::try_from(page).expect("it is small");
            while ended(&store, None).await.len() < wanted {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            let counted = lines(&store, "count/noted", page).await;
            let n = counted[0].1;
            let one = [(LineKind::Started, n, true), (LineKind::Finished, n, false)];
            if counted == [one, one, one].concat() {
                together = Some((page, n));
                break;
            }
        }
        let (page, n) = together.expect("letters and acks are one commit");
        runner.stop(GRACE).await.expect("it stops");
        let counted = COUNTED.lock().expect("nobody panics").clone();
        let in_order = (1..=page).flat_map(|page| (1..=3).map(move |n| (page, n)));
        assert_eq!(counted, in_order.collect::<Vec<_>>());
        // What may change something waits until its letter is written.
        let guessed = lines(&store, "guess/noted", page).await;
        let ends: Vec<_> = guessed.iter().filter(|(kind, ..)| *kind == LineKind::Finished).collect();
        assert!(ends.len() == 3 && ends.iter().all(|(_, at, _)| *at > n), "{guessed:?}");
        assert_eq!(verify(&store, None).await.expect("it reads").flaws, []);
    });
}
