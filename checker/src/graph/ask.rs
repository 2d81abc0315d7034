//! Questions that people ask of the graph, outside any rule.

use super::lookup::Found;
use super::permission::GrantKind;
use super::{ContextId, GrantId, Graph, MarkDetails};
use crate::finding::Place;
use rustc_hash::FxHashSet;
use stateline_rust::{DefId, DefKind};
use stateline_schema::map::CodeKind;
use stateline_schema::{Pattern, suggestion};
use std::collections::BTreeMap;

/// What there is to know about a piece of code.
#[derive(Clone, Debug)]
pub struct Description {
    pub id: DefId,
    /// Its full path.
    pub path: String,
    /// `a module`, `a function`.
    pub what: &'static str,
    /// Where it is defined.
    pub place: Place,
    /// The context that owns it, and where the map says so.
    pub owner: Option<(String, Place)>,
    /// Whether its owner offers it to others.
    pub offered: bool,
    /// What its attributes say, if they are of our macros.
    pub mark_details: Vec<MarkDetails>,
    /// What its owner may name of others.
    pub may_name: Vec<Neighbour>,
    /// Who may name something of its owner's.
    pub may_be_named_by: Vec<Neighbour>,
    /// Who names it, or for a module something in it: from other contexts.
    pub named_by: Vec<(String, Vec<Place>)>,
    /// The laws that hold there, in words: the one about the layer that it stands in first.
    pub laws: Vec<String>,
    /// The topics that its owner publishes on, and subscribes to.
    pub publishes: Vec<String>,
    pub subscribes: Vec<String>,
}

/// Another context, and what is permitted between the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    pub context: String,
    pub calls: Vec<String>,
    pub uses: Vec<String>,
    /// Topics whose messages may be named.
    pub hears: Vec<String>,
}

/// A crate, module or file that no context owns.
#[derive(Clone, Debug)]
pub struct Unowned {
    /// `crate` or `module`.
    pub what: &'static str,
    pub path: String,
    /// The files in it.
    pub files: usize,
    pub place: Place,
}

/// An entry of the map that no code makes use of.
#[derive(Clone, Debug)]
pub struct Unused {
    pub message: String,
    pub place: Place,
    pub help: String,
    /// It permits nothing, whatever code does: the other context does not export what it names.
    pub is_void: bool,
}

