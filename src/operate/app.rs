//! What a user's binary serves, before any of it is needed.

use crate::chain::Structure;
use crate::runner::{Durable, LIMIT, Runner};
use crate::store::{Duty, Sqlite};
use crate::{Awaited, Chain, ChainError, Data, DataError, Handler, Hear, Json, Letter, State, StepTerms};
use std::collections::BTreeMap;
use std::error::Error;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Why an environment could not be opened.
type Failed = Box<dyn Error + Send + Sync>;

/// Whom a program tells what somebody should look at.
type Alert = Box<dyn Fn(&str) + Send + Sync>;

/// A program that runs processes, and has verbs for people. See [the module's page](super).
#[must_use = "`operate` runs it"]
pub struct App {
    pub(super) name: String,
    pub(super) build: String,
    pub(super) alert: Alert,
    groups: Vec<Box<dyn Served>>,
}

/// Processes that are served, and wait for what their operations borrow.
#[must_use = "it is served by `environment`"]
pub struct Serving<E> {
    app: App,
    chains: Vec<Box<dyn Bound<E>>>,
    handlers: Vec<Registered<E>>,
}

/// Reads a letter as its handler would.
pub(super) type Reads = fn(&Letter) -> Result<(), DataError>;

/// A handler that is yet to be given what its operations borrow, with what its duties are instances of.
struct Registered<E> {
    course: String,
    read: Reads,
    receive: fn(Runner<Sqlite>, Arc<E>) -> Runner<Sqlite>,
}

/// A chain without its types: what verbs ask of it.
pub(super) trait Known: Send + Sync {
    fn context(&self) -> &str;
    fn process(&self) -> &str;
    fn structures(&self) -> Vec<Structure>;
    fn start(&self, input: &Json) -> Result<State, ChainError>;
    /// The topic each of whose messages starts an instance.
    fn starts_on(&self) -> Option<&'static str>;
    /// The state in which the instance begins that a message starts.
    fn start_by(&self, message: &Json) -> Result<State, ChainError>;
    /// That the data of a state is what its step takes.
    fn check(&self, state: &State) -> Result<(), ChainError>;
    /// What `stateline.lock` says of a version.
    fn lock(&self, version: u32) -> Option<&'static str>;
    /// The state on another version, as its step there would read it.
    fn migrate(&self, state: &State, to: u32) -> Result<State, ChainError>;
    /// The topics that the state's step awaits.
    fn topics(&self, state: &State) -> Vec<&'static str>;
    /// What is said of this topic where a step awaits it.
    fn awaited(&self, topic: &str) -> Option<Awaited>;
    /// How long an attempt of a step may take.
    fn limit(&self, version: u32, step: &str) -> Duration;
}

/// The same, which can still be served.
trait Bound<E>: Known {
    fn serve(self: Box<Self>, runner: Runner<Sqlite>, environment: Arc<E>) -> Runner<Sqlite>;
}

/// Chains with what their operations borrow.
trait Served: Send {
    fn chains(&self) -> Vec<&dyn Known>;
    /// What handlers owe letters, and how each reads one.
    fn courses(&self) -> Vec<(String, Reads)>;
    fn serve(self: Box<Self>, runner: Runner<Sqlite>) -> Boxed<'static, Result<Runner<Sqlite>, Failed>>;
}

impl App {
    /// A program of this name, which serves nothing yet.
    pub fn new(name: impl Into<String>) -> App {
        let (name, build) = (name.into(), env!("CARGO_PKG_VERSION").into());
        App { name, build, alert: Box::new(|_| {}), groups: Vec::new() }
    }

    /// What tells this build apart from others: a version, a commit. The log says which build wrote a line.
    pub fn build(mut self, build: impl Into<String>) -> App {
        self.build = build.into();
        self
    }

    /// Tells somebody what the program prints as a note: what [`Runner::alerting`] tells. An alert
    /// about a letter or a wait is told once, after its line is written into the log: a program that is killed in
    /// between has told nobody. Others have no line.
    pub fn alerting(mut self, tell: impl Fn(&str) + Send + Sync + 'static) -> App {
        self.alert = Box::new(tell);
        self
    }

    /// Serves a process, in the [environment](Serving::environment) that follows.
    pub fn serve<In: Data, E: Send + Sync + 'static>(self, chain: Chain<In, Durable<E>>) -> Serving<E> {
        Serving { app: self, chains: Vec::new(), handlers: Vec::new() }.serve(chain)
    }

    /// Has a handler take the letters of its topic, in the [environment](Serving::environment) that follows.
    pub fn receive<H: Hear<Durable<E>>, E: Send + Sync + 'static>(self) -> Serving<E> {
        Serving { app: self, chains: Vec::new(), handlers: Vec::new() }.receive::<H>()
    }

    /// What is served: versions of processes, and what handlers owe letters.
    pub(super) fn served(&self) -> impl Iterator<Item = (String, u32)> {
        let chains = self.chains().flat_map(|chain| chain.structures()).map(|it| (it.process, it.version));
        chains.chain(self.courses().map(|(course, _)| (course, Duty::VERSION)))
    }

    /// How long an attempt of each step may take.
    pub(super) fn limits(&self) -> BTreeMap<(String, u32, String), Duration> {
        let versions =
            self.chains().flat_map(|chain| chain.structures().into_iter().map(move |it| (chain, it)));
        let steps = versions.flat_map(|(chain, Structure { process, version, steps })| {
            steps.into_iter().map(move |step| {
                let limit = chain.limit(version, &step.name);
                ((process.clone(), version, step.name), limit)
            })
        });
        steps.collect()
    }

    /// What handlers owe letters, and how each reads one.
    pub(super) fn courses(&self) -> impl Iterator<Item = (String, Reads)> {
        self.groups.iter().flat_map(|group| group.courses())
    }

    pub(super) fn chains(&self) -> impl Iterator<Item = &dyn Known> {
        self.groups.iter().flat_map(|group| group.chains())
    }

    /// Opens all environments, and serves all processes in them.
    pub(super) async fn serve_all(self, mut runner: Runner<Sqlite>) -> Result<Runner<Sqlite>, Failed> {
        for group in self.groups {
            runner = group.serve(runner).await?;
        }
        Ok(runner.build(self.build))
    }
}

