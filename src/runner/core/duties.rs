//! Duties: a letter is handed to its handler, starts an instance, or is delivered to those that await it.

use super::live::{Line, Live};
use super::orders::{Order, What};
use super::starts;
use super::{Core, Timer};
use crate::data::field;
use crate::message::Acked;
pub(crate) use crate::runner::duties::Errand;
use crate::runner::duties::RECEIVE;
use crate::runner::event::{Action, Start, Wanted};
use crate::runner::life::{Move, Status};
use crate::runner::planted::{Defect, planted};
use crate::store::{BusinessKey, InstanceId, LineKind, LogLine, Phase, Row, Standing, StoreError};
use crate::{Letter, Message};

impl Errand {
    /// Whether something is under way that it waits for.
    pub(super) fn is_at_work(&self) -> bool {
        self.busy && (self.starts || !self.takers.is_empty() || !self.asks.is_empty())
    }

    /// Whether nobody need await its letter: most acks come in time, and nobody has been told that they were late.
    fn may_be_unmatched(&self) -> bool {
        self.duty.letter.topic() == Acked::TOPIC
    }
}

impl Live {
    fn errand(&mut self) -> Option<&mut Errand> {
        self.duty.as_deref_mut()
    }
}

impl Core {
    /// Does what comes next for a letter whose turn it is.
    pub(super) fn receive(&mut self, id: InstanceId) {
        let Some(live) = self.live.get_mut(&id) else { return };
        let Some(receivers) = self.mail.receivers.get(live.state.process()) else { return };
        let receives = live.step() == RECEIVE;
        let (handles, starts) =
            (receives && receivers.handles, receivers.starts.clone().filter(|_| receives));
        let known = receives || receivers.after(RECEIVE) == Some(live.step());
        if live.duty.is_none() {
            return self.park(id, "it cannot be read as a letter".into());
        }
        if !known {
            let why = format!("nobody here takes it at `{}`", live.step());
            return self.park(id, why);
        }
        if self.mail.is_next(self.live.get(&id).unwrap_or_else(|| unreachable!("it was just found"))) {
            match starts {
                _ if handles => self.run(id, false),
                Some(process) => self.start_by_letter(id, &process),
                None => self.look_for_takers(id),
            }
        }
    }

    /// Whether it is a letter that is handed to others where it stands, and to no handler.
    pub(super) fn hands_on(&self, live: &Live) -> bool {
        let receivers = self.mail.receivers.get(live.state.process());
        live.duty.is_some() && (live.step() != RECEIVE || receivers.is_some_and(|it| !it.handles))
    }

    fn errand(&mut self, id: InstanceId) -> Option<&mut Errand> {
        self.live.get_mut(&id)?.duty.as_deref_mut()
    }

    fn start_by_letter(&mut self, id: InstanceId, process: &str) {
        let Some(errand) = self.errand(id) else { return };
        (errand.busy, errand.starts) = (true, true);
        let letter = errand.duty.letter.clone();
        let Some(served) = self.processes.get(process) else { return };
        let state = served.process.start_by(&letter).map_err(|error| error.to_string());
        let start = state.and_then(|state| {
            let key = state.key().map(BusinessKey::try_from).transpose();
            Ok(Start { key: key.map_err(|error| error.to_string())?, state })
        });
        match start {
            Ok(start) => self.start_for(id, start),
            Err(why) => self.reject(id, why),
        }
    }

    /// Looks for the instances of the context that have the letter's key.
    fn look_for_takers(&mut self, id: InstanceId) {
        let Some(live) = self.live.get_mut(&id) else { return };
        let Some(receivers) = self.mail.receivers.get(live.state.process()) else { return };
        let Some(errand) = live.duty.as_deref_mut() else { return };
        let letter = &errand.duty.letter;
        let mut names = Vec::new();
        for (process, by) in &receivers.awaits {
            let key = match by {
                None => Err("nothing says which instance it is for".to_owned()),
                Some(by) => match field(letter.payload(), by) {
                    Ok(Some(key)) => BusinessKey::try_from(&key).map_err(|error| error.to_string()),
                    Ok(None) => Err(format!("it has no field `{by}`, by which its instance is found")),
                    Err(error) => Err(error.to_string()),
                },
            };
            match key {
                Ok(key) => names.push((process.clone(), letter.is_rehearsal(), key)),
                Err(why) => return self.reject(id, why),
            }
        }
        names.sort();
        names.dedup();
        (errand.busy, errand.names) = (true, names.clone());
        (errand.asks, errand.takers) = (names, Vec::new());
        self.look_on(id);
    }

