//! Calls: made once for each key, written down, asked about when nobody knows what became of them.
//!
//! Long because what is written before a call, after it, and when nobody knows what became of it must fit together.

use super::live::{Calling, Line, Live, Then};
use super::orders::By;
use super::record::{Call, Recorded};
use super::{Core, RunId};
use crate::runner::event::{Action, Asked, Came};
use crate::runner::planted::{Defect, planted};
use crate::store::{InstanceId, LineKind, MAX_PAYLOAD, Ordered, Timestamp};
use crate::{CallError, Effect, Inquiry, Json, Key};
use serde::{Deserialize, Serialize};

/// How many bytes request and answer of a call may have together: a line about it says a little more.
const MAX_CALL: usize = MAX_PAYLOAD - 4 * 1024;

/// What is said instead of what does not fit.
const TOO_LONG: &str = "what it answered is too long to be kept";

/// What the lines about a call say of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CallLine {
    pub(crate) key: Key,
    pub(crate) operation: String,
    /// What was asked; none if the line of its intent says so.
    pub(crate) request: Option<Json>,
    /// The time of the attempt that made it.
    pub(crate) begun: Timestamp,
    /// Since when it may have been done.
    pub(crate) since: Timestamp,
    pub(crate) told: Told,
    /// The person who told it, as nobody else could.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<Ordered>,
}

/// What is known of a call.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(crate) enum Told {
    /// It is about to be made.
    Intent,
    /// It was answered.
    Came { answer: Json, keeps: bool },
    /// It was not made, or its inquiry says that it was not done.
    NotDone,
    /// It has no answer: it may have been done.
    Open(CallError),
}

impl Core {
    /// A step asks for a call.
    pub(super) fn asked(&mut self, run: RunId, asked: Asked) {
        let id = run.instance;
        let Some(live) = self.live.get_mut(&id) else { return };
        let Some(running) = live.run.as_mut().filter(|it| it.number == run.number) else { return };
        let (key, settles) = (asked.key, running.settles);
        let bytes = asked.request.text().len();
        if bytes > MAX_CALL {
            let what = format!("the request to `{}` has {bytes} bytes", asked.operation);
            return self.park(id, format!("{what}, and at most {MAX_CALL} are kept"));
        }
        if asked.effect != Effect::Read {
            running.asked.push(key);
        }
        let asked_before = running.asked.clone();
        let effect = asked.effect;
        if !planted(Defect::RecordIgnored)
            && let Some(call) = live.call(key)
        {
            return match call.answer.clone() {
                Some(answer) => self.want(Action::Tell(id, key, Ok(answer))),
                // Made here, it is waited for; made by whoever came before, nobody knows of it.
                None if live.calls.contains_key(&key) => {}
                None => {
                    let since = call.since;
                    self.unknown(id, asked, since)
                }
            };
        }
        if live.calls.contains_key(&key) {
            return;
        }
        let suspect = live.suspect && !planted(Defect::RecoveryForgets);
        if effect == Effect::Write && suspect {
            let since = live.suspect_since();
            return self.unknown(id, asked, since);
        }
        // Of a step that may have run before, what comes after a read may have been done too.
        if settles && !(suspect && effect == Effect::Read) {
            return self.learned(id);
        }
        let owed =
            live.owed().find(|call| call.operation == asked.operation && !asked_before.contains(&call.key));
        if let Some(owed) = owed.filter(|_| effect != Effect::Read && !planted(Defect::DivergenceUnseen)) {
            let why = diverged(&owed.operation, &format!("asks `{}` something else", asked.operation));
            return self.park(id, why);
        }
        match effect {
            Effect::Read => self.perform_now(id, asked),
            Effect::Write => self.perform(id, asked),
            Effect::Irreversible => {
                self.intend(id, &asked);
                self.perform(id, asked);
            }
        }
    }

