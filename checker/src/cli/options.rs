//! The command line as it may be written.
//!
//! Long because all verbs and flags stand here, which are read beside each other as help.

use crate::report::Format;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use stateline_draw::atlas::Level;
use stateline_draw::layout::SheetKind;
use stateline_draw::{FORMATS, Format as MapFormat};
use stateline_rust::Overlay;
use std::path::PathBuf;
use std::str::FromStr;

/// Keeps a system's architecture map true.
#[derive(Debug, Parser)]
#[command(
    name = "cargo-stateline",
    bin_name = "cargo stateline",
    version,
    about = "Checks a Rust workspace against its architecture map, stateline.yaml",
    after_help = "Exit codes: 0 no violations, 1 violations, 2 the check could not run."
)]
pub(super) struct Options {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command takes.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// Cargo.toml of the workspace [default: the nearest one from here upwards]
    #[arg(long, value_name = "PATH", global = true)]
    pub(super) manifest_path: Option<PathBuf>,
    /// The map [default: `stateline.yaml` at the workspace root]
    #[arg(long, value_name = "PATH", global = true)]
    pub(super) map: Option<PathBuf>,
    /// The exceptions [default: `stateline.exceptions.yaml` beside the map]
    #[arg(long, value_name = "PATH", global = true)]
    pub(super) exceptions: Option<PathBuf>,
    /// Print no summary and no hints
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(super) color: Color,
    /// Use this day as today, such as 2026-12-31, when looking for exceptions that have ended
    #[arg(long, value_name = "DATE", global = true)]
    pub(super) as_of: Option<String>,
    /// Do not use the cache, and write nothing to it
    #[arg(long, global = true)]
    pub(super) no_cache: bool,
    /// Write the result to a file instead of the standard output
    #[arg(short, long, value_name = "FILE", global = true)]
    pub(super) output: Option<PathBuf>,
    /// Read in place of what the disk has, of `check --overlay`: source files
    #[arg(skip)]
    pub(super) overlays: Vec<Overlay>,
    /// The same for the map, files of contexts and exceptions
    #[arg(skip)]
    pub(super) map_overlays: Vec<Overlay>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the workspace against its map
    #[command(after_help = CHECK_HELP)]
    Check(Check),
    /// Write a first map, with an exception for each dependency between contexts
    Init(Init),
    /// Explain a rule, an item, a context, a file, or the edge between two contexts
    #[command(after_help = EXPLAIN_HELP)]
    Explain(Explain),
    /// List rules, exceptions, references, metrics, and unresolved, unowned, unused or affected code
    #[command(after_help = LIST_HELP)]
    List {
        #[command(subcommand)]
        what: List,
    },
    /// Turn exceptions into permissions in the map
    #[command(after_help = PERMIT_HELP)]
    Permit(Permit),
    /// Update the exceptions after a change of the map
    #[command(after_help = RENEW_HELP)]
    Renew(Renew),
    /// Write `stateline.lock`, which freezes the processes and data in flight
    #[command(after_help = LOCK_HELP)]
    Lock(Lock),
    /// Draw the map
    Map(Map),
    /// Remove the cache
    #[command(after_help = "Example: cargo stateline clean --all", display_order = 100)]
    Clean(Clean),
    /// Write completions, JSON Schemas, or instructions for coding agents
    #[command(after_help = GENERATE_HELP, display_order = 101)]
    Generate {
        #[command(subcommand)]
        what: Generate,
    },
}

/// What `explain --help` ends with.
const EXPLAIN_HELP: &str = "\
Examples: cargo stateline explain undeclared-call
          cargo stateline explain payments/src/payout.rs
          cargo stateline explain payments ledger";

/// What `list --help` ends with.
const LIST_HELP: &str = "\
Examples: cargo stateline list rules
          cargo stateline list unused --format json";

/// What `generate --help` ends with.
const GENERATE_HELP: &str = "\
Examples: cargo stateline generate completions bash
          cargo stateline generate schema
          cargo stateline generate instructions --check";

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// A rule, a context, a path such as `ledger::Amount`, a step, or a file
    #[arg(value_name = "X")]
    pub(super) what: String,
    /// A second context or path: show the references from the first one to it
    #[arg(value_name = "Y")]
    pub(super) to: Option<String>,
    /// With Y: show every item and more places, not only a screen of them
    #[arg(long, requires = "to")]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) listed: Listed,
}

