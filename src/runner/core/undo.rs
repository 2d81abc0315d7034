//! Rolling back: steps are undone, the last one first, each by a compensation of its own.

use super::Core;
use super::ends::published;
use super::live::{Line, Live, Then};
use super::orders::{Order, What};
use crate::Posted;
use crate::State;
use crate::runner::event::Action;
use crate::runner::life::Move;
use crate::runner::planted::{Defect, planted};
use crate::store::{DefinitionId, InstanceId, LineKind, LogLine, Phase, Standing, StoreError};

/// A step that is to be undone.
#[derive(Clone, Debug)]
pub(crate) struct Undo {
    /// In which it was run.
    pub(crate) before: State,
    /// In which it ended, if it did.
    pub(crate) after: Option<State>,
    /// Of the version by which it was run: since then the instance may have been migrated.
    definition: DefinitionId,
}

impl Live {
    /// It stands before the step that is to be undone next, if there is one, by the version that ran it.
    fn stand_before_undone(&mut self, line: &mut Line) {
        if let Some(next) = self.undo.as_ref().and_then(|undo| undo.last()) {
            line.state = Some(next.before.clone().into());
            self.definition = next.definition;
        }
    }
}

impl Core {
    /// Reads the story of an instance, when all of it is written.
    pub(super) fn read_story(&mut self, id: InstanceId) {
        let Some(live) = self.live.get_mut(&id) else { return };
        live.stories = true;
        match live.seq == live.written.seq {
            true => self.want(Action::Story(id)),
            false => live.then.push((live.seq, Then::Read)),
        }
    }

    /// Begins to undo what an instance has done: its story says what that is.
    pub(super) fn roll_back(&mut self, id: InstanceId, order: Order) {
        let Some(live) = self.live.get_mut(&id) else { return };
        live.orders.push_front(Order { settled: true, ..order });
        self.read_story(id);
    }

    /// The story of an instance is here.
    pub(super) fn story(&mut self, id: InstanceId, lines: Result<Vec<LogLine>, StoreError>) {
        // One that was given up and taken in again may have been asked for twice.
        let Some(live) = self.live.get_mut(&id).filter(|live| live.stories) else { return };
        live.stories = false;
        if self.compared(id, &lines) {
            return;
        }
        let lines = match lines {
            Ok(lines) => lines,
            Err(error) => return self.unread(id, &error),
        };
        let Some(live) = self.live.get_mut(&id) else { return };
        if live.orders.front().is_some_and(|order| matches!(order.what, What::MigrateBack)) {
            let Some(order) = live.orders.pop_front() else { return };
            self.migrate_back(id, &order, &lines);
            self.rested(id);
            return self.dirty(id);
        }
        let (state, phase) = (live.state.clone(), live.standing.phase);
        let fails = live.orders.front().is_some_and(|order| matches!(order.what, What::Fail(_)));
        let Some(served) = self.processes.get(state.process()) else { return };
        // Of a version that is not served, nobody knows what undoes its steps.
        let unserved = lines
            .iter()
            .filter_map(|line| Some(line.state.as_ref()?.version()))
            .find(|version| !served.definitions.contains_key(version));
        if let Some(version) = unserved {
            let why =
                format!("version {version} of `{}`, on which it began, is not served here", state.process());
            return self.not_undoable(id, why);
        }
        let mut undo = undoable(&lines, (phase, fails), &|before| served.process.is_undone(before));
        if planted(Defect::RollbackForwards) {
            undo.reverse();
        }
        if planted(Defect::RollbackLeavesOut) && phase != Phase::Undoing {
            undo.pop();
        }
        let Some(live) = self.live.get_mut(&id) else { return };
        live.undo = Some(undo);
        if phase == Phase::Undoing {
            return self.undo_next(id, None);
        }
        let Some(order) = live.orders.pop_front() else { return };
        if let What::Fail(why) = &order.what {
            self.write_failure(id, why.clone());
        }
        let Some(live) = self.live.get_mut(&id) else { return };
        let mut line = live.line(LineKind::Undoing);
        line.command = order.command();
        line.payload = order.by.as_ref().and_then(|by| by.said(None));
        live.stand_before_undone(&mut line);
        // The compensations have a record of their own.
        live.record.clear();
        live.steps += 1;
        if self.moves(id, Move::RollBack, Standing::new(Phase::Undoing), line) {
            self.undo_next(id, None);
        }
    }

