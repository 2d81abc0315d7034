//! The chain: a process, one step after the other.
//!
//! Typed where it is built, so that a step takes what the step before returns; erased where it
//! runs, so that any state that was ever stored can be continued. It knows no clock, no store, no
//! task and no thread: whoever runs it keeps the [`State`], and commits it.

mod address;
mod awaits;
mod error;
mod line;
mod link;
mod merge;
mod migrate;
mod state;
mod stop;
mod structure;
mod terms;
mod verify;

pub use awaits::{Await, Awaited, OnFailure, Retry};
pub use error::ChainError;
pub use line::{Line, Takes, TakesBack};
pub use state::{At, State};
pub use stop::Stop;
pub use structure::{StepStructure, Structure};
pub use terms::StepTerms;

use crate::call::{Begins, Begun};
use crate::{Data, Flow, Stage};
use address::Address;
use error::Kind;
use line::Course;
use link::{Fault, Link};
use migrate::Migrating;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A process that takes an `In` and runs in an environment `E`, in every version that is served.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Await, Chain, Line, World};
///
/// // What `process!(payout)` writes.
/// fn payout() -> Chain<Request, World<Desk>> {
///     let line = Line::first::<load>();
///     let line = line.then::<release>();
///     let line = line.awaiting::<Decided>(Await::default());
///     line.end(1)
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), stateline::ChainError> {
/// let live = World::live(Desk::default());
/// let chain = payout();
/// let state = chain.start(Request { consumer: 1, amount: 5 })?;
/// assert_eq!(state.step(), Some("load"));
///
/// let stop = chain.run(state, &live).await;
/// assert!(stop.is_waiting());
/// assert_eq!(chain.awaits(&stop.state)?[0].topic(), "compliance.decided");
///
/// let state = chain.merge(&stop.state, &Decided { approved: true }.letter())?;
/// let stop = chain.run(state, &live).await;
/// assert!(stop.is_finished());
/// assert_eq!(stop.state.read::<Released>()?, Released { amount: 5 });
/// # Ok(())
/// # }
/// ```
pub struct Chain<In, E: ?Sized> {
    context: &'static str,
    process: &'static str,
    newest: u32,
    versions: BTreeMap<u32, Course<E>>,
    address: Address,
    migrations: Vec<Migrating>,
    takes: PhantomData<fn(In)>,
}

impl<In: Data, E: Stage + ?Sized> Chain<In, E> {
    /// Serves another version too, for the instances that began on it; new ones begin on this one.
    ///
    /// # Panics
    ///
    /// If it is another process, or a version that is served already.
    pub fn serving<Old>(mut self, other: Chain<Old, E>) -> Self {
        assert_eq!(self.process, other.process, "a chain serves versions of one process");
        for (version, course) in other.versions {
            let before = self.versions.insert(version, course);
            assert!(before.is_none(), "`{}` serves version {version} already", self.process);
        }
        self.migrations.extend(other.migrations);
        self
    }

    /// Runs the step at which this state stands: next is the state after it, waiting leaves it
    /// where it is.
    ///
    /// # Errors
    ///
    /// If the step fails, or waits where nothing is awaited, or the state is no state of this chain; then
    /// the instance stays where it is. Also if the state is a rehearsal's and the environment is live, or
    /// the other way round.
    ///
    /// # Panics
    ///
    /// If the step does.
    pub async fn advance(&self, state: &State, environment: &E) -> Result<Flow<State>, ChainError> {
        let (course, at) = self.find(state)?;
        let link = &course.links[at];
        let begun = self.begin(state, link.terms.name, false, environment)?;
        let next = match (link.run)(&state.data, environment).await {
            Ok(Flow::Next(next)) => next,
            Ok(Flow::Wait) if link.terms.awaits.is_empty() => {
                let why =
                    "it waits, and the map says for nothing: let it await a topic, or wait until a time";
                return Err(self.error(state.version, link.terms.name, Kind::WaitsForNothing, why));
            }
            Ok(Flow::Wait) => return Ok(Flow::Wait),
            Ok(Flow::Until(due)) => return Ok(Flow::Until(due)),
            Err(fault) => return Err(self.fault(state.version, link.terms.name, fault)),
        };
        begun.goes_on();
        let at = course.after(at);
        let State { version, rehearsal, .. } = *state;
        let (process, key) = (self.process.into(), state.key.clone());
        Ok(Flow::Next(State { process, version, rehearsal, key, at, data: next }))
    }

    /// Runs step after step, until the end, or until one waits or fails.
    pub async fn run(&self, state: State, environment: &E) -> Stop {
        let mut state = state;
        loop {
            match self.advance(&state, environment).await {
                Ok(Flow::Next(next)) => state = next,
                Ok(Flow::Wait) => return Stop::waiting(state, None),
                Ok(Flow::Until(due)) => return Stop::waiting(state, Some(due)),
                Err(error) if error.is_finished() => return Stop::finished(state),
                Err(error) => return Stop::failed(state, error),
            }
        }
    }

    /// Undoes a step: `before` is the state in which it was run, since a compensation takes what
    /// the step took; `after` is the state in which that ended, or none if it failed inside.
    ///
    /// # Errors
    ///
    /// If the step has no compensation, or this fails; and if `after` is not what comes next after `before`.
    pub async fn undo(
        &self,
        before: &State,
        after: Option<&State>,
        environment: &E,
    ) -> Result<(), ChainError> {
        let (course, at) = self.find(before)?;
        let link = &course.links[at];
        let follows = |after: &State| {
            let same = |it: &State| (it.version, it.rehearsal, it.key.clone());
            same(after) == same(before) && after.process == before.process && after.at == course.after(at)
        };
        if after.is_some_and(|after| !follows(after)) {
            let why = "the state after it is no state in which this step of this instance can have ended";
            return Err(self.error(before.version, link.terms.name, Kind::Refused, why));
        }
        let Some(undo) = &link.undo else {
            return Err(self.error(
                before.version,
                link.terms.name,
                Kind::NotUndoable,
                "it has no compensation",
            ));
        };
        let begun = self.begin(before, undo.name, true, environment)?;
        (undo.run)(&before.data, after.map(|after| &after.data), environment)
            .await
            .map_err(|fault| self.fault(before.version, link.terms.name, fault))?;
        begun.goes_on();
        Ok(())
    }

    /// That this chain can continue the state: process, version and step are known, and the data
    /// is of the step's type.
    ///
    /// # Errors
    ///
    /// If not; also if it is finished.
    pub fn check(&self, state: &State) -> Result<(), ChainError> {
        let (course, at) = self.find(state)?;
        let link = &course.links[at];
        (link.check)(&state.data)
            .map_err(|error| self.error(state.version, link.terms.name, Kind::Unreadable, error))
    }

    /// The messages that the state's step awaits.
    ///
    /// # Errors
    ///
    /// If the state is no state of this chain, or finished.
    pub fn awaits(&self, state: &State) -> Result<&[Awaited], ChainError> {
        let (course, at) = self.find(state)?;
        Ok(course.links[at].terms.awaits())
    }

    /// The compensation of the state's step.
    ///
    /// # Errors
    ///
    /// If the state is no state of this chain, or finished.
    pub fn undone_by(&self, state: &State) -> Result<Option<&'static str>, ChainError> {
        let (course, at) = self.find(state)?;
        Ok(course.links[at].terms.undone_by)
    }

    /// Tells the environment which attempt begins.
    fn begin<'e>(
        &self,
        state: &State,
        step: &'static str,
        undoes: bool,
        environment: &'e E,
    ) -> Result<Begun<'e>, ChainError> {
        let State { version, rehearsal, .. } = *state;
        let begins = Begins { process: self.process, version, step, undoes, rehearsal, letter: None };
        let begun = environment.attempts().begin(begins);
        begun.map_err(|why| self.error(version, state.step().unwrap_or_default(), Kind::Refused, why))
    }

    fn find(&self, state: &State) -> Result<(&Course<E>, usize), ChainError> {
        let version = state.version;
        let step = state.step().unwrap_or_default();
        if state.process != self.process {
            let why = format!("this state is of the process `{}`", state.process);
            return Err(self.error(version, step, Kind::OtherProcess, why));
        }
        let Some(course) = self.versions.get(&version) else {
            let served: Vec<_> = self.versions.keys().map(u32::to_string).collect();
            let why = format!("this version is not served; served is {}", served.join(", "));
            return Err(self.error(version, step, Kind::UnservedVersion, why));
        };
        match &state.at {
            At::Finished => Err(self.error(version, "", Kind::Finished, "it is finished")),
            At::Step(name) => match course.by_name.get(&**name) {
                Some(&at) => Ok((course, at)),
                None => Err(self.error(version, step, Kind::UnknownStep, "this version has no such step")),
            },
        }
    }

    fn fault(&self, version: u32, step: &str, fault: Fault) -> ChainError {
        match fault {
            Fault::Unreadable(error) => self.error(version, step, Kind::Unreadable, error),
            Fault::Unwritable(error) => self.error(version, step, Kind::Unwritable, error),
            Fault::Failed(verdict, error) => {
                self.error(version, step, Kind::Failed, &error).caused_by(verdict, error)
            }
        }
    }
}

