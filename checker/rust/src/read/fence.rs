//! Which files are the workspace's own: only their lines are quoted.
//!
//! Links, `#[path]` and `include!` lead anywhere on the disk. Whoever checks a stranger's pull request
//! must not find a line of `/etc/shadow` in the log.

use super::workspace::Workspace;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

/// The folders of a workspace, and those that the command line names.
#[derive(Debug)]
pub struct Fence {
    root: PathBuf,
    folders: Vec<PathBuf>,
    /// Without links; asked for when the first file is quoted.
    real: OnceCell<Vec<PathBuf>>,
}

impl Fence {
    /// `named` are folders of files that the user himself names on the command line.
    pub fn new(workspace: &Workspace, named: impl IntoIterator<Item = PathBuf>) -> Self {
        let root = workspace.root.clone();
        let packages = workspace.packages.iter().map(|package| root.join(&package.folder));
        let folders = packages.chain(named).chain([root.clone()]).collect();
        Fence { root, folders, real: OnceCell::new() }
    }

    /// Whether a file lies inside once all links are followed.
    pub fn holds(&self, path: &Path) -> bool {
        let real = self.real.get_or_init(|| {
            let real = |folder: &PathBuf| folder.canonicalize().ok();
            self.folders.iter().filter_map(real).collect()
        });
        let path = self.root.join(path).canonicalize();
        path.is_ok_and(|path| real.iter().any(|folder| path.starts_with(folder)))
    }
}
