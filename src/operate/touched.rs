//! `touched`: what a release has written to: which instances, and which effects it had.

use super::app::App;
use super::arguments::{Filter, Payloads};
use super::complaint::{Complaint, Exit};
use super::find::{self, Also, Selection};
use super::screen::{self, Cell, STRONG, Screen, Table};
use super::{told, who};
use crate::runner::{CallLine, Told};
use crate::store::{
    Definition, DefinitionId, InstanceId, LaneId, LineKind, Place, Position, Row, Sqlite, Store, StoreError,
    StoredLine,
};
use crate::{Json, Key};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How many lines are read at once.
const PAGE: usize = 4_096;

/// How many instances are named.
const NAMED: usize = 20;

/// Which lines of the log count.
pub(super) struct Writing {
    /// Those of a build.
    lanes: Option<HashSet<LaneId>>,
    /// Those under a definition.
    definitions: Option<HashSet<DefinitionId>>,
}

impl Writing {
    /// The lines that a filter means by its build, its definition and, if `by_version` says so, its version; none
    /// if it names none of them.
    ///
    /// # Errors
    ///
    /// If there is no such build, definition or version.
    pub(super) async fn of(
        store: &Sqlite,
        filter: &Filter,
        by_version: bool,
    ) -> Result<Option<Writing>, Complaint> {
        let version = filter.version.filter(|_| by_version);
        let lanes = match &filter.build {
            Some(build) => Some(lanes(store, build).await?),
            None => None,
        };
        let definitions = match (filter.definition, version) {
            (None, None) => None,
            (definition, version) => {
                let all = store.definitions().await?;
                let wanted = all.iter().filter(|it| {
                    definition.is_none_or(|id| it.id.0 == id)
                        && version.is_none_or(|version| it.version == version)
                        && filter.process.as_ref().is_none_or(|process| it.process == *process)
                });
                let wanted: HashSet<DefinitionId> = wanted.map(|it| it.id).collect();
                if wanted.is_empty() {
                    let known: Vec<String> = all
                        .iter()
                        .map(|it| format!("{} ({} version {})", it.id, it.process, it.version))
                        .collect();
                    return Err(Complaint::new("there is no such definition here")
                        .help(format!("there is {}", known.join(", "))));
                }
                Some(wanted)
            }
        };
        Ok((lanes.is_some() || definitions.is_some()).then_some(Writing { lanes, definitions }))
    }

    /// The instances to which such a line was written.
    pub(super) async fn instances(&self, store: &Sqlite) -> Result<HashSet<InstanceId>, Complaint> {
        let mut found = HashSet::new();
        let unreadable = self
            .each(store, |stored| {
                found.extend(stored.line.about.as_ref().map(|about| about.instance));
            })
            .await?;
        // An action, and a list before it, is of all of them, or of none.
        match unreadable.into_iter().next() {
            Some(error) => Err(error.into()),
            None => Ok(found),
        }
    }

    /// Goes through all such lines; and tells why others cannot be read, of which nobody knows whether they are such.
    async fn each(
        &self,
        store: &Sqlite,
        mut take: impl FnMut(&StoredLine),
    ) -> Result<Vec<StoreError>, Complaint> {
        let (mut after, mut unreadable) = (Position::START, Vec::new());
        loop {
            let lines = match store.feed(after, PAGE).await {
                Ok(lines) => lines,
                Err(error) => match error.place() {
                    Some(Place::Line(position)) if error.is_damaged() && position > after => {
                        after = position;
                        unreadable.push(error);
                        continue;
                    }
                    _ => return Err(error.into()),
                },
            };
            let Some(last) = lines.last() else { return Ok(unreadable) };
            after = last.position;
            for stored in &lines {
                let Some(about) = &stored.line.about else { continue };
                let lane = self.lanes.as_ref().is_none_or(|lanes| lanes.contains(&stored.lane));
                let defined = self.definitions.as_ref().is_none_or(|it| it.contains(&about.definition));
                if lane && defined {
                    take(stored);
                }
            }
        }
    }
}

