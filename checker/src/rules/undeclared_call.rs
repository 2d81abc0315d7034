//! A context names what another offers, but its own part of the map does not say so.

use super::border::{self, Border};
use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind, undeclared_subscription};
use crate::finding::Level;
use crate::graph::permission::Verdict;
use crate::graph::{Graph, Mark};
use stateline_rust::{DefId, Meant, Reference};
use stateline_schema::attribute::Attribute;
use stateline_schema::map::CodeKind;

/// What stands for all crossings where one rule must be named.
pub static RULE: Rule = Rule {
    name: "undeclared-call",
    kind: RuleKind::Crossing,
    summary: "a context calls or uses an item of another context without permission",
    level: Level::Error,
    page: include_str!("undeclared-call.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let borders = border::grouped(graph, |verdict| verdict == Verdict::NotDeclared);
    for border in borders.into_iter().filter(|border| !undeclared_subscription::is_about(graph, border.item))
    {
        let (who, what) = (graph.name(border.from), border.what(graph));
        let message =
            format!("`{who}` is not allowed to {} {what}{}", border.verb(graph), border.in_kind_of_code());
        let found = Found::new(message, border.first(graph))
            .place(border.permitted(graph))
            .places(border.others(graph))
            .edge(border.edge(graph))
            .help(advice(graph, &border));
        findings.add(found);
    }
    for mark in graph.with_ctx() {
        let listed = mark.called().iter();
        listed.filter_map(|meant| no_operation(graph, mark, *meant)).for_each(|found| findings.add(found));
    }
    for (mark, reference, def) in graph.unlisted() {
        if graph.is_operation(def) && graph.may_call(mark, def) {
            findings.add(unlisted(graph, mark, reference, def));
        }
    }
}

/// A step calls an operation that it does not list, so that its ctx does not have it.
fn unlisted(graph: &Graph<'_>, mark: Mark<'_>, reference: &Reference, def: DefId) -> Found {
    let world = graph.world();
    let (step, name) = (world.text(world.def(mark.def()).name), world.text(world.def(def).name));
    let message = format!(
        "the {} `{step}` calls `{}` through its ctx, but does not list it in `calls(…)`",
        mark.noun(),
        graph.path(def)
    );
    let listed = graph.listings(mark).first().map(|(_, span)| graph.at_map(*span, "listed as a step here"));
    Found::new(message, graph.at_reference(reference, "called here"))
        .places(listed)
        .place(graph.at_code(mark.file(), mark.span, "its calls are listed here"))
        .help(format!("add `{name}` to `calls(…)` of the attribute, or remove the call"))
}

/// A step lists what is no operation: then there is nothing that its ctx could call.
fn no_operation(graph: &Graph<'_>, mark: Mark<'_>, meant: Meant) -> Option<Found> {
    let def = meant.def.filter(|def| !graph.is_operation(*def))?;
    let owner = graph.regions.owner(def)?;
    // What the map does not allow at all has been told.
    if !graph.may_call(mark, def) {
        return None;
    }
    let (what, whose) = (graph.path(def), graph.name(owner));
    let name = graph.world().text(graph.world().def(def).name);
    let step = graph.world().text(graph.world().def(mark.def()).name);
    let mut known: Vec<&str> = graph
        .marked(Attribute::Operation)
        .filter(|operation| operation.owner == Some(owner))
        .map(|operation| graph.world().text(graph.world().def(operation.def()).name))
        .collect();
    known.sort_unstable();
    let label = match known.as_slice() {
        [] => format!("`{whose}` has no operations"),
        known => format!("the operations of `{whose}`: {}", border::enumerate(known)),
    };
    let message =
        format!("the {} `{step}` lists `{what}` in `calls(…)`, but it is not an operation", mark.noun());
    Some(
        Found::new(message, graph.at_code(mark.file(), meant.span, "listed here"))
            .place(graph.at_map(graph.context(owner).name.span, label))
            .place(graph.at_def(def, "no `#[operation]`"))
            .help(format!(
                "remove `{name}` from `calls(…)`, and call it directly; if it has side effects, add `#[operation(…)]` to it"
            )),
    )
}

fn advice(graph: &Graph<'_>, border: &Border) -> String {
    let (whose, deed, edit) = (graph.name(border.to), border.deed(graph), border.edit(graph));
    match border.code() {
        CodeKind::Main if border.is_function(graph) && !border.is_operator(graph) => {
            format!("publish a message that `{whose}` subscribes to instead; or, to allow {deed}, {edit}")
        }
        CodeKind::Main => format!("to allow {deed}, {edit}"),
        _ => format!("to allow {deed} in {}, {edit}", border.user(graph)),
    }
}

/// Some context calls or names what it does not declare.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    border::plant(sandbox, |item, verdict| {
        verdict == Verdict::NotDeclared && !undeclared_subscription::is_about(graph, item)
    })
}
