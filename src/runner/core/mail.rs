//! Mail: what is published becomes duties, one for each context that has something to do with it, which wait
//! for their turn.
//!
//! Long because the turn of a letter depends on all that is owed, arrives, waits and is read: one state, and its moves.

use super::live::{Line, Live};
use super::starts::{self, Name};
use super::{Core, Timer};
use crate::chain::Structure;
use crate::message::Link;
use crate::runner::duties::{Errand, Queue, RECEIVE, Receivers, queue_of};
use crate::runner::event::Wanted;
use crate::runner::planted::{Defect, planted};
use crate::store::{
    BusinessKey, Definition, DefinitionId, Duty, InstanceId, LineKind, LogLine, Phase, Position, Row,
    Standing, StoreError, Timestamp,
};
use crate::{Id, Json, Posted, State};
use foldhash::HashMap;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The duties that are known, and who carries them out.
pub(crate) struct Mail {
    /// What contexts do here with the letters that they get, by the processes of their duties.
    pub(super) receivers: BTreeMap<String, Receivers>,
    definitions: BTreeMap<String, DefinitionId>,
    /// How many definitions the store has.
    defined: u32,
    queues: HashMap<Queue, VecDeque<InstanceId>>,
    /// The processes of duties whose handlers are not waited for, for so many commits.
    pub(super) slow: HashMap<String, u32>,
    /// Duties that wait for an instance of this name.
    pub(super) awaited: HashMap<Name, Vec<InstanceId>>,
    /// Duties that are looked at once more when all that were open are told.
    put_off: Vec<InstanceId>,
    /// Duties whose turn it is, and that are not in memory.
    absent: VecDeque<InstanceId>,
    /// How many of them are being read.
    reading: usize,
    /// Those that were open when we took the store, in no order yet; none when all are told.
    arriving: Option<Vec<Arriving>>,
    /// Those that have left before all were told.
    gone: Vec<InstanceId>,
    /// Duties that were handed on before, and whose records are not read yet.
    pub(super) unread: usize,
    ids: u64,
}

/// A duty that is new.
pub(super) struct Owed {
    pub(super) duty: Arc<Duty>,
    /// The same as data.
    pub(super) data: Json,
    pub(super) deadline: Option<Timestamp>,
    pub(super) phase: Phase,
}

/// A duty that was open when we took the store.
struct Arriving {
    first: Position,
    id: InstanceId,
    queue: Option<Queue>,
    goes_on: bool,
}

impl Mail {
    /// With these receivers, by the processes of their duties, and the definitions that the store has by now.
    pub(crate) fn new(receivers: BTreeMap<String, Receivers>, defined: &[Definition], seed: u64) -> Mail {
        let courses = defined.iter().filter(|it| Duty::is_course(&it.process));
        Mail {
            receivers,
            definitions: courses.map(|it| (it.process.clone(), it.id)).collect(),
            defined: u32::try_from(defined.len()).unwrap_or(u32::MAX),
            queues: HashMap::default(),
            slow: HashMap::default(),
            awaited: HashMap::default(),
            put_off: Vec::new(),
            absent: VecDeque::new(),
            reading: 0,
            arriving: Some(Vec::new()),
            gone: Vec::new(),
            unread: 0,
            ids: seed >> 16,
        }
    }

    pub(super) fn is_ready(&self) -> bool {
        self.arriving.is_none() && self.unread == 0
    }

    /// It is looked at once more, as soon as all that were open are told.
    pub(super) fn put_off(&mut self, id: InstanceId) {
        if !self.is_ready() {
            self.put_off.push(id);
        }
    }

    /// Whether it is the turn of this duty: no letter of its key is before it.
    pub(super) fn is_next(&self, live: &Live) -> bool {
        let Some(errand) = &live.duty else { return true };
        let first = errand.queue.as_ref().and_then(|queue| self.queues.get(queue)?.front().copied());
        self.is_ready()
            && errand.arrived
            && !errand.busy
            && (first.is_none_or(|first| first == live.id) || planted(Defect::LettersOvertake))
    }
}

