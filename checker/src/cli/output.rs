//! Where a command writes: the standard output or a file, with or without colours.
#![expect(clippy::disallowed_methods, reason = "`--output` names a file, or a device")]

use super::file;
use super::options::{Color, Global};
use crate::report::Failure;
use stateline_draw::terminal::{TextStyle, USUAL_WIDTH};
use std::cell::RefCell;
use std::fs::File;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The place for results, and the style for people.
#[derive(Debug)]
pub(super) struct Output {
    /// For what goes to the standard output, or to the file.
    pub(super) style: TextStyle,
    /// For what goes to the standard error.
    pub(super) stderr: TextStyle,
    pub(super) quiet: bool,
    file: Option<PathBuf>,
    /// What the file is to hold, from the first word for it on.
    held: RefCell<Option<Vec<u8>>>,
}

impl Output {
    pub(super) fn new(global: &Global) -> Self {
        let width = width();
        let plain = is_set("NO_COLOR") || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let wants = |terminal| wants_color(global.color, terminal, plain);
        let to_terminal = global.output.is_none() && std::io::stdout().is_terminal();
        Self {
            style: TextStyle { width, color: wants(to_terminal) },
            stderr: TextStyle { width, color: wants(std::io::stderr().is_terminal()) },
            quiet: global.quiet,
            file: global.output.clone(),
            held: RefCell::default(),
        }
    }

    /// Writes a result. A reader that has gone away is no failure of ours.
    ///
    /// # Errors
    /// When the file or the standard output takes nothing more, such as on a full disk.
    pub(super) fn write(&self, text: &str) -> Result<(), Failure> {
        self.write_bytes(text.as_bytes())
    }

    /// The same for what may be no text.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub(super) fn write_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        if self.file.is_some() {
            self.held.borrow_mut().get_or_insert_default().extend_from_slice(bytes);
            return Ok(());
        }
        write_all(std::io::stdout().lock(), bytes)
            .map_err(|error| failed(Path::new("the standard output"), &error))
    }

    /// Writes the file, if there is one: as a whole, or not at all.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn finish(&self) -> Result<(), Failure> {
        let Some((path, bytes)) = self.file.as_ref().zip(self.held.take()) else { return Ok(()) };
        // A pipe or a device takes what comes, and cannot be replaced.
        let is_other = path.metadata().is_ok_and(|data| !data.is_file());
        if !is_other {
            return file::replace(path, &bytes);
        }
        File::create(path).and_then(|to| write_all(to, &bytes)).map_err(|error| failed(path, &error))
    }

    /// Writes to the standard error, where nothing can be done about its failing.
    pub(super) fn stderr(&self, text: &str) {
        let _ = write_all(std::io::stderr().lock(), text.as_bytes());
    }
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} cannot be written: {error}", path.display()))
}

fn write_all(mut to: impl Write, bytes: &[u8]) -> std::io::Result<()> {
    match to.write_all(bytes).and_then(|()| to.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// What is asked for on the command line outweighs the environment.
fn wants_color(asked: Color, terminal: bool, plain: bool) -> bool {
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && !plain,
    }
}

fn width() -> usize {
    let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    given.or_else(seen).filter(|width| *width > 0).unwrap_or(USUAL_WIDTH)
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_for_terminals_that_do_not_decline_them() {
        assert!(wants_color(Color::Auto, true, false));
        assert!(!wants_color(Color::Auto, true, true));
        assert!(!wants_color(Color::Auto, false, false));
        assert!(wants_color(Color::Always, false, true));
        assert!(!wants_color(Color::Never, true, false));
    }
}
