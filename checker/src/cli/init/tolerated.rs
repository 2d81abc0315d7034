//! What `init` found crossing borders, as exceptions that end: never as permissions.

use super::plan::Planned;
use crate::finding::{Finding, Level};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One entry of the exceptions' file.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    reason: String,
    owner: String,
    until: String,
}

/// What all entries share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms<'t> {
    /// The day on which it was observed.
    pub(super) day: &'t str,
    pub(super) owner: &'t str,
    /// The last day on which it is tolerated.
    pub(super) until: &'t str,
}

/// One entry for each pair of contexts, and one for each rule and file where it is no crossing.
pub(super) fn entries(findings: &[Finding], planned: &[Planned], terms: Terms<'_>) -> Vec<Entry> {
    let mut crossings: BTreeMap<(&str, String), BTreeSet<&str>> = BTreeMap::new();
    let mut others: BTreeMap<(&'static str, &str), usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.level == Level::Error) {
        match (&finding.edge, finding.places.first()) {
            (Some(edge), _) => {
                let items =
                    crossings.entry((&edge.from, pattern(&edge.item, &edge.to, planned))).or_default();
                items.insert(&edge.item);
            }
            (None, Some(place)) => *others.entry((finding.rule, &place.path)).or_default() += 1,
            (None, None) => {}
        }
    }
    let entry = |edge, rule, at, seen: String| Entry {
        edge,
        rule,
        at,
        reason: format!("observed by init on {}: {seen}", terms.day),
        owner: terms.owner.to_owned(),
        until: terms.until.to_owned(),
    };
    let crossings = crossings.into_iter().map(|((from, pattern), items)| {
        let seen = counted(items.len(), "item");
        // A function has nothing below it that would need the stars.
        let alone = pattern.strip_suffix("::**").filter(|item| items.iter().all(|named| named == item));
        let pattern = alone.map_or(pattern.clone(), str::to_owned);
        entry(Some(format!("{from} -> {pattern}")), None, None, seen)
    });
    let others = others.into_iter().map(|((rule, path), count)| {
        entry(None, Some(rule), Some(path.to_owned()), counted(count, "finding"))
    });
    crossings.chain(others).collect()
}

/// The exceptions' file as text.
pub(super) fn file(entries: &[Entry], terms: Terms<'_>) -> String {
    #[derive(Serialize)]
    struct Document<'e> {
        stateline: u8,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        exceptions: &'e [Entry],
    }
    let text = serde_yaml::to_string(&Document { stateline: 1, exceptions: entries }).expect("plain text");
    let Terms { day, until, .. } = terms;
    format!(
        "# What crossed borders on {day}. Each is tolerated until {until} and then fails the check:\n\
         # by then it stands in stateline.yaml as a permission that somebody wanted, or it is gone.\n\
         {text}"
    )
}

/// What of the other context is named, wide enough that one entry serves a pair of contexts, and
/// narrow enough that it stays within that context.
fn pattern(item: &str, to: &str, planned: &[Planned]) -> String {
    let holds = |own: &&String| {
        item.strip_prefix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    let owner = planned
        .iter()
        .filter(|planned| planned.name == to)
        .find_map(|planned| planned.owns.iter().find(holds));
    let Some(own) = owner else { return item.to_owned() };
    let holds_others = planned.iter().any(|planned| planned.within.as_deref() == Some(to));
    if !holds_others {
        return format!("{own}::**");
    }
    // The rest of a crate whose modules are contexts of their own: one entry for each item at its root.
    match item[own.len()..].trim_start_matches("::").split("::").next() {
        Some("") | None => item.to_owned(),
        Some(first) => format!("{own}::{first}::**"),
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
