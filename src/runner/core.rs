//! The core: it decides what is to be done, and does nothing itself.
//!
//! It is told [events](Event) with their time, and answers with [actions](Action). It knows no clock, no
//! store and no task; whoever drives it, tokio or the simulator, carries its actions out and tells what
//! came of them, in any order.
//!
//! Long because all that each event and each timer may touch is declared here once, with the few moves between memory,
//! queue and store that every other part makes.

mod acks;
mod ahead;
mod calls;
mod commands;
mod dice;
mod duties;
mod ends;
mod live;
mod mail;
mod migrate;
mod orders;
mod record;
mod starts;
mod undo;
mod writer;

#[cfg(test)]
pub(crate) use acks::Handed;
#[cfg(any(test, feature = "operate"))]
pub(crate) use calls::{CallLine, Told};
pub(crate) use dice::Dice;
#[cfg(feature = "operate")]
pub(crate) use ends::Waits;
pub(crate) use live::Live;
pub(crate) use mail::Mail;
pub(crate) use writer::Writer;

use super::event::{Action, Begin, Event, RunId, Wanted};
use super::life::Status;
use super::planted::{Defect, planted};
use super::process::{Process, Terms};
use crate::store::{CommandId, DefinitionId, Duty, InstanceId, Phase, Row, StoreError, Target, Timestamp};
use crate::{At, Effect};
use foldhash::{HashMap, HashSet};
use live::{Line, Run};
use orders::Order;
use starts::Starting;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::hash::Hash;
use std::mem;
use std::sync::Arc;
use std::time::Duration;

/// How many instances are kept in memory, of those that nothing moves before long but a message or a person.
const KEPT: usize = if cfg!(test) { 2 } else { 16_384 };

/// Whatever goes on by itself within this time stays in memory.
const SOON: Duration = if cfg!(test) { Duration::ZERO } else { Duration::from_secs(60) };

/// All that the owner of a store has in mind.
pub(crate) struct Core {
    now: Timestamp,
    /// When all was taken in that had happened by then.
    heard: Timestamp,
    processes: BTreeMap<String, Served>,
    live: HashMap<InstanceId, Box<Live>>,
    /// Those that are to be run, in the order in which they came.
    ready: VecDeque<InstanceId>,
    timers: BTreeSet<(Timestamp, Timer)>,
    running: usize,
    /// How many steps may run at once.
    at_once: usize,
    stopping: bool,
    runs: u64,
    dice: Dice,
    starting: HashMap<InstanceId, Starting>,
    keys: HashMap<starts::Name, InstanceId>,
    /// The rows that are being read, and how many times: meanwhile their instances leave the memory for no reason, so
    /// that nothing older is taken up in their place.
    reads: HashMap<Target, usize>,
    /// Commands that were taken out of the inbox.
    taken: HashSet<CommandId>,
    /// Commands whose outcome was written since the inbox was last told: it may have been read before that.
    spent: HashSet<CommandId>,
    /// Rows that are to be read as the time has come for them.
    waking: Waking,
    /// Commands for instances that are being read for them, in the order in which they came.
    commands: HashMap<Target, Vec<Order>>,
    /// Those that were taken out of memory though a step of theirs may have run, as they could not be written.
    given_up: HashSet<InstanceId>,
    /// Those whose rows are damaged, of which somebody was told.
    damaged: HashSet<InstanceId>,
    mail: Mail,
    writer: Writer,
    actions: Vec<Action>,
}

/// Of many that come to their time at once, as many are read as may run.
#[derive(Default)]
struct Waking {
    rows: VecDeque<Wanted>,
    /// How many are being read.
    reading: usize,
}

/// A process that is served.
pub(crate) struct Served {
    pub(crate) process: Arc<dyn Process>,
    /// Each version that is served.
    pub(crate) definitions: BTreeMap<u32, DefinitionId>,
}

