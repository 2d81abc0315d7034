//! The end of a step: what follows from it.

use super::calls::{diverged, too_large, unknown};
use super::live::{Live, Then};
use super::orders::{Order, What};
use super::record::{Item, Recorded};
use super::{Core, RunId, Timer};
use crate::Posted;
use crate::runner::event::Outcome;
use crate::runner::life::Move;
use crate::runner::planted::{Defect, planted};
use crate::store::{InstanceId, LineKind, MAX_PAYLOAD, Phase, Standing, Timestamp};
use crate::{Due, Effect, Json, Letter, State, Verdict};
use std::time::Duration;

impl Core {
    /// A step has ended. If it has begun effects that are not answered yet, its end waits for them.
    pub(super) fn ended(&mut self, run: RunId, outcome: Outcome) {
        let id = run.instance;
        let outcome = match outcome {
            Outcome::Failed(verdict, why) => Outcome::Failed(verdict, shortened(why)),
            ended => ended,
        };
        let Some(live) = self.live.get_mut(&id) else { return };
        let waits = live.effects().next().is_some();
        let Some(running) = live.run.as_mut().filter(|it| it.number == run.number) else { return };
        if waits {
            running.ended = Some(outcome);
            return;
        }
        if running.settles {
            return self.settled(id);
        }
        let asked = running.asked.clone();
        running.ended = Some(outcome);
        let Some(outcome) = self.stop(id).and_then(|run| run.ended) else { return };
        if let Some(live) = self.live.get_mut(&id) {
            live.ends = true;
        }
        match self.amiss(id, &asked, &outcome) {
            Some(why) => self.park(id, why),
            None => self.follow(id, outcome),
        }
        self.dirty(id);
        self.ended_ahead(id);
    }

    /// Why a step must not end like this.
    fn amiss(&self, id: InstanceId, asked: &[crate::Key], outcome: &Outcome) -> Option<String> {
        let live = self.live.get(&id)?;
        let again = matches!(outcome, Outcome::Failed(Verdict::Again | Verdict::Park, _));
        if again {
            return None;
        }
        if let Some(owed) = live.owed().find(|call| !asked.contains(&call.key))
            && !planted(Defect::DivergenceUnseen)
        {
            return Some(diverged(&owed.operation, "ends"));
        }
        if let Some(open) = live.open().find(|call| call.effect == Effect::Irreversible) {
            return Some(unknown(&open.operation, "the step went on without its answer"));
        }
        match outcome {
            Outcome::Next(Some(state), letters) | Outcome::HandedOn(state, letters) => {
                oversized(state, letters)
            }
            _ => None,
        }
    }

    fn follow(&mut self, id: InstanceId, outcome: Outcome) {
        match outcome {
            Outcome::Next(Some(state), letters) => self.next(id, state, letters),
            Outcome::Next(None, letters) => self.undone(id, letters),
            Outcome::HandedOn(state, letters) => self.hand_on(id, state, letters),
            Outcome::Wait(due) => self.wait(id, due),
            Outcome::Failed(Verdict::Again, why) => self.again(id, why),
            Outcome::Failed(Verdict::Fail, why) => self.fail(id, why),
            Outcome::Failed(Verdict::Park, why) => {
                self.forget_reads(id);
                self.park(id, why);
            }
        }
    }

    /// An attempt is over: the next one reads anew.
    fn forget_reads(&mut self, id: InstanceId) {
        if let Some(live) = self.live.get_mut(&id) {
            live.record.retain(|item| item.what.outlives_attempt());
        }
    }

    pub(super) fn next(&mut self, id: InstanceId, state: State, letters: Vec<Posted>) {
        let letters = self.stamped(letters);
        let duties = self.post(id, &letters, false);
        let Some(live) = self.live.get_mut(&id) else { return };
        let ends = state.step().is_none();
        let (kind, by, phase) = match ends {
            true => (LineKind::Finished, Move::End, Phase::Finished),
            false => (LineKind::Stepped, Move::Next, Phase::Ready),
        };
        let mut line = live.line(kind);
        // Of a duty that ends, nothing has changed but that: its data is not written once more.
        line.state = Some(state.into()).filter(|_| !ends || live.duty.is_none());
        line.payload = published(&letters);
        live.record.retain(|item| matches!(item.what, Recorded::Letter(_)));
        live.steps += 1;
        live.suspect = false;
        self.moves(id, by, Standing::new(phase), line);
        duties.into_iter().for_each(|duty| self.bind(id, duty));
        if ends {
            self.closed(id, None);
        }
        self.merge_early(id);
        self.rested(id);
    }

