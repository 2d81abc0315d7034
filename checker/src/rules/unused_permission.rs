//! A permission that no code makes use of.

use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::permission::Verdict;
use crate::prove::Plot;

pub(super) static RULE: Rule = Rule {
    name: "unused-permission",
    kind: RuleKind::Border,
    summary: "the map permits what no code does",
    // The code keeps to the map, and a change that removes the last call should not fail for it.
    level: Level::Warning,
    page: include_str!("unused-permission.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for unused in graph.unused() {
        let found = Found::new(unused.message, unused.place).help("take it out of the map");
        findings.add(found);
    }
}

/// A context may call what no planted code calls.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let contexts = plot.contexts();
    let mut pairs = contexts.iter().flat_map(|from| contexts.iter().map(move |to| (*from, *to)));
    let (from, to, function) = pairs.find_map(|(from, to)| {
        let free = plot
            .functions(to)
            .find(|function| !matches!(plot.judge(from, *function), Verdict::Allowed(_)))?;
        (from != to).then_some((from, to, free))
    })?;
    plot.permit_call(from, to, function)?;
    Some(format!("{} may call {}, but does not", plot.graph.name(from), plot.graph.path(function)))
}
