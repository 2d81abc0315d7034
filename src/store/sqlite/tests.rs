//! Databases that something is wrong with.

mod burglar;
#[cfg(target_os = "linux")]
mod power_loss;
mod tampering;

use super::Sqlite;
use crate::store::conformance::Scribe;
use crate::store::{
    Command, CommandId, Expected, InstanceId, LineKind, Phase, Place, Put, Store, StoreErrorKind, Target,
    Timestamp, Verb, verify,
};
use rusqlite::Connection;
use std::path::PathBuf;

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("stateline-store-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// Random numbers, of a seed that is not 0.
struct Dice(u64);

impl Dice {
    fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }
}

fn command(number: u8, why: &str) -> Command {
    let at = Timestamp::from_millis(1_000);
    let verb = Verb::Hold(Target::Instance(InstanceId::new(at, [1; 10])));
    let (id, who) = (CommandId::new(at, [number; 10]), "a test".to_owned());
    Command { id, at, who, why: why.to_owned(), verb, expected: Expected::default(), trace: None }
}

/// The most pages that the database may have, as if the disk had no more.
fn limit_pages(store: &Sqlite, pages: u32) {
    store.0.writer.as_ref().expect("it writes").run(move |connection| {
        connection.pragma_update(None, "max_page_count", pages).expect("it can be limited");
    });
}

#[tokio::test]
async fn a_full_disk_is_an_error_and_loses_nothing() {
    let folder = folder("full");
    let store = Sqlite::open(folder.join("store.db")).expect("it opens");
    let (small, large) = (command(1, "small"), command(2, &"large ".repeat(1_000)));
    assert_eq!(store.put(std::slice::from_ref(&small)).await, Ok(vec![Put::New]));
    // Fewer than there are means: no more than there are.
    limit_pages(&store, 1);
    let error = store.put(&[command(3, "small"), large.clone()]).await.expect_err("the disk is full");
    assert_eq!(error.kind(), StoreErrorKind::Full);
    assert_eq!(error.to_string(), "database or disk is full: make room on the disk");
    assert_eq!(store.inbox(None, 10).await, Ok(vec![small.clone()]));

    limit_pages(&store, 1_000_000);
    assert_eq!(store.put(std::slice::from_ref(&large)).await, Ok(vec![Put::New]));
    assert_eq!(store.inbox(None, 10).await, Ok(vec![small, large]));
    drop(store);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

/// What opening says of a file that is no store of ours.
fn refused(path: &std::path::Path) -> String {
    let error = Sqlite::open(path).expect_err("it is no store");
    assert_eq!(error.kind(), StoreErrorKind::Unusable, "{error}");
    error.to_string()
}

#[test]
fn what_is_no_store_is_refused_and_left_as_it_is() {
    let folder = folder("foreign");
    let text = folder.join("text");
    std::fs::write(&text, "Dear Sir or Madam, ".repeat(100)).expect("it can be written");
    assert_eq!(refused(&text), "file is not a database: the file is no SQLite database");

    let foreign = folder.join("foreign.db");
    let connection = Connection::open(&foreign).expect("it opens");
    connection.execute_batch("CREATE TABLE song (name TEXT)").expect("it is SQL");
    assert_eq!(refused(&foreign), "this database is not a Stateline store: name another file");
    let tables = "SELECT group_concat(name) FROM sqlite_schema";
    assert_eq!(connection.query_row(tables, [], |row| row.get(0)), Ok("song".to_owned()));
    assert_eq!(connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)), Ok("delete".to_owned()));

    let newer = folder.join("newer.db");
    drop(Sqlite::open(&newer).expect("it opens"));
    let connection = Connection::open(&newer).expect("it opens");
    connection.pragma_update(None, "user_version", 99).expect("it can be set");
    let told = "this store has version 99 of the schema, and this build knows 4: use a newer build";
    assert_eq!(refused(&newer), told);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

/// The columns of a table, as a list.
fn columns(connection: &Connection, table: &str) -> String {
    let sql = "SELECT group_concat(name) FROM pragma_table_info(?1)";
    connection.query_row(sql, [table], |row| row.get(0)).expect("it is a table")
}

