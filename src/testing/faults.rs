//! Third parties that fail as they are told.

use crate::runner::{Ask, Port};
use crate::{CallError, Operation};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    /// The request is lost: the operation does not run.
    Dropped,
    /// The operation runs, and its answer does not come in time.
    Late,
}

/// Which calls fail next, by `context::operation`.
#[derive(Clone, Default)]
pub(super) struct Faults(Arc<Mutex<HashMap<String, VecDeque<Planned>>>>);

struct Planned {
    failing: Failing,
    error: CallError,
}

/// It stands between steps and what makes their calls.
struct Faulty {
    faults: Faults,
    door: Arc<dyn Port>,
}

impl Faults {
    pub(super) fn plan<O: Operation>(&self, failing: Failing) {
        let error = match failing {
            Failing::Dropped => CallError::dropped::<O>(),
            Failing::Late => CallError::late::<O>(),
        };
        let name = format!("{}::{}", O::CONTEXT, O::NAME);
        let mut planned = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        planned.entry(name).or_default().push_back(Planned { failing, error });
    }

    /// Puts itself before a door.
    pub(super) fn before(self, door: Arc<dyn Port>) -> Arc<dyn Port> {
        Arc::new(Faulty { faults: self, door })
    }

    fn next(&self, operation: &str) -> Option<Planned> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_mut(operation)?.pop_front()
    }
}

impl Port for Faulty {
    fn ask(&self, ask: Ask) {
        let Some(Planned { failing, error }) = self.faults.next(&ask.asked.operation) else {
            return self.door.ask(ask);
        };
        let performed = ask.perform;
        let perform = Box::pin(async move {
            if failing == Failing::Late {
                // Whatever it answers is not heard.
                let _ = performed.await;
            }
            Err(error)
        });
        self.door.ask(Ask { perform, ..ask });
    }
}
