//! Writes references down: each segment of each path.

use super::tables::Tables;
use crate::arena::{IdxRange, to_u32};
use crate::read::{BodyId, FileId, LoosePath, NOWHERE, Name, Namespace, PathId, Segment, sym};
use crate::resolve::generated::Written;
use crate::resolve::reference::{How, Page, Reference, Role};
use crate::resolve::unresolved::{About, UnresolvedKind};
use crate::resolve::{DefId, DefKind, Named, OutsideId, Presence, Resolved, Site, Symbol, Target, World};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

/// Methods of the standard library that ask files, the network, the clock, chance, or what a type is.
const ACTING: [&str; 22] = [
    "metadata",
    "symlink_metadata",
    "canonicalize",
    "read_link",
    "read_dir",
    "exists",
    "try_exists",
    "is_file",
    "is_dir",
    "is_symlink",
    "elapsed",
    "hasher",
    "is_terminal",
    "strong_count",
    "weak_count",
    "to_socket_addrs",
    "recv_timeout",
    "recv_deadline",
    "wait_timeout",
    "wait_timeout_ms",
    "wait_timeout_while",
    "type_id",
];

/// Where references go, and what they begin at.
pub(super) struct Emit<'e> {
    pub(super) tables: &'e Tables<'e>,
    pub(super) file: FileId,
    /// The innermost item.
    pub(super) from: DefId,
    pub(super) module: DefId,
    /// In which builds this place is there.
    pub(super) presence: Presence,
    /// Stands in an arm of a `macro_rules!`, where metavariables are names.
    pub(super) in_definition: bool,
    pub(super) page: &'e mut Page,
    /// The call of a macro in whose text we are: its name, and where that stands.
    pub(super) call: Option<(Name, u32)>,
    /// What was told at such calls.
    pub(super) told: FxHashSet<(u32, Target, Role)>,
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

    /// A name after a dot. What a macro writes has no place: it is told where the macro is called.
    pub(super) fn dot(&self, name: Name, at: u32, role: Role) -> Mention {
        match self.call.filter(|_| at == NOWHERE) {
            Some((name, at)) => Mention { name, at, how: How::ExpandedDot, role },
            None => Mention::dot(name, at, role),
        }
    }

    pub(super) fn name(&mut self, target: Target, mention: Mention) {
        self.derived(target, None, mention);
    }

    pub(super) fn derived(&mut self, to: Target, derived: Option<DefId>, mention: Mention) {
        if self.crosses(to, mention.how, mention.role) {
            self.push(to, derived, mention);
        }
    }

    /// An operator, which calls a function of an impl.
    pub(super) fn operator(&mut self, called: DefId, at: u32, len: u32) {
        let (to, how, role) = (Target::Def(called), How::Operator, Role::Call);
        if self.crosses(to, how, role) {
            self.refer(to, None, (at, len), (how, role));
        }
    }

    fn crosses(&self, to: Target, how: How, role: Role) -> bool {
        let world = self.world();
        match to {
            // Of the standard library its modules tell enough for laws: `fs` in `fs::read(…)`. What is after a
            // dot has no path: of that, what reaches the world is told.
            Target::Def(id) if world.is_std(id) => {
                let acts =
                    how.is_dot() && role == Role::Call && ACTING.contains(&world.text(world.def(id).name));
                acts || world.def(id).kind == DefKind::Module
            }
            Target::Def(id) if world.module_of(id) != self.module => true,
            // Who calls whom is of interest within a module too, as far as free functions go.
            Target::Def(id) if role == Role::Call && is_free(world, id) => true,
            _ => world.is_crossing(self.from, to),
        }
    }

    /// The same, also where it leads to the module that it stands in.
    pub(super) fn always(&mut self, to: Target, mention: Mention) {
        self.push(to, None, mention);
    }

    /// Elements are taken in the order in which this gives them.
    pub(super) fn order(&mut self, of: DefId, mention: Mention) {
        self.push(Target::Def(of), None, mention);
    }

    /// The one way out: what an expansion wrote has no place, and is not reported.
    fn push(&mut self, to: Target, derived: Option<DefId>, mention: Mention) {
        let Mention { name, at, how, role } = mention;
        if at == NOWHERE {
            return;
        }
        let len = self.world().written_len(self.file, name);
        // A macro may write the same many times.
        if how != How::ExpandedDot || self.told.insert((at, to, role)) {
            self.refer(to, derived, (at, len), (how, role));
        }
    }

    fn refer(&mut self, to: Target, derived: Option<DefId>, (at, len): (u32, u32), (how, role): (How, Role)) {
        let (file, from, Presence { enabled, test }) = (self.file, self.from, self.presence);
        self.page.references.push(Reference { file, at, len, from, to, derived, enabled, test, how, role });
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
        self.named(found, segments, role);
        self.note_path(found, segments);
    }

    /// The names before the last of a path, which is told by whoever finds it.
    pub(super) fn qualifiers(&mut self, found: &Resolved, segments: &[Segment]) {
        self.named(found, segments, Role::Qualifier);
        self.known_path(segments[0].at);
    }

    /// A path in an attribute's arguments, which may be no path at all.
    pub(super) fn in_attribute(&mut self, found: &Resolved, segments: &[Segment], role: Role) {
        self.named(found, segments, role);
        if let (true, Some(first), Some(last)) = (found.broken, segments.first(), segments.last()) {
            self.not_found(UnresolvedKind::AttributePath, first, last, About::Nothing);
        }
    }

    fn named(&mut self, found: &Resolved, segments: &[Segment], role: Role) {
        if let Some(written) = self.world().written(self.file, found, segments) {
            return self.written(found, segments, role, written);
        }
        let from_stand_in = self.begins_with_stand_in(found);
        for (index, (segment, named)) in segments.iter().zip(&found.segments).enumerate() {
            if let (Named::Target(target), false) = (*named, segment.name.is_keyword()) {
                let last = index + 1 == segments.len();
                let role = if last { role } else { Role::Qualifier };
                let mention = Mention::of(segment, role);
                match target {
                    Target::Outside(prefix) if found.is_below(index) => {
                        let below = &segments[found.known()..=index];
                        let names = below.iter().map(|segment| self.world().symbol(self.file, segment.name));
                        self.below(prefix, names.collect(), mention);
                    }
                    Target::Def(id) if from_stand_in && self.world().is_std(id) => {
                        self.push(target, None, mention);
                    }
                    _ => self.name(target, mention),
                }
            }
        }
    }

    /// A path into text that is not read: what leads there, and the item.
    fn written(&mut self, found: &Resolved, segments: &[Segment], role: Role, written: Written) {
        for (segment, named) in segments.iter().zip(&found.segments) {
            if let (Named::Target(target @ Target::Def(_)), false) = (*named, segment.name.is_keyword()) {
                self.name(target, Mention::of(segment, Role::Qualifier));
            }
        }
        let Written { segment, prefix, rest } = written;
        let role = if segment + 1 == segments.len() { role } else { Role::Qualifier };
        self.below(prefix, rest, Mention::of(&segments[segment], role));
    }

    /// A name below something outside, or of text that is not read: `rest` is what is written behind the prefix.
    pub(super) fn below(&mut self, prefix: OutsideId, rest: SmallVec<[Symbol; 2]>, mention: Mention) {
        let before = self.page.references.len();
        self.push(Target::Outside(prefix), None, mention);
        if self.page.references.len() > before {
            self.page.below.push((to_u32(before), rest));
        }
    }

    /// Notes what became of a path.
    fn note_path(&mut self, found: &Resolved, segments: &[Segment]) {
        let Some(first) = segments.first() else { return };
        match (found.broken, found.segments.last()) {
            (true, before) => {
                let about = match before {
                    Some(Named::Target(Target::Def(id))) => About::Def(*id),
                    _ => About::Nothing,
                };
                let broken = segments.get(found.segments.len()).unwrap_or(first);
                self.not_found(UnresolvedKind::Path, first, broken, about);
            }
            (false, Some(Named::Target(Target::Outside(id)))) => {
                let kind = self.world().way_out(*id);
                self.not_found(kind, first, first, About::Outside(*id));
            }
            _ => self.known_path(first.at),
        }
    }

    /// A path that begins here leads somewhere.
    pub(super) fn known_path(&mut self, at: u32) {
        if at != NOWHERE {
            self.page.notes.resolved_path(at);
        }
    }

    /// A path of which a segment leads nowhere, or out of the workspace.
    pub(super) fn not_found(
        &mut self,
        kind: UnresolvedKind,
        first: &Segment,
        broken: &Segment,
        about: About,
    ) {
        let is_metavariable = |segment: &Segment| {
            let world = self.world();
            world.text(world.symbol(self.file, segment.name)).starts_with('$')
                && segment.name != sym::DOLLAR_CRATE
        };
        if self.in_definition && (is_metavariable(first) || is_metavariable(broken)) {
            return;
        }
        let broken = if broken.at == NOWHERE { first } else { broken };
        self.note(kind, first.at, (broken.at, broken.name), about);
    }

    /// What is not known of a path relative to a type.
    pub(super) fn unknown_in_path(
        &mut self,
        kind: UnresolvedKind,
        first: &Segment,
        broken: &Segment,
        about: About,
    ) {
        if !self.in_definition {
            self.not_found(kind, first, broken, about);
        }
    }

    /// What is not known of a method or field.
    pub(super) fn unknown(&mut self, kind: UnresolvedKind, (at, name): (u32, Name), about: About) {
        // Of what types they are is told where the macro is carried out.
        if !self.in_definition {
            self.note(kind, at, (at, name), about);
        }
    }

    /// An item of a trait, named of a type that stays unknown.
    pub(super) fn unknown_self(&mut self, mention: Mention, key: u32, trait_: DefId) {
        let kind = match mention.how {
            How::Path | How::Expansion | How::Operator => UnresolvedKind::RelativePath,
            How::Dot | How::ExpandedDot => UnresolvedKind::Method,
        };
        if !self.in_definition {
            self.note(kind, key, (mention.at, mention.name), About::Def(trait_));
        }
    }

    pub(super) fn known_member(&mut self, at: u32) {
        if at != NOWHERE {
            self.page.notes.resolved_member(at);
        }
    }

    /// What stands here is not looked into: told by the item.
    pub(super) fn too_deep(&mut self) {
        if let Some(item) = self.world().item(self.from) {
            self.note(UnresolvedKind::TooDeep, item.at, (item.at, item.name), About::Nothing);
        }
    }

    fn note(&mut self, kind: UnresolvedKind, key: u32, (at, name): (u32, Name), about: About) {
        if key != NOWHERE {
            let len = self.world().written_len(self.file, name);
            self.page.notes.unresolved(kind, key, (at, len), about);
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
                // A word in tokens is no name of what nobody declares.
                let is_word = single && world.written(self.file, &found, segments).is_some();
                if !is_word {
                    self.segments(&found, segments, Role::Body);
                }
                return;
            }
        }
        if let ([first, .., last], false) | ([first @ last], true) = (segments, loose.is_macro) {
            self.not_found(UnresolvedKind::MacroPath, first, last, About::Nothing);
        }
    }
}

fn is_free(world: &World<'_>, id: DefId) -> bool {
    let def = world.def(id);
    let in_module = |parent| world.def(parent).kind == DefKind::Module;
    def.kind == DefKind::Function && def.parent.is_some_and(in_module)
}
