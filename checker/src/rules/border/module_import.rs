//! Imports of modules: which of them say no more than what is named through them.

use crate::graph::permission::{Verdict, holds_generated};
use crate::graph::{ContextId, Crossing, Graph, ReferenceId};
use rustc_hash::FxHashSet;
use stateline_rust::summary::{Item, ItemKind};
use stateline_rust::{DefId, DefKind, FileId, Visible};

/// Where imports of modules say no more, and where they always do.
pub(super) struct ModuleImports {
    /// The files in which a context names items of another that it may not.
    told: FxHashSet<(ContextId, ContextId, FileId)>,
    /// The names in imports that others can use: whoever can name the module there goes through it.
    handed_on: FxHashSet<(FileId, u32)>,
}

impl ModuleImports {
    pub(super) fn of(graph: &Graph<'_>) -> Self {
        ModuleImports { told: told(graph), handed_on: handed_on(graph) }
    }

    /// The places of a crossing that say something by themselves: of an item all, of a module those that
    /// hand it on, and those in files where nothing else is told of the two contexts.
    pub(super) fn telling(&self, graph: &Graph<'_>, crossing: &Crossing) -> Vec<ReferenceId> {
        if !is_module(graph, crossing.item) {
            return crossing.references.clone();
        }
        // What is named through a module of generated code may be all that is known of it.
        if holds_generated(graph.world(), crossing.item) {
            return crossing.references.clone();
        }
        let tells = |id: &ReferenceId| {
            let reference = graph.reference(*id);
            self.handed_on.contains(&(reference.file, reference.at))
                || !self.told.contains(&(crossing.from, crossing.to, reference.file))
        };
        crossing.references.iter().copied().filter(tells).collect()
    }
}

fn told(graph: &Graph<'_>) -> FxHashSet<(ContextId, ContextId, FileId)> {
    let refused = |crossing: &&Crossing| {
        !is_module(graph, crossing.item) && !matches!(crossing.verdict, Verdict::Allowed(_))
    };
    let refused = graph.crossings().iter().filter(refused);
    let files = refused.flat_map(|crossing| {
        let files = crossing.references.iter().map(|id| graph.reference(*id).file);
        files.map(|file| (crossing.from, crossing.to, file))
    });
    files.collect()
}

fn handed_on(graph: &Graph<'_>) -> FxHashSet<(FileId, u32)> {
    let world = graph.world();
    let mut found = FxHashSet::default();
    for import in &world.imports {
        let summary = world.summary(import.file);
        if import.visible == Visible::Within(world.module_of(import.scope)) {
            continue;
        }
        let Some(leaf) = import.leaf.map(|leaf| &summary.uses[leaf]) else {
            // `pub extern crate ledger as door;`
            let named = |item: &&Item| world.symbol(import.file, item.name) == import.name;
            let places = summary.items.iter().filter(named).filter_map(|item| match item.kind {
                ItemKind::ExternCrate { at, .. } => Some(at),
                _ => None,
            });
            found.extend(places.map(|at| (import.file, at)));
            continue;
        };
        let last = summary.terms.segments[summary.terms.paths[leaf.path].segments].last();
        let places = last.map(|last| last.at).into_iter().chain(leaf.alias_at);
        found.extend(places.map(|at| (import.file, at)));
    }
    found
}

fn is_module(graph: &Graph<'_>, item: DefId) -> bool {
    graph.world().def(item).kind == DefKind::Module
}
