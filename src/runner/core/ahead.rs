//! Handlers that run ahead of the log: those that change nothing take the letters of a commit before it is
//! written, so that a letter and its ack are one commit, and its row is written once.
//!
//! They may, as steps may that change nothing: a handler whose process is killed before that commit is written
//! runs once more. Where a letter stands in line is decided when its commit is put together, and so is its place
//! in the log: both are one order.

use super::live::{Live, Pending};
use super::writer::Bundle;
use super::{Core, Timer};
use crate::runner::life::Status;
use crate::store::{InstanceId, Timestamp};
use std::collections::HashSet;
use std::time::Duration;

/// How long a commit waits for its handlers: most take microseconds, and a busy machine some milliseconds.
const WINDOW: Duration = Duration::from_millis(10);

/// For how many commits handlers are not waited for that have taken longer.
const PATIENCE: u32 = 64;

/// A commit that is put together, and waits for the handlers of its letters.
pub(super) struct Ahead {
    bundles: Vec<Bundle>,
    /// The duties that are being carried out.
    running: HashSet<InstanceId>,
    until: Timestamp,
}

impl Ahead {
    /// A step, or a handler, begins to run.
    pub(super) fn runs(&mut self, live: &Live) {
        if live.is_ahead() {
            self.running.insert(live.id);
        }
    }

    /// It runs no longer.
    pub(super) fn ended(&mut self, id: InstanceId) {
        self.running.remove(&id);
    }
}

impl Live {
    /// Whether it is a duty that stands in line before it is written.
    fn is_ahead(&self) -> bool {
        self.written.seq == 0 && self.duty.as_ref().is_some_and(|errand| errand.arrived)
    }

    /// How many of its lines may be written with its first: those that are bound to no others.
    fn lines_ahead(&self) -> usize {
        let free = |pending: &&Pending| pending.line.with.is_empty();
        1 + self.pending.iter().skip(1).take_while(free).count()
    }
}

impl Core {
    /// Has the handlers run whose letters are in this commit; answers with the commit if it waits for none.
    pub(super) fn run_ahead(&mut self, bundles: Vec<Bundle>) -> Option<Vec<Bundle>> {
        let new: Vec<InstanceId> = bundles.iter().flatten().map(|piece| piece.id).collect();
        let until = self.now.after(WINDOW);
        self.writer.ahead = Some(Ahead { bundles, running: HashSet::new(), until });
        self.mail.slow.retain(|_, commits| {
            *commits -= 1;
            *commits > 0
        });
        // In the order of the log; if there is no room for all, they wait until they are written.
        if self.mail.is_ready() && !self.stopping && self.ready.len() <= super::KEPT {
            for id in new {
                if self.lines_up(id) {
                    self.rested(id);
                }
            }
            self.begin();
        }
        let ahead = self.writer.ahead.take()?;
        if ahead.running.is_empty() {
            return Some(self.caught_up(ahead.bundles));
        }
        self.timers.insert((until, Timer::Ahead));
        self.writer.ahead = Some(ahead);
        None
    }

    /// A commit whose handlers have ended, or have had their time.
    pub(super) fn take_ahead(&mut self) -> Option<Vec<Bundle>> {
        let ahead = self.writer.ahead.take()?;
        if ahead.running.is_empty() || ahead.until <= self.now || self.stopping {
            self.timers.remove(&(ahead.until, Timer::Ahead));
            for live in ahead.running.iter().filter_map(|id| self.live.get(id)) {
                self.mail.slow.insert(live.state.process().to_owned(), PATIENCE);
            }
            return Some(self.caught_up(ahead.bundles));
        }
        self.writer.ahead = Some(ahead);
        None
    }

    /// Has a duty stand in line before it is written, if its handler changes nothing.
    fn lines_up(&mut self, id: InstanceId) -> bool {
        let Some(live) = self.live.get_mut(&id).filter(|live| live.written.seq == 0) else { return false };
        let receivers = self.mail.receivers.get(live.state.process());
        let is_slow = self.mail.slow.contains_key(live.state.process());
        if live.status() != Status::Ready || is_slow || !receivers.is_some_and(|it| it.runs_ahead()) {
            return false;
        }
        let Some(errand) = live.duty.as_mut().filter(|errand| !errand.arrived) else { return false };
        errand.arrived = true;
        let (queue, deadline) = (errand.queue.clone(), live.standing.deadline);
        self.stand_in_line(id, queue, deadline);
        true
    }

    /// With the lines that have come meanwhile, where they are bound to no others.
    fn caught_up(&self, mut bundles: Vec<Bundle>) -> Vec<Bundle> {
        for piece in bundles.iter_mut().flatten() {
            if let Some(live) = self.live.get(&piece.id).filter(|live| live.is_ahead()) {
                piece.lines = live.lines_ahead();
            }
        }
        bundles
    }

    /// A handler has ended: the next letter of its key comes, if its ack is written with it.
    pub(super) fn ended_ahead(&mut self, id: InstanceId) {
        let ahead = self.writer.ahead.is_some();
        let Some(live) = self.live.get_mut(&id).filter(|live| ahead && live.is_ahead()) else { return };
        let whole = live.lines_ahead() == live.pending.len();
        if whole && live.status().is_ended() {
            let queue = live.duty.as_mut().and_then(|errand| errand.queue.take());
            self.depart(id, queue);
        }
    }
}
