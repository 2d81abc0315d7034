//! A permission that no code makes use of.

use super::{Findings, Found, Rule};
use crate::finding::Level;
use crate::graph::Graph;

pub(super) static RULE: Rule = Rule {
    name: "unused-permission",
    summary: "the map permits what no code does",
    // The code keeps to the map, and a change that removes the last call should not fail for it.
    level: Level::Warning,
    page: include_str!("unused-permission.md"),
    check,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for unused in graph.unused() {
        let found = Found::new(unused.message, unused.place).help("take it out of the map");
        findings.add(found);
    }
}
