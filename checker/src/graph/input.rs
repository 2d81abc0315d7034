//! What a graph is built from.

use stateline_rust::{Coverage, Reference, World};
use stateline_schema::lock::Lock;
use stateline_schema::population::Population;
use stateline_schema::{Date, Exceptions, Map, Source};

/// Everything that a graph and a check need; nothing is read from elsewhere.
#[derive(Clone, Copy)]
pub struct Input<'i> {
    /// What is defined.
    pub world: &'i World<'i>,
    /// What names what.
    pub references: &'i [Reference],
    /// What could not be told.
    pub coverage: Coverage,
    /// What is allowed.
    pub map: &'i Map,
    /// What is tolerated for a while.
    pub exceptions: &'i Exceptions,
    /// What is locked, if anything is.
    pub lock: Option<&'i Lock>,
    /// What was locked at a revision that changes are looked at since.
    pub base: Option<&'i Lock>,
    /// How many instances stand where, if somebody has counted.
    pub population: Option<&'i Population>,
    /// The texts that the places in map and exceptions lie in.
    pub sources: &'i [Source],
    /// The day on which it is asked, for exceptions that end.
    pub as_of: Date,
}
