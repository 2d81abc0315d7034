//! `generate completions`: what shells need in order to complete `cargo-stateline …`.

use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::report::{Exit, Failures};
use clap::CommandFactory;
use clap_complete::{Shell, generate};

pub(super) fn run(shell: Shell, output: &Output) -> Result<Exit, Failures> {
    let mut script = Vec::new();
    // Shells complete programs; `cargo stateline` is cargo's program, ours is `cargo-stateline`.
    generate(shell, &mut Options::command().bin_name("cargo-stateline"), "cargo-stateline", &mut script);
    output.write(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Clean)
}
