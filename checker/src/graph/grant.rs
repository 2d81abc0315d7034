//! Turns the map's entries into permissions, and notes those that lead nowhere.
//!
//! Long because every key of a context that permits something is written down by one writer.

use super::lookup::{Found, Lookup};
use super::permission::{Below, DanglingPath, Grant, GrantKind, Permissions};
use super::signature::mentions;
use super::{ContextId, GrantId};
use crate::marks::Mark;
use rustc_hash::FxHashSet;
use stateline_rust::summary::{ItemKind, Type};
use stateline_rust::{DefId, DefKind, World};
use stateline_schema::attribute::Attribute;
use stateline_schema::map::{CodeKind, Permits};
use stateline_schema::{Map, Path, Pattern, Span, Spanned, Topic, suggest, suggestion};

/// The types that an operation works on by reference.
fn lent(world: &World<'_>, operation: DefId) -> Vec<DefId> {
    let Some(ItemKind::Function(function)) = world.item(operation).map(|item| &item.kind) else {
        return Vec::new();
    };
    let site = world.site(operation);
    let by_reference = function.params.iter().filter(|ty| matches!(site.terms.types[**ty], Type::Ref { .. }));
    by_reference.filter_map(|ty| world.named_type(site, *ty)).collect()
}

/// Everything that a map permits.
pub(super) fn permissions<'g>(lookup: Lookup<'g>, map: &Map) -> Permissions<'g> {
    let mut writer = Writer { lookup: lookup.clone(), map, to: Permissions::new(lookup) };
    for topic in map.topics.values() {
        writer.message(topic);
    }
    writer.marks();
    for (index, context) in map.contexts.values().enumerate() {
        writer.exports(ContextId::new(index), &context.exports);
    }
    for (index, context) in map.contexts.values().enumerate() {
        let from = ContextId::new(index);
        for code in CodeKind::ALL {
            writer.permits(from, code, context.own_permits(code));
        }
        writer.subscriptions(from, &context.subscribes);
    }
    writer.to
}

/// An entry of the map: whose it is, of whom it speaks, of which kind of code, under which key.
struct Entry<'m> {
    context: ContextId,
    of: ContextId,
    code: CodeKind,
    key: &'static str,
    path: &'m Path,
    span: Span,
}

struct Writer<'m, 'w> {
    lookup: Lookup<'w>,
    map: &'m Map,
    to: Permissions<'w>,
}

impl Writer<'_, '_> {
    /// Operations and messages are offered by their attributes, with what they mention of their own context.
    fn marks(&mut self) {
        let Lookup { world, members, regions, .. } = self.lookup.clone();
        for mark in world.invoked.iter().map(|found| Mark::new(world, found)) {
            let item = mark.def();
            let offers = matches!(mark.kind, Attribute::Operation | Attribute::Message);
            let Some(owner) = regions.owner(item).filter(|_| offers) else { continue };
            if mark.kind == Attribute::Operation {
                self.to.operations.insert(item);
                self.to.by_attribute.insert(item);
                self.to.lent.extend(lent(world, item));
            } else {
                self.offer(owner, item);
                self.to.mail.insert(item);
            }
            for mention in mentions(world, &members, item) {
                if regions.owner(mention.what) == Some(owner) {
                    self.offer(owner, mention.what);
                }
            }
        }
    }

    fn exports(&mut self, context: ContextId, patterns: &[Spanned<Pattern>]) {
        let mut stars = Vec::new();
        for pattern in patterns {
            match &pattern.value {
                Pattern::Everything => stars.push(None),
                Pattern::Exact(path) => {
                    for item in self.items(&exported(context, path, pattern.span)) {
                        self.offer(context, item);
                        self.to.exported.push((context, item, pattern.span));
                    }
                }
                Pattern::Children(base) | Pattern::Subtree(base) => {
                    for module in self.modules(&exported(context, base, pattern.span)) {
                        let below = below(&pattern.value, module);
                        stars.push(Some(below));
                        for item in self.facade(below) {
                            if self.lookup.regions.owner(item) == Some(context) {
                                self.offer(context, item);
                                self.to.exported.push((context, item, pattern.span));
                            }
                        }
                    }
                }
            }
        }
        self.to.offered_stars.push(stars);
        let mut told = FxHashSet::default();
        self.to.exported.retain(|(context, item, _)| told.insert((*context, *item)));
    }