    /// Looks for the next of them; hands the letter to all that are found.
    fn look_on(&mut self, id: InstanceId) {
        while let Some(name) = self.errand(id).and_then(|errand| errand.asks.last().cloned()) {
            // One that is not written yet may turn out to be another's twin.
            let written = |id: &InstanceId| self.live.get(id).is_some_and(|live| live.written.seq > 0);
            let Some(taker) = self.keys.get(&name).copied().filter(written) else {
                return self.find(Wanted::Taker(id, starts::target(name)));
            };
            if let Some(errand) = self.errand(id) {
                errand.asks.pop();
                errand.takers.push(taker);
            }
        }
        let Some(errand) = self.errand(id) else { return };
        let (takers, letter) = (errand.takers.clone(), errand.duty.letter.clone());
        if takers.is_empty() {
            return self.await_taker(id);
        }
        for taker in takers {
            let order = Order { duty: Some(id), ..Order::own(What::Deliver(letter.clone())) };
            self.order(taker, order);
        }
    }

    /// Nobody has the letter's key yet: it waits until somebody has, or until its deadline.
    fn await_taker(&mut self, id: InstanceId) {
        let Some(errand) = self.errand(id) else { return };
        if errand.may_be_unmatched() || planted(Defect::UnmatchedIsAcked) {
            return self.step_on(id, None);
        }
        for name in errand.names.clone() {
            self.mail.awaited.entry(name).or_default().push(id);
        }
        let overdue = self.live.get(&id).is_some_and(|live| live.standing.overdue);
        if overdue {
            self.unmatched(id);
        }
    }

    pub(super) fn unmatched(&mut self, id: InstanceId) {
        let Some(errand) = self.errand(id) else { return };
        let names = errand.names.iter().map(|(process, _, key)| format!("no `{process}` has the key {key}"));
        let why = names.collect::<Vec<_>>().join(", and ");
        self.reject(id, why);
    }

    /// An instance that may await the letter of a duty.
    pub(super) fn taker(&mut self, id: InstanceId, row: Result<Option<Row>, StoreError>) {
        if self.errand(id).is_none_or(|errand| errand.asks.is_empty()) {
            return;
        }
        let row = match row {
            Ok(row) => row,
            Err(error) => return self.untold(id, &error),
        };
        let asked = self.errand(id).and_then(|errand| errand.asks.last().cloned());
        if row.is_none() && asked.is_some_and(|name| self.keys.contains_key(&name)) {
            // It was started while the store was read.
            return self.resume_later(id);
        }
        let found = row.map(|row| {
            let taker = row.id;
            let served = self.processes.get(row.state.process());
            let served = served.is_some_and(|it| it.definitions.contains_key(&row.state.version()));
            if served && !self.live.contains_key(&taker) {
                self.take_up(row);
                self.read_record(taker);
            }
            (taker, served)
        });
        let Some(errand) = self.errand(id) else { return };
        let Some((process, ..)) = errand.asks.pop() else { return };
        match found {
            Some((taker, true)) => errand.takers.push(taker),
            Some((taker, false)) => {
                return self.reject(
                    id,
                    format!("instance {taker} is of a version of `{process}` that is not served here"),
                );
            }
            None => {}
        }
        self.look_on(id);
    }

    /// An instance has taken a letter, or has not.
    pub(super) fn taken(&mut self, id: InstanceId, taker: InstanceId, taken: Result<(), &str>) {
        let Some(live) = self.live.get(&taker) else { return };
        let topic = self.live.get(&id).and_then(|live| Some(live.duty.as_ref()?.duty.letter.topic.clone()));
        let Some(topic) = topic else { return };
        let served = self.processes.get(live.state.process());
        let awaits = served.is_some_and(|served| served.process.awaits(&live.state, &topic));
        match taken {
            _ if !self.is_asked(id, taker) => {}
            Ok(()) => self.took(id, taker, true),
            // It awaits it, and has something else by now.
            Err(why) if awaits && !live.status().is_ended() => {
                self.reject(id, format!("instance {taker}: {why}"));
            }
            Err(_) => self.want(Action::Recall(id, taker)),
        }
    }

    /// Whether a duty waits for this one to take its letter, and is neither held nor cancelled meanwhile.
    pub(super) fn is_asked(&self, id: InstanceId, taker: InstanceId) -> bool {
        self.errand_of_ready(id).is_some_and(|errand| errand.takers.contains(&taker))
    }

    /// Whether a duty waits for an instance to be started, and is neither held nor cancelled meanwhile.
    pub(super) fn asks_to_start(&self, id: InstanceId) -> bool {
        self.errand_of_ready(id).is_some_and(|errand| errand.starts)
    }

