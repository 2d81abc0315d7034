//! What git knows: where a branch parted, what changed since then, and who works here.
#![expect(clippy::disallowed_methods, reason = "the command asks git")]

use crate::report::Failure;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a branch and a revision parted.
#[derive(Debug)]
pub(super) struct Fork {
    pub(super) commit: String,
    /// What the commit holds, by the name that git has for it.
    pub(super) tree: String,
    /// The repository's uppermost folder.
    pub(super) top: PathBuf,
}

impl Fork {
    /// # Errors
    /// When git is missing, the folder is no repository, or the revision is unknown.
    pub(super) fn new(folder: &Path, revision: &str, option: &str) -> Result<Self, Failure> {
        let commit = merge_base(folder, revision, option)?;
        let failed = |said| Failure::new(format!("git could not read `{revision}`: {said}"));
        let asked = |arguments: &[&str]| {
            let told = git(folder, arguments).map_err(failed)?;
            Ok::<_, Failure>(told.trim_end_matches('\n').to_owned())
        };
        let tree = asked(&["rev-parse", "--verify", &format!("{commit}^{{tree}}")])?;
        let top = PathBuf::from(asked(&["rev-parse", "--show-toplevel"])?);
        Ok(Fork { tree, top: top.canonicalize().unwrap_or(top), commit })
    }

    /// The first digits of the commit's name.
    pub(super) fn short(&self) -> &str {
        &self.commit[..self.commit.len().min(7)]
    }

    /// Writes the commit's files into a folder that is not there yet, with an index beside it. The user's own
    /// tree and index stay as they are, and no hook runs.
    ///
    /// # Errors
    /// When git cannot write them.
    pub(super) fn export(&self, to: &Path) -> Result<(), Failure> {
        let index = to.with_extension("index");
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| Failure::new(format!("a temporary folder cannot be made: {error}")))?;
        }
        let prefix = format!("--prefix={}/", to.display());
        for arguments in [&["read-tree", &*self.commit][..], &["checkout-index", "--all", "--quiet", &prefix]]
        {
            let mut command = command(&self.top);
            command.args(["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"]).args(arguments);
            command.env("GIT_INDEX_FILE", &index).env("GIT_LFS_SKIP_SMUDGE", "1");
            said(command).map_err(|said| {
                Failure::new(format!("git could not write the files of {}: {said}", self.short()))
            })?;
        }
        Ok(())
    }

    /// The files that differ between the commit and the working tree, also those that are gone, relative to
    /// `root` with `/`. Of a renamed file both names.
    ///
    /// # Errors
    /// When git cannot list them.
    pub(super) fn changed_files(&self, root: &Path) -> Result<BTreeSet<String>, Failure> {
        let failed = |said| Failure::new(format!("git could not list what changed: {said}"));
        let diff =
            ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", &self.commit, "--"];
        let listings = [git(root, &diff), git(root, &["ls-files", "--others", "--exclude-standard", "-z"])];
        let mut files = BTreeSet::new();
        for listing in listings {
            let listing = listing.map_err(failed)?;
            files.extend(listing.split('\0').filter(|name| !name.is_empty()).map(str::to_owned));
        }
        Ok(files)
    }

    /// The lines that differ between the commit and the working tree, relative to `root` with `/`.
    ///
    /// # Errors
    /// When git cannot list them.
    pub(super) fn touched(&self, root: &Path) -> Result<TouchedLines, Failure> {
        let failed = |said| Failure::new(format!("git could not list what changed: {said}"));
        let diff = ["diff", "--unified=0", "--no-renames", "--no-ext-diff", "--no-color", "--relative"];
        let prefixes = ["--src-prefix=a/", "--dst-prefix=b/", &self.commit, "--"];
        let changed = git(root, &[&["-c", "core.quotePath=false"][..], &diff, &prefixes].concat());
        let untracked = git(root, &["ls-files", "--others", "--exclude-standard", "-z"]).map_err(failed)?;
        let mut touched = TouchedLines::of_diff(&changed.map_err(failed)?);
        for name in untracked.split('\0').filter(|name| !name.is_empty()) {
            touched.files.entry(name.to_owned()).or_default().push(1..usize::MAX);
        }
        Ok(touched)
    }
}

/// Lines by file, counted from one.
#[derive(Debug, Default)]
pub(super) struct TouchedLines {
    files: FxHashMap<String, Vec<Range<usize>>>,
}

impl TouchedLines {
    /// Reads a diff without context. Where lines were only taken out, the two around the gap count.
    fn of_diff(diff: &str) -> Self {
        let mut touched = TouchedLines::default();
        let mut file: Option<&str> = None;
        for line in diff.lines() {
            if let Some(name) = line.strip_prefix("+++ ") {
                file = name.strip_prefix("b/");
            } else if let (Some(file), Some(lines)) = (file, line.strip_prefix("@@ ").and_then(new_lines)) {
                touched.files.entry(file.to_owned()).or_default().push(lines);
            }
        }
        touched
    }

    pub(super) fn holds(&self, file: &str, line: usize) -> bool {
        self.files.get(file).is_some_and(|lines| lines.iter().any(|lines| lines.contains(&line)))
    }
}

