//! Checkpoints: what somebody else remembers of a log.

use super::{Head, Timestamp};
use serde::{Deserialize, Serialize};

/// The last commit of a log at some time, which follows from all that stands before it: each commit from the one
/// before it in its lane, and each lane from the last commit before it. Kept elsewhere, it is the witness that tells
/// a log that was cut off, or written anew, from the one that it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// When it was made.
    pub at: Timestamp,
    /// How many lines the log had.
    pub lines: u64,
    /// Its last commit, if it has one.
    pub head: Option<Head>,
}