impl Core {
    /// Gives letters the ids by which they are known from now on: in the order of time, as they are stored by
    /// them.
    pub(super) fn stamped(&mut self, mut letters: Vec<Posted>) -> Vec<Posted> {
        for posted in &mut letters {
            posted.letter.id = Id::stored(self.next_id().bytes());
        }
        letters
    }

    pub(super) fn next_id(&mut self) -> InstanceId {
        self.mail.ids = self.mail.ids.wrapping_add(1);
        let mut random = [0; 10];
        random[3..].copy_from_slice(&self.mail.ids.to_be_bytes()[1..]);
        InstanceId::new(self.now, random)
    }

    /// Makes the duties of what an instance publishes: they are written with its line, when they are
    /// [bound](Core::bind) to it. Those that it hands on, it waits for.
    pub(super) fn post(&mut self, id: InstanceId, letters: &[Posted], hands_on: bool) -> Vec<InstanceId> {
        let by = self.live.get(&id).filter(|_| hands_on);
        let (mut path, waits) = (Vec::new(), by.and_then(|live| live.duty.as_ref()).map(|_| id));
        let latest = by.and_then(|live| live.standing.deadline);
        if let Some(live) = by
            && let Some(errand) = &live.duty
        {
            let letter = &errand.duty.letter;
            let context = Duty::context_of(live.state.process()).to_owned();
            path.clone_from(&errand.duty.path);
            path.push(Link { letter: letter.id(), topic: letter.topic.clone(), context });
        }
        let mut duties = Vec::new();
        for Posted { letter, terms } in letters {
            let tells = terms.ack.and_then(|ack| ack.to).map(str::to_owned);
            let duty = Arc::new(Duty { letter: letter.clone(), path: path.clone(), waits, tells });
            let data = duty.written(&Json::own(letter));
            for context in terms.owing() {
                let within = terms.within(context).map(|within| self.now.after(within));
                let deadline = [within, latest].into_iter().flatten().min();
                // Whoever does not receive it acknowledges it by what comes of it.
                let receives = terms.subscribers.contains(&context);
                let phase = if receives { Phase::Ready } else { Phase::Waiting };
                let owed = Owed { duty: duty.clone(), data: data.clone(), deadline, phase };
                duties.push(self.owe(context, owed));
            }
        }
        duties
    }

    /// A duty that is new.
    pub(super) fn owe(&mut self, context: &str, owed: Owed) -> InstanceId {
        let Owed { duty, data, deadline, phase } = owed;
        let course = Duty::course(context, duty.letter.topic());
        let definition = self.course(&course);
        let id = duty.letter.id().to_string();
        let key = BusinessKey::from(&*id);
        let state = State::of_duty(&course, RECEIVE, data).keyed(Some(Json::own(&id)));
        let rehearsal = duty.letter.is_rehearsal();
        let state = if rehearsal { state.rehearsed() } else { state };
        let id = self.next_id();
        let mut live = Live::new(id, Some(key), definition, state);
        let deadline = deadline.filter(|_| !rehearsal);
        live.standing = Standing { deadline, ..Standing::new(phase) };
        live.duty = Some(Box::new(Errand::new(&course, duty)));
        let line = Line { state: Some(live.state.clone()), ..live.line(LineKind::Started) };
        live.note(line, self.now);
        self.insert(live);
        id
    }

    /// The definition of a context's duties of a topic; it is stored when the first of them is.
    fn course(&mut self, course: &str) -> DefinitionId {
        if let Some(id) = self.mail.definitions.get(course) {
            return *id;
        }
        self.mail.defined += 1;
        let (id, process) = (DefinitionId(self.mail.defined), course.to_owned());
        self.mail.definitions.insert(process.clone(), id);
        if let Some(served) = self.processes.get_mut(course) {
            served.definitions.insert(1, id);
        }
        let structure = Structure { process: process.clone(), version: 1, steps: Vec::new() };
        let structure = Json::write(&structure).unwrap_or_else(|_| Json::null());
        let definition = Definition { id, process, version: 1, structure, shapes: None };
        let payload = Json::write(&definition).ok();
        let line = LogLine { payload, ..LogLine::new(self.now, LineKind::Defined, None) };
        self.writer.define(definition, line);
        id
    }

