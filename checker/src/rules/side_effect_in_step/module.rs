//! A module of steps holds logic and nothing else, unless operations live in it too.

use super::ways::{BEHIND, OWN};
use super::{Effect, Reported, effect};
use crate::finding::Place;
use crate::graph::body_paths::{PathTarget, PathUse};
use crate::graph::{Graph, region::inside};
use crate::rules::{Findings, Found};
use rustc_hash::FxHashSet;
use stateline_rust::{DefId, DefKind, FileId, Reference, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Finds what modules of steps name beside what their steps run into, which is told already.
pub(super) fn check(graph: &Graph<'_>, findings: &mut Findings<'_>, steps: &[DefId], reported: &Reported) {
    let world = graph.world();
    let home = |id: DefId| world.module_of(id);
    let mixed: FxHashSet<DefId> = graph.operations().map(home).collect();
    let mut modules: BTreeMap<DefId, DefId> = BTreeMap::new();
    for &step in steps.iter().filter(|step| !mixed.contains(&home(**step))) {
        modules.entry(home(step)).or_insert(step);
    }
    let mut found: BTreeMap<(DefId, Effect), BTreeSet<Spot>> = BTreeMap::new();
    // An import, or a static itself, is of interest where no step makes use of it.
    let mut note = |module: DefId, from: DefId, path_use: &PathUse, in_body: bool| {
        let Some(span) = path_use.span else { return };
        if let Some(effect) = effect(graph, from, path_use)
            && !matches!(effect, Effect::Way(_, OWN | BEHIND))
            && (in_body || !reported.effects.contains(&(module, effect.clone())))
            && !reported.places.contains(&(path_use.file, span.0))
        {
            found.entry((module, effect)).or_default().insert(Spot { file: path_use.file, span });
        }
    };
    for id in graph.defs().filter(|id| modules.contains_key(&home(*id)) && !world.def(*id).test) {
        let module = home(id);
        let kind = world.def(id).kind;
        if matches!(kind, DefKind::Function | DefKind::Const | DefKind::MacroRules | DefKind::Static) {
            let path_uses = graph.reach().path_uses(graph, id);
            path_uses.iter().for_each(|path_use| note(module, id, path_use, true));
        }
        if kind == DefKind::Static {
            let span = graph.at_def(id, "").span;
            let [start, end] = [span.start, span.end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
            let file = world.def(id).file;
            let itself = PathUse { target: PathTarget::Workspace(id), file, span: Some((start, end)) };
            note(module, id, &itself, false);
        }
    }
    // Outside of bodies: what is imported, and what stands in signatures and attributes.
    for reference in graph.input.references {
        let module = home(reference.from);
        if modules.contains_key(&module)
            && is_outside_of_bodies(reference)
            && inside(world, reference.to).is_none()
            && let Some(path) = graph.beyond(reference.from, reference.to)
        {
            let span = Some((reference.at, reference.at + reference.len));
            let path_use = PathUse { target: PathTarget::Outside(path.into()), file: reference.file, span };
            note(module, reference.from, &path_use, false);
        }
    }
    for ((module, effect), spots) in found {
        findings.add(in_module(graph, module, modules[&module], &effect, &spots));
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    file: FileId,
    span: (u32, u32),
}

fn is_outside_of_bodies(reference: &Reference) -> bool {
    let outside = matches!(reference.role, Role::Import | Role::Signature | Role::Attribute);
    outside && !reference.test
}

fn in_module(
    graph: &Graph<'_>,
    module: DefId,
    step: DefId,
    effect: &Effect,
    spots: &BTreeSet<Spot>,
) -> Found {
    let message =
        format!("the module `{}` contains steps, so it {}", graph.path(module), effect.told(graph, ""));
    let mut places: Vec<Place> =
        spots.iter().map(|spot| graph.at_code(spot.file, spot.span, "used here")).collect();
    let first = places.remove(0);
    Found::new(message, first).place(super::decides(graph, step)).places(places).help(effect.advice(graph))
}
