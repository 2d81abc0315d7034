//! Commits: what is written, and what is refused.

use super::promise::{fails, same};
use super::{Broken, Scribe, commands, definition, id, state};
use crate::store::{
    Commit, Consumed, Definition, DefinitionId, LaneId, LineKind, LogLine, MAX_PAYLOAD, Outcome, Phase,
    Position, Query, Seal, Store, StoreErrorKind, Timestamp,
};
use crate::{Effect, Json};

/// A line of a commit is told as it was written, to every field.
pub(super) async fn a_line_reads_back_as_it_was_written<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, Some("payout \"1\"".into()));
    let first = row.last;
    row.state = state("release", 9).keyed(row.state.key().cloned());
    row.standing.due = Some(Timestamp::from_millis(5));
    row.standing.reason = Some("the bank is closed".into());
    row.standing.record = vec![first];
    (row.standing.attempt, row.standing.held, row.standing.parked) = (3, true, true);
    scribe.tell(&mut commit, LineKind::Answer, &mut row, true);
    if let Some(line) = commit.lines.last_mut() {
        line.command = Some([3; 16].into());
        line.trace = Some([4; 16].into());
        line.effect = Some(Effect::Irreversible);
        line.payload = Json::of_text(r#"{"answer": [1.0, "ü"] }"#.into()).ok();
    }
    let (at, written) = (commit.first, commit.lines.clone());
    scribe.write(commit).await?;
    same("the lines", store.lines(&[at, at.plus(1)]).await?, written)
}

/// A row of a commit is told as it was written, to every field.
pub(super) async fn a_row_reads_back_as_it_was_written<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, Some(true.into()));
    row.standing.phase = Phase::Waiting;
    row.standing.due = Some(Timestamp::from_millis(-5));
    row.standing.reason = Some("why it stands so".into());
    row.standing.record = vec![row.first, Position(12_345)];
    (row.standing.attempt, row.standing.held, row.standing.parked) = (3, true, true);
    // In one commit, so that this is the first version of the row that the store sees.
    scribe.tell(&mut commit, LineKind::Held, &mut row, false);
    scribe.write(commit).await?;
    same("the row", store.find(&Query::all(10)).await?.rows, vec![row])
}

/// A commit is written as a whole or not at all: rows, lines, definitions and consumed commands.
pub(super) async fn what_is_refused_changes_nothing<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let command = commands::command(1);
    store.put(std::slice::from_ref(&command)).await?;
    let before = (store.feed(Position::START, 100).await?, store.definitions().await?);
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 1, None);
    scribe.start(&mut commit, 2, Some("taken".into()));
    scribe.start(&mut commit, 3, Some("taken".into()));
    commit.definitions.push(definition(2, "refund"));
    commit.consumed.push(Consumed { command: command.id, line: commit.first });
    fails("a key that is taken twice", scribe.write(commit).await, StoreErrorKind::Refused)?;
    same(
        "log and definitions",
        (store.feed(Position::START, 100).await?, store.definitions().await?),
        before,
    )?;
    same("the first row", store.row(id(1)).await?, None)?;
    same("the command", store.outcome(command.id).await?, Outcome::Pending)?;
    // And what comes next is what would have come next.
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 2, Some("taken".into()));
    scribe.write(commit).await?;
    Ok(())
}

/// The same commit again is answered as the first time and changes nothing.
pub(super) async fn the_same_commit_again_is_answered_again<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 1, None);
    let first = scribe.write(commit.clone()).await?;
    let log = store.feed(Position::START, 100).await?;
    same("the answer", scribe.write(commit).await?, first)?;
    same("the log", store.feed(Position::START, 100).await?, log)
}

