//! What contexts do with the letters that they get.

use super::durable::{Durable, Port};
use super::event::{Begin, Outcome};
use super::process::{self, Process, StepFuture, Terms};
use crate::chain::Structure;
use crate::message::{Acked, Overdue};
use crate::store::{BusinessKey, Duty, InstanceId};
use crate::{Ack, ChainError, Effect, Handler, Json, Letter, Message, Retry, State, Verdict};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// The step of a duty in which its handler runs, or a process is started.
pub(crate) const RECEIVE: &str = "receive";

/// The step of a duty in which its letter is delivered to the instances that await it.
pub(crate) const DELIVER: &str = "deliver";

/// After how many failures a letter is quarantined.
const ATTEMPTS: u32 = 10;

/// What a context does with the letters of a topic: plain data, for the core.
#[derive(Clone, Debug, Default)]
pub(crate) struct Receivers {
    /// Whether a handler takes them.
    pub(crate) handles: bool,
    /// Whether that handler changes nothing: it calls nothing, or only what reads.
    pub(crate) reads: bool,
    /// The process of which each starts an instance.
    pub(crate) starts: Option<String>,
    /// The processes whose instances await them, each with the field of the message that is the instance's key.
    pub(crate) awaits: Vec<(String, Option<String>)>,
}

/// Letters of one topic, for one context, with one key: they are handled one after the other.
pub(crate) type Queue = (String, bool, String);

/// Where a duty stands in line. An ack stands behind what was told of its being late, so that whatever that starts is
/// there when the ack comes.
pub(crate) fn queue_of(course: &str, duty: &Duty) -> Option<Queue> {
    let key = duty.letter.key()?.text().to_owned();
    let course = match duty.letter.topic() {
        Acked::TOPIC => Duty::course(Duty::context_of(course), Overdue::TOPIC),
        _ => course.to_owned(),
    };
    Some((course, duty.letter.is_rehearsal(), key))
}

/// A duty in memory.
#[derive(Debug)]
pub(crate) struct Errand {
    pub(crate) duty: Arc<Duty>,
    /// Where it stands in line; nowhere, if its letter has no key.
    pub(crate) queue: Option<Queue>,
    /// It is being carried out by the core, or waits for an instance.
    pub(crate) busy: bool,
    /// It is in the store, and stands in line.
    pub(crate) arrived: bool,
    /// It stands in line before it is in the store: the commit that it comes with is put together.
    pub(crate) ahead: bool,
    /// The instances that are to take the letter, and have not yet.
    pub(crate) takers: Vec<InstanceId>,
    /// The names of those that are yet to be looked for.
    pub(crate) asks: Vec<(String, bool, BusinessKey)>,
    /// The names of all that may take it.
    pub(crate) names: Vec<(String, bool, BusinessKey)>,
    /// An instance is being started.
    pub(crate) starts: bool,
}

impl Errand {
    pub(crate) fn new(course: &str, duty: Arc<Duty>) -> Errand {
        let queue = queue_of(course, &duty);
        let (takers, asks, names) = (Vec::new(), Vec::new(), Vec::new());
        Errand { duty, queue, busy: false, arrived: false, ahead: false, takers, asks, names, starts: false }
    }

    /// Nothing is under way for it any more.
    pub(crate) fn rest(&mut self) {
        (self.busy, self.starts) = (false, false);
        self.asks.clear();
        self.takers.clear();
    }

    pub(crate) fn of_state(state: &State) -> Option<Errand> {
        Some(Errand { arrived: true, ..Errand::new(state.process(), Arc::new(state.read().ok()?)) })
    }
}

/// A handler without its types.
pub(crate) trait Hears: Send + Sync {
    /// Whether all that it calls only reads.
    fn reads(&self) -> bool;

    fn run(&self, begin: Begin, after: Option<&'static str>, port: Arc<dyn Port>) -> StepFuture;
}

/// A handler with what its operations borrow.
pub(crate) struct Heard<E> {
    pub(crate) handler: Arc<Handler<Durable<E>>>,
    pub(crate) environment: Arc<E>,
}

impl<E: Send + Sync + 'static> Hears for Heard<E> {
    fn reads(&self) -> bool {
        let calls = self.handler.calls();
        calls.is_some_and(|calls| calls.iter().all(|call| call.effect == Effect::Read))
    }

