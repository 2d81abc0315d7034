//! Marks in the graph: who owns what carries one, and what rules and questions ask of them.
//!
//! Long because it is all that the graph knows of marks; what one says by itself is in `marks`.

use super::permission::{Use, Verdict};
use super::{ContextId, Graph};
use crate::finding::Place;
use crate::marks;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::summary::Cfg;
use stateline_rust::{DefId, DefKind, Invoked, Meant, Reference, Role, Symbol, Target, Text};
use stateline_schema::attribute::{Attribute, process_function};
use stateline_schema::map::{CodeKind, Version};
use stateline_schema::{Path, Process, Span, Spanned, Step};
use std::ops::Deref;

/// A mark, and the context that owns what carries it.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'g> {
    said: marks::Mark<'g>,
    pub owner: Option<ContextId>,
}

impl<'g> Deref for Mark<'g> {
    type Target = marks::Mark<'g>;

    fn deref(&self) -> &marks::Mark<'g> {
        &self.said
    }
}

/// What is asked again and again: looked up once.
#[derive(Debug, Default)]
pub(super) struct MarkIndex {
    /// What carries a mark in ordinary code, with the numbers of its marks in the world.
    kept: FxHashMap<DefId, Vec<usize>>,
    /// The numbers of steps and compensations, by the function's name.
    steps: FxHashMap<Symbol, Vec<usize>>,
    operations: FxHashSet<DefId>,
    /// Contexts whose steps are functions with an attribute.
    using: FxHashSet<ContextId>,
}

impl<'g> Graph<'g> {
    /// Everything that carries an attribute of ours, and every `process!`, in the order of the code.
    pub fn marks(&self) -> impl Iterator<Item = Mark<'g>> {
        self.input.world.invoked.iter().map(|found| self.mark(found))
    }

    /// One of the world's marks, with all that it says.
    fn mark(&self, found: &'g Invoked) -> Mark<'g> {
        Mark { said: marks::Mark::new(self.input.world, found), owner: self.regions.owner(found.item) }
    }

    /// The marks on a definition.
    pub fn marks_of(&self, id: DefId) -> impl Iterator<Item = Mark<'g>> {
        self.marks().filter(move |mark| mark.def() == id)
    }
}

