//! What runs although nobody calls it by its name: impls of traits, for the types that a step meets.
//!
//! A value that is dropped, compared, printed, read from JSON or gone through by `for` runs code that no path
//! leads to. Which impl a call through a trait runs, types say; here every impl of that name counts, for each
//! type that a step makes, names or takes.

use super::Graph;
use super::member::{in_header, types_in};
use super::met::{Met, held};
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::summary::{Attribute, ItemKind, LoosePath, Namespace, PathId, Terms};
use stateline_rust::{DefId, DefKind, Named, Site, Symbol, Target, TypeVisitor};

/// The impls of the workspace.
pub struct Impls {
    of_type: FxHashMap<DefId, Vec<Impl>>,
    /// Impls of traits of ours for everything that has something, or for types of others.
    of_others: Vec<Impl>,
}

/// An impl's functions, and those of its trait that it leaves as they are; constants too, which may hold some.
#[derive(Clone)]
struct Impl {
    functions: Vec<DefId>,
    /// The types that it chooses: those in its associated types, and of its constants.
    chosen: Vec<DefId>,
    runs: Runs,
    of: Option<DefId>,
}

/// When the functions of an impl run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Runs {
    /// The language or a library runs them where a value is used.
    ByThemselves,
    /// Likewise, but what is written of the value is the same: where it is dropped, copied or hashed.
    Aside,
    /// Where a value is made into another.
    Converting,
    /// Where their names are called.
    Named,
}

/// Which functions are followed that nobody calls by name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Implied {
    /// Those that conversions run, and traits whose methods are called.
    Asked,
    /// Those, too, that may decide what is written of a value, or made of what is read.
    Data,
    /// Whatever runs where a value is used.
    All,
}

/// Traits of the standard library by which a value is made into another.
const CONVERSIONS: [&str; 8] =
    ["From", "TryFrom", "Into", "TryInto", "FromStr", "FromIterator", "Sum", "Product"];

/// Those of them that are for what is made into another, which in the others stands behind the trait's name.
const INTO: [&str; 2] = ["Into", "TryInto"];

/// Traits of the standard library that leave what is written of a value as it is.
const ASIDE: [&str; 3] = ["Drop", "Clone", "Hash"];

/// Traits of other packages that libraries run.
const OF_SERDE: [&str; 4] =
    ["serde::Serialize", "serde::Deserialize", "serde::ser::Serialize", "serde::de::Deserialize"];

impl Graph<'_> {
    /// The impls of the workspace, gone through once.
    pub fn impls(&self) -> &Impls {
        self.impls.get_or_init(|| Impls::new(self))
    }
}

impl Impls {
    fn new(graph: &Graph<'_>) -> Impls {
        let world = graph.world();
        let mut impls = Impls { of_type: FxHashMap::default(), of_others: Vec::new() };
        for &id in world.impls.iter().filter(|id| !world.is_std(**id) && !world.def(**id).test) {
            let Some(ItemKind::Impl { trait_, negative: false, .. }) = world.item(id).map(|item| &item.kind)
            else {
                continue;
            };
            let mut functions = code_of(graph, id);
            let (runs, of) = match trait_.map(|path| (path, target(graph, world.site(id), path))) {
                None => (Runs::Named, None),
                Some((_, Some(Target::Def(of)))) if !world.is_std(of) => {
                    let own: FxHashSet<Symbol> =
                        functions.iter().map(|function| world.def(*function).name).collect();
                    let left = code_of(graph, of).into_iter();
                    functions.extend(left.filter(|function| !own.contains(&world.def(*function).name)));
                    (Runs::Named, Some(of))
                }
                Some((path, Some(of))) => (runs(graph, id, path, of), None),
                // Where a package is missing, its traits are known by their names.
                Some((path, None)) if OF_SERDE.iter().any(|of| of.ends_with(&last_name(graph, id, path))) => {
                    (Runs::ByThemselves, None)
                }
                Some((_, None)) => (Runs::Named, None),
            };
            let found = Impl { functions, chosen: chosen(graph, id), runs, of };
            match graph.members.self_type(id) {
                Some(ty) => impls.of_type.entry(world.origin(ty)).or_default().push(found),
                None if of.is_some() => impls.of_others.push(found),
                // `impl From<Amount> for u64`: whoever has an amount may have it made into a number.
                None => {
                    for ty in in_header(world, id) {
                        impls.of_type.entry(world.origin(ty)).or_default().push(found.clone());
                    }
                }
            }
        }
        impls
    }

