//! One attempt of a step: what it asked, what it published, what came back.

use super::asked::Asked;
use super::{Answer, Call, CallError, Entry, Id, Key, lock};
use crate::Posted;
use crate::{Cause, Data, DataError, Json, Letter, Message, Operation};
use std::collections::{BTreeSet, HashMap};
use std::mem;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

/// An attempt. A call that outlives its step writes into the one in which it was begun.
#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) instance: Arc<str>,
    pub(super) process: &'static str,
    pub(super) version: u32,
    pub(super) step: &'static str,
    /// Whether it undoes a step.
    pub(super) undoes: bool,
    pub(super) number: u32,
    pub(super) deadline: Option<SystemTime>,
    pub(super) rehearsal: bool,
    /// The letter that a handler is handed.
    pub(super) letter: Option<Id>,
    /// Whether answers are written down too.
    pub(super) recording: bool,
    pub(super) notes: Mutex<Notes>,
}

/// What it has asked and published.
#[derive(Debug, Default)]
pub(super) struct Notes {
    entries: Vec<Entry>,
    letters: Vec<Posted>,
    posted: u32,
    /// How often each request was made.
    asked: HashMap<Arc<Asked>, Occurrences>,
    ids: u32,
}

/// Which of some equal requests have been made.
#[derive(Debug, Default)]
struct Occurrences {
    next: u32,
    /// Those that got no answer: the same request again is the same call again.
    unanswered: BTreeSet<u32>,
}

/// A call that waits for its answer.
pub(super) struct Asking {
    call: Call,
    at: Option<usize>,
    answered: bool,
}

impl Attempt {
    /// What no chain runs.
    pub(super) fn of_nobody(instance: Arc<str>, rehearsal: bool) -> Attempt {
        Attempt {
            instance,
            process: "",
            version: 0,
            step: "",
            undoes: false,
            number: 1,
            deadline: None,
            rehearsal,
            letter: None,
            recording: false,
            notes: Mutex::default(),
        }
    }

    /// Whether this is an attempt of the same step.
    pub(super) fn repeats(&self, other: &Attempt) -> bool {
        let what = |it: &Attempt| (it.version, it.undoes, it.letter);
        what(self) == what(other) && self.process == other.process && self.step == other.step
    }

    /// Writes down what is asked, and gives it its key.
    pub(super) fn ask<O: Operation>(self: &Arc<Self>, operation: &O) -> Result<Asking, CallError> {
        let asked = Arc::new(Asked::of(operation)?);
        let mut notes = lock(&self.notes);
        let occurrence = notes.asked.entry(asked.clone()).or_default().take();
        let call = Call::new(self.clone(), asked, occurrence);
        let at = self.recording.then(|| notes.enter(call.entry()));
        Ok(Asking { call, at, answered: false })
    }

    /// A message as a letter of this attempt.
    pub(super) fn letter<M: Message>(&self, message: &M) -> Result<Posted, CallError> {
        let letter = Letter::of(message).map_err(|error| CallError::message_corrupt::<M>(&error))?;
        let mut notes = lock(&self.notes);
        notes.posted += 1;
        let id = Id::of(self.key(&["letter", &notes.posted.to_string(), &letter.id.to_string()]));
        Ok(Posted { letter: letter.by(id, self.cause(), self.rehearsal), terms: M::TERMS })
    }

    /// Puts a letter into the outbox.
    pub(super) fn post(&self, letter: Posted) {
        lock(&self.notes).letters.push(letter);
    }

    /// Writes down what was published, and what came back.
    pub(super) fn published(&self, asked: Entry, answer: &Result<(), CallError>) {
        let mut entry = asked;
        if let Some(written) = entry.answer_mut() {
            *written = match answer {
                Ok(()) => Answer::Came(Json::null()),
                Err(error) => Answer::Failed(error.clone()),
            };
        }
        self.enter(entry);
    }

