//! What crosses borders, each under a number of its own: topics, calls, and what may be named.

use super::plan::{Fate, LineKind, Plan};
use std::collections::BTreeMap;

/// Topics of one publisher with the same subscribers, the operations that one context may call of
/// another, or the items that it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// `7` for topics, `c7` for calls, `u7` for uses, `t7` for what is tolerated, `x7` for what is not
    /// allowed; with a sign before it if another map lacks these names, or has them alone.
    pub number: String,
    pub names: Vec<String>,
    pub from: usize,
    pub to: Vec<usize>,
    pub kind: LineKind,
    pub fate: Fate,
}

impl Entry {
    /// Whether it goes from one to the other.
    pub(crate) fn goes(&self, from: usize, to: usize) -> bool {
        self.from == from && self.to.contains(&to)
    }
}

/// Everything that crosses a border, by number: numbers that were given before are kept.
pub(crate) fn index(plan: &Plan, given: &BTreeMap<String, u32>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = bundled_mail(plan);
    entries.extend(plan.lines.iter().filter(|line| line.kind != LineKind::Mail).filter_map(|line| {
        let (from, to) = (plan.number(&line.from)?, plan.number(&line.to)?);
        let (number, names) = (String::new(), line.names.clone());
        Some(Entry { number, names, from, to: vec![to], kind: line.kind, fate: line.fate })
    }));
    let mut taken: BTreeMap<LineKind, Vec<u32>> = BTreeMap::new();
    let mut numbers: Vec<Option<u32>> = Vec::new();
    for entry in &entries {
        let taken = taken.entry(entry.kind).or_default();
        let known = keys(plan, entry).iter().filter_map(|key| given.get(key)).min().copied();
        // Topics that were one bundle may have become two.
        let known = known.filter(|number| !taken.contains(number));
        taken.extend(known);
        numbers.push(known);
    }
    for (entry, known) in entries.iter_mut().zip(numbers) {
        let taken = taken.entry(entry.kind).or_default();
        let number = known.unwrap_or_else(|| {
            let free = (1..).find(|number| !taken.contains(number)).expect("numbers do not end");
            taken.push(free);
            free
        });
        entry.number = format!("{}{}{number}", entry.fate.sign(), sign(entry.kind));
    }
    entries.sort_by_key(|entry| (entry.kind, entry.number.len(), entry.number.clone()));
    entries
}

/// Topics by publisher, those with the same subscribers together.
fn bundled_mail(plan: &Plan) -> Vec<Entry> {
    let mut subscribers: BTreeMap<(&str, usize, Fate), Vec<usize>> = BTreeMap::new();
    for line in plan.lines.iter().filter(|line| line.kind == LineKind::Mail) {
        let (Some(from), Some(to)) = (plan.number(&line.from), plan.number(&line.to)) else { continue };
        for name in &line.names {
            let to_all = subscribers.entry((name, from, line.fate)).or_default();
            to_all.push(to);
            to_all.sort_unstable();
            to_all.dedup();
        }
    }
    let mut entries: Vec<Entry> = Vec::new();
    for ((name, from, fate), to) in subscribers {
        let same = |entry: &&mut Entry| (entry.from, entry.fate, &entry.to) == (from, fate, &to);
        match entries.iter_mut().find(same) {
            Some(entry) => entry.names.push(name.to_owned()),
            None => entries.push(Entry {
                number: String::new(),
                names: vec![name.to_owned()],
                from,
                to,
                kind: LineKind::Mail,
                fate,
            }),
        }
    }
    entries
}

fn sign(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Mail => "",
        LineKind::Call => "c",
        LineKind::Use => "u",
        LineKind::Tolerated => "t",
        LineKind::Broken => "x",
    }
}

/// What the lock calls an entry: each topic with its publisher, or what is done with both ends. What is
/// not allowed is not there to stay, and has none.
pub(crate) fn keys(plan: &Plan, entry: &Entry) -> Vec<String> {
    let from = &plan.states[entry.from].name;
    let to = entry.to.first().map_or("", |to| plan.states[*to].name.as_str());
    match entry.kind {
        LineKind::Mail => entry.names.iter().map(|name| format!("{name} of {from}")).collect(),
        LineKind::Call => vec![format!("{from} calls {to}")],
        LineKind::Use => vec![format!("{from} uses {to}")],
        LineKind::Tolerated => vec![format!("{from} reaches {to}")],
        LineKind::Broken => Vec::new(),
    }
}
