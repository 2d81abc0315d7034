//! Types as small numbers: equal types have equal numbers.

use crate::arena::to_u32;
use crate::read::Mutability;
use crate::resolve::{DefId, OutsideId};
use rustc_hash::FxHashMap;

/// A type; look it up with [`Types::kind`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub(super) struct Ty(u32);

/// A list of types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub(super) struct List(u32);

/// Not known; fits everything.
pub(super) const UNKNOWN: Ty = Ty(0);
pub(super) const NEVER: Ty = Ty(1);
pub(super) const UNIT: Ty = Ty(2);
pub(super) const BOOL: Ty = Ty(3);
pub(super) const CHAR: Ty = Ty(4);
pub(super) const STR: Ty = Ty(5);
/// `&str`
pub(super) const STR_REF: Ty = Ty(6);
pub(super) const USIZE: Ty = Ty(7);
pub(super) const I32: Ty = Ty(8);
pub(super) const F64: Ty = Ty(9);
pub(super) const U8: Ty = Ty(10);
pub(super) const NO_TYPES: List = List(0);

/// What a type is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Kind {
    Unknown,
    Never,
    Bool,
    Char,
    Str,
    Int(Int),
    Float(Float),
    /// A struct, enum or union with its arguments.
    Adt(DefId, List),
    /// A type from outside the workspace.
    Outside(OutsideId, List),
    Ref(Mutability, Ty),
    Ptr(Mutability, Ty),
    Slice(Ty),
    Array(Ty),
    Tuple(List),
    /// Parameters, then the result.
    FnPtr(List),
    /// The type of a function item or a constructor, with all its arguments.
    FnDef(DefId, List),
    /// Of the body at hand.
    Closure(u32),
    /// A type parameter of the item at hand: parents' parameters first, a trait's `Self` at 0.
    Param(u32),
    /// A trait object: the trait's arguments without `Self`, then [`Kind::Bind`]s.
    Dyn(DefId, List),
    /// `Item = T` in a trait object.
    Bind(DefId, Ty),
    /// What a function returns as `impl Trait`: which of them, with the function's arguments.
    Opaque(DefId, u32, List),
    /// `<args[0] as Trait<args[1..]>>::Assoc`
    Projection(DefId, List),
    /// The future of an `async` block or function.
    Async(Ty),
    /// An unknown of the body at hand.
    Var(u32),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Float {
    F32,
    F64,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[rustfmt::skip]
pub(super) enum Int { I8, I16, I32, I64, I128, Isize, U8, U16, U32, U64, U128, Usize }

/// Holds unknowns.
pub(super) const VARS: u8 = 1;
/// Holds parameters.
pub(super) const PARAMS: u8 = 2;
/// Holds projections.
pub(super) const PROJECTIONS: u8 = 4;
/// Holds what is not known.
pub(super) const UNKNOWNS: u8 = 8;

/// Holds an `impl Trait` of some function's result.
pub(super) const OPAQUES: u8 = 16;
/// Holds closures, whose types become known as their body does.
pub(super) const CLOSURES: u8 = 32;

/// Types nested deeper than this are not known: no code is written so, but code can be made so.
const DEEPEST: u8 = 60;
/// Types of more parts than this are not known. A type that holds itself twice doubles with each line
/// (`let b = (a.clone(), a.clone());`), and whoever walks it walks all of its parts.
pub(super) const LARGEST: u16 = 2_000;

/// What the interner knows of a type without looking into it.
#[derive(Clone, Copy, Debug, Default)]
struct Extent {
    /// What it holds: [`VARS`], [`PARAMS`] and so on.
    flags: u8,
    depth: u8,
    /// How many parts it has, itself included; each counts as often as it stands there.
    size: u16,
}

impl Extent {
    /// Beside another, in one list.
    fn join(self, other: Extent) -> Extent {
        Extent {
            flags: self.flags | other.flags,
            depth: self.depth.max(other.depth),
            size: self.size.saturating_add(other.size),
        }
    }
}

/// The interner. A body's own types stand above those of all signatures.
#[derive(Debug, Default)]
pub(super) struct Types<'g> {
    below: Option<&'g Types<'static>>,
    first: u32,
    first_list: u32,
    kinds: Vec<Kind>,
    extents: Vec<Extent>,
    numbers: FxHashMap<Kind, Ty>,
    lists: Vec<(u32, u32)>,
    list_extents: Vec<Extent>,
    elements: Vec<Ty>,
    list_numbers: FxHashMap<Box<[Ty]>, List>,
}

