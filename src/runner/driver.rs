//! The driver: it carries out with tokio what the core wants done. It is one loop over one state, each action of the
//! core in a few lines; what they decide lies in the core.

use super::RunnerError;
use super::asks::Asks;
use super::clock::{Clock, OwnClock};
use super::core::Core;
use super::durable::{Ask, Port};
use super::event::{Action, Begin, Event, RunId, Start};
use super::process::Process;
use super::telemetry;
use crate::store::{
    Checkpoint, Command, CommandId, Commit, Committed, InstanceId, LogLine, Place, Position, Row, Store,
    StoreError, Target, Timestamp,
};
use crate::{Inquiry, Key, Verdict};
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};
use tokio::task::AbortHandle;

/// How often it is looked for commands of which nobody told us.
const POLL: Duration = Duration::from_secs(1);

/// How much is heard at once.
const AT_ONCE: usize = 128;

/// How many lines a commit has at most that the driver writes itself.
const FEW: usize = 8;

/// How long the last commit took at most if the driver writes the next one itself.
const QUICK: Duration = Duration::from_millis(1);

/// How many lines of a story are read at once.
const PAGE: usize = 1_024;

/// What the driver is told.
pub(super) enum Told {
    /// Something for the core.
    Event(Event),
    /// A step asks.
    Ask(Ask),
    /// Somebody starts an instance.
    Start(Start, oneshot::Sender<Result<InstanceId, RunnerError>>),
    /// Somebody waits for an instance to end or to be parked.
    Await(InstanceId, oneshot::Sender<Result<Row, RunnerError>>),
    /// An instance that somebody waits for has ended, or is parked; or there is none, or no way to tell.
    Over(InstanceId, Result<Option<Box<Row>>, StoreError>),
    /// A test waits until nothing goes on, and wants to know when something does next.
    #[cfg(feature = "testing")]
    Rests(oneshot::Sender<Option<Timestamp>>),
    /// Somebody waits for the outcome of a command.
    Outcome(CommandId, oneshot::Sender<Result<(), RunnerError>>),
    /// There may be commands in the inbox.
    Inbox(Result<Vec<Command>, StoreError>),
    /// Somebody wants the runner to stop, and waits for that; what is not at an end by then is left.
    Stop(Duration, oneshot::Sender<()>),
}

/// What drives a core.
pub(super) struct Driver<S> {
    /// Of a test.
    pub(super) clock: Option<OwnClock>,
    pub(super) store: Arc<S>,
    pub(super) core: Core,
    pub(super) processes: BTreeMap<String, Arc<dyn Process>>,
    pub(super) told: mpsc::UnboundedReceiver<Told>,
    pub(super) tell: mpsc::UnboundedSender<Told>,
    /// Where the calls of steps go.
    pub(super) door: Arc<dyn Port>,
    pub(super) waiters: Waiters,
    /// The commit on its way.
    pub(super) commit: Option<Committing>,
    /// Whether the store, which was restored, is admitted with the first commit.
    pub(super) admits: bool,
    /// Who is told that somebody should look.
    pub(super) alert: Alert,
    /// Who remembers where the log stands.
    pub(super) witness: Witness,
}

/// A commit that is written.
pub(super) type Committing = Pin<Box<dyn Future<Output = Result<Committed, StoreError>> + Send>>;

/// Tells somebody.
pub(super) type Alert = Box<dyn Fn(&str) + Send + Sync>;

/// Remembers where a log stands.
pub(super) type Witness = Box<dyn Fn(&Checkpoint) + Send + Sync>;

/// Those who wait for something.
#[derive(Default)]
pub(super) struct Waiters {
    asks: Asks,
    runs: HashMap<RunId, AbortHandle>,
    tickets: u64,
    starts: HashMap<u64, oneshot::Sender<Result<InstanceId, RunnerError>>>,
    ends: HashMap<InstanceId, Vec<oneshot::Sender<Result<Row, RunnerError>>>>,
    outcomes: HashMap<CommandId, oneshot::Sender<Result<(), RunnerError>>>,
    stops: Vec<oneshot::Sender<()>>,
    #[cfg(feature = "testing")]
    rests: Vec<oneshot::Sender<Option<Timestamp>>>,
    /// Held by whoever reads for the core.
    reading: Arc<()>,
    /// Until when it is waited for what is not at an end.
    grace: Option<Instant>,
    /// Whether it is to end as soon as all is quiet.
    stopping: bool,
    polling: bool,
    /// There may be commands that the look on its way does not see.
    polls_again: bool,
    /// Runs that have ended: what they have asked is carried out, and then forgotten.
    ended: Vec<RunId>,
    /// Since when a commit is on its way that the driver does not write itself.
    began_to_write: Option<Instant>,
    /// Whether the last commit took so little time that a task may wait for the next.
    is_quick: bool,
    /// When it was last looked for commands from the first.
    polled: Option<Instant>,
    /// The last command that was seen since.
    seen: Option<CommandId>,
    /// Commands that cannot be read, of which somebody was told.
    unreadable: HashSet<CommandId>,
    /// Somebody was told that the inbox cannot be read.
    inbox_lost: bool,
}

