//! Definitions: what a version of a process was made of.

use crate::Json;
use serde::{Deserialize, Serialize};
use std::fmt;

/// By what lines and rows name a definition. The ids of a store are 1, 2, 3, …
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DefinitionId(pub u32);

/// What a version of a process was made of when it was first served. It never changes.
///
/// A version has one structure. Where the shapes of its data change so that what is stored can still be read, it
/// has another definition, by which everything goes that is written from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// By what lines and rows name it.
    pub id: DefinitionId,
    /// The process.
    pub process: String,
    /// Its version.
    pub version: u32,
    /// Its steps by their stored names, with the types that they take and return, what they await, what
    /// undoes them, and what they call with which effect.
    pub structure: Json,
    /// The version's entry of `stateline.lock`, as a string of JSON; none where there was no lock.
    pub shapes: Option<Json>,
}

impl fmt::Display for DefinitionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
