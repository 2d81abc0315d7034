//! `check --prove`: plants violations in memory and tells which of them the rules found.

use super::options::Check;
use super::output::Output;
use super::pipeline::Mapped;
use crate::prove::{Planted, Proof};
use crate::report::survey::number;
use crate::report::{Exit, Failure, Failures, Format};
use serde_json::{Value, json};
use stateline_draw::terminal::{BAD, FAINT, GOOD, NAME, STRONG, TextStyle, clean};
use std::collections::BTreeMap;

/// The text, and [`Exit::Findings`] unless all that was planted was found.
pub(super) fn render(
    options: &Check,
    mapped: &Mapped<'_>,
    output: &Output,
) -> Result<(String, Exit), Failures> {
    let write = match options.format {
        Format::Human => for_people,
        Format::Json => document,
        _ => return Err(Failure::new("`--prove` needs `--format human` or `json`").into()),
    };
    let proof = crate::prove::prove(mapped.graph);
    let exit = if proof.holds() { Exit::Clean } else { Exit::Findings };
    let silent = output.quiet && options.format == Format::Human && exit == Exit::Clean;
    Ok((if silent { String::new() } else { write(&proof, &output.style) }, exit))
}

fn for_people(proof: &Proof, style: &TextStyle) -> String {
    let mut text = String::new();
    for Planted { rule, what, .. } in proof.missed() {
        let line = format!("{}: {}", style.paint(BAD, "missed"), clean(what));
        text.push_str(&format!(
            "{}\n  {}\n",
            style.wrap(&line, "", "  "),
            style.paint(FAINT, &format!("for {rule}"))
        ));
    }
    let (planted, missed) = (number(proof.planted.len()), proof.missed().count());
    let (word, color, rest) = match missed {
        0 if proof.planted.is_empty() => ("unproved", BAD, "nothing could be planted".to_owned()),
        0 => ("proved", GOOD, format!("all {planted} planted violations were found")),
        _ => ("unproved", BAD, format!("{} of {planted} planted violations were not found", number(missed))),
    };
    text.push_str(&format!("{}: {}\n", style.paint(color, word), style.paint(STRONG, &rest)));
    let counts = counts(proof);
    let skipped = proof.skipped.iter().map(|skipped| (skipped.rule, format!("none: {}", skipped.why)));
    let found = counts
        .iter()
        .map(|(rule, (found, planted))| (*rule, format!("{} of {}", number(*found), number(*planted))));
    let lines: Vec<_> = found.chain(skipped).collect();
    let width = lines.iter().map(|(rule, _)| rule.len()).max().unwrap_or_default();
    for (rule, said) in lines {
        let indent = " ".repeat(width + 4);
        let said = style.wrap(&said, &indent, &indent);
        text.push_str(&format!(
            "  {}  {}\n",
            style.paint(NAME, &format!("{rule:<width$}")),
            said.trim_start()
        ));
    }
    text
}

/// By rule: how many were found, of how many.
fn counts(proof: &Proof) -> BTreeMap<&'static str, (usize, usize)> {
    let mut counts: BTreeMap<_, (usize, usize)> = BTreeMap::new();
    for planted in &proof.planted {
        let (found, all) = counts.entry(planted.rule).or_default();
        *found += usize::from(planted.found);
        *all += 1;
    }
    counts
}

fn document(proof: &Proof, _: &TextStyle) -> String {
    let planted = |one: &Planted| json!({ "rule": one.rule, "what": one.what, "found": one.found });
    let planted: Vec<Value> = proof.planted.iter().map(planted).collect();
    let skipped: Vec<Value> =
        proof.skipped.iter().map(|one| json!({ "rule": one.rule, "why": one.why })).collect();
    format!("{:#}\n", json!({ "version": 1, "holds": proof.holds(), "planted": planted, "barren": skipped }))
}
