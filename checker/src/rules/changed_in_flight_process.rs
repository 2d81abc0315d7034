//! A version of a process is another one than the one that instances began with.

use super::sandbox::Sandbox;
use super::since_lock::{locked, tell};
use super::{Findings, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::change::Verdict;

pub(super) static RULE: Rule = Rule {
    name: "changed-in-flight-process",
    kind: RuleKind::Time,
    summary: "a version of a process that is served is another one than was locked",
    level: Level::Error,
    page: include_str!("changed-in-flight-process.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    tell(graph, &RULE, Verdict::Process, findings);
}

/// The first step of a version was another one.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let mut lock = locked(sandbox);
    let process = lock.processes.values_mut().find(|process| !process.steps.is_empty())?;
    process.steps[0].name.value = "planted".to_owned();
    let what = format!("the first step of {} {} had another name", process.name.value, process.version);
    sandbox.lock = Some(lock);
    Some(what)
}