impl<E: Send + Sync + 'static> Serving<E> {
    /// Serves another process in the same environment.
    pub fn serve<In: Data>(mut self, chain: Chain<In, Durable<E>>) -> Serving<E> {
        self.chains.push(Box::new(chain));
        self
    }

    /// Has another handler take the letters of its topic, in the same environment.
    pub fn receive<H: Hear<Durable<E>>>(mut self) -> Serving<E> {
        let handler = Handler::<Durable<E>>::of::<H>();
        let course = Duty::course(handler.context(), handler.topic());
        let receive = |runner: Runner<Sqlite>, environment| runner.receive::<H, E>(environment);
        let read = |letter: &Letter| letter.read::<H::Message>().map(drop);
        self.handlers.push(Registered { course, read, receive });
        self
    }

    /// How the environment is opened: what the operations of these processes borrow. It is opened only by verbs
    /// that run something.
    pub fn environment<Err, Opened>(mut self, open: impl FnOnce() -> Opened + Send + 'static) -> App
    where
        Err: Into<Failed>,
        Opened: Future<Output = Result<E, Err>> + Send + 'static,
    {
        let open = Box::new(move || -> Boxed<'static, Result<Arc<E>, Failed>> {
            let opened = open();
            Box::pin(async move { opened.await.map(Arc::new).map_err(Into::into) })
        });
        self.app.groups.push(Box::new(Group { chains: self.chains, handlers: self.handlers, open }));
        self.app
    }
}

struct Group<E> {
    chains: Vec<Box<dyn Bound<E>>>,
    handlers: Vec<Registered<E>>,
    open: Box<dyn FnOnce() -> Boxed<'static, Result<Arc<E>, Failed>> + Send>,
}

impl<E: Send + Sync + 'static> Served for Group<E> {
    fn chains(&self) -> Vec<&dyn Known> {
        self.chains.iter().map(|chain| &**chain as &dyn Known).collect()
    }

    fn courses(&self) -> Vec<(String, Reads)> {
        self.handlers.iter().map(|it| (it.course.clone(), it.read)).collect()
    }

    fn serve(self: Box<Self>, runner: Runner<Sqlite>) -> Boxed<'static, Result<Runner<Sqlite>, Failed>> {
        Box::pin(async move {
            let environment = (self.open)().await?;
            let chains = self.chains.into_iter();
            let runner = chains.fold(runner, |runner, chain| chain.serve(runner, environment.clone()));
            let handlers = self.handlers.into_iter();
            Ok(handlers.fold(runner, |runner, it| (it.receive)(runner, environment.clone())))
        })
    }
}

impl<In: Data, E: Send + Sync + 'static> Known for Chain<In, Durable<E>> {
    fn context(&self) -> &str {
        Chain::context(self)
    }

    fn process(&self) -> &str {
        Chain::process(self)
    }

    fn structures(&self) -> Vec<Structure> {
        self.versions().filter_map(|version| self.structure(version)).collect()
    }

    fn start(&self, input: &Json) -> Result<State, ChainError> {
        self.start_of(input)
    }

    fn starts_on(&self) -> Option<&'static str> {
        Chain::starts_on(self)
    }

    fn start_by(&self, message: &Json) -> Result<State, ChainError> {
        self.start_by_message(message)
    }

    fn check(&self, state: &State) -> Result<(), ChainError> {
        Chain::check(self, state)
    }

    fn lock(&self, version: u32) -> Option<&'static str> {
        Chain::lock(self, version)
    }

    fn migrate(&self, state: &State, to: u32) -> Result<State, ChainError> {
        let migrated = Chain::migrate(self, state, to)?;
        Chain::check(self, &migrated).map(|()| migrated)
    }

    fn topics(&self, state: &State) -> Vec<&'static str> {
        self.awaits(state).unwrap_or_default().iter().map(Awaited::topic).collect()
    }

    fn awaited(&self, topic: &str) -> Option<Awaited> {
        let structures = Known::structures(self);
        let names =
            structures.iter().flat_map(|it| it.steps.iter().map(move |step| (it.version, &step.name)));
        let mut awaited = names.flat_map(|(version, name)| {
            self.step(version, name).map(|terms| terms.awaits().to_vec()).unwrap_or_default()
        });
        awaited.find(|awaited: &Awaited| awaited.topic() == topic)
    }

    fn limit(&self, version: u32, step: &str) -> Duration {
        self.step(version, step).and_then(StepTerms::within).unwrap_or(LIMIT)
    }
}

impl<In: Data, E: Send + Sync + 'static> Bound<E> for Chain<In, Durable<E>> {
    fn serve(self: Box<Self>, runner: Runner<Sqlite>, environment: Arc<E>) -> Runner<Sqlite> {
        runner.serve(*self, environment)
    }
}
