//! The lock that the code would have.

use crate::finding::Place;
use crate::graph::chain::{StepTypes, step_types};
use crate::graph::shape::Shape;
use crate::graph::stored::topic_message;
use crate::graph::{Graph, Mark};
use crate::wire::Wire;
use rustc_hash::FxHashMap;
use stateline_rust::summary::ItemKind;
use stateline_rust::{DefId, FileId, Meant, Target};
use stateline_schema::attribute::{Attribute, REQUEST};
use stateline_schema::lock::{
    Lock, LockedAwait, LockedCall, LockedMessage, LockedOperation, LockedProcess, LockedStep,
};
use stateline_schema::map::{OnFailure, Version};
use stateline_schema::shape::{Definition, Plain, Term};
use stateline_schema::{Process, Span, Spanned, Step};
use std::collections::BTreeMap;

/// The lock of a workspace as it is, with the places of what it says.
pub struct Tree {
    /// What is served, with all shapes. Places in it are those of the map.
    pub lock: Lock,
    /// Where types and their members stand in the code, by the type's name and the member's.
    places: FxHashMap<(String, String), (FileId, (u32, u32))>,
    /// The functions of steps and operations.
    functions: FxHashMap<String, DefId>,
}

impl Tree {
    /// Reads it from the code. With `all`, every type that serde writes is in it, also where nothing leads
    /// to it.
    pub fn new(graph: &Graph<'_>, all: bool) -> Tree {
        let mut reader = Reader {
            graph,
            wire: Wire::new(graph),
            tree: Tree {
                lock: Lock::default(),
                places: FxHashMap::default(),
                functions: FxHashMap::default(),
            },
        };
        reader.processes();
        reader.messages();
        reader.operations();
        if all {
            for id in reader.wire.all() {
                if !reader.wire.has_parameters(id) {
                    reader.wire.named(id);
                }
            }
        }
        let Reader { wire, mut tree, .. } = reader;
        tree.lock.types = wire.types;
        if !all {
            // What stands for a parameter that holds nothing is no data.
            tree.lock.types = reached(&tree.lock);
        }
        tree.places = wire.places;
        tree
    }

    /// Where a type, or a member of it, stands in the code.
    pub fn place(&self, graph: &Graph<'_>, name: &str, member: &str, label: &str) -> Option<Place> {
        let key = |member: &str| (name.to_owned(), member.to_owned());
        let found = self.places.get(&key(member)).or_else(|| self.places.get(&key("")))?;
        Some(graph.at_code(found.0, found.1, label.to_owned()))
    }

    /// The function of a step (`process version step`) or an operation.
    pub fn function(&self, name: &str) -> Option<DefId> {
        self.functions.get(name).copied()
    }
}

struct Reader<'r> {
    graph: &'r Graph<'r>,
    wire: Wire<'r>,
    tree: Tree,
}

impl<'r> Reader<'r> {
    fn processes(&mut self) {
        let map = self.graph.input.map;
        for process in map.processes.values() {
            for version in process.versions() {
                let locked = self.version(process, version);
                let key = (locked.name.value.clone(), locked.version);
                self.tree.lock.processes.insert(key, locked);
            }
        }
    }

    fn version(&mut self, process: &Process, version: &Version) -> LockedProcess {
        let steps = version.steps.iter().map(|step| self.step(process, version, step)).collect();
        LockedProcess {
            name: process.name.clone(),
            version: version.number.value,
            key: process.key.as_ref().map(|key| key.value.clone()),
            rolls_back: process.on_failure.as_ref().is_some_and(|said| said.value == OnFailure::Rollback),
            steps,
        }
    }

    fn step(&mut self, process: &Process, version: &Version, step: &Step) -> LockedStep {
        let graph = self.graph;
        let function = graph.step_function(process, step.function());
        let undo = graph.undo_function(process, step);
        let types = function.and_then(|function| step_types(graph, function));
        if let Some(function) = function {
            let name = step_key(&process.name.value, version.number.value, &step.name.value);
            self.tree.functions.insert(name, function);
        }
        if let Some(undo) = undo {
            let name = undo_key(&process.name.value, version.number.value, &step.name.value);
            self.tree.functions.insert(name, undo);
        }
        let at = step.name.span;
        let (takes, returns) = match &types {
            Some(StepTypes { input, output, .. }) => (self.wire.term(input), self.wire.term(output)),
            None => (Term::opaque("not_found", None), Term::opaque("not_found", None)),
        };
        let stored = |of: Option<&Shape>| of.map_or_else(|| "_".to_owned(), |shape| stored(graph, shape));
        let calls = |function: Option<DefId>, kind| {
            let mark = graph.mark_on(function?, kind)?;
            Some(self.calls(mark))
        };
        let code = |function| graph.world().item(function).map(|item| item.code);
        LockedStep {
            name: step.name.clone(),
            stored_input: stored(types.as_ref().map(|types| &types.input)),
            stored_output: stored(types.as_ref().map(|types| &types.output)),
            takes: Spanned::new(takes, at),
            returns: Spanned::new(returns, at),
            awaits: step.awaits.iter().map(|awaited| self.awaited(awaited)).collect(),
            calls: calls(function, Attribute::Step),
            undone_by: step
                .compensated_by
                .as_ref()
                .map(|by| Spanned::new(by.value.last().to_owned(), by.span)),
            undoing_calls: calls(undo, Attribute::Compensation),
            undoing_code: undo.and_then(code),
            code: function.and_then(code),
        }
    }