/// What is written on the thread that asks is written as any commit; what is not has changed nothing.
pub(super) async fn a_commit_here_is_a_commit<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let before = store.feed(Position::START, 100).await?;
    let mut commit = scribe.commit();
    let row = scribe.start(&mut commit, 1, None);
    let Some(answer) = store.commit_here(&commit) else {
        return same("the log", store.feed(Position::START, 100).await?, before);
    };
    same("the answer", answer?, commit.committed())?;
    same("the row", store.row(id(1)).await?, Some(row))?;
    same("the same again", scribe.write(commit.clone()).await?, commit.committed())?;
    let later = Commit { n: commit.n + 2, ..commit };
    store.commit_here(&later).map_or(Ok(()), |answer| fails("a later number", answer, StoreErrorKind::Gap))
}

/// That holds as long as no other commit followed.
pub(super) async fn an_older_commit_again_is_a_gap<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut old = scribe.commit();
    scribe.start(&mut old, 1, None);
    scribe.write(old.clone()).await?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 2, None);
    scribe.write(commit).await?;
    fails("a commit that another followed", scribe.write(old).await, StoreErrorKind::Gap)
}

/// A commit has the number that comes next.
pub(super) async fn a_later_number_is_a_gap<S: Store>(store: &S) -> Result<(), Broken> {
    gap(store, |commit| commit.n += 1).await
}

/// A commit names the seal before it.
pub(super) async fn another_seal_before_is_a_gap<S: Store>(store: &S) -> Result<(), Broken> {
    gap(store, |commit| commit.before = Seal::NONE).await
}

/// A commit names the position of its first line.
pub(super) async fn another_place_is_a_gap<S: Store>(store: &S) -> Result<(), Broken> {
    gap(store, |commit| commit.first = commit.first.plus(1)).await
}

async fn gap<S: Store>(store: &S, change: impl Fn(&mut Commit)) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    change(&mut commit);
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::ClockJumped, None));
    fails("this commit", scribe.write(commit).await, StoreErrorKind::Gap)
}

/// A row is there with as many lines as the commit has in mind.
pub(super) async fn a_row_with_other_lines_is_a_conflict<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, None);
    scribe.write(commit).await?;
    let mut stale = row.clone();
    let mut commit = scribe.commit();
    scribe.tell(&mut commit, LineKind::Waited, &mut row, false);
    scribe.write(commit).await?;
    let mut commit = scribe.commit();
    scribe.tell(&mut commit, LineKind::Waited, &mut stale, false);
    fails("a second line of the same number", scribe.write(commit).await, StoreErrorKind::Conflict)
}

/// A row that should be new is not there already.
pub(super) async fn an_instance_is_new_once<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 1, None);
    scribe.write(commit).await?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 1, None);
    fails("an instance that is there", scribe.write(commit).await, StoreErrorKind::Conflict)
}

/// A commit is refused if its rows are not what its lines say.
pub(super) async fn a_row_is_what_its_lines_say<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 1, None);
    commit.rows[0].row.standing.phase = Phase::Finished;
    fails("a row that says something else", scribe.write(commit).await, StoreErrorKind::Refused)
}

/// A commit is refused if it takes a business key that is taken, also by an instance that has ended.
pub(super) async fn a_key_is_taken_once<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, Some(7_u64.into()));
    row.standing.phase = Phase::Finished;
    scribe.tell(&mut commit, LineKind::Finished, &mut row, false);
    scribe.write(commit).await?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 2, Some(7_u64.into()));
    fails("a key that is taken", scribe.write(commit).await, StoreErrorKind::Refused)?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 2, Some("7".into()));
    scribe.write(commit).await?;
    Ok(())
}

/// A commit is refused if it names a definition that is not there.
pub(super) async fn a_definition_has_to_be_there<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, None);
    commit.lines.clear();
    commit.rows.clear();
    (row.definition, row.seq) = (DefinitionId(9), 0);
    scribe.tell(&mut commit, LineKind::Started, &mut row, true);
    fails("a definition that is not there", scribe.write(commit).await, StoreErrorKind::Refused)
}

