//! Generated files: written where they change, or compared with what is there.

use crate::cli::file::replace;
use crate::cli::mapping::shown;
use crate::cli::options::GenerateFiles;
use crate::cli::output::Output;
use crate::report::{Exit, Failure, Failures};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Writes what is not there as it should be, with a line for each; with `--check`, a line for what is missing or
/// stale, and [`Exit::Findings`] if there is any.
pub(super) fn run(
    files: &[(PathBuf, String)],
    asked: &GenerateFiles,
    root: &Path,
    output: &Output,
) -> Result<Exit, Failures> {
    let mut lines = Vec::new();
    for (path, text) in files {
        let (there, name) = (content(path)?, shown(path, root));
        match (asked.check, there) {
            // Lines may have got the ends of another system on their way through git.
            (_, Some(there)) if plain(&there) == plain(text) => {}
            (true, None) => lines.push(format!("missing: {name}")),
            (true, Some(_)) => lines.push(format!("stale: {name}")),
            (false, _) => {
                replace(path, text.as_bytes())?;
                lines.push(format!("wrote {name}"));
            }
        }
    }
    let is_stale = asked.check && !lines.is_empty();
    if lines.is_empty() && !output.quiet {
        lines.extend(files.iter().map(|(path, _)| format!("current: {}", shown(path, root))));
    }
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    output.write(&text)?;
    Ok(if is_stale { Exit::Findings } else { Exit::Clean })
}

fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// What a file holds; none if it is not there.
pub(super) fn content(path: &Path) -> Result<Option<String>, Failure> {
    let failed = |said: String| Failure::new(format!("{} cannot be read: {said}", path.display()));
    match stateline_rust::file_bytes(path) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|error| failed(error.to_string())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error.to_string())),
    }
}
