//! `explain`: the page of a rule.

use super::output::Output;
use crate::report::{Exit, Failure, Failures, markdown};
use crate::rules::{self, RULES};
use stateline_schema::{suggest, suggestion};

pub(super) fn run(name: &str, output: &Output) -> Result<Exit, Failures> {
    let rule = rules::rule(name).ok_or_else(|| unknown(name))?;
    output.write(&markdown::render(rule.page, &output.style))?;
    Ok(Exit::Clean)
}

fn unknown(name: &str) -> Failure {
    let failure = Failure::new(format!("there is no rule `{name}`"));
    let lower = name.to_lowercase().replace(['_', ' '], "-");
    let names = || RULES.iter().map(|rule| rule.name);
    // Whoever remembers one word of the name finds it too.
    let meant = names().find(|name| *name == lower).or_else(|| suggest(&lower, names()));
    match meant.or_else(|| names().find(|name| !lower.is_empty() && name.contains(&lower))) {
        Some(meant) => failure.help(suggestion(meant)),
        None => failure.help("`cargo stateline rules` lists them"),
    }
}
