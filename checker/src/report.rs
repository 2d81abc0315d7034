//! Prints what was found: one file per format. Nothing else but the commands prints.

pub mod diagnostic;
pub mod entry;
mod excerpt;
pub mod github;
pub mod human;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod rustc;
pub mod sarif;
pub mod sources;
pub mod summary;
pub mod survey;
pub mod text;

pub use entry::{Entry, Failure, Failures};
pub use sources::Sources;

use crate::finding::{Finding, Level, Place};
use crate::rules::Survey;
use serde::Serialize;
use stateline_draw::terminal::{TextStyle, clean};
use stateline_rust::Workspace;

/// All that one run has to tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Report<'a> {
    /// Sorted.
    pub findings: &'a [Finding],
    /// Why the tool could not do its work; then there are no findings.
    pub failures: &'a [Failure],
    /// The rules that were asked, for formats that list them.
    pub rules: &'a [RuleLine<'a>],
    /// What was looked at, unless the tool failed.
    pub survey: Option<&'a Survey>,
    /// What is left out because it was there before, if only what is new was asked for.
    pub since: Option<&'a Since>,
    /// People are shown each finding, however many there are.
    pub all: bool,
    /// People are told nothing but findings and failures: no verdict, nothing of what was looked at.
    pub brief: bool,
}

/// Findings that a revision has as well, and that are not told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Since {
    /// As it was asked for.
    pub revision: String,
    /// The merge base with it.
    pub commit: String,
    /// Findings that were there.
    pub known: usize,
    /// Places of these that were not.
    pub more_places: usize,
    /// Crates that the revision does not have, and that the map gave to a context by a pattern or a folder.
    pub taken: Vec<Taken>,
}

/// A crate that a pattern or a folder gave to a context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    pub name: String,
    pub context: String,
    /// The entry of `owns`, `db_views_*`.
    pub by: String,
}

/// A rule as reports list it.
#[derive(Clone, Copy, Debug)]
pub struct RuleLine<'a> {
    pub name: &'a str,
    pub summary: &'a str,
    pub level: Level,
    /// Its page, in Markdown.
    pub page: &'a str,
}

/// How a run ends: the exit codes of the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: no rule is broken. Warnings do not count.
    Clean,
    /// 1: the code, the map, or the exceptions break a rule.
    Findings,
    /// 2: the tool could not do its work: wrong arguments, no map or a wrong one, files that
    /// cannot be read.
    Failed,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// For people, with both ends of each finding
    #[default]
    Human,
    /// One object, versioned
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// JUnit XML, one test per rule
    Junit,
    /// The compiler's JSON messages, for rust-analyzer
    Rustc,
}

impl Exit {
    pub const fn code(self) -> i32 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Failed => 2,
        }
    }
}

impl<'a> Report<'a> {
    pub fn exit(&self) -> Exit {
        if !self.failures.is_empty() {
            Exit::Failed
        } else if self.findings.iter().any(|finding| finding.level == Level::Error) {
            Exit::Findings
        } else {
            Exit::Clean
        }
    }

    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> {
        self.findings.iter().map(Entry::from).chain(self.failures.iter().map(Entry::from))
    }

    /// The whole text in a format. `workspace` is asked by the formats that name packages.
    pub fn render(
        &self,
        format: Format,
        style: &TextStyle,
        sources: &Sources<'_>,
        workspace: Option<&Workspace>,
    ) -> String {
        match format {
            Format::Human => summary::render(self, style, sources),
            Format::Json => json::render(self, sources),
            Format::Sarif => sarif::render(self, sources),
            Format::Github => github::render(self, sources),
            Format::Junit => junit::render(self, sources),
            Format::Rustc => rustc::render(self, sources, workspace),
        }
    }
}

/// A place on one line, `payments/src/payout.rs:41:9: called here`.
pub fn place_line(place: &Place, sources: &Sources<'_>) -> String {
    let path = clean(&place.path);
    let label = if place.label.is_empty() { String::new() } else { format!(": {}", clean(&place.label)) };
    match sources.text(&place.path).map(|text| text.position(place.span.start)) {
        Some(at) => format!("{path}:{}:{}{label}", at.line, at.column),
        None => format!("{path}{label}"),
    }
}
