//! The store of the simulation: commits whose answer is lost, or that are refused for a while; and what a store
//! would be that is written by whoever wants to.

use super::host::ready;
use crate::runner::planted::{Defect, planted};
use crate::store::{
    Commit, Committed, Epoch, Fault, LaneId, LogLine, Memory, Position, Row, Seal, Store, StoreError,
    StoreErrorKind, Target,
};
use std::sync::Arc;

/// Commits; what goes wrong, the dice have said.
pub(super) fn commit(store: &Memory, commit: &Arc<Commit>, dice: u64) -> Result<Committed, StoreError> {
    match dice {
        0..4 => store.fail_commit(Fault::After(StoreErrorKind::Unknown)),
        4..7 => store.fail_commit(Fault::Before(StoreErrorKind::Unknown)),
        7..9 => store.fail_commit(Fault::Before(StoreErrorKind::Busy)),
        _ => {}
    }
    let answer = ready(store.commit(commit.clone()));
    let fenced = answer.as_ref().is_err_and(|error| error.kind() == StoreErrorKind::FenceLost);
    let forced = planted(Defect::FenceOmitted) || planted(Defect::CompareOmitted);
    if !fenced || !forced {
        return answer;
    }
    ready(store.commit(Arc::new(shifted(store, commit))))?;
    // Whoever wrote it goes on as if it were the owner.
    Ok(commit.committed())
}

/// The row that is wanted.
pub(super) fn find(store: &Memory, target: Target) -> Result<Option<Row>, StoreError> {
    match target {
        Target::Instance(id) => ready(store.row(id)),
        Target::Key { process, rehearsal, key } => ready(store.keyed(&process, rehearsal, &key)),
    }
}

/// The same commit, as if it came from the owner of the store.
fn shifted(store: &Memory, commit: &Commit) -> Commit {
    let mut commit = commit.clone();
    let lane = ready(store.members()).map(|members| members.len()).unwrap_or_default();
    let lane = u32::try_from(lane).unwrap_or_default();
    (commit.lane, commit.epoch) = (LaneId(lane), Epoch(lane.into()));
    (commit.n, commit.before) = (1, Seal::NONE);
    while let Ok(Some(seal)) = ready(store.committed(commit.lane, commit.n)) {
        (commit.n, commit.before) = (commit.n + 1, seal);
    }
    let lines = ready(store.feed(Position::START, usize::MAX)).map(|lines| lines.len()).unwrap_or_default();
    let (from, to) = (commit.first, Position::START.plus(lines + 1));
    let shift = |at: &mut Position| {
        if *at >= from {
            *at = Position(to.0 + (at.0 - from.0));
        }
    };
    commit.first = to;
    for change in &mut commit.rows {
        let there = ready(store.row(change.row.id)).ok().flatten();
        let row = &mut change.row;
        [&mut row.first, &mut row.last].into_iter().for_each(shift);
        row.standing.record.iter_mut().for_each(shift);
        let Some(there) = there.filter(|_| planted(Defect::CompareOmitted)) else { continue };
        let more = there.seq - change.before;
        row.seq += more;
        row.first = there.first;
        for about in commit.lines.iter_mut().filter_map(|line: &mut LogLine| line.about.as_mut()) {
            if about.instance == row.id {
                about.before = about.before.filter(|_| about.seq > change.before + 1).or(Some(there.last));
                about.seq += more;
                about.key = None;
            }
        }
        change.before = there.seq;
    }
    for line in &mut commit.lines {
        if let Some(about) = &mut line.about {
            about.before.iter_mut().for_each(shift);
            about.standing.record.iter_mut().for_each(shift);
        }
    }
    commit.consumed.iter_mut().for_each(|consumed| shift(&mut consumed.line));
    commit
}