    /// Has the last lines of two instances written in one commit.
    pub(super) fn bind(&mut self, one: InstanceId, other: InstanceId) {
        for (id, with) in [(one, other), (other, one)] {
            let live = self.live.get_mut(&id);
            if let Some(pending) = live.and_then(|live| live.pending.last_mut()) {
                pending.line.with.push(with);
            }
        }
    }

    /// Lines of an instance are written: if it is a duty, it may be new, or at its end.
    pub(super) fn delivered(&mut self, id: InstanceId) {
        let Some(live) = self.live.get_mut(&id) else { return };
        if live.duty.is_none() && !self.mail.awaited.is_empty() {
            // Letters may have waited for it.
            let waiting = starts::name(live).and_then(|name| self.mail.awaited.remove(&name));
            return waiting.into_iter().flatten().for_each(|duty| self.resume(duty));
        }
        let (process, standing) = (live.state.process(), &live.standing);
        let Some(errand) = &mut live.duty else { return };
        let queue = errand.queue.clone();
        let leaves = standing.phase.is_end() || standing.phase == Phase::Waiting;
        if std::mem::replace(&mut errand.arrived, true) {
            // Not before that is written.
            if leaves && (live.pending.is_empty() || planted(Defect::LeavesTooEarly)) {
                self.depart(id, queue);
            }
            return;
        }
        let served = self.mail.receivers.contains_key(process);
        let deadline = standing.deadline;
        let idle = live.pending.is_empty() && live.orders.is_empty() && live.then.is_empty();
        self.stand_in_line(id, queue.filter(|_| !leaves), deadline);
        if leaves {
            return;
        }
        if idle && !served {
            drop(self.remove(id));
        } else if idle && self.ready.len() > super::KEPT {
            self.mail.absent.push_back(id);
            drop(self.remove(id));
        } else {
            self.rested(id);
        }
    }

    /// A duty stands in line from now on, if its letter has a key.
    pub(super) fn stand_in_line(
        &mut self,
        id: InstanceId,
        queue: Option<Queue>,
        deadline: Option<Timestamp>,
    ) {
        if let Some(deadline) = deadline {
            self.timers.insert((deadline, Timer::Deadline(id)));
        }
        if let Some(queue) = queue {
            self.mail.queues.entry(queue).or_default().push_back(id);
        }
    }

    /// A duty that was never written is gone.
    pub(super) fn unmake(&mut self, id: InstanceId) {
        self.stop(id);
        let Some(live) = self.remove(id) else { return };
        self.unmake_posted(&live);
        if let Some(deadline) = live.standing.deadline {
            self.timers.remove(&(deadline, Timer::Deadline(id)));
        }
        if let Some(errand) = live.duty.filter(|errand| errand.arrived) {
            self.depart(id, errand.queue);
        }
    }

    /// What an instance has published in lines that are never written is gone with them.
    pub(super) fn unmake_posted(&mut self, live: &Live) {
        let is_new = |live: &Live| live.duty.is_some() && live.written.seq == 0;
        for id in live.pending.iter().flat_map(|pending| &pending.line.with) {
            if self.live.get(id).is_some_and(|live| is_new(live)) {
                self.unmake(*id);
            }
        }
    }

    /// A duty is at its end, or handed on: the next letter of its key comes.
    pub(super) fn depart(&mut self, id: InstanceId, queue: Option<Queue>) {
        if self.mail.arriving.is_some() {
            self.mail.gone.push(id);
        }
        let Some(queue) = queue else { return };
        let Some(waiting) = self.mail.queues.get_mut(&queue) else { return };
        let was_first = waiting.front() == Some(&id);
        match was_first {
            true => _ = waiting.pop_front(),
            false => waiting.retain(|it| *it != id),
        }
        match waiting.front().copied() {
            Some(next) if was_first => self.turn(next),
            Some(_) => {}
            None => drop(self.mail.queues.remove(&queue)),
        }
    }

    /// It is the turn of a duty.
    pub(super) fn turn(&mut self, id: InstanceId) {
        match self.mail.is_ready() && self.live.contains_key(&id) {
            true => self.rested(id),
            false => self.mail.absent.push_back(id),
        }
    }

