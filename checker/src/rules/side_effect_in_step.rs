//! A step reaches the world by itself, and not through its `ctx`.

pub(super) mod ends;
mod module;
pub(super) mod state;
pub(super) mod ways;

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind, via};
use crate::finding::{Level, Place};
use crate::graph::Graph;
use crate::graph::body_paths::{PathTarget, PathUse};
use crate::graph::initialiser::only_initialises;
use crate::graph::open_value::{is_asked_of_open, is_handed_on, raw_pointers};
use crate::graph::reach::{Reached, Run};
use ends::Outside;
use rustc_hash::FxHashSet;
use stateline_rust::{DefId, DefKind, FileId};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    name: "side-effect-in-step",
    kind: RuleKind::Line,
    summary: "a step has a side effect, or depends on the outside, other than through its ctx",
    level: Level::Error,
    page: include_str!("side-effect-in-step.md"),
    check,
    plant,
};

/// What must not be named in a step, and so groups places into one finding.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Effect {
    /// A path of the table, and what it leads to.
    Way(&'static str, &'static str),
    /// An operation, or another context's function that the map lists under `calls`.
    Operation(DefId),
    /// A static that can change.
    State(DefId),
    /// A function or a static that is declared in an `extern` block, and defined elsewhere.
    Foreign(DefId),
}

/// What steps run into, so that their modules tell the rest.
#[derive(Default)]
struct Reported {
    places: FxHashSet<(FileId, u32)>,
    /// By module.
    effects: FxHashSet<(DefId, Effect)>,
}

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let steps: Vec<DefId> = graph.with_ctx().map(|mark| mark.def()).collect();
    if steps.is_empty() {
        return;
    }
    let mut reported = Reported::default();
    let (outside, mut ended) = (Outside::new(graph), Vec::new());
    for &step in &steps {
        let mut effects: BTreeMap<Effect, Vec<Reached>> = BTreeMap::new();
        let run = graph.reach().of(graph, step);
        let ends = outside.ends(graph, step, &run);
        ends.iter().filter_map(|end| ends::refused(graph, end)).for_each(|found| findings.add(found));
        ended.extend(ends);
        let is_handed_on = is_handed_on(graph, step);
        let pointers = if is_handed_on { pointers(graph, &run) } else { Vec::new() };
        for reached in run.reached.iter().chain(&pointers) {
            if let Some(effect) = effect(graph, reached.within, &reached.path_use)
                && (is_handed_on || !matches!(effect, Effect::Way(_, ways::BEHIND)))
                && reached
                    .path_use
                    .span
                    .is_none_or(|span| reported.places.insert((reached.path_use.file, span.0)))
            {
                reported.effects.insert((graph.world().module_of(reached.within), effect.clone()));
                let known = effects.keys().find(|known| known.is_of_one_type(&effect)).cloned();
                effects.entry(known.unwrap_or(effect)).or_default().push(reached.clone());
            }
        }
        for (effect, places) in effects {
            findings.add(in_step(graph, step, &effect, &places));
        }
    }
    // Whoever asks twice was told the same.
    let _ = graph.step_ends.set(ended);
    module::check(graph, findings, &steps, &reported);
}

/// What a name does, if it is something that a step must not do by itself.
fn effect(graph: &Graph<'_>, from: DefId, path_use: &PathUse) -> Option<Effect> {
    match &path_use.target {
        PathTarget::Outside(path) => {
            let (way, what) = ways::way(path)?;
            let is_open = || path_use.span.is_none_or(|(at, _)| is_asked_of_open(graph, from, at));
            (what != ways::BEHIND || is_open()).then_some(Effect::Way(way, what))
        }
        PathTarget::Workspace(id) => match graph.world().def(*id).kind {
            DefKind::Static if is_foreign(graph, *id) => Some(Effect::Foreign(*id)),
            DefKind::Static => {
                let state = state::of(graph, *id)?;
                let filled = state.is_given || (state.once && !is_filled_here(graph, from, path_use));
                (state.changes || filled).then_some(Effect::State(*id))
            }
            DefKind::Function if is_foreign(graph, *id) => Some(Effect::Foreign(*id)),
            DefKind::Function if graph.is_operation(*id) => Some(Effect::Operation(*id)),
            DefKind::Function if graph.permissions.operations.contains(id) => {
                let abroad = graph.regions.owner(*id) != graph.regions.owner(from);
                abroad.then_some(Effect::Operation(*id))
            }
            _ => None,
        },
    }
}

