//! The laws inside contexts: layers that may only be used from above, packages that are denied.
//!
//! Long because laws are resolved here and held against the code, once for each kind.

use super::between::Reserved;
use super::lookup::{Found, Lookup};
use super::member::Unit;
use super::package::{OtherNames, misspelt};
use super::permission::DanglingPath;
use super::{ContextId, Graph, ReferenceId};
use rustc_hash::FxHashMap;
use stateline_rust::{CrateId, DefId, DefKind, Reference, Role, Target};
use stateline_schema::map::{CodeKind, PackageLaw};
use stateline_schema::{Map, Path, Pattern, Span, suggestion};
use std::collections::BTreeMap;

/// The laws of all contexts, with the modules that they are about.
#[derive(Debug, Default)]
pub struct Laws {
    /// By context and module: the layer, from 0 at the top.
    layers: FxHashMap<DefId, (ContextId, usize)>,
    packages: Vec<Package>,
    /// Items that only some contexts may use.
    pub(super) reserved: Vec<Reserved>,
    /// Modules in laws that do not exist.
    pub dangling: Vec<DanglingPath>,
}

/// A law on packages, with the modules that it is about; none is the whole context.
#[derive(Debug)]
struct Package {
    context: ContextId,
    /// The module as written.
    module: String,
    modules: Vec<DefId>,
    whole: bool,
    allow: bool,
    packages: Vec<Listed>,
    span: Span,
}

/// A package that a law lists.
#[derive(Debug)]
struct Listed {
    path: Path,
    /// The same as paths in the code are compared with it.
    normal: String,
    span: Span,
}

/// How what code names is spelt, by the names of its package: each found once.
#[derive(Debug, Default)]
struct Names {
    spelt: FxHashMap<(CrateId, Target), Vec<String>>,
    others: OtherNames,
}

impl Names {
    /// All spellings of what a reference names, the one in the code first.
    fn of(&mut self, graph: &Graph<'_>, reference: &Reference) -> &[String] {
        let world = graph.world();
        let Names { spelt, others } = self;
        spelt.entry((world.def(reference.from).krate, reference.to)).or_insert_with(|| {
            let path = match reference.to {
                Target::Outside(id) => normal(&world.outside_path(id)),
                Target::Def(id) => normal(&graph.path(id)),
            };
            let rest = path.split_once("::").map(|(_, rest)| rest);
            let others = others.of(world, reference).iter();
            let others =
                others.map(|name| rest.map_or_else(|| name.clone(), |rest| format!("{name}::{rest}")));
            let others: Vec<String> = others.collect();
            std::iter::once(path).chain(others).collect()
        })
    }
}

/// What one layer of a context names in another above it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Upward {
    context: ContextId,
    from: usize,
    to: usize,
    item: DefId,
}

/// A law that code breaks.
#[derive(Debug)]
pub struct Breach {
    /// Whose code it is.
    pub context: ContextId,
    /// Whose item it names; the same, where the law is about the inside of one.
    pub to: ContextId,
    pub message: String,
    /// Where the law stands, and what it says.
    pub span: Span,
    pub label: String,
    pub help: String,
    /// What is named.
    pub item: String,
    /// Where.
    pub places: Vec<ReferenceId>,
}

impl Laws {
    pub fn new(lookup: &Lookup<'_>, map: &Map) -> Self {
        let mut reader = Reader { lookup, map, laws: Laws::default() };
        for (index, context) in map.contexts.values().enumerate() {
            let id = ContextId::new(index);
            for (layer, path) in context.laws.layers.iter().enumerate() {
                for module in reader.modules(id, &path.value, path.span) {
                    reader.laws.layers.insert(module, (id, layer));
                }
            }
            for (allow, law) in context
                .laws
                .deny
                .iter()
                .map(|law| (false, law))
                .chain(context.laws.allow.iter().map(|law| (true, law)))
            {
                reader.package(id, allow, law);
            }
        }
        reader.laws
    }
}

/// Reads the laws of a map.
struct Reader<'l> {
    lookup: &'l Lookup<'l>,
    map: &'l Map,
    laws: Laws,
}

