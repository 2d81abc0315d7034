//! Data that is stored at a step could not be read any more.

use super::sandbox::Sandbox;
use super::since_lock::{locked, tell};
use super::{Findings, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::change::Verdict;
use stateline_schema::shape::Term;

pub(super) static RULE: Rule = Rule {
    name: "incompatible-step-data",
    kind: RuleKind::Time,
    summary: "data that is stored at a step could not be read any more",
    level: Level::Error,
    page: include_str!("incompatible-step-data.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    tell(graph, &RULE, Verdict::StepData, findings);
}

/// What a step takes was written in a way that nobody knows.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let mut lock = locked(sandbox);
    let process = lock.processes.values_mut().find(|process| !process.steps.is_empty())?;
    process.steps[0].takes.value = Term::opaque("planted", None);
    let what = format!("what the first step of {} takes was stored in another way", process.name.value);
    sandbox.lock = Some(lock);
    Some(what)
}
