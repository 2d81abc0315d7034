//! What a function runs in its own name: its body, and whatever that calls; of a step, without its `ctx`.

use super::Graph;
use super::body_paths::{CalledName, PathTarget, PathUse, body_names};
use super::implied::{Implied, by_attribute};
use super::met::{Met, Says, Whose};
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, DefKind, FileId, Role, Target};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Everything that functions name, read once for all who ask.
pub struct Reach {
    /// Functions that inference knows to be called, by the function that calls them.
    called: FxHashMap<DefId, Vec<PathUse>>,
    /// Where inference knows whose the name is that is called.
    known: FxHashMap<(FileId, u32), Whose>,
    /// Functions that a step has no business to run itself, or that are looked at by themselves.
    ends: FxHashSet<DefId>,
    said: RefCell<FxHashMap<DefId, Rc<Said>>>,
    runs: RefCell<FxHashMap<DefId, Rc<Run>>>,
    /// The functions that attributes name, by the type that they stand on.
    by_attribute: RefCell<FxHashMap<DefId, Rc<[DefId]>>>,
}

/// What one function says.
struct Said {
    path_uses: Vec<PathUse>,
    says: Says,
}

/// What a function runs.
pub struct Run {
    /// All that is named on the way: each place once, the shortest way first.
    pub reached: Vec<Reached>,
    /// The function itself, and those that it runs, in the same order.
    pub functions: Vec<DefId>,
    /// The types of the workspace that these make, name or take.
    pub types: Vec<DefId>,
}

impl Run {
    /// Through which functions one of them is run, itself the last: as far as it names anything.
    pub fn way(&self, within: DefId) -> Rc<[DefId]> {
        let known = self.reached.iter().find(|reached| reached.within == within);
        known.map_or_else(|| Rc::from([]), |reached| Rc::clone(&reached.through))
    }
}

/// A place that a step runs into, and through which functions: none where it stands in the step.
#[derive(Clone)]
pub struct Reached {
    pub path_use: PathUse,
    pub within: DefId,
    pub through: Rc<[DefId]>,
}

impl Graph<'_> {
    /// The reach of steps, compensations and handlers, which ends at others of them and at operations.
    pub fn reach(&self) -> &Reach {
        self.reach.get_or_init(|| {
            let ends = self.with_ctx().map(|mark| mark.def()).chain(self.operations());
            Reach::new(self, ends.collect())
        })
    }
}

impl Reach {
    pub fn new(graph: &Graph<'_>, ends: FxHashSet<DefId>) -> Self {
        // By the path's place: what a macro writes stands outside of the attribute's brackets.
        let declared: FxHashSet<(FileId, u32)> = graph
            .marks()
            .flat_map(|mark| mark.paths().map(move |meant| (mark.file(), meant.span.0)))
            .collect();
        let world = graph.world();
        let mut called: FxHashMap<DefId, Vec<PathUse>> = FxHashMap::default();
        let mut known = FxHashMap::default();
        for reference in graph.input.references.iter().filter(|reference| reference.role == Role::Call) {
            let Target::Def(to) = reference.to else { continue };
            let span = Some((reference.at, reference.at + reference.len));
            if world.is_std(to) {
                // Methods that reach the world are told, though they are the standard library's.
                let path = graph.beyond(reference.from, reference.to);
                let target = path.map(|path| PathTarget::Outside(path.into()));
                let path_use = target.map(|target| PathUse { target, file: reference.file, span });
                called.entry(reference.from).or_default().extend(path_use);
                continue;
            }
            let declares = world.def(to).parent.filter(|parent| world.def(*parent).kind == DefKind::Trait);
            let whose = declares.map_or(Whose::Known, Whose::OfTrait);
            // Where a macro calls several by one name, nothing is known.
            let place = known.entry((reference.file, reference.at)).or_insert(whose);
            if *place != whose {
                *place = Whose::Unknown;
            }
            // `ctx.load_account(…)` is the way that a step may go, and so is what its attribute lists.
            let by_ctx = ends.contains(&to)
                && (reference.how.is_dot() || declared.contains(&(reference.file, reference.at)));
            if is_runnable(graph, to) && !by_ctx {
                let path_use = PathUse { target: PathTarget::Workspace(to), file: reference.file, span };
                called.entry(reference.from).or_default().push(path_use);
            }
        }
        let (said, runs, by_attribute) = <(RefCell<_>, RefCell<_>, RefCell<_>)>::default();
        Reach { called, known, ends, said, runs, by_attribute }
    }

