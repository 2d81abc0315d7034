//! What a step runs on: every call is asked of the core before it is made.

use super::event::{Asked, Came, RunId};
use super::telemetry;
use crate::Posted;
use crate::data::name;
use crate::{Answers, Attempts, Call, CallError, Handle, Inquiry, Json, Key, Operation, Stage, World};
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use tokio::sync::oneshot;

pub(crate) type Called = Pin<Box<dyn Future<Output = Result<Came, CallError>> + Send>>;
pub(crate) type Inquired = Pin<Box<dyn Future<Output = Inquiry<Came>> + Send>>;

/// What the steps of a process run on when a runner runs them. The chain that [`process!`](crate::process)
/// makes is one for it, where it is handed to [`Runner::serve`](super::Runner::serve).
pub struct Durable<E> {
    world: Arc<World<Arc<E>>>,
    run: RunId,
    port: Arc<dyn Port>,
}

/// Where calls go.
pub(crate) trait Port: Send + Sync {
    fn ask(&self, ask: Ask);
}

/// A call that a step asks for, with what makes it.
pub(crate) struct Ask {
    pub(crate) run: RunId,
    pub(crate) asked: Asked,
    /// Whether it holds up the thread that makes it.
    pub(crate) blocking: bool,
    pub(crate) perform: Called,
    pub(crate) inquire: Inquired,
    pub(crate) reply: oneshot::Sender<Result<Json, CallError>>,
}

impl<E> Durable<E> {
    pub(super) fn new(world: World<Arc<E>>, run: RunId, port: Arc<dyn Port>) -> Self {
        Durable { world: Arc::new(world), run, port }
    }

    pub(super) fn take_letters(&self) -> Vec<Posted> {
        self.world.take_posted()
    }
}

impl<E: Send + Sync + 'static> Stage for Durable<E> {
    fn attempts(&self) -> &Attempts {
        self.world.attempts()
    }
}

impl<E: Send + Sync + 'static, O: Handle<Arc<E>>> Answers<O> for Durable<E> {
    async fn answer(&self, operation: O, call: &Call) -> Result<O::Output, CallError> {
        let (reply, answer) = oneshot::channel();
        let (world, about) = (self.world.clone(), call.clone());
        let perform = Box::pin(async move {
            let output = world.answer(operation, &about).await?;
            came::<O>(&output).map_err(|error| CallError::corrupt::<O>(&error))
        });
        let (world, about, key) = (self.world.clone(), call.clone(), call.key());
        let inquire = Box::pin(async move {
            match Answers::<O>::inquire(&*world, key, &about).await {
                Inquiry::Done(output) => came::<O>(&output).map_or(Inquiry::Unknown, Inquiry::Done),
                Inquiry::NotDone => Inquiry::NotDone,
                Inquiry::Unknown => Inquiry::Unknown,
            }
        });
        let asked = asked::<O>(call)?;
        let perform = telemetry::call(&asked, perform);
        self.port.ask(Ask { run: self.run, asked, blocking: O::BLOCKING, perform, inquire, reply });
        match answer.await {
            Ok(answer) => answer?.read().map_err(|error| CallError::corrupt::<O>(&error)),
            // Nobody runs this step any more: it never goes on.
            Err(_) => std::future::pending().await,
        }
    }

    async fn inquire(&self, key: Key, call: &Call) -> Inquiry<O::Output> {
        Answers::<O>::inquire(&*self.world, key, call).await
    }
}

fn asked<O: Operation>(call: &Call) -> Result<Asked, CallError> {
    Ok(Asked {
        key: call.key(),
        operation: format!("{}::{}", O::CONTEXT, O::NAME),
        effect: O::EFFECT,
        request: call.request().clone(),
        idempotent_for: O::IDEMPOTENT_FOR,
        inquiry: O::INQUIRY.is_some(),
    })
}

fn came<O: Operation>(output: &O::Output) -> Result<Came, crate::DataError> {
    let answer = Json::write(output)?;
    // An operation's own error is an answer too, but nothing that is kept for the next attempt.
    let failed = name::<O::Output>().starts_with("Result<") && answer.text().starts_with("{\"Err\":");
    Ok(Came { answer, succeeded: !failed })
}

impl<E> fmt::Debug for Durable<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Durable").field("run", &self.run).finish_non_exhaustive()
    }
}
