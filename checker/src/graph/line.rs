//! Processes and the functions that they are made of.

use super::lookup::Found;
use super::{ContextId, Graph};
use rustc_hash::FxHashMap;
use stateline_rust::{DefId, DefKind, Symbol};
use stateline_schema::attribute::Attribute;
use stateline_schema::{Path, Process, Step};

impl Graph<'_> {
    /// The context whose steps a process is made of.
    pub fn context_of(&self, process: &Process) -> Option<ContextId> {
        ContextId::find(self.input.map, &process.context.as_ref()?.value)
    }

    /// The free functions of a context that a process may mean by a path: those that the path leads
    /// to, or, for a single name, those of that name anywhere in the context.
    pub fn functions(&self, context: ContextId, path: &Path) -> Vec<DefId> {
        let ours = |id: &DefId| self.regions.owner(*id) == Some(context);
        if let Found::Items(items) = self.lookup().path(context, path) {
            let found: Vec<DefId> =
                items.into_iter().filter(|id| self.is_free_function(*id) && ours(id)).collect();
            if !found.is_empty() {
                return found;
            }
        }
        let single = path.segments().count() == 1;
        let everywhere = if single { self.free_functions(path.last()) } else { Vec::new() };
        everywhere.into_iter().filter(ours).collect()
    }

    /// The one function that a step is, where there is no doubt. In a context that uses the macros, it
    /// is the one that says so.
    pub fn step_function(&self, process: &Process, name: &str) -> Option<DefId> {
        self.line_function(process, &Path::parse(name).ok()?, Attribute::Step)
    }

    /// The one function that undoes a step, likewise.
    pub fn undo_function(&self, process: &Process, step: &Step) -> Option<DefId> {
        self.line_function(process, &step.compensated_by.as_ref()?.value, Attribute::Compensation)
    }

    fn line_function(&self, process: &Process, path: &Path, kind: Attribute) -> Option<DefId> {
        let context = self.context_of(process)?;
        let found = match self.uses_macros(context) {
            true => self.marked_for(process, path, kind).iter().map(|mark| mark.def()).collect(),
            false => self.functions(context, path),
        };
        match found.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Free functions of a name that some context owns, tests aside.
    pub fn free_functions(&self, name: &str) -> Vec<DefId> {
        let symbol = self.world().symbols.find(name);
        symbol.and_then(|symbol| self.free_by_name().get(&symbol)).cloned().unwrap_or_default()
    }

    /// The names of all free functions of a context, tests aside.
    pub fn functions_of(&self, context: ContextId) -> Vec<String> {
        let ours = |found: &&Vec<DefId>| found.iter().any(|id| self.regions.owner(*id) == Some(context));
        let named = self.free_by_name().iter().filter(|(_, found)| ours(found));
        let mut names: Vec<String> = named.map(|(name, _)| self.world().text(*name).to_owned()).collect();
        names.sort_unstable();
        names
    }

    /// Gathered when first asked for: without processes nobody asks.
    fn free_by_name(&self) -> &FxHashMap<Symbol, Vec<DefId>> {
        self.free_by_name.get_or_init(|| {
            let mut names: FxHashMap<Symbol, Vec<DefId>> = FxHashMap::default();
            let owned = |id: &DefId| self.regions.owner(*id).is_some();
            for id in self.defs().filter(|id| self.is_free_function(*id) && owned(id)) {
                names.entry(self.world().def(id).name).or_default().push(id);
            }
            names
        })
    }

    /// Whether it is a function that stands in a module, tests aside.
    pub fn is_free_function(&self, id: DefId) -> bool {
        let def = self.world().def(id);
        let in_module = def.parent.is_some_and(|parent| self.world().def(parent).kind == DefKind::Module);
        let is_never = |item| self.world().summary(def.file).is_never(item);
        def.kind == DefKind::Function && in_module && !def.test && !def.item.is_some_and(is_never)
    }

    /// All definitions.
    pub fn defs(&self) -> impl Iterator<Item = DefId> + use<> {
        self.input.world.defs.ids()
    }

    /// Whether there is any code of a context to look at.
    pub fn has_code(&self, context: ContextId) -> bool {
        !self.regions.roots[context.index()].is_empty()
    }
}
