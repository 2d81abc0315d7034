//! The two writes, and joining: each is one transaction.

use super::columns::positions;
use super::error::{Result, SqliteError};
use super::read::{LINE, effect_code, outcome, step_of};
use crate::store::{
    Command, Commit, Committed, Definition, Epoch, Head, Lane, LaneId, Leaf, LogLine, Member, Outcome, Place,
    Position, Put, Row, RowChange, Seal, StoreError, StoreErrorKind,
};
use rusqlite::{
    CachedStatement, Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior, ffi,
};

/// Carries out one transaction that is nobody else's meanwhile.
///
/// If the system fails while it is committed, nobody knows whether it was.
pub(super) fn transaction<T>(
    connection: &mut Connection,
    write: impl FnOnce(&Transaction) -> Result<T>,
) -> Result<T> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let written = write(&transaction)?;
    transaction.commit().map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::SystemIoFailure) => {
            let what = format!("{error}: the commit may be written or not");
            SqliteError(StoreError::new(StoreErrorKind::Unknown, what))
        }
        _ => error.into(),
    })?;
    Ok(written)
}

pub(super) fn join(transaction: &Transaction, member: &Member) -> Result<Lane> {
    let id = owner(transaction)?.0 + 1;
    let sql = "INSERT INTO lane (id, incarnation, build, process_id, joined, serves) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let Member { incarnation, build, process_id, joined, serves } = member;
    let serves = serde_json::to_string(serves)
        .map_err(|error| refused(format!("what it serves cannot be written: {error}")))?;
    transaction.execute(sql, (id, incarnation.bytes(), build, process_id, joined.millis(), serves))?;
    let last = last_line(transaction)?;
    let first = last.as_ref().map_or(Position::START, |last| last.position).plus(1);
    let before = last.map(|LastLine { lane, n, seal, .. }| Head { lane, n, seal });
    Ok(Lane { id: LaneId(id), epoch: Epoch(id.into()), first, before })
}

pub(super) fn put(transaction: &Transaction, commands: &[Command]) -> Result<Vec<Put>> {
    let mut insert = transaction.prepare_cached("INSERT INTO inbox (id, command) VALUES (?1, ?2)")?;
    let mut put = Vec::with_capacity(commands.len());
    for command in commands {
        command.check()?;
        put.push(match outcome(transaction, command.id)? {
            Outcome::Unknown => {
                let json = serde_json::to_string(command)
                    .map_err(|error| refused(format!("the command cannot be written: {error}")))?;
                insert.execute((command.id.bytes(), json))?;
                Put::New
            }
            known => Put::Known(known),
        });
    }
    Ok(put)
}

pub(super) fn commit(transaction: &Transaction, commit: &Commit) -> Result<Committed> {
    if let Some(again) = next_in_lane(transaction, commit)? {
        return Ok(again);
    }
    commit.check()?;
    for definition in &commit.definitions {
        define(transaction, definition)?;
    }
    set_rows(transaction, &commit.rows)?;
    let mut consume =
        transaction.prepare_cached("UPDATE inbox SET outcome = ?2 WHERE id = ?1 AND outcome IS NULL")?;
    for it in &commit.consumed {
        if consume.execute((it.command.bytes(), it.line.0))? == 0 {
            return Err(refused(format!("command {} is not in the inbox", it.command)));
        }
    }
    append(transaction, commit)
}

/// Looks whether a commit is the owner's and the next in its lane; answers if it is the last one again.
fn next_in_lane(transaction: &Transaction, commit: &Commit) -> Result<Option<Committed>> {
    let owner = owner(transaction)?;
    if (commit.lane, commit.epoch) != (owner, Epoch(owner.0.into())) {
        let what = format!("epoch {} is over: the store is in epoch {owner}", commit.epoch);
        return Err(StoreError::new(StoreErrorKind::FenceLost, what).into());
    }
    let last = last_line(transaction)?;
    let next = last.as_ref().map_or(Position::START, |last| last.position).plus(1);
    let last = last.filter(|last| last.lane == commit.lane);
    let (n, before) = last.map_or((0, Seal::NONE), |last| (last.n, last.seal));
    if commit.n == n && commit.seal() == before {
        return Ok(Some(commit.committed()));
    }
    if (commit.n, commit.before, commit.first) != (n + 1, before, next) {
        let what = format!(
            "next is commit {} after {before} from line {next}, and this is commit {}",
            n + 1,
            commit.n
        );
        return Err(StoreError::new(StoreErrorKind::Gap, what).into());
    }
    Ok(None)
}

