//! A context names what another keeps to itself.

use super::border::{self, Border};
use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::permission::Verdict;

pub(super) static RULE: Rule = Rule {
    name: "private-item",
    kind: RuleKind::Crossing,
    summary: "a context uses an item that its owner does not export",
    level: Level::Error,
    page: include_str!("private-item.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for border in border::grouped(graph, |verdict| matches!(verdict, Verdict::NotOffered(_))) {
        let Border { from, to, item, .. } = border;
        let (who, whose) = (graph.name(from), graph.name(to));
        let name = graph.world().text(graph.world().def(item).name);
        let message = format!(
            "`{who}` is not allowed to {} {}{}, which `{whose}` does not export",
            border.verb(graph),
            border.what(graph),
            border.in_kind_of_code()
        );
        let found = Found::new(message, border.first(graph))
            .place(border.offered(graph))
            .places(border.listed(graph))
            .places(border.others(graph))
            .edge(border.edge(graph))
            .help(match border.is_function(graph) {
                true => format!(
                    "call an operation or an exported item of `{whose}` instead: `{name}` is private to its module"
                ),
                false => format!(
                    "use an item that `{whose}` exports, or call one of its operations; or, to export this one, {}",
                    border.export(graph)
                ),
            });
        findings.add(found);
    }
}

/// Some context names what its owner does not offer.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    border::plant(sandbox, |_, verdict| matches!(verdict, Verdict::NotOffered(_)))
}
