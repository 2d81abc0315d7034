//! An owner that writes plain stories: what the tests of a store commit.

use crate::store::{
    About, BusinessKey, Commit, Committed, Definition, DefinitionId, Incarnation, InstanceId, Lane, LineKind,
    LogLine, Member, Phase, Place, Position, Result, Row, RowChange, Seal, Standing, Store, StoreError,
    StoreErrorKind, Timestamp,
};
use crate::{Json, State};
use std::sync::Arc;

/// An owner of a store, with its place in its lane.
#[derive(Debug)]
pub struct Scribe<'a, S> {
    store: &'a S,
    /// Who it is.
    pub member: Member,
    /// What it was given when it joined.
    pub lane: Lane,
    last: (u64, Seal),
    next: Position,
    now: i64,
}

impl<'a, S: Store> Scribe<'a, S> {
    /// Joins as the owner with this number, and opens its lane. The first of all also defines version 1 of
    /// the process `payout`.
    ///
    /// # Errors
    ///
    /// Those of the store.
    pub async fn join(store: &'a S, number: u8) -> Result<Scribe<'a, S>> {
        let mut scribe = Scribe::silent(store, number).await?;
        let mut commit = scribe.commit();
        let at = scribe.tick();
        commit.lines.push(LogLine::opened(at, &scribe.lane, &scribe.member).map_err(unwritable)?);
        if store.definitions().await?.is_empty() {
            let definition = definition(1, "payout");
            let payload = Some(Json::write(&definition).map_err(unwritable)?);
            commit.lines.push(LogLine { payload, ..LogLine::new(at, LineKind::Defined, None) });
            commit.definitions.push(definition);
        }
        scribe.write(commit).await?;
        Ok(scribe)
    }

    /// Joins, and writes nothing yet.
    ///
    /// # Errors
    ///
    /// Those of the store.
    pub async fn silent(store: &'a S, number: u8) -> Result<Scribe<'a, S>> {
        let now = 1_000_000 * i64::from(number);
        let joined = Timestamp::from_millis(now);
        let incarnation = Incarnation::new(joined, [number; 10]);
        let member = Member {
            incarnation,
            build: format!("build {number}"),
            process_id: number.into(),
            joined,
            serves: Vec::new(),
        };
        let lane = store.join(&member).await?;
        Ok(Scribe { store, member, last: (0, Seal::NONE), next: lane.first, lane, now })
    }

    /// A commit without lines, which comes next.
    pub fn commit(&self) -> Commit {
        let (epoch, lane, first) = (self.lane.epoch, self.lane.id, self.next);
        let (n, before) = (self.last.0 + 1, self.last.1);
        let (lines, rows, definitions, consumed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Commit { epoch, lane, n, before, first, lines, rows, definitions, consumed }
    }

    /// The time, which is later at each call.
    pub fn tick(&mut self) -> Timestamp {
        self.now += 7;
        Timestamp::from_millis(self.now)
    }

    /// Tells in a commit that an instance was started: the one with this number, which stands at `load`.
    pub fn start(&mut self, commit: &mut Commit, number: u16, key: Option<BusinessKey>) -> Row {
        let (at, position) = (self.tick(), Position::START);
        let json = key.as_ref().and_then(|key| Json::of_text(key.json().to_owned()).ok());
        let (state, standing) = (state("load", u64::from(number)).keyed(json), Standing::new(Phase::Ready));
        let (seq, definition) = (0, DefinitionId(1));
        let (first, last, id) = (commit.first.plus(commit.lines.len()), position, id(number));
        let mut row = Row { id, key, state, definition, standing, seq, first, last, changed: at };
        self.tell(commit, LineKind::Started, &mut row, true);
        row
    }

    /// Tells in a commit what befell an instance: it stands as its row says now. The line has the state, if
    /// that changed.
    pub fn tell(&mut self, commit: &mut Commit, kind: LineKind, row: &mut Row, changed: bool) {
        let at = self.tick();
        let before = (row.seq > 0).then_some(row.last);
        row.seq += 1;
        row.last = commit.first.plus(commit.lines.len());
        row.changed = at;
        let about = About {
            instance: row.id,
            seq: row.seq,
            before,
            definition: row.definition,
            rehearsal: row.state.is_rehearsal(),
            key: row.key.clone(),
            standing: row.standing.clone(),
        };
        let step = row.state.step().map(|step| step.to_owned().into());
        let state = changed.then(|| row.state.clone());
        commit.lines.push(LogLine { step, state, ..LogLine::new(at, kind, Some(about)) });
        match commit.rows.iter_mut().find(|change| change.row.id == row.id) {
            Some(change) => change.row = row.clone(),
            None => commit.rows.push(RowChange { before: row.seq - 1, row: row.clone() }),
        }
    }

    /// Writes a commit; the next one follows it.
    ///
    /// # Errors
    ///
    /// Those of the store; then nothing follows it.
    pub async fn write(&mut self, commit: Commit) -> Result<Committed> {
        let n = commit.n;
        let committed = self.store.commit(Arc::new(commit)).await?;
        self.last = (n, committed.seal);
        self.next = committed.next;
        Ok(committed)
    }
}

/// The id of the instance with this number: a greater number is a greater id.
pub fn id(number: u16) -> InstanceId {
    InstanceId::new(Timestamp::from_millis(number.into()), [7; 10])
}

/// A state of version 1 of the process `payout`, at this step.
pub fn state(step: &str, amount: u64) -> State {
    let text = format!(
        r#"{{"process":"payout","version":1,"rehearsal":false,"key":null,"at":{{"step":"{step}"}},
        "data":{{"type":"Request","json":{{"consumer":1,"amount":{amount}}}}}}}"#
    );
    serde_json::from_str(&text).expect("it is written as a state is")
}

/// The definition with this number, of version 1 of this process.
pub fn definition(number: u32, process: &str) -> Definition {
    let structure = Json::write(&vec!["load".to_owned()]).expect("it is data");
    let shapes = Some(structure.clone());
    Definition { id: DefinitionId(number), process: process.into(), version: 1, structure, shapes }
}

fn unwritable(error: crate::DataError) -> StoreError {
    StoreError::new(StoreErrorKind::Refused, error.to_string()).at(Place::Line(Position::START))
}
