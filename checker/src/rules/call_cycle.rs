//! Contexts that call each other in a ring.

use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::cycle::{Cycle, cycles};
use crate::graph::permission::{GrantKind, Verdict};
use crate::graph::{ContextId, Graph, Kind, Where};
use crate::prove::Plot;
use stateline_schema::map::CodeKind;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    name: "call-cycle",
    kind: RuleKind::Border,
    summary: "contexts call each other in a ring",
    level: Level::Error,
    page: include_str!("call-cycle.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let calls = calls(graph);
    let edges: Vec<(usize, usize, usize)> =
        calls.iter().map(|((from, to), places)| (from.index(), to.index(), places.len())).collect();
    let pairs: Vec<(ContextId, ContextId)> = calls.keys().copied().collect();
    for cycle in cycles(graph.input.map.contexts.len(), &edges) {
        let edge = |index: usize| {
            let pair = pairs[index];
            (pair, &calls[&pair])
        };
        findings.add(ring(graph, &cycle, &edge));
    }
}

/// Who calls whom in ordinary code, as far as the map permits it: what it does not permit is found
/// by other rules.
fn calls(graph: &Graph<'_>) -> BTreeMap<(ContextId, ContextId), Vec<Where>> {
    let mut calls: BTreeMap<(ContextId, ContextId), Vec<Where>> = BTreeMap::new();
    for crossing in graph.crossings() {
        let is_call = crossing.edge.kind == Kind::Call && crossing.edge.code == CodeKind::Main;
        let of_message = graph.permissions.messages.contains(&crossing.item);
        if is_call && !of_message && matches!(graph.judge(&crossing), Verdict::Allowed(_)) {
            calls.entry((crossing.from, crossing.to)).or_default().extend(&crossing.edge.places);
        }
    }
    for grant in &graph.permissions.grants {
        if grant.kind == GrantKind::Call && grant.code == CodeKind::Main && !grant.void {
            calls.entry((grant.from, grant.to)).or_default().push(Where::Map(grant.span));
        }
    }
    calls
}

type Call<'c> = ((ContextId, ContextId), &'c Vec<Where>);

fn ring<'c>(graph: &Graph<'_>, cycle: &Cycle, edge: &dyn Fn(usize) -> Call<'c>) -> Found {
    let names: Vec<&str> = cycle.nodes.iter().map(|node| graph.name(ContextId::new(*node))).collect();
    let arrow = |index: usize| {
        let ((from, to), _) = edge(index);
        format!("{} -> {}", graph.name(from), graph.name(to))
    };
    let message = match names.as_slice() {
        [only] => format!("{only} calls itself across its border"),
        [rest @ .., last] => format!("{} and {last} call each other in a ring", rest.join(", ")),
        [] => String::new(),
    };
    // One place for each edge, those to be cut first; `why` shows the others.
    let mut in_order = cycle.cut.clone();
    in_order.extend(cycle.edges.iter().copied().filter(|edge| !cycle.cut.contains(edge)));
    let mut places = in_order.iter().filter_map(|&index| {
        let ((from, to), places) = edge(index);
        let count = places.iter().filter(|place| matches!(place, Where::Code(_))).count();
        let many = if count > 1 { format!(" ({count} places)") } else { String::new() };
        let label = format!("{} calls {}{many}", graph.name(from), graph.name(to));
        places.first().map(|place| graph.at(*place, label))
    });
    let first = places.next().unwrap_or(Place { path: String::new(), span: 0..0, label: String::new() });
    let said = cycle.cut.iter().filter_map(|&index| {
        let ((from, to), places) = edge(index);
        let label = format!("{} may call {}", graph.name(from), graph.name(to));
        let said = places.iter().skip(1).find(|place| matches!(place, Where::Map(_)));
        said.map(|place| graph.at(*place, label))
    });
    let cut: Vec<String> = cycle.cut.iter().map(|&index| arrow(index)).collect();
    let proof = if cycle.exact { "no smaller cut opens it" } else { "a smaller cut may exist" };
    Found::new(message, first)
        .places(places)
        .places(said)
        .help(format!("let messages go one way: cut {} ({proof})", cut.join(", ")))
}

/// Two contexts may call each other.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let mut callable =
        plot.contexts().into_iter().filter_map(|context| Some((context, plot.functions(context).next()?)));
    let (one, other) = (callable.next()?, callable.next()?);
    plot.permit_call(one.0, other.0, other.1)?;
    plot.permit_call(other.0, one.0, one.1)?;
    Some(format!("{} and {} may call each other", plot.graph.name(one.0), plot.graph.name(other.0)))
}
