//! Types that others know only to lend them to an operation, and what acts on a value of one.

use super::lookup::Lookup;
use super::permission::Permissions;
use stateline_rust::summary::{Item, ItemKind};
use stateline_rust::{DefId, DefKind};

/// Traits of others that whoever lends a value may need: it is copied, compared, looked through, or handed on.
const LENDING: [&str; 17] = [
    "AsMut",
    "AsRef",
    "Borrow",
    "BorrowMut",
    "Clone",
    "Debug",
    "Deref",
    "DerefMut",
    "Drop",
    "Eq",
    "Hash",
    "Into",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Serialize",
    "TryInto",
];

impl Permissions<'_> {
    /// Whether a type is known to others only because operations work on it, and is not exported.
    pub fn is_only_lent(&self, ty: DefId) -> bool {
        let owner = self.lookup.regions.owner(ty);
        self.lent.contains(&ty) && !owner.is_some_and(|owner| self.exports(owner, ty))
    }

    /// Whether an item acts on a value: a method, its own or one by which the language or a library works on it
    /// (`+=`, `[…]`, `for`). What makes, copies or compares a value does not: whoever lends one has to.
    pub fn acts(&self, item: DefId) -> bool {
        let Lookup { world, .. } = &self.lookup;
        let held_by = world.def(item).parent.filter(|parent| world.def(*parent).kind == DefKind::Impl);
        let works = |held_by: DefId| match world.item(held_by).map(|item| &item.kind) {
            Some(ItemKind::Impl { trait_: Some(path), .. }) => {
                let of = world.named_whole(world.site(held_by), *path);
                of.is_some_and(|of| world.is_std(of) && !LENDING.contains(&world.text(world.def(of).name)))
            }
            _ => true,
        };
        let receives = |item: &Item| match &item.kind {
            ItemKind::Function(function) => function.receiver.is_some(),
            _ => false,
        };
        held_by.is_some_and(works) && world.item(item).is_some_and(receives)
    }
}
