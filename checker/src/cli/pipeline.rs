//! The order of the stages: options → workspace → world → references → map → graph.
//!
//! This is the only place that knows it. Each command says how far it needs to go, and gets what
//! is there by then; what a stage borrows from the one before stays on this stack. It is forgotten,
//! not dropped: the process ends right after, and giving all of it back takes a tenth of a warm run.

use super::locked::{self, AT, Locked};
use super::mapping::{self, Mapping};
use super::options::Global;
use super::{population, today};
use crate::graph::{Graph, Input};
use crate::marks::MARKS;
use crate::report::{Failure, Failures, Sources};
use stateline_rust::{Coverage, Reference, Resolution, Unresolved, Workspace, World};
use stateline_schema::{Date, Source, SourceId};
use std::mem::forget;
use std::path::{Path, PathBuf};

/// A workspace with all its names resolved; no map is needed for that.
#[derive(Debug)]
pub(super) struct Resolved<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) world: &'a World<'a>,
    pub(super) references: &'a [Reference],
    pub(super) unresolved: &'a [Unresolved],
    pub(super) coverage: Coverage,
}

impl Resolved<'_> {
    /// The graph of this code under some map, and whatever is asked of it.
    pub(super) fn under<T>(&self, mapping: &Mapping, as_of: Date, then: impl FnOnce(&Graph<'_>) -> T) -> T {
        then(&Graph::new(Input {
            world: self.world,
            references: self.references,
            coverage: self.coverage,
            map: &mapping.map,
            exceptions: &mapping.exceptions,
            lock: mapping.lock.as_ref(),
            base: mapping.base.as_ref(),
            population: mapping.population.as_ref(),
            sources: &mapping.sources,
            as_of,
        }))
    }
}

/// A resolved workspace under its map.
pub(super) struct Mapped<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) graph: &'a Graph<'a>,
    /// The texts that the map and the locks stand in.
    pub(super) sources: &'a [Source],
}

