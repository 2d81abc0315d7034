//! Writes references down: each segment of each path, and types with all that stands in them.

use super::lower::{Holes, Lower, Place};
use super::tables::Tables;
use super::ty::Types;
use crate::arena::IdxRange;
use crate::read::{
    ArgsId, BodyId, Bound, FileId, LoosePath, NOWHERE, Name, Namespace, PathId, Segment, Terms, Type, TypeId,
};
use crate::resolve::reference::{How, Reference, Role, Unresolved};
use crate::resolve::{DefId, DefKind, Named, Resolved, Target, World};

/// Where references go, and what they begin at.
pub(super) struct Emit<'e> {
    pub(super) tables: &'e Tables<'e>,
    pub(super) file: FileId,
    /// The innermost item.
    pub(super) from: DefId,
    pub(super) module: DefId,
    /// No `cfg` in the body turns this place off.
    pub(super) enabled: bool,
    pub(super) out: &'e mut Vec<Reference>,
    pub(super) counts: &'e mut Unresolved,
    /// What stands in types as a value, to be looked into afterwards.
    pub(super) constants: &'e mut Vec<BodyAt>,
}

/// A body, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct BodyAt {
    pub(super) body: BodyId,
    /// The innermost item, as in [`Emit`], and the innermost scope of names.
    pub(super) from: DefId,
    pub(super) scope: DefId,
    pub(super) enabled: bool,
}

impl<'e> Emit<'e> {
    fn world(&self) -> &'e World<'e> {
        self.tables.index.world
    }

    pub(super) fn name(&mut self, target: Target, at: u32, name: Name, how: How, role: Role) {
        self.derived(target, None, at, name, how, role);
    }

    pub(super) fn derived(
        &mut self,
        to: Target,
        derived: Option<DefId>,
        at: u32,
        name: Name,
        how: How,
        role: Role,
    ) {
        let world = self.world();
        let crosses = match to {
            // Of the standard library its modules tell enough for laws: `fs` in `fs::read(…)`.
            Target::Def(id) if world.is_std(id) => world.def(id).kind == DefKind::Module,
            Target::Def(id) if world.module_of(id) != self.module => true,
            // Who calls whom is of interest within a module too, as far as free functions go.
            Target::Def(id) if role == Role::Call && is_free(world, id) => true,
            _ => world.is_crossing(self.from, to),
        };
        if crosses {
            self.push(to, derived, at, name, how, role);
        }
    }

    /// The same, also where it leads to the module that it stands in.
    pub(super) fn always(&mut self, to: Target, at: u32, name: Name, how: How, role: Role) {
        self.push(to, None, at, name, how, role);
    }

    /// The one way out: what an expansion wrote has no place, and is not reported.
    fn push(&mut self, to: Target, derived: Option<DefId>, at: u32, name: Name, how: How, role: Role) {
        if at == NOWHERE {
            return;
        }
        let len = self.world().written_len(self.file, name);
        let (file, from, enabled) = (self.file, self.from, self.enabled);
        self.out.push(Reference { file, at, len, from, to, derived, enabled, how, role });
    }

    /// Whether a path is spelt from the root of a crate outside, `std::fs::read`: then the whole of
    /// it is of interest to the laws on packages.
    fn begins_with_stand_in(&self, found: &Resolved) -> bool {
        match found.segments.first() {
            Some(Named::Target(Target::Def(id))) => {
                found.segments.len() > 1 && self.world().is_std(*id) && self.world().def(*id).parent.is_none()
            }
            _ => false,
        }
    }

