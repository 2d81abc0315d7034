//! `explain X [Y]`: what something is, who owns it, and what stands behind it.

mod edge;
mod item;
mod rule;

use super::options::{Explain, Global};
use super::output::Output;
use crate::report::{Exit, Failure, Failures};
use crate::rules;
use stateline_schema::suggestion;

pub(super) fn run(asked: &Explain, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let Explain { what, to, listed, .. } = asked;
    match (to, rules::rule(what)) {
        (Some(to), _) => edge::run(asked, to, global, output),
        (None, Some(rule)) => rule::run(rule, *listed, output),
        (None, None) => item::run(what, *listed, global, output).map_err(|failures| meant(what, failures)),
    }
}

/// What is neither in the code nor in the map may be the name of a rule, not quite as it is spelt.
fn meant(what: &str, failures: Failures) -> Failures {
    match rule::similar(what) {
        Some(rule) => {
            Failure::new(format!("there is no rule, context or path `{what}`")).help(suggestion(rule)).into()
        }
        // No path has a dash, and every rule has one.
        None if what.contains('-') && !what.contains(':') => {
            let help = format!(
                "`cargo stateline list rules` lists the rules; in Rust paths, a crate of this name is `{}`",
                what.replace('-', "_")
            );
            Failure::new(format!("there is no rule, context or path `{what}`")).help(help).into()
        }
        None => failures,
    }
}
