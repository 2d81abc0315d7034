//! A step that no process lists.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::{Graph, Mark};
use stateline_rust::DefKind;
use stateline_schema::attribute::Attribute;
use stateline_schema::{Process, listed, suggest, suggestion};

pub(super) static RULE: Rule = Rule {
    name: "step-without-process",
    kind: RuleKind::Line,
    summary: "a step or a compensation belongs to no process",
    level: Level::Error,
    page: include_str!("step-without-process.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let marks = graph.stepped().chain(graph.marked(Attribute::Process));
    for mark in marks.filter(|mark| graph.is_ever(*mark)) {
        match graph.process_of(mark) {
            None => findings.add(nowhere(graph, mark)),
            Some(_) if mark.kind == Attribute::Process => {}
            // A method or a struct is no step at all, which is the business of `unknown-step`; another context's is
            // that of `step-outside-context`.
            Some(process) if !is_function(graph, mark) || graph.context_of(process) != mark.owner => {}
            // What the map takes for the other of the two is told there.
            Some(process) if lists(process, other(mark.kind), name(graph, mark)) => {}
            Some(process) if graph.listings(mark).is_empty() => findings.add(unlisted(graph, mark, process)),
            Some(_) => {}
        }
    }
}

/// The map has no such process.
fn nowhere(graph: &Graph<'_>, mark: Mark<'_>) -> Found {
    let map = graph.input.map;
    let known: Vec<&str> = map.processes.names().map(|name| name.value.as_str()).collect();
    let what = told(graph, mark);
    let (message, place) = match mark.process() {
        Some(said) => {
            let message = match mark.kind {
                Attribute::Process => format!("the map has no process `{}`", said.text),
                _ => format!("{what} has `process = \"{}\"`, but the map has no such process", said.text),
            };
            (message, graph.at_code(mark.file(), said.span, "no such process"))
        }
        None => {
            let place = graph.at_code(mark.file(), mark.span, "no `process`");
            (format!("{what} does not name its process"), place)
        }
    };
    let meant = mark.process().and_then(|said| suggest(&said.text, known.iter().copied()));
    let help = match (meant, known.as_slice()) {
        (Some(name), _) => suggestion(name),
        (None, []) => "declare the process in the map, under `processes`".to_owned(),
        (None, known) => format!("possible processes are {}", listed(known)),
    };
    Found::new(message, place).places(processes(graph)).help(help)
}

/// Where the map declares processes.
fn processes(graph: &Graph<'_>) -> Option<Place> {
    let first = graph.input.map.processes.names().next()?;
    Some(graph.at_map(first.span, "the processes of the map begin here"))
}

/// The process does not list it.
fn unlisted(graph: &Graph<'_>, mark: Mark<'_>, process: &Process) -> Found {
    let (whose, what) = (&process.name.value, told(graph, mark));
    let message = match mark.kind {
        Attribute::Compensation => format!("{what} undoes no step of the process `{whose}`"),
        _ => format!("{what} has `process = \"{whose}\"`, but the map does not list it in `{whose}`"),
    };
    let listed: Vec<&str> = match mark.kind {
        Attribute::Compensation => {
            let steps = process.versions().flat_map(|version| &version.steps);
            steps.filter_map(|step| Some(step.compensated_by.as_ref()?.value.last())).collect()
        }
        _ => process.current.steps.iter().map(|step| step.function().as_str()).collect(),
    };
    let own = name(graph, mark);
    let elsewhere = graph.input.map.processes.values().find(|other| lists(other, mark.kind, own));
    let help = match (elsewhere, suggest(own, listed.iter().copied())) {
        (Some(other), _) => {
            format!("write `process = \"{}\"`: that process lists it", other.name.value)
        }
        (None, Some(meant)) => suggestion(meant),
        (None, None) if mark.kind == Attribute::Compensation => {
            format!("add `compensated_by: {own}` to the step that it undoes")
        }
        (None, None) => format!("add it to the steps of a new version of `{whose}`, or remove `{own}`"),
    };
    let label = match (mark.kind, listed.as_slice()) {
        (Attribute::Compensation, []) => format!("`{whose}` has no compensation"),
        (Attribute::Compensation, listed) => format!("the compensations of `{whose}`: {}", listed.join(", ")),
        (_, listed) => format!("the steps of `{whose}`: {}", super::border::enumerate(listed)),
    };
    let said = mark.process().map(|said| graph.at_code(mark.file(), said.span, "named here"));
    Found::new(message, graph.at_def(mark.def(), "never runs"))
        .place(graph.at_map(process.name.span, label))
        .places(said)
        .help(help)
}

fn lists(process: &Process, kind: Attribute, name: &str) -> bool {
    let mut steps = process.versions().flat_map(|version| &version.steps);
    steps.any(|step| match kind {
        Attribute::Compensation => step.compensated_by.as_ref().is_some_and(|undo| undo.value.last() == name),
        _ => step.function().value == name,
    })
}

fn is_function(graph: &Graph<'_>, mark: Mark<'_>) -> bool {
    graph.world().def(mark.def()).kind == DefKind::Function && !graph.is_associated(mark.def())
}

/// A step for a compensation, and the other way round.
fn other(kind: Attribute) -> Attribute {
    if kind == Attribute::Compensation { Attribute::Step } else { Attribute::Compensation }
}

fn name<'g>(graph: &Graph<'g>, mark: Mark<'_>) -> &'g str {
    graph.world().text(graph.world().def(mark.def()).name)
}

fn told(graph: &Graph<'_>, mark: Mark<'_>) -> String {
    let name = name(graph, mark);
    match mark.kind {
        Attribute::Compensation => format!("the compensation `{name}`"),
        _ => format!("the step `{name}`"),
    }
}

/// A process has lost its steps.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let mark = graph.marked(Attribute::Step).find(|mark| !graph.listings(*mark).is_empty())?;
    let name = graph.process_of(mark)?.name.value.clone();
    let process = sandbox.map.processes.get_mut(&name)?;
    process.current.steps.clear();
    process.earlier.clear();
    Some(format!("the process {name} does not list {}", graph.path(mark.def())))
}
