//! A topic's message is not a type of its publisher, or not the one that the code says.

use super::sandbox::{Sandbox, planted};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::grant::{kind, message_types};
use crate::graph::lookup::Found as Led;
use crate::graph::{ContextId, Graph, Mark};
use stateline_rust::DefId;
use stateline_schema::attribute::Attribute;
use stateline_schema::{Path, Spanned, Topic, suggestion};

pub(super) static RULE: Rule = Rule {
    name: "wrong-payload",
    kind: RuleKind::Mail,
    summary: "a topic's message is not a type, not its publisher's, or not the one that the code declares",
    level: Level::Error,
    page: include_str!("wrong-payload.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for topic in graph.input.map.topics.values() {
        if let Some(message) = &topic.message
            && let Some(found) = wrong(graph, topic, message)
        {
            findings.add(found);
        }
    }
    for mark in graph.marked(Attribute::Message).filter(|mark| graph.is_ever(*mark)) {
        if let Some(found) = another(graph, mark) {
            findings.add(found);
        }
    }
}

/// A type says that it is the message of a topic, and the map says that another one is.
fn another(graph: &Graph<'_>, mark: Mark<'_>) -> Option<Found> {
    let map = graph.input.map;
    let said = mark.topic.as_ref()?;
    let topic = map.topic(&said.text)?;
    // Who may not publish there at all is the business of `undeclared-publish`.
    let mut publishers = map.publishers(&said.text);
    publishers.find(|(context, _)| ContextId::find(map, &context.name.value) == mark.owner)?;
    let message = topic.message.as_ref()?;
    let types = message_types(graph.lookup(), map, &said.text, &message.value);
    let itself = |ty: &DefId| graph.world().unalias(*ty).is_none_or(|ty| ty == mark.def());
    let &meant = types.first().filter(|_| !types.iter().any(itself))?;
    let (what, whose) = (graph.path(mark.def()), graph.path(meant));
    let text = format!(
        "`{what}` has `topic = \"{0}\"`, but in the map the message of `{0}` is `{whose}`",
        said.text
    );
    Some(
        Found::new(text, graph.at_code(mark.file(), said.span, "named here"))
            .place(graph.at_map(message.span, "its message"))
            .place(graph.at_def(meant, "defined here"))
            .help(format!("publish `{whose}` instead, or give `{what}` its own topic")),
    )
}

fn wrong(graph: &Graph<'_>, topic: &Topic, message: &Spanned<Path>) -> Option<Found> {
    let map = graph.input.map;
    let name = &topic.name.value;
    let (publisher, entry) = map.publishers(name).next()?;
    let publisher_id = ContextId::find(map, &publisher.name.value)?;
    let place = |label: &'static str| graph.at_map(message.span, label);
    let types = message_types(graph.lookup(), map, name, &message.value);
    let Some(&payload) = types.first() else {
        return match graph.lookup().path(publisher_id, &message.value) {
            Led::Items(items) => {
                let what = kind(graph.world().def(*items.first()?).kind);
                let text =
                    format!("`{}` is {what}, but the message of a topic must be a type", message.value);
                Some(Found::new(text, place("no type")))
            }
            Led::Outside => {
                let text = format!(
                    "`{}`, the message of the topic `{name}`, is not a type of the workspace",
                    message.value
                );
                let help = "name a type of the workspace, such as a struct with a field of this type";
                Some(Found::new(text, place("defined outside the workspace")).help(help))
            }
            // Somebody else's system may have no code here.
            Led::Nothing { .. } if publisher.is_external() => None,
            Led::Nothing { similar, .. } => {
                let text = format!("the message of the topic `{name}`, `{}`, does not exist", message.value);
                let help = similar.map(suggestion);
                Some(Found::new(text, place("names no type")).maybe_help(help))
            }
        };
    };
    let owner = graph.regions.owner(payload)?;
    let stranger = map
        .publishers(name)
        .find(|(context, _)| ContextId::find(map, &context.name.value) != Some(owner))
        .map(|(context, said)| (context.name.value.clone(), said.span));
    let (who, said) =
        stranger.or((owner != publisher_id).then(|| (publisher.name.value.clone(), entry.span)))?;
    let whose = graph.name(owner);
    let text = format!(
        "`{who}` publishes on `{name}`, but its message `{}` belongs to `{whose}`",
        graph.path(payload)
    );
    Some(
        Found::new(text, graph.at_map(said, format!("`{who}` publishes on it")))
            .place(place("its message"))
            .place(graph.at_def(payload, format!("defined in `{whose}`")))
            .help(format!("use a type of `{who}` as the message of `{name}`")),
    )
}

/// A topic whose message is nowhere.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context =
        *sandbox.contexts().iter().find(|context| !sandbox.graph.context(**context).is_external())?;
    sandbox.topic("planted.topic", Path::parse("planted_nowhere").ok());
    sandbox.context(context)?.publishes.push(planted("planted.topic"));
    Some(format!("{} publishes a message that is nowhere", sandbox.graph.name(context)))
}
