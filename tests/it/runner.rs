//! Processes that a runner runs, on the store in memory.

/// The methods of a store that it hands on to the one that it holds, its `store`; names of types are those of
/// whoever says so: `store` and `Arc`.
macro_rules! hands_on {
    ($($name:ident)*) => { $(hands_on! { @$name })* };
    (@join) => { hands_on! { = join(member: &store::Member) -> store::Result<store::Lane> } };
    (@committed) => {
        hands_on! { = committed(lane: store::LaneId, n: u64) -> store::Result<Option<store::Seal>> }
    };
    (@put) => { hands_on! { = put(commands: &[store::Command]) -> store::Result<Vec<store::Put>> } };
    (@inbox) => {
        hands_on! { = inbox(after: Option<store::CommandId>, most: usize)
            -> store::Result<Vec<store::Command>> }
    };
    (@outcome) => { hands_on! { = outcome(command: store::CommandId) -> store::Result<store::Outcome> } };
    (@load) => {
        hands_on! { = load(after: Option<store::Wake>, most: usize) -> store::Result<Vec<store::Row>> }
    };
    (@row) => { hands_on! { = row(instance: store::InstanceId) -> store::Result<Option<store::Row>> } };
    (@keyed) => {
        hands_on! { = keyed(process: &str, rehearsal: bool, key: &store::BusinessKey)
            -> store::Result<Option<store::Row>> }
    };
    (@find) => { hands_on! { = find(query: &store::Query) -> store::Result<store::Page> } };
    (@tally) => { hands_on! { = tally() -> store::Result<Vec<store::Tally>> } };
    (@lines) => { hands_on! { = lines(at: &[store::Position]) -> store::Result<Vec<store::LogLine>> } };
    (@story) => {
        hands_on! { = story(instance: store::InstanceId, before: Option<store::Position>, most: usize)
            -> store::Result<Vec<(store::Position, store::LogLine)>> }
    };
    (@feed) => {
        hands_on! { = feed(after: store::Position, most: usize) -> store::Result<Vec<store::StoredLine>> }
    };
    (@definitions) => { hands_on! { = definitions() -> store::Result<Vec<store::Definition>> } };
    (@members) => { hands_on! { = members() -> store::Result<Vec<(store::LaneId, store::Member)>> } };
    (@woken) => { hands_on! { = woken() -> () } };
    (@now) => { hands_on! { = now() -> store::Result<store::Timestamp> } };
    (@integrity) => { hands_on! { = integrity() -> store::Result<Vec<String>> } };
    (@lasts) => {
        fn lasts(&self) -> bool {
            self.store.lasts()
        }
    };
    (@commit) => { hands_on! { = commit(commit: Arc<store::Commit>) -> store::Result<store::Committed> } };
    (= $name:ident($($argument:ident: $type:ty),*) -> $told:ty) => {
        async fn $name(&self, $($argument: $type),*) -> $told {
            self.store.$name($($argument),*).await
        }
    };
}

mod ahead;
#[cfg(feature = "testing")]
mod bench;
mod commands;
#[cfg(feature = "sqlite")]
mod committed;
mod damaged;
mod definitions;
mod effects;
mod inbox;
#[cfg(all(unix, feature = "sqlite"))]
mod killed;
mod letters;
mod life;
mod locked;
mod mailed;
mod many;
#[cfg(feature = "sqlite")]
mod releases;
#[cfg(feature = "telemetry")]
mod telemetry;
mod witness;

use crate::runtime::bank::{Decided, Desk, Request};
use stateline::runner::{Durable, Runner, Running};
use stateline::store::{InstanceId, Memory, Row, Store};
use stateline::{
    Await, Calls, Chain, Compensation, Done, Failure, Line, Next, Outcome, Retry, Run, Step, Undo, Verdict,
    Wait,
};
use std::fmt;
use std::future::Future;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

const GRACE: Duration = Duration::from_secs(5);

fn run<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime starts").block_on(future)
}

/// This program once more, as a process of its own that runs a room's test `child` alone.
fn child(room: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
    command.args(["--exact", &format!("runner::{room}::child"), "--nocapture"]).env("RUST_BACKTRACE", "0");
    command
}

