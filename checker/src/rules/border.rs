//! Crossings of a border that are not allowed, grouped for reading.

mod module_import;

use super::sandbox::Sandbox;
use crate::finding::{Edge, Place};
use crate::graph::code::adjective;
use crate::graph::permission::{GrantKind, Verdict};
use crate::graph::{ContextId, GrantId, Graph, ReferenceId};
use module_import::ModuleImports;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, DefKind, How, Reference, Role, Target};
use stateline_schema::map::CodeKind;
use stateline_schema::{Pattern, Tolerated};

/// So many entries are spelt out in a label.
pub(super) const SPELT_OUT: usize = 6;

/// Everywhere that a context names one item of another, of which the first is shown with the map.
pub(super) struct Border {
    pub(super) from: ContextId,
    pub(super) to: ContextId,
    pub(super) item: DefId,
    /// The kinds of code that it stands in, ordinary code first.
    codes: Vec<CodeKind>,
    /// Ordinary code first, and there calls.
    places: Vec<ReferenceId>,
    /// What the map lists although the owner does not offer it.
    listed: Option<GrantId>,
    /// Whether an exception tolerates it: then nobody is shown more than its first place.
    tolerated: bool,
}

/// One border for each context and item whose crossings have such a verdict.
pub(super) fn grouped(graph: &Graph<'_>, wanted: impl Fn(Verdict) -> bool) -> Vec<Border> {
    let mut found: Vec<Border> = Vec::new();
    let mut known: FxHashMap<(ContextId, DefId), usize> = FxHashMap::default();
    let imports = ModuleImports::of(graph);
    for crossing in graph.crossings().iter().filter(|crossing| wanted(crossing.verdict)) {
        let places = imports.telling(graph, crossing);
        if places.is_empty() {
            continue;
        }
        let at = *known.entry((crossing.from, crossing.item)).or_insert_with(|| {
            let (from, to, item) = (crossing.from, crossing.to, crossing.item);
            found.push(Border {
                from,
                to,
                item,
                codes: Vec::new(),
                places: Vec::new(),
                listed: None,
                tolerated: false,
            });
            found.len() - 1
        });
        found[at].codes.push(crossing.code);
        if let Verdict::NotOffered(Some(grant)) = crossing.verdict {
            found[at].listed.get_or_insert(grant);
        }
        found[at].places.extend(places);
    }
    let tolerated = tolerated(graph);
    for border in &mut found {
        border.tolerated =
            !tolerated.is_empty() && tolerated.contains(&(graph.name(border.from), &graph.path(border.item)));
        border.codes.sort_unstable();
        border.codes.dedup();
        border.places.sort_by_key(|id| {
            let reference = graph.reference(*id);
            let code = graph.codes.around(graph.world(), reference);
            (code, weight(reference.role), reference.file, reference.at)
        });
    }
    found
}

/// Contexts, and the items of others that exceptions let them name today, under whatever rule.
fn tolerated<'g>(graph: &Graph<'g>) -> FxHashSet<(&'g str, &'g str)> {
    let holding = graph.input.exceptions.entries.iter().filter(|entry| !entry.is_expired(graph.input.as_of));
    let edges = holding.flat_map(|entry| &entry.tolerates).filter_map(|tolerated| match tolerated {
        Tolerated::Edge { from, to, rule: None } => match &to.value {
            Pattern::Exact(item) => Some((from.value.as_str(), item.as_str())),
            _ => None,
        },
        _ => None,
    });
    edges.collect()
}

/// The first place shown is the one that says most.
fn weight(role: Role) -> u8 {
    match role {
        Role::Call => 0,
        Role::Import | Role::Qualifier => 2,
        _ => 1,
    }
}

