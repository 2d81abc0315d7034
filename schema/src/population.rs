//! The population: how many instances of a store stand where, without their data.
//!
//! A program that runs processes writes it (`payments population`), and the checker reads it
//! (`check --population FILE`), so that a change is judged by whom it would hit, without access to the store.
//!
//! ```
//! use stateline_schema::population::{Alike, Population, State};
//! use stateline_schema::{Date, Source, SourceId, Span, Spanned, read_population};
//!
//! let nowhere = |name: &str| Spanned::new(name.to_owned(), Span::default());
//! let blocked = Alike {
//!     process: nowhere("payout"),
//!     version: 1,
//!     step: "possible_revert".into(),
//!     shape: Some(0x90be_11d2_a5c3_f478),
//!     state: State::Waiting,
//!     number: 412,
//! };
//! let taken = Spanned::new(Date::parse("2026-11-29").expect("it is a day"), Span::default());
//! let population = Population { taken, instances: vec![blocked], letters: Vec::new(), unreadable: 0 };
//! let text = population.to_string();
//! assert!(text.contains(r#"{"process": "payout", "version": 1, "step": "possible_revert","#));
//!
//! let source = Source::new(SourceId(0), "inflight.json", text);
//! let read = read_population(&source).expect("it is one");
//! assert_eq!(read.to_string(), source.text);
//! ```

use crate::{Date, Spanned};
use std::fmt;

/// For how many days a population counts: what stands in a store changes by the minute.
pub const DAYS: i32 = 7;

/// How many instances stand where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Population {
    /// The day on which it was counted, in UTC.
    pub taken: Spanned<Date>,
    /// Instances that have not ended, of those that stand alike; no rehearsals.
    pub instances: Vec<Alike>,
    /// Letters that are not acknowledged.
    pub letters: Vec<Owed>,
    /// How many rows of the store could not be read.
    pub unreadable: u32,
}

/// How many instances have all of this in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The process.
    pub process: Spanned<String>,
    /// The version on which they run.
    pub version: u32,
    /// The step at which they stand.
    pub step: String,
    /// The hash of their data's shape (see [`Lock::data_shape`](crate::lock::Lock::data_shape)); none where the
    /// build that stored it had no lock.
    pub shape: Option<u64>,
    /// What they do.
    pub state: State,
    /// How many they are.
    pub number: u32,
}

/// How many letters of a topic a context has not acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The context.
    pub context: String,
    /// The topic.
    pub topic: String,
    /// How many they are.
    pub number: u32,
}

/// What an instance does that has not ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Its step is to be run, or runs.
    Ready,
    /// Its step waits for a message or for a time.
    Waiting,
    /// Its step failed, and is tried again.
    Retrying,
    /// A person has to look at it.
    Parked,
    /// A person holds it back.
    Held,
    /// It is being rolled back.
    Undoing,
}

impl State {
    /// All of them.
    pub const ALL: [State; 6] =
        [State::Ready, State::Waiting, State::Retrying, State::Parked, State::Held, State::Undoing];

    pub(crate) const WORDS: [&'static str; 6] = ["ready", "waiting", "retrying", "parked", "held", "undoing"];

    /// As it is written.
    pub fn word(self) -> &'static str {
        State::WORDS[self as usize]
    }

    /// The one that is written so.
    pub fn named(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether an instance stays where it is until somebody decides: no release may move it.
    pub fn is_blocked(self) -> bool {
        matches!(self, State::Waiting | State::Parked | State::Held)
    }
}

impl Population {
    /// Those of one version of a process.
    pub fn of(&self, process: &str, version: u32) -> impl Iterator<Item = &Alike> {
        self.instances.iter().filter(move |alike| alike.process.value == process && alike.version == version)
    }
}

/// The file, as JSON: the same store gives the same bytes on the same day.
impl fmt::Display for Population {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{{\n  \"stateline\": 1,\n  \"taken\": {:?},", self.taken.to_string())?;
        let instances = self.instances.iter().map(|alike| {
            let Alike { process, version, step, shape, state, number } = alike;
            let shape = shape.map_or_else(String::new, |shape| format!(", \"shape\": \"{shape:016x}\""));
            let (process, step, state) = (text(process), text(step), text(state.word()));
            format!(
                "{{\"process\": {process}, \"version\": {version}, \"step\": {step}{shape}, \"state\": {state}, \
                 \"number\": {number}}}"
            )
        });
        list(f, "instances", instances.collect())?;
        f.write_str(",\n")?;
        let letters = self.letters.iter().map(|owed| {
            let (context, topic) = (text(&owed.context), text(&owed.topic));
            format!("{{\"context\": {context}, \"topic\": {topic}, \"number\": {}}}", owed.number)
        });
        list(f, "letters", letters.collect())?;
        if self.unreadable > 0 {
            write!(f, ",\n  \"unreadable\": {}", self.unreadable)?;
        }
        f.write_str("\n}\n")
    }
}

fn list(f: &mut fmt::Formatter<'_>, name: &str, items: Vec<String>) -> fmt::Result {
    match items.is_empty() {
        true => write!(f, "  \"{name}\": []"),
        false => write!(f, "  \"{name}\": [\n    {}\n  ]", items.join(",\n    ")),
    }
}

/// A text as JSON.
fn text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04x}", letter as u32)),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}
