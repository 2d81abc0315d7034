//! What one `use` or `extern crate` brings into the scope that it stands in.
//!
//! Long because following an import and looking up what it names call each other.

use super::names::put;
use super::world::{
    Binding, DefId, DefKind, OutsideId, PerNamespace, Symbol, Target, UNDERSCORE, Visible, World,
};
use crate::arena::{Idx, to_u32};
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
    /// For a glob: the version of its source that was copied last.
    pub seen: u32,
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

/// What following an import has changed.
#[derive(Default)]
pub(super) struct Changes {
    /// Names in the scope that it stands in; `_` for a trait without one.
    pub(super) names: Vec<Symbol>,
    /// Names that a crate's paths may begin with, or where unknown names may come from: every
    /// import may read those.
    pub(super) beginnings: bool,
    /// It leads to something.
    pub(super) leads: bool,
}

/// Enters what an import brings into the scope it stands in.
pub(super) fn follow_one(world: &mut World<'_>, index: usize) -> Changes {
    let import = world.imports[index];
    let via = Some(to_u32(index));
    let mut changes = Changes { leads: true, ..Changes::default() };
    match import.kind {
        ImportKind::Crate { krate, macro_use } => {
            follow_crate(world, import, via, (krate, macro_use), &mut changes);
        }
        ImportKind::Named => changes.leads = follow_named(world, import, via, &mut changes).is_some(),
        ImportKind::Glob => changes.leads = follow_glob(world, index, import, &mut changes).is_some(),
    }
    changes
}

fn follow_crate(
    world: &mut World<'_>,
    import: Import,
    via: Option<u32>,
    (krate, macro_use): (Name, bool),
    changes: &mut Changes,
) {
    let own = world.def(import.scope).krate;
    let symbol = world.symbol(import.file, krate);
    let data = &world.crates[own];
    let root = data.root;
    let target = if krate == sym::SELF_VALUE {
        Target::Def(root)
    } else if let Some(found) = data.externs.get(&symbol) {
        Target::Def(world.crates[*found].root)
    } else if let Some(&outside) = data.outside.get(&symbol) {
        Target::Outside(outside)
    } else {
        Target::Outside(world.outside(None, symbol))
    };
    if let Target::Def(brought) = target
        && macro_use
        && brought != root
    {
        let preludes = &mut world.crates[own].macro_preludes;
        if !preludes.contains(&brought) {
            preludes.push(brought);
        }
    }
    if import.scope == root {
        // At the root it also joins the names that paths may begin with.
        let data = &mut world.crates[own];
        changes.beginnings |= match target {
            Target::Outside(outside) => data.outside.insert(import.name, outside) != Some(outside),
            Target::Def(id) => {
                let krate = world.defs[id].krate;
                data.externs.insert(import.name, krate) != Some(krate)
            }
        };
    }
    let types = Some(Binding { target, visible: import.visible, glob: false, enabled: import.enabled, via });
    enter(world, import.scope, import.name, PerNamespace { types, ..PerNamespace::default() }, changes);
}

fn follow_named(
    world: &mut World<'_>,
    import: Import,
    via: Option<u32>,
    changes: &mut Changes,
) -> Option<()> {
    let leaf = world.summary(import.file).uses[import.leaf?];
    let (mut found, left) = world.import_targets(import.scope, import.file, leaf.path);
    if leaf.is_self {
        found = PerNamespace { types: found.types, ..PerNamespace::default() };
    }
    if let Some(Binding { target: Target::Outside(prefix), .. }) = found.types {
        let target = Target::Outside(spell_outside(world, import.file, leaf.path, prefix, left));
        let binding = Binding { target, visible: import.visible, glob: false, enabled: import.enabled, via };
        let binding = Some(binding);
        found = PerNamespace { types: binding, values: binding, macros: binding };
    }
    let found = world.visible_from(import.scope, found);
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
    enter(world, import.scope, import.name, found, changes);
    (found != PerNamespace::default()).then_some(())
}

/// The number of a whole outside path, of which the last `left` segments are not in `prefix`.
fn spell_outside(
    world: &mut World<'_>,
    file: FileId,
    path: PathId,
    prefix: OutsideId,
    left: usize,
) -> OutsideId {
    let terms = &world.summary(file).terms;
    let segments = &terms.segments[terms.paths[path].segments];
    let names: Vec<Symbol> =
        segments[segments.len() - left..].iter().map(|segment| world.symbol(file, segment.name)).collect();
    names.into_iter().fold(prefix, |at, name| world.outside(Some(at), name))
}

