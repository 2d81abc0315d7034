//! Changes that somebody makes to the database behind our back: `verify` names each.

use super::{Dice, folder};
use crate::store::conformance::{Scribe, definition, id};
use crate::store::seal::line_hash;
use crate::store::{
    Checkpoint, Flaw, FlawKind, LaneId, Leaf, LineKind, Phase, Place, Position, Sqlite, Store,
    StoreErrorKind, Timestamp, Verified, verify,
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

/// Where a planted change should be found: at any of these lines or instances, or anywhere.
struct Planted {
    what: String,
    places: Vec<Place>,
    kind: Option<FlawKind>,
}

fn planted(what: impl Into<String>, places: impl IntoIterator<Item = Place>) -> Planted {
    Planted { what: what.into(), places: places.into_iter().collect(), kind: None }
}

/// A database that somebody has opened to change it.
struct Burglar<'a> {
    connection: Connection,
    dice: &'a mut Dice,
}

impl Burglar<'_> {
    fn enter<'a>(path: &Path, dice: &'a mut Dice) -> Burglar<'a> {
        let connection = Connection::open(path).expect("it opens");
        connection.pragma_update(None, "synchronous", "OFF").expect("it can be switched off");
        connection.pragma_update(None, "foreign_keys", false).expect("it can be switched off");
        let sql = "SELECT group_concat('DROP TRIGGER ' || name || ';', ' ') FROM sqlite_schema WHERE type = 'trigger'";
        let drop: String = connection.query_row(sql, [], |row| row.get(0)).expect("there are triggers");
        connection.execute_batch(&drop).expect("whoever holds the file may drop them");
        Burglar { connection, dice }
    }

    fn run(&self, sql: &str, parameters: impl rusqlite::Params) {
        assert!(self.connection.execute(sql, parameters).expect(sql) > 0, "{sql}");
    }

    fn line(&mut self) -> i64 {
        let last: usize =
            self.connection.query_row("SELECT max(position) FROM line", [], |row| row.get(0)).expect("lines");
        1 + self.dice.below(last) as i64
    }

    fn instance(&mut self) -> [u8; 16] {
        let count: usize =
            self.connection.query_row("SELECT count(*) FROM instance", [], |row| row.get(0)).expect("rows");
        let at = self.dice.below(count);
        let sql = "SELECT id FROM instance ORDER BY id LIMIT 1 OFFSET ?1";
        self.connection.query_row(sql, [at], |row| row.get(0)).expect("a row")
    }

    /// Changes the value of a column a little.
    fn change(&mut self, table: &str, key: &str, of: Value) -> String {
        let sql = "SELECT name, type FROM pragma_table_info(?1)";
        let mut columns: Vec<(String, String)> = Vec::new();
        self.connection
            .prepare(sql)
            .expect(sql)
            .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect(sql)
            .for_each(|column| columns.push(column.expect(sql)));
        let (column, kind) = &columns[self.dice.below(columns.len())];
        let sql = format!("SELECT {column} FROM {table} WHERE {key} = ?1");
        let value: Value = self.connection.query_row(&sql, [&of], |row| row.get(0)).expect("it is there");
        let other = match value {
            Value::Integer(number) => Value::Integer(number ^ (1 << self.dice.below(20))),
            Value::Text(text) => {
                let mut bytes = text.into_bytes();
                let at = self.dice.below(bytes.len());
                // A letter for a letter, a digit for a digit: it still reads.
                bytes[at] = if bytes[at].is_ascii_digit() { bytes[at] ^ 1 } else { bytes[at] ^ 4 };
                Value::Text(String::from_utf8(bytes).expect("it was ASCII"))
            }
            Value::Blob(mut bytes) => {
                let at = self.dice.below(bytes.len());
                bytes[at] ^= 1 << self.dice.below(8);
                Value::Blob(bytes)
            }
            _ if kind == "INTEGER" => Value::Integer(1),
            _ if kind == "BLOB" => Value::Blob(vec![1; if column == "seal" { 32 } else { 16 }]),
            _ => Value::Text("1".into()),
        };
        let sql = format!("UPDATE {table} SET {column} = ?2 WHERE {key} = ?1");
        if self.connection.execute(&sql, (&of, &other)).is_err() {
            // There is another line in this place.
            return self.change(table, key, of);
        }
        format!("{table}.{column} = {other:?}")
    }

    /// Computes the leaf of a line again, as whoever knows how would; a seal is not asked.
    fn leaf_again(&self, at: i64) {
        let mut reader = super::super::read::Reader::new(
            Connection::open(self.connection.path().expect("it is a file")).expect("it opens"),
        );
        let stored = reader.stored("WHERE position = ?1", [at]).expect("it reads").remove(0);
        let leaf = Leaf::of(&line_hash(stored.position, stored.lane, stored.n, &stored.line));
        self.run("UPDATE line SET leaf = ?2 WHERE position = ?1", (at, leaf.bytes()));
    }

    /// Which line of a commit comes first: a whole commit is named by it.
    fn commit_of(&self, at: i64) -> Place {
        let sql = "SELECT min(l.position) FROM line l JOIN line o USING (lane, n) WHERE o.position = ?1";
        line(self.connection.query_row(sql, [at], |row| row.get(0)).expect("it is there"))
    }
}

