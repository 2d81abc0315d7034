//! Changes that somebody makes to the database behind our back: `verify` names each.

use super::burglar::{Burglar, plant};
use super::{Dice, folder};
use crate::store::conformance::{Scribe, definition};
use crate::store::{
    Checkpoint, Flaw, FlawKind, LaneId, LineKind, Phase, Place, Sqlite, Store, StoreErrorKind, Timestamp,
    Verified, verify,
};
use crate::{Effect, Json};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::path::Path;

/// How many changes are planted: `scripts/tamper N` says so.
fn number() -> u64 {
    std::env::var("STATELINE_TAMPERINGS").ok().and_then(|number| number.parse().ok()).unwrap_or(60)
}

/// Writes a store in which everything occurs that a line or a row can say; answers a checkpoint of its middle.
async fn write(path: &Path) -> Checkpoint {
    let store = Sqlite::open(path).expect("it opens");
    let mut middle = None;
    for owner in 1..=3_u8 {
        let mut scribe = Scribe::join(&store, owner).await.expect("nobody owns it");
        let mut rows = Vec::new();
        for group in 0..4_u16 {
            let mut commit = scribe.commit();
            for number in 0..5 {
                let number = u16::from(owner) * 100 + group * 10 + number;
                let key = (number % 2 == 0).then(|| u64::from(number).into());
                rows.push(scribe.start(&mut commit, number, key));
            }
            for row in &mut rows {
                let parked = row.seq % 3 == 2;
                let last = row.last;
                row.standing.attempt += 1;
                row.standing.parked = parked;
                row.standing.held = row.seq % 4 == 3;
                row.standing.phase = if group == 3 { Phase::Waiting } else { Phase::Ready };
                row.standing.due = (!parked).then(|| Timestamp::from_millis(77 * row.seq as i64));
                row.standing.deadline =
                    (row.seq % 4 == 1).then(|| Timestamp::from_millis(99 * row.seq as i64));
                row.standing.overdue = row.seq % 5 == 4;
                row.standing.reason = parked.then(|| "it panicked".into());
                row.standing.record = vec![last];
                scribe.tell(&mut commit, LineKind::Answer, row, group % 2 == 0);
                let line = commit.lines.last_mut().expect("it was told");
                line.payload = Some(Json::write(&format!("answer {}", row.seq)).expect("it is data"));
                (line.effect, line.trace) = (Some(Effect::Write), Some([9; 16].into()));
                line.command = Some([owner; 16].into());
            }
            scribe.write(commit).await.expect("it is whole");
        }
        if owner == 2 {
            middle = Some(found(&store, None).await.checkpoint);
        }
    }
    middle.expect("there is a second owner")
}

async fn found(store: &Sqlite, against: Option<&Checkpoint>) -> Verified {
    verify(store, against).await.expect("it can be read")
}

/// Copies a database that nobody has open.
fn copy(from: &Path, to: &Path) {
    for end in ["", "-wal", "-shm"] {
        let name = |path: &Path| format!("{}{end}", path.display());
        let _ = std::fs::remove_file(name(to));
        let _ = std::fs::copy(name(from), name(to));
    }
}

#[tokio::test]
async fn s11_every_change_behind_our_back_is_named() {
    let folder = folder("tampered");
    let (path, changed) = (folder.join("store.db"), folder.join("changed.db"));
    let middle = write(&path).await;
    let store = Sqlite::open(&path).expect("it opens");
    let whole = found(&store, Some(&middle)).await;
    assert_eq!(whole.flaws, []);
    assert_eq!((whole.instances, whole.commits), (60, 15));
    drop(store);

    let mut unnamed = Vec::new();
    for which in 0..number() {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (which + 1));
        (0..10).for_each(|_| _ = dice.below(2));
        copy(&path, &changed);
        let planted = plant(&mut Burglar::enter(&changed, &mut dice), which);
        let named = match Sqlite::open(&changed) {
            Ok(store) => match verify(&store, Some(&whole.checkpoint)).await {
                Ok(found) => {
                    let flaws = &found.flaws;
                    // What is lost at the end has no place: the witness tells of it.
                    let told = |place: &Place| {
                        let at =
                            |flaw: &Flaw| flaw.place() == Some(*place) || flaw.kind() == FlawKind::CutOff;
                        flaws.iter().any(at)
                    };
                    let named = planted.places.is_empty() || planted.places.iter().any(told);
                    let kind = planted.kind.is_none_or(|kind| flaws.iter().any(|flaw| flaw.kind() == kind));
                    let all: Vec<_> = flaws.iter().map(ToString::to_string).collect();
                    (!flaws.is_empty() && named && kind, all.join("; "))
                }
                Err(error) => (false, error.to_string()),
            },
            Err(error) => (false, error.to_string()),
        };
        if !named.0 {
            unnamed.push(format!("{which}: {}, at {:?}: {}", planted.what, planted.places, named.1));
        }
    }
    assert!(unnamed.is_empty(), "{} of {} were not named:\n{}", unnamed.len(), number(), unnamed.join("\n"));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

