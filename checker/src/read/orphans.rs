//! Source files that lie in a package and that no target reaches.

use super::workspace::Package;
use ignore::WalkBuilder;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};

/// Walks the folder as git sees it, and enters neither build folders nor (with `stay_in`) packages
/// nested in that one.
pub(super) fn walker(folder: &Path, stay_in: Option<(PathBuf, PathBuf)>) -> WalkBuilder {
    let mut walker = WalkBuilder::new(folder);
    walker.require_git(false).filter_entry(move |entry| {
        if !entry.file_type().is_some_and(|kind| kind.is_dir()) {
            return true;
        }
        if entry.file_name() == "target" && entry.path().join("CACHEDIR.TAG").exists() {
            return false;
        }
        let Some((own, target)) = &stay_in else { return true };
        entry.path() != target && (entry.path() == own || !entry.path().join("Cargo.toml").exists())
    });
    walker
}

/// Sorted, relative to the root where they lie inside.
pub(super) fn orphans(
    root: &Path,
    target: &Path,
    packages: &[Package],
    read: &FxHashSet<PathBuf>,
) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for package in packages {
        let folder = root.join(&package.folder);
        let walk = walker(&folder, Some((folder.clone(), target.to_owned()))).build();
        for entry in walk.filter_map(Result::ok) {
            let is_source = entry.file_type().is_some_and(|kind| kind.is_file())
                && entry.path().extension().is_some_and(|extension| extension == "rs");
            if is_source && !read.contains(entry.path()) {
                let shown = entry.path().strip_prefix(root).unwrap_or(entry.path());
                found.push(shown.to_owned());
            }
        }
    }
    found.sort();
    found
}
