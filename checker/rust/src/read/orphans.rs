//! Source files that lie in a package and that no target reaches.

use super::packages::relative;
use super::walk::is_absent;
use super::workspace::{Package, Problem};
use ignore::WalkBuilder;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// No list of what to ignore is as long.
const IGNORE_LIMIT: u64 = 4 << 20;

/// All source files in folders of packages, as git sees them: neither what is ignored, nor build
/// folders, nor packages that lie there without being of the workspace. And the folders of packages
/// that cannot be looked into.
pub(super) fn sources(root: &Path, target: &Path, packages: &[Package]) -> (Vec<PathBuf>, Vec<Problem>) {
    let members: FxHashSet<PathBuf> = packages.iter().map(|package| root.join(&package.folder)).collect();
    let mut starts: Vec<&Path> = vec![root];
    starts.extend(members.iter().map(PathBuf::as_path).filter(|folder| !folder.starts_with(root)));
    let is_of_package = |path: &Path| path.ancestors().any(|folder| members.contains(folder));
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for start in starts {
        let above: Vec<Problem> = start.ancestors().filter_map(|folder| unsound(root, folder)).collect();
        if !above.is_empty() {
            problems.extend(above);
            continue;
        }
        let (own, target) = (members.clone(), target.to_owned());
        let refused: Arc<Mutex<Vec<Problem>>> = Arc::default();
        let (told, shown) = (Arc::clone(&refused), root.to_owned());
        let enters = move |entry: &ignore::DirEntry| {
            let path = entry.path();
            if !entry.file_type().is_some_and(|kind| kind.is_dir()) {
                return true;
            }
            let enters = own.contains(path)
                || (path != target && !path.join("Cargo.toml").exists() && !is_build_folder(path));
            let unsound = enters.then(|| unsound(&shown, path)).flatten();
            let sound = unsound.is_none();
            told.lock().expect("nobody panics while holding it").extend(unsound);
            enters && sound
        };
        for entry in WalkBuilder::new(start).require_git(false).filter_entry(enters).build() {
            match entry {
                Ok(entry) => {
                    let is_source = entry.file_type().is_some_and(|kind| kind.is_file())
                        && entry.path().extension().is_some_and(|extension| extension == "rs");
                    if is_source && is_of_package(entry.path()) {
                        found.push(entry.into_path());
                    }
                }
                Err(error) => problems.extend(unreadable(root, &error, is_of_package)),
            }
        }
        problems.append(&mut refused.lock().expect("nobody panics while holding it"));
    }
    (found, problems)
}

/// A folder that cannot be listed: nobody knows what code is in it.
fn unreadable(root: &Path, error: &ignore::Error, is_ours: impl Fn(&Path) -> bool) -> Option<Problem> {
    let cause = error.io_error().filter(|cause| !is_absent(cause))?;
    let path = path_of(error).filter(|path| is_ours(path))?;
    Some(Problem {
        path: relative(root, path).into(),
        span: None,
        message: format!("cannot be read: {cause}"),
        help: Some("make it readable, or add it to `.gitignore` if it holds no code".to_owned()),
    })
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithLineNumber { err, .. } | ignore::Error::WithDepth { err, .. } => path_of(err),
        _ => None,
    }
}

/// A file that says what to ignore and that may never end: a pipe, a link to a device.
fn unsound(root: &Path, folder: &Path) -> Option<Problem> {
    [".gitignore", ".ignore"].iter().map(|name| folder.join(name)).find_map(|path| {
        let found = path.metadata().ok()?;
        let sound = found.is_dir() || (found.is_file() && found.len() <= IGNORE_LIMIT);
        (!sound).then(|| Problem {
            path: relative(root, &path).into(),
            span: None,
            message: "is not a regular file of a reasonable size".to_owned(),
            help: None,
        })
    })
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
