//! Rows, lines and commands, as they are read.

use super::columns::{Columns, Wrong};
use super::error::{Result, SqliteError};
use super::names::Names;
use super::witness::Head;
use crate::store::{
    About, Codec, Command, CommandId, Definition, DefinitionId, InstanceId, LaneId, Leaf, LineKind, LogLine,
    Member, Outcome, Phase, Place, Position, Row, Seal, Standing, StoreError, StoreErrorKind, StoredLine,
    Tally, TraceId,
};
use crate::{At, Effect, Json};
use rusqlite::{Connection, OptionalExtension, Params};

/// A connection that reads.
pub(super) struct Reader {
    pub(super) connection: Connection,
    pub(super) names: Names,
}

/// The columns of a row, in the order in which they are read.
pub(super) const ROW: &str = "id, key, definition, rehearsal, step, type, data, phase, parked, held, attempt, due, deadline, \
                   overdue, reason, record, process, wake, duty, seq, first, last, changed";

/// The columns of a line, in the order in which they are read and written.
pub(super) const LINE: &str = "position, lane, n, at, kind, codec, instance, seq, before, definition, rehearsal, \
                               key, phase, parked, held, attempt, due, deadline, overdue, reason, record, step, command, trace, \
                               effect, next, type, data, payload, leaf, seal";

impl Reader {
    pub(super) fn new(connection: Connection) -> Reader {
        connection.set_prepared_statement_cache_capacity(64);
        Reader { connection, names: Names::default() }
    }

    /// The rows that `rest` selects, as `WHERE …` says.
    pub(super) fn rows(&mut self, rest: &str, parameters: impl Params) -> Result<Vec<Row>> {
        Ok(self.page(rest, parameters)?.0)
    }

    /// The same, and whether they end before one that is damaged.
    pub(super) fn page(&mut self, rest: &str, parameters: impl Params) -> Result<(Vec<Row>, bool)> {
        let Reader { connection, names } = self;
        let mut statement = connection.prepare_cached(&format!("SELECT {ROW} FROM instance {rest}"))?;
        let mut found = statement.query(parameters)?;
        let mut rows = Vec::new();
        while let Some(columns) = found.next()? {
            match row(&mut Columns::of(columns), names, connection)? {
                Ok(row) => rows.push(row),
                // Those before a damaged one are told first.
                Err(_) if !rows.is_empty() => return Ok((rows, true)),
                Err(error) => return Err(error.into()),
            }
        }
        Ok((rows, false))
    }

