//! The writer: one commit at a time, each with all that has come while the last was written.

use super::ahead::Ahead;
use super::live::Then;
use super::orders::{By, Order};
use super::{Core, Timer, compact};
use crate::runner::event::{Action, Wanted};
use crate::runner::planted::{Defect, planted};
use crate::store::{
    Checkpoint, Commit, Committed, Consumed, Definition, Epoch, Head, InstanceId, Lane, LaneId, LineKind,
    LogLine, Ordered, Place, Position, Seal, StoreError, StoreErrorKind, Timestamp,
};
use foldhash::HashMap;
use std::collections::VecDeque;
use std::collections::hash_map::Entry;
use std::mem;
use std::sync::Arc;
use std::time::Duration;

/// The most lines of a commit, unless a single instance has more.
pub(super) const MOST: usize = 256;

/// How many lines about letters wait at most before no step is begun any more.
const BEHIND: usize = 4 * MOST;

/// How long after a line the log says where it stands.
const CHECKPOINT: Duration = Duration::from_secs(60);

/// How long a store that is busy or full is left alone.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

/// Lines of one instance that are written together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) id: InstanceId,
    pub(super) lines: usize,
}

/// Pieces that are written together or not at all.
pub(super) type Bundle = Vec<Piece>;

/// What writes into the lane.
pub(crate) struct Writer {
    epoch: Epoch,
    lane: LaneId,
    /// The position of the first line that is ours.
    pub(super) first: Position,
    n: u64,
    before: Seal,
    next: Position,
    /// Lines that are about no instance.
    aside: Vec<LogLine>,
    definitions: Vec<Definition>,
    /// The last commit before this lane.
    last: Option<Head>,
    /// Whether lines have come since the last checkpoint.
    unmarked: bool,
    /// Whether the next commit ends with a checkpoint.
    marks: bool,
    /// Those of which there is something to be written.
    queue: Waiting,
    /// Those of which there are letters to be written whose handlers run ahead.
    posting: Waiting,
    /// What is left of a commit that was refused, in smaller parts.
    parts: VecDeque<Vec<Bundle>>,
    /// The next commit, while the handlers of its letters run.
    pub(super) ahead: Option<Ahead>,
    writing: Option<Writing>,
    /// Whether the commit on its way is to be sent, or asked about, once more.
    resends: bool,
    /// Whether it could not be written when it was last tried.
    troubled: bool,
}

/// Instances in the order in which they came, each once.
#[derive(Default)]
struct Waiting {
    order: VecDeque<InstanceId>,
    /// The number of lines that each came with.
    known: HashMap<InstanceId, usize>,
    lines: usize,
}

impl Waiting {
    fn push(&mut self, id: InstanceId, lines: usize) {
        if let Entry::Vacant(new) = self.known.entry(id) {
            new.insert(lines);
            self.order.push_back(id);
            self.lines += lines;
        }
    }

    fn pop(&mut self) -> Option<InstanceId> {
        let id = self.order.pop_front()?;
        self.lines -= self.known.remove(&id).unwrap_or_default();
        compact(&mut self.known);
        Some(id)
    }
}

/// A commit on its way.
struct Writing {
    commit: Arc<Commit>,
    bundles: Vec<Bundle>,
    aside: usize,
    /// Whether all letters of it that are new stand in line: those of the next commit come behind them.
    in_line: bool,
    /// Whether it is not known if it was written.
    unknown: bool,
    /// Whether it waits to be tried again.
    paused: bool,
}

impl Writer {
    /// Begins a lane, with this as its first line, and with definitions that are new.
    pub(crate) fn new(lane: &Lane, opened: LogLine, definitions: Vec<(Definition, LogLine)>) -> Writer {
        let (definitions, defined): (Vec<_>, Vec<_>) = definitions.into_iter().unzip();
        Writer {
            epoch: lane.epoch,
            lane: lane.id,
            first: lane.first,
            n: 1,
            before: Seal::NONE,
            next: lane.first,
            aside: [opened].into_iter().chain(defined).collect(),
            definitions,
            last: lane.before,
            unmarked: false,
            marks: false,
            queue: Waiting::default(),
            posting: Waiting::default(),
            parts: VecDeque::new(),
            ahead: None,
            writing: None,
            resends: false,
            troubled: false,
        }
    }

