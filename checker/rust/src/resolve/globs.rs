//! What a scope knows by its globs. Names are not copied from scope to scope: each lookup follows the
//! globs to where a name stands, so that a prelude costs no more for being taken in everywhere.

use super::definitions::{DefId, DefKind, Visible};
use super::names::offer;
use super::scopes::{Binding, PerNamespace, Scope, ScopeId, Scopes, Target};
use super::symbols::Symbol;
use crate::read::Namespace;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// A glob, and what it leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glob {
    /// Index into [`Definitions::imports`](super::Definitions::imports).
    pub(super) import: u32,
    pub(super) source: DefId,
}

/// The namespaces in which a name is still looked for, a bit for each.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Open(u8);

impl Open {
    pub(super) const ALL: Open = Open(0b111);

    pub(super) fn only(namespace: Namespace) -> Open {
        match namespace {
            Namespace::Type => Open(0b001),
            Namespace::Value => Open(0b010),
            Namespace::Macro => Open(0b100),
        }
    }

    /// What is left where these meanings stand: a glob brings nothing that goes before them.
    fn besides(self, found: PerNamespace) -> Open {
        let closes =
            |binding: Option<Binding>| binding.is_some_and(|binding| binding.enabled && !binding.glob);
        let closed = [(found.types, 0b001), (found.values, 0b010), (found.macros, 0b100)];
        Open(
            closed.into_iter().fold(self.0, |left, (binding, bit)| left & !(u8::from(closes(binding)) * bit)),
        )
    }

    fn of(self, found: PerNamespace) -> PerNamespace {
        let within = |bit, binding: Option<Binding>| binding.filter(|_| self.0 & bit != 0);
        PerNamespace {
            types: within(0b001, found.types),
            values: within(0b010, found.values),
            macros: within(0b100, found.macros),
        }
    }
}

/// A glob on a way of globs.
#[derive(Clone, Copy)]
struct Step {
    glob: Glob,
    /// The glob with which the way begins.
    first: u32,
    open: Open,
    /// All globs of the way are on in an ordinary build.
    enabled: bool,
}

/// The globs that were followed: for which namespaces each was, and for which of them a way was on that led there.
#[derive(Default)]
struct Met {
    /// Most lookups come by a few, for which nothing is to be allocated.
    first: SmallVec<[(u32, (u8, u8)); 16]>,
    others: FxHashMap<u32, (u8, u8)>,
}

impl Met {
    fn entry(&mut self, glob: u32) -> &mut (u8, u8) {
        match self.first.iter().position(|(met, _)| *met == glob) {
            Some(at) => &mut self.first[at].1,
            None if self.first.len() < self.first.inline_size() => {
                self.first.push((glob, (0, 0)));
                let last = self.first.len() - 1;
                &mut self.first[last].1
            }
            None => self.others.entry(glob).or_default(),
        }
    }
}

