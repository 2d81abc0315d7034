//! What each context may name of the others, and what each offers.

use super::lookup::Lookup;
use super::{ContextId, GrantId};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use stateline_rust::summary::{ItemKind, Visibility};
use stateline_rust::{DefId, DefKind, World};
use stateline_schema::map::CodeKind;
use stateline_schema::{Map, Span};

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
pub struct DanglingPath {
    /// The context whose part of the map it stands in.
    pub context: ContextId,
    /// The context that has nothing of this name.
    pub into: Option<ContextId>,
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
type Named = SmallVec<[(GrantId, bool); 2]>;

impl Grant {
    /// The key under which the map has it: `contexts.payments.calls.ledger`.
    pub fn key(&self, map: &Map) -> String {
        let key = if self.kind == GrantKind::Call { "calls" } else { "uses" };
        self.code.permission(self.from.name(map), key, self.to.name(map))
    }
}

/// A grant with a star: what is below a module, or everything that is offered.
type Star = (GrantId, Option<Below>);

/// Everything that the map permits.
#[derive(Debug)]
pub struct Permissions<'w> {
    pub(super) lookup: Lookup<'w>,
    pub grants: Vec<Grant>,
    /// Grants that name an item, or imply it (then the flag is set).
    pub(super) exact: FxHashMap<(ContextId, DefId), Named>,
    /// Types of which a member is granted: they may be imported, and named before that member.
    pub(super) on_the_way: FxHashMap<(ContextId, DefId), SmallVec<[GrantId; 2]>>,
    /// Grants with stars, by who has them and whose items they are.
    pub(super) stars: FxHashMap<(ContextId, ContextId), Vec<Star>>,
    /// Who may name anything at all of whom.
    pub(super) pairs: FxHashMap<(ContextId, ContextId), SmallVec<[GrantId; 2]>>,
    pub(super) offered: FxHashSet<(ContextId, DefId)>,
    pub(super) offered_stars: Vec<Vec<Option<Below>>>,
    /// Items of others that contexts publish as their own.
    pub(super) published: FxHashMap<DefId, Vec<ContextId>>,
    pub dangling: Vec<DanglingPath>,
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
    /// The types that operations work on by reference: who calls one names them to lend them, and no more.
    pub(super) lent: FxHashSet<DefId>,
}

/// Whether an item may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// By this grant.
    Allowed(GrantId),
    /// The owner does not offer it. The map of who names it has this grant for it, perhaps.
    NotOffered(Option<GrantId>),
    /// It is offered, or could be called, but who names it does not declare it.
    NotDeclared,
}

/// What code does: it names an item of another context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Use {
    /// The context whose code it is.
    pub from: ContextId,
    pub item: DefId,
    /// The kind of code.
    pub code: CodeKind,
    /// Whether the item is only imported, or named on the way to a member.
    pub passing: bool,
}

impl Use {
    /// Ordinary code of a context names an item for its own sake.
    pub fn of(from: ContextId, item: DefId) -> Self {
        Use { from, item, code: CodeKind::Main, passing: false }
    }
}

/// A grant that is about what code uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Granted {
    pub by: GrantId,
    /// Whether the item is offered as well: only then is the use allowed.
    pub offered: bool,
}

impl<'w> Permissions<'w> {
    /// Nothing is permitted yet.
    pub(super) fn new(lookup: Lookup<'w>) -> Self {
        Permissions {
            lookup,
            grants: Vec::new(),
            exact: FxHashMap::default(),
            on_the_way: FxHashMap::default(),
            stars: FxHashMap::default(),
            pairs: FxHashMap::default(),
            offered: FxHashSet::default(),
            offered_stars: Vec::new(),
            published: FxHashMap::default(),
            dangling: Vec::new(),
            exported: Vec::new(),
            operations: FxHashSet::default(),
            by_attribute: FxHashSet::default(),
            mail: FxHashSet::default(),
            messages: FxHashSet::default(),
            lent: FxHashSet::default(),
        }
    }

    /// One of the grants.
    pub fn grant(&self, id: GrantId) -> &Grant {
        &self.grants[id.index()]
    }

    /// Whether code may do this.
    pub fn judge(&self, asked: Use) -> Verdict {
        self.verdict(asked, self.grants_for(asked))
    }

