//! Rows: which are found, and in which order.

use super::promise::{same, there};
use super::{Broken, Scribe, definition, id};
use crate::store::{
    Commit, DefinitionId, Duty, DutyState, LineKind, LogLine, Phase, Query, Result as StoreResult, Row,
    Standing, Store, Tally, Timestamp, Wake,
};
use crate::{At, Json, State};

/// Starts the instances with these numbers, each due at its time.
async fn start_due<S: Store>(scribe: &mut Scribe<'_, S>, all: &[(u16, i64)]) -> StoreResult<Vec<Row>> {
    let mut commit = scribe.commit();
    let mut rows = Vec::new();
    for (number, due) in all {
        let mut row = scribe.start(&mut commit, *number, None);
        row.standing.due = Some(Timestamp::from_millis(*due));
        scribe.tell(&mut commit, LineKind::Retried, &mut row, false);
        rows.push(row);
    }
    scribe.write(commit).await?;
    Ok(rows)
}

fn numbers(rows: &[Row]) -> Vec<u16> {
    let number = |row: &Row| (0..1000).find(|number| id(*number) == row.id).unwrap_or(u16::MAX);
    rows.iter().map(number).collect()
}

/// A row is told as the last commit left it.
pub(super) async fn a_row_is_seen_at_once<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    same("before it is there", store.row(id(1)).await?, None)?;
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, None);
    scribe.write(commit).await?;
    for _ in 0..3 {
        let mut commit = scribe.commit();
        scribe.tell(&mut commit, LineKind::Waited, &mut row, false);
        scribe.write(commit).await?;
        same("after a commit", store.row(id(1)).await?, Some(row.clone()))?;
    }
    Ok(())
}

/// An instance is found by its key.
pub(super) async fn an_instance_is_found_by_its_key<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 1, Some("payout-1".into()));
    scribe.start(&mut commit, 2, Some("payout-2".into()));
    scribe.write(commit).await?;
    for number in [1, 2] {
        let key = format!("payout-{number}").as_str().into();
        let row = there("an instance with a key", store.keyed("payout", false, &key).await?)?;
        same("the instance", row.id, id(number))?;
    }
    same("a key that nobody has", store.keyed("payout", false, &"payout-3".into()).await?, None)
}

/// Each process has keys of its own, and so have rehearsals.
pub(super) async fn keys_are_apart_by_process_and_rehearsal<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    commit.definitions.push(definition(2, "refund"));
    let key = || Some(7_u64.into());
    scribe.start(&mut commit, 1, key());
    let mut rehearsal = scribe.start(&mut commit, 2, key());
    let mut refund = scribe.start(&mut commit, 3, key());
    // The other two are told anew, as what they are.
    commit.lines.truncate(1);
    commit.rows.truncate(1);
    rehearsal.state = rehearsal.state.rehearsed();
    let json = r#"{"process":"refund","version":1,"rehearsal":false,"key":7,"at":{"step":"load"},
        "data":{"type":"Request","json":{}}}"#;
    refund.state = serde_json::from_str(json).expect("it is written as a state is");
    refund.definition = DefinitionId(2);
    for row in [&mut rehearsal, &mut refund] {
        (row.seq, row.first) = (0, commit.first.plus(commit.lines.len()));
        scribe.tell(&mut commit, LineKind::Started, row, true);
    }
    scribe.write(commit).await?;
    for (process, is_rehearsal, number) in [("payout", false, 1), ("payout", true, 2), ("refund", false, 3)] {
        let row = there(process, store.keyed(process, is_rehearsal, &7_u64.into()).await?)?;
        same("the instance", row.id, id(number))?;
    }
    Ok(())
}

/// Instances that go on by themselves are told by their time, those of one time by their ids.
pub(super) async fn what_goes_on_is_loaded_by_its_time<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    start_due(&mut scribe, &[(1, 300), (2, 100), (3, 200), (5, 50), (4, 50)]).await?;
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 6, None);
    scribe.write(commit).await?;
    same("the order", numbers(&store.load(None, 100).await?), vec![6, 4, 5, 2, 3, 1])
}