impl<In, E: ?Sized> Chain<In, E> {
    /// The context that it belongs to.
    pub fn context(&self) -> &'static str {
        self.context
    }

    /// The process.
    pub fn process(&self) -> &'static str {
        self.process
    }

    /// The version on which new instances begin.
    pub fn version(&self) -> u32 {
        self.newest
    }

    /// All versions that are served, from the oldest.
    pub fn versions(&self) -> impl Iterator<Item = u32> {
        self.versions.keys().copied()
    }

    /// What this version consists of; none if it is not served.
    pub fn structure(&self, version: u32) -> Option<Structure> {
        let course = self.versions.get(&version)?;
        let steps = course.links.iter().map(StepStructure::of).collect();
        Some(Structure { process: self.process.into(), version, steps })
    }

    /// Says what `stateline.lock` says of a version: a lock by itself, with this version alone and the types in
    /// it. `process!` writes it where there is such a file.
    ///
    /// # Panics
    ///
    /// If the version is not served.
    pub fn locked(mut self, version: u32, text: &'static str) -> Self {
        let course = self.versions.get_mut(&version);
        course.unwrap_or_else(|| panic!("version {version} of `{}` is not served", self.process)).lock =
            Some(text);
        self
    }

    /// What `stateline.lock` says of a version; none if it says nothing, or the version is not served.
    pub fn lock(&self, version: u32) -> Option<&'static str> {
        self.versions.get(&version)?.lock
    }

    /// The steps of a version, in their order; none if it is not served.
    pub fn steps(&self, version: u32) -> impl Iterator<Item = &'static str> {
        let links = self.versions.get(&version).into_iter().flat_map(|course| &course.links);
        links.map(|link| link.terms.name)
    }

    /// What the map says of a step of a version; none if that is not served, or has no such step.
    pub fn step(&self, version: u32, name: &str) -> Option<&StepTerms> {
        let course = self.versions.get(&version)?;
        course.by_name.get(name).map(|at| &course.links[*at].terms)
    }

    fn error(&self, version: u32, step: &str, kind: Kind, why: impl fmt::Display) -> ChainError {
        ChainError::new(self.process, version, step, kind, why.to_string())
    }
}

impl<In, E: ?Sized> fmt::Debug for Chain<In, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.process)?;
        f.debug_map().entries(self.versions().map(|it| (it, self.steps(it).collect::<Vec<_>>()))).finish()
    }
}