impl Waiters {
    /// Tells those who wait for an instance.
    fn ended(&mut self, id: InstanceId, told: &Result<Row, RunnerError>) {
        for reply in self.ends.remove(&id).unwrap_or_default() {
            let _ = reply.send(told.clone());
        }
    }
}

impl Drop for Waiters {
    /// Stops what still runs.
    fn drop(&mut self) {
        self.runs.drain().for_each(|(_, run)| run.abort());
    }
}

/// It hands calls on to the driver.
pub(super) struct Door(pub(super) mpsc::UnboundedSender<Told>);

impl Port for Door {
    fn ask(&self, ask: Ask) {
        // Whoever asks a runner that is gone waits for ever, and is dropped with it.
        let _ = self.0.send(Told::Ask(ask));
    }
}

impl<S: Store> Driver<S> {
    /// Runs until it is stopped, or the store is lost.
    pub(super) async fn drive(mut self) -> Result<(), RunnerError> {
        let (mut told, mut clock) = (Vec::new(), Clock::new(self.clock.take()));
        let store = self.store.clone();
        self.poll_if_long_ago();
        loop {
            let sleep = tokio::time::sleep(self.pause(&clock));
            tokio::select! {
                biased;
                () = store.woken() => self.poll(),
                answer = answered(&mut self.commit) => {
                    if let Some(begun) = self.waiters.began_to_write.take() {
                        self.waiters.is_quick = begun.elapsed() <= QUICK;
                    }
                    if answer.is_ok() && std::mem::take(&mut self.admits) {
                        // The log says by whom, and from what.
                        store.admit().await?;
                    }
                    told.push(Told::Event(Event::Committed(answer)));
                    self.hear_more(&mut told);
                }
                _ = self.told.recv_many(&mut told, AT_ONCE) => {
                    // What other steps have to tell by now is done in one go with it.
                    if self.waiters.runs.len() > 1 {
                        tokio::task::yield_now().await;
                        self.hear_more(&mut told);
                    }
                }
                () = sleep => {}
            }
            self.poll_if_long_ago();
            let now = clock.now();
            if let Some((millis, line)) = clock.jump() {
                self.core.take(Event::Jumped(millis, Box::new(line)), now);
            }
            let all = told.len() < AT_ONCE;
            for told in told.drain(..) {
                self.hear(told, now);
                // The store does not wait until all is heard.
                if self.core.is_due() {
                    self.act()?;
                }
            }
            if all {
                self.core.take(Event::Tick, now);
            }
            self.act()?;
            for run in self.waiters.ended.drain(..) {
                self.waiters.asks.drop(run);
            }
            #[cfg(feature = "testing")]
            if self.rests() {
                let next = self.core.next_timer();
                for reply in self.waiters.rests.drain(..) {
                    let _ = reply.send(next);
                }
            }
            let is_over = self.waiters.grace.is_some_and(|grace| Instant::now() >= grace);
            if self.waiters.stopping && (is_over || self.core.is_quiet()) {
                return Ok(());
            }
        }
    }

    /// Has carried out what is to be done now.
    fn act(&mut self) -> Result<(), RunnerError> {
        for action in self.core.act() {
            match action {
                Action::Broken(error) => return Err(error.into()),
                action => self.carry_out(action),
            }
        }
        Ok(())
    }

    /// Whether nothing goes on before something is told from outside, or the time comes for it. A call whose step
    /// is over may be under way.
    #[cfg(feature = "testing")]
    fn rests(&self) -> bool {
        let (reads, polls) = (Arc::strong_count(&self.waiters.reading) > 1, self.waiters.polling);
        !reads && !polls && self.told.is_empty() && self.core.is_at_rest()
    }

