//! What processes are tested with: a store in memory, a clock of the test's own, third parties that fail as they
//! are told, and kills at the boundaries of commits.
//!
//! ```
//! # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
//! use bank::*; // as on the front page
//! use stateline::runner::{Durable, Status};
//! use stateline::testing::{Bench, Failing};
//! use stateline::{Await, Chain, Line};
//! use std::time::Duration;
//!
//! const DAY: Duration = Duration::from_secs(86_400);
//!
//! fn payout() -> Chain<Request, Durable<Desk>> {
//!     let line = Line::first::<load>().then::<release>();
//!     line.awaiting::<Decided>(Await { within: Some(3 * DAY), ..Await::default() }).end(1)
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let mut bench = Bench::new(payout, Desk::default());
//!
//! // The request to the ledger is lost: the step waits to be tried again.
//! bench.fail::<LoadAccount>(Failing::Dropped);
//! let id = bench.start(Request { consumer: 1, amount: 5 }).await;
//! assert_eq!(bench.status(id).await, Status::Retrying);
//!
//! // A week passes. The account was loaded once, and it is waited for a decision, for too long by now.
//! bench.pass(7 * DAY).await;
//! assert_eq!(bench.status(id).await, Status::Waiting);
//! assert_eq!(bench.environment().balance(1), 5);
//! assert!(bench.alerts()[0].ends_with("waits at `release` for longer than it should"));
//!
//! bench.deliver(id, Decided { approved: true }).await.expect("it is awaited");
//! assert_eq!(bench.status(id).await, Status::Done);
//! # }
//! ```
//!
//! [`Bench::at_every_commit`] plays a scene once for each boundary of each of its commits, and kills the runner
//! there. A test of one step needs none of this: [`Mocked`](crate::Mocked) is its `ctx`.

mod faults;

pub use faults::Failing;

use crate::runner::{Durable, Runner, RunnerError, Running, Status};
use crate::store::{Fault, InstanceId, LineKind, Memory, Row, Store, StoreErrorKind, Timestamp};
use crate::{Chain, Data, Hear, Message, Operation};
use faults::Faults;
use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// When a test's clock begins: at the beginning of 2026.
const BEGIN: i64 = 1_767_225_600_000;

/// How long anything may take by the clock on the wall: what takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long is waited, by the clock on the wall, until it is looked again whether anything goes on.
const LOOK: Duration = Duration::from_millis(5);

/// A process on a bench: it runs as it would on a real store, by the test's clock. See [the module's
/// page](self).
pub struct Bench<In, E> {
    store: Memory,
    clock: Clock,
    chain: Box<dyn Fn() -> Chain<In, Durable<E>> + Send>,
    handlers: Vec<Receives<E>>,
    environment: Arc<E>,
    faults: Faults,
    alerts: Arc<Mutex<Vec<String>>>,
    running: Option<Running<Memory>>,
    kills: usize,
}

/// Has a runner serve a handler.
type Receives<E> = fn(Runner<Memory>, Arc<E>) -> Runner<Memory>;

/// A clock of a test's own: it goes as fast as the one on the wall, and is put forward.
#[derive(Clone, Debug)]
struct Clock {
    began: Instant,
    /// By how many milliseconds it was put forward.
    ahead: Arc<AtomicI64>,
}

impl Clock {
    fn begin() -> Clock {
        Clock { began: Instant::now(), ahead: Arc::default() }
    }

    fn now(&self) -> Timestamp {
        let begin = Timestamp::from_millis(BEGIN + self.ahead.load(Ordering::SeqCst));
        begin.after(self.began.elapsed())
    }

    fn set(&self, at: Timestamp) {
        let more = at.millis() - self.now().millis();
        self.ahead.fetch_add(more.max(0), Ordering::SeqCst);
    }
}

/// Where a runner is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kill {
    /// Before this commit is written; the next one is 0.
    Before(usize),
    /// When this commit is written, before the runner learns of it.
    After(usize),
}

