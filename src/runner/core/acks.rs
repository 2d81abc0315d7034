//! Acks: a duty closes with its handler's, or with the last of those to whom its letter was handed on; and
//! somebody is told of what stays open beyond its deadline.

use super::live::{Line, Live, Then};
use super::mail::Owed;
use super::record::Recorded;
use super::{Core, Timer};
use crate::message::{Acked, Overdue};
use crate::runner::event::Wanted;
use crate::runner::life::{Move, Status};
use crate::runner::planted::{Defect, planted};
use crate::store::{BusinessKey, Duty, InstanceId, LineKind, Phase, Standing, Timestamp};
use crate::{Cause, Id, Json, Letter, Message, Posted, State};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a line says of a letter that was handed on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Handed {
    /// What the handler has published.
    pub(crate) letters: Vec<Letter>,
    /// The duties that are not done yet.
    pub(crate) open: Vec<InstanceId>,
}

impl Live {
    /// The duties that it waits for, if it was handed on.
    fn handed(&self) -> Option<&Vec<InstanceId>> {
        self.record.iter().rev().find_map(|item| match &item.what {
            Recorded::Handed(open) => Some(open),
            _ => None,
        })
    }
}

impl Core {
    /// A handler has handed on its letter: its duty waits for those of what it has published.
    pub(super) fn hand_on(&mut self, id: InstanceId, state: State, letters: Vec<Posted>) {
        let letters = self.stamped(letters);
        let open = self.post(id, &letters, true);
        if open.is_empty() || planted(Defect::HandedOnIsDone) {
            open.iter().for_each(|duty| drop(self.remove(*duty)));
            return self.next(id, state, letters);
        }
        let Some(live) = self.live.get_mut(&id) else { return };
        let letters = letters.into_iter().map(|posted| posted.letter).collect();
        live.record.clear();
        live.steps += 1;
        live.suspect = false;
        // From now on, those to whom it was handed on are late.
        if let Some(deadline) = live.standing.deadline.take() {
            self.timers.remove(&(deadline, Timer::Deadline(id)));
        }
        let line = handed_line(live, letters, open.clone());
        self.moves(id, Move::Wait, Standing::new(Phase::Waiting), line);
        open.into_iter().for_each(|duty| self.bind(id, duty));
        self.rested(id);
    }

    /// A duty is done, or will never be: whoever waits for it is told, in the same commit.
    pub(super) fn closed(&mut self, id: InstanceId, nack: Option<String>) {
        let Some(live) = self.live.get(&id) else { return };
        let Some(errand) = &live.duty else { return };
        let (duty, late) = (errand.duty.clone(), live.standing.overdue);
        let context = Duty::context_of(live.state.process()).to_owned();
        if let Some(to) = &duty.tells {
            let (letter, topic) = (duty.letter.id(), duty.letter.topic().to_owned());
            let (context, nack, about) = (context.clone(), nack.clone(), Id::stored(id.bytes()));
            let acked = Acked { duty: about, letter, topic, context, late, nack };
            self.tell(id, to, &acked, &duty.letter);
        }
        if let Some(waits) = duty.waits {
            self.link_closed(waits, id, nack.clone());
        }
        // A context that does not get a letter acknowledges it by what comes of it.
        for link in duty.path.iter().filter(|_| nack.is_none()) {
            let key = BusinessKey::from(&*link.letter.to_string());
            let name = (Duty::course(&context, &link.topic), duty.letter.is_rehearsal(), key);
            let owing = self.keys.get(&name).copied().filter(|owing| *owing != id);
            let waits = |owing: &InstanceId| {
                self.live
                    .get(owing)
                    .is_some_and(|live| live.status() == Status::Waiting && live.handed().is_none())
            };
            if let Some(owing) = owing.filter(waits) {
                self.step_on(owing, Some(id));
            }
        }
    }