/// The lane of the last that joined, whose number is the epoch too; 0, if nobody did.
fn owner(transaction: &Transaction) -> Result<LaneId> {
    let mut statement = transaction.prepare_cached("SELECT coalesce(max(id), 0) FROM lane")?;
    Ok(LaneId(statement.query_row([], |row| row.get(0))?))
}

struct LastLine {
    position: Position,
    lane: LaneId,
    n: u64,
    seal: Seal,
}

/// The last line of the log, which bears its commit's seal.
fn last_line(transaction: &Transaction) -> Result<Option<LastLine>> {
    let sql = "SELECT position, lane, n, seal FROM line ORDER BY position DESC LIMIT 1";
    let mut statement = transaction.prepare_cached(sql)?;
    let read = statement.query_row([], |row| {
        let seal: Option<[u8; 32]> = row.get(3)?;
        Ok((Position(row.get(0)?), LaneId(row.get(1)?), row.get(2)?, seal))
    });
    let Some((position, lane, n, seal)) = read.optional()? else { return Ok(None) };
    let missing =
        || StoreError::new(StoreErrorKind::Damaged, "the last line has no seal").at(Place::Line(position));
    Ok(Some(LastLine { position, lane, n, seal: seal.ok_or_else(missing)?.into() }))
}

fn define(transaction: &Transaction, definition: &Definition) -> Result<()> {
    let Definition { id, process, version, structure, shapes } = definition;
    let next: u32 =
        transaction.query_row("SELECT coalesce(max(id), 0) + 1 FROM definition", [], |row| row.get(0))?;
    if id.0 != next {
        return Err(refused(format!("the next definition is {next}, and not {id}")));
    }
    transaction.execute("INSERT OR IGNORE INTO process (name) VALUES (?1)", [process])?;
    let shapes = shapes.as_ref().map(|shapes| shapes.text());
    let sql = "SELECT EXISTS (SELECT 1 FROM definition d JOIN process p ON p.id = d.process
               WHERE p.name = ?1 AND d.version = ?2 AND d.shapes IS ?3)";
    if transaction.query_row(sql, (process, version, shapes), |row| row.get(0))? {
        return Err(refused(format!("version {version} of `{process}` has a definition already")));
    }
    let sql = "INSERT INTO definition (id, process, version, structure, shapes)
               VALUES (?1, (SELECT id FROM process WHERE name = ?2), ?3, ?4, ?5)";
    transaction.execute(sql, (id.0, process, version, structure.text(), shapes))?;
    Ok(())
}

fn set_rows(transaction: &Transaction, changes: &[RowChange]) -> Result<()> {
    let mut insert = transaction.prepare_cached(INSERT_ROW)?;
    let mut update =
        transaction.prepare_cached(&format!("{UPDATE_ROW} AND wake IS ?13 AND definition = ?2"))?;
    let mut move_to = transaction.prepare_cached(&format!(
        "{} AND EXISTS (SELECT 1 FROM definition d WHERE d.id = ?2 AND d.process = instance.process)",
        UPDATE_ROW.replace(" SET ", " SET wake = ?13, definition = ?2, ")
    ))?;
    for change in changes {
        let done = match change.before {
            0 => set_row(&mut insert, change),
            // Mostly it goes on when it did before, by the same definition, and their indexes are not touched.
            _ => match set_row(&mut update, change) {
                Ok(0) => set_row(&mut move_to, change),
                done => done,
            },
        };
        if !matches!(done, Ok(1)) {
            return Err(why_not(transaction, change, done.err()));
        }
    }
    Ok(())
}

/// Sets a row by a statement; answers how many rows it has set.
fn set_row(statement: &mut CachedStatement, change: &RowChange) -> rusqlite::Result<usize> {
    let Row { id, key, state, definition, standing, seq, first, last, changed } = &change.row;
    statement.execute(rusqlite::params![
        id.bytes(),
        definition.0,
        step_of(state.at()),
        state.type_name(),
        state.data().text(),
        standing.phase.code(),
        standing.parked,
        standing.held,
        standing.attempt,
        standing.due.map(|due| due.millis()),
        standing.reason,
        positions(&standing.record),
        standing.wake().map(|wake| wake.millis()),
        seq,
        last.0,
        changed.millis(),
        first.0,
        state.is_rehearsal(),
        key.as_ref().map(|key| key.json()),
        change.before,
        standing.deadline.map(|deadline| deadline.millis()),
        mark(standing.overdue),
        mark(change.row.is_duty()),
    ])
}

/// What is 1 where it holds, and NULL where it does not.
fn mark(holds: bool) -> Option<u8> {
    holds.then_some(1)
}

