//! Steps, compensations, operations and messages, as attributes make them beyond doubt.

use super::permission::Verdict;
use super::{ContextId, Graph, Mark};
use crate::finding::Place;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::read::{Cfg, MarkKind};
use stateline_rust::resolve::world::Symbol;
use stateline_rust::resolve::{DefId, DefKind, Marked};
use stateline_schema::map::{CodeKind, Version};
use stateline_schema::{Path, Process, Span, Spanned, Step};

/// What is asked again and again: looked up once.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// What carries a mark in ordinary code, with the numbers of its marks in the world.
    kept: FxHashMap<DefId, Vec<usize>>,
    /// The numbers of steps and compensations, by the function's name.
    steps: FxHashMap<Symbol, Vec<usize>>,
    operations: FxHashSet<DefId>,
    /// Contexts whose steps are functions with an attribute.
    using: FxHashSet<ContextId>,
}

impl<'g> Graph<'g> {
    /// Marks of a kind in ordinary code, in the order of the code. Tests play with them as they like.
    pub fn marked(&self, kind: MarkKind) -> impl Iterator<Item = Mark<'g>> {
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

    /// The mark of a kind on a definition.
    pub fn mark_on(&self, id: DefId, kind: MarkKind) -> Option<Mark<'g>> {
        let marks: &'g [Marked] = &self.input.world.marks;
        let kept = self.index().kept.get(&id).into_iter().flatten();
        kept.map(|index| self.mark(&marks[*index])).find(|mark| mark.kind == kind)
    }

    /// Steps and compensations whose function has this name.
    pub fn stepped_as(&self, name: &str) -> impl Iterator<Item = Mark<'g>> {
        let marks: &'g [Marked] = &self.input.world.marks;
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
        [MarkKind::Step, MarkKind::Compensation].into_iter().flat_map(|kind| self.marked(kind))
    }

    /// The functions of a process's context that are its step or its compensation of that name, by
    /// their attribute.
    pub fn marked_for(&self, process: &Process, path: &Path, kind: MarkKind) -> Vec<Mark<'g>> {
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
            MarkKind::Compensation => {
                let undo = step.compensated_by.as_ref()?;
                (undo.value.last() == name).then_some((step, undo.span))
            }
            _ => (step.name.value == name).then_some((step, step.name.span)),
        };
        steps.filter_map(entry).collect()
    }

    /// Whether the map lets the context of a step call a function: its own always.
    pub fn may_call(&self, mark: Mark<'_>, function: DefId) -> bool {
        let Some(from) = mark.owner else { return false };
        let verdict = self.permissions.judge(self.lookup(), from, function, CodeKind::Main, false);
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
        self.marked(MarkKind::Process).filter(|mark| says(*mark, process))
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
            None => (context.name.span, format!("{who} publishes nothing")),
            Some(first) => (first.span, format!("{who} publishes {}", topics.join(", "))),
        }
    }

    fn index(&self) -> &Index {
        self.marks_index.get_or_init(|| {
            let mut index = Index::default();
            let mut seen = FxHashSet::default();
            for (number, mark) in self.marks().enumerate() {
                let ordinary = self.codes.of(self.world(), mark.def()) == CodeKind::Main;
                // A file that two targets hold, a library and its program, is told once.
                if !ordinary || !seen.insert((mark.file(), mark.span, mark.kind)) {
                    continue;
                }
                index.kept.entry(mark.def()).or_default().push(number);
                if matches!(mark.kind, MarkKind::Step | MarkKind::Compensation) {
                    let name = self.world().def(mark.def()).name;
                    index.steps.entry(name).or_default().push(number);
                }
                match (mark.kind, mark.owner) {
                    (MarkKind::Operation, _) => drop(index.operations.insert(mark.def())),
                    (MarkKind::Step | MarkKind::Compensation | MarkKind::Process, Some(owner)) => {
                        index.using.insert(owner);
                    }
                    _ => {}
                }
            }
            index
        })
    }
}

/// Whether a mark names a process: `process!(payout_eu)` is that of `payout-eu`.
fn says(mark: Mark<'_>, process: &Process) -> bool {
    let name = &*process.name.value;
    mark.process().is_some_and(|said| match mark.kind {
        MarkKind::Process => {
            let function = said.text.strip_prefix("r#").unwrap_or(&said.text);
            name.replace('-', "_") == function
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