impl Reader<'_> {
    fn package(&mut self, context: ContextId, allow: bool, law: &PackageLaw) {
        let whole = law.module.value == Pattern::Everything;
        let modules = match law.module.value.base() {
            Some(base) => self.modules(context, base, law.module.span),
            None => Vec::new(),
        };
        for path in &law.packages {
            if let Some(meant) = misspelt(self.lookup.world, &path.value) {
                let message = format!(
                    "there is no `{}`, listed in `{}`",
                    path.value,
                    key_of(context.name(self.map), allow, &law.module.value.to_string())
                );
                let (into, help) = (None, Some(suggestion(meant)));
                self.laws.dangling.push(DanglingPath { context, into, span: path.span, message, help });
            }
        }
        let packages = law.packages.iter().map(|path| Listed {
            path: path.value.clone(),
            normal: normal(path.value.as_str()),
            span: path.span,
        });
        let packages = packages.collect();
        let module = law.module.value.to_string();
        self.laws.packages.push(Package {
            context,
            module,
            modules,
            whole,
            allow,
            packages,
            span: law.module.span,
        });
    }

    fn modules(&mut self, context: ContextId, path: &Path, span: Span) -> Vec<DefId> {
        let lookup = self.lookup;
        let name = context.name(self.map);
        let (message, help) = match lookup.path(context, path) {
            Found::Items(items) => {
                let world = lookup.world;
                let modules: Vec<DefId> =
                    items.into_iter().filter(|item| world.def(*item).kind == DefKind::Module).collect();
                if !modules.is_empty() {
                    return modules;
                }
                (format!("`{path}` of `{name}` is not a module, but laws apply to modules"), None)
            }
            Found::Outside => (format!("`{path}` is not a module of `{name}`"), None),
            Found::Nothing { similar, .. } => {
                if lookup.regions.roots[context.index()].is_empty() {
                    return Vec::new();
                }
                let help = similar.map(suggestion);
                (format!("`{name}` has no module `{path}`, named in its laws"), help)
            }
        };
        self.laws.dangling.push(DanglingPath { context, into: Some(context), span, message, help });
        Vec::new()
    }
}

impl Laws {
    pub(super) fn layer(&self, graph: &Graph<'_>, id: DefId, context: ContextId) -> Option<usize> {
        let mut at = Some(id);
        while let Some(id) = at {
            if let Some(&(whose, layer)) = self.layers.get(&id)
                && whose == context
            {
                return Some(layer);
            }
            at = graph.world().def(id).parent;
        }
        None
    }
}

