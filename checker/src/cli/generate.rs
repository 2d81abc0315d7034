//! `generate WHAT`: files that other tools read.

mod completions;

use super::options::Generate;
use super::output::Output;
use crate::report::{Exit, Failures};

pub(super) fn run(what: &Generate, output: &Output) -> Result<Exit, Failures> {
    match what {
        Generate::Completions { shell } => completions::run(*shell, output),
    }
}
