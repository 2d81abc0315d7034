//! Messages that answer each other for ever.

use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::cycle::{Cycle, cycles};
use crate::graph::{ContextId, Graph, Kind, Node, Where};
use crate::prove::Plot;
use crate::prove::planted;
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashSet;

pub(super) static RULE: Rule = Rule {
    name: "choreography-loop",
    kind: RuleKind::Mail,
    summary: "messages of contexts answer each other in a ring",
    level: Level::Error,
    page: include_str!("choreography-loop.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let passes = passes(graph);
    let edges: Vec<(usize, usize, usize)> = passes.iter().map(|pass| (pass.from, pass.to, 1)).collect();
    for cycle in cycles(graph.input.map.topics.len(), &edges) {
        findings.add(ring(graph, &cycle, &passes));
    }
}

/// A context that hears one topic and speaks on another.
struct Pass {
    from: usize,
    to: usize,
    context: ContextId,
    heard: Where,
    spoken: Where,
}

/// Every way in which a message may cause another. A message that resumes a process causes none
/// that the process would not have sent anyway, once.
fn passes(graph: &Graph<'_>) -> Vec<Pass> {
    let awaited = awaited(graph);
    let mut passes = Vec::new();
    for context in graph.contexts() {
        let Some(node) = graph.find(Node::Context(context)) else { continue };
        let heard = graph.net.edges_directed(node, petgraph::Incoming);
        for hears in heard.filter(|edge| edge.weight().kind == Kind::Subscribe) {
            let Node::Topic(from) = graph.net[hears.source()] else { continue };
            if awaited.contains(&(context, from)) {
                continue;
            }
            for speaks in graph.net.edges(node).filter(|edge| edge.weight().kind == Kind::Publish) {
                let Node::Topic(to) = graph.net[speaks.target()] else { continue };
                let (heard, spoken) = (hears.weight().places[0], speaks.weight().places[0]);
                passes.push(Pass { from, to, context, heard, spoken });
            }
        }
    }
    passes
}

/// Topics that resume a process of a context, and so start nothing there.
fn awaited(graph: &Graph<'_>) -> FxHashSet<(ContextId, usize)> {
    let steps = graph.input.map.processes.values().flat_map(|process| {
        let context = graph.context_of(process);
        let steps = process.versions().flat_map(|version| &version.steps);
        steps.filter_map(move |step| Some((context?, step.awaits.as_ref()?)))
    });
    steps.filter_map(|(context, topic)| Some((context, graph.topic(&topic.value)?))).collect()
}

fn ring(graph: &Graph<'_>, cycle: &Cycle, passes: &[Pass]) -> Found {
    let topic =
        |index: usize| graph.input.map.topics.names().nth(index).map_or("", |name| name.value.as_str());
    let names: Vec<String> = cycle.nodes.iter().map(|node| format!("`{}`", topic(*node))).collect();
    let message = match names.as_slice() {
        [only] => format!("a message on {only} may cause another on it, without end"),
        _ => format!("messages on {} may cause each other without end", names.join(" and ")),
    };
    let mut places: Vec<Place> = Vec::new();
    for &index in &cycle.edges {
        let Pass { from, to, context, heard, spoken } = &passes[index];
        let who = graph.name(*context);
        places.push(graph.at(*spoken, format!("{who} may answer on `{}`", topic(*to))));
        places.push(graph.at(*heard, format!("{who} hears `{}`", topic(*from))));
    }
    let cut: Vec<String> = cycle
        .cut
        .iter()
        .map(|&index| {
            let pass = &passes[index];
            let who = graph.name(pass.context);
            format!("{who} answers `{}` by `{}`", topic(pass.from), topic(pass.to))
        })
        .collect();
    let mut places = places.into_iter();
    let first = places.next().unwrap_or(Place { path: String::new(), span: 0..0, label: String::new() });
    Found::new(message, first).places(places).help(format!(
        "let one of them await the answer as a step of a process, which ends, or stop where {}",
        cut.join(", and where ")
    ))
}

/// A context answers a topic on the same topic.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let context = plot.graph.contexts().next()?;
    plot.topic("planted.topic", None);
    let part = plot.context(context)?;
    part.publishes.push(planted("planted.topic"));
    part.subscribes.push(planted("planted.topic"));
    Some(format!("{} answers a topic on the same topic", plot.graph.name(context)))
}
