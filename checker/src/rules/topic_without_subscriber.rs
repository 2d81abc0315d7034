//! A topic that nobody subscribes to.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;

pub(super) static RULE: Rule = Rule {
    name: "topic-without-subscriber",
    kind: RuleKind::Mail,
    summary: "no context subscribes to a topic",
    level: Level::Error,
    page: include_str!("topic-without-subscriber.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let map = graph.input.map;
    for topic in map.topics.values() {
        let name = &topic.name.value;
        if map.subscribers(name).next().is_some() {
            continue;
        }
        let telling = map.publishers(name).map(|(context, entry)| {
            graph.at_map(entry.span, format!("`{}` publishes it", context.name.value))
        });
        let found = Found::new(
            format!("no context subscribes to the topic `{name}`"),
            graph.at_map(topic.name.span, "declared here"),
        )
        .places(telling)
        .help(format!("add `{name}` to `subscribes` of a context, or remove the topic"));
        findings.add(found);
    }
}

/// A topic that nobody subscribes to.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    sandbox.topic("planted.topic", None);
    Some("a topic that nobody subscribes to".to_owned())
}
