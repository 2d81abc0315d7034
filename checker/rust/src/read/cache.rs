//! What was found out in earlier runs, in a folder below the target directory.
//!
//! Summaries of all files are in one pack, each under its path with the file's size, time and
//! number, and the hash of its content. A file whose size, time and number are the same is not
//! opened; like in git's index that is not believed of a file so young that it may have changed
//! once more in the same tick of the clock. Packs are written beside the old one and then take its
//! place, so runs at the same time do not disturb each other. Whatever is damaged, of another
//! version of the tool, or can not be written is as good as absent: a cache changes no result.

#[cfg(test)]
mod tests;

use super::summary::FileSummary;
use super::workspace::Workspace;
use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::hash::Hasher;
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Clocks of file systems tick as rarely as every two seconds.
const TICK: Duration = Duration::from_secs(2);
const PACK: &str = "summaries";

/// What an earlier run stored under this name, if it was under the same key and is intact.
pub fn load(workspace: &Workspace, name: &str, key: &[u8]) -> Option<Vec<u8>> {
    let mut stored = open(workspace.cache.as_deref()?, name)?;
    let hash = blake3::hash(key);
    if stored.get(..32)? != hash.as_bytes() {
        return None;
    }
    stored.drain(..32);
    Some(stored)
}

/// Stores what took long to find out: one value for each name. Failing is no failure.
pub fn store(workspace: &Workspace, name: &str, key: &[u8], value: &[u8]) {
    if let Some(folder) = &workspace.cache {
        let content = [blake3::hash(key).as_bytes(), value].concat();
        save(folder, name, |out| {
            out.write_all(&checksum(&content).to_le_bytes())?;
            out.write_all(&content)
        });
    }
}

/// Where the cache of a workspace is: several may share one target directory.
pub(super) fn folder(target: &Path, root: &Path) -> PathBuf {
    let hash = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
    target.join("stateline").join(&hash[..16])
}

/// What tells a file from its former self without looking into it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Stamp {
    size: u64,
    modified: Duration,
    inode: u64,
}

impl Stamp {
    pub(super) fn of(metadata: &std::fs::Metadata) -> Self {
        let modified = metadata.modified().unwrap_or(UNIX_EPOCH);
        let modified = modified.duration_since(UNIX_EPOCH).unwrap_or_default();
        Stamp { size: metadata.len(), modified, inode: inode(metadata) }
    }
}

#[cfg(unix)]
fn inode(metadata: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &std::fs::Metadata) -> u64 {
    0
}

/// A file in the pack.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) stamp: Stamp,
    pub(super) content: [u8; 16],
    /// Where in the pack its summary stands, and the sum of those bytes.
    bytes: Range<usize>,
    sum: u64,
}

/// The pack of an earlier run.
#[derive(Default)]
pub(super) struct Pack {
    entries: FxHashMap<Box<str>, Entry>,
    bytes: Vec<u8>,
    /// Files changed after this may have changed again since they were read.
    read_at: Duration,
}

#[derive(Serialize, Deserialize)]
struct Index {
    entries: Vec<(Box<str>, Entry)>,
    read_at: Duration,
}

impl Pack {
    pub(super) fn open(folder: &Path) -> Self {
        Self::read(folder).unwrap_or_default()
    }

    fn read(folder: &Path) -> Option<Self> {
        let mut bytes = open(folder, PACK)?;
        // The index stands behind what it tells of, then its length and sum.
        let (rest, sum) = bytes.split_last_chunk()?;
        let (rest, length) = rest.split_last_chunk()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let summaries = rest.len().checked_sub(length)?;
        let index = &rest[summaries..];
        if checksum(index) != u64::from_le_bytes(*sum) {
            return None;
        }
        let index: Index = postcard::from_bytes(index).ok()?;
        bytes.truncate(summaries);
        Some(Pack { entries: index.entries.into_iter().collect(), bytes, read_at: index.read_at })
    }