    pub(super) fn is_idle(&self) -> bool {
        let rests = self.writing.is_none() && self.ahead.is_none();
        let waits = [&self.queue, &self.posting].iter().any(|waiting| !waiting.order.is_empty());
        rests && self.aside.is_empty() && !waits && self.parts.is_empty()
    }

    /// Writes a line that is about no instance.
    pub(crate) fn aside(&mut self, line: LogLine) {
        self.aside.push(line);
    }

    /// Stores a definition that is new, and says so.
    pub(super) fn define(&mut self, definition: Definition, line: LogLine) {
        self.aside.push(line);
        self.definitions.push(definition);
    }

    /// There are so many lines to be written of an instance, with those that go with them; and whether it posts
    /// letters whose handlers run ahead.
    pub(super) fn enqueue(&mut self, id: InstanceId, lines: usize, posts: bool) {
        match posts {
            true => self.posting.push(id, lines),
            false => self.queue.push(id, lines),
        }
    }

    /// Whether nothing is written, and a full commit waits.
    pub(super) fn is_due(&self) -> bool {
        self.writing.is_none() && self.lines() >= MOST
    }

    /// Whether so many letters wait that no step is to begin, which would only have more of them wait in memory.
    pub(super) fn is_behind(&self) -> bool {
        self.posting.lines >= BEHIND
    }

    /// How many lines wait.
    fn lines(&self) -> usize {
        self.put_together() + self.queue.lines + self.posting.lines
    }

    /// How many lines the next commit has as yet.
    pub(super) fn put_together(&self) -> usize {
        self.ahead.as_ref().map_or(0, |ahead| ahead.lines)
    }

    /// Whether all letters that are being written stand in line.
    pub(super) fn are_in_line(&self) -> bool {
        let in_line = self.parts.is_empty() && self.writing.as_ref().is_none_or(|writing| writing.in_line);
        in_line || planted(Defect::CommitOvertaken)
    }

    /// The log is to say where it stands.
    pub(super) fn mark(&mut self) {
        self.marks = self.unmarked;
    }

    /// Where the log stands before the next commit.
    fn checkpoint(&self, at: Timestamp) -> Checkpoint {
        let n = if planted(Defect::CheckpointAhead) { self.n } else { self.n - 1 };
        let own = Head { lane: self.lane, n, seal: self.before };
        Checkpoint { at, lines: self.next.0 - 1, head: Some(own).filter(|own| own.n > 0).or(self.last) }
    }

    /// A commit that could not be written is tried again.
    pub(super) fn retry(&mut self) {
        if let Some(writing) = &mut self.writing {
            writing.paused = false;
        }
    }
}

impl Core {
    /// Writes what there is, unless a commit is on its way.
    pub(super) fn write(&mut self) {
        if let Some(writing) = &mut self.writer.writing {
            let Writing { commit, unknown, paused, .. } = writing;
            if !*paused && self.writer.resends {
                self.writer.resends = false;
                let action = match *unknown {
                    true => Action::Seal(commit.lane, commit.n),
                    false => Action::Commit(commit.clone()),
                };
                self.want(action);
            }
            return self.run_ahead();
        }
        let bundles = match self.writer.parts.pop_front() {
            Some(bundles) => Some(bundles),
            None => self.take_ahead(),
        };
        let Some(bundles) = bundles else { return };
        // The last thing that an owner writes says where the log ends.
        if bundles.is_empty() && self.writer.aside.is_empty() && self.stopping && self.is_quiet() {
            self.writer.mark();
        }
        if mem::take(&mut self.writer.marks) {
            let line = LogLine::checkpoint(&self.writer.checkpoint(self.now));
            self.writer.aside.extend(line);
        }
        if bundles.is_empty() && self.writer.aside.is_empty() {
            return;
        }
        let commit = Arc::new(self.build(&bundles));
        let aside = self.writer.aside.len();
        self.want(Action::Commit(commit.clone()));
        let duties = bundles.iter().flatten().filter_map(|piece| self.live.get(&piece.id)?.duty.as_ref());
        let in_line = duties.filter(|errand| errand.queue.is_some()).all(|errand| errand.arrived);
        self.writer.writing =
            Some(Writing { commit, bundles, aside, in_line, unknown: false, paused: false });
    }