    /// The same, had the map not this grant.
    pub fn judge_without(&self, asked: Use, without: GrantId) -> Verdict {
        self.verdict(asked, self.grants_for(asked).filter(|granted| granted.by != without))
    }

    fn verdict(&self, asked: Use, grants: impl Iterator<Item = Granted>) -> Verdict {
        let mut declared = None;
        for granted in grants {
            if granted.offered {
                return Verdict::Allowed(granted.by);
            }
            declared.get_or_insert(granted.by);
        }
        let Lookup { world, members, .. } = &self.lookup;
        let item = members.unit(world, asked.item).item;
        let kind = world.def(item).kind;
        let callable = kind == DefKind::Function && !is_private(&self.lookup, item);
        let message = self.messages.contains(&item);
        let module = kind == DefKind::Module && !holds_generated(world, item);
        let nameable = module || callable || message || self.is_offered(item);
        if nameable && declared.is_none() { Verdict::NotDeclared } else { Verdict::NotOffered(declared) }
    }

    /// Every grant that is about a use.
    pub fn grants_for(&self, asked: Use) -> impl Iterator<Item = Granted> + '_ {
        let Use { from, item, code, passing } = asked;
        let Lookup { world, regions, members, .. } = &self.lookup;
        let owner = regions.owner(item);
        let is_module = world.def(item).kind == DefKind::Module;
        // Whoever may name anything in a module, may import it.
        let any = owner.filter(|_| is_module).and_then(|owner| self.pairs.get(&(from, owner)));
        // All that is known of generated code is the module: it goes with what is granted in it.
        let generated = is_module && holds_generated(world, item);
        let about_it = move |by: &GrantId| !generated || self.is_about(*by, item);
        let unit = members.unit(world, item);
        let units = [Some(unit.item), unit.or].into_iter().flatten().filter(move |unit| *unit != item);
        // What acts on what an operation works on does as the operation does: that it may be lent permits no call.
        // Tests look at it by whatever it has.
        let acts = code == CodeKind::Main && self.acts(item);
        let units = units.map(move |unit| (unit, !(acts && self.is_only_lent(unit))));
        let items = std::iter::once((item, true)).chain(units).filter(move |_| !is_module);
        let on_the_way = self.on_the_way.get(&(from, item)).filter(|_| passing && !is_module);
        let as_a_whole = move |by: GrantId| self.holds(by, code).then_some(Granted { by, offered: true });
        any.into_iter()
            .flatten()
            .copied()
            .filter(about_it)
            .filter_map(as_a_whole)
            .chain(items.flat_map(move |(item, implied)| self.about((from, item, code), implied)))
            .chain(on_the_way.into_iter().flatten().copied().filter_map(as_a_whole))
            .filter(move |_| owner.is_some())
    }

    /// Whether a grant is about something in a module.
    fn is_about(&self, by: GrantId, module: DefId) -> bool {
        let world = self.lookup.world;
        let grant = self.grant(by);
        let within = |item: DefId| world.is_within(item, module);
        let exact = self.exact.iter().any(|((from, item), held)| {
            *from == grant.from && within(*item) && held.iter().any(|(named, _)| *named == by)
        });
        let offers = || {
            let named = self.offered.iter().any(|(to, item)| *to == grant.to && within(*item));
            named || self.offered_stars[grant.to.index()].iter().any(|below| reaches(world, *below, module))
        };
        let stars = self.stars.get(&(grant.from, grant.to)).into_iter().flatten();
        let mut stars = stars.filter(|(star, _)| *star == by);
        exact || stars.any(|(_, below)| reaches(world, *below, module) && (below.is_some() || offers()))
    }

    /// The grants that are about an item by itself; those that imply it only if they count.
    fn about(
        &self,
        (from, item, code): (ContextId, DefId, CodeKind),
        implied_count: bool,
    ) -> impl Iterator<Item = Granted> + '_ {
        let owner = self.lookup.regions.owner(item);
        let by_attribute = self.by_attribute.contains(&item);
        let exact = self.exact.get(&(from, item)).into_iter().flatten();
        let exact = exact.filter_map(move |&(by, implied)| {
            let grant = self.grant(by);
            let counts = implied_count || !implied;
            if !counts || !self.holds(by, code) || (grant.kind == GrantKind::Use && by_attribute) {
                return None;
            }
            let offered = match grant.kind {
                _ if implied => owner == Some(grant.to) || owner == Some(from) || self.is_offered(item),
                GrantKind::Call => !is_private(&self.lookup, item),
                GrantKind::Use => self.offers(grant.to, item),
                GrantKind::Message => true,
            };
            Some(Granted { by, offered })
        });
        let publishers = self.published.get(&item).into_iter().flatten().copied();
        let offering = owner.into_iter().chain(publishers).filter(move |_| !by_attribute);
        let stars = offering.flat_map(move |to| {
            let stars = self.stars.get(&(from, to)).into_iter().flatten();
            stars.filter_map(move |&(by, below)| self.by_star((by, below), to, item, code))
        });
        exact.chain(stars).filter(move |_| owner.is_some())
    }

    fn by_star(
        &self,
        (by, below): (GrantId, Option<Below>),
        to: ContextId,
        item: DefId,
        code: CodeKind,
    ) -> Option<Granted> {
        if !self.holds(by, code) || !covers(&self.lookup, below, item) {
            return None;
        }
        let offered = match self.mail.contains(&item) {
            true => self.exports(to, item),
            false => self.offers(to, item),
        };
        // A lone star means what is offered, and no more.
        (offered || below.is_some()).then_some(Granted { by, offered })
    }

    fn holds(&self, grant: GrantId, code: CodeKind) -> bool {
        let grant = self.grant(grant);
        grant.code == CodeKind::Main || grant.code == code
    }

    /// Whether anybody offers an item: its owner, or who publishes it as its own.
    pub fn is_offered(&self, item: DefId) -> bool {
        let owner = self.lookup.regions.owner(item);
        owner.is_some_and(|owner| self.offers(owner, item)) || self.published.contains_key(&item)
    }

    /// Whether a context offers an item: names it in `exports`, or has a star there that covers it.
    pub fn offers(&self, context: ContextId, item: DefId) -> bool {
        self.offered.contains(&(context, item)) || self.is_below_star(context, item)
    }

    /// Whether a context's `exports` say that it offers an item.
    pub(super) fn exports(&self, context: ContextId, item: DefId) -> bool {
        let named = self.exported.iter().any(|(whose, what, _)| (*whose, *what) == (context, item));
        named || self.is_below_star(context, item)
    }

    fn is_below_star(&self, context: ContextId, item: DefId) -> bool {
        let owned = self.lookup.regions.owner(item) == Some(context);
        owned && self.offered_stars[context.index()].iter().any(|below| covers(&self.lookup, *below, item))
    }

    /// The items that a grant names itself, in no order; none behind a star.
    pub fn items_of(&self, grant: GrantId) -> impl Iterator<Item = DefId> + '_ {
        let named = self.exact.iter().filter(move |(_, held)| held.contains(&(grant, false)));
        named.map(|((_, item), _)| *item)
    }

    /// The grants that one context has for another.
    pub fn between(&self, from: ContextId, to: ContextId) -> impl Iterator<Item = &Grant> {
        self.grants.iter().filter(move |grant| grant.from == from && grant.to == to)
    }
}

/// Whether a module holds code that is written by a build or a macro.
pub fn holds_generated(world: &World<'_>, module: DefId) -> bool {
    world.unread_text(module).and_then(|text| world.text_of(text)) == Some(module)
}

/// Whether a star covers something in a module.
fn reaches(world: &World<'_>, below: Option<Below>, module: DefId) -> bool {
    match below {
        None => true,
        Some(Below::One(star)) => world.is_within(star, module),
        Some(Below::All(star)) => world.is_within(star, module) || world.is_within(module, star),
    }
}

fn covers(lookup: &Lookup<'_>, below: Option<Below>, item: DefId) -> bool {
    let world = lookup.world;
    let covered = match below {
        None => true,
        Some(Below::One(module)) => world.def(item).parent == Some(module),
        Some(Below::All(module)) => world.is_within(item, module),
    };
    covered && !is_private(lookup, item)
}

/// Whether an item can be named in its own module only.
pub fn is_private(lookup: &Lookup<'_>, item: DefId) -> bool {
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
