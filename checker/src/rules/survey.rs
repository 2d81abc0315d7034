//! What a check looked at, so that nobody mistakes silence for safety.

use super::tolerance::Tally;
use crate::graph::permission::GrantKind;
use crate::graph::{GrantId, Graph};
use crate::lock::changes;
use rustc_hash::FxHashSet;
use serde::{Serialize, Serializer};
use stateline_rust::{Counted, Coverage, FileId, UnresolvedKind};
use stateline_schema::{Date, Level, Tolerated};
use std::collections::BTreeMap;

/// Exceptions that end within this many days are named in the summary.
const SOON: u32 = 14;

/// Counts of one run, as reports show them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Survey {
    pub contexts: usize,
    /// Contexts among them that are somebody else's.
    pub external: usize,
    pub files_read: usize,
    /// Files among them that a context owns.
    pub files_owned: usize,
    /// `.rs` files in no target: not read.
    pub files_unreached: usize,
    /// Ordered pairs of contexts of which the map lets the one name something of the other.
    pub edges_permitted: usize,
    /// Pairs among them of which code makes use.
    pub edges_used: usize,
    /// Entries of `calls` and `uses`.
    pub permissions: usize,
    /// Entries among them of which code makes use.
    pub permissions_used: usize,
    /// Places in the code that name another context's item.
    pub crossings: usize,
    pub topics: usize,
    pub processes: usize,
    /// Steps of the current version of all processes.
    pub steps: usize,
    /// Calls of steps, and of what they run, into packages that are not known to be pure.
    pub step_ends: usize,
    /// What the lock holds, if there is one.
    pub locked: Option<Locked>,
    /// Rules that the map sets to `off`.
    pub rules_off: Vec<String>,
    pub exceptions: usize,
    /// Findings that exceptions tolerate.
    pub tolerated: usize,
    /// The next day on which an exception ends.
    #[serde(serialize_with = "next_day")]
    pub next_expiry: Option<Date>,
    /// Exceptions that end within 14 days.
    pub ending_soon: Vec<Ending>,
    /// Paths, methods and fields of the code, and what is not known of them.
    #[serde(serialize_with = "counts")]
    pub coverage: Coverage,
}

/// What the lock holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Locked {
    /// Versions of processes.
    pub versions: usize,
    pub messages: usize,
    pub operations: usize,
    pub types: usize,
    /// Changes that were accepted although they are unsafe.
    pub accepted: usize,
    /// What changed since, and harms nothing that is in flight: the code of steps and compensations, new versions.
    pub harmless: Vec<String>,
}

impl Locked {
    fn new(graph: &Graph<'_>) -> Option<Self> {
        let lock = graph.input.lock?;
        let harmless = changes(graph).iter().filter(|change| !change.verdict.is_unsafe());
        Some(Locked {
            versions: lock.processes.len(),
            messages: lock.messages.len(),
            operations: lock.operations.len(),
            types: lock.types.len(),
            accepted: lock.accepted.iter().map(|accepted| accepted.changes.len()).sum(),
            harmless: harmless.map(|change| change.message.clone()).collect(),
        })
    }
}

/// Exceptions of one owner for one edge, of which the first ends soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ending {
    /// Who names something, and of which crate: `payments -> ledger`; or the rule and the place.
    pub what: String,
    pub owner: Option<String>,
    /// How many items.
    pub items: usize,
    /// The first of their last days.
    #[serde(serialize_with = "day")]
    pub until: Date,
}

impl Survey {
    pub(super) fn new(graph: &Graph<'_>, tolerated: Tally) -> Self {
        let input = &graph.input;
        let map = input.map;
        let (entries, used) = used(graph);
        let pair = |grant: &GrantId| {
            let grant = graph.permissions.grant(*grant);
            (grant.from, grant.to)
        };
        let pairs = |grants: &FxHashSet<GrantId>| grants.iter().map(pair).collect::<FxHashSet<_>>().len();
        let off = map.rules.iter().filter(|(_, level)| level.value == Level::Off);
        Survey {
            contexts: map.contexts.len(),
            external: map.contexts.values().filter(|context| context.is_external()).count(),
            files_read: input.world.workspace.files.len(),
            files_owned: files_owned(graph),
            files_unreached: input.world.workspace.orphans.len(),
            edges_permitted: pairs(&entries),
            edges_used: pairs(&used),
            permissions: listed(graph, &entries),
            permissions_used: listed(graph, &used),
            crossings: graph.crossings().iter().map(|crossing| crossing.references.len()).sum(),
            topics: map.topics.len(),
            processes: map.processes.len(),
            steps: map.processes.values().map(|process| process.current.steps.len()).sum(),
            step_ends: graph.step_ends.get().map_or(0, Vec::len),
            locked: Locked::new(graph),
            rules_off: off.map(|(name, _)| name.value.clone()).collect(),
            exceptions: input.exceptions.entries.len(),
            tolerated: tolerated.findings,
            next_expiry: input.exceptions.next_expiry(input.as_of),
            ending_soon: ending_soon(graph),
            coverage: input.coverage,
        }
    }
}

