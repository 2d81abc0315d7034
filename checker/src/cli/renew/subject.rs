//! What an exception can tolerate: a crossing, or what a rule finds in a file.

use crate::finding::{Finding, Level};
use crate::rules::{self, RuleKind};
use std::collections::{BTreeMap, BTreeSet};

/// A violation as exceptions name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cli) enum Subject {
    Crossing { from: String, item: String },
    Rule { rule: &'static str, file: String },
}

/// What rules say of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub(super) rules: BTreeSet<&'static str>,
    /// The context that a crossing leads to.
    pub(super) to: String,
    pub(super) is_error: bool,
}

impl Subject {
    /// None for what no exception tolerates.
    pub(in crate::cli) fn of(finding: &Finding) -> Option<Self> {
        let kind = rules::rule(finding.rule)?.kind;
        if matches!(kind, RuleKind::Exception | RuleKind::Time) {
            return None;
        }
        Some(match &finding.edge {
            Some(edge) => Subject::Crossing { from: edge.from.clone(), item: edge.item.clone() },
            None => Subject::Rule { rule: finding.rule, file: finding.places.first()?.path.to_string() },
        })
    }

    /// The crossing and the file, as exceptions are asked.
    pub(in crate::cli) fn asked(&self) -> (Option<(&str, &str)>, &str) {
        match self {
            Subject::Crossing { from, item } => (Some((from, item)), ""),
            Subject::Rule { file, .. } => (None, file),
        }
    }
}

pub(super) fn subjects(findings: &[Finding]) -> BTreeMap<Subject, Seen> {
    let mut subjects: BTreeMap<Subject, Seen> = BTreeMap::new();
    for finding in findings {
        let Some(subject) = Subject::of(finding) else { continue };
        let seen = subjects.entry(subject).or_default();
        seen.rules.insert(finding.rule);
        seen.is_error |= finding.level == Level::Error;
        if let Some(edge) = &finding.edge {
            seen.to.clone_from(&edge.to);
        }
    }
    subjects
}
