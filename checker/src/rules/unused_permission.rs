//! A permission that no code makes use of.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::permission::Verdict;

pub(super) static RULE: Rule = Rule {
    name: "unused-permission",
    kind: RuleKind::Border,
    summary: "the map permits something that no code does",
    // The code keeps to the map, and a change that removes the last call should not fail for it.
    level: Level::Warning,
    page: include_str!("unused-permission.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    // What permits nothing is a mistake in the map, and told as one.
    for unused in graph.unused().iter().filter(|unused| !unused.is_void) {
        findings.add(Found::new(unused.message.clone(), unused.place.clone()).help(unused.help.clone()));
    }
}

/// A context may call what no planted code calls.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let contexts = sandbox.contexts();
    let mut pairs = contexts.iter().flat_map(|from| contexts.iter().map(move |to| (*from, *to)));
    let (from, to, function) = pairs.find_map(|(from, to)| {
        let free = sandbox
            .functions(to)
            .find(|function| !matches!(sandbox.judge(from, *function), Verdict::Allowed(_)))?;
        (from != to).then_some((from, to, free))
    })?;
    sandbox.permit_call(from, to, function)?;
    Some(format!("{} may call {}, but does not", sandbox.graph.name(from), sandbox.graph.path(function)))
}