impl Types<'static> {
    /// With the constants of this module.
    pub(super) fn new() -> Self {
        let mut types = Self::default();
        types.list(&[]);
        for (kind, ty) in [
            (Kind::Unknown, UNKNOWN),
            (Kind::Never, NEVER),
            (Kind::Tuple(NO_TYPES), UNIT),
            (Kind::Bool, BOOL),
            (Kind::Char, CHAR),
            (Kind::Str, STR),
            (Kind::Ref(Mutability::Shared, STR), STR_REF),
            (Kind::Int(Int::Usize), USIZE),
            (Kind::Int(Int::I32), I32),
            (Kind::Float(Float::F64), F64),
            (Kind::Int(Int::U8), U8),
        ] {
            let made = types.intern(kind);
            debug_assert_eq!(made, ty, "constants stand in this order");
        }
        types
    }
}

impl<'g> Types<'g> {
    /// An empty layer above `below`.
    pub(super) fn above(below: &'g Types<'static>) -> Self {
        Self {
            below: Some(below),
            first: to_u32(below.kinds.len()),
            first_list: to_u32(below.lists.len()),
            ..Self::default()
        }
    }

    /// Forgets this layer.
    pub(super) fn clear(&mut self) {
        self.kinds.clear();
        self.extents.clear();
        self.numbers.clear();
        self.lists.clear();
        self.list_extents.clear();
        self.elements.clear();
        self.list_numbers.clear();
    }

    #[inline]
    pub(super) fn kind(&self, ty: Ty) -> Kind {
        match ty.0.checked_sub(self.first) {
            Some(own) => self.kinds[own as usize],
            None => self.below.map_or(Kind::Unknown, |below| below.kinds[ty.0 as usize]),
        }
    }

    #[inline]
    fn extent(&self, ty: Ty) -> Extent {
        match ty.0.checked_sub(self.first) {
            Some(own) => self.extents[own as usize],
            None => self.below.map_or(Extent::default(), |below| below.extents[ty.0 as usize]),
        }
    }

    #[inline]
    fn list_extent(&self, list: List) -> Extent {
        match list.0.checked_sub(self.first_list) {
            Some(own) => self.list_extents[own as usize],
            None => self.below.map_or(Extent::default(), |below| below.list_extents[list.0 as usize]),
        }
    }

    #[inline]
    pub(super) fn flags(&self, ty: Ty) -> u8 {
        self.extent(ty).flags
    }

    #[inline]
    pub(super) fn list_flags(&self, list: List) -> u8 {
        self.list_extent(list).flags
    }

    #[inline]
    pub(super) fn elements(&self, list: List) -> &[Ty] {
        match list.0.checked_sub(self.first_list) {
            Some(own) => {
                let (start, len) = self.lists[own as usize];
                &self.elements[start as usize..(start + len) as usize]
            }
            None => self.below.map_or(&[], |below| below.elements(list)),
        }
    }

    #[inline]
    pub(super) fn element(&self, list: List, index: usize) -> Ty {
        self.elements(list).get(index).copied().unwrap_or(UNKNOWN)
    }

    pub(super) fn list(&mut self, elements: &[Ty]) -> List {
        if let Some(found) = self.below.and_then(|below| below.list_numbers.get(elements)) {
            return *found;
        }
        if let Some(found) = self.list_numbers.get(elements) {
            return *found;
        }
        let list = List(self.first_list + to_u32(self.lists.len()));
        let parts = elements.iter().map(|element| self.extent(*element));
        let extent = parts.fold(Extent::default(), Extent::join);
        self.lists.push((to_u32(self.elements.len()), to_u32(elements.len())));
        self.list_extents.push(extent);
        self.elements.extend_from_slice(elements);
        self.list_numbers.insert(elements.into(), list);
        list
    }

    pub(super) fn intern(&mut self, kind: Kind) -> Ty {
        if let Some(found) = self.below.and_then(|below| below.numbers.get(&kind)) {
            return *found;
        }
        if let Some(found) = self.numbers.get(&kind) {
            return *found;
        }
        let extent = self.extent_of(kind);
        if extent.depth > DEEPEST || extent.size > LARGEST {
            return UNKNOWN;
        }
        let ty = Ty(self.first + to_u32(self.kinds.len()));
        self.kinds.push(kind);
        self.extents.push(extent);
        self.numbers.insert(kind, ty);
        ty
    }

