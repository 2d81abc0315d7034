//! The command line: what is asked, and the command that answers.

mod cargo_check;
mod check;
mod completions;
mod describe;
mod explain;
mod git;
mod init;
mod map;
mod mapping;
mod options;
mod pipeline;
mod progress;
mod prove;
mod references;
mod rules;
mod screen;
mod selection;
mod selector;
mod today;
mod unassigned;
mod unused;
mod why;

use crate::report::{Exit, Failures, Format, Report, Sources};
use clap::Parser;
use options::{Command, Options};
use screen::Screen;
use std::ffi::OsString;

/// Runs one command line, as `cargo stateline …` or `cargo-stateline …`, and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let options = match Options::try_parse_from(own(arguments)) {
        Ok(options) => options,
        Err(said) => return refused(&said),
    };
    let screen = Screen::new(&options.global);
    match answer(&options, &screen) {
        Ok(exit) => exit,
        Err(failures) => failed(&failures, &options.command, &screen),
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

fn answer(options: &Options, screen: &Screen) -> Result<Exit, Failures> {
    let global = &options.global;
    match &options.command {
        Command::Check(check) => check::run(check, global, screen),
        Command::Init(init) => init::run(init, global, screen),
        Command::Explain { rule } => explain::run(rule, screen),
        Command::Rules(listed) => rules::run(*listed, screen),
        Command::Why { from, to, listed } => why::run(from, to, *listed, global, screen),
        Command::Describe { path, listed } => describe::run(path, *listed, global, screen),
        Command::Map(map) => map::run(map, global, screen),
        Command::Unassigned(listed) => unassigned::run(*listed, global, screen),
        Command::Unused(listed) => unused::run(*listed, global, screen),
        Command::References(references) => references::run(references, global, screen),
        Command::Completions { shell } => completions::run(*shell, screen),
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
fn failed(failures: &Failures, command: &Command, screen: &Screen) -> Exit {
    let format = match command {
        Command::Check(check) => check.format,
        _ => Format::Human,
    };
    let workspace = failures.workspace.as_deref();
    let sources = Sources::new(|path| stateline_rust::read::source(&workspace?.root, path).ok());
    let rules = check::rule_lines();
    let report = Report { failures: &failures.list, rules: &rules, brief: screen.quiet, ..Report::default() };
    if format == Format::Human {
        screen.aside(&report.render(format, &screen.aside, &sources, workspace));
    } else if let Err(failure) = screen.write(&report.render(format, &screen.paper, &sources, workspace)) {
        screen.aside(&format!("error: {}\n", failure.message));
    }
    Exit::Failed
}