    /// The segments that names alone resolve.
    pub(super) fn segments(&mut self, found: &Resolved, segments: &[Segment], role: Role) {
        let from_stand_in = self.begins_with_stand_in(found);
        for (index, (segment, named)) in segments.iter().zip(&found.segments).enumerate() {
            if let (Named::Target(target), false) = (*named, segment.name.is_keyword()) {
                let last = index + 1 == segments.len();
                let role = if last { role } else { Role::Qualifier };
                match target {
                    Target::Def(id) if from_stand_in && self.world().is_std(id) => {
                        self.push(target, None, segment.at, segment.name, How::Path, role);
                    }
                    _ => self.name(target, segment.at, segment.name, How::Path, role),
                }
            }
        }
        match (found.broken, found.rest) {
            (true, _) => self.counts.paths_not_found += 1,
            _ => self.counts.paths_resolved += 1,
        }
    }

    /// A path that names a type or trait, with its arguments.
    pub(super) fn type_path<H: Holes>(
        &mut self,
        at: &mut Types<'_>,
        holes: &mut H,
        place: Place<'_>,
        path: PathId,
        role: Role,
    ) {
        let Place { scope, file, terms } = place;
        let written = terms.paths[path];
        let segments = &terms.segments[written.segments];
        let mut found = self.world().resolve(scope, file, terms, path, Namespace::Type);
        if found.broken {
            // A const argument is written like a type.
            let value = self.world().resolve(scope, file, terms, path, Namespace::Value);
            found = if value.broken { found } else { value };
        }
        if let Some(own) = written.qself {
            self.ty(at, holes, place, own, role);
        }
        self.segments(&found, segments, role);
        self.args_of(at, holes, place, segments, role);
        if found.rest > 0 && !found.broken {
            let mut lower = Lower::new(&self.tables.index, at, holes, place);
            lower.path(path);
            let last = lower.assoc.take();
            match (last, segments.last()) {
                (Some(assoc), Some(segment)) => {
                    self.name(Target::Def(assoc), segment.at, segment.name, How::Path, role);
                }
                _ => self.counts.associated_not_found += 1,
            }
        }
    }

    /// The arguments of all segments.
    pub(super) fn args_of<H: Holes>(
        &mut self,
        at: &mut Types<'_>,
        holes: &mut H,
        place: Place<'_>,
        segments: &[Segment],
        role: Role,
    ) {
        for args in segments.iter().filter_map(|segment| segment.args) {
            self.args(at, holes, place, args, role);
        }
    }

    pub(super) fn args<H: Holes>(
        &mut self,
        at: &mut Types<'_>,
        holes: &mut H,
        place: Place<'_>,
        args: ArgsId,
        role: Role,
    ) {
        let args = place.terms.args[args];
        self.types(at, holes, place, args.types, role);
        for binding in &place.terms.bindings[args.bindings] {
            if let Some(ty) = binding.ty {
                self.ty(at, holes, place, ty, role);
            }
            self.bounds(at, holes, place, binding.bounds, role);
        }
    }

    pub(super) fn bounds<H: Holes>(
        &mut self,
        at: &mut Types<'_>,
        holes: &mut H,
        place: Place<'_>,
        bounds: IdxRange<Bound>,
        role: Role,
    ) {
        for bound in &place.terms.bounds[bounds] {
            self.trait_path(at, holes, place, bound.path, role);
        }
    }

    /// A trait with its arguments and what it binds: `Iterator<Item = T>`.
    pub(super) fn trait_path<H: Holes>(
        &mut self,
        at: &mut Types<'_>,
        holes: &mut H,
        place: Place<'_>,
        path: PathId,
        role: Role,
    ) {
        self.type_path(at, holes, place, path, role);
        let world = self.world();
        let terms = place.terms;
        let segments = &terms.segments[terms.paths[path].segments];
        let Some(args) = segments.last().and_then(|segment| segment.args) else { return };
        let args = terms.args[args];
        if args.parenthesised || args.bindings.is_empty() {
            return;
        }
        let Some(trait_) = super::lower::trait_of(world, place.scope, place.file, terms, path) else {
            return;
        };
        for binding in &terms.bindings[args.bindings] {
            let name = world.symbol(self.file, binding.name);
            let found = self.tables.index.associated(trait_, name, crate::resolve::DefKind::TypeAlias);
            if let Some((_, assoc)) = found {
                self.name(Target::Def(assoc), binding.at, binding.name, How::Path, role);
            }
        }
    }

