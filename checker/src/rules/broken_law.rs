//! A law is broken: inside a context, by a layer that uses one before it or a module that uses a denied
//! package; between contexts, by one that uses what it must not.

use super::sandbox::{NOWHERE, Sandbox};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Edge, Level};
use crate::graph::Graph;
use crate::graph::law::Breach;
use stateline_schema::map::PackageLaw;
use stateline_schema::{Path, Pattern, Spanned};

pub(super) static RULE: Rule = Rule {
    name: "broken-law",
    kind: RuleKind::Border,
    summary: "code breaks a law inside its context, or between contexts",
    level: Level::Error,
    page: include_str!("broken-law.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for breach in graph.breaches() {
        let Breach { context, to, message, span, label, help, item, places } = breach;
        let (from, to) = (graph.name(context).to_owned(), graph.name(to).to_owned());
        let mut at = places.iter().map(|id| graph.at_reference(graph.reference(*id), "named here"));
        let Some(first) = at.next() else { continue };
        let found = Found::new(message, first)
            .place(graph.at_map(span, label))
            .places(at)
            .edge(Edge { from, to, item })
            .help(help);
        findings.add(found);
    }
    for (context, span) in graph.unlayered() {
        let place = graph.at_map(graph.context(context).name.span, "in no layer");
        let message = format!("the context `{}` is in no layer of `laws.layers`", graph.name(context));
        let found = Found::new(message, place)
            .place(graph.at_map(span, "every context has to be in one of these layers"))
            .help(format!("add `{}` to a layer of `laws.layers`", graph.name(context)));
        findings.add(found);
    }
}

/// A context is denied its own code.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = *sandbox.contexts().first()?;
    let (root, item) = (sandbox.root(context)?, sandbox.items(context).next()?);
    let package = Path::parse(&sandbox.graph.path(item)).ok()?;
    let told = format!("{} is denied {package}, and names it", sandbox.graph.name(context));
    sandbox.context(context)?.laws.deny.push(PackageLaw {
        module: Spanned::new(Pattern::Everything, NOWHERE),
        packages: vec![Spanned::new(package, NOWHERE)],
    });
    sandbox.refer(root, item);
    Some(told)
}
