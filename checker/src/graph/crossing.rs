//! From references to edges: one for each context, item, kind of naming and kind of code.

use super::net::{Edge, Kind, Node, Where};
use super::permission::Verdict;
use super::{ContextId, Graph};
use petgraph::graph::EdgeIndex;
use rustc_hash::FxHashMap;
use stateline_rust::arena::to_u32;
use stateline_rust::resolve::world::Target;
use stateline_rust::resolve::{DefId, DefKind, Reference, Role};
use stateline_schema::map::CodeKind;

/// Adds an edge for everything that crosses a border.
pub(super) fn add(graph: &mut Graph<'_>) {
    let mut edges: FxHashMap<Key, EdgeIndex> = FxHashMap::default();
    let mut named: FxHashMap<(ContextId, DefId, CodeKind, bool), Option<DefId>> = FxHashMap::default();
    for (index, reference) in graph.input.references.iter().enumerate() {
        let Some((from, target)) = crossing(graph, reference) else { continue };
        let code = graph.codes.of(graph.world(), reference.from);
        let passing = is_passing(reference.role);
        let item = named
            .entry((from, target, code, passing))
            .or_insert_with(|| unit(graph, from, target, code, passing));
        let Some(item) = *item else { continue };
        graph.crossing_references += 1;
        let key = Key { from, item, kind: kind(graph, reference, code), code, passing };
        let place = Where::Code(to_u32(index));
        match edges.get(&key) {
            Some(&edge) => graph.net[edge].places.push(place),
            None => {
                let edge = add_edge(graph, key, place);
                edges.insert(key, edge);
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    from: ContextId,
    item: DefId,
    kind: Kind,
    code: CodeKind,
    passing: bool,
}

fn add_edge(graph: &mut Graph<'_>, key: Key, place: Where) -> EdgeIndex {
    let from = graph.node(Node::Context(key.from));
    let to = match graph.permissions.operations.contains(&key.item) {
        true => graph.node(Node::Operation(key.item)),
        false => graph.node(Node::Item(key.item)),
    };
    graph.net.add_edge(from, to, Edge { kind: key.kind, code: key.code, places: vec![place] })
}

/// Whether a reference only passes by: it imports, or names what a member belongs to.
pub(super) fn is_passing(role: Role) -> bool {
    matches!(role, Role::Import | Role::Qualifier)
}

/// The context that names, and what is named, where the two belong to different contexts.
fn crossing(graph: &Graph<'_>, reference: &Reference) -> Option<(ContextId, DefId)> {
    let Target::Def(target) = reference.to else { return None };
    let to = graph.regions.owner(target)?;
    let from = graph.regions.owner(reference.from)?;
    if from == to {
        return None;
    }
    // A module on the way to something else is granted with it, and `mod x;` is no use of it.
    let kind = graph.world().def(target).kind;
    let on_the_way = kind == DefKind::Module && reference.role != Role::Import;
    (!on_the_way && !matches!(kind, DefKind::Block | DefKind::Impl)).then_some((from, target))
}

/// What of the other context is named, as far as permissions go: the very item where it is granted
/// by itself, else what it is a member of. None if that is `from`'s own: a method of its own trait,
/// which another context implements, is its own word.
fn unit(graph: &Graph<'_>, from: ContextId, target: DefId, code: CodeKind, passing: bool) -> Option<DefId> {
    let unit = graph.members.unit(graph.world(), target);
    let own = |item: DefId| graph.regions.owner(item) == Some(from);
    if own(unit.item) || unit.or.is_some_and(own) {
        return None;
    }
    let by_itself = graph.permissions.exact.contains_key(&(from, target));
    if by_itself || unit.item == target {
        return Some(target);
    }
    let judge = |item: DefId| graph.permissions.judge(graph.lookup(), from, item, code, passing);
    match unit.or {
        Some(of_trait)
            if !matches!(judge(unit.item), Verdict::Allowed(_))
                && matches!(judge(of_trait), Verdict::Allowed(_)) =>
        {
            Some(of_trait)
        }
        _ => Some(unit.item),
    }
    // What nobody owns is reported as such.
    .filter(|item| graph.regions.owner(*item).is_some())
}

fn kind(graph: &Graph<'_>, reference: &Reference, code: CodeKind) -> Kind {
    let Target::Def(target) = reference.to else { return Kind::Use };
    let calls = reference.role == Role::Call
        && reference.derived.is_none()
        && graph.world().def(target).kind == DefKind::Function;
    match (code, calls) {
        (CodeKind::Main | CodeKind::Build, true) => Kind::Call,
        (CodeKind::Main | CodeKind::Build, false) => Kind::Use,
        _ => Kind::Test,
    }
}
