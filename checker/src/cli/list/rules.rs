//! `list rules`: all of them, in a table.

use crate::cli::options::{ListFormat, Listed};
use crate::cli::output::Output;
use crate::finding::Level;
use crate::report::{Exit, Failures};
use crate::rules::{RULES, Rule};
use serde_json::json;
use stateline_draw::terminal::{BAD, DOUBTFUL, NAME, TextStyle};

pub(super) fn run(listed: Listed, output: &Output) -> Result<Exit, Failures> {
    let text = match listed.format {
        ListFormat::Human => RULES.iter().map(|rule| line(rule, &output.style)).collect(),
        ListFormat::Json => document(),
    };
    output.write(&text)?;
    Ok(Exit::Clean)
}

fn line(rule: &Rule, style: &TextStyle) -> String {
    let longest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let (word, color) = match rule.level {
        Level::Error => ("error  ", BAD),
        Level::Warning => ("warning", DOUBTFUL),
    };
    let (name, level) = (style.paint(NAME, rule.name), style.paint(color, word));
    let pad = " ".repeat(longest - rule.name.len());
    let indent = longest + word.len() + 4;
    if style.width() < indent + 24 {
        return format!("{name}  {level}\n{}\n", style.wrap(rule.summary, "    ", "    "));
    }
    let summary = style.wrap(rule.summary, &" ".repeat(indent), &" ".repeat(indent));
    format!("{name}{pad}  {level}  {}\n", summary.trim_start())
}

fn document() -> String {
    let rules: Vec<_> = RULES
        .iter()
        .map(|rule| json!({ "name": rule.name, "level": rule.level, "summary": rule.summary, "page": rule.page }))
        .collect();
    format!("{:#}\n", json!({ "version": 1, "rules": rules }))
}
