//! More is tolerated than the map allows.

use super::sandbox::{NOWHERE, Sandbox};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use stateline_schema::{Date, Spanned};

pub(super) static RULE: Rule = Rule {
    name: "too-many-exceptions",
    kind: RuleKind::Exception,
    summary: "exceptions tolerate more items than the map allows",
    level: Level::Error,
    page: include_str!("too-many-exceptions.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let Some(most) = &graph.input.map.exceptions_at_most else { return };
    let items = graph.input.exceptions.items();
    if u32::try_from(items).is_ok_and(|items| items <= most.value) {
        return;
    }
    let last =
        graph.input.exceptions.entries.last().map(|entry| graph.at_map(entry.span, "the last of them"));
    let message = format!("the exceptions cover {items} items, but `exceptions_at_most` allows {most}");
    let found = Found::new(message, graph.at_map(most.span, "the limit")).places(last);
    findings
        .add(found.help(
            "remove the code that they cover, or allow what is intended with `cargo stateline permit`",
        ));
}

/// More than may be.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let items = u32::try_from(sandbox.exceptions.items()).ok()?;
    sandbox.map.exceptions_at_most = Some(Spanned::new(items.max(1), NOWHERE));
    sandbox.exception(Date::new(9999, 12, 31));
    if items == 0 {
        sandbox.exception(Date::new(9999, 12, 31));
    }
    Some("more exceptions than may be".to_owned())
}
