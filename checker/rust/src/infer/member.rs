//! `T::Item`: associated types by the bounds that name them; in rustc:
//! `rustc_hir_analysis/hir_ty_lowering/bounds.rs`.

use super::index::trait_of;
use super::lower::{DEEPEST, Holes, Lower};
use super::ty::{Kind, Ty, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{Bound, ItemKind, Name, Type};
use crate::resolve::{DefId, DefKind, Named, Site, Symbol};

impl<'a, 'g, H: Holes> Lower<'a, 'g, H> {
    /// `base::name` as a type.
    pub(super) fn member(&mut self, base: Ty, from: Option<Named>, name: Name) -> Ty {
        let symbol = self.symbol(name);
        let world = self.index.world;
        match from {
            Some(Named::SelfType(id)) if world.def(id).kind == DefKind::Impl => {
                let own = self.index.child(id, symbol, DefKind::TypeAlias);
                if let Some(ItemKind::Impl { trait_: Some(path), .. }) = world.item(id).map(|item| &item.kind)
                    && let Some(trait_) = trait_of(world, world.site(id), *path)
                {
                    let args = self.types.list(&[base]);
                    let args = if self.index.own(trait_) == 0 { args } else { self.super_args(trait_, args) };
                    let found = self.projection(trait_, args, symbol);
                    if found != UNKNOWN && own.is_none() {
                        return found;
                    }
                }
                match own {
                    Some(own) => self.meaning(own),
                    None => self.member_of_adt(base, symbol),
                }
            }
            Some(Named::SelfType(id)) if world.def(id).kind == DefKind::Trait => {
                let args = self.index.identity(id, self.types);
                let args = self.types.list(&args);
                match self.projection(id, args, symbol) {
                    UNKNOWN => self.member_of_param(base, crate::read::sym::SELF_TYPE, symbol),
                    found => found,
                }
            }
            Some(Named::Parameter(owner, index)) => {
                let name = world.generics(owner).map(|generics| generics.params[index as usize].name);
                name.map_or(UNKNOWN, |name| self.member_of_param(base, name, symbol))
            }
            _ => match self.types.kind(base) {
                Kind::Projection(assoc, _) => self.member_of_associated(base, assoc, symbol),
                _ => self.member_of_adt(base, symbol),
            },
        }
    }

    /// `Alias::Variant` where a type is wanted: the enum.
    pub(super) fn member_of_adt(&mut self, base: Ty, symbol: Symbol) -> Ty {
        match self.types.kind(base) {
            Kind::Adt(id, _) => match self.index.child(id, symbol, DefKind::Variant) {
                Some(variant) => {
                    self.assoc = Some(variant);
                    base
                }
                None => UNKNOWN,
            },
            _ => UNKNOWN,
        }
    }

    /// `T::name` by the bounds on `T` in all scopes around.
    pub(super) fn member_of_param(&mut self, base: Ty, param: Name, symbol: Symbol) -> Ty {
        let world = self.index.world;
        let file = self.site.file;
        let mut at = Some(self.site.scope);
        while let Some(id) = at {
            let def = world.def(id);
            if def.kind == DefKind::Module || def.file != file {
                break;
            }
            let terms = &world.summary(file).terms;
            if let Some(generics) = world.generics(id) {
                let own =
                    generics.params.iter().filter(|known| known.name == param).map(|known| known.bounds);
                let clauses = generics.wheres.iter().filter(|clause| {
                    let Type::Path(path) = terms.types[clause.ty] else { return false };
                    let path = terms.paths[path];
                    path.qself.is_none()
                        && matches!(&terms.segments[path.segments], [only] if only.name == param)
                });
                for index in own.chain(clauses.map(|clause| clause.bounds)).flat_map(IdxRange::ids) {
                    let bound = terms.bounds[index];
                    if let Some(found) =
                        self.member_of_bound(base, Site { scope: id, file, terms }, bound, symbol)
                    {
                        return found;
                    }
                }
            }
            at = def.parent;
        }
        UNKNOWN
    }

    pub(super) fn member_of_bound(
        &mut self,
        base: Ty,
        site: Site<'_>,
        bound: Bound,
        symbol: Symbol,
    ) -> Option<Ty> {
        let Site { terms, .. } = site;
        let trait_ = trait_of(self.index.world, site, bound.path)?;
        self.index.associated(trait_, symbol, DefKind::TypeAlias)?;
        let path = terms.paths[bound.path];
        let last = terms.segments[path.segments].last()?;
        let args = if self.depth < DEEPEST / 2 {
            let written = last.args;
            self.elsewhere(site).trait_args(trait_, base, written)
        } else {
            self.types.list(&[base])
        };
        Some(self.projection(trait_, args, symbol))
    }

    /// `T::A::name` by the bounds that `A` is declared with.
    pub(super) fn member_of_associated(&mut self, base: Ty, assoc: DefId, symbol: Symbol) -> Ty {
        let world = self.index.world;
        let Some(ItemKind::TypeAlias { bounds, .. }) = world.item(assoc).map(|item| &item.kind) else {
            return UNKNOWN;
        };
        let site = world.site(assoc);
        for index in bounds.ids() {
            let found = self.member_of_bound(base, site, site.terms.bounds[index], symbol);
            if let Some(found) = found {
                return found;
            }
        }
        UNKNOWN
    }
}