impl Graph<'_> {
    /// What there is to know about an item, a module or a file: about each, where several bear the name.
    ///
    /// # Errors
    /// A sentence, when the path leads nowhere.
    pub fn describe(&self, path: &str) -> Result<Vec<Description>, String> {
        Ok(self.named(path)?.into_iter().map(|found| self.description(found)).collect())
    }

    /// Everything that bears a name: the modules that a file is, what a context owns, and what the path
    /// leads to from any context.
    ///
    /// # Errors
    /// A sentence, when it leads nowhere.
    pub fn named(&self, path: &str) -> Result<Vec<DefId>, String> {
        let mut found = self.modules_of_file(path);
        if !found.is_empty() {
            return Ok(found);
        }
        if let Some(context) = ContextId::find(self.input.map, path)
            && self.has_code(context)
        {
            found.extend(&self.regions.roots[context.index()]);
        }
        let Pattern::Exact(parsed) = Pattern::parse(path)? else {
            return Err(format!("`{path}` is a pattern; name one item or module"));
        };
        let (mut similar, mut outside) = (None, false);
        for context in self.contexts().filter(|context| self.has_code(*context)) {
            match self.lookup().path(context, &parsed) {
                Found::Items(items) => {
                    let new: Vec<DefId> = items.into_iter().filter(|item| !found.contains(item)).collect();
                    found.extend(new);
                }
                Found::Outside => outside = true,
                Found::Nothing { similar: meant, .. } => similar = similar.or(meant),
            }
        }
        if !found.is_empty() {
            return Ok(found);
        }
        if outside {
            return Err(format!("`{path}` is defined outside the workspace"));
        }
        let meant = similar.map(|meant| format!(": {}", suggestion(meant))).unwrap_or_default();
        Err(format!("there is no `{path}`{meant}"))
    }

    /// Where an item is defined, and what it is.
    pub fn defined(&self, id: DefId) -> Place {
        let what = super::grant::kind(self.world().def(id).kind);
        self.at_def(id, format!("{what}, {}", self.path(id)))
    }

    /// Crates and modules that no context owns, the outermost of each.
    pub fn unowned(&self) -> Vec<Unowned> {
        let world = self.world();
        let mut packages = FxHashSet::default();
        let mut found = Vec::new();
        for id in self.defs() {
            let def = world.def(id);
            let unowned =
                def.kind == DefKind::Module && self.regions.owner(id).is_none() && !world.is_std(id);
            let above = def.parent.is_some_and(|parent| self.regions.owner(parent).is_none());
            if !unowned || above {
                continue;
            }
            // The targets of one package go together.
            if let (None, Some(target)) = (def.parent, world.crates[def.krate].target)
                && !packages.insert(world.workspace.targets[target].package)
            {
                continue;
            }
            let files = world.instances.iter().filter(|held| world.is_within(held.module, id));
            let files: FxHashSet<_> = files.map(|held| held.file).collect();
            found.push(Unowned {
                what: if def.parent.is_none() { "crate" } else { "module" },
                path: self.path(id),
                files: files.len(),
                place: self.at_def(id, "owned by no context"),
            });
        }
        found
    }

    /// How many files a context owns.
    pub fn files_of(&self, context: ContextId) -> usize {
        let world = self.world();
        let held = world.instances.iter().filter(|held| !world.is_stand_in(held.file));
        let own = held.filter(|held| self.regions.owner(held.module) == Some(context));
        own.map(|held| held.file).collect::<FxHashSet<_>>().len()
    }

    /// Entries of `calls` and `uses` that no code makes use of.
    pub fn unused(&self) -> &[Unused] {
        self.unused.get_or_init(|| self.find_unused())
    }

    fn find_unused(&self) -> Vec<Unused> {
        let [named, told] = self.named_and_told_grants();
        let dangling: FxHashSet<_> = self.permissions.dangling.iter().map(|dangling| dangling.span).collect();
        let mut unused = Vec::new();
        for (index, grant) in self.permissions.grants.iter().enumerate() {
            let id = GrantId::new(index);
            let known = told.contains(&id) || dangling.contains(&grant.span);
            if known
                || grant.kind == GrantKind::Message
                || !self.has_code(grant.to)
                || !self.has_code(grant.from)
            {
                continue;
            }
            let (who, whose) = (self.name(grant.from), self.name(grant.to));
            let verb = if grant.kind == GrantKind::Call { "call" } else { "use" };
            let code = match grant.code {
                CodeKind::Main => String::new(),
                kind => format!(" in {} code", super::code::adjective(kind)),
            };
            // What is named all the same comes by another entry, such as an operation that mentions it.
            let is_void = named.contains(&id) || self.is_void(id);
            let what = format!("{verb} `{}` of `{whose}`{code}", grant.text);
            let (message, label) = match is_void {
                true => (
                    format!("the map allows `{who}` to {what}, but `{whose}` does not export it"),
                    "allows nothing",
                ),
                false => (format!("`{who}` is allowed to {what}, but never does"), "not used by any code"),
            };
            let remove = format!("remove `{}` from `{}`", grant.text, grant.key(self.input.map));
            let help = match is_void {
                true => format!("{remove}, or add it to `contexts.{whose}.exports`"),
                false => remove,
            };
            unused.push(Unused { is_void, message, place: self.at_map(grant.span, label), help });
        }
        unused
    }

    /// Whether all that an entry of `uses` names is offered by nobody.
    fn is_void(&self, id: GrantId) -> bool {
        let grant = self.permissions.grant(id);
        let mut items = self.permissions.items_of(id).peekable();
        grant.kind == GrantKind::Use
            && items.peek().is_some()
            && items
                .all(|item| !self.permissions.offers(grant.to, item) && !self.permissions.is_offered(item))
    }

    /// The line of the map that a grant is.
    pub fn at_grant(&self, grant: GrantId) -> Place {
        let grant = self.permissions.grant(grant);
        let (who, whose, text) = (self.name(grant.from), self.name(grant.to), &grant.text);
        let label = match grant.kind {
            GrantKind::Call => format!("`{who}` may call `{text}` of `{whose}`"),
            GrantKind::Use => format!("`{who}` may use `{text}` of `{whose}`"),
            GrantKind::Message => format!("`{who}` subscribes to `{text}`"),
        };
        self.at_map(grant.span, label)
    }

    fn modules_of_file(&self, path: &str) -> Vec<DefId> {
        let path = path.strip_prefix("./").unwrap_or(path);
        let world = self.world();
        let is_it = |file| world.workspace.files.get(file).is_some_and(|file| &*file.path == path);
        let held = world.instances.iter().filter(|held| is_it(held.file));
        held.map(|held| held.module).collect()
    }

    fn description(&self, id: DefId) -> Description {
        let owner = self.regions.owner(id);
        let other = |context: ContextId, from: ContextId, to: ContextId| self.neighbour(context, from, to);
        let pairs = |one_way: bool| -> Vec<Neighbour> {
            let Some(owner) = owner else { return Vec::new() };
            let others = self.contexts().filter(|context| *context != owner);
            others
                .filter_map(|context| match one_way {
                    true => other(context, owner, context),
                    false => other(context, context, owner),
                })
                .collect()
        };
        let topics = |topics: &[stateline_schema::Spanned<String>]| {
            topics.iter().map(|topic| topic.value.clone()).collect::<Vec<_>>()
        };
        let context = owner.map(|owner| self.context(owner));
        Description {
            id,
            path: self.path(id),
            what: super::grant::kind(self.world().def(id).kind),
            place: self.at_def(id, "defined here"),
            owner: owner.map(|owner| {
                let context = self.context(owner);
                let span = context.owns.first().map_or(context.name.span, |pattern| pattern.span);
                (self.name(owner).to_owned(), self.at_map(span, "owns it"))
            }),
            offered: self.permissions.is_offered(id)
                || self.permissions.operations.contains(&id)
                || self.permissions.messages.contains(&id),
            mark_details: self.mark_details(id),
            may_name: pairs(true),
            may_be_named_by: pairs(false),
            named_by: self.named_by(id),
            laws: self
                .layer_told(id)
                .into_iter()
                .chain(owner.into_iter().flat_map(|owner| self.laws_told(owner)))
                .collect(),
            publishes: context.map(|context| topics(&context.publishes)).unwrap_or_default(),
            subscribes: context.map(|context| topics(&context.subscribes)).unwrap_or_default(),
        }
    }

    /// What one context may do to another; none where it may do nothing.
    pub fn neighbour(&self, context: ContextId, from: ContextId, to: ContextId) -> Option<Neighbour> {
        let of = |kind: GrantKind| -> Vec<String> {
            let grants = self.permissions.between(from, to).filter(|grant| grant.kind == kind);
            grants.map(|grant| grant.text.clone()).collect()
        };
        let (calls, uses, hears) = (of(GrantKind::Call), of(GrantKind::Use), of(GrantKind::Message));
        let any = !(calls.is_empty() && uses.is_empty() && hears.is_empty());
        any.then(|| Neighbour { context: self.name(context).to_owned(), calls, uses, hears })
    }

    fn named_by(&self, id: DefId) -> Vec<(String, Vec<Place>)> {
        let mut by: BTreeMap<ContextId, Vec<Place>> = BTreeMap::new();
        let is_module = self.world().def(id).kind == DefKind::Module;
        for crossing in self.crossings() {
            let inside = is_module && self.world().is_within(crossing.item, id);
            if crossing.item == id || inside {
                let places =
                    crossing.references.iter().map(|id| self.at_reference(self.reference(*id), "named here"));
                by.entry(crossing.from).or_default().extend(places);
            }
        }
        by.into_iter().map(|(context, places)| (self.name(context).to_owned(), places)).collect()
    }
}
