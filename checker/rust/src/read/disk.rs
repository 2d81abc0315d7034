//! Files as text, with a clear word for whatever stands in the way.

use super::workspace::Problem;
use std::fs::Metadata;
use std::path::Path;

/// No source file that anybody wrote is as long.
const SOURCE_LIMIT: u64 = 64 << 20;
/// A map of a thousand contexts has some hundred thousand bytes.
const MAP_LIMIT: u64 = 4 << 20;

/// The text of a source file of the workspace, for showing it.
///
/// # Errors
/// When it can not be read any more.
pub fn source(root: &Path, path: &str) -> Result<String, Problem> {
    text(&root.join(path), Path::new(path), SOURCE_LIMIT)
}

/// The text of a map, of a context's part of it, or of exceptions.
///
/// # Errors
/// When it is not there, is no file, is too long or is not UTF-8.
pub fn map_text(path: &Path, shown: &str) -> Result<String, Problem> {
    text(path, Path::new(shown), MAP_LIMIT)
}

/// What the disk knows of a source file, without opening it.
pub(super) fn source_metadata(path: &Path, shown: &Path) -> Result<Metadata, Problem> {
    regular(path, shown, SOURCE_LIMIT)
}

/// The text of a file that [`source_metadata`] has let pass.
pub(super) fn source_text(path: &Path, shown: &Path) -> Result<String, Problem> {
    utf8(path, shown)
}

fn text(path: &Path, shown: &Path, limit: u64) -> Result<String, Problem> {
    regular(path, shown, limit)?;
    utf8(path, shown)
}

fn regular(path: &Path, shown: &Path, limit: u64) -> Result<Metadata, Problem> {
    let problem = |message: String| problem(shown, message);
    // Opening a pipe would wait for ever, so the question comes first.
    let metadata = std::fs::metadata(path).map_err(|error| problem(format!("cannot be read: {error}")))?;
    if metadata.is_dir() {
        return Err(problem("is a folder, not a file".to_owned()));
    }
    if !metadata.is_file() {
        return Err(problem("is not a regular file".to_owned()));
    }
    if metadata.len() > limit {
        let megabytes = limit >> 20;
        return Err(problem(format!("has {} bytes; more than {megabytes} MiB are not read", metadata.len())));
    }
    Ok(metadata)
}

fn utf8(path: &Path, shown: &Path) -> Result<String, Problem> {
    let problem = |message: String| problem(shown, message);
    let bytes = std::fs::read(path).map_err(|error| problem(format!("cannot be read: {error}")))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
        problem(format!("is not UTF-8: line {line} holds another byte"))
    })
}

fn problem(shown: &Path, message: String) -> Problem {
    Problem { path: shown.to_owned(), span: None, message, help: None }
}
