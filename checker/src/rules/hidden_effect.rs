//! An operation, or what stands in for it, does more than it says.

use super::sandbox::Sandbox;
use super::side_effect_in_step::{is_foreign, state, ways};
use super::{Findings, Found, Rule, RuleKind, via};
use crate::finding::{Level, Place};
use crate::graph::body_paths::PathTarget;
use crate::graph::reach::Reached;
use crate::graph::{Graph, Mark};
use stateline_rust::{DefId, DefKind};
use stateline_schema::attribute::{Attribute, Effect};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    name: "hidden-effect",
    kind: RuleKind::Line,
    summary: "an operation, or its stand-in for dry runs, does more than it declares",
    level: Level::Error,
    page: include_str!("hidden-effect.md"),
    check,
    plant,
};

/// Something that acts, and so groups places into one finding.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Operation(DefId),
    /// A static that can change, or a function of another language.
    Beside(DefId),
    /// A path outside of the workspace, and what it leads to.
    Outside(String, &'static str),
}

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let marks: Vec<Mark<'_>> =
        graph.marked(Attribute::Operation).filter(|mark| graph.is_ever(*mark)).collect();
    if marks.is_empty() {
        return;
    }
    for &mark in &marks {
        let Some(effect) = mark.effect.as_ref().and_then(|effect| Effect::named(&effect.text)) else {
            continue;
        };
        let operation = mark.def();
        for (act, places) in acts(graph, operation, |act| exceeds(graph, effect, act)) {
            findings.add(understated(graph, mark, &act, &places));
        }
        let Some(stand_in) = mark.stand_in().and_then(|meant| meant.def) else { continue };
        if stand_in == operation {
            findings.add(itself(graph, mark));
            continue;
        }
        for (act, places) in acts(graph, stand_in, |act| touches(graph, act)) {
            findings.add(acting(graph, mark, stand_in, &act, &places));
        }
    }
}

/// What a function reaches that acts, with the places.
fn acts(graph: &Graph<'_>, from: DefId, is_too_much: impl Fn(&Act) -> bool) -> BTreeMap<Act, Vec<Reached>> {
    let mut acts: BTreeMap<Act, Vec<Reached>> = BTreeMap::new();
    for reached in graph.reach().called_by(graph, from) {
        let act = match &reached.path_use.target {
            PathTarget::Workspace(id) if graph.is_operation(*id) && *id != from => Act::Operation(*id),
            PathTarget::Workspace(id) if is_beside(graph, *id) => Act::Beside(*id),
            PathTarget::Workspace(_) => continue,
            PathTarget::Outside(path) => {
                let what = ways::way(path).map(|(_, what)| what);
                let what = if ways::writes(path) { Some("writes files") } else { what };
                let Some(what) = what else { continue };
                Act::Outside(path.to_string(), what)
            }
        };
        if is_too_much(&act) {
            acts.entry(act).or_default().push(reached);
        }
    }
    acts
}

fn is_beside(graph: &Graph<'_>, id: DefId) -> bool {
    match graph.world().def(id).kind {
        DefKind::Static => state::of(graph, id).is_some_and(|state| state.changes),
        DefKind::Function => is_foreign(graph, id),
        _ => false,
    }
}

/// Whether an act is more than an operation of this effect says.
fn exceeds(graph: &Graph<'_>, effect: Effect, act: &Act) -> bool {
    match act {
        Act::Operation(id) => effect_of(graph, *id).is_some_and(|other| other > effect),
        // A cache is none of the effects, and what a foreign function does nobody here knows.
        Act::Beside(_) => false,
        Act::Outside(path, _) => effect == Effect::Read && ways::writes(path),
    }
}

/// Whether a stand-in must not do this.
fn touches(graph: &Graph<'_>, act: &Act) -> bool {
    match act {
        Act::Operation(id) => effect_of(graph, *id).is_some_and(|effect| effect > Effect::Read),
        Act::Beside(_) => true,
        Act::Outside(path, _) => ways::touches(path),
    }
}

fn effect_of(graph: &Graph<'_>, operation: DefId) -> Option<Effect> {
    graph.effect(operation).and_then(Effect::named)
}

