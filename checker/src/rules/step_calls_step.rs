//! A step calls a step, so that the line is no longer the one that the map shows.

use super::sandbox::{Sandbox, step};
use super::{Findings, Found, Rule, RuleKind, via};
use crate::finding::{Level, Place};
use crate::graph::body_paths::PathTarget;
use crate::graph::reach::Reached;
use crate::graph::{Graph, Mark};
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, Role, Target};
use stateline_schema::attribute::Attribute;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    name: "step-calls-step",
    kind: RuleKind::Line,
    summary: "a step of a process calls a step",
    level: Level::Error,
    page: include_str!("step-calls-step.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let steps = steps(graph);
    if steps.is_empty() {
        return;
    }
    let mut runs = called(graph, &steps);
    named(graph, &steps, &mut runs);
    for ((caller, callee), run) in runs {
        let (from, to) = (&steps[&caller], &steps[&callee]);
        let (whom, help) = match caller == callee {
            true => (
                "itself".to_owned(),
                "use a loop in the step, or move the recursion into a function".to_owned(),
            ),
            false => (
                format!("the step `{}`", to.name),
                "return the input of the next step, which the process then calls; or move shared code into a function"
                    .to_owned(),
            ),
        };
        let way = via(run.through.iter().map(|id| graph.world().text(graph.world().def(*id).name)));
        let mut places = run.places.into_iter();
        let Some(first) = places.next() else { continue };
        let found = Found::new(format!("the step `{}` is not allowed to call {whom}{way}", from.name), first)
            .place(graph.at_map(to.span, "its place in the process"))
            .places(places)
            .help(help);
        findings.add(found);
    }
    by_hand(graph, &steps, findings);
}

/// What steps and operations run that a runner alone calls: what undoes a step, and what hears a message; of
/// an operation, a step too.
fn by_hand(graph: &Graph<'_>, steps: &FxHashMap<DefId, Step>, findings: &mut Findings<'_>) {
    let marks: FxHashMap<DefId, Mark<'_>> = graph.with_ctx().map(|mark| (mark.def(), mark)).collect();
    for mark in graph.stepped().filter(|mark| steps.contains_key(&mark.def())) {
        let run = graph.reach().of(graph, mark.def());
        let called = |callee: &DefId| marks.get(callee).filter(|_| !steps.contains_key(callee)).copied();
        runs(graph, ("step", mark.def()), &run.reached, called, findings);
    }
    // Whoever starts a process names its chain.
    let chains: FxHashSet<DefId> = graph.marked(Attribute::Process).map(|mark| mark.def()).collect();
    for operation in graph.marked(Attribute::Operation).filter(|mark| graph.is_ever(*mark)) {
        let mut reached = graph.reach().called_by(graph, operation.def());
        reached.retain(|reached| !reached.through.iter().any(|id| chains.contains(id)));
        let called = |callee: &DefId| marks.get(callee).copied();
        runs(graph, ("operation", operation.def()), &reached, called, findings);
    }
}

/// Tells of each function with a ctx that one runs.
fn runs<'g>(
    graph: &Graph<'_>,
    (noun, from): (&str, DefId),
    reached: &[Reached],
    called: impl Fn(&DefId) -> Option<Mark<'g>>,
    findings: &mut Findings<'_>,
) {
    let world = graph.world();
    let mut told = FxHashSet::default();
    for Reached { path_use, within, through } in reached {
        let PathTarget::Workspace(callee) = path_use.target else { continue };
        let Some(mark) = called(&callee).filter(|_| told.insert(callee)) else { continue };
        let place = match path_use.span {
            Some(span) => graph.at_code(path_use.file, span, "named here"),
            None => graph.at_def(*within, "named here"),
        };
        let called = if mark.kind == Attribute::Compensation { "compensation" } else { mark.noun() };
        let text = |id: &DefId| world.text(world.def(*id).name);
        let (from, way) = (text(&from), via(through.iter().map(text)));
        let message =
            format!("the {noun} `{from}` is not allowed to call the {called} `{}`{way}", text(&callee));
        let found = Found::new(message, place)
            .place(graph.at_def(callee, format!("only the runner calls a {called}")))
            .help("move the shared code into a function that both call");
        findings.add(found);
    }
}

