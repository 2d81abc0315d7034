//! What a function runs in its own name: its body, and whatever that calls; of a step, without its `ctx`.

use super::Graph;
use super::body_paths::{BodyNames, CalledName, PathTarget, PathUse, body_names};
use super::implied::{Met, by_attribute};
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, DefKind, FileId, How, Role, Target};
use std::collections::VecDeque;
use std::rc::Rc;

/// Everything that functions name, read once for all steps.
pub struct Reach<'r, 'g> {
    graph: &'r Graph<'g>,
    /// Functions that inference knows to be called, by the function that calls them.
    called: FxHashMap<DefId, Vec<PathUse>>,
    /// Where inference knows whose the name is that is called: not those that a trait declares.
    known: FxHashSet<(FileId, u32)>,
    named: FxHashMap<DefId, Rc<BodyNames>>,
    /// Functions that a step has no business to run itself, or that are looked at by themselves.
    ends: FxHashSet<DefId>,
}

/// A place that a step runs into, and through which functions: none where it stands in the step.
pub struct Reached {
    pub path_use: PathUse,
    pub within: DefId,
    pub through: Vec<DefId>,
}

impl<'r, 'g> Reach<'r, 'g> {
    pub fn new(graph: &'r Graph<'g>, ends: FxHashSet<DefId>) -> Self {
        // By the path's place: what a macro writes stands outside of the attribute's brackets.
        let declared: FxHashSet<(FileId, u32)> = graph
            .marks()
            .flat_map(|mark| mark.paths().map(move |meant| (mark.file(), meant.span.0)))
            .collect();
        let world = graph.world();
        let mut called: FxHashMap<DefId, Vec<PathUse>> = FxHashMap::default();
        let mut known = FxHashSet::default();
        for reference in graph.input.references.iter().filter(|reference| reference.role == Role::Call) {
            let Target::Def(to) = reference.to else { continue };
            let span = Some((reference.at, reference.at + reference.len));
            if world.is_std(to) {
                // Methods that reach the world are told, though they are the standard library's.
                let target = graph.beyond(reference.from, reference.to).map(PathTarget::Outside);
                let path_use = target.map(|target| PathUse { target, file: reference.file, span });
                called.entry(reference.from).or_default().extend(path_use);
                continue;
            }
            let of_trait = |id: DefId| world.def(id).kind == DefKind::Trait;
            if !world.def(to).parent.is_some_and(of_trait) {
                known.insert((reference.file, reference.at));
            }
            // `ctx.load_account(…)` is the way that a step may go, and so is what its attribute lists.
            let by_ctx = ends.contains(&to)
                && (reference.how == How::Dot || declared.contains(&(reference.file, reference.at)));
            if is_runnable(graph, to) && !by_ctx {
                let path_use = PathUse { target: PathTarget::Workspace(to), file: reference.file, span };
                called.entry(reference.from).or_default().push(path_use);
            }
        }
        Reach { graph, called, known, named: FxHashMap::default(), ends }
    }

    /// All that a step names, itself or through what it calls or runs: each place once, the shortest way first.
    pub fn of(&mut self, step: DefId) -> Vec<Reached> {
        self.walk(step, true, &[]).0
    }

    /// All code of the workspace that a function runs with values of these types, itself not among it; sorted.
    pub fn run_by(&mut self, function: DefId, given: &[DefId]) -> Vec<DefId> {
        let mut run: Vec<DefId> = self.walk(function, true, given).1.before.into_keys().collect();
        run.sort_unstable();
        run
    }

    /// The same for what a function calls by name, and nothing that runs by itself.
    pub fn called_by(&mut self, function: DefId) -> Vec<Reached> {
        self.walk(function, false, &[]).0
    }

    fn walk(&mut self, step: DefId, by_itself: bool, given: &[DefId]) -> (Vec<Reached>, Ways) {
        let mut found = Vec::new();
        let mut ways = Ways { step, before: FxHashMap::default(), left: VecDeque::from([step]) };
        let mut met = Met::default();
        given.iter().for_each(|ty| met.meet(self.graph, *ty, step));
        loop {
            while let Some(at) = ways.left.pop_front() {
                let names = self.names(at);
                for path_use in &names.path_uses {
                    if let PathTarget::Workspace(next) = path_use.target {
                        self.follow(&mut ways, at, next);
                    }
                    found.push(Reached { path_use: path_use.clone(), within: at, through: ways.to(at) });
                }
                let is_known = |it: &CalledName| it.is_written() && self.known.contains(&(it.file, it.at));
                met.take(self.graph, at, &names, is_known);
            }
            let mut run = self.graph.impls().run_by(self.graph, &met, by_itself);
            if by_itself {
                run.extend(by_attribute(self.graph, &met));
            }
            for (from, function) in run {
                self.follow(&mut ways, from, function);
            }
            if ways.left.is_empty() {
                return (found, ways);
            }
        }
    }

    /// What one definition names itself.
    pub fn path_uses(&mut self, of: DefId) -> Vec<PathUse> {
        self.names(of).path_uses.clone()
    }

    fn names(&mut self, of: DefId) -> Rc<BodyNames> {
        let (graph, called) = (self.graph, &self.called);
        let all = || {
            let mut names = body_names(graph, of);
            let more = called.get(&of).into_iter().flatten();
            let more: Vec<PathUse> =
                more.filter(|path_use| !names.path_uses.contains(path_use)).cloned().collect();
            names.path_uses.extend(more);
            Rc::new(names)
        };
        self.named.entry(of).or_insert_with(all).clone()
    }

    /// A function that is no end of the way is run as if its body stood here. What a static or a constant
    /// begins with names functions that it may be asked for.
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
        // What is computed at compile time reaches nothing, but the functions that a table holds are called.
        DefKind::Function | DefKind::MacroRules | DefKind::Static | DefKind::Const => true,
        _ => false,
    };
    kind && !def.test && !graph.world().is_std(id)
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
