//! Duties: what contexts owe letters.

use super::{InstanceId, Phase, Row, Standing};
use crate::Letter;
use crate::message::Link;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a context owes a letter: to handle it, and to acknowledge that.
///
/// It is an instance like those of processes, with a row, lines and a record; its process is
/// [`Duty::course`], its key the letter's id, and this is its data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The letter.
    pub letter: Letter,
    /// The letters that led to it, each handed on by whoever got it: the first is the root.
    pub path: Vec<Link>,
    /// The duty that waits for this one, as its handler has handed on its letter.
    pub waits: Option<InstanceId>,
    /// The context that is told of the ack.
    pub tells: Option<String>,
}

/// What became of a letter that a context got. Each is in one of these states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DutyState {
    /// It is not acknowledged yet.
    Open,
    /// It was handled; late, if its deadline had [passed](Standing::overdue).
    Acked,
    /// It was given up by a person, or what it was handed on to was.
    Nacked,
    /// It cannot be handled, and stays where it is until a person acts.
    Quarantined,
    /// It was not acknowledged by its deadline, and somebody was told.
    Overdue,
}

impl Duty {
    /// The version of its process.
    pub const VERSION: u32 = 1;

    /// The process of which the duties of this context for letters of this topic are instances.
    pub fn course(context: &str, topic: &str) -> String {
        format!("{context}/{topic}")
    }

    /// Whether the instances of a process of this name are duties.
    pub fn is_course(process: &str) -> bool {
        process.contains('/')
    }
}

impl DutyState {
    /// All of them.
    pub const ALL: [DutyState; 5] =
        [DutyState::Open, DutyState::Acked, DutyState::Nacked, DutyState::Quarantined, DutyState::Overdue];

    /// What became of a duty that stands so.
    pub fn of(standing: &Standing) -> DutyState {
        DutyState::told(standing.phase, standing.parked, standing.overdue)
    }

    pub(super) fn told(phase: Phase, parked: bool, overdue: bool) -> DutyState {
        match phase {
            Phase::Finished => DutyState::Acked,
            phase if phase.is_end() => DutyState::Nacked,
            _ if parked => DutyState::Quarantined,
            _ if overdue => DutyState::Overdue,
            _ => DutyState::Open,
        }
    }
}

impl Row {
    /// What became of the letter, if this is a duty.
    pub fn duty_state(&self) -> Option<DutyState> {
        self.is_duty().then(|| DutyState::of(&self.standing))
    }
}

impl fmt::Display for DutyState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            DutyState::Open => "open",
            DutyState::Acked => "acked",
            DutyState::Nacked => "nacked",
            DutyState::Quarantined => "quarantined",
            DutyState::Overdue => "overdue",
        })
    }
}
