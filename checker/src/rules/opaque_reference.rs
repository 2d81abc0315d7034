//! Too much of the code could not be resolved.

use super::sandbox::{NOWHERE, Sandbox};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use stateline_rust::{Counted, UnresolvedKind};
use stateline_schema::{Share, Spanned};

pub(super) static RULE: Rule = Rule {
    name: "opaque-reference",
    kind: RuleKind::Border,
    summary: "more methods and fields are unresolved than the map allows",
    level: Level::Error,
    page: include_str!("opaque-reference.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let Some(limit) = &graph.input.map.unresolved_at_most else { return };
    let counted = graph.input.coverage;
    let opaque = counted.unresolved(Counted::Member);
    let all = opaque + counted.members_resolved + counted.outside(Counted::Member);
    if limit.value.is_exceeded_by(opaque, all) {
        let message =
            format!("{opaque} of {all} methods and fields ({}) could not be resolved", percent(opaque, all));
        let label = format!("at most {} may stay unresolved", limit.value);
        let found = Found::new(message, graph.at_map(limit.span, label)).help(
            "a crossing among them would not be seen; write the types of what generic or generated code \
             hides, or raise the limit knowingly",
        );
        findings.add(found);
    }
}

/// A share, to a tenth of a percent, never rounded down to what the limit allows.
fn percent(part: u64, whole: u64) -> String {
    let tenths = (u128::from(part) * 1000).div_ceil(u128::from(whole.max(1)));
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// One receiver is unknown, where none may be.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    sandbox.coverage.add(UnresolvedKind::Method);
    sandbox.map.unresolved_at_most = Some(Spanned::new(Share::parse("0%").ok()?, NOWHERE));
    Some("one receiver is unknown, and none may be".to_owned())
}