/// For what the time comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Timer {
    /// An instance waits for it, in memory or in the store.
    Wake(InstanceId),
    /// A step may run no longer.
    Limit(InstanceId, u64),
    /// A commit is tried again.
    Write,
    /// The log says where it stands.
    Checkpoint,
    /// Answers that nothing has come after are written by themselves.
    Answers(InstanceId),
    /// A duty has to be done.
    Deadline(InstanceId),
    /// A duty that could not be read is read again.
    Turn(InstanceId),
    /// A record that could not be read is read again.
    Record(InstanceId),
    /// A commit waits no longer for the handlers of its letters.
    Ahead,
}

impl Core {
    pub(crate) fn new(writer: Writer, served: (Vec<Served>, Mail), at_once: usize, seed: u64) -> Core {
        let (served, mail) = served;
        let processes = served.into_iter().map(|served| (served.process.name().to_owned(), served));
        Core {
            now: Timestamp::EPOCH,
            heard: Timestamp::EPOCH,
            processes: processes.collect(),
            live: HashMap::default(),
            ready: VecDeque::new(),
            timers: BTreeSet::new(),
            running: 0,
            at_once,
            stopping: false,
            runs: 0,
            dice: Dice::new(seed),
            starting: HashMap::default(),
            keys: HashMap::default(),
            reads: HashMap::default(),
            taken: HashSet::default(),
            spent: HashSet::default(),
            waking: Waking::default(),
            commands: HashMap::default(),
            given_up: HashSet::default(),
            damaged: HashSet::default(),
            mail,
            writer,
            actions: Vec::new(),
        }
    }

    /// Takes in what happened; [`act`](Core::act) tells what is to be done.
    pub(crate) fn take(&mut self, event: Event, now: Timestamp) {
        self.now = now;
        if let Event::Jumped(millis, _) = event {
            self.jumped(millis);
        }
        self.fire();
        match event {
            Event::Loaded(rows) => rows.into_iter().for_each(|row| self.loaded(row)),
            Event::Found(wanted, row) => self.found(wanted, row.map(|row| row.map(|row| *row))),
            Event::Record(id, at, lines) => self.recorded(id, &at, lines),
            Event::Story(id, lines) => self.story(id, lines),
            Event::Owed(rows) => self.owed(rows),
            Event::Damaged(id, error, begins) => {
                self.leave_damaged(id, &error);
                self.owed_damaged(id, begins);
            }
            Event::Recalled(duty, taker, lines) => self.recalled(duty, taker, lines),
            Event::Twin(id, twin) => self.twin(id, twin),
            Event::Start(ticket, start) => self.start(Some(ticket), *start),
            Event::Inbox(commands) => self.inbox(commands),
            Event::Asked(run, asked) => self.asked(run, *asked),
            Event::Answered(id, key, answer) => self.answered(id, key, answer),
            Event::Unmade(id, key) => self.not_made(id, key),
            Event::Broke(id, key, why) => self.broke(id, key, &why),
            Event::Inquired(id, key, told) => self.inquired(id, key, told),
            Event::Ended(run, outcome) => self.ended(run, outcome),
            Event::Committed(answer) => self.committed(answer),
            Event::Sealed(seal) => self.sealed(seal),
            Event::Jumped(_, line) => self.writer.aside(*line),
            Event::Tick => self.heard = now,
            Event::Stop => self.stopping = true,
        }
    }

    /// What is to be done now, after all that was taken in.
    pub(crate) fn act(&mut self) -> Vec<Action> {
        self.begin();
        self.write();
        // There will be about as many the next time.
        let next = Vec::with_capacity(self.actions.len());
        mem::replace(&mut self.actions, next)
    }

    /// Whether it will be [told](Action::Over) when this instance has ended or is parked: it is known, and that
    /// is not written yet.
    pub(crate) fn will_be_over(&self, id: InstanceId) -> bool {
        self.live.get(&id).is_some_and(|live| !live.is_over() || !live.pending.is_empty())
    }

