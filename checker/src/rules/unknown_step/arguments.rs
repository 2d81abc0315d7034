//! A step that is no function of its input, or of its input and its ctx.

use crate::finding::Place;
use crate::graph::{Graph, Mark};
use crate::read::{Function, ItemKind, MarkKind, Type};
use crate::rules::{Findings, Found};

/// Finds steps and compensations with arguments that they cannot be given.
pub(super) fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for mark in graph.stepped() {
        let Some(ItemKind::Function(function)) = graph.world().item(mark.def()).map(|item| &item.kind) else {
            continue;
        };
        if let Some((problem, place, help)) = problem(graph, mark, function) {
            let name = graph.world().text(graph.world().def(mark.def()).name);
            let what = if mark.kind == MarkKind::Step { "step" } else { "compensation" };
            let found = Found::new(format!("the {what} {name} {problem}"), place);
            findings.add(found.places(decides(graph, mark)).help(help));
        }
    }
}

/// What is wrong with its arguments, where, and what to do.
fn problem(graph: &Graph<'_>, mark: Mark<'_>, function: &Function) -> Option<(String, Place, String)> {
    let world = graph.world();
    let def = world.def(mark.def());
    let at = |label: &str| graph.at_def(mark.def(), label);
    if !graph.is_free_function(mark.def()) {
        let place = at("a step is a free function");
        return Some(("is no free function".to_owned(), place, "write it in a module, as a function of its input".to_owned()));
    }
    let ctx = format!("ctx: &impl {}Ctx", camel(world.text(def.name)));
    match function.params.as_slice() {
        [] => Some((
            "takes nothing".to_owned(),
            at("no input"),
            format!("a step takes its input, and perhaps its ctx: `(data: …, {ctx})`"),
        )),
        [_] => None,
        [_, second] => {
            let terms = &world.summary(def.file).terms;
            let shared = matches!(terms.types[second.0 as usize], Type::Ref { mutable: false, .. });
            let unclear = matches!(terms.types[second.0 as usize], Type::Macro(_) | Type::Unknown);
            (!shared && !unclear).then(|| {
                (
                    "takes a second argument that is no shared reference to its ctx".to_owned(),
                    at("its second argument"),
                    format!("the second argument of a step is `{ctx}`"),
                )
            })
        }
        more => Some((
            format!("takes {} arguments", more.len()),
            at("too many"),
            format!("a step takes its input, and perhaps its ctx: `(data: …, {ctx})`; join the rest in one type"),
        )),
    }
}

/// The line of the map that makes it a step.
fn decides(graph: &Graph<'_>, mark: Mark<'_>) -> Option<Place> {
    let (_, span) = graph.listings(mark).into_iter().next()?;
    let process = mark.process()?;
    Some(graph.at_map(span, format!("a step of {}", process.text)))
}

/// `PossibleRevert` of `possible_revert`.
fn camel(name: &str) -> String {
    let parts = name.split('_').filter_map(|part| {
        let mut letters = part.chars();
        let first = letters.next()?;
        Some(first.to_uppercase().chain(letters).collect::<String>())
    });
    parts.collect()
}