    /// What a step runs, itself or through what it calls.
    pub fn of(&self, graph: &Graph<'_>, step: DefId) -> Rc<Run> {
        if let Some(known) = self.runs.borrow().get(&step) {
            return Rc::clone(known);
        }
        let run = Rc::new(self.walk(graph, step, Implied::All, &[]));
        self.runs.borrow_mut().insert(step, Rc::clone(&run));
        run
    }

    /// All code of the workspace that a function runs with values of these types and that may decide what it makes of
    /// them, itself among it.
    pub fn run_by(&self, graph: &Graph<'_>, function: DefId, given: &[DefId]) -> Run {
        self.walk(graph, function, Implied::Data, given)
    }

    /// The same for what a function calls by name, and nothing that runs by itself.
    pub fn called_by(&self, graph: &Graph<'_>, function: DefId) -> Vec<Reached> {
        self.walk(graph, function, Implied::Asked, &[]).reached
    }

    fn walk(&self, graph: &Graph<'_>, step: DefId, implied: Implied, given: &[DefId]) -> Run {
        let (mut reached, mut functions) = (Vec::new(), Vec::new());
        let mut ways = Ways { step, before: FxHashMap::default(), left: VecDeque::from([step]) };
        let mut met = Met::default();
        given.iter().for_each(|ty| met.meet(graph, *ty, step));
        loop {
            while let Some(at) = ways.left.pop_front() {
                functions.push(at);
                let said = self.said(graph, at);
                let through: Rc<[DefId]> = ways.to(at).into();
                for path_use in &said.path_uses {
                    if let PathTarget::Workspace(next) = path_use.target {
                        self.follow(graph, &mut ways, at, next);
                    }
                    let (path_use, through) = (path_use.clone(), Rc::clone(&through));
                    reached.push(Reached { path_use, within: at, through });
                }
                met.take(at, &said.says);
            }
            let mut run = graph.impls().run_by(graph, &met, implied);
            if implied != Implied::Asked {
                for (ty, from) in met.types() {
                    run.extend(self.by_attribute(graph, ty).iter().map(|function| (from, *function)));
                }
            }
            for (from, function) in run {
                self.follow(graph, &mut ways, from, function);
            }
            if ways.left.is_empty() {
                let types = met.types().into_iter().map(|(ty, _)| ty).collect();
                return Run { reached, functions, types };
            }
        }
    }

    /// What one definition names itself.
    pub fn path_uses(&self, graph: &Graph<'_>, of: DefId) -> Vec<PathUse> {
        self.said(graph, of).path_uses.clone()
    }

    fn said(&self, graph: &Graph<'_>, of: DefId) -> Rc<Said> {
        if let Some(known) = self.said.borrow().get(&of) {
            return Rc::clone(known);
        }
        let names = body_names(graph, of);
        let whose = |it: &CalledName| {
            let known = self.known.get(&(it.file, it.at)).filter(|_| it.is_written());
            known.copied().unwrap_or(Whose::Unknown)
        };
        let mut path_uses = names.path_uses.clone();
        // Of several impls of one type, names alone tell by the arguments that are written.
        let owner = |path_use: &PathUse| match path_use.target {
            PathTarget::Workspace(id) => {
                graph.world().def(id).parent.and_then(|parent| graph.members.self_type(parent))
            }
            PathTarget::Outside(_) => None,
        };
        let is_told = |more: &PathUse| {
            names.path_uses.iter().any(|told| {
                told == more
                    || ((told.file, told.span) == (more.file, more.span)
                        && owner(more).is_some_and(|of| owner(told) == Some(of)))
            })
        };
        let more = self.called.get(&of).into_iter().flatten();
        path_uses.extend(more.filter(|path_use| !is_told(path_use)).cloned());
        let says = Says::new(graph, of, &names, &path_uses, whose);
        let said = Rc::new(Said { path_uses, says });
        self.said.borrow_mut().insert(of, Rc::clone(&said));
        said
    }

    fn by_attribute(&self, graph: &Graph<'_>, ty: DefId) -> Rc<[DefId]> {
        let of_type = || by_attribute(graph, ty).into();
        Rc::clone(self.by_attribute.borrow_mut().entry(ty).or_insert_with(of_type))
    }

    /// A function that is no end of the way is run as if its body stood here. What a static or a constant
    /// begins with names functions that it may be asked for.
    fn follow(&self, graph: &Graph<'_>, ways: &mut Ways, from: DefId, to: DefId) {
        let fresh = to != ways.step && !ways.before.contains_key(&to);
        if fresh && is_runnable(graph, to) && !self.ends.contains(&to) {
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
