//! What a call asks of an operation.

use super::attempt::Attempt;
use super::{Answer, CallError, Entry, Key};
use crate::{Effect, Json, Operation};
use std::hash::{Hash, Hasher};

/// An operation, and what it is given. By this, equal calls of one attempt are found.
#[derive(Debug)]
pub(super) struct Asked {
    context: &'static str,
    operation: &'static str,
    effect: Effect,
    external: bool,
    pub(super) request: Json,
    /// The request as it is hashed and compared: see [`Json::normal`].
    normal: String,
}

impl Asked {
    pub(super) fn of<O: Operation>(operation: &O) -> Result<Asked, CallError> {
        let corrupt = |error| CallError::corrupt::<O>(&error);
        let request = Json::write(operation).map_err(corrupt)?;
        let normal = request.normal().map_err(corrupt)?;
        let (context, operation) = (O::CONTEXT, O::NAME);
        Ok(Asked { context, operation, effect: O::EFFECT, external: O::EXTERNAL, request, normal })
    }

    /// What a test of an operation asks.
    pub(super) fn nothing() -> Asked {
        let request = Json::null();
        let normal = request.text().to_owned();
        Asked { context: "", operation: "", effect: Effect::Read, external: false, request, normal }
    }

    /// By what the call is known that asks this in an attempt, after so many others that ask the same.
    pub(super) fn key(&self, attempt: &Attempt, occurrence: u32) -> Key {
        let same = attempt.key(&[self.context, self.operation, &self.normal]);
        match occurrence {
            0 => same,
            later => attempt.key(&[&same.to_string(), &later.to_string()]),
        }
    }

    /// As it is written down, before there is an answer.
    pub(super) fn entry(&self, key: Key) -> Entry {
        Entry::Called {
            key,
            context: self.context.into(),
            operation: self.operation.into(),
            effect: self.effect,
            external: self.external,
            request: self.request.clone(),
            answer: Answer::Open,
        }
    }

    fn same(&self) -> (&'static str, &'static str, &str) {
        (self.context, self.operation, &self.normal)
    }
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.same() == other.same()
    }
}

impl Eq for Asked {}

impl Hash for Asked {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.same().hash(state);
    }
}