/// All that the tables say.
fn dump(path: &Path) -> Option<Vec<Vec<Value>>> {
    let connection = Connection::open(path).ok()?;
    let mut all = Vec::new();
    for table in ["lane", "process", "definition", "instance", "line", "inbox"] {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).ok()?;
        let columns = statement.column_count();
        let read =
            |row: &rusqlite::Row<'_>| (0..columns).map(|at| row.get(at)).collect::<Result<Vec<Value>, _>>();
        for row in statement.query_map([], read).ok()? {
            all.push(row.ok()?);
        }
    }
    Some(all)
}

#[tokio::test]
async fn s11_a_flipped_bit_of_the_file_is_named_or_changes_nothing() {
    let folder = folder("flipped");
    let (path, changed) = (folder.join("store.db"), folder.join("changed.db"));
    write(&path).await;
    let whole = dump(&path).expect("it reads");
    for which in 0..number() {
        let mut dice = Dice(0x2545_f491_4f6c_dd1d ^ (which + 1));
        (0..10).for_each(|_| _ = dice.below(2));
        let mut bytes = std::fs::read(&path).expect("it is there");
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
        for end in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", changed.display()));
        }
        std::fs::write(&changed, &bytes).expect("it can be written");
        let found = match Sqlite::open(&changed) {
            Ok(store) => verify(&store, None).await.map(|found| found.flaws),
            Err(error) => Err(error),
        };
        match found {
            Ok(flaws) if flaws.is_empty() => {
                assert_eq!(dump(&changed).as_ref(), Some(&whole), "{which}: byte {at}")
            }
            Ok(_) => {}
            Err(error) => {
                let told = [StoreErrorKind::Damaged, StoreErrorKind::Unusable].contains(&error.kind());
                assert!(told, "{which}: byte {at}: {error}");
            }
        }
    }
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[tokio::test]
async fn a_cut_tail_is_found_by_a_witness() {
    let folder = folder("cut");
    let (path, earlier) = (folder.join("store.db"), folder.join("earlier.db"));
    let store = Sqlite::open(&path).expect("it opens");
    let mut scribe = Scribe::join(&store, 1).await.expect("nobody owns it");
    drop(store.clone());
    copy(&path, &earlier);
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 1, None);
    scribe.write(commit).await.expect("it is whole");
    let witness = found(&store, None).await.checkpoint;
    assert_eq!(found(&store, Some(&witness)).await.flaws, []);

    // The database is as it was before: by itself it is whole.
    let store = Sqlite::open(&earlier).expect("it opens");
    assert_eq!(found(&store, None).await.flaws, []);
    let told: Vec<_> = found(&store, Some(&witness)).await.flaws.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "cut off: the log has 2 lines, and had 3",
            "cut off: commit 2 of lane 1 is not there as it was witnessed"
        ]
    );
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[tokio::test]
async fn a_log_that_was_written_anew_is_found_by_a_witness() {
    let folder = folder("anew");
    let one = Sqlite::open(folder.join("one.db")).expect("it opens");
    let other = Sqlite::open(folder.join("other.db")).expect("it opens");
    for (store, number) in [(&one, 1), (&other, 2)] {
        let mut scribe = Scribe::join(store, 1).await.expect("nobody owns it");
        let mut commit = scribe.commit();
        scribe.start(&mut commit, number, None);
        scribe.write(commit).await.expect("it is whole");
    }
    let witness = found(&one, None).await.checkpoint;
    assert_eq!(found(&other, None).await.flaws, []);
    let flaws = found(&other, Some(&witness)).await.flaws;
    assert_eq!(flaws.iter().map(|flaw| flaw.kind()).collect::<Vec<_>>(), [FlawKind::CutOff]);
    assert_eq!(
        other.committed(LaneId(1), 2).await,
        Ok(found(&other, None).await.checkpoint.head.map(|head| head.seal))
    );
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[tokio::test]
async fn a_definition_without_a_line_is_named() {
    let folder = folder("forged-definition");
    let path = folder.join("store.db");
    let store = Sqlite::open(&path).expect("it opens");
    let mut scribe = Scribe::join(&store, 1).await.expect("nobody owns it");
    let mut commit = scribe.commit();
    scribe.start(&mut commit, 1, None);
    commit.definitions.push(definition(2, "refund"));
    scribe.write(commit).await.expect("a store does not look into lines");
    let told: Vec<_> = found(&store, None).await.flaws.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["forged: no line tells of definition 2 (`refund`)"]);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}
