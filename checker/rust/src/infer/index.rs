//! Names that the language knows, and what traits and items have by their names alone.

use super::lang::Lang;
use super::lower::Args;
use super::ty::{Float, Int, Kind, Types};
use crate::arena::{IdxRange, to_u32};
use crate::read::{ItemKind, PathId, Type};
use crate::resolve::{DefId, DefKind, Site, Symbol, World};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Names that the language knows, and the supertraits of each trait.
#[derive(Debug)]
pub(super) struct Index<'w> {
    pub(super) world: &'w World<'w>,
    pub(super) supers: FxHashMap<DefId, Vec<DefId>>,
    pub(super) lang: Lang,
    primitives: FxHashMap<Symbol, Kind>,
    pub(super) result_name: Option<Symbol>,
}

impl<'w> Index<'w> {
    pub(super) fn new(world: &'w World<'w>) -> Self {
        let mut index = Self {
            world,
            supers: FxHashMap::default(),
            lang: Lang::find(world),
            primitives: FxHashMap::default(),
            result_name: world.symbols.find("Result"),
        };
        for (name, kind) in PRIMITIVES {
            if let Some(symbol) = world.symbols.find(name) {
                index.primitives.insert(symbol, kind);
            }
        }
        for (id, def) in world.defs.enumerate() {
            if def.kind == DefKind::Trait {
                index.supers.insert(id, super_traits(world, id));
            }
        }
        index
    }

    pub(super) fn primitive(&self, symbol: Symbol) -> Option<Kind> {
        self.primitives.get(&symbol).copied()
    }

    /// An associated item of a trait or of one of its supertraits, and the trait that has it.
    pub(super) fn associated(&self, trait_: DefId, name: Symbol, kind: DefKind) -> Option<(DefId, DefId)> {
        let mut seen: SmallVec<[DefId; 8]> = SmallVec::new();
        let mut left: SmallVec<[DefId; 8]> = SmallVec::new();
        left.push(trait_);
        while let Some(at) = left.pop() {
            if seen.contains(&at) || seen.len() > 64 {
                continue;
            }
            seen.push(at);
            if let Some(found) = self.child(at, name, kind) {
                return Some((at, found));
            }
            left.extend(self.supers.get(&at).into_iter().flatten().copied());
        }
        None
    }

    /// A child by name and kind; one that is on goes before one that is off.
    pub(super) fn child(&self, of: DefId, name: Symbol, kind: DefKind) -> Option<DefId> {
        let fits = |id: &&DefId| {
            let def = self.world.def(**id);
            def.name == name && def.kind == kind
        };
        let children = self.world.children(of);
        let on = children.iter().filter(|id| self.world.def(**id).enabled).find(fits);
        on.or_else(|| children.iter().find(fits)).copied()
    }

    /// How many parameters stand before an item's own: those of its impl or trait, `Self` included.
    pub(super) fn before(&self, id: DefId) -> u32 {
        let def = self.world.def(id);
        if def.kind == DefKind::Trait {
            return 1;
        }
        match def.parent {
            Some(parent) if matches!(self.world.def(parent).kind, DefKind::Impl | DefKind::Trait) => {
                self.before(parent) + self.own(parent)
            }
            Some(parent) if def.kind == DefKind::Variant => self.own(parent),
            _ => 0,
        }
    }

    /// How many parameters an item declares.
    pub(super) fn own(&self, id: DefId) -> u32 {
        self.world.generics(id).map_or(0, |generics| to_u32(generics.params.len()))
    }

    /// All parameters of an item in order, each for itself.
    pub(super) fn identity(&self, id: DefId, types: &mut Types<'_>) -> Args {
        (0..self.before(id) + self.own(id)).map(|index| types.intern(Kind::Param(index))).collect()
    }
}

fn super_traits(world: &World<'_>, id: DefId) -> Vec<DefId> {
    let Some(ItemKind::Trait { bounds, generics }) = world.item(id).map(|item| &item.kind) else {
        return Vec::new();
    };
    let site = world.site(id);
    let terms = site.terms;
    let of_self = generics.wheres.iter().filter(|clause| {
        let Type::Path(path) = terms.types[clause.ty] else { return false };
        let path = terms.paths[path];
        matches!(&terms.segments[path.segments], [only] if only.name == crate::read::sym::SELF_TYPE)
    });
    let runs = std::iter::once(*bounds).chain(of_self.map(|clause| clause.bounds));
    runs.flat_map(IdxRange::ids)
        .filter_map(|bound| trait_of(world, site, site.terms.bounds[bound].path))
        .collect()
}

/// The trait that a path names, if it is one of ours or the standard library's.
pub(super) fn trait_of(world: &World<'_>, site: Site<'_>, path: PathId) -> Option<DefId> {
    world.trait_at(site, path)
}

const PRIMITIVES: [(&str, Kind); 17] = [
    ("bool", Kind::Bool),
    ("char", Kind::Char),
    ("str", Kind::Str),
    ("i8", Kind::Int(Int::I8)),
    ("i16", Kind::Int(Int::I16)),
    ("i32", Kind::Int(Int::I32)),
    ("i64", Kind::Int(Int::I64)),
    ("i128", Kind::Int(Int::I128)),
    ("isize", Kind::Int(Int::Isize)),
    ("u8", Kind::Int(Int::U8)),
    ("u16", Kind::Int(Int::U16)),
    ("u32", Kind::Int(Int::U32)),
    ("u64", Kind::Int(Int::U64)),
    ("u128", Kind::Int(Int::U128)),
    ("usize", Kind::Int(Int::Usize)),
    ("f32", Kind::Float(Float::F32)),
    ("f64", Kind::Float(Float::F64)),
];
