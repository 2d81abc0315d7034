//! Processes that a runner runs, on the store in memory.

/// What a store hands on to the one that it holds.
macro_rules! hands_on {
    ($($name:ident($($argument:ident: $type:ty),*) -> $told:ty;)*) => {
        $(async fn $name(&self, $($argument: $type),*) -> $told {
            self.store.$name($($argument),*).await
        })*
    };
}

mod damaged;
mod definitions;
mod effects;
mod inbox;
#[cfg(all(unix, feature = "sqlite"))]
mod killed;
mod life;
mod many;

use crate::runtime::bank::{Decided, Desk, Request};
use stateline::runner::{Durable, Runner, Running};
use stateline::store::{InstanceId, Memory, Row, Store};
use stateline::{
    Await, Calls, Chain, Compensation, Done, Failure, Line, Next, Outcome, Retry, Run, Step, Undo, Verdict,
    Wait,
};
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

const GRACE: Duration = Duration::from_secs(5);

fn run<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime starts").block_on(future)
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
    let retry = Retry { times: 2, first, factor: 2, cap };
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