    /// The lines that `rest` selects, as `WHERE …` says.
    pub(super) fn stored(&mut self, rest: &str, parameters: impl Params) -> Result<Vec<StoredLine>> {
        let Reader { connection, names } = self;
        let mut statement = connection.prepare_cached(&format!("SELECT {LINE} FROM line {rest}"))?;
        let mut found = statement.query(parameters)?;
        let mut lines = Vec::new();
        while let Some(columns) = found.next()? {
            match line(&mut Columns::of(columns), names, connection)? {
                Ok(line) => lines.push(line),
                Err(_) if !lines.is_empty() => break,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(lines)
    }

    /// The line at this position.
    pub(super) fn line(&mut self, at: Position) -> Result<LogLine> {
        let line = self.stored("WHERE position = ?1", [at.0])?.pop();
        let missing = || damaged(Place::Line(at), "it is not there".into());
        Ok(line.ok_or_else(missing)?.line)
    }

    /// The seal of a commit: it stands on the commit's last line.
    pub(super) fn seal(&mut self, lane: LaneId, n: u64) -> Result<Option<Seal>> {
        // Commits stand one behind the other, so that halving finds one.
        let (mut low, mut high) = (1, self.count()?);
        while low <= high {
            let middle = low + (high - low) / 2;
            let (at_lane, at_n) = self.commit_at(middle)?;
            match (at_lane, at_n).cmp(&(lane.0, n)) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle - 1,
                std::cmp::Ordering::Equal => return self.seal_behind(middle),
            }
        }
        Ok(None)
    }

    fn count(&self) -> Result<u64> {
        let sql = "SELECT coalesce(max(position), 0) FROM line";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    fn commit_at(&self, position: u64) -> Result<(u32, u64)> {
        let sql = "SELECT lane, n FROM line WHERE position <= ?1 ORDER BY position DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([position], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(found.unwrap_or((0, 0)))
    }

    fn seal_behind(&self, position: u64) -> Result<Option<Seal>> {
        let sql = "SELECT seal FROM line WHERE position >= ?1 AND seal IS NOT NULL ORDER BY position LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([position], |row| row.get::<_, [u8; 32]>(0)).optional()?;
        Ok(found.map(Seal::from))
    }

    pub(super) fn outcome(&self, command: CommandId) -> Result<Outcome> {
        outcome(&self.connection, command)
    }

    pub(super) fn inbox(&self, after: Option<CommandId>, most: usize) -> Result<Vec<Command>> {
        let sql = "SELECT id, command FROM inbox
                   WHERE outcome IS NULL AND place > coalesce((SELECT place FROM inbox WHERE id = ?1), 0)
                   ORDER BY place LIMIT ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query((after.map(|after| after.bytes()), super::limit(most)))?;
        let mut commands = Vec::new();
        while let Some(row) = found.next()? {
            let (id, text): ([u8; 16], String) = (row.get(0)?, row.get(1)?);
            let id = CommandId::from(id);
            let read: Result<Command, Wrong> =
                Json::of_text(text).and_then(|json| json.read()).map_err(|error| error.to_string());
            let read = read.and_then(|command| match command.id == id {
                true => Ok(command),
                false => Err(format!("it says that it is command {}", command.id)),
            });
            match read {
                Ok(command) => commands.push(command),
                Err(_) if !commands.is_empty() => break,
                Err(wrong) => return Err(damaged(Place::Command(id), wrong).into()),
            }
        }
        Ok(commands)
    }

    pub(super) fn tally(&self) -> Result<Vec<Tally>> {
        let sql = "SELECT p.name, i.rehearsal, i.phase, i.parked, i.overdue, count(*)
                   FROM instance i JOIN process p ON p.id = i.process
                   GROUP BY p.name, i.rehearsal, i.phase, i.parked, i.overdue ORDER BY 1, 2, 3, 4, 5";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = found.next()? {
            let wrong = |what| failed(StoreErrorKind::Damaged, format!("instances: {what}"));
            all.push(tally(&mut Columns::of(row)).map_err(wrong)?);
        }
        Ok(all)
    }

    /// The numbers of the definitions of a process, of a version, or of both.
    pub(super) fn defined(&self, process: Option<&str>, version: Option<u32>) -> Result<Vec<u32>> {
        let sql = "SELECT d.id FROM definition d JOIN process p ON p.id = d.process
                   WHERE (?1 IS NULL OR p.name = ?1) AND (?2 IS NULL OR d.version = ?2) ORDER BY d.id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map((process, version), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    pub(super) fn definitions(&self) -> Result<Vec<Definition>> {
        let sql = "SELECT d.id, p.name, d.version, d.structure, d.shapes
                   FROM definition d LEFT JOIN process p ON p.id = d.process ORDER BY d.id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = found.next()? {
            let wrong =
                |what| failed(StoreErrorKind::Damaged, format!("definition {}: {what}", all.len() + 1));
            all.push(definition(&mut Columns::of(row)).map_err(wrong)?);
        }
        Ok(all)
    }

    pub(super) fn members(&self) -> Result<Vec<(LaneId, Member)>> {
        let sql = "SELECT id, incarnation, build, process_id, joined, serves FROM lane ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = found.next()? {
            let wrong = |what| failed(StoreErrorKind::Damaged, format!("lane {}: {what}", all.len() + 1));
            all.push(member(&mut Columns::of(row)).map_err(wrong)?);
        }
        Ok(all)
    }
}

/// The last lane that was opened, and the last commit in it; 0 and 0, if there is none.
pub(super) fn head(connection: &Connection) -> Result<Head> {
    // Of all lines, the last are those of the last lane that has any.
    let sql = "SELECT max(lane.id), (SELECT lane FROM line ORDER BY position DESC LIMIT 1),
                 (SELECT n FROM line ORDER BY position DESC LIMIT 1) FROM lane";
    let (lane, of, n): (Option<u32>, Option<u32>, Option<u64>) =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok((lane.unwrap_or_default(), n.filter(|_| of == lane).unwrap_or_default()))
}

pub(super) fn outcome(connection: &Connection, command: CommandId) -> Result<Outcome> {
    let mut statement = connection.prepare_cached("SELECT outcome FROM inbox WHERE id = ?1")?;
    let found = statement.query_row([command.bytes()], |row| row.get::<_, Option<u64>>(0)).optional()?;
    Ok(match found {
        None => Outcome::Unknown,
        Some(None) => Outcome::Pending,
        Some(Some(position)) => Outcome::Done(Position(position)),
    })
}

fn row(columns: &mut Columns, names: &mut Names, connection: &Connection) -> Result<Result<Row, StoreError>> {
    let id: [u8; 16] = match columns.needed() {
        Ok(id) => id,
        Err(wrong) => return Ok(Err(StoreError::new(StoreErrorKind::Damaged, format!("a row: {wrong}")))),
    };
    let id = InstanceId::from(id);
    let place = Place::Instance(id);
    let read = (|| {
        let (key, definition) = (columns.key()?, DefinitionId(columns.number()?));
        let rehearsal = columns.flag()?;
        let state = columns.state()?.ok_or("it has no state")?;
        let standing = standing(columns)?;
        let process: u32 = columns.number()?;
        if columns.optional_time()? != standing.wake() {
            return Err("the column `wake` is not what the others say".into());
        }
        let duty = columns.mark()?;
        let (seq, first, last) = (columns.number()?, columns.number()?, columns.number()?);
        let changed = columns.time()?;
        let (first, last) = (Position(first), Position(last));
        Ok::<_, Wrong>((
            (definition, process, duty),
            rehearsal,
            state,
            (key, standing, seq, first, last, changed),
        ))
    })();
    let ((definition, process, duty), rehearsal, state, rest) = match read {
        Ok(read) => read,
        Err(wrong) => return Ok(Err(damaged(place, wrong))),
    };
    let Some(course) = names.of(definition, connection)?.filter(|course| course.process == process) else {
        return Ok(Err(damaged(place, format!("there is no definition {definition} of its process"))));
    };
    let (key, standing, seq, first, last, changed) = rest;
    let state = state.restored((&course.name, course.version), rehearsal, key.as_ref());
    let row = Row { id, key, state, definition, standing, seq, first, last, changed };
    if row.is_duty() != duty {
        return Ok(Err(damaged(place, "the column `duty` is not what its process says".into())));
    }
    Ok(Ok(row))
}

fn standing(columns: &mut Columns) -> Result<Standing, Wrong> {
    Ok(Standing {
        phase: columns.coded(Phase::from_code)?,
        parked: columns.flag()?,
        held: columns.flag()?,
        attempt: columns.number()?,
        due: columns.optional_time()?,
        deadline: columns.optional_time()?,
        overdue: columns.mark()?,
        reason: columns.text()?.map(str::to_owned),
        record: columns.positions()?,
    })
}

fn line(
    columns: &mut Columns,
    names: &mut Names,
    connection: &Connection,
) -> Result<Result<StoredLine, StoreError>> {
    let position = match columns.number() {
        Ok(position) => Position(position),
        Err(wrong) => return Ok(Err(StoreError::new(StoreErrorKind::Damaged, format!("a line: {wrong}")))),
    };
    let place = Place::Line(position);
    let (mut stored, state) = match stored(position, columns) {
        Ok(read) => read,
        Err(wrong) => return Ok(Err(damaged(place, wrong))),
    };
    if let Some(about) = &stored.line.about {
        let Some(course) = names.of(about.definition, connection)? else {
            return Ok(Err(damaged(place, format!("there is no definition {}", about.definition))));
        };
        let (rehearsal, key) = (about.rehearsal, about.key.as_ref());
        stored.line.state = state.map(|state| state.restored((&course.name, course.version), rehearsal, key));
    } else if state.is_some() {
        return Ok(Err(damaged(place, "it has a state, but is about no instance".into())));
    }
    Ok(Ok(stored))
}

type StoredParts = (StoredLine, Option<super::columns::StoredState>);

/// A line as it is stored, and what is stored of its state.
fn stored(position: Position, columns: &mut Columns) -> Result<StoredParts, Wrong> {
    let (lane, n) = (LaneId(columns.number()?), columns.number()?);
    let (at, kind) = (columns.time()?, columns.coded(LineKind::from_code)?);
    let codec = columns.coded(Codec::from_code)?;
    let about = about(columns)?;
    let step = columns.text()?.map(|step| step.to_owned().into());
    let command = columns.bytes::<[u8; 16]>()?.map(CommandId::from);
    let trace = columns.bytes::<[u8; 16]>()?.map(TraceId::from);
    let effect = match columns.optional::<u8>()? {
        None => None,
        Some(code) => Some(effect_of(code).ok_or_else(|| format!("the column `effect` is {code}"))?),
    };
    let state = columns.state()?;
    let payload = columns.json()?;
    let leaf = Leaf::from(columns.needed::<[u8; 16]>()?);
    let seal = columns.bytes::<[u8; 32]>()?.map(Seal::from);
    let line = LogLine { at, kind, about, step, command, trace, effect, codec, state: None, payload };
    Ok((StoredLine { position, lane, n, line, leaf, seal }, state))
}

fn about(columns: &mut Columns) -> Result<Option<About>, Wrong> {
    let Some(instance) = columns.bytes::<[u8; 16]>()? else {
        return columns.nulls(14).map(|()| None);
    };
    Ok(Some(About {
        instance: instance.into(),
        seq: columns.number()?,
        before: columns.optional()?.map(Position),
        definition: DefinitionId(columns.number()?),
        rehearsal: columns.flag()?,
        key: columns.key()?,
        standing: standing(columns)?,
    }))
}

fn definition(columns: &mut Columns) -> Result<Definition, Wrong> {
    Ok(Definition {
        id: DefinitionId(columns.number()?),
        process: columns.text()?.ok_or("its process is missing")?.to_owned(),
        version: columns.number()?,
        structure: columns.json()?.ok_or("it has no structure")?,
        shapes: columns.json()?,
    })
}

fn tally(columns: &mut Columns) -> Result<Tally, Wrong> {
    Ok(Tally {
        process: columns.text()?.ok_or("its process is missing")?.to_owned(),
        rehearsal: columns.flag()?,
        phase: columns.coded(Phase::from_code)?,
        parked: columns.flag()?,
        overdue: columns.mark()?,
        number: columns.number()?,
    })
}

fn member(columns: &mut Columns) -> Result<(LaneId, Member), Wrong> {
    let id = LaneId(columns.number()?);
    let incarnation = columns.needed::<[u8; 16]>()?.into();
    let build = columns.text()?.ok_or("it has no build")?.to_owned();
    let (process_id, joined) = (columns.number()?, columns.time()?);
    let serves = columns.json()?.ok_or("it does not say what it serves")?;
    let serves = serves.read().map_err(|error| format!("the column `serves`: {error}"))?;
    Ok((id, Member { incarnation, build, process_id, joined, serves }))
}

/// The number by which an effect is stored.
pub(super) fn effect_code(effect: Effect) -> u8 {
    match effect {
        Effect::Read => 1,
        Effect::Write => 2,
        Effect::Irreversible => 3,
    }
}

fn effect_of(code: u8) -> Option<Effect> {
    [Effect::Read, Effect::Write, Effect::Irreversible]
        .into_iter()
        .find(|effect| effect_code(*effect) == code)
}

/// The step of a state, as it is stored.
pub(super) fn step_of(at: &At) -> Option<&str> {
    match at {
        At::Step(step) => Some(step),
        At::Finished => None,
    }
}

fn damaged(place: Place, what: Wrong) -> StoreError {
    StoreError::new(StoreErrorKind::Damaged, what).at(place)
}

fn failed(kind: StoreErrorKind, what: String) -> SqliteError {
    StoreError::new(kind, what).into()
}