#[derive(Debug, Subcommand)]
pub(super) enum List {
    /// Exceptions by edge and owner, heaviest first, with the cheapest cut of each cycle
    Exceptions(Exceptions),
    /// All rules
    Rules(Listed),
    /// Every reference that crosses a crate or a top-level module; needs no map
    References(References),
    /// What could not be resolved, or leads out of the workspace: file, line, column, name, kind, own
    /// crate, own module, reason; needs no map
    Unresolved(Unresolved),
    /// The crates and modules that no context owns
    Unowned(Listed),
    /// What the map permits and the code does not use
    Unused(Listed),
    /// Coupling, instability and exceptions of each context
    Metrics(Listed),
    /// Packages that a change may break, as arguments for `cargo test`
    #[command(after_help = AFFECTED_HELP)]
    Affected(Affected),
}

/// What `list affected --help` ends with.
const AFFECTED_HELP: &str = "\
Example: cargo stateline list affected --since origin/main | xargs -r cargo test
         prints nothing, and so tests nothing, if no package is affected";

#[derive(Debug, Args)]
pub(super) struct Affected {
    /// Compare with the merge base of HEAD and this revision, including uncommitted changes
    #[arg(long, value_name = "REV")]
    pub(super) since: String,
    /// How to write the list
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: ListFormat,
}

#[derive(Debug, Subcommand)]
pub(super) enum Generate {
    /// Completions for a shell
    Completions {
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// The JSON Schemas of the map's files, beside the map
    Schema(GenerateFiles),
    /// Instructions on what code may do in each context, between markers in AGENTS.md or another file
    #[command(after_help = INSTRUCTIONS_HELP)]
    Instructions(Instructions),
}

/// What `generate instructions --help` ends with.
const INSTRUCTIONS_HELP: &str = "\
Example: cargo stateline generate instructions --file CONTRIBUTING.md
         replaces what stands between the two markers there, or adds them at the end";

#[derive(Clone, Copy, Debug, Args)]
pub(super) struct GenerateFiles {
    /// Write nothing, and fail if a file is stale
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Debug, Args)]
pub(super) struct Instructions {
    /// The file, from the workspace's folder on
    #[arg(long, value_name = "FILE", default_value = "AGENTS.md")]
    pub(super) file: PathBuf,
    /// Write nothing, and fail if the file does not say what would be written
    #[arg(long)]
    pub(super) check: bool,
}

/// What `check --help` ends with.
const CHECK_HELP: &str = "\
Example: cargo stateline check
         cargo stateline check --since origin/main --format github --comment comment.md";

#[derive(Debug, Args)]
pub(super) struct Check {
    /// How to write the report
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    /// Only findings in this package; may be given several times
    #[arg(short, long, value_name = "NAME")]
    pub(super) package: Vec<String>,
    /// Only findings that the merge base with this git revision lacks, and a lock that is compared with the
    /// one there
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    /// Write what the change does to findings, exceptions and the map into a file, in Markdown, for a comment on
    /// a pull request
    #[arg(long, value_name = "FILE", requires = "since")]
    pub(super) comment: Option<PathBuf>,
    /// Show every violation, and not the first of many
    #[arg(long)]
    pub(super) all: bool,
    /// Say how many instances a change would hit, by what `population` of your program has counted
    #[arg(long, value_name = "FILE")]
    pub(super) population: Option<PathBuf>,
    /// Plant one violation of each rule, and of each permission that the map leaves out, and fail
    /// if one is not found
    #[arg(long)]
    pub(super) prove: bool,
    /// Check with another text of a source file, the map, a context's file or the exceptions, such as a buffer
    /// that is not saved: `src/lib.rs=-` takes it from the standard input. May be given several times. Nothing of
    /// it is kept in the cache
    #[arg(long, value_name = "PATH=FILE", conflicts_with = "with_cargo_check")]
    pub(super) overlay: Vec<Unsaved>,
    /// First run `cargo check` and pass its messages on, for rust-analyzer's check.overrideCommand
    #[arg(long)]
    pub(super) with_cargo_check: bool,
}

/// A file, and where the text is that it is checked with: `PATH=FILE`, or `PATH=-` for the standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unsaved {
    pub(super) path: PathBuf,
    pub(super) text: PathBuf,
}

impl FromStr for Unsaved {
    type Err = &'static str;