fn enter(world: &mut World<'_>, scope: DefId, name: Symbol, found: PerNamespace, changes: &mut Changes) {
    let table = world.def(scope).scope;
    if name == UNDERSCORE {
        let trait_ = found.types.and_then(|binding| match binding.target {
            Target::Def(id) if world.def(id).kind == DefKind::Trait => Some(id),
            _ => None,
        });
        let Some(scope) = table.map(|table| &mut world.scopes[table]) else { return };
        if let Some(id) = trait_.filter(|id| !scope.anonymous.contains(id)) {
            scope.anonymous.push(id);
            scope.version += 1;
            changes.names.push(UNDERSCORE);
        }
        return;
    }
    let Some(scope) = table.map(|table| &mut world.scopes[table]) else { return };
    if found == PerNamespace::default() {
        return;
    }
    let entry = scope.names.entry(name).or_default();
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
    scope.version += u32::from(changed);
    if changed {
        changes.names.push(name);
    }
}

/// `None` where the glob leads to nothing.
fn follow_glob(world: &mut World<'_>, index: usize, import: Import, changes: &mut Changes) -> Option<()> {
    let leaf = world.summary(import.file).uses[import.leaf?];
    let table = world.def(import.scope).scope;
    let source =
        match world.import_targets(import.scope, import.file, leaf.path).0.types.map(|found| found.target)? {
            Target::Def(id) => id,
            Target::Outside(id) => {
                if let Some(scope) = table.map(|table| &mut world.scopes[table]) {
                    changes.beginnings |= scope.outside_glob.is_none();
                    scope.outside_glob = Some(id);
                }
                return Some(());
            }
        };
    if source == import.scope {
        return Some(());
    }
    let Some(scope) = world.scope(source) else { return Some(()) };
    if scope.version == import.seen {
        return Some(());
    }
    let version = scope.version;
    let outside = scope.outside_glob;
    let is_enum = world.def(source).kind == DefKind::Enum;
    let visible = |binding: &Binding| is_enum || world.may_see(import.scope, binding.visible);
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
    world.imports[index].seen = version;
    for (name, found) in brought {
        enter(world, import.scope, name, found, changes);
    }
    if let Some(scope) = table.map(|table| &mut world.scopes[table]) {
        for id in anonymous {
            if !scope.anonymous.contains(&id) {
                scope.anonymous.push(id);
                scope.version += 1;
                changes.names.push(UNDERSCORE);
            }
        }
        if scope.outside_glob.is_none() && outside.is_some() {
            scope.outside_glob = outside;
            scope.version += 1;
            changes.beginnings = true;
        }
    }
    Some(())
}

