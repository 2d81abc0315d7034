//! What the steps of processes call of other contexts and publish, as far as the source shows it.

use super::sorted;
use crate::graph::permission::GrantKind;
use crate::graph::{ContextId, Graph, Use};
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_draw::atlas::{Atlas, StepCall};
use stateline_rust::{DefId, DefKind, Role, Target};
use std::collections::BTreeSet;

pub(super) struct StepCalls<'g> {
    graph: &'g Graph<'g>,
    /// The functions that each function calls or names.
    called: FxHashMap<DefId, Vec<DefId>>,
}

impl<'g> StepCalls<'g> {
    pub(super) fn new(graph: &'g Graph<'g>) -> Self {
        let mut called: FxHashMap<DefId, Vec<DefId>> = FxHashMap::default();
        // Without processes nobody asks.
        let references = if graph.input.map.processes.is_empty() { &[] } else { graph.input.references };
        for reference in references {
            let Target::Def(to) = reference.to else { continue };
            let is_call = matches!(reference.role, Role::Call | Role::Body);
            if is_call && graph.world().def(to).kind == DefKind::Function {
                called.entry(function_around(graph, reference.from)).or_default().push(to);
            }
        }
        StepCalls { graph, called }
    }

    /// Adds them to each step whose function is known without doubt.
    pub(super) fn add(&self, atlas: &mut Atlas) {
        for process in &mut atlas.processes {
            let Some(declared) = self.graph.input.map.process(&process.name) else { continue };
            let versions = std::iter::once(&mut process.current).chain(&mut process.earlier);
            for step in versions.flat_map(|version| &mut version.steps) {
                if let Some(function) =
                    self.graph.step_function(declared, step.function.as_ref().unwrap_or(&step.name))
                {
                    step.calls = self.from(function);
                    step.publishes = self.published(function);
                }
            }
        }
    }

    /// The topics of the messages that its attribute lists.
    fn published(&self, function: DefId) -> Vec<String> {
        let listed = self.graph.marks_of(function).flat_map(|mark| mark.published());
        let messages = listed.filter_map(|meant| meant.def);
        sorted(messages.flat_map(|message| self.graph.marks_of(message)).filter_map(|mark| {
            let topic = &mark.topic.as_ref()?.text;
            Some(topic.to_string())
        }))
    }

    /// What its attribute lists, and what the code calls without one.
    fn from(&self, function: DefId) -> Vec<StepCall> {
        let Some(home) = self.graph.regions.owner(function) else { return Vec::new() };
        let listed = self.graph.marks_of(function).flat_map(|mark| mark.called());
        let listed = listed.filter_map(|meant| {
            let operation = meant.def?;
            let owner = self.graph.regions.owner(operation).filter(|owner| *owner != home)?;
            self.call(home, owner, operation)
        });
        let mut found: Vec<StepCall> = listed.collect();
        let mut seen = FxHashSet::default();
        let mut left = vec![function];
        while let Some(at) = left.pop() {
            if !seen.insert(at) {
                continue;
            }
            match self.graph.regions.owner(at) {
                Some(owner) if owner == home => {
                    left.extend(self.called.get(&at).into_iter().flatten().rev());
                }
                Some(owner) => found.extend(self.call(home, owner, at)),
                None => {}
            }
        }
        let mut told = BTreeSet::new();
        found.retain(|call| told.insert(call.clone()));
        found
    }

    /// A function that the map lets the one call of the other, or that is free: methods of what was
    /// handed over are no calls across a border.
    fn call(&self, from: ContextId, to: ContextId, function: DefId) -> Option<StepCall> {
        let graph = self.graph;
        let grants = graph.permissions.grants_for(Use::of(from, function));
        let mut grants = grants.map(|granted| graph.permissions.grant(granted.by));
        let granted = grants.find(|grant| grant.kind == GrantKind::Call).map(|grant| grant.text.clone());
        let world = graph.world();
        let is_free = || {
            let parent = world.def(function).parent;
            parent.is_some_and(|parent| world.def(parent).kind == DefKind::Module)
        };
        let operation = granted.or_else(|| is_free().then(|| graph.path(function)))?;
        Some(StepCall { context: graph.name(to).to_owned(), operation })
    }
}

/// The function in whose body an item stands, or the item itself.
fn function_around(graph: &Graph<'_>, item: DefId) -> DefId {
    let world = graph.world();
    let mut outer = item;
    let mut at = Some(item);
    while let Some(id) = at {
        let def = world.def(id);
        match def.kind {
            DefKind::Function => outer = id,
            DefKind::Block => {}
            _ => break,
        }
        at = def.parent;
    }
    outer
}