    /// Writes down the time that was told.
    pub(super) fn told(&self, time: SystemTime) {
        self.enter(Entry::Now { time });
    }

    /// A new id, or the one that a record has.
    pub(super) fn new_id(&self, recorded: Option<Id>) -> Id {
        let mut notes = lock(&self.notes);
        notes.ids += 1;
        let id = recorded.unwrap_or_else(|| Id::of(self.key(&["id", &notes.ids.to_string()])));
        if self.recording {
            notes.enter(Entry::NewId { id });
        }
        id
    }

    fn enter(&self, entry: Entry) {
        if self.recording {
            lock(&self.notes).enter(entry);
        }
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        lock(&self.notes).entries.clone()
    }

    pub(super) fn letters(&self) -> Vec<Letter> {
        lock(&self.notes).letters.iter().map(|posted| posted.letter.clone()).collect()
    }

    pub(super) fn take_letters(&self) -> Vec<Posted> {
        mem::take(&mut lock(&self.notes).letters)
    }

    /// What is written on the letters; nothing where no chain runs the step, and nobody was handed a letter.
    fn cause(&self) -> Option<Cause> {
        if let Some(letter) = self.letter {
            return Some(Cause::Letter(letter));
        }
        let Attempt { instance, process, step, .. } = self;
        let cause = || Cause::Step {
            instance: instance.to_string(),
            process: (*process).into(),
            step: (*step).into(),
        };
        (!process.is_empty()).then(cause)
    }

    /// The hash of something that this step of this instance does, in whichever attempt.
    pub(super) fn key(&self, what: &[&str]) -> Key {
        let whether = |said: bool, word: &'static str| if said { word } else { "" };
        // Of a handler it is the letter that counts, and not who hands it over.
        let letter = self.letter.map(|letter| letter.to_string());
        let about = [
            letter.as_deref().unwrap_or(&self.instance),
            self.process,
            self.step,
            whether(self.undoes, "undoes"),
            whether(self.rehearsal, "rehearsal"),
        ];
        Key::of(&[&about, what].concat())
    }
}

impl Notes {
    /// Writes something down, and tells where.
    fn enter(&mut self, entry: Entry) -> usize {
        self.entries.push(entry);
        self.entries.len() - 1
    }
}

impl Occurrences {
    fn take(&mut self) -> u32 {
        self.unanswered.pop_first().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        })
    }
}

impl Asking {
    pub(super) fn call(&self) -> &Call {
        &self.call
    }

    /// Writes down what came back. What cannot be written down must not be handed out, since a replay
    /// could not hand it out either.
    pub(super) fn answered<O: Operation>(
        mut self,
        answer: Result<O::Output, CallError>,
    ) -> Result<O::Output, CallError> {
        let Some(at) = self.at else {
            self.answered = answer.is_ok();
            return answer;
        };
        let (answer, written) = write(answer, CallError::corrupt::<O>);
        self.answered = answer.is_ok();
        if let Some(entry) = lock(&self.call.attempt.notes).entries[at].answer_mut() {
            *entry = written;
        }
        answer
    }
}

impl Drop for Asking {
    /// Whoever stops waiting knows as little about the call as who got no answer.
    fn drop(&mut self) {
        if !self.answered
            && let Some(occurrences) = lock(&self.call.attempt.notes).asked.get_mut(&self.call.asked)
        {
            occurrences.unanswered.insert(self.call.occurrence);
        }
    }
}

fn write<T: Data>(
    answer: Result<T, CallError>,
    corrupt: fn(&DataError) -> CallError,
) -> (Result<T, CallError>, Answer) {
    let written = answer.and_then(|value| match Json::write(&value) {
        Ok(json) => Ok((value, json)),
        Err(error) => Err(corrupt(&error)),
    });
    match written {
        Ok((value, json)) => (Ok(value), Answer::Came(json)),
        Err(error) => (Err(error.clone()), Answer::Failed(error)),
    }
}