/// The lanes in which a build wrote.
async fn lanes(store: &Sqlite, build: &str) -> Result<HashSet<LaneId>, Complaint> {
    let members = store.members().await?;
    let lanes: HashSet<LaneId> =
        members.iter().filter(|(_, member)| member.build == build).map(|(lane, _)| *lane).collect();
    if !lanes.is_empty() {
        return Ok(lanes);
    }
    let known: BTreeSet<String> = members.into_iter().map(|(_, member)| member.build).collect();
    let known: Vec<String> = known.into_iter().collect();
    Err(find::hinted(Complaint::new(format!("no build `{build}` has written here")), build, &known))
}

/// A call, as the lines of the log tell of it.
struct Call {
    instance: InstanceId,
    operation: String,
    effect: String,
    outcome: &'static str,
    request: Option<Json>,
    line: Position,
}

pub(super) async fn touched(
    store: &Sqlite,
    app: Option<App>,
    filter: &Filter,
    payloads: &Payloads,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let writing = Writing::of(store, filter, true).await?.ok_or_else(|| {
        Complaint::new("nothing says by what the instances were touched")
            .help("say --build BUILD, --version N or --definition ID")
    })?;
    let mut calls: HashMap<(InstanceId, Key), Call> = HashMap::new();
    let mut touched: BTreeMap<InstanceId, BTreeSet<DefinitionId>> = BTreeMap::new();
    let lines = writing
        .each(store, |stored| {
            if let Some(about) = &stored.line.about {
                touched.entry(about.instance).or_default().insert(about.definition);
            }
            if let Some((key, call)) = call(stored) {
                let before = calls.remove(&(call.instance, key)).and_then(|before| before.request);
                let instance = call.instance;
                calls.insert((instance, key), Call { request: call.request.or(before), ..call });
            }
        })
        .await?;
    // By what they were touched, that is known by now.
    let all = Filter { version: None, build: None, definition: None, ..filter.clone() };
    let selection = Selection::of(store, &all, Also { ended: true, duties: true }).await?;
    let (mut rows, mut unreadable, mut after) = (Vec::new(), 0, None);
    loop {
        let (found, more) = selection.page(store, after, PAGE).await?;
        for found in found {
            match found {
                Ok(row) if touched.contains_key(&row.id) => rows.push(row),
                Ok(_) => {}
                Err((id, _)) => unreadable += u64::from(touched.contains_key(&id)),
            }
        }
        let Some(more) = more else { break };
        after = Some(more);
    }
    let shown: HashMap<InstanceId, String> = rows.iter().map(|row| (row.id, find::name(row))).collect();
    let mut calls: Vec<Call> =
        calls.into_values().filter(|call| shown.contains_key(&call.instance)).collect();
    calls.sort_by_key(|call| call.line);
    let unreadable = [("lines:", lines.len() as u64), ("instances:", unreadable)];
    let exit = if unreadable.iter().all(|(_, number)| *number == 0) { Exit::Good } else { Exit::Amiss };
    for (what, number) in unreadable.into_iter().filter(|(_, number)| *number > 0) {
        let number = screen::number(number);
        screen.note(&format!("left out, because they cannot be read: {what} {number}; `verify` names them"));
    }
    if payloads.payloads {
        who::viewer_of(store, app, &rows, payloads, screen).await?;
        for call in &calls {
            let read = |json: &Json| serde_json::from_str::<serde_json::Value>(json.text()).ok();
            screen.text(&serde_json::json!({
                "instance": shown.get(&call.instance), "id": call.instance.to_string(),
                "operation": call.operation, "effect": call.effect, "outcome": call.outcome, "line": call.line,
                "request": call.request.as_ref().and_then(read),
            }));
        }
        return Ok(exit);
    }
    let under: BTreeSet<DefinitionId> =
        rows.iter().filter_map(|row| touched.get(&row.id)).flatten().copied().collect();
    let definitions = store.definitions().await?.into_iter().filter(|it| under.contains(&it.id)).collect();
    tell(Touched { rows, calls, definitions }, screen);
    Ok(exit)
}