impl Graph<'_> {
    /// Every law that ordinary code breaks. Tests, benches and examples may look everywhere inside
    /// their own context.
    pub fn breaches(&self) -> Vec<Breach> {
        let mut layers: BTreeMap<Upward, Vec<ReferenceId>> = BTreeMap::new();
        let mut packages: BTreeMap<(usize, String), Vec<ReferenceId>> = BTreeMap::new();
        let mut names = Names::default();
        let mut with_laws = vec![false; self.input.map.contexts.len()];
        self.laws.layers.values().for_each(|(context, _)| with_laws[context.index()] = true);
        self.laws.packages.iter().for_each(|law| with_laws[law.context.index()] = true);
        for (index, reference) in self.input.references.iter().enumerate() {
            let Some(context) = self.regions.owner(reference.from).filter(|at| with_laws[at.index()]) else {
                continue;
            };
            if self.codes.around(self.world(), reference) != CodeKind::Main {
                continue;
            }
            let id = ReferenceId::new(index);
            if let Some(upward) = self.upward(context, reference) {
                layers.entry(upward).or_default().push(id);
            }
            for (law, what) in self.denied(context, reference, &mut names) {
                packages.entry((law, what)).or_default().push(id);
            }
        }
        let layers = layers.into_iter().map(|(upward, places)| self.layer_breach(upward, places));
        let packages =
            packages.into_iter().map(|((law, what), places)| self.package_breach(law, what, places));
        layers.chain(packages).chain(self.border_breaches()).collect()
    }

    /// What a reference from one layer names in another above it.
    fn upward(&self, context: ContextId, reference: &Reference) -> Option<Upward> {
        let Target::Def(target) = reference.to else { return None };
        let on_the_way = reference.role != Role::Import && self.world().def(target).kind == DefKind::Module;
        if on_the_way || self.regions.owner(target) != Some(context) {
            return None;
        }
        let from = self.laws.layer(self, reference.from, context)?;
        let to = self.laws.layer(self, target, context)?;
        let Unit { item, .. } = self.members.unit(self.world(), target);
        // A method may stand in another layer than its type.
        let item = if self.laws.layer(self, item, context) == Some(to) { item } else { target };
        (to < from).then_some(Upward { context, from, to, item })
    }

    /// The laws that a reference to a package breaks, and what of the package it names.
    fn denied(&self, context: ContextId, reference: &Reference, names: &mut Names) -> Vec<(usize, String)> {
        let laws = self.laws.packages.iter().enumerate();
        let laws: Vec<_> =
            laws.filter(|(_, law)| law.context == context && self.is_about(law, reference.from)).collect();
        // An order is used, and names nothing.
        if laws.is_empty() || reference.role == Role::Order {
            return Vec::new();
        }
        // An alias says what it stands for, by the names that its own package knows.
        let behind = reference.to.def().and_then(|id| self.world().stands_for(id));
        let (to, from) = match behind.filter(|(to, _)| *to != reference.to) {
            Some((to, alias)) => (to, alias),
            None => (reference.to, reference.from),
        };
        let reference = &Reference { to, from, ..*reference };
        let ours = matches!(to, Target::Def(id) if !self.world().is_std(id));
        let paths = names.of(self, reference);
        let path = &paths[0];
        let mut broken = Vec::new();
        for (index, law) in laws {
            let listed =
                law.packages.iter().find(|listed| paths.iter().any(|path| below(path, &listed.normal)));
            match (law.allow, listed) {
                (false, Some(listed)) => broken.push((index, listed.path.to_string())),
                // The way to what is allowed is allowed.
                (true, None)
                    if law
                        .packages
                        .iter()
                        .any(|listed| paths.iter().any(|path| below(&listed.normal, path))) => {}
                (true, None) if !ours && (!below(path, "std") || law.speaks_of_std()) => {
                    let parts = if below(path, "std") { 2 } else { 1 };
                    let named: Vec<&str> = path.split("::").take(parts).collect();
                    broken.push((index, named.join("::")));
                }
                _ => {}
            }
        }
        broken
    }

    fn is_about(&self, law: &Package, from: DefId) -> bool {
        law.whole || law.modules.iter().any(|module| self.world().is_within(from, *module))
    }

    fn layer_breach(&self, upward: Upward, places: Vec<ReferenceId>) -> Breach {
        let Upward { context, from, to, item } = upward;
        let layers = &self.context(context).laws.layers;
        let name = |layer: usize| layers[layer].value.to_string();
        let (lower, upper, path) = (name(from), name(to), self.path(item));
        let after: Vec<String> = (from + 1..layers.len()).map(name).collect();
        let label = match after.as_slice() {
            [] => format!("`{lower}` must not use any other layer"),
            after => format!("`{lower}` may use {}", after.join(", ")),
        };
        Breach {
            context,
            to: context,
            message: format!(
                "the layer `{lower}` of `{}` must not use `{path}`: it is in the higher layer `{upper}`",
                self.name(context)
            ),
            span: layers[from].span,
            label,
            help: move_down(&path, &lower, &upper),
            item: path,
            places,
        }
    }

    fn package_breach(&self, law: usize, what: String, places: Vec<ReferenceId>) -> Breach {
        let law = &self.laws.packages[law];
        let whose = self.name(law.context);
        let module = if law.whole {
            format!("`{whose}`")
        } else {
            format!("the module `{}` of `{whose}`", law.module)
        };
        let key = key_of(whose, law.allow, &law.module);
        let kind = if law.whole { "context" } else { "module" };
        let elsewhere = format!("move the code to a {kind} that may use `{what}`");
        let listed: Vec<&str> = law.packages.iter().map(|listed| listed.path.as_str()).collect();
        let span = law.packages.iter().find(|listed| listed.path.as_str() == what).map(|listed| listed.span);
        let (label, verdict, edit) = match law.allow {
            true => ("may use only", "does not list it", format!("add `{what}` to")),
            false => ("must not use", "forbids it", format!("remove `{what}` from")),
        };
        Breach {
            context: law.context,
            to: law.context,
            message: format!("{module} uses `{what}`, but `{key}` {verdict}"),
            span: span.unwrap_or(law.span),
            label: format!("{module} {label} {}", listed.join(", ")),
            help: format!("{elsewhere}; or, to allow it, {edit} `{key}`"),
            item: what,
            places: self.without_ways(places),
        }
    }

    /// Leaves out names on the way to another, unless there is nothing else.
    fn without_ways(&self, places: Vec<ReferenceId>) -> Vec<ReferenceId> {
        // What stands behind an alias of ours is named by nothing else.
        let leaf = |id: &ReferenceId| {
            let Reference { role, to, .. } = *self.reference(*id);
            let is_alias = |id| self.world().def(id).kind == DefKind::TypeAlias;
            role != Role::Qualifier || to.def().is_some_and(is_alias)
        };
        let leaves: Vec<ReferenceId> = places.iter().copied().filter(leaf).collect();
        if leaves.is_empty() { places } else { leaves }
    }
}

/// The key of a law on packages.
fn key_of(context: &str, allow: bool, module: &str) -> String {
    let verb = if allow { "allow" } else { "deny" };
    format!("contexts.{context}.laws.packages.{verb}.{module}")
}

/// What to do where something in a lower layer uses an item of a higher one.
pub(super) fn move_down(item: &str, lower: &str, upper: &str) -> String {
    format!(
        "move `{item}` to a layer that `{lower}` may use, or have `{upper}` pass in the value that `{lower}` needs"
    )
}

impl Package {
    fn speaks_of_std(&self) -> bool {
        self.packages.iter().any(|listed| below(&listed.normal, "std"))
    }
}

/// `core` and `alloc` are told as `std`, which names all that is in them.
pub fn normal(path: &str) -> String {
    let (first, rest) = path.split_once("::").map_or((path, None), |(first, rest)| (first, Some(rest)));
    match (first, rest) {
        ("core" | "alloc", None) => "std".to_owned(),
        ("core" | "alloc", Some(rest)) => format!("std::{rest}"),
        _ => path.to_owned(),
    }
}

/// Whether a path is another, or leads on from it.
pub fn below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}
