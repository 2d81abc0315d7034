//! The folder that drawn files lie in: written only where they change, and never half.
#![expect(clippy::disallowed_methods, reason = "`map --out` writes a folder")]

use crate::cli::file::replace;
use crate::report::Failure;
use stateline_draw::{HEAD, OutputFile};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub(in crate::cli) struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(in crate::cli) fn new(path: &Path) -> Self {
        Folder { path: path.to_owned() }
    }

    pub(super) fn shown(&self) -> String {
        self.path.display().to_string()
    }

    pub(super) fn holds(&self, path: &str) -> bool {
        self.path.join(path).exists()
    }

    /// Writes the files that are not there as they should be, and takes away those that a format no longer
    /// makes; a line for each, with its path as people see it from where they are.
    ///
    /// # Errors
    /// The first file that cannot be read or written.
    pub(in crate::cli) fn write(&self, files: &[OutputFile]) -> Result<Vec<String>, Failure> {
        let mut written = Vec::new();
        for file in files {
            if self.content(file)?.as_ref() != Some(&file.content) {
                replace(&self.path.join(&file.path), &file.content)?;
                written.push(format!("wrote {}", self.named(&file.path)));
            }
        }
        for path in self.left_over(files)? {
            std::fs::remove_file(&path).map_err(|error| failed(&path, "removed", &error))?;
            written.push(format!("removed {}", path.display()));
        }
        Ok(written)
    }

    /// A line for each file that is missing, or not what it should be.
    ///
    /// # Errors
    /// The first file that cannot be read.
    pub(super) fn stale(&self, files: &[OutputFile]) -> Result<Vec<String>, Failure> {
        let mut lines = Vec::new();
        for file in files {
            let name = self.named(&file.path);
            match self.content(file)? {
                None => lines.push(format!("missing: {name}")),
                Some(content) if content != file.content => lines.push(format!("stale: {name}")),
                Some(_) => {}
            }
        }
        lines.extend(self.left_over(files)?.iter().map(|path| format!("left over: {}", path.display())));
        Ok(lines)
    }

    /// Files that we wrote into a folder of one format, and that it no longer makes.
    fn left_over(&self, files: &[OutputFile]) -> Result<Vec<PathBuf>, Failure> {
        let below: BTreeSet<&str> =
            files.iter().filter_map(|file| Some(file.path.rsplit_once('/')?.0)).collect();
        let made: BTreeSet<PathBuf> = files.iter().map(|file| self.path.join(&file.path)).collect();
        let mut found = Vec::new();
        for folder in below.iter().map(|name| self.path.join(name)).filter(|folder| folder.is_dir()) {
            let entries = std::fs::read_dir(&folder).map_err(|error| failed(&folder, "read", &error))?;
            let others = entries.flatten().map(|entry| entry.path()).filter(|path| !made.contains(path));
            found.extend(others.filter(|path| is_ours(path)));
        }
        found.sort();
        Ok(found)
    }

    fn named(&self, path: &str) -> String {
        self.path.join(path).display().to_string()
    }

    /// What the file of one holds; none if it is not there. Line ends may have become those of
    /// another system on the way through git.
    fn content(&self, file: &OutputFile) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.path.join(&file.path);
        match stateline_rust::file_bytes(&path) {
            Ok(content) if content.contains(&0) => Ok(Some(content)),
            Ok(content) => Ok(Some(with_plain_ends(content))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed(&path, "read", &error)),
        }
    }
}

/// Whether a file says that it is to be renewed, not edited.
fn is_ours(path: &Path) -> bool {
    let text = stateline_rust::file_bytes(path).unwrap_or_default();
    String::from_utf8_lossy(&text).lines().next().is_some_and(|first| first.contains(HEAD))
}

fn with_plain_ends(content: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(content) {
        Ok(text) => text.replace("\r\n", "\n").into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

fn failed(path: &Path, what: &str, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} cannot be {what}: {error}", path.display()))
}
