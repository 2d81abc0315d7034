//! Code that writes and reads types in place of serde's derives: impls by hand, `with`, `from` and `into`.

use super::Wire;
use super::said::Said;
use crate::graph::Graph;
use crate::graph::shape::Shape;
use rustc_hash::FxHashMap;
use stateline_rust::summary::{ItemKind, Namespace, PathId};
use stateline_rust::{DefId, DefKind, Named, Site, Target};

/// The traits, and their derives, by which types are written and read.
pub(super) const OF_SERDE: [&str; 2] = ["Serialize", "Deserialize"];

/// Impls, by the type that they are of.
pub(super) type Impls = FxHashMap<DefId, Vec<DefId>>;

/// The hand-written impls of serde's traits, by the type that they are for.
pub(super) fn by_hand(graph: &Graph<'_>) -> Impls {
    of_traits(graph, &OF_SERDE, false)
}

/// The conversions of each type, from it and into it, likewise.
pub(super) fn conversions(graph: &Graph<'_>) -> Impls {
    of_traits(graph, &["From", "TryFrom", "Into", "TryInto"], true)
}

/// The impls of `Default` by hand, likewise.
pub(super) fn defaults(graph: &Graph<'_>) -> Impls {
    of_traits(graph, &["Default"], false)
}

/// Impls of traits with these names: by their type, and perhaps by what stands in the trait's brackets.
fn of_traits(graph: &Graph<'_>, names: &[&str], arguments: bool) -> Impls {
    let world = graph.world();
    let mut found = Impls::default();
    for &id in &world.impls {
        let def = world.def(id);
        if world.is_std(id) || def.test {
            continue;
        }
        let Some(item) = world.item(id) else { continue };
        let ItemKind::Impl { trait_: Some(path), .. } = item.kind else { continue };
        let summary = world.summary(def.file);
        let Some(last) = summary.terms.segments[summary.terms.paths[path].segments].last() else { continue };
        if !names.contains(&real_name(graph, world.site(id), path, Namespace::Type)) {
            continue;
        }
        let mut about: Vec<DefId> = graph.members.self_type(id).into_iter().collect();
        if let (true, Some(args)) = (arguments, last.args) {
            let types = &summary.terms.type_lists[summary.terms.args[args].types];
            about.extend(types.iter().filter_map(|ty| world.named_type(world.site(id), *ty)));
        }
        for of in about {
            found.entry(of).or_default().push(id);
        }
    }
    found
}

/// The last name of what a path leads to, whatever it is imported as: `Serialize` of `Ser`, where that is
/// serde's; as it is written where it leads nowhere.
pub(super) fn real_name<'n>(
    graph: &'n Graph<'_>,
    site: Site<'n>,
    path: PathId,
    namespace: Namespace,
) -> &'n str {
    let world = graph.world();
    let resolved = world.resolve(site, path, namespace);
    let name = match resolved.segments.last() {
        Some(Named::Target(Target::Def(id))) if !resolved.broken => Some(world.def(*id).name),
        Some(Named::Target(Target::Outside(id))) if !resolved.broken && resolved.below.is_none() => {
            Some(world.outside.name(*id))
        }
        _ => None,
    };
    let last = || site.terms.segments[site.terms.paths[path].segments].last();
    let name = name.or_else(|| last().map(|last| world.symbol(site.file, last.name)));
    name.map_or("", |name| world.text(name))
}

/// The text of a path as it is written.
fn text(site: Site<'_>, graph: &Graph<'_>, path: PathId) -> String {
    let summary = graph.world().summary(site.file);
    let segments = &site.terms.segments[site.terms.paths[path].segments];
    let names: Vec<&str> = segments.iter().map(|segment| &*summary.names[segment.name]).collect();
    names.join("::")
}

/// The path of an attribute that is written so.
fn path_of(said: &Said<'_>, site: Site<'_>, graph: &Graph<'_>, written: &str) -> Option<PathId> {
    let written = written.trim_start_matches("::");
    said.paths().iter().copied().find(|path| text(site, graph, *path) == written)
}

/// A hash of the functions that a path leads to: a function, or `serialize` and `deserialize` of a module or
/// type, with values of these types. None where they are not read.
pub(super) fn functions(
    wire: &Wire<'_>,
    said: &Said<'_>,
    site: Site<'_>,
    written: &str,
    given: &[DefId],
) -> Option<u64> {
    let (graph, world) = (wire.graph, wire.graph.world());
    let path = path_of(said, site, graph, written)?;
    let found = world.resolve(site, path, Namespace::Type);
    let found = if found.broken { world.resolve(site, path, Namespace::Value) } else { found };
    let Named::Target(Target::Def(id)) = *found.segments.last()? else { return None };
    if world.is_std(id) {
        return None;
    }
    if world.def(id).kind == DefKind::Function {
        return Some(wire.code_of.of(id, given));
    }
    let named = |id: &DefId| matches!(world.text(world.def(*id).name), "serialize" | "deserialize");
    let members = graph.members.members(world, id).chain(world.children(id).iter().copied());
    Some(wire.code_of.of_all(&members.filter(named).collect::<Vec<_>>(), given))
}

/// The type that a text of an attribute names.
pub(super) fn shape(graph: &Graph<'_>, said: &Said<'_>, site: Site<'_>, written: &str) -> Option<Shape> {
    let written = written.trim();
    if let Some(inner) = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let parts = split(inner).into_iter().map(|part| shape(graph, said, site, part));
        return parts.collect::<Option<Vec<_>>>().map(Shape::Tuple);
    }
    let (name, args) = match written.split_once('<') {
        Some((name, rest)) => (name, split(rest.strip_suffix('>')?)),
        None => (written, Vec::new()),
    };
    let args: Option<Vec<Shape>> = args.into_iter().map(|arg| shape(graph, said, site, arg)).collect();
    let args = args?;
    match Shape::of_path(graph, site, path_of(said, site, graph, name.trim())?) {
        Shape::Named(id, none) if none.is_empty() => Some(Shape::Named(id, args)),
        Shape::Outside(path, none) if none.is_empty() => Some(Shape::Outside(path, args)),
        Shape::Open(_) => None,
        other => args.is_empty().then_some(other),
    }
}

/// What stands between the commas that are in no brackets.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_u32, 0);
    for (at, char) in text.char_indices() {
        match char {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}
