//! Laws: what code must not do although a permission would let it. No law permits anything.

use crate::{Path, Pattern, Spanned, Who};

/// The laws inside a context.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laws {
    /// Modules, the uppermost first: a layer may use those after it, never those before.
    pub layers: Vec<Spanned<Path>>,
    /// Packages that modules must not use.
    pub deny: Vec<PackageLaw>,
    /// The only packages that modules may use, besides the workspace's own.
    pub allow: Vec<PackageLaw>,
    /// Items of the context that only some contexts may use.
    pub used_only_by: Vec<ItemLaw>,
    /// Packages whose code steps may run: then they must run none of any other package.
    pub pure: Vec<Spanned<Path>>,
}

impl Laws {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        let Laws { layers, deny, allow, used_only_by, pure } = self;
        layers.is_empty() && deny.is_empty() && allow.is_empty() && used_only_by.is_empty() && pure.is_empty()
    }
}

/// Packages that a module must not use, or the only ones that it may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageLaw {
    /// The module and all below it, relative to what the context owns; `*` is the whole context.
    pub module: Spanned<Pattern>,
    /// Crates by library name, or modules of them: `sqlx`, `std::fs`.
    pub packages: Vec<Spanned<Path>>,
}

/// Items that only some contexts may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemLaw {
    /// Relative to what the context owns; `*` is all of it.
    pub items: Spanned<Pattern>,
    /// Nobody, if it is empty.
    pub by: Vec<Spanned<Who>>,
}

/// The laws between contexts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BorderLaws {
    /// Orders of contexts.
    pub layers: Vec<Spanned<Order>>,
    /// Contexts of which none reaches another, each list at its place.
    pub independent: Vec<Spanned<Vec<Spanned<Who>>>>,
    /// Who alone may use a context.
    pub used_only_by: Vec<PairLaw>,
    /// Whom alone a context may use.
    pub uses_only: Vec<PairLaw>,
    /// Whom a context must not reach, by whatever way.
    pub never_reaches: Vec<PairLaw>,
}

impl BorderLaws {
    /// Everybody whom a law names.
    pub fn named(&self) -> impl Iterator<Item = &Spanned<Who>> {
        let ordered = self.layers.iter().flat_map(|order| order.value.layers.iter().flatten());
        let independent = self.independent.iter().flat_map(|group| group.value.iter());
        let pairs = [&self.used_only_by, &self.uses_only, &self.never_reaches].into_iter().flatten();
        let pairs = pairs.flat_map(|law| std::iter::once(&law.who).chain(&law.others));
        ordered.chain(independent).chain(pairs)
    }
}

/// Contexts in layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The uppermost first: who is in a layer may use those of it and those after it, never those before.
    pub layers: Vec<Vec<Spanned<Who>>>,
    /// Whether every context is in one of them.
    pub exhaustive: bool,
}

/// A context, or those with a tag, and others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairLaw {
    /// About whom it is.
    pub who: Spanned<Who>,
    /// The others.
    pub others: Vec<Spanned<Who>>,
}