impl Border {
    /// `call` or `use`, as in what a context is not allowed to do. What it does is `deed`.
    pub(super) fn verb(&self, graph: &Graph<'_>) -> &'static str {
        match role_of(graph, graph.reference(self.places[0])) {
            Role::Call if self.is_function(graph) => "call",
            Role::Call => "call methods of",
            Role::Import => "import",
            _ => "use",
        }
    }

    /// `this call`, `this use`: what the map could allow.
    pub(super) fn deed(&self, graph: &Graph<'_>) -> &'static str {
        match self.verb(graph) {
            "call" => "this call",
            "call methods of" => "these calls",
            "import" => "this import",
            _ => "this use",
        }
    }

    /// Whether the first place is an operator or an index: what it calls works on a value in hand.
    pub(super) fn is_operator(&self, graph: &Graph<'_>) -> bool {
        graph.reference(self.places[0]).how == How::Operator
    }

    /// `` `util_one::g` ``, with its owner where the path does not say whose it is.
    pub(super) fn what(&self, graph: &Graph<'_>) -> String {
        let (path, whose) = (graph.path(self.item), graph.name(self.to));
        match path.split("::").next() == Some(whose) {
            true => format!("`{path}`"),
            false => format!("`{path}` of `{whose}`"),
        }
    }

    /// The kind of code that it stands in: ordinary code, if there is any.
    pub(super) fn code(&self) -> CodeKind {
        self.codes.first().copied().unwrap_or(CodeKind::Main)
    }

    /// ` in test code`, where it is not ordinary code.
    pub(super) fn in_kind_of_code(&self) -> String {
        match self.code() {
            CodeKind::Main => String::new(),
            kind => format!(" in {} code", adjective(kind)),
        }
    }

    /// Whose code uses it: `` `shop` ``, or ``test code of `shop` ``.
    pub(super) fn user(&self, graph: &Graph<'_>) -> String {
        let who = graph.name(self.from);
        match self.code() {
            CodeKind::Main => format!("`{who}`"),
            kind => format!("{} code of `{who}`", adjective(kind)),
        }
    }

    /// What allows it: ``add `load_account` to `contexts.payments.calls.ledger` ``.
    pub(super) fn edit(&self, graph: &Graph<'_>) -> String {
        let key = if self.is_function(graph) { "calls" } else { "uses" };
        let key = self.code().permission(graph.name(self.from), key, graph.name(self.to));
        match graph.world().def(self.item) {
            // A whole crate: whoever may use anything of it may import it.
            def if def.kind == DefKind::Module && def.parent.is_none() => {
                format!("add the items that it uses of `{}` to `{key}`", graph.path(self.item))
            }
            _ => format!("add `{}` to `{key}`", self.item(graph)),
        }
    }

    /// What offers it: ``add `Account` to `contexts.ledger.exports` ``.
    pub(super) fn export(&self, graph: &Graph<'_>) -> String {
        format!("add `{}` to `contexts.{}.exports`", self.item(graph), graph.name(self.to))
    }

    /// As the map lists it: of a module, all that is in it.
    fn item(&self, graph: &Graph<'_>) -> String {
        let listed = graph.as_listed(self.to, &graph.path(self.item));
        match graph.world().def(self.item).kind {
            DefKind::Module => format!("{listed}::*"),
            _ => listed,
        }
    }

    pub(super) fn is_function(&self, graph: &Graph<'_>) -> bool {
        graph.world().def(self.item).kind == DefKind::Function
    }

    /// Where it is named first.
    pub(super) fn first(&self, graph: &Graph<'_>) -> Place {
        self.place(graph, self.places[0])
    }

    /// Everywhere else; nowhere, where an exception tolerates it. A workspace that has just begun with a map
    /// has thousands of those.
    pub(super) fn others<'b>(&'b self, graph: &'b Graph<'_>) -> impl Iterator<Item = Place> + 'b {
        let shown = if self.tolerated { &[] } else { &self.places[1..] };
        shown.iter().map(|id| self.place(graph, *id))
    }

    fn place(&self, graph: &Graph<'_>, id: ReferenceId) -> Place {
        graph.at_reference(graph.reference(id), self.label(graph, id))
    }

