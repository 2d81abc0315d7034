//! A message that a process awaits, and that finds no instance of it.

use super::sandbox::{Sandbox, awaiting, step};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use stateline_schema::map::Await;
use stateline_schema::{Process, Span, Step};

pub(super) static RULE: Rule = Rule {
    name: "unaddressed-message",
    kind: RuleKind::Line,
    summary: "a process awaits or starts on a message, and nothing says which instance it is for",
    level: Level::Error,
    page: include_str!("unaddressed-message.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for process in graph.input.map.processes.values() {
        let steps = process.versions().flat_map(|version| &version.steps);
        let awaits: Vec<(&Step, &Await)> =
            steps.flat_map(|step| step.awaits.iter().map(move |awaited| (step, awaited))).collect();
        let first = awaits.first().map(|(_, awaited)| awaited.topic.span);
        if let (None, Some(mail)) =
            (&process.key, first.or(process.starts_on.as_ref().map(|topic| topic.span)))
        {
            findings.add(keyless(graph, process, mail));
        }
        for (step, awaited) in awaits {
            unaddressed(graph, process, step, awaited).into_iter().for_each(|found| findings.add(found));
        }
    }
}

fn keyless(graph: &Graph<'_>, process: &Process, mail: Span) -> Found {
    let name = &process.name.value;
    Found::new(
        format!("the process `{name}` has no `key`, so a message cannot find its instance"),
        graph.at_map(process.name.span, "has no `key`"),
    )
    .place(graph.at_map(mail, "messages of this topic go to its instances"))
    .help(format!(
        "add `key: FIELD` to `processes.{name}`, with the field of the first step's input that identifies an instance"
    ))
}

/// Neither the topic nor the step says by which field.
fn unaddressed(graph: &Graph<'_>, process: &Process, step: &Step, awaited: &Await) -> Option<Found> {
    // A topic that nobody declared is found by another rule.
    let topic = graph.input.map.topic(&awaited.topic)?;
    if awaited.by.is_some() || topic.key.is_some() {
        return None;
    }
    let (process, step, name) = (&process.name.value, &step.name.value, &awaited.topic.value);
    Some(
        Found::new(
            format!("the step `{step}` of `{process}` awaits `{name}`, but no field says which instance a message is for"),
            graph.at_map(awaited.topic.span, "has no `by`"),
        )
        .place(graph.at_map(topic.name.span, "has no `key`"))
        .help(format!(
            "add `key: FIELD` to `topics.{name}`, or write `awaits: {{ topic: {name}, by: FIELD }}` here"
        )),
    )
}

/// A process awaits, and has no key.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.graph.contexts().next()?;
    sandbox.topic("planted.topic", None);
    sandbox.process(context, vec![Step { awaits: vec![awaiting("planted.topic")], ..step("planted") }]);
    Some(format!("a process of {} awaits a message, and has no key", sandbox.graph.name(context)))
}