/// Where what a step runs makes a raw pointer to what stands behind its ctx.
fn pointers(graph: &Graph<'_>, run: &Run) -> Vec<Reached> {
    let mut pointers = Vec::new();
    for &within in &run.functions {
        for span in raw_pointers(graph, within) {
            let target = PathTarget::Outside("std::ptr::from_ref".into());
            let path_use = PathUse { target, file: graph.world().def(within).file, span: Some(span) };
            pointers.push(Reached { path_use, within, through: run.way(within) });
        }
    }
    pointers
}

/// Whether code that names a static has it computed by its own means, and so knows what it holds.
fn is_filled_here(graph: &Graph<'_>, from: DefId, path_use: &PathUse) -> bool {
    path_use.span.is_some_and(|(at, _)| only_initialises(graph, from, &FxHashSet::from_iter([at])))
}

/// Whether a function or a static is declared in an `extern` block.
pub(super) fn is_foreign(graph: &Graph<'_>, id: DefId) -> bool {
    let world = graph.world();
    world.item(id).is_some_and(|item| world.summary(world.def(id).file).is_foreign(item))
}

fn in_step(graph: &Graph<'_>, step: DefId, effect: &Effect, places: &[Reached]) -> Found {
    let name = graph.world().text(graph.world().def(step).name);
    let first = &places[0];
    let through: Vec<String> = first.through.iter().map(|id| short(graph, *id)).collect();
    let way = via(through.iter().map(String::as_str));
    let noun = noun(graph, step);
    let message = format!("the {noun} `{name}` {}", effect.told(graph, &way));
    // What the language calls by itself cannot be called through a ctx instead.
    let of_type = through.iter().rev().find_map(|name| Some((name, name.split_once("::")?.0)));
    let help = match (effect, of_type) {
        (Effect::Way(_, ways::BEHIND | ways::SHARED), _) | (Effect::Operation(_) | Effect::State(_), _) => {
            effect.advice(graph)
        }
        (_, Some((method, ty))) => format!("remove it from `{method}`, or do not use `{ty}` in a {noun}"),
        (_, None) => effect.advice(graph),
    };
    let place = |reached: &Reached, label: String| match reached.path_use.span {
        Some(span) => graph.at_code(reached.path_use.file, span, label),
        None => graph.at_def(reached.within, label),
    };
    let label = |reached: &Reached| match reached.through.last() {
        Some(last) => format!("used here, in `{}`", short(graph, *last)),
        None => "used here".to_owned(),
    };
    let others = places[1..].iter().map(|reached| place(reached, label(reached)));
    Found::new(message, place(first, label(first)))
        .place(decides(graph, step))
        .places(others.collect::<Vec<_>>())
        .help(help)
}

/// The line of the map that makes a function a step; else the function itself.
pub(super) fn decides(graph: &Graph<'_>, step: DefId) -> Place {
    let mut marks = graph.with_ctx().filter(|mark| mark.def() == step);
    let listed = marks.find_map(|mark| Some((mark.process()?, graph.listings(mark).first()?.1)));
    match listed {
        Some((process, span)) => {
            graph.at_map(span, format!("a step of `{}` may act only through its ctx", process.text))
        }
        None => graph.at_def(step, format!("a {} may act only through its ctx", noun(graph, step))),
    }
}

