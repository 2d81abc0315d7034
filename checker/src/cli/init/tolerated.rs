//! What `init` found crossing borders, as exceptions that end: never as permissions.

use crate::finding::{Finding, Level};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One entry of the exceptions' file.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<Edges>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    reason: String,
    owner: String,
    until: String,
}

/// All crossings from one context to another: each item by itself, so that a new one is not among
/// them.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Edges {
    One(String),
    Several(Vec<String>),
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
pub(super) fn entries(findings: &[Finding], terms: Terms<'_>) -> Vec<Entry> {
    let mut crossings: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    let mut others: BTreeMap<(&'static str, &str), usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.level == Level::Error) {
        match (&finding.edge, finding.places.first()) {
            (Some(edge), _) => {
                crossings.entry((&edge.from, &edge.to)).or_default().insert(&edge.item);
            }
            (None, Some(place)) => *others.entry((finding.rule, &place.path)).or_default() += 1,
            (None, None) => {}
        }
    }
    let entry = |edge, rule, at, seen: &str| Entry {
        edge,
        rule,
        at,
        reason: format!("observed by init on {}{seen}", terms.day),
        owner: terms.owner.to_owned(),
        until: terms.until.to_owned(),
    };
    let crossings = crossings.into_iter().map(|((from, _), items)| {
        let mut edges: Vec<_> = items.into_iter().map(|item| format!("{from} -> {item}")).collect();
        let edges = if edges.len() == 1 { Edges::One(edges.remove(0)) } else { Edges::Several(edges) };
        entry(Some(edges), None, None, "")
    });
    let others = others.into_iter().map(|((rule, path), count)| {
        let seen = if count == 1 { ": 1 finding".to_owned() } else { format!(": {count} findings") };
        entry(None, Some(rule), Some(path.to_owned()), &seen)
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
