//! From types as written to types as meant; in rustc: `rustc_hir_analysis/hir_ty_lowering`.
//!
//! Long because each shape that a written type can have is lowered in one place.

use super::index::{Index, trait_of};
use super::ty::{Kind, List, NEVER, Ty, Types, UNIT, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{ArgsId, Bound, ItemKind, Name, Namespace, PathId, Segment, Type, TypeId};
use crate::resolve::{DefId, DefKind, Named, Site, Symbol, Target};
use smallvec::SmallVec;

/// A list of types that is being made.
pub(super) type Args = SmallVec<[Ty; 6]>;

/// Something that must hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pred {
    /// The trait, and its arguments with `Self` first.
    Trait(DefId, List),
    /// The associated type of these arguments is this type.
    Equal(DefId, List, Ty),
}

/// What stands for `_` and for arguments that are left out, and what is known of aliases.
pub(super) trait Holes {
    /// A hole is nothing that could become known, so that a default is better.
    const CLOSED: bool;
    fn hole(&mut self, types: &mut Types<'_>) -> Ty;
    /// The meaning of an alias, or the type of an impl; `None` when it is not worked out yet.
    fn meaning(&self, def: DefId) -> Option<Ty>;
    fn set_meaning(&mut self, def: DefId, ty: Ty);
    /// An `impl Trait` in the place of a parameter.
    fn argument(&mut self, _types: &mut Types<'_>) -> Option<Ty> {
        None
    }
}

pub(super) struct Lower<'a, 'g, H> {
    pub(super) index: &'a Index<'a>,
    pub(super) types: &'a mut Types<'g>,
    pub(super) holes: &'a mut H,
    pub(super) site: Site<'a>,
    /// The function whose result is lowered, and how many `impl Trait` it had so far.
    pub(super) opaque: Option<(DefId, u32)>,
    /// Those of the `impl Trait`s in the result.
    pub(super) opaque_bounds: Vec<Pred>,
    /// The associated type that a path's last segment named.
    pub(super) assoc: Option<DefId>,
    pub(super) depth: u8,
}

pub(super) const DEEPEST: u8 = 40;

impl<'a, 'g, H: Holes> Lower<'a, 'g, H> {
    pub(super) fn new(
        index: &'a Index<'a>,
        types: &'a mut Types<'g>,
        holes: &'a mut H,
        site: Site<'a>,
    ) -> Self {
        Self { index, types, holes, site, opaque: None, opaque_bounds: Vec::new(), assoc: None, depth: 0 }
    }

    pub(super) fn elsewhere<'b>(&'b mut self, site: Site<'b>) -> Lower<'b, 'g, H>
    where
        'a: 'b,
    {
        Lower {
            index: self.index,
            types: self.types,
            holes: self.holes,
            site,
            opaque: None,
            opaque_bounds: Vec::new(),
            assoc: None,
            depth: self.depth + 1,
        }
    }

    pub(super) fn symbol(&self, name: Name) -> Symbol {
        self.index.world.symbol(self.site.file, name)
    }

    pub(super) fn ty(&mut self, id: TypeId) -> Ty {
        if self.depth > DEEPEST {
            return UNKNOWN;
        }
        self.depth += 1;
        let ty = self.ty_inner(id);
        self.depth -= 1;
        ty
    }

