//! What a step runs in its own name: its body, and whatever that calls without `ctx`.

use super::state;
use crate::graph::Graph;
use crate::graph::body_paths::{PathTarget, PathUse, path_uses};
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, DefKind, FileId, How, Role, Target};
use std::collections::VecDeque;

/// Everything that functions name, read once for all steps.
pub(in crate::rules) struct Reach<'r, 'g> {
    graph: &'r Graph<'g>,
    /// Functions that inference knows to be called, by the function that calls them.
    called: FxHashMap<DefId, Vec<PathUse>>,
    named: FxHashMap<DefId, Vec<PathUse>>,
    /// Functions that a step has no business to run itself, or that are looked at by themselves.
    ends: FxHashSet<DefId>,
}

/// A place that a step runs into, and through which functions: none where it stands in the step.
pub(in crate::rules) struct Reached {
    pub(in crate::rules) path_use: PathUse,
    pub(in crate::rules) within: DefId,
    pub(in crate::rules) through: Vec<DefId>,
}

impl<'r, 'g> Reach<'r, 'g> {
    pub(in crate::rules) fn new(graph: &'r Graph<'g>, ends: FxHashSet<DefId>) -> Self {
        // By the path's place: what a macro writes stands outside of the attribute's brackets.
        let declared: FxHashSet<(FileId, u32)> = graph
            .marks()
            .flat_map(|mark| mark.paths().map(move |meant| (mark.file(), meant.span.0)))
            .collect();
        let mut called: FxHashMap<DefId, Vec<PathUse>> = FxHashMap::default();
        for reference in graph.input.references.iter().filter(|reference| reference.role == Role::Call) {
            let Target::Def(to) = reference.to else { continue };
            // `ctx.load_account(…)` is the way that a step may go, and so is what its attribute lists.
            let by_ctx = ends.contains(&to)
                && (reference.how == How::Dot || declared.contains(&(reference.file, reference.at)));
            if is_runnable(graph, to) && !by_ctx {
                let span = Some((reference.at, reference.at + reference.len));
                let path_use = PathUse { target: PathTarget::Workspace(to), file: reference.file, span };
                called.entry(reference.from).or_default().push(path_use);
            }
        }
        Reach { graph, called, named: FxHashMap::default(), ends }
    }

    /// All that a step names, itself or through what it calls: each place once, the shortest way first.
    pub(in crate::rules) fn of(&mut self, step: DefId) -> Vec<Reached> {
        let mut found = Vec::new();
        let mut ways = Ways { step, before: FxHashMap::default(), left: VecDeque::from([step]) };
        while let Some(at) = ways.left.pop_front() {
            for path_use in self.path_uses(at) {
                if let PathTarget::Workspace(next) = path_use.target {
                    self.follow(&mut ways, at, next);
                }
                found.push(Reached { path_use, within: at, through: ways.to(at) });
            }
        }
        found
    }

    /// What one definition names itself.
    pub(in crate::rules) fn path_uses(&mut self, of: DefId) -> Vec<PathUse> {
        let (graph, called) = (self.graph, &self.called);
        let all = || {
            let mut named = path_uses(graph, of);
            let more = called.get(&of).into_iter().flatten().filter(|path_use| !named.contains(path_use));
            let more: Vec<PathUse> = more.cloned().collect();
            named.extend(more);
            named
        };
        self.named.entry(of).or_insert_with(all).clone()
    }

    /// A function that is no end of the way is run as if its body stood here, and so is what a static
    /// begins with that is computed when it is first used.
    fn follow(&self, ways: &mut Ways, from: DefId, to: DefId) {
        let fresh = to != ways.step && !ways.before.contains_key(&to);
        if fresh && is_runnable(self.graph, to) && !self.ends.contains(&to) {
            ways.before.insert(to, from);
            ways.left.push_back(to);
        }
    }
}

/// Whether something of the workspace has a body that is run, and is no test.
fn is_runnable(graph: &Graph<'_>, id: DefId) -> bool {
    let def = graph.world().def(id);
    let kind = match def.kind {
        DefKind::Function | DefKind::MacroRules => true,
        // What is computed at compile time reaches nothing.
        DefKind::Static => state::is_lazy(graph, id),
        _ => false,
    };
    kind && !def.test && graph.regions.owner(id).is_some()
}

/// What a step reaches, and how.
struct Ways {
    step: DefId,
    /// Of each function that is reached, who calls it on the shortest way.
    before: FxHashMap<DefId, DefId>,
    /// What is still to be looked into.
    left: VecDeque<DefId>,
}

impl Ways {
    fn to(&self, at: DefId) -> Vec<DefId> {
        let mut way = Vec::new();
        let mut at = at;
        while at != self.step {
            way.push(at);
            match self.before.get(&at) {
                Some(&caller) => at = caller,
                None => break,
            }
        }
        way.reverse();
        way
    }
}
