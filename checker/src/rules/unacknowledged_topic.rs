//! A topic whose messages may get lost without anybody noticing.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;

pub(super) static RULE: Rule = Rule {
    name: "unacknowledged-topic",
    kind: RuleKind::Mail,
    summary: "no context has to acknowledge a topic's messages",
    // The map says nothing wrong; it says too little to raise an alarm later.
    level: Level::Warning,
    page: include_str!("unacknowledged-topic.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let map = graph.input.map;
    for topic in map.topics.values().filter(|topic| topic.ack.is_none()) {
        let name = &topic.name.value;
        let readers: Vec<&str> =
            map.subscribers(name).map(|(context, _)| context.name.value.as_str()).collect();
        let message = format!("no context has to acknowledge messages of the topic `{name}`");
        let by = if readers.is_empty() { String::new() } else { format!(", by: [{}]", readers.join(", ")) };
        let found = Found::new(message, graph.at_map(topic.name.span, "no `ack`"))
            .help(format!("add who acknowledges and the deadline: `ack: {{ within: 5m{by} }}`"));
        findings.add(found);
    }
}

/// A topic that nobody acknowledges.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    sandbox.topic("planted.topic", None);
    Some("a topic that nobody acknowledges".to_owned())
}