    /// One of the duties is closed for which another waits.
    fn link_closed(&mut self, id: InstanceId, link: InstanceId, nack: Option<String>) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        if live.status().is_ended() || live.is_unread() {
            return;
        }
        let mut open = live.handed().cloned().unwrap_or_default();
        open.retain(|it| *it != link);
        if let Some(why) = nack {
            let line = Line { payload: Json::write(&why).ok(), ..live.line(LineKind::Cancelled) };
            let standing = Standing { reason: Some(why.clone()), ..Standing::new(Phase::Cancelled) };
            if self.moves(id, Move::Cancel, standing, line) {
                self.bind(id, link);
                self.closed(id, Some(why));
            }
            return;
        }
        live.record.retain(|item| !matches!(item.what, Recorded::Handed(_)));
        if open.is_empty() && live.status() == Status::Waiting {
            return self.step_on(id, Some(link));
        }
        let line = handed_line(live, Vec::new(), open);
        live.note(line, now);
        self.bind(id, link);
        self.dirty(id);
    }

    /// All for which a duty has waited may be closed while it was held.
    pub(super) fn all_closed(&mut self, id: InstanceId) {
        let live = self.live.get(&id);
        if live.is_some_and(|live| live.handed().is_some_and(Vec::is_empty)) {
            self.step_on(id, None);
        }
    }

    /// Writes to a context, by what a duty's last line says.
    fn tell<M: Message>(&mut self, id: InstanceId, context: &str, message: &M, about: &Letter) {
        let Ok(letter) = Letter::of(message) else { return };
        let cause = Some(Cause::Letter(about.id()));
        let letter = letter.by(Id::stored(self.next_id().bytes()), cause, about.is_rehearsal());
        let duty = Duty { letter, path: Vec::new(), waits: None, tells: None };
        let data = duty.written(&Json::own(&duty.letter));
        let owed = Owed { duty: Arc::new(duty), data, deadline: None, phase: Phase::Ready };
        let told = self.owe(context, owed);
        self.bind(id, told);
    }

    /// The deadline of a duty has passed: somebody is told, once.
    pub(super) fn missed(&mut self, id: InstanceId, at: Timestamp) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else {
            return self.waking.rows.push_back(Wanted::Missed(id, at));
        };
        if live.standing.deadline != Some(at) || live.status().is_ended() {
            return;
        }
        if live.reading {
            return self.read_record(id);
        }
        // Those who wait for it are late too, as far as they are read.
        if !self.mail.is_ready() {
            return self.mail.put_off(id);
        }
        let Some(errand) = live.duty.as_deref() else { return };
        let (waits, duty) = (errand.busy && !errand.is_at_work(), errand.duty.clone());
        let process = live.state.process().to_owned();
        let context = Duty::context_of(&process).to_owned();
        let (letter, topic) = (duty.letter.id(), duty.letter.topic().to_owned());
        let about = Id::stored(id.bytes());
        let overdue = Overdue { duty: about, letter, topic, context, path: duty.path.clone() };
        if !planted(Defect::AlertedAgain) {
            live.standing.deadline = None;
        }
        live.standing.overdue = true;
        let said = Json::write(&overdue).ok();
        live.note(Line { payload: said.clone(), ..live.line(LineKind::Overdue) }, now);
        live.then.push((live.seq, Then::Alert(overdue.to_string())));
        let heard = format!("/{}", Overdue::TOPIC);
        let contexts = self.mail.receivers.keys().filter_map(|course| course.strip_suffix(&heard));
        for context in contexts.map(str::to_owned).collect::<Vec<_>>() {
            self.tell(id, &context, &overdue, &duty.letter);
        }
        // Those who wait for it are late by the same.
        let mut waiting = duty.waits;
        while let Some(above) = waiting
            && let Some(live) =
                self.live.get_mut(&above).filter(|live| !live.standing.overdue && !live.reading)
        {
            live.standing.overdue = true;
            live.note(Line { payload: said.clone(), ..live.line(LineKind::Overdue) }, now);
            waiting = live.duty.as_ref().and_then(|errand| errand.duty.waits);
            self.bind(above, id);
        }
        if waits {
            self.unmatched(id);
        }
        self.dirty(id);
    }
}

/// A line that tells which duties a letter waits for that was handed on.
fn handed_line(live: &Live, letters: Vec<Letter>, open: Vec<InstanceId>) -> Line {
    let records = Some(Recorded::Handed(open.clone()).into());
    let payload = Some(Json::own(&Handed { letters, open }));
    Line { payload, records, ..live.line(LineKind::HandedOn) }
}
