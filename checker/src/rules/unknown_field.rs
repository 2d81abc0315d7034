//! A field that the map names and that is none.

use super::sandbox::{Sandbox, planted};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::Graph;
use crate::graph::chain::step_types;
use crate::graph::shape::Shape;
use crate::graph::stored::{StoredField, json_kind, stored_fields, topic_message};
use stateline_rust::DefId;
use stateline_schema::{Process, Spanned, Step, did_you_mean};

pub(super) static RULE: Rule = Rule {
    name: "unknown-field",
    kind: RuleKind::Line,
    summary: "a key, or a field that the map names, does not exist or cannot be a key",
    level: Level::Error,
    page: include_str!("unknown-field.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let mut add = |found: Option<Found>| found.into_iter().for_each(|found| findings.add(found));
    for topic in graph.input.map.topics.values() {
        let Some(message) = topic_message(graph, &topic.name) else { continue };
        if let Some(key) = &topic.key {
            add(missing(graph, key, message, &format!("the key of `{}`", topic.name)));
        }
    }
    for process in graph.input.map.processes.values() {
        for version in process.versions() {
            if let (Some(key), Some(first)) = (&process.key, version.steps.first()) {
                add(of_key(graph, process, key, first));
            }
            let awaits = version.steps.iter().flat_map(|step| step.awaits.iter().map(move |it| (step, it)));
            for (step, awaited) in awaits {
                let topic = &awaited.topic.value;
                let message = topic_message(graph, topic);
                let (by, fills) = (format!("the `by` of `{topic}`"), format!("the `fills` of `{topic}`"));
                if let (Some(said), Some(message)) = (&awaited.by, message) {
                    add(missing(graph, said, message, &by));
                }
                for said in &awaited.fills {
                    let input = input(graph, process, step);
                    for ty in message.into_iter().chain(input) {
                        add(missing(graph, said, ty, &fills));
                    }
                }
            }
        }
    }
}

/// The struct that a step takes, where the source leaves no doubt.
fn input(graph: &Graph<'_>, process: &Process, step: &Step) -> Option<DefId> {
    let function = graph.step_function(process, step.function())?;
    match step_types(graph, function)?.input {
        Shape::Named(input, _) => Some(input),
        _ => None,
    }
}

/// The key of a process is no field of what its first step takes, or cannot be a key.
fn of_key(graph: &Graph<'_>, process: &Process, key: &Spanned<String>, first: &Step) -> Option<Found> {
    let input = input(graph, process, first)?;
    let found = missing(graph, key, input, &format!("the key of `{}`", process.name));
    found.or_else(|| {
        let fields = stored_fields(graph, input)?;
        let field = fields.iter().find(|field| field.name == key.value)?;
        let kind = json_kind(graph, &field.shape);
        let no_key = field.optional || kind.is_some_and(|kind| !kind.is_key());
        no_key.then(|| other(graph, process, key, field))
    })
}

fn other(graph: &Graph<'_>, process: &Process, key: &Spanned<String>, field: &StoredField<'_>) -> Found {
    let told = field.shape.told(graph);
    let told = if field.optional { format!("Option<{told}>") } else { told };
    let message =
        format!("the key of `{}`, `{key}`, is of type `{told}`, which cannot be a key", process.name);
    Found::new(message, graph.at_code(field.file, field.span, format!("`{told}` here")))
        .place(graph.at_map(key.span, "the key"))
        .help(
            "choose a field that is never absent and is a string, an integer, a bool or a newtype of one of these",
        )
}

/// A type, whose fields are known, has none of a name.
fn missing(graph: &Graph<'_>, said: &Spanned<String>, ty: DefId, what: &str) -> Option<Found> {
    let fields = stored_fields(graph, ty)?;
    if fields.iter().any(|field| field.name == said.value) {
        return None;
    }
    let whose = graph.path(ty);
    let names = fields.iter().map(|field| field.name);
    let place: Place = graph.at_def(ty, format!("has no field `{said}`"));
    Some(
        Found::new(format!("{what} names the field `{said}`, which `{whose}` does not have"), place)
            .place(graph.at_map(said.span, "named here"))
            .maybe_help(did_you_mean(said, names, "possible fields are")),
    )
}

/// The key of a process, or of a topic, is a field that nothing has.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let map = graph.input.map;
    let topic = map.topics.values().find(|topic| {
        topic_message(graph, &topic.name).is_some_and(|message| stored_fields(graph, message).is_some())
    })?;
    let name = topic.name.value.clone();
    sandbox.map.topics.get_mut(&name)?.key = Some(planted("planted_field"));
    Some(format!("the key of `{name}` is a field that its message does not have"))
}