    /// Whether a commit is to be written before anything else is taken in.
    pub(crate) fn is_due(&self) -> bool {
        self.writer.is_due()
    }

    /// How many instances are in memory.
    #[cfg(test)]
    pub(crate) fn in_memory(&self) -> usize {
        self.live.len()
    }

    /// When something is to be done, though nothing happens.
    pub(crate) fn next_timer(&self) -> Option<Timestamp> {
        self.timers.first().map(|(at, _)| *at)
    }

    /// Whether it is [at rest](Core::is_at_rest), and nothing is called.
    pub(crate) fn is_quiet(&self) -> bool {
        self.is_at_rest() && self.live.values().all(|live| live.calls.is_empty())
    }

    /// Whether nothing runs or is read, all orders are carried out, and all is written.
    pub(crate) fn is_at_rest(&self) -> bool {
        let busy = |live: &Live| {
            let runs = live.run.is_some() || live.stories;
            runs || !live.pending.is_empty() || !live.orders.is_empty()
        };
        let wakes = self.waking.reading > 0 || !self.stopping && !self.waking.rows.is_empty();
        self.writer.is_idle()
            && !wakes
            && self.starting.is_empty()
            && !self.is_fetching()
            && !self.live.values().any(|live| busy(live))
    }

    fn want(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// A row that goes on by itself.
    fn loaded(&mut self, row: Row) {
        let served = self.processes.get(row.state.process());
        let versions = served.map(|served| &served.definitions);
        // What no build here knows is left as it is: another may know it.
        if versions.is_none_or(|versions| !versions.contains_key(&row.state.version())) {
            return;
        }
        let id = row.id;
        // Duties are told by themselves.
        if self.live.contains_key(&id) || row.is_duty() {
            return;
        }
        let later = row.standing.due.filter(|due| *due > self.now);
        let records = !row.standing.record.is_empty();
        if later.is_none() || self.live.len() < KEPT {
            self.take_up(row);
        }
        match later.filter(|_| records || !self.live.contains_key(&id)) {
            // It, or its record, is read when it is wanted.
            Some(due) => _ = self.timers.insert((due, Timer::Wake(id))),
            None => self.read_record(id),
        }
        self.rested(id);
    }

    /// Takes an instance into memory, as it is stored. One whose last line is ours has been there before, and nothing
    /// ran when it left, unless it was given up. What only hands a letter on runs nothing.
    fn take_up(&mut self, row: Row) {
        let rested = row.last >= self.writer.first && !self.given_up.contains(&row.id);
        let mut live = Live::of_row(row);
        live.suspect &= !rested && !self.hands_on(&live);
        self.insert(live);
    }

    /// Has a row read.
    fn find(&mut self, wanted: Wanted) {
        *self.reads.entry(wanted.target()).or_default() += 1;
        self.want(Action::Find(wanted));
    }

    /// Whether the row of this instance is being read.
    fn is_read(&self, live: &Live) -> bool {
        let named = || starts::name(live).map(starts::target);
        !self.reads.is_empty()
            && !planted(Defect::OldRowTaken)
            && (self.reads.contains_key(&Target::Instance(live.id))
                || named().is_some_and(|name| self.reads.contains_key(&name)))
    }

    fn insert(&mut self, live: Live) {
        // Of duties, only those are looked for that wait for what comes of their letters.
        let is_named = live.duty.is_none() || live.standing.phase == Phase::Waiting;
        if let Some(name) = is_named.then(|| starts::name(&live)).flatten() {
            self.keys.insert(name, live.id);
        }
        self.live.insert(live.id, Box::new(live));
    }

    fn remove(&mut self, id: InstanceId) -> Option<Live> {
        let live = self.live.remove(&id)?;
        if let Some(name) = starts::name(&live)
            && self.keys.get(&name) == Some(&id)
        {
            self.keys.remove(&name);
        }
        compact(&mut self.live);
        compact(&mut self.keys);
        Some(*live)
    }

    /// The clock has jumped. What users wait for comes by the clock; what is ours takes as long as before.
    fn jumped(&mut self, millis: i64) {
        let moved = |(at, timer): (Timestamp, Timer)| match timer {
            Timer::Wake(_) | Timer::Deadline(_) => (at, timer),
            _ => (at.moved(millis), timer),
        };
        self.timers = mem::take(&mut self.timers).into_iter().map(moved).collect();
        for run in self.live.values_mut().filter_map(|live| live.run.as_mut()) {
            run.limit = run.limit.moved(millis);
        }
    }

    /// Carries out what the time has come for.
    fn fire(&mut self) {
        while let Some((at, timer)) = self.timers.first().copied() {
            let not_yet = match planted(Defect::TimerOneTooLate) {
                true => at >= self.now,
                false => at > self.now,
            };
            if not_yet {
                break;
            }
            self.timers.pop_first();
            match timer {
                Timer::Wake(id) => self.woken(id, at),
                Timer::Limit(id, number) => self.exceeded(RunId { instance: id, number }),
                Timer::Write => self.writer.retry(),
                Timer::Checkpoint => self.writer.mark(),
                Timer::Answers(id) => self.dirty(id),
                Timer::Deadline(id) => self.missed(id, at),
                Timer::Turn(id) => self.turn(id),
                Timer::Record(id) => self.read_record(id),
                // It is looked at when all is taken in.
                Timer::Ahead => {}
            }
        }
    }

    /// An instance has come to a time for which it waited.
    fn woken(&mut self, id: InstanceId, at: Timestamp) {
        let Some(live) = self.live.get_mut(&id) else {
            if !planted(Defect::AbsentSleepsOn) {
                self.waking.rows.push_back(Wanted::Wake(id));
            }
            return;
        };
        if live.standing.due != Some(at) || live.run.is_some() {
            return;
        }
        if live.reading {
            return self.read_record(id);
        }
        match live.overdue() {
            Some(overdue) if overdue <= at => self.overdue(id),
            _ if matches!(live.status(), Status::Waiting | Status::Retrying) => {
                live.woken = true;
                self.queue(id);
            }
            _ => self.queue(id),
        }
    }

    /// Whatever has changed in an instance that nothing runs: what comes next?
    fn rested(&mut self, id: InstanceId) {
        let deadline = self.live.get(&id).and_then(|live| live.standing.deadline);
        if let Some(deadline) = deadline.filter(|deadline| *deadline <= self.now) {
            self.missed(id, deadline);
        }
        self.orders(id);
        let Some(live) = self.live.get(&id) else { return };
        if live.run.is_some() || live.reading {
            return;
        }
        if let Some(due) = live.standing.due.filter(|_| !live.woken) {
            let acts = !live.standing.parked && !live.standing.held;
            if due > self.now && acts {
                self.timers.insert((due, Timer::Wake(id)));
            } else if acts {
                self.woken(id, due);
            }
        } else if matches!(live.status(), Status::Ready | Status::Undoing)
            || planted(Defect::WaitRunsAgain) && live.status() == Status::Waiting
        {
            match self.mail.is_next(live) {
                true => self.queue(id),
                false => self.mail.put_off(id),
            }
        } else if live.duty.is_some() && live.status() == Status::Waiting {
            self.all_closed(id);
        }
        self.leave(id);
    }

    /// An instance of which nothing comes any more leaves the memory.
    fn leave(&mut self, id: InstanceId) {
        let Some(live) = self.live.get(&id) else { return };
        let done = live.pending.is_empty() && !live.writing && live.calls.is_empty() && live.is_at_rest();
        let wanted = live.stories || !live.orders.is_empty() || !live.then.is_empty();
        if !done || wanted || live.undo.is_some() {
            return;
        }
        // A duty whose turn it is not is read when it is; one that was handed on is waited for.
        let stays = match &live.duty {
            Some(errand) => {
                errand.is_at_work() || live.standing.due.is_some() || live.standing.phase == Phase::Waiting
            }
            None => live.standing.wake().is_some_and(|at| at <= self.now.after(SOON)),
        };
        let rests = !stays && !live.queued && self.live.len() > KEPT;
        if (live.status().is_ended() || rests) && !self.is_read(live) {
            self.remove(id);
        }
    }

    fn queue(&mut self, id: InstanceId) {
        if let Some(live) = self.live.get_mut(&id)
            && !live.queued
        {
            live.queued = true;
            if let Some(ahead) = &mut self.writer.ahead {
                ahead.runs(live);
            }
            // A commit waits for what is to be written with it.
            match live.written.seq == 0 && live.duty.is_some() {
                true => self.ready.push_front(id),
                false => self.ready.push_back(id),
            }
        }
    }

    /// Begins as many steps as may run at once.
    fn begin(&mut self) {
        self.fetch();
        while self.waking.reading < self.at_once && !self.stopping {
            let Some(wanted) = self.waking.rows.pop_front() else { break };
            self.waking.reading += 1;
            self.find(wanted);
        }
        while self.running < self.at_once && !self.stopping {
            let Some(id) = self.ready.front() else { return };
            // Those that run ahead of the log stand first.
            if self.writer.is_behind() && !self.live.get(id).is_some_and(|live| live.is_ahead()) {
                return;
            }
            let Some(id) = self.ready.pop_front() else { return };
            let Some(live) = self.live.get_mut(&id) else { continue };
            live.queued = false;
            if let Some(ahead) = &mut self.writer.ahead {
                ahead.ended(id);
            }
            let waits = planted(Defect::WaitRunsAgain) && live.status() == Status::Waiting;
            let stands = matches!(live.status(), Status::Ready | Status::Undoing) || waits;
            if stands && live.orders.is_empty() && live.is_at_rest() {
                if Duty::is_course(live.state.process()) {
                    self.receive(id);
                    continue;
                }
                self.run(id, false);
                if planted(Defect::OrderOmitted) {
                    self.run(id, false);
                }
            }
        }
    }

    /// Begins a step; one that settles asks about open calls, and makes none.
    fn run(&mut self, id: InstanceId, settles: bool) {
        let Some(live) = self.live.get_mut(&id) else { return };
        if live.stories {
            return;
        }
        let undoes = match (live.standing.phase, &live.undo) {
            (Phase::Undoing, None) => return self.read_story(id),
            (Phase::Undoing, Some(undo)) => undo.last().map(|undo| undo.after.clone()),
            _ => None,
        };
        let Some(served) = self.processes.get(live.state.process()) else { return };
        let limit = self.now.after(served.process.terms(&live.state).limit);
        self.runs += 1;
        let run = RunId { instance: id, number: self.runs };
        let now = live.begins();
        let attempt = live.standing.attempt + 1;
        let (asked, ended, learned) = (Vec::new(), None, false);
        live.run = Some(Run { number: run.number, begun: now, limit, settles, learned, asked, ended });
        live.woken = false;
        self.running += 1;
        self.timers.insert((limit, Timer::Limit(id, run.number)));
        let state = live.state.clone();
        let duty = live.duty.as_ref().map(|errand| errand.duty.clone());
        if let Some(ahead) = &mut self.writer.ahead {
            ahead.runs(live);
        }
        self.want(Action::Run(Begin {
            run,
            state,
            duty,
            undoes,
            attempt,
            now,
            #[cfg(test)]
            settles,
            limit,
        }));
    }

    /// The step of an instance is run no longer.
    fn stop(&mut self, id: InstanceId) -> Option<Run> {
        let live = self.live.get_mut(&id)?;
        let run = live.run.take()?;
        self.running -= 1;
        if let Some(ahead) = &mut self.writer.ahead {
            ahead.ended(id);
        }
        self.timers.remove(&(run.limit, Timer::Limit(id, run.number)));
        let unmade = live.unmade(self.now);
        live.then.retain(|(_, then)| !then.is_call());
        for key in unmade {
            live.calls.remove(&key);
        }
        if run.ended.is_none() {
            self.want(Action::Drop(RunId { instance: id, number: run.number }));
        }
        Some(run)
    }

    /// A step has run for longer than it may.
    fn exceeded(&mut self, run: RunId) {
        let Some(live) = self.live.get(&run.instance) else { return };
        if live.run.as_ref().is_none_or(|it| it.number != run.number) {
            return;
        }
        let process = self.processes.get(live.state.process());
        let limit = process.map(|served| served.process.terms(&live.state).limit).unwrap_or_default();
        self.park(run.instance, format!("it ran for longer than its limit of {limit:?}"));
    }

    /// A person has to look at it.
    fn park(&mut self, id: InstanceId, why: String) {
        if self.live.get(&id).and_then(|live| live.run.as_ref()).is_some_and(|run| run.settles) {
            return self.unsettled(id, &why);
        }
        self.stop(id);
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        live.leave_calls(now);
        let (parked, due, reason) = (true, None, Some(ends::shortened(why)));
        let standing = crate::store::Standing { parked, due, reason, ..live.standing.clone() };
        let line = live.line(crate::store::LineKind::Parked);
        if !live.go(super::life::Move::Park, standing, line, self.now) {
            let status = live.status();
            self.want(Action::Alert(format!("instance {id} could not be parked: it is {status}")));
        }
        self.rested(id);
        self.dirty(id);
    }

    /// There is something to be written of an instance; a mere answer waits a little for what its step does
    /// with it, so that both are one commit.
    fn dirty(&mut self, id: InstanceId) {
        let Some(live) = self.live.get(&id).filter(|live| !live.pending.is_empty() && !live.writing) else {
            return;
        };
        let soon = self.now.after(live::ANSWER_WAITS);
        match live.may_wait().filter(|until| *until > self.now && *until <= soon) {
            Some(until) => _ = self.timers.insert((until, Timer::Answers(id))),
            None => {
                let with = || live.pending.iter().flat_map(|it| &it.line.with);
                let posts = with().any(|it| self.may_run_ahead(*it));
                self.writer.enqueue(id, live.pending.len() + with().count(), posts);
            }
        }
    }

    /// The store cannot be written any more.
    fn broken(&mut self, error: StoreError) {
        self.stopping = true;
        self.want(Action::Broken(error));
    }

    fn terms(&self, live: &Live) -> Option<Terms> {
        Some(self.processes.get(live.state.process())?.process.terms(&live.state))
    }
}

/// Gives back the room of a table that was much fuller once, so that what is looked up again and again lies close
/// together.
fn compact<K: Eq + Hash, V>(table: &mut HashMap<K, V>) {
    let least = table.len().max(KEPT);
    if table.capacity() > 4 * least {
        table.shrink_to(2 * least);
    }
}

impl Live {
    /// A line of this kind about the step at which it stands.
    fn line(&self, kind: crate::store::LineKind) -> Line {
        let step = match self.state.at() {
            At::Step(step) => Some(step.clone()),
            At::Finished => None,
        };
        Line { step, ..Line::of(kind) }
    }

    /// The calls that wait for the log and are not made any more, as their step is over. That an intent was
    /// not carried out is written down: it is known.
    fn unmade(&mut self, now: Timestamp) -> Vec<crate::Key> {
        let unmade: Vec<_> = self
            .calls
            .iter()
            .filter(|(_, call)| !call.made)
            .map(|(key, call)| (*key, call.asked.clone()))
            .collect();
        for (key, asked) in &unmade {
            if asked.effect == Effect::Irreversible
                && self.call(*key).is_some_and(|call| call.answer.is_none())
            {
                self.forget(*key);
                let line = self.answer_line(asked, now, calls::Told::NotDone);
                self.note(line, now);
            }
        }
        unmade.into_iter().map(|(key, _)| key).collect()
    }
}
