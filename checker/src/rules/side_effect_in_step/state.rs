//! Statics that can change.

use crate::graph::Graph;
use crate::graph::body_paths::PathTarget;
use crate::graph::initialiser::fills;
use crate::graph::met::types_named;
use crate::graph::shape::Shape;
use rustc_hash::FxHashSet;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{Bound, ItemKind, Namespace, PathId, Terms, TypeId};
use stateline_rust::{DefId, DefKind, Site, TypeVisitor};

/// What can be changed behind a shared reference, by name. What is computed once (`LazyLock`,
/// `OnceLock`, `OnceCell`) counts by what it holds.
const CHANGING: &[&str] = &[
    "Mutex",
    "RwLock",
    "ReentrantMutex",
    "FairMutex",
    "Cell",
    "RefCell",
    "UnsafeCell",
    "SyncUnsafeCell",
    "Atomic",
    "AtomicCell",
    "AtomicRefCell",
    "AtomicBool",
    "AtomicPtr",
    "AtomicI8",
    "AtomicI16",
    "AtomicI32",
    "AtomicI64",
    "AtomicI128",
    "AtomicIsize",
    "AtomicU8",
    "AtomicU16",
    "AtomicU32",
    "AtomicU64",
    "AtomicU128",
    "AtomicUsize",
    "ArcSwap",
    "ArcSwapOption",
    "ArcSwapAny",
    "DashMap",
    "DashSet",
    "SkipMap",
    "SkipSet",
    "ConcurrentQueue",
    "ArrayQueue",
    "SegQueue",
    "Condvar",
    "Semaphore",
    "Notify",
    "Barrier",
    "Sender",
    "SyncSender",
    "UnboundedSender",
    "Receiver",
    "UnboundedReceiver",
    "Weak",
    "Cache",
];

/// What is filled once, by whoever comes first, by name.
const ONCE: &[&str] = &["OnceLock", "OnceCell", "OnceBox", "Once"];

/// What a static is, so far as it may change.
pub(in crate::rules) struct State {
    /// It can change after it began.
    pub changes: bool,
    /// It is filled once, by somebody: what it holds by then is not known.
    pub once: bool,
    /// A type of ours that it holds is filled once, by what its methods are given.
    pub is_given: bool,
}

/// What a static is, so far as it may change; none of what is no static.
pub(in crate::rules) fn of(graph: &Graph<'_>, id: DefId) -> Option<State> {
    let world = graph.world();
    let ItemKind::Static { ty, mutable, .. } = world.item(id).map(|item| &item.kind)? else { return None };
    let mut contents = Contents { graph, seen: FxHashSet::default(), within: None, found: Found::default() };
    ty.iter().for_each(|ty| contents.ty(world.site(id), *ty));
    let Found { changes, once, once_in, dynamic } = contents.found;
    let is_given = |ty: &DefId| graph.impls().functions_of(*ty).any(|function| fills(graph, function));
    Some(State {
        changes: changes || *mutable || (dynamic && begins_with_change(graph, id)),
        once,
        is_given: once_in.iter().any(is_given),
    })
}

/// Whether what a static begins with makes something that can change: its type does not say so where it
/// holds a `dyn Trait`.
fn begins_with_change(graph: &Graph<'_>, id: DefId) -> bool {
    let reach = graph.reach();
    reach.run_by(graph, id, &[]).functions.into_iter().any(|function| {
        let path_uses = reach.path_uses(graph, function);
        let by_path = path_uses.iter().any(|path_use| match &path_use.target {
            PathTarget::Outside(path) => path.split("::").any(|name| CHANGING.contains(&name)),
            PathTarget::Workspace(_) => false,
        });
        by_path || types_named(graph, function, &path_uses).into_iter().any(|ty| type_changes(graph, ty))
    })
}

/// Whether a type of ours holds something that can change.
fn type_changes(graph: &Graph<'_>, ty: DefId) -> bool {
    let mut contents = Contents { graph, seen: FxHashSet::default(), within: None, found: Found::default() };
    contents.fields(ty);
    contents.found.changes
}

/// What is found in the type of a static.
#[derive(Default)]
struct Found {
    changes: bool,
    once: bool,
    /// The types of ours in which something is filled once.
    once_in: Vec<DefId>,
    dynamic: bool,
}

