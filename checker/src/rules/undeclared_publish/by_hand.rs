//! Mail that is written by hand: a message whose topic no attribute says, a letter that no step publishes, and a
//! message that another context makes.

use crate::finding::Place;
use crate::graph::body_paths::{Made, PathTarget, PathUse, body_names, made, set_fields};
use crate::graph::{ContextId, Graph};
use crate::rules::Found;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::summary::ItemKind;
use stateline_rust::{DefId, DefKind, Reference, Role, Target};
use stateline_schema::attribute::Attribute;
use stateline_schema::map::CodeKind;
use std::collections::BTreeSet;

pub(super) fn found(graph: &Graph<'_>) -> Vec<Found> {
    let messages = graph.world().impls.iter().filter_map(|id| message(graph, *id));
    let mail = graph.defs().filter(|id| graph.world().def(*id).kind == DefKind::Function);
    let letters = mail.filter_map(|id| letter(graph, id));
    messages.chain(letters).chain(made_elsewhere(graph)).collect()
}

/// Messages of which another context makes one, or changes one, that may not publish on their topic: with a message in hand
/// anything can be published, by a method, a generic helper, or a function of the one that runs steps.
fn made_elsewhere(graph: &Graph<'_>) -> Vec<Found> {
    let world = graph.world();
    let topics: FxHashMap<DefId, &str> = graph
        .marked(Attribute::Message)
        .filter_map(|mark| Some((mark.def(), &*mark.topic.as_ref()?.text)))
        .collect();
    if topics.is_empty() {
        return Vec::new();
    }
    let renames = |id: &DefId| {
        world.def(*id).kind == DefKind::TypeAlias
            && world.unalias(*id).is_some_and(|to| topics.contains_key(&to))
    };
    let renamed: FxHashSet<DefId> = graph.defs().filter(renames).collect();
    let names_one = |reference: &&Reference| {
        let body = matches!(reference.role, Role::Body | Role::Call);
        let to = matches!(reference.to, Target::Def(to) if topics.contains_key(&to) || renamed.contains(&to));
        body && to && graph.codes.around(world, reference) == CodeKind::Main
    };
    let sets_field = |reference: &&Reference| {
        let of = |to: DefId| world.def(to).parent.filter(|of| topics.contains_key(of));
        let of_one = matches!(reference.to, Target::Def(to) if of(to).is_some());
        of_one && reference.role == Role::Field && reference.how.is_dot()
    };
    let mut fields: FxHashMap<DefId, Vec<&Reference>> = FxHashMap::default();
    for reference in graph.input.references.iter().filter(sets_field) {
        fields.entry(reference.from).or_default().push(reference);
    }
    let named = graph.input.references.iter().filter(names_one).map(|it| it.from);
    // There, a message is `Self`.
    let of_one = |id: &&DefId| graph.members.self_type(**id).is_some_and(|of| topics.contains_key(&of));
    let in_impls = world.impls.iter().filter(of_one).flat_map(|id| world.children(*id)).copied();
    // What names it near by is no reference.
    let crates: FxHashSet<_> = renamed.iter().map(|id| world.def(*id).krate).collect();
    let beside = graph.defs().filter(|id| crates.contains(&world.def(*id).krate));
    let beside = beside.filter(|id| world.def(*id).kind == DefKind::Function);
    let makers: BTreeSet<DefId> = named.chain(in_impls).chain(beside).chain(fields.keys().copied()).collect();
    let unlisted = graph.unlisted();
    let mut found = Vec::new();
    for maker in makers {
        let Some(owner) = graph.regions.owner(maker).filter(|_| is_ordinary(graph, maker)) else { continue };
        let mut told = FxHashSet::default();
        let set = set_fields(graph, maker);
        let changed = fields.get(&maker).into_iter().flatten().filter(|field| set.contains(&field.at));
        let changed = changed.filter_map(|field| {
            let Target::Def(to) = field.to else { return None };
            let target = PathTarget::Workspace(world.def(to).parent?);
            let span = Some((field.at, field.at + field.len));
            Some(Made { path_use: PathUse { target, file: field.file, span }, from_another: true })
        });
        let all: Vec<Made> = made(graph, maker).into_iter().chain(changed).collect();
        // Who has heard a message may keep it in another form.
        let keeps = all.iter().any(|made| made.from_another) && !publishes(graph, maker);
        for Made { path_use: made, .. } in all.into_iter().filter(|made| !(keeps && made.from_another)) {
            let PathTarget::Workspace(id) = made.target else { continue };
            let id = match world.def(id).kind {
                DefKind::Variant => world.def(id).parent.unwrap_or(id),
                _ => id,
            };
            let Some(&topic) = topics.get(&id) else { continue };
            let may = graph.context(owner).publishes.iter().any(|known| *known.value == *topic);
            // What a step publishes that it does not list is told there.
            let is_told = unlisted.iter().any(|(_, found, def)| found.from == maker && *def == id);
            if may || graph.regions.owner(id) == Some(owner) || is_told || !told.insert(id) {
                continue;
            }
            found.push(elsewhere(graph, owner, (id, topic), &made, maker));
        }
    }
    found
}