    pub(super) fn entry(&self, path: &str) -> Option<&Entry> {
        self.entries.get(path)
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the file may have changed unseen, right after it was read.
    pub(super) fn is_too_young(&self, entry: &Entry) -> bool {
        entry.stamp.modified + TICK >= self.read_at
    }

    /// The summary, if its bytes are intact.
    pub(super) fn summary(&self, entry: &Entry) -> Option<FileSummary> {
        postcard::from_bytes(self.encoded(entry)?).ok()
    }

    fn encoded(&self, entry: &Entry) -> Option<&[u8]> {
        let bytes = self.bytes.get(entry.bytes.clone())?;
        (checksum(bytes) == entry.sum).then_some(bytes)
    }
}

/// A file for the next pack.
pub(super) struct Packed<'p> {
    pub(super) path: &'p str,
    pub(super) stamp: Stamp,
    pub(super) content: [u8; 16],
    /// None for a file whose summary is in the old pack.
    pub(super) summary: Option<&'p FileSummary>,
}

/// Writes the pack anew; `read_at` is when the first of the files was looked at.
pub(super) fn write(folder: &Path, old: &Pack, files: &[Packed], read_at: SystemTime) {
    save(folder, PACK, |out| {
        let mut entries = Vec::with_capacity(files.len());
        let mut fresh = Vec::new();
        let mut start = 0;
        for file in files {
            let kept = old.entry(file.path).and_then(|entry| old.encoded(entry));
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
            let (stamp, content, sum) = (file.stamp, file.content, checksum(encoded));
            entries.push((file.path.into(), Entry { stamp, content, bytes, sum }));
        }
        let read_at = read_at.duration_since(UNIX_EPOCH).unwrap_or_default();
        let index = postcard::to_stdvec(&Index { entries, read_at }).map_err(io::Error::other)?;
        out.write_all(&index)?;
        out.write_all(&u64::try_from(index.len()).unwrap_or(u64::MAX).to_le_bytes())?;
        out.write_all(&checksum(&index).to_le_bytes())
    });
}

/// Against damage, not against malice: who can write here can change the sources as well.
fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

/// What [`save`] wrote, if it is intact and was written by this very tool.
fn open(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let mut bytes = std::fs::read(file(folder, name)).ok()?;
    let (given, content) = bytes.split_first_chunk::<16>()?;
    if *given != tool() || (name != PACK && !is_sealed(content)) {
        return None;
    }
    // The pack has a sum for each part, so that not all of it is looked at.
    bytes.drain(..if name == PACK { 16 } else { 24 });
    Some(bytes)
}

fn is_sealed(content: &[u8]) -> bool {
    content.split_first_chunk().is_some_and(|(sum, rest)| u64::from_le_bytes(*sum) == checksum(rest))
}

/// Writes a file beside the old one, which it then replaces.
fn save(folder: &Path, name: &str, fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) {
    if std::fs::create_dir_all(folder).is_err() {
        return;
    }
    let own = folder.join(format!("{name}.{}.new", std::process::id()));
    let put = || {
        let mut out = BufWriter::new(File::create(&own)?);
        out.write_all(&tool())?;
        fill(&mut out)?;
        out.flush()?;
        std::fs::rename(&own, file(folder, name))
    };
    if put().is_err() {
        // Half a file helps nobody; if it can not even be removed, it does no harm.
        let _ = std::fs::remove_file(&own);
    }
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.cache"))
}

/// Which tool wrote something: its version, and the very file it runs from, so that a tool under
/// development does not believe its former self.
fn tool() -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    if let Ok(metadata) = std::env::current_exe().and_then(std::fs::metadata) {
        let Stamp { size, modified, .. } = Stamp::of(&metadata);
        hasher.update(&size.to_le_bytes());
        hasher.update(&modified.as_nanos().to_le_bytes());
    }
    let mut tool = [0; 16];
    tool.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    tool
}