/// Of a step and a step that it runs: where, and through which functions on the way to the first place.
type Runs = BTreeMap<(DefId, DefId), Run>;

#[derive(Default)]
struct Run {
    through: Vec<DefId>,
    places: Vec<Place>,
}

/// What inference knows to be called in the body of a step itself.
fn called(graph: &Graph<'_>, steps: &FxHashMap<DefId, Step>) -> Runs {
    let mut runs = Runs::new();
    for reference in graph.input.references {
        if let Target::Def(callee) = reference.to
            && reference.role == Role::Call
            && steps.contains_key(&callee)
            && let Some(caller) = around(graph, steps, reference.from)
        {
            let run = runs.entry((caller, callee)).or_default();
            run.places.push(graph.at_reference(reference, "called here"));
        }
    }
    runs
}

/// What steps with an attribute name besides, themselves or in what they run: a step as a value, as the
/// type that stands for it, or as an argument of a macro is run as well.
fn named(graph: &Graph<'_>, steps: &FxHashMap<DefId, Step>, runs: &mut Runs) {
    let marked: Vec<DefId> =
        graph.stepped().map(|mark| mark.def()).filter(|id| steps.contains_key(id)).collect();
    if marked.is_empty() {
        return;
    }
    for step in marked {
        for Reached { path_use, within, through } in &graph.reach().of(graph, step).reached {
            let PathTarget::Workspace(callee) = path_use.target else { continue };
            let known = runs.get(&(step, callee)).is_some_and(|run| run.through.len() <= through.len());
            // What a step runs that is reached is told of that one.
            if !steps.contains_key(&callee) || known || through.iter().any(|id| steps.contains_key(id)) {
                continue;
            }
            let place = match path_use.span {
                Some(span) => graph.at_code(path_use.file, span, "named here"),
                None => graph.at_def(*within, "named here"),
            };
            runs.insert((step, callee), Run { through: through.to_vec(), places: vec![place] });
        }
    }
}

struct Step {
    name: String,
    span: stateline_schema::Span,
}

/// The functions that are steps without doubt.
fn steps(graph: &Graph<'_>) -> FxHashMap<DefId, Step> {
    let mut steps = FxHashMap::default();
    for process in graph.input.map.processes.values() {
        for step in process.versions().flat_map(|version| &version.steps) {
            if let Some(function) = graph.step_function(process, step.function()) {
                let step = Step { name: step.name.value.clone(), span: step.name.span };
                steps.entry(function).or_insert(step);
            }
        }
    }
    steps
}

/// The step in whose body a definition stands, closures and inner items included.
fn around(graph: &Graph<'_>, steps: &FxHashMap<DefId, Step>, from: DefId) -> Option<DefId> {
    let mut at = Some(from);
    while let Some(id) = at {
        if steps.contains_key(&id) {
            return Some(id);
        }
        at = graph.world().def(id).parent;
    }
    None
}

/// A step calls itself.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let alone = |id: &DefId| graph.free_functions(sandbox.text(*id)).len() == 1;
    let plain = sandbox.contexts().into_iter().filter(|context| !graph.uses_macros(*context));
    let found = plain
        .into_iter()
        .find_map(|context| sandbox.functions(context).find(alone).map(|function| (context, function)));
    let function = match found {
        Some((context, function)) => {
            sandbox.process(context, vec![step(sandbox.text(function))]);
            function
        }
        None => steps(graph).keys().copied().min()?,
    };
    sandbox.refer(function, function);
    Some(format!("the step {} calls itself", graph.path(function)))
}
