//! What others want of an instance: done as soon as nothing of it runs, in the order in which it was wanted.
//!
//! Long because each order is refused, settled and carried out by one table of what may be done, told in one place.

use super::Core;
use super::live::{Line, Live};
use super::record::Recorded;
use crate::runner::life::{Move, Status};
use crate::runner::planted::{Defect, planted};
use crate::store::{
    Command, CommandId, Expected, InstanceId, LineKind, LogLine, MAX_PAYLOAD, Ordered, Phase, Standing,
    StoreError,
};
use crate::{Json, Letter};

/// What somebody wants of an instance.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The command that says so; none if we want it ourselves.
    pub(crate) by: Option<By>,
    pub(crate) expected: Expected,
    pub(crate) what: What,
    /// Whether open calls were asked about already.
    pub(crate) settled: bool,
    /// Whether its story was looked through for what has changed since it was seen.
    pub(crate) compared: bool,
    /// The duty for whose letter it is.
    pub(crate) duty: Option<InstanceId>,
}

/// The command that wants something, and who gave it.
#[derive(Clone, Debug)]
pub(crate) struct By {
    pub(crate) command: CommandId,
    who: String,
    why: String,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    Hold,
    Release,
    Retry,
    Cancel,
    RollBack,
    /// Fail for this reason, and roll back: what our own step wants.
    Fail(String),
    Deliver(Letter),
    /// Take down what became of an open call.
    Answer(Option<String>, Option<Json>),
    /// Move it to this version.
    Migrate(u32),
    /// Move it back to where it stood before that.
    MigrateBack,
}

impl Order {
    /// Of our own.
    pub(super) fn own(what: What) -> Order {
        Order { by: None, expected: Expected::default(), what, settled: false, compared: false, duty: None }
    }
}

impl By {
    pub(super) fn of(command: &Command) -> By {
        By { command: command.id, who: command.who.clone(), why: command.why.clone() }
    }

    /// Why a letter that this skips is not acknowledged.
    fn skipped(&self) -> String {
        format!("{} has skipped it: {}", self.who, self.why)
    }

    /// What a line says of the command that caused it.
    pub(super) fn said(&self, refused: Option<String>) -> Option<Json> {
        Json::write(&self.ordered(refused)).ok()
    }

    pub(super) fn ordered(&self, refused: Option<String>) -> Ordered {
        let (who, why) = (self.who.clone(), self.why.clone());
        Ordered { who, why, refused, shown: None, restored: None }
    }
}

impl Order {
    pub(super) fn command(&self) -> Option<CommandId> {
        self.by.as_ref().map(|by| by.command)
    }

    /// Whether whoever gave it saw another number of lines than these.
    fn is_stale(&self, lines: u64) -> bool {
        self.expected.seq.is_some_and(|seen| seen != lines)
    }
}

impl Core {
    /// Has something done to an instance.
    pub(super) fn order(&mut self, id: InstanceId, order: Order) {
        let Some(live) = self.live.get_mut(&id) else { return };
        live.orders.push_back(order);
        self.read_record(id);
        self.rested(id);
    }

    /// Does what is wanted of an instance, if nothing of it runs.
    pub(super) fn orders(&mut self, id: InstanceId) {
        while let Some(live) = self.live.get_mut(&id) {
            if !live.is_at_rest() || live.stories {
                return;
            }
            let Some(order) = live.orders.front() else { return };
            // What becomes of a letter may move those that wait for it: not before all of them are read.
            if live.duty.is_some() && !self.mail.is_ready() {
                return self.mail.put_off(id);
            }
            if order.is_stale(live.seq) && !order.compared {
                return self.read_story(id);
            }
            // What is refused anyway is refused without asking anybody.
            let leads_nowhere = match order.what {
                What::Migrate(to) => self
                    .processes
                    .get(live.state.process())
                    .is_none_or(|served| served.process.migrate(&live.state, to).is_err()),
                _ if order.is_stale(live.seq) => true,
                _ if live.standing.phase == Phase::Undoing => true,
                _ => live.duty.is_some() && matches!(order.what, What::RollBack | What::MigrateBack),
            };
            if !order.settled
                && !leads_nowhere
                && !live.is_unread()
                && order.what.settles()
                && live.is_unsettled()
                && !planted(Defect::CancelAsksNothing)
            {
                return self.settle_again(id);
            }
            let Some(mut order) = live.orders.pop_front() else { return };
            // Meanwhile somebody may have held or cancelled the letter, or skipped it.
            if order.duty.is_some_and(|duty| !self.is_asked(duty, id)) {
                continue;
            }
            let Some(live) = self.live.get_mut(&id) else { return };
            // Whoever releases a letter that is quarantined has it tried again.
            if live.duty.is_some() && live.status() == Status::Parked && matches!(order.what, What::Release) {
                order.what = What::Retry;
            }
            match live.refuses(&order) {
                Some(why) => self.refuse(id, &order, &why),
                None => self.carry_out(id, order),
            }
            self.dirty(id);
        }
    }

