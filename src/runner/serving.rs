//! A runner before it begins: what it serves, and whether the store has served the same.
//!
//! Long because whatever can keep a runner from beginning is found here, before the first step runs.

use super::clock::OwnClock;
use super::core::{Core, Mail, Served, Writer};
use super::driver::{Alert, Door, Driver, Waiters, Witness};
use super::durable::Port;
use super::duties::{Heard, Hears, Registered, subscriptions};
use super::event::Event;
use super::process::{self, Process};
use super::{Durable, RunnerError, Running, shapes, telemetry};
use crate::chain::Structure;
use crate::store::{
    Checkpoint, Definition, DefinitionId, Duty, Incarnation, InstanceId, LineKind, LogLine, Member, Ordered,
    Place, Position, Query, Row, Store, StoreError,
};
use crate::{Chain, Data, Handler, Hear, Json, State};
use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;
use std::sync::Arc;
use std::time::SystemTime;
use tokio::sync::mpsc;

/// How many rows are read at once.
const PAGE: usize = 1_024;

/// A runner: it owns a store, and runs the instances of the processes that it serves.
///
/// See [the module's page](super) for one that is begun, used and stopped.
#[must_use = "a runner begins by `begin`"]
pub struct Runner<S> {
    store: Arc<S>,
    build: String,
    at_once: usize,
    leaves_standing: bool,
    runs_no_step: bool,
    developing: bool,
    /// Who admits a store that was restored, and why.
    admits: Option<(String, String)>,
    served: Vec<Arc<dyn Process>>,
    handlers: Vec<Registered>,
    alert: Alert,
    witness: Witness,
    /// Of a test.
    clock: Option<OwnClock>,
    /// What stands between steps and what makes their calls, in a test.
    between: Option<Between>,
}

/// Puts something between steps and what makes their calls.
type Between = Box<dyn FnOnce(Arc<dyn Port>) -> Arc<dyn Port> + Send + Sync>;

impl<S: Store> Runner<S> {
    /// A runner on this store, which serves nothing yet.
    pub fn new(store: S) -> Self {
        let build = env!("CARGO_PKG_VERSION").to_owned();
        let (store, served, alert) = (Arc::new(store), Vec::new(), Box::new(|_: &str| {}));
        let (leaves_standing, runs_no_step, developing) = (false, false, false);
        let witness = Box::new(|_: &Checkpoint| {});
        let (handlers, clock, between) = (Vec::new(), None, None);
        Runner {
            store,
            build,
            at_once: 256,
            leaves_standing,
            runs_no_step,
            developing,
            admits: None,
            served,
            handlers,
            alert,
            witness,
            clock,
            between,
        }
    }