#[tokio::test]
async fn a_store_of_the_first_version_is_brought_to_the_newest() {
    let folder = folder("migrated");
    let (new, old) = (folder.join("new.db"), folder.join("old.db"));
    let store = Sqlite::open(&new).expect("it opens");
    let mut scribe = Scribe::join(&store, 1).await.expect("nobody owns it");
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, Some("payout-1".into()));
    scribe.tell(&mut commit, LineKind::Waited, &mut row, false);
    scribe.write(commit).await.expect("it is whole");
    drop(store);
    let connection = Connection::open(&old).expect("it opens");
    connection.execute_batch(include_str!("schema/1.sql")).expect("it is a schema");
    connection.execute("ATTACH ?1 AS new", [new.to_str()]).expect("it is a store");
    for table in ["lane", "process", "definition", "line_kind", "instance", "line"] {
        let columns = columns(&connection, table);
        let sql = format!("INSERT INTO {table} ({columns}) SELECT {columns} FROM new.{table}");
        connection.execute(&sql, []).expect("they have these columns");
    }
    connection.pragma_update(None, "application_id", 0x5374_6c6e).expect("it can be set");
    connection.pragma_update(None, "user_version", 1).expect("it can be set");
    drop(connection);
    let store = Sqlite::open(&old).expect("it is migrated");
    assert_eq!(verify(&store, None).await.expect("it reads").flaws, []);
    assert_eq!(store.row(row.id).await.expect("it reads"), Some(row));
    drop(store);
    let (new, old) = (Connection::open(&new).expect("it opens"), Connection::open(&old).expect("it opens"));
    let schema = "SELECT group_concat(name || coalesce(sql, ''), ';') FROM (SELECT * FROM sqlite_schema ORDER BY name)";
    let schema =
        |it: &Connection| it.query_row(schema, [], |row| row.get::<_, String>(0)).expect("it has one");
    assert_eq!(schema(&old), schema(&new));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[test]
fn a_folder_that_cannot_be_written_is_refused() {
    // Whoever runs the tests may write everywhere, but nobody makes a file there.
    let told = refused(std::path::Path::new("/proc/self/store.db"));
    assert!(told.ends_with("the file and its folder have to be writable"), "{told}");
    let told = refused(std::path::Path::new("/nowhere/at/all/store.db"));
    assert!(told.starts_with("cannot open `/nowhere/at/all/store.db`: "), "{told}");
}