    /// Compares what was seen before an order was given with what has become of the instance since, if that is what
    /// its story was read for: lines that change nothing leave it as it was seen.
    pub(super) fn compared(&mut self, id: InstanceId, lines: &Result<Vec<LogLine>, StoreError>) -> bool {
        let Some(live) = self.live.get_mut(&id) else { return false };
        let seq = live.seq;
        let Some(order) = live.orders.front_mut().filter(|order| order.is_stale(seq) && !order.compared)
        else {
            return false;
        };
        order.compared = true;
        let seen = order.expected.seq.map_or(0, |seq| usize::try_from(seq).unwrap_or(usize::MAX));
        // What cannot be read may have changed it.
        let lines = lines.as_deref().unwrap_or_default();
        let since = lines.get(seen..).unwrap_or_default();
        if !since.is_empty() && since.iter().all(|line| line.kind.changes_nothing()) {
            order.expected.seq = Some(lines.len() as u64);
        }
        self.rested(id);
        true
    }

    /// Runs the step, so that its open calls are asked about. What a duty has asked others for, it asks for again.
    pub(super) fn settle_again(&mut self, id: InstanceId) {
        self.rest(id);
        self.run(id, true);
    }

    /// This run learns no more about open calls than it is being told.
    pub(super) fn learned(&mut self, id: InstanceId) {
        let Some(live) = self.live.get_mut(&id) else { return };
        let waits = live.effects().next().is_some();
        match live.run.as_mut().filter(|_| waits) {
            Some(run) => run.learned = true,
            None => self.settled(id),
        }
    }

    /// The same, after something was told: what else is open, another run asks about.
    pub(super) fn settle_on(&mut self, id: InstanceId) {
        let Some(live) = self.live.get(&id) else { return };
        let waits = live.effects().next().is_some();
        if waits || live.suspect || live.open().next().is_none() {
            return self.learned(id);
        }
        self.stop(id);
        self.settle_again(id);
    }

    /// Nothing more can be learned about open calls.
    pub(super) fn settled(&mut self, id: InstanceId) {
        self.stop(id);
        let Some(live) = self.live.get_mut(&id) else { return };
        live.suspect = false;
        live.record.retain(|item| !matches!(item.what, Recorded::Suspect { .. }));
        if let Some(order) = live.orders.front_mut() {
            order.settled = true;
        }
        self.rested(id);
        self.dirty(id);
    }

    /// Nobody can tell what became of an open call: what was wanted is refused.
    pub(super) fn unsettled(&mut self, id: InstanceId, why: &str) {
        self.stop(id);
        let order = self.live.get_mut(&id).and_then(|live| live.orders.pop_front());
        if let Some(order) = order {
            self.refuse(id, &order, why);
        }
        self.rested(id);
        self.dirty(id);
    }

    fn carry_out(&mut self, id: InstanceId, order: Order) {
        if matches!(order.what, What::Hold | What::Cancel) {
            self.rest(id);
        }
        let Some(live) = self.live.get(&id) else { return };
        let said = order.by.as_ref().and_then(|by| by.said(None));
        let line = |kind| Line { command: order.command(), payload: said, ..live.line(kind) };
        let standing = live.standing.clone();
        let moved = match order.what {
            What::Hold => {
                let line = line(LineKind::Held);
                self.moves(id, Move::Hold, Standing { held: true, ..standing }, line)
            }
            What::Release => {
                let line = line(LineKind::Released);
                self.moves(id, Move::Release, Standing { held: false, ..standing }, line)
            }
            What::Retry => {
                let line = line(LineKind::Resumed);
                let phase = match standing.phase {
                    Phase::Undoing => Phase::Undoing,
                    _ => Phase::Ready,
                };
                self.moves(id, Move::Retry, Standing::new(phase), line)
            }
            What::Cancel => {
                let line = line(LineKind::Cancelled);
                let moved = self.moves(id, Move::Cancel, Standing::new(Phase::Cancelled), line);
                let skipped = order.by.as_ref().map_or_else(String::new, By::skipped);
                self.closed(id, Some(skipped));
                moved
            }
            // What is to be undone, or where it stood before, its story says.
            What::RollBack | What::Fail(_) | What::MigrateBack => return self.roll_back(id, order),
            What::Migrate(to) => return self.migrate(id, &order, to),
            What::Deliver(ref letter) => return self.deliver(id, &order, letter),
            What::Answer(ref call, ref answer) => {
                return self.answered_by_person(id, order.by.as_ref(), call.as_deref(), answer.clone());
            }
        };
        debug_assert!(moved, "an order that the table does not have was refused before");
    }

