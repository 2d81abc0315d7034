//! A step awaits messages that never reach its context.

use super::{Findings, Found, Rule, RuleKind, border};
use crate::finding::Level;
use crate::graph::{Graph, Kind, Node};
use crate::prove::Plot;
use crate::prove::{planted, step};
use petgraph::visit::EdgeRef;
use stateline_schema::Step;

pub(super) static RULE: Rule = Rule {
    name: "awaits-nothing",
    kind: RuleKind::Line,
    summary: "a step awaits a topic that its context does not subscribe to",
    level: Level::Error,
    page: include_str!("awaits-nothing.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let map = graph.input.map;
    for process in map.processes.values() {
        let Some(context) = graph.context_of(process) else { continue };
        for step in process.versions().flat_map(|version| &version.steps) {
            let Some(awaited) = &step.awaits else { continue };
            // A topic that nobody declared is found by another rule.
            let Some(topic) = graph.topic(&awaited.value) else { continue };
            let home = graph.find(Node::Context(context));
            let node = graph.find(Node::Topic(topic));
            let reached = node.zip(home).is_some_and(|(node, home)| {
                let out = graph.net.edges(node);
                out.filter(|edge| edge.weight().kind == Kind::Subscribe).any(|edge| edge.target() == home)
            });
            if reached {
                continue;
            }
            let who = graph.name(context);
            let message = format!(
                "{}'s step {} awaits `{}`, to which {who} does not subscribe",
                process.name.value, step.name.value, awaited.value
            );
            let found = Found::new(message, graph.at_map(awaited.span, "waits for ever"))
                .place(
                    graph.at_map(
                        graph
                            .context(context)
                            .subscribes
                            .first()
                            .map_or(graph.context(context).name.span, |first| first.span),
                        border::subscriptions(graph.context(context)),
                    ),
                )
                .help(format!("let {who} subscribe to it: `subscribes: [{}]`", awaited.value));
            findings.add(found);
        }
    }
}

/// A step awaits what its context does not subscribe to.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let context = plot.graph.contexts().next()?;
    plot.topic("planted.topic", None);
    plot.process(context, vec![Step { awaits: Some(planted("planted.topic")), ..step("planted") }]);
    Some(format!("a step of {} awaits what it does not hear", plot.graph.name(context)))
}
