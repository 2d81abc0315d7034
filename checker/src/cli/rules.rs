//! `rules`: all of them, in a table.

use super::options::{ListFormat, Listed};
use super::screen::Screen;
use crate::finding::Level;
use crate::report::{Exit, Failures};
use crate::rules::{RULES, Rule};
use serde_json::json;
use stateline_draw::terminal::{BAD, DOUBTFUL, NAME, TextStyle};

pub(super) fn run(listed: Listed, screen: &Screen) -> Result<Exit, Failures> {
    let text = match listed.format {
        ListFormat::Human => RULES.iter().map(|rule| line(rule, &screen.paper)).collect(),
        ListFormat::Json => document(),
    };
    screen.write(&text)?;
    Ok(Exit::Clean)
}

fn line(rule: &Rule, paper: &TextStyle) -> String {
    let longest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let (word, style) = match rule.level {
        Level::Error => ("error  ", BAD),
        Level::Warning => ("warning", DOUBTFUL),
    };
    let (name, level) = (paper.paint(NAME, rule.name), paper.paint(style, word));
    let pad = " ".repeat(longest - rule.name.len());
    let indent = longest + word.len() + 4;
    if paper.width() < indent + 24 {
        return format!("{name}  {level}\n{}\n", paper.wrap(rule.summary, "    ", "    "));
    }
    let summary = paper.wrap(rule.summary, &" ".repeat(indent), &" ".repeat(indent));
    format!("{name}{pad}  {level}  {}\n", summary.trim_start())
}

fn document() -> String {
    let rules: Vec<_> = RULES
        .iter()
        .map(|rule| json!({ "name": rule.name, "level": rule.level, "summary": rule.summary, "page": rule.page }))
        .collect();
    format!("{:#}\n", json!({ "version": 1, "rules": rules }))
}
