//! A context names the message of a topic to which it does not subscribe.

use super::border::{self, Border};
use super::sandbox::{Sandbox, planted};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::grant::message_types;
use crate::graph::permission::Verdict;
use crate::graph::signature::mentions;
use stateline_rust::{DefId, DefKind};
use stateline_schema::Path;
use stateline_schema::map::CodeKind;

pub(super) static RULE: Rule = Rule {
    name: "undeclared-subscription",
    kind: RuleKind::Crossing,
    summary: "a context uses the message of a topic that it does not subscribe to",
    level: Level::Error,
    page: include_str!("undeclared-subscription.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for border in border::grouped(graph, |verdict| verdict == Verdict::NotDeclared) {
        let Some(mail) = mail(graph, border.item) else { continue };
        let (who, what, topic) = (graph.name(border.from), graph.path(border.item), mail.topic);
        let part = if mail.whole { "the message" } else { "part of the message" };
        let message = format!(
            "`{who}` is not allowed to {} `{what}`{}: it is {part} of `{topic}`, which `{who}` does not subscribe to",
            border.verb(graph),
            border.in_kind_of_code()
        );
        let context = graph.context(border.from);
        let decides = context.subscribes.first().map_or(context.name.span, |first| first.span);
        let found = Found::new(message, border.first(graph))
            .place(graph.at_map(decides, border::subscriptions(context)))
            .places(border.others(graph))
            .edge(border.edge(graph))
            .help(advice(graph, &border, topic));
        findings.add(found);
    }
}

fn advice(graph: &Graph<'_>, border: &Border, topic: &str) -> String {
    let (user, edit) = (border.user(graph), border.edit(graph));
    if border.code() == CodeKind::Main {
        let who = graph.name(border.from);
        return format!("to receive these messages, add `{topic}` to `contexts.{who}.subscribes`");
    }
    let deed = border.deed(graph);
    match graph.permissions.is_offered(border.item) {
        true => format!("to allow {deed} in {user}, {edit}"),
        false => format!("to allow {deed} in {user}, {edit}, and {}", border.export(graph)),
    }
}

/// What of a topic's message an item is.
struct Mail<'g> {
    topic: &'g str,
    /// The message itself, not a part of it.
    whole: bool,
}

/// The topic for whose sake alone others may name an item; what is exported, or belongs to another
/// context than the message, they may name for other reasons.
fn mail<'g>(graph: &Graph<'g>, item: DefId) -> Option<Mail<'g>> {
    if !graph.permissions.messages.contains(&item) {
        return None;
    }
    let map = graph.input.map;
    let types = |topic: &'g stateline_schema::Topic| {
        let message = topic.message.as_ref()?;
        Some((
            topic.name.value.as_str(),
            message_types(graph.lookup(), map, &topic.name.value, &message.value),
        ))
    };
    let topics: Vec<(&str, Vec<DefId>)> = map.topics.values().filter_map(types).collect();
    if let Some((topic, _)) = topics.iter().find(|(_, types)| types.contains(&item)) {
        return Some(Mail { topic, whole: true });
    }
    let owner = graph.regions.owner(item);
    let part = |message: &DefId| {
        let mentioned = mentions(graph.world(), &graph.members, *message);
        graph.regions.owner(*message) == owner && mentioned.iter().any(|mention| mention.what == item)
    };
    let exported = graph.permissions.is_offered(item);
    let (topic, _) = topics.iter().find(|(_, types)| !exported && types.iter().any(part))?;
    Some(Mail { topic, whole: false })
}

/// Whether naming an item without permission is the business of this rule.
pub(super) fn is_about(graph: &Graph<'_>, item: DefId) -> bool {
    mail(graph, item).is_some()
}

/// A context names the message of a topic that it does not hear.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let contexts = sandbox.contexts();
    let mut pairs = contexts.iter().flat_map(|from| contexts.iter().map(move |to| (*from, *to)));
    let (from, to, item) = pairs.find_map(|(from, to)| {
        let is_type = |item: &DefId| matches!(graph.world().def(*item).kind, DefKind::Struct | DefKind::Enum);
        let denied = |item: &DefId| !matches!(sandbox.judge(from, *item), Verdict::Allowed(_));
        let item = sandbox.sample(to).into_iter().find(|item| is_type(item) && denied(item))?;
        (from != to).then_some((from, to, item))
    })?;
    sandbox.topic("planted.topic", Path::parse(&graph.path(item)).ok());
    sandbox.context(to)?.publishes.push(planted("planted.topic"));
    sandbox.refer(sandbox.root(from)?, item);
    Some(format!("{} names {}, a message that it does not hear", graph.name(from), graph.path(item)))
}