    /// Takes what came while the last commit was written, up to so many lines: of those that post letters, and of
    /// others by turns if they are wanted too.
    pub(super) fn gather(&mut self, most: usize, others: bool) -> Vec<Bundle> {
        let (mut bundles, mut lines, mut later) = (Vec::new(), 0, Vec::new());
        while lines < most {
            let other = if others { self.writer.queue.pop() } else { None };
            let next = [self.writer.posting.pop(), other];
            if next == [None, None] {
                break;
            }
            for id in next.into_iter().flatten() {
                match self.bundle(id) {
                    Some(bundle) => {
                        lines += bundle.iter().map(|piece| piece.lines).sum::<usize>();
                        bundles.extend(Some(bundle).filter(|bundle| !bundle.is_empty()));
                    }
                    None => later.push(id),
                }
            }
        }
        later.into_iter().for_each(|id| self.dirty(id));
        bundles
    }

    /// All that is to be written of an instance, and of those whose lines go with its lines; none, if one of those
    /// is in a commit already, that is put together or written: they go with a later one.
    fn bundle(&mut self, id: InstanceId) -> Option<Bundle> {
        let (mut bundle, mut next) = (Bundle::new(), vec![id]);
        while let Some(id) = next.pop() {
            let Some(live) = self.live.get_mut(&id).filter(|live| !live.pending.is_empty()) else { continue };
            let taken = live.writing && !bundle.iter().any(|piece: &Piece| piece.id == id);
            if taken && !bundle.is_empty() && !planted(Defect::BundleTorn) {
                for Piece { id, .. } in bundle {
                    self.live.entry(id).and_modify(|live| live.writing = false);
                }
                return None;
            }
            if live.writing {
                continue;
            }
            live.writing = true;
            bundle.push(Piece { id, lines: live.pending.len() });
            if !planted(Defect::BundleSplit) {
                // In the order of the lines: what was published first stands first.
                next.extend(live.pending.iter().flat_map(|pending| &pending.line.with).rev());
            }
        }
        Some(bundle)
    }

