//! An exception is past its day.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind, describe_exception, tolerance};
use crate::finding::{Finding, Level};
use crate::graph::Graph;
use stateline_schema::Date;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    name: "expired-exception",
    kind: RuleKind::Exception,
    summary: "an exception is past its last day",
    level: Level::Error,
    page: include_str!("expired-exception.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let (today, grace) = (graph.input.as_of, graph.input.map.grace());
    let entries = &graph.input.exceptions.entries;
    let held = tolerance::held(graph, findings.so_far());
    for (entry, held) in entries.iter().zip(held).filter(|(entry, _)| entry.is_expired(today)) {
        let until = entry.until.as_ref().map_or(entry.span, |until| until.span);
        let day = entry.until.as_ref().map_or(String::new(), |until| until.value.to_string());
        let left = entry.until.as_ref().map_or(0, |until| days_left(until.value, today, grace));
        // An item and a pattern may both be about a finding.
        let held: BTreeSet<usize> = held.into_iter().flatten().collect();
        let held: Vec<_> = held.into_iter().map(|index| &findings.so_far()[index]).collect();
        // While it still tolerates, each place counts: a change that adds one is told.
        let first = if left > 0 { usize::MAX } else { 1 };
        let places: Vec<_> = held.iter().flat_map(|found| found.places.iter().take(first).cloned()).collect();
        // What still needs it, or else what it says.
        let edges: Vec<String> = held.iter().filter_map(|found| edge(found)).collect();
        let about = match edges.as_slice() {
            [] => describe_exception(entry),
            [only] => format!("`{only}`"),
            [first, rest @ ..] => format!("`{first}` (and {} more)", rest.len()),
        };
        let message = format!("the exception for {about} expired on {day}");
        let mut help = match held.as_slice() {
            [] => "remove the exception: no code needs it".to_owned(),
            [only] => only.help.clone().unwrap_or_else(|| "remove the code".to_owned()),
            _ => "remove the code, or allow it in the map".to_owned(),
        };
        if let (Some(owner), false) = (&entry.owner, held.is_empty()) {
            help = format!("{help}; the owner of the exception is `{}`", owner.value);
        }
        let found = Found::new(message, graph.at_map(until, "its last day")).places(places);
        match left {
            0 => findings.add(found.help(help)),
            1 => findings.warn(found.help(format!("{help}; tomorrow this becomes an error"))),
            left => findings.warn(found.help(format!("{help}; in {left} days this becomes an error"))),
        }
    }
}

/// A crossing, as exceptions name it.
fn edge(found: &Finding) -> Option<String> {
    found.edge.as_ref().map(|edge| format!("{} -> {}", edge.from, edge.item))
}

/// In how many days an exception stops to tolerate anything; none, if it has.
fn days_left(until: Date, today: Date, grace: u32) -> u32 {
    let over = until.after(grace);
    if over < today {
        return 0;
    }
    (0..=grace).find(|days| today.after(*days) >= over).map_or(0, |days| days + 1)
}

/// An exception of long ago.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    sandbox.exception(Date::new(1, 1, 1));
    Some("an exception of long ago".to_owned())
}
