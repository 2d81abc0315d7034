//! A step, or what undoes it, that is no function of its context, or no step function.

mod arguments;

use super::sandbox::{Sandbox, step};
use super::{Findings, Found, Rule, RuleKind, step_outside_context};
use crate::finding::Level;
use crate::graph::{ContextId, Graph};
use stateline_rust::DefKind;
use stateline_schema::attribute::Attribute;
use stateline_schema::{Path, Process, Span, suggest, suggestion};

pub(super) static RULE: Rule = Rule {
    name: "unknown-step",
    kind: RuleKind::Line,
    summary: "a step of a process is not a function of its input and an optional ctx",
    level: Level::Error,
    page: include_str!("unknown-step.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for process in graph.input.map.processes.values() {
        let Some(context) = graph.context_of(process).filter(|context| graph.has_code(*context)) else {
            continue;
        };
        for step in process.versions().flat_map(|version| &version.steps) {
            if let Ok(path) = Path::parse(step.function()) {
                let (path, span) = (&path, step.function().span);
                missing(graph, findings, &Listed { process, context, path, span, what: STEP });
            }
            if let Some(undo) = &step.compensated_by {
                let (path, span, what) = (&undo.value, undo.span, "the compensation");
                missing(graph, findings, &Listed { process, context, path, span, what });
            }
        }
    }
    arguments::check(graph, findings);
}

/// What is missing, in messages: a step, or a compensation.
const STEP: &str = "the step";

/// A function that a process of a context names as a step, or as a compensation.
struct Listed<'m> {
    process: &'m Process,
    context: ContextId,
    path: &'m Path,
    span: Span,
    what: &'static str,
}

fn missing(graph: &Graph<'_>, findings: &mut Findings<'_>, listed: &Listed<'_>) {
    let &Listed { process, context, path, span, what } = listed;
    // Also one in a function's body, where no path leads.
    let kind = if what == STEP { Attribute::Step } else { Attribute::Compensation };
    if !graph.marked_for(process, path, kind).is_empty() {
        return;
    }
    if let Some(found) = unmarked(graph, listed) {
        findings.add(found);
        return;
    }
    // What exists in another context only is the business of `step-outside-context`.
    if !graph.functions(context, path).is_empty() || !graph.free_functions(path.last()).is_empty() {
        return;
    }
    let whose = graph.name(context);
    let of = &process.name.value;
    let known = graph.functions_of(context);
    let (message, help) = match method(graph, context, path.last()) {
        Some(method) => (
            format!("{what} `{path}` of the process `{of}` is the method `{method}`, not a free function"),
            "move it out of the `impl` block".to_owned(),
        ),
        None => (
            format!("`{whose}` has no function `{path}`, listed as a {what} of `{of}`", what = &what[4..]),
            match suggest(path.last(), known.iter().map(String::as_str)) {
                Some(name) => suggestion(name),
                None => format!("write the function `{path}` in `{whose}`, or remove it from `{of}`"),
            },
        ),
    };
    let found = Found::new(message, graph.at_map(span, "no such function"))
        .place(graph.at_map(process.name.span, format!("a process of `{whose}`")))
        .places(graph.at_chains(process))
        .help(help);
    findings.add(found);
}

/// In a context that uses the macros, a step is what says that it is one. Whether a compensation does
/// is the business of `irreversible-without-compensation`.
fn unmarked(graph: &Graph<'_>, listed: &Listed<'_>) -> Option<Found> {
    let &Listed { process, context, path, span, what } = listed;
    let wanted = what == STEP && graph.uses_macros(context);
    if !wanted || !graph.marked_for(process, path, Attribute::Step).is_empty() {
        return None;
    }
    // So is what another context calls its step.
    if step_outside_context::is_claimed(graph, process, path) {
        return None;
    }
    let functions = graph.functions(context, path);
    let whose = &process.name.value;
    let at = |label: String| graph.at_map(span, label);
    let of_other = functions.iter().find_map(|function| graph.mark_on(*function, Attribute::Step));
    let Some(mark) = of_other else {
        let &function = functions.first()?;
        let undoes = graph.mark_on(function, Attribute::Compensation).is_some();
        let label = if undoes { "a compensation" } else { "no `#[step]`" };
        let message = format!("the step `{path}` of the process `{whose}` is a function without `#[step]`");
        let found =
            Found::new(message, graph.at_def(function, label)).place(at(format!("a step of `{whose}`")));
        return Some(found.help(format!("add `#[step(process = \"{whose}\")]` to the function")));
    };
    // One that its own process does not list either is told by `step-without-process`.
    let other = mark.process().filter(|_| !graph.listings(mark).is_empty())?;
    let message = format!(
        "the map lists the step `{path}` in `{whose}`, but its attribute says `process = \"{}\"`",
        other.text
    );
    Some(
        Found::new(message, graph.at_code(mark.file(), other.span, "its process"))
            .place(at(format!("listed by `{whose}`")))
            .help(format!(
                "write another step for `{whose}`, and move shared code into a function that both call"
            )),
    )
}

fn method(graph: &Graph<'_>, context: ContextId, name: &str) -> Option<String> {
    let world = graph.world();
    let symbol = world.symbols.find(name)?;
    let found = graph.defs().find(|id| {
        let def = world.def(*id);
        def.name == symbol && def.kind == DefKind::Function && graph.regions.owner(*id) == Some(context)
    });
    found.map(|id| graph.path(id))
}

/// A process has a step that is nowhere.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = *sandbox.contexts().first()?;
    sandbox.process(context, vec![step("planted_nowhere")]);
    Some(format!("a process of {} has a step that is nowhere", sandbox.graph.name(context)))
}
