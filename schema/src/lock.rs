//! The lock: what is in flight, frozen. `stateline.lock` as values, and its text.
//!
//! It holds every version of every process that is still served, every message and every operation, and
//! the [shapes](crate::shape) of all data in them. Whoever compares two of them knows what a release would
//! do to data that is stored, and to messages on their way.
//!
//! # The text
//!
//! ```text
//! # Written by `cargo stateline lock`. Commit it, and do not edit it.
//! stateline lock 1
//!
//! process payout 1, key transaction:  #2b0f9c4e8f3ad1c7
//!   step screen: Request -> Screened
//!     takes: payments::Request
//!     returns: payments::Screened
//!     calls: screening::screen (read)
//!     code: #a71c30b59d2e4f06
//!
//! message payout.blocked: payments::Blocked, from payments, key transaction  #90be11d2a5c3f478
//!
//! operation screening::screen (read):  #51c2d3e4f5a60718
//!   takes: screening::screen
//!   returns: screening::Verdict
//!
//! struct payments::Request:  #0c8e1f2a3b4d5e6f
//!   transaction: u64
//!   note: Option<String>, default, alias memo, omitted if Option::is_none
//! ```
//!
//! An entry is a line that begins at the margin, with the indented lines below it; an empty line stands
//! between two. Entries are sorted: processes by name and version, messages by topic, operations by path,
//! what was accepted, types by name. Inside an entry, steps, fields and variants stand in the order of
//! the map and of the source. An entry ends its first line with two spaces and its *seal*, a hash over its
//! lines, by which an edit by hand is noticed; two branches that change different entries merge.
//!
//! | an entry begins with | and says |
//! |---|---|
//! | `process NAME VERSION` | a version that is served: its key, whether it is rolled back when it fails, and its steps with the names of their types as they are stored, their shapes, what they await and call, what undoes them, and a hash of their code |
//! | `message TOPIC: TERM` | who publishes it, and its key |
//! | `operation CONTEXT::NAME (EFFECT):` | the shape of its request and of its answer |
//! | `accepted "REASON":` | changes that somebody decided to make although they are unsafe, one a line |
//! | `struct`, `enum`, `newtype`, `tuple`, `transparent`, `unit`, `converted`, `opaque` | a type, see [`Definition`] |
//!
//! Types are named by their crate and their name: where a type or a file is moved inside of its crate, the
//! lock stays as it is.

mod in_flight;
mod read;
mod write;

use crate::Spanned;
use crate::entries::fingerprint;
use crate::shape::{Definition, Term};
use std::collections::BTreeMap;

pub use in_flight::Unreadable;
pub use read::read_lock;

/// What `stateline.lock` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The versions that are served, by process and version.
    pub processes: BTreeMap<(String, u32), LockedProcess>,
    /// Messages, by topic.
    pub messages: BTreeMap<String, LockedMessage>,
    /// Operations, by context and name: `ledger::load_account`.
    pub operations: BTreeMap<String, LockedOperation>,
    /// Types, by name.
    pub types: BTreeMap<String, Definition>,
    /// Unsafe changes that were accepted.
    pub accepted: Vec<Accepted>,
}

/// A version of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LockedProcess {
    /// The process's name.
    pub name: Spanned<String>,
    /// The version.
    pub version: u32,
    /// The field by which an instance is found.
    pub key: Option<String>,
    /// Whether an instance that fails is rolled back.
    pub rolls_back: bool,
    /// Its steps, in order.
    pub steps: Vec<LockedStep>,
}

/// A step of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LockedStep {
    /// The name under which it is stored.
    pub name: Spanned<String>,
    /// The name of the type that it takes, as it is stored.
    pub stored_input: String,
    /// The name of the type that it returns, as it is stored.
    pub stored_output: String,
    /// The shape of what it takes.
    pub takes: Spanned<Term>,
    /// The shape of what it returns.
    pub returns: Spanned<Term>,
    /// What it awaits, in order.
    pub awaits: Vec<Spanned<LockedAwait>>,
    /// What it declares to call; none if that is not said.
    pub calls: Option<Vec<LockedCall>>,
    /// The compensation that undoes it.
    pub undone_by: Option<Spanned<String>>,
    /// What the compensation declares to call; none if that is not said.
    pub undoing_calls: Option<Vec<LockedCall>>,
    /// Of the tokens of the compensation. Like the step's own, it is no part of what may not change.
    pub undoing_code: Option<u64>,
    /// Of the tokens of its function. No part of what may not change.
    pub code: Option<u64>,
}

