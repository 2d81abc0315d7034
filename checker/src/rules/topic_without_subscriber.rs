//! A topic that nobody subscribes to, or acks that nobody hears of.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use stateline_schema::{Spanned, Topic};

pub(super) static RULE: Rule = Rule {
    name: "topic-without-subscriber",
    kind: RuleKind::Mail,
    summary: "no context subscribes to a topic, or acks go to a context that does not hear of them",
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
    for topic in map.topics.values() {
        let told = topic.ack.iter().flat_map(|ack| &ack.to);
        told.filter_map(|to| deaf(graph, topic, to)).for_each(|found| findings.add(found));
    }
}

/// Who is told of each ack does not subscribe to the topic on which that is told.
fn deaf(graph: &Graph<'_>, topic: &Topic, to: &Spanned<String>) -> Option<Found> {
    let (context, name) = (graph.input.map.context(&to.value)?, &topic.name.value);
    if context.subscribes.iter().any(|heard| heard.value == Topic::ACKED) {
        return None;
    }
    let message = format!(
        "acks of the topic `{name}` go to `{}`, which does not subscribe to `{}`",
        to.value,
        Topic::ACKED
    );
    let place = graph.at_map(to.span, "receives each ack");
    let help = format!(
        "add `{}` to `contexts.{to}.subscribes`, or remove `to: {to}` from `topics.{name}.ack`",
        Topic::ACKED
    );
    Some(Found::new(message, place).place(graph.at_map(context.name.span, "in this context")).help(help))
}

/// A topic that nobody subscribes to.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    sandbox.topic("planted.topic", None);
    Some("a topic that nobody subscribes to".to_owned())
}
