//! Narrows a report to some packages. The whole graph is computed before.

use crate::finding::Finding;
use crate::report::Failure;
use rustc_hash::FxHashSet;
use stateline_rust::Workspace;
use stateline_schema::{suggest, suggestion};
use std::path::Path;

/// Which findings are told.
#[derive(Debug)]
pub(super) struct Selection<'w> {
    packages: Option<FxHashSet<&'w str>>,
    workspace: &'w Workspace,
}

impl<'w> Selection<'w> {
    /// # Errors
    /// When a package is unknown.
    pub(super) fn new(names: &[String], workspace: &'w Workspace) -> Result<Self, Failure> {
        Ok(Self { packages: packages(names, workspace)?, workspace })
    }

    /// A finding is told when any of its places lies in what was chosen.
    pub(super) fn holds(&self, finding: &Finding) -> bool {
        let paths = || finding.places.iter().map(|place| &*place.path);
        let in_packages = |packages: &FxHashSet<&str>| {
            paths().filter_map(|path| owner(path, self.workspace)).any(|owner| packages.contains(owner))
        };
        self.packages.as_ref().is_none_or(in_packages)
    }
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