impl<'g> Graph<'g> {
    /// Marks of a kind in ordinary code, in the order of the code. Tests play with them as they like.
    pub fn marked(&self, kind: Attribute) -> impl Iterator<Item = Mark<'g>> {
        let index = self.index();
        self.marks().filter(move |mark| mark.kind == kind && index.kept.contains_key(&mark.def()))
    }

    /// Whether a function is an operation by its attribute.
    pub fn is_operation(&self, id: DefId) -> bool {
        self.index().operations.contains(&id)
    }

    /// Functions that are operations by their attribute, in no order.
    pub fn operations(&self) -> impl Iterator<Item = DefId> {
        self.index().operations.iter().copied()
    }

    /// Functions that have a ctx: steps, compensations and handlers.
    pub fn with_ctx(&self) -> impl Iterator<Item = Mark<'g>> {
        self.stepped().chain(self.marked(Attribute::Receives))
    }

    /// The mark of a kind on a definition.
    pub fn mark_on(&self, id: DefId, kind: Attribute) -> Option<Mark<'g>> {
        let marks: &'g [Invoked] = &self.input.world.invoked;
        let kept = self.index().kept.get(&id).into_iter().flatten();
        kept.map(|index| self.mark(&marks[*index])).find(|mark| mark.kind == kind)
    }

    /// Steps and compensations whose function has this name.
    pub fn stepped_as(&self, name: &str) -> impl Iterator<Item = Mark<'g>> {
        let marks: &'g [Invoked] = &self.input.world.invoked;
        let name = self.world().symbols.find(name);
        let named = name.and_then(|name| self.index().steps.get(&name)).into_iter().flatten();
        named.map(|index| self.mark(&marks[*index]))
    }

    /// Whether the steps of a context are functions with an attribute: then no other function is one.
    pub fn uses_macros(&self, context: ContextId) -> bool {
        self.index().using.contains(&context)
    }

    /// Functions with `#[step]` or `#[compensation]`.
    pub fn stepped(&self) -> impl Iterator<Item = Mark<'g>> {
        [Attribute::Step, Attribute::Compensation].into_iter().flat_map(|kind| self.marked(kind))
    }

    /// The functions of a process's context that are its step or its compensation of that name, by
    /// their attribute.
    pub fn marked_for(&self, process: &Process, path: &Path, kind: Attribute) -> Vec<Mark<'g>> {
        let Some(context) = self.context_of(process) else { return Vec::new() };
        let single = path.segments().count() == 1;
        let functions = if single { Vec::new() } else { self.functions(context, path) };
        let ours = self.stepped_as(path.last()).filter(|mark| match single {
            true => mark.owner == Some(context),
            false => functions.contains(&mark.def()),
        });
        let ours = ours.filter(|mark| mark.kind == kind);
        ours.filter(|mark| says(*mark, process)).collect()
    }

    /// The process that a step or compensation says it belongs to.
    pub fn process_of(&self, mark: Mark<'_>) -> Option<&'g Process> {
        self.input.map.processes.values().find(|process| says(mark, process))
    }

    /// Where the map lists what a mark says to be: each version's entry, and the line of it that names
    /// the function.
    pub fn listings(&self, mark: Mark<'_>) -> Vec<(&'g Step, Span)> {
        let Some(process) = self.process_of(mark) else { return Vec::new() };
        let name = self.world().text(self.world().def(mark.def()).name);
        let steps = process.versions().flat_map(|version: &Version| &version.steps);
        let entry = |step: &'g Step| match mark.kind {
            Attribute::Compensation => {
                let undo = step.compensated_by.as_ref()?;
                (undo.value.last() == name).then_some((step, undo.span))
            }
            _ => (step.function().value == name).then_some((step, step.function().span)),
        };
        steps.filter_map(entry).collect()
    }

    /// Whether the map lets the context of a step call a function: its own always.
    pub fn may_call(&self, mark: Mark<'_>, function: DefId) -> bool {
        let Some(from) = mark.owner else { return false };
        let verdict = self.permissions.judge(Use::of(from, function));
        self.regions.owner(function) == Some(from) || matches!(verdict, Verdict::Allowed(_))
    }

    /// Whether what carries a mark is there in some build: `#[cfg(any())]` never is.
    pub fn is_ever(&self, mark: Mark<'_>) -> bool {
        let world = self.world();
        let cfg = world.item(mark.def()).and_then(|item| item.cfg);
        cfg.is_none_or(|cfg| !never(&world.summary(mark.file()).cfgs[cfg]))
    }

    /// Whether a function stands in an impl or a trait.
    pub fn is_associated(&self, id: DefId) -> bool {
        let parent = self.world().def(id).parent.map(|parent| self.world().def(parent).kind);
        matches!(parent, Some(DefKind::Impl | DefKind::Trait))
    }

    /// The calls of `process!` for a process.
    pub fn chains_of(&self, process: &Process) -> impl Iterator<Item = Mark<'g>> {
        self.marked(Attribute::Process).filter(|mark| says(*mark, process))
    }

    /// Where `process!` makes the chain of a process.
    pub fn at_chains(&self, process: &Process) -> Vec<Place> {
        let said = |mark: Mark<'g>| mark.process().map(|said| (mark.file(), said.span));
        let chains = self.chains_of(process).filter_map(said);
        chains.map(|(file, span)| self.at_code(file, span, "its chain is made here")).collect()
    }

    /// What a context may publish on, where the map says so, and that in words.
    pub fn publications(&self, context: ContextId) -> (Span, String) {
        let context = self.context(context);
        let who = &context.name.value;
        let topics: Vec<&str> =
            context.publishes.iter().map(|topic: &Spanned<String>| &*topic.value).collect();
        match context.publishes.first() {
            None => (context.name.span, format!("`{who}` publishes nothing")),
            Some(first) => (first.span, format!("`{who}` publishes {}", topics.join(", "))),
        }
    }

    fn index(&self) -> &MarkIndex {
        self.marks_index.get_or_init(|| {
            let mut index = MarkIndex::default();
            let mut seen = FxHashSet::default();
            for (number, mark) in self.marks().enumerate() {
                let ordinary = self.codes.of(self.world(), mark.def()) == CodeKind::Main;
                // A file that two targets hold, a library and its program, is told once.
                if !ordinary || !seen.insert((mark.file(), mark.span, mark.kind)) {
                    continue;
                }
                index.kept.entry(mark.def()).or_default().push(number);
                if matches!(mark.kind, Attribute::Step | Attribute::Compensation) {
                    let name = self.world().def(mark.def()).name;
                    index.steps.entry(name).or_default().push(number);
                }
                match (mark.kind, mark.owner) {
                    (Attribute::Operation, _) => drop(index.operations.insert(mark.def())),
                    (Attribute::Step | Attribute::Compensation | Attribute::Process, Some(owner)) => {
                        index.using.insert(owner);
                    }
                    _ => {}
                }
            }
            index
        })
    }
}

