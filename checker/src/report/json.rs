//! One JSON object with everything, for programs.
//!
//! `FORMATS.md` describes its shape, which is versioned.

use super::entry::Entry;
use super::sources::Sources;
use super::{Exit, Report, Since};
use crate::finding::Level;
use crate::rules::Survey;
use serde::Serialize;

/// Of the shape that this writes.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    tool: Tool,
    outcome: &'static str,
    findings: Vec<EntryJson<'a>>,
    failures: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<&'a Since>,
    looked_at: Option<&'a Survey>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    level: Level,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<Crossing<'a>>,
    places: Vec<Spot<'a>>,
}

#[derive(Serialize)]
struct Crossing<'a> {
    from: &'a str,
    to: &'a str,
    item: &'a str,
}

/// Lines and columns are `null` when the file cannot be read any more.
#[derive(Serialize)]
struct Spot<'a> {
    file: &'a str,
    start: usize,
    end: usize,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    label: &'a str,
}

/// The whole report.
pub fn render(report: &Report<'_>, sources: &Sources<'_>) -> String {
    let document = Document {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        outcome: match report.exit() {
            Exit::Clean => "clean",
            Exit::Findings => "findings",
            Exit::Failed => "failed",
        },
        findings: report.findings.iter().map(|finding| told(&finding.into(), sources)).collect(),
        failures: report.failures.iter().map(|failure| told(&failure.into(), sources)).collect(),
        since: report.since,
        looked_at: report.survey,
    };
    let mut text = serde_json::to_string_pretty(&document).expect("all keys are strings");
    text.push('\n');
    text
}

fn told<'a>(entry: &Entry<'a>, sources: &Sources<'_>) -> EntryJson<'a> {
    let spot = |place: &'a crate::finding::Place| {
        let text = sources.text(&place.path);
        let span = text.as_ref().map(|text| text.clamp(&place.span));
        let at = |at: Option<usize>| Some(text.as_ref()?.position(at?));
        let start = at(span.as_ref().map(|span| span.start));
        let end = at(span.as_ref().map(|span| span.end));
        Spot {
            file: &place.path,
            start: place.span.start,
            end: place.span.end,
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
            end_line: end.map(|end| end.line),
            end_column: end.map(|end| end.column),
            label: &place.label,
        }
    };
    EntryJson {
        rule: entry.rule,
        level: entry.level,
        message: entry.message,
        help: entry.help,
        edge: entry.edge.map(|edge| Crossing { from: &edge.from, to: &edge.to, item: &edge.item }),
        places: entry.places.iter().map(spot).collect(),
    }
}
