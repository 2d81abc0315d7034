//! What git knows: which files changed since a revision, and who works here.

use crate::report::Failure;
use rustc_hash::FxHashSet;
use std::path::Path;
use std::process::Command;

/// Changed, added and untracked files, relative to `root` with `/`. Of a renamed file both names.
///
/// # Errors
/// When git is missing, the folder is no repository, or the revision is unknown.
pub(super) fn changed_since(root: &Path, revision: &str) -> Result<FxHashSet<String>, Failure> {
    // Asked first, so that a revision can never be taken for an option or a path.
    let commit = git(
        root,
        &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")],
    )
    .map_err(|said| unknown(root, revision, &said))?;
    let commit = commit.trim_end_matches('\n');
    let changed = git(root, &["diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--"]);
    let untracked = git(root, &["ls-files", "--others", "--exclude-standard", "-z"]);
    let mut files = FxHashSet::default();
    for listing in [changed, untracked] {
        let listing =
            listing.map_err(|said| Failure::new(format!("git could not list what changed: {said}")))?;
        files.extend(listing.split('\0').filter(|name| !name.is_empty()).map(str::to_owned));
    }
    Ok(files)
}

/// The name of who works here, if git was told.
pub(super) fn user(root: &Path) -> Option<String> {
    let asked = |key: &str| git(root, &["config", "--get", key]).ok();
    let name = asked("user.name").or_else(|| asked("user.email"))?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

fn unknown(root: &Path, revision: &str, said: &str) -> Failure {
    match git(root, &["rev-parse", "--git-dir"]) {
        Err(_) => Failure::new(format!(
            "{} is not in a git repository, so `--changed-since` has no answer",
            root.display()
        ))
        .help("leave `--changed-since` out"),
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
