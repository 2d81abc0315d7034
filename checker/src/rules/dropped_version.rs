//! A version that was locked is served no more.

use super::sandbox::Sandbox;
use super::since_lock::{locked, tell};
use super::{Findings, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::change::Verdict;

pub(super) static RULE: Rule = Rule {
    name: "dropped-version",
    kind: RuleKind::Time,
    summary: "a version that was locked is served no more",
    level: Level::Error,
    page: include_str!("dropped-version.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    tell(graph, &RULE, Verdict::Dropped, findings);
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