/// Whoever goes on behind the last is told the next.
pub(super) async fn loading_goes_on_behind<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    start_due(&mut scribe, &[(1, 300), (2, 100), (3, 100), (4, 100)]).await?;
    let after =
        |millis: i64, number: u16| Some(Wake { at: Timestamp::from_millis(millis), instance: id(number) });
    same("behind one of the same time", numbers(&store.load(after(100, 3), 100).await?), vec![4, 1])?;
    same("behind the last", numbers(&store.load(after(300, 1), 100).await?), vec![])
}

/// At most as many are loaded as are asked for.
pub(super) async fn loading_tells_at_most_so_many<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    start_due(&mut scribe, &[(1, 300), (2, 300), (3, 300)]).await?;
    same("two", store.load(None, 2).await?.len(), 2)
}

/// What waits for a letter or a person, or has ended, is not loaded.
pub(super) async fn what_waits_is_not_loaded<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    let phases = [Phase::Waiting, Phase::Finished, Phase::Failed, Phase::Cancelled, Phase::Undone];
    let stands = |phase, parked, held| (phase, parked, held);
    let others = [(Phase::Ready, true, false), (Phase::Ready, false, true), (Phase::Undoing, true, false)];
    let all = phases.map(|phase| stands(phase, false, false)).into_iter().chain(others);
    for ((phase, parked, held), number) in all.zip(1..) {
        let mut row = scribe.start(&mut commit, number, None);
        (row.standing.phase, row.standing.parked, row.standing.held) = (phase, parked, held);
        scribe.tell(&mut commit, LineKind::Noted, &mut row, false);
    }
    scribe.write(commit).await?;
    same("what is loaded", numbers(&store.load(None, 100).await?), vec![])
}

/// What has another time than before is told by the new one.
pub(super) async fn what_is_due_later_is_loaded_later<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut rows = start_due(&mut scribe, &[(1, 100), (2, 200)]).await?;
    store.load(None, 100).await?;
    let mut commit = scribe.commit();
    rows[0].standing.due = Some(Timestamp::from_millis(300));
    scribe.tell(&mut commit, LineKind::Retried, &mut rows[0], false);
    scribe.write(commit).await?;
    same("the order", numbers(&store.load(None, 100).await?), vec![2, 1])
}

/// A query selects those rows of which everything holds that it says.
pub(super) async fn a_query_selects<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    let mut rows = Vec::new();
    for (phase, number) in Phase::ALL.into_iter().zip(1..) {
        let mut row = scribe.start(&mut commit, number, None);
        (row.standing.phase, row.standing.parked, row.standing.held) = (phase, number == 2, number == 3);
        scribe.tell(&mut commit, LineKind::Noted, &mut row, false);
        rows.push(row);
    }
    scribe.write(commit).await?;
    let all = || Query::all(100);
    let queries = [
        all(),
        Query { process: Some("payout".into()), ..all() },
        Query { process: Some("refund".into()), ..all() },
        Query { version: Some(1), ..all() },
        Query { version: Some(2), ..all() },
        Query { step: Some("load".into()), ..all() },
        Query { step: Some("release".into()), ..all() },
        Query { phase: Some(Phase::Failed), ..all() },
        Query { ended: Some(true), ..all() },
        Query { ended: Some(false), ..all() },
        Query { parked: Some(true), ..all() },
        Query { parked: Some(false), ..all() },
        Query { held: Some(true), ..all() },
        Query { held: Some(false), ended: Some(false), ..all() },
        Query { rehearsal: Some(true), ..all() },
        Query { rehearsal: Some(false), ..all() },
    ];
    for query in queries {
        let wanted: Vec<_> = rows.iter().filter(|row| query.selects(row)).cloned().collect();
        same(&format!("{query:?}"), store.find(&query).await?.rows, wanted)?;
    }
    same("they stand at a step", rows.iter().all(|row| *row.state.at() == At::Step("load".into())), true)
}

