//! Commands: what everybody but the owner wants done.

use super::{BusinessKey, CommandId, InstanceId, Phase, Position, Timestamp, TraceId};
use crate::{Json, Letter, State};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Something that is to be done, by whom and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// By what it is known: sent again with the same id, it is the same command.
    pub id: CommandId,
    /// When it was given.
    pub at: Timestamp,
    /// Who gave it.
    pub who: String,
    /// Why.
    pub why: String,
    /// What is to be done.
    pub verb: Verb,
    /// What must hold for it to be done.
    pub expected: Expected,
    /// What else has the same cause.
    pub trace: Option<TraceId>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Verb {
    /// Start an instance.
    Start {
        /// Its id, if it is new.
        instance: InstanceId,
        /// By what people know it.
        key: Option<BusinessKey>,
        /// Where it begins.
        state: Box<State>,
    },
    /// Deliver a letter.
    Deliver {
        /// To which instance.
        to: Target,
        /// The letter.
        letter: Letter,
    },
    /// Hold an instance back.
    Hold(Target),
    /// Release an instance that is held back.
    Release(Target),
    /// Have a parked instance try again.
    Retry(Target),
    /// End an instance where it stands.
    Cancel(Target),
    /// Undo what an instance has done.
    Rollback(Target),
    /// Move an instance to another version.
    Migrate {
        /// Which instance.
        instance: Target,
        /// To this version.
        to: u32,
    },
    /// Move an instance back to where it stood before it was migrated.
    MigrateBack(Target),
    /// Say what became of a call of which nobody can be asked.
    Answer {
        /// Which instance made it.
        instance: Target,
        /// Its operation or its key; none, if it is the only one that is open.
        call: Option<String>,
        /// What it was answered; none, if it was not carried out.
        answer: Option<Json>,
    },
    /// Write down that somebody was shown the data of an instance.
    Reveal(Target),
}

/// Which instance a command is for. Of many, each gets a command of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Target {
    /// This one.
    Instance(InstanceId),
    /// The one that is known by this key.
    Key {
        /// Of which process.
        process: String,
        /// Whether it is a rehearsal.
        rehearsal: bool,
        /// The key.
        key: BusinessKey,
    },
}

impl Verb {
    /// As people write it.
    pub fn word(&self) -> &'static str {
        match self {
            Verb::Start { .. } => "start",
            Verb::Deliver { .. } => "deliver",
            Verb::Hold(_) => "hold",
            Verb::Release(_) => "release",
            Verb::Retry(_) => "retry",
            Verb::Cancel(_) => "cancel",
            Verb::Rollback(_) => "rollback",
            Verb::Migrate { .. } | Verb::MigrateBack(_) => "migrate",
            Verb::Answer { .. } => "answer",
            Verb::Reveal(_) => "show --payloads",
        }
    }

    /// Which instance it is for; none if it starts one.
    pub fn target(&self) -> Option<&Target> {
        match self {
            Verb::Start { .. } => None,
            Verb::Deliver { to: target, .. }
            | Verb::Hold(target)
            | Verb::Release(target)
            | Verb::Retry(target)
            | Verb::Cancel(target)
            | Verb::Rollback(target)
            | Verb::Migrate { instance: target, .. }
            | Verb::MigrateBack(target)
            | Verb::Answer { instance: target, .. }
            | Verb::Reveal(target) => Some(target),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Instance(id) => write!(f, "instance {id}"),
            Target::Key { process, rehearsal, key } => {
                let which = if *rehearsal { "the rehearsal" } else { "the instance" };
                write!(f, "{which} {key} of `{process}`")
            }
        }
    }
}

/// What a line says of the command that caused it: the payload of each such line, but for one that tells of a
/// letter, which says it itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ordered {
    /// Who gave it.
    pub who: String,
    /// Why.
    pub why: String,
    /// Why it was refused, or did nothing; none if it was done.
    pub refused: Option<String>,
    /// The instance whose data was shown: such a line is about none, as it changes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<InstanceId>,
    /// Where the store comes from that may run from now on: such a line is about no instance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored: Option<String>,
}

/// What must hold for a command to be done: of each, only if it is said. Two people who saw the same cannot
/// both act on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The instance does this.
    pub phase: Option<Phase>,
    /// It stands at this step.
    pub step: Option<String>,
    /// It has so many lines, and nothing has changed since it had: lines that tell of refused commands do not count.
    pub seq: Option<u64>,
}

impl Command {
    /// What the line says that it causes.
    pub fn ordered(&self, refused: Option<String>) -> Ordered {
        Ordered { who: self.who.clone(), why: self.why.clone(), refused, shown: None, restored: None }
    }
}

/// What became of a command that was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is in the inbox now.
    New,
    /// It was known: this is what became of it.
    Known(Outcome),
}

/// What became of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody has put it.
    Unknown,
    /// It is in the inbox.
    Pending,
    /// It was consumed: the line at this position tells with what outcome.
    Done(Position),
}
