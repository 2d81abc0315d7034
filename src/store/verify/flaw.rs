//! What is not as it was written.

use crate::store::Place;
use std::fmt;

/// Something that is not as it was written: of which kind, where, and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    kind: FlawKind,
    place: Option<Place>,
    what: String,
}

/// Of which kind a flaw is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FlawKind {
    /// It cannot be read.
    Damaged,
    /// It says something else than what was written.
    Changed,
    /// It is not there.
    Lost,
    /// It stands in another's place.
    Swapped,
    /// It was never written.
    Forged,
    /// The end of the log is not there, or it is another log.
    CutOff,
}

impl Flaw {
    pub(super) fn new(kind: FlawKind, place: Option<Place>, what: impl Into<String>) -> Flaw {
        Flaw { kind, place, what: what.into() }
    }

    /// Of which kind it is.
    pub fn kind(&self) -> FlawKind {
        self.kind
    }

    /// Where it is; in the store as a whole, if it is neither in a line nor in an instance.
    pub fn place(&self) -> Option<Place> {
        self.place
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}: {}", self.kind, self.what)
    }
}

impl fmt::Display for FlawKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FlawKind::Damaged => "damaged",
            FlawKind::Changed => "changed",
            FlawKind::Lost => "lost",
            FlawKind::Swapped => "swapped",
            FlawKind::Forged => "forged",
            FlawKind::CutOff => "cut off",
        })
    }
}
