//! Which of several impls of one type a path means, as `Page::<1>::read` does of `impl Page<0>` and `impl Page<1>`.

use super::Graph;
use super::shape::Shape;
use stateline_rust::summary::{ItemKind, PathId};
use stateline_rust::{DefId, DefKind, Site};

/// What a path may mean that leads to an item: the item, or those of its name in all impls of its type that the
/// arguments written before it do not rule out.
pub(super) fn meant(graph: &Graph<'_>, site: Site<'_>, path: PathId, item: DefId) -> Vec<DefId> {
    let world = graph.world();
    let parent = world.def(item).parent.filter(|parent| world.def(*parent).kind == DefKind::Impl);
    let Some(ty) = parent.and_then(|parent| graph.members.self_type(parent)) else { return vec![item] };
    let name = world.def(item).name;
    let members = graph.members.members(world, ty).filter(|member| world.def(*member).name == name);
    let mut found: Vec<DefId> = members.collect();
    if found.len() < 2 {
        return vec![item];
    }
    let segments = &site.terms.segments[site.terms.paths[path].segments];
    let before = segments.len().checked_sub(2).and_then(|before| segments[before].args);
    if let Some(args) = before {
        let written = &site.terms.type_lists[site.terms.args[args].types];
        let written: Vec<Shape> = written.iter().map(|ty| Shape::of(graph, site, *ty)).collect();
        found.retain(|member| !is_ruled_out(graph, &written, *member));
    }
    if found.is_empty() { vec![item] } else { found }
}

/// Whether a member stands in an impl for other arguments than these.
fn is_ruled_out(graph: &Graph<'_>, written: &[Shape], member: DefId) -> bool {
    let world = graph.world();
    let Some(parent) = world.def(member).parent else { return false };
    let Some(ItemKind::Impl { self_ty, .. }) = world.item(parent).map(|item| &item.kind) else {
        return false;
    };
    let shape = Shape::of(graph, world.site(parent), *self_ty);
    let mut pairs = written.iter().zip(shape.arguments());
    pairs.any(|(written, of)| written.is_other_than(graph, of))
}