    /// Serves a process: all versions of its chain, with what its operations borrow.
    ///
    /// Where the map says nothing else, an attempt of a step may take a minute, and a step that failed is
    /// tried again as [`Retry::DEFAULT`](crate::Retry::DEFAULT) says. Delays are the longest that there may be:
    /// each is drawn evenly from nothing up to that, so that what failed together is not tried again together.
    ///
    /// # Panics
    ///
    /// If it serves a process of this name already.
    pub fn serve<In: Data, E: Send + Sync + 'static>(
        mut self,
        chain: Chain<In, Durable<E>>,
        environment: impl Into<Arc<E>>,
    ) -> Self {
        let process: Arc<dyn Process> = Arc::new(process::Served::new(chain, environment.into()));
        let known = self.served.iter().any(|it| it.name() == process.name());
        assert!(!known, "`{}` is served already: let one chain serve all its versions", process.name());
        self.served.push(process);
        self
    }

    /// Has a handler take the letters of its topic, with what its operations borrow.
    ///
    /// Letters that a step, a compensation or another handler publishes are written with its end; so are the
    /// handler's letters and its ack. Letters with the same key are handled one after the other. A handler whose
    /// error says so is asked again, with the delays of [`Retry::DEFAULT`](crate::Retry::DEFAULT), and after ten
    /// failures no more; after any other error at once no more: the letter is quarantined, with all of its key
    /// that come behind it, until a person releases it or cancels it.
    pub fn receive<H: Hear<Durable<E>>, E: Send + Sync + 'static>(mut self, environment: Arc<E>) -> Self {
        let handler = Handler::of::<H>();
        let course = Duty::course(handler.context(), handler.topic());
        let handler: Arc<dyn Hears> = Arc::new(Heard { handler: Arc::new(handler), environment });
        self.handlers.push(Registered { course, handler });
        self
    }

    /// Runs by another clock, and with something between steps and what makes their calls.
    #[cfg(feature = "testing")]
    pub(crate) fn tested(
        mut self,
        clock: OwnClock,
        between: impl FnOnce(Arc<dyn Port>) -> Arc<dyn Port> + Send + Sync + 'static,
    ) -> Self {
        self.clock = Some(clock);
        self.between = Some(Box::new(between));
        self
    }

    /// What tells this build apart from others: a version, a commit. The log says which build wrote a line.
    pub fn build(mut self, build: impl Into<String>) -> Self {
        self.build = build.into();
        self
    }

    /// At most so many steps run at once: 256, if nothing is said.
    pub fn at_once(mut self, steps: usize) -> Self {
        self.at_once = steps.max(1);
        self
    }

    /// Tells somebody who should look: of a letter that is not acknowledged in time, of a wait that is longer than it
    /// should be, of what could not be written, of rows and commands that cannot be read, and when a store begins to
    /// be in trouble. That an instance is parked is no alert.
    pub fn alerting(mut self, tell: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.alert = Box::new(tell);
        self
    }

    /// Tells somebody else where the log stands: a minute after something was written, and when the runner stops.
    /// Against such a [`Checkpoint`], [`verify`](crate::store::verify) also finds what was cut off from the end of
    /// the log, or written anew: keep the last one where whoever can write the store cannot.
    pub fn witnessing(mut self, remember: impl Fn(&Checkpoint) + Send + Sync + 'static) -> Self {
        self.witness = Box::new(remember);
        self
    }

    /// Begins although a version is not served that has instances on their way: they stay where they are,
    /// until a build comes that serves it.
    pub fn leaving_standing(mut self) -> Self {
        self.leaves_standing = true;
        self
    }

    /// Carries out commands and takes in messages, and runs no step: what could go on waits for the next runner.
    /// A step runs all the same where a cancellation or a rollback has to ask what became of its open calls; it
    /// makes none.
    pub fn running_no_step(mut self) -> Self {
        self.runs_no_step = true;
        self
    }

    /// Begins although the store is a copy, or was restored from one: somebody has compared it with what others
    /// know. Who and why is written into the log, with where it comes from.
    pub fn admitting_restored(mut self, who: impl Into<String>, why: impl Into<String>) -> Self {
        self.admits = Some((who.into(), why.into()));
        self
    }

    /// Begins without a lock, although the store lasts: while a program is made, and nothing in the store matters
    /// yet. A store that is gone with the process, as [`Memory`](crate::store::Memory), needs no lock.
    pub fn developing(mut self) -> Self {
        self.developing = true;
        self
    }

    /// Takes the store, and begins to run what is to be run.
    ///
    /// # Errors
    ///
    /// If a version that is served is not what it was when it was first served, or cannot read what is stored of
    /// it, if one is not [locked](Chain::locked) although the store [lasts](Store::lasts), if one is not served that has
    /// instances on their way (those of a process that is left out altogether count), if a key or what a
    /// message fills is no field, if the store was [restored](Store::restored), and if it cannot be taken or read.
    pub async fn begin(mut self) -> Result<Running<S>, RunnerError> {
        let store = self.store.clone();
        for process in &self.served {
            process.verify().map_err(|wrong| {
                let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
                RunnerError::refused(wrong.join("; "))
            })?;
        }
        let handlers = std::mem::take(&mut self.handlers);
        let subscriptions = subscriptions(&self.served, handlers).map_err(RunnerError::refused)?;
        // Whoever is refused takes the store from nobody.
        self.defined().await?;
        let restored = store.restored().await?;
        if let (Some(why), None, false) = (&restored, &self.admits, self.runs_no_step) {
            return Err(RunnerError::restored(why));
        }
        let admitted = self.admits.take().zip(restored);
        let now = self.clock.as_ref().map_or_else(|| SystemTime::now().into(), |clock| clock());
        let seed = RandomState::new().hash_one(std::process::id());
        let (process_id, build) = (std::process::id(), self.build.clone());
        let heard = subscriptions.iter().map(|it| (it.course.clone(), Duty::VERSION));
        let serves = self.served.iter().flat_map(|process| process.structures());
        let serves = serves.map(|structure| (structure.process, structure.version)).chain(heard).collect();
        let member = Member {
            incarnation: Incarnation::new(now, random(seed)),
            build,
            process_id,
            joined: now,
            serves,
        };
        let lane = store.join(&member).await?;
        // Its owner may have defined something in between.
        let (definitions, new) = self.defined().await?;
        let opened = LogLine::opened(now, &lane, &member)?;
        let new = new.into_iter().map(|definition| {
            let line = LogLine::new(now, LineKind::Defined, None);
            let payload = Some(Json::write(&definition)?);
            Ok((definition, LogLine { payload, ..line }))
        });
        let new: Vec<(Definition, LogLine)> = new.collect::<Result<_, RunnerError>>()?;
        let known = store.definitions().await?;
        let defined = known.into_iter().chain(new.iter().map(|(definition, _)| definition.clone()));
        let defined: Vec<_> = defined.collect();
        let receivers = subscriptions.iter().map(|it| (it.course.clone(), it.receivers.clone()));
        let mail = Mail::new(receivers.collect(), &defined, seed);
        let mut writer = Writer::new(&lane, opened, new);
        let admits = admitted.is_some();
        if let Some(((who, why), restored)) = admitted {
            let said = Ordered { who, why, refused: None, shown: None, restored: Some(restored) };
            let line = LogLine::new(now, LineKind::Released, None);
            writer.aside(LogLine { payload: Some(Json::write(&said)?), ..line });
        }
        let mut processes: BTreeMap<_, _> =
            self.served.iter().map(|process| (process.name().to_owned(), process.clone())).collect();
        let served = self.served.into_iter().zip(definitions);
        let served = served.map(|(process, definitions)| Served { process, definitions });
        let mut served: Vec<_> = served.collect();
        for subscription in subscriptions {
            let known = defined.iter().find(|it| it.process == subscription.course);
            let definitions = known.map(|it| (it.version, it.id)).into_iter().collect();
            let process: Arc<dyn Process> = Arc::new(subscription);
            processes.insert(process.name().to_owned(), process.clone());
            served.push(Served { process, definitions });
        }
        let mut core = Core::new(writer, (served, mail), self.at_once, seed);
        if self.runs_no_step {
            core.take(Event::Stop, now);
        }
        let (tell, told) = mpsc::unbounded_channel();
        let door: Arc<dyn Port> = Arc::new(Door(tell.clone()));
        let alert = telemetry::alerting(self.alert);
        let mut loaded = |rows: Told| {
            let event = rows.map_or_else(|(id, error)| Event::Damaged(id, error, None), Event::Loaded);
            core.take(event, now);
        };
        load(&*store, &mut loaded).await?;
        let mut damaged = Vec::new();
        let mut owed = |rows: Told| match rows {
            Ok(rows) => core.take(Event::Owed(rows), now),
            Err(it) => damaged.push(it),
        };
        pages(&*store, Query::open_letters(PAGE), &mut owed).await?;
        for (id, error) in damaged {
            let begins = begins(&*store, id).await?;
            core.take(Event::Damaged(id, error, begins), now);
        }
        core.take(Event::Owed(Vec::new()), now);
        let driver = Driver {
            store: store.clone(),
            core,
            processes: processes.clone(),
            told,
            tell: tell.clone(),
            door: match self.between {
                Some(between) => between(door),
                None => door,
            },
            clock: self.clock,
            waiters: Waiters::default(),
            commit: None,
            admits,
            alert,
            witness: self.witness,
        };
        let task = tokio::spawn(driver.drive());
        Ok(Running::new(store, processes, tell, task))
    }

    /// What [`define`](Self::define) says of the definitions as they are now, if nothing is left out.
    async fn defined(&self) -> Result<(Vec<BTreeMap<u32, DefinitionId>>, Vec<Definition>), RunnerError> {
        let defined = self.store.definitions().await?;
        if !self.leaves_standing {
            self.look_for_dropped(&defined).await?;
        }
        self.define(&defined)
    }

    /// By which definitions the versions go that are served, and those that are new.
    #[expect(clippy::type_complexity, reason = "two lists, each said in the line above")]
    fn define(
        &self,
        defined: &[Definition],
    ) -> Result<(Vec<BTreeMap<u32, DefinitionId>>, Vec<Definition>), RunnerError> {
        let mut new: Vec<Definition> = Vec::new();
        let mut all = Vec::new();
        for process in &self.served {
            let mut versions = BTreeMap::new();
            for structure in process.structures() {
                let version = structure.version;
                let shapes = shapes::shapes(&**process, &structure)?;
                if shapes.is_none() && self.store.lasts() && !self.developing && !self.runs_no_step {
                    return Err(RunnerError::unlocked(process.name(), version));
                }
                let known =
                    defined.iter().filter(|it| it.process == structure.process && it.version == version);
                let known: Vec<&Definition> = known.collect();
                for known in &known {
                    if let Some(difference) = known.structure.read::<Structure>()?.difference(&structure) {
                        return Err(RunnerError::changed(process.name(), version, &difference));
                    }
                    shapes.as_ref().map_or(Ok(()), |shapes| shapes::compare(known, shapes))?;
                }
                // Without a lock it goes by the last that there is.
                let same = known.iter().rfind(|it| shapes.is_none() || it.shapes == shapes);
                let id = same.map(|it| it.id).map_or_else(
                    || {
                        let id =
                            DefinitionId(u32::try_from(defined.len() + new.len() + 1).unwrap_or(u32::MAX));
                        let process = structure.process.clone();
                        let structure = Json::write(&structure)?;
                        new.push(Definition { id, process, version, structure, shapes });
                        Ok::<_, RunnerError>(id)
                    },
                    Ok,
                )?;
                versions.insert(version, id);
            }
            all.push(versions);
        }
        Ok((all, new))
    }

    /// Looks for versions that are not served, and have instances on their way.
    async fn look_for_dropped(&self, defined: &[Definition]) -> Result<(), RunnerError> {
        let structures = self.served.iter().flat_map(|process| process.structures());
        let served: BTreeSet<_> = structures.map(|it| (it.process, it.version)).collect();
        let processes = defined.iter().filter(|it| !Duty::is_course(&it.process));
        for Definition { process, version, .. } in processes {
            if served.contains(&(process.clone(), *version)) {
                continue;
            }
            let (process_, version_) = (Some(process.clone()), Some(*version));
            let query = Query { process: process_, version: version_, ended: Some(false), ..Query::all(1) };
            if !self.store.find(&query).await?.rows.is_empty() {
                return Err(RunnerError::in_flight(process, *version));
            }
        }
        Ok(())
    }
}

