//! Impls as written, and as derives write them.

use super::index::trait_of;
use super::lower::{Args, Pred};
use super::tables::{Head, Impl, Tables};
use super::ty::{Kind, Ty, Types, UNKNOWN};
use crate::arena::to_u32;
use crate::read::{FileId, Item, ItemId, ItemKind, Namespace};
use crate::resolve::{DefId, DefKind, Named, Site, Symbol, Target, World};
use rustc_hash::FxHashSet;

impl Tables<'_> {
    pub(super) fn written_impl(&mut self, id: DefId, trait_: Option<crate::read::PathId>) {
        let world = self.index.world;
        if self.is_carried_out(id) {
            return;
        }
        let file = world.def(id).file;
        let terms = &world.summary(file).terms;
        let trait_def = trait_.map(|path| trait_of(world, world.site(id), path));
        let (self_ty, of_trait) = self.lower(id, |lower| {
            let self_ty = lower.meaning(id);
            let of_trait = trait_.zip(trait_def.flatten()).map(|(path, trait_)| {
                let path = terms.paths[path];
                let args = terms.segments[path.segments].last().and_then(|segment| segment.args);
                (trait_, lower.trait_args(trait_, self_ty, args))
            });
            (self_ty, of_trait)
        });
        if self.is_reference_to_unknown(self_ty) && world.in_macro_definition(id) {
            return;
        }
        let mut assoc = Vec::new();
        if let Some((trait_, _)) = of_trait {
            for child in world.children(id) {
                let def = world.def(*child);
                if def.kind == DefKind::TypeAlias
                    && let Some(declared) = self.index.child(trait_, def.name, DefKind::TypeAlias)
                {
                    let ty = self.lower(id, |lower| lower.meaning(*child));
                    assoc.push((declared, ty));
                }
            }
        }
        self.impls.push(Impl {
            def: id,
            derived: false,
            of_outside: trait_def == Some(None),
            enabled: world.def(id).enabled,
            params: self.index.own(id),
            self_ty,
            trait_: of_trait,
            preds: Vec::new(),
            assoc,
        });
    }

    /// Whether an impl stands in the definition of a macro whose calls were carried out: those of the calls
    /// say what it is for.
    fn is_carried_out(&self, id: DefId) -> bool {
        let world = self.index.world;
        let Some(of) = world.macro_around(id) else { return false };
        let of = world.def(of);
        self.carried_out.contains(&(of.file, of.name))
    }

    /// Such an impl in a macro's definition, for `&$name`, would fit every reference.
    fn is_reference_to_unknown(&self, ty: Ty) -> bool {
        matches!(self.types.kind(ty), Kind::Ref(_, inner) if inner == UNKNOWN)
    }

    /// The impls that derives write: of each trait that the derive's path also names.
    pub(super) fn derives(&mut self, id: DefId, item: &Item) {
        let world = self.index.world;
        let def = world.def(id);
        let Some(module) = def.parent else { return };
        let summary = world.summary(def.file);
        let mut traits = Vec::new();
        for attribute in summary.attributes[item.attributes].iter().filter(|found| found.is_derive) {
            for loose in &summary.terms.loose[attribute.loose] {
                let path = summary.terms.paths[loose.path];
                let Some(last) = summary.terms.segments[path.segments].last() else { continue };
                let name = world.symbol(def.file, last.name);
                let by_path = trait_of(
                    world,
                    Site { scope: module, file: def.file, terms: &summary.terms },
                    loose.path,
                );
                match by_path.or_else(|| self.derivable(name)) {
                    Some(found) => traits.push(found),
                    None if world.text(name) == "Error" => {
                        traits.extend([self.index.lang.error, self.index.lang.display].into_iter().flatten());
                    }
                    None => {}
                }
            }
        }
        traits.dedup();
        let args = self.index.identity(id, &mut self.types);
        let self_ty = self.types.adt(id, &args);
        for trait_ in traits {
            let mut list = Args::new();
            list.push(self_ty);
            list.extend((0..self.index.own(trait_)).map(|_| self_ty));
            let list = self.types.list(&list);
            let preds = args
                .iter()
                .map(|arg| {
                    let mut list = Args::new();
                    list.extend(std::iter::repeat_n(*arg, 1 + self.index.own(trait_) as usize));
                    Pred::Trait(trait_, self.types.list(&list))
                })
                .collect();
            self.impls.push(Impl {
                def: id,
                derived: true,
                of_outside: false,
                enabled: def.enabled,
                params: to_u32(args.len()),
                self_ty,
                trait_: Some((trait_, list)),
                preds,
                assoc: Vec::new(),
            });
        }
    }

    /// The standard traits whose derives everybody knows by these names.
    pub(super) fn derivable(&self, name: Symbol) -> Option<DefId> {
        let lang = &self.index.lang;
        match self.index.world.text(name) {
            "Clone" => lang.clone,
            "Copy" => lang.copy,
            "Debug" => lang.debug,
            "Default" => lang.default,
            "PartialEq" => lang.partial_eq,
            "Eq" => lang.eq,
            "PartialOrd" => lang.partial_ord,
            "Ord" => lang.ord,
            "Hash" => lang.hash,
            _ => None,
        }
    }

    pub(super) fn register_impls(&mut self) {
        let world = self.index.world;
        let numbers = self.impls.ids();
        for (number, impl_) in numbers.zip(self.impls.iter_mut()) {
            let head = Head::of(&self.types, impl_.self_ty);
            if !impl_.derived {
                impl_.preds = self.preds[self.preds_of[impl_.def]].to_vec();
            }
            match (impl_.trait_, head) {
                (None, Some(head)) => {
                    for child in world.children(impl_.def) {
                        let def = world.def(*child);
                        if !matches!(def.kind, DefKind::Function | DefKind::Const) {
                            continue;
                        }
                        if impl_.of_outside {
                            self.of_outside.entry((head, def.name)).or_default().push((number, *child));
                        } else {
                            self.inherent_names.insert(def.name);
                            self.inherent.entry((head, def.name)).or_default().push((number, *child));
                        }
                    }
                }
                (Some((trait_, _)), Some(head)) => {
                    self.by_trait.entry((trait_, head)).or_default().push(number);
                    let peeled = Head::of(&self.types, peeled(&self.types, impl_.self_ty));
                    let is_ours = matches!(peeled, Some(Head::Adt(def)) if !world.is_std(def));
                    if let (Some(peeled), false, false) = (peeled, is_ours, world.is_std(trait_)) {
                        let hidden = world.children(impl_.def).iter().filter(|child| {
                            matches!(
                                world.item(**child).map(|item| &item.kind),
                                Some(ItemKind::Function(function)) if function.calls_its_name
                            )
                        });
                        let declared = hidden.filter_map(|child| {
                            self.index.child(trait_, world.def(*child).name, DefKind::Function)
                        });
                        self.hidden_by_own.extend(declared.map(|item| (peeled, item)));
                    }
                }
                (Some((trait_, _)), None) if impl_.self_ty != UNKNOWN => {
                    self.blanket.entry(trait_).or_default().push(number);
                }
                _ => {}
            }
        }
    }
}

