//! Lines of the log: what befell an instance, or a lane.

use super::{
    BusinessKey, CommandId, DefinitionId, InstanceId, LaneId, Leaf, Member, Opened, Seal, Standing,
    Timestamp, TraceId,
};
use crate::{DataError, Effect, Json, State};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// Where a line stands in the log: the first line of a store stands at 1, and in a lane each line follows
/// the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Position(pub u64);

/// A line of the log, before it has a place there. Which build wrote it, its lane tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// When it was written.
    pub at: Timestamp,
    /// What happened.
    pub kind: LineKind,
    /// To which instance; to none, if it is about the lane or the store.
    pub about: Option<About>,
    /// The step that it is about.
    pub step: Option<Cow<'static, str>>,
    /// The command that caused it.
    pub command: Option<CommandId>,
    /// What else has the same cause.
    pub trace: Option<TraceId>,
    /// What the call does to the world, if the line is about one.
    pub effect: Option<Effect>,
    /// How state and payload are written.
    pub codec: Codec,
    /// The state after the line, if the line changed it. The first line of an instance has one.
    pub state: Option<State>,
    /// Whatever else is to be said, depending on the kind.
    pub payload: Option<Json>,
}

/// The instance that a line is about, and where it stands after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Which one.
    pub instance: InstanceId,
    /// The how manieth line of the instance this is, from 1.
    pub seq: u64,
    /// Its line before.
    pub before: Option<Position>,
    /// The definition of its version.
    pub definition: DefinitionId,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// By what people know it.
    pub key: Option<BusinessKey>,
    /// Where it stands after the line.
    pub standing: Standing,
}

/// A line as it is stored: in its place, and with its leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredLine {
    /// Where it stands.
    pub position: Position,
    /// The lane that wrote it.
    pub lane: LaneId,
    /// The number of its commit in the lane.
    pub n: u64,
    /// The line.
    pub line: LogLine,
    /// What was stored as its leaf.
    pub leaf: Leaf,
    /// What was stored as its commit's seal, if it is the last line of the commit.
    pub seal: Option<Seal>,
}

/// How data is written in a line. Data is read by what its line says, and not by what is configured today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Codec {
    /// As JSON.
    #[default]
    Json,
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal $text:literal,)*) => {
        /// What happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum LineKind {
            $($(#[doc = $doc])* $name = $code,)*
        }

        impl LineKind {
            /// All of them.
            pub const ALL: &[LineKind] = &[$(LineKind::$name),*];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self {
                    $(LineKind::$name => $text,)*
                }
            }
        }
    };
}

// The numbers are stored: none is ever given to another kind.
kinds! {
    /// A lane was opened: the payload is an [`Opened`].
    Opened = 1 "opened",
    /// A definition was stored: the payload is a [`Definition`](super::Definition).
    Defined = 2 "defined",
    /// The last commit at this time: the payload is a [`Checkpoint`](super::Checkpoint).
    Checkpoint = 3 "checkpoint",
    /// The clock jumped.
    ClockJumped = 4 "clock-jumped",
    /// A command was refused, or did nothing: the payload says why.
    Refused = 5 "refused",
    /// An instance was started.
    Started = 10 "started",
    /// A step ended, and the state is the one after it.
    Stepped = 11 "stepped",
    /// A step waits.
    Waited = 12 "waited",
    /// A step, or what undoes it, is to be tried again.
    Retried = 13 "retried",
    /// An instance was parked.
    Parked = 14 "parked",
    /// What a step may call was announced, for the calls that follow.
    Announced = 15 "announced",
    /// A call is about to be made: the payload is the call.
    Intent = 16 "intent",
    /// A call was answered: the payload is the call with its answer.
    Answer = 17 "answer",
    /// A letter was delivered: the payload is the letter, and the state is the one that it was merged into.
    Delivered = 18 "delivered",
    /// A letter, a call's late answer or the like changed nothing.
    Noted = 19 "noted",
    /// A person held an instance back.
    Held = 20 "held",
    /// A person released an instance.
    Released = 21 "released",
    /// A person had a parked instance try again.
    Resumed = 22 "resumed",
    /// It was begun to roll an instance back.
    Undoing = 23 "undoing",
    /// One step was undone.
    StepUndone = 24 "step-undone",
    /// A handler has handed on its letter, or a part of what it handed on is acknowledged.
    HandedOn = 25 "handed-on",
    /// A duty was not done by its deadline: the payload is an [`Overdue`](crate::message::Overdue).
    Overdue = 26 "overdue",
    /// It was moved to another version, and no step ran.
    Migrated = 27 "migrated",
    /// It was moved back to where it stood before it was migrated.
    MigratedBack = 28 "migrated-back",
    /// The last step ended.
    Finished = 30 "finished",
    /// A step failed for good.
    Failed = 31 "failed",
    /// An instance was cancelled.
    Cancelled = 32 "cancelled",
    /// An instance was rolled back to its beginning.
    Undone = 33 "undone",
}

impl LogLine {
    /// A line that says no more than what happened, when, and to which instance.
    pub fn new(at: Timestamp, kind: LineKind, about: Option<About>) -> LogLine {
        let (step, command, trace, effect) = (None, None, None, None);
        let (codec, state, payload) = (Codec::Json, None, None);
        LogLine { at, kind, about, step, command, trace, effect, codec, state, payload }
    }

    /// The line with which a lane begins.
    ///
    /// # Errors
    ///
    /// If the member cannot be written as JSON.
    pub fn opened(at: Timestamp, lane: &super::Lane, member: &Member) -> Result<LogLine, DataError> {
        let opened = Opened { epoch: lane.epoch, member: member.clone(), before: lane.before };
        let payload = Some(Json::write(&opened)?);
        Ok(LogLine { payload, ..LogLine::new(at, LineKind::Opened, None) })
    }

    /// The line that says where a log stands; none, if that cannot be written.
    pub(crate) fn checkpoint(checkpoint: &super::Checkpoint) -> Option<LogLine> {
        let payload = Some(Json::write(checkpoint).ok()?);
        Some(LogLine { payload, ..LogLine::new(checkpoint.at, LineKind::Checkpoint, None) })
    }
}

impl Position {
    /// Before the first line.
    pub const START: Position = Position(0);

    /// The position so many lines further on.
    #[must_use]
    pub fn plus(self, lines: usize) -> Position {
        Position(self.0.saturating_add(lines as u64))
    }
}

impl LineKind {
    /// The number by which it is stored.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The kind with this number.
    pub fn from_code(code: u8) -> Option<LineKind> {
        LineKind::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

impl Codec {
    /// The number by which it is stored.
    pub fn code(self) -> u8 {
        match self {
            Codec::Json => 0,
        }
    }

    /// The codec with this number.
    pub fn from_code(code: u8) -> Option<Codec> {
        (code == 0).then_some(Codec::Json)
    }
}

impl fmt::Display for LineKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
