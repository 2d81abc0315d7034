//! The types that a step meets: those that it makes, names or takes, with all that they are made of.

use super::Graph;
use super::body_paths::{BodyNames, CalledName, PathTarget, PathUse, body_names};
use super::member::types_in;
use super::signature::mentions;
use rustc_hash::FxHashMap;
use stateline_rust::summary::{ItemKind, Type};
use stateline_rust::{DefId, DefKind, Site, Symbol};
use stateline_schema::attribute::Attribute;

/// What a step has met so far.
#[derive(Default)]
pub struct Met {
    /// Types, and in which function each was met first.
    types: FxHashMap<DefId, DefId>,
    /// Names that are called, of which it is not known whose they are.
    pub(super) names: FxHashMap<Symbol, DefId>,
    /// Names that are called, of the trait that declares them.
    pub(super) of_trait: FxHashMap<(Symbol, DefId), DefId>,
    /// Where something is converted.
    pub(super) converts: Option<DefId>,
}

/// The methods that ask for it.
const CONVERTING: [&str; 10] =
    ["into", "try_into", "parse", "from", "try_from", "from_str", "collect", "sum", "product", "from_iter"];

/// What a function says by which others run.
pub struct Says {
    /// Types, with all that they are made of.
    types: Vec<DefId>,
    /// Names that are called, of which it is not known whose they are.
    names: Vec<Symbol>,
    /// Names that are called, with the trait that declares them.
    of_trait: Vec<(Symbol, DefId)>,
    converts: bool,
}

/// Whose a name is that is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// What it leads to is known.
    Known,
    /// It is declared by this trait; which impl is meant is not known.
    OfTrait(DefId),
    Unknown,
}

impl Says {
    /// `whose` tells of a name that is called what is known of it.
    pub fn new(
        graph: &Graph<'_>,
        of: DefId,
        names: &BodyNames,
        path_uses: &[PathUse],
        whose: impl Fn(&CalledName) -> Whose,
    ) -> Says {
        let world = graph.world();
        let mut met = Met::default();
        let named = types_named(graph, of, path_uses).into_iter().chain(types_of(graph, of));
        named.for_each(|ty| met.meet(graph, ty, of));
        let mentioned = mentions(world, &graph.members, of);
        mentioned.iter().for_each(|mention| met.meet(graph, mention.what, of));
        exchanged(graph, of).into_iter().for_each(|ty| met.meet(graph, ty, of));
        let converts = |called: &CalledName| CONVERTING.contains(&world.text(called.name));
        let (mut unknown, mut of_trait) = (Vec::new(), Vec::new());
        for called in &names.called {
            match whose(called) {
                Whose::Known => {}
                Whose::OfTrait(declares) => of_trait.push((called.name, declares)),
                Whose::Unknown => unknown.push(called.name),
            }
        }
        Says {
            types: met.types.into_keys().collect(),
            converts: names.tries || names.called.iter().any(converts),
            names: unknown,
            of_trait,
        }
    }
}

impl Met {
    /// Takes in what a function says.
    pub fn take(&mut self, of: DefId, says: &Says) {
        says.names.iter().for_each(|name| _ = self.names.entry(*name).or_insert(of));
        says.of_trait.iter().for_each(|name| _ = self.of_trait.entry(*name).or_insert(of));
        says.types.iter().for_each(|ty| _ = self.types.entry(*ty).or_insert(of));
        if says.converts {
            self.converts.get_or_insert(of);
        }
    }

    /// The types that were met, and in which function each was met first; sorted.
    pub fn types(&self) -> Vec<(DefId, DefId)> {
        let mut types: Vec<_> = self.types.iter().map(|(ty, from)| (*ty, *from)).collect();
        types.sort_unstable();
        types
    }