    fn build(&self, bundles: &[Bundle]) -> Commit {
        let Writer { epoch, lane, n, before, next: first, .. } = self.writer;
        let pieces = bundles.iter().flatten().map(|piece| piece.lines).sum::<usize>();
        let mut lines = Vec::with_capacity(self.writer.aside.len() + pieces);
        lines.extend_from_slice(&self.writer.aside);
        let mut rows = Vec::with_capacity(bundles.len());
        for piece in bundles.iter().flatten() {
            let from = first.plus(lines.len());
            rows.extend(
                self.live.get(&piece.id).and_then(|live| live.written(piece.lines, from, &mut lines)),
            );
        }
        let commands = lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.command?)));
        let consumed = commands.map(|(at, command)| Consumed { command, line: first.plus(at) }).collect();
        let definitions = self.writer.definitions.clone();
        Commit { epoch, lane, n, before, first, lines, rows, definitions, consumed }
    }

    /// A commit was answered.
    pub(super) fn committed(&mut self, answer: Result<Committed, StoreError>) {
        let Some(writing) = &mut self.writer.writing else { return };
        match answer {
            Ok(committed) => self.wrote(committed),
            Err(error) => match error.kind() {
                StoreErrorKind::Unknown if planted(Defect::AmbiguousIsWritten) => {
                    let committed = writing.commit.committed();
                    self.wrote(committed);
                }
                StoreErrorKind::Unknown => {
                    writing.unknown = true;
                    self.writer.resends = true;
                }
                StoreErrorKind::Busy | StoreErrorKind::Full | StoreErrorKind::Failed => {
                    self.pause(&error.to_string());
                }
                StoreErrorKind::Conflict | StoreErrorKind::Refused => self.refused(&error),
                _ => self.broken(error),
            },
        }
    }

    /// Tries again later; the first time, somebody is told why.
    fn pause(&mut self, why: &str) {
        if !std::mem::replace(&mut self.writer.troubled, true) {
            self.want(Action::Alert(format!("the store is not written, and it is tried again: {why}")));
        }
        if let Some(writing) = &mut self.writer.writing {
            writing.paused = true;
            self.writer.resends = true;
            self.timers.insert((self.now.after(PAUSE), Timer::Write));
        }
    }

    /// What the store has under the number of a commit that was not answered.
    pub(super) fn sealed(&mut self, seal: Result<Option<Seal>, StoreError>) {
        let Some(writing) = &mut self.writer.writing else { return };
        let commit = &writing.commit;
        match seal {
            Ok(Some(seal)) if seal == commit.seal() => {
                let committed = commit.committed();
                self.wrote(committed);
            }
            Ok(Some(_)) => {
                let what = format!("commit {} of our lane {} is none of ours", commit.n, commit.lane);
                self.broken(StoreError::new(StoreErrorKind::Gap, what));
            }
            Ok(None) => {
                writing.unknown = false;
                self.pause("a commit was not written, and nobody knows why");
            }
            Err(error) => self.pause(&error.to_string()),
        }
    }

    /// A commit is written: whoever waited for that goes on.
    fn wrote(&mut self, committed: Committed) {
        let Some(Writing { commit, bundles, aside, .. }) = self.writer.writing.take() else { return };
        (self.writer.n, self.writer.before, self.writer.next) =
            (commit.n + 1, committed.seal, committed.next);
        self.writer.troubled = false;
        let marked = self.writer.aside.drain(..aside).find(|line| line.kind == LineKind::Checkpoint);
        if let Some(checkpoint) = marked.and_then(|line| line.payload?.read().ok()) {
            self.writer.unmarked = false;
            self.want(Action::Checkpoint(Box::new(checkpoint)));
        }
        // It tells of the commits before its own.
        if commit.lines.iter().any(|line| line.kind != LineKind::Checkpoint)
            && !mem::replace(&mut self.writer.unmarked, true)
        {
            self.timers.insert((self.now.after(CHECKPOINT), Timer::Checkpoint));
        }
        self.writer.definitions.drain(..commit.definitions.len());
        for consumed in &commit.consumed {
            self.taken.remove(&consumed.command);
            self.spent.insert(consumed.command);
            let at = usize::try_from(consumed.line.0 - commit.first.0).unwrap_or(usize::MAX);
            let refused = commit.lines.get(at).filter(|line| line.kind == LineKind::Refused);
            let why = refused.and_then(|line| line.payload.as_ref()?.read::<Ordered>().ok()?.refused);
            self.want(Action::Consumed(consumed.command, why.map_or(Ok(()), Err)));
        }
        let mut from = commit.first.plus(aside);
        for Piece { id, lines } in bundles.into_iter().flatten() {
            if let Some(live) = self.live.get_mut(&id) {
                live.wrote(lines, from);
                live.writing = false;
                live.starting = None;
            }
            from = from.plus(lines);
            self.dirty(id);
            self.delivered(id);
            self.go_on(id, &commit);
        }
    }

    /// Does what waited for lines of an instance to be written.
    fn go_on(&mut self, id: InstanceId, commit: &Arc<Commit>) {
        let Some(live) = self.live.get_mut(&id) else { return };
        let written = live.written.seq;
        let (due, then): (Vec<_>, Vec<_>) = live.then.drain(..).partition(|(seq, _)| *seq <= written);
        live.then = then;
        for (_, then) in due {
            match then {
                Then::Perform(key) => self.perform_written(id, key),
                Then::Started(ticket) => self.want(Action::Started(ticket, Ok(id))),
                Then::Twin(other) => self.ask_twin(other),
                Then::Read => self.want(Action::Story(id)),
                Then::Alert(what) => self.want(Action::Alert(what)),
            }
        }
        if self.live.get(&id).is_some_and(|live| live.pending.is_empty() && live.is_over()) {
            self.want(Action::Over(id, commit.clone()));
        }
        self.leave(id);
    }

    /// A commit can never be written as it is: what is at fault is found and left out.
    fn refused(&mut self, error: &StoreError) {
        let Some(Writing { bundles, mut aside, .. }) = self.writer.writing.take() else { return };
        // It would no longer say where the log stands when it is written.
        let before = self.writer.aside.len();
        self.writer.aside.retain(|line| line.kind != LineKind::Checkpoint);
        if self.writer.aside.len() < before {
            (self.writer.marks, aside) = (true, aside - 1);
        }
        let culprit = match error.place() {
            Some(Place::Instance(id)) => {
                bundles.iter().position(|bundle| bundle.iter().any(|piece| piece.id == id))
            }
            _ => None,
        };
        match culprit {
            Some(at) => {
                let mut others = bundles;
                let culprit = others.remove(at);
                self.part(others);
                self.give_up_all(&culprit, error);
            }
            None if aside > 0 && !bundles.is_empty() => {
                self.part(bundles);
                self.writer.parts.push_front(Vec::new());
            }
            None if aside > 0 => {
                self.writer.aside.clear();
                self.writer.definitions.clear();
                self.want(Action::Alert(format!("lines about no instance cannot be written: {error}")));
            }
            None if bundles.len() > 1 => {
                let (one, other) = bundles.split_at(bundles.len() / 2);
                self.part(other.to_vec());
                self.part(one.to_vec());
            }
            None => bundles.iter().for_each(|bundle| self.give_up_all(bundle, error)),
        }
    }

    /// What is written together is given up together; what was not there before was never begun.
    fn give_up_all(&mut self, bundle: &Bundle, error: &StoreError) {
        for piece in bundle {
            match self.live.get(&piece.id).is_some_and(|live| live.duty.is_some() && live.written.seq == 0) {
                true => self.unmake(piece.id),
                false => self.give_up(piece.id, error),
            }
        }
    }

    fn part(&mut self, bundles: Vec<Bundle>) {
        if !bundles.is_empty() {
            self.writer.parts.push_front(bundles);
        }
    }

    /// An instance cannot be written: it is taken as it is stored, and parked.
    fn give_up(&mut self, id: InstanceId, error: &StoreError) {
        if error.kind() == StoreErrorKind::Refused && self.has_twin(id) {
            return;
        }
        self.stop(id);
        let Some(live) = self.remove(id) else { return };
        self.unmake_posted(&live);
        for (_, then) in &live.then {
            if let Then::Started(ticket) = then {
                self.want(Action::Started(*ticket, Err(error.to_string())));
            }
        }
        self.ask_twins(&live);
        let written = live.written.seq > 0;
        if written {
            self.given_up.insert(id);
        }
        let started = live.starting.as_ref().and_then(|starting| starting.1.clone()).filter(|_| !written);
        // In a conflict there is one with its id by now: the command comes again, and that one is looked at.
        let answered = started.filter(|_| error.kind() != StoreErrorKind::Conflict);
        if let Some(by) = &answered {
            self.answer(by, Some(error.to_string()));
        }
        let answered = answered.map(|By { command, .. }| command);
        let lines = live.pending.iter().filter_map(|pending| pending.line.command);
        let orders = live.orders.iter().filter_map(Order::command);
        for command in lines.chain(orders).filter(|command| Some(*command) != answered) {
            self.taken.remove(&command);
        }
        if !written {
            return self.want(Action::Alert(format!("instance {id} could not be started: {error}")));
        }
        match live.unwritable {
            true => self.want(Action::Alert(format!("instance {id} cannot be written: {error}"))),
            false => self.find(Wanted::Park(id, format!("it could not be written: {error}"))),
        }
    }
}
