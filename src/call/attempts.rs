//! The books of an environment: which attempt it is in, and what came of those before.

use super::attempt::{Asking, Attempt};
use super::chaos::Chaos;
use super::record::Record;
use super::{CallError, Entry, Id, Journal, lock};
use crate::Posted;
use crate::{Letter, Message, Operation};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::mem;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::SystemTime;

/// The books that an environment keeps of the attempts of steps that run on it: the outbox and the
/// journal of each.
///
/// They are opaque: what stands before a [`World`](crate::World) or a [`Mocked`](crate::Mocked) hands
/// them on, as [`Answers`](crate::Answers) shows.
#[derive(Debug)]
pub struct Attempts {
    /// One that nobody else has, if none is named.
    instance: OnceLock<Arc<str>>,
    /// The number of the first attempt.
    pub(super) first: u32,
    pub(super) deadline: Option<SystemTime>,
    /// Whether rehearsals run on it, or nothing else does; none if both may.
    pub(super) rehearsal: Option<bool>,
    pub(super) recording: bool,
    /// The time, if it stands still.
    pub(super) time: Option<SystemTime>,
    pub(super) chaos: Option<Chaos>,
    pub(super) record: Option<Record>,
    standing: Mutex<Standing>,
}

#[derive(Debug)]
struct Standing {
    /// The attempt that runs; between two, one of no chain, as soon as something is asked.
    current: Option<Arc<Attempt>>,
    /// The last one that a chain began.
    last: Option<Arc<Attempt>>,
    running: bool,
    /// Those that have ended, if they are recorded.
    ended: Vec<Arc<Attempt>>,
    /// What those published that did not fail.
    letters: Vec<Posted>,
}

/// A step that a chain begins.
pub(crate) struct Begins {
    pub(crate) process: &'static str,
    pub(crate) version: u32,
    pub(crate) step: &'static str,
    pub(crate) undoes: bool,
    pub(crate) rehearsal: bool,
    /// The letter that a handler is handed.
    pub(crate) letter: Option<Id>,
}

/// A step that a chain has begun: what it publishes counts only if it goes on.
pub(crate) struct Begun<'a> {
    attempts: &'a Attempts,
    goes_on: bool,
}

impl Attempts {
    pub(super) fn new(rehearsal: Option<bool>) -> Self {
        let standing = Standing { current: None, last: None, running: false, ended: vec![], letters: vec![] };
        Attempts {
            instance: OnceLock::new(),
            first: 1,
            deadline: None,
            rehearsal,
            recording: false,
            time: None,
            chaos: None,
            record: None,
            standing: Mutex::new(standing),
        }
    }

    /// Takes what is said about the attempts to come.
    pub(super) fn said(&mut self, say: impl FnOnce(&mut Attempts)) {
        say(self);
        lock(&self.standing).current = None;
    }

    /// Says of which instance they are.
    pub(super) fn name(&mut self, instance: Arc<str>) {
        self.said(|said| said.instance = instance.into());
    }

    fn instance(&self) -> &Arc<str> {
        // Of no instance whose name is known: two of these must not be taken for one.
        self.instance.get_or_init(|| format!("{:016x}", RandomState::new().hash_one(0)).into())
    }

    /// A chain begins a step.
    pub(crate) fn begin(&self, begins: Begins) -> Result<Begun<'_>, &'static str> {
        match (self.rehearsal, begins.rehearsal) {
            (Some(true), false) => {
                return Err("this is no rehearsal, and runs on no rehearsing world: mark it by `rehearsed`");
            }
            (Some(false), true) => return Err("this is a rehearsal, and runs on no live world"),
            _ => {}
        }
        let mut standing = lock(&self.standing);
        if standing.running {
            return Err("another step runs on this world: make one for each instance");
        }
        let mut attempt = Attempt {
            process: begins.process,
            version: begins.version,
            step: begins.step,
            undoes: begins.undoes,
            rehearsal: begins.rehearsal,
            letter: begins.letter,
            ..self.loose()
        };
        attempt.number = match &standing.last {
            Some(last) if last.repeats(&attempt) => last.number + 1,
            Some(_) => 1,
            None => self.first,
        };
        let attempt = Arc::new(attempt);
        if let Some(loose) = standing.current.replace(attempt.clone()) {
            standing.end(loose, true, self.recording);
        }
        (standing.last, standing.running) = (Some(attempt), true);
        Ok(Begun { attempts: self, goes_on: false })
    }

    pub(super) fn ask<O: Operation>(&self, operation: &O) -> Result<Asking, CallError> {
        self.current().ask(operation)
    }

    pub(super) async fn publish<M: Message>(&self, message: &M) -> Result<(), CallError> {
        let (attempt, asked) = (self.current(), Entry::published(message)?);
        let answer = match (&self.record, &self.chaos) {
            (Some(record), _) => record.published::<M>(&asked),
            (None, Some(chaos)) => {
                // What arrives twice is one letter.
                let letter = attempt.letter(message)?;
                chaos.publish::<M>(|| attempt.post(letter.clone())).await
            }
            (None, None) => attempt.letter(message).map(|letter| attempt.post(letter)),
        };
        attempt.published(asked, &answer);
        answer
    }

    pub(super) fn now(&self) -> SystemTime {
        let time = match &self.record {
            Some(record) => record.now(),
            None => self.time.unwrap_or_else(SystemTime::now),
        };
        self.current().told(time);
        time
    }

    pub(super) fn new_id(&self) -> Id {
        self.current().new_id(self.record.as_ref().and_then(Record::new_id))
    }

    /// What is to be sent, and was not taken yet.
    pub(super) fn take_letters(&self) -> Vec<Posted> {
        let mut standing = lock(&self.standing);
        let mut letters = mem::take(&mut standing.letters);
        if !standing.running {
            letters.extend(standing.current.iter().flat_map(|attempt| attempt.take_letters()));
        }
        letters
    }

    /// What was published up to now, but for what a failed attempt did.
    pub(super) fn letters(&self) -> Vec<Letter> {
        let standing = lock(&self.standing);
        let current = standing.current.iter().flat_map(|attempt| attempt.letters());
        standing.letters.iter().map(|posted| posted.letter.clone()).chain(current).collect()
    }

    pub(super) fn journal(&self) -> Journal {
        let standing = lock(&self.standing);
        let attempts = standing.ended.iter().chain(&standing.current);
        Journal { entries: attempts.flat_map(|attempt| attempt.entries()).collect() }
    }

    fn current(&self) -> Arc<Attempt> {
        lock(&self.standing).current.get_or_insert_with(|| Arc::new(self.loose())).clone()
    }

    /// An attempt of no chain.
    fn loose(&self) -> Attempt {
        Attempt {
            deadline: self.deadline,
            recording: self.recording,
            ..Attempt::of_nobody(self.instance().clone(), self.rehearsal == Some(true))
        }
    }
}

impl Standing {
    fn end(&mut self, attempt: Arc<Attempt>, goes_on: bool, recording: bool) {
        if goes_on {
            self.letters.extend(attempt.take_letters());
        }
        if recording {
            self.ended.push(attempt);
        }
    }
}

impl Begun<'_> {
    /// The step has gone on, so that what it published is sent.
    pub(crate) fn goes_on(mut self) {
        self.goes_on = true;
    }
}

impl Drop for Begun<'_> {
    /// Also where a step panics, or nobody waits for it any more.
    fn drop(&mut self) {
        let mut standing = lock(&self.attempts.standing);
        if let Some(attempt) = standing.current.take() {
            standing.end(attempt, self.goes_on, self.attempts.recording);
        }
        standing.running = false;
    }
}