    fn errand_of_ready(&self, id: InstanceId) -> Option<&Errand> {
        self.live.get(&id).filter(|live| live.status() == Status::Ready)?.duty.as_deref()
    }

    /// One of those that are to take it has, just now or before.
    fn took(&mut self, id: InstanceId, taker: InstanceId, now: bool) {
        let Some(errand) = self.errand(id) else { return };
        let before = errand.takers.len();
        errand.takers.retain(|it| *it != taker);
        if errand.takers.is_empty() && before > 0 {
            self.step_on(id, Some(taker).filter(|_| now));
        }
    }

    /// The story of an instance that has gone on without the letter: if it has taken the same before, that is
    /// known already.
    pub(super) fn recalled(
        &mut self,
        id: InstanceId,
        taker: InstanceId,
        lines: Result<Vec<LogLine>, StoreError>,
    ) {
        if !self.is_asked(id, taker) {
            return;
        }
        let lines = match lines {
            Ok(lines) => lines,
            Err(error) => return self.untold(id, &error),
        };
        let Some(errand) = self.live.get(&id).and_then(|live| live.duty.as_ref()) else { return };
        let letter = &errand.duty.letter;
        let told = lines.iter().filter(|line| matches!(line.kind, LineKind::Delivered | LineKind::Noted));
        let told = told.filter_map(|line| line.payload.as_ref()?.read::<Letter>().ok());
        let told: Vec<Letter> = told.filter(|other| other.topic() == letter.topic()).collect();
        let same = |other: &Letter| other.id() == letter.id() || other.payload().means(letter.payload());
        let is_done = match told.is_empty() {
            true => errand.may_be_unmatched(),
            false => told.iter().any(same) || planted(Defect::ConflictIgnored),
        };
        if is_done {
            return self.took(id, taker, false);
        }
        let why = match told.last() {
            Some(other) => format!("instance {taker} has taken another, {}", other.id()),
            None => format!("instance {taker} awaits it no more"),
        };
        self.reject(id, why);
    }

    /// A letter that cannot be taken is quarantined.
    pub(super) fn reject(&mut self, id: InstanceId, why: String) {
        let Some(live) = self.live.get_mut(&id) else { return };
        if let Some(errand) = live.errand() {
            errand.rest();
        }
        if live.status() == Status::Ready {
            self.park(id, why);
        }
        self.rested(id);
    }

    /// What a duty has waited for may be there now.
    pub(super) fn resume(&mut self, id: InstanceId) {
        self.rest(id);
        self.timers.insert((self.now, Timer::Turn(id)));
    }

    /// The same, before long.
    fn resume_later(&mut self, id: InstanceId) {
        self.rest(id);
        self.turn_later(id);
    }

    /// Whatever a duty has asked others for, it does not wait for it.
    pub(super) fn rest(&mut self, id: InstanceId) {
        self.errand(id).into_iter().for_each(Errand::rest);
    }

    /// The store could not tell what a duty has to know; it never will, if what it has is damaged.
    pub(super) fn untold(&mut self, id: InstanceId, error: &StoreError) {
        match error.is_damaged() {
            true => self.reject(id, error.to_string()),
            false => self.resume_later(id),
        }
    }

    /// A duty has come to its next step, or its end: together with the last line of another instance.
    pub(super) fn step_on(&mut self, id: InstanceId, with: Option<InstanceId>) {
        let Some(live) = self.live.get_mut(&id) else { return };
        let status = live.status();
        if let Some(errand) = live.errand() {
            errand.rest();
        }
        // Held or parked meanwhile: what has taken the letter knows it when it comes again.
        if !matches!(status, Status::Ready | Status::Waiting) {
            return self.rested(id);
        }
        let receivers = self.mail.receivers.get(live.state.process());
        let step = receivers.and_then(|receivers| receivers.after(live.step()));
        let (kind, by, phase) = match step {
            None => (LineKind::Finished, Move::End, Phase::Finished),
            Some(_) if status == Status::Waiting => (LineKind::Stepped, Move::Deliver, Phase::Ready),
            Some(_) => (LineKind::Stepped, Move::Next, Phase::Ready),
        };
        let state = step.is_some().then(|| live.state.stepped(step).into());
        let line = Line { state, ..live.line(kind) };
        live.record.clear();
        live.steps += 1;
        live.suspect = false;
        self.moves(id, by, Standing::new(phase), line);
        if let Some(with) = with {
            self.bind(id, with);
        }
        if step.is_none() {
            self.closed(id, None);
        }
        self.rested(id);
        self.dirty(id);
    }
}