impl Scopes<'_> {
    /// What a module, block or enum knows by this name.
    pub fn in_scope(&self, scope: DefId, name: Symbol) -> Option<PerNamespace> {
        self.known(self.def(scope).scope?, name, Open::ALL)
    }

    /// The same in one namespace.
    pub fn named_as(&self, scope: DefId, name: Symbol, namespace: Namespace) -> Option<Binding> {
        self.known(self.def(scope).scope?, name, Open::only(namespace))?.get(namespace)
    }

    fn known(&self, table: ScopeId, name: Symbol, open: Open) -> Option<PerNamespace> {
        let own = self.tables[table].names.get(&name).copied();
        if !self.offered.contains(&name) {
            return own;
        }
        let mut found = own.unwrap_or_default();
        let open = open.besides(found);
        self.through_globs(table, open, |step, from| {
            let Some(brought) = from.names.get(&name) else { return step.open };
            let import = &self.imports[step.first as usize];
            let carried = step.open.of(self.seen_by(step.glob, *brought)).and_then(|binding| {
                Some(Binding {
                    target: binding.target,
                    visible: import.visible,
                    glob: true,
                    enabled: binding.enabled && step.enabled,
                    via: Some(step.first),
                })
            });
            found.offer(carried);
            step.open.besides(*brought)
        });
        found.any().map(|_| found).or(own)
    }

    /// Those of the names of its source that a glob may bring.
    fn seen_by(&self, glob: Glob, found: PerNamespace) -> PerNamespace {
        let is_enum = self.def(glob.source).kind == DefKind::Enum;
        let from = self.imports[glob.import as usize].scope;
        found.and_then(|binding| (is_enum || self.may_see(from, binding.visible)).then_some(binding))
    }

    /// Goes to each scope to which globs lead from here, in the order in which they are written. `visit`
    /// says in which namespaces the way goes on behind a scope. One may be met several times.
    fn through_globs(&self, table: ScopeId, open: Open, mut visit: impl FnMut(Step, &Scope) -> Open) {
        if open == Open::default() || self.tables[table].globs.is_empty() {
            return;
        }
        let mut met = Met::default();
        let begin = |glob: &Glob| {
            let enabled = self.imports[glob.import as usize].enabled;
            Step { glob: *glob, first: glob.import, open, enabled }
        };
        let mut left: SmallVec<[Step; 8]> = self.tables[table].globs.iter().rev().map(begin).collect();
        while let Some(step) = left.pop() {
            let Some(from) = self.def(step.glob.source).scope.map(|from| &self.tables[from]) else {
                continue;
            };
            let open = visit(step, from);
            if open == Open::default() {
                continue;
            }
            let here = self.imports[step.glob.import as usize].scope;
            for glob in from.globs.iter().rev() {
                let import = &self.imports[glob.import as usize];
                if !self.may_see(here, import.visible) {
                    continue;
                }
                let enabled = step.enabled && import.enabled;
                let known = met.entry(glob.import);
                let before = *known;
                known.0 |= open.0;
                known.1 |= if enabled { open.0 } else { 0 };
                if *known != before {
                    left.push(Step { glob: *glob, first: step.first, open, enabled });
                }
            }
        }
    }

    /// Every name that a module, block or enum knows, sorted.
    pub fn names_in(&self, scope: DefId) -> Vec<Symbol> {
        self.names_by(scope, |_| true)
    }

    /// What a module knows that may be named beyond it.
    pub fn handed_on(&self, module: DefId) -> Vec<Target> {
        let beyond = |visible| visible != Visible::Within(module);
        let names = self.names_by(module, beyond);
        let entries = names.into_iter().filter_map(|name| self.in_scope(module, name));
        let bindings = entries.flat_map(|entry| [entry.types, entry.values, entry.macros]).flatten();
        bindings.filter(|binding| beyond(binding.visible)).map(|binding| binding.target).collect()
    }

    /// The names that stand in a scope itself, and those that globs of its with such a visibility bring.
    fn names_by(&self, scope: DefId, wanted: impl Fn(Visible) -> bool) -> Vec<Symbol> {
        let Some(table) = self.def(scope).scope else { return Vec::new() };
        let mut names: FxHashSet<Symbol> = self.tables[table].names.keys().copied().collect();
        self.through_globs(table, Open::ALL, |step, from| {
            if !wanted(self.imports[step.first as usize].visible) {
                return Open::default();
            }
            let seen =
                from.names.iter().filter(|(_, entry)| self.seen_by(step.glob, **entry).any().is_some());
            names.extend(seen.map(|(name, _)| *name));
            step.open
        });
        let mut names: Vec<Symbol> = names.into_iter().collect();
        names.sort_unstable();
        names
    }

    /// Has a glob lead to a scope; whether it did not before.
    pub(super) fn lead(&mut self, table: ScopeId, glob: Glob) -> bool {
        let Some(source) = self.def(glob.source).scope else { return false };
        let globs = &mut self.tables[table].globs;
        match globs.binary_search_by_key(&glob.import, |known| known.import) {
            Ok(at) if globs[at].source == glob.source => return false,
            Ok(at) => globs[at] = glob,
            Err(at) => globs.insert(at, glob),
        }
        if !std::mem::replace(&mut self.tables[source].is_source, true) {
            self.offered.extend(self.tables[source].names.keys());
        }
        true
    }

    /// How many names and globs are kept.
    #[cfg(test)]
    pub(crate) fn kept(&self) -> usize {
        self.tables.iter().map(|scope| scope.names.len() + scope.globs.len()).sum()
    }

    /// Whether a trait is imported `as _` in a scope, or in one whose names a glob brings there.
    pub(super) fn is_anonymous_in(&self, table: ScopeId, wanted: DefId) -> bool {
        let mut found = self.tables[table].anonymous.contains(&wanted);
        let open = if found { Open::default() } else { Open::only(Namespace::Type) };
        self.through_globs(table, open, |step, from| {
            found |= from.anonymous.contains(&wanted);
            if found { Open::default() } else { step.open }
        });
        found
    }
}

impl PerNamespace {
    /// Adds what goes before what is there.
    fn offer(&mut self, new: PerNamespace) {
        for (slot, new) in
            [(&mut self.types, new.types), (&mut self.values, new.values), (&mut self.macros, new.macros)]
        {
            new.map(|new| offer(slot, new));
        }
    }
}