    /// Hears what is told already.
    fn hear_more(&mut self, told: &mut Vec<Told>) {
        while told.len() < AT_ONCE
            && let Ok(more) = self.told.try_recv()
        {
            told.push(more);
        }
    }

    /// How long nothing has to be done by itself.
    fn pause(&self, clock: &Clock) -> Duration {
        let timer = self.core.next_timer().map(|at| clock.until(at));
        let grace = self.waiters.grace.map(|grace| grace.saturating_duration_since(Instant::now()));
        [Some(POLL), timer, grace].into_iter().flatten().min().unwrap_or(POLL)
    }

    fn hear(&mut self, told: Told, now: Timestamp) {
        match told {
            Told::Event(event) => {
                if let Event::Ended(run, _) = &event {
                    self.waiters.runs.remove(run);
                    self.waiters.ended.push(*run);
                }
                self.core.take(event, now);
            }
            Told::Ask(ask) => {
                let (run, asked) = (ask.run, ask.asked.clone());
                if self.waiters.runs.contains_key(&run) {
                    self.waiters.asks.insert(ask);
                    self.core.take(Event::Asked(run, asked.into()), now);
                }
            }
            Told::Start(start, reply) => {
                self.waiters.tickets += 1;
                self.waiters.starts.insert(self.waiters.tickets, reply);
                self.core.take(Event::Start(self.waiters.tickets, Box::new(start)), now);
            }
            Told::Await(id, reply) => {
                self.waiters.ends.entry(id).or_default().push(reply);
                if !self.core.will_be_over(id) {
                    self.look(id);
                }
            }
            Told::Over(id, row) => {
                let told = match row {
                    Ok(Some(row)) => Ok(*row),
                    Ok(None) => Err(RunnerError::refused(format!("there is no instance {id}"))),
                    Err(error) => Err(error.into()),
                };
                self.waiters.ended(id, &told);
            }
            #[cfg(feature = "testing")]
            Told::Rests(reply) => self.waiters.rests.push(reply),
            Told::Outcome(command, reply) => _ = self.waiters.outcomes.insert(command, reply),
            Told::Inbox(commands) => {
                self.waiters.polling = false;
                self.inbox(commands, now);
                if std::mem::take(&mut self.waiters.polls_again) {
                    self.poll();
                }
            }
            Told::Stop(grace, reply) => {
                self.waiters.stops.push(reply);
                // One that is too long for this clock never ends.
                self.waiters.grace = Instant::now().checked_add(grace);
                self.waiters.stopping = true;
                self.core.take(Event::Stop, now);
            }
        }
    }

    fn carry_out(&mut self, action: Action) {
        let store = self.store.clone();
        match action {
            Action::Run(begin) => self.run(begin),
            Action::Drop(run) => {
                self.waiters.asks.drop(run);
                if let Some(running) = self.waiters.runs.remove(&run) {
                    running.abort();
                }
            }
            Action::Perform(id, key) => self.perform(id, key),
            Action::Inquire(id, key) => {
                let Some(inquire) = self.waiters.asks.inquire(id, key) else {
                    return self.spawn(async move { Event::Inquired(id, key, Inquiry::Unknown) });
                };
                let told = async move { Unpanicked(inquire).await.unwrap_or(Inquiry::Unknown) };
                // It is rare, and may hold up its thread.
                self.spawn_blocking(async move { Event::Inquired(id, key, told.await) });
            }
            Action::Tell(id, key, answer) => self.waiters.asks.tell(id, key, answer),
            Action::Commit(commit) => self.commit(commit),
            Action::Seal(lane, n) => self.read(async move { Event::Sealed(store.committed(lane, n).await) }),
            Action::Record(id, at) => self.read(async move {
                let lines = store.lines(&at).await;
                Event::Record(id, at, lines)
            }),
            Action::Story(id) => self.read(async move { Event::Story(id, story(&*store, id).await) }),
            Action::Recall(duty, taker) => self.read(async move {
                let lines = story(&*store, taker).await;
                Event::Recalled(duty, taker, lines)
            }),
            Action::Find(wanted) => self.read(async move {
                let row = find(&*store, wanted.target()).await;
                Event::Found(wanted, row.map(|row| row.map(Box::new)))
            }),
            Action::Twin(id, target) => self.read(async move {
                let row = find(&*store, target).await;
                Event::Twin(id, first_state(&*store, row).await)
            }),
            Action::Started(ticket, told) => {
                if let Some(reply) = self.waiters.starts.remove(&ticket) {
                    let _ = reply.send(told.map_err(RunnerError::refused));
                }
            }
            Action::Over(id, commit) => self.over(id, &commit),
            Action::Consumed(command, told) => {
                if let Some(reply) = self.waiters.outcomes.remove(&command) {
                    let _ = reply.send(told.map_err(RunnerError::refused));
                }
            }
            Action::Alert(what) => (self.alert)(&what),
            Action::Checkpoint(checkpoint) => (self.witness)(&checkpoint),
            Action::Broken(_) => {}
        }
    }