/// What was touched: instances, calls of theirs, and under which definitions.
struct Touched {
    rows: Vec<Row>,
    calls: Vec<Call>,
    definitions: Vec<Definition>,
}

/// What a line says of a call.
fn call(stored: &StoredLine) -> Option<(Key, Call)> {
    let line = &stored.line;
    if !matches!(line.kind, LineKind::Intent | LineKind::Answer) {
        return None;
    }
    let instance = line.about.as_ref()?.instance;
    let CallLine { key, operation, request, told, .. } = line.payload.as_ref()?.read().ok()?;
    let outcome = match told {
        Told::Came { .. } => "answered",
        Told::NotDone => "not done",
        Told::Intent | Told::Open(_) => "unknown",
    };
    let effect = line.effect.map_or_else(|| "unknown".into(), |effect| effect.to_string());
    Some((key, Call { instance, operation, effect, outcome, request, line: stored.position }))
}

fn tell(Touched { rows, calls, definitions }: Touched, screen: &Screen) {
    for Definition { id, process, version, .. } in &definitions {
        screen.object(&serde_json::json!({"definition": id, "process": process, "version": version}));
    }
    let mut states: BTreeMap<(String, u32, &str), u64> = BTreeMap::new();
    for row in &rows {
        let status = find::status(row).word();
        *states.entry((row.state.process().to_owned(), row.state.version(), status)).or_default() += 1;
        screen.object(&serde_json::json!({
            "instance": find::name(row), "id": row.id.to_string(), "status": status,
            "version": row.state.version(), "step": told::at(row),
        }));
    }
    let mut effects: BTreeMap<(&str, &str), BTreeMap<&str, u64>> = BTreeMap::new();
    for call in &calls {
        *effects.entry((&call.operation, &call.effect)).or_default().entry(call.outcome).or_default() += 1;
    }
    screen.say(format!("{STRONG}{} touched{STRONG:#}", screen::number(rows.len() as u64)));
    for ((process, version, status), number) in &states {
        let said = format!("{} of {process} version {version}: {status}", screen::number(*number));
        screen.paragraph(&said, "  ", "    ");
    }
    for Definition { id, process, version, .. } in &definitions {
        screen.paragraph(&format!("definition {id}: {process} version {version}"), "  ", "    ");
    }
    for row in rows.iter().take(NAMED) {
        screen.paragraph(&format!("{} {}", find::name(row), told::stands(row)), "  ", "    ");
    }
    if rows.len() > NAMED {
        let more = screen::number((rows.len() - NAMED) as u64);
        screen.say(format!("  and {more} more (--json lists all)"));
    }
    let mut table = Table::new(&["OPERATION", "EFFECT", "ANSWERED", "NOT DONE", "UNKNOWN"]);
    for ((operation, effect), outcomes) in &effects {
        let of = |outcome: &str| outcomes.get(outcome).copied().unwrap_or_default();
        let (answered, not_done, unknown) = (of("answered"), of("not done"), of("unknown"));
        screen.object(&serde_json::json!({
            "operation": operation, "effect": effect, "answered": answered, "not_done": not_done,
            "unknown": unknown,
        }));
        table.row(vec![
            Cell((*operation).to_owned(), STRONG),
            Cell::plain(*effect),
            Cell::plain(screen::number(answered)),
            Cell::plain(screen::number(not_done)),
            Cell::plain(screen::number(unknown)),
        ]);
    }
    if !effects.is_empty() {
        screen.say("");
        screen.table(&table);
    }
    screen.paragraph(
        "--payloads --why … shows what was asked for; every action takes the same --build and --definition",
        "",
        "",
    );
}
