//! A runner that runs: instances are started, told something, waited for.

use super::driver::Told;
use super::event::Start;
use super::life::Status;
use super::process::Process;
use super::{RunnerError, coverage, serving};
use crate::store::{
    BusinessKey, Command, CommandId, Duty, Expected, InstanceId, Put, Row, Store, Target, Timestamp, Verb,
};
use crate::{Data, DataError, Json, Letter, Message, State};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

/// A runner that runs, until it is [stopped](Running::stop). If it is dropped, it writes nothing any more, and
/// what is stored goes on with the next runner. Its steps are stopped where they wait next, but a call that was
/// begun goes on beside that, and its answer is lost.
pub struct Running<S> {
    store: Arc<S>,
    processes: BTreeMap<String, Arc<dyn Process>>,
    tell: mpsc::UnboundedSender<Told>,
    task: Option<JoinHandle<Result<(), RunnerError>>>,
}

/// How an instance ended, or why it is parked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Done, failed, cancelled, rolled back; or parked.
    pub status: Status,
    /// Where it stands. When it is done, its data is what the last step returned.
    pub state: State,
    /// Why, if it is not done.
    pub reason: Option<String>,
}

impl Ended {
    /// Did the last step end?
    pub fn is_done(&self) -> bool {
        self.status == Status::Done
    }

    /// What the last step returned.
    ///
    /// # Errors
    ///
    /// If it is of another type; also if it is not done, and stands at a step that takes another.
    pub fn read<T: Data>(&self) -> Result<T, DataError> {
        self.state.read()
    }
}

