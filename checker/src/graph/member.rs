//! What a field, a variant or a method belongs to: whoever may use a type may use its members.

use rustc_hash::FxHashMap;
use stateline_rust::summary::{ItemKind, PathId, Terms, TypeId};
use stateline_rust::{DefId, DefKind, Site, TypeVisitor, World};

/// Impls, by themselves and by the type they are for.
#[derive(Debug, Default)]
pub struct Members {
    impls: FxHashMap<DefId, Impl>,
    /// The inherent impls of each type.
    of_type: FxHashMap<DefId, Vec<DefId>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Impl {
    /// The type in the workspace that it is for.
    self_type: Option<DefId>,
    /// What it comes with: that type, or the trait of the workspace that it is of, or else what of the
    /// workspace its header names, as in `impl From<Amount> for Vec<Coin>`.
    comes_with: Option<Unit>,
}

/// What must be permitted so that an item may be named: the one, or else the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    pub item: DefId,
    /// For what an impl holds: its trait; or, where neither that nor its type is of the workspace, the
    /// second type in its header that is.
    pub or: Option<DefId>,
}

impl Members {
    pub fn new(world: &World<'_>) -> Self {
        let mut members = Members::default();
        for &id in &world.impls {
            // A stand-in can name nothing of the workspace.
            if world.is_std(id) {
                members.impls.insert(id, Impl { self_type: None, comes_with: None });
                continue;
            }
            let Some(ItemKind::Impl { trait_, .. }) = world.item(id).map(|item| &item.kind) else {
                continue;
            };
            let self_type = world.impl_type(id);
            let of_trait = trait_.and_then(|path| {
                world.named_whole(world.site(id), path).filter(|found| !world.is_std(*found))
            });
            if let (Some(of), None) = (self_type, trait_) {
                members.of_type.entry(of).or_default().push(id);
            }
            let comes_with = match (self_type, of_trait) {
                (Some(item), or) => Some(Unit { item, or }),
                (None, Some(item)) => Some(Unit { item, or: None }),
                (None, None) => {
                    let mut found = in_header(world, id).into_iter();
                    found.next().map(|item| Unit { item, or: found.find(|other| *other != item) })
                }
            };
            members.impls.insert(id, Impl { self_type, comes_with });
        }
        members
    }

    /// What an item belongs to, as far as permissions go.
    pub fn unit(&self, world: &World<'_>, id: DefId) -> Unit {
        let mut at = id;
        loop {
            let def = world.def(at);
            let Some(parent) = def.parent else { return Unit { item: at, or: None } };
            match (def.kind, world.def(parent).kind) {
                (DefKind::Field | DefKind::Variant, _) => at = parent,
                (_, DefKind::Trait) => return Unit { item: parent, or: None },
                (_, DefKind::Impl) => {
                    let held = self.impls.get(&parent).and_then(|held| held.comes_with);
                    return held.unwrap_or(Unit { item: at, or: None });
                }
                _ => return Unit { item: at, or: None },
            }
        }
    }

    /// Whether something stands in an impl in whose header nothing of the workspace is named: a macro may
    /// write such. No entry of a map can be about it.
    pub fn is_nameless(&self, world: &World<'_>, id: DefId) -> bool {
        let parent = world.def(id).parent;
        parent.is_some_and(|parent| self.impls.get(&parent).is_some_and(|held| held.comes_with.is_none()))
    }

    /// The type that an impl is for, if it is one of the workspace.
    pub fn self_type(&self, id: DefId) -> Option<DefId> {
        self.impls.get(&id)?.self_type
    }

    /// Whether an impl is of a trait.
    pub fn is_of_trait(&self, world: &World<'_>, id: DefId) -> bool {
        matches!(world.item(id).map(|item| &item.kind), Some(ItemKind::Impl { trait_: Some(_), .. }))
    }

    /// Associated items of a type or trait, its variants and fields.
    pub fn members<'m>(&'m self, world: &'m World<'_>, of: DefId) -> impl Iterator<Item = DefId> + 'm {
        let inherent = self.of_type.get(&of).into_iter().flatten();
        inherent.flat_map(|id| world.children(*id)).chain(world.children(of)).copied()
    }
}

/// The types and traits of the workspace that the header of an impl names.
pub fn in_header(world: &World<'_>, id: DefId) -> Vec<DefId> {
    let Some(ItemKind::Impl { trait_, self_ty, .. }) = world.item(id).map(|item| &item.kind) else {
        return Vec::new();
    };
    let mut header = Header { world, site: world.site(id), aliases: 0, found: Vec::new() };
    trait_.iter().for_each(|path| header.visit_path(*path));
    header.visit_type(*self_ty);
    header.found
}

/// The types and traits of the workspace that a type names, its arguments included.
pub fn types_in(world: &World<'_>, site: Site<'_>, ty: TypeId) -> Vec<DefId> {
    let mut header = Header { world, site, aliases: 0, found: Vec::new() };
    header.visit_type(ty);
    header.found
}

/// Aliases of aliases are followed this far.
const DEEPEST: usize = 16;

/// Finds the types and traits of the workspace that an impl's header names.
struct Header<'h> {
    world: &'h World<'h>,
    site: Site<'h>,
    /// How many aliases were followed so far.
    aliases: usize,
    found: Vec<DefId>,
}

impl<'h> TypeVisitor<'h> for Header<'h> {
    fn terms(&self) -> &'h Terms {
        self.site.terms
    }

    fn visit_path(&mut self, path: PathId) {
        let named = self.world.named_whole(self.site, path).filter(|named| !self.world.is_std(*named));
        match named.map(|named| (named, self.world.item(named).map(|item| &item.kind))) {
            Some((alias, Some(ItemKind::TypeAlias { ty: Some(ty), .. }))) if self.aliases < DEEPEST => {
                let (found, aliases) = (std::mem::take(&mut self.found), self.aliases + 1);
                let mut meant = Header { world: self.world, site: self.world.site(alias), aliases, found };
                meant.visit_type(*ty);
                self.found = meant.found;
            }
            Some((named, _)) => self.found.push(named),
            None => {}
        }
        self.visit_own(path);
        self.visit_args_of(&self.site.terms.segments[self.site.terms.paths[path].segments]);
    }
}
