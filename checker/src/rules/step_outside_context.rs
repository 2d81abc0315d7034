//! A step that is another context's function.

use super::{Findings, Found, Rule};
use crate::finding::Level;
use crate::graph::{Graph, Mark};
use crate::read::MarkKind;
use stateline_schema::{Path, Process};
use crate::prove::Plot;
use crate::prove::step;
use crate::resolve::DefId;

pub(super) static RULE: Rule = Rule {
    name: "step-outside-context",
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
            let name = Path::parse(&step.name.value).ok().map(|name| (name, step.name.span));
            name.into_iter().chain(undo)
        });
        for (path, span) in names {
            let claimed = claims(graph, process, &path);
            if claimed.is_empty() && !graph.functions(context, &path).is_empty() {
                continue;
            }
            let mut others = claimed.into_iter().chain(graph.free_functions(path.last()));
            let Some(elsewhere) = others.next() else { continue };
            let whose = graph.regions.owner(elsewhere).map_or("no context", |owner| graph.name(owner));
            let (process, home) = (&process.name.value, graph.name(context));
            let message =
                format!("{process} is a process of {home}, but its step `{path}` belongs to {whose}");
            let found = Found::new(message, graph.at_map(span, format!("a function of {whose}")))
                .place(graph.at_def(elsewhere, "defined here"))
                .help(format!(
                    "write a step in {home} that calls what {whose} offers, or publishes a message to it"
                ));
            findings.add(found);
        }
    }
}

/// Functions of other contexts that say that they are this step, where none of its own does.
pub(super) fn claims(graph: &Graph<'_>, process: &Process, path: &Path) -> Vec<DefId> {
    let own = [MarkKind::Step, MarkKind::Compensation].map(|kind| graph.marked_for(process, path, kind));
    if own.iter().any(|own| !own.is_empty()) {
        return Vec::new();
    }
    let here = graph.context_of(process);
    let named = |mark: &Mark<'_>| {
        let name = graph.world().text(graph.world().def(mark.def()).name);
        let said = mark.process().is_some_and(|said| *said.text == *process.name.value);
        said && name == path.last() && mark.owner != here
    };
    graph.stepped().filter(named).map(|mark| mark.def()).collect()
}

/// A process of one context has another's function as a step.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let graph = plot.graph;
    let contexts = plot.contexts();
    let mut pairs = contexts.iter().flat_map(|from| contexts.iter().map(move |to| (*from, *to)));
    let (home, function) = pairs.find_map(|(home, other)| {
        let known = graph.functions_of(home);
        let foreign = |id: &DefId| !known.iter().any(|name| name == plot.text(*id));
        let function = plot.functions(other).find(foreign)?;
        (home != other).then_some((home, function))
    })?;
    plot.process(home, vec![step(plot.text(function))]);
    Some(format!("a process of {} has {} as a step", graph.name(home), graph.path(function)))
}