    fn offer(&mut self, context: ContextId, item: DefId) {
        self.to.offered.insert((context, item));
        if self.lookup.regions.owner(item) != Some(context) {
            self.to.published.entry(item).or_default().push(context);
        }
    }

    fn permits(&mut self, from: ContextId, code: CodeKind, permits: &Permits) {
        for (name, paths) in permits.calls.iter() {
            let Some(to) = self.other(from, name) else { continue };
            for path in paths {
                let (span, text) = (path.span, path.value.to_string());
                let grant = self.grant(Grant { from, to, kind: GrantKind::Call, code, span, text });
                let entry = Entry { context: from, of: to, code, key: "calls", path: &path.value, span };
                for item in self.functions(&entry) {
                    self.call(grant, item, path);
                }
            }
        }
        for (name, patterns) in permits.uses.iter() {
            let Some(to) = self.other(from, name) else { continue };
            for pattern in patterns {
                let (span, text) = (pattern.span, pattern.value.to_string());
                let grant = self.grant(Grant { from, to, kind: GrantKind::Use, code, span, text });
                self.uses(grant, from, to, pattern);
            }
        }
    }

    /// What an entry of `calls` names: where a function is among what bears the name, that alone.
    fn functions(&mut self, entry: &Entry<'_>) -> Vec<DefId> {
        let mut items = self.items(entry);
        let world = self.lookup.world;
        let is_function = |item: &DefId| world.def(*item).kind == DefKind::Function;
        if items.iter().any(is_function) {
            items.retain(is_function);
        }
        items
    }

    fn call(&mut self, grant: GrantId, item: DefId, path: &Spanned<Path>) {
        let &Grant { from, to, code, .. } = self.to.grant(grant);
        let Lookup { world, members, .. } = self.lookup.clone();
        if !matches!(world.def(item).kind, DefKind::Function | DefKind::Generated) {
            let uses = code.permission(from.name(self.map), "uses", to.name(self.map));
            self.dangling(
                from,
                path.span,
                format!("`{}` is {}, but `calls` lists functions", path.value, kind(world.def(item).kind)),
                Some(format!("move `{}` to `{uses}`", path.value)),
            );
            return;
        }
        self.exact(from, item, grant, false);
        self.to.operations.insert(item);
        let unit = members.unit(world, item);
        if unit.item != item {
            self.to.on_the_way.entry((from, unit.item)).or_default().push(grant);
        }
        for mention in mentions(world, &members, item) {
            self.exact(from, mention.what, grant, true);
        }
    }

    fn uses(&mut self, grant: GrantId, from: ContextId, to: ContextId, pattern: &Spanned<Pattern>) {
        let (code, span) = (self.to.grant(grant).code, pattern.span);
        let entry = |path| Entry { context: from, of: to, code, key: "uses", path, span };
        match &pattern.value {
            Pattern::Everything => self.to.stars.entry((from, to)).or_default().push((grant, None)),
            Pattern::Exact(path) => {
                for item in self.items(&entry(path)) {
                    if self.to.by_attribute.contains(&item) {
                        let message = format!("`{path}` is an operation, but `uses` lists exported items");
                        let help = format!("list operations of `{}` under `calls`", to.name(self.map));
                        self.dangling(from, pattern.span, message, Some(help));
                        continue;
                    }
                    self.exact(from, item, grant, false);
                    let unit = self.lookup.members.unit(self.lookup.world, item);
                    if unit.item != item {
                        self.to.on_the_way.entry((from, unit.item)).or_default().push(grant);
                    }
                }
            }
            Pattern::Children(base) | Pattern::Subtree(base) => {
                for module in self.modules(&entry(base)) {
                    let below = below(&pattern.value, module);
                    self.to.stars.entry((from, to)).or_default().push((grant, Some(below)));
                    for item in self.facade(below) {
                        self.exact(from, item, grant, false);
                    }
                }
            }
        }
    }

    /// Notes what a topic's message is, and what that mentions: it is offered to subscribers.
    fn message(&mut self, topic: &Topic) {
        let Some(message) = &topic.message else { return };
        for item in message_types(&self.lookup, self.map, &topic.name.value, &message.value) {
            self.to.messages.insert(item);
            let mentioned = mentions(self.lookup.world, &self.lookup.members, item);
            self.to.messages.extend(mentioned.iter().map(|mention| mention.what));
        }
    }

