//! Which invocations are of the macros that they seem to be of, and where the paths in them lead.
//!
//! An attribute `#[step]` may be anybody's: it is the macro behind the door if its path leads to a
//! package that this macro comes from. What was derived for another's is taken back.

use super::definitions::{DefId, Definitions, Instance};
use super::path::{Named, Site};
use super::reference::Role;
use super::scopes::{Scopes, Target};
use crate::arena::to_u32;
use crate::read::derive::{Form, Macro, MacroKind, Names};
use crate::read::{FileId, Invocation, NOWHERE, Namespace, PathId, Templated};
use rustc_hash::FxHashSet;

/// An invocation of a macro behind the door, in one crate.
#[derive(Debug)]
pub struct Invoked {
    pub file: FileId,
    /// Index into the invocations of the file.
    pub index: u32,
    /// The function or type that carries it, or the item that the call makes.
    pub item: DefId,
    /// For each argument that was given, where its paths lead.
    pub paths: Vec<Vec<Meant>>,
}

/// A path in an invocation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Meant {
    /// Its last name, in the invocation's file; the whole invocation, if a macro wrote the name.
    pub span: (u32, u32),
    /// What it leads to, re-exports and renames followed.
    pub def: Option<DefId>,
}

/// Finds the invocations of macros behind the door, and forgets what was derived for others.
pub(super) fn settle(scopes: &mut Scopes<'_>) -> Vec<Invoked> {
    let (mut ours, mut foreign) = (Vec::new(), FxHashSet::default());
    for instance in &scopes.instances {
        for (index, invocation) in scopes.summary(instance.file).invocations.iter().enumerate() {
            match scopes.invoked(instance, to_u32(index), invocation) {
                Some(found) => ours.push(found),
                None => {
                    foreign.extend(instance.defs[invocation.derived].iter().filter_map(|def| *def));
                }
            }
        }
    }
    for instance in &scopes.instances {
        let mut last = None;
        for templated in &scopes.summary(instance.file).templated {
            // Of several for one name, the first that may be meant.
            let place = scopes.place_of(instance.file, templated.path);
            let is_meant = place != last && scopes.is_of_its_template(instance, templated);
            if is_meant {
                last = place;
            } else {
                foreign.extend(instance.defs[templated.derived].iter().filter_map(|def| *def));
            }
        }
    }
    if !foreign.is_empty() {
        scopes.forget(&foreign);
    }
    ours
}

impl Names {
    /// Where such a path is looked for, and what the code does with its target.
    pub(super) fn looked_for(self) -> (Namespace, Role) {
        match self {
            Names::Called => (Namespace::Value, Role::Call),
            Names::Value => (Namespace::Value, Role::Body),
            Names::Type => (Namespace::Type, Role::Signature),
        }
    }
}

impl Macro {
    /// What the paths of an argument name.
    pub(super) fn names(&self, argument: u32) -> Option<Names> {
        match self.arguments.get(argument as usize)?.form {
            Form::Path(names) | Form::Paths(names) => Some(names),
            Form::Text | Form::Number | Form::Tokens => None,
        }
    }
}

impl Definitions<'_> {
    /// What an item counts as: of what a macro behind the door derives, what it is derived from.
    pub fn origin(&self, id: DefId) -> DefId {
        let from = |id| self.origins.get(&id).copied();
        from(id).or_else(|| self.def(id).parent.and_then(from)).unwrap_or(id)
    }

    /// The macro that an invocation seems to be of.
    pub(crate) fn macro_of(&self, invocation: &Invocation) -> &Macro {
        &self.workspace.derive.macros()[invocation.invoked as usize]
    }
}

