//! A copy of the map over the same code, which a rule changes to plant a violation in it.

use super::UNDECLARED_CALL;
use crate::graph::Input;
use crate::graph::lookup::Found;
use crate::graph::permission::Verdict;
use crate::graph::{ContextId, Graph, Use};
use stateline_rust::{Coverage, DefId, DefKind, How, Reference, Role, Target};
use stateline_schema::lock::Lock;
use stateline_schema::map::{Await, CodeKind, Version};
use stateline_schema::{
    Context, Date, Exception, Exceptions, Map, Path, Process, SourceId, Span, Spanned, Step, Tolerated, Topic,
};

/// So many items of a context are tried.
const SAMPLE: usize = 64;

/// A copy of the map and its exceptions, with the references that are planted and no others.
pub struct Sandbox<'p> {
    /// What is really there.
    pub graph: &'p Graph<'p>,
    pub map: Map,
    pub exceptions: Exceptions,
    pub references: Vec<Reference>,
    pub coverage: Coverage,
    /// What is locked.
    pub lock: Option<Lock>,
}

impl<'p> Sandbox<'p> {
    pub(crate) fn new(graph: &'p Graph<'p>) -> Self {
        let Input { map, exceptions, coverage, .. } = graph.input;
        let (map, exceptions) = (map.clone(), exceptions.clone());
        let lock = graph.input.lock.cloned();
        Sandbox { graph, map, exceptions, references: Vec::new(), coverage, lock }
    }

