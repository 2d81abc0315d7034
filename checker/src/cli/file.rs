//! Files that the command writes: whole, or as they were before.
#![expect(clippy::disallowed_methods, reason = "the command writes maps, exceptions, locks and pictures")]

use crate::report::Failure;
use std::fs::{self, File};
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Has a file hold this, by way of another beside it: who reads it meanwhile, or after a kill, sees the old or the
/// new, never half. Where a link leads to it, the link stays; its permissions stay.
///
/// # Errors
/// When it cannot be written, or is no file; then nothing is left of it beside.
pub(super) fn replace(path: &Path, content: &[u8]) -> Result<(), Failure> {
    replace_all(&[(path.to_owned(), content)])
}

/// The same for files that belong together: none is replaced before all are written beside.
///
/// # Errors
/// As [`replace`].
pub(super) fn replace_all(files: &[(PathBuf, &[u8])]) -> Result<(), Failure> {
    let mut written = Vec::new();
    for (path, content) in files {
        written.push(Beside::write(path, content)?);
    }
    written.into_iter().try_for_each(Beside::replace)
}

/// What is to take a file's place. It is removed unless it does.
struct Beside {
    path: PathBuf,
    /// The file itself, where a link leads.
    of: PathBuf,
}

impl Beside {
    fn write(path: &Path, content: &[u8]) -> Result<Self, Failure> {
        let of = behind_links(path);
        let folder = of.parent().unwrap_or(Path::new("."));
        let name = of.file_name().unwrap_or_default().to_string_lossy();
        let beside = Beside { path: folder.join(format!(".{name}.{}", std::process::id())), of };
        beside.fill(content).map_err(|error| beside.failed(&error))?;
        Ok(beside)
    }

    fn fill(&self, content: &[u8]) -> Result<(), Error> {
        let before = permissions(&self.of)?;
        self.path.parent().map_or(Ok(()), fs::create_dir_all)?;
        let mut file = File::create(&self.path)?;
        file.write_all(content)?;
        before.map_or(Ok(()), |before| file.set_permissions(before))?;
        file.sync_all()
    }

    fn replace(self) -> Result<(), Failure> {
        fs::rename(&self.path, &self.of).map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &Error) -> Failure {
        Failure::new(format!("{} cannot be written: {error}", self.of.display()))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Where it has taken the file's place, it is gone; and that it cannot be removed changes nothing.
        let _ = fs::remove_file(&self.path);
    }
}

/// The file that a path leads to, which need not be there.
fn behind_links(path: &Path) -> PathBuf {
    // No system follows more.
    const MOST: usize = 40;
    let next = |at: &PathBuf| Some(at.parent()?.join(fs::read_link(at).ok()?));
    std::iter::successors(Some(path.to_owned()), next).take(MOST).last().unwrap_or_else(|| path.to_owned())
}

/// Those of a file that is there already.
fn permissions(path: &Path) -> Result<Option<fs::Permissions>, Error> {
    match path.metadata() {
        Ok(data) if data.is_file() => Ok(Some(data.permissions())),
        Ok(_) => Err(Error::other("it is there, and no file")),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