impl<'g> Graph<'g> {
    /// What steps do through their ctx although they do not list it: operations that they call, messages
    /// that they publish.
    pub fn unlisted(&self) -> Vec<(Mark<'g>, &'g Reference, DefId)> {
        let does = |mark: &Mark<'_>| {
            matches!(mark.kind, Attribute::Step | Attribute::Compensation | Attribute::Receives)
        };
        let steps: FxHashMap<DefId, Mark<'g>> =
            self.marks().filter(does).map(|mark| (mark.def(), mark)).collect();
        if steps.is_empty() {
            return Vec::new();
        }
        let done = |kind| matches!(kind, Attribute::Operation | Attribute::Message);
        let through: FxHashSet<DefId> =
            self.marks().filter(|mark| done(mark.kind)).map(|mark| mark.def()).collect();
        let references: &'g [Reference] = self.input.references;
        let calls = references.iter().filter(|found| found.how.is_dot() && found.role == Role::Call);
        let unlisted = |found: &'g Reference| {
            let Target::Def(def) = found.to else { return None };
            let mark = steps.get(&found.from).filter(|_| through.contains(&def))?;
            let is_it = |meant: &Meant| meant.def.and_then(|def| self.world().unalias(def)) == Some(def);
            let listed = mark.called().iter().chain(mark.published()).any(is_it);
            (!listed).then_some((*mark, found, def))
        };
        calls.filter_map(unlisted).collect()
    }
}

impl Graph<'_> {
    /// What a function does to the world, if it is an operation that says so.
    pub fn effect(&self, operation: DefId) -> Option<&str> {
        let mut marks = self.marks_of(operation).filter(|mark| mark.kind == Attribute::Operation);
        marks.find_map(|mark| mark.effect.map(|effect| &*effect.text))
    }

    /// What a runner does about a call of it that a crash left without an answer.
    pub fn after_crash(&self, operation: DefId) -> Option<AfterCrash> {
        let mut marks = self.marks_of(operation).filter(|mark| mark.kind == Attribute::Operation);
        let mark = marks.next()?;
        let inquiry = mark.inquiry().and_then(|meant| meant.def);
        Some(match (&*mark.effect?.text, inquiry, mark.idempotent_for()) {
            ("read", _, _) => AfterCrash::Repeats(None),
            (_, Some(inquiry), _) => AfterCrash::Asks(self.path(inquiry)),
            ("write", None, Some(within)) => AfterCrash::Repeats(Some(within.text.to_string())),
            _ => AfterCrash::Parks,
        })
    }
}

/// What a runner does about a call whose answer it never got.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AfterCrash {
    /// It asks the operation's inquiry, which has this path, what became of it.
    Asks(String),
    /// It makes the call again: with the same key within this time, if one is given.
    Repeats(Option<String>),
    /// It parks the instance: nothing says whether the call was carried out.
    Parks,
}

/// What one attribute says of what carries it.
#[derive(Clone, Debug)]
pub struct MarkDetails {
    pub kind: Attribute,
    pub process: Option<String>,
    pub topic: Option<String>,
    pub effect: Option<String>,
    /// The path of the function that stands in for an operation.
    pub rehearsed_by: Option<String>,
    /// What a runner does about a call of an operation that a crash left without an answer.
    pub after_crash: Option<AfterCrash>,
    /// The operations that a step calls.
    pub calls: Vec<CalledOperation>,
    /// The paths of the messages that it publishes.
    pub publishes: Vec<String>,
}

/// An operation that a step calls.
#[derive(Clone, Debug)]
pub struct CalledOperation {
    pub path: String,
    /// What it does to the world, where it says so.
    pub effect: Option<String>,
    pub after_crash: Option<AfterCrash>,
}

impl Graph<'_> {
    /// What the attributes on a definition say.
    pub(super) fn mark_details(&self, id: DefId) -> Vec<MarkDetails> {
        self.marks_of(id)
            .filter(|mark| !matches!(mark.kind, Attribute::Environment | Attribute::Failure))
            .map(|mark| self.details(&mark))
            .collect()
    }

    fn details(&self, mark: &Mark<'_>) -> MarkDetails {
        let text = |said: Option<&Text>| said.map(|said| said.text.to_string());
        let called = |meant: &Meant| {
            let def = meant.def?;
            let (path, effect) = (self.path(def), self.effect(def).map(str::to_owned));
            Some(CalledOperation { path, effect, after_crash: self.after_crash(def) })
        };
        let after_crash = match mark.kind {
            Attribute::Operation => self.after_crash(mark.def()),
            _ => None,
        };
        MarkDetails {
            kind: mark.kind,
            process: text(mark.process()),
            topic: text(mark.topic),
            effect: text(mark.effect),
            rehearsed_by: mark.stand_in().and_then(|meant| meant.def).map(|def| self.path(def)),
            after_crash,
            calls: mark.called().iter().filter_map(called).collect(),
            publishes: mark
                .published()
                .iter()
                .filter_map(|meant| meant.def)
                .map(|def| self.path(def))
                .collect(),
        }
    }
}

/// Whether a mark names a process: `process!(payout_eu)` is that of `payout-eu`.
fn says(mark: Mark<'_>, process: &Process) -> bool {
    let name = &*process.name.value;
    mark.process().is_some_and(|said| match mark.kind {
        Attribute::Process => {
            let function = said.text.strip_prefix("r#").unwrap_or(&said.text);
            process_function(name) == function
        }
        _ => *said.text == *name,
    })
}

/// Whether a condition holds in no build at all.
fn never(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::Any(all) => all.iter().all(never),
        Cfg::All(all) => all.iter().any(never),
        _ => false,
    }
}