    /// Writes down that a call is about to be made.
    fn intend(&mut self, id: InstanceId, asked: &Asked) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        let call = live.recorded(asked, now, None);
        let line = live.call_line(LineKind::Intent, asked, now, Told::Intent);
        live.record_call(Line { records: Some(Recorded::Call(call).into()), ..line }, now);
        self.dirty(id);
    }

    /// Makes a call when all that came before it is written.
    fn perform(&mut self, id: InstanceId, asked: Asked) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        let hasty = planted(Defect::IntentAfterEffect) && asked.effect == Effect::Irreversible
            || planted(Defect::AnnouncementOmitted) && asked.effect == Effect::Write;
        if live.written.seq == live.seq || hasty {
            return self.perform_now(id, asked);
        }
        let (key, step) = (asked.key, live.steps);
        live.calls.insert(key, Calling { asked, step, made: false, at: now, since: None });
        live.then.push((live.seq, Then::Perform(key)));
        self.dirty(id);
    }

    /// All that came before a call is written: it is made.
    pub(super) fn perform_written(&mut self, id: InstanceId, key: Key) {
        let call = self.live.get_mut(&id).and_then(|live| live.calls.get_mut(&key));
        let Some(call) = call.filter(|call| !call.made) else { return };
        if let Some(since) = call.since {
            let asked = call.asked.clone();
            return self.repeat(id, asked, since);
        }
        (call.made, call.at) = (true, self.now);
        self.want(Action::Perform(id, key));
    }

    fn perform_now(&mut self, id: InstanceId, asked: Asked) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        let (key, step) = (asked.key, live.steps);
        live.calls.insert(key, Calling { asked, step, made: true, at: now, since: None });
        self.want(Action::Perform(id, key));
    }

    /// Nobody knows whether a call was answered, which may have been made since then.
    fn unknown(&mut self, id: InstanceId, asked: Asked, since: Timestamp) {
        let key = asked.key;
        if asked.inquiry && planted(Defect::InquiryIgnored) {
            return self.perform(id, asked);
        }
        if asked.inquiry {
            let Some(live) = self.live.get_mut(&id) else { return };
            let (step, at) = (live.steps, since);
            live.calls.insert(key, Calling { asked, step, made: true, at, since: Some(since) });
            return self.want(Action::Inquire(id, key));
        }
        if self.live.get(&id).and_then(|live| live.run.as_ref()).is_some_and(|run| run.settles) {
            return self.park(id, unknown(&asked.operation, "it has no inquiry"));
        }
        self.repeat(id, asked, since);
    }

    /// Makes a call once more that may have been made since then, as long as its key is known for sure.
    fn repeat(&mut self, id: InstanceId, asked: Asked, since: Timestamp) {
        let lives = |life| match planted(Defect::LifetimeOneTooLong) {
            true => self.now <= since.after(life),
            false => self.now < since.after(life),
        };
        if asked.effect != Effect::Write || !asked.idempotent_for.is_some_and(lives) {
            let why = match asked.idempotent_for {
                Some(life) if asked.effect == Effect::Write => format!("its key was good for {life:?}"),
                _ => "it has no inquiry".into(),
            };
            let now = self.now;
            if let Some(live) = self.live.get_mut(&id).filter(|live| live.call(asked.key).is_none()) {
                live.leave_open(&asked, since, CallError::lost(&asked.operation, &why), now);
            }
            return self.park(id, unknown(&asked.operation, &why));
        }
        let key = asked.key;
        self.perform(id, asked);
        if let Some(call) = self.live.get_mut(&id).and_then(|live| live.calls.get_mut(&key)) {
            call.since = Some(since);
        }
    }

    /// A call was answered, or was not.
    pub(super) fn answered(&mut self, id: InstanceId, key: Key, answer: Result<Came, CallError>) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        let Some(calling) = live.calls.remove(&key) else { return };
        let (asked, step, since) = (calling.asked.clone(), calling.step, calling.since());
        let first = calling.since.is_none();
        if live.run.is_none() && planted(Defect::LateAnswerLost) {
            return self.rested(id);
        }
        if step != live.steps {
            if asked.effect != Effect::Read {
                let line = live.late_line(&asked, since, answer);
                live.note(line, now);
            }
            self.rested(id);
            return self.dirty(id);
        }
        match answer {
            Ok(came) => self.came(id, &asked, since, came),
            Err(error) => self.failed(id, &asked, since, (error, first)),
        }
        self.unblocked(id);
        self.dirty(id);
    }

    /// A call was not made, as its step is gone.
    pub(super) fn not_made(&mut self, id: InstanceId, key: Key) {
        let Some(call) = self.live.get(&id).and_then(|live| live.calls.get(&key)) else { return };
        let error = CallError::missed(&call.asked.operation);
        self.answered(id, key, Err(error));
    }

    fn came(&mut self, id: InstanceId, asked: &Asked, since: Timestamp, came: Came) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        let intended = live.call(asked.key).is_some();
        let request = if intended { 0 } else { asked.request.text().len() };
        let bytes = request + came.answer.text().len();
        if bytes > MAX_CALL {
            let what = format!("what is to be kept of a call of `{}` has {bytes} bytes", asked.operation);
            if asked.effect != Effect::Read {
                live.leave_open(asked, since, CallError::lost(&asked.operation, TOO_LONG), now);
            }
            return self.park(id, format!("{what}, and at most {MAX_CALL} are kept"));
        }
        let keeps = came.succeeded && asked.effect != Effect::Read;
        // What a read told serves this attempt alone.
        if asked.effect != Effect::Read || live.is_attempt() {
            let call = live.recorded(asked, since, Some(came.answer.clone()));
            live.forget(asked.key);
            let told = Told::Came { answer: came.answer.clone(), keeps };
            let line = match intended {
                true => live.answer_line(asked, since, told),
                false => live.call_line(LineKind::Answer, asked, since, told),
            };
            let records = Some(Recorded::Call(Call { keeps, ..call }).into());
            // What can be had again may be lost with this process.
            let waits = asked.effect == Effect::Read
                || asked.effect == Effect::Write && (asked.inquiry || asked.idempotent_for.is_some());
            live.record_call(Line { records, waits, ..line }, now);
        }
        let known = live.open().next().is_none() && !live.suspect;
        if let Some(run) = live.run.as_ref().filter(|run| run.settles)
            && (known || run.learned)
        {
            return self.settle_on(id);
        }
        self.want(Action::Tell(id, asked.key, Ok(came.answer)));
    }

    fn failed(&mut self, id: InstanceId, asked: &Asked, since: Timestamp, (error, first): (CallError, bool)) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        if asked.effect != Effect::Read {
            // That a repetition was lost says nothing about the calls before it.
            match error.is_dropped() && first {
                true => {
                    live.forget(asked.key);
                    let line = live.answer_line(asked, since, Told::NotDone);
                    live.record_call(line, now);
                }
                false => live.leave_open(asked, since, error.clone(), now),
            }
        }
        self.want(Action::Tell(id, asked.key, Err(error)));
    }

    /// The function of an operation panicked: it may have done something.
    pub(super) fn broke(&mut self, id: InstanceId, key: Key, why: &str) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        let Some(calling) = live.calls.remove(&key) else { return };
        let (asked, since) = (calling.asked.clone(), calling.since());
        if calling.step == live.steps && asked.effect != Effect::Read {
            live.leave_open(&asked, since, CallError::lost(&asked.operation, why), now);
        }
        match live.run.is_some() {
            true => self.park(id, format!("`{}` panicked: {why}", asked.operation)),
            false => self.unblocked(id),
        }
        self.dirty(id);
    }

    /// What became of a call.
    pub(super) fn inquired(&mut self, id: InstanceId, key: Key, told: Inquiry<Came>) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        if let Inquiry::Done(came) = told {
            return self.answered(id, key, Ok(came));
        }
        let Some(calling) = live.calls.remove(&key) else { return };
        let (asked, since) = (calling.asked.clone(), calling.since());
        let settles = live.run.as_ref().map(|run| run.settles);
        if calling.step != live.steps {
            return self.unblocked(id);
        }
        if let Inquiry::Unknown = told {
            if settles != Some(true) && live.call(key).is_none() {
                live.leave_open(&asked, since, CallError::lost(&asked.operation, ""), now);
                self.dirty(id);
            }
            return match settles {
                Some(_) => self.park(id, unknown(&asked.operation, "its inquiry cannot say")),
                None => self.unblocked(id),
            };
        }
        live.forget(key);
        let line = live.call_line(LineKind::Answer, &asked, since, Told::NotDone);
        live.record_call(line, now);
        match asked.effect {
            _ if settles.is_none() => self.unblocked(id),
            // The step waits for this answer for ever.
            _ if settles == Some(true) => self.settle_on(id),
            Effect::Irreversible => {
                self.intend(id, &asked);
                self.perform(id, asked);
            }
            Effect::Read | Effect::Write => self.perform(id, asked),
        }
        self.dirty(id);
    }

    /// A person says what became of an open call, or says it better.
    pub(super) fn answered_by_person(
        &mut self,
        id: InstanceId,
        by: Option<&By>,
        call: Option<&str>,
        answer: Option<Json>,
    ) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        let Ok(call) = live.open_call(call).cloned() else { return };
        live.forget(call.key);
        let told = match answer.clone() {
            Some(answer) => Told::Came { answer, keeps: true },
            None => Told::NotDone,
        };
        let Call { key, ref operation, begun, since, .. } = call;
        let (operation, by_whom) = (operation.clone(), by.map(|by| by.ordered(None)));
        let said = CallLine { key, operation, request: None, begun, since, told, by: by_whom };
        let mut line = live.line(LineKind::Answer);
        (line.command, line.effect) = (by.map(|by| by.command), Some(call.effect));
        line.payload = Json::write(&said).ok();
        let known = |answer| Call { answer: Some(answer), keeps: true, by_person: true, ..call };
        line.records = answer.map(|answer| Recorded::Call(known(answer)).into());
        live.note(line, now);
        self.dirty(id);
    }

    /// One effect fewer is under way: whoever waits for that goes on.
    fn unblocked(&mut self, id: InstanceId) {
        let Some(live) = self.live.get_mut(&id) else { return };
        if live.effects().next().is_some() {
            return;
        }
        match live.run.as_mut().map(|run| (run.number, run.ended.take())) {
            Some((number, Some(outcome))) => self.ended(RunId { instance: id, number }, outcome),
            Some((_, None)) => {}
            None => self.rested(id),
        }
    }
}

