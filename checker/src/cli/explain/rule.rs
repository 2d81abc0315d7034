//! `explain RULE`: its page.

use crate::cli::options::{ListFormat, Listed};
use crate::cli::output::Output;
use crate::report::{Exit, Failures, markdown};
use crate::rules::{RULES, Rule};
use serde_json::json;
use stateline_schema::suggest;

pub(super) fn run(rule: &Rule, listed: Listed, output: &Output) -> Result<Exit, Failures> {
    output.write(&match listed.format {
        ListFormat::Human => markdown::render(rule.page, &output.style),
        ListFormat::Json => format!("{:#}\n", json!({ "version": 1, "rule": document(rule) })),
    })?;
    Ok(Exit::Clean)
}

/// A rule, for machines.
pub(crate) fn document(rule: &Rule) -> serde_json::Value {
    json!({ "name": rule.name, "level": rule.level, "summary": rule.summary, "page": rule.page })
}

/// The rule that somebody may have meant.
pub(super) fn similar(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase().replace(['_', ' '], "-");
    let names = || RULES.iter().map(|rule| rule.name);
    // Whoever remembers one word of the name finds it too.
    let meant = names().find(|name| *name == lower).or_else(|| suggest(&lower, names()));
    meant.or_else(|| names().find(|name| !lower.is_empty() && name.contains(&lower)))
}