    fn types<H: Holes>(
        &mut self,
        at: &mut Types<'_>,
        holes: &mut H,
        place: Place<'_>,
        types: IdxRange<TypeId>,
        role: Role,
    ) {
        for ty in &place.terms.type_lists[types] {
            self.ty(at, holes, place, *ty, role);
        }
    }

    /// A type with all that stands in it.
    pub(super) fn ty<H: Holes>(
        &mut self,
        at: &mut Types<'_>,
        holes: &mut H,
        place: Place<'_>,
        ty: TypeId,
        role: Role,
    ) {
        match place.terms.types[ty] {
            Type::Path(path) => self.type_path(at, holes, place, path, role),
            Type::Ref { inner, .. } | Type::Ptr { inner, .. } | Type::Slice(inner) => {
                self.ty(at, holes, place, inner, role);
            }
            Type::Array { element, length } => {
                self.ty(at, holes, place, element, role);
                self.constant(place.scope, length);
            }
            Type::Const(value) => self.constant(place.scope, value),
            Type::Tuple(run) => self.types(at, holes, place, run, role),
            Type::Fn { params, ret } => {
                self.types(at, holes, place, params, role);
                if let Some(ret) = ret {
                    self.ty(at, holes, place, ret, role);
                }
            }
            Type::Impl(bounds) | Type::Dyn(bounds) => self.bounds(at, holes, place, bounds, role),
            Type::Macro { path, loose } => {
                self.macro_path(place.scope, place.terms, path);
                self.loose(place.scope, place.terms, loose);
            }
            Type::Never | Type::Infer | Type::Unknown => {}
        }
    }

    fn constant(&mut self, scope: DefId, body: Option<BodyId>) {
        let (from, enabled) = (self.from, self.enabled);
        self.constants.extend(body.map(|body| BodyAt { body, from, scope, enabled }));
    }

    /// The name of a macro that is called; what it leads to.
    pub(super) fn macro_path(&mut self, scope: DefId, terms: &Terms, path: PathId) {
        let found = self.world().resolve(scope, self.file, terms, path, Namespace::Macro);
        let segments = &terms.segments[terms.paths[path].segments];
        self.segments(&found, segments, Role::Macro);
    }

    /// Paths in tokens: taken only where they lead somewhere for certain.
    pub(super) fn loose(&mut self, scope: DefId, terms: &Terms, run: IdxRange<LoosePath>) {
        for loose in &terms.loose[run] {
            self.loose_path(scope, terms, loose);
        }
    }

    fn loose_path(&mut self, scope: DefId, terms: &Terms, loose: &LoosePath) {
        if loose.after_dot {
            return;
        }
        let world = self.world();
        let segments = &terms.segments[terms.paths[loose.path].segments];
        let namespaces: &[Namespace] = match loose.is_macro {
            true => &[Namespace::Macro],
            false => &[Namespace::Value, Namespace::Type],
        };
        // A lower-case name alone is more likely a variable than an item.
        let single = segments.len() < 2 && !loose.is_macro;
        if single {
            let text =
                segments.first().map_or("", |segment| world.text(world.symbol(self.file, segment.name)));
            if !text.starts_with(char::is_uppercase) {
                return;
            }
        }
        for &namespace in namespaces {
            let found = world.resolve(scope, self.file, terms, loose.path, namespace);
            if !found.broken && !found.segments.is_empty() {
                self.segments(&found, segments, Role::Body);
                return;
            }
        }
    }
}

fn is_free(world: &World<'_>, id: DefId) -> bool {
    let def = world.def(id);
    let in_module = |parent| world.def(parent).kind == DefKind::Module;
    def.kind == DefKind::Function && def.parent.is_some_and(in_module)
}
