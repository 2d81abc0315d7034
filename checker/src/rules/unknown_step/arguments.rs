//! A step that is no function of its input, or of its input and its ctx.

use crate::finding::Place;
use crate::graph::grant::kind;
use crate::graph::{Graph, Mark};
use crate::rules::{Findings, Found};
use stateline_rust::DefId;
use stateline_rust::summary::{Function, ItemKind, Mutability, PathId, Type, TypeId};
use stateline_schema::attribute::{Attribute, DONE};

/// Finds steps and compensations with arguments that they cannot be given.
pub(super) fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for mark in graph.stepped() {
        let problem = match graph.world().item(mark.def()).map(|item| &item.kind) {
            Some(ItemKind::Function(function)) => {
                problem(graph, mark, function).or_else(|| parameterised(graph, mark, function))
            }
            _ => {
                let what = kind(graph.world().def(mark.def()).kind);
                let help = "put the attribute on a function that takes the input".to_owned();
                Some((
                    format!("is {what}, but a step must be a function"),
                    graph.at_def(mark.def(), what),
                    help,
                ))
            }
        };
        if let Some((problem, place, help)) = problem {
            let name = graph.world().text(graph.world().def(mark.def()).name);
            let what = if mark.kind == Attribute::Step { "step" } else { "compensation" };
            let found = Found::new(format!("the {what} `{name}` {problem}"), place);
            findings.add(found.places(decides(graph, mark)).help(help));
        }
    }
}

/// What is wrong with its arguments, where, and what to do.
fn problem(graph: &Graph<'_>, mark: Mark<'_>, function: &Function) -> Option<(String, Place, String)> {
    let world = graph.world();
    let def = world.def(mark.def());
    let at = |label: &'static str| graph.at_def(mark.def(), label);
    let said = |problem: &str, label: &'static str, help: String| Some((problem.to_owned(), at(label), help));
    if graph.is_associated(mark.def()) {
        let help = "move it out of the `impl` block".to_owned();
        return said("is not a free function", "a step must be a free function", help);
    }
    let name = format!("{}Ctx", camel(world.text(def.name)));
    let ctx = format!("ctx: &impl {name}");
    let terms = &world.summary(def.file).terms;
    // What a compensation is told of its step stands between the two.
    let is_told = |second: &TypeId| {
        let Type::Path(path) = terms.types[*second] else { return false };
        let last = terms.segments[terms.paths[path].segments].last();
        last.is_some_and(|last| *world.summary(def.file).names[last.name] == *DONE)
    };
    let mut params = function.params.clone();
    if mark.kind == Attribute::Compensation && params.get(1).is_some_and(is_told) {
        params.remove(1);
    }
    let second = match params.as_slice() {
        [] => {
            let help = format!("take the input, and a ctx if it calls anything: `(data: …, {ctx})`");
            return said("has no arguments", "no input", help);
        }
        [first, ..] if matches!(terms.types[*first], Type::Ref { mutability: Mutability::Mut, .. }) => {
            let help = "take the input by value or by `&`, and return what the step changes".to_owned();
            return said("takes its input by `&mut`", "its input", help);
        }
        [first, ..] if matches!(terms.types[*first], Type::Impl(_) | Type::Dyn(_)) => {
            let help =
                "use a named type that owns its data, because the input of a step is stored".to_owned();
            return said("takes an input whose type has no name", "its input", help);
        }
        [_] if !(mark.called().is_empty() && mark.published().is_empty()) => {
            let help = format!("take the ctx as second argument: `{ctx}`");
            return said("declares calls or messages, but takes no ctx", "no ctx", help);
        }
        [_] => return None,
        [_, second] => *second,
        more => {
            let help = format!(
                "take the input and an optional ctx: `(data: …, {ctx})`; move the other arguments into the type of the input"
            );
            return said(&format!("has {} arguments", more.len()), "too many", help);
        }
    };
    let help = format!("write the second argument as `{ctx}`");
    match ctx_of(graph, mark.def(), function, second) {
        Ctx::Unclear => None,
        Ctx::Nothing => said(
            "takes a second argument that is not a shared reference to its ctx",
            "its second argument",
            help,
        ),
        Ctx::Of(ctx) if ctx == name => None,
        Ctx::Of(ctx) => {
            said(&format!("takes `{ctx}`, which is the ctx of another function"), "its second argument", help)
        }
    }
}

/// A type parameter that is not its ctx's: what it takes would be stored under no one type.
fn parameterised(graph: &Graph<'_>, mark: Mark<'_>, function: &Function) -> Option<(String, Place, String)> {
    let file = graph.world().def(mark.def()).file;
    let summary = graph.world().summary(file);
    let terms = &summary.terms;
    let of_ctx = function.params.last().and_then(|last| {
        let Type::Ref { inner, .. } = terms.types[*last] else { return None };
        let Type::Path(path) = terms.types[inner] else { return None };
        Some(terms.segments[terms.paths[path].segments].last()?.name)
    });
    let other = function.generics.params.iter().find(|param| Some(param.name) != of_ctx)?;
    let end = other.at.saturating_add(graph.world().written_len(file, other.name));
    let place = graph.at_code(file, (other.at, end), "its type parameter");
    let help = "use a concrete type: what a step takes and returns is stored as one type".to_owned();
    Some(("has a type parameter".to_owned(), place, help))
}

/// What a second argument is.
enum Ctx {
    /// A reference to what has this trait.
    Of(String),
    /// No reference, or none to a ctx.
    Nothing,
    /// A macro, a lifetime's bound, a parameter with several traits: rustc says what is wrong, if it is.
    Unclear,
}

fn ctx_of(graph: &Graph<'_>, step: DefId, function: &Function, ty: TypeId) -> Ctx {
    let world = graph.world();
    let summary = world.summary(world.def(step).file);
    let terms = &summary.terms;
    let text = |path: PathId| {
        let last = terms.segments[terms.paths[path].segments].last();
        last.map_or("", |last| &summary.names[last.name])
    };
    let inner = match terms.types[ty] {
        Type::Ref { mutability: Mutability::Shared, inner } => inner,
        Type::Const { .. } | Type::Macro { .. } | Type::Unknown => return Ctx::Unclear,
        _ => return Ctx::Nothing,
    };
    let bounds: Vec<&str> = match terms.types[inner] {
        Type::Impl(bounds) => terms.bounds[bounds].iter().map(|bound| text(bound.path)).collect(),
        Type::Path(path) => {
            let param =
                function.generics.params.iter().find(|param| &*summary.names[param.name] == text(path));
            let Some(param) = param else { return Ctx::Nothing };
            terms.bounds[param.bounds].iter().map(|bound| text(bound.path)).collect()
        }
        Type::Dyn(_) => return Ctx::Nothing,
        _ => return Ctx::Unclear,
    };
    let ctxs: Vec<&&str> = bounds.iter().filter(|bound| bound.ends_with("Ctx")).collect();
    match ctxs.as_slice() {
        [only] => Ctx::Of((**only).to_owned()),
        _ => Ctx::Unclear,
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
