//! `check`: the workspace against its map.

use super::cargo_check;
use super::locked::LOCK;
use super::options::{Check, Global};
use super::output::Output;
use super::pipeline::{self, Mapped};
use super::prove;
use super::selection::Selection;
use crate::report::{Exit, Failure, Failures, Format, Report, RuleLine};
use crate::rules::{self, RULES, Rule};

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

fn render(
    options: &Check,
    mapped: &Mapped<'_>,
    global: &Global,
    output: &Output,
) -> Result<(String, Exit), Failures> {
    // Asked before the rules are, so that a wrong revision is told at once.
    let selection = Selection::new(options, mapped.workspace)?;
    if let (Some(revision), None) = (&options.since, mapped.graph.input.base) {
        output.stderr(&format!(
            "note: there was no {LOCK} where this branch and `{revision}` parted: nothing is compared with it\n"
        ));
    }
    let outcome = rules::check_graph(mapped.graph);
    let findings: Vec<_> = outcome.findings.into_iter().filter(|finding| selection.holds(finding)).collect();
    let lines = rule_lines();
    let report = Report {
        findings: &findings,
        rules: &lines,
        survey: Some(&outcome.survey),
        brief: output.quiet,
        ..Report::default()
    };
    let sources = pipeline::sources_beside(mapped.sources, mapped.workspace, global);
    Ok((report.render(options.format, &output.style, &sources, Some(mapped.workspace)), report.exit()))
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
