//! Workflow commands of GitHub Actions: each finding becomes an annotation in the pull request.
//!
//! Format: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use super::Report;
use super::entry::Entry;
use super::sources::Sources;
use crate::finding::{Level, Place};
use stateline_draw::terminal::clean;
use std::fmt::Write;

/// One command for each finding and failure.
pub fn render(report: &Report<'_>, sources: &Sources<'_>) -> String {
    report.entries().fold(String::new(), |mut text, entry| {
        writeln!(text, "{}", command(&entry, sources)).expect("a string takes everything");
        text
    })
}

fn command(entry: &Entry<'_>, sources: &Sources<'_>) -> String {
    let name = match entry.level {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let title = property(entry.rule.unwrap_or("stateline"));
    let place = entry.places.first().map_or(String::new(), |place| location(place, sources));
    let mut message = clean(entry.message).into_owned();
    for other in entry.places.iter().skip(1) {
        message.push_str(&format!("\n{}: {}", written(other, sources), clean(&other.label)));
    }
    if let Some(help) = entry.help {
        message.push_str(&format!("\nhelp: {}", clean(help)));
    }
    format!("::{name} {place}title={title}::{}", data(&message))
}

fn location(place: &Place, sources: &Sources<'_>) -> String {
    let file = property(&clean(&place.path));
    let Some(text) = sources.text(&place.path) else { return format!("file={file},") };
    let span = text.clamp(&place.span);
    let (start, end) = (text.position(span.start), text.position(span.end));
    let mut location = format!("file={file},line={},endLine={},", start.line, end.line);
    // Columns are only taken when the range stays within one line.
    if start.line == end.line {
        location.push_str(&format!("col={},endColumn={},", start.column, end.column));
    }
    location
}

fn written(place: &Place, sources: &Sources<'_>) -> String {
    let path = clean(&place.path);
    match sources.text(&place.path).map(|text| text.position(place.span.start)) {
        Some(at) => format!("{path}:{}:{}", at.line, at.column),
        None => path.into_owned(),
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
