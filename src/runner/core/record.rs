//! The record of an instance: the lines with what its step has asked, was told and has to know.

use super::live::Live;
use crate::store::{InstanceId, LineKind, Position, Timestamp};
use crate::{Effect, Json, Key, Letter};

/// A line of the record: what the step that comes next has asked, was told and has to know.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// The number of the line.
    pub(crate) seq: u64,
    /// Where it stands, once it is written.
    pub(crate) position: Option<Position>,
    pub(crate) what: Recorded,
}

/// What a line of the record says.
#[derive(Clone, Debug)]
pub(crate) enum Recorded {
    /// A call.
    Call(Call),
    /// The step waited here: what it had recorded by then, it does not owe any more.
    Wait { due: Option<Timestamp>, overdue: Option<Timestamp> },
    /// The step may have run since then, and nobody knows what it has called.
    Suspect { since: Timestamp },
    /// A letter for a later step.
    Letter(Letter),
    /// The duties that a handed on letter waits for.
    Handed(Vec<InstanceId>),
    /// The line is damaged, and nobody knows what it says.
    Unread,
}

/// A call in the record.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) key: Key,
    pub(crate) operation: String,
    pub(crate) effect: Effect,
    /// When it was first begun, as far as is known.
    pub(crate) since: Timestamp,
    pub(crate) begun: Timestamp,
    /// What came back; none as long as nobody knows.
    pub(crate) answer: Option<Json>,
    /// Whether the answer is kept for later attempts: one of an effect that succeeded.
    pub(crate) keeps: bool,
    /// Whether a person has said what came back. Who was mistaken may say so.
    pub(crate) by_person: bool,
}

impl Live {
    pub(crate) fn call(&self, key: Key) -> Option<&Call> {
        self.record.iter().find_map(|item| match &item.what {
            Recorded::Call(call) if call.key == key => Some(call),
            _ => None,
        })
    }

    /// Takes the call out of the record, as a line that follows says more about it.
    pub(crate) fn forget(&mut self, key: Key) {
        self.record.retain(|item| !matches!(&item.what, Recorded::Call(call) if call.key == key));
    }

    /// The effects in the record of which the step has not told by waiting that it knows of them.
    pub(crate) fn owed(&self) -> impl Iterator<Item = &Call> {
        let waits = self.record.iter().rposition(|item| matches!(item.what, Recorded::Wait { .. }));
        let since = self.record.iter().skip(waits.map_or(0, |at| at + 1));
        since.filter_map(|item| match &item.what {
            Recorded::Call(call) if call.effect != Effect::Read => Some(call),
            _ => None,
        })
    }

    /// The effects of which nobody knows whether they happened.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Call> {
        self.record.iter().filter_map(|item| match &item.what {
            Recorded::Call(call) if call.effect != Effect::Read && call.answer.is_none() => Some(call),
            _ => None,
        })
    }

    /// The calls that a person has answered, of an instance that is parked: the answer may be why.
    pub(super) fn answered_by_people(&self) -> impl Iterator<Item = &Call> {
        let record = self.record.iter().filter(|_| self.standing.parked);
        record.filter_map(|item| match &item.what {
            Recorded::Call(call) if call.by_person => Some(call),
            _ => None,
        })
    }

    /// Whether nobody knows all that its step has asked and was told.
    pub(super) fn is_unread(&self) -> bool {
        self.record.iter().any(|item| matches!(item.what, Recorded::Unread))
    }

    /// Since when its step is suspected, if a line says so.
    pub(super) fn suspected(&self) -> Option<Timestamp> {
        self.record.iter().find_map(|item| match item.what {
            Recorded::Suspect { since } => Some(since),
            _ => None,
        })
    }

    /// Since when its step may have called what nobody knows of.
    pub(crate) fn suspect_since(&self) -> Timestamp {
        self.suspected().unwrap_or_else(|| self.begins())
    }

    /// When the deadline of its wait is over.
    pub(crate) fn overdue(&self) -> Option<Timestamp> {
        self.record.iter().rev().find_map(|item| match &item.what {
            Recorded::Wait { overdue, .. } => Some(*overdue),
            _ => None,
        })?
    }

    /// The time of the attempt that comes next, or that is under way: only what is in the store counts, so
    /// that an attempt that is taken up again is told the same time.
    pub(crate) fn begins(&self) -> Timestamp {
        let mut calls = self.record.iter().rev().map_while(|item| match &item.what {
            Recorded::Call(call) => Some(call.begun),
            Recorded::Suspect { since } => Some(*since),
            Recorded::Letter(_) | Recorded::Wait { .. } | Recorded::Handed(_) | Recorded::Unread => None,
        });
        let recorded = calls.next().filter(|_| self.standing.due.is_none());
        recorded.or(self.standing.due).unwrap_or(self.changed)
    }
}

impl LineKind {
    /// Whether, after a line of this kind, nobody suspects the step any more of having called something.
    pub(super) fn ends_suspicion(self) -> bool {
        use LineKind::{Finished, HandedOn, StepUndone, Stepped, Undoing, Undone, Waited};
        matches!(self, Finished | HandedOn | StepUndone | Stepped | Undoing | Undone | Waited)
    }

    /// Whether an instance stands after a line of this kind as it stood before: a command was refused, and what may
    /// have run before was written down first.
    pub(super) fn changes_nothing(self) -> bool {
        matches!(self, LineKind::Announced | LineKind::Refused)
    }
}