fn understated(graph: &Graph<'_>, mark: Mark<'_>, act: &Act, places: &[Reached]) -> Found {
    let name = graph.path(mark.def());
    let said = mark.effect.as_ref().map_or("", |effect| &*effect.text);
    let message =
        format!("the operation `{name}` declares the effect `{said}`, but {}", told(graph, act, places));
    let greater = match act {
        Act::Operation(id) => graph.effect(*id).unwrap_or("write"),
        Act::Beside(_) | Act::Outside(..) => "write",
    };
    let stand_in = match mark.stand_in() {
        Some(_) => String::new(),
        None => {
            format!(" and `rehearse = pretend_{}`", graph.world().text(graph.world().def(mark.def()).name))
        }
    };
    let acting = match act {
        Act::Operation(id) | Act::Beside(id) => graph.path(*id),
        Act::Outside(path, _) => path.clone(),
    };
    finding(graph, mark, message, places)
        .help(format!("declare `effect = \"{greater}\"`{stand_in}, or remove the call of `{acting}`"))
}

fn acting(graph: &Graph<'_>, mark: Mark<'_>, stand_in: DefId, act: &Act, places: &[Reached]) -> Found {
    let (name, operation) = (graph.path(stand_in), graph.path(mark.def()));
    let message =
        format!("`{name}` stands in for `{operation}` in dry runs, but {}", told(graph, act, places));
    finding(graph, mark, message, places).help(
        "compute the result from the arguments; if it needs more, read that in another operation and pass it in",
    )
}

fn itself(graph: &Graph<'_>, mark: Mark<'_>) -> Found {
    let name = graph.path(mark.def());
    let message = format!("the operation `{name}` stands in for itself, so a dry run carries it out");
    let last = graph.world().text(graph.world().def(mark.def()).name);
    Found::new(message, graph.at_def(mark.def(), "the operation, and its stand-in"))
        .place(decides(graph, mark))
        .help(format!(
            "change it to `rehearse = pretend_{last}`, and write that function with the same arguments and without side effects"
        ))
}

/// `calls ledger::save (write)`, `reaches std::fs::write (files) through keep`.
fn told(graph: &Graph<'_>, act: &Act, places: &[Reached]) -> String {
    let world = graph.world();
    let through = via(places[0].through.iter().map(|id| world.text(world.def(*id).name)));
    let verb = if matches!(act, Act::Beside(_)) { "uses" } else { "calls" };
    match act {
        Act::Operation(id) => {
            let effect = graph.effect(*id).unwrap_or_default();
            format!("{verb} `{}` (effect `{effect}`){through}", graph.path(*id))
        }
        Act::Beside(id) => {
            let what = match is_foreign(graph, *id) {
                true => "a foreign function",
                false => "a mutable static",
            };
            format!("{verb} `{}` ({what}){through}", graph.path(*id))
        }
        Act::Outside(path, what) => format!("{verb} `{path}` ({what}){through}"),
    }
}

fn finding(graph: &Graph<'_>, mark: Mark<'_>, message: String, places: &[Reached]) -> Found {
    let place = |reached: &Reached| match reached.path_use.span {
        Some(span) => graph.at_code(reached.path_use.file, span, "named here"),
        None => graph.at_def(reached.within, "named here"),
    };
    let mut places = places.iter().map(place);
    let first = places.next().unwrap_or_else(|| graph.at_def(mark.def(), "here"));
    let said = mark.effect.as_ref().map(|effect| graph.at_code(mark.file(), effect.span, "its effect"));
    Found::new(message, first).place(decides(graph, mark)).places(said).places(places.collect::<Vec<_>>())
}

/// The line of the map that owns the operation.
fn decides(graph: &Graph<'_>, mark: Mark<'_>) -> Place {
    match mark.owner.map(|owner| graph.context(owner)) {
        Some(context) => graph.at_map(context.name.span, format!("an operation of {}", context.name.value)),
        None => graph.at_def(mark.def(), "the operation"),
    }
}

/// An operation that reads calls one that acts, or a stand-in the real thing.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let stood_in = graph.marked(Attribute::Operation).find_map(|mark| {
        let acts = effect_of(graph, mark.def()).is_some_and(|effect| effect > Effect::Read);
        let stand_in = mark.stand_in().and_then(|meant| meant.def).filter(|id| *id != mark.def());
        stand_in.filter(|_| acts).map(|stand_in| (stand_in, mark.def()))
    });
    let (from, to) = stood_in?;
    sandbox.refer(from, to);
    Some(format!("{} calls {}, for which it stands in", graph.path(from), graph.path(to)))
}
