//! What the code brings into its scopes: each leaf of a `use`, each `extern crate`; and where such a
//! path leads.

use super::definitions::{DefId, DefKind, Visible};
use super::outside::OutsideId;
use super::scopes::{Binding, PerNamespace, Scopes, Target, only_type};
use super::symbols::Symbol;
use crate::arena::Idx;
use crate::read::{FileId, Name, Namespace, PathId, Segment, UseLeaf, sym};
use smallvec::SmallVec;

/// One leaf of a `use`, or an `extern crate`.
#[derive(Clone, Copy, Debug)]
pub struct Import {
    /// The module or block it stands in.
    pub scope: DefId,
    pub file: FileId,
    pub kind: ImportKind,
    /// Index into the file's `uses`.
    pub leaf: Option<Idx<UseLeaf>>,
    /// What it is known by here.
    pub name: Symbol,
    pub visible: Visible,
    pub enabled: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportKind {
    Named,
    Glob,
    /// `extern crate name as …`.
    Crate {
        krate: Name,
        macro_use: bool,
    },
}

/// Where a name is looked for that a module does not know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Beyond {
    /// Nowhere: an import may still bring it.
    Nothing,
    /// Where globs lead that leave the workspace, and in what the stand-ins lack.
    Outside,
}

/// Where the paths of imports lead.
pub(super) struct ImportPaths<'s, 'w> {
    pub(super) scopes: &'s Scopes<'w>,
    pub(super) beyond: Beyond,
}

impl ImportPaths<'_, '_> {
    /// What the last segment of a `use` path stands for, in each namespace; and, where that is
    /// outside, how many segments at the end it does not spell.
    pub(super) fn targets(&self, scope: DefId, file: FileId, path: PathId) -> (PerNamespace, usize) {
        let nothing = (PerNamespace::default(), 0);
        let terms = &self.scopes.summary(file).terms;
        let path = &terms.paths[path];
        let segments = &terms.segments[path.segments];
        let Some((first, rest)) = segments.split_first() else { return nothing };
        if rest.is_empty() {
            return (self.import_single(scope, file, first, path.global), 0);
        }
        let Some(mut at) = self.import_first(scope, file, first, path.global) else { return nothing };
        for (index, segment) in rest.iter().enumerate() {
            let left = rest.len() - index;
            let id = match at {
                Target::Outside(outside) => return self.outside_tail(outside, file, &rest[index..]),
                Target::Def(id) => id,
            };
            let found = self.scopes.member(id, file, segment);
            if found == PerNamespace::default() {
                return match self.elsewhere(id) {
                    Some(outside) => self.outside_tail(outside, file, &rest[index..]),
                    None => nothing,
                };
            }
            if left == 1 {
                return (found, 0);
            }
            let Some(next) = found.types else { return nothing };
            at = next.target;
        }
        nothing
    }

    /// How far a path outside is known already, and how many of its segments are left.
    fn outside_tail(&self, mut at: OutsideId, file: FileId, rest: &[Segment]) -> (PerNamespace, usize) {
        for (index, segment) in rest.iter().enumerate() {
            match self.scopes.outside.child(at, self.scopes.symbol(file, segment.name)) {
                Some(deeper) => at = deeper,
                None => return (only_type(Some(Target::Outside(at))), rest.len() - index),
            }
        }
        (only_type(Some(Target::Outside(at))), 0)
    }

    /// What each of the leading segments of a `use` path stands for, as far as they are known.
    pub(super) fn prefix(
        &self,
        scope: DefId,
        file: FileId,
        segments: &[Segment],
        global: bool,
    ) -> SmallVec<[Target; 4]> {
        let mut targets = SmallVec::new();
        let Some((first, rest)) = segments.split_first() else { return targets };
        let Some(mut at) = self.import_first(scope, file, first, global) else { return targets };
        targets.push(at);
        for segment in rest {
            let (found, beyond) = match at {
                Target::Def(id) => {
                    let beyond = self.elsewhere(id);
                    (self.scopes.member(id, file, segment).types, beyond)
                }
                Target::Outside(outside) => (None, Some(outside)),
            };
            at = match (found, beyond) {
                (Some(binding), _) => binding.target,
                (None, Some(outside)) => {
                    let name = self.scopes.symbol(file, segment.name);
                    Target::Outside(self.scopes.outside.child(outside, name).unwrap_or(outside))
                }
                (None, None) => break,
            };
            targets.push(at);
        }
        targets
    }