    /// Has a commit written: by this thread, if it may, or else by the store's.
    fn commit(&mut self, commit: Arc<Commit>) {
        let (begun, watch) = (Instant::now(), telemetry::commit(&commit));
        if self.may_write(&commit)
            && let Some(answer) = self.store.commit_here(&commit)
        {
            self.waiters.is_quick = begun.elapsed() <= QUICK;
            self.commit = Some(watch(Box::pin(std::future::ready(answer))));
            return;
        }
        let store = self.store.clone();
        let mut commit = watch(Box::pin(async move { store.commit(commit).await }));
        // It is under way before anything else is done.
        let first = commit.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        self.commit = Some(match first {
            Poll::Ready(answer) => Box::pin(std::future::ready(answer)),
            Poll::Pending => commit,
        });
        self.waiters.began_to_write = Some(begun);
    }

    /// Whether a commit may hold up this thread: if it is small, took no longer than a task may the last time, there
    /// is nothing to do meanwhile, and the runtime has other threads for its other tasks. It saves two changes of
    /// threads, which cost as much as the rest of a small commit.
    fn may_write(&self, commit: &Commit) -> bool {
        let is_alone = self.waiters.runs.len() <= 1 && self.told.is_empty();
        let may_wait = self.waiters.is_quick && commit.lines.len() <= FEW && is_alone;
        may_wait && Handle::current().metrics().num_workers() > 1
    }

    fn run(&mut self, begin: Begin) {
        let Some(process) = self.processes.get(begin.state.process()) else { return };
        let run = begin.run;
        let watch = telemetry::step(&begin);
        let step = watch(process.run(begin, self.door.clone()));
        let tell = self.tell.clone();
        let task = tokio::spawn(async move {
            let ended = Unpanicked(step).await;
            let outcome = ended.unwrap_or_else(|why| {
                super::event::Outcome::Failed(Verdict::Park, format!("it panicked: {why}"))
            });
            let _ = tell.send(Told::Event(Event::Ended(run, outcome)));
        });
        self.waiters.runs.insert(run, task.abort_handle());
    }

    /// Makes a call, in a task of its own: it may outlive its step.
    fn perform(&mut self, id: InstanceId, key: Key) {
        let Some((call, blocking)) = self.waiters.asks.perform(id, key) else {
            // Its step is gone, and with it what would make the call: it is not made.
            return self.spawn(async move { Event::Unmade(id, key) });
        };
        let call = async move {
            match Unpanicked(call).await {
                Ok(answer) => Event::Answered(id, key, answer),
                Err(why) => Event::Broke(id, key, why),
            }
        };
        match blocking {
            false => self.spawn(call),
            true => self.spawn_blocking(call),
        }
    }

    /// On a thread of its own.
    fn spawn_blocking(&self, event: impl Future<Output = Event> + Send + 'static) {
        let (tell, runtime) = (self.tell.clone(), Handle::current());
        tokio::task::spawn_blocking(move || {
            let _ = tell.send(Told::Event(runtime.block_on(event)));
        });
    }

    /// Reads for the core.
    fn read(&self, event: impl Future<Output = Event> + Send + 'static) {
        let (tell, reading) = (self.tell.clone(), self.waiters.reading.clone());
        tokio::spawn(async move {
            let _ = tell.send(Told::Event(event.await));
            drop(reading);
        });
    }

    fn spawn(&self, event: impl Future<Output = Event> + Send + 'static) {
        let tell = self.tell.clone();
        tokio::spawn(async move {
            let _ = tell.send(Told::Event(event.await));
        });
    }

    /// An instance has ended or is parked, and this commit says so.
    fn over(&mut self, id: InstanceId, commit: &Commit) {
        if self.waiters.ends.contains_key(&id) {
            match commit.rows.iter().find(|change| change.row.id == id) {
                Some(change) => self.waiters.ended(id, &Ok(change.row.clone())),
                None => self.look(id),
            }
        }
    }