/// Reads and resolves the workspace.
///
/// # Errors
/// Whatever could not be read, all at once.
pub(super) fn resolved<T>(
    global: &Global,
    then: impl FnOnce(&Resolved<'_>) -> Result<T, Failures>,
) -> Result<T, Failures> {
    let workspace = workspace(global)?;
    let result = resolve(&workspace, then);
    quoting(result, workspace)
}

/// Reads and resolves the workspace, and lays the map over it.
///
/// # Errors
/// Whatever could not be read, all at once; and all mistakes of the map.
pub(super) fn mapped<T>(
    global: &Global,
    then: impl FnOnce(&Mapped<'_>) -> Result<T, Failures>,
) -> Result<T, Failures> {
    under(global, |_, _| Ok(()), then)
}

/// The same, with what is locked, with what was at the merge base with a revision, and with who is in flight.
///
/// # Errors
/// Likewise; and if a lock or the population cannot be read.
pub(super) fn locked<T>(
    global: &Global,
    (since, population): (Option<&str>, Option<&Path>),
    then: impl FnOnce(&Mapped<'_>) -> Result<T, Failures>,
) -> Result<T, Failures> {
    let as_of = today::asked(global)?;
    let load = |workspace: &Workspace, mapping: &mut Mapping| {
        let next = |mapping: &Mapping| SourceId(mapping.sources.len());
        let committed = locked::committed(global, workspace, next(mapping))?;
        mapping.lock = committed.map(|Locked { lock, source }| {
            mapping.sources.push(source);
            lock
        });
        if let Some(path) = population {
            let (population, source) = population::read(path, workspace, mapping, as_of)?;
            mapping.population = Some(population);
            mapping.sources.push(source);
        }
        let Some(revision) = since else { return Ok(()) };
        let base = locked::at_merge_base(global, workspace, revision, next(mapping))?;
        mapping.base = base.map(|Locked { lock, source }| {
            mapping.sources.push(source);
            lock
        });
        Ok(())
    };
    under(global, load, then)
}

fn under<T>(
    global: &Global,
    load: impl FnOnce(&Workspace, &mut Mapping) -> Result<(), Vec<Failure>>,
    then: impl FnOnce(&Mapped<'_>) -> Result<T, Failures>,
) -> Result<T, Failures> {
    let as_of = today::asked(global)?;
    let workspace = workspace(global)?;
    let mapping = mapping::load(global, &workspace)
        .and_then(|mut mapping| load(&workspace, &mut mapping).map(|()| mapping));
    let mapping = match mapping {
        Ok(mapping) => mapping,
        Err(list) => return Err(Failures { list, workspace: Some(Box::new(workspace)) }),
    };
    let result = resolve(&workspace, |resolved| {
        resolved.under(&mapping, as_of, |graph| {
            then(&Mapped { workspace: &workspace, graph, sources: &mapping.sources })
        })
    });
    quoting(result, workspace)
}

/// What came of a workspace; a failure may quote its files.
fn quoting<T>(result: Result<T, Failures>, workspace: Workspace) -> Result<T, Failures> {
    match result {
        Err(failures) if failures.workspace.is_none() => {
            Err(Failures { workspace: Some(Box::new(workspace)), ..failures })
        }
        result => {
            forget(workspace);
            result
        }
    }
}

/// What reports quote, read from the disk when it is quoted.
pub(super) fn sources<'w>(workspace: &'w Workspace, global: &'w Global) -> Sources<'w> {
    sources_beside(&[], workspace, global)
}

/// The same, with texts that are on the disk no more: a lock of a revision.
pub(super) fn sources_beside<'w>(
    texts: &'w [Source],
    workspace: &'w Workspace,
    global: &'w Global,
) -> Sources<'w> {
    let fence = mapping::fence(global, workspace);
    let kept = |path: &str| texts.iter().find(|source| source.name == path && path.contains(AT));
    let overlaid = move |path: &str| {
        let path = workspace.root.join(path);
        let of = |overlays| stateline_rust::overlaid(overlays, &path);
        of(&global.overlays).or_else(|| of(&global.map_overlays))
    };
    let load = move |path: &str| match kept(path) {
        Some(source) => Some(source.text.clone()),
        None => {
            overlaid(path).map(str::to_owned).or_else(|| stateline_rust::source(&workspace.root, path).ok())
        }
    };
    Sources::new(load).quoting(move |path| overlaid(path).is_some() || fence.holds(Path::new(path)))
}

/// The folder of the workspace.
///
/// # Errors
/// When cargo cannot say it.
pub(super) fn root(global: &Global) -> Result<PathBuf, Failure> {
    stateline_rust::root(global.manifest_path.as_deref()).map_err(|error| Failure {
        message: error.message,
        places: Vec::new(),
        help: error.help,
    })
}

/// What is on the disk, with nothing resolved.
///
/// # Errors
/// Whatever could not be read, all at once.
pub(super) fn workspace(global: &Global) -> Result<Workspace, Failures> {
    let home = stateline_rust::cache::home().filter(|_| !global.no_cache);
    let options = stateline_rust::Options {
        manifest: global.manifest_path.as_deref(),
        cache: home.as_deref(),
        overlays: &global.overlays,
        derive: &MARKS,
        ..stateline_rust::Options::default()
    };
    let workspace = stateline_rust::read(&options).map_err(|error| Failure {
        message: error.message,
        places: Vec::new(),
        help: error.help,
    })?;
    let told: Vec<_> = workspace.problems.iter().map(Failure::from).collect();
    if told.is_empty() {
        Ok(workspace)
    } else {
        Err(Failures { list: told, workspace: Some(Box::new(workspace)) })
    }
}

fn resolve<T>(
    workspace: &Workspace,
    then: impl FnOnce(&Resolved<'_>) -> Result<T, Failures>,
) -> Result<T, Failures> {
    let stand_ins = stateline_rust::stand_ins(workspace);
    let mut world = stateline_rust::resolve(workspace, &stand_ins);
    if let Some(problem) = &world.unsettled {
        return Err(vec![Failure::from(problem)].into());
    }
    let found = stateline_rust::all_references(&mut world);
    let Resolution { references, unresolved, coverage } = &found;
    let coverage = *coverage;
    let result = then(&Resolved { workspace, world: &world, references, unresolved, coverage });
    forget((world, found));
    result
}
