//! What a call is: for the operation that it reaches.

use super::asked::Asked;
use super::attempt::Attempt;
use super::{Entry, Key};
#[cfg(feature = "runner")]
use crate::Json;
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

/// What a call is: its key, and which instance made it, in which step, for the how many-th time.
///
/// An operation that takes a `&Call` among its arguments is handed the one that reached it; its callers
/// do not give it. That is how its key reaches a third party:
///
/// ```
/// use stateline::{Call, Key};
/// use std::collections::BTreeMap;
/// use std::sync::Mutex;
///
/// struct Bank(Mutex<BTreeMap<Key, u64>>);
///
/// // With `#[operation(effect = "irreversible", rehearse = …)]`.
/// fn transfer(call: &Call, bank: &Bank, amount: u64) {
///     bank.0.lock().expect("no test panics in here").entry(call.key()).or_insert(amount);
/// }
///
/// let (bank, call) = (Bank(Mutex::default()), Call::keyed("the first"));
/// transfer(&call, &bank, 5);
/// transfer(&call, &bank, 5); // Asked again, it is sent already.
/// assert_eq!(bank.0.lock().expect("no test panics in here").len(), 1);
/// ```
#[derive(Clone)]
pub struct Call {
    pub(super) attempt: Arc<Attempt>,
    pub(super) asked: Arc<Asked>,
    /// How many calls of the attempt have asked the same before.
    pub(super) occurrence: u32,
    /// Made when it is asked for: to most it is of no use.
    key: OnceLock<Key>,
}

impl Call {
    /// A call for tests of an operation: other words are another call. It is of no instance.
    pub fn keyed(words: &str) -> Call {
        let attempt = Arc::new(Attempt::of_nobody("a test".into(), false));
        let call = Call::new(attempt, Arc::new(Asked::nothing()), 0);
        Call { key: Key::of(&[words]).into(), ..call }
    }

    pub(super) fn new(attempt: Arc<Attempt>, asked: Arc<Asked>, occurrence: u32) -> Call {
        Call { attempt, asked, occurrence, key: OnceLock::new() }
    }

    /// By what it is known to whoever it reaches, in each attempt.
    pub fn key(&self) -> Key {
        *self.key.get_or_init(|| self.asked.key(&self.attempt, self.occurrence))
    }

    /// What is asked, as it is written down.
    pub(super) fn entry(&self) -> Entry {
        self.asked.entry(self.key())
    }

    /// What the operation is given.
    #[cfg(feature = "runner")]
    pub(crate) fn request(&self) -> &Json {
        &self.asked.request
    }

    /// The instance that makes it.
    pub fn instance(&self) -> &str {
        &self.attempt.instance
    }

    /// The process of the instance; empty where no chain runs the step.
    pub fn process(&self) -> &str {
        self.attempt.process
    }

    /// The version of the process; 0 where no chain runs the step.
    pub fn version(&self) -> u32 {
        self.attempt.version
    }

    /// The step or the compensation that makes it; empty where no chain runs it.
    pub fn step(&self) -> &str {
        self.attempt.step
    }

    /// Which attempt of the step makes it, from 1.
    pub fn attempt(&self) -> u32 {
        self.attempt.number
    }

    /// Until when whoever runs the step waits for it.
    pub fn deadline(&self) -> Option<SystemTime> {
        self.attempt.deadline
    }

    /// Is it made in a rehearsal, so that nothing may come of it?
    pub fn is_rehearsal(&self) -> bool {
        self.attempt.rehearsal
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let attempt = &self.attempt;
        let mut told = f.debug_struct("Call");
        told.field("key", &self.key())
            .field("instance", &attempt.instance)
            .field("process", &attempt.process);
        told.field("version", &attempt.version).field("step", &attempt.step);
        told.field("attempt", &attempt.number).field("deadline", &attempt.deadline);
        told.field("rehearsal", &attempt.rehearsal).finish()
    }
}
