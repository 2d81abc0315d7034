//! The lock of a store's owner: a file beside the database.
//!
//! The operating system releases it when the process ends, however it ends: a killed owner is replaced at
//! once. It is not the database's own file, whose locks SQLite manages.

use super::error::{Result, SqliteError};
use crate::store::{Member, StoreError, StoreErrorKind};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The lock, as long as it is held.
#[derive(Debug)]
pub(super) struct OwnerLock(File);

impl OwnerLock {
    /// Takes the lock of the database at this path.
    ///
    /// # Errors
    ///
    /// [`Owned`](StoreErrorKind::Owned), if another process or another handle holds it: with that process,
    /// and how long it has been silent.
    pub(super) fn take(database: &Path, member: &Member) -> Result<OwnerLock> {
        let path = path(database);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(owned(file)),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let mut lock = OwnerLock(file);
        lock.name(member)?;
        Ok(lock)
    }

    /// Writes down who holds it, for whoever is refused.
    pub(super) fn name(&mut self, member: &Member) -> Result<()> {
        self.0.set_len(0)?;
        self.0.rewind()?;
        write!(self.0, "process {} (build {})", member.process_id, member.build)?;
        Ok(())
    }

    /// Shows that the owner is alive. That this fails says nothing about the store.
    pub(super) fn touch(&self) {
        let _ = self.0.set_modified(SystemTime::now());
    }
}

fn path(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push("-owner");
    path.into()
}

fn owned(mut file: File) -> SqliteError {
    let mut owner = String::new();
    let _ = file.read_to_string(&mut owner);
    let silent = file.metadata().and_then(|data| data.modified()).ok().and_then(|time| time.elapsed().ok());
    let silent = silent.map_or("an unknown time".into(), |time| format!("{:.1} s", time.as_secs_f64()));
    let owner = if owner.is_empty() { "another process" } else { &owner };
    let what =
        format!("the store is owned by {owner}, which has been silent for {silent}: stop that one first");
    StoreError::new(StoreErrorKind::Owned, what).into()
}
