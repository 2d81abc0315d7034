//! The command as people and CI run it: arguments in, complete output and exit code out.

mod before;
mod beside;
mod broken_input;
mod check;
mod exceptions;
mod files;
mod init;
mod lists;
mod lock;
mod map;
mod marks;
mod overlay;
mod permit;
mod renew;
mod selection;
mod since;
mod unresolved;
mod workspace;

use cargo_stateline::report::Format;
use clap::ValueEnum as _;

/// The formats of findings, as `--format` takes them.
pub(crate) fn formats() -> impl Iterator<Item = String> {
    let names = Format::value_variants().iter().filter_map(|format| format.to_possible_value());
    names.map(|name| name.get_name().to_owned())
}
