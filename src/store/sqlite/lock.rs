//! The lock of a store's owner: a file beside the database.
//!
//! The operating system releases it when the process ends, however it ends: a killed owner is replaced at
//! once. It is not the database's own file, whose locks SQLite manages.

use super::error::{Result, SqliteError};
use crate::store::{Member, StoreError, StoreErrorKind};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How often is looked once more whether the lock is free.
const LOOKS: u32 = 3;

/// How long is waited before.
const PAUSE: Duration = Duration::from_millis(10);

/// Who owns a store in a file now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Its process and its build, in words.
    pub name: String,
    /// How long it has shown no sign of life, if that is known: it does every five seconds.
    pub silent: Option<Duration>,
}

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
        let file = opened(&path)?;
        for look in 0.. {
            match file.try_lock() {
                Ok(()) => break,
                // Somebody may just be looking whether it is held.
                Err(TryLockError::WouldBlock) if look < LOOKS => std::thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return Err(owned(file)),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
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

fn opened(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

/// Who owns the database at this path now; none if nobody does.
pub(super) fn owner(database: &Path) -> Result<Option<Owner>> {
    let path = path(database);
    if !path.exists() {
        return Ok(None);
    }
    let file = opened(&path)?;
    match file.try_lock_shared() {
        Ok(()) => Ok(None),
        Err(TryLockError::WouldBlock) => Ok(Some(named(file))),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn named(mut file: File) -> Owner {
    let mut name = String::new();
    let _ = file.read_to_string(&mut name);
    let silent = file.metadata().and_then(|data| data.modified()).ok().and_then(|time| time.elapsed().ok());
    let name = if name.is_empty() { "another process".into() } else { name };
    Owner { name, silent }
}

fn owned(file: File) -> SqliteError {
    let Owner { name, silent } = named(file);
    let silent = silent.map_or("an unknown time".into(), |time| format!("{:.1} s", time.as_secs_f64()));
    let what =
        format!("the store is owned by {name}, which has been silent for {silent}: stop that one first");
    StoreError::new(StoreErrorKind::Owned, what).into()
}
