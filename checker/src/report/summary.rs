//! The human report as a whole: every finding, and in the end what it comes to.

use super::diagnostic::{Diagnosed, MOST_PLACES};
use super::sources::Sources;
use super::survey::number;
use super::{Entry, Exit, Report, Since, human, place_line};
use crate::finding::{Finding, Level, Place};
use crate::rules;
use stateline_draw::terminal::{BAD, DOUBTFUL, GOOD, NAME, STRONG, TextStyle, clean};
use std::collections::BTreeMap;

/// Findings and failures in order, then one line of verdict and what belongs to it.
pub fn render(report: &Report<'_>, style: &TextStyle, sources: &Sources<'_>) -> String {
    let mut text = String::new();
    let findings = shown(report);
    let left = report.findings.len() - findings.len();
    let entries = findings.into_iter().map(Entry::from).chain(report.failures.iter().map(Entry::from));
    for entry in entries {
        let diagnosed = match is_cut(report) {
            true => Diagnosed::with(&entry, sources, PLACES),
            false => Diagnosed::new(&entry, sources),
        };
        text.push_str(&human::render(&diagnosed, style));
        text.push_str("\n\n");
    }
    if is_cut(report) {
        for finding in in_order(report).skip(1).take(LINES) {
            text.push_str(&format!("{}\n", line(finding, style, sources)));
        }
        text.push('\n');
        text.push_str(&heaviest(report, left.saturating_sub(LINES), style));
        text.push('\n');
    }
    if !report.brief {
        text.push_str(&verdict(report, style));
    }
    text
}

/// More findings than these nobody reads. Then the first is shown, some more with a line each, and the edges that
/// are heaviest: all of it is a screen.
const MOST: usize = 10;
const SCREEN: usize = 40;
const LINES: usize = 2;
const EDGES: usize = 3;
/// Of the first: where it is, and what decides.
const PLACES: usize = 2;

fn is_cut(report: &Report<'_>) -> bool {
    let places: usize = report.findings.iter().map(|finding| finding.places.len().min(MOST_PLACES)).sum();
    !report.all && (report.findings.len() > MOST || places > SCREEN)
}

/// Errors before warnings, each in their order.
fn in_order<'a>(report: &Report<'a>) -> impl Iterator<Item = &'a Finding> {
    let findings = report.findings;
    let of = move |level: Level| findings.iter().filter(move |finding| finding.level == level);
    of(Level::Error).chain(of(Level::Warning))
}

/// All findings, or the first of many.
fn shown<'a>(report: &Report<'a>) -> Vec<&'a Finding> {
    match is_cut(report) {
        true => in_order(report).take(1).collect(),
        false => report.findings.iter().collect(),
    }
}

/// One finding in one line.
fn line(finding: &Finding, style: &TextStyle, sources: &Sources<'_>) -> String {
    let place = finding.places.first().map(|place| Place { label: "".into(), ..place.clone() });
    let place = place.map(|place| format!("{}: ", place_line(&place, sources))).unwrap_or_default();
    style.wrap(&format!("{place}{}", clean(&finding.message)), "  ", "      ")
}

/// The edges with the most places, for those who are not shown every finding.
fn heaviest(report: &Report<'_>, left: usize, style: &TextStyle) -> String {
    let mut edges: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for finding in report.findings {
        let Some(edge) = &finding.edge else { continue };
        let (items, places) = edges.entry(format!("{} -> {}", edge.from, edge.to)).or_default();
        *items += 1;
        *places += finding.places.len();
    }
    let mut edges: Vec<_> = edges.into_iter().collect();
    edges.sort_by(|(a, (_, more)), (b, (_, less))| (less, a).cmp(&(more, b)));
    let mut text = match (left, edges.is_empty()) {
        (0, true) => String::new(),
        (0, false) => "the edges with most places are\n".to_owned(),
        (_, is_empty) => {
            let rest = if is_empty { "" } else { "; the edges with most places are" };
            format!("{} are not shown{rest}\n", counted(left, "more violation", "more violations"))
        }
    };
    let name = |edge: &str| clean(edge).into_owned();
    let width =
        edges.iter().take(EDGES).map(|(edge, _)| name(edge).chars().count()).max().unwrap_or_default();
    for (edge, (items, places)) in edges.iter().take(EDGES) {
        let (items, places) = (counted(*items, "item", "items"), counted(*places, "place", "places"));
        text.push_str(&format!("  {:<width$}  {items}, {places}\n", name(edge)));
    }
    if edges.len() > EDGES {
        text.push_str(&format!("  and {}\n", counted(edges.len() - EDGES, "more edge", "more edges")));
    }
    for (command, what) in [
        ("cargo stateline check --all", "shows every violation with its places"),
        ("cargo stateline explain A B", "shows what is behind an edge"),
    ] {
        text.push_str(&format!("  {}  {what}\n", style.paint(NAME, command)));
    }
    text
}

fn verdict(report: &Report<'_>, style: &TextStyle) -> String {
    let of = |level: Level| report.findings.iter().filter(|finding| finding.level == level).count();
    let (errors, warnings) = (of(Level::Error), of(Level::Warning));
    let mut text = match report.exit() {
        Exit::Failed => {
            let problems = counted(report.failures.len(), "problem", "problems");
            return head(style, BAD, "failed", &format!("{problems}; nothing was checked"));
        }
        Exit::Findings => {
            let warnings = if warnings > 0 {
                format!(", {}", counted(warnings, "warning", "warnings"))
            } else {
                String::new()
            };
            let errors = counted(errors, "error", "errors");
            head(style, BAD, "failed", &format!("{errors}{warnings}{}", since(report)))
        }
        Exit::Clean if warnings > 0 => head(
            style,
            DOUBTFUL,
            "ok",
            &match report.since {
                None => format!("no errors, {}", counted(warnings, "warning", "warnings")),
                Some(_) => format!("{}{}", counted(warnings, "warning", "warnings"), since(report)),
            },
        ),
        Exit::Clean => match report.since {
            None => head(style, GOOD, "ok", "no violations"),
            Some(_) => head(style, GOOD, "ok", &format!("no violations{}", since(report))),
        },
    };
    text.push_str(&by_rule(report, style));
    if let Some(known) = report.since.and_then(known) {
        text.push_str(&style.wrap(&known, "  ", "    "));
        text.push('\n');
    }
    for taken in report.since.iter().flat_map(|since| &since.taken) {
        let line = format!(
            "new crate: `{}` belongs to `{2}` by `{1}`",
            clean(&taken.name),
            clean(&taken.by),
            clean(&taken.context)
        );
        text.push_str(&style.wrap(&line, "  ", "    "));
        text.push('\n');
    }
    // What a change makes wrong is to be seen on one screen; the survey is not about the change.
    let is_of_change = report.since.is_some() && !report.findings.is_empty();
    if let Some(survey) = report.survey.filter(|_| !is_cut(report) && !is_of_change) {
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
    (since.known > 0).then(|| format!("not shown: {known} that {revision} ({commit}) also has{more}"))
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
    if rules::is_left_by_an_older_map(first) {
        let hint = "if the map was regrouped, cargo stateline renew writes the exceptions for it";
        text.push_str(&style.wrap(hint, "  ", "    "));
        text.push('\n');
        return text;
    }
    let hint = format!("for what a rule checks and what to do, run cargo stateline explain {first}");
    text.push_str(&style.wrap(&hint, "  ", "    "));
    text.push('\n');
    text
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}
