//! What `init` found crossing borders, as exceptions that end: never as permissions.

use crate::cli::today;
use crate::finding::{Finding, Level};
use crate::report::Failure;
use serde::Serialize;
use stateline_schema::Date;
use std::collections::BTreeMap;

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

/// What entries are written with.
#[derive(Clone, Copy)]
pub(super) struct Terms<'t> {
    /// The day on which they were observed.
    pub(super) day: Date,
    /// The most days for which they are tolerated.
    pub(super) days: u32,
    /// Who answers for the code of a context.
    pub(super) owner: &'t dyn Fn(&str) -> String,
    /// The context of a file.
    pub(super) context_of: &'t dyn Fn(&str) -> String,
}

/// One entry for each pair of contexts, and one for each rule and file where it is no crossing: the heaviest
/// first. Those with the fewest crossings end first, so that not all end on one day.
///
/// # Errors
/// When the last day is beyond the year 9999.
pub(super) fn entries(findings: &[Finding], terms: Terms<'_>) -> Result<Vec<Entry>, Failure> {
    let mut crossings: BTreeMap<(&str, &str), BTreeMap<&str, usize>> = BTreeMap::new();
    let mut others: BTreeMap<(&'static str, &str), usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.level == Level::Error) {
        match (&finding.edge, finding.places.first()) {
            (Some(edge), _) => {
                let items = crossings.entry((&edge.from, &edge.to)).or_default();
                *items.entry(&edge.item).or_default() += finding.places.len();
            }
            (None, Some(place)) => *others.entry((finding.rule, &place.path)).or_default() += 1,
            (None, None) => {}
        }
    }
    let mut crossings: Vec<_> = crossings.into_iter().collect();
    let weight = |items: &BTreeMap<&str, usize>| (items.len(), items.values().sum::<usize>());
    crossings.sort_by(|(a_pair, a), (b_pair, b)| weight(b).cmp(&weight(a)).then(a_pair.cmp(b_pair)));
    let count = crossings.len();
    let mut entries = Vec::new();
    for (at, ((from, _), items)) in crossings.into_iter().enumerate() {
        let mut edges: Vec<_> = items.into_keys().map(|item| format!("{from} -> {item}")).collect();
        let edge = if edges.len() == 1 { Edges::One(edges.remove(0)) } else { Edges::Several(edges) };
        entries.push(Entry {
            edge: Some(edge),
            rule: None,
            at: None,
            reason: format!("observed by init on {}", terms.day),
            owner: (terms.owner)(from),
            until: until(terms, at, count)?,
        });
    }
    for ((rule, path), count) in others {
        let seen = if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") };
        entries.push(Entry {
            edge: None,
            rule: Some(rule),
            at: Some(path.to_owned()),
            reason: format!("observed by init on {}: {seen}", terms.day),
            owner: (terms.owner)(&(terms.context_of)(path)),
            until: until(terms, 0, 1)?,
        });
    }
    Ok(entries)
}

/// The last day of an entry: all days for the heaviest, a third of them for the lightest.
fn until(terms: Terms<'_>, at: usize, count: usize) -> Result<String, Failure> {
    let shorter = terms.days as usize * 2 * at / (3 * count.max(2).saturating_sub(1));
    let days = terms.days - u32::try_from(shorter).unwrap_or_default();
    today::later(terms.day, days.max(1)).map(|day| day.to_string())
}

impl Entry {
    pub(super) fn owner(&self) -> &str {
        &self.owner
    }

    pub(super) fn until(&self) -> &str {
        &self.until
    }
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
    let last = entries.iter().map(Entry::until).max().unwrap_or_default();
    let first = entries.iter().map(Entry::until).min().unwrap_or_default();
    let tolerated = match first == last {
        true => format!("Each is tolerated until {last} and then fails the check:"),
        false => format!("They are tolerated until {first} to {last} and then fail the check:"),
    };
    let end = match entries {
        [] => "# Nothing crossed a border.\n".to_owned(),
        _ => format!(
            "# What crossed borders on {}. {tolerated}\n\
             # by then it stands in stateline.yaml as a permission that somebody wanted, or it is gone.\n",
            terms.day
        ),
    };
    end + &text
}