    fn ty_inner(&mut self, id: TypeId) -> Ty {
        match self.site.terms.types[id] {
            Type::Path(path) => self.path(path),
            Type::Ref { mutability, inner } => {
                let inner = self.ty(inner);
                self.types.intern(Kind::Ref(mutability, inner))
            }
            Type::Ptr { mutability, inner } => {
                let inner = self.ty(inner);
                self.types.intern(Kind::Ptr(mutability, inner))
            }
            Type::Slice(inner) => {
                let inner = self.ty(inner);
                self.types.intern(Kind::Slice(inner))
            }
            Type::Array { element, .. } => {
                let inner = self.ty(element);
                self.types.intern(Kind::Array(inner))
            }
            Type::Tuple(run) => {
                let elements = self.list(run);
                self.types.tuple(&elements)
            }
            Type::Fn { params, ret } => {
                let mut list = self.list(params);
                list.push(ret.map_or(UNIT, |ret| self.ty(ret)));
                let list = self.types.list(&list);
                self.types.intern(Kind::FnPtr(list))
            }
            Type::Never => NEVER,
            Type::Infer => self.holes.hole(self.types),
            Type::Impl(bounds) => self.impl_type(bounds),
            Type::Dyn(bounds) => self.dyn_type(bounds),
            Type::Macro { ty: Some(ty), .. } => self.ty(ty),
            Type::Const { .. } | Type::Macro { .. } | Type::Unknown => UNKNOWN,
        }
    }

    fn list(&mut self, run: IdxRange<TypeId>) -> Args {
        self.site.terms.type_lists[run].iter().map(|ty| self.ty(*ty)).collect()
    }

    fn impl_type(&mut self, bounds: IdxRange<Bound>) -> Ty {
        let ty = if let Some((function, count)) = &mut self.opaque {
            let (function, number) = (*function, *count);
            *count += 1;
            let args = self.index.identity(function, self.types);
            let list = self.types.list(&args);
            self.types.intern(Kind::Opaque(function, number, list))
        } else {
            match self.holes.argument(self.types) {
                Some(ty) => ty,
                None => return self.holes.hole(self.types),
            }
        };
        let mut preds = Vec::new();
        self.bounds(ty, bounds, &mut preds);
        self.opaque_bounds.extend(preds);
        ty
    }

    fn dyn_type(&mut self, bounds: IdxRange<Bound>) -> Ty {
        let world = self.index.world;
        let mut principal = None;
        for index in bounds.ids() {
            let bound = self.site.terms.bounds[index];
            if let Some(found) = trait_of(world, self.site, bound.path) {
                if !self.index.lang.is_marker(found) || principal.is_none() {
                    principal = Some((found, bound));
                }
                if !self.index.lang.is_marker(found) {
                    break;
                }
            }
        }
        let Some((trait_, bound)) = principal else { return UNKNOWN };
        let mut preds = Vec::new();
        self.bound(UNKNOWN, bound, &mut preds);
        let mut list = Args::new();
        for pred in &preds {
            match *pred {
                Pred::Trait(of, args) if of == trait_ && list.is_empty() => {
                    list.extend_from_slice(self.types.elements(args).get(1..).unwrap_or(&[]));
                }
                Pred::Equal(assoc, _, ty) => list.push(self.types.intern(Kind::Bind(assoc, ty))),
                Pred::Trait(..) => {}
            }
        }
        let list = self.types.list(&list);
        self.types.intern(Kind::Dyn(trait_, list))
    }

    /// What bounds say of a type.
    pub(super) fn bounds(&mut self, ty: Ty, bounds: IdxRange<Bound>, preds: &mut Vec<Pred>) {
        for index in bounds.ids() {
            let bound = self.site.terms.bounds[index];
            self.bound(ty, bound, preds);
        }
    }

    fn bound(&mut self, ty: Ty, bound: Bound, preds: &mut Vec<Pred>) {
        if bound.maybe || self.depth > DEEPEST {
            return;
        }
        let Some(trait_) = trait_of(self.index.world, self.site, bound.path) else { return };
        let terms = self.site.terms;
        let path = terms.paths[bound.path];
        let Some(last) = terms.segments[path.segments].last().copied() else { return };
        self.depth += 1;
        let args = self.trait_args(trait_, ty, last.args);
        preds.push(Pred::Trait(trait_, args));
        self.bindings(trait_, args, last.args, preds);
        self.depth -= 1;
    }