/// What a step of [`errand`] is to do.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
enum Does {
    Ends,
    Panics,
    Hangs,
    Fails(Wish),
    Waits,
    IsLarge,
}

#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
enum Wish {
    Again,
    Fail,
    Park,
}

#[derive(Debug)]
struct Unwell(Wish);

impl fmt::Display for Unwell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the step wants {:?}", self.0)
    }
}

impl std::error::Error for Unwell {}

impl Failure for Unwell {
    fn verdict(&self) -> Verdict {
        match self.0 {
            Wish::Again => Verdict::Again,
            Wish::Fail => Verdict::Fail,
            Wish::Park => Verdict::Park,
        }
    }
}

/// What a step of [`errand`] takes.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Errand {
    does: Does,
    approved: Option<bool>,
    text: String,
}

fn errand_that(does: Does) -> Errand {
    Errand { does, approved: None, text: String::new() }
}

macro_rules! step {
    ($name:ident, $what:expr) => {
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $name {}

        impl Step for $name {
            type Input = Errand;
            type Output = Errand;
            type Error = Unwell;
            const CONTEXT: &'static str = "payments";
            const PROCESS: &'static str = "errand";
            const NAME: &'static str = stringify!($name);
        }

        impl<E: Sync + Calls<crate::runtime::bank::Balance>> Run<E> for $name {
            async fn run(errand: Errand, ctx: &E) -> Outcome<Errand, Unwell> {
                let _ = ctx;
                $what(errand).await
            }
        }
    };
}

step!(prepare, |errand: Errand| async { Ok(Next(errand)) });
step!(go, |mut errand: Errand| async {
    match errand.does {
        Does::Ends => Ok(Next(errand)),
        Does::Panics => panic!("it was told to"),
        Does::Hangs => std::future::pending().await,
        Does::Fails(wish) => Err(Unwell(wish)),
        Does::Waits if errand.approved.is_none() => Ok(Wait),
        Does::Waits => Ok(Next(errand)),
        Does::IsLarge => {
            errand.text = "x".repeat(256 * 1024 + 1);
            Ok(Next(errand))
        }
    }
});

/// Undoes `prepare`.
#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct tidy {}

impl Compensation for tidy {
    type Input = Errand;
    type Error = Unwell;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "errand";
    const NAME: &'static str = "tidy";
}

impl<E: Sync> Undo<E, Errand> for tidy {
    async fn undo(_: Errand, _: Done<Errand>, _: &E) -> Result<(), Unwell> {
        Ok(())
    }
}

/// Steps are tried three times.
fn errand() -> Chain<Errand, Durable<Desk>> {
    errand_within(Duration::from_secs(60))
}

/// Its last step may run so long.
fn errand_within(limit: Duration) -> Chain<Errand, Durable<Desk>> {
    let (first, cap) = (Duration::from_millis(1), Duration::from_millis(2));
    errand_retried(Retry { times: 2, first, factor: 2, cap }, limit)
}

fn errand_retried(retry: Retry, limit: Duration) -> Chain<Errand, Durable<Desk>> {
    let line = Line::first::<prepare>().undone_by::<tidy>();
    let line = line.then::<go>().awaiting::<Decided>(Await::default());
    line.retried(retry).within(limit).end(1)
}

async fn begin(store: &Memory, chain: Chain<Errand, Durable<Desk>>) -> Running<Memory> {
    let runner = Runner::new(store.clone()).serve(chain, Arc::new(Desk::default()));
    runner.begin().await.expect("nothing else has the store")
}

async fn row(store: &Memory, id: InstanceId) -> Row {
    store.row(id).await.expect("memory is read").expect("it is there")
}

/// The kinds of an instance's lines, from the first.
async fn story(store: &Memory, id: InstanceId) -> Vec<String> {
    let mut story = store.story(id, None, 1_000).await.expect("memory is read");
    story.reverse();
    story.into_iter().map(|(_, line)| line.kind.to_string()).collect()
}

fn request(amount: u64) -> Request {
    Request { consumer: 1, amount }
}