    /// A path of one segment: a crate, a textual macro, or something of a scope around; never what
    /// this import itself brings.
    fn import_single(&self, scope: DefId, file: FileId, segment: &Segment, global: bool) -> PerNamespace {
        if matches!(segment.name, sym::SELF_VALUE | sym::SUPER | sym::CRATE | sym::DOLLAR_CRATE) {
            let target = self.import_first(scope, file, segment, global);
            return only_type(target);
        }
        let name = self.scopes.symbol(file, segment.name);
        let krate = &self.scopes.crates[self.scopes.def(scope).krate];
        if krate.edition < 2018 {
            let entry = self.scopes.in_scope(krate.root, name).unwrap_or_default();
            let found = entry.and_then(|found| (!self.is_brought_by(found, file, segment)).then_some(found));
            if found != PerNamespace::default() {
                return found;
            }
        }
        let mut found = PerNamespace::default();
        if let Some(target) = self.scopes.crate_named(scope, name) {
            found = only_type(Some(target));
        }
        if let Some(id) = self.scopes.textual_macro(scope, name) {
            let visible = Visible::Everywhere;
            let target = Target::Def(id);
            found.macros = Some(Binding { target, visible, glob: false, enabled: true, via: None });
        }
        if found == PerNamespace::default() {
            let mut at =
                self.scopes.def(scope).parent.filter(|_| self.scopes.def(scope).kind == DefKind::Block);
            while let Some(id) = at {
                if let Some(entry) = self.scopes.in_scope(id, name) {
                    return entry;
                }
                at = self.scopes.def(id).parent.filter(|_| self.scopes.def(id).kind != DefKind::Module);
            }
            // `use name as other;` of something this very module declares.
            return self.scopes.in_scope(self.scopes.module_of(scope), name).unwrap_or_default();
        }
        found
    }

    fn import_first(&self, scope: DefId, file: FileId, segment: &Segment, global: bool) -> Option<Target> {
        let name = self.scopes.symbol(file, segment.name);
        if global && self.scopes.crates[self.scopes.def(scope).krate].edition >= 2018 {
            return self.scopes.crate_named(scope, name);
        }
        if let Some(module) = self.scopes.keyword_module(scope, segment.name) {
            return module.map(Target::Def);
        }
        if self.scopes.crates[self.scopes.def(scope).krate].edition < 2018 {
            let root = self.scopes.crates[self.scopes.def(scope).krate].root;
            let found = self.scopes.named_as(root, name, Namespace::Type);
            let found = found.filter(|found| !self.is_brought_by(*found, file, segment));
            return found.map(|binding| binding.target).or_else(|| self.scopes.crate_named(scope, name));
        }
        let mut at = scope;
        loop {
            if let Some(found) = self.scopes.named_as(at, name, Namespace::Type)
                && !self.is_brought_by(found, file, segment)
            {
                return Some(found.target);
            }
            if self.scopes.def(at).kind == DefKind::Module {
                break;
            }
            at = self.scopes.def(at).parent?;
        }
        self.scopes
            .crate_named(scope, name)
            .or_else(|| Some(self.scopes.in_prelude(name, Namespace::Type)?.target))
    }

    /// Whether a name comes from the very `use` that begins with this segment: in `use time::time;`
    /// the first one is the crate.
    fn is_brought_by(&self, found: Binding, file: FileId, segment: &Segment) -> bool {
        let Some(import) = found.via.map(|via| &self.scopes.imports[via as usize]) else { return false };
        let Some(leaf) = import.leaf.filter(|_| import.file == file) else { return false };
        let summary = self.scopes.summary(file);
        let path = &summary.terms.paths[summary.uses[leaf].path];
        let first = summary.terms.segments[path.segments].first();
        first.is_some_and(|first| first.at == segment.at && first.name == segment.name)
    }

    fn elsewhere(&self, id: DefId) -> Option<OutsideId> {
        self.scopes.elsewhere(id).filter(|_| self.beyond == Beyond::Outside)
    }
}

impl Scopes<'_> {
    /// Leaves out what may not be named from here, unless that is all there is.
    pub fn visible_from(&self, scope: DefId, found: PerNamespace) -> PerNamespace {
        let seen = found.and_then(|binding| self.may_see(scope, binding.visible).then_some(binding));
        if seen == PerNamespace::default() { found } else { seen }
    }
}
