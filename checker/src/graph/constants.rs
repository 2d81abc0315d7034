//! What constants say, as a hash: of their own code, and of all that they name.

use super::Graph;
use rustc_hash::FxHashSet;
use stateline_rust::summary::{Body, BodyId, Expr, ItemKind, Namespace, PathId};
use stateline_rust::{DefId, DefKind, Named, Site, Target};

impl<'g> Graph<'g> {
    /// Of all constants that a body names, and of those that they name.
    pub(super) fn constants_in(&self, site: Site<'_>, body: BodyId) -> u64 {
        Constants { graph: self, seen: FxHashSet::default() }.body(site, body)
    }

    /// Of the constant that a path names.
    pub(super) fn constants_by(&self, site: Site<'_>, path: PathId) -> u64 {
        Constants { graph: self, seen: FxHashSet::default() }.path(site, path)
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
        let mut hash = 0_u64;
        for (_, expr) in body.exprs.enumerate() {
            if let Expr::Path(path) = expr {
                hash = hash.wrapping_add(self.path(site, *path));
            }
        }
        hash
    }

    fn path(&mut self, site: Site<'_>, path: PathId) -> u64 {
        let world = self.graph.world();
        let found = world.resolve(site, path, Namespace::Value);
        if found.rest > 0 || site.terms.paths[path].qself.is_some() {
            return self.graph.associated(site, path, DefKind::Const);
        }
        match found.segments.last() {
            Some(Named::Target(Target::Def(id))) => self.item(*id),
            _ => 0,
        }
    }

    /// A constant, or a function that makes one.
    fn item(&mut self, id: DefId) -> u64 {
        let world = self.graph.world();
        let Some(item) = world.item(id).filter(|_| !world.is_std(id) && self.seen.insert(id)) else {
            return 0;
        };
        let below = match &item.kind {
            ItemKind::Const { body: Some(body), .. } => self.body(world.site(id), *body),
            _ => 0,
        };
        item.code.wrapping_add(below)
    }
}