/// What a function with a ctx is, in a sentence.
pub(super) fn noun(graph: &Graph<'_>, of: DefId) -> &'static str {
    graph.with_ctx().find(|mark| mark.def() == of).map_or("step", |mark| mark.noun())
}

/// The name of a function; of one that an impl of a trait has, with the type.
fn short(graph: &Graph<'_>, id: DefId) -> String {
    let world = graph.world();
    let def = world.def(id);
    let of_trait = def.parent.filter(|parent| graph.members.is_of_trait(world, *parent));
    let name = world.text(def.name);
    match of_trait.and_then(|parent| graph.members.self_type(parent)) {
        Some(ty) => format!("{}::{name}", world.text(world.def(ty).name)),
        None => name.to_owned(),
    }
}

impl Effect {
    /// Whether both are ways by functions of one type: `SystemTime::now` and `SystemTime::elapsed`. Whoever takes
    /// one of them takes the other, and one finding has both places.
    fn is_of_one_type(&self, other: &Effect) -> bool {
        let (Effect::Way(way, _), Effect::Way(other, _)) = (self, other) else { return false };
        let of_type = |way: &'static str| {
            let (ty, _) = way.rsplit_once("::")?;
            ty.rsplit("::").next()?.starts_with(char::is_uppercase).then_some(ty)
        };
        of_type(way).is_some_and(|ty| of_type(other) == Some(ty))
    }

    /// ``must not use `std::fs` (files) via `keep` ``.
    fn told(&self, graph: &Graph<'_>, way: &str) -> String {
        match self {
            Effect::Way(path, ways::BEHIND) => format!(
                "must not use `{path}`{way}, whose result can differ between a dry run and a live run"
            ),
            Effect::Way(path, ways::SHARED) => {
                format!("must not use `{path}`{way}, whose result depends on other owners of the value")
            }
            Effect::Way(path, ways::OPERATIONS | ways::OWN) => {
                format!("must not use `{path}`{way}, which calls operations without the ctx")
            }
            Effect::Way(path, what) => format!("must not use `{path}` ({what}){way}"),
            Effect::Operation(id) => {
                let what = if graph.is_operation(*id) { "operation" } else { "function" };
                let way = if way.is_empty() { " without its ctx" } else { way };
                format!("must not call the {what} `{}`{way}", graph.path(*id))
            }
            Effect::State(id) if state::of(graph, *id).is_some_and(|state| state.changes) => {
                format!("must not use the mutable static `{}`{way}", graph.path(*id))
            }
            Effect::State(id) => {
                format!("must not use the static `{}`{way}, which other code may initialize", graph.path(*id))
            }
            Effect::Foreign(id) if graph.world().def(*id).kind == DefKind::Static => {
                format!("must not use the foreign static `{}`{way}", graph.path(*id))
            }
            Effect::Foreign(id) => format!("must not use the foreign function `{}`{way}", graph.path(*id)),
        }
    }

    fn advice(&self, graph: &Graph<'_>) -> String {
        match self {
            Effect::Way(way, _) if ways::waits(way) => {
                "return `Flow::until(…)` to wait for a time; to wait for a message, add `awaits` to the step in the map"
                    .to_owned()
            }
            Effect::Way(way, _) if ways::hashes(way) => "use a `BTreeMap` or a `BTreeSet`".to_owned(),
            Effect::Way(_, ways::TERMINAL) => {
                "remove it; to log, use the macros of `tracing` or `log`".to_owned()
            }
            Effect::Way(_, ways::CLOCK | ways::CHANCE | ways::ENVIRONMENT) => {
                "pass the value in the input, or get it from an operation: add that to `calls(…)`, and call it as `ctx.OPERATION(…)`"
                    .to_owned()
            }
            Effect::Way(_, ways::OPERATIONS | ways::OWN) => {
                "add each operation that it needs to `calls(…)`, and call it as `ctx.OPERATION(…)`".to_owned()
            }
            Effect::Way(_, ways::BEHIND) => {
                "remove it; put what differs in a dry run into the `rehearse` function of an operation".to_owned()
            }
            Effect::Way(_, ways::SHARED) => "remove it; compare or count the values themselves".to_owned(),
            Effect::Operation(id) => {
                let name = short(graph, *id);
                format!("add `{name}` to `calls(…)`, and call it as `ctx.{name}(…)`")
            }
            Effect::State(_) => {
                "pass the value in the input and in what is returned, or keep it in the environment of an operation"
                    .to_owned()
            }
            Effect::Way(..) | Effect::Foreign(_) => ends::IN_AN_OPERATION.to_owned(),
        }
    }
}

/// A step calls another context's function.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let step = graph.with_ctx().next()?.def();
    let home = graph.regions.owner(step)?;
    let abroad = sandbox.contexts().into_iter().filter(|context| *context != home);
    let functions =
        abroad.flat_map(|context| sandbox.functions(context).map(move |function| (context, function)));
    let (context, function) = functions.collect::<Vec<_>>().into_iter().next()?;
    sandbox.permit_call(home, context, function)?;
    sandbox.refer(step, function);
    Some(format!("the step {} calls {} by itself", graph.path(step), graph.path(function)))
}
