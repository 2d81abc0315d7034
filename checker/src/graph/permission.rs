//! What each context may name of the others, and what each offers.

use super::ContextId;
use super::lookup::Lookup;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use stateline_rust::read::{ItemKind, Visibility};
use stateline_rust::resolve::{DefId, DefKind};
use stateline_schema::Span;
use stateline_schema::map::CodeKind;

/// An entry of the map that lets one context name something of another.
#[derive(Clone, Debug)]
pub struct Grant {
    pub from: ContextId,
    pub to: ContextId,
    pub kind: GrantKind,
    /// The kind of code that it is for; [`CodeKind::Main`] is for all.
    pub code: CodeKind,
    /// Where it stands.
    pub span: Span,
    /// As it is written.
    pub text: String,
    /// Struck out: it permits nothing. Only proofs do that.
    pub void: bool,
}

/// How an entry lets a context name something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantKind {
    /// `calls`: a function, and the types in its signature.
    Call,
    /// `uses`: what the other exports.
    Use,
    /// `subscribes`: the message of a topic, and the types that it mentions.
    Message,
}

/// A path of the map that leads nowhere, or to something of the wrong kind.
#[derive(Clone, Debug)]
pub struct Astray {
    /// The context whose part of the map it stands in.
    pub context: ContextId,
    pub span: Span,
    /// What is wrong, as a sentence.
    pub message: String,
    pub help: Option<String>,
}

/// What is below a module: one level, or all.
#[derive(Clone, Copy, Debug)]
pub(super) enum Below {
    One(DefId),
    All(DefId),
}

/// The grants that name an item, each with whether it only implies it.
type Named = SmallVec<[(u32, bool); 2]>;

/// A grant with a star: what is below a module, or everything that is offered.
type Star = (u32, Option<Below>);

/// Everything that the map permits.
#[derive(Debug, Default)]
pub struct Permissions {
    pub grants: Vec<Grant>,
    /// Grants that name an item, or imply it (then the flag is set).
    pub(super) exact: FxHashMap<(ContextId, DefId), Named>,
    /// Types of which a member is granted: they may be imported, and named before that member.
    pub(super) on_the_way: FxHashMap<(ContextId, DefId), SmallVec<[u32; 2]>>,
    /// Grants with stars, by who has them and whose items they are.
    pub(super) stars: FxHashMap<(ContextId, ContextId), Vec<Star>>,
    /// Who may name anything at all of whom.
    pub(super) pairs: FxHashMap<(ContextId, ContextId), SmallVec<[u32; 2]>>,
    pub(super) offered: FxHashSet<(ContextId, DefId)>,
    pub(super) offered_stars: Vec<Vec<Option<Below>>>,
    /// Items of others that contexts publish as their own.
    pub(super) published: FxHashMap<DefId, Vec<ContextId>>,
    pub astray: Vec<Astray>,
    /// The items that entries of `exports` name, or cover by `x::*` and `x::**`; with the entry's
    /// place. A lone `*` offers everything there is, so nothing is listed for it.
    pub exported: Vec<(ContextId, DefId, Span)>,
    /// Functions that some context may call, or that are offered by their attribute.
    pub operations: FxHashSet<DefId>,
    /// Of these, the ones with the attribute: they are called, so no `uses` is about them.
    pub(super) by_attribute: FxHashSet<DefId>,
    /// Messages by their attribute: offered to who subscribes, or names them, and to no star.
    pub(super) mail: FxHashSet<DefId>,
    /// The types of messages, and what they mention.
    pub messages: FxHashSet<DefId>,
}

/// Whether an item may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// By this grant (an index into [`Permissions::grants`]).
    Allowed(u32),
    /// The owner does not offer it. The map of who names it has this grant for it, perhaps.
    NotOffered(Option<u32>),
    /// It is offered, or could be called, but who names it does not declare it.
    NotDeclared,
}

impl Permissions {
    /// Whether code of a kind in `from` may name an item. `passing` says that it is only imported, or
    /// named on the way to a member.
    pub fn judge(
        &self,
        lookup: Lookup<'_>,
        from: ContextId,
        item: DefId,
        code: CodeKind,
        passing: bool,
    ) -> Verdict {
        let mut declared = None;
        let mut allowed = None;
        self.each(lookup, from, item, code, passing, &mut |grant, offered| {
            let slot = if offered { &mut allowed } else { &mut declared };
            slot.get_or_insert(grant);
        });
        if let Some(grant) = allowed {
            return Verdict::Allowed(grant);
        }
        let item = lookup.members.unit(lookup.world, item).item;
        let kind = lookup.world.def(item).kind;
        let callable = kind == DefKind::Function && !is_private(lookup, item);
        let message = self.messages.contains(&item);
        let nameable = kind == DefKind::Module || callable || message || self.is_offered(lookup, item);
        if nameable && declared.is_none() { Verdict::NotDeclared } else { Verdict::NotOffered(declared) }
    }

