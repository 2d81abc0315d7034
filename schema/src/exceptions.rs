//! Exceptions: tolerated violations, each with a reason, an owner and a day when it ends.

use std::fmt;

use crate::{Date, Pattern, Span, Spanned};

/// What `stateline.exceptions.yaml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    /// In the order of the file.
    pub entries: Vec<Exception>,
}

impl Exceptions {
    /// How many things they tolerate: crossings, and rules at a place.
    pub fn items(&self) -> usize {
        self.entries.iter().map(|entry| entry.tolerates.len()).sum()
    }

    /// Takes in those of a file beside code, which is in this folder of the workspace.
    pub fn add_beside(&mut self, folder: &str, beside: Exceptions) {
        let placed = beside.entries.into_iter();
        self.entries.extend(placed.map(|entry| Exception { folder: Some(folder.to_owned()), ..entry }));
    }

    /// The next day on which one of them ends, from `today` on.
    pub fn next_expiry(&self, today: Date) -> Option<Date> {
        self.entries
            .iter()
            .filter_map(|entry| Some(entry.until.as_ref()?.value))
            .filter(|day| *day >= today)
            .min()
    }
}

/// A tolerated violation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The folder of its file, where that is beside code: it holds for contexts with code in this folder alone.
    pub folder: Option<String>,
    /// Where it stands: its edge, the key of its edges, or its rule.
    pub span: Span,
    /// What it tolerates: a rule, or one edge after the other. Never empty.
    pub tolerates: Vec<Tolerated>,
    /// Why. None is for the rule `exception-without-reason` to report.
    pub reason: Option<Spanned<String>>,
    /// Who has to end it. None is for the rule `exception-without-reason` to report.
    pub owner: Option<Spanned<String>>,
    /// Where the work on it is tracked.
    pub issue: Option<Spanned<String>>,
    /// The last day on which it holds. None is for the rule `exception-without-reason` to report.
    pub until: Option<Spanned<Date>>,
}

impl Exception {
    /// Whether its last day is past.
    pub fn is_expired(&self, today: Date) -> bool {
        self.until.as_ref().is_some_and(|until| until.value < today)
    }

    /// Whether its days of grace are past as well, so that it tolerates nothing any more.
    pub fn is_over(&self, today: Date, grace: u32) -> bool {
        self.until.as_ref().is_some_and(|until| until.value.after(grace) < today)
    }

    /// Whether it tolerates what a rule found, as [`Tolerated::covers`] says.
    pub fn covers(&self, rule: &str, edge: Option<(&str, &str)>, file: &str) -> bool {
        self.tolerates.iter().any(|tolerated| tolerated.covers(rule, edge, file))
    }
}

/// One thing that an exception tolerates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tolerated {
    /// `edge: payments -> ledger::set_balance`: a crossing.
    Edge {
        /// The context whose code names the item.
        from: Spanned<String>,
        /// The items, from their crate on.
        to: Spanned<Pattern>,
        /// The only rule that it holds for, if it names one.
        rule: Option<Spanned<String>>,
    },
    /// `rule: unowned-code` with `at: tools`: what a rule finds in a file or folder.
    Rule {
        /// The rule.
        rule: Spanned<String>,
        /// The file, or the folder and all below it, relative to the workspace; everywhere if not given.
        at: Option<Spanned<String>>,
    },
}

impl Tolerated {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Tolerated::Edge { to, .. } => to.span,
            Tolerated::Rule { rule, .. } => rule.span,
        }
    }

    /// Whether it is about what a rule found.
    ///
    /// `edge` is the crossing's context and the full path of the item that is named, if the finding is
    /// about one; `file` is where the finding is, relative to the workspace, with `/`.
    pub fn covers(&self, rule: &str, edge: Option<(&str, &str)>, file: &str) -> bool {
        match self {
            Tolerated::Edge { from, to, rule: only } => {
                only.as_ref().is_none_or(|only| only.value == rule)
                    && edge.is_some_and(|(context, item)| from.value == context && to.matches(item))
            }
            Tolerated::Rule { rule: only, at } => {
                only.value == rule
                    && at.as_ref().is_none_or(|at| {
                        file.strip_prefix(at.trim_end_matches('/'))
                            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                    })
            }
        }
    }
}

/// As the file says it: `payments -> ledger::set_balance`, `unowned-code at tools`.
impl fmt::Display for Tolerated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tolerated::Edge { from, to, .. } => write!(f, "{from} -> {to}"),
            Tolerated::Rule { rule, at: Some(at) } => write!(f, "{rule} at {at}"),
            Tolerated::Rule { rule, at: None } => write!(f, "{rule}"),
        }
    }
}