    /// An order that cannot be carried out is answered, and changes nothing. If it is our own, a person has
    /// to look at the instance.
    pub(super) fn refuse(&mut self, id: InstanceId, order: &Order, why: &str) {
        let now = self.now;
        if let Some(duty) = order.duty {
            return self.taken(duty, id, Err(why));
        }
        match &order.what {
            What::Fail(failed) => return self.park(id, format!("{failed}; it is not rolled back: {why}")),
            What::Deliver(letter) if order.by.is_none() => {
                let topic = letter.topic();
                return self.park(id, format!("`{topic}` came early, and cannot be taken in: {why}"));
            }
            _ => {}
        }
        let Some(live) = self.live.get_mut(&id) else { return };
        let mut line = live.line(LineKind::Refused);
        line.command = order.command();
        line.payload = order.by.as_ref().and_then(|by| by.said(Some(why.to_owned())));
        live.note(line, now);
        self.dirty(id);
    }

    fn deliver(&mut self, id: InstanceId, order: &Order, letter: &Letter) {
        let now = self.now;
        let Some(live) = self.live.get(&id) else { return };
        let Some(served) = self.processes.get(live.state.process()) else { return };
        if !served.process.awaits(&live.state, &letter.topic) {
            let later = served.process.awaits_later(&live.state, &letter.topic);
            return match later && letter.rehearsal == live.state.is_rehearsal() {
                true => self.keep(id, order, letter),
                false => {
                    self.refuse(id, order, &format!("no step that is yet to come awaits `{}`", letter.topic))
                }
            };
        }
        let merged = match served.process.merge(&live.state, letter) {
            Ok(merged) => merged,
            Err(error) => return self.refuse(id, order, &error.to_string()),
        };
        let payload = Json::write(letter).ok();
        let sizes = [("the message", payload.as_ref()), ("the state with it", Some(merged.data()))];
        if let Some(why) = oversized(sizes) {
            return self.refuse(id, order, &why);
        }
        let mut line = live.line(LineKind::Delivered);
        (line.command, line.payload) = (order.command(), payload);
        if merged == *live.state {
            // It is known already, and moves nothing.
            line.kind = LineKind::Noted;
            if let Some(live) = self.live.get_mut(&id) {
                live.note(line, now);
            }
            return self.is_taken(id, order);
        }
        line.state = Some(merged.into());
        // What is held or parked stays so; but when it is not any more, it does not wait for this again.
        let standing = live.standing.clone();
        let standing = match standing.phase {
            Phase::Waiting => Standing { phase: Phase::Ready, due: None, ..standing },
            _ if live.woken => Standing { due: None, ..standing },
            _ => standing,
        };
        self.moves(id, Move::Deliver, standing, line);
        self.is_taken(id, order);
    }

    /// An instance has taken a letter: if it was for a duty, that is told in the same commit.
    fn is_taken(&mut self, id: InstanceId, order: &Order) {
        if let Some(duty) = order.duty {
            self.taken(duty, id, Ok(()));
        }
    }

    /// Keeps a letter for a later step.
    fn keep(&mut self, id: InstanceId, order: &Order, letter: &Letter) {
        let now = self.now;
        let payload = Json::write(letter).ok();
        if let Some(why) = oversized([("the message", payload.as_ref())]) {
            return self.refuse(id, order, &why);
        }
        let Some(live) = self.live.get(&id) else { return };
        let kept = live.early().map(|(_, kept)| kept).find(|kept| kept.topic() == letter.topic());
        let known = kept.map(|kept| kept.payload().means(letter.payload()));
        if known == Some(false) {
            return self.refuse(id, order, &format!("it has kept another message of `{}`", letter.topic()));
        }
        let Some(live) = self.live.get_mut(&id) else { return };
        let mut line = live.line(LineKind::Noted);
        (line.command, line.payload) = (order.command(), payload);
        // The same again is known already.
        let known = known.is_some();
        line.records = (!known).then(|| Recorded::Letter(letter.clone()).into());
        live.note(line, now);
        self.is_taken(id, order);
    }