impl World<'_> {
    /// What the last segment of a `use` path stands for, in each namespace; and, where that is
    /// outside, how many segments at the end it does not spell.
    pub fn import_targets(&self, scope: DefId, file: FileId, path: PathId) -> (PerNamespace, usize) {
        let nothing = (PerNamespace::default(), 0);
        let terms = &self.summary(file).terms;
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
            let found = self.member(id, file, segment);
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
            match self.outside_children.get(&(at, self.symbol(file, segment.name))) {
                Some(&deeper) => at = deeper,
                None => return (only_type(Some(Target::Outside(at))), rest.len() - index),
            }
        }
        (only_type(Some(Target::Outside(at))), 0)
    }

    /// What each of the leading segments of a `use` path stands for, as far as they are known.
    pub fn import_prefix(
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
                Target::Def(id) => (self.member(id, file, segment).types, self.elsewhere(id)),
                Target::Outside(outside) => (None, Some(outside)),
            };
            at = match (found, beyond) {
                (Some(binding), _) => binding.target,
                (None, Some(outside)) => {
                    let name = self.symbol(file, segment.name);
                    Target::Outside(self.outside_children.get(&(outside, name)).copied().unwrap_or(outside))
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
        let name = self.symbol(file, segment.name);
        let krate = &self.crates[self.def(scope).krate];
        if krate.edition < 2018 {
            let entry = self.in_scope(krate.root, name).unwrap_or_default();
            let before = |binding: &Binding| !self.is_brought_by(*binding, file, segment);
            let PerNamespace { types, values, macros } = entry;
            let found = PerNamespace {
                types: types.filter(before),
                values: values.filter(before),
                macros: macros.filter(before),
            };
            if found != PerNamespace::default() {
                return found;
            }
        }
        let mut found = PerNamespace::default();
        if let Some(target) = self.crate_named(scope, name) {
            found = only_type(Some(target));
        }
        if let Some(id) = self.textual_macro(scope, name) {
            let visible = Visible::Everywhere;
            let target = Target::Def(id);
            found.macros = Some(Binding { target, visible, glob: false, enabled: true, via: None });
        }
        if found == PerNamespace::default() {
            let mut at = self.def(scope).parent.filter(|_| self.def(scope).kind == DefKind::Block);
            while let Some(id) = at {
                if let Some(entry) = self.in_scope(id, name) {
                    return entry;
                }
                at = self.def(id).parent.filter(|_| self.def(id).kind != DefKind::Module);
            }
            // `use name as other;` of something this very module declares.
            return self.in_scope(self.module_of(scope), name).unwrap_or_default();
        }
        found
    }

    fn import_first(&self, scope: DefId, file: FileId, segment: &Segment, global: bool) -> Option<Target> {
        let name = self.symbol(file, segment.name);
        if global && self.crates[self.def(scope).krate].edition >= 2018 {
            return self.crate_named(scope, name);
        }
        if let Some(module) = self.keyword_module(scope, segment.name) {
            return module.map(Target::Def);
        }
        if self.crates[self.def(scope).krate].edition < 2018 {
            let root = self.crates[self.def(scope).krate].root;
            let found = self.in_scope(root, name).and_then(|entry| entry.types);
            let found = found.filter(|found| !self.is_brought_by(*found, file, segment));
            return found.map(|binding| binding.target).or_else(|| self.crate_named(scope, name));
        }
        let mut at = scope;
        loop {
            if let Some(found) = self.in_scope(at, name).and_then(|entry| entry.types)
                && !self.is_brought_by(found, file, segment)
            {
                return Some(found.target);
            }
            if self.def(at).kind == DefKind::Module {
                break;
            }
            at = self.def(at).parent?;
        }
        self.crate_named(scope, name).or_else(|| {
            let prelude = self.in_scope(self.prelude?, name)?.types?;
            Some(prelude.target)
        })
    }

    /// Whether a name comes from the very `use` that begins with this segment: in `use time::time;`
    /// the first one is the crate.
    fn is_brought_by(&self, found: Binding, file: FileId, segment: &Segment) -> bool {
        let Some(import) = found.via.map(|via| &self.imports[via as usize]) else { return false };
        let Some(leaf) = import.leaf.filter(|_| import.file == file) else { return false };
        let summary = self.summary(file);
        let path = &summary.terms.paths[summary.uses[leaf].path];
        let first = summary.terms.segments[path.segments].first();
        first.is_some_and(|first| first.at == segment.at && first.name == segment.name)
    }

    /// Leaves out what may not be named from here, unless that is all there is.
    pub fn visible_from(&self, scope: DefId, found: PerNamespace) -> PerNamespace {
        let seen = |binding: Option<Binding>| binding.filter(|binding| self.may_see(scope, binding.visible));
        let seen =
            PerNamespace { types: seen(found.types), values: seen(found.values), macros: seen(found.macros) };
        if seen == PerNamespace::default() { found } else { seen }
    }

    /// What a module or enum knows by the name of a segment.
    pub fn member(&self, id: DefId, file: FileId, segment: &Segment) -> PerNamespace {
        match segment.name {
            sym::SUPER => only_type(self.def(id).parent.map(|parent| Target::Def(self.module_of(parent)))),
            sym::SELF_VALUE => only_type(Some(Target::Def(id))),
            name => self.in_scope(id, self.symbol(file, name)).unwrap_or_default(),
        }
    }

    /// Where a name may come from that a module does not know: a glob from outside, or the part of
    /// the standard library that the stand-in lacks.
    pub fn elsewhere(&self, id: DefId) -> Option<OutsideId> {
        if !self.look_elsewhere {
            return None;
        }
        let outside = self.scope(id).and_then(|scope| scope.outside_glob);
        outside.or_else(|| self.std_modules.get(&id).copied())
    }
}

fn only_type(target: Option<Target>) -> PerNamespace {
    let visible = Visible::Everywhere;
    let types = target.map(|target| Binding { target, visible, glob: false, enabled: true, via: None });
    PerNamespace { types, ..PerNamespace::default() }
}

impl World<'_> {
    /// What a path segment written as a name of a namespace stands for at a crate's border.
    pub fn crate_named(&self, scope: DefId, name: Symbol) -> Option<Target> {
        let krate = &self.crates[self.def(scope).krate];
        if let Some(found) = krate.externs.get(&name) {
            return Some(Target::Def(self.crates[*found].root));
        }
        krate.outside.get(&name).map(|&outside| Target::Outside(outside))
    }

    /// `self`, `super`, `crate`, `$crate`: their module, `Some(None)` where there is none.
    pub fn keyword_module(&self, scope: DefId, name: Name) -> Option<Option<DefId>> {
        Some(match name {
            sym::SELF_VALUE => Some(self.module_of(scope)),
            sym::SUPER => self.def(self.module_of(scope)).parent.map(|parent| self.module_of(parent)),
            sym::CRATE | sym::DOLLAR_CRATE => Some(self.crates[self.def(scope).krate].root),
            _ => return None,
        })
    }

    /// A `macro_rules!` that is in textual scope.
    pub fn textual_macro(&self, scope: DefId, name: Symbol) -> Option<DefId> {
        let mut at = Some(scope);
        while let Some(id) = at {
            if let Some(found) = self.scope(id).and_then(|scope| scope.textual.get(&name)) {
                return Some(*found);
            }
            at = self.def(id).parent;
        }
        None
    }

    /// The namespace's meaning of a binding's name in the standard prelude.
    pub fn in_prelude(&self, name: Symbol, namespace: Namespace) -> Option<Binding> {
        self.in_scope(self.prelude?, name)?.get(namespace)
    }
}
