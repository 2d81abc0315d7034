//! A step, or what undoes it, that is no function of its context.

use super::{Findings, Found, Rule};
use crate::finding::Level;
use crate::graph::similar::similar;
use crate::graph::{ContextId, Graph};
use crate::resolve::DefKind;
use stateline_schema::{Path, Process, Span};
use crate::prove::Plot;
use crate::prove::step;

pub(super) static RULE: Rule = Rule {
    name: "unknown-step",
    summary: "a step of a process is no free function anywhere",
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
            if let Ok(path) = Path::parse(&step.name.value) {
                missing(graph, findings, process, context, &path, step.name.span, "the step");
            }
            if let Some(undo) = &step.compensated_by {
                missing(graph, findings, process, context, &undo.value, undo.span, "the compensation");
            }
        }
    }
}

fn missing(
    graph: &Graph<'_>,
    findings: &mut Findings<'_>,
    process: &Process,
    context: ContextId,
    path: &Path,
    span: Span,
    what: &str,
) {
    // What exists in another context only is the business of `step-outside-context`.
    if !graph.functions(context, path).is_empty() || !graph.free_functions(path.last()).is_empty() {
        return;
    }
    let whose = graph.name(context);
    let message =
        format!("{what} `{path}` of the process {} is no free function of {whose}", process.name.value);
    let known = graph.functions_of(context);
    let help = match method(graph, context, path.last()) {
        Some(method) => format!("{method} is a method: a step is a free function of its input"),
        None => match similar(path.last(), known.iter().map(String::as_str)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("write it in {whose}: a function of its input, and perhaps a context"),
        },
    };
    let found = Found::new(message, graph.at_map(span, "no such function"))
        .place(graph.at_map(process.name.span, format!("a process of {whose}")))
        .help(help);
    findings.add(found);
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
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let context = *plot.contexts().first()?;
    plot.process(context, vec![step("planted_nowhere")]);
    Some(format!("a process of {} has a step that is nowhere", plot.graph.name(context)))
}
