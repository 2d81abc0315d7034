//! What one `use` or `extern crate` brings into the scope that it stands in.

use super::definitions::{DefId, DefKind, Visible};
use super::globs::Glob;
use super::imports::{Beyond, Import, ImportKind, ImportPaths};
use super::names::put;
use super::outside::OutsideId;
use super::scopes::{Binding, PerNamespace, ScopeId, Scopes, Target};
use super::symbols::UNDERSCORE;
use crate::arena::to_u32;
use crate::read::{FileId, Name, PathId, sym};

/// What following an import has changed in the scope that it stands in.
#[derive(Default)]
pub(super) struct Changes {
    /// What its name stands for.
    pub(super) name: bool,
    /// The scope that its glob leads to.
    pub(super) source: Option<ScopeId>,
    /// Where names that the scope does not know come from: whoever looks up any name there may read that.
    pub(super) outside: bool,
    /// It leads to something.
    pub(super) leads: bool,
}

/// The scopes, while imports still bring names into them.
pub(super) struct Follower<'w> {
    pub(super) scopes: Scopes<'w>,
    /// Whether a name that a module does not know may come from outside already.
    pub(super) beyond: Beyond,
}

impl<'w> Follower<'w> {
    pub(super) fn paths(&self) -> ImportPaths<'_, 'w> {
        ImportPaths { scopes: &self.scopes, beyond: self.beyond }
    }

    /// Enters what an import brings into the scope it stands in.
    pub(super) fn follow(&mut self, index: usize) -> Changes {
        let import = self.scopes.imports[index];
        let via = Some(to_u32(index));
        let mut changes = Changes { leads: true, ..Changes::default() };
        match import.kind {
            ImportKind::Crate { krate, macro_use } => {
                self.follow_crate(import, via, (krate, macro_use), &mut changes);
            }
            ImportKind::Named => changes.leads = self.follow_named(import, via, &mut changes).is_some(),
            ImportKind::Glob => {
                changes.leads = self.follow_glob(to_u32(index), import, &mut changes).is_some();
            }
        }
        changes
    }

    fn follow_crate(
        &mut self,
        import: Import,
        via: Option<u32>,
        (krate, macro_use): (Name, bool),
        changes: &mut Changes,
    ) {
        let definitions = &mut self.scopes.definitions;
        let own = definitions.def(import.scope).krate;
        let symbol = definitions.symbol(import.file, krate);
        let data = &definitions.crates[own];
        let root = data.root;
        let target = if krate == sym::SELF_VALUE {
            Target::Def(root)
        } else if let Some(found) = data.externs.get(&symbol) {
            Target::Def(definitions.crates[*found].root)
        } else if let Some(&outside) = data.outside.get(&symbol) {
            Target::Outside(outside)
        } else {
            Target::Outside(definitions.outside.intern(None, symbol))
        };
        if let Target::Def(brought) = target
            && macro_use
            && brought != root
        {
            let preludes = &mut definitions.crates[own].macro_preludes;
            if !preludes.contains(&brought) {
                preludes.push(brought);
            }
        }
        if import.scope == root {
            // At the root it also joins the names that paths may begin with.
            let data = &mut definitions.crates[own];
            changes.name |= match target {
                Target::Outside(outside) => data.outside.insert(import.name, outside) != Some(outside),
                Target::Def(id) => {
                    let krate = definitions.defs[id].krate;
                    data.externs.insert(import.name, krate) != Some(krate)
                }
            };
        }
        let (visible, enabled) = (import.visible, import.enabled);
        let types = Some(Binding { target, visible, glob: false, enabled, via });
        changes.name |= self.enter(import, PerNamespace { types, ..PerNamespace::default() });
    }

    fn follow_named(&mut self, import: Import, via: Option<u32>, changes: &mut Changes) -> Option<()> {
        let leaf = self.scopes.summary(import.file).uses[import.leaf?];
        let (mut found, left) = self.paths().targets(import.scope, import.file, leaf.path);
        if leaf.is_self {
            found = PerNamespace { types: found.types, ..PerNamespace::default() };
        }
        if let Some(Binding { target: Target::Outside(prefix), .. }) = found.types {
            let target = Target::Outside(self.spell_outside(import.file, leaf.path, prefix, left));
            let (visible, enabled) = (import.visible, import.enabled);
            let binding = Some(Binding { target, visible, glob: false, enabled, via });
            // In `use anyhow::anyhow`, what is called like its package is a macro or a function: paths that
            // begin with the package go on doing so.
            let is_namesake = matches!(target, Target::Outside(id) if self.scopes.outside.is_namesake(id));
            let types = binding.filter(|_| !is_namesake);
            found = PerNamespace { types, values: binding, macros: binding };
        }
        let found = self.scopes.visible_from(import.scope, found);
        let found = found.and_then(|binding| {
            Some(Binding {
                visible: import.visible,
                glob: false,
                // Of two imports the one goes first whose target is on.
                enabled: import.enabled && binding.enabled,
                target: binding.target,
                via,
            })
        });
        changes.name |= self.enter(import, found);
        (found != PerNamespace::default()).then_some(())
    }

