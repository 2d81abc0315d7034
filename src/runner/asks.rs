//! The calls that steps have asked for, with what makes them and who waits for their answers.

use super::durable::{Ask, Called, Inquired};
use super::event::RunId;
use crate::store::InstanceId;
use crate::{CallError, Json, Key};
use std::collections::HashMap;
use tokio::sync::oneshot;

/// The calls that steps have asked for.
#[derive(Default)]
pub(crate) struct Asks(HashMap<(InstanceId, Key), Waiting>);

struct Waiting {
    run: RunId,
    blocking: bool,
    perform: Option<Called>,
    inquire: Option<Inquired>,
    reply: oneshot::Sender<Result<Json, CallError>>,
}

impl Asks {
    /// A step asks. If an earlier run of it has asked the same, the answer is for this one now.
    pub(crate) fn insert(&mut self, ask: Ask) {
        let Ask { run, asked, blocking, perform, inquire, reply } = ask;
        let waiting = Waiting { run, blocking, perform: Some(perform), inquire: Some(inquire), reply };
        self.0.insert((run.instance, asked.key), waiting);
    }

    /// What makes the call, and whether it holds up the thread that makes it.
    pub(crate) fn perform(&mut self, id: InstanceId, key: Key) -> Option<(Called, bool)> {
        let waiting = self.0.get_mut(&(id, key))?;
        Some((waiting.perform.take()?, waiting.blocking))
    }

    /// What asks about the call.
    pub(crate) fn inquire(&mut self, id: InstanceId, key: Key) -> Option<Inquired> {
        self.0.get_mut(&(id, key))?.inquire.take()
    }

    /// Tells the answer to whoever waits for it.
    pub(crate) fn tell(&mut self, id: InstanceId, key: Key, answer: Result<Json, CallError>) {
        if let Some(waiting) = self.0.remove(&(id, key)) {
            // Nobody may wait any more.
            let _ = waiting.reply.send(answer);
        }
    }

    /// Forgets what a run has asked.
    pub(crate) fn drop(&mut self, run: RunId) {
        self.0.retain(|_, waiting| waiting.run != run);
    }
}
