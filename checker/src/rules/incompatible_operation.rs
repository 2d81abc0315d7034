//! An old and a new build could not read each other's calls or answers.

use super::sandbox::Sandbox;
use super::since_lock::{locked, tell};
use super::{Findings, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::change::Verdict;
use stateline_schema::shape::Term;

pub(super) static RULE: Rule = Rule {
    name: "incompatible-operation",
    kind: RuleKind::Time,
    summary: "an old and a new build could not read each other's calls or answers",
    level: Level::Error,
    page: include_str!("incompatible-operation.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    tell(graph, &RULE, Verdict::Operation, findings);
}

/// An answer was written in a way that nobody knows.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let mut lock = locked(sandbox);
    let operation = lock.operations.values_mut().next()?;
    operation.returns.value = Term::opaque("planted", None);
    let what = format!("the answer of {} was written in another way", operation.name.value);
    sandbox.lock = Some(lock);
    Some(what)
}