/// Whether a function calls something that is called `publish`.
fn publishes(graph: &Graph<'_>, of: DefId) -> bool {
    const PUBLISH: &str = "publish";
    let world = graph.world();
    let names = body_names(graph, of);
    let by_path = |path_use: &PathUse| match &path_use.target {
        PathTarget::Outside(path) => path.ends_with("::publish"),
        PathTarget::Workspace(id) => world.text(world.def(*id).name) == PUBLISH,
    };
    names.called.iter().any(|called| world.text(called.name) == PUBLISH)
        || names.path_uses.iter().any(by_path)
}

fn elsewhere(
    graph: &Graph<'_>,
    owner: ContextId,
    (id, topic): (DefId, &str),
    made: &PathUse,
    maker: DefId,
) -> Found {
    let (what, who) = (graph.path(id), graph.name(owner));
    let place = match made.span {
        Some(span) => graph.at_code(made.file, span, "constructed here"),
        None => graph.at_def(maker, "constructed here"),
    };
    let (span, does) = graph.publications(owner);
    let message =
        format!("`{who}` constructs `{what}`, but is not allowed to publish on its topic `{topic}`");
    Found::new(message, place).place(graph.at_map(span, does)).help(super::advice(graph, owner, topic))
}

/// The context whose ordinary code it is, if its steps are functions with an attribute.
fn owner(graph: &Graph<'_>, id: DefId) -> Option<ContextId> {
    let owner = graph.regions.owner(id)?;
    (is_ordinary(graph, id) && graph.uses_macros(owner)).then_some(owner)
}

fn is_ordinary(graph: &Graph<'_>, id: DefId) -> bool {
    graph.codes.of(graph.world(), id) == CodeKind::Main
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
    let message =
        format!("`{what}` implements `Message` by hand, so its topic is not checked against the map");
    let (span, does) = graph.publications(owner);
    let help = format!(
        "replace the `impl` by `#[message(topic = \"…\")]` on the type, with a topic that `{who}` publishes on"
    );
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
    let names = body_names(graph, id);
    let named = names.path_uses.iter().find(|named| makes(&named.target))?;
    let place: Place = match named.span {
        Some(span) => graph.at_code(named.file, span, "constructed here"),
        None => graph.at_def(id, "constructed here"),
    };
    let (span, does) = graph.publications(owner);
    let name = graph.world().text(graph.world().def(id).name);
    let message =
        format!("`{name}` constructs a `Letter`, but only the ctx of a step or a handler may do that");
    Some(
        Found::new(message, place)
            .place(graph.at_map(span, does))
            .help("publish the message through the ctx of a step or a handler"),
    )
}
