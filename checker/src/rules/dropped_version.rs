//! A version that was locked is served no more.

use super::sandbox::Sandbox;
use super::since_lock::{locked, tell};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::change::Verdict;
use crate::graph::consequence::{Consequence, Stand, Whom};
use stateline_schema::population::Alike;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    name: "dropped-version",
    kind: RuleKind::Time,
    summary: "a locked version is no longer served",
    level: Level::Error,
    page: include_str!("dropped-version.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    tell(graph, &RULE, Verdict::Dropped, findings);
    let Some(population) = graph.input.population else { return };
    let mut told = BTreeSet::new();
    for Alike { process, version, .. } in &population.instances {
        if is_served(graph, process, *version) || !told.insert((&process.value, *version)) {
            continue;
        }
        let consequence = Consequence {
            whom: Whom::Instances {
                process: process.value.clone(),
                version: *version,
                stand: Stand::Anywhere,
            },
            what: "would never continue, because no runner serves it".into(),
        };
        let consequence = consequence.told(Some(population));
        let found = Found::new(
            format!("version {version} of `{process}` has instances, but is not served"),
            graph.at_map(process.span, "counted here"),
        );
        findings.add(found.help(format!(
            "add it to `processes.{process}.earlier.{version}` as it was, until no instance of it is left; otherwise \
             {consequence}"
        )));
    }
}

/// Whether the map has a version, or the lock, so that whatever it misses is told already.
fn is_served(graph: &Graph<'_>, process: &str, version: u32) -> bool {
    let key = (process.to_owned(), version);
    let locked = graph.input.base.or(graph.input.lock);
    let told = locked.is_some_and(|lock| lock.processes.contains_key(&key));
    let declared = graph.input.map.process(process);
    told || declared.is_some_and(|it| it.versions().any(|it| it.number.value == version))
}

/// A version that nobody wrote was locked.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let mut lock = locked(sandbox);
    let mut process = lock.processes.values().next()?.clone();
    process.version = u32::MAX;
    let what = format!("a version {} of {} was locked", process.version, process.name.value);
    lock.processes.insert((process.name.value.clone(), process.version), process);
    sandbox.lock = Some(lock);
    Some(what)
}
