//! Many instances at once, and one that waits and fails for ever.

use super::run;
use stateline::runner::{Durable, Runner};
use stateline::store::{InstanceId, Memory, Row, Store};
use stateline::{Chain, Ctx, Flow, Line, Next, Outcome, Retry, Run, Step, Verdict};
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

#[derive(Debug)]
struct NotYet;

impl fmt::Display for NotYet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not yet")
    }
}

impl std::error::Error for NotYet {}

impl stateline::Failure for NotYet {
    fn verdict(&self) -> Verdict {
        Verdict::Again
    }
}

macro_rules! step {
    ($name:ident of $process:literal, |$n:ident, $ctx:ident| $body:expr) => {
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $name {}

        impl Step for $name {
            type Input = u64;
            type Output = u64;
            type Error = NotYet;
            const CONTEXT: &'static str = "payments";
            const PROCESS: &'static str = $process;
            const NAME: &'static str = stringify!($name);
        }

        impl<E: Ctx> Run<E> for $name {
            async fn run($n: u64, $ctx: &E) -> Outcome<u64, NotYet> {
                $body
            }
        }
    };
}

step!(double of "counting", |n, _ctx| Ok(Next(n * 2)));
step!(add of "counting", |n, _ctx| Ok(Next(n + 1)));
step!(square of "counting", |n, _ctx| Ok(Next(n * n)));

fn counting() -> Chain<u64, Durable<()>> {
    Line::first::<double>().then::<add>().then::<square>().end(1)
}

#[test]
fn s5_ten_thousand_in_parallel_equal_the_sequential_result() {
    let expected = |n: u64| (n * 2 + 1) * (n * 2 + 1);
    run(async move {
        let store = Memory::new();
        let runner = Runner::new(store.clone()).serve(counting(), ()).begin().await.expect("it begins");
        let runner = Arc::new(runner);
        let mut all = tokio::task::JoinSet::new();
        for n in 0..10_000 {
            let runner = runner.clone();
            all.spawn(async move {
                let id = runner.start("counting", n).await.expect("it starts");
                let ended = runner.ended(id).await.expect("it runs");
                assert_eq!(ended.read::<u64>().ok(), Some(expected(n)));
                id
            });
        }
        let ids = all.join_all().await;
        // In the order of its steps, each once.
        let steps = |lines: Vec<(_, stateline::store::LogLine)>| {
            lines.into_iter().rev().filter_map(|(_, line)| line.step).collect::<Vec<_>>().join(" ")
        };
        for id in ids.iter().step_by(97) {
            let story = steps(store.story(*id, None, 10).await.expect("memory is read"));
            assert_eq!(story, "double double add square");
        }
    });
}

#[test]
fn one_instance_that_cannot_be_written_holds_up_no_other() {
    run(async {
        let store = Memory::new();
        let alerts = Arc::new(Mutex::new(Vec::new()));
        let told = alerts.clone();
        let runner = Runner::new(store.clone()).serve(lingering(), Patience::new(usize::MAX));
        let runner =
            runner.alerting(move |alert| told.lock().expect("nobody panics in here").push(alert.to_owned()));
        let runner = runner.serve(counting(), ()).begin().await.expect("it begins");
        let bad = runner.start("lingering", 0_u64).await.expect("it starts");
        store.poison(bad);
        let mut ids = Vec::new();
        for n in 0..1_000 {
            ids.push(runner.start("counting", n).await.expect("it starts"));
        }
        for id in ids {
            assert!(runner.ended(id).await.expect("it runs").is_done());
        }
        while alerts.lock().expect("nobody panics in here").is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let told = format!("instance {bad} cannot be written: a row of this commit is poisoned");
        assert_eq!(alerts.lock().expect("nobody panics in here").as_slice(), [told]);
        runner.stop(Duration::from_secs(5)).await.expect("it stops");
    });
}

/// How often a step has run, and after how often it goes on.
struct Patience {
    runs: AtomicUsize,
    enough: usize,
}

impl Patience {
    fn new(enough: usize) -> Arc<Patience> {
        Arc::new(Patience { runs: AtomicUsize::new(0), enough })
    }
}

impl stateline::Has<Patience> for Patience {
    fn get(&self) -> &Patience {
        self
    }
}

/// Asks whether it is enough.
#[derive(serde::Serialize, serde::Deserialize)]
struct Enough {}

impl stateline::Operation for Enough {
    type Output = Option<bool>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "enough";
    const EFFECT: stateline::Effect = stateline::Effect::Read;
    const EXTERNAL: bool = false;
}

impl<E: stateline::Has<Patience> + Sync> stateline::Handle<E> for Enough {
    async fn handle(self, environment: &E, _: &stateline::Call) -> Option<bool> {
        let patience = environment.get();
        let runs = patience.runs.fetch_add(1, Ordering::SeqCst);
        // Every other time it waits, else it fails.
        (runs < patience.enough).then_some(runs % 2 == 0)
    }
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct linger {}

impl Step for linger {
    type Input = u64;
    type Output = u64;
    type Error = NotYet;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "lingering";
    const NAME: &'static str = "linger";
}

impl<E: stateline::Calls<Enough>> Run<E> for linger {
    async fn run(n: u64, ctx: &E) -> Outcome<u64, NotYet> {
        match ctx.call(Enough {}).await {
            Ok(Some(true)) => Ok(Flow::until(Duration::ZERO)),
            Ok(Some(false)) | Err(_) => Err(NotYet),
            Ok(None) => Ok(Next(n)),
        }
    }
}

fn lingering() -> Chain<u64, Durable<Patience>> {
    let retry = Retry { times: u32::MAX, first: Duration::ZERO, factor: 1, cap: Duration::ZERO };
    Line::first::<linger>().retried(retry).end(1)
}

#[test]
fn s70_waits_and_retries_leave_nothing_behind_but_their_lines() {
    // 100,000 take a minute without optimisation: `STATELINE_WAITS=100000 cargo test --release`.
    let times = std::env::var("STATELINE_WAITS").ok().and_then(|times| times.parse().ok()).unwrap_or(4_000);
    run(async move {
        let store = Memory::new();
        let patience = Patience::new(times);
        let runner =
            Runner::new(store.clone()).serve(lingering(), patience).begin().await.expect("it begins");
        let id = runner.start("lingering", 7_u64).await.expect("it starts");
        let (mut seen, mut sizes) = (0, Vec::new());
        while seen < times as u64 {
            let row = row(&store, id).await;
            if row.seq >= seen + 500 || row.standing.phase.is_end() {
                seen = row.seq;
                sizes.push(row.standing.record.len());
            }
            if row.standing.phase.is_end() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert!(runner.ended(id).await.expect("it runs").is_done());
        // The row is as small after the last as after the first, and each costs two lines: what it was told,
        // and what followed.
        assert!(sizes.iter().all(|size| *size <= 2), "{sizes:?}");
        assert_eq!(row(&store, id).await.seq, 2 + 2 * times as u64 + 1);
        runner.stop(Duration::from_secs(5)).await.expect("it stops");
    });
}

async fn row(store: &Memory, id: InstanceId) -> Row {
    store.row(id).await.expect("memory is read").expect("it is there")
}