    fn bindings(&mut self, trait_: DefId, args: List, written: Option<ArgsId>, preds: &mut Vec<Pred>) {
        let Some(written) = written.map(|args| self.site.terms.args[args]) else { return };
        for index in written.bindings.ids() {
            let binding = self.site.terms.bindings[index];
            let name = self.binding_name(binding.name, written.parenthesised);
            let Some(name) = name else { continue };
            let Some((of, assoc)) = self.index.associated(trait_, name, DefKind::TypeAlias) else { continue };
            let of_args = if of == trait_ {
                args
            } else if self.index.own(of) == 0 {
                let own = self.types.element(args, 0);
                self.types.list(&[own])
            } else if Some(trait_) == self.index.lang.fn_ || Some(trait_) == self.index.lang.fn_mut {
                args
            } else {
                continue;
            };
            if let Some(ty) = binding.ty {
                let ty = self.ty(ty);
                preds.push(Pred::Equal(assoc, of_args, ty));
            }
            if !binding.bounds.is_empty() {
                let projected = self.types.intern(Kind::Projection(assoc, of_args));
                self.bounds(projected, binding.bounds, preds);
            }
        }
    }

    fn binding_name(&self, name: Name, parenthesised: bool) -> Option<Symbol> {
        if parenthesised { self.index.lang.output } else { Some(self.symbol(name)) }
    }

    /// The arguments of a trait with `Self` first.
    pub(super) fn trait_args(&mut self, trait_: DefId, own: Ty, written: Option<ArgsId>) -> List {
        let mut list = Args::new();
        list.push(own);
        self.arguments(trait_, written, &mut list);
        self.types.list(&list)
    }

    /// Adds an item's own arguments: written, by default, or left out.
    pub(super) fn arguments(&mut self, of: DefId, written: Option<ArgsId>, list: &mut Args) {
        let world = self.index.world;
        let Some(generics) = world.generics(of) else { return };
        let written = written.map_or(IdxRange::default(), |args| self.site.terms.args[args].types);
        let written = &self.site.terms.type_lists[written];
        let given = written.len();
        for (index, param) in generics.params.iter().enumerate() {
            let ty = if index < given {
                self.ty(written[index])
            } else if let Some(default) = param.default.filter(|_| given > 0 || H::CLOSED) {
                let ty = self.elsewhere(world.site(of)).ty(default);
                self.types.subst(ty, list)
            } else {
                self.holes.hole(self.types)
            };
            list.push(ty);
        }
    }

    pub(super) fn path(&mut self, path: PathId) -> Ty {
        let terms = self.site.terms;
        let written = terms.paths[path];
        let segments = &terms.segments[written.segments];
        let found = self.index.world.resolve(self.site, path, Namespace::Type);
        if let Some(own) = written.qself {
            let own = self.ty(own);
            if written.qself_trait == 0 {
                return segments.iter().fold(own, |base, segment| self.member(base, None, segment.name));
            }
            let Some(Named::Target(Target::Def(trait_))) = found.segments.last().copied() else {
                return UNKNOWN;
            };
            let split = (written.qself_trait as usize).min(segments.len());
            let (of_trait, rest) = segments.split_at(split);
            let Some((first, rest)) = rest.split_first() else { return UNKNOWN };
            let args = self.trait_args(trait_, own, of_trait.last().and_then(|segment| segment.args));
            let base = self.projection(trait_, args, self.symbol(first.name));
            return rest.iter().fold(base, |base, segment| self.member(base, None, segment.name));
        }
        let resolved = found.segments.len();
        if found.broken || resolved == 0 {
            return UNKNOWN;
        }
        let named = found.segments[resolved - 1];
        let base = self.named(named, segments, resolved - 1);
        let mut base = base;
        let mut from = Some(named);
        for segment in &segments[resolved..] {
            base = self.member(base, from.take(), segment.name);
        }
        base
    }

