//! Files of exceptions that nothing reads, since they lie in a folder that is no package's.
#![expect(clippy::disallowed_methods, reason = "a folder beside packages may hold such a file, too")]

use super::{EXCEPTIONS, MAP, exceptions_path, shown};
use crate::cli::options::Global;
use crate::report::Failure;
use stateline_rust::Workspace;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What is wrong with each of them. They are looked for in each folder with code, in those around it, and in those
/// beside packages.
pub(super) fn exceptions(global: &Global, workspace: &Workspace) -> Vec<Failure> {
    let root = &workspace.root;
    let main = exceptions_path(global, root);
    let packages: BTreeSet<&Path> =
        workspace.packages.iter().map(|package| Path::new(&package.folder)).collect();
    let of_code = workspace.files.iter().map(|file| Path::new(&*file.path));
    let mut folders: BTreeSet<PathBuf> =
        of_code.flat_map(|file| file.ancestors().skip(1)).map(Path::to_owned).collect();
    let around: BTreeSet<&Path> = packages.iter().flat_map(|package| package.ancestors().skip(1)).collect();
    folders.extend(around.into_iter().flat_map(|folder| inside(root, folder)));
    let unread = folders.iter().filter(|folder| {
        let path = root.join(folder).join(EXCEPTIONS);
        let is_read = packages.contains(folder.as_path()) || folder.as_os_str().is_empty() || path == main;
        !is_read && path.is_file() && !is_of_another(root, folder)
    });
    unread
        .map(|folder| failure(&packages, &root.join(folder).join(EXCEPTIONS), folder, &main, root))
        .collect()
}

/// The folders in one, relative to the root as this is.
fn inside(root: &Path, folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(|entry| folder.join(entry.file_name())).collect()
}

/// Whether a folder belongs to a workspace of its own, which has its own map.
fn is_of_another(root: &Path, folder: &Path) -> bool {
    let mut below = folder.ancestors().filter(|folder| !folder.as_os_str().is_empty());
    below.any(|folder| root.join(folder).join(MAP).is_file())
}

fn failure(packages: &BTreeSet<&Path>, path: &Path, folder: &Path, main: &Path, root: &Path) -> Failure {
    let package =
        folder.ancestors().find(|folder| !folder.as_os_str().is_empty() && packages.contains(folder));
    let home = package.map_or_else(|| main.to_owned(), |package| root.join(package).join(EXCEPTIONS));
    let (name, home) = (shown(path, root), shown(&home, root));
    Failure::new(format!("{name} is not read, because `{}` is not the folder of a package", folder.display()))
        .help(format!("move its exceptions to {home}, and remove the file"))
}