    /// The functions that impls for a type have.
    pub fn functions_of(&self, ty: DefId) -> impl Iterator<Item = DefId> {
        self.of_type.get(&ty).into_iter().flatten().flat_map(|found| found.functions.iter().copied())
    }

    /// The functions that impls of a trait of the workspace have.
    pub fn functions_of_trait(&self, of: DefId) -> impl Iterator<Item = DefId> {
        let impls = self.of_type.values().flatten().chain(&self.of_others);
        impls.filter(move |found| found.of == Some(of)).flat_map(|found| found.functions.iter().copied())
    }

    /// The types that impls for a type choose.
    pub fn chosen_by(&self, ty: DefId) -> impl Iterator<Item = DefId> {
        self.of_type.get(&ty).into_iter().flatten().flat_map(|found| found.chosen.iter().copied())
    }

    /// The functions that run because of what was met, each with the one in which that was.
    pub fn run_by(&self, graph: &Graph<'_>, met: &Met, implied: Implied) -> Vec<(DefId, DefId)> {
        let world = graph.world();
        let named = |found: &Impl, function: DefId| {
            let name = world.def(function).name;
            let of_trait = || met.of_trait.get(&(name, found.of?)).copied();
            met.names.get(&name).copied().or_else(of_trait)
        };
        let mut run = Vec::new();
        for (ty, from) in met.types() {
            for found in self.of_type.get(&ty).into_iter().flatten() {
                for &function in &found.functions {
                    let runs = match found.runs {
                        Runs::ByThemselves => (implied != Implied::Asked).then_some(from),
                        Runs::Aside if implied == Implied::All => Some(from),
                        Runs::Aside if implied == Implied::Asked => None,
                        Runs::Aside => named(found, function),
                        Runs::Converting => met.converts.or_else(|| named(found, function)),
                        Runs::Named => named(found, function),
                    };
                    run.extend(runs.map(|from| (from, function)));
                }
            }
        }
        for found in &self.of_others {
            let in_scope = |from: &DefId| found.of.is_some_and(|of| world.trait_in_scope(*from, of));
            for &function in &found.functions {
                run.extend(named(found, function).filter(in_scope).map(|from| (from, function)));
            }
        }
        run
    }
}

/// The functions that attributes of serde name, on a type, its variants and its fields.
pub fn by_attribute(graph: &Graph<'_>, ty: DefId) -> Vec<DefId> {
    let world = graph.world();
    let mut run = Vec::new();
    let file = world.def(ty).file;
    let summary = world.summary(file);
    let of_type = world.item(ty).map(|item| item.attributes);
    let below = held(graph, ty).into_iter().filter_map(|holder| match world.def(holder).field {
        Some(field) => Some(summary.fields[field].attributes),
        None => world.item(holder).map(|item| item.attributes),
    });
    let scope = world.def(ty).parent.unwrap_or(ty);
    let site = Site { scope, file, terms: &summary.terms };
    for attributes in of_type.into_iter().chain(below) {
        let said = summary.attributes[attributes].iter().filter(|it: &&Attribute| !it.is_derive);
        for loose in said.flat_map(|it| &summary.terms.loose[it.loose]).filter(|loose| loose.in_string) {
            run.extend(named_by(graph, site, loose));
        }
    }
    run
}

/// The functions that a path in a text of an attribute leads to.
fn named_by(graph: &Graph<'_>, site: Site<'_>, loose: &LoosePath) -> Vec<DefId> {
    const OF_CODEC: [&str; 2] = ["serialize", "deserialize"];
    let world = graph.world();
    let whole = |namespace| {
        let resolved = world.resolve(site, loose.path, namespace);
        match resolved.segments.last() {
            Some(Named::Target(Target::Def(id))) if !resolved.broken && resolved.rest == 0 => Some(*id),
            _ => None,
        }
    };
    let function = whole(Namespace::Value).filter(|id| world.def(*id).kind == DefKind::Function);
    let module = whole(Namespace::Type).filter(|id| world.def(*id).kind == DefKind::Module);
    let ty = whole(Namespace::Type).and_then(|id| world.unalias(id)).filter(|id| {
        matches!(world.def(*id).kind, DefKind::Struct | DefKind::Enum | DefKind::Union) && !world.is_std(*id)
    });
    let of_codec = |id: &DefId| OF_CODEC.contains(&world.text(world.def(*id).name));
    match (function, module, ty) {
        (Some(function), ..) => vec![function],
        (None, Some(module), _) => functions(graph, module).into_iter().filter(of_codec).collect(),
        (None, None, Some(ty)) => graph.impls().functions_of(ty).filter(of_codec).collect(),
        (None, None, None) => Vec::new(),
    }
}