    /// Puts what came early into the state of the step that awaits it, before that runs.
    pub(super) fn merge_early(&mut self, id: InstanceId) {
        loop {
            let Some(live) = self.live.get(&id) else { return };
            let Some(served) = self.processes.get(live.state.process()) else { return };
            let mut early = live.early();
            let awaited = |(_, letter): &(usize, &Letter)| served.process.awaits(&live.state, letter.topic());
            let Some((at, letter)) = early.find(awaited) else { return };
            let letter = letter.clone();
            drop(early);
            let Some(live) = self.live.get_mut(&id) else { return };
            live.record.remove(at);
            self.deliver(id, &Order::own(What::Deliver(letter.clone())), &letter);
            self.dirty(id);
        }
    }
}

/// The first of these that is larger than may be kept, and how large it is.
pub(super) fn oversized<'a>(sizes: impl IntoIterator<Item = (&'a str, Option<&'a Json>)>) -> Option<String> {
    let mut sizes = sizes.into_iter().filter_map(|(name, json)| Some((name, json?.text().len())));
    let (name, bytes) = sizes.find(|(_, bytes)| *bytes > MAX_PAYLOAD)?;
    Some(super::calls::too_large(&format!("{name} has {bytes} bytes")))
}

impl What {
    /// Whether open calls are asked about before it is done.
    fn settles(&self) -> bool {
        matches!(self, What::Cancel | What::RollBack | What::Fail(_) | What::Migrate(_) | What::MigrateBack)
    }

    fn by(&self) -> Option<Move> {
        match self {
            What::Hold => Some(Move::Hold),
            What::Release => Some(Move::Release),
            What::Retry => Some(Move::Retry),
            What::Cancel => Some(Move::Cancel),
            What::RollBack => Some(Move::RollBack),
            What::Fail(_) => Some(Move::Fail),
            What::Migrate(_) | What::MigrateBack => Some(Move::Migrate),
            What::Deliver(_) | What::Answer(..) => None,
        }
    }
}

impl Live {
    /// Whether nobody knows what became of calls of its step.
    fn is_unsettled(&self) -> bool {
        let stands = !self.status().is_ended() || self.status() == Status::Failed;
        stands && self.state.step().is_some() && (self.suspect || self.open().next().is_some())
    }

    /// Why an order is refused, if it is.
    fn refuses(&self, order: &Order) -> Option<String> {
        let Expected { phase, step, seq: _ } = &order.expected;
        if phase.is_some_and(|phase| phase != self.standing.phase) {
            return Some(format!("it is {} now", self.standing.phase));
        }
        if step.as_deref().is_some_and(|step| Some(step) != self.state.step()) {
            return Some(format!("it stands at `{}` now", self.step()));
        }
        if order.is_stale(self.seq) {
            return Some(format!("it has {} lines now", self.seq));
        }
        let stays = matches!(order.what, What::Hold | What::Release);
        if self.is_unread() && !stays {
            return Some("its record cannot be read".into());
        }
        let by = order.what.by();
        if self.duty.is_some() && matches!(order.what, What::RollBack) {
            return Some("it is a letter, which can be released or cancelled, and not be rolled back".into());
        }
        if self.duty.is_some() && matches!(order.what, What::Migrate(_) | What::MigrateBack) {
            return Some("it is a letter, which has no versions".into());
        }
        if by.is_some_and(|by| self.status().after(by).next().is_none()) {
            return Some(format!("it is {}", self.status()));
        }
        if let What::Answer(call, _) = &order.what {
            return self.open_call(call.as_deref()).err();
        }
        let delivers = matches!(order.what, What::Deliver(_));
        if delivers && (self.status().is_ended() || self.status() == Status::Undoing) {
            return Some(format!("it is {}", self.status()));
        }
        if order.what.settles() && self.standing.phase == Phase::Undoing {
            return Some("it is being rolled back".into());
        }
        let open = self.open().next().filter(|_| order.what.settles() && !planted(Defect::CancelAsksNothing));
        open.map(|open| super::calls::unknown(&open.operation, "it could not be asked"))
    }
}
