//! Files as text, with a clear word for whatever stands in the way.
#![expect(clippy::disallowed_methods, reason = "sources are read here")]

use super::workspace::Problem;
use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// No source file that anybody wrote is as long.
const SOURCE_LIMIT: u64 = 64 << 20;

/// The text of a source file of the workspace, for showing it.
///
/// # Errors
/// When it can not be read any more.
pub fn source(root: &Path, path: &str) -> Result<String, Problem> {
    text(&root.join(path), Path::new(path), SOURCE_LIMIT)
}

/// The content of a file that a command wrote before, such as a picture or a layout lock.
///
/// # Errors
/// When it cannot be read, is no plain file or is too long.
pub fn file_bytes(path: &Path) -> io::Result<Vec<u8>> {
    bytes(path, SOURCE_LIMIT)
}

/// What comes on the standard input, to its end.
///
/// # Errors
/// When it cannot be read, or is too long.
pub fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(SOURCE_LIMIT + 1).read_to_end(&mut bytes)?;
    let length = bytes.len() as u64;
    if length > SOURCE_LIMIT { Err(io::Error::other(too_long(length, SOURCE_LIMIT))) } else { Ok(bytes) }
}

/// The text of a map, of a context's part of it, or of exceptions, of at most so many bytes.
///
/// # Errors
/// When it is not there, is no file, is too long or is not UTF-8.
pub fn map_text(path: &Path, shown: &str, limit: usize) -> Result<String, Problem> {
    text(path, Path::new(shown), limit as u64)
}

/// What the disk knows of a source file, without opening it.
pub(super) fn source_metadata(path: &Path, shown: &Path) -> Result<Metadata, Problem> {
    regular(path, shown, SOURCE_LIMIT)
}

/// The text of a file that [`source_metadata`] has let pass.
pub(super) fn source_text(path: &Path, shown: &Path) -> Result<String, Problem> {
    utf8(path, shown, SOURCE_LIMIT)
}

/// The files in a folder that end so, by name: their paths below the root, and their texts. None where there is no
/// such folder.
pub(super) fn files_in(
    folder: &Path,
    ends: &str,
    root: &Path,
    problems: &mut Vec<Problem>,
) -> Vec<(Box<Path>, String)> {
    let shown = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_owned();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            problems.push(unreadable(&shown(folder), &error));
            return Vec::new();
        }
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == ends));
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let shown = shown(&path);
        match text(&path, &shown, SOURCE_LIMIT) {
            Ok(text) => found.push((shown.into(), text)),
            Err(problem) => problems.push(problem),
        }
    }
    found
}

fn text(path: &Path, shown: &Path, limit: u64) -> Result<String, Problem> {
    regular(path, shown, limit)?;
    utf8(path, shown, limit)
}

fn regular(path: &Path, shown: &Path, limit: u64) -> Result<Metadata, Problem> {
    let metadata = std::fs::metadata(path).map_err(|error| unreadable(shown, &error))?;
    sound(metadata, limit).map_err(|message| problem(shown, message))
}

/// What is no plain file may never end: a pipe, a device.
fn sound(metadata: Metadata, limit: u64) -> Result<Metadata, String> {
    if metadata.is_dir() {
        return Err("is a folder, not a file".to_owned());
    }
    if !metadata.is_file() {
        return Err("is not a regular file".to_owned());
    }
    if metadata.len() > limit {
        return Err(too_long(metadata.len(), limit));
    }
    Ok(metadata)
}

/// Why a text is not read, if it is longer than any source.
pub(super) fn too_long_for_a_source(text: &str) -> Option<String> {
    let length = text.len() as u64;
    (length > SOURCE_LIMIT).then(|| too_long(length, SOURCE_LIMIT))
}

fn too_long(length: u64, limit: u64) -> String {
    format!("has {length} bytes; more than {} MiB are not read", limit >> 20)
}

fn utf8(path: &Path, shown: &Path, limit: u64) -> Result<String, Problem> {
    let bytes = bytes(path, limit).map_err(|error| unreadable(shown, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
        problem(shown, format!("is not UTF-8: line {line} holds another byte"))
    })
}

/// Reads a plain file. It is asked again what it is once it is open: it may have been exchanged.
fn bytes(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut options = File::options();
    options.read(true);
    // Else opening a pipe waits until somebody writes to it.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NONBLOCK.bits().cast_signed(),
    );
    let file = options.open(path)?;
    let metadata = sound(file.metadata()?, limit).map_err(io::Error::other)?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    file.take(limit + 1).read_to_end(&mut bytes)?;
    let length = bytes.len() as u64;
    if length > limit { Err(io::Error::other(too_long(length, limit))) } else { Ok(bytes) }
}

fn unreadable(shown: &Path, error: &io::Error) -> Problem {
    problem(shown, format!("cannot be read: {error}"))
}

fn problem(shown: &Path, message: String) -> Problem {
    Problem { path: shown.to_owned(), span: None, message, help: None }
}
