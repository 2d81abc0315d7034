//! What a context owns, and which crates of a workspace that is.

use super::Map;
use crate::{Glob, Pattern};
use std::collections::HashSet;
use std::fmt;

/// An entry of `owns`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owned {
    /// A crate by name, or a module subtree: `payments`, `shop::billing`. Never `*`.
    Code(Pattern),
    /// Every crate whose name matches: `db_views_*`.
    Crates(Glob),
    /// Every package in a folder, from the workspace's folder on: `{ folder: crates/db }`.
    Folder(String),
}

impl Owned {
    /// The crate or module that it names; none where it is for a workspace to say which crates match.
    pub fn code(&self) -> Option<&Pattern> {
        match self {
            Owned::Code(pattern) => Some(pattern),
            Owned::Crates(_) | Owned::Folder(_) => None,
        }
    }

    /// Whether it takes a crate as a whole by its name or folder.
    pub fn matches(&self, krate: Crate<'_>) -> bool {
        match self {
            Owned::Code(pattern) => pattern.base().is_some_and(|base| base.as_str() == krate.name),
            Owned::Crates(glob) => glob.matches(krate.name),
            Owned::Folder(folder) => lies_in(krate.folder, folder),
        }
    }
}

impl fmt::Display for Owned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Owned::Code(pattern) => pattern.fmt(f),
            Owned::Crates(glob) => glob.fmt(f),
            Owned::Folder(folder) => write!(f, "{{ folder: {folder} }}"),
        }
    }
}

/// A crate of a workspace: a package's library or, where it has none, its program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crate<'c> {
    /// Its name, as in paths.
    pub name: &'c str,
    /// The package's folder, from the workspace's folder on, with `/`; empty for that folder itself.
    pub folder: &'c str,
}

/// A crate that a context owns by a pattern or a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// The context, by its place in the map.
    pub context: usize,
    /// Which of its entries.
    pub entry: usize,
    /// Which of the crates that were asked for.
    pub krate: usize,
}

impl Map {
    /// The crates that patterns and folders take, for the checker and for macros alike.
    ///
    /// Whoever names a crate exactly goes before patterns and folders, and a deeper folder before one
    /// around it. What else matches takes the crate too: if that is two contexts, it is for the caller
    /// to report.
    pub fn taken(&self, crates: &[Crate<'_>]) -> Vec<Taken> {
        let entries = || {
            let contexts = self.contexts.values().enumerate();
            contexts.flat_map(|(at, context)| {
                context.owns.iter().enumerate().map(move |(entry, owned)| (at, entry, &owned.value))
            })
        };
        let exact: HashSet<&str> =
            entries().filter_map(|(_, _, owned)| Some(owned.code()?.base()?.as_str())).collect();
        let wide: Vec<_> = entries().filter(|(_, _, owned)| owned.code().is_none()).collect();
        let mut taken = Vec::new();
        for (number, krate) in crates.iter().enumerate().filter(|(_, krate)| !exact.contains(krate.name)) {
            let matching = || wide.iter().filter(|(_, _, owned)| owned.matches(*krate));
            let deepest = matching().filter_map(|(_, _, owned)| depth(owned)).max();
            let nearest =
                matching().filter(|(_, _, owned)| depth(owned).is_none_or(|at| Some(at) == deepest));
            taken.extend(nearest.map(|&(context, entry, _)| Taken { context, entry, krate: number }));
        }
        taken.sort_unstable();
        taken
    }

    /// Whether a context owns something by a pattern or a folder, so that it takes a workspace to say what.
    pub fn has_patterns(&self) -> bool {
        self.contexts.values().any(|context| context.owns.iter().any(|owned| owned.code().is_none()))
    }
}

/// How deep a folder lies; none for what is no folder.
fn depth(owned: &Owned) -> Option<usize> {
    match owned {
        Owned::Folder(folder) => Some(folder.split('/').count()),
        Owned::Code(_) | Owned::Crates(_) => None,
    }
}

/// Whether a folder is another, or lies below it.
fn lies_in(folder: &str, other: &str) -> bool {
    folder.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