impl Live {
    /// The open call that a person names by its operation or its key; they need not, if there is but one. Where none
    /// is open, one that a person has answered.
    ///
    /// # Errors
    ///
    /// If none is meant, or more than one.
    pub(super) fn open_call(&self, named: Option<&str>) -> Result<&Call, String> {
        let is_meant =
            |call: &&Call| named.is_none_or(|named| call.operation == named || call.key.to_string() == named);
        let mut open: Vec<&Call> = self.open().filter(is_meant).collect();
        if open.is_empty() {
            open.extend(self.answered_by_people().filter(is_meant));
        }
        match (open.as_slice(), named) {
            ([call], _) => Ok(call),
            ([], None) => Err("it is known of each of its calls what became of it".into()),
            ([], Some(named)) => Err(format!("no call `{named}` of it is open")),
            (open, _) => {
                let open: Vec<_> = open.iter().map(|it| format!("`{}` {}", it.operation, it.key)).collect();
                Err(format!(
                    "more than one of its calls is open, and one has to be named: {}",
                    open.join(", ")
                ))
            }
        }
    }

    /// A call as the record has it.
    fn recorded(&self, asked: &Asked, since: Timestamp, answer: Option<Json>) -> Call {
        let Asked { key, operation, effect, .. } = asked;
        let begun = self.run.as_ref().map_or(since, |run| run.begun);
        let (key, operation, effect) = (*key, operation.clone(), *effect);
        Call { key, operation, effect, since, begun, answer, keeps: false, by_person: false }
    }

