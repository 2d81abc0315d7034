//! The chain: a process, one step after the other.
//!
//! Typed where it is built, so that a step takes what the step before returns; erased where it
//! runs, so that any state that was ever stored can be continued. It knows no clock, no store, no
//! task and no thread: whoever runs it keeps the [`State`], and commits it.

mod error;
mod line;
mod link;
mod merge;
mod state;
mod stop;
mod structure;

pub use error::ChainError;
pub use line::{Line, Takes, TakesBack};
pub use state::{At, State};
pub use stop::Stop;
pub use structure::{StepStructure, Structure};

use crate::call::{Begins, Begun};
use crate::{Data, Flow, Json, Letter, Stage};
use error::Kind;
use line::Course;
use link::{Fault, Link};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A process that takes an `In` and runs in an environment `E`, in every version that is served.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Chain, Line, World};
///
/// // What `process!(payout)` writes.
/// fn payout() -> Chain<Request, World<Desk>> {
///     let line = Line::first::<load>();
///     let line = line.then::<release>();
///     let line = line.awaiting("compliance.decided");
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
/// assert_eq!(chain.awaits(&stop.state)?, Some("compliance.decided"));
///
/// let state = chain.merge(&stop.state, &Decided { approved: true }.letter())?;
/// let stop = chain.run(state, &live).await;
/// assert!(stop.is_finished());
/// assert_eq!(stop.state.read::<Released>()?, Released { amount: 5 });
/// # Ok(())
/// # }
/// ```
pub struct Chain<In, E: ?Sized> {
    process: &'static str,
    newest: u32,
    versions: BTreeMap<u32, Course<E>>,
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
        self
    }

    /// The state in which a new instance begins.
    ///
    /// # Errors
    ///
    /// If the input would not read back.
    pub fn start(&self, input: In) -> Result<State, ChainError> {
        let first = self.versions.get(&self.newest).and_then(|course| course.links.first());
        let step = first.map(|link| link.name).unwrap_or_default();
        State::write(self.process, self.newest, At::Step(step.into()), &input)
            .map_err(|error| self.error(self.newest, step, Kind::Unwritable, error))
    }

    /// As [`start`](Chain::start), from input that was written down.
    ///
    /// # Errors
    ///
    /// If it is not what the first step takes.
    pub fn start_of(&self, input: &Json) -> Result<State, ChainError> {
        let input = input.read().map_err(|error| {
            let first = self.steps(self.newest).next().unwrap_or_default();
            self.error(self.newest, first, Kind::Unreadable, error)
        })?;
        self.start(input)
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
        let begun = self.begin(state, link.name, false, environment)?;
        let next = match (link.run)(&state.data, environment).await {
            Ok(Flow::Next(next)) => next,
            Ok(Flow::Wait) if link.awaits.is_none() => {
                let why =
                    "it waits, and the map says for nothing: let it await a topic, or wait until a time";
                return Err(self.error(state.version, link.name, Kind::WaitsForNothing, why));
            }
            Ok(Flow::Wait) => return Ok(Flow::Wait),
            Ok(Flow::Until(due)) => return Ok(Flow::Until(due)),
            Err(fault) => return Err(self.fault(state.version, link.name, fault)),
        };
        begun.goes_on();
        let at = course.after(at);
        let State { version, rehearsal, .. } = *state;
        Ok(Flow::Next(State { process: state.process.clone(), version, rehearsal, at, data: next }))
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

    /// Puts a message that the state's step awaits into what is stored: its fields fill those that
    /// are null or absent. The same message again changes nothing.
    ///
    /// # Errors
    ///
    /// If the step awaits another topic or none, or a field of the message is unknown to what is
    /// stored, or differs from it: by name; and if the letter is a rehearsal's and the state is none, or the
    /// other way round.
    pub fn merge(&self, state: &State, letter: &Letter) -> Result<State, ChainError> {
        let (course, at) = self.find(state)?;
        let link = &course.links[at];
        let refused = |why: String| self.error(state.version, link.name, Kind::Refused, why);
        match link.awaits {
            Some(_) if letter.rehearsal != state.rehearsal => {
                let why = match state.rehearsal {
                    true => "this is a rehearsal, which only a rehearsal's message moves",
                    false => "a rehearsal's message moves rehearsals alone",
                };
                return Err(refused(why.into()));
            }
            Some(topic) if topic == letter.topic => {}
            Some(topic) => {
                return Err(refused(format!("it awaits `{topic}`, and this is `{}`", letter.topic)));
            }
            None => return Err(refused(format!("it awaits no message, and this is `{}`", letter.topic))),
        }
        (link.check)(&state.data)
            .map_err(|error| self.error(state.version, link.name, Kind::Unreadable, error))?;
        let filled = merge::filled(&state.data.json, &letter.payload);
        let merged =
            match filled.map_err(|error| refused(format!("a message of `{}`: {error}", letter.topic)))? {
                None => return Ok(state.clone()),
                Some(json) => (link.rewrite)(&json),
            };
        let json =
            merged.map_err(|error| refused(format!("with a message of `{}`: {error}", letter.topic)))?;
        let mut state = state.clone();
        state.data.json = json;
        Ok(state)
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
            let same = |it: &State| (it.version, it.rehearsal);
            same(after) == same(before) && after.process == before.process && after.at == course.after(at)
        };
        if after.is_some_and(|after| !follows(after)) {
            let why = "the state after it is no state in which this step of this instance can have ended";
            return Err(self.error(before.version, link.name, Kind::Refused, why));
        }
        let Some(undo) = &link.undo else {
            return Err(self.error(before.version, link.name, Kind::NotUndoable, "it has no compensation"));
        };
        let begun = self.begin(before, undo.name, true, environment)?;
        (undo.run)(&before.data, after.map(|after| &after.data), environment)
            .await
            .map_err(|fault| self.fault(before.version, link.name, fault))?;
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
            .map_err(|error| self.error(state.version, link.name, Kind::Unreadable, error))
    }

    /// The topic that the state's step awaits.
    ///
    /// # Errors
    ///
    /// If the state is no state of this chain, or finished.
    pub fn awaits(&self, state: &State) -> Result<Option<&'static str>, ChainError> {
        let (course, at) = self.find(state)?;
        Ok(course.links[at].awaits)
    }

    /// The compensation of the state's step.
    ///
    /// # Errors
    ///
    /// If the state is no state of this chain, or finished.
    pub fn undone_by(&self, state: &State) -> Result<Option<&'static str>, ChainError> {
        let (course, at) = self.find(state)?;
        Ok(course.links[at].undo.as_ref().map(|undo| undo.name))
    }

    /// Tells the environment which attempt begins.
    fn begin<'e>(
        &self,
        state: &State,
        step: &str,
        undoes: bool,
        environment: &'e E,
    ) -> Result<Begun<'e>, ChainError> {
        let State { version, rehearsal, .. } = *state;
        let begins = Begins { process: self.process, version, step, undoes, rehearsal };
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
            At::Step(name) => match course.by_name.get(name.as_str()) {
                Some(&at) => Ok((course, at)),
                None => Err(self.error(version, step, Kind::UnknownStep, "this version has no such step")),
            },
        }
    }

    fn error(&self, version: u32, step: &str, kind: Kind, why: impl fmt::Display) -> ChainError {
        ChainError::new(self.process, version, step, kind, why.to_string())
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

    /// The steps of a version, in their order; none if it is not served.
    pub fn steps(&self, version: u32) -> impl Iterator<Item = &'static str> {
        self.versions.get(&version).into_iter().flat_map(|course| course.links.iter().map(|link| link.name))
    }
}

impl<In, E: ?Sized> fmt::Debug for Chain<In, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.process)?;
        f.debug_map().entries(self.versions().map(|it| (it, self.steps(it).collect::<Vec<_>>()))).finish()
    }
}
