//! The files of one workspace's cache: who may have written them, and how they are replaced.

use super::prune;
use std::fs::{File, Metadata};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// A cache of a workspace of some ten million lines. What is larger is not read.
const LIMIT: u64 = 1 << 30;
const KEY: &str = "key";

/// The cache of one workspace: a folder that is the user's own and closed to all others.
pub struct Store {
    folder: PathBuf,
    root: [u8; 32],
    key: [u8; 32],
    /// Whether what is found is not kept.
    only_read: bool,
}

/// Without the key, which is nobody's business.
impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// The folder of a workspace's cache, by the hash of its root.
pub(super) fn folder(home: &Path, root: &Path) -> PathBuf {
    home.join(&blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex()[..32])
}

impl Store {
    /// `None` if it cannot be made, if others may write to it, or if it would lie in the repository
    /// that is checked, which could then carry one.
    pub(in crate::read) fn open(home: &Path, root: &Path) -> Option<Self> {
        if lies_in_tree(home, root) {
            return None;
        }
        let folder = folder(home, root);
        make(&folder).ok()?;
        for folder in [home, &folder] {
            let metadata = folder.symlink_metadata().ok()?;
            if !metadata.is_dir() || !is_ours_alone(&metadata) {
                return None;
            }
        }
        let root = *blake3::hash(root.as_os_str().as_encoded_bytes()).as_bytes();
        Some(Store { key: key(home)?, folder, root, only_read: false })
    }

    /// The same, from which one reads alone if so: what is found in this run is of use to no other.
    pub(in crate::read) fn only_read(self, only_read: bool) -> Self {
        Store { only_read, ..self }
    }

    /// A hash that only this user's own runs can compute: what does not bear it is not believed.
    pub(super) fn seal(&self, bytes: &[u8]) -> [u8; 16] {
        let mut seal = [0; 16];
        seal.copy_from_slice(&blake3::keyed_hash(&self.key, bytes).as_bytes()[..16]);
        seal
    }

    /// What [`Store::write`] wrote, if it was written by this very tool for this workspace.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        let (mut file, metadata) = open(&self.file(name), LIMIT)?;
        let mut head = [0; 16];
        file.read_exact(&mut head).ok()?;
        if head != self.head(name) {
            return None;
        }
        prune::touch(&file, &metadata);
        let length = usize::try_from(metadata.len()).ok()?.checked_sub(head.len())?;
        let mut bytes = Vec::with_capacity(length);
        file.take(length as u64).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Writes a file beside the old one and then replaces it, so that runs at the same time do not
    /// disturb each other.
    pub(super) fn write(&self, name: &str, fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) {
        if self.only_read {
            return;
        }
        let head = self.head(name);
        let written = replace(&self.file(name), |out| {
            out.write_all(&head)?;
            fill(out)
        });
        if written.is_ok()
            && let Some(home) = self.folder.parent()
        {
            prune::prune(home, &self.folder);
        }
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.cache"))
    }

    /// What a file begins with: it stands for the tool, the workspace and the name.
    fn head(&self, name: &str) -> [u8; 16] {
        self.seal(&[&tool(), &self.root, name.as_bytes()].concat())
    }
}

/// Whether a folder, which need not exist yet, lies in the repository of a workspace.
fn lies_in_tree(folder: &Path, root: &Path) -> bool {
    let repository = root.ancestors().find(|above| above.join(".git").symlink_metadata().is_ok());
    let tree = repository.unwrap_or(root).canonicalize();
    let existing = folder.ancestors().find_map(|above| above.canonicalize().ok());
    !matches!((tree, existing), (Ok(tree), Some(existing)) if !existing.starts_with(&tree))
}

/// The user's key for all of his caches, made on first use.
fn key(home: &Path) -> Option<[u8; 32]> {
    let path = home.join(KEY);
    let known = || {
        let (mut file, metadata) = open(&path, 32)?;
        let mut key = [0; 32];
        (metadata.len() == 32).then_some(())?;
        file.read_exact(&mut key).ok()?;
        Some(key)
    };
    known().or_else(|| {
        let made = chance();
        // Of two runs that make one at the same time, one finds no cache the next time.
        replace(&path, |out| out.write_all(&made)).ok()?;
        Some(made)
    })
}

/// Random bytes: the standard library seeds its hash maps from the system's source.
fn chance() -> [u8; 32] {
    use std::hash::{BuildHasher as _, RandomState};
    let mut hash = blake3::Hasher::new();
    for number in 0..8_u64 {
        hash.update(&RandomState::new().hash_one((number, std::process::id())).to_le_bytes());
    }
    *hash.finalize().as_bytes()
}

/// Opens a plain file of the user's own that is not too long. A pipe is not waited for, and a link
/// is not followed.
fn open(path: &Path, limit: u64) -> Option<(File, Metadata)> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    #[cfg(not(unix))]
    path.symlink_metadata().ok().filter(Metadata::is_file)?;
    let file = options.open(path).ok()?;
    let metadata = file.metadata().ok()?;
    let sound = metadata.is_file() && is_ours_alone(&metadata) && metadata.len() <= limit;
    sound.then_some((file, metadata))
}

/// Whether nobody else can write it. Elsewhere than on Unix a user's folder is closed to others.
#[cfg(unix)]
fn is_ours_alone(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    metadata.uid() == rustix::process::geteuid().as_raw() && metadata.mode() & 0o022 == 0
}

#[cfg(not(unix))]
fn is_ours_alone(_: &Metadata) -> bool {
    true
}

fn make(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn replace(path: &Path, fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let mut options = File::options();
    // Whatever bears this name is a killed run's, or a trap.
    let _ = std::fs::remove_file(&beside);
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let put = || {
        let mut out = BufWriter::new(options.open(&beside)?);
        fill(&mut out)?;
        out.flush()?;
        std::fs::rename(&beside, path)
    };
    // Half a file helps nobody; if it cannot even be removed, it does no harm.
    put().inspect_err(|_| drop(std::fs::remove_file(&beside)))
}

/// Which tool wrote something: its version, and the very file it runs from, so that a tool under
/// development does not believe its former self.
fn tool() -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    if let Ok(metadata) = std::env::current_exe().and_then(std::fs::metadata) {
        hasher.update(&metadata.len().to_le_bytes());
        hasher.update(format!("{:?}", metadata.modified().ok()).as_bytes());
    }
    *hasher.finalize().as_bytes()
}