/// All grants, and those that code makes use of.
fn used(graph: &Graph<'_>) -> (FxHashSet<GrantId>, FxHashSet<GrantId>) {
    let all = (0..graph.permissions.grants.len()).map(GrantId::new).collect();
    (all, graph.used_grants())
}

fn listed(graph: &Graph<'_>, grants: &FxHashSet<GrantId>) -> usize {
    let listed = |grant: &&GrantId| graph.permissions.grant(**grant).kind != GrantKind::Message;
    grants.iter().filter(listed).count()
}

fn files_owned(graph: &Graph<'_>) -> usize {
    let world = graph.world();
    let mut owned: FxHashSet<FileId> = FxHashSet::default();
    let held = world.instances.iter().filter(|held| !world.is_stand_in(held.file));
    owned.extend(held.filter(|held| graph.regions.owner(held.module).is_some()).map(|held| held.file));
    owned.len()
}

/// Once for each edge and owner, by the day on which the first of it ends.
fn ending_soon(graph: &Graph<'_>) -> Vec<Ending> {
    let today = graph.input.as_of;
    let last = today.after(SOON);
    let mut ending: BTreeMap<(String, Option<String>), (Date, usize)> = BTreeMap::new();
    for entry in &graph.input.exceptions.entries {
        let until = entry.until.as_ref().map(|until| until.value);
        let Some(until) = until.filter(|until| (today..=last).contains(until)) else { continue };
        for tolerated in &entry.tolerates {
            let owner = entry.owner.as_ref().map(|owner| owner.value.clone());
            let (day, items) = ending.entry((edge(tolerated), owner)).or_insert((until, 0));
            *day = until.min(*day);
            *items += 1;
        }
    }
    let told = ending.into_iter().map(|((what, owner), (until, items))| Ending { what, owner, items, until });
    let mut told: Vec<Ending> = told.collect();
    told.sort_by(|a, b| (a.until, &a.what).cmp(&(b.until, &b.what)));
    told
}

/// Who names something, and of which crate; or the rule and the place.
pub fn edge(tolerated: &Tolerated) -> String {
    match tolerated {
        Tolerated::Edge { from, to, .. } => match to.value.base() {
            Some(path) => format!("{from} -> {}", path.first()),
            None => format!("{from} -> {}", to.value),
        },
        Tolerated::Rule { .. } => tolerated.to_string(),
    }
}

/// A day as text: `2026-12-31`.
fn day<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(day)
}

#[expect(clippy::ref_option, reason = "serde hands fields over by reference")]
fn next_day<S: Serializer>(next: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    next.map(|day| day.to_string()).serialize(to)
}

/// `{ "paths": { "resolved", "outside", "unresolved" }, "members": …, "kinds": { … } }`.
fn counts<S: Serializer>(of: &Coverage, to: S) -> Result<S::Ok, S::Error> {
    let outcomes = |counted, resolved| {
        let (outside, unresolved) = (of.outside(counted), of.unresolved(counted));
        serde_json::json!({ "resolved": resolved, "outside": outside, "unresolved": unresolved })
    };
    let kinds = UnresolvedKind::all().map(|kind| (kind.name().to_owned(), of.of(kind).into()));
    let kinds: serde_json::Map<String, serde_json::Value> = kinds.collect();
    let counts = serde_json::json!({
        "paths": outcomes(Counted::Path, of.paths_resolved),
        "members": outcomes(Counted::Member, of.members_resolved),
        "kinds": kinds,
    });
    counts.serialize(to)
}