    fn label(&self, graph: &Graph<'_>, id: ReferenceId) -> &'static str {
        let reference = graph.reference(id);
        match (reference.how, role_of(graph, reference)) {
            (How::Expansion | How::ExpandedDot, Role::Call) => "the macro called here calls it",
            (How::Expansion | How::ExpandedDot, _) => "the macro called here uses it",
            (How::Operator, _) => "this operator calls it",
            (_, Role::Call) => "called here",
            (_, Role::Import) => "imported here",
            _ => "used here",
        }
    }

    /// The line of the map that decides: what the one may name of the other.
    pub(super) fn permitted(&self, graph: &Graph<'_>) -> Place {
        let (who, whose) = (graph.name(self.from), graph.name(self.to));
        let context = graph.context(self.from);
        let listed = |kind: GrantKind| {
            let code = self.code();
            let texts: Vec<&str> = graph
                .permissions
                .between(self.from, self.to)
                .filter(|grant| grant.kind == kind && (grant.code == CodeKind::Main || grant.code == code))
                .map(|grant| grant.text.as_str())
                .collect();
            (!texts.is_empty()).then(|| enumerate(&texts))
        };
        let calls = listed(GrantKind::Call).map(|list| format!("call {list}"));
        let uses = listed(GrantKind::Use).map(|list| format!("use {list}"));
        let label = match (calls, uses) {
            (None, None) => format!("`{who}` has no access to `{whose}`"),
            (Some(one), None) | (None, Some(one)) => format!("`{who}` may {one} of `{whose}`"),
            (Some(calls), Some(uses)) => format!("`{who}` may {calls} and {uses} of `{whose}`"),
        };
        let key = |name: &str| {
            let permits = &context.permits;
            let calls = permits.calls.entry(name).map(|(key, _)| key.span);
            let uses = permits.uses.entry(name).map(|(key, _)| key.span);
            if self.is_function(graph) { calls.or(uses) } else { uses.or(calls) }
        };
        graph.at_map(key(whose).unwrap_or(context.name.span), label)
    }

    /// The line of the map that decides: what the owner offers.
    pub(super) fn offered(&self, graph: &Graph<'_>) -> Place {
        let context = graph.context(self.to);
        let whose = graph.name(self.to);
        let exports: Vec<String> = context.exports.iter().map(|export| export.value.to_string()).collect();
        let texts: Vec<&str> = exports.iter().map(String::as_str).collect();
        let label = match texts.is_empty() {
            true => format!("`{whose}` exports nothing"),
            false => format!("`{whose}` exports {}", enumerate(&texts)),
        };
        let span = context.exports.first().map_or(context.name.span, |export| export.span);
        graph.at_map(span, label)
    }

    /// The line of the map that lists it, although its owner does not offer it.
    pub(super) fn listed(&self, graph: &Graph<'_>) -> Option<Place> {
        self.listed.map(|grant| graph.at_grant(grant))
    }

    /// As exceptions name it.
    pub(super) fn edge(&self, graph: &Graph<'_>) -> Edge {
        Edge {
            from: graph.name(self.from).to_owned(),
            to: graph.name(self.to).to_owned(),
            item: graph.path(self.item),
        }
    }
}

/// What the code does: of what is no function, no more than the naming is told.
fn role_of(graph: &Graph<'_>, reference: &Reference) -> Role {
    let is_function =
        matches!(reference.to, Target::Def(id) if graph.world().def(id).kind == DefKind::Function);
    if reference.role == Role::Call && !is_function { Role::Body } else { reference.role }
}

/// `a, b, c`, or `a, b, c and 12 more`.
pub(crate) fn enumerate(texts: &[&str]) -> String {
    match texts.len().checked_sub(SPELT_OUT) {
        None | Some(0) => texts.join(", "),
        Some(more) => format!("{} and {more} more", texts[..SPELT_OUT].join(", ")),
    }
}

/// What a context subscribes to, as a sentence.
pub(super) fn subscriptions(context: &stateline_schema::Context) -> String {
    let topics: Vec<&str> = context.subscribes.iter().map(|topic| topic.value.as_str()).collect();
    match topics.is_empty() {
        true => format!("`{}` does not subscribe to any topic", context.name.value),
        false => format!("`{}` subscribes to {}", context.name.value, enumerate(&topics)),
    }
}

/// Plants a reference to an item for which there is such a verdict.
pub(super) fn plant(sandbox: &mut Sandbox<'_>, wanted: impl Fn(DefId, Verdict) -> bool) -> Option<String> {
    let contexts = sandbox.contexts();
    let mut pairs = contexts.iter().flat_map(|from| contexts.iter().map(move |to| (*from, *to)));
    let (from, item) = pairs.find_map(|(from, to)| {
        let item = sandbox.sample(to).into_iter().find(|item| wanted(*item, sandbox.judge(from, *item)))?;
        (from != to).then_some((from, item))
    })?;
    sandbox.refer(sandbox.root(from)?, item);
    Some(format!("{} names {}", sandbox.graph.name(from), sandbox.graph.path(item)))
}
