//! What becomes of each exception, and which are new.

use super::before::{Before, Origin};
use super::renames::Renames;
use super::subject::{Seen, Subject};
use stateline_schema::edit::{Changed, New};
use stateline_schema::{Date, Exception, Exceptions, Pattern, Tolerated};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What new exceptions have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms<'t> {
    pub(super) day: &'t str,
    pub(super) owner: &'t str,
    pub(super) until: &'t str,
}

#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) changed: Vec<Changed>,
    pub(super) new: Vec<New>,
    pub(super) tally: Tally,
    /// By edge: what more crates may name than the exceptions were written for.
    pub(super) widened: BTreeMap<(String, String), Widened>,
}

/// Items of exceptions.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) kept: usize,
    pub(super) renamed: usize,
    pub(super) merged: usize,
    pub(super) gone: usize,
    pub(super) new: usize,
}

#[derive(Debug, Default)]
pub(super) struct Widened {
    pub(super) items: usize,
    pub(super) crates: BTreeSet<String>,
}

/// One thing that an exception tolerates: the exception, and which thing.
type Part = (usize, usize);

/// The crates of each context.
type Crates = BTreeMap<String, BTreeSet<String>>;

/// The folders of the packages of each context, from the workspace's.
pub(super) type Folders = BTreeMap<String, BTreeSet<String>>;

struct Planner<'p> {
    exceptions: &'p Exceptions,
    before: &'p Before,
    renames: &'p Renames,
    folders: &'p Folders,
    /// Names of contexts that exceptions have and the map has no more, where nothing says what became of them.
    strangers: BTreeSet<&'p str>,
    /// The parts by the context that they name, and those about rules under no name.
    parts: BTreeMap<&'p str, Vec<Part>>,
    /// What each part tolerates from now on.
    texts: BTreeMap<Part, BTreeSet<String>>,
    /// Whose place another exception has taken.
    merged: BTreeSet<Part>,
    /// Further reasons of an exception.
    reasons: BTreeMap<usize, Vec<String>>,
}

impl Plan {
    pub(super) fn new(
        exceptions: &Exceptions,
        found: &BTreeMap<Subject, Seen>,
        before: &Before,
        (renames, crates, folders): (&Renames, &Crates, &Folders),
        terms: Terms<'_>,
    ) -> Self {
        let mut planner = Planner {
            exceptions,
            before,
            renames,
            folders,
            strangers: BTreeSet::new(),
            parts: BTreeMap::new(),
            texts: BTreeMap::new(),
            merged: BTreeSet::new(),
            reasons: BTreeMap::new(),
        };
        for (at, exception) in exceptions.entries.iter().enumerate() {
            for (part, tolerated) in exception.tolerates.iter().enumerate() {
                let name = match tolerated {
                    Tolerated::Edge { from, .. } => from.value.as_str(),
                    Tolerated::Rule { .. } => "",
                };
                planner.parts.entry(name).or_default().push((at, part));
            }
        }
        if before.crates.is_none() {
            let names = planner.parts.keys().copied();
            planner.strangers =
                names.filter(|name| !name.is_empty() && !crates.contains_key(*name)).collect();
        }
        let mut plan = Plan::default();
        let mut lacking: BTreeMap<(String, String, String), Vec<String>> = BTreeMap::new();
        for (subject, seen) in found {
            let is_known = before.subjects.contains(subject);
            let holders = planner.holders(subject, seen, is_known);
            plan.widen(&planner, (subject, seen), &holders, crates);
            if holders.is_empty() && is_known && seen.is_error {
                match subject {
                    Subject::Crossing { from, item } => {
                        let reason = planner.reason(from, item, terms.day);
                        let key = (from.clone(), seen.to.clone(), reason);
                        lacking.entry(key).or_default().push(format!("{from} -> {item}"));
                    }
                    Subject::Rule { rule, file } => {
                        let rule = Some(((*rule).to_owned(), file.clone()));
                        plan.new.push(new(Vec::new(), rule, seen_since(), terms));
                    }
                }
            }
        }
        let crossings = lacking.into_iter().map(|((_, _, reason), edges)| new(edges, None, reason, terms));
        plan.new.extend(crossings);
        plan.tally.new = plan.new.iter().map(|new| new.edges.len().max(1)).sum();
        plan.changed = planner.changed(&mut plan.tally);
        plan
    }

