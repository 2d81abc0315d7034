//! JUnit's XML, which most CI servers show: one suite, one test case for each rule that was asked.

use super::entry::Entry;
use super::sources::Sources;
use super::{Report, place_line};
use crate::finding::Level;
use stateline_draw::terminal::clean;
use std::fmt::Write;

/// A rule without findings is a test that passed; warnings are told in its output.
pub fn render(report: &Report<'_>, sources: &Sources<'_>) -> String {
    let mut cases = String::new();
    let (mut tests, mut failures) = (0, 0);
    for rule in report.rules {
        tests += 1;
        let of_rule: Vec<Entry<'_>> =
            report.findings.iter().filter(|f| f.rule == rule.name).map(Entry::from).collect();
        failures += usize::from(of_rule.iter().any(|entry| entry.level == Level::Error));
        cases.push_str(&case(rule.name, &of_rule, sources));
    }
    for failure in report.failures {
        tests += 1;
        let message = escape(&failure.message);
        let text = escape(&body(&failure.into(), sources));
        let _ = writeln!(
            cases,
            "    <testcase classname=\"stateline\" name=\"stateline could do its work\">\n      <error message=\"{message}\">{text}</error>\n    </testcase>"
        );
    }
    let errors = report.failures.len();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"stateline\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">\n  \
         <testsuite name=\"stateline\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"0\">\n\
         {cases}  </testsuite>\n</testsuites>\n"
    )
}

fn case(rule: &str, findings: &[Entry<'_>], sources: &Sources<'_>) -> String {
    let head = format!("    <testcase classname=\"stateline\" name=\"{}\"", escape(rule));
    if findings.is_empty() {
        return format!("{head}/>\n");
    }
    let told = |level: Level| -> Vec<String> {
        findings.iter().filter(|entry| entry.level == level).map(|entry| body(entry, sources)).collect()
    };
    let (errors, warnings) = (told(Level::Error), told(Level::Warning));
    let mut text = format!("{head}>\n");
    if !errors.is_empty() {
        let message = if errors.len() == 1 {
            findings[0].message.to_owned()
        } else {
            format!("{} findings", errors.len())
        };
        let (message, kind) = (escape(&message), escape(rule));
        let _ = writeln!(
            text,
            "      <failure type=\"{kind}\" message=\"{message}\">{}</failure>",
            escape(&errors.join("\n"))
        );
    }
    if !warnings.is_empty() {
        let _ = writeln!(text, "      <system-out>{}</system-out>", escape(&warnings.join("\n")));
    }
    text.push_str("    </testcase>\n");
    text
}

fn body(entry: &Entry<'_>, sources: &Sources<'_>) -> String {
    let mut text = format!("{}\n", clean(entry.message));
    for place in entry.places {
        let _ = writeln!(text, "  {}", place_line(place, sources));
    }
    if let Some(help) = entry.help {
        let _ = writeln!(text, "  help: {}", clean(help));
    }
    text
}

/// XML 1.0 has no way to write most control characters, so they become pictures first.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            escaped.push('\n');
        }
        for char in clean(line).chars() {
            match char {
                '&' => escaped.push_str("&amp;"),
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                '"' => escaped.push_str("&quot;"),
                '\u{fffe}' | '\u{ffff}' => escaped.push(char::REPLACEMENT_CHARACTER),
                _ => escaped.push(char),
            }
        }
    }
    escaped
}