/// A query is answered in pages, in the order of ids.
pub(super) async fn a_query_is_answered_in_pages<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    start_due(&mut scribe, &[(4, 1), (2, 2), (3, 3), (1, 4), (5, 5)]).await?;
    let (mut query, mut pages) = (Query::all(2), Vec::new());
    for _ in 0..3 {
        let page = store.find(&query).await?;
        pages.push((numbers(&page.rows), page.more.is_some()));
        query.after = page.more;
    }
    same("the pages", pages, vec![(vec![1, 2], true), (vec![3, 4], true), (vec![5], false)])
}

/// Tells in a commit that a duty was begun: the one with this number, which stands like this.
fn owe<S: Store>(scribe: &mut Scribe<'_, S>, commit: &mut Commit, number: u16, standing: Standing) -> Row {
    let mut row = scribe.start(commit, number, None);
    let (Some(line), Some(change)) = (commit.lines.last_mut(), commit.rows.last_mut()) else { return row };
    let (course, definition) = (Duty::course("compliance", "payout.blocked"), DefinitionId(2));
    row.state = State::of_duty(&course, "receive", row.state.data().clone());
    (row.definition, row.standing) = (definition, standing.clone());
    if let Some(about) = &mut line.about {
        (about.definition, about.standing) = (definition, standing);
    }
    (line.state, change.row) = (Some(row.state.clone()), row.clone());
    row
}

/// Writes an instance, and duties that stand in all ways.
async fn owe_all<S: Store>(store: &S) -> Result<Vec<Row>, Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    let mut commit = scribe.commit();
    let duty = definition(2, &Duty::course("compliance", "payout.blocked"));
    let payload = Json::write(&duty).ok();
    commit.lines.push(LogLine { payload, ..LogLine::new(scribe.tick(), LineKind::Defined, None) });
    commit.definitions.push(duty);
    let mut rows = vec![scribe.start(&mut commit, 1, None)];
    let ready = Standing::new(Phase::Ready);
    let deadline = Some(Timestamp::from_millis(77));
    for (number, standing) in [
        (2, Standing { deadline, ..ready.clone() }),
        (3, Standing { overdue: true, ..Standing::new(Phase::Waiting) }),
        (4, Standing { deadline, parked: true, ..ready.clone() }),
        (5, Standing { overdue: true, ..Standing::new(Phase::Finished) }),
        (6, Standing::new(Phase::Finished)),
        (7, Standing::new(Phase::Finished)),
        (8, Standing::new(Phase::Cancelled)),
    ] {
        rows.push(owe(&mut scribe, &mut commit, number, standing));
    }
    scribe.write(commit).await?;
    Ok(rows)
}

/// Queries tell duties from other instances, and those whose deadline has passed from others.
pub(super) async fn duties_are_told_from_other_instances<S: Store>(store: &S) -> Result<(), Broken> {
    let rows = owe_all(store).await?;
    let all = || Query::all(100);
    for query in [
        Query { duty: Some(false), ..all() },
        Query { duty: Some(true), ..all() },
        Query { overdue: Some(true), ..all() },
        Query { duty: Some(true), overdue: Some(false), ..all() },
        Query::open_letters(100),
        Query::dead_letters(100),
    ] {
        let wanted: Vec<_> = rows.iter().filter(|row| query.selects(row)).cloned().collect();
        same(&format!("{query:?}"), store.find(&query).await?.rows, wanted)?;
    }
    Ok(())
}

/// A tally counts each instance once, with those that stand like it.
pub(super) async fn a_tally_counts_what_stands_alike<S: Store>(store: &S) -> Result<(), Broken> {
    let rows = owe_all(store).await?;
    let tallies = store.tally().await?;
    let sum: u64 = tallies.iter().map(|tally| tally.number).sum();
    same("all", sum, rows.len() as u64)?;
    same("in order", tallies.is_sorted(), true)?;
    let mail = Tally::mail(&tallies);
    let states: Vec<_> = mail.values().flatten().map(|(state, number)| (*state, *number)).collect();
    let wanted = [
        (DutyState::Open, 1),
        (DutyState::Acked, 3),
        (DutyState::Nacked, 1),
        (DutyState::Quarantined, 1),
        (DutyState::Overdue, 1),
    ];
    same("what became of letters", states, wanted.to_vec())
}
