//! A step calls a step, so that the line is no longer the one that the map shows.

use super::sandbox::{Sandbox, step};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use rustc_hash::FxHashMap;
use stateline_rust::{DefId, Role, Target};
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
    let mut calls: BTreeMap<(DefId, DefId), Vec<usize>> = BTreeMap::new();
    for (index, reference) in graph.input.references.iter().enumerate() {
        if let Target::Def(callee) = reference.to
            && reference.role == Role::Call
            && steps.contains_key(&callee)
            && let Some(caller) = around(graph, &steps, reference.from)
        {
            calls.entry((caller, callee)).or_default().push(index);
        }
    }
    for ((caller, callee), places) in calls {
        let (from, to) = (&steps[&caller], &steps[&callee]);
        let mut at =
            places.iter().map(|&index| graph.at_reference(&graph.input.references[index], "called here"));
        let Some(first) = at.next() else { continue };
        let whom = if caller == callee { "itself".to_owned() } else { format!("the step {}", to.name) };
        let found = Found::new(format!("the step {} calls {whom}", from.name), first)
            .place(graph.at_map(to.span, "its place in the line"))
            .places(at)
            .help("let the step return what the next one needs; what both share is a function of its own");
        findings.add(found);
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
            if let Some(function) = graph.step_function(process, &step.name.value) {
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
