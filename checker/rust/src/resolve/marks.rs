//! Which marks are ours, and where the paths in them lead.
//!
//! An attribute `#[step]` may be anybody's: ours is the one whose path leads to our crate. What was
//! derived for another's is taken back.

use super::world::{DefId, Instance, Named, Target, World};
use crate::arena::to_u32;
use crate::read::{FileId, Mark, MarkKind, Namespace, PathId};
use rustc_hash::FxHashSet;

/// The packages that our macros are defined in, or may be imported from.
const OURS: [&str; 2] = ["stateline", "stateline-macros"];

/// A mark of ours in one crate.
#[derive(Debug)]
pub struct Marked {
    pub file: FileId,
    /// Index into the marks of the file.
    pub index: u32,
    /// The function, the type, or the function that `process!` makes.
    pub item: DefId,
    pub rehearse: Option<Meant>,
    pub calls: Vec<Meant>,
    pub publishes: Vec<Meant>,
}

/// A path in a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Meant {
    /// Its last name, in the mark's file.
    pub span: (u32, u32),
    /// What it leads to, re-exports and renames followed.
    pub def: Option<DefId>,
}

/// Finds the marks of ours, and forgets what was derived for others.
pub(super) fn settle(world: &mut World<'_>) {
    let (mut ours, mut foreign) = (Vec::new(), FxHashSet::default());
    for instance in &world.instances {
        for (index, mark) in world.summary(instance.file).marks.iter().enumerate() {
            match world.marked(instance, to_u32(index), mark) {
                Some(found) => ours.push(found),
                None => foreign.extend(instance.defs[mark.derived].iter().filter_map(|def| *def)),
            }
        }
    }
    world.marks = ours;
    if !foreign.is_empty() {
        world.forget(&foreign);
    }
}

impl World<'_> {
    /// What an item counts as: of what a macro of ours derives, the function or type it is from.
    pub fn origin(&self, id: DefId) -> DefId {
        let from = |id| self.origins.get(&id).copied();
        from(id).or_else(|| self.def(id).parent.and_then(from)).unwrap_or(id)
    }

    /// Whether an attribute or call with one of our names is ours.
    pub(super) fn is_ours(&self, scope: DefId, file: FileId, mark: &Mark) -> bool {
        let terms = &self.summary(file).terms;
        let found = self.resolve(scope, file, terms, mark.path, Namespace::Macro);
        match found.segments.last() {
            Some(Named::Target(Target::Def(id))) if !found.broken && found.rest == 0 => {
                let def = self.def(*id);
                let krate = &self.crates[def.krate];
                let package = krate.target.map(|target| self.workspace.targets[target].package);
                let package = package
                    .map_or(self.text(krate.name), |package| self.workspace.packages[package].name.as_str());
                self.text(def.name) == mark.kind.name() && OURS.contains(&package)
            }
            _ => false,
        }
    }

    fn marked(&self, instance: &Instance, index: u32, mark: &Mark) -> Option<Marked> {
        let summary = self.summary(instance.file);
        let item = &summary.items[mark.item];
        let above = item.parent.map_or(Some(instance.module), |parent| instance.def(parent))?;
        if !self.is_ours(above, instance.file, mark) || summary.is_never(mark.item) {
            return None;
        }
        let made = || instance.defs[mark.derived].iter().find_map(|def| *def);
        let item = if mark.kind == MarkKind::Process { made()? } else { instance.def(mark.item)? };
        let meant = |path: &PathId, namespace| self.meant(above, instance.file, *path, namespace);
        Some(Marked {
            file: instance.file,
            index,
            item,
            rehearse: mark.rehearse.as_ref().map(|path| meant(path, Namespace::Value)),
            calls: mark.calls.iter().map(|path| meant(path, Namespace::Value)).collect(),
            publishes: mark.publishes.iter().map(|path| meant(path, Namespace::Type)).collect(),
        })
    }

    fn meant(&self, scope: DefId, file: FileId, path: PathId, namespace: Namespace) -> Meant {
        let terms = &self.summary(file).terms;
        let found = self.resolve(scope, file, terms, path, namespace);
        let def = match found.segments.last() {
            Some(Named::Target(Target::Def(id))) if !found.broken && found.rest == 0 => {
                Some(self.origin(*id))
            }
            _ => None,
        };
        let last = terms.segments[terms.paths[path].segments].last();
        let span = last.map_or((0, 0), |last| (last.at, last.at + self.written_len(file, last.name)));
        Meant { span, def }
    }

    /// Takes names back, as if these definitions had never been.
    fn forget(&mut self, gone: &FxHashSet<DefId>) {
        let is_gone = |target: Target| matches!(target, Target::Def(id) if gone.contains(&id));
        for scope in &mut self.scopes {
            for entry in scope.names.values_mut() {
                for slot in [&mut entry.types, &mut entry.values, &mut entry.macros] {
                    *slot = slot.filter(|binding| !is_gone(binding.target));
                }
            }
        }
        self.impls.retain(|id| !gone.contains(id));
    }
}
