//! An instance in memory: where it stands, what its step has asked, and what is yet to be written of it.

use crate::runner::life::{Move, Status};
use crate::store::{
    About, BusinessKey, CommandId, DefinitionId, Duty, InstanceId, LineKind, LogLine, Phase, Position, Row,
    RowChange, Standing, Timestamp,
};
use crate::{Effect, Json, Key, State};
use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use super::duties::Errand;
use super::orders::{By, Order};
use super::record::{Item, Recorded};
use super::undo::Undo;
use crate::runner::event::{Asked, Outcome, Start};

/// How long an answer waits for what its step does next: longer than a step that only goes on, and not so long
/// that many answers are lost with a process that is killed.
pub(super) const ANSWER_WAITS: Duration = Duration::from_millis(2);

/// An instance in memory.
#[derive(Debug)]
pub(crate) struct Live {
    pub(crate) id: InstanceId,
    pub(crate) key: Option<BusinessKey>,
    pub(crate) definition: DefinitionId,
    pub(crate) state: Arc<State>,
    /// Where it stands, but for the record, which has no positions before it is written.
    pub(crate) standing: Standing,
    pub(crate) record: Vec<Item>,
    /// When its last line was written.
    pub(crate) changed: Timestamp,
    /// How many lines it has, those included that are not written yet.
    pub(crate) seq: u64,
    pub(crate) written: Written,
    pub(crate) pending: Vec<Pending>,
    /// Whether some of its lines are being written.
    pub(crate) writing: bool,
    pub(crate) run: Option<Run>,
    /// The calls that were begun here, and have no answer yet.
    pub(crate) calls: BTreeMap<Key, Calling>,
    /// What others want of it, as soon as nothing runs.
    pub(crate) orders: VecDeque<Order>,
    /// What is to be done once so many lines are written.
    pub(crate) then: Vec<(u64, Then)>,
    /// The time has come for which it waits.
    pub(crate) woken: bool,
    /// It stands in the queue of those that are to be run.
    pub(crate) queued: bool,
    /// Its step may have run before we owned the store.
    pub(crate) suspect: bool,
    /// Its record is being read.
    pub(crate) reading: bool,
    /// With what it was started, as long as that is not written.
    pub(crate) starting: Option<Box<(Start, Option<By>)>>,
    /// It was parked because something of it could not be written; if this cannot either, it is given up.
    pub(crate) unwritable: bool,
    /// Why it is to be parked, as soon as its record is read.
    pub(crate) parking: Option<String>,
    /// Its story is being read.
    pub(crate) stories: bool,
    /// How many steps have ended here.
    pub(crate) steps: u64,
    /// Its step has just ended.
    pub(crate) ends: bool,
    /// What is yet to be undone, the last one last; none if that is not known here.
    pub(crate) undo: Option<Vec<Undo>>,
    /// What it is as a duty, if it is one and can be read.
    pub(crate) duty: Option<Box<Errand>>,
}

/// How much of an instance is in the store.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Written {
    pub(crate) seq: u64,
    pub(crate) first: Option<Position>,
    pub(crate) last: Option<Position>,
}

/// A step that runs.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) number: u64,
    /// What `ctx` tells as the time.
    pub(crate) begun: Timestamp,
    pub(crate) limit: Timestamp,
    /// Whether it runs only so that open calls are asked about.
    pub(crate) settles: bool,
    /// Whether it has asked about all that it can, and waits for what it is told.
    pub(crate) learned: bool,
    /// The effects that it has asked for.
    pub(crate) asked: Vec<Key>,
    /// How it ended, while effects that it began are not answered yet.
    pub(crate) ended: Option<Outcome>,
}

/// A call that was begun here.
#[derive(Debug)]
pub(crate) struct Calling {
    pub(crate) asked: Asked,
    /// How many steps of the instance had ended by then.
    pub(crate) step: u64,
    /// Whether it is already made; else it waits for the log.
    pub(crate) made: bool,
    /// When it was made.
    pub(crate) at: Timestamp,
    /// If it may have been made before: since when.
    pub(crate) since: Option<Timestamp>,
}

impl Calling {
    /// Since when it may have been done.
    pub(crate) fn since(&self) -> Timestamp {
        self.since.unwrap_or(self.at)
    }
}

/// What is to be done once lines are written.
#[derive(Clone, Debug)]
pub(crate) enum Then {
    /// Make a call.
    Perform(Key),
    /// Tell who started the instance.
    Started(u64),
    /// Look whether this one was to be started as the same.
    Twin(InstanceId),
    /// Read its story, to undo its steps.
    Read,
    /// Tell somebody.
    Alert(String),
}