    /// A type, and with it all that it is made of.
    pub fn meet(&mut self, graph: &Graph<'_>, ty: DefId, from: DefId) {
        let world = graph.world();
        let mut left = vec![ty];
        while let Some(id) = left.pop() {
            if let Some(ItemKind::TypeAlias { ty: Some(ty), .. }) = world.item(id).map(|item| &item.kind) {
                let meant = types_in(world, world.site(id), *ty);
                left.extend(meant.into_iter().filter(|meant| world.def(*meant).kind != DefKind::TypeAlias));
                continue;
            }
            let id = world.origin(id);
            let is_type = matches!(world.def(id).kind, DefKind::Struct | DefKind::Enum | DefKind::Union);
            if !is_type || world.def(id).test || world.is_std(id) || self.types.contains_key(&id) {
                continue;
            }
            self.types.insert(id, from);
            left.extend(graph.impls().chosen_by(id));
            left.extend(defaults(graph, id));
            for holder in held(graph, id) {
                let def = world.def(holder);
                let summary = world.summary(def.file);
                if let Some(field) = def.field {
                    let site = Site { scope: id, file: def.file, terms: &summary.terms };
                    left.extend(types_in(world, site, summary.fields[field].ty));
                }
            }
        }
    }
}

/// What the operations that a function lists take and answer with: it has values of these types, whether it names
/// them or not. What they borrow is their environment, and stays with them.
fn exchanged(graph: &Graph<'_>, of: DefId) -> Vec<DefId> {
    const WITH_CTX: [Attribute; 3] = [Attribute::Step, Attribute::Compensation, Attribute::Receives];
    let world = graph.world();
    let marks = WITH_CTX.into_iter().filter_map(|kind| graph.mark_on(of, kind));
    let called = marks.flat_map(|mark| mark.called()).filter_map(|meant| meant.def);
    let types = called.filter_map(|id| match world.item(id).map(|item| &item.kind) {
        Some(ItemKind::Function(function)) => {
            let site = world.site(id);
            let given =
                function.params.iter().filter(move |ty| !matches!(site.terms.types[**ty], Type::Ref { .. }));
            Some(given.chain(&function.ret).flat_map(move |ty| types_in(world, site, *ty)))
        }
        _ => None,
    });
    types.flatten().collect()
}

/// The types that the parameters of a type stand for where nothing is said: `struct Form<T = Plain>`.
fn defaults(graph: &Graph<'_>, ty: DefId) -> Vec<DefId> {
    let world = graph.world();
    let generics = match world.item(ty).map(|item| &item.kind) {
        Some(ItemKind::Struct { generics, .. } | ItemKind::Enum { generics }) => generics,
        Some(ItemKind::Union { generics, .. }) => generics,
        _ => return Vec::new(),
    };
    let defaults = generics.params.iter().filter_map(|param| param.default);
    defaults.flat_map(|default| types_in(world, world.site(ty), default)).collect()
}

/// A type's variants and fields, and those of its variants.
pub fn held(graph: &Graph<'_>, ty: DefId) -> Vec<DefId> {
    let world = graph.world();
    let children = world.children(ty).iter().copied();
    children.flat_map(|child| std::iter::once(child).chain(world.children(child).iter().copied())).collect()
}

/// The types that a function names itself, those before names that they do not have among them.
pub fn types_named(graph: &Graph<'_>, of: DefId, path_uses: &[PathUse]) -> Vec<DefId> {
    let named = path_uses.iter().filter_map(|path_use| match path_use.target {
        PathTarget::Workspace(id) => Some(types_of(graph, id)),
        PathTarget::Outside(_) => None,
    });
    named.flatten().chain(body_names(graph, of).before.iter().copied()).collect()
}

/// The types that an item stands for: itself, the enum that it is a variant of, the one that its impl is for.
fn types_of(graph: &Graph<'_>, id: DefId) -> Vec<DefId> {
    let world = graph.world();
    let def = world.def(id);
    match def.kind {
        DefKind::Struct | DefKind::Enum | DefKind::Union | DefKind::TypeAlias => vec![id],
        DefKind::Variant => def.parent.into_iter().collect(),
        DefKind::Static => mentions(world, &graph.members, id).iter().map(|mention| mention.what).collect(),
        DefKind::Const | DefKind::Function => {
            let mentioned = mentions(world, &graph.members, id).into_iter().map(|mention| mention.what);
            let mentioned = mentioned.filter(|_| def.kind == DefKind::Const);
            // A constant may be of another type than the one that it belongs to.
            let own = def.parent.filter(|_| def.kind == DefKind::Function);
            let own = own.and_then(|parent| graph.members.self_type(parent));
            own.into_iter().chain(mentioned).collect()
        }
        _ => Vec::new(),
    }
}