    /// The story of an instance cannot be read: whoever wanted a rollback is told so; one that is being undone
    /// is parked.
    fn unread(&mut self, id: InstanceId, error: &StoreError) {
        self.not_undoable(id, format!("its story could not be read: {error}"));
    }

    fn not_undoable(&mut self, id: InstanceId, why: String) {
        let Some(live) = self.live.get_mut(&id) else { return };
        if live.standing.phase == Phase::Undoing {
            return self.park(id, why);
        }
        if let Some(order) = live.orders.pop_front() {
            self.refuse(id, &order, &why);
        }
        self.rested(id);
        self.dirty(id);
    }

    /// A compensation has ended.
    pub(super) fn undone(&mut self, id: InstanceId, letters: Vec<Posted>) {
        let letters = self.stamped(letters);
        let duties = self.post(id, &letters, false);
        let Some(live) = self.live.get_mut(&id) else { return };
        live.suspect = false;
        live.record.clear();
        live.steps += 1;
        if let Some(undo) = &mut live.undo {
            undo.pop();
        }
        let line = Line { payload: published(&letters), ..live.line(LineKind::StepUndone) };
        self.undo_next(id, Some(line));
        duties.into_iter().for_each(|duty| self.bind(id, duty));
    }

    /// Goes on with the step that is to be undone next, or is through.
    fn undo_next(&mut self, id: InstanceId, line: Option<Line>) {
        let Some(live) = self.live.get_mut(&id) else { return };
        let is_through = live.undo.as_ref().is_none_or(Vec::is_empty);
        if let Some(mut line) = line {
            live.stand_before_undone(&mut line);
            self.moves(id, Move::Undo, Standing::new(Phase::Undoing), line);
        }
        let Some(live) = self.live.get_mut(&id) else { return };
        if is_through {
            live.undo = None;
            let line = Line::of(LineKind::Undone);
            self.moves(id, Move::Undone, Standing::new(Phase::Undone), line);
        }
        self.rested(id);
        self.dirty(id);
    }
}

/// The steps of a story that are yet to be undone, the last one last, of those that have a compensation.
/// A step that fails has run, also if it has written nothing.
fn undoable(lines: &[LogLine], (phase, fails): (Phase, bool), has: &dyn Fn(&State) -> bool) -> Vec<Undo> {
    let mut steps: Vec<Undo> = Vec::new();
    let mut state: Option<(&State, DefinitionId)> = None;
    // Whether the step at which it stands has run, and may have done something.
    let mut ran = false;
    let undo = |before: Option<(&State, DefinitionId)>, after: Option<&State>| {
        let (before, definition) = before.filter(|(before, _)| before.step().is_some() && has(before))?;
        Some(Undo { before: before.clone(), after: after.cloned(), definition })
    };
    for line in lines {
        match line.kind {
            LineKind::Stepped | LineKind::Finished => {
                steps.extend(undo(state, line.state.as_ref()));
                ran = false;
            }
            LineKind::Undoing => steps.extend(undo(state.filter(|_| ran), None)),
            LineKind::StepUndone => drop(steps.pop()),
            LineKind::Started
            | LineKind::Delivered
            | LineKind::Noted
            | LineKind::Held
            | LineKind::Released
            | LineKind::Refused => {}
            // What ran before it was migrated is undone as the step that it was, and not as that at which it stands now.
            LineKind::Migrated | LineKind::MigratedBack => {
                let step = line.state.as_ref().and_then(State::step);
                if state.and_then(|(state, _)| state.step()) != step {
                    steps.extend(undo(state.filter(|_| ran), None));
                    ran = false;
                }
            }
            _ => ran = true,
        }
        if !matches!(line.kind, LineKind::Undoing | LineKind::StepUndone) {
            state = line.state.as_ref().zip(line.about.as_ref().map(|about| about.definition)).or(state);
        }
    }
    if phase != Phase::Undoing {
        steps.extend(undo(state.filter(|_| ran || fails), None));
    }
    steps
}
