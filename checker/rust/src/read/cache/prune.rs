//! Caches that nobody needs any more, and those that the user wants to be rid of.

use super::store;
use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Who comes back to a workspace later than this waits for one cold run.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// All caches of a user together; the largest that we know has 40 MB.
const LARGEST: u64 = 2 << 30;
/// Its time says when it was last looked at what can go.
const MARK: &str = "pruned";

/// Marks a file as used. Once a day is enough.
pub(super) fn touch(file: &File, metadata: &Metadata) {
    if age(metadata).is_some_and(|age| age > DAY) {
        // Where it fails, the cache is gone too early, which costs a cold run.
        let _ = file.set_modified(SystemTime::now());
    }
}

/// Removes the caches of other workspaces that were not used for a month, and the oldest ones while
/// all together are too large; also what killed runs left behind. At most once a day.
pub(super) fn prune(home: &Path, own: &Path) {
    let mark = home.join(MARK);
    let recent = mark.symlink_metadata().is_ok_and(|found| age(&found).is_some_and(|age| age < DAY));
    if recent || std::fs::remove_file(&mark).is_err_and(|error| error.kind() != io::ErrorKind::NotFound) {
        return;
    }
    if File::options().write(true).create_new(true).open(&mark).is_err() {
        return;
    }
    for folder in folders(home) {
        for (file, metadata) in files(&folder) {
            if is_left_behind(&file) && age(&metadata).is_some_and(|age| age > DAY) {
                let _ = std::fs::remove_file(file);
            }
        }
    }
    prune_to(home, own, KEPT, LARGEST);
}

fn prune_to(home: &Path, own: &Path, kept: Duration, largest: u64) {
    let mut caches: Vec<(Duration, u64, PathBuf)> = Vec::new();
    for folder in folders(home) {
        let ages =
            files(&folder).into_iter().map(|(_, found)| (age(&found).unwrap_or_default(), found.len()));
        let (age, size) = ages
            .fold((Duration::MAX, 0), |(youngest, size), (age, length)| (youngest.min(age), size + length));
        caches.push((age, size, folder));
    }
    caches.sort();
    let mut total = 0_u64;
    for (age, size, folder) in caches {
        total = total.saturating_add(size);
        if folder != own && (age > kept || total > largest) {
            let _ = remove(&folder);
        }
    }
}

/// Removes the cache of one workspace, or those of all, and says how many bytes that were.
///
/// # Errors
/// When something that is there cannot be removed.
pub fn clean(home: &Path, root: Option<&Path>) -> io::Result<u64> {
    match root {
        Some(root) => remove(&store::folder(home, root)),
        None => folders(home).iter().map(|folder| remove(folder)).sum(),
    }
}

/// Removes our files from a folder, and the folder if it is empty then.
fn remove(folder: &Path) -> io::Result<u64> {
    let mut removed = 0;
    if !folder.symlink_metadata().is_ok_and(|found| found.is_dir()) {
        return Ok(0);
    }
    for (file, metadata) in files(folder) {
        std::fs::remove_file(&file)?;
        removed += metadata.len();
    }
    // Something that is not ours is in it, and stays.
    let _ = std::fs::remove_dir(folder);
    Ok(removed)
}

/// The folders of caches: named by a hash, and no links.
fn folders(home: &Path) -> Vec<PathBuf> {
    let is_hash = |name: &str| name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    entries(home)
        .into_iter()
        .filter(|(path, metadata)| {
            metadata.is_dir() && path.file_name().and_then(|name| name.to_str()).is_some_and(is_hash)
        })
        .map(|(path, _)| path)
        .collect()
}

/// What we wrote into a folder, or what stands in its place; but no folders.
fn files(folder: &Path) -> Vec<(PathBuf, Metadata)> {
    let is_ours = |path: &Path| path.extension().is_some_and(|ending| ending == "cache" || ending == "new");
    let mut found = entries(folder);
    found.retain(|(path, metadata)| is_ours(path) && !metadata.is_dir());
    found
}

fn is_left_behind(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "new")
}

/// With what the disk knows of the entries themselves, not of what links lead to.
fn entries(folder: &Path) -> Vec<(PathBuf, Metadata)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.flatten().filter_map(|entry| Some((entry.path(), entry.metadata().ok()?))).collect()
}

/// None for a file from the future.
fn age(metadata: &Metadata) -> Option<Duration> {
    metadata.modified().ok()?.elapsed().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache(home: &Path, name: char, bytes: usize, old: Duration) -> PathBuf {
        let folder = home.join(String::from(name).repeat(32));
        std::fs::create_dir_all(&folder).expect("the folder is ours");
        let path = folder.join("summaries.cache");
        std::fs::write(&path, vec![0; bytes]).expect("the folder is ours");
        let file = File::options().append(true).open(&path).expect("it is there");
        file.set_modified(SystemTime::now() - old).expect("it is ours");
        folder
    }

    #[test]
    fn caches_that_are_old_or_too_large_are_removed_but_never_the_own_one() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let home = home.path();
        let (own, young) = (cache(home, 'a', 900, 9 * DAY), cache(home, 'b', 50, DAY));
        let (large, old) = (cache(home, 'c', 60, 2 * DAY), cache(home, 'd', 1, 8 * DAY));
        prune_to(home, &own, 5 * DAY, 100);
        assert!(own.exists() && young.exists() && !large.exists() && !old.exists());
    }

    #[test]
    fn what_a_killed_run_left_behind_is_removed_and_what_is_not_ours_stays() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let own = cache(home.path(), 'a', 1, Duration::ZERO);
        let (left, foreign) = (own.join("summaries.cache.17.new"), home.path().join("notes"));
        std::fs::write(&foreign, "mine").expect("the folder is ours");
        let file = File::create(&left).expect("the folder is ours");
        file.set_modified(SystemTime::now() - 2 * DAY).expect("it is ours");
        prune(home.path(), &own);
        assert!(!left.exists() && foreign.exists() && own.exists());
        assert_eq!(clean(home.path(), None).expect("it is ours"), 1);
        assert!(!own.exists() && foreign.exists());
    }
}