    /// The type that a resolved segment names.
    pub(super) fn named(&mut self, named: Named, segments: &[Segment], at: usize) -> Ty {
        let args = segments.get(at).and_then(|segment| segment.args);
        match named {
            Named::Target(Target::Def(id)) => match self.index.world.def(id).kind {
                DefKind::Struct | DefKind::Union | DefKind::Enum => self.adt(id, args),
                DefKind::TypeAlias => {
                    let meaning = self.meaning(id);
                    let mut list = Args::new();
                    self.arguments(id, args, &mut list);
                    self.types.subst(meaning, &list)
                }
                DefKind::Variant => {
                    let Some(parent) = self.index.world.def(id).parent else { return UNKNOWN };
                    let before = at.checked_sub(1).and_then(|at| segments[at].args);
                    self.adt(parent, args.or(before))
                }
                _ => UNKNOWN,
            },
            Named::Target(Target::Outside(id)) => {
                let segment = segments.get(at);
                let list = match args {
                    Some(args) => self.list(self.site.terms.args[args].types),
                    None => Args::new(),
                };
                // Everybody's `Result<T>` is an alias of the one `Result`.
                if segment.map(|segment| self.symbol(segment.name)) == self.index.result_name
                    && let Some(result) = self.index.lang.result
                {
                    let first = list.first().copied();
                    let ok = first.unwrap_or_else(|| self.holes.hole(self.types));
                    let error = list.get(1).copied().unwrap_or(UNKNOWN);
                    return self.types.adt(result, &[ok, error]);
                }
                let list = self.types.list(&list);
                self.types.intern(Kind::Outside(id, list))
            }
            Named::SelfType(id) => self.self_type(id),
            Named::Parameter(owner, index) => {
                let index = self.index.before(owner) + index;
                self.types.intern(Kind::Param(index))
            }
            Named::Primitive(symbol) => {
                self.index.primitive(symbol).map_or(UNKNOWN, |kind| self.types.intern(kind))
            }
            Named::Nothing => UNKNOWN,
        }
    }

    fn adt(&mut self, id: DefId, args: Option<ArgsId>) -> Ty {
        let mut list = Args::new();
        self.arguments(id, args, &mut list);
        self.types.adt(id, &list)
    }

    pub(super) fn self_type(&mut self, id: DefId) -> Ty {
        match self.index.world.def(id).kind {
            DefKind::Trait => self.types.intern(Kind::Param(0)),
            DefKind::Impl => self.meaning(id),
            _ => {
                let args = self.index.identity(id, self.types);
                self.types.adt(id, &args)
            }
        }
    }

    /// The type that an alias stands for, or that an impl is for.
    pub(super) fn meaning(&mut self, id: DefId) -> Ty {
        if let Some(known) = self.holes.meaning(id) {
            return known;
        }
        self.holes.set_meaning(id, UNKNOWN);
        let world = self.index.world;
        let written = match world.item(id).map(|item| &item.kind) {
            Some(ItemKind::TypeAlias { ty: Some(ty), .. }) => *ty,
            Some(ItemKind::Impl { self_ty, .. }) => *self_ty,
            _ => return UNKNOWN,
        };
        let ty = self.elsewhere(world.site(id)).ty(written);
        self.holes.set_meaning(id, ty);
        ty
    }

    pub(super) fn projection(&mut self, trait_: DefId, args: List, name: Symbol) -> Ty {
        match self.index.associated(trait_, name, DefKind::TypeAlias) {
            Some((of, assoc)) => {
                self.assoc = Some(assoc);
                let args = if of == trait_ { args } else { self.super_args(of, args) };
                self.types.intern(Kind::Projection(assoc, args))
            }
            None => UNKNOWN,
        }
    }

    /// The arguments of a supertrait: `Self`, and for the rest what we do not follow.
    pub(super) fn super_args(&mut self, of: DefId, args: List) -> List {
        let mut list = Args::new();
        list.push(self.types.element(args, 0));
        list.extend((0..self.index.own(of)).map(|_| UNKNOWN));
        self.types.list(&list)
    }
}