    fn subscriptions(&mut self, from: ContextId, topics: &[Spanned<String>]) {
        for topic in topics {
            let Some(message) = self.map.topic(&topic.value).and_then(|topic| topic.message.as_ref()) else {
                continue;
            };
            for item in message_types(&self.lookup, self.map, &topic.value, &message.value) {
                let Some(to) = self.lookup.regions.owner(item) else { continue };
                let (code, span, text) = (CodeKind::Main, topic.span, topic.value.clone());
                let grant = self.grant(Grant { from, to, kind: GrantKind::Message, code, span, text });
                self.exact(from, item, grant, false);
                for mention in mentions(self.lookup.world, &self.lookup.members, item) {
                    self.exact(from, mention.what, grant, true);
                }
            }
        }
    }

    fn grant(&mut self, grant: Grant) -> GrantId {
        let id = GrantId::new(self.to.grants.len());
        self.to.pairs.entry((grant.from, grant.to)).or_default().push(id);
        self.to.grants.push(grant);
        id
    }

    fn exact(&mut self, from: ContextId, item: DefId, grant: GrantId, implied: bool) {
        self.to.exact.entry((from, item)).or_default().push((grant, implied));
    }

    /// The items that a path of the map names; notes one that leads nowhere, or to another's item.
    fn items(&mut self, entry: &Entry<'_>) -> Vec<DefId> {
        let &Entry { context, of, code: _, key, path, span } = entry;
        let Lookup { world, regions, .. } = self.lookup.clone();
        let items = match self.lookup.path(of, path) {
            Found::Items(items) => items,
            Found::Outside => return Vec::new(),
            Found::Nothing { part, similar } => {
                // Somebody else's system may have no code here.
                if !regions.roots[of.index()].is_empty() || !of.of(self.map).is_external() {
                    self.leads_nowhere(entry, &part, similar);
                }
                return Vec::new();
            }
        };
        let (named, modules): (Vec<_>, Vec<_>) =
            items.into_iter().partition(|item| world.def(*item).kind != DefKind::Module);
        if named.is_empty() && !modules.is_empty() {
            let message = format!("`{path}` is a module, but `{key}` lists items");
            let help =
                format!("write `{path}::*` for the items in it, or `{path}::**` for everything below it");
            self.dangling(context, span, message, Some(help));
        }
        if key == "exports" {
            return named;
        }
        let (own, foreign): (Vec<_>, Vec<_>) =
            named.into_iter().partition(|item| regions.owner(*item) == Some(of) || self.to.offers(of, *item));
        if let (Some(&item), true) = (foreign.first(), own.is_empty()) {
            let whose = regions
                .owner(item)
                .map_or("no context".to_owned(), |owner| format!("`{}`", owner.name(self.map)));
            let what = world.path(item);
            let message =
                format!("`{path}` is `{what}`, which belongs to {whose}, not to `{}`", of.name(self.map));
            self.dangling(context, span, message, Some(self.correct(entry)));
        }
        own
    }

    fn modules(&mut self, entry: &Entry<'_>) -> Vec<DefId> {
        let &Entry { context, of, path, span, .. } = entry;
        let world = self.lookup.world;
        match self.lookup.path(of, path) {
            Found::Items(items) => {
                let modules: Vec<DefId> =
                    items.iter().copied().filter(|item| world.def(*item).kind == DefKind::Module).collect();
                if modules.is_empty() {
                    let what = kind(world.def(items[0]).kind);
                    let message =
                        format!("`{path}` is {what}, but `::*` and `::**` can follow only a module");
                    let help = format!("write `{path}`, which includes its members");
                    self.dangling(context, span, message, Some(help));
                } else if modules.iter().all(|module| self.is_empty(*module)) {
                    let help = Some(self.correct(entry));
                    self.dangling(context, span, format!("the module `{path}` is empty"), help);
                }
                modules
            }
            Found::Outside => Vec::new(),
            Found::Nothing { part, similar } => {
                self.leads_nowhere(entry, &part, similar);
                Vec::new()
            }
        }
    }

    fn is_empty(&self, module: DefId) -> bool {
        let world = self.lookup.world;
        world.names_in(module).is_empty() && world.unread_text(module).is_none()
    }