/// The lines that `-1,2 +3,4 @@ …` has on the new side.
fn new_lines(hunk: &str) -> Option<Range<usize>> {
    let side = hunk.split(' ').find_map(|side| side.strip_prefix('+'))?;
    let (start, count) = side.split_once(',').unwrap_or((side, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    Some(if count == 0 { start.max(1)..start + 2 } else { start..start + count })
}

/// What a file held at a revision; none if it was not there. The path is relative to the folder, with `/`.
///
/// # Errors
/// When git is missing, the folder is no repository, the revision is unknown, or git has lost the file.
pub(super) fn file_at(folder: &Path, revision: &str, path: &str) -> Result<Option<String>, Failure> {
    let commit = commit(folder, revision, "--diff")?;
    let failed = |said| Failure::new(format!("git could not read {path} at `{revision}`: {said}"));
    let listed = git(folder, &["ls-tree", "--name-only", "-z", &commit, "--", path]).map_err(failed)?;
    if listed.is_empty() {
        return Ok(None);
    }
    git(folder, &["show", &format!("{commit}:./{path}")]).map(Some).map_err(failed)
}

/// What the one file of a name held that a commit has somewhere in the repository and that is gone from there now: the
/// file of a folder that was moved. None if there is no such file, or several.
///
/// # Errors
/// When git cannot read the commit.
pub(super) fn moved_file(folder: &Path, commit: &str, name: &str) -> Result<Option<String>, Failure> {
    let failed = |said| Failure::new(format!("git could not read {name} at {commit}: {said}"));
    let top = git(folder, &["rev-parse", "--show-toplevel"]).map_err(failed)?;
    let top = Path::new(top.trim_end_matches('\n'));
    let mut gone = files_named(top, commit, name)?;
    gone.retain(|path| top.join(path).symlink_metadata().is_err());
    match gone.first().filter(|_| gone.len() == 1) {
        Some(path) => git(top, &["show", &format!("{commit}:{path}")]).map(Some).map_err(failed),
        None => Ok(None),
    }
}

/// The files of a name below a folder at a commit, relative to it with `/`.
///
/// # Errors
/// When git cannot list them.
pub(super) fn files_named(folder: &Path, commit: &str, name: &str) -> Result<BTreeSet<String>, Failure> {
    let listed = git(folder, &["ls-tree", "-r", "--name-only", "-z", commit]);
    let listed =
        listed.map_err(|said| Failure::new(format!("git could not list the files of {commit}: {said}")))?;
    let is_named = |path: &&str| path.rsplit('/').next() == Some(name);
    Ok(listed.split('\0').filter(is_named).map(str::to_owned).collect())
}

/// The commit where this branch and a revision parted: the revision itself where they have none.
///
/// # Errors
/// When git is missing, the folder is no repository, or the revision is unknown.
pub(super) fn merge_base(folder: &Path, revision: &str, option: &str) -> Result<String, Failure> {
    let commit = commit(folder, revision, option)?;
    let base = git(folder, &["merge-base", "HEAD", &commit]);
    Ok(base.map_or(commit, |base| base.trim_end_matches('\n').to_owned()))
}

/// The commit of a revision, asked first, so that a revision can never be taken for an option or a path.
fn commit(root: &Path, revision: &str, option: &str) -> Result<String, Failure> {
    let asked = format!("{revision}^{{commit}}");
    let commit = git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &asked]);
    let commit = commit.map_err(|said| unknown(root, revision, option, &said))?;
    Ok(commit.trim_end_matches('\n').to_owned())
}

/// The name of who works here, if git was told.
pub(super) fn user(root: &Path) -> Option<String> {
    let asked = |key: &str| git(root, &["config", "--get", key]).ok();
    let name = asked("user.name").or_else(|| asked("user.email"))?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// Who committed most in these folders, of the last commits there.
pub(super) fn author(root: &Path, folders: &[String]) -> Option<String> {
    let mut arguments = vec!["log", "-n", "200", "--no-merges", "--format=%aN", "--"];
    // The root's folder has no name.
    arguments.extend(folders.iter().map(|folder| if folder.is_empty() { "." } else { folder.as_str() }));
    let told = git(root, &arguments).ok()?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in told.lines().map(str::trim).filter(|name| !name.is_empty()) {
        *counts.entry(name).or_default() += 1;
    }
    let most = counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0)));
    most.map(|(name, _)| name.to_owned())
}

fn unknown(root: &Path, revision: &str, option: &str, said: &str) -> Failure {
    match git(root, &["rev-parse", "--git-dir"]) {
        Err(_) => {
            Failure::new(format!("`{option}` needs a git repository, but {} is not in one", root.display()))
                .help(format!("run the command without `{option}`"))
        }
        Ok(_) => {
            let said = if said.is_empty() { String::new() } else { format!(": {said}") };
            Failure::new(format!("git does not know the revision `{revision}`{said}"))
                .help("fetch it first; in CI a shallow clone may lack it (`fetch-depth: 0`)")
        }
    }
}

/// What git prints, or what it says when it fails.
fn git(root: &Path, arguments: &[&str]) -> Result<String, String> {
    let mut command = command(root);
    command.args(arguments);
    said(command)
}

fn command(root: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root);
    command
}

fn said(mut command: Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_says_which_lines_it_touches() {
        let diff = "diff --git a/src/a b.rs b/src/a b.rs\n--- a/src/a b.rs\n+++ b/src/a b.rs\n@@ -1 +1,2 @@ fn a()\n-x\n+y\n+z\n@@ -9,2 +10,0 @@\n-a\n-b\n--- a/gone.rs\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";
        let touched = TouchedLines::of_diff(diff);
        let lines = |file: &str| (1..20).filter(|line| touched.holds(file, *line)).collect::<Vec<_>>();
        assert_eq!(lines("src/a b.rs"), [1, 2, 10, 11]);
        assert!(lines("gone.rs").is_empty() && lines("b/gone.rs").is_empty());
    }
}