    /// Notes the crates that could not name an item by its exceptions before, and can now.
    fn widen(
        &mut self,
        planner: &Planner<'_>,
        (subject, seen): (&Subject, &Seen),
        holders: &BTreeSet<String>,
        crates: &Crates,
    ) {
        let Subject::Crossing { from, .. } = subject else { return };
        let Some(now) = crates.get(from).filter(|_| !holders.is_empty()) else { return };
        let known = |context: &String| planner.before.crates.as_ref()?.get(context);
        if !holders.iter().any(|context| known(context).is_some()) {
            return;
        }
        let before: BTreeSet<&String> = holders.iter().filter_map(known).flatten().collect();
        let more: Vec<&String> = now.iter().filter(|krate| !before.contains(krate)).collect();
        if !more.is_empty() {
            let widened = self.widened.entry((from.clone(), seen.to.clone())).or_default();
            widened.items += 1;
            widened.crates.extend(more.into_iter().cloned());
        }
    }
}

impl<'p> Planner<'p> {
    fn tolerated(&self, (at, part): Part) -> &'p Tolerated {
        &self.exceptions.entries[at].tolerates[part]
    }

    fn day(&self, (at, _): Part) -> Option<Date> {
        self.exceptions.entries[at].until.as_ref().map(|until| until.value)
    }

    /// Has exceptions tolerate a violation from now on, and says of which contexts these were. What the base
    /// does not have is tolerated by exceptions that name it, and by no others.
    fn holders(&mut self, subject: &Subject, seen: &Seen, is_known: bool) -> BTreeSet<String> {
        let (edge, file) = subject.asked();
        let covers = |part: Part, edge: Option<(&str, &str)>| {
            let tolerated = self.tolerated(part);
            seen.rules.iter().any(|rule| tolerated.covers(rule, edge, file))
        };
        let named = |name: &str| self.parts.get(name).into_iter().flatten().copied();
        let Some((from, item)) = edge else {
            let direct: Vec<Part> = named("").filter(|part| covers(*part, None)).collect();
            direct.iter().for_each(|part| self.keep(*part));
            return direct.iter().map(|_| String::new()).collect();
        };
        let direct = named(from).filter(|part| covers(*part, edge) && self.is_beside(*part, from));
        let direct: Vec<Part> = direct.collect();
        let origin = self.before.origins.get(&(from.to_owned(), item.to_owned())).filter(|_| is_known);
        let mut former: BTreeSet<&str> = self.renames.former(from).collect();
        former.extend(origin.iter().flat_map(|origin| &origin.contexts).map(String::as_str));
        former.extend(&self.strangers);
        former.insert(from);
        let old_item = origin.map_or(item, |origin| origin.item.as_str());
        let mut carried: Vec<Part> = Vec::new();
        for name in former {
            let about = |part: &Part| {
                let covered = covers(*part, Some((name, item))) || covers(*part, Some((name, old_item)));
                covered && self.is_beside(*part, from)
            };
            carried.extend(named(name).filter(about).filter(|part| !direct.contains(part)));
        }
        let contexts = |parts: &[Part]| {
            let from = |part: &Part| match self.tolerated(*part) {
                Tolerated::Edge { from, .. } => from.value.clone(),
                Tolerated::Rule { .. } => String::new(),
            };
            parts.iter().map(from).collect::<BTreeSet<_>>()
        };
        if carried.is_empty() || !is_known {
            let contexts = contexts(&direct);
            direct.iter().for_each(|part| self.keep(*part));
            return contexts;
        }
        let mut all: Vec<Part> = direct.iter().chain(&carried).copied().collect();
        let contexts = contexts(&all);
        // The one that ends first stays; of those that end on the same day, the first.
        all.sort_by_key(|part| (self.day(*part).is_none(), self.day(*part), *part));
        let stays = all[0];
        let text = self.text(stays, from, item);
        self.texts.entry(stays).or_default().insert(text);
        for part in &all[1..] {
            self.merged.insert(*part);
            if part.0 != stays.0 {
                self.add_reason(stays.0, part.0);
            }
        }
        contexts
    }

    /// Whether a part can hold for this context where it stands: beside code of others, it does not.
    fn is_beside(&self, (at, _): Part, context: &str) -> bool {
        let Some(folder) = &self.exceptions.entries[at].folder else { return true };
        let is_inside = |package: &String| Path::new(package).starts_with(folder);
        self.folders.get(context).is_none_or(|packages| packages.iter().any(is_inside))
    }

    fn keep(&mut self, part: Part) {
        let text = self.tolerated(part).to_string();
        self.texts.entry(part).or_default().insert(text);
    }

    /// What a part says from now on, about an item that it is about.
    fn text(&self, part: Part, from: &str, item: &str) -> String {
        match self.tolerated(part) {
            Tolerated::Edge { to, .. } => match &to.value {
                Pattern::Exact(_) => format!("{from} -> {item}"),
                pattern => format!("{from} -> {}", self.renames.forward_pattern(pattern)),
            },
            Tolerated::Rule { .. } => self.tolerated(part).to_string(),
        }
    }

    fn add_reason(&mut self, stays: usize, goes: usize) {
        let reason =
            |at: usize| self.exceptions.entries[at].reason.as_ref().map(|reason| reason.value.clone());
        let (own, Some(other)) = (reason(stays), reason(goes)) else { return };
        let reasons = self.reasons.entry(stays).or_default();
        let is_there = own.as_ref().is_some_and(|own| own.split("; ").any(|part| part == other));
        if !is_there && !reasons.contains(&other) {
            reasons.push(other);
        }
    }

    /// Why something is tolerated that no exception tolerated before.
    fn reason(&self, from: &str, item: &str, day: &str) -> String {
        match self.before.origins.get(&(from.to_owned(), item.to_owned())) {
            Some(Origin { was_inside: true, contexts, .. }) if contexts.is_empty() => {
                format!("split on {day}")
            }
            Some(Origin { was_permitted: true, .. }) => format!("not permitted any more since {day}"),
            _ => seen_since(),
        }
    }

    fn changed(&self, tally: &mut Tally) -> Vec<Changed> {
        let entries = self.exceptions.entries.iter().enumerate();
        entries.map(|(at, exception)| self.change(at, exception, tally)).collect()
    }

    fn change(&self, at: usize, exception: &Exception, tally: &mut Tally) -> Changed {
        let item = |(part, tolerated): (usize, &Tolerated)| {
            let Some(texts) = self.texts.get(&(at, part)) else {
                let merged = self.merged.contains(&(at, part));
                *(if merged { &mut tally.merged } else { &mut tally.gone }) += 1;
                return Some(Vec::new());
            };
            let texts: Vec<String> = texts.iter().cloned().collect();
            let stays = texts == [tolerated.to_string()];
            *(if stays { &mut tally.kept } else { &mut tally.renamed }) += 1;
            (!stays).then_some(texts)
        };
        let items = exception.tolerates.iter().enumerate().map(item).collect();
        let reason = self.reasons.get(&at).filter(|reasons| !reasons.is_empty()).map(|more| {
            let own = exception.reason.iter().map(|reason| reason.value.clone());
            own.chain(more.iter().cloned()).collect::<Vec<_>>().join("; ")
        });
        Changed { items, reason }
    }
}

fn seen_since() -> String {
    format!("seen since {}", env!("CARGO_PKG_VERSION"))
}

fn new(edges: Vec<String>, rule: Option<(String, String)>, reason: String, terms: Terms<'_>) -> New {
    New { edges, rule, reason, owner: terms.owner.to_owned(), until: terms.until.to_owned() }
}