    fn leads_nowhere(&mut self, entry: &Entry<'_>, part: &str, similar: Option<String>) {
        let &Entry { context, of, path, span, .. } = entry;
        let message = if part == path.as_str() || part == path.last() {
            format!("`{}` has no `{path}`", of.name(self.map))
        } else {
            format!("`{}` has no `{path}`: there is no `{part}`", of.name(self.map))
        };
        let (into, help) = (Some(of), similar.map_or_else(|| self.correct(entry), suggestion));
        self.to.dangling.push(DanglingPath { context, into, span, message, help: Some(help) });
    }

    /// Where nothing is known that may have been meant.
    fn correct(&self, entry: &Entry<'_>) -> String {
        let &Entry { context, of, code, key, path, .. } = entry;
        let (who, whose) = (context.name(self.map), of.name(self.map));
        let key = match key {
            "exports" => format!("contexts.{who}.exports"),
            key => code.permission(who, key, whose),
        };
        format!("correct `{path}` in `{key}`, or remove it there")
    }

    fn other(&mut self, from: ContextId, name: &Spanned<String>) -> Option<ContextId> {
        let found = ContextId::find(self.map, &name.value);
        if found.is_none() {
            let known = self.map.contexts.names().map(|known| known.value.as_str());
            let help = suggest(&name.value, known).map(suggestion);
            self.dangling(from, name.span, format!("the map has no context `{}`", name.value), help);
        }
        found
    }

    fn dangling(&mut self, context: ContextId, span: Span, message: String, help: Option<String>) {
        self.to.dangling.push(DanglingPath { context, into: None, span, message, help });
    }

    /// Items that a module, or those below it too, re-exports beyond itself.
    fn facade(&self, below: Below) -> Vec<DefId> {
        let world = self.lookup.world;
        let (module, deep) = match below {
            Below::One(module) => (module, false),
            Below::All(module) => (module, true),
        };
        let mut found = Vec::new();
        let mut left = vec![module];
        while let Some(module) = left.pop() {
            found.extend(self.lookup.taken_in(module));
            for target in world.handed_on(module) {
                let Some(item) = self.lookup.item(target) else { continue };
                let item = world.origin(item);
                if !world.is_std(item) && world.def(item).kind != DefKind::Module {
                    found.push(item);
                }
            }
            if deep {
                let below = world.children(module).iter().copied();
                left.extend(below.filter(|child| world.def(*child).kind == DefKind::Module));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn exported(context: ContextId, path: &Path, span: Span) -> Entry<'_> {
    Entry { context, of: context, code: CodeKind::Main, key: "exports", path, span }
}

/// The types that a topic's message path names. It is absolute, or relative to its publisher.
pub fn message_types(lookup: &Lookup<'_>, map: &Map, topic: &str, message: &Path) -> Vec<DefId> {
    let publisher = map.publishers(topic).find_map(|(context, _)| ContextId::find(map, &context.name.value));
    let Some(from) = publisher.or_else(|| (!map.contexts.is_empty()).then(|| ContextId::new(0))) else {
        return Vec::new();
    };
    match lookup.path(from, message) {
        Found::Items(items) => {
            let is_type = |item: &DefId| {
                matches!(
                    lookup.world.def(*item).kind,
                    DefKind::Struct | DefKind::Enum | DefKind::Union | DefKind::TypeAlias
                )
            };
            items.into_iter().filter(is_type).collect()
        }
        _ => Vec::new(),
    }
}

fn below(pattern: &Pattern, module: DefId) -> Below {
    if matches!(pattern, Pattern::Children(_)) { Below::One(module) } else { Below::All(module) }
}

/// What a definition is, in messages.
pub fn kind(kind: DefKind) -> &'static str {
    match kind {
        DefKind::Module => "a module",
        DefKind::Function => "a function",
        DefKind::Struct => "a struct",
        DefKind::Union => "a union",
        DefKind::Enum => "an enum",
        DefKind::Variant => "a variant",
        DefKind::Field => "a field",
        DefKind::Const => "a constant",
        DefKind::Static => "a static",
        DefKind::Trait => "a trait",
        DefKind::TypeAlias => "a type alias",
        DefKind::Impl => "an impl",
        DefKind::MacroRules | DefKind::ProcMacro => "a macro",
        DefKind::Block => "a block",
        DefKind::Generated => "an item of generated code",
    }
}