    /// Every grant that is about an item, and whether the item is offered as well.
    pub fn each(
        &self,
        lookup: Lookup<'_>,
        from: ContextId,
        item: DefId,
        code: CodeKind,
        passing: bool,
        tell: &mut dyn FnMut(u32, bool),
    ) {
        let Some(owner) = lookup.regions.owner(item) else { return };
        if lookup.world.def(item).kind == DefKind::Module {
            // Whoever may name anything in it, may import it.
            let any = self.pairs.get(&(from, owner)).into_iter().flatten();
            any.filter(|grant| self.holds(**grant, code)).for_each(|grant| tell(*grant, true));
            return;
        }
        let unit = lookup.members.unit(lookup.world, item);
        self.about(lookup, from, item, code, tell);
        for unit in [Some(unit.item), unit.or].into_iter().flatten().filter(|unit| *unit != item) {
            self.about(lookup, from, unit, code, tell);
        }
        if passing {
            let ways = self.on_the_way.get(&(from, item)).into_iter().flatten();
            ways.filter(|grant| self.holds(**grant, code)).for_each(|grant| tell(*grant, true));
        }
    }

    fn about(
        &self,
        lookup: Lookup<'_>,
        from: ContextId,
        item: DefId,
        code: CodeKind,
        tell: &mut dyn FnMut(u32, bool),
    ) {
        let Some(owner) = lookup.regions.owner(item) else { return };
        for &(index, implied) in self.exact.get(&(from, item)).into_iter().flatten() {
            if !self.holds(index, code) {
                continue;
            }
            let grant = &self.grants[index as usize];
            if grant.kind == GrantKind::Use && self.by_attribute.contains(&item) {
                continue;
            }
            let offered = match grant.kind {
                _ if implied => owner == grant.to || owner == from || self.is_offered(lookup, item),
                GrantKind::Call => !is_private(lookup, item),
                GrantKind::Use => self.offers(lookup, grant.to, item),
                GrantKind::Message => true,
            };
            tell(index, offered);
        }
        if self.by_attribute.contains(&item) {
            return;
        }
        let publishers = self.published.get(&item).into_iter().flatten().copied();
        for to in std::iter::once(owner).chain(publishers) {
            for &(index, below) in self.stars.get(&(from, to)).into_iter().flatten() {
                if self.holds(index, code) && covers(lookup, below, item) {
                    let offered = match self.mail.contains(&item) {
                        true => self.exports(lookup, to, item),
                        false => self.offers(lookup, to, item),
                    };
                    // A lone star means what is offered, and no more.
                    if offered || below.is_some() {
                        tell(index, offered);
                    }
                }
            }
        }
    }

    fn holds(&self, grant: u32, code: CodeKind) -> bool {
        let grant = &self.grants[grant as usize];
        !grant.void && (grant.code == CodeKind::Main || grant.code == code)
    }

    /// Whether anybody offers an item: its owner, or who publishes it as its own.
    pub fn is_offered(&self, lookup: Lookup<'_>, item: DefId) -> bool {
        let owner = lookup.regions.owner(item);
        owner.is_some_and(|owner| self.offers(lookup, owner, item)) || self.published.contains_key(&item)
    }

    /// Whether a context offers an item: names it in `exports`, or has a star there that covers it.
    pub fn offers(&self, lookup: Lookup<'_>, context: ContextId, item: DefId) -> bool {
        if self.offered.contains(&(context, item)) {
            return true;
        }
        let owned = lookup.regions.owner(item) == Some(context);
        owned && self.offered_stars[context.index()].iter().any(|below| covers(lookup, *below, item))
    }

    /// Whether a context's `exports` say that it offers an item.
    fn exports(&self, lookup: Lookup<'_>, context: ContextId, item: DefId) -> bool {
        let named = self.exported.iter().any(|(whose, what, _)| (*whose, *what) == (context, item));
        let owned = lookup.regions.owner(item) == Some(context);
        named
            || (owned && self.offered_stars[context.index()].iter().any(|below| covers(lookup, *below, item)))
    }

    /// The items that a grant names itself, in no order; none behind a star.
    pub fn items_of(&self, grant: u32) -> impl Iterator<Item = DefId> + '_ {
        let named = self.exact.iter().filter(move |(_, held)| held.contains(&(grant, false)));
        named.map(|((_, item), _)| *item)
    }

    /// The grants that one context has for another.
    pub fn between(&self, from: ContextId, to: ContextId) -> impl Iterator<Item = &Grant> {
        self.grants.iter().filter(move |grant| grant.from == from && grant.to == to)
    }
}

fn covers(lookup: Lookup<'_>, below: Option<Below>, item: DefId) -> bool {
    let world = lookup.world;
    let covered = match below {
        None => true,
        Some(Below::One(module)) => world.def(item).parent == Some(module),
        Some(Below::All(module)) => world.is_within(item, module),
    };
    covered && !is_private(lookup, item)
}

/// Whether an item can be named in its own module only.
pub fn is_private(lookup: Lookup<'_>, item: DefId) -> bool {
    let world = lookup.world;
    let of_trait = world.def(item).parent.is_some_and(|parent| match world.def(parent).kind {
        DefKind::Trait => true,
        DefKind::Impl => lookup.members.is_of_trait(world, parent),
        _ => false,
    });
    let public = matches!(
        world.item(item).map(|item| &item.kind),
        // A macro that is not exported is known to all modules after it.
        Some(ItemKind::MacroRules { .. } | ItemKind::Variant { .. })
    );
    let private = world.item(item).is_some_and(|item| item.visibility == Visibility::Private);
    private && !of_trait && !public
}
