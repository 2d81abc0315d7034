//! What constants say, as a hash: of their own code, and of all that they name.

use super::Graph;
use super::body_paths::{PathTarget, bodies, body_names};
use super::member::types_in;
use super::met::held;
use super::shape::Shape;
use super::signature::mentions;
use rustc_hash::FxHashSet;
use stateline_rust::summary::{Body, BodyId, Expr, ItemKind, Namespace, PathId};
use stateline_rust::{DefId, DefKind, Named, Site, Target};
use stateline_schema::entries::fingerprint;

impl<'g> Graph<'g> {
    /// Of all constants that a body names, and of those that they name.
    pub(super) fn constants_in(&self, site: Site<'_>, body: BodyId) -> u64 {
        Constants { graph: self, seen: FxHashSet::default() }.body(site, body)
    }

    /// Of the constant that a path names.
    pub(super) fn constants_by(&self, site: Site<'_>, path: PathId) -> u64 {
        Constants { graph: self, seen: FxHashSet::default() }.path(site, path)
    }

    /// Of the numbers of the variants that a function may make of them by `as`: those that it names, and all of the
    /// enums in its head and of its own.
    pub fn numbers_in(&self, function: DefId) -> u64 {
        let world = self.world();
        let casts = |body: &Body| body.exprs.iter().any(|expr| matches!(expr, Expr::Cast { .. }));
        if !bodies(self, function).iter().any(casts) {
            return 0;
        }
        let names = body_names(self, function);
        let named = names.path_uses.iter().filter_map(|path_use| match path_use.target {
            PathTarget::Workspace(id) => Some(id),
            PathTarget::Outside(_) => None,
        });
        let own = world.def(function).parent.and_then(|parent| self.members.self_type(parent));
        let head = mentions(world, &self.members, function).into_iter().map(|mention| mention.what);
        let enums = own.into_iter().chain(head);
        let all = enums.flat_map(|id| world.children(id).iter().copied());
        let variants: FxHashSet<DefId> =
            named.chain(all).filter(|id| world.def(*id).kind == DefKind::Variant).collect();
        variants.into_iter().map(|variant| self.number_of(variant)).fold(0, u64::wrapping_add)
    }

    /// Whether a function asks how large a type is.
    pub fn asks_for_sizes(&self, function: DefId) -> bool {
        const ASKING: [&str; 4] = ["::size_of", "::align_of", "::size_of_val", "::type_name"];
        body_names(self, function).path_uses.iter().any(|path_use| match &path_use.target {
            PathTarget::Outside(path) => ASKING.iter().any(|name| path.ends_with(name)),
            PathTarget::Workspace(_) => false,
        })
    }

    /// Of the number that a variant has: its place, and where numbers are written, all of them.
    fn number_of(&self, variant: DefId) -> u64 {
        let world = self.world();
        let Some(of) = world.def(variant).parent else { return 0 };
        let all = world.children(of).iter().filter(|id| world.def(**id).kind == DefKind::Variant);
        let place = all.clone().position(|id| *id == variant);
        let written = all.filter_map(|id| match world.item(*id).map(|item| &item.kind) {
            Some(ItemKind::Variant { discriminant: Some(body), .. }) => {
                let own = world.item(of).map_or(0, |item| item.code);
                Some(own.wrapping_add(self.constants_in(world.site(*id), *body)))
            }
            _ => None,
        });
        let name = format!("{} {place:?}", world.text(world.def(variant).name));
        written.fold(fingerprint(name.as_bytes()), u64::wrapping_add)
    }

    /// Of everything that a path to an item of a type may mean: of all items of impls and traits that have
    /// its name.
    pub(super) fn associated(&self, site: Site<'_>, path: PathId, kind: DefKind) -> u64 {
        let world = self.world();
        let summary = world.summary(site.file);
        let Some(last) = site.terms.segments[site.terms.paths[path].segments].last() else { return 0 };
        let name = &*summary.names[last.name];
        let mut hash = 0_u64;
        for &id in &world.impls {
            let named = |child: &DefId| {
                let def = world.def(*child);
                def.kind == kind && world.text(def.name) == name
            };
            if world.is_std(id) || !world.children(id).iter().any(named) {
                continue;
            }
            // A type has its text in its impl, a constant has its own.
            let own = |child: &DefId| world.item(*child).map_or(0, |item| item.code);
            hash = hash.wrapping_add(own(&id));
            hash = world.children(id).iter().filter(|id| named(id)).map(own).fold(hash, u64::wrapping_add);
        }
        hash
    }
}

struct Constants<'c, 'g> {
    graph: &'c Graph<'g>,
    seen: FxHashSet<DefId>,
}

impl Constants<'_, '_> {
    fn body(&mut self, site: Site<'_>, body: BodyId) -> u64 {
        let Ok(body) = Body::decode(&self.graph.world().summary(site.file).bodies[body]) else { return 0 };
        let site = Site { terms: &body.terms, ..site };
        body.terms.paths.ids().map(|path| self.path(site, path)).fold(0, u64::wrapping_add)
    }

    fn path(&mut self, site: Site<'_>, path: PathId) -> u64 {
        let world = self.graph.world();
        let found = [Namespace::Value, Namespace::Type, Namespace::Macro]
            .into_iter()
            .map(|namespace| world.resolve(site, path, namespace))
            .find(|found| !found.broken)
            .unwrap_or_default();
        let own = match found.segments.last() {
            Some(Named::Target(Target::Def(id))) => self.item(*id),
            _ => 0,
        };
        match found.rest > 0 || site.terms.paths[path].qself.is_some() {
            true => own.wrapping_add(self.graph.associated(site, path, DefKind::Const)),
            false => own,
        }
    }

    /// A constant, a function or a macro that makes one, a variant by its number, or a type by its size.
    fn item(&mut self, id: DefId) -> u64 {
        let world = self.graph.world();
        let Some(item) = world.item(id).filter(|_| !world.is_std(id) && self.seen.insert(id)) else {
            return 0;
        };
        let below = match &item.kind {
            ItemKind::Const { body: Some(body), .. } => self.body(world.site(id), *body),
            ItemKind::Function(function) => function.body.map_or(0, |body| self.body(world.site(id), body)),
            ItemKind::Variant { .. } => self.graph.number_of(id),
            ItemKind::TypeAlias { ty: Some(ty), .. } => {
                // An alias has no code of its own, but is written somehow.
                let meant = types_in(world, world.site(id), *ty);
                let written = Shape::of(self.graph, world.site(id), *ty).told(self.graph);
                meant
                    .into_iter()
                    .map(|ty| self.item(ty))
                    .fold(fingerprint(written.as_bytes()), u64::wrapping_add)
            }
            ItemKind::Struct { .. } | ItemKind::Enum { .. } | ItemKind::Union { .. } => {
                let held = held(self.graph, id).into_iter().filter_map(|field| world.def(field).field);
                let summary = world.summary(world.def(id).file);
                let types = held.flat_map(|field| types_in(world, world.site(id), summary.fields[field].ty));
                types.map(|ty| self.item(ty)).fold(0, u64::wrapping_add)
            }
            _ => 0,
        };
        item.code.wrapping_add(below)
    }
}
