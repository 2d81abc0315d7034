//! The command line: what is asked, and the command that answers.

mod base;
mod cargo_check;
mod check;
mod clean;
mod comment;
mod exceptions;
mod explain;
mod file;
mod generate;
mod git;
mod init;
mod list;
mod lock;
mod locked;
mod map;
mod mapping;
mod options;
mod output;
mod patch;
mod permit;
mod pipeline;
mod population;
mod prove;
mod renew;
mod selection;
mod selector;
mod today;

use crate::report::{Exit, Failures, Format, Report, Sources};
use clap::Parser;
use options::{Command, Options};
use output::Output;
use stateline_rust::Overlay;
use std::ffi::OsString;

/// Runs one command line, as `cargo stateline …` or `cargo-stateline …`, and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let mut options = match Options::try_parse_from(own(arguments)) {
        Ok(options) => options,
        Err(said) => return refused(&said),
    };
    let output = Output::new(&options.global);
    let overlays = match &options.command {
        Command::Check(check) => check::overlays(check),
        _ => Ok(Vec::new()),
    };
    let answered = overlays.map_err(Failures::from).and_then(|overlays| {
        // The map and what belongs to it is YAML, and no source is.
        let is_map =
            |overlay: &Overlay| overlay.path.extension().is_some_and(|end| end == "yaml" || end == "yml");
        (options.global.map_overlays, options.global.overlays) = overlays.into_iter().partition(is_map);
        answer(&options, &output)
    });
    match answered.and_then(|exit| output.finish().map(|()| exit).map_err(Failures::from)) {
        Ok(exit) => exit,
        Err(failures) => failed(&failures, &options, &output),
    }
}

/// Cargo repeats the name of its subcommand as the first argument.
fn own(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<_> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|argument| argument == "stateline") {
        arguments.remove(1);
    }
    arguments
}

fn answer(options: &Options, output: &Output) -> Result<Exit, Failures> {
    let global = &options.global;
    match &options.command {
        Command::Check(check) => check::run(check, global, output),
        Command::Init(init) => init::run(init, global, output),
        Command::Explain(asked) => explain::run(asked, global, output),
        Command::List { what } => list::run(what, global, output),
        Command::Permit(permit) => permit::run(permit, global, output),
        Command::Renew(renew) => renew::run(renew, global, output),
        Command::Lock(lock) => lock::run(lock, global, output),
        Command::Map(map) => map::run(map, global, output),
        Command::Clean(asked) => clean::run(*asked, global, output),
        Command::Generate { what } => generate::run(what, global, output),
    }
}

/// Help and version are asked for; all else that clap says is a wrong argument.
fn refused(said: &clap::Error) -> Exit {
    // A reader that has gone away is no failure of ours.
    let _ = said.print();
    if said.exit_code() == 0 { Exit::Clean } else { Exit::Failed }
}

/// Tells why the tool could not do its work: people on the standard error, programs in the format
/// that they asked for.
fn failed(failures: &Failures, options: &Options, output: &Output) -> Exit {
    let format = match &options.command {
        Command::Check(check) => check.format,
        _ => Format::Human,
    };
    let workspace = failures.workspace.as_deref();
    let sources = workspace
        .map_or_else(|| Sources::new(|_| None), |workspace| pipeline::sources(workspace, &options.global));
    let rules = check::rule_lines();
    let report = Report { failures: &failures.list, rules: &rules, brief: output.quiet, ..Report::default() };
    if format == Format::Human {
        output.stderr(&report.render(format, &output.stderr, &sources, workspace));
    } else if let Err(failure) = output
        .write(&report.render(format, &output.style, &sources, workspace))
        .and_then(|()| output.finish())
    {
        output.stderr(&format!("error: {}\n", failure.message));
    }
    Exit::Failed
}
