//! What changed since something was locked, as far as that matters to what is in flight.

use super::consequence::Consequence;
use crate::finding::Place;
use stateline_schema::lock::Lock;

/// What came of holding a lock against the code.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// What changed.
    pub all: Vec<Change>,
    /// The lock that the code would have, and whether every type is in it; none where there is no lock.
    pub current: Option<(bool, Lock)>,
}

/// A change against the lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it does.
    pub verdict: Verdict,
    /// One sentence: what was, and what is now.
    pub message: String,
    /// Where it is now, then where the lock has it.
    pub places: Vec<Place>,
    /// What would happen to what is in flight; none where nothing would.
    pub consequence: Option<Consequence>,
    /// The ways out.
    pub help: String,
}

/// What a change does to what is in flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Instances on their way would go another way: unsafe.
    Process,
    /// Data that is stored could not be read: unsafe.
    StepData,
    /// Messages on their way could not be read: unsafe.
    Message,
    /// Calls on their way, or their answers, could not be read: unsafe.
    Operation,
    /// A version is served no more: unsafe as long as there are instances of it.
    Dropped,
    /// Only instances that begin from now on are concerned.
    NewOnly,
    /// Nothing in flight is concerned.
    Safe,
    /// The code of a step changed, and nothing of its shape.
    Code,
}

impl Verdict {
    /// Whether something in flight may be harmed.
    pub fn is_unsafe(self) -> bool {
        self < Verdict::NewOnly
    }
}
