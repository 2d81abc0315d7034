//! Contexts that call each other in a ring.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::cycle::{Cycle, cycles};
use crate::graph::permission::{GrantKind, Verdict};
use crate::graph::{ContextId, Graph, ReferenceId};
use stateline_schema::Span;
use stateline_schema::map::CodeKind;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    name: "call-cycle",
    kind: RuleKind::Border,
    summary: "contexts call each other in a cycle",
    level: Level::Error,
    page: include_str!("call-cycle.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let calls = calls(graph);
    let edges: Vec<(usize, usize, usize)> = calls
        .iter()
        .map(|((from, to), calls)| (from.index(), to.index(), calls.made.len() + calls.permitted.len()))
        .collect();
    let pairs: Vec<(ContextId, ContextId)> = calls.keys().copied().collect();
    for cycle in cycles(graph.input.map.contexts.len(), &edges) {
        let edge = |index: usize| {
            let pair = pairs[index];
            (pair, &calls[&pair])
        };
        findings.add(ring(graph, &cycle, &edge));
    }
}

/// What makes one context call another: calls in the code, then entries of the map.
#[derive(Default)]
struct Calls {
    made: Vec<ReferenceId>,
    permitted: Vec<Span>,
}

/// Who calls whom in ordinary code, as far as the map permits it: what it does not permit is found
/// by other rules.
fn calls(graph: &Graph<'_>) -> BTreeMap<(ContextId, ContextId), Calls> {
    let mut calls: BTreeMap<(ContextId, ContextId), Calls> = BTreeMap::new();
    for crossing in graph.crossings() {
        let is_call = crossing.is_call && crossing.code == CodeKind::Main;
        let of_message = graph.permissions.messages.contains(&crossing.item);
        if is_call && !of_message && matches!(crossing.verdict, Verdict::Allowed(_)) {
            calls.entry((crossing.from, crossing.to)).or_default().made.extend(&crossing.references);
        }
    }
    for grant in &graph.permissions.grants {
        if grant.kind == GrantKind::Call && grant.code == CodeKind::Main {
            calls.entry((grant.from, grant.to)).or_default().permitted.push(grant.span);
        }
    }
    calls
}

type Pair<'c> = ((ContextId, ContextId), &'c Calls);

fn ring<'c>(graph: &Graph<'_>, cycle: &Cycle, edge: &dyn Fn(usize) -> Pair<'c>) -> Found {
    let names: Vec<&str> = cycle.nodes.iter().map(|node| graph.name(ContextId::new(*node))).collect();
    let arrow = |index: usize| {
        let ((from, to), _) = edge(index);
        format!("from `{}` to `{}`", graph.name(from), graph.name(to))
    };
    let message = match names.as_slice() {
        [only] => format!("`{only}` calls itself across its border"),
        [rest @ .., last] => format!(
            "{} and `{last}` call each other in a cycle",
            rest.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        ),
        [] => String::new(),
    };
    // One place for each edge, those to be cut first; `explain A B` shows the others.
    let mut in_order = cycle.cut.clone();
    in_order.extend(cycle.edges.iter().copied().filter(|edge| !cycle.cut.contains(edge)));
    let mut places = in_order.iter().filter_map(|&index| {
        let ((from, to), Calls { made, permitted }) = edge(index);
        let many = if made.len() > 1 { format!(" ({} places)", made.len()) } else { String::new() };
        let label = format!("`{}` calls `{}`{many}", graph.name(from), graph.name(to));
        match (made.first(), permitted.first()) {
            (Some(call), _) => Some(graph.at_reference(graph.reference(*call), label)),
            (None, said) => said.map(|said| graph.at_map(*said, label)),
        }
    });
    let first = places.next().unwrap_or(Place { path: "".into(), span: 0..0, label: "".into() });
    let said = cycle.cut.iter().filter_map(|&index| {
        let ((from, to), Calls { made, permitted }) = edge(index);
        let label = format!("`{}` may call `{}`", graph.name(from), graph.name(to));
        // The first entry is shown already where the code calls nothing.
        let said = permitted.get(usize::from(made.is_empty()));
        said.map(|said| graph.at_map(*said, label))
    });
    let cut: Vec<String> = cycle.cut.iter().map(|&index| arrow(index)).collect();
    let proof = match cycle.exact {
        true => "no smaller change breaks the cycle",
        false => "a smaller change may break the cycle",
    };
    Found::new(message, first)
        .places(places)
        .places(said)
        .help(format!("replace the calls {} by messages ({proof})", cut.join(" and ")))
}

/// Two contexts may call each other.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let mut callable = sandbox
        .contexts()
        .into_iter()
        .filter_map(|context| Some((context, sandbox.functions(context).next()?)));
    let (one, other) = (callable.next()?, callable.next()?);
    sandbox.permit_call(one.0, other.0, other.1)?;
    sandbox.permit_call(other.0, one.0, one.1)?;
    Some(format!("{} and {} may call each other", sandbox.graph.name(one.0), sandbox.graph.name(other.0)))
}
