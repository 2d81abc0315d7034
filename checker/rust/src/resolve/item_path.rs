//! Full paths of items, and the types that aliases and headers of impls stand for.

use super::definitions::{DefId, DefKind};
use super::outside::OutsideId;
use super::path::{Named, Site};
use super::scopes::Target;
use super::world::World;
use crate::read::{ItemKind, Namespace, PathId, Segment, Type, TypeId};

/// Aliases of aliases of … are followed this far.
const DEEPEST_ALIAS: usize = 16;

impl World<'_> {
    /// The full path of an item by its place of definition: crate, modules, type, name, such as
    /// `ledger::account::Account::load`. What an impl holds is in the type that it is for, if that is of
    /// the workspace, and else in the crate; a block has no name. A macro that is not all that bears its
    /// name ends in `!`.
    pub fn path(&self, id: DefId) -> String {
        let mut parts = Vec::new();
        let mut at = Some(id);
        while let Some(here) = at {
            let def = self.def(here);
            at = def.parent;
            match (def.kind, def.parent) {
                (_, None) => parts.push(self.text(self.crates[def.krate].known_as)),
                (DefKind::Impl, _) => {
                    let Some(of) = self.impl_type(here) else { continue };
                    let mut path = self.path(of);
                    for part in parts.iter().rev() {
                        path.push_str("::");
                        path.push_str(part);
                    }
                    return path;
                }
                (DefKind::Block, _) => {}
                _ => parts.push(self.text(def.name)),
            }
        }
        parts.reverse();
        parts.join("::") + if self.shares_its_name(id) { "!" } else { "" }
    }

    /// The path of something outside, `serde::Serialize`.
    pub fn outside_path(&self, id: OutsideId) -> String {
        let spelt = self.outside.spelt(id, &self.symbols);
        match self.text_of(id) {
            Some(module) => match spelt.split_once("::") {
                Some((_, rest)) => format!("{}::{rest}", self.path(module)),
                None => self.path(module),
            },
            None => spelt,
        }
    }

    /// What a path leads to outside, in full: with those of its segments that stand below what is known.
    pub fn outside_path_of(&self, site: Site<'_>, id: OutsideId, below: &[Segment]) -> String {
        below.iter().fold(self.outside_path(id), |mut path, segment| {
            path.push_str("::");
            path.push_str(self.text(self.symbol(site.file, segment.name)));
            path
        })
    }

    /// Whether it is a macro, of either kind.
    pub fn is_macro(&self, id: DefId) -> bool {
        matches!(self.def(id).kind, DefKind::MacroRules | DefKind::ProcMacro)
    }

    /// Whether a macro stands beside something else of its name, so that only `name!` is the macro.
    fn shares_its_name(&self, id: DefId) -> bool {
        let def = self.def(id);
        let entry =
            def.parent.filter(|_| self.is_macro(id)).and_then(|parent| self.in_scope(parent, def.name));
        entry.is_some_and(|entry| entry.types.is_some() || entry.values.is_some())
    }

    /// The type of the workspace that an impl is for.
    pub fn impl_type(&self, id: DefId) -> Option<DefId> {
        let Some(ItemKind::Impl { self_ty, .. }) = self.item(id).map(|item| &item.kind) else { return None };
        self.named_type(self.site(id), *self_ty)
    }

    /// The type of the workspace that a type expression is, references aside and aliases followed.
    pub fn named_type(&self, site: Site<'_>, ty: TypeId) -> Option<DefId> {
        let is_ours = |found: &DefId| !self.is_std(*found);
        match site.terms.types[ty] {
            Type::Ref { inner, .. } => self.named_type(site, inner),
            Type::Path(path) => self.unalias(self.named_whole(site, path)?).filter(is_ours),
            Type::Dyn(bounds) | Type::Impl(bounds) => {
                let first = site.terms.bounds.get_all(bounds)?.first()?;
                self.named_whole(site, first.path).filter(is_ours)
            }
            _ => None,
        }
    }

    /// The definition that a whole path in type position names, if names alone decide.
    pub fn named_whole(&self, site: Site<'_>, path: PathId) -> Option<DefId> {
        self.target_whole(site, path).and_then(Target::def)
    }

    fn target_whole(&self, site: Site<'_>, path: PathId) -> Option<Target> {
        let resolved = self.resolve(site, path, Namespace::Type);
        if resolved.broken || resolved.rest > 0 {
            return None;
        }
        match *resolved.segments.last()? {
            Named::Target(target) => Some(target),
            _ => None,
        }
    }

    /// What an alias stands for; anything else is itself.
    pub fn unalias(&self, id: DefId) -> Option<DefId> {
        self.stands_for(id).and_then(|(target, _)| target.def())
    }

    /// The same, where an alias may lead out of the workspace; with the last alias on the way.
    pub fn stands_for(&self, id: DefId) -> Option<(Target, DefId)> {
        let (mut at, mut said_by) = (id, id);
        for _ in 0..DEEPEST_ALIAS {
            let Some(ItemKind::TypeAlias { ty: Some(ty), .. }) = self.item(at).map(|item| &item.kind) else {
                return Some((Target::Def(at), said_by));
            };
            let site = self.site(at);
            let Type::Path(path) = site.terms.types[*ty] else { return None };
            said_by = at;
            match self.target_whole(site, path)? {
                Target::Def(next) => at = next,
                outside => return Some((outside, said_by)),
            }
        }
        None
    }
}
