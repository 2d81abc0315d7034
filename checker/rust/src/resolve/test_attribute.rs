//! Which functions with an attribute `test` are tests: `use tracing::instrument as test` makes none.

use super::definitions::{DefId, DefKind, Instance};
use super::imports::{Beyond, Import, ImportKind, ImportPaths};
use super::scopes::{Scopes, Target};
use super::symbols::Symbol;
use crate::read::{FileId, Item, PathId, Segment};
use rustc_hash::FxHashMap;

/// Imports of imports are followed this far.
const DEEPEST: usize = 8;

/// Finds functions that only look like tests: what stands in them is ordinary code.
pub(super) fn settle(scopes: &mut Scopes<'_>) {
    let is_marking = |import: &Import| ["test", "bench"].contains(&scopes.text(import.name));
    // Nobody gives the name to something else.
    if !scopes.imports.iter().any(is_marking) {
        return;
    }
    let mut imports: FxHashMap<DefId, Vec<Import>> = FxHashMap::default();
    for import in scopes.imports.iter().filter(|it| it.kind == ImportKind::Glob || is_marking(it)) {
        imports.entry(import.scope).or_default().push(*import);
    }
    let marks = Marks { scopes, imports };
    let mut ordinary = Vec::new();
    for instance in &scopes.instances {
        let summary = scopes.summary(instance.file);
        let in_tests = |item: &Item| {
            let by_itself = item.cfg.is_some_and(|cfg| summary.cfgs[cfg].implies_test());
            by_itself || above(instance, item).is_some_and(|above| scopes.def(above).test)
        };
        let marked = summary.items.enumerate().filter(|(_, item)| item.is_test && !in_tests(item));
        ordinary.extend(
            marked.filter(|(_, item)| !marks.is_test(instance, item)).filter_map(|(id, _)| instance.def(id)),
        );
    }
    while let Some(id) = ordinary.pop() {
        scopes.definitions.defs[id].test = false;
        ordinary.extend(scopes.definitions.children(id));
    }
}

fn above(instance: &Instance, item: &Item) -> Option<DefId> {
    item.parent.map_or(Some(instance.module), |parent| instance.def(parent))
}

struct Marks<'m, 'w> {
    scopes: &'m Scopes<'w>,
    /// Those that may bring something by such a name, by the scope in which they stand.
    imports: FxHashMap<DefId, Vec<Import>>,
}

impl Marks<'_, '_> {
    /// Whether one of an item's attributes is the language's own `test`, or one that calls itself so.
    fn is_test(&self, instance: &Instance, item: &Item) -> bool {
        let Some(scope) = above(instance, item) else { return true };
        let attributes = &self.scopes.summary(instance.file).attributes[item.attributes];
        let paths =
            attributes.iter().filter(|attribute| !attribute.is_derive).map(|attribute| attribute.path);
        paths.filter_map(|path| self.own_name(scope, instance, path)).any(|name| {
            let name = self.scopes.text(name);
            name.contains("test") || name == "bench"
        })
    }

    /// The name of what an attribute leads to that is written as one of a test.
    fn own_name(&self, scope: DefId, instance: &Instance, path: PathId) -> Option<Symbol> {
        let terms = &self.scopes.summary(instance.file).terms;
        let (last, before) = terms.segments[terms.paths[path].segments].split_last()?;
        let name = self.scopes.symbol(instance.file, last.name);
        if !["test", "bench"].contains(&self.scopes.text(name)) {
            return None;
        }
        let mut at = Some(scope);
        if !before.is_empty() {
            at = self.module(scope, instance.file, before, terms.paths[path].global);
        }
        let mut found = None;
        while let (Some(scope), None) = (at, found) {
            found = self.brought(scope, name, 0);
            let def = self.scopes.def(scope);
            at = def.parent.filter(|_| before.is_empty() && def.kind != DefKind::Module);
        }
        Some(found.unwrap_or(name))
    }

    /// The own name of what a scope's imports bring by a name; of a glob, what it brings renamed.
    fn brought(&self, scope: DefId, name: Symbol, depth: usize) -> Option<Symbol> {
        let imports = self.imports.get(&scope).filter(|_| depth < DEEPEST)?;
        let mut named =
            imports.iter().filter(|import| import.kind == ImportKind::Named && import.name == name);
        let Some(import) = named.find(|import| self.may_be_attribute(import)) else {
            let globs = imports.iter().filter(|import| import.kind == ImportKind::Glob);
            let mut brought = globs.filter_map(|glob| self.brought(self.led(glob, 0)?, name, depth + 1));
            return brought.next();
        };
        let summary = self.scopes.summary(import.file);
        let path = summary.uses[import.leaf?].path;
        let last = summary.terms.segments[summary.terms.paths[path].segments].last()?;
        let own = self.scopes.symbol(import.file, last.name);
        let further = self.led(import, 1).and_then(|module| self.brought(module, own, depth + 1));
        Some(further.unwrap_or(own))
    }

    /// Whether an import may bring an attribute: one of a module or a function of the workspace brings none.
    fn may_be_attribute(&self, import: &Import) -> bool {
        let Some(leaf) = import.leaf else { return false };
        let path = self.scopes.summary(import.file).uses[leaf].path;
        let found = self.paths().targets(import.scope, import.file, path).0;
        let is_ours = |target: Target| target.def().is_some_and(|id| !self.scopes.is_std(id));
        found.macros.is_some() || !found.any().is_some_and(|found| is_ours(found.target))
    }

    /// The module to which an import leads, but for so many names at the end.
    fn led(&self, import: &Import, without: usize) -> Option<DefId> {
        let terms = &self.scopes.summary(import.file).terms;
        let path = &terms.paths[self.scopes.summary(import.file).uses[import.leaf?].path];
        let segments = &terms.segments[path.segments];
        self.module(import.scope, import.file, &segments[..segments.len().checked_sub(without)?], path.global)
    }

    fn module(&self, scope: DefId, file: FileId, segments: &[Segment], global: bool) -> Option<DefId> {
        let led = self.paths().prefix(scope, file, segments, global);
        match led.last() {
            Some(Target::Def(id)) if led.len() == segments.len() => Some(*id),
            _ => None,
        }
    }

    fn paths(&self) -> ImportPaths<'_, '_> {
        ImportPaths { scopes: self.scopes, beyond: Beyond::Outside }
    }
}
