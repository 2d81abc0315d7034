//! A store in memory, for tests, for the simulator and for trying things out.

mod contents;

use super::{
    BusinessKey, Command, CommandId, Commit, Committed, Definition, InstanceId, Lane, LaneId, LogLine,
    Member, Outcome, Page, Position, Put, Query, Result, Row, Seal, Store, StoreError, StoreErrorKind,
    StoredLine, Tally, Timestamp, Wake,
};
use contents::Contents;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;
use tokio::sync::Notify;

/// A store in memory. All clones are one store, for several runners.
///
/// It keeps what any store keeps as long as the program runs. The clock can be replaced, and writes can be
/// made to fail.
///
/// ```
/// use stateline::store::{Memory, Store, Timestamp};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> stateline::store::Result<()> {
/// let noon = Timestamp::from_millis(12 * 3_600_000);
/// let store = Memory::new().with_clock(move || noon);
/// assert_eq!(store.now().await?, noon);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Memory {
    shared: Arc<Shared>,
    clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

struct Shared {
    contents: Mutex<Contents>,
    faults: Mutex<Faults>,
    put: Notify,
}

#[derive(Default)]
struct Faults {
    /// Of each of the next commits, how it fails, if it does.
    commits: VecDeque<Option<Fault>>,
    puts: VecDeque<Fault>,
    poisoned: Vec<InstanceId>,
}

/// How a write fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not happen, and the answer is an error of this kind.
    Before(StoreErrorKind),
    /// It happens, and the answer is an error of this kind.
    After(StoreErrorKind),
}

impl Memory {
    /// An empty store, with the system's clock.
    pub fn new() -> Memory {
        let shared = Shared {
            contents: Mutex::new(Contents::default()),
            faults: Mutex::new(Faults::default()),
            put: Notify::new(),
        };
        Memory { shared: Arc::new(shared), clock: Arc::new(|| SystemTime::now().into()) }
    }

    /// The same store, as it is seen by whoever has another clock.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Memory {
        Memory { clock: Arc::new(clock), ..self }
    }

    /// Makes a commit fail: the next one, or after as many as were planned to fail before.
    pub fn fail_commit(&self, fault: Fault) {
        lock(&self.shared.faults).commits.push_back(Some(fault));
    }

    /// Plans that a commit succeeds: the next one that nothing was planned for yet.
    pub fn spare_commit(&self) {
        lock(&self.shared.faults).commits.push_back(None);
    }

    /// Makes a `put` fail, in the same way.
    pub fn fail_put(&self, fault: Fault) {
        lock(&self.shared.faults).puts.push_back(fault);
    }

    /// From now on, refuses each commit that has a row of this instance.
    pub fn poison(&self, instance: InstanceId) {
        lock(&self.shared.faults).poisoned.push(instance);
    }

    fn contents(&self) -> MutexGuard<'_, Contents> {
        lock(&self.shared.contents)
    }

    /// Writes, or fails as is planned.
    fn write<T>(&self, fault: Option<Fault>, write: impl FnOnce(&mut Contents) -> Result<T>) -> Result<T> {
        let fail = |kind| Err(StoreError::new(kind, "this write was planned to fail"));
        match fault {
            None => write(&mut self.contents()),
            Some(Fault::Before(kind)) => fail(kind),
            Some(Fault::After(kind)) => write(&mut self.contents()).and_then(|_| fail(kind)),
        }
    }

    fn refuse_poisoned(&self, commit: &Commit) -> Result<()> {
        let poisoned = &lock(&self.shared.faults).poisoned;
        match commit.rows.iter().find(|change| poisoned.contains(&change.row.id)) {
            Some(_) => Err(StoreError::new(StoreErrorKind::Refused, "a row of this commit is poisoned")),
            None => Ok(()),
        }
    }
}

impl Store for Memory {
    fn lasts(&self) -> bool {
        false
    }

    async fn join(&self, member: &Member) -> Result<Lane> {
        Ok(self.contents().join(member))
    }

    async fn commit(&self, commit: Arc<Commit>) -> Result<Committed> {
        let fault = lock(&self.shared.faults).commits.pop_front().flatten();
        self.write(fault, |contents| {
            if let Some(again) = contents.next_in_lane(&commit)? {
                return Ok(again);
            }
            self.refuse_poisoned(&commit)?;
            contents.commit(&commit)
        })
    }

    async fn committed(&self, lane: LaneId, n: u64) -> Result<Option<Seal>> {
        Ok(self.contents().seal(lane, n))
    }

    async fn put(&self, commands: &[Command]) -> Result<Vec<Put>> {
        let fault = lock(&self.shared.faults).puts.pop_front();
        let put = self.write(fault, |contents| contents.put(commands));
        self.shared.put.notify_one();
        put
    }

    async fn inbox(&self, after: Option<CommandId>, most: usize) -> Result<Vec<Command>> {
        Ok(self.contents().inbox(after, most))
    }

    async fn outcome(&self, command: CommandId) -> Result<Outcome> {
        Ok(self.contents().outcome(command))
    }

    async fn load(&self, after: Option<Wake>, most: usize) -> Result<Vec<Row>> {
        Ok(self.contents().load(after, most))
    }

    async fn row(&self, instance: InstanceId) -> Result<Option<Row>> {
        Ok(self.contents().row(instance).cloned())
    }

    async fn keyed(&self, process: &str, rehearsal: bool, key: &BusinessKey) -> Result<Option<Row>> {
        Ok(self.contents().keyed(process, rehearsal, key).cloned())
    }

    async fn find(&self, query: &Query) -> Result<Page> {
        Ok(self.contents().find(query))
    }

    async fn tally(&self) -> Result<Vec<Tally>> {
        Ok(self.contents().tally())
    }

    async fn lines(&self, at: &[Position]) -> Result<Vec<LogLine>> {
        let contents = self.contents();
        at.iter().map(|at| contents.line(*at).map(|stored| stored.line.clone())).collect()
    }

    async fn story(
        &self,
        instance: InstanceId,
        before: Option<Position>,
        most: usize,
    ) -> Result<Vec<(Position, LogLine)>> {
        self.contents().story(instance, before, most)
    }

    async fn feed(&self, after: Position, most: usize) -> Result<Vec<StoredLine>> {
        Ok(self.contents().feed(after, most).to_vec())
    }

    async fn definitions(&self) -> Result<Vec<Definition>> {
        Ok(self.contents().definitions().to_vec())
    }

    async fn members(&self) -> Result<Vec<(LaneId, Member)>> {
        Ok(self.contents().members())
    }

    async fn woken(&self) {
        self.shared.put.notified().await;
    }

    async fn now(&self) -> Result<Timestamp> {
        Ok((self.clock)())
    }
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::new()
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").finish_non_exhaustive()
    }
}

/// Locks, also if somebody panicked meanwhile: what is written is whole at any time.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
