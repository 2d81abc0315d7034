//! A message on a topic that its context does not publish on.

mod by_hand;

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::grant::message_types;
use crate::graph::{ContextId, Graph, Mark};
use stateline_rust::{DefId, Reference};
use stateline_schema::attribute::Attribute;
use stateline_schema::{listed, suggest, suggestion};

pub(super) static RULE: Rule = Rule {
    name: "undeclared-publish",
    kind: RuleKind::Mail,
    summary: "code publishes on a topic without permission",
    level: Level::Error,
    page: include_str!("undeclared-publish.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for mark in graph.marked(Attribute::Message).filter(|mark| graph.is_ever(*mark)) {
        if let Some(found) = mark.owner.and_then(|owner| message(graph, mark, owner)) {
            findings.add(found);
        }
    }
    for mark in graph.with_ctx().filter(|mark| graph.is_ever(*mark)) {
        let Some(owner) = mark.owner else { continue };
        for meant in mark.published() {
            let place = graph.at_code(mark.file(), meant.span, "published here");
            let def = meant.def.and_then(|def| graph.world().unalias(def));
            if let Some(found) = def.and_then(|def| published(graph, mark, owner, def, place)) {
                findings.add(found);
            }
        }
    }
    for (mark, reference, def) in graph.unlisted() {
        if graph.mark_on(def, Attribute::Message).is_some() {
            findings.add(unlisted(graph, mark, reference, def));
        }
    }
    by_hand::found(graph).into_iter().for_each(|found| findings.add(found));
}

/// A step publishes what it does not list, so that its ctx does not take it.
fn unlisted(graph: &Graph<'_>, mark: Mark<'_>, reference: &Reference, def: DefId) -> Found {
    let world = graph.world();
    let (step, name) = (world.text(world.def(mark.def()).name), world.text(world.def(def).name));
    let message = format!(
        "the {} `{step}` publishes `{}`, but does not list it in `publishes(…)`",
        mark.noun(),
        graph.path(def)
    );
    let listed = graph.listings(mark).first().map(|(_, span)| graph.at_map(*span, "listed as a step here"));
    Found::new(message, graph.at_reference(reference, "published here"))
        .places(listed)
        .place(graph.at_code(mark.file(), mark.span, "its messages are listed here"))
        .help(format!("add `{name}` to `publishes(…)` of the attribute, or do not publish it"))
}

/// What is wrong with `#[message(topic = …)]`.
fn message(graph: &Graph<'_>, mark: Mark<'_>, owner: ContextId) -> Option<Found> {
    let map = graph.input.map;
    let (what, who) = (graph.path(mark.def()), graph.name(owner));
    let (span, does) = graph.publications(owner);
    let decides = graph.at_map(span, does);
    let Some(topic) = &mark.topic else {
        let place = graph.at_code(mark.file(), mark.span, "no `topic`");
        let found = Found::new(format!("the message `{what}` does not name its topic"), place).place(decides);
        return Some(found.help("write `#[message(topic = \"…\")]`"));
    };
    let place = |label: &'static str| graph.at_code(mark.file(), topic.span, label);
    if map.topic(&topic.text).is_none() {
        let known: Vec<&str> = map.topics.names().map(|name| name.value.as_str()).collect();
        let message = format!("`{what}` is a message of `{}`, but the map has no such topic", topic.text);
        let help = match (suggest(&topic.text, known.iter().copied()), known.as_slice()) {
            (Some(name), _) => suggestion(name),
            (None, []) => format!("declare it under `topics`: `{}: {{ message: {what} }}`", topic.text),
            (None, known) => format!("possible topics are {}", listed(known)),
        };
        return Some(Found::new(message, place("no such topic")).place(decides).help(help));
    }
    let publishes = graph.context(owner).publishes.iter().any(|known| *known.value == *topic.text);
    (!publishes).then(|| {
        let message =
            format!("`{what}` is a message of `{}`, but `{who}` is not allowed to publish on it", topic.text);
        Found::new(message, place("its topic")).place(decides).help(advice(graph, owner, &topic.text))
    })
}

/// What is wrong with a type in `publishes(…)`.
fn published(graph: &Graph<'_>, mark: Mark<'_>, owner: ContextId, def: DefId, place: Place) -> Option<Found> {
    let (what, who) = (graph.path(def), graph.name(owner));
    let step = graph.world().text(graph.world().def(mark.def()).name);
    let (span, does) = graph.publications(owner);
    let decides = graph.at_map(span, does);
    let topics = topics(graph, def);
    let Some(message) = graph.mark_on(def, Attribute::Message) else {
        let (label, help) = match topics.first() {
            None => (
                "which is not the message of any topic".to_owned(),
                format!("publish a message of `{who}`, or add `#[message(topic = \"…\")]` to the type"),
            ),
            Some(topic) => (
                "which has no `#[message]`".to_owned(),
                format!("add `#[message(topic = \"{topic}\")]` to the type"),
            ),
        };
        let found = Found::new(format!("the {} `{step}` publishes `{what}`, {label}", mark.noun()), place);
        return Some(found.place(decides).place(graph.at_def(def, "no `#[message]`")).help(help));
    };
    // What is wrong with a topic is told where the message says it.
    let topic = topics.first()?;
    let may = |topic: &String| graph.context(owner).publishes.iter().any(|known| known.value == *topic);
    if message.owner == Some(owner) || may(topic) {
        return None;
    }
    let message = format!(
        "the {} `{step}` publishes `{what}` on `{topic}`, but `{who}` is not allowed to publish on it",
        mark.noun()
    );
    Some(Found::new(message, place).place(decides).help(advice(graph, owner, topic)))
}

/// The topics that a type is the message of: by its attribute, else by the map.
fn topics(graph: &Graph<'_>, def: DefId) -> Vec<String> {
    let map = graph.input.map;
    if let Some(mark) = graph.mark_on(def, Attribute::Message) {
        let known = mark.topic.as_ref().filter(|topic| map.topic(&topic.text).is_some());
        return known.map(|topic| topic.text.to_string()).into_iter().collect();
    }
    let named = map.topics.values().filter_map(|topic| Some((topic, topic.message.as_ref()?)));
    let of = named.filter(|(topic, message)| {
        message_types(graph.lookup(), map, &topic.name.value, &message.value).contains(&def)
    });
    of.map(|(topic, _)| topic.name.value.clone()).collect()
}

fn advice(graph: &Graph<'_>, owner: ContextId, topic: &str) -> String {
    let who = graph.name(owner);
    let others: Vec<&str> =
        graph.input.map.publishers(topic).map(|(context, _)| context.name.value.as_str()).collect();
    match others.as_slice() {
        [] => {
            format!("publish on a topic of `{who}` instead, or add `{topic}` to `contexts.{who}.publishes`")
        }
        others => {
            format!("publish on a topic of `{who}` instead: only {} may publish on `{topic}`", listed(others))
        }
    }
}

/// A context no longer publishes what its messages are for.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let ours = |mark: &Mark<'_>| mark.topic.is_some() && mark.owner.is_some();
    let mark = graph.marked(Attribute::Message).find(ours)?;
    sandbox.context(mark.owner?)?.publishes.clear();
    Some(format!("{} is a message of a topic that nobody may publish on", graph.path(mark.def())))
}