/// The macros by example whose calls were read as items, by the files that define them.
pub(super) fn carried_out(world: &World<'_>) -> FxHashSet<(FileId, Symbol)> {
    let mut found = FxHashSet::default();
    for instance in &world.instances {
        let summary = world.summary(instance.file);
        let mut holders: Vec<ItemId> = summary.items.iter().filter_map(|item| item.parent).collect();
        holders.dedup();
        for holder in holders {
            let ItemKind::MacroCall { path, .. } = summary.items[holder].kind else { continue };
            let segments = &summary.terms.segments[summary.terms.paths[path].segments];
            let Some(last) = segments.last() else { continue };
            found.insert((instance.file, world.symbol(instance.file, last.name)));
            if summary.shared == [0; 16] {
                continue;
            }
            // It may be a macro of another file.
            let Some(scope) = instance.def(holder) else { continue };
            let site = Site { scope, file: instance.file, terms: &summary.terms };
            let called = world.resolve(site, path, Namespace::Macro);
            if let Some(Named::Target(Target::Def(id))) = called.segments.last() {
                let def = world.def(*id);
                found.insert((def.file, def.name));
            }
        }
    }
    found
}

/// A type without the references to it.
pub(super) fn peeled(types: &Types<'_>, mut ty: Ty) -> Ty {
    while let Kind::Ref(_, inner) = types.kind(ty) {
        ty = inner;
    }
    ty
}
