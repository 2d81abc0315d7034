//! What one `use` or `extern crate` brings into the scope that it stands in.

use super::definitions::{DefId, DefKind, Visible};
use super::imports::{Beyond, Import, ImportKind, ImportPaths};
use super::names::put;
use super::outside::OutsideId;
use super::scopes::{Binding, PerNamespace, Scope, ScopeId, Scopes, Target};
use super::symbols::{Symbol, UNDERSCORE};
use crate::arena::{Arena, to_u32};
use crate::read::{FileId, Name, PathId, sym};

/// What following an import has changed.
#[derive(Default)]
pub(super) struct Changes {
    /// Names in the scope that it stands in; `_` for a trait without one.
    pub(super) names: Vec<Symbol>,
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
    /// By table of names: grows with each change, so that globs know when to look again.
    versions: Arena<Scope, u32>,
    /// By import, for a glob: the version of its source that was copied last.
    seen: Vec<Option<u32>>,
}

impl<'w> Follower<'w> {
    pub(super) fn new(scopes: Scopes<'w>) -> Self {
        let versions = vec![0; scopes.tables.len()].into();
        let seen = vec![None; scopes.imports.len()];
        Self { scopes, beyond: Beyond::Nothing, versions, seen }
    }

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
            ImportKind::Glob => changes.leads = self.follow_glob(index, import, &mut changes).is_some(),
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
            let is_new = match target {
                Target::Outside(outside) => data.outside.insert(import.name, outside) != Some(outside),
                Target::Def(id) => {
                    let krate = definitions.defs[id].krate;
                    data.externs.insert(import.name, krate) != Some(krate)
                }
            };
            if is_new {
                changes.names.push(import.name);
            }
        }
        let (visible, enabled) = (import.visible, import.enabled);
        let types = Some(Binding { target, visible, glob: false, enabled, via });
        self.enter(import.scope, import.name, PerNamespace { types, ..PerNamespace::default() }, changes);
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
            found = PerNamespace { types: binding, values: binding, macros: binding };
        }
        let found = self.scopes.visible_from(import.scope, found);
        let own = |binding: Binding| Binding {
            visible: import.visible,
            glob: false,
            // Of two imports the one goes first whose target is on.
            enabled: import.enabled && binding.enabled,
            target: binding.target,
            via,
        };
        let found = PerNamespace {
            types: found.types.map(own),
            values: found.values.map(own),
            macros: found.macros.map(own),
        };
        self.enter(import.scope, import.name, found, changes);
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

    fn enter(&mut self, scope: DefId, name: Symbol, found: PerNamespace, changes: &mut Changes) {
        let Some(table) = self.scopes.def(scope).scope else { return };
        if name == UNDERSCORE {
            let trait_ = found.types.and_then(|binding| match binding.target {
                Target::Def(id) if self.scopes.def(id).kind == DefKind::Trait => Some(id),
                _ => None,
            });
            trait_.into_iter().for_each(|id| self.enter_anonymous(table, id, changes));
            return;
        }
        if found == PerNamespace::default() {
            return;
        }
        let entry = self.scopes.tables[table].names.entry(name).or_default();
        let mut changed = false;
        for (new, slot) in [
            (found.types, &mut entry.types),
            (found.values, &mut entry.values),
            (found.macros, &mut entry.macros),
        ] {
            if let Some(new) = new {
                changed |= put(slot, new);
            }
        }
        self.versions[table] += u32::from(changed);
        if changed {
            changes.names.push(name);
        }
    }

    /// Enters a trait that is imported `as _`.
    fn enter_anonymous(&mut self, table: ScopeId, id: DefId, changes: &mut Changes) {
        let anonymous = &mut self.scopes.tables[table].anonymous;
        if !anonymous.contains(&id) {
            anonymous.push(id);
            self.versions[table] += 1;
            changes.names.push(UNDERSCORE);
        }
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
            self.versions[table] += 1;
            changes.outside = true;
        }
    }

    /// `None` where the glob leads to nothing.
    fn follow_glob(&mut self, index: usize, import: Import, changes: &mut Changes) -> Option<()> {
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
        if source == import.scope {
            return Some(());
        }
        let Some(from) = scopes.def(source).scope else { return Some(()) };
        let version = Some(self.versions[from]);
        if version == self.seen[index] {
            return Some(());
        }
        let scope = &scopes.tables[from];
        // A name that the source does not know may be in the part of it that its stand-in lacks.
        let outside = scope.outside_glob.or_else(|| scopes.std_modules.get(&source).copied());
        let is_enum = scopes.def(source).kind == DefKind::Enum;
        let visible = |binding: &Binding| is_enum || scopes.may_see(import.scope, binding.visible);
        let via = Some(to_u32(index));
        let carry = |binding: Option<Binding>| {
            binding.filter(visible).map(|binding| Binding {
                target: binding.target,
                visible: import.visible,
                glob: true,
                enabled: binding.enabled && import.enabled,
                via,
            })
        };
        let brought: Vec<(Symbol, PerNamespace)> = scope
            .names
            .iter()
            .map(|(&name, entry)| {
                let types = carry(entry.types);
                (name, PerNamespace { types, values: carry(entry.values), macros: carry(entry.macros) })
            })
            .collect();
        let anonymous = scope.anonymous.clone();
        self.seen[index] = version;
        for (name, found) in brought {
            self.enter(import.scope, name, found, changes);
        }
        let Some(table) = table else { return Some(()) };
        for id in anonymous {
            self.enter_anonymous(table, id, changes);
        }
        if let Some(outside) = outside.filter(|_| !self.has_text(import.scope)) {
            self.enter_outside(table, outside, changes);
        }
        Some(())
    }
}