impl<In: Data, E: Send + Sync + 'static> Bench<In, E> {
    /// A process with what its operations borrow, on an empty store.
    pub fn new(
        chain: impl Fn() -> Chain<In, Durable<E>> + Send + 'static,
        environment: impl Into<Arc<E>>,
    ) -> Bench<In, E> {
        let clock = Clock::begin();
        let told = clock.clone();
        let store = Memory::new().with_clock(move || told.now());
        let (chain, environment) = (Box::new(chain), environment.into());
        let (faults, alerts) = (Faults::default(), Arc::default());
        let handlers = Vec::new();
        Bench { store, clock, chain, handlers, environment, faults, alerts, running: None, kills: 0 }
    }

    /// Has a handler take the letters of its topic, with what the process's operations borrow. Letters that nobody
    /// here takes are kept, and told at their deadline.
    #[must_use]
    pub fn receive<H: Hear<Durable<E>>>(mut self) -> Bench<In, E> {
        self.handlers.push(|runner, environment| runner.receive::<H, E>(environment));
        self
    }

    /// Starts an instance, and waits until nothing goes on.
    ///
    /// # Panics
    ///
    /// If it cannot be started, or hangs.
    pub async fn start(&mut self, input: In) -> InstanceId {
        let process = (self.chain)().process();
        loop {
            match self.running().await.start(process, input.clone_by_json()).await {
                Ok(id) => {
                    self.settle().await;
                    return id;
                }
                // Whoever was not answered asks again.
                Err(error) if self.was_stopped(&error) => {}
                Err(error) => panic!("`{process}` is not started: {error}"),
            }
        }
    }

    /// Delivers a message, and waits until nothing goes on.
    ///
    /// # Errors
    ///
    /// If the instance does not take it, and why.
    pub async fn deliver<M: Message>(&mut self, id: InstanceId, message: M) -> Result<(), RunnerError> {
        loop {
            match self.running().await.deliver(id, message.clone_by_json()).await {
                Err(error) if self.was_stopped(&error) => {}
                told => {
                    self.settle().await;
                    return told;
                }
            }
        }
    }

    /// Lets this time pass: whatever is due meanwhile happens when it is due.
    pub async fn pass(&mut self, span: Duration) {
        let end = self.now().after(span);
        while let Some(next) = self.next_due().await.filter(|next| *next <= end) {
            self.set_clock(next);
        }
        self.set_clock(end);
        self.settle().await;
    }

    /// The next call of this operation fails so, or the next after those of which that was said before.
    pub fn fail<O: Operation>(&self, failing: Failing) {
        self.faults.plan::<O>(failing);
    }

    /// Kills the runner there. The next thing that is wanted of the bench runs another one.
    pub fn kill(&self, kill: Kill) {
        let (before, fault) = match kill {
            Kill::Before(commits) => (commits, Fault::Before(StoreErrorKind::FenceLost)),
            Kill::After(commits) => (commits, Fault::After(StoreErrorKind::FenceLost)),
        };
        (0..before).for_each(|_| self.store.spare_commit());
        self.store.fail_commit(fault);
    }

    /// Plays a scene on a new bench for each boundary of each of its commits, and kills the runner there;
    /// answers how often it was killed. The scene holds what comes of it against what should: the same each time.
    ///
    /// # Panics
    ///
    /// If the scene does.
    pub async fn at_every_commit(
        bench: impl Fn() -> Bench<In, E>,
        scene: impl AsyncFn(&mut Bench<In, E>),
    ) -> usize {
        let mut kills = 0;
        for commit in 0.. {
            for kill in [Kill::Before(commit), Kill::After(commit)] {
                let mut bench = bench();
                bench.kill(kill);
                scene(&mut bench).await;
                if bench.kills == 0 {
                    return kills;
                }
                kills += bench.kills;
            }
        }
        kills
    }

    /// Where an instance stands in its life.
    pub async fn status(&self, id: InstanceId) -> Status {
        Status::of(&self.row(id).await.standing, false, false)
    }

    /// Where an instance stands, with its data.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub async fn row(&self, id: InstanceId) -> Row {
        self.store.row(id).await.ok().flatten().unwrap_or_else(|| panic!("there is no instance {id}"))
    }

    /// What befell an instance, from the first line.
    pub async fn story(&self, id: InstanceId) -> Vec<LineKind> {
        let mut lines = self.store.story(id, None, usize::MAX).await.unwrap_or_default();
        lines.reverse();
        lines.into_iter().map(|(_, line)| line.kind).collect()
    }

    /// What somebody was alerted of.
    pub fn alerts(&self) -> Vec<String> {
        self.alerts.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How often the runner was killed.
    pub fn kills(&self) -> usize {
        self.kills
    }

    /// What the operations borrow.
    pub fn environment(&self) -> &E {
        &self.environment
    }

    /// The store.
    pub fn store(&self) -> &Memory {
        &self.store
    }

    /// The time by the test's clock.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn set_clock(&self, at: Timestamp) {
        self.clock.set(at);
        if let Some(running) = &self.running {
            running.look_at_the_clock();
        }
    }

    /// Waits until nothing goes on at this time, whoever runs it.
    ///
    /// # Panics
    ///
    /// If something hangs.
    pub async fn settle(&mut self) {
        self.next_due().await;
    }

    /// Waits until nothing goes on at this time; answers when something is due next.
    async fn next_due(&mut self) -> Option<Timestamp> {
        let until = Instant::now() + PATIENCE;
        loop {
            let rests = tokio::time::timeout(LOOK, self.running().await.rests()).await;
            if let Ok(Ok(next)) = rests
                && self.store.inbox(None, 1).await.is_ok_and(|inbox| inbox.is_empty())
            {
                return next;
            }
            if Instant::now() >= until {
                panic!("it hangs: {}", self.what_hangs().await);
            }
            tokio::task::yield_now().await;
        }
    }

    /// What goes on, and does not come to an end.
    async fn what_hangs(&self) -> String {
        let rows = self.store.load(None, 3).await.unwrap_or_default();
        let rows = rows.iter().map(|row| {
            let step = row.state.step().unwrap_or_default();
            format!("{} of `{}` is {:?} at `{step}`", row.id, row.state.process(), row.standing)
        });
        let inbox = self.store.inbox(None, 3).await.unwrap_or_default();
        let commands = inbox.iter().map(|command| format!("{:?} is not carried out", command.verb));
        rows.chain(commands).collect::<Vec<_>>().join("; ")
    }

    fn is_running(&self) -> bool {
        self.running.as_ref().is_some_and(Running::is_running)
    }

    /// Whether the runner was killed meanwhile.
    fn was_stopped(&self, error: &RunnerError) -> bool {
        error.is_stopped() || error.is_owned()
    }

    /// The runner; another one, if it was killed.
    async fn running(&mut self) -> &Running<Memory> {
        if !self.is_running() {
            if self.running.take().is_some() {
                self.kills += 1;
            }
            self.running = Some(self.begin().await);
        }
        self.running.as_ref().expect("one was begun")
    }

    async fn begin(&mut self) -> Running<Memory> {
        let (clock, faults, alerts) = (self.clock.clone(), self.faults.clone(), self.alerts.clone());
        let runner = Runner::new(self.store.clone()).serve((self.chain)(), self.environment.clone());
        let runner = self.handlers.iter().fold(runner, |runner, it| it(runner, self.environment.clone()));
        let told = move |what: &str| {
            alerts.lock().unwrap_or_else(PoisonError::into_inner).push(what.to_owned());
        };
        let clock = Arc::new(move || clock.now());
        let runner = runner.alerting(told).tested(clock, move |door| faults.before(door));
        runner.begin().await.unwrap_or_else(|error| panic!("the runner does not begin: {error}"))
    }
}

impl<In, E> fmt::Debug for Bench<In, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bench").field("kills", &self.kills).finish_non_exhaustive()
    }
}

/// Data as it is written and read again: the same, without asking it for `Clone`.
trait ClonedByJson: Data {
    fn clone_by_json(&self) -> Self {
        let written = crate::Json::write(self).and_then(|json| json.read());
        written.unwrap_or_else(|error| panic!("the data does not read back: {error}"))
    }
}

impl<T: Data> ClonedByJson for T {}
