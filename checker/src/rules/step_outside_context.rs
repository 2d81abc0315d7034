//! A step that is another context's function.

use super::sandbox::{Sandbox, step};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::{Graph, Mark};
use stateline_rust::DefId;
use stateline_schema::attribute::Attribute;
use stateline_schema::{Path, Process};

pub(super) static RULE: Rule = Rule {
    name: "step-outside-context",
    kind: RuleKind::Line,
    summary: "a step of a process is a function of another context",
    level: Level::Error,
    page: include_str!("step-outside-context.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for process in graph.input.map.processes.values() {
        let Some(context) = graph.context_of(process).filter(|context| graph.has_code(*context)) else {
            continue;
        };
        let steps = process.versions().flat_map(|version| &version.steps);
        let names = steps.flat_map(|step| {
            let undo = step.compensated_by.as_ref().map(|undo| (undo.value.clone(), undo.span));
            let name = Path::parse(step.function()).ok().map(|name| (name, step.function().span));
            name.into_iter().chain(undo)
        });
        for (path, span) in names {
            // What another context's attribute claims is told there.
            if is_claimed(graph, process, &path) || !graph.functions(context, &path).is_empty() {
                continue;
            }
            let Some(&elsewhere) = graph.free_functions(path.last()).first() else { continue };
            let whose = graph.regions.owner(elsewhere).map_or("no context", |owner| graph.name(owner));
            let (process, home) = (&process.name.value, graph.name(context));
            let message =
                format!("`{process}` is a process of `{home}`, but its step `{path}` belongs to `{whose}`");
            let found = Found::new(message, graph.at_map(span, format!("a function of `{whose}`")))
                .place(graph.at_def(elsewhere, "defined here"))
                .help(format!(
                    "write a step in `{home}` that calls an operation of `{whose}`, or publishes a message that `{whose}` subscribes to"
                ));
            findings.add(found);
        }
    }
    let marks = graph.stepped().chain(graph.marked(Attribute::Process));
    for mark in marks.filter(|mark| graph.is_ever(*mark)) {
        claim(graph, mark).into_iter().for_each(|found| findings.add(found));
    }
}

/// An attribute, or a call of `process!`, claims a process of another context.
fn claim(graph: &Graph<'_>, mark: Mark<'_>) -> Option<Found> {
    let process = graph.process_of(mark)?;
    let said = mark.process()?;
    let (home, owner) = (graph.context_of(process)?, mark.owner?);
    if home == owner {
        return None;
    }
    let (home, whose) = (graph.name(home), graph.name(owner));
    let name = graph.world().text(graph.world().def(mark.def()).name);
    let (message, help) = match mark.kind {
        Attribute::Process => (
            format!("`{}` is a process of `{home}`, but its chain is made in `{whose}`", process.name.value),
            format!("call `process!` in `{home}`; from `{whose}`, use an operation or a message"),
        ),
        kind => {
            let what = if kind == Attribute::Step { "step" } else { "compensation" };
            let message = format!(
                "`{}` is a process of `{home}`, but its {what} `{name}` belongs to `{whose}`",
                process.name.value
            );
            (
                message,
                format!(
                    "write a {what} in `{home}` that calls an operation of `{whose}`, or publishes a message that `{whose}` subscribes to"
                ),
            )
        }
    };
    let decides = process.context.as_ref().map_or(process.name.span, |context| context.span);
    Some(
        Found::new(message, graph.at_code(mark.file(), said.span, "named here"))
            .place(graph.at_map(decides, format!("a process of `{home}`")))
            .help(help),
    )
}

/// Whether a function of another context says that it is this step or compensation.
pub(super) fn is_claimed(graph: &Graph<'_>, process: &Process, path: &Path) -> bool {
    let here = graph.context_of(process);
    graph.stepped_as(path.last()).any(|mark| {
        let said = mark.process().is_some_and(|said| *said.text == *process.name.value);
        said && mark.owner.is_some() && mark.owner != here
    })
}

/// A process of one context has another's function as a step.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let contexts = sandbox.contexts();
    let mut pairs = contexts.iter().flat_map(|from| contexts.iter().map(move |to| (*from, *to)));
    let (home, function) = pairs.find_map(|(home, other)| {
        let known = graph.functions_of(home);
        let foreign = |id: &DefId| !known.iter().any(|name| name == sandbox.text(*id));
        let function = sandbox.functions(other).find(foreign)?;
        (home != other).then_some((home, function))
    })?;
    sandbox.process(home, vec![step(sandbox.text(function))]);
    Some(format!("a process of {} has {} as a step", graph.name(home), graph.path(function)))
}
