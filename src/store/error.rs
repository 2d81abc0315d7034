//! Why a store could not do what it was asked.

use super::{CommandId, InstanceId, Position};
use std::error::Error;
use std::fmt;

/// Why a store could not do what it was asked: of which kind, where, and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreError {
    kind: StoreErrorKind,
    what: String,
    place: Option<Place>,
}

/// What kind of error it is: what is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// Another owns the store now: stop.
    FenceLost,
    /// The store has an owner that is alive.
    Owned,
    /// The commit is not the next one in its lane.
    Gap,
    /// A row is not as the commit has it in mind.
    Conflict,
    /// It can never be written: something in it is at fault.
    Refused,
    /// It may have been done or not.
    Unknown,
    /// There is no space left: nothing was written.
    Full,
    /// The store is busy: nothing was written, and it may succeed later.
    Busy,
    /// What is stored is not what was written.
    Damaged,
    /// The store cannot be used as it is: a foreign file, one of a newer version, a file system that does
    /// not lock, a folder that cannot be written.
    Unusable,
    /// Anything else that the system says.
    Failed,
}

/// Where an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In a line.
    Line(Position),
    /// In an instance, or its row.
    Instance(InstanceId),
    /// In a command of the inbox.
    Command(CommandId),
}

impl StoreError {
    /// An error, in words.
    pub fn new(kind: StoreErrorKind, what: impl Into<String>) -> StoreError {
        StoreError { kind, what: what.into(), place: None }
    }

    /// The same, at this place.
    #[must_use]
    pub fn at(mut self, place: Place) -> StoreError {
        self.place = Some(place);
        self
    }

    /// Of which kind it is.
    pub fn kind(&self) -> StoreErrorKind {
        self.kind
    }

    /// Whether what is stored is not what was written: it will be no better the next time.
    pub(crate) fn is_damaged(&self) -> bool {
        self.kind == StoreErrorKind::Damaged
    }

    /// In words, without the place.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// Where it is, if that is known.
    pub fn place(&self) -> Option<Place> {
        self.place
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.what)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Line(position) => write!(f, "line {position}"),
            Place::Instance(instance) => write!(f, "instance {instance}"),
            Place::Command(command) => write!(f, "command {command}"),
        }
    }
}

impl Error for StoreError {}
