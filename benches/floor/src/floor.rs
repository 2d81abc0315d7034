//! The floor: the rows and lines that the runner would write, in raw SQL, and nothing else.
//!
//! Same tables, keys, ids, payloads and pragmas, which are read back; the epoch is read in each transaction, a
//! row is changed only if it has the lines that it should have, and leaves and seals are computed.

use rusqlite::{Connection, params};
use std::path::Path;
use uuid::Uuid;

/// An instance as the floor knows it.
pub struct Instance {
    pub id: Uuid,
    pub seq: u64,
    pub last: u64,
}

/// What is written of an instance in one commit: so many lines, and its row once.
pub struct Change {
    pub at: usize,
    pub lines: u64,
    pub phase: u8,
}

pub const DATA: &str = r#"{"account":1234567,"holder":"Ada Lovelace, London","amount":1250,"open":true}"#;
const TYPE: &str = "Payout";

pub struct Floor {
    connection: Connection,
    /// The data of each state.
    data: String,
    /// Whether instances are duties: with the letter's id as their key.
    duties: bool,
    pub instances: Vec<Instance>,
    position: u64,
    n: u64,
    seal: [u8; 32],
}

impl Floor {
    /// On a database in which a store was made.
    pub fn open(path: &Path) -> Self {
        drop(stateline::store::Sqlite::open(path).expect("a store can be made"));
        let connection = Connection::open(path).expect("it is there");
        connection.set_prepared_statement_cache_capacity(64);
        let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
                       PRAGMA temp_store = MEMORY;
                       INSERT INTO lane (id, incarnation, build, process_id, joined) VALUES (1, x'00', 'floor', 0, 0);
                       INSERT INTO process VALUES (1, 'floor');
                       INSERT INTO definition VALUES (1, 1, 1, '{}', NULL);";
        connection.execute_batch(pragmas).expect("it is a store");
        let mode: String =
            connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).expect("it has one");
        let synchronous: i64 =
            connection.pragma_query_value(None, "synchronous", |row| row.get(0)).expect("it has one");
        assert_eq!((&*mode, synchronous), ("wal", 2), "a commit is durable");
        let (data, duties) = (DATA.to_owned(), false);
        Floor { connection, data, duties, instances: Vec::new(), position: 0, n: 0, seal: [0; 32] }
    }

    /// The same for duties with this data.
    pub fn of_duties(path: &Path, data: String) -> Self {
        Floor { data, duties: true, ..Floor::open(path) }
    }

    pub fn instance(&mut self) -> usize {
        self.instances.push(Instance { id: Uuid::now_v7(), seq: 0, last: 0 });
        self.instances.len() - 1
    }

    /// One transaction.
    pub fn commit(&mut self, changes: &[Change]) {
        let Floor { connection, data, duties, instances, position, n, seal } = self;
        let data = data.as_str();
        connection.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
        let owner: i64 = connection
            .prepare_cached("SELECT coalesce(max(id), 0) FROM lane")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .expect("it has lanes");
        assert_eq!(owner, 1, "the epoch is ours");
        *n += 1;
        let mut hasher = blake3::Hasher::new();
        hasher.update(&*seal);
        let lines: u64 = changes.iter().map(|change| change.lines).sum();
        let mut left = lines;
        for change in changes {
            let instance = &mut instances[change.at];
            let before = instance.seq;
            for _ in 0..change.lines {
                *position += 1;
                instance.seq += 1;
                left -= 1;
                let leaf = leaf(instance, data, (*position, *n));
                hasher.update(&leaf);
                let sealed = (left == 0).then(|| <[u8; 32]>::from(hasher.finalize()));
                connection
                    .prepare_cached(INSERT_LINE)
                    .and_then(|mut statement| {
                        statement.execute(params![
                            *position,
                            *n,
                            instance.id.as_bytes(),
                            instance.seq,
                            (instance.last > 0).then_some(instance.last),
                            change.phase,
                            data,
                            &leaf[..16],
                            sealed
                        ])
                    })
                    .expect("a line can be written");
                if let Some(sealed) = sealed {
                    *seal = sealed;
                }
                instance.last = *position;
            }
            let (id, phase) = (instance.id.as_bytes(), change.phase);
            let key = duties.then(|| format!("\"{}\"", instance.id));
            let written = match before {
                0 => connection.prepare_cached(INSERT_ROW).and_then(|mut it| {
                    it.execute(params![
                        id,
                        TYPE,
                        data,
                        phase,
                        instance.seq,
                        instance.last,
                        key,
                        key.is_some().then_some(1)
                    ])
                }),
                _ => connection.prepare_cached(UPDATE_ROW).and_then(|mut it| {
                    it.execute(params![id, TYPE, data, phase, instance.seq, instance.last, before])
                }),
            };
            assert_eq!(written.expect("a row can be written"), 1, "it has the lines that it should have");
        }
        connection.execute_batch("COMMIT").expect("it can be committed");
    }
}

/// As much is hashed as of a line of the runner's.
fn leaf(instance: &Instance, data: &str, (position, n): (u64, u64)) -> [u8; 32] {
    let data: [u8; 32] = blake3::hash(data.as_bytes()).into();
    let mut bytes = Vec::with_capacity(320);
    bytes.extend([0_u8; 120]);
    bytes.extend(instance.id.as_bytes());
    [instance.seq, instance.last, position, n].iter().for_each(|number| bytes.extend(number.to_le_bytes()));
    bytes.extend(TYPE.as_bytes());
    bytes.extend(data);
    blake3::hash(&bytes).into()
}

const INSERT_LINE: &str = "
INSERT INTO line (position, lane, n, at, kind, codec, instance, seq, before, definition, rehearsal, phase, parked,
                  held, attempt, step, next, type, data, leaf, seal)
VALUES (?1, 1, ?2, 1764400000000, 2, 1, ?3, ?4, ?5, 1, 0, ?6, 0, 0, 0, 'second', 'third', 'Payout', ?7, ?8, ?9)";

const INSERT_ROW: &str = "
INSERT INTO instance (id, process, definition, rehearsal, step, type, data, phase, parked, held, attempt, wake, seq,
                      first, last, changed, key, duty)
VALUES (?1, 1, 1, 0, 'first', ?2, ?3, ?4, 0, 0, 0, CASE ?4 WHEN 1 THEN 0 END, ?5, ?6, ?6, 1764400000000, ?7, ?8)";

const UPDATE_ROW: &str = "
UPDATE instance SET step = 'third', type = ?2, data = ?3, phase = ?4, parked = 0, held = 0, attempt = 0,
  wake = CASE ?4 WHEN 1 THEN 0 END, seq = ?5, last = ?6, changed = 1764400000000
WHERE id = ?1 AND seq = ?7";
