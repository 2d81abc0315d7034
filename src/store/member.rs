//! Who owns a store, and the lanes in which owners write.

use super::{Incarnation, Position, Seal, Timestamp};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A runner, in one of its runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// This run of it.
    pub incarnation: Incarnation,
    /// The build that runs: a version, a commit, whatever tells builds apart.
    pub build: String,
    /// The id of its operating system's process.
    pub process_id: u32,
    /// When it joined.
    pub joined: Timestamp,
    /// The versions of processes that it serves. Those who joined before it was written say none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<(String, u32)>,
}

/// How often a store has changed its owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Epoch(pub u64);

/// A sequence of commits with one writer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LaneId(pub u32);

/// What a member is given when it joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its lane, in which it alone writes.
    pub id: LaneId,
    /// By what its commits are known as the owner's.
    pub epoch: Epoch,
    /// The position of the first line that it writes.
    pub first: Position,
    /// The last commit before it, if there is one.
    pub before: Option<Head>,
}

/// The last commit of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The lane.
    pub lane: LaneId,
    /// The number of its last commit.
    pub n: u64,
    /// That commit's seal.
    pub seal: Seal,
}

/// What the first line of a lane says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// The owner's epoch.
    pub epoch: Epoch,
    /// Who opened it.
    pub member: Member,
    /// The last commit before it, if there is one.
    pub before: Option<Head>,
}

impl fmt::Display for LaneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
