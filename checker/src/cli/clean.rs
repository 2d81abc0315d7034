//! `clean`: the cache is removed.

use super::options::{Clean, Global};
use super::output::Output;
use super::pipeline;
use crate::report::{Exit, Failure, Failures};
use stateline_rust::cache;

/// # Errors
/// When there is no workspace here, or something in the cache cannot be removed.
pub(super) fn run(asked: Clean, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let root = match asked.all {
        true => None,
        false => Some(pipeline::root(global)?),
    };
    let Some(home) = cache::home() else {
        output.write("nothing to remove: without a home folder nothing is kept\n")?;
        return Ok(Exit::Clean);
    };
    let removed = cache::clean(&home, root.as_deref());
    let removed =
        removed.map_err(|error| Failure::new(format!("cannot clean {}: {error}", home.display())))?;
    if !output.quiet {
        output.write(&format!("removed {} kB from {}\n", removed.div_ceil(1000), home.display()))?;
    }
    Ok(Exit::Clean)
}
