//! SARIF 2.1.0, for code scanning services and editors.
//!
//! Format: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use super::entry::{Entry, Failure};
use super::sources::Sources;
use super::{Exit, Report, RuleLine};
use crate::finding::{Edge, Level, Place};
use serde_json::{Value, json};

/// The log of one run.
pub fn render(report: &Report<'_>, sources: &Sources<'_>) -> String {
    let results: Vec<_> =
        report.findings.iter().map(|finding| result(&finding.into(), report.rules, sources)).collect();
    let told: Vec<_> = report.failures.iter().map(|failure| notification(failure, sources)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": report.rules.iter().map(descriptor).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": report.exit() != Exit::Failed,
                "exitCode": report.exit().code(),
                "toolExecutionNotifications": told,
            }],
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).expect("all keys are strings");
    text.push('\n');
    text
}

fn descriptor(rule: &RuleLine<'_>) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary },
        "help": { "text": rule.page, "markdown": rule.page },
        "defaultConfiguration": { "level": level(rule.level) },
    })
}

fn result(entry: &Entry<'_>, rules: &[RuleLine<'_>], sources: &Sources<'_>) -> Value {
    let mut result = json!({
        "ruleId": entry.rule,
        "level": level(entry.level),
        "message": message(entry),
        "locations": locations(&entry.places[..entry.places.len().min(1)], sources),
        "partialFingerprints": { "stateline/v1": fingerprint(entry) },
    });
    if let Some(index) = rules.iter().position(|rule| Some(rule.name) == entry.rule) {
        result["ruleIndex"] = json!(index);
    }
    if entry.places.len() > 1 {
        result["relatedLocations"] = json!(locations(&entry.places[1..], sources));
    }
    result
}

fn notification(failure: &Failure, sources: &Sources<'_>) -> Value {
    json!({
        "level": "error",
        "message": message(&failure.into()),
        "locations": locations(&failure.places, sources),
    })
}

fn message(entry: &Entry<'_>) -> Value {
    match entry.help {
        Some(help) => json!({ "text": format!("{}\nhelp: {help}", entry.message) }),
        None => json!({ "text": entry.message }),
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

fn locations(places: &[Place], sources: &Sources<'_>) -> Vec<Value> {
    let location = |(index, place): (usize, &Place)| {
        let mut physical =
            json!({ "artifactLocation": { "uri": uri(&place.path), "uriBaseId": "%SRCROOT%" } });
        if let Some(text) = sources.text(&place.path) {
            let span = text.clamp(&place.span);
            let (start, end) = (text.position(span.start), text.position(span.end));
            physical["region"] = json!({
                "startLine": start.line, "startColumn": start.column,
                "endLine": end.line, "endColumn": end.column,
            });
        }
        let mut location = json!({ "id": index, "physicalLocation": physical });
        if !place.label.is_empty() {
            location["message"] = json!({ "text": place.label });
        }
        location
    };
    places.iter().enumerate().map(location).collect()
}

/// Stays when lines move: what a finding says, and of which file, without its lines.
fn fingerprint(entry: &Entry<'_>) -> String {
    let mut hash = blake3::Hasher::new();
    let mut add = |part: &str| {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    };
    add(entry.rule.unwrap_or_default());
    add(entry.places.first().map_or("", |place| &place.path));
    match entry.edge {
        Some(Edge { from, to, item }) => [from, to, item].into_iter().for_each(|part| add(part)),
        None => add(entry.message),
    }
    hash.finalize().to_hex()[..32].to_owned()
}

/// A path as a relative reference (RFC 3986): all but unreserved characters and `/` in percents.
fn uri(path: &str) -> String {
    use std::fmt::Write;
    path.bytes().fold(String::with_capacity(path.len()), |mut uri, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            _ => write!(uri, "%{byte:02X}").expect("a string takes everything"),
        }
        uri
    })
}