impl<S: Store> Running<S> {
    pub(super) fn new(
        store: Arc<S>,
        processes: BTreeMap<String, Arc<dyn Process>>,
        tell: mpsc::UnboundedSender<Told>,
        task: JoinHandle<Result<(), RunnerError>>,
    ) -> Self {
        Running { store, processes, tell, task: Some(task) }
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// What is on the map in this file and not served here, each as people call it: a version of a process, or the
    /// letters of a topic for a context that subscribes to it. Empty, if all is served.
    ///
    /// # Errors
    ///
    /// If the file is no map.
    pub fn unserved(&self, map: &Path) -> Result<Vec<String>, RunnerError> {
        let mut wanted = coverage::wanted(map).map_err(RunnerError::refused)?;
        for (name, process) in &self.processes {
            process.structures().into_iter().for_each(|it| _ = wanted.remove(&(it.process, it.version)));
            if Duty::is_course(name) {
                wanted.remove(&(name.clone(), Duty::VERSION));
            }
        }
        Ok(wanted.iter().map(|(process, version)| coverage::named(process, *version)).collect())
    }

    /// Starts an instance of a process, and answers when that is durable. If the map names the process's key, a
    /// field of the input, the same input is the same instance, however often it is started; else it is a new
    /// one each time.
    ///
    /// # Errors
    ///
    /// If there is an instance with this key that was started with another input, if the input is not what the
    /// process takes, and if it could not be written.
    pub async fn start<In: Data>(&self, process: &str, input: In) -> Result<InstanceId, RunnerError> {
        self.begin_keyed(self.state(process, &input)?).await
    }

    /// Starts an instance that people know by this key, of a process whose key the map does not name; as
    /// [`start`](Running::start), the same key with the same input is the same instance.
    ///
    /// # Errors
    ///
    /// As [`start`](Running::start), and if the map names the process's key: it is in the input.
    pub async fn start_as<In: Data>(
        &self,
        process: &str,
        key: impl Into<BusinessKey>,
        input: In,
    ) -> Result<InstanceId, RunnerError> {
        let state = self.state(process, &input)?;
        if let Some(own) = state.key() {
            let why = format!("the map says by what `{process}` is known: this instance by {}", own.text());
            return Err(RunnerError::refused(why));
        }
        self.begin(Start { key: Some(key.into()), state }).await
    }

    /// Starts a rehearsal: it goes the same way, and nothing comes of it.
    ///
    /// # Errors
    ///
    /// As [`start`](Running::start).
    pub async fn rehearse<In: Data>(&self, process: &str, input: In) -> Result<InstanceId, RunnerError> {
        self.begin_keyed(self.state(process, &input)?.rehearsed()).await
    }

    /// Starts an instance by the key that the map says.
    async fn begin_keyed(&self, state: State) -> Result<InstanceId, RunnerError> {
        let key = state.key().map(|key| BusinessKey::try_from(key.text().to_owned())).transpose()?;
        self.begin(Start { key, state }).await
    }

    /// Waits until an instance has ended, or is parked: then somebody has to look at it.
    ///
    /// # Errors
    ///
    /// If there is no such instance, if it cannot be read, and if the runner stops before.
    pub async fn ended(&self, instance: InstanceId) -> Result<Ended, RunnerError> {
        let (reply, row) = oneshot::channel();
        self.send(Told::Await(instance, reply))?;
        let row = row.await.map_err(|_| RunnerError::stopped())??;
        let Row { state, standing, .. } = row;
        Ok(Ended { status: Status::of(&standing, false, false), state, reason: standing.reason })
    }

    /// Delivers a message to an instance that awaits it, or will.
    ///
    /// # Errors
    ///
    /// If the instance does not take it, and why.
    pub async fn deliver<M: Message>(&self, instance: InstanceId, message: M) -> Result<(), RunnerError> {
        let letter = Letter::of(&message)?;
        let to = Target::Instance(instance);
        self.command("the program", "it has a message", Verb::Deliver { to, letter }).await
    }

    /// Has something done to an instance, by whom and why; and answers when that is done, durably.
    ///
    /// # Errors
    ///
    /// If it is refused, and why.
    pub async fn command(&self, who: &str, why: &str, verb: Verb) -> Result<(), RunnerError> {
        let at = Timestamp::from(SystemTime::now());
        let id = CommandId::new(at, serving::random(0));
        let (who, why, expected) = (who.to_owned(), why.to_owned(), Expected::default());
        let command = Command { id, at, who, why, verb, expected, trace: None };
        let target = command.verb.target().cloned();
        let (reply, outcome) = oneshot::channel();
        self.send(Told::Outcome(id, reply))?;
        let put = self.store.put(&[command]).await?;
        debug_assert_eq!(put, [Put::New], "its id is new");
        let told = outcome.await.map_err(|_| RunnerError::stopped())?;
        told.map_err(|error| target.map_or(error.clone(), |target| error.about(&target)))
    }

    /// Has it look at the clock once more.
    #[cfg(feature = "testing")]
    pub(crate) fn look_at_the_clock(&self) {
        // One that has stopped looks at nothing.
        let _ = self.tell.send(Told::Event(super::event::Event::Tick));
    }

    /// Waits until nothing goes on; answers when something is due next.
    ///
    /// # Errors
    ///
    /// If the runner stops before.
    #[cfg(feature = "testing")]
    pub(crate) async fn rests(&self) -> Result<Option<Timestamp>, RunnerError> {
        let (reply, next) = oneshot::channel();
        self.send(Told::Rests(reply))?;
        next.await.map_err(|_| RunnerError::stopped())
    }

    /// Whether it still runs: it ends by itself if the store is lost, and [`stop`](Running::stop) says why.
    pub fn is_running(&self) -> bool {
        self.task.as_ref().is_some_and(|task| !task.is_finished())
    }

    /// Stops: no step begins any more, and what runs is waited for so long, and written. What is not at an end
    /// by then is stopped as by a kill, and goes on with the next runner.
    ///
    /// # Errors
    ///
    /// If the store was lost before.
    pub async fn stop(mut self, grace: Duration) -> Result<(), RunnerError> {
        let (reply, _stopped) = oneshot::channel();
        // It may have stopped by itself; then its task says why.
        let _ = self.tell.send(Told::Stop(grace, reply));
        let Some(task) = self.task.take() else { return Ok(()) };
        task.await.map_err(|_| RunnerError::stopped())?
    }

    fn state<In: Data>(&self, process: &str, input: &In) -> Result<State, RunnerError> {
        let served = self.processes.get(process);
        let served = served.ok_or_else(|| {
            let names: Vec<String> = self.processes.keys().map(|name| format!("`{name}`")).collect();
            RunnerError::refused(format!("no process `{process}` is served; served: {}", names.join(", ")))
        })?;
        Ok(served.start(&Json::write(input)?)?)
    }

    async fn begin(&self, start: Start) -> Result<InstanceId, RunnerError> {
        let (reply, started) = oneshot::channel();
        self.send(Told::Start(start, reply))?;
        started.await.map_err(|_| RunnerError::stopped())?
    }

    fn send(&self, told: Told) -> Result<(), RunnerError> {
        self.tell.send(told).map_err(|_| RunnerError::stopped())
    }
}

impl<S> Drop for Running<S> {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

impl<S> fmt::Debug for Running<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running").finish_non_exhaustive()
    }
}