    /// Reads as many of those whose turn it is, and that are not in memory, as may run at once.
    pub(super) fn fetch(&mut self) {
        if self.mail.is_ready() {
            std::mem::take(&mut self.mail.put_off).into_iter().for_each(|id| self.turn(id));
        }
        while self.mail.is_ready() && !self.stopping && self.ready.len() + self.mail.reading < self.at_once {
            let Some(id) = self.mail.absent.pop_front() else { return };
            match self.live.contains_key(&id) {
                true => self.rested(id),
                false => {
                    self.mail.reading += 1;
                    self.find(Wanted::Turn(id));
                }
            }
        }
    }

    /// Whether duties wait to be read.
    pub(super) fn is_fetching(&self) -> bool {
        self.mail.reading > 0
    }

    /// A duty was read whose turn it is.
    pub(super) fn fetched(&mut self, id: InstanceId, row: Result<Option<Row>, StoreError>) {
        self.mail.reading -= 1;
        match row {
            Ok(Some(row)) => self.take_in(row),
            // It holds its key, as one that is quarantined does.
            Err(error) if error.is_damaged() => self.leave_damaged(id, &error),
            // The store may tell it later.
            Ok(None) | Err(_) => self.turn_later(id),
        }
    }

    /// It is looked at once more after a while, as the store could not tell what it was asked for it.
    pub(super) fn turn_later(&mut self, id: InstanceId) {
        self.timers.insert((self.now.after(super::writer::PAUSE), Timer::Turn(id)));
    }

    /// Takes in a duty as it is stored.
    pub(super) fn take_in(&mut self, row: Row) {
        let id = row.id;
        if row.standing.phase.is_end() || self.live.contains_key(&id) {
            return self.rested(id);
        }
        let reading = !row.standing.record.is_empty();
        self.take_up(row);
        match reading {
            true => self.read_record(id),
            false => self.rested(id),
        }
    }

    /// Duties that were open when we took the store; when all are told, it is told that there are no more.
    pub(super) fn owed(&mut self, rows: Vec<Row>) {
        if rows.is_empty() {
            return self.all_owed();
        }
        for row in rows.into_iter().filter(|_| !planted(Defect::OwedForgotten)) {
            let (id, first, standing) = (row.id, row.first, &row.standing);
            if let Some(deadline) = standing.deadline {
                self.timers.insert((deadline, Timer::Deadline(id)));
            }
            let waits = standing.phase == Phase::Waiting;
            let goes_on = !waits && !standing.parked && !standing.held;
            let served = self.mail.receivers.contains_key(row.state.process());
            let duty = row.state.read::<Duty>().ok().filter(|_| !waits);
            let queue = duty.and_then(|duty| queue_of(row.state.process(), &duty));
            let arriving = Arriving { first, id, queue, goes_on: goes_on && served };
            self.mail.arriving.get_or_insert_default().push(arriving);
            // What others wait for stays in memory.
            if waits {
                self.mail.unread += usize::from(!standing.record.is_empty());
                self.take_in(row);
            }
        }
    }

    /// A duty whose row was damaged when we took the store holds its key, as one that is quarantined does.
    pub(super) fn owed_damaged(&mut self, id: InstanceId, begins: Option<(Position, Box<State>)>) {
        let Some((first, state)) = begins else { return };
        let queue = state.read::<Duty>().ok().and_then(|duty| queue_of(state.process(), &duty));
        self.mail.arriving.get_or_insert_default().push(Arriving { first, id, queue, goes_on: false });
    }

    fn all_owed(&mut self) {
        let mut arriving = self.mail.arriving.take().unwrap_or_default();
        let gone = std::mem::take(&mut self.mail.gone);
        arriving.retain(|it| !gone.contains(&it.id));
        arriving.sort_by_key(|it| it.first);
        for Arriving { id, queue, goes_on, .. } in arriving {
            let mut first = true;
            if let Some(queue) = queue {
                let waiting = self.mail.queues.entry(queue).or_default();
                first = waiting.is_empty();
                waiting.push_back(id);
            }
            if goes_on && first {
                self.mail.absent.push_back(id);
            }
        }
    }
}
