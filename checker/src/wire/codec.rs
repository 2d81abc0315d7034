//! Code that writes and reads types in place of serde's derives: impls by hand, `with`, `from` and `into`.

use super::Wire;
use super::said::Said;
use crate::graph::Graph;
use crate::graph::implied::by_attribute;
use crate::graph::shape::Shape;
use rustc_hash::FxHashMap;
use stateline_rust::summary::{ItemKind, Namespace, PathId};
use stateline_rust::{DefId, DefKind, Named, Site, Target};
use stateline_schema::entries::fingerprint;
use std::collections::BTreeSet;

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

/// The impls of `Clone` by hand, likewise: what is converted is copied before.
pub(super) fn clones(graph: &Graph<'_>) -> Impls {
    of_traits(graph, &["Clone"], false)
}

/// The impls by hand that say what comes first in a set, and what is there already, likewise.
pub(super) fn orders(graph: &Graph<'_>) -> Impls {
    of_traits(graph, &["PartialEq", "Eq", "PartialOrd", "Ord", "Hash"], false)
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

/// A hash of the functions that a text of an attribute leads to, with values of these types: a function, one of a type
/// or a trait, or `serialize` and `deserialize` of a module or type. Where a part of it is not found, of all that is,
/// and of the text. None of what stands outside of the workspace.
pub(super) fn functions(
    wire: &Wire<'_>,
    said: &Said<'_>,
    site: Site<'_>,
    written: &str,
    given: &[DefId],
) -> Option<u64> {
    let graph = wire.graph;
    let whole = path_of(said, site, graph, written);
    // `W::<Cent>` and `<Cents as Tr>::de` name several.
    let parts = said.paths().iter().copied().filter(|path| written.contains(&text(site, graph, *path)));
    let paths: Vec<PathId> = whole.map_or_else(|| parts.collect(), |path| vec![path]);
    let last = written.rsplit("::").find(|name| !name.starts_with('<')).unwrap_or(written);
    let mut led = Led { graph, names: [last, "serialize", "deserialize"], ..Led::new(graph, given) };
    paths.into_iter().for_each(|path| led.follow(site, path));
    if led.outside && led.functions.is_empty() {
        return None;
    }
    let found = wire.code_of.of_all(&led.functions, &led.types);
    let remote = led.remote.iter().map(|id| {
        let impls = wire.conversions().get(id).map_or(&[][..], Vec::as_slice);
        let named = by_attribute(graph, *id);
        wire.code_of.of_all(impls, &[]).wrapping_add(wire.code_of.of_all(&named, &[]))
    });
    // What is derived has no function.
    let named = &led.types[given.len()..];
    let derived = (last == "default").then(|| wire.code_of.of_default(wire.defaults(), named)).flatten();
    let all = remote.chain(derived).fold(found, u64::wrapping_add);
    let is_whole = whole.is_some() && !(led.functions.is_empty() && led.remote.is_empty());
    Some(if is_whole { all } else { all.wrapping_add(fingerprint(written.as_bytes())) })
}

/// The type that stands for one of another package where a text of an attribute names it: `#[serde(remote)]`.
pub(super) fn remote(graph: &Graph<'_>, said: &Said<'_>, site: Site<'_>, written: &str) -> Option<DefId> {
    let mut led = Led::new(graph, &[]);
    led.follow(site, path_of(said, site, graph, written)?);
    led.remote.pop()
}

/// Where the paths of a text lead.
struct Led<'l, 'g> {
    graph: &'l Graph<'g>,
    /// Those that are looked for in types and modules.
    names: [&'l str; 3],
    functions: Vec<DefId>,
    /// Types that are named, and those of what is written.
    types: Vec<DefId>,
    remote: Vec<DefId>,
    outside: bool,
}

impl<'l, 'g> Led<'l, 'g> {
    fn new(graph: &'l Graph<'g>, given: &[DefId]) -> Self {
        Led {
            graph,
            names: [""; 3],
            functions: Vec::new(),
            types: given.to_vec(),
            remote: Vec::new(),
            outside: false,
        }
    }

    fn follow(&mut self, site: Site<'_>, path: PathId) {
        let world = self.graph.world();
        let of_type = world.resolve(site, path, Namespace::Type);
        let value = world.resolve(site, path, Namespace::Value);
        let found = if of_type.broken || of_type.rest > value.rest { value } else { of_type };
        match found.segments.last() {
            _ if found.broken => {}
            Some(Named::Target(Target::Def(id))) if !world.is_std(*id) => self.take(*id),
            Some(Named::Target(_) | Named::Primitive(_)) => self.outside = true,
            _ => {}
        }
    }

    fn take(&mut self, id: DefId) {
        let (graph, world) = (self.graph, self.graph.world());
        match world.def(id).kind {
            DefKind::Function => self.functions.push(id),
            // What a module hands on is in its scope, too.
            DefKind::Module => {
                let names = self.names.iter().filter_map(|name| world.symbols.find(name));
                let values = names.filter_map(|name| world.named_as(id, name, Namespace::Value));
                self.functions.extend(values.filter_map(|value| value.target.def()));
            }
            DefKind::Trait => {
                let all = graph.members.members(world, id).chain(graph.impls().functions_of_trait(id));
                let named: BTreeSet<DefId> = all.filter(|id| self.is_named(*id)).collect();
                self.functions.extend(named);
            }
            _ => {
                let Some(ty) = world.unalias(id) else { return self.outside = true };
                if world.is_std(ty) {
                    return self.outside = true;
                }
                let all = graph.members.members(world, ty).chain(graph.impls().functions_of(ty));
                let named: BTreeSet<DefId> = all.filter(|id| self.is_named(*id)).collect();
                self.functions.extend(named);
                self.types.push(ty);
                let attributes = world.item(ty).map(|item| item.attributes);
                if attributes.is_some_and(|of| Said::new(graph, world.site(ty), of).has("remote")) {
                    self.remote.push(ty);
                }
            }
        }
    }

    fn is_named(&self, id: DefId) -> bool {
        let def = self.graph.world().def(id);
        def.kind == DefKind::Function && self.names.contains(&self.graph.world().text(def.name))
    }
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