    fn from_str(said: &str) -> Result<Self, Self::Err> {
        match said.rsplit_once('=') {
            Some((path, text)) if !path.is_empty() && !text.is_empty() => {
                Ok(Unsaved { path: path.into(), text: text.into() })
            }
            _ => Err("write it as `PATH=FILE`, or as `PATH=-` for the standard input"),
        }
    }
}

/// What `permit --help` ends with.
const PERMIT_HELP: &str = "\
A function goes into `calls` of A, anything else into `uses` of A and `exports` of its owner. What an export would
mention and its owner keeps, what other contexts could name then, and a ring that it closes are listed, and
nothing is written.

Example: cargo stateline permit shop ledger --dry-run
         cargo stateline permit shop ledger::load_account ledger::Amount
         cargo stateline permit shop ledger::load_account --revoke --owner ada --until 2027-03-31 \\
             --reason \"loads by message from spring on\"";

#[derive(Debug, Args)]
pub(super) struct Permit {
    /// The context that may do more
    #[arg(value_name = "A")]
    pub(super) from: String,
    /// What it may name: a context, for all that exceptions tolerate, or paths
    #[arg(value_name = "B", required = true)]
    pub(super) to: Vec<String>,
    /// Write nothing, and show what would change
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Export what the exports mention too, and write what closes a ring or lets others name more
    #[arg(long, conflicts_with = "revoke")]
    pub(super) with_mentioned: bool,
    /// Take permissions out, and write what still needs them as exceptions
    #[arg(long)]
    pub(super) revoke: bool,
    /// Who has to end these exceptions
    #[arg(long, value_name = "NAME", requires = "revoke")]
    pub(super) owner: Option<String>,
    /// Why the code may still do it
    #[arg(long, value_name = "TEXT", requires = "revoke")]
    pub(super) reason: Option<String>,
    /// Their last day
    #[arg(long, value_name = "DATE", requires = "revoke")]
    pub(super) until: Option<String>,
}

/// What `renew --help` ends with.
const RENEW_HELP: &str = "\
Exceptions keep their owners, days, reasons and places in the file under new names of contexts and crates. Those
that nothing needs any more are taken out. What the code of the base does already is tolerated from now on; what
the working tree adds stays an error. Permissions stay as they are.

Example: cargo stateline renew
         cargo stateline renew --since main --renamed ledger=books";

#[derive(Debug, Args)]
pub(super) struct Renew {
    /// Tolerate what the merge base with this git revision does
    #[arg(long, value_name = "REV", default_value = "HEAD")]
    pub(super) since: String,
    /// A context, crate, path or folder (`shop/=store/`) that has another name now; may be given several times.
    /// Crates whose folder stays are found
    #[arg(long, value_name = "OLD=NEW")]
    pub(super) renamed: Vec<String>,
    /// How many days new exceptions hold
    #[arg(long, value_name = "N", default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=3650))]
    pub(super) days: u32,
    /// Who has to end new exceptions; whoever git says you are, if not given
    #[arg(long, value_name = "NAME")]
    pub(super) owner: Option<String>,
    /// Write nothing, and show what would change
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// What `lock --help` ends with.
const LOCK_HELP: &str = "\
Example: cargo stateline lock
         cargo stateline lock --accept \"no instance of version 1 is left\"";

#[derive(Debug, Args)]
pub(super) struct Lock {
    /// Write nothing, and fail if the lock is not what would be written, the code of steps aside
    #[arg(long)]
    pub(super) check: bool,
    /// Lock every type that serde writes or reads; needs no map
    #[arg(long)]
    pub(super) types: bool,
    /// Lock changes that are unsafe, too, and keep the reason in the lock
    #[arg(long, value_name = "REASON", conflicts_with = "check")]
    pub(super) accept: Option<String>,
}

#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Clean {
    /// Remove the caches of all workspaces, not only of this one
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// What becomes a context
    #[arg(long, value_name = "WHAT", default_value = "folder")]
    pub(super) by: By,
    /// How many days the exceptions hold at most: those with the fewest crossings end first
    #[arg(long, value_name = "N", default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=3650))]
    pub(super) days: u32,
    /// Overwrite the map and the exceptions that are there
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    /// One context for the crates of a folder, and for crates whose names begin alike
    Folder,
    /// One context for each crate
    Crate,
    /// One context for each top-level module, and one for the rest of its crate
    Module,
}

