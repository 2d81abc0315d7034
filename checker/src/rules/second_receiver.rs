//! A message that two of one context receive, or that a handler cannot.

use super::sandbox::{Sandbox, planted, step};
use super::{Findings, Found, Rule, RuleKind, border};
use crate::finding::{Level, Place};
use crate::graph::{ContextId, Graph, Mark};
use stateline_schema::attribute::Attribute;
use stateline_schema::{Process, did_you_mean, suggestion};

pub(super) static RULE: Rule = Rule {
    name: "second-receiver",
    kind: RuleKind::Mail,
    summary: "a context receives a topic's messages in two places, or by a handler without a subscription",
    level: Level::Error,
    page: include_str!("second-receiver.md"),
    check,
    plant,
};

/// What receives each message of a topic: a handler, or a process that each starts.
struct Receiver<'g> {
    context: ContextId,
    topic: &'g str,
    name: String,
    place: Place,
}

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let handlers = graph.marked(Attribute::Receives).filter(|mark| graph.is_ever(*mark));
    let mut receivers: Vec<Receiver<'_>> =
        graph.input.map.processes.values().filter_map(|process| started(graph, process)).collect();
    for mark in handlers {
        deaf(graph, mark).into_iter().for_each(|found| findings.add(found));
        receivers.extend(handler(graph, mark));
    }
    for (at, second) in receivers.iter().enumerate() {
        let same = |first: &&Receiver<'_>| (first.context, first.topic) == (second.context, second.topic);
        let Some(first) = receivers[..at].iter().find(same) else { continue };
        let message = format!(
            "`{}` has two receivers in `{}`: {} and {}",
            second.topic,
            graph.name(second.context),
            first.name,
            second.name
        );
        findings.add(Found::new(message, second.place.clone()).place(first.place.clone()).help(
            "remove one of them; or publish another message in one of them, and receive that in the other",
        ));
    }
}

fn started<'g>(graph: &Graph<'g>, process: &'g Process) -> Option<Receiver<'g>> {
    let topic = process.starts_on.as_ref()?;
    let place = graph.at_map(topic.span, format!("starts {}", process.name.value));
    let name = format!("the process `{}`", process.name.value);
    Some(Receiver { context: graph.context_of(process)?, topic: &topic.value, name, place })
}

fn handler<'g>(graph: &Graph<'g>, mark: Mark<'g>) -> Option<Receiver<'g>> {
    let topic = graph.input.map.topic(&mark.topic?.text)?;
    let name = format!("the handler `{}`", graph.world().text(graph.world().def(mark.def()).name));
    let place = graph.at_code(mark.file(), mark.topic?.span, "received here");
    Some(Receiver { context: mark.owner?, topic: &topic.name.value, name, place })
}

/// A handler receives what its context does not hear, or what is no topic.
fn deaf(graph: &Graph<'_>, mark: Mark<'_>) -> Option<Found> {
    let (said, owner) = (mark.topic?, mark.owner?);
    let (map, context) = (graph.input.map, graph.context(owner));
    let name = graph.world().text(graph.world().def(mark.def()).name);
    let place = |label: &'static str| graph.at_code(mark.file(), said.span, label);
    let hears = context.subscribes.first().map_or(context.name.span, |first| first.span);
    let decides = graph.at_map(hears, border::subscriptions(context));
    if map.topic(&said.text).is_none() {
        let message = format!("the handler `{name}` receives `{}`, but the map has no such topic", said.text);
        let known = map.topics.names().map(|name| name.value.as_str());
        let similar = map.similar_topic(&said.text).map(suggestion);
        let help = similar.or_else(|| did_you_mean(&said.text, known, "possible topics are"));
        return Some(Found::new(message, place("no such topic")).place(decides).maybe_help(help));
    }
    if context.subscribes.iter().any(|topic| *topic.value == *said.text) {
        return None;
    }
    let who = graph.name(owner);
    let message =
        format!("the handler `{name}` receives `{}`, but `{who}` does not subscribe to it", said.text);
    let help = format!("add `{}` to `contexts.{who}.subscribes`", said.text);
    Some(Found::new(message, place("never called")).place(decides).help(help))
}

/// Two processes of a context start on one topic.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.graph.contexts().next()?;
    sandbox.topic("planted.topic", None);
    sandbox.process(context, vec![step("planted")]);
    let first = sandbox.map.processes.get_mut("planted")?;
    first.starts_on = Some(planted("planted.topic"));
    let second = Process { name: planted("planted-too"), ..first.clone() };
    sandbox.map.processes.insert(second.name.clone(), second);
    Some(format!("two processes of {} start on one topic", sandbox.graph.name(context)))
}
