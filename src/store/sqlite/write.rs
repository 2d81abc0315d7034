//! The two writes, and joining: each is one transaction.

use super::columns::positions;
use super::error::{Result, SqliteError};
use super::read::{LINE, effect_code, outcome, step_of};
use crate::store::{
    Command, Commit, Committed, Definition, Epoch, Head, InstanceId, Lane, LaneId, Leaf, LogLine, Member,
    Outcome, Place, Position, Put, Row, RowChange, Seal, StoreError, StoreErrorKind,
};
use rusqlite::{
    Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior, ffi, named_params,
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
    let heads = heads(transaction)?;
    let id = owner(transaction)?.0 + 1;
    let sql = "INSERT INTO lane (id, incarnation, build, process_id, joined) VALUES (?1, ?2, ?3, ?4, ?5)";
    let Member { incarnation, build, process_id, joined } = member;
    transaction.execute(sql, (id, incarnation.bytes(), build, process_id, joined.millis()))?;
    let first = last_line(transaction)?.map_or(Position::START, |last| last.position).plus(1);
    Ok(Lane { id: LaneId(id), epoch: Epoch(id.into()), first, heads })
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
    for change in &commit.rows {
        look_at_row(transaction, change)?;
    }
    commit.check()?;
    for definition in &commit.definitions {
        define(transaction, definition)?;
    }
    for change in &commit.rows {
        set_row(transaction, change)?;
    }
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

fn heads(transaction: &Transaction) -> Result<Vec<Head>> {
    let mut lanes = transaction.prepare("SELECT id FROM lane ORDER BY id")?;
    let lanes: Vec<u32> = lanes.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    // Where a lane's lines end, the next one's begin: its last line stands before the first of the next.
    let sql = "SELECT n, seal FROM line WHERE lane = ?1 ORDER BY position DESC LIMIT 1";
    let mut statement = transaction.prepare(sql)?;
    let mut heads = Vec::new();
    for lane in lanes {
        let found = statement.query_row([lane], |row| Ok((row.get(0)?, row.get::<_, Option<[u8; 32]>>(1)?)));
        if let Some((n, Some(seal))) = found.optional()? {
            heads.push(Head { lane: LaneId(lane), n, seal: seal.into() });
        }
    }
    Ok(heads)
}

fn look_at_row(transaction: &Transaction, change: &RowChange) -> Result<()> {
    let mut statement = transaction.prepare_cached("SELECT seq FROM instance WHERE id = ?1")?;
    let there = statement.query_row([change.row.id.bytes()], |row| row.get(0)).optional()?.unwrap_or(0);
    if there != change.before {
        let what = format!("it has {there} lines, and not {}", change.before);
        return Err(StoreError::new(StoreErrorKind::Conflict, what)
            .at(Place::Instance(change.row.id))
            .into());
    }
    Ok(())
}

fn define(transaction: &Transaction, definition: &Definition) -> Result<()> {
    let Definition { id, process, version, structure, shapes } = definition;
    let next: u32 =
        transaction.query_row("SELECT coalesce(max(id), 0) + 1 FROM definition", [], |row| row.get(0))?;
    if id.0 != next {
        return Err(refused(format!("the next definition is {next}, and not {id}")));
    }
    transaction.execute("INSERT OR IGNORE INTO process (name) VALUES (?1)", [process])?;
    let sql = "INSERT INTO definition (id, process, version, structure, shapes)
               VALUES (?1, (SELECT id FROM process WHERE name = ?2), ?3, ?4, ?5)";
    let shapes = shapes.as_ref().map(|shapes| shapes.text());
    match transaction.execute(sql, (id.0, process, version, structure.text(), shapes)) {
        Err(error) if is_unique(&error) => {
            Err(refused(format!("version {version} of `{process}` has a definition already")))
        }
        done => Ok(_ = done?),
    }
}

fn set_row(transaction: &Transaction, change: &RowChange) -> Result<()> {
    let Row { id, key, state, definition, standing, seq, first, last, changed } = &change.row;
    let sql = match change.before {
        0 => INSERT_ROW,
        _ => UPDATE_ROW,
    };
    let done = transaction.prepare_cached(sql)?.execute(named_params! {
        ":id": id.bytes(),
        ":key": key.as_ref().map(|key| key.json()),
        ":definition": definition.0,
        ":rehearsal": state.is_rehearsal(),
        ":step": step_of(state.at()),
        ":type": state.type_name(),
        ":data": state.data().text(),
        ":phase": standing.phase.code(),
        ":parked": standing.parked,
        ":held": standing.held,
        ":attempt": standing.attempt,
        ":due": standing.due.map(|due| due.millis()),
        ":reason": standing.reason,
        ":record": positions(&standing.record),
        ":wake": standing.wake().map(|wake| wake.millis()),
        ":seq": seq,
        ":first": first.0,
        ":last": last.0,
        ":changed": changed.millis(),
    });
    match done {
        Ok(1) => Ok(()),
        Ok(_) => Err(refused_row(*id, format!("there is no definition {definition}"))),
        Err(error) if is_unique(&error) => {
            let key = key.as_ref().map_or("", |key| key.json());
            Err(refused_row(*id, format!("another instance of `{}` has the key {key}", state.process())))
        }
        Err(error) => Err(SqliteError(SqliteError::from(error).0.at(Place::Instance(*id)))),
    }
}

const INSERT_ROW: &str = "
INSERT INTO instance (id, process, key, definition, rehearsal, step, type, data, phase, parked, held, attempt, due,
                      reason, record, wake, seq, first, last, changed)
SELECT :id, process, :key, id, :rehearsal, :step, :type, :data, :phase, :parked, :held, :attempt, :due,
       :reason, :record, :wake, :seq, :first, :last, :changed
FROM definition WHERE id = :definition";

const UPDATE_ROW: &str = "
UPDATE instance SET key = :key, definition = :definition, rehearsal = :rehearsal, step = :step, type = :type,
  data = :data, phase = :phase, parked = :parked, held = :held, attempt = :attempt, due = :due, reason = :reason,
  record = :record, wake = :wake, seq = :seq, first = :first, last = :last, changed = :changed
WHERE id = :id AND EXISTS (SELECT 1 FROM definition d WHERE d.id = :definition AND d.process = instance.process)";

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

fn refused_row(id: InstanceId, what: String) -> SqliteError {
    StoreError::new(StoreErrorKind::Refused, what).at(Place::Instance(id)).into()
}