    fn run(&self, begin: Begin, after: Option<&'static str>, port: Arc<dyn Port>) -> StepFuture {
        let durable = Durable::new(process::world(self.environment.clone(), &begin), begin.run, port);
        let handler = self.handler.clone();
        Box::pin(async move {
            let Some(duty) = &begin.duty else {
                return Outcome::Failed(Verdict::Park, "it cannot be read as a letter".into());
            };
            let next = begin.state.stepped(after);
            match handler.receive(&duty.letter, &durable).await {
                Ok(Ack::Done) => Outcome::Next(Some(next), durable.take_letters()),
                Ok(Ack::HandedOn) => Outcome::HandedOn(next, durable.take_letters()),
                Err(nack) if nack.is_again() => Outcome::Failed(Verdict::Again, nack.to_string()),
                Err(nack) => Outcome::Failed(Verdict::Park, nack.to_string()),
            }
        })
    }
}

/// What carries out the duties of a context for a topic.
pub(crate) struct Subscription {
    /// The process whose instances they are.
    pub(crate) course: String,
    pub(crate) handler: Option<Arc<dyn Hears>>,
    pub(crate) receivers: Receivers,
}

/// A handler that was registered, for the duties of this process.
pub(crate) struct Registered {
    pub(crate) course: String,
    pub(crate) handler: Arc<dyn Hears>,
}

/// What carries out the duties of all contexts: those that a handler takes, and those because of processes.
///
/// # Errors
///
/// If a context has two for the same letters, each of which would take them.
pub(crate) fn subscriptions(
    served: &[Arc<dyn Process>],
    handlers: Vec<Registered>,
) -> Result<Vec<Subscription>, String> {
    let mut all: BTreeMap<String, Subscription> = BTreeMap::new();
    for Registered { course, handler } in handlers {
        let receivers = Receivers { handles: true, reads: handler.reads(), ..Receivers::default() };
        let subscription = Subscription { course: course.clone(), handler: Some(handler), receivers };
        if all.insert(course.clone(), subscription).is_some() {
            return Err(format!("`{course}` has two handlers: a letter is for one of them"));
        }
    }
    for (course, receives) in served.iter().flat_map(|process| process.receives()) {
        let subscription = all.entry(course.clone()).or_insert_with(|| Subscription {
            course: course.clone(),
            handler: None,
            receivers: Receivers::default(),
        });
        let receivers = &mut subscription.receivers;
        if let Some(process) = receives.starts {
            if receivers.handles || receivers.starts.is_some() {
                return Err(format!(
                    "each letter of `{course}` starts `{process}`, and is taken by another too"
                ));
            }
            receivers.starts = Some(process);
        }
        receivers.awaits.extend(receives.awaits);
    }
    Ok(all.into_values().collect())
}

impl Receivers {
    /// Whether letters may be handled before they are written.
    pub(crate) fn runs_ahead(&self) -> bool {
        self.handles && self.reads && self.awaits.is_empty()
    }

    /// The step after this one. Where nobody takes letters first, they are delivered in the first step.
    pub(crate) fn after(&self, step: &str) -> Option<&'static str> {
        let first = self.handles || self.starts.is_some();
        (step == RECEIVE && first && !self.awaits.is_empty()).then_some(DELIVER)
    }
}

impl Process for Subscription {
    fn name(&self) -> &str {
        &self.course
    }

    fn verify(&self) -> Result<(), Vec<ChainError>> {
        Ok(())
    }

    fn structures(&self) -> Vec<Structure> {
        Vec::new()
    }

    fn receives(&self) -> Vec<(String, Receivers)> {
        Vec::new()
    }

    fn start(&self, _: &Json) -> Result<State, ChainError> {
        Err(ChainError::no_process(&self.course))
    }

    fn start_by(&self, _: &Letter) -> Result<State, ChainError> {
        Err(ChainError::no_process(&self.course))
    }

    fn awaits(&self, _: &State, _: &str) -> bool {
        false
    }

    fn awaits_later(&self, _: &State, _: &str) -> bool {
        false
    }

    fn merge(&self, _: &State, _: &Letter) -> Result<State, ChainError> {
        Err(ChainError::no_process(&self.course))
    }

    fn terms(&self, _: &State) -> Terms {
        let retry = Retry { times: ATTEMPTS - 1, ..Retry::DEFAULT };
        Terms { retry, limit: Duration::from_secs(60), overdue: None, rolls_back: false }
    }

    fn is_undone(&self, _: &State) -> bool {
        false
    }

    fn run(&self, begin: Begin, port: Arc<dyn Port>) -> StepFuture {
        match &self.handler {
            Some(handler) => handler.run(begin, self.receivers.after(RECEIVE), port),
            None => Box::pin(async { Outcome::Failed(Verdict::Park, "nobody here receives it".into()) }),
        }
    }
}
