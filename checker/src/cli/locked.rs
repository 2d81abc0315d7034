//! The lock on the disk, or at a revision: read where there is one.

use super::git;
use super::mapping::{map_path, shown};
use super::options::Global;
use crate::finding::Place;
use crate::report::Failure;
use stateline_rust::{Workspace, map_text};
use stateline_schema::lock::{Lock, read_lock};
use stateline_schema::{MAX_BYTES, Source, SourceId};
use std::path::{Path, PathBuf};

/// The lock's name, beside the map.
pub(super) const LOCK: &str = "stateline.lock";

/// Stands between its name and the revision that it is of.
pub(super) const AT: char = '@';

/// A lock that was written, with its text.
#[derive(Debug)]
pub(super) struct Locked {
    pub(super) lock: Lock,
    pub(super) source: Source,
}

/// Where the lock of a workspace is, or is to be.
pub(super) fn lock_path(global: &Global, root: &Path) -> PathBuf {
    map_path(global, root).with_file_name(LOCK)
}

/// The lock beside the map; there need be none.
///
/// # Errors
/// If it cannot be read, is damaged, was edited by hand, is of a newer version, or of another workspace.
pub(super) fn committed(
    global: &Global,
    workspace: &Workspace,
    id: SourceId,
) -> Result<Option<Locked>, Vec<Failure>> {
    let path = lock_path(global, &workspace.root);
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    let name = shown(&path, &workspace.root);
    let text = map_text(&path, &name, MAX_BYTES).map_err(|problem| vec![Failure::from(&problem)])?;
    read(Source::new(id, name, text), workspace).map(Some)
}

/// The lock as it was where this branch and a revision parted; none if there was none.
///
/// # Errors
/// If git does not know the revision, or the lock of that time cannot be read.
pub(super) fn at_merge_base(
    global: &Global,
    workspace: &Workspace,
    revision: &str,
    id: SourceId,
) -> Result<Option<Locked>, Vec<Failure>> {
    let path = lock_path(global, &workspace.root);
    let folder = path.parent().unwrap_or(&workspace.root);
    let base = git::merge_base(folder, revision, "--since").map_err(|failure| vec![failure])?;
    let text = git::file_at(folder, &base, LOCK).and_then(|text| match text {
        Some(text) => Ok(Some(text)),
        None => git::moved_file(folder, &base, LOCK),
    });
    let Some(text) = text.map_err(|failure| vec![failure])? else { return Ok(None) };
    read(Source::new(id, format!("{LOCK}{AT}{revision}"), text), workspace).map(Some)
}

/// The lock of the last commit, if it has entries that the one on the disk lacks: nobody gave a reason for that yet.
pub(super) fn lacking(
    global: &Global,
    workspace: &Workspace,
    now: Option<&Lock>,
    id: SourceId,
) -> Option<Locked> {
    let path = lock_path(global, &workspace.root);
    let folder = path.parent().unwrap_or(&workspace.root);
    let text = git::file_at(folder, "HEAD", LOCK).ok().flatten()?;
    let before = read(Source::new(id, format!("{LOCK}{AT}HEAD"), text), workspace).ok()?;
    let has_all = now.is_some_and(|now| {
        let Lock { processes, messages, operations, types, .. } = &before.lock;
        processes.keys().all(|key| now.processes.contains_key(key))
            && messages.keys().all(|key| now.messages.contains_key(key))
            && operations.keys().all(|key| now.operations.contains_key(key))
            && types.keys().all(|key| now.types.contains_key(key))
    });
    (!has_all).then_some(before)
}

fn read(source: Source, workspace: &Workspace) -> Result<Locked, Vec<Failure>> {
    let lock = read_lock(&source).map_err(|mistakes| {
        let told = mistakes.into_iter().map(|mistake| {
            let path = source.name.as_str().into();
            let place = Place { path, span: mistake.span.range(), label: "".into() };
            Failure { message: mistake.message, places: vec![place], help: mistake.help }
        });
        told.collect::<Vec<_>>()
    })?;
    let plain = lock.types.keys().filter_map(|name| name.split('<').next()?.split_once("::"));
    let crates: Vec<&str> = plain.map(|(name, _)| name).collect();
    let known = |name: &&str| {
        let target = |target: &stateline_rust::BuildTarget| target.code_name == **name;
        workspace.targets.iter().any(target)
            || workspace.packages.iter().any(|package| package.name == **name)
    };
    if !crates.is_empty() && !crates.iter().any(known) {
        let message = format!("{} is the lock of another workspace", source.name);
        let help = format!(
            "it locks types of `{}`, which is no crate here; delete it, and run `cargo stateline lock`",
            crates[0]
        );
        return Err(vec![Failure::new(message).help(help)]);
    }
    Ok(Locked { lock, source })
}