    /// Looks whether an instance that somebody waits for has ended, or is parked.
    fn look(&self, id: InstanceId) {
        let (store, tell) = (self.store.clone(), self.tell.clone());
        tokio::spawn(async move {
            let row = store.row(id).await;
            let goes_on = |row: &Row| !row.standing.phase.is_end() && !row.standing.parked;
            if !matches!(&row, Ok(Some(row)) if goes_on(row)) {
                let _ = tell.send(Told::Over(id, row.map(|row| row.map(Box::new))));
            }
        });
    }

    /// Looks for commands from the first, if that is long ago: of some nobody has told us, others could not be
    /// carried out.
    fn poll_if_long_ago(&mut self) {
        let waiters = &mut self.waiters;
        if !waiters.polling && waiters.polled.is_none_or(|polled| polled.elapsed() >= POLL) {
            (waiters.seen, waiters.polled) = (None, Some(Instant::now()));
            self.poll();
        }
    }

    /// Looks for commands behind those that were seen.
    fn poll(&mut self) {
        if self.waiters.polling {
            self.waiters.polls_again = true;
            return;
        }
        self.waiters.polling = true;
        let (store, tell, seen) = (self.store.clone(), self.tell.clone(), self.waiters.seen);
        tokio::spawn(async move {
            let _ = tell.send(Told::Inbox(store.inbox(seen, PAGE).await));
        });
    }

    /// What was found in the inbox. Behind it there may be more, unless it is empty.
    fn inbox(&mut self, commands: Result<Vec<Command>, StoreError>, now: Timestamp) {
        let waiters = &mut self.waiters;
        match commands {
            Ok(commands) => {
                waiters.inbox_lost = false;
                if let Some(last) = commands.last() {
                    (waiters.seen, waiters.polls_again) = (Some(last.id), true);
                }
                self.core.take(Event::Inbox(commands), now);
            }
            Err(error) => match error.place() {
                Some(Place::Command(id)) if waiters.seen != Some(id) => {
                    (waiters.seen, waiters.polls_again) = (Some(id), true);
                    if waiters.unreadable.insert(id) {
                        (self.alert)(&format!("{error}: it cannot be read, and is not carried out"));
                    }
                }
                _ if !waiters.inbox_lost => {
                    waiters.inbox_lost = true;
                    (self.alert)(&format!("the inbox cannot be read: {error}"));
                }
                _ => {}
            },
        }
    }
}

/// What came of the commit that is written; it takes for ever if there is none.
async fn answered(commit: &mut Option<Committing>) -> Result<Committed, StoreError> {
    let answer = match commit {
        Some(commit) => commit.await,
        None => std::future::pending().await,
    };
    *commit = None;
    answer
}

/// All lines of an instance, from the first.
async fn story<S: Store>(store: &S, id: InstanceId) -> Result<Vec<LogLine>, StoreError> {
    let mut lines = Vec::new();
    let mut before = None;
    loop {
        let page = store.story(id, before, PAGE).await?;
        before = page.last().map(|(position, _)| *position);
        let last = page.len() < PAGE;
        lines.extend(page.into_iter().map(|(_, line)| line));
        if last {
            lines.reverse();
            return Ok(lines);
        }
    }
}

async fn find<S: Store>(store: &S, target: Target) -> Result<Option<Row>, StoreError> {
    match target {
        Target::Instance(id) => store.row(id).await,
        Target::Key { process, rehearsal, key } => store.keyed(&process, rehearsal, &key).await,
    }
}

/// The instance of a row, with the state in which it began.
async fn first_state<S: Store>(
    store: &S,
    row: Result<Option<Row>, StoreError>,
) -> Result<Option<(InstanceId, crate::State)>, StoreError> {
    let Some(row) = row? else { return Ok(None) };
    let first: [Position; 1] = [row.first];
    let line = store.lines(&first).await?.into_iter().next();
    Ok(line.and_then(|line| line.state).map(|state| (row.id, state)))
}

/// A future whose panics are told.
struct Unpanicked<T>(Pin<Box<dyn Future<Output = T> + Send>>);

impl<T> Future for Unpanicked<T> {
    type Output = Result<T, String>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(context))) {
            Ok(polled) => polled.map(Ok),
            Err(panic) => {
                let text = panic.downcast_ref::<&str>().map(ToString::to_string);
                let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
                Poll::Ready(Err(text.unwrap_or_else(|| "without a word".into())))
            }
        }
    }
}
