//! Narrows a report to some packages or to what changed. The whole graph is computed before.

use super::git;
use super::options::Check;
use crate::finding::Finding;
use crate::report::{Failure, Failures};
use rustc_hash::FxHashSet;
use stateline_rust::Workspace;
use stateline_schema::{suggest, suggestion};
use std::path::Path;

/// Which findings are told.
#[derive(Debug)]
pub(super) struct Selection<'w> {
    packages: Option<FxHashSet<&'w str>>,
    workspace: &'w Workspace,
    changed: Option<Changed>,
}

/// What changed since a revision.
#[derive(Debug)]
struct Changed {
    files: FxHashSet<String>,
    /// Whether code, a manifest or a map is among them.
    any_code: bool,
}

impl<'w> Selection<'w> {
    /// # Errors
    /// When a package is unknown, or git has no answer.
    pub(super) fn new(options: &Check, workspace: &'w Workspace) -> Result<Self, Failures> {
        let changed = options.changed_since.as_ref();
        let changed = changed.map(|revision| git::changed_since(&workspace.root, revision)).transpose()?;
        let changed = changed.map(|files| Changed {
            any_code: files.iter().any(|path| is_map_or_manifest(path) || is_source(path, workspace)),
            files,
        });
        Ok(Self { packages: packages(&options.package, workspace)?, workspace, changed })
    }

    /// A finding is told when any of its places lies in what was chosen: the code that changed, or
    /// the line of the map that did. One about the map itself, such as a path that leads nowhere, is told
    /// when any code changed: what was renamed or removed has no place any more.
    pub(super) fn holds(&self, finding: &Finding) -> bool {
        let paths = || finding.places.iter().map(|place| &*place.path);
        let in_packages = |packages: &FxHashSet<&str>| {
            paths().filter_map(|path| owner(path, self.workspace)).any(|owner| packages.contains(owner))
        };
        let is_changed = |changed: &Changed| {
            let about_the_map = finding.places.first().is_some_and(|place| is_map_or_manifest(&place.path));
            paths().any(|path| changed.files.contains(path)) || (changed.any_code && about_the_map)
        };
        self.packages.as_ref().is_none_or(in_packages) && self.changed.as_ref().is_none_or(is_changed)
    }
}

/// Whether a file is code, also if it is gone.
fn is_source(path: &str, workspace: &Workspace) -> bool {
    let extension = Path::new(path).extension();
    extension.is_some_and(|it| it == "rs") || workspace.files.iter().any(|file| &*file.path == path)
}

fn is_map_or_manifest(path: &str) -> bool {
    let extension = Path::new(path).extension();
    extension.is_some_and(|it| it == "yaml" || it == "yml" || it == "toml")
}

/// The chosen packages; `None` when all are.
///
/// # Errors
/// When a name is no package of the workspace.
pub(super) fn packages<'w>(
    names: &[String],
    workspace: &'w Workspace,
) -> Result<Option<FxHashSet<&'w str>>, Failure> {
    if names.is_empty() {
        return Ok(None);
    }
    let known = || workspace.packages.iter().map(|package| package.name.as_str());
    let chosen = names.iter().map(|name| {
        known().find(|known| known == name).ok_or_else(|| {
            let failure = Failure::new(format!("the workspace has no package `{name}`"));
            match suggest(name, known()) {
                Some(meant) => failure.help(suggestion(meant)),
                None => failure.help("`cargo metadata --no-deps` lists them"),
            }
        })
    });
    chosen.collect::<Result<_, _>>().map(Some)
}

/// The package in whose folder a file lies.
pub(super) fn owner<'w>(path: &str, workspace: &'w Workspace) -> Option<&'w str> {
    let holds = |folder: &str| Path::new(path).starts_with(folder);
    let packages = workspace.packages.iter().filter(|package| holds(&package.folder));
    packages.max_by_key(|package| package.folder.len()).map(|package| package.name.as_str())
}
