//! `check --with-cargo-check`: the compiler's messages first, since rust-analyzer runs one command.
#![expect(clippy::disallowed_methods, reason = "the command passes on what cargo says")]

use super::options::Global;
use super::output::Output;
use crate::report::Failure;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Passes on what `cargo check --message-format=json` prints, as it prints it, without the line that
/// says the build is over: ours comes last. Errors that the compiler found are its own to tell.
///
/// # Errors
/// When cargo cannot be run.
pub(super) fn run(global: &Global, output: &Output) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::new(format!("`cargo check` cannot be run: {error}"));
    let mut child = command(global).spawn().map_err(failed)?;
    let passed = pass_on(&mut child, output);
    // Also after a failure of ours, so that no process stays behind.
    child.wait().map_err(failed)?;
    passed
}

fn command(global: &Global) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["check", "--workspace", "--all-targets", "--message-format=json", "--quiet"]);
    if let Some(manifest) = &global.manifest_path {
        command.arg("--manifest-path").arg(manifest);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    command
}

fn pass_on(child: &mut Child, output: &Output) -> Result<(), Failure> {
    let Some(messages) = child.stdout.take() else { return Ok(()) };
    for line in BufReader::new(messages).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        if !line.contains(r#""reason":"build-finished""#) {
            output.write(&format!("{line}\n"))?;
        }
    }
    Ok(())
}
