//! Where each instance stands.

use super::{BusinessKey, DefinitionId, Duty, InstanceId, Position, Timestamp};
use crate::State;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An instance: where it stands, as its last line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which one.
    pub id: InstanceId,
    /// By what people know it.
    pub key: Option<BusinessKey>,
    /// Process, version, step and data; and whether it is a rehearsal.
    pub state: State,
    /// The definition of its version.
    pub definition: DefinitionId,
    /// What else its last line says.
    pub standing: Standing,
    /// How many lines it has.
    pub seq: u64,
    /// Its first line, which holds what it was started with.
    pub first: Position,
    /// Its last line.
    pub last: Position,
    /// When its last line was written.
    pub changed: Timestamp,
}

/// Where an instance stands after a line, besides its [`State`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// What it does.
    pub phase: Phase,
    /// Whether it stays where it is until a person acts: nothing moves it but a command.
    pub parked: bool,
    /// Whether a person holds it back: nothing moves it, letters neither, until it is released.
    pub held: bool,
    /// How often its step was tried.
    pub attempt: u32,
    /// When it goes on by itself, if that is not at once.
    pub due: Option<Timestamp>,
    /// Of a duty, until when its letter has to be acknowledged; none when somebody was told that it was not.
    pub deadline: Option<Timestamp>,
    /// Of a duty, whether its deadline has passed.
    pub overdue: bool,
    /// Why it is parked, or why it ended so.
    pub reason: Option<String>,
    /// The lines with what its step has asked and was answered, in the order in which it asked.
    pub record: Vec<Position>,
}

/// What an instance does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Phase {
    /// Its step is to be run, at once or when it is due.
    Ready = 1,
    /// Its step waits for a letter, or until it is due.
    Waiting = 2,
    /// It is being rolled back: its step is to be undone.
    Undoing = 3,
    /// Its last step ended.
    Finished = 4,
    /// A step failed for good.
    Failed = 5,
    /// It was cancelled.
    Cancelled = 6,
    /// It was rolled back.
    Undone = 7,
}

/// When an instance goes on by itself; instances that go on at the same time are told apart by their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wake {
    /// Not before this time; [`Timestamp::EPOCH`] is at once.
    pub at: Timestamp,
    /// Which instance.
    pub instance: InstanceId,
}

impl Row {
    /// Whether it is a [`Duty`](super::Duty): what a context owes a letter.
    pub fn is_duty(&self) -> bool {
        Duty::is_course(self.state.process())
    }

    /// When it goes on by itself; never, if it waits for a letter or a person, or has ended.
    pub fn wake(&self) -> Option<Wake> {
        Some(Wake { at: self.standing.wake()?, instance: self.id })
    }
}

impl Standing {
    /// In this phase and nothing else: tried never, due never, not parked, not held.
    pub fn new(phase: Phase) -> Standing {
        Standing {
            phase,
            parked: false,
            held: false,
            attempt: 0,
            due: None,
            deadline: None,
            overdue: false,
            reason: None,
            record: Vec::new(),
        }
    }

    /// When an instance that stands so goes on by itself; [`Timestamp::EPOCH`] is at once.
    pub fn wake(&self) -> Option<Timestamp> {
        match self.phase {
            _ if self.parked || self.held => None,
            Phase::Ready | Phase::Undoing => Some(self.due.unwrap_or(Timestamp::EPOCH)),
            Phase::Waiting => self.due,
            Phase::Finished | Phase::Failed | Phase::Cancelled | Phase::Undone => None,
        }
    }
}

impl Phase {
    /// All of them.
    pub const ALL: [Phase; 7] = [
        Phase::Ready,
        Phase::Waiting,
        Phase::Undoing,
        Phase::Finished,
        Phase::Failed,
        Phase::Cancelled,
        Phase::Undone,
    ];

    /// Whether it is the end.
    pub fn is_end(self) -> bool {
        matches!(self, Phase::Finished | Phase::Failed | Phase::Cancelled | Phase::Undone)
    }

    /// The number by which it is stored.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The phase with this number.
    pub fn from_code(code: u8) -> Option<Phase> {
        Phase::ALL.into_iter().find(|phase| phase.code() == code)
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Phase::Ready => "ready",
            Phase::Waiting => "waiting",
            Phase::Undoing => "undoing",
            Phase::Finished => "finished",
            Phase::Failed => "failed",
            Phase::Cancelled => "cancelled",
            Phase::Undone => "undone",
        })
    }
}
