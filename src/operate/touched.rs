//! `touched`: what a release has written to: which instances, and which effects it had.

use super::arguments::{Filter, Payloads};
use super::complaint::{Complaint, Exit};
use super::find::{self, Also, Selection};
use super::screen::{self, Cell, STRONG, Screen, Table};
use super::who;
use crate::runner::{CallLine, Told};
use crate::store::{DefinitionId, InstanceId, LaneId, LineKind, Position, Sqlite, Store, StoredLine};
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
        self.each(store, |stored| {
            found.extend(stored.line.about.as_ref().map(|about| about.instance));
        })
        .await?;
        Ok(found)
    }

    /// Goes through all such lines.
    async fn each(&self, store: &Sqlite, mut take: impl FnMut(&StoredLine)) -> Result<(), Complaint> {
        let mut after = Position::START;
        loop {
            let lines = store.feed(after, PAGE).await?;
            let Some(last) = lines.last() else { return Ok(()) };
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
    filter: &Filter,
    payloads: &Payloads,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let writing = Writing::of(store, filter, true).await?.ok_or_else(|| {
        Complaint::new("nothing says by what the instances were touched")
            .help("say --build BUILD, --version N or --definition ID")
    })?;
    let mut calls: HashMap<(InstanceId, Key), Call> = HashMap::new();
    let mut touched: BTreeSet<InstanceId> = BTreeSet::new();
    writing
        .each(store, |stored| {
            touched.extend(stored.line.about.as_ref().map(|about| about.instance));
            if let Some((key, call)) = call(stored) {
                let before = calls.remove(&(call.instance, key)).and_then(|before| before.request);
                let instance = call.instance;
                calls.insert((instance, key), Call { request: call.request.or(before), ..call });
            }
        })
        .await?;
    let selection =
        Selection::of(store, &Filter { version: None, ..filter.clone() }, Also { ended: true, duties: true })
            .await?;
    let (mut rows, mut after) = (Vec::new(), None);
    loop {
        let (found, more) = selection.page(store, after, PAGE).await?;
        rows.extend(found.into_iter().flatten().filter(|row| touched.contains(&row.id)));
        let Some(more) = more else { break };
        after = Some(more);
    }
    let shown: HashSet<InstanceId> = rows.iter().map(|row| row.id).collect();
    let mut calls: Vec<Call> = calls.into_values().filter(|call| shown.contains(&call.instance)).collect();
    calls.sort_by_key(|call| call.line);
    if payloads.payloads {
        who::viewer_of(store, &rows, payloads).await?;
        for call in &calls {
            let read = |json: &Json| serde_json::from_str::<serde_json::Value>(json.text()).ok();
            screen.text(&serde_json::json!({
                "instance": call.instance.to_string(), "operation": call.operation, "effect": call.effect,
                "outcome": call.outcome, "line": call.line, "request": call.request.as_ref().and_then(read),
            }));
        }
        return Ok(Exit::Good);
    }
    tell(&rows, &calls, screen);
    Ok(Exit::Good)
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

fn tell(rows: &[crate::store::Row], calls: &[Call], screen: &Screen) {
    let mut states: BTreeMap<(String, u32, &str), u64> = BTreeMap::new();
    for row in rows {
        let status = find::status(row).word();
        *states.entry((row.state.process().to_owned(), row.state.version(), status)).or_default() += 1;
        screen.object(&serde_json::json!({
            "instance": find::name(row), "id": row.id.to_string(), "status": status,
            "version": row.state.version(), "step": row.state.step(),
        }));
    }
    let mut effects: BTreeMap<(&str, &str), BTreeMap<&str, u64>> = BTreeMap::new();
    for call in calls {
        *effects.entry((&call.operation, &call.effect)).or_default().entry(call.outcome).or_default() += 1;
    }
    screen.say(format!("{STRONG}{} touched{STRONG:#}", screen::number(rows.len() as u64)));
    for ((process, version, status), number) in &states {
        screen.say(format!("  {} of {process} version {version}: {status}", screen::number(*number)));
    }
    for row in rows.iter().take(NAMED) {
        screen.say(format!("  {} at {}", find::name(row), row.state.step().unwrap_or("-")));
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
            "operation": operation, "effect": effect, "answered": answered, "not-done": not_done,
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
        "what was asked for: --payloads --why …; `hold`, `release` and `rollback` take the same --build and \
         --definition",
        "",
        "",
    );
}