    fn extent_of(&self, kind: Kind) -> Extent {
        let holds = |flags| Extent { flags, ..Extent::default() };
        let inner = match kind {
            Kind::Unknown => holds(UNKNOWNS),
            Kind::Var(_) => holds(VARS),
            Kind::Param(_) => holds(PARAMS),
            Kind::Never | Kind::Bool | Kind::Char | Kind::Str | Kind::Int(_) | Kind::Float(_) => {
                Extent::default()
            }
            // What a closure takes and gives may still hold unknowns.
            Kind::Closure(_) => holds(CLOSURES),
            Kind::Ref(_, ty)
            | Kind::Ptr(_, ty)
            | Kind::Slice(ty)
            | Kind::Array(ty)
            | Kind::Bind(_, ty)
            | Kind::Async(ty) => self.extent(ty),
            Kind::Adt(_, list)
            | Kind::Outside(_, list)
            | Kind::Tuple(list)
            | Kind::FnPtr(list)
            | Kind::FnDef(_, list)
            | Kind::Dyn(_, list) => self.list_extent(list),
            Kind::Opaque(_, _, list) => holds(OPAQUES).join(self.list_extent(list)),
            Kind::Projection(_, list) => holds(PROJECTIONS).join(self.list_extent(list)),
        };
        Extent { depth: inner.depth.saturating_add(1), size: inner.size.saturating_add(1), ..inner }
    }

    /// Whether a type is one of the signatures', and so the same in every body.
    pub(super) fn is_shared(&self, ty: Ty) -> bool {
        ty.0 < self.first
    }

    /// The same of a list.
    pub(super) fn is_shared_list(&self, list: List) -> bool {
        list.0 < self.first_list
    }

    pub(super) fn adt(&mut self, def: DefId, args: &[Ty]) -> Ty {
        let list = self.list(args);
        self.intern(Kind::Adt(def, list))
    }

    pub(super) fn tuple(&mut self, elements: &[Ty]) -> Ty {
        let list = self.list(elements);
        self.intern(Kind::Tuple(list))
    }

    pub(super) fn reference(&mut self, mutability: Mutability, inner: Ty) -> Ty {
        self.intern(Kind::Ref(mutability, inner))
    }

    /// Rebuilds a type with each part that bears one of the `flags` replaced by what `leaf` gives
    /// for it; `None` goes on into the part.
    pub(super) fn map(
        &mut self,
        ty: Ty,
        flags: u8,
        leaf: &mut impl FnMut(&mut Self, Ty, Kind) -> Option<Ty>,
    ) -> Ty {
        if self.flags(ty) & flags == 0 {
            return ty;
        }
        let kind = self.kind(ty);
        if let Some(replaced) = leaf(self, ty, kind) {
            return replaced;
        }
        let kind = match kind {
            Kind::Ref(mutability, inner) => Kind::Ref(mutability, self.map(inner, flags, leaf)),
            Kind::Ptr(mutability, inner) => Kind::Ptr(mutability, self.map(inner, flags, leaf)),
            Kind::Slice(inner) => Kind::Slice(self.map(inner, flags, leaf)),
            Kind::Array(inner) => Kind::Array(self.map(inner, flags, leaf)),
            Kind::Async(inner) => Kind::Async(self.map(inner, flags, leaf)),
            Kind::Bind(def, inner) => Kind::Bind(def, self.map(inner, flags, leaf)),
            Kind::Adt(def, list) => Kind::Adt(def, self.map_list(list, flags, leaf)),
            Kind::Outside(id, list) => Kind::Outside(id, self.map_list(list, flags, leaf)),
            Kind::Tuple(list) => Kind::Tuple(self.map_list(list, flags, leaf)),
            Kind::FnPtr(list) => Kind::FnPtr(self.map_list(list, flags, leaf)),
            Kind::FnDef(def, list) => Kind::FnDef(def, self.map_list(list, flags, leaf)),
            Kind::Dyn(def, list) => Kind::Dyn(def, self.map_list(list, flags, leaf)),
            Kind::Opaque(def, index, list) => Kind::Opaque(def, index, self.map_list(list, flags, leaf)),
            Kind::Projection(def, list) => Kind::Projection(def, self.map_list(list, flags, leaf)),
            _ => return ty,
        };
        self.intern(kind)
    }

    pub(super) fn map_list(
        &mut self,
        list: List,
        flags: u8,
        leaf: &mut impl FnMut(&mut Self, Ty, Kind) -> Option<Ty>,
    ) -> List {
        if self.list_flags(list) & flags == 0 {
            return list;
        }
        let mut elements: smallvec::SmallVec<[Ty; 8]> = self.elements(list).into();
        for element in &mut elements {
            *element = self.map(*element, flags, leaf);
        }
        self.list(&elements)
    }

    /// Puts arguments in the place of parameters.
    pub(super) fn subst(&mut self, ty: Ty, args: &[Ty]) -> Ty {
        self.map(ty, PARAMS, &mut |_, _, kind| match kind {
            Kind::Param(index) => Some(args.get(index as usize).copied().unwrap_or(UNKNOWN)),
            _ => None,
        })
    }

    pub(super) fn subst_list(&mut self, list: List, args: &[Ty]) -> List {
        self.map_list(list, PARAMS, &mut |_, _, kind| match kind {
            Kind::Param(index) => Some(args.get(index as usize).copied().unwrap_or(UNKNOWN)),
            _ => None,
        })
    }
}