impl Scopes<'_> {
    /// Whether an invocation is of the macro that it seems to be of.
    pub(super) fn is_of_its_macro(&self, scope: DefId, file: FileId, invocation: &Invocation) -> bool {
        let site = Site { scope, file, terms: &self.summary(file).terms };
        let found = self.resolve(site, invocation.path, Namespace::Macro);
        match found.segments.last() {
            Some(Named::Target(Target::Def(id))) if !found.broken && found.rest == 0 => {
                let def = self.def(*id);
                let krate = &self.crates[def.krate];
                let package = krate.target.map(|target| self.workspace.targets[target].package);
                let package = package
                    .map_or(self.text(krate.name), |package| self.workspace.packages[package].name.as_str());
                let wanted = self.macro_of(invocation);
                self.text(def.name) == wanted.name && wanted.packages.contains(&package)
            }
            _ => false,
        }
    }

    /// Whether a derive or an attribute may be the one that its template is for: nothing in the workspace
    /// declares it, nor a package that is none of the template's.
    fn is_of_its_template(&self, instance: &Instance, templated: &Templated) -> bool {
        let summary = self.summary(instance.file);
        let above = summary.items[templated.item].parent;
        let Some(scope) = above.map_or(Some(instance.module), |parent| instance.def(parent)) else {
            return false;
        };
        let packages = self.workspace.templates.packages_of(templated.template);
        let is_one = |krate: &str| packages.iter().any(|package| package.replace('-', "_") == krate);
        let found = self.resolve(
            Site { scope, file: instance.file, terms: &summary.terms },
            templated.path,
            Namespace::Macro,
        );
        match found.segments.last() {
            _ if found.broken => true,
            Some(Named::Target(Target::Def(id))) => self.is_std(*id),
            Some(Named::Target(Target::Outside(id))) => {
                let last = summary.terms.segments[summary.terms.paths[templated.path].segments].last();
                let last = last.map(|last| self.symbol(instance.file, last.name));
                // What a glob brings is not known by its name.
                is_one(self.text(self.outside.name(self.outside.krate(*id))))
                    || Some(self.outside.name(*id)) != last
            }
            _ => false,
        }
    }

    /// Where the last name of a path stands.
    fn place_of(&self, file: FileId, path: PathId) -> Option<u32> {
        let terms = &self.summary(file).terms;
        terms.segments[terms.paths[path].segments].last().map(|last| last.at)
    }

    fn invoked(&self, instance: &Instance, index: u32, invocation: &Invocation) -> Option<Invoked> {
        let summary = self.summary(instance.file);
        let item = &summary.items[invocation.item];
        let above = item.parent.map_or(Some(instance.module), |parent| instance.def(parent))?;
        if !self.is_of_its_macro(above, instance.file, invocation) || summary.is_never(invocation.item) {
            return None;
        }
        let of = self.macro_of(invocation);
        let made = || instance.defs[invocation.derived].iter().find_map(|def| *def);
        let item = if of.kind == MacroKind::Call { made()? } else { instance.def(invocation.item)? };
        let paths = invocation.arguments.iter().map(|given| {
            let Some(names) = of.names(given.argument) else { return Vec::new() };
            let (namespace, _) = names.looked_for();
            let meant = |path: &PathId| {
                let (span, def) = self.meant(above, instance.file, *path, namespace);
                Meant { span: span.unwrap_or(invocation.span), def }
            };
            given.value.paths().iter().map(meant).collect()
        });
        Some(Invoked { file: instance.file, index, item, paths: paths.collect() })
    }

    /// Where the last name of a path stands, if no macro wrote it, and what the path leads to.
    fn meant(
        &self,
        scope: DefId,
        file: FileId,
        path: PathId,
        namespace: Namespace,
    ) -> (Option<(u32, u32)>, Option<DefId>) {
        let terms = &self.summary(file).terms;
        let found = self.resolve(Site { scope, file, terms }, path, namespace);
        let def = match found.segments.last() {
            Some(Named::Target(Target::Def(id))) if !found.broken && found.rest == 0 => {
                Some(self.origin(*id))
            }
            _ => None,
        };
        let last = terms.segments[terms.paths[path].segments].last().filter(|last| last.at != NOWHERE);
        (last.map(|last| (last.at, last.at + self.written_len(file, last.name))), def)
    }

    /// Takes names back, as if these definitions had never been.
    fn forget(&mut self, gone: &FxHashSet<DefId>) {
        let is_gone = |target: Target| matches!(target, Target::Def(id) if gone.contains(&id));
        for scope in &mut self.tables {
            for entry in scope.names.values_mut() {
                *entry = entry.and_then(|binding| (!is_gone(binding.target)).then_some(binding));
            }
        }
        self.definitions.impls.retain(|id| !gone.contains(id));
    }
}
