//! The calls that steps have asked for, with what makes them and who waits for their answers.

use super::durable::{Ask, Called, Inquired};
use super::event::RunId;
use crate::store::InstanceId;
use crate::{CallError, Json, Key};
use foldhash::HashMap;
use tokio::sync::oneshot;

/// The calls that steps have asked for. A step has few at a time.
#[derive(Default)]
pub(crate) struct Asks(HashMap<InstanceId, Vec<Waiting>>);

struct Waiting {
    key: Key,
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
        let (perform, inquire) = (Some(perform), Some(inquire));
        let waiting = self.0.entry(run.instance).or_default();
        waiting.retain(|it| it.key != asked.key);
        waiting.push(Waiting { key: asked.key, run, blocking, perform, inquire, reply });
    }

    /// What makes the call, and whether it holds up the thread that makes it.
    pub(crate) fn perform(&mut self, id: InstanceId, key: Key) -> Option<(Called, bool)> {
        let waiting = self.find(id, key)?;
        Some((waiting.perform.take()?, waiting.blocking))
    }

    /// What asks about the call.
    pub(crate) fn inquire(&mut self, id: InstanceId, key: Key) -> Option<Inquired> {
        self.find(id, key)?.inquire.take()
    }

    /// Tells the answer to whoever waits for it.
    pub(crate) fn tell(&mut self, id: InstanceId, key: Key, answer: Result<Json, CallError>) {
        let Some(waiting) = self.0.get_mut(&id) else { return };
        if let Some(at) = waiting.iter().position(|it| it.key == key) {
            // Nobody may wait any more.
            let _ = waiting.swap_remove(at).reply.send(answer);
        }
    }

    /// Forgets what a run has asked.
    pub(crate) fn drop(&mut self, run: RunId) {
        if let Some(waiting) = self.0.get_mut(&run.instance) {
            waiting.retain(|it| it.run != run);
            if waiting.is_empty() {
                self.0.remove(&run.instance);
            }
        }
    }

    fn find(&mut self, id: InstanceId, key: Key) -> Option<&mut Waiting> {
        self.0.get_mut(&id)?.iter_mut().find(|it| it.key == key)
    }
}
