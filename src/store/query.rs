//! Which rows are asked for.

use super::{InstanceId, Phase, Row};

/// Which rows are asked for: those of which everything holds that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Of this process.
    pub process: Option<String>,
    /// Of this version.
    pub version: Option<u32>,
    /// At this step.
    pub step: Option<String>,
    /// In this phase.
    pub phase: Option<Phase>,
    /// Ended (or not).
    pub ended: Option<bool>,
    /// Parked (or not).
    pub parked: Option<bool>,
    /// Held (or not).
    pub held: Option<bool>,
    /// Rehearsals (or not).
    pub rehearsal: Option<bool>,
    /// Duties, which are owed to letters (or not).
    pub duty: Option<bool>,
    /// Duties whose deadline has passed (or not).
    pub overdue: Option<bool>,
    /// With a greater id than this one.
    pub after: Option<InstanceId>,
    /// At most so many.
    pub most: usize,
}

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The rows, in the order of their ids.
    pub rows: Vec<Row>,
    /// Behind which id there are more.
    pub more: Option<InstanceId>,
}

impl Query {
    /// All rows, in pages of so many.
    pub fn all(most: usize) -> Query {
        let (process, version, step, phase) = (None, None, None, None);
        let (ended, parked, held, rehearsal, duty, overdue) = (None, None, None, None, None, None);
        let after = None;
        Query { process, version, step, phase, ended, parked, held, rehearsal, duty, overdue, after, most }
    }

    /// Letters that somebody still owes something, in pages of so many: what is not acknowledged, and not
    /// skipped. What of it is quarantined or overdue, each row's [`DutyState`](super::DutyState) tells.
    pub fn open_letters(most: usize) -> Query {
        Query { duty: Some(true), ended: Some(false), ..Query::all(most) }
    }

    /// Letters that stay where they are until a person acts, in pages of so many.
    pub fn dead_letters(most: usize) -> Query {
        Query { parked: Some(true), ..Query::open_letters(most) }
    }

    /// Whether a row is one of those that are asked for, on whichever page.
    pub fn selects(&self, row: &Row) -> bool {
        fn is<T: PartialEq>(wanted: &Option<T>, found: T) -> bool {
            wanted.as_ref().is_none_or(|wanted| *wanted == found)
        }
        let step = row.state.step();
        is(&self.process.as_deref(), row.state.process())
            && is(&self.version, row.state.version())
            && (self.step.is_none() || self.step.as_deref() == step)
            && is(&self.phase, row.standing.phase)
            && is(&self.ended, row.standing.phase.is_end())
            && is(&self.parked, row.standing.parked)
            && is(&self.held, row.standing.held)
            && is(&self.rehearsal, row.state.is_rehearsal())
            && is(&self.duty, row.is_duty())
            && is(&self.overdue, row.standing.overdue)
    }
}
