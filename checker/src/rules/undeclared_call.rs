//! A context names what another offers, but its own part of the map does not say so.

use super::border::{self, Border};
use super::{Findings, Found, Rule, undeclared_subscription};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::permission::Verdict;
use crate::prove::Plot;

pub(super) static RULE: Rule = Rule {
    name: "undeclared-call",
    summary: "a context calls or names what its map does not say it may",
    level: Level::Error,
    page: include_str!("undeclared-call.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let borders = border::grouped(graph, |verdict| verdict == Verdict::NotDeclared);
    for border in borders.into_iter().filter(|border| !undeclared_subscription::is_about(graph, border.item)) {
        let (who, what) = (graph.name(border.from), graph.path(border.item));
        let message = format!(
            "{who} {} {what}{}, which its map does not allow",
            border.verb(graph),
            border.in_kind_of_code()
        );
        let found = Found::new(message, border.first(graph))
            .place(border.permitted(graph))
            .places(border.others(graph))
            .edge(border.edge(graph))
            .help(advice(graph, &border));
        findings.add(found);
    }
}

fn advice(graph: &Graph<'_>, border: &Border) -> String {
    let (who, whose) = (graph.name(border.from), graph.name(border.to));
    match border.is_function(graph) {
        true => format!(
            "let {who} tell {whose} by a message, or do with what it may call; if it must call this, its \
             part of the map says so under `calls`"
        ),
        false => format!("if {who} is to know it, its part of the map says so under `uses: {whose}`"),
    }
}

/// Some context calls or names what it does not declare.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let graph = plot.graph;
    border::plant(plot, |item, verdict| {
        verdict == Verdict::NotDeclared && !undeclared_subscription::is_about(graph, item)
    })
}
