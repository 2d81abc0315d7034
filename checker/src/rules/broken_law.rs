//! A law inside a context is broken: a layer uses one before it, or a module a denied package.

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
    summary: "code breaks a law of its own context: its layers, its packages",
    level: Level::Error,
    page: include_str!("broken-law.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for breach in graph.breaches() {
        let Breach { context, message, span, label, help, item, places } = breach;
        let name = graph.name(context).to_owned();
        let mut at = places.iter().map(|id| graph.at_reference(graph.reference(*id), "named here"));
        let Some(first) = at.next() else { continue };
        let found = Found::new(message, first)
            .place(graph.at_map(span, label))
            .places(at)
            .edge(Edge { from: name.clone(), to: name, item })
            .help(help);
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
