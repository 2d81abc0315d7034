//! The laws between contexts: who is in which layer, who may use whom, and who reaches whom by which way.
//!
//! What counts is what ordinary code calls or uses. Whoever only names the messages that it subscribes to
//! depends on nobody.
//!
//! Long because each kind of law counts the same dependencies, and tells its breaches of them in the same way.

use super::law::{Breach, Laws, move_down};
use super::lookup::{Found, Lookup};
use super::permission::{DanglingPath, GrantKind, Verdict};
use super::{ContextId, Graph, ReferenceId};
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::DefId;
use stateline_schema::map::{CodeKind, Order, PairLaw};
use stateline_schema::{Map, Pattern, Span, Spanned, Who, listed, suggestion};
use std::collections::{BTreeMap, VecDeque};

/// What each context uses of each other one, and where.
pub type Dependencies = BTreeMap<(ContextId, ContextId), BTreeMap<DefId, Vec<ReferenceId>>>;

/// Items that only some contexts may use, with what the law's pattern covers.
#[derive(Debug)]
pub(super) struct Reserved {
    context: ContextId,
    /// Which of the context's laws.
    law: usize,
    covers: Covers,
}

#[derive(Debug)]
enum Covers {
    All,
    /// These, and what is in them.
    Items(Vec<DefId>),
    /// What stands directly in these modules.
    Children(Vec<DefId>),
}

/// The laws about items of a context, and what leads nowhere in them.
pub(super) fn reserved(lookup: &Lookup<'_>, map: &Map) -> (Vec<Reserved>, Vec<DanglingPath>) {
    let (mut found, mut dangling) = (Vec::new(), Vec::new());
    for (index, context) in map.contexts.values().enumerate() {
        let id = ContextId::new(index);
        for (law, written) in context.laws.used_only_by.iter().enumerate() {
            let covers = match (&written.items.value, written.items.value.base()) {
                (_, None) => Covers::All,
                (pattern, Some(base)) => match lookup.path(id, base) {
                    Found::Items(items) if matches!(pattern, Pattern::Children(_)) => {
                        Covers::Children(items.into_vec())
                    }
                    Found::Items(items) => Covers::Items(items.into_vec()),
                    Found::Outside => continue,
                    Found::Nothing { similar, .. } => {
                        let name = &context.name.value;
                        let message = format!(
                            "`{name}` has no `{base}`, listed in `contexts.{name}.laws.used_only_by`"
                        );
                        let (span, help) = (written.items.span, similar.map(suggestion));
                        dangling.push(DanglingPath { context: id, into: Some(id), span, message, help });
                        continue;
                    }
                },
            };
            found.push(Reserved { context: id, law, covers });
        }
    }
    (found, dangling)
}

/// A law that only some may use something.
struct Only<'l> {
    span: Span,
    /// Where the map says it.
    key: &'l str,
    owner: &'l Who,
    /// What only they may use, in words.
    whom: String,
    /// Who may besides the owner.
    others: &'l [Spanned<Who>],
}

