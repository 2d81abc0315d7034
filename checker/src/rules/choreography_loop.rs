//! Messages that answer each other for ever.

use super::sandbox::{Sandbox, planted};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::cycle::{Cycle, cycles};
use crate::graph::{ContextId, Graph, TopicId};
use rustc_hash::FxHashSet;
use stateline_schema::{Context, Span};

pub(super) static RULE: Rule = Rule {
    name: "choreography-loop",
    kind: RuleKind::Mail,
    summary: "messages may cause each other without end",
    level: Level::Error,
    page: include_str!("choreography-loop.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let hops = hops(graph);
    let edges: Vec<(usize, usize, usize)> =
        hops.iter().map(|hop| (hop.from.index(), hop.to.index(), 1)).collect();
    for cycle in cycles(graph.input.map.topics.len(), &edges) {
        findings.add(ring(graph, &cycle, &hops));
    }
}

/// A context that hears one topic and speaks on another.
struct Hop {
    from: TopicId,
    to: TopicId,
    context: ContextId,
    heard: Span,
    spoken: Span,
}

/// Every way in which a message may cause another. A message that resumes a process causes none
/// that the process would not have sent anyway, once.
fn hops(graph: &Graph<'_>) -> Vec<Hop> {
    let awaited = awaited(graph);
    let mut hops = Vec::new();
    for context in graph.contexts() {
        let Context { subscribes, publishes, .. } = graph.context(context);
        // The last of the map first: of several smallest cuts, the one found first is told.
        for hears in subscribes.iter().rev() {
            let Some(from) = graph.topic(&hears.value) else { continue };
            if awaited.contains(&(context, from)) {
                continue;
            }
            for speaks in publishes.iter().rev() {
                let Some(to) = graph.topic(&speaks.value) else { continue };
                hops.push(Hop { from, to, context, heard: hears.span, spoken: speaks.span });
            }
        }
    }
    hops
}

/// Topics that resume a process of a context, and so start nothing there.
fn awaited(graph: &Graph<'_>) -> FxHashSet<(ContextId, TopicId)> {
    let steps = graph.input.map.processes.values().flat_map(|process| {
        let context = graph.context_of(process);
        let steps = process.versions().flat_map(|version| &version.steps);
        let awaits = steps.flat_map(|step| &step.awaits);
        awaits.filter_map(move |awaited| Some((context?, &awaited.topic)))
    });
    steps.filter_map(|(context, topic)| Some((context, graph.topic(&topic.value)?))).collect()
}

fn ring(graph: &Graph<'_>, cycle: &Cycle, hops: &[Hop]) -> Found {
    let topic =
        |index: usize| graph.input.map.topics.names().nth(index).map_or("", |name| name.value.as_str());
    let names: Vec<String> = cycle.nodes.iter().map(|node| format!("`{}`", topic(*node))).collect();
    let message = match names.as_slice() {
        [only] => format!("a message on {only} can trigger another message on {only}, without end"),
        _ => format!("messages on {} can trigger each other without end", names.join(" and ")),
    };
    let mut places: Vec<Place> = Vec::new();
    for &index in &cycle.edges {
        let Hop { from, to, context, heard, spoken } = &hops[index];
        let who = graph.name(*context);
        places.push(graph.at_map(*spoken, format!("`{who}` may answer on `{}`", topic(to.index()))));
        places.push(graph.at_map(*heard, format!("`{who}` subscribes to `{}`", topic(from.index()))));
    }
    let cut: Vec<String> = cycle
        .cut
        .iter()
        .map(|&index| {
            let hop = &hops[index];
            let who = graph.name(hop.context);
            format!("`{who}` answers `{}` with `{}`", topic(hop.from.index()), topic(hop.to.index()))
        })
        .collect();
    let mut places = places.into_iter();
    let first = places.next().unwrap_or(Place { path: "".into(), span: 0..0, label: "".into() });
    Found::new(message, first).places(places).help(format!(
        "wait for the answer in a step (`awaits`); or stop publishing where {}",
        cut.join(", and where ")
    ))
}

/// A context answers a topic on the same topic.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.graph.contexts().next()?;
    sandbox.topic("planted.topic", None);
    let part = sandbox.context(context)?;
    part.publishes.push(planted("planted.topic"));
    part.subscribes.push(planted("planted.topic"));
    Some(format!("{} answers a topic on the same topic", sandbox.graph.name(context)))
}