/// A message that a step awaits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LockedAwait {
    /// Its topic.
    pub topic: String,
    /// The field of the message that is the instance's key.
    pub by: Option<String>,
    /// The fields that go into the step's input; empty where all do that it has.
    pub fills: Vec<String>,
}

impl LockedAwait {
    /// The same with its fields in the order of their names: they are filled together.
    #[must_use]
    pub fn in_any_order(&self) -> LockedAwait {
        let mut sorted = self.clone();
        sorted.fills.sort_unstable();
        sorted
    }
}

/// An operation that a step declares to call.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LockedCall {
    /// Context and name.
    pub operation: String,
    /// What it does to the world.
    pub effect: String,
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LockedMessage {
    /// Its topic.
    pub topic: Spanned<String>,
    /// Its shape.
    pub term: Term,
    /// The contexts that publish it.
    pub from: Vec<String>,
    /// The topic's key.
    pub key: Option<String>,
}

/// An operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LockedOperation {
    /// Context and name.
    pub name: Spanned<String>,
    /// What it does to the world.
    pub effect: String,
    /// The shape of its request.
    pub takes: Spanned<Term>,
    /// The shape of its answer.
    pub returns: Spanned<Term>,
}

/// Unsafe changes that somebody decided to make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Why.
    pub reason: Spanned<String>,
    /// Each as its rule and its sentence: `incompatible-message: …`.
    pub changes: Vec<String>,
}

impl Lock {
    /// Whether it is about nothing.
    pub fn is_empty(&self) -> bool {
        self.processes.is_empty()
            && self.messages.is_empty()
            && self.operations.is_empty()
            && self.types.is_empty()
    }

    /// The definitions that some terms lead to.
    pub fn reached<'t>(&self, terms: impl Iterator<Item = &'t Term>) -> BTreeMap<String, Definition> {
        let mut types = BTreeMap::new();
        let mut left: Vec<String> = terms.flat_map(Term::names).map(str::to_owned).collect();
        while let Some(name) = left.pop() {
            let Some(definition) = self.types.get(&name).filter(|_| !types.contains_key(&name)) else {
                continue;
            };
            left.extend(definition.terms().into_iter().flat_map(Term::names).map(str::to_owned));
            types.insert(name, definition.clone());
        }
        types
    }

    /// A hash of the shape of the data with which an instance is stored that stands at a step: that of what the
    /// step takes, with all types in it. None if the lock does not tell of the step.
    pub fn data_shape(&self, process: &str, version: u32, step: &str) -> Option<u64> {
        let locked = self.processes.get(&(process.to_owned(), version))?;
        let takes = &locked.steps.iter().find(|it| it.name.value == step)?.takes.value;
        let types = Lock { types: self.reached([takes].into_iter()), ..Lock::default() };
        Some(fingerprint(format!("{takes}\n{types}").as_bytes()))
    }

    /// Whether both say the same of what is in flight; neither code nor what was accepted is part of it.
    pub fn says_the_same(&self, other: &Lock) -> bool {
        let code = |step: &LockedStep| (step.code, step.undoing_code);
        let step = |(one, other): (&LockedStep, &LockedStep)| match code(one) == code(other) {
            true => one == other,
            false => {
                let LockedStep { code, undoing_code, .. } = *other;
                LockedStep { code, undoing_code, ..one.clone() } == *other
            }
        };
        let process = |(one, other): (&LockedProcess, &LockedProcess)| {
            (&one.name, one.version, &one.key, one.rolls_back)
                == (&other.name, other.version, &other.key, other.rolls_back)
                && one.steps.len() == other.steps.len()
                && one.steps.iter().zip(&other.steps).all(step)
        };
        (&self.messages, &self.operations, &self.types) == (&other.messages, &other.operations, &other.types)
            && self.processes.len() == other.processes.len()
            && self.processes.values().zip(other.processes.values()).all(process)
    }

    /// A hash of what it says, for telling two apart; neither code nor what was accepted is part of it.
    pub fn hash(&self) -> u64 {
        let mut plain = self.clone();
        plain.accepted.clear();
        for step in plain.processes.values_mut().flat_map(|process| &mut process.steps) {
            (step.code, step.undoing_code) = (None, None);
        }
        fingerprint(plain.to_string().as_bytes())
    }
}