impl Graph<'_> {
    /// What ordinary code of each context calls or uses of each other one.
    pub fn dependencies(&self) -> Dependencies {
        let mut found = Dependencies::new();
        let is_mail = |verdict: Verdict| match verdict {
            Verdict::Allowed(grant) => self.permissions.grant(grant).kind == GrantKind::Message,
            _ => false,
        };
        for crossing in self.crossings() {
            if crossing.code == CodeKind::Main && !is_mail(crossing.verdict) {
                let items = found.entry((crossing.from, crossing.to)).or_default();
                items.entry(crossing.item).or_default().extend(&crossing.references);
            }
        }
        found
    }

    /// Everything that breaks a law between contexts.
    pub(super) fn border_breaches(&self) -> Vec<Breach> {
        let laws = &self.input.map.laws;
        let is_idle = laws.layers.is_empty()
            && laws.independent.is_empty()
            && laws.used_only_by.is_empty()
            && laws.uses_only.is_empty()
            && laws.never_reaches.is_empty()
            && self.laws.reserved.is_empty();
        if is_idle {
            return Vec::new();
        }
        let uses = self.dependencies();
        let mut found = Vec::new();
        for order in &laws.layers {
            self.out_of_order(order, &uses, &mut found);
        }
        for law in &laws.used_only_by {
            self.strangers(law, &uses, &mut found);
        }
        for reserved in &self.laws.reserved {
            self.strangers_to_items(reserved, &uses, &mut found);
        }
        for law in &laws.uses_only {
            self.beyond_what_may_be_used(law, &uses, &mut found);
        }
        for law in &laws.never_reaches {
            let (from, to) = (self.members(&law.who.value), self.members_of(&law.others));
            let told = |from: &str, to: &str| format!("{from} must never reach {to}");
            let key = format!("laws.never_reaches.{}", law.who.value);
            found.extend(self.ways(&uses, (&from, &to), (law.who.span, &key), told));
        }
        for group in &laws.independent {
            let members: Vec<FxHashSet<ContextId>> = match &group.value[..] {
                // Each of those with the tag.
                [one] => self.members(&one.value).into_iter().map(|id| FxHashSet::from_iter([id])).collect(),
                several => several.iter().map(|who| self.members(&who.value)).collect(),
            };
            let told = |from: &str, to: &str| format!("{from} and {to} must not depend on each other");
            for (one, from) in members.iter().enumerate() {
                for (_, to) in members.iter().enumerate().filter(|(other, _)| *other != one) {
                    found.extend(self.ways(&uses, (from, to), (group.span, "laws.independent"), told));
                }
            }
        }
        found
    }

    /// Contexts that are in no layer of an order that has to name all of them.
    pub fn unlayered(&self) -> Vec<(ContextId, Span)> {
        let orders = self.input.map.laws.layers.iter().filter(|order| order.value.exhaustive);
        let unlayered = orders.flat_map(|order| {
            let layers = self.layers_of(order);
            self.contexts().filter(move |context| !layers.contains_key(context)).map(|id| (id, order.span))
        });
        unlayered.collect()
    }

    /// A context with all that lie within it, or all contexts that have a tag.
    pub(super) fn members(&self, who: &Who) -> FxHashSet<ContextId> {
        let map = self.input.map;
        let is_it = |context: &ContextId| {
            let context = self.context(*context);
            match who {
                Who::Context(name) => {
                    context.name.value == *name || map.around(context).any(|outer| outer.name.value == *name)
                }
                Who::Tag(tag) => context.tags.iter().any(|own| own.value == *tag),
            }
        };
        self.contexts().filter(is_it).collect()
    }

    fn members_of(&self, all: &[Spanned<Who>]) -> FxHashSet<ContextId> {
        all.iter().flat_map(|who| self.members(&who.value)).collect()
    }

    /// The layer of each context: by its own name, by that of the nearest one around it, or by a tag.
    fn layers_of(&self, order: &Spanned<Order>) -> FxHashMap<ContextId, usize> {
        let named = |name: &str| {
            let is_it = |who: &Spanned<Who>| matches!(&who.value, Who::Context(own) if own == name);
            order.value.layers.iter().position(|layer| layer.iter().any(is_it))
        };
        let tagged = |tags: &[Spanned<String>]| {
            let is_it = |who: &Spanned<Who>| matches!(&who.value, Who::Tag(tag) if tags.iter().any(|own| own.value == *tag));
            order.value.layers.iter().position(|layer| layer.iter().any(is_it))
        };
        let layer = |id: ContextId| {
            let context = self.context(id);
            let around = || self.input.map.around(context).find_map(|outer| named(&outer.name.value));
            Some((id, named(&context.name.value).or_else(around).or_else(|| tagged(&context.tags))?))
        };
        self.contexts().filter_map(layer).collect()
    }

    fn out_of_order(&self, order: &Spanned<Order>, uses: &Dependencies, found: &mut Vec<Breach>) {
        let layers = self.layers_of(order);
        let layer_name = |layer: usize| told(&order.value.layers[layer]);
        for (&(from, to), items) in uses {
            let (Some(&lower), Some(&upper)) = (layers.get(&from), layers.get(&to)) else { continue };
            if upper >= lower {
                continue;
            }
            let (user, used) = (self.name(from), self.name(to));
            for (&item, places) in items {
                let path = self.path(item);
                found.push(Breach {
                    context: from,
                    to,
                    message: format!("`{user}` must not use `{path}`: `{used}` is in a higher layer"),
                    span: order.value.layers[lower].first().map_or(order.span, |who| who.span),
                    label: format!("{} must not use {}", layer_name(lower), layer_name(upper)),
                    help: move_down(&path, user, used),
                    item: path,
                    places: places.clone(),
                });
            }
        }
    }

    fn strangers(&self, law: &PairLaw, uses: &Dependencies, found: &mut Vec<Breach>) {
        let (used, mut users) = (self.members(&law.who.value), self.members_of(&law.others));
        users.extend(&used);
        for (&(from, to), items) in uses.iter().filter(|((_, to), _)| used.contains(to)) {
            if !users.contains(&from) {
                let key = format!("laws.used_only_by.{}", law.who.value);
                let (span, owner, others) = (law.who.span, &law.who.value, law.others.as_slice());
                let only = Only { span, key: &key, owner, whom: owner.to_string(), others };
                self.not_among((from, to), items, only, found);
            }
        }
    }

    fn strangers_to_items(&self, reserved: &Reserved, uses: &Dependencies, found: &mut Vec<Breach>) {
        let context = self.context(reserved.context);
        let law = &context.laws.used_only_by[reserved.law];
        let mut users = self.members_of(&law.by);
        users.extend(self.members(&Who::Context(context.name.value.clone())));
        for (&(from, to), items) in
            uses.iter().filter(|((from, to), _)| *to == reserved.context && !users.contains(from))
        {
            let items = items.iter().filter(|(item, _)| self.covers(&reserved.covers, **item));
            let items: BTreeMap<DefId, Vec<ReferenceId>> =
                items.map(|(item, places)| (*item, places.clone())).collect();
            let whom = format!("{} of {}", law.items.value, context.name.value);
            let key = format!("contexts.{}.laws.used_only_by.{}", context.name.value, law.items.value);
            let owner = Who::Context(context.name.value.clone());
            let only = Only { span: law.items.span, key: &key, owner: &owner, whom, others: &law.by };
            self.not_among((from, to), &items, only, found);
        }
    }

    fn covers(&self, covers: &Covers, item: DefId) -> bool {
        let world = self.world();
        match covers {
            Covers::All => true,
            Covers::Items(items) => items.iter().any(|above| *above == item || world.is_within(item, *above)),
            Covers::Children(modules) => {
                world.def(item).parent.is_some_and(|parent| modules.contains(&parent))
            }
        }
    }

    /// Somebody uses what only others may.
    fn not_among(
        &self,
        (from, to): (ContextId, ContextId),
        items: &BTreeMap<DefId, Vec<ReferenceId>>,
        Only { span, key, owner, whom, others }: Only<'_>,
        found: &mut Vec<Breach>,
    ) {
        let user = self.name(from);
        for (&item, places) in items {
            let path = self.path(item);
            let users = listed(std::iter::once(owner).chain(others.iter().map(|other| &other.value)));
            let who =
                if others.is_empty() { "nobody else".to_owned() } else { format!("only {}", told(others)) };
            found.push(Breach {
                context: from,
                to,
                message: format!("only {users} may use `{path}`, but `{user}` uses it"),
                span,
                label: format!("{who} may use {whom}"),
                help: format!("remove the use; or, to allow it, add `{user}` to `{key}`"),
                item: path,
                places: places.clone(),
            });
        }
    }

    fn beyond_what_may_be_used(&self, law: &PairLaw, uses: &Dependencies, found: &mut Vec<Breach>) {
        let (users, used) = (self.members(&law.who.value), self.members_of(&law.others));
        let is_one = matches!(law.who.value, Who::Context(_));
        for (&(from, to), items) in
            uses.iter().filter(|((from, to), _)| users.contains(from) && !used.contains(to))
        {
            // What lies within a context is a part of it.
            if is_one && users.contains(&to) {
                continue;
            }
            let (user, other) = (self.name(from), self.name(to));
            let only = if law.others.is_empty() {
                "no other context".to_owned()
            } else {
                format!("only {}", told(&law.others))
            };
            for (&item, places) in items {
                let path = self.path(item);
                found.push(Breach {
                    context: from,
                    to,
                    message: format!(
                        "`{user}` uses `{path}`, but `laws.uses_only.{}` does not list `{other}`",
                        law.who.value
                    ),
                    span: law.who.span,
                    label: format!("{} may use {only}", law.who.value),
                    help: format!(
                        "remove the use; or, to allow it, add `{other}` to `laws.uses_only.{}`",
                        law.who.value
                    ),
                    item: path,
                    places: places.clone(),
                });
            }
        }
    }

    /// Every way on which one of the first reaches one of the second: the shortest for each two.
    fn ways(
        &self,
        uses: &Dependencies,
        (sources, targets): (&FxHashSet<ContextId>, &FxHashSet<ContextId>),
        (span, key): (Span, &str),
        told: impl Fn(&str, &str) -> String,
    ) -> Vec<Breach> {
        let mut found = Vec::new();
        let mut starts: Vec<ContextId> = sources.difference(targets).copied().collect();
        starts.sort_unstable();
        for start in starts {
            for way in shortest(uses, start, sources, targets) {
                let (last, hops) = (way[way.len() - 1], way.windows(2).map(|hop| (hop[0], hop[1])));
                let names: Vec<&str> = way.iter().map(|id| self.name(*id)).collect();
                let hops: Vec<_> = hops.filter_map(|hop| uses.get(&hop)?.iter().next()).collect();
                let Some((item, _)) = hops.last() else { continue };
                let (verb, by, which) = match way.len() {
                    2 => ("uses", String::new(), "the use"),
                    _ => ("reaches", format!(" ({})", names.join(" -> ")), "one of these uses"),
                };
                let (from, to) = (self.name(start), self.name(last));
                let places = match hops.as_slice() {
                    [(_, places)] => (*places).clone(),
                    hops => hops.iter().filter_map(|(_, places)| places.first().copied()).collect(),
                };
                found.push(Breach {
                    context: start,
                    to: last,
                    message: format!("`{from}` {verb} `{to}`{by}, but `{key}` forbids it"),
                    span,
                    label: told(from, to),
                    help: format!("remove {which}, or publish a message instead"),
                    item: self.path(**item),
                    places,
                });
            }
        }
        found
    }
}

