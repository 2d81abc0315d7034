//! `list affected --since REV`: the packages that a change may break, as arguments for `cargo test`.

use crate::cli::git::Fork;
use crate::cli::options::{Affected as Asked, Global, ListFormat};
use crate::cli::output::Output;
use crate::cli::{pipeline, selection};
use crate::report::{Exit, Failures};
use serde_json::json;
use stateline_rust::{DependencyKind, Workspace};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub(super) fn run(asked: &Asked, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let workspace = pipeline::workspace(global)?;
    let fork = Fork::new(&workspace.root, &asked.since, "--since")?;
    let files = fork.changed_files(&workspace.root)?;
    let affected = affected(&workspace, files.iter().map(String::as_str));
    output.write(&match asked.format {
        ListFormat::Human => for_people(&workspace, &affected),
        ListFormat::Json => document(&workspace, &affected),
    })?;
    Ok(Exit::Clean)
}

/// Why a package is affected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// A file in its folder changed.
    Changed,
    /// A file that belongs to no package changed, such as `Cargo.lock`.
    Workspace,
    /// It depends on one that is, or its tests do.
    DependsOn(usize),
}

/// By the package's place in the workspace. References narrow this no further: ARCHITECTURE.md says why.
fn affected<'f>(workspace: &Workspace, files: impl Iterator<Item = &'f str>) -> BTreeMap<usize, Why> {
    let packages = &workspace.packages;
    let mut affected = BTreeMap::new();
    for file in files {
        match own_package(file, workspace) {
            Some(package) => drop(affected.insert(package, Why::Changed)),
            None => (0..packages.len()).for_each(|package| {
                affected.entry(package).or_insert(Why::Workspace);
            }),
        }
    }
    let uses = |index: usize, of: usize, for_tests: bool| {
        let mut local = packages[index].dependencies.iter().filter(|dependency| dependency.local == Some(of));
        local.any(|dependency| (dependency.kind == DependencyKind::Development) == for_tests)
    };
    let mut left: Vec<usize> = affected.keys().copied().collect();
    while let Some(at) = left.pop() {
        for index in (0..packages.len()).filter(|index| uses(*index, at, false)) {
            if let Entry::Vacant(entry) = affected.entry(index) {
                entry.insert(Why::DependsOn(at));
                left.push(index);
            }
        }
    }
    // What a package needs for its tests alone is no part of its library, and so stops at it.
    let built: Vec<usize> = affected.keys().copied().collect();
    for at in built {
        for index in (0..packages.len()).filter(|index| uses(*index, at, true)) {
            affected.entry(index).or_insert(Why::DependsOn(at));
        }
    }
    affected
}

/// The package that a file belongs to; none where any package may read it.
fn own_package(file: &str, workspace: &Workspace) -> Option<usize> {
    const OF_TARGETS: [&str; 4] = ["src/", "tests/", "benches/", "examples/"];
    let name = selection::owner(file, workspace).filter(|_| !is_of_workspace(file))?;
    let package = workspace.packages.iter().position(|package| package.name == name)?;
    // The folder of a package at the root holds what belongs to nobody, too.
    let at_root = workspace.packages[package].folder.is_empty();
    let is_own = !at_root
        || OF_TARGETS.iter().any(|folder| file.starts_with(folder))
        || workspace.files.iter().any(|read| &*read.path == file);
    is_own.then_some(package)
}

/// Whether a file says how all packages are built, though one of them may lie in the same folder.
fn is_of_workspace(file: &str) -> bool {
    const FILES: [&str; 4] = ["Cargo.lock", "Cargo.toml", "rust-toolchain", "rust-toolchain.toml"];
    FILES.contains(&file) || file.starts_with(".cargo/")
}

/// Nothing where nothing is affected.
fn for_people(workspace: &Workspace, affected: &BTreeMap<usize, Why>) -> String {
    let arguments: Vec<String> =
        affected.keys().map(|index| format!("--package {}", workspace.packages[*index].name)).collect();
    if arguments.is_empty() { String::new() } else { arguments.join(" ") + "\n" }
}

fn document(workspace: &Workspace, affected: &BTreeMap<usize, Why>) -> String {
    let name = |index: usize| &workspace.packages[index].name;
    let one = |(index, why): (&usize, &Why)| match why {
        Why::Changed => json!({ "package": name(*index), "why": "changed" }),
        Why::Workspace => json!({ "package": name(*index), "why": "workspace" }),
        Why::DependsOn(other) => {
            json!({ "package": name(*index), "why": "depends-on", "on": name(*other) })
        }
    };
    let all: Vec<_> = affected.iter().map(one).collect();
    format!("{:#}\n", json!({ "version": 1, "affected": all }))
}