/// The types in an impl's associated types, and of its constants.
fn chosen(graph: &Graph<'_>, of: DefId) -> Vec<DefId> {
    let world = graph.world();
    let chosen = world.children(of).iter().filter_map(|id| match world.item(*id).map(|item| &item.kind) {
        Some(ItemKind::TypeAlias { ty: Some(ty), .. } | ItemKind::Const { ty: Some(ty), .. }) => {
            Some(types_in(world, world.site(*id), *ty))
        }
        _ => None,
    });
    chosen.flatten().collect()
}

/// The functions with a body that stand in an impl or a trait, and the constants: `T::RUN` may be a function.
fn code_of(graph: &Graph<'_>, of: DefId) -> Vec<DefId> {
    let world = graph.world();
    let is_constant = |id: &DefId| matches!(&world.item(*id).map(|item| &item.kind), Some(ItemKind::Const { body, .. }) if body.is_some());
    let constants = world.children(of).iter().copied().filter(is_constant);
    functions(graph, of).into_iter().chain(constants).collect()
}

/// The functions with a body that stand in something.
fn functions(graph: &Graph<'_>, of: DefId) -> Vec<DefId> {
    let world = graph.world();
    let has_body = |id: &DefId| match world.item(*id).map(|item| &item.kind) {
        Some(ItemKind::Function(function)) => function.body.is_some() && !world.def(*id).test,
        _ => false,
    };
    world.children(of).iter().copied().filter(has_body).collect()
}

/// The last name of a path in the header of an impl, behind `::`.
fn last_name(graph: &Graph<'_>, id: DefId, path: PathId) -> String {
    let site = graph.world().site(id);
    let last = site.terms.segments[site.terms.paths[path].segments].last();
    last.map_or(String::new(), |last| {
        format!("::{}", graph.world().text(graph.world().symbol(site.file, last.name)))
    })
}

fn target(graph: &Graph<'_>, site: Site<'_>, path: PathId) -> Option<Target> {
    let resolved = graph.world().resolve(site, path, Namespace::Type);
    match resolved.segments.last() {
        Some(Named::Target(target)) if !resolved.broken => Some(*target),
        _ => None,
    }
}

/// When the functions of an impl of a trait run that is not ours.
fn runs(graph: &Graph<'_>, id: DefId, path: PathId, of: Target) -> Runs {
    let Some(name) = graph.beyond(id, of) else { return Runs::Named };
    let last = name.rsplit("::").next().unwrap_or(&name);
    if OF_SERDE.contains(&name.as_str()) {
        return Runs::ByThemselves;
    }
    if !name.starts_with("std::") {
        return Runs::Named;
    }
    if ASIDE.contains(&last) {
        return Runs::Aside;
    }
    if !CONVERSIONS.contains(&last) {
        return Runs::ByThemselves;
    }
    // Whoever has a value of another package's type has named that, or cannot do anything with it.
    let mut header = Outside { graph, site: graph.world().site(id), found: false };
    if !INTO.contains(&last) {
        header.visit_path(path);
    }
    if header.found { Runs::Named } else { Runs::Converting }
}

/// Looks whether the header of an impl names a type of another package.
struct Outside<'o, 'g> {
    graph: &'o Graph<'g>,
    site: Site<'o>,
    found: bool,
}

impl<'o> TypeVisitor<'o> for Outside<'o, '_> {
    fn terms(&self) -> &'o Terms {
        self.site.terms
    }

    fn visit_path(&mut self, path: PathId) {
        let resolved = self.graph.world().resolve(self.site, path, Namespace::Type);
        let outside = matches!(resolved.segments.last(), Some(Named::Target(Target::Outside(_))));
        self.found |= outside || resolved.broken;
        self.visit_own(path);
        self.visit_args_of(&self.site.terms.segments[self.site.terms.paths[path].segments]);
    }
}