    pub(crate) fn input(&self) -> Input<'_> {
        Input {
            references: &self.references,
            coverage: self.coverage,
            map: &self.map,
            exceptions: &self.exceptions,
            lock: self.lock.as_ref(),
            base: None,
            population: None,
            ..self.graph.input
        }
    }

    /// Contexts with ordinary code to plant in.
    pub fn contexts(&self) -> Vec<ContextId> {
        self.graph.contexts().filter(|context| self.root(*context).is_some()).collect()
    }

    /// A module of ordinary code of a context.
    pub fn root(&self, context: ContextId) -> Option<DefId> {
        let ours = |id: &DefId| {
            self.graph.regions.owner(*id) == Some(context)
                && self.graph.codes.of(self.graph.world(), *id) == CodeKind::Main
        };
        self.graph.regions.roots[context.index()].iter().copied().find(ours)
    }

    /// Free functions, types, traits and constants of a context, in ordinary code, each of which its path
    /// names alone: what is planted is planted by its path.
    pub fn items(&self, context: ContextId) -> impl Iterator<Item = DefId> + '_ {
        let world = self.graph.world();
        self.graph.defs().filter(move |id| {
            let def = world.def(*id);
            let in_module = def.parent.is_some_and(|parent| world.def(parent).kind == DefKind::Module);
            is_nameable(def.kind)
                && in_module
                // What a macro derives is nothing by itself.
                && world.origin(*id) == *id
                && self.graph.regions.owner(*id) == Some(context)
                && self.graph.codes.of(world, *id) == CodeKind::Main
                && self.is_named_alone(context, *id)
        })
    }

    /// A program may be called as a library, and a procedural macro as its function.
    fn is_named_alone(&self, context: ContextId, id: DefId) -> bool {
        let Ok(path) = Path::parse(&self.graph.path(id)) else { return false };
        matches!(self.graph.lookup().path(context, &path), Found::Items(items) if *items == [id])
    }

    /// The first of them.
    pub fn sample(&self, context: ContextId) -> Vec<DefId> {
        self.items(context).take(SAMPLE).collect()
    }

    /// Free functions of a context, in ordinary code.
    pub fn functions(&self, context: ContextId) -> impl Iterator<Item = DefId> + '_ {
        self.items(context).filter(|id| self.graph.world().def(*id).kind == DefKind::Function)
    }

    /// A name.
    pub fn text(&self, id: DefId) -> &'p str {
        self.graph.world().text(self.graph.world().def(id).name)
    }

    /// Whether ordinary code of a context may name an item.
    pub fn judge(&self, from: ContextId, item: DefId) -> Verdict {
        self.graph.permissions.judge(Use::of(from, item))
    }

    /// A reference, as if code in `from` named or called `to`.
    pub fn reference(&self, from: DefId, to: DefId) -> Reference {
        let world = self.graph.world();
        let role = match world.def(to).kind {
            DefKind::Function => Role::Call,
            _ => Role::Signature,
        };
        let file = world.def(from).file;
        Reference {
            file,
            at: 0,
            len: 0,
            from,
            to: Target::Def(to),
            derived: None,
            enabled: true,
            test: false,
            how: How::Path,
            role,
        }
    }

    /// Plants a reference.
    pub fn refer(&mut self, from: DefId, to: DefId) {
        let reference = self.reference(from, to);
        self.references.push(reference);
    }

    /// A context's part of the map, to change it.
    pub fn context(&mut self, context: ContextId) -> Option<&mut Context> {
        let name = self.graph.name(context).to_owned();
        self.map.contexts.get_mut(&name)
    }

    /// Plants a permission to call.
    pub fn permit_call(&mut self, from: ContextId, to: ContextId, function: DefId) -> Option<()> {
        let path = Path::parse(&self.graph.path(function)).ok()?;
        let to = self.graph.name(to).to_owned();
        let calls = &mut self.context(from)?.permits.calls;
        if !calls.contains(&to) {
            calls.insert(planted(&to), Vec::new());
        }
        calls.get_mut(&to)?.push(Spanned::new(path, NOWHERE));
        Some(())
    }

    /// Plants a topic with some type as its message.
    pub fn topic(&mut self, name: &str, message: Option<Path>) {
        let topic = Topic {
            name: planted(name),
            message: message.map(|path| Spanned::new(path, NOWHERE)),
            ..Topic::default()
        };
        self.map.topics.insert(planted(name), topic);
    }

    /// Plants a process of a context.
    pub fn process(&mut self, context: ContextId, steps: Vec<Step>) {
        let line = Version { number: Spanned::new(1, NOWHERE), steps, nonlinear: Vec::new() };
        let process = Process {
            name: planted("planted"),
            context: Some(planted(self.graph.name(context))),
            current: line,
            ..Process::default()
        };
        self.map.processes.insert(planted("planted"), process);
    }

    /// Plants an exception for something that is nowhere.
    pub fn exception(&mut self, until: Option<Date>) {
        self.exceptions.entries.push(Exception {
            folder: None,
            span: NOWHERE,
            tolerates: vec![Tolerated::Rule {
                rule: planted(UNDECLARED_CALL.name),
                at: Some(planted("planted/")),
            }],
            reason: Some(planted("planted")),
            owner: Some(planted("planted")),
            issue: None,
            until: until.map(|day| Spanned::new(day, NOWHERE)),
        });
    }
}

/// A place that planted things pretend to stand at.
pub(super) const NOWHERE: Span = Span { source: SourceId(0), start: 0, end: 0 };

/// A text that pretends to stand in the map.
pub(super) fn planted(text: &str) -> Spanned<String> {
    Spanned::new(text.to_owned(), NOWHERE)
}

/// A step of a name.
pub(super) fn step(name: &str) -> Step {
    Step { name: planted(name), ..Step::default() }
}

/// What a step awaits on a topic.
pub(super) fn awaiting(topic: &str) -> Await {
    Await { topic: planted(topic), ..Await::default() }
}

/// Whether a definition is something that others could name.
fn is_nameable(kind: DefKind) -> bool {
    matches!(
        kind,
        DefKind::Function
            | DefKind::Struct
            | DefKind::Enum
            | DefKind::Union
            | DefKind::Trait
            | DefKind::Const
    )
}
