//! The layout lock on the disk: read where there is one, and handed out as a file to be written.

use crate::report::Failure;
use stateline_draw::OutputFile;
use stateline_draw::layout::Lock;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where the lock lies, and what it says.
#[derive(Debug)]
pub(super) struct LayoutLock {
    folder: PathBuf,
    name: String,
    pub(super) lock: Option<Lock>,
}

impl LayoutLock {
    /// Reads a lock; there need be none.
    ///
    /// # Errors
    /// If it is there and cannot be read, or is no lock.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let shown = path.display();
        let text = stateline_rust::file_bytes(path)
            .and_then(|bytes| String::from_utf8(bytes).map_err(std::io::Error::other));
        let lock = match text {
            Ok(text) => Some(Lock::read(&text).map_err(|error| {
                let help = "if a newer version wrote it, update `cargo stateline`; else repair it, or delete it to lay the map out again";
                Failure::new(format!("{shown} is not a layout lock: {error}")).help(help)
            })?),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::new(format!("{shown} cannot be read: {error}"))),
        };
        Ok(LayoutLock {
            folder: path.parent().unwrap_or(Path::new("")).to_owned(),
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            lock,
        })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file as it should be.
    pub(super) fn file(&self, lock: &Lock) -> OutputFile {
        OutputFile { path: self.name.clone(), content: lock.text().into_bytes() }
    }
}
