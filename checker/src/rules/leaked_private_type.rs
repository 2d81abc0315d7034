//! What a context exports mentions a type that it keeps to itself.

use super::sandbox::{NOWHERE, Sandbox};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Edge, Level};
use crate::graph::permission::is_private;
use crate::graph::signature::mentions;
use crate::graph::{ContextId, Graph};
use rustc_hash::FxHashSet;
use stateline_rust::{DefId, DefKind};
use stateline_schema::Span;
use stateline_schema::{Path, Pattern, Spanned};

pub(super) static RULE: Rule = Rule {
    name: "leaked-private-type",
    kind: RuleKind::Border,
    summary: "an exported item mentions a type that its context does not export",
    level: Level::Error,
    page: include_str!("leaked-private-type.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for &(context, item, span) in &graph.permissions.exported {
        if graph.regions.owner(item) == Some(context) {
            leaks(graph, context, item, span, findings);
        }
    }
}

fn leaks(graph: &Graph<'_>, context: ContextId, item: DefId, span: Span, findings: &mut Findings<'_>) {
    let world = graph.world();
    let lookup = graph.lookup();
    let methods = graph
        .members
        .members(world, item)
        .filter(|member| world.def(*member).kind == DefKind::Function && !is_private(lookup, *member))
        .filter(|member| graph.regions.reaches_others(world, context, world.def(*member).visible));
    let mut told = FxHashSet::default();
    for source in std::iter::once(item).chain(methods) {
        for mention in mentions(world, &graph.members, source) {
            let what = mention.what;
            let kept = graph.regions.owner(what) == Some(context)
                && is_type(world.def(what).kind)
                && !graph.permissions.is_offered(what)
                && !graph.permissions.messages.contains(&what);
            if !kept || what == item || !told.insert(what) {
                continue;
            }
            let (whose, by, leaked) = (graph.name(context), graph.path(source), graph.path(what));
            let listed = graph.as_listed(context, &leaked);
            let found = Found::new(
                format!(
                    "`{whose}` exports `{by}`, but not `{leaked}`, which the signature of `{by}` mentions"
                ),
                graph.at_code(mention.file, mention.span, "mentioned here"),
            )
            .place(graph.at_map(span, format!("`{whose}` exports it here")))
            .place(graph.at_def(what, "not exported"))
            .edge(Edge { from: whose.to_owned(), to: whose.to_owned(), item: leaked })
            .help(format!("remove `{listed}` from the signature, or add it to `contexts.{whose}.exports`"));
            findings.add(found);
        }
    }
}

fn is_type(kind: DefKind) -> bool {
    matches!(kind, DefKind::Struct | DefKind::Enum | DefKind::Union | DefKind::Trait | DefKind::TypeAlias)
}

/// A context exports an item and nothing else, not even what the item mentions.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    // What operations and messages mention is offered by them, whatever is exported.
    let marked = graph.permissions.operations.iter().chain(&graph.permissions.messages);
    let mentioned = marked.flat_map(|item| mentions(graph.world(), &graph.members, *item));
    let offered: FxHashSet<DefId> = mentioned.map(|mention| mention.what).collect();
    let (context, item) = sandbox.contexts().into_iter().find_map(|context| {
        let mentions_another = |item: &DefId| {
            let unoffered = |what: DefId| {
                what != *item
                    && graph.regions.owner(what) == Some(context)
                    && is_type(graph.world().def(what).kind)
                    && !graph.permissions.messages.contains(&what)
                    && !offered.contains(&what)
            };
            mentions(graph.world(), &graph.members, *item).iter().any(|mention| unoffered(mention.what))
        };
        sandbox.items(context).find(mentions_another).map(|item| (context, item))
    })?;
    let path = Path::parse(&graph.path(item)).ok()?;
    for name in graph.input.map.contexts.names() {
        sandbox.map.contexts.get_mut(&name.value)?.exports.clear();
    }
    sandbox.context(context)?.exports.push(Spanned::new(Pattern::Exact(path), NOWHERE));
    Some(format!("{} exports {} and nothing else", graph.name(context), graph.path(item)))
}