    /// A line about a call, without what was asked.
    pub(super) fn answer_line(&self, asked: &Asked, since: Timestamp, told: Told) -> Line {
        self.said(LineKind::Answer, asked, since, (None, told))
    }

    /// A line about a call, with what was asked.
    fn call_line(&self, kind: LineKind, asked: &Asked, since: Timestamp, told: Told) -> Line {
        self.said(kind, asked, since, (Some(asked.request.clone()), told))
    }

    fn said(&self, kind: LineKind, asked: &Asked, since: Timestamp, said: (Option<Json>, Told)) -> Line {
        let begun = self.run.as_ref().map_or(since, |run| run.begun);
        let (key, operation, (request, told)) = (asked.key, asked.operation.clone(), said);
        let mut said = CallLine { key, operation, request, begun, since, told, by: None };
        let mut payload = Json::write(&said).ok();
        if payload.as_ref().is_some_and(|payload| payload.text().len() > MAX_PAYLOAD) {
            // It was made, and that is written in any case.
            said.told = Told::Open(CallError::lost(&said.operation, TOO_LONG));
            payload = Json::write(&said).ok();
        }
        Line { effect: Some(asked.effect), payload, ..self.line(kind) }
    }

    /// A line about a call, during an attempt or after it: it moves nothing.
    fn record_call(&mut self, line: Line, now: Timestamp) {
        if self.is_attempt() && self.standing.phase == crate::store::Phase::Waiting {
            // From here on it is an attempt that has begun, and not one that waits.
            self.standing.phase = crate::store::Phase::Ready;
        }
        if self.is_attempt() {
            self.standing.due = None;
        }
        self.note(line, now);
    }