#[tokio::test]
async fn a_truncated_file_is_an_error_or_named() {
    let folder = folder("truncated");
    let (path, cut) = (folder.join("store.db"), folder.join("cut.db"));
    let store = Sqlite::open(&path).expect("it opens");
    let commands: Vec<_> = (0..50).map(|number| command(number, &"why ".repeat(500))).collect();
    store.put(&commands).await.expect("there is room");
    drop(store);
    let bytes = std::fs::read(&path).expect("it is there");
    for tenth in 1..10 {
        std::fs::write(&cut, &bytes[..bytes.len() * tenth / 10]).expect("it can be written");
        let told = match Sqlite::open(&cut) {
            Ok(store) => verify(&store, None).await.map(|verified| verified.flaws.len()),
            Err(error) => Err(error),
        };
        match told {
            Ok(flaws) => assert_ne!(flaws, 0, "{tenth} tenths of it"),
            Err(error) => {
                let kinds = [StoreErrorKind::Damaged, StoreErrorKind::Unusable];
                assert!(kinds.contains(&error.kind()), "{tenth} tenths of it: {error}");
            }
        }
    }
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[tokio::test]
async fn what_others_put_wakes_the_owner() {
    let folder = folder("wakes");
    let owner = Sqlite::open(folder.join("store.db")).expect("it opens");
    Scribe::join(&owner, 1).await.expect("nobody owns it");
    // As another process has it: with connections of its own.
    let other = Sqlite::open(folder.join("store.db")).expect("it opens");
    for number in 1..=3 {
        other.put(&[command(number, "why")]).await.expect("there is room");
        // It never ends if the owner does not hear of it.
        owner.woken().await;
    }
    assert_eq!(owner.inbox(None, 10).await.expect("it reads").len(), 3);
    drop((owner, other));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[tokio::test]
async fn a_command_that_cannot_be_read_is_named_and_those_behind_it_are_told() {
    let folder = folder("unreadable");
    let path = folder.join("store.db");
    let store = Sqlite::open(&path).expect("it opens");
    let put: Vec<_> = (1..=3).map(|number| command(number, "why")).collect();
    store.put(&put).await.expect("there is room");
    let connection = Connection::open(&path).expect("it opens");
    let triggers =
        "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
    let drop_all: String = connection.query_row(triggers, [], |row| row.get(0)).expect("it is SQL");
    connection.execute_batch(&drop_all).expect("it is SQL");
    connection
        .execute("UPDATE inbox SET command = '{' WHERE id = ?1", [put[1].id.bytes()])
        .expect("it is SQL");

    assert_eq!(store.inbox(None, 10).await, Ok(vec![put[0].clone()]));
    let error = store.inbox(Some(put[0].id), 10).await.expect_err("it cannot be read");
    assert_eq!((error.kind(), error.place()), (StoreErrorKind::Damaged, Some(Place::Command(put[1].id))));
    assert_eq!(store.inbox(Some(put[1].id), 10).await, Ok(vec![put[2].clone()]));
    drop((store, connection));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[tokio::test]
async fn people_who_like_sql_read_the_views() {
    let folder = folder("views");
    let path = folder.join("store.db");
    let store = Sqlite::open(&path).expect("it opens");
    let mut scribe = Scribe::join(&store, 1).await.expect("nobody owns it");
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, Some(7_u64.into()));
    (row.standing.parked, row.standing.reason) = (true, Some("it panicked".into()));
    scribe.tell(&mut commit, LineKind::Parked, &mut row, false);
    let mut row = scribe.start(&mut commit, 2, None);
    (row.standing.phase, row.standing.due) = (Phase::Waiting, Some(Timestamp::from_millis(86_400_500)));
    scribe.tell(&mut commit, LineKind::Waited, &mut row, false);
    scribe.write(commit).await.expect("it is whole");

    let connection = Connection::open(&path).expect("it opens");
    let told = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).expect(sql);
        statement.query_map([], |row| row.get(0)).expect(sql).map(|told| told.expect(sql)).collect()
    };
    assert_eq!(
        told("SELECT process || ' ' || version || ' ' || step || ' ' || phase FROM process_now").len(),
        2
    );
    assert_eq!(told("SELECT key || ': ' || reason FROM parked"), ["7: it panicked"]);
    assert_eq!(told("SELECT due FROM waiting"), ["1970-01-02 00:00:00.500"]);
    let log =
        told("SELECT build || ' ' || kind || ' ' || coalesce(step, '-') FROM process_log ORDER BY position");
    let steps =
        ["started load", "parked load", "started load", "waited load"].map(|kind| format!("build 1 {kind}"));
    assert_eq!(log[..2], ["build 1 opened -", "build 1 defined -"]);
    assert_eq!(log[2..], steps);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[tokio::test]
async fn what_is_written_stays() {
    let folder = folder("append-only");
    let path = folder.join("store.db");
    let store = Sqlite::open(&path).expect("it opens");
    Scribe::join(&store, 1).await.expect("nobody owns it");
    store.put(&[command(1, "why")]).await.expect("there is room");
    let connection = Connection::open(&path).expect("it opens");
    for sql in [
        "UPDATE line SET at = 1",
        "DELETE FROM line",
        "UPDATE lane SET build = 'another'",
        "DELETE FROM lane",
        "UPDATE definition SET version = 2",
        "DELETE FROM definition",
        "UPDATE inbox SET command = ''",
        "DELETE FROM inbox",
    ] {
        let error = connection.execute(sql, []).expect_err(sql).to_string();
        assert!(
            error.ends_with("are append-only")
                || error.ends_with("is append-only")
                || error.contains("never"),
            "{error}"
        );
    }
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

/// What SQL must not know otherwise than Rust does.
#[test]
fn phases_have_the_same_names_in_sql() {
    let folder = folder("phases");
    let path = folder.join("store.db");
    drop(Sqlite::open(&path).expect("it opens"));
    let connection = Connection::open(&path).expect("it opens");
    let mut statement = connection.prepare("SELECT id, name FROM phase ORDER BY id").expect("it is SQL");
    let read = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("it reads");
    let read: Vec<(u8, String)> = read.map(|row| row.expect("it reads")).collect();
    let known: Vec<_> = Phase::ALL.into_iter().map(|phase| (phase.code(), phase.to_string())).collect();
    assert_eq!(read, known);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}
