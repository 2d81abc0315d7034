//! A topic that the map does not declare.

use super::sandbox::{Sandbox, planted};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use stateline_schema::{Spanned, Topic, suggestion};

pub(super) static RULE: Rule = Rule {
    name: "undeclared-topic",
    kind: RuleKind::Mail,
    summary: "a context publishes, subscribes to or awaits a topic that the map does not declare",
    level: Level::Error,
    page: include_str!("undeclared-topic.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let map = graph.input.map;
    let mut missing = |who: &str, does: &str, topic: &Spanned<String>| {
        if map.topic(&topic.value).is_some() {
            return;
        }
        let help = match map.similar_topic(&topic.value) {
            Some(name) => suggestion(name),
            None if Topic::is_own(&topic.value) => Topic::own_help(),
            None => format!("declare it under `topics`: `{}: {{ message: … }}`", topic.value),
        };
        let message = format!("{who} {does} `{}`, but the map has no such topic", topic.value);
        findings.add(Found::new(message, graph.at_map(topic.span, "no such topic")).help(help));
    };
    for context in map.contexts.values() {
        let who = format!("`{}`", context.name.value);
        context.publishes.iter().for_each(|topic| missing(&who, "publishes on", topic));
        context.subscribes.iter().for_each(|topic| missing(&who, "subscribes to", topic));
    }
    for process in map.processes.values() {
        for step in process.versions().flat_map(|version| &version.steps) {
            let who = format!("the step `{}` of `{}`", step.name.value, process.name.value);
            step.awaits.iter().for_each(|awaited| missing(&who, "awaits", &awaited.topic));
        }
        let who = format!("the process `{}`", process.name.value);
        process.starts_on.iter().for_each(|topic| missing(&who, "starts on", topic));
    }
}

/// A context publishes on a topic that is not declared.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.graph.contexts().next()?;
    sandbox.context(context)?.publishes.push(planted("planted.topic"));
    Some(format!("{} publishes on a topic that is not declared", sandbox.graph.name(context)))
}
