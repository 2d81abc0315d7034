//! The human report as a whole: every finding, and in the end what it comes to.

use super::diagnostic::Diagnosed;
use super::sources::Sources;
use super::survey::number;
use super::{Exit, Report, Since, human};
use crate::finding::Level;
use stateline_draw::terminal::{BAD, DOUBTFUL, GOOD, NAME, STRONG, TextStyle, clean};

/// Findings and failures in order, then one line of verdict and what belongs to it.
pub fn render(report: &Report<'_>, style: &TextStyle, sources: &Sources<'_>) -> String {
    let mut text = String::new();
    for entry in report.entries() {
        text.push_str(&human::render(&Diagnosed::new(&entry, sources), style));
        text.push_str("\n\n");
    }
    if !report.brief {
        text.push_str(&verdict(report, style));
    }
    text
}

fn verdict(report: &Report<'_>, style: &TextStyle) -> String {
    let of = |level: Level| report.findings.iter().filter(|finding| finding.level == level).count();
    let (errors, warnings) = (of(Level::Error), of(Level::Warning));
    let mut text = match report.exit() {
        Exit::Failed => {
            let problems = counted(report.failures.len(), "problem", "problems");
            return head(style, BAD, "failed", &format!("{problems} to solve first"));
        }
        Exit::Findings => {
            let warnings = if warnings > 0 {
                format!(", {}", counted(warnings, "warning", "warnings"))
            } else {
                String::new()
            };
            let errors = counted(errors, "error", "errors");
            head(style, BAD, "broken", &format!("{errors}{warnings}{}", since(report)))
        }
        Exit::Clean if warnings > 0 => head(
            style,
            DOUBTFUL,
            "holds",
            &match report.since {
                None => format!("the map is kept, with {}", counted(warnings, "warning", "warnings")),
                Some(_) => format!("{}{}", counted(warnings, "warning", "warnings"), since(report)),
            },
        ),
        Exit::Clean => match report.since {
            None => head(style, GOOD, "holds", "the map is kept"),
            Some(_) => head(style, GOOD, "holds", &format!("no violation{}", since(report))),
        },
    };
    text.push_str(&by_rule(report, style));
    if let Some(known) = report.since.and_then(known) {
        text.push_str(&style.wrap(&known, "  ", "    "));
        text.push('\n');
    }
    if let Some(survey) = report.survey {
        if !report.findings.is_empty() || report.since.and_then(known).is_some() {
            text.push('\n');
        }
        text.push_str(&survey.render(style));
    }
    text
}

/// ` that main lacks`, where only such findings are told.
fn since(report: &Report<'_>) -> String {
    report.since.map_or(String::new(), |since| format!(" that {} lacks", clean(&since.revision)))
}

/// What a revision had already, if it had anything.
fn known(since: &Since) -> Option<String> {
    let known = counted(since.known, "violation", "violations");
    let more = match since.more_places {
        0 => String::new(),
        more => format!(", with {}", counted(more, "more place", "more places")),
    };
    let (revision, commit) = (clean(&since.revision), &since.commit);
    (since.known > 0).then(|| format!("not shown: {known} that {revision} ({commit}) has too{more}"))
}

fn head(style: &TextStyle, color: anstyle::Style, word: &str, rest: &str) -> String {
    let indent = " ".repeat(word.len() + 2);
    let lines = style.wrap(rest, &indent, &indent);
    format!("{} {}\n", style.paint(color, &format!("{word}:")), style.paint(STRONG, lines.trim_start()))
}

/// The broken rules with their counts, most first, and how to learn more of the first.
fn by_rule(report: &Report<'_>, style: &TextStyle) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for finding in report.findings {
        match counts.iter_mut().find(|(rule, _)| *rule == finding.rule) {
            Some((_, count)) => *count += 1,
            None => counts.push((finding.rule, 1)),
        }
    }
    counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    let Some((first, _)) = counts.first() else { return String::new() };
    let width = counts.iter().map(|(rule, _)| rule.len()).max().unwrap_or_default();
    let mut text = String::new();
    for (rule, count) in &counts {
        let name = style.paint(NAME, &format!("{rule:<width$}"));
        text.push_str(&format!("  {name}  {}\n", number(*count)));
    }
    let hint = format!("what a rule wants and what to do: cargo stateline explain {first}");
    text.push_str(&style.wrap(&hint, "  ", "    "));
    text.push('\n');
    text
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}