/// From one context to each of the targets the shortest way, if there is one that passes by no other start
/// and by no other target.
fn shortest(
    uses: &Dependencies,
    start: ContextId,
    sources: &FxHashSet<ContextId>,
    targets: &FxHashSet<ContextId>,
) -> Vec<Vec<ContextId>> {
    let mut before: BTreeMap<ContextId, ContextId> = BTreeMap::new();
    let mut left = VecDeque::from([start]);
    let mut reached = Vec::new();
    while let Some(at) = left.pop_front() {
        let next =
            uses.range((at, ContextId::new(0))..).map(|(pair, _)| *pair).take_while(|(from, _)| *from == at);
        for (_, to) in next {
            if to == start || before.contains_key(&to) {
                continue;
            }
            before.insert(to, at);
            if targets.contains(&to) {
                reached.push(to);
            } else if !sources.contains(&to) {
                left.push_back(to);
            }
        }
    }
    let way = |end: ContextId| {
        let mut way: Vec<_> = std::iter::successors(Some(end), |at| before.get(at).copied()).collect();
        way.reverse();
        way
    };
    reached.into_iter().map(way).collect()
}

/// `payments, stock`
fn told(all: &[Spanned<Who>]) -> String {
    all.iter().map(|who| who.value.to_string()).collect::<Vec<_>>().join(", ")
}

impl Laws {
    /// Adds the laws about items.
    pub(super) fn with_reserved(mut self, lookup: &Lookup<'_>, map: &Map) -> Self {
        let (reserved, dangling) = reserved(lookup, map);
        self.reserved = reserved;
        self.dangling.extend(dangling);
        self
    }
}