struct Contents<'c, 'g> {
    graph: &'c Graph<'g>,
    seen: FxHashSet<DefId>,
    /// The type of ours whose fields are read.
    within: Option<DefId>,
    found: Found,
}

impl Contents<'_, '_> {
    fn ty(&mut self, site: Site<'_>, ty: TypeId) {
        self.shape(&Shape::of(self.graph, site, ty));
        Written { contents: self, site }.visit_type(ty);
    }

    fn shape(&mut self, shape: &Shape) {
        let world = self.graph.world();
        match shape {
            Shape::Named(id, args) => {
                match world.is_std(*id) {
                    true => self.name(world.text(world.def(*id).name)),
                    false => self.fields(*id),
                }
                args.iter().for_each(|arg| self.shape(arg));
            }
            Shape::Outside(path, args) => {
                self.name(path.rsplit("::").next().unwrap_or(path));
                args.iter().for_each(|arg| self.shape(arg));
            }
            Shape::Tuple(parts) => parts.iter().for_each(|part| self.shape(part)),
            Shape::Ref(inner) | Shape::Slice(inner) | Shape::Array(inner, _) => self.shape(inner),
            Shape::Primitive(_) | Shape::Open(_) => {}
        }
    }

    fn name(&mut self, name: &str) {
        self.found.changes |= CHANGING.contains(&name);
        if ONCE.contains(&name) {
            self.found.once |= self.within.is_none();
            self.found.once_in.extend(self.within);
        }
    }

    /// The fields of a type of ours, and those of its variants.
    fn fields(&mut self, id: DefId) {
        let world = self.graph.world();
        if !self.seen.insert(id) {
            return;
        }
        for &child in world.children(id) {
            let def = world.def(child);
            match def.kind {
                DefKind::Variant => self.fields(child),
                DefKind::Field => {
                    let summary = world.summary(def.file);
                    let site = Site { scope: id, file: def.file, terms: &summary.terms };
                    let around = self.within.replace(id);
                    def.field.iter().for_each(|field| self.ty(site, summary.fields[*field].ty));
                    self.within = around;
                }
                _ => {}
            }
        }
    }

    /// What a type that an impl chooses may be: each that has this name.
    fn chosen(&mut self, name: &str) {
        let world = self.graph.world();
        for &id in world.impls.iter().filter(|id| !world.is_std(**id)) {
            for &child in world.children(id) {
                let chosen = match world.item(child).map(|item| &item.kind) {
                    Some(ItemKind::TypeAlias { ty, .. }) if world.text(world.def(child).name) == name => *ty,
                    _ => None,
                };
                if let Some(ty) = chosen.filter(|_| self.seen.insert(child)) {
                    self.ty(world.site(child), ty);
                }
            }
        }
    }
}

/// What a type says that has no shape: types that impls choose, and `dyn`.
struct Written<'w, 'c, 'g, 's> {
    contents: &'w mut Contents<'c, 'g>,
    site: Site<'s>,
}

impl<'s> TypeVisitor<'s> for Written<'_, '_, '_, 's> {
    fn terms(&self) -> &'s Terms {
        self.site.terms
    }

    // Nothing else than `dyn` has bounds here.
    fn visit_bounds(&mut self, bounds: IdxRange<Bound>) {
        self.contents.found.dynamic = true;
        self.site.terms.bounds[bounds].iter().for_each(|bound| self.visit_trait(bound.path));
    }

    fn visit_path(&mut self, path: PathId) {
        let world = self.contents.graph.world();
        let written = &self.site.terms.paths[path];
        let segments = &self.site.terms.segments[written.segments];
        let resolved = world.resolve(self.site, path, Namespace::Type);
        if let (true, Some(last)) = (written.qself.is_some() || resolved.rest > 0, segments.last()) {
            written.qself.iter().for_each(|of| self.contents.ty(self.site, *of));
            self.contents.chosen(world.text(world.symbol(self.site.file, last.name)));
        }
        if let Some(alias) = world.named_whole(self.site, path).filter(|alias| !world.is_std(*alias))
            && let Some(ItemKind::TypeAlias { ty: Some(ty), .. }) = world.item(alias).map(|item| &item.kind)
            && self.contents.seen.insert(alias)
        {
            Written { contents: self.contents, site: world.site(alias) }.visit_type(*ty);
        }
        self.visit_own(path);
        self.visit_args_of(segments);
    }
}
