//! An exception that tolerates nothing.

use super::{Findings, Found, Rule, describe_exception, tolerance};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::similar::similar;
use stateline_schema::{Exception, Tolerated};
use crate::prove::Plot;
use stateline_schema::Date;

pub(super) static RULE: Rule = Rule {
    name: "unmatched-exception",
    summary: "an exception tolerates nothing that is there",
    level: Level::Error,
    page: include_str!("unmatched-exception.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let today = graph.input.as_of;
    // One that has ended is found by another rule.
    for entry in graph.input.exceptions.entries.iter().filter(|entry| !entry.is_expired(today)) {
        if findings.so_far().iter().any(|found| tolerance::covers(entry, found)) {
            continue;
        }
        let message = format!("the exception for {} tolerates nothing", describe_exception(entry));
        let place = graph.at_map(entry.span, "nothing like this was found");
        let help = meant(graph, findings, entry).unwrap_or_else(|| "take it out".to_owned());
        findings.add(Found::new(message, place).help(help));
    }
}

/// What a misspelt exception may have meant.
fn meant(graph: &Graph<'_>, findings: &Findings<'_>, entry: &Exception) -> Option<String> {
    let Tolerated::Edge { from, to, rule } = &entry.tolerates else { return None };
    if graph.input.map.context(&from.value).is_none() {
        let known = graph.input.map.contexts.names().map(|name| name.value.as_str());
        let meant = similar(&from.value, known).map(|name| format!(": did you mean `{name}`?"));
        return Some(format!("there is no context `{}`{}", from.value, meant.unwrap_or_default()));
    }
    let found = || findings.so_far().iter().filter_map(|found| Some((found, found.edge.as_ref()?)));
    let mut same = found().filter(|(_, edge)| edge.from == from.value && to.value.matches(&edge.item));
    if let (Some((other, _)), Some(rule)) = (same.next(), rule) {
        return Some(format!("{} finds this, not {}", other.rule, rule.value));
    }
    let others = &graph.input.exceptions.entries;
    let open = found().filter(|(found, _)| !others.iter().any(|other| tolerance::covers(other, found)));
    let items = open.filter(|(_, edge)| edge.from == from.value).map(|(_, edge)| edge.item.as_str());
    let text = to.value.to_string();
    similar(&text, items).map(|item| format!("did you mean `{} -> {item}`?", from.value))
}

/// An exception for what is nowhere.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    plot.exception(Date::new(9999, 12, 31));
    Some("an exception for what is nowhere".to_owned())
}