    fn awaited(&self, awaited: &stateline_schema::map::Await) -> Spanned<LockedAwait> {
        let topic = self.graph.input.map.topic(&awaited.topic);
        let by = awaited.by.as_ref().or(topic.and_then(|topic| topic.key.as_ref()));
        let locked = LockedAwait {
            topic: awaited.topic.value.clone(),
            by: by.map(|by| by.value.clone()),
            fills: awaited.fills.iter().map(|field| field.value.clone()).collect(),
        };
        Spanned::new(locked, awaited.topic.span)
    }

    fn calls(&self, mark: Mark<'_>) -> Vec<LockedCall> {
        let call = |meant: &Meant| {
            let called = self.graph.world().origin(meant.def?);
            let effect = self.graph.effect(called).unwrap_or("unknown").to_owned();
            Some(LockedCall { operation: self.operation_name(called), effect })
        };
        mark.called().iter().filter_map(call).collect()
    }

    /// An operation as logs name it: its context, and the function's name.
    fn operation_name(&self, function: DefId) -> String {
        let world = self.graph.world();
        let name = world.text(world.def(function).name);
        let owner = self.graph.regions.owner(function).map(|context| self.graph.name(context));
        format!("{}::{name}", owner.unwrap_or("_"))
    }

    fn messages(&mut self) {
        let map = self.graph.input.map;
        for topic in map.topics.values() {
            let Some(message) = topic_message(self.graph, &topic.name.value) else { continue };
            let locked = LockedMessage {
                topic: topic.name.clone(),
                term: self.wire.named(message),
                from: map
                    .publishers(&topic.name.value)
                    .map(|(context, _)| context.name.value.clone())
                    .collect(),
                key: topic.key.as_ref().map(|key| key.value.clone()),
            };
            self.tree.lock.messages.insert(topic.name.value.clone(), locked);
        }
    }

    fn operations(&mut self) {
        let graph = self.graph;
        for mark in graph.marked(Attribute::Operation) {
            let function = mark.def();
            let name = self.operation_name(function);
            let Some(ItemKind::Function(item)) = graph.world().item(function).map(|item| &item.kind) else {
                continue;
            };
            let takes = match request(graph, function) {
                Some(request) => self.wire.named(request),
                None => Term::opaque("not_found", None),
            };
            let site = graph.world().site(function);
            let returns = match item.ret {
                Some(ret) => self.wire.term(&Shape::of(graph, site, ret)),
                None => Plain::Unit.into(),
            };
            let nowhere = Span::default();
            let locked = LockedOperation {
                name: Spanned::new(name.clone(), nowhere),
                effect: mark.effect.map_or("unknown", |effect| &effect.text).to_owned(),
                takes: Spanned::new(takes, nowhere),
                returns: Spanned::new(returns, nowhere),
            };
            self.tree.functions.insert(name.clone(), function);
            self.tree.lock.operations.insert(name, locked);
        }
    }
}

/// The types to which something in a lock leads.
pub(super) fn reached(lock: &Lock) -> BTreeMap<String, Definition> {
    let steps = lock.processes.values().flat_map(|process| &process.steps);
    let of_steps = steps.flat_map(|step| [&step.takes.value, &step.returns.value]);
    let of_messages = lock.messages.values().map(|message| &message.term);
    let of_operations = lock.operations.values().flat_map(|it| [&it.takes.value, &it.returns.value]);
    lock.reached(of_steps.chain(of_messages).chain(of_operations))
}

/// By what the function of a step is found.
pub(super) fn step_key(process: &str, version: u32, step: &str) -> String {
    format!("{process} {version} {step}")
}

/// By what the compensation of a step is found.
pub(super) fn undo_key(process: &str, version: u32, step: &str) -> String {
    format!("{process} {version} {step} undone")
}

/// The type of an operation's request, which the macro derives.
fn request(graph: &Graph<'_>, operation: DefId) -> Option<DefId> {
    let world = graph.world();
    let module = world.def(operation).parent?;
    let beside = world.in_scope(module, world.def(operation).name)?.types?;
    let Target::Def(beside) = beside.target else { return None };
    let request = world.in_scope(beside, world.symbols.find(REQUEST)?)?.types?;
    match request.target {
        Target::Def(request) => Some(request),
        Target::Outside(_) => None,
    }
}

/// A type's name as it is stored: without the modules that it stands in, as the runtime has it.
fn stored(graph: &Graph<'_>, shape: &Shape) -> String {
    let world = graph.world();
    let list = |parts: &[Shape]| parts.iter().map(|part| stored(graph, part)).collect::<Vec<_>>().join(", ");
    let with = |name: &str, args: &[Shape]| match args {
        [] => name.to_owned(),
        args => format!("{name}<{}>", list(args)),
    };
    match shape {
        Shape::Named(id, args) => with(world.text(world.def(*id).name), args),
        Shape::Outside(path, args) => with(path.rsplit("::").next().unwrap_or(path), args),
        Shape::Primitive(name) => world.text(*name).to_owned(),
        Shape::Tuple(parts) if parts.len() == 1 => format!("({},)", list(parts)),
        Shape::Tuple(parts) => format!("({})", list(parts)),
        Shape::Ref(inner) => format!("&{}", stored(graph, inner)),
        Shape::Slice(inner) => format!("[{}]", stored(graph, inner)),
        Shape::Array(inner, length) => {
            let length = match length {
                crate::graph::shape::Length::Number(number) => number.to_string(),
                crate::graph::shape::Length::Constant(name, _) => name.clone(),
                crate::graph::shape::Length::Expression(..) => "_".to_owned(),
            };
            format!("[{}; {length}]", stored(graph, inner))
        }
        Shape::Open(_) => "_".to_owned(),
    }
}