    fn wait(&mut self, id: InstanceId, due: Option<Due>) {
        let now = self.now;
        let Some(live) = self.live.get(&id) else { return };
        let within = self.terms(live).and_then(|terms| terms.overdue);
        let Some(live) = self.live.get_mut(&id) else { return };
        let first = !live.record.iter().any(|item| matches!(item.what, Recorded::Wait { .. }));
        let overdue = match first {
            true => within.map(|span| now.after(span)),
            false => live.overdue(),
        };
        let due = due.map(|due| match due {
            Due::At(time) => Timestamp::from(time),
            Due::After(span) => now.after(span),
        });
        live.record.retain(|item| item.what.outlives_wait());
        let mut line = live.line(LineKind::Waited);
        if !live.record.is_empty() || overdue.is_some() || !first {
            line.records = Some(Recorded::Wait { due, overdue }.into());
            line.payload = Json::write(&Waits { due, overdue }).ok();
        }
        let due = [due, overdue].into_iter().flatten().min();
        live.suspect = false;
        self.moves(id, Move::Wait, Standing { due, ..Standing::new(Phase::Waiting) }, line);
        self.rested(id);
    }

    /// The deadline of a wait is over: somebody is told, once, and no step runs.
    pub(super) fn overdue(&mut self, id: InstanceId) {
        let now = self.now;
        let Some(live) = self.live.get_mut(&id) else { return };
        let due = live.record.iter().rev().find_map(|item| match item.what {
            Recorded::Wait { due, .. } => Some(due),
            _ => None,
        });
        let due = due.flatten();
        live.record.retain(|item| !matches!(item.what, Recorded::Wait { .. }));
        let mut line = live.line(LineKind::Noted);
        line.records = Some(Recorded::Wait { due, overdue: None }.into());
        line.payload = Json::write(&Waits { due, overdue: None }).ok();
        live.standing.due = due;
        let step = live.step().to_owned();
        live.note(line, now);
        let told = format!("instance {id} waits at `{step}` for longer than it should");
        live.then.push((live.seq, Then::Alert(told)));
        self.rested(id);
        self.dirty(id);
    }

    fn again(&mut self, id: InstanceId, why: String) {
        let (now, dice) = (self.now, self.dice.next());
        self.forget_reads(id);
        let Some(live) = self.live.get(&id) else { return };
        let Some(terms) = self.terms(live) else { return };
        let failed = live.standing.attempt + 1;
        let Some(span) = terms.retry.delay(failed).map(|most| drawn(most, dice)) else {
            return self.park(id, format!("{why}; that was attempt {failed}, the last"));
        };
        let Some(live) = self.live.get_mut(&id) else { return };
        if planted(Defect::RetryWithoutRecord) {
            live.record.clear();
        }
        let (phase, by) = match live.standing.phase {
            Phase::Undoing => (Phase::Undoing, Move::Undo),
            _ => (Phase::Ready, Move::Again),
        };
        let mut line = live.line(LineKind::Retried);
        line.payload = Json::write(&why).ok();
        let standing = Standing { attempt: failed, due: Some(now.after(span)), ..Standing::new(phase) };
        self.moves(id, by, standing, line);
        self.rested(id);
    }

    fn fail(&mut self, id: InstanceId, why: String) {
        if planted(Defect::FailedIsRetried) {
            return self.again(id, why);
        }
        let Some(live) = self.live.get_mut(&id) else { return };
        if live.standing.phase == Phase::Undoing {
            return self.park(id, why);
        }
        match self.rolls_back(id) && !planted(Defect::FailureRemains) {
            // The failure is written with the rollback, once it is known what is to be undone: whoever is
            // killed before that runs the step again.
            true => {
                let live = self.live.get_mut(&id);
                live.into_iter().for_each(|live| live.orders.push_front(Order::own(What::Fail(why.clone()))));
            }
            false => self.write_failure(id, why),
        }
        self.rested(id);
    }

    /// Writes that a step has failed for good.
    pub(super) fn write_failure(&mut self, id: InstanceId, why: String) {
        let Some(live) = self.live.get(&id) else { return };
        let line = live.line(LineKind::Failed);
        self.moves(id, Move::Fail, Standing { reason: Some(why), ..Standing::new(Phase::Failed) }, line);
    }

    fn rolls_back(&self, id: InstanceId) -> bool {
        let terms = self.live.get(&id).and_then(|live| self.terms(live));
        terms.is_some_and(|terms| terms.rolls_back)
    }

