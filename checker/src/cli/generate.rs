//! `generate WHAT`: files that other tools read.

mod completions;
mod instructions;
mod schema;
mod written;

use super::options::{Generate, Global};
use super::output::Output;
use crate::report::{Exit, Failures};

pub(super) fn run(what: &Generate, global: &Global, output: &Output) -> Result<Exit, Failures> {
    match what {
        Generate::Completions { shell } => completions::run(*shell, output),
        Generate::Schema(asked) => schema::run(asked, global, output),
        Generate::Instructions(asked) => instructions::run(asked, global, output),
    }
}
