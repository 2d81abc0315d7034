//! `check`: the workspace against its map.

use super::base::Base;
use super::git::TouchedLines;
use super::locked::LOCK;
use super::options::{Check, Global, Unsaved};
use super::output::Output;
use super::pipeline::{self, Mapped};
use super::selection::Selection;
use super::{cargo_check, comment, prove};
use crate::finding::{Finding, Place};
use crate::report::text::Text;
use crate::report::{Exit, Failure, Failures, Format, Report, RuleLine, Sources};
use crate::rules::{self, RULES, Rule};
use stateline_draw::terminal::clean_lines;
use stateline_rust::Overlay;
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(options: &Check, global: &Global, output: &Output) -> Result<Exit, Failures> {
    if options.with_cargo_check {
        if options.format != Format::Rustc {
            return Err(Failure::new("`--with-cargo-check` goes with `--format rustc` only").into());
        }
        cargo_check::run(global, output)?;
    }
    let beside = (options.since.as_deref(), options.population.as_deref());
    let (text, exit) = pipeline::locked(global, beside, |mapped| match options.prove {
        true => prove::render(options, mapped, output),
        false => render(options, mapped, global, output),
    })?;
    output.write(&text)?;
    Ok(exit)
}

/// The texts to read in place of files.
///
/// # Errors
/// When one cannot be read, or is not UTF-8.
pub(super) fn overlays(options: &Check) -> Result<Vec<Overlay>, Failure> {
    options.overlay.iter().map(unsaved).collect()
}

/// A file as it is checked, with its text.
///
/// # Errors
/// When the text cannot be read, or is not UTF-8.
fn unsaved(Unsaved { path, text }: &Unsaved) -> Result<Overlay, Failure> {
    let (shown, read) = match text == Path::new("-") {
        true => ("the standard input".to_owned(), stateline_rust::standard_input()),
        false => (text.display().to_string(), stateline_rust::file_bytes(text)),
    };
    let refused = |why: &dyn std::fmt::Display| {
        Failure::new(format!("{shown}: cannot be read as `{}`: {why}", path.display()))
    };
    let text = String::from_utf8(read.map_err(|error| refused(&error))?).map_err(|error| refused(&error))?;
    let path = std::path::absolute(path).map_err(|error| refused(&error))?;
    Ok(Overlay { path, text })
}

fn render(
    options: &Check,
    mapped: &Mapped<'_>,
    global: &Global,
    output: &Output,
) -> Result<(String, Exit), Failures> {
    // Asked before the rules are, so that a wrong name or revision is told at once.
    let selection = Selection::new(&options.package, mapped.workspace)?;
    let base = options.since.as_ref().map(|revision| base(revision, mapped, global, output)).transpose()?;
    let outcome = rules::check_graph(mapped.graph);
    let mut findings = outcome.findings;
    let since = base.as_ref().map(|base| base.take_known(&mut findings, mapped.graph));
    findings.retain(|finding| selection.holds(finding));
    let sources = pipeline::sources_beside(mapped.sources, mapped.workspace, global);
    if let (Some(base), Some(since)) = (&base, &since) {
        if options.format == Format::Github {
            show_first(&mut findings, &base.fork.touched(&mapped.workspace.root)?, &sources);
        }
        if let Some(path) = &options.comment {
            comment::write(path, &findings, since, (mapped, &sources), (&base.fork, global))?;
        }
    }
    let lines = rule_lines();
    let report = Report {
        findings: &findings,
        rules: &lines,
        survey: Some(&outcome.survey),
        since: since.as_ref(),
        all: options.all,
        brief: output.quiet,
        ..Report::default()
    };
    Ok((report.render(options.format, &output.style, &sources, Some(mapped.workspace)), report.exit()))
}

/// What was wrong where this branch parted. What keeps that from being known is said; then all is new.
fn base(revision: &str, mapped: &Mapped<'_>, global: &Global, output: &Output) -> Result<Base, Failures> {
    let input = &mapped.graph.input;
    if input.lock.is_some() && input.base.is_none() {
        output.stderr(&format!(
            "note: there was no {LOCK} where this branch and `{revision}` parted: nothing is compared with it\n"
        ));
    }
    let (base, problem) = Base::at(revision, mapped.workspace, global)?;
    if let Some(problem) = problem {
        let note = format!(
            "note: where this branch and `{revision}` parted, nothing could be checked, so that all findings are \
             told: {}\n",
            problem.message
        );
        output.stderr(&clean_lines(&note));
    }
    Ok(base)
}

/// Puts first of each finding's places one on a line that the change touches: annotations stand there.
fn show_first(findings: &mut [Finding], touched: &TouchedLines, sources: &Sources<'_>) {
    let is_touched = |place: &Place| {
        let line = |text: Arc<Text>| text.position(text.clamp(&place.span).start).line;
        sources.text(&place.path).is_some_and(|text| touched.holds(&place.path, line(text)))
    };
    for finding in findings {
        if let Some(first) = finding.places.iter().position(is_touched) {
            finding.places[..=first].rotate_right(1);
        }
    }
}

/// The rules as reports list them.
pub(super) fn rule_lines() -> Vec<RuleLine<'static>> {
    let line = |rule: &&'static Rule| RuleLine {
        name: rule.name,
        summary: rule.summary,
        level: rule.level,
        page: rule.page,
    };
    RULES.iter().map(line).collect()
}