#[derive(Debug, Args)]
pub(super) struct Map {
    /// How to draw it; several with commas. Without, those that are in the folder, or for the terminal
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = map_format())]
    pub(super) format: Vec<&'static MapFormat>,
    /// Write files into this folder, and only those that change
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Write nothing, and fail if a file in the folder is not what would be written
    #[arg(long, requires = "out")]
    pub(super) check: bool,
    /// Only these contexts, with commas, and those around them
    #[arg(long, value_name = "CONTEXTS", value_delimiter = ',')]
    pub(super) only: Vec<String>,
    /// How many calls, uses, topics or crossings away from those contexts others may be
    #[arg(long, value_name = "N", default_value_t = 0, requires = "only")]
    pub(super) hops: usize,
    /// From how far above
    #[arg(long, value_name = "LEVEL", default_value = Level::default().name(), value_parser = level())]
    pub(super) level: Level,
    /// How pictures show the map. Without, as the layout lock has it; and where that says nothing, as land
    /// if everything finds room there, and else as a matrix
    #[arg(long, value_name = "SHEET", value_parser = sheet_kind())]
    pub(super) sheet: Option<SheetKind>,
    /// Where places on a page (`--format html`) lead to, such as
    /// `https://example.org/tree/main/{file}#L{line}`
    #[arg(long, value_name = "PATTERN")]
    pub(super) link: Option<String>,
    /// The way of a process across borders
    #[arg(long, value_name = "PROCESS", conflicts_with = "process")]
    pub(super) journey: Option<String>,
    /// What stands above pictures; the map's `title` if not given, or else `NAME: a political map`, by the
    /// package at the workspace root
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// Where the layout of pictures is kept; `stateline.map.lock` at the workspace root if not given
    #[arg(long, value_name = "PATH")]
    pub(super) lock: Option<PathBuf>,
    /// The timetable of a process: its steps, what they await, and what undoes them
    #[arg(long, value_name = "NAME")]
    pub(super) process: Option<String>,
    /// What the map has gained and lost since this git revision
    #[arg(long, value_name = "REV", conflicts_with_all = ["only", "journey", "process"])]
    pub(super) diff: Option<String>,
}

/// The formats of maps, by their names.
fn map_format() -> impl TypedValueParser<Value = &'static MapFormat> {
    let known = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(known).map(|name| MapFormat::named(&name).expect("clap knows the names"))
}

/// The levels, by their names.
fn level() -> impl TypedValueParser<Value = Level> {
    let known = Level::ALL.map(|level| PossibleValue::new(level.name()).help(level.about()));
    let named = |name: String| Level::ALL.into_iter().find(|level| level.name() == name);
    PossibleValuesParser::new(known).map(move |name| named(name).expect("clap knows the names"))
}

/// The kinds of sheets, by their names.
fn sheet_kind() -> impl TypedValueParser<Value = SheetKind> {
    let known = SheetKind::ALL.map(|kind| PossibleValue::new(kind.name()).help(kind.about()));
    PossibleValuesParser::new(known).map(|name| SheetKind::named(&name).expect("clap knows the names"))
}

#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Exceptions {
    /// Show every row, not only the heaviest
    #[arg(long)]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) listed: Listed,
}

#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Listed {
    /// How to write the list
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For people
    Human,
    /// One object
    Json,
}

#[derive(Debug, Args)]
pub(super) struct References {
    /// How to write them
    #[arg(long, value_name = "FORMAT", default_value = "tsv")]
    pub(super) format: ReferenceFormat,
    /// Only those in this package; may be given several times
    #[arg(short, long, value_name = "NAME")]
    pub(super) package: Vec<String>,
    /// Also those behind conditions (`#[cfg(…)]`) that do not hold in an ordinary build: for Linux on
    /// x86-64, with default features and tests. `check` always reads both
    #[arg(long)]
    pub(super) all_cfg: bool,
}

#[derive(Debug, Args)]
pub(super) struct Unresolved {
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "tsv")]
    pub(super) format: ReferenceFormat,
    /// Only that in this package; may be given several times
    #[arg(short, long, value_name = "NAME")]
    pub(super) package: Vec<String>,
    /// Only count it: each kind with its heaviest reasons
    #[arg(long)]
    pub(super) summary: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReferenceFormat {
    /// file, line, column, name, how, own crate, own module, target crate, target
    Tsv,
    /// The same as one JSON object per line, with `"enabled": false` where a condition is off
    Jsonl,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Options::command().debug_assert();
    }
}