    /// Moves an instance, and has that written. What the table does not have, changes nothing.
    pub(super) fn moves(&mut self, id: InstanceId, by: Move, standing: Standing, line: super::Line) -> bool {
        let now = self.now;
        // What ends after its deadline was overdue before, whenever that is noticed.
        let missed = self.live.get(&id).and_then(|live| live.standing.deadline);
        if let Some(missed) = missed.filter(|missed| *missed <= now && standing.phase.is_end()) {
            self.missed(id, missed);
        }
        let Some(live) = self.live.get_mut(&id) else { return false };
        let deadline = live.standing.deadline.filter(|_| standing.phase.is_end());
        let due = live.standing.due.filter(|due| standing.due != Some(*due));
        let moved = live.go(by, standing, line, now);
        if let Some(due) = due.filter(|_| moved) {
            self.timers.remove(&(due, Timer::Wake(id)));
        }
        if let Some(deadline) = deadline.filter(|_| moved) {
            self.timers.remove(&(deadline, Timer::Deadline(id)));
        }
        let Some(live) = self.live.get(&id) else { return moved };
        if !moved {
            let status = live.status();
            self.want(super::Action::Alert(format!(
                "instance {id} is {status}, and `{by}` moves no such one"
            )));
        }
        self.dirty(id);
        moved
    }
}

/// Until when a step waits, as its line says.
#[derive(Clone, Copy, Debug, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Waits {
    /// When it runs again, though nothing has come.
    pub(crate) due: Option<Timestamp>,
    /// When somebody is told that nothing has come.
    pub(crate) overdue: Option<Timestamp>,
}

impl Recorded {
    /// Whether it is known in the next attempt.
    fn outlives_attempt(&self) -> bool {
        match self {
            Recorded::Call(call) => call.effect != Effect::Read && (call.keeps || call.answer.is_none()),
            Recorded::Wait { .. }
            | Recorded::Suspect { .. }
            | Recorded::Letter(_)
            | Recorded::Handed(_)
            | Recorded::Unread => true,
        }
    }

    fn outlives_wait(&self) -> bool {
        !matches!(self, Recorded::Wait { .. } | Recorded::Suspect { .. }) && self.outlives_attempt()
    }
}

/// A span that is drawn evenly from all up to the longest: backoff with full jitter (Brooker, *Exponential
/// Backoff And Jitter*, 2015).
fn drawn(longest: Duration, dice: u64) -> Duration {
    let micros = u128::from(dice) * (longest.as_micros() + 1) / (u128::from(u64::MAX) + 1);
    Duration::from_micros(u64::try_from(micros).unwrap_or(u64::MAX))
}

/// The most bytes that are kept of why something failed: an error may quote all that a third party has answered.
const MAX_WHY: usize = 8 * 1_024;

/// Why something failed, as it is kept.
pub(super) fn shortened(mut why: String) -> String {
    let bytes = why.len();
    if bytes > MAX_WHY {
        let ends = (0..=MAX_WHY).rev().find(|at| why.is_char_boundary(*at));
        why.truncate(ends.unwrap_or_default());
        why.push_str(&format!("… ({bytes} bytes)"));
    }
    why
}

/// What a step published, as its line says.
pub(super) fn published(letters: &[Posted]) -> Option<Json> {
    let letters: Vec<_> = letters.iter().map(|posted| &posted.letter).collect();
    (!letters.is_empty()).then(|| Json::own(&letters))
}

/// More bytes than a letter has besides its payload and its key, which is a part of that.
const ENVELOPE: usize = 4 * 1_024;

/// What is larger than may be kept.
fn oversized(state: &State, letters: &[Posted]) -> Option<String> {
    let bytes = state.data().text().len();
    if bytes > MAX_PAYLOAD {
        return Some(too_large(&format!("what it returned has {bytes} bytes")));
    }
    // Mostly they are far from it; then they are not written only to be measured.
    let about: usize = letters.iter().map(|posted| 2 * posted.letter.payload().text().len() + ENVELOPE).sum();
    let bytes = if about < MAX_PAYLOAD { 0 } else { published(letters).map_or(0, |json| json.text().len()) };
    (bytes > MAX_PAYLOAD).then(|| too_large(&format!("what it published has {bytes} bytes")))
}

impl Live {
    /// Letters that came before the step that awaits them.
    pub(super) fn early(&self) -> impl Iterator<Item = (usize, &Letter)> {
        self.record.iter().enumerate().filter_map(|(at, Item { what, .. })| match what {
            Recorded::Letter(letter) => Some((at, letter)),
            _ => None,
        })
    }
}
