//! Duties: what contexts owe letters.

use super::{InstanceId, Phase, Row, Standing};
use crate::message::Link;
use crate::{Json, Letter};
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

    /// The context of such a process.
    pub(crate) fn context_of(course: &str) -> &str {
        course.split('/').next().unwrap_or_default()
    }

    /// Whether the instances of a process of this name are duties.
    pub fn is_course(process: &str) -> bool {
        process.contains('/')
    }
}

/// A duty as it is written, with its letter as that is written already.
#[derive(Serialize)]
struct Written<'a> {
    letter: &'a Json,
    path: &'a [Link],
    waits: Option<InstanceId>,
    tells: Option<&'a str>,
}

impl Duty {
    /// As data, if its letter is this as data.
    pub(crate) fn written(&self, letter: &Json) -> Json {
        let Duty { letter: _, path, waits, tells } = self;
        Json::own(&Written { letter, path, waits: *waits, tells: tells.as_deref() })
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

#[cfg(test)]
mod tests {
    use super::{Duty, Link};
    use crate::store::InstanceId;
    use crate::{Cause, Id, Json, Key, Letter};

    /// What is written piece by piece is what the whole is written as, and reads back.
    #[test]
    fn a_duty_is_written_as_it_is_read() {
        let id = |text| Id::of(Key::of(&[text]));
        let step =
            |word: &str| Cause::Step { instance: word.into(), process: "p\"".into(), step: "s".into() };
        let person = Cause::Person { who: "Ada".into(), why: "é\n".into() };
        for cause in [None, Some(step("1")), Some(Cause::Letter(id("it"))), Some(person)] {
            let letter = Letter {
                id: id("a"),
                sender: "a".into(),
                topic: "a.b".into(),
                key: Json::of_text("7".into()).ok().filter(|_| cause.is_some()),
                cause,
                rehearsal: false,
                payload: Json::of_text(r#"{"n": [1.50, "x"]}"#.into()).expect("it is JSON"),
            };
            let link = Link { letter: id("b"), topic: "c".into(), context: "d".into() };
            for (path, waits, tells) in [
                (Vec::new(), None, None),
                (vec![link], Some(InstanceId::from([7; 16])), Some("office".to_owned())),
            ] {
                let duty = Duty { letter: letter.clone(), path, waits, tells };
                let written = duty.written(&Json::own(&duty.letter));
                assert_eq!(written, Json::write(&duty).expect("it reads back"));
                let all = vec![duty.letter.clone(), duty.letter.clone()];
                let pieces = vec![Json::own(&duty.letter), Json::own(&duty.letter)];
                assert_eq!(Json::own(&pieces), Json::write(&all).expect("they read back"));
            }
        }
    }
}
