//! Source files that lie in a package and that no target reaches.

use super::workspace::Package;
use ignore::WalkBuilder;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};

/// All source files in folders of packages, as git sees them: neither what is ignored, nor build
/// folders, nor packages that lie there without being of the workspace.
pub(super) fn sources(root: &Path, target: &Path, packages: &[Package]) -> Vec<PathBuf> {
    let folders: FxHashSet<PathBuf> = packages.iter().map(|package| root.join(&package.folder)).collect();
    let mut starts: Vec<&Path> = vec![root];
    starts.extend(folders.iter().map(PathBuf::as_path).filter(|folder| !folder.starts_with(root)));
    let mut found = Vec::new();
    for start in starts {
        let (folders, target) = (folders.clone(), target.to_owned());
        let members = folders.clone();
        let enters = move |entry: &ignore::DirEntry| {
            let path = entry.path();
            !entry.file_type().is_some_and(|kind| kind.is_dir())
                || folders.contains(path)
                || entry.depth() == 0
                || (path != target && !path.join("Cargo.toml").exists() && !is_build_folder(path))
        };
        let walk = WalkBuilder::new(start).require_git(false).filter_entry(enters).build();
        for entry in walk.filter_map(Result::ok) {
            let is_source = entry.file_type().is_some_and(|kind| kind.is_file())
                && entry.path().extension().is_some_and(|extension| extension == "rs");
            if is_source && entry.path().ancestors().any(|folder| members.contains(folder)) {
                found.push(entry.into_path());
            }
        }
    }
    found
}

/// Those that were not read; sorted, relative to the root where they lie inside.
pub(super) fn orphans(root: &Path, sources: Vec<PathBuf>, read: &FxHashSet<PathBuf>) -> Vec<PathBuf> {
    let unread = sources.into_iter().filter(|path| !read.contains(path));
    let mut found: Vec<PathBuf> =
        unread.map(|path| path.strip_prefix(root).map(Path::to_owned).unwrap_or(path)).collect();
    found.sort();
    found.dedup();
    found
}

fn is_build_folder(path: &Path) -> bool {
    path.ends_with("target") && path.join("CACHEDIR.TAG").exists()
}
