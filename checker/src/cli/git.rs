//! What git knows: which files changed since a revision, and who works here.
#![expect(clippy::disallowed_methods, reason = "the command asks git")]

use crate::report::Failure;
use rustc_hash::FxHashSet;
use std::path::Path;
use std::process::Command;

/// Changed, added and untracked files, relative to `root` with `/`. Of a renamed file both names.
///
/// # Errors
/// When git is missing, the folder is no repository, or the revision is unknown.
pub(super) fn changed_since(root: &Path, revision: &str) -> Result<FxHashSet<String>, Failure> {
    let commit = commit(root, revision, "--changed-since")?;
    let changed = git(root, &["diff", "--name-only", "--no-renames", "--relative", "-z", &commit, "--"]);
    let untracked = git(root, &["ls-files", "--others", "--exclude-standard", "-z"]);
    let mut files = FxHashSet::default();
    for listing in [changed, untracked] {
        let listing =
            listing.map_err(|said| Failure::new(format!("git could not list what changed: {said}")))?;
        files.extend(listing.split('\0').filter(|name| !name.is_empty()).map(str::to_owned));
    }
    Ok(files)
}

/// What a file held at a revision; none if it was not there. The path is relative to the folder, with `/`.
///
/// # Errors
/// When git is missing, the folder is no repository, the revision is unknown, or git has lost the file.
pub(super) fn file_at(folder: &Path, revision: &str, path: &str) -> Result<Option<String>, Failure> {
    let commit = commit(folder, revision, "--diff")?;
    let failed = |said| Failure::new(format!("git could not say what {path} was at `{revision}`: {said}"));
    let listed = git(folder, &["ls-tree", "--name-only", "-z", &commit, "--", path]).map_err(failed)?;
    if listed.is_empty() {
        return Ok(None);
    }
    git(folder, &["show", &format!("{commit}:./{path}")]).map(Some).map_err(failed)
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

fn unknown(root: &Path, revision: &str, option: &str, said: &str) -> Failure {
    match git(root, &["rev-parse", "--git-dir"]) {
        Err(_) => Failure::new(format!(
            "{} is not in a git repository, so `{option}` has no answer",
            root.display()
        ))
        .help(format!("leave `{option}` out")),
        Ok(_) => {
            let said = if said.is_empty() { String::new() } else { format!(": {said}") };
            Failure::new(format!("git knows no revision `{revision}`{said}"))
                .help("fetch it first; in CI a shallow clone may lack it (`fetch-depth: 0`)")
        }
    }
}

/// What git prints, or what it says when it fails.
fn git(root: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output();
    let output = output.map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
    }
}