    /// The number of a whole outside path, of which the last `left` segments are not in `prefix`.
    fn spell_outside(&mut self, file: FileId, path: PathId, prefix: OutsideId, left: usize) -> OutsideId {
        let definitions = &mut self.scopes.definitions;
        let terms = &definitions.summary(file).terms;
        let segments = &terms.segments[terms.paths[path].segments];
        segments[segments.len() - left..].iter().fold(prefix, |at, segment| {
            let name = definitions.symbol(file, segment.name);
            definitions.outside.intern(Some(at), name)
        })
    }

    /// What a glob of a path outside brings, whose last `left` segments are not in `prefix`.
    fn all_names(&mut self, file: FileId, path: PathId, prefix: OutsideId, left: usize) -> OutsideId {
        let module = self.spell_outside(file, path, prefix, left);
        match self.scopes.text_of(prefix) {
            Some(_) => self.scopes.definitions.outside.names_in(module),
            None => module,
        }
    }

    /// Enters what a name of an import stands for; whether that is new.
    fn enter(&mut self, import: Import, found: PerNamespace) -> bool {
        let Some(table) = self.scopes.def(import.scope).scope else { return false };
        if import.name == UNDERSCORE {
            // A trait without a name is looked up by no import.
            if let Some(Target::Def(id)) = found.types.map(|binding| binding.target)
                && self.scopes.def(id).kind == DefKind::Trait
            {
                self.scopes.tables[table].anonymous.insert(id);
            }
            return false;
        }
        if found == PerNamespace::default() {
            return false;
        }
        let scope = &mut self.scopes.tables[table];
        if scope.is_source {
            self.scopes.offered.insert(import.name);
        }
        let entry = scope.names.entry(import.name).or_default();
        [
            (found.types, &mut entry.types),
            (found.values, &mut entry.values),
            (found.macros, &mut entry.macros),
        ]
        .into_iter()
        .fold(false, |changed, (new, slot)| new.is_some_and(|new| put(slot, new)) || changed)
    }

    /// Whether names that a scope does not know stand in text of its own module that is not read.
    fn has_text(&self, scope: DefId) -> bool {
        let text = self.scopes.unread_text(scope).and_then(|text| self.scopes.text_of(text));
        text == Some(self.scopes.module_of(scope))
    }

    /// A scope that knows not all of its names may have the others from outside. Where they may come
    /// from a package as well as from text that is not read, they are not the text's.
    fn enter_outside(&mut self, table: ScopeId, outside: OutsideId, changes: &mut Changes) {
        let is_text = |id: OutsideId| self.scopes.text_of(id).is_some();
        let known = self.scopes.tables[table].outside_glob;
        let new = match known {
            None => outside,
            Some(known) if is_text(known) && !is_text(outside) => outside,
            // Of two modules of one package, a name may come from either.
            Some(known) if !is_text(known) && !is_text(outside) => {
                self.scopes.outside.common(known, outside).unwrap_or(known)
            }
            Some(known) => known,
        };
        if known != Some(new) {
            self.scopes.tables[table].outside_glob = Some(new);
            changes.outside = true;
        }
    }

    /// `None` where the glob leads to nothing.
    fn follow_glob(&mut self, index: u32, import: Import, changes: &mut Changes) -> Option<()> {
        let scopes = &self.scopes;
        let leaf = scopes.summary(import.file).uses[import.leaf?];
        let table = scopes.def(import.scope).scope;
        let (found, left) = self.paths().targets(import.scope, import.file, leaf.path);
        let source = match found.types.map(|found| found.target)? {
            Target::Def(id) => id,
            Target::Outside(id) => {
                // What the module hands on of other packages is theirs; all else may be its own text's.
                let module = self.scopes.module_of(import.scope);
                let is_hidden = import.visible == Visible::Within(module) && self.has_text(import.scope);
                if let (Some(table), false) = (table, is_hidden) {
                    let id = self.all_names(import.file, leaf.path, id, left);
                    self.enter_outside(table, id, changes);
                }
                return Some(());
            }
        };
        let from = scopes.def(source).scope.filter(|_| source != import.scope);
        let (Some(from), Some(table)) = (from, table) else { return Some(()) };
        // A name that the source does not know may be in the part of it that its stand-in lacks.
        let outside = scopes.elsewhere(source);
        changes.source = self.scopes.lead(table, Glob { import: index, source }).then_some(from);
        if let Some(outside) = outside.filter(|_| !self.has_text(import.scope)) {
            self.enter_outside(table, outside, changes);
        }
        Some(())
    }
}