/// A line that is yet to be written.
#[derive(Debug)]
pub(crate) struct Pending {
    pub(crate) line: Line,
    pub(crate) seq: u64,
    pub(crate) at: Timestamp,
    standing: Standing,
    /// The state after it.
    state: Arc<State>,
    definition: DefinitionId,
    /// The lines of the record after it, and where they stand, if they are written.
    record: Vec<(u64, Option<Position>)>,
}

/// What a line says, besides where the instance stands after it.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) kind: LineKind,
    pub(crate) step: Option<Cow<'static, str>>,
    pub(crate) command: Option<CommandId>,
    pub(crate) effect: Option<Effect>,
    pub(crate) state: Option<Arc<State>>,
    pub(crate) payload: Option<Json>,
    /// Whether it is part of the record.
    pub(crate) records: Option<Box<Recorded>>,
    /// Whether it may wait for the line after it, for a little while.
    pub(crate) waits: bool,
    /// The instances whose lines are written in the same commit.
    pub(crate) with: Vec<InstanceId>,
}

impl Then {
    /// Whether it is about a call of the step that runs.
    pub(crate) fn is_call(&self) -> bool {
        matches!(self, Then::Perform(_))
    }
}

impl Line {
    pub(crate) fn of(kind: LineKind) -> Line {
        let (step, command, effect, state, payload, records) = (None, None, None, None, None, None);
        Line { kind, step, command, effect, state, payload, records, waits: false, with: Vec::new() }
    }
}

impl Live {
    pub(crate) fn new(
        id: InstanceId,
        key: Option<BusinessKey>,
        definition: DefinitionId,
        state: State,
    ) -> Live {
        Live {
            id,
            key,
            definition,
            state: Arc::new(state),
            standing: Standing::new(Phase::Ready),
            record: Vec::new(),
            changed: Timestamp::EPOCH,
            seq: 0,
            written: Written::default(),
            pending: Vec::new(),
            writing: false,
            run: None,
            calls: BTreeMap::new(),
            orders: VecDeque::new(),
            then: Vec::new(),
            woken: false,
            queued: false,
            suspect: false,
            reading: false,
            starting: None,
            unwritable: false,
            parking: None,
            stories: false,
            steps: 0,
            ends: false,
            undo: None,
            duty: None,
        }
    }

    /// As the store has it, but for its record.
    pub(crate) fn of_row(row: Row) -> Live {
        let Row { id, key, state, definition, standing, seq, first, last, changed } = row;
        let written = Written { seq, first: Some(first), last: Some(last) };
        let reading = !standing.record.is_empty();
        // What only waits for a message cannot have run since: whoever delivers that writes it down. Before an
        // instance is held or parked, all that is known of its calls is written, and the record says if some is not.
        let suspect = standing.wake().is_some();
        let duty = Duty::is_course(state.process()).then(|| Errand::of_state(&state)).flatten();
        let live = Live::new(id, key, definition, state);
        Live { standing, changed, seq, written, reading, suspect, duty: duty.map(Box::new), ..live }
    }

    pub(crate) fn status(&self) -> Status {
        Status::of(&self.standing, self.run.is_some() || self.ends, self.woken)
    }

    /// Whether it has ended, or is parked.
    pub(crate) fn is_over(&self) -> bool {
        self.standing.parked || self.status().is_ended()
    }

    pub(crate) fn step(&self) -> &str {
        self.state.step().unwrap_or_default()
    }

    /// Whether nothing runs, no effect is under way but those that are written down as open, and all is read:
    /// others may change it now.
    pub(crate) fn is_at_rest(&self) -> bool {
        // Of one that is asked about, or repeated, the answer decides what comes next.
        let is_first = |key: &Key| self.calls.get(key).is_some_and(|call| call.since.is_none());
        let is_open = |key: &Key| is_first(key) && self.call(*key).is_some_and(|call| call.answer.is_none());
        self.run.is_none() && !self.reading && self.effects().all(is_open)
    }

    /// Until when all that is to be written of it may wait for what its step does next; none if it may not.
    pub(crate) fn may_wait(&self) -> Option<Timestamp> {
        let goes_on = self.run.as_ref().is_some_and(|run| run.ended.is_none() && !run.settles);
        let waits = goes_on && self.then.is_empty() && self.pending.iter().all(|it| it.line.waits);
        self.pending.first().filter(|_| waits).map(|first| first.at.after(ANSWER_WAITS))
    }

    /// The effects that were begun here, in this step, and have no answer yet.
    pub(crate) fn effects(&self) -> impl Iterator<Item = &Key> {
        let calls = self.calls.iter();
        calls.filter(|(_, call)| call.asked.effect != Effect::Read && call.made).map(|(key, _)| key)
    }

    /// Whether this move leads from where it stands to where it would stand.
    pub(crate) fn may(&self, by: Move, standing: &Standing, runs: bool, woken: bool) -> bool {
        let to = Status::of(standing, runs, woken);
        self.status().after(by).any(|it| it == to)
    }