    /// Whether its step runs, and not only so that open calls are asked about.
    fn is_attempt(&self) -> bool {
        self.run.as_ref().is_some_and(|run| !run.settles)
    }

    /// The step is given up, and what it has called may happen all the same.
    pub(super) fn leave_calls(&mut self, now: Timestamp) {
        let effects: Vec<Key> = self.effects().copied().filter(|key| self.call(*key).is_none()).collect();
        for key in effects {
            if let Some((asked, since)) = self.calls.get(&key).map(|call| (call.asked.clone(), call.since()))
            {
                self.leave_open(&asked, since, CallError::lost(&asked.operation, ""), now);
            }
        }
    }

    /// An effect has no answer: it may have happened.
    fn leave_open(&mut self, asked: &Asked, since: Timestamp, error: CallError, now: Timestamp) {
        let known = self.call(asked.key).is_some();
        let records = (!known).then(|| Recorded::Call(self.recorded(asked, since, None)).into());
        let line = self.call_line(LineKind::Answer, asked, since, Told::Open(error));
        self.record_call(Line { records, ..line }, now);
    }

    /// A line about an answer for which no step waits any more.
    fn late_line(&self, asked: &Asked, since: Timestamp, answer: Result<Came, CallError>) -> Line {
        let told = match answer {
            Ok(Came { answer, .. }) => Told::Came { answer, keeps: false },
            Err(error) => Told::Open(error),
        };
        self.call_line(LineKind::Noted, asked, since, told)
    }
}

pub(super) fn too_large(what: &str) -> String {
    format!("{what}, and at most {MAX_PAYLOAD} are kept")
}

pub(super) fn unknown(operation: &str, why: &str) -> String {
    format!("nobody knows whether `{operation}` was carried out: {why}")
}

pub(super) fn diverged(operation: &str, instead: &str) -> String {
    format!("an earlier attempt has called `{operation}`, and this one does not ask for that, but {instead}")
}
