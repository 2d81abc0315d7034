//! Handlers that run ahead of the log: those that change nothing take the letters of a commit before it is
//! written, so that a letter and its ack are one commit, and its row is written once. While a commit is written,
//! the next one is put together as far as it has such letters, and their handlers run.
//!
//! They may, as steps may that change nothing: a handler whose process is killed before that commit is written
//! runs once more. Where a letter stands in line is decided when its commit is put together, and so is its place
//! in the log: both are one order.

use super::live::{Live, Pending};
use super::writer::{Bundle, MOST};
use super::{Core, Timer};
use crate::runner::life::Status;
use crate::store::{InstanceId, Timestamp};
use foldhash::HashSet;
use std::time::Duration;

/// How long a commit waits for its handlers: most take microseconds, and a busy machine some milliseconds.
const WINDOW: Duration = Duration::from_millis(10);

/// For how many commits handlers are not waited for that have taken longer.
const PATIENCE: u32 = 64;

/// A commit that is put together, while the one before it is written or the handlers of its letters run.
pub(super) struct Ahead {
    bundles: Vec<Bundle>,
    /// How many lines these had when they were added.
    pub(super) lines: usize,
    /// The duties that are being carried out, or are about to be.
    running: HashSet<InstanceId>,
    /// Whether there was no room for handlers: none of what is added later may overtake those letters.
    waits: bool,
    until: Timestamp,
}

impl Ahead {
    fn new(until: Timestamp) -> Ahead {
        Ahead { bundles: Vec::new(), lines: 0, running: HashSet::default(), waits: false, until }
    }

    /// A step, or a handler, runs or is about to.
    pub(super) fn runs(&mut self, live: &Live) {
        if live.is_ahead() {
            self.running.insert(live.id);
        }
    }

    /// It does so no longer.
    pub(super) fn ended(&mut self, id: InstanceId) {
        self.running.remove(&id);
    }
}

impl Live {
    /// Whether it is a duty of the commit that is put together, and stands in line already.
    pub(super) fn is_ahead(&self) -> bool {
        self.duty.as_ref().is_some_and(|errand| errand.ahead)
    }

    /// How many of its lines may be written with its first: those that are bound to no others.
    fn lines_ahead(&self) -> usize {
        let free = |pending: &&Pending| pending.line.with.is_empty();
        1 + self.pending.iter().skip(1).take_while(free).count()
    }
}

impl Core {
    /// Puts the next commit together while the last one is written, as far as there are handlers to run for it:
    /// whatever else is to be written gathers until then.
    pub(super) fn run_ahead(&mut self) {
        let lines = self.writer.put_together();
        if lines < MOST && self.mail.is_ready() && !self.stopping && self.writer.are_in_line() {
            let bundles = self.gather(MOST - lines, false);
            self.add_ahead(bundles);
        }
    }

    /// Puts the next commit together; answers with it if it waits for no handler.
    pub(super) fn take_ahead(&mut self) -> Option<Vec<Bundle>> {
        let bundles = self.gather(MOST.saturating_sub(self.writer.put_together()), true);
        self.add_ahead(bundles);
        let Some(ahead) = self.writer.ahead.take() else { return Some(Vec::new()) };
        // A handler is not slow because there is much to be heard before it is heard that it has ended.
        let late = ahead.until <= self.heard || ahead.until.after(10 * WINDOW) <= self.now;
        if ahead.running.is_empty() || late || self.stopping {
            self.timers.remove(&(ahead.until, Timer::Ahead));
            for live in ahead.running.iter().filter_map(|id| self.live.get(id)) {
                self.mail.slow.insert(live.state.process().to_owned(), PATIENCE);
            }
            return Some(self.caught_up(ahead.bundles));
        }
        self.timers.insert((ahead.until, Timer::Ahead));
        self.writer.ahead = Some(ahead);
        None
    }

    /// Adds to the next commit, and has the handlers run whose letters are in it: in the order of the log; if there
    /// is no room for all, they wait until they are written.
    fn add_ahead(&mut self, bundles: Vec<Bundle>) {
        if bundles.is_empty() {
            return;
        }
        if self.writer.ahead.is_none() {
            self.mail.slow.retain(|_, commits| {
                *commits -= 1;
                *commits > 0
            });
        }
        let until = self.now.after(WINDOW);
        let ahead = self.writer.ahead.get_or_insert_with(|| Ahead::new(until));
        self.timers.remove(&(std::mem::replace(&mut ahead.until, until), Timer::Ahead));
        let new: Vec<InstanceId> = bundles.iter().flatten().map(|piece| piece.id).collect();
        ahead.lines += bundles.iter().flatten().map(|piece| piece.lines).sum::<usize>();
        ahead.bundles.extend(bundles);
        ahead.waits |= !self.mail.is_ready() || self.stopping || self.ready.len() > super::KEPT;
        if !ahead.waits {
            for id in new {
                if self.lines_up(id) {
                    self.rested(id);
                }
            }
            self.begin();
        }
    }

    /// Whether this is a duty that is not written yet, and whose handler changes nothing.
    pub(super) fn may_run_ahead(&self, id: InstanceId) -> bool {
        let Some(live) = self.live.get(&id).filter(|live| live.written.seq == 0) else { return false };
        let process = live.state.process();
        let is_new = live.duty.as_ref().is_some_and(|errand| !errand.arrived);
        is_new
            && live.status() == Status::Ready
            && !self.mail.slow.contains_key(process)
            && self.mail.receivers.get(process).is_some_and(|it| it.runs_ahead())
    }

    /// Has a duty stand in line before it is written, if its handler changes nothing.
    fn lines_up(&mut self, id: InstanceId) -> bool {
        if !self.may_run_ahead(id) {
            return false;
        }
        let Some(live) = self.live.get_mut(&id) else { return false };
        let Some(errand) = live.duty.as_mut() else { return false };
        (errand.arrived, errand.ahead) = (true, true);
        let (queue, deadline) = (errand.queue.clone(), live.standing.deadline);
        self.stand_in_line(id, queue, deadline);
        true
    }

    /// With the lines that have come meanwhile, where they are bound to no others; and without what is gone.
    fn caught_up(&mut self, mut bundles: Vec<Bundle>) -> Vec<Bundle> {
        for bundle in &mut bundles {
            bundle.retain_mut(|piece| {
                let Some(live) = self.live.get_mut(&piece.id) else { return false };
                if live.is_ahead() {
                    piece.lines = live.lines_ahead();
                    live.duty.iter_mut().for_each(|errand| errand.ahead = false);
                }
                true
            });
        }
        bundles.retain(|bundle| !bundle.is_empty());
        bundles
    }

    /// A handler has ended: the next letter of its key comes, if its ack is written with it.
    pub(super) fn ended_ahead(&mut self, id: InstanceId) {
        let Some(live) = self.live.get_mut(&id).filter(|live| live.is_ahead()) else { return };
        let whole = live.lines_ahead() == live.pending.len();
        if whole && live.status().is_ended() {
            let queue = live.duty.as_mut().and_then(|errand| errand.queue.take());
            self.depart(id, queue);
        }
    }
}