    /// Moves it, by a line that says so. A move that is not in the table changes nothing, and is answered with
    /// false.
    #[must_use]
    pub(crate) fn go(&mut self, by: Move, standing: Standing, line: Line, at: Timestamp) -> bool {
        let runs = self.run.is_some() && by == Move::Record;
        if !self.may(by, &standing, runs, false) {
            return false;
        }
        let deadline = self.standing.deadline.filter(|_| !standing.phase.is_end());
        self.standing = Standing { deadline, overdue: self.standing.overdue, ..standing };
        (self.woken, self.ends) = (false, false);
        self.note(line, at);
        true
    }

    /// Writes a line that moves nothing.
    pub(crate) fn note(&mut self, line: Line, at: Timestamp) {
        if self.suspect && !line.kind.ends_suspicion() && self.suspected().is_none() {
            let since = self.begins();
            let mut said = self.line(LineKind::Announced);
            said.payload = Json::write(&since).ok();
            said.records = Some(Recorded::Suspect { since }.into());
            self.write(said, at);
        }
        self.write(line, at);
    }

    fn write(&mut self, mut line: Line, at: Timestamp) {
        self.seq += 1;
        self.changed = at;
        if let Some(what) = line.records.take() {
            self.record.push(Item { seq: self.seq, position: None, what: *what });
        }
        if let Some(state) = &line.state {
            self.state = state.clone();
        }
        let record = self.record.iter().map(|item| (item.seq, item.position)).collect();
        let (standing, state, definition) = (self.standing.clone(), self.state.clone(), self.definition);
        self.pending.push(Pending { line, seq: self.seq, at, standing, state, definition, record });
    }

    /// Its lines as they are written from this position on, and its row after the last of them.
    pub(crate) fn written(&self, lines: usize, from: Position, into: &mut Vec<LogLine>) -> Option<RowChange> {
        let Written { seq: before, mut first, mut last } = self.written;
        let mut at = from;
        let written = self.pending.get(..lines).unwrap_or(&self.pending);
        for pending in written {
            let Line { kind, step, command, effect, state, payload, records: _, waits: _, with: _ } =
                &pending.line;
            let about = About {
                instance: self.id,
                seq: pending.seq,
                before: last,
                definition: pending.definition,
                rehearsal: self.state.is_rehearsal(),
                key: self.key.clone(),
                standing: self.standing_after(pending, from),
            };
            into.push(LogLine {
                step: step.clone(),
                command: *command,
                effect: *effect,
                state: state.as_deref().cloned(),
                payload: payload.clone(),
                ..LogLine::new(pending.at, *kind, Some(about))
            });
            first = first.or(Some(at));
            last = Some(at);
            at = at.plus(1);
        }
        let ends = written.last()?;
        let row = Row {
            id: self.id,
            key: self.key.clone(),
            state: State::clone(&ends.state),
            definition: ends.definition,
            standing: self.standing_after(ends, from),
            seq: ends.seq,
            first: first?,
            last: last?,
            changed: ends.at,
        };
        Some(RowChange { before, row })
    }

    /// Where it stands after one of the lines that are yet to be written, the first of them at this position.
    fn standing_after(&self, pending: &Pending, from: Position) -> Standing {
        Standing { record: self.positions(pending, from), ..pending.standing.clone() }
    }

    /// Where the lines of the record stand, as one of the lines that are yet to be written sees them.
    fn positions(&self, pending: &Pending, from: Position) -> Vec<Position> {
        let first = self.pending.first().map_or(0, |pending| pending.seq);
        let place = |seq: u64| {
            let ahead = usize::try_from(seq.checked_sub(first)?).ok()?;
            Some(from.plus(ahead))
        };
        pending.record.iter().filter_map(|(seq, position)| position.or_else(|| place(*seq))).collect()
    }

    /// So many lines are written, from this position on.
    pub(crate) fn wrote(&mut self, lines: usize, from: Position) {
        let Some(begins) = self.pending.first().map(|pending| pending.seq).filter(|_| lines > 0) else {
            return;
        };
        let (ends, last) = (begins + lines as u64 - 1, from.plus(lines - 1));
        self.pending.drain(..lines);
        if self.pending.is_empty() {
            // Most of those that wait have nothing to be written, and there are many.
            self.pending = Vec::new();
        }
        self.written = Written { seq: ends, first: self.written.first.or(Some(from)), last: Some(last) };
        let place = |seq: u64| {
            let ahead = usize::try_from(seq.checked_sub(begins)?).ok()?;
            (ahead < lines).then(|| from.plus(ahead))
        };
        let records = self.pending.iter_mut().flat_map(|pending| &mut pending.record);
        for (seq, position) in records.filter(|(_, position)| position.is_none()) {
            *position = place(*seq);
        }
        for item in self.record.iter_mut().filter(|item| item.position.is_none()) {
            item.position = place(item.seq);
        }
    }
}
