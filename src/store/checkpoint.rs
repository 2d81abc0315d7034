//! Checkpoints: what somebody else remembers of a log.

use super::{Head, Timestamp};
use serde::{Deserialize, Serialize};

/// The last commit of each lane at some time. Kept elsewhere, it is the witness that tells a log that was
/// cut off, or written anew, from the one that it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// When it was made.
    pub at: Timestamp,
    /// How many lines the log had.
    pub lines: u64,
    /// The last commit of each lane that has one.
    pub heads: Vec<Head>,
}
