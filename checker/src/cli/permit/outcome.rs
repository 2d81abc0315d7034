//! What a changed map allows and refuses that the map before did not.

use super::choice::Choice;
use super::{Changed, Finding, Level, Subject};
use crate::graph::permission::Verdict;
use crate::graph::{ContextId, Graph};
use crate::rules::{self, Identity};
use stateline_schema::Exceptions;
use std::collections::{BTreeMap, BTreeSet};

/// So many lines of one kind are shown.
const LINES: usize = 6;

/// A map over the code: what is wrong, and which crossings are not allowed.
#[derive(Debug)]
pub(super) struct Standing {
    findings: Vec<Finding>,
    refused: BTreeSet<(String, String)>,
}

impl Standing {
    pub(super) fn of(graph: &Graph<'_>) -> Self {
        let refused = graph.crossings().iter().filter(|it| !matches!(it.verdict, Verdict::Allowed(_)));
        let named = |crossing: &crate::graph::Crossing| {
            (graph.name(crossing.from).to_owned(), graph.path(crossing.item))
        };
        Standing { findings: rules::check_graph(graph).findings, refused: refused.map(named).collect() }
    }

    fn identities(&self) -> BTreeSet<Identity> {
        self.findings.iter().map(Identity::of).collect()
    }

    /// What exceptions may be about, by rule.
    pub(super) fn subjects(&self) -> BTreeMap<Subject, BTreeSet<&'static str>> {
        let mut subjects: BTreeMap<Subject, BTreeSet<&'static str>> = BTreeMap::new();
        for finding in &self.findings {
            if let Some(subject) = Subject::of(finding) {
                subjects.entry(subject).or_default().insert(finding.rule);
            }
        }
        subjects
    }

    /// The crossings that are errors here, and were none before, with the context that each leads to.
    pub(super) fn newly_wrong(&self, before: &Standing) -> Vec<(String, String, String)> {
        let known = before.identities();
        let new =
            self.findings.iter().filter(|it| it.level == Level::Error && !known.contains(&Identity::of(it)));
        let edges = new.filter_map(|finding| finding.edge.as_ref());
        let named = edges.map(|edge| (edge.from.clone(), edge.to.clone(), edge.item.clone()));
        let named: BTreeSet<_> = named.collect();
        named.into_iter().collect()
    }
}

/// What comes of permitting what was chosen.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Contexts with the items that an export mentions and that they keep to themselves.
    pub(super) leaks: Vec<(String, String)>,
    leak_lines: Vec<String>,
    /// Rings, and whatever else is an error now.
    errors: Vec<String>,
    /// What others may name as well.
    others: Vec<String>,
    /// The items that were chosen and still are not allowed.
    pub(super) stuck: Vec<String>,
    /// Parts of exceptions that nothing needs any more.
    needless: BTreeSet<(usize, usize)>,
}

impl Outcome {
    pub(super) fn new(
        graph: &Graph<'_>,
        before: &Standing,
        choices: &[Choice],
        exceptions: &Exceptions,
    ) -> Self {
        let after = Standing::of(graph);
        let known = before.identities();
        let (mut leaks, mut leak_lines, mut errors) = (Vec::new(), Vec::new(), Vec::new());
        for finding in &after.findings {
            if finding.level != Level::Error || known.contains(&Identity::of(finding)) {
                continue;
            }
            match &finding.edge {
                // A context that mentions what is its own: only an export does that.
                Some(edge) if edge.from == edge.to => {
                    let owner = ContextId::find(graph.input.map, &edge.to);
                    let text = owner.map_or(edge.item.clone(), |owner| graph.as_listed(owner, &edge.item));
                    if !leaks.contains(&(edge.to.clone(), text.clone())) {
                        leaks.push((edge.to.clone(), text));
                    }
                    leak_lines.push(finding.message.clone());
                }
                // What stays refused is told by itself.
                Some(edge) if before.refused.contains(&(edge.from.clone(), edge.item.clone())) => {}
                _ => errors.push(format!("{}: {}", finding.rule, finding.message)),
            }
        }
        let asked =
            |from: &str, item: &str| choices.iter().any(|choice| choice.from == from && choice.item == item);
        let mut others = Vec::new();
        for (from, item) in before.refused.difference(&after.refused) {
            let is_same = choices.first().is_some_and(|choice| choice.from == *from);
            if !is_same && !asked(from, item) {
                others.push(format!("{from} may then use {item}, too"));
            }
        }
        let stuck = choices
            .iter()
            .filter(|choice| after.refused.contains(&(choice.from.clone(), choice.item.clone())));
        let stuck = stuck.map(|choice| choice.item.clone());
        Outcome {
            leaks,
            leak_lines,
            errors,
            others,
            stuck: stuck.collect(),
            needless: needless(before, &after, exceptions),
        }
    }

    /// Why nothing is written, a line each; nothing if it is.
    pub(super) fn refused(&self, with_mentioned: bool) -> Vec<String> {
        if !self.stuck.is_empty() {
            let private = |item: &String| format!("{item} cannot be exported: it is private to its module");
            return shortened(&self.stuck.iter().map(private).collect::<Vec<_>>());
        }
        if with_mentioned {
            return Vec::new();
        }
        [&self.leak_lines, &self.errors, &self.others]
            .into_iter()
            .flat_map(|lines| shortened(lines))
            .collect()
    }

    /// What was written although it is not well.
    pub(super) fn warnings(&self) -> impl Iterator<Item = String> + '_ {
        [&self.errors, &self.others].into_iter().flat_map(|lines| shortened(lines))
    }

    /// The exceptions without what nothing needs any more, and how much that is.
    pub(super) fn without_needless(&self, exceptions: &Exceptions) -> (Vec<Changed>, usize) {
        let entries = exceptions.entries.iter().enumerate();
        let changed = entries.map(|(at, entry)| {
            let gone = |part: usize| self.needless.contains(&(at, part)).then(Vec::new);
            Changed { items: (0..entry.tolerates.len()).map(gone).collect(), reason: None }
        });
        (changed.collect(), self.needless.len())
    }
}

/// So many lines that nobody skips them, and how many more there are.
fn shortened(lines: &[String]) -> Vec<String> {
    let mut shown = lines[..lines.len().min(LINES)].to_vec();
    if lines.len() > LINES {
        shown.push(format!("and {} more like this", lines.len() - LINES));
    }
    shown
}

/// The parts of exceptions that held something before, and hold nothing after.
fn needless(before: &Standing, after: &Standing, exceptions: &Exceptions) -> BTreeSet<(usize, usize)> {
    let (before, after) = (before.subjects(), after.subjects());
    let holds = |subjects: &BTreeMap<Subject, BTreeSet<&'static str>>, at: usize, part: usize| {
        let tolerated = &exceptions.entries[at].tolerates[part];
        subjects.iter().any(|(subject, rules)| {
            let (edge, file) = subject.asked();
            rules.iter().any(|rule| tolerated.covers(rule, edge, file))
        })
    };
    let mut needless = BTreeSet::new();
    for (at, entry) in exceptions.entries.iter().enumerate() {
        for part in 0..entry.tolerates.len() {
            if !holds(&after, at, part) && holds(&before, at, part) {
                needless.insert((at, part));
            }
        }
    }
    needless
}
