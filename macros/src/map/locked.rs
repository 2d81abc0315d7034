//! The lock that lies beside the map: found, read, and asked for its entries.

use super::Site;
use super::read::{Stamp, stamp};
use super::tracking::tracking;
use crate::refusals::Refusals;
use proc_macro2::{Ident, TokenStream};
use stateline_schema::entries::Entries;
use stateline_schema::{Mistake, Source, SourceId};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// The lock's file name.
const NAME: &str = "stateline.lock";

/// A lock as it was read, as long as its file stays as it was.
type Read = (Stamp, Result<Arc<Entries>, String>);

impl Site {
    /// What the lock says of these versions of a process, each a lock by itself, and what makes the compiler come
    /// back when the lock has changed. Nothing, where there is no lock; a lock that cannot be read is refused.
    pub(crate) fn locked(
        &self,
        process: &str,
        versions: impl Iterator<Item = u32>,
        (name, refusals): (&Ident, &mut Refusals),
    ) -> (Vec<(u32, String)>, TokenStream) {
        let Some(found) = self.found.as_ref().filter(|found| found.folder.join(NAME).is_file()) else {
            return Default::default();
        };
        let tracked = tracking(&found.way, [NAME]);
        match remembered(&found.folder.join(NAME)) {
            Ok(lock) => {
                let entry = |version| Some((version, lock.served(process, version)?));
                (versions.filter_map(entry).collect(), tracked)
            }
            Err(sentence) => {
                refusals.at(name.span(), sentence);
                (Vec::new(), tracked)
            }
        }
    }
}

/// The lock at a path, from memory if its file is as it was.
fn remembered(path: &Path) -> Result<Arc<Entries>, String> {
    static MEMORY: LazyLock<Mutex<HashMap<PathBuf, Read>>> = LazyLock::new(Mutex::default);
    let mut memory = MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
    let now = (path.to_owned(), stamp(path));
    if let Some((_, lock)) = memory.get(path).filter(|(stamp, _)| *stamp == now) {
        return lock.clone();
    }
    let lock = read(path);
    memory.insert(path.to_owned(), (now, lock.clone()));
    lock
}

fn read(path: &Path) -> Result<Arc<Entries>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("cannot read `{NAME}`: {error}"))?;
    let source = Source::from_bytes(SourceId(0), NAME, bytes).map_err(|mistake| {
        format!("byte {} of `{NAME}` is not UTF-8; restore the committed file", mistake.span.end)
    })?;
    let told = |mistakes: Vec<Mistake>| {
        let sources = std::slice::from_ref(&source);
        mistakes.first().map_or_else(String::new, |mistake| mistake.line(sources))
    };
    Entries::read(&source).map(Arc::new).map_err(told)
}
