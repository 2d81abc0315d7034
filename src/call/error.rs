//! Why a call has no answer.

use crate::{DataError, Message, Operation};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A call without an answer: which one, and what is known about it.
///
/// What an operation itself answers, its own error too, is no `CallError`. A step that fails with one is tried again
/// if it was dropped or late, and is parked otherwise: [`Failure`](crate::Failure) has the table.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::CallError;
///
/// let error = CallError::late::<LoadAccount>();
/// assert!(error.is_late() && !error.is_dropped());
/// assert_eq!(error.to_string(), "`ledger::load_account` gave no answer in time; it may have run");
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallError(Box<Inner>);

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Inner {
    context: String,
    name: String,
    kind: Kind,
    detail: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Dropped,
    Late,
    Corrupt,
    NotRecorded,
    Unexpected,
}

impl CallError {
    /// The request never arrived: the operation did not run.
    pub fn dropped<O: Operation>() -> Self {
        CallError::new(O::CONTEXT, O::NAME, Kind::Dropped, "")
    }

    /// The answer did not come in time: the operation may have run.
    pub fn late<O: Operation>() -> Self {
        CallError::new(O::CONTEXT, O::NAME, Kind::Late, "")
    }

    /// An answer came that cannot be read: the operation may have run.
    pub fn corrupt<O: Operation>(error: &DataError) -> Self {
        CallError::new(O::CONTEXT, O::NAME, Kind::Corrupt, error.to_string())
    }

    /// Was the request lost, so that nothing happened?
    pub fn is_dropped(&self) -> bool {
        self.0.kind == Kind::Dropped
    }

    /// Did no answer come in time, so that nobody can tell what happened?
    pub fn is_late(&self) -> bool {
        self.0.kind == Kind::Late
    }

    /// Was there an answer or a request that cannot be read?
    pub fn is_corrupt(&self) -> bool {
        self.0.kind == Kind::Corrupt
    }

    /// Was the call asked of a record that has already come to its end, or has no answer to it?
    pub fn is_not_recorded(&self) -> bool {
        self.0.kind == Kind::NotRecorded
    }

    /// Is it another call than the one that was recorded, or one that no test expects?
    pub fn is_unexpected(&self) -> bool {
        self.0.kind == Kind::Unexpected
    }

    /// The context whose operation was called, or that publishes the message.
    pub fn context(&self) -> &str {
        &self.0.context
    }

    /// The operation that was called, or the topic.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Nobody knows what became of a call of this operation, a context and a name.
    #[cfg(feature = "runner")]
    pub(crate) fn lost(operation: &str, detail: &str) -> Self {
        let (context, name) = operation.split_once("::").unwrap_or(("", operation));
        CallError::new(context, name, Kind::Late, detail)
    }

    /// A call of this operation was not made.
    #[cfg(feature = "runner")]
    pub(crate) fn missed(operation: &str) -> Self {
        let (context, name) = operation.split_once("::").unwrap_or(("", operation));
        CallError::new(context, name, Kind::Dropped, "")
    }

    pub(super) fn not_recorded(context: &str, name: &str, detail: impl Into<String>) -> Self {
        CallError::new(context, name, Kind::NotRecorded, detail)
    }

    pub(super) fn unexpected(context: &str, name: &str, detail: impl Into<String>) -> Self {
        CallError::new(context, name, Kind::Unexpected, detail)
    }

    pub(super) fn message_dropped<M: Message>() -> Self {
        CallError::new(M::CONTEXT, M::TOPIC, Kind::Dropped, "")
    }

    pub(super) fn message_late<M: Message>() -> Self {
        CallError::new(M::CONTEXT, M::TOPIC, Kind::Late, "")
    }

    pub(super) fn message_corrupt<M: Message>(error: &DataError) -> Self {
        CallError::new(M::CONTEXT, M::TOPIC, Kind::Corrupt, error.to_string())
    }

    fn new(context: &str, name: &str, kind: Kind, detail: impl Into<String>) -> Self {
        let (context, name) = (context.to_owned(), name.to_owned());
        CallError(Box::new(Inner { context, name, kind, detail: detail.into() }))
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { context, name, kind, detail } = &*self.0;
        write!(f, "`{context}::{name}` ")?;
        match kind {
            Kind::Dropped => f.write_str("was not reached; it did not run"),
            Kind::Late => f.write_str("gave no answer in time; it may have run"),
            Kind::Corrupt => write!(f, "cannot be understood: {detail}"),
            Kind::NotRecorded => write!(f, "is not in the record: {detail}"),
            Kind::Unexpected => write!(f, "was not expected: {detail}"),
        }
    }
}

impl fmt::Debug for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CallError({self})")
    }
}

impl std::error::Error for CallError {}