const INSERT_ROW: &str = "
INSERT INTO instance (id, definition, step, type, data, phase, parked, held, attempt, due, reason, record, wake, seq,
                      last, changed, first, rehearsal, key, process, deadline, overdue, duty)
SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, process, ?21, ?22, ?23
FROM definition WHERE id = ?2 AND ?20 = 0";

/// What an instance was started as stays: it is compared, and not set, so that its index is not touched.
const UPDATE_ROW: &str = "
UPDATE instance SET step = ?3, type = ?4, data = ?5, phase = ?6, parked = ?7, held = ?8, attempt = ?9,
  due = ?10, reason = ?11, record = ?12, seq = ?14, last = ?15, changed = ?16, deadline = ?21, overdue = ?22
WHERE id = ?1 AND seq = ?20 AND first = ?17 AND rehearsal = ?18 AND key IS ?19 AND duty IS ?23";

/// Why a row could not be set.
fn why_not(transaction: &Transaction, change: &RowChange, error: Option<rusqlite::Error>) -> SqliteError {
    let Row { id, key, state, definition, .. } = &change.row;
    let at = |error: StoreError| SqliteError(error.at(Place::Instance(*id)));
    let there = transaction
        .prepare_cached("SELECT seq FROM instance WHERE id = ?1")
        .and_then(|mut statement| statement.query_row([id.bytes()], |row| row.get::<_, u64>(0)).optional());
    match there.map(Option::unwrap_or_default) {
        Ok(there) if there != change.before => {
            let what = format!("it has {there} lines, and not {}", change.before);
            return at(StoreError::new(StoreErrorKind::Conflict, what));
        }
        Ok(_) => {}
        Err(error) => return at(SqliteError::from(error).0),
    }
    match error {
        None => at(refused(format!(
            "there is no definition {definition} of its process, or it was started otherwise"
        ))
        .0),
        Some(error) if is_unique(&error) => {
            let key = key.as_ref().map_or("", |key| key.json());
            at(refused(format!("another instance of `{}` has the key {key}", state.process())).0)
        }
        Some(error) => at(SqliteError::from(error).0),
    }
}

fn append(transaction: &Transaction, commit: &Commit) -> Result<Committed> {
    let hashes: Vec<_> = commit.hashes().collect();
    let seal = commit.before.after(hashes.iter().copied());
    let sql = format!("INSERT INTO line ({LINE}) VALUES (?{})", ", ?".repeat(LINE.split(',').count() - 1));
    let mut insert = transaction.prepare_cached(&sql)?;
    for (at, (line, hash)) in commit.lines.iter().zip(&hashes).enumerate() {
        let LogLine { at: time, kind, about, step, command, trace, effect, codec, state, payload } = line;
        let about = about.as_ref();
        let standing = about.map(|about| &about.standing);
        let seal = (at + 1 == hashes.len()).then(|| seal.bytes());
        insert.execute(rusqlite::params![
            commit.first.plus(at).0,
            commit.lane.0,
            commit.n,
            time.millis(),
            kind.code(),
            codec.code(),
            about.map(|about| about.instance.bytes()),
            about.map(|about| about.seq),
            about.and_then(|about| about.before).map(|before| before.0),
            about.map(|about| about.definition.0),
            about.map(|about| about.rehearsal),
            about.and_then(|about| about.key.as_ref()).map(|key| key.json()),
            standing.map(|standing| standing.phase.code()),
            standing.map(|standing| standing.parked),
            standing.map(|standing| standing.held),
            standing.map(|standing| standing.attempt),
            standing.and_then(|standing| standing.due).map(|due| due.millis()),
            standing.and_then(|standing| standing.deadline).map(|deadline| deadline.millis()),
            standing.and_then(|standing| mark(standing.overdue)),
            standing.and_then(|standing| standing.reason.as_deref()),
            standing.and_then(|standing| positions(&standing.record)),
            step,
            command.map(|command| command.bytes()),
            trace.map(|trace| trace.bytes()),
            effect.map(effect_code),
            state.as_ref().and_then(|state| step_of(state.at())),
            state.as_ref().map(|state| state.type_name()),
            state.as_ref().map(|state| state.data().text()),
            payload.as_ref().map(|payload| payload.text()),
            Leaf::of(hash).bytes(),
            seal,
        ])?;
    }
    Ok(Committed { seal, next: commit.first.plus(commit.lines.len()) })
}

fn is_unique(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE)
}

fn refused(what: String) -> SqliteError {
    StoreError::new(StoreErrorKind::Refused, what).into()
}
