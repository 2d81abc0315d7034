//! A process without its types: what the core asks of it, and what runs its steps.

use super::Durable;
use super::durable::Port;
use super::duties::Receivers;
use super::event::{Begin, Outcome};
use crate::chain::Structure;
use crate::store::Duty;
use crate::{
    Awaited, Chain, ChainError, Data, Flow, Json, Letter, OnFailure, Retry, State, StepTerms, World,
};
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// A step that runs.
pub(crate) type StepFuture = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// How long a step may run of which the map says nothing.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

/// How a step is run: as the map says, and what follows where it says nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    pub(crate) retry: Retry,
    /// How long an attempt may take.
    pub(crate) limit: Duration,
    /// How long it may wait for a message before somebody is told.
    pub(crate) overdue: Option<Duration>,
    /// Whether all is undone when it fails for good.
    pub(crate) rolls_back: bool,
}

/// A process without its types.
pub(crate) trait Process: Send + Sync {
    fn name(&self) -> &str;

    /// Whether what is said of its fields holds, as far as that can be seen.
    fn verify(&self) -> Result<(), Vec<ChainError>>;

    /// What each version that is served consists of.
    fn structures(&self) -> Vec<Structure>;

    /// What its context does with letters because of it, by the processes of its duties.
    fn receives(&self) -> Vec<(String, Receivers)>;

    /// What `stateline.lock` says of a version.
    fn lock(&self, _version: u32) -> Option<&'static str> {
        None
    }

    /// The state in which an instance begins that is started with this.
    fn start(&self, input: &Json) -> Result<State, ChainError>;

    /// The state in which an instance begins that this letter starts.
    fn start_by(&self, letter: &Letter) -> Result<State, ChainError>;

    /// Whether the state's step awaits this topic.
    fn awaits(&self, state: &State, topic: &str) -> bool;

    /// Whether a step behind that of the state awaits this topic.
    fn awaits_later(&self, state: &State, topic: &str) -> bool;

    fn merge(&self, state: &State, letter: &Letter) -> Result<State, ChainError>;

    /// The topics that the state's step awaits.
    fn topics(&self, _state: &State) -> Vec<&'static str> {
        Vec::new()
    }

    /// The state on another version; or why there is none.
    fn migrate(&self, _state: &State, _to: u32) -> Result<State, String> {
        Err("a letter has no versions".into())
    }

    /// How the state's step is run.
    fn terms(&self, state: &State) -> Terms;

    /// Whether the state's step has a compensation.
    fn is_undone(&self, state: &State) -> bool;

    /// Runs a step.
    fn run(&self, begin: Begin, port: Arc<dyn Port>) -> StepFuture;
}

/// A chain with what its operations borrow.
pub(crate) struct Served<In, E> {
    chain: Arc<Chain<In, Durable<E>>>,
    environment: Arc<E>,
}

impl<In, E> Served<In, E> {
    pub(crate) fn new(chain: Chain<In, Durable<E>>, environment: Arc<E>) -> Self {
        Served { chain: Arc::new(chain), environment }
    }
}

/// What a step runs in.
pub(crate) fn world<E>(environment: Arc<E>, begin: &Begin) -> World<Arc<E>> {
    let world = match begin.state.is_rehearsal() {
        true => World::rehearsing(environment),
        false => World::live(environment),
    };
    let world = world.instance(begin.run.instance.shared()).attempt(begin.attempt);
    world.at(begin.now.into()).until(SystemTime::from(begin.limit))
}

impl<In: Data, E: Send + Sync + 'static> Process for Served<In, E> {
    fn name(&self) -> &str {
        self.chain.process()
    }

    fn verify(&self) -> Result<(), Vec<ChainError>> {
        self.chain.verify()
    }

    fn structures(&self) -> Vec<Structure> {
        self.chain.versions().filter_map(|version| self.chain.structure(version)).collect()
    }

    fn receives(&self) -> Vec<(String, Receivers)> {
        let (context, name) = (self.chain.context(), self.chain.process());
        let starts = self.chain.starts_on().map(|topic| {
            (Duty::course(context, topic), Receivers { starts: Some(name.into()), ..Receivers::default() })
        });
        let versions = self.chain.versions();
        let steps = versions.flat_map(|version| self.chain.steps(version).map(move |step| (version, step)));
        let awaited = steps.filter_map(|(version, step)| self.chain.step(version, step));
        let awaited = awaited.flat_map(StepTerms::awaits).map(|awaited| {
            let by = awaited.by().map(str::to_owned);
            let receivers = Receivers { awaits: vec![(name.into(), by)], ..Receivers::default() };
            (Duty::course(context, awaited.topic()), receivers)
        });
        starts.into_iter().chain(awaited).collect()
    }

    fn lock(&self, version: u32) -> Option<&'static str> {
        self.chain.lock(version)
    }

    fn start(&self, input: &Json) -> Result<State, ChainError> {
        self.chain.start_of(input)
    }

    fn start_by(&self, letter: &Letter) -> Result<State, ChainError> {
        self.chain.start_by(letter)
    }

    fn awaits(&self, state: &State, topic: &str) -> bool {
        self.chain.awaits(state).is_ok_and(|awaits| awaits.iter().any(|awaited| awaited.topic() == topic))
    }

    fn awaits_later(&self, state: &State, topic: &str) -> bool {
        let steps = self.chain.structure(state.version()).map(|it| it.steps).unwrap_or_default();
        let later = steps.iter().skip_while(|step| Some(step.name.as_str()) != state.step()).skip(1);
        later.into_iter().any(|step| step.awaits.iter().any(|awaited| awaited == topic))
    }

    fn merge(&self, state: &State, letter: &Letter) -> Result<State, ChainError> {
        self.chain.merge(state, letter)
    }

    fn topics(&self, state: &State) -> Vec<&'static str> {
        let awaits = self.chain.awaits(state).unwrap_or_default();
        awaits.iter().map(Awaited::topic).collect()
    }

    fn migrate(&self, state: &State, to: u32) -> Result<State, String> {
        self.chain.migrate(state, to).map_err(|error| error.to_string())
    }

    fn terms(&self, state: &State) -> Terms {
        let said = self.chain.step(state.version(), state.step().unwrap_or_default());
        let awaits = said.map(StepTerms::awaits).unwrap_or_default();
        Terms {
            retry: said.and_then(StepTerms::retry).unwrap_or_default(),
            limit: said.and_then(StepTerms::within).unwrap_or(LIMIT),
            overdue: awaits.iter().filter_map(Awaited::within).min(),
            rolls_back: self.chain.on_failure() == OnFailure::Rollback,
        }
    }

    fn is_undone(&self, state: &State) -> bool {
        matches!(self.chain.undone_by(state), Ok(Some(_)))
    }

    fn run(&self, begin: Begin, port: Arc<dyn Port>) -> StepFuture {
        let durable = Durable::new(world(self.environment.clone(), &begin), begin.run, port);
        let chain = self.chain.clone();
        Box::pin(async move {
            let ended = match &begin.undoes {
                Some(after) => chain.undo(&begin.state, after.as_ref(), &durable).await.map(|()| None),
                None => chain.advance(&begin.state, &durable).await.map(Some),
            };
            match ended {
                Ok(None) => Outcome::Next(None, durable.take_letters()),
                Ok(Some(Flow::Next(state))) => Outcome::Next(Some(state), durable.take_letters()),
                Ok(Some(Flow::Wait)) => Outcome::Wait(None),
                Ok(Some(Flow::Until(due))) => Outcome::Wait(Some(due)),
                Err(error) => Outcome::Failed(error.verdict(), error.to_string()),
            }
        })
    }
}