fn line(at: i64) -> Place {
    Place::Line(Position(at as u64))
}

fn plant(burglar: &mut Burglar<'_>, which: u64) -> Planted {
    let at = burglar.line();
    let instance = burglar.instance();
    let place = Place::Instance(instance.into());
    match which % 12 {
        0 | 1 => {
            let what = burglar.change("line", "position", Value::Integer(at));
            planted(what, [line(at), burglar.commit_of_or(at)])
        }
        2 => {
            let what = burglar.change("instance", "id", Value::Blob(instance.to_vec()));
            planted(what, [place])
        }
        3 => {
            burglar.run("DELETE FROM line WHERE position = ?1", [at]);
            planted("a line is lost", [line(at)])
        }
        4 => {
            let sql = "DELETE FROM line WHERE (lane, n) = (SELECT lane, n FROM line WHERE position = ?1)";
            let first = burglar.commit_of(at);
            burglar.run(sql, [at]);
            planted("a commit is lost", [first])
        }
        5 => {
            let mut other = burglar.line();
            while other == at {
                other = burglar.line();
            }
            burglar.run("UPDATE line SET position = -1 WHERE position = ?1", [at]);
            burglar.run("UPDATE line SET position = ?1 WHERE position = ?2", [at, other]);
            burglar.run("UPDATE line SET position = ?1 WHERE position = -1", [other]);
            Planted {
                kind: Some(FlawKind::Swapped),
                ..planted("two lines are swapped", [line(at), line(other)])
            }
        }
        6 => {
            let first = burglar.commit_of(at);
            burglar.run("UPDATE line SET at = at + 1 WHERE position = ?1", [at]);
            burglar.leaf_again(at);
            Planted { kind: Some(FlawKind::Forged), ..planted("a line is forged, with its leaf", [first]) }
        }
        7 => {
            burglar.run("DELETE FROM instance WHERE id = ?1", [instance]);
            planted("a row is lost", [place])
        }
        8 => {
            let id = id(60_000);
            let sql = "INSERT INTO instance SELECT ?1, process, NULL, definition, rehearsal, step, type, data, phase,
                parked, held, attempt, due, reason, record, wake, seq, first, last, changed FROM instance WHERE id = ?2";
            burglar.run(sql, (id.bytes(), instance));
            Planted { kind: Some(FlawKind::Forged), ..planted("a row is forged", [Place::Instance(id)]) }
        }
        9 => {
            let last: i64 = burglar
                .connection
                .query_row("SELECT max(position) FROM line", [], |row| row.get(0))
                .expect("lines");
            let sql = "INSERT INTO line SELECT position + 1, lane, n + 1, at, kind, codec, instance, seq + 1, position,
                definition, rehearsal, key, phase, parked, held, attempt, due, reason, record, step, command, trace,
                effect, next, type, data, payload, leaf, seal FROM line WHERE position = ?1";
            burglar.run(sql, [last]);
            burglar.leaf_again(last + 1);
            Planted { kind: Some(FlawKind::Forged), ..planted("a line is put at the end", [line(last + 1)]) }
        }
        10 => {
            let lane = 1 + burglar.dice.below(3) as i64;
            let what = burglar.change("lane", "id", Value::Integer(lane));
            planted(what, [])
        }
        _ => {
            let what = burglar.change("definition", "id", Value::Integer(1));
            planted(what, [])
        }
    }
}

impl Burglar<'_> {
    /// The same, where the line may have another place by now.
    fn commit_of_or(&self, at: i64) -> Place {
        let there = "SELECT count(*) FROM line WHERE position = ?1";
        let there: i64 = self.connection.query_row(there, [at], |row| row.get(0)).expect("it reads");
        if there == 1 { self.commit_of(at) } else { line(at) }
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
        Ok(Some(found(&other, None).await.checkpoint.heads[0].seal))
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
