//! Mail that is written by hand: a message whose topic no attribute says, and a letter that no step publishes.

use crate::finding::Place;
use crate::graph::body_paths::{PathTarget, path_uses};
use crate::graph::{ContextId, Graph};
use crate::rules::Found;
use stateline_rust::summary::ItemKind;
use stateline_rust::{DefId, DefKind};
use stateline_schema::attribute::Attribute;
use stateline_schema::map::CodeKind;

pub(super) fn found(graph: &Graph<'_>) -> Vec<Found> {
    let messages = graph.world().impls.iter().filter_map(|id| message(graph, *id));
    let mail = graph.defs().filter(|id| graph.world().def(*id).kind == DefKind::Function);
    messages.chain(mail.filter_map(|id| letter(graph, id))).collect()
}

/// The context whose ordinary code it is, if its steps are functions with an attribute.
fn owner(graph: &Graph<'_>, id: DefId) -> Option<ContextId> {
    let owner = graph.regions.owner(id)?;
    let ordinary = graph.codes.of(graph.world(), id) == CodeKind::Main;
    (ordinary && graph.uses_macros(owner)).then_some(owner)
}

/// An `impl Message` for a type without `#[message]`.
fn message(graph: &Graph<'_>, id: DefId) -> Option<Found> {
    let world = graph.world();
    let ItemKind::Impl { trait_: Some(path), .. } = &world.item(id)?.kind else { return None };
    let of = world.named_whole(world.site(id), *path).filter(|of| world.is_std(*of))?;
    if graph.path(of) != "stateline::message::Message" {
        return None;
    }
    let (ty, owner) = (graph.members.self_type(id)?, owner(graph, id)?);
    if graph.mark_on(ty, Attribute::Message).is_some() {
        return None;
    }
    let (what, who) = (graph.path(ty), graph.name(owner));
    let message = format!("{what} is made a message by hand, and nothing holds its topic against the map");
    let (span, does) = graph.publications(owner);
    let help = format!("give the type `#[message(topic = \"…\")]`, with a topic on which {who} publishes");
    Some(
        Found::new(message, graph.at_def(ty, "without `#[message]`"))
            .place(graph.at_map(span, does))
            .help(help),
    )
}

/// A function that puts a letter together.
fn letter(graph: &Graph<'_>, id: DefId) -> Option<Found> {
    let owner = owner(graph, id)?;
    let makes = |target: &PathTarget| match target {
        PathTarget::Outside(path) => path.starts_with("stateline::") && path.ends_with("::Letter::of"),
        PathTarget::Workspace(_) => false,
    };
    let named = path_uses(graph, id).into_iter().find(|named| makes(&named.target))?;
    let place: Place = match named.span {
        Some(span) => graph.at_code(named.file, span, "made here"),
        None => graph.at_def(id, "made here"),
    };
    let (span, does) = graph.publications(owner);
    let name = graph.world().text(graph.world().def(id).name);
    let message = format!("{name} makes a letter of its own, which nobody has published");
    Some(
        Found::new(message, place)
            .place(graph.at_map(span, does))
            .help("publish the message through the ctx of a step or a handler; tests may make letters"),
    )
}
