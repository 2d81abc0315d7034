//! The command `stateline`: the verbs that need no user's code, on any store.

use std::process::ExitCode;

fn main() -> ExitCode {
    stateline::operate::generic()
}
