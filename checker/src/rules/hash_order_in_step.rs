//! The order in which a hash map gives its elements becomes part of what a step does.

use super::sandbox::Sandbox;
use super::side_effect_in_step::{decides, noun};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, Reference, Role, Target};

pub(super) static RULE: Rule = Rule {
    name: "hash-order-in-step",
    kind: RuleKind::Line,
    summary: "a step depends on the order of a hash map's elements",
    // Who sorts elsewhere, or has one element at most, is right, and the code does not show it.
    level: Level::Warning,
    page: include_str!("hash-order-in-step.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let mut places: FxHashMap<DefId, Vec<&Reference>> = FxHashMap::default();
    for reference in graph.input.references.iter().filter(|reference| reference.role == Role::Order) {
        places.entry(reference.from).or_default().push(reference);
    }
    let steps: Vec<DefId> = graph.with_ctx().map(|mark| mark.def()).collect();
    if places.is_empty() || steps.is_empty() {
        return;
    }
    let mut told = FxHashSet::default();
    for &step in &steps {
        for function in &graph.reach().of(graph, step).functions {
            for reference in places.get(function).into_iter().flatten() {
                if told.insert((reference.file, reference.at)) {
                    findings.add(found(graph, step, reference));
                }
            }
        }
    }
}

fn found(graph: &Graph<'_>, step: DefId, reference: &Reference) -> Found {
    let world = graph.world();
    let map = match reference.to {
        Target::Def(of) if world.path(world.module_of(of)).ends_with("hash_set") => "HashSet",
        _ => "HashMap",
    };
    let step_name = world.text(world.def(step).name);
    let through = match reference.from == step {
        true => String::new(),
        false => format!(", in `{}`", world.text(world.def(reference.from).name)),
    };
    let noun = noun(graph, step);
    let message = format!("the {noun} `{step_name}` depends on the iteration order of a `{map}`{through}");
    let help = format!(
        "use a `{}` instead, or sort the elements in the same function",
        map.replace("Hash", "BTree")
    );
    Found::new(message, graph.at_reference(reference, "takes the elements in that order"))
        .place(decides(graph, step))
        .help(help)
}

/// A step that depends on the order of a map.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let step = graph.with_ctx().next()?.def();
    let planted = Reference { role: Role::Order, ..sandbox.reference(step, step) };
    sandbox.references.push(planted);
    Some(format!("the step {} depends on the order of a map", graph.path(step)))
}
