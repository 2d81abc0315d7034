//! A step that waits, though the map says for nothing.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::body_paths::PathTarget;
use crate::graph::reach::Reached;
use crate::graph::{Graph, Mark};
use stateline_rust::DefId;
use stateline_schema::attribute::Attribute;
use stateline_schema::{Span, Step};

pub(super) static RULE: Rule = Rule {
    name: "waits-for-nothing",
    kind: RuleKind::Line,
    summary: "a step waits, but the map does not say for which message",
    level: Level::Error,
    page: include_str!("waits-for-nothing.md"),
    check,
    plant,
};

/// The ways to say it, below each of which nothing else stands.
const WAIT: [&str; 3] = ["stateline::Wait", "stateline::Flow::Wait", "stateline::step::Flow::Wait"];

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let waiting: Vec<(Mark<'_>, Span)> =
        graph.marked(Attribute::Step).filter_map(|mark| Some((mark, deaf(graph, mark)?))).collect();
    for (mark, listed) in waiting {
        if let Some(wait) = wait(graph, mark.def()) {
            findings.add(found(graph, mark, listed, &wait));
        }
    }
}

/// The line of the map that lists a step, if no entry of it awaits anything.
fn deaf(graph: &Graph<'_>, mark: Mark<'_>) -> Option<Span> {
    let listings = graph.listings(mark);
    let (_, first) = listings.iter().find(|(step, _)| step.awaits.is_empty())?;
    Some(*first)
}

/// Where a step says that it waits, itself or in what it calls.
fn wait(graph: &Graph<'_>, step: DefId) -> Option<Reached> {
    let says = |reached: &Reached| matches!(&reached.path_use.target, PathTarget::Outside(path) if WAIT.contains(&&**path));
    graph.reach().of(graph, step).reached.iter().find(|reached| says(reached)).cloned()
}

fn found(graph: &Graph<'_>, mark: Mark<'_>, listed: Span, wait: &Reached) -> Found {
    let world = graph.world();
    let name = world.text(world.def(mark.def()).name);
    let process = mark.process().map_or("its process", |said| &said.text);
    let through = wait.through.last().map(|id| format!(", in `{}`,", world.text(world.def(*id).name)));
    let through = through.unwrap_or_else(|| ",".to_owned());
    let place = match wait.path_use.span {
        Some(span) => graph.at_code(wait.path_use.file, span, "it waits here"),
        None => graph.at_def(wait.within, "it waits here"),
    };
    Found::new(format!("the step `{name}` waits{through} but has no `awaits` in the map"), place)
        .place(graph.at_map(listed, format!("a step of `{process}` without `awaits`")))
        .help(format!(
            "write `{{ step: {name}, awaits: TOPIC }}` in the map; or, to wait for a time, return `Flow::until(…)`"
        ))
}

/// A step that waits awaits nothing any more.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let (process, name) = graph.marked(Attribute::Step).find_map(|mark| {
        let awaits = graph.listings(mark).iter().any(|(step, _)| !step.awaits.is_empty());
        wait(graph, mark.def()).filter(|_| awaits)?;
        let world = graph.world();
        Some((graph.process_of(mark)?.name.value.clone(), world.text(world.def(mark.def()).name).to_owned()))
    })?;
    let steps = &mut sandbox.map.processes.get_mut(&process)?.current.steps;
    let deafened = steps.iter_mut().filter(|step: &&mut Step| step.function().value == name);
    deafened.for_each(|step| step.awaits.clear());
    Some(format!("the step {name} of {process} awaits nothing any more"))
}