/// The ids of definitions are 1, 2, 3, …
pub(super) async fn definitions_are_numbered<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::Defined, None));
    commit.definitions.push(definition(3, "refund"));
    fails("definition 3 after definition 1", scribe.write(commit).await, StoreErrorKind::Refused)
}

/// A version of a process has one definition with the same shapes, which never changes.
pub(super) async fn a_version_is_defined_once<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::Defined, None));
    commit.definitions.push(definition(2, "payout"));
    fails("a second definition of a version", scribe.write(commit).await, StoreErrorKind::Refused)
}

/// A version has another definition where its data has other shapes, and rows go by either.
pub(super) async fn a_version_may_have_other_shapes<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::Defined, None));
    let other = Definition { shapes: None, ..definition(2, "payout") };
    commit.definitions.push(other);
    scribe.write(commit).await?;
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, None);
    row.definition = DefinitionId(2);
    scribe.tell(&mut commit, LineKind::Waited, &mut row, false);
    scribe.write(commit).await?;
    same("the row's definition", store.row(row.id).await?.map(|row| row.definition), Some(row.definition))
}

/// Definitions are told as they were written.
pub(super) async fn definitions_read_back<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::Defined, None));
    commit.definitions.push(definition(2, "refund"));
    scribe.write(commit).await?;
    same(
        "the definitions",
        store.definitions().await?,
        vec![definition(1, "payout"), definition(2, "refund")],
    )
}

/// A commit is refused if it consumes a command that is not there.
pub(super) async fn a_command_has_to_be_there<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::Refused, None));
    commit.consumed.push(Consumed { command: commands::command(1).id, line: commit.first });
    fails("a command that nobody has put", scribe.write(commit).await, StoreErrorKind::Refused)
}

/// A commit is refused if it consumes a command that was consumed before.
pub(super) async fn a_command_is_consumed_once<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let command = commands::command(1);
    store.put(std::slice::from_ref(&command)).await?;
    let mut commit = scribe.commit();
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::Refused, None));
    commit.consumed.push(Consumed { command: command.id, line: commit.first });
    scribe.write(commit).await?;
    let mut commit = scribe.commit();
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::Refused, None));
    commit.consumed.push(Consumed { command: command.id, line: commit.first });
    fails("a command that was consumed", scribe.write(commit).await, StoreErrorKind::Refused)
}

/// A commit is refused if a state or a payload is larger than is kept, and written if it is just as large.
pub(super) async fn what_is_too_large_is_refused<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let text = |bytes: usize| Json::write(&"x".repeat(bytes - 2)).ok();
    let mut commit = scribe.commit();
    let line = LogLine::new(scribe.tick(), LineKind::ClockJumped, None);
    commit.lines.push(LogLine { payload: text(MAX_PAYLOAD + 1), ..line.clone() });
    fails("one byte too many", scribe.write(commit).await, StoreErrorKind::Refused)?;
    let mut commit = scribe.commit();
    commit.lines.push(LogLine { payload: text(MAX_PAYLOAD), ..line });
    scribe.write(commit).await?;
    Ok(())
}

/// The seal of a commit is told by its lane and number, of those that are there.
pub(super) async fn a_commit_is_known_by_its_number<S: Store>(store: &S) -> Result<(), Broken> {
    let mut first = Scribe::join(store, 1).await?;
    let mut commit = first.commit();
    first.start(&mut commit, 1, None);
    let seal = first.write(commit).await?.seal;
    let lane = first.lane.id;
    let second = Scribe::join(store, 2).await?.lane.id;
    same("a commit that is there", store.committed(lane, 2).await?, Some(seal))?;
    same("a later one", store.committed(lane, 3).await?, None)?;
    same("before the first", store.committed(lane, 0).await?, None)?;
    same(
        "the next lane's first",
        store.committed(second, 1).await?.is_some_and(|other| other != seal),
        true,
    )?;
    same("another lane's", store.committed(LaneId(second.0 + 1), 1).await?, None)
}
