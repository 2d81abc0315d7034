//! The summaries of all files of a workspace in one pack.
//!
//! Each stands under its path, with the file's stamp and the hash of its content. A file with the
//! same stamp is not opened, unless it is so young that it may have changed once more in the same
//! tick of the clock.

use super::stamp::{Stamp, Time};
use super::store::Store;
use crate::read::derive::Door;
use crate::read::renamed::Renamed;
use crate::read::summary::FileSummary;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::io::{self, Write as _};
use std::ops::Range;
use std::time::{SystemTime, UNIX_EPOCH};

pub(super) const PACK: &str = "summaries";

/// A file in the pack.
#[derive(Clone, Serialize, Deserialize)]
pub(in crate::read) struct Entry {
    pub(in crate::read) stamp: Stamp,
    pub(in crate::read) content: [u8; 16],
    /// Where in the pack its summary stands, and the seal of those bytes.
    bytes: Range<usize>,
    seal: [u8; 16],
}

/// The pack of an earlier run.
pub(in crate::read) struct Pack<'s> {
    store: Option<&'s Store>,
    /// Stands for what is behind the door.
    door: [u8; 16],
    /// The names by which that was looked for.
    renamed: Renamed,
    entries: FxHashMap<Box<str>, Entry>,
    bytes: Vec<u8>,
    /// Files changed after this may have changed again since they were read.
    read_at: Time,
}

#[derive(Serialize, Deserialize)]
struct Index {
    door: [u8; 16],
    renamed: Renamed,
    entries: Vec<(Box<str>, Entry)>,
    read_at: Time,
}

/// A file for the next pack.
pub(in crate::read) struct Packed<'p> {
    pub(in crate::read) path: &'p str,
    pub(in crate::read) stamp: Stamp,
    pub(in crate::read) content: [u8; 16],
    /// None for a file whose summary is in the old pack.
    pub(in crate::read) summary: Option<&'p FileSummary>,
}

impl<'s> Pack<'s> {
    pub(in crate::read) fn open(store: Option<&'s Store>, door: Door<'_>) -> Self {
        store.and_then(|store| Self::read(store, door)).unwrap_or_else(|| Self::new(store, door))
    }

    /// A pack in which nothing is yet.
    pub(in crate::read) fn new(store: Option<&'s Store>, door: Door<'_>) -> Self {
        Pack {
            store,
            door: door.fingerprint(),
            renamed: door.renamed.to_vec(),
            entries: FxHashMap::default(),
            bytes: Vec::new(),
            read_at: Time::of(UNIX_EPOCH),
        }
    }

    /// By which other names macros were looked for when it was written.
    pub(in crate::read) fn renamed(&self) -> &Renamed {
        &self.renamed
    }

    /// None where something else was behind the door when it was written. The other names of its macros
    /// are what they were then.
    fn read(store: &'s Store, door: Door<'_>) -> Option<Self> {
        let mut bytes = store.read(PACK)?;
        // The index stands behind what it tells of, then its length and seal.
        let (sealed, seal) = bytes.split_last_chunk()?;
        let (rest, length) = sealed.split_last_chunk()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let summaries = rest.len().checked_sub(length)?;
        if *seal != store.seal(&sealed[summaries..]) {
            return None;
        }
        let index: Index = postcard::from_bytes(&rest[summaries..]).ok()?;
        let Index { renamed, .. } = index;
        let door = Door { renamed: &renamed, ..door }.fingerprint();
        if index.door != door {
            return None;
        }
        bytes.truncate(summaries);
        let entries = index.entries.into_iter().collect();
        Some(Pack { store: Some(store), door, renamed, entries, bytes, read_at: index.read_at })
    }

    pub(in crate::read) fn entry(&self, path: &str) -> Option<&Entry> {
        self.entries.get(path)
    }

    pub(in crate::read) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the file may have changed unseen, right after it was read.
    pub(in crate::read) fn is_too_young(&self, entry: &Entry) -> bool {
        entry.stamp.is_too_young(self.read_at)
    }

    /// The summary, if its bytes are intact.
    pub(in crate::read) fn summary(&self, entry: &Entry) -> Option<FileSummary> {
        postcard::from_bytes(self.encoded(entry)?).ok()
    }

    fn encoded(&self, entry: &Entry) -> Option<&[u8]> {
        let bytes = self.bytes.get(entry.bytes.clone())?;
        (self.store?.seal(bytes) == entry.seal).then_some(bytes)
    }

    /// Writes the pack of the next run; `read_at` is when the first of the files was looked at.
    pub(in crate::read) fn write(&self, files: &[Packed<'_>], read_at: SystemTime) {
        let Some(store) = self.store else { return };
        store.write(PACK, |out| {
            let mut entries = Vec::with_capacity(files.len());
            let mut fresh = Vec::new();
            let mut start = 0;
            for file in files {
                let kept = self.entry(file.path).and_then(|entry| self.encoded(entry));
                let encoded = match (file.summary, kept) {
                    (None, Some(kept)) => kept,
                    (None, None) => continue,
                    (Some(summary), _) => {
                        fresh.clear();
                        fresh = postcard::to_extend(summary, fresh).map_err(io::Error::other)?;
                        &fresh
                    }
                };
                out.write_all(encoded)?;
                let bytes = start..start + encoded.len();
                start = bytes.end;
                let (stamp, content, seal) = (file.stamp, file.content, store.seal(encoded));
                entries.push((file.path.into(), Entry { stamp, content, bytes, seal }));
            }
            let index =
                Index { door: self.door, renamed: self.renamed.clone(), entries, read_at: Time::of(read_at) };
            let mut index = postcard::to_stdvec(&index).map_err(io::Error::other)?;
            let length = u64::try_from(index.len()).map_err(io::Error::other)?;
            index.extend(length.to_le_bytes());
            out.write_all(&index)?;
            out.write_all(&store.seal(&index))
        });
    }
}
