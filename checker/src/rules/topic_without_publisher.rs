//! A topic that nobody publishes on.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;

pub(super) static RULE: Rule = Rule {
    name: "topic-without-publisher",
    kind: RuleKind::Mail,
    summary: "no context publishes on a topic",
    level: Level::Error,
    page: include_str!("topic-without-publisher.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let map = graph.input.map;
    for topic in map.topics.values() {
        let name = &topic.name.value;
        if map.publishers(name).next().is_some() {
            continue;
        }
        let waiting = map.subscribers(name).map(|(context, entry)| {
            graph.at_map(entry.span, format!("`{}` subscribes to it", context.name.value))
        });
        let found = Found::new(
            format!("no context publishes on the topic `{name}`"),
            graph.at_map(topic.name.span, "declared here"),
        )
        .places(waiting)
        .help(format!("add `{name}` to `publishes` of the context that publishes it, or remove the topic"));
        findings.add(found);
    }
}

/// A topic that nobody publishes.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    sandbox.topic("planted.topic", None);
    Some("a topic that nobody publishes".to_owned())
}
