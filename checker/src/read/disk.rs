//! Files as text, with a clear word for whatever stands in the way.

use super::workspace::Problem;
use std::path::{Path, PathBuf};

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

/// A file that says something of the map.
#[derive(Debug, Clone)]
pub struct MapFile {
    /// Relative to the root, with `/`.
    pub path: String,
    pub kind: MapFileKind,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapFileKind {
    /// `stateline.yaml`
    Map,
    /// `stateline.context.yaml`, in the folder of the code that it is about.
    Context,
    /// `stateline.exceptions.yaml`
    Exceptions,
}

/// The map at the root (or `map`), the parts of it that lie beside the code, and the exceptions.
/// Sorted by kind, then path. The map itself is missing from the result if there is none.
///
/// # Errors
/// Every file that is there but can not be read.
pub fn map_files(root: &Path, map: Option<&Path>) -> Result<Vec<MapFile>, Vec<Problem>> {
    let mut wanted: Vec<(PathBuf, MapFileKind)> = Vec::new();
    let main = map.map_or_else(|| root.join("stateline.yaml"), |map| map.to_owned());
    if map.is_some() || main.symlink_metadata().is_ok() {
        wanted.push((main, MapFileKind::Map));
    }
    let exceptions = root.join("stateline.exceptions.yaml");
    if exceptions.symlink_metadata().is_ok() {
        wanted.push((exceptions, MapFileKind::Exceptions));
    }
    let parts = super::orphans::walker(root, None).build().filter_map(Result::ok);
    let parts = parts.filter(|entry| entry.file_name() == "stateline.context.yaml");
    wanted.extend(parts.map(|entry| (entry.into_path(), MapFileKind::Context)));
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for (path, kind) in wanted {
        let shown = super::packages::relative(root, &path);
        match text(&path, Path::new(&shown), MAP_LIMIT) {
            Ok(text) => files.push(MapFile { path: shown, kind, text }),
            Err(problem) => problems.push(problem),
        }
    }
    files.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

pub(super) fn source_text(path: &Path, shown: &Path) -> Result<String, Problem> {
    text(path, shown, SOURCE_LIMIT)
}

fn text(path: &Path, shown: &Path, limit: u64) -> Result<String, Problem> {
    let problem = |message: String| Problem { path: shown.to_owned(), span: None, message, help: None };
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
    let bytes = std::fs::read(path).map_err(|error| problem(format!("cannot be read: {error}")))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX);
        Problem { span: Some((at, at)), ..problem("is not UTF-8".to_owned()) }
    })
}
