//! Somebody who changes a database behind our back, and knows how.

use super::Dice;
use crate::store::conformance::id;
use crate::store::seal::line_hash;
use crate::store::{FlawKind, Leaf, Place, Position};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::path::Path;

/// Where a planted change should be found: at any of these lines or instances, or anywhere.
pub(super) struct Planted {
    pub(super) what: String,
    pub(super) places: Vec<Place>,
    pub(super) kind: Option<FlawKind>,
}

fn planted(what: impl Into<String>, places: impl IntoIterator<Item = Place>) -> Planted {
    Planted { what: what.into(), places: places.into_iter().collect(), kind: None }
}

/// A database that somebody has opened to change it.
pub(super) struct Burglar<'a> {
    connection: Connection,
    dice: &'a mut Dice,
}

impl Burglar<'_> {
    pub(super) fn enter<'a>(path: &Path, dice: &'a mut Dice) -> Burglar<'a> {
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
        let mut reader = crate::store::sqlite::read::Reader::new(
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

    /// The same, where the line may have another place by now.
    fn commit_of_or(&self, at: i64) -> Place {
        let there = "SELECT count(*) FROM line WHERE position = ?1";
        let there: i64 = self.connection.query_row(there, [at], |row| row.get(0)).expect("it reads");
        if there == 1 { self.commit_of(at) } else { line(at) }
    }
}

fn line(at: i64) -> Place {
    Place::Line(Position(at as u64))
}

pub(super) fn plant(burglar: &mut Burglar<'_>, which: u64) -> Planted {
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
                parked, held, attempt, due, reason, record, wake, seq, first, last, changed, duty, deadline,
                overdue FROM instance WHERE id = ?2";
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
                effect, next, type, data, payload, leaf, seal, deadline, overdue FROM line WHERE position = ?1";
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
