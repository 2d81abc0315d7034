//! Writes references down: each segment of each path.

use super::tables::Tables;
use crate::arena::IdxRange;
use crate::read::{BodyId, FileId, LoosePath, NOWHERE, Name, Namespace, PathId, Segment};
use crate::resolve::reference::{How, Reference, Role, Unresolved};
use crate::resolve::{DefId, DefKind, Named, Presence, Resolved, Site, Target, World};

/// Where references go, and what they begin at.
pub(super) struct Emit<'e> {
    pub(super) tables: &'e Tables<'e>,
    pub(super) file: FileId,
    /// The innermost item.
    pub(super) from: DefId,
    pub(super) module: DefId,
    /// In which builds this place is there.
    pub(super) presence: Presence,
    pub(super) out: &'e mut Vec<Reference>,
    pub(super) counts: &'e mut Unresolved,
    /// What stands in types as a value, to be looked into afterwards.
    pub(super) constants: &'e mut Vec<BodyAt>,
}

/// A name in the code, and what the code does with what it names.
#[derive(Clone, Copy)]
pub(super) struct Mention {
    pub(super) name: Name,
    pub(super) at: u32,
    pub(super) how: How,
    pub(super) role: Role,
}

impl Mention {
    /// A segment of a path.
    pub(super) fn of(segment: &Segment, role: Role) -> Self {
        Self { name: segment.name, at: segment.at, how: How::Path, role }
    }

    /// A name in a path or in a pattern.
    pub(super) fn path(name: Name, at: u32, role: Role) -> Self {
        Self { name, at, how: How::Path, role }
    }

    /// A name after a dot.
    pub(super) fn dot(name: Name, at: u32, role: Role) -> Self {
        Self { name, at, how: How::Dot, role }
    }
}

/// A body, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct BodyAt {
    pub(super) body: BodyId,
    /// The innermost item, as in [`Emit`], and the innermost scope of names.
    pub(super) from: DefId,
    pub(super) scope: DefId,
    pub(super) presence: Presence,
}

impl<'e> Emit<'e> {
    fn world(&self) -> &'e World<'e> {
        self.tables.index.world
    }

    pub(super) fn name(&mut self, target: Target, mention: Mention) {
        self.derived(target, None, mention);
    }

    pub(super) fn derived(&mut self, to: Target, derived: Option<DefId>, mention: Mention) {
        let world = self.world();
        let crosses = match to {
            // Of the standard library its modules tell enough for laws: `fs` in `fs::read(…)`.
            Target::Def(id) if world.is_std(id) => world.def(id).kind == DefKind::Module,
            Target::Def(id) if world.module_of(id) != self.module => true,
            // Who calls whom is of interest within a module too, as far as free functions go.
            Target::Def(id) if mention.role == Role::Call && is_free(world, id) => true,
            _ => world.is_crossing(self.from, to),
        };
        if crosses {
            self.push(to, derived, mention);
        }
    }

    /// The same, also where it leads to the module that it stands in.
    pub(super) fn always(&mut self, to: Target, mention: Mention) {
        self.push(to, None, mention);
    }

    /// The one way out: what an expansion wrote has no place, and is not reported.
    fn push(&mut self, to: Target, derived: Option<DefId>, mention: Mention) {
        let Mention { name, at, how, role } = mention;
        if at == NOWHERE {
            return;
        }
        let len = self.world().written_len(self.file, name);
        let (file, from, Presence { enabled, test }) = (self.file, self.from, self.presence);
        self.out.push(Reference { file, at, len, from, to, derived, enabled, test, how, role });
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
                let mention = Mention::of(segment, role);
                match target {
                    Target::Def(id) if from_stand_in && self.world().is_std(id) => {
                        self.push(target, None, mention);
                    }
                    _ => self.name(target, mention),
                }
            }
        }
        match (found.broken, found.rest) {
            (true, _) => self.counts.paths_not_found += 1,
            _ => self.counts.paths_resolved += 1,
        }
    }

    /// The name of a macro that is called; what it leads to.
    pub(super) fn macro_path(&mut self, site: Site<'_>, path: PathId) {
        let found = self.world().resolve(site, path, Namespace::Macro);
        let segments = &site.terms.segments[site.terms.paths[path].segments];
        self.segments(&found, segments, Role::Macro);
    }

    /// Paths in tokens: taken only where they lead somewhere for certain.
    pub(super) fn loose(&mut self, site: Site<'_>, run: IdxRange<LoosePath>) {
        for loose in &site.terms.loose[run] {
            self.loose_path(site, loose);
        }
    }

    fn loose_path(&mut self, site: Site<'_>, loose: &LoosePath) {
        if loose.after_dot {
            return;
        }
        let world = self.world();
        let segments = &site.terms.segments[site.terms.paths[loose.path].segments];
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
            let found = world.resolve(site, loose.path, namespace);
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