/// Rows as they are stored, or one that cannot be read.
type Told = Result<Vec<Row>, (InstanceId, StoreError)>;

/// Reads all that goes on by itself.
async fn load<S: Store>(store: &S, tell: &mut (impl FnMut(Told) + Send)) -> Result<(), RunnerError> {
    let mut after = None;
    loop {
        match store.load(after, PAGE).await {
            Ok(rows) => {
                let Some(last) = rows.last().and_then(Row::wake) else { return Ok(()) };
                after = Some(last);
                tell(Ok(rows));
            }
            Err(error) if skipped(&error).is_some() => {
                let query = Query { ended: Some(false), ..Query::all(PAGE) };
                let wakes = |rows: Vec<Row>| rows.into_iter().filter(|row| row.wake().is_some()).collect();
                return pages(store, query, &mut |rows| tell(rows.map(wakes))).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Tells all rows that a query selects, by their ids: behind a damaged row one can go on in this order alone.
async fn pages<S: Store>(
    store: &S,
    mut query: Query,
    tell: &mut (impl FnMut(Told) + Send),
) -> Result<(), RunnerError> {
    loop {
        let last = match store.find(&query).await {
            Ok(page) => {
                let Some(last) = page.rows.last().map(|row| row.id) else { return Ok(()) };
                tell(Ok(page.rows));
                last
            }
            Err(error) => {
                let Some(last) = skipped(&error).filter(|id| Some(*id) > query.after) else {
                    return Err(error.into());
                };
                tell(Err((last, error)));
                last
            }
        };
        query.after = Some(last);
    }
}

/// Where the story of an instance begins whose row cannot be read, and in which state; none if that cannot be read
/// either.
async fn begins<S: Store>(store: &S, id: InstanceId) -> Result<Option<(Position, Box<State>)>, RunnerError> {
    let (mut first, mut before) = (None, None);
    loop {
        match store.story(id, before, PAGE).await {
            Ok(mut page) => {
                let Some((position, line)) = page.pop() else { break };
                before = Some(position);
                first = line.state.map(|state| (position, Box::new(state)));
            }
            Err(error) if error.is_damaged() => return Ok(None),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(first)
}

/// The instance whose row cannot be read, and is skipped.
fn skipped(error: &StoreError) -> Option<InstanceId> {
    match error.place() {
        Some(Place::Instance(id)) if error.is_damaged() => Some(id),
        _ => None,
    }
}

/// Ten bytes out of a number that nobody else has.
pub(crate) fn random(seed: u64) -> [u8; 10] {
    let (one, other) = (RandomState::new().hash_one(seed), RandomState::new().hash_one(!seed));
    let mut bytes = [0; 10];
    bytes[..8].copy_from_slice(&one.to_le_bytes());
    bytes[8..].copy_from_slice(&other.to_le_bytes()[..2]);
    bytes
}
