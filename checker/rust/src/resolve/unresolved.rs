//! What is not known of the code: each path, method and field that leads nowhere or out of the
//! workspace, with its place and the reason.

use super::definitions::DefId;
use super::outside::OutsideId;
use super::path::{Named, Site};
use super::scopes::Target;
use super::world::World;
use crate::arena::to_u32;
use crate::read::{Attribute, FileId, FileSummary, Item, ItemKind, NOWHERE, Namespace, PathId, TargetKind};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

/// A place in the code of which the checker does not know what it names.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Unresolved {
    pub file: FileId,
    /// Byte offset of what could not be resolved.
    pub at: u32,
    /// Its length in bytes.
    pub len: u32,
    /// The module that its file is.
    pub module: DefId,
    pub kind: UnresolvedKind,
    pub about: About,
}

/// What the reason is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum About {
    Nothing,
    /// The module or type that has no such name.
    Def(DefId),
    /// The path outside, or the type of the receiver.
    Outside(OutsideId),
    /// The macro outside that writes what is missing, and how many references hang on it.
    Writes(OutsideId, u32),
    /// What is not there: an index into [`Workspace::absent`](crate::Workspace::absent).
    Absent(u32),
}

/// What a count in [`Coverage`] counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Counted {
    /// A path, or a leaf of a `use`.
    Path,
    /// A method call or a field.
    Member,
    /// Code that was not read, or not as Rust.
    Unread,
}

/// Why something is not resolved. The first are unresolved, the last lead out of what is read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum UnresolvedKind {
    /// A segment of a path names nothing.
    Path,
    /// A leaf of a `use` names nothing.
    Import,
    /// The path before `::*` names nothing.
    Glob,
    /// `T::x`, where `T` is known and has no `x`.
    AssociatedItem,
    /// `T::x`, where the type `T` is not known.
    RelativePath,
    /// The path in `pub(in …)` names no module.
    Visibility,
    /// An attribute or derive that nobody declares.
    Attribute,
    /// The type of a method's receiver is not known.
    Method,
    /// The type before a field is not known.
    Field,
    /// The receiver's type is known and has no such method.
    MissingMethod,
    /// The type is known and has no such field.
    MissingField,
    /// A macro that is not carried out; its argument is not Rust, and is only scanned for paths.
    MacroArgument,
    /// A path in such an argument that leads nowhere.
    MacroPath,
    /// A path in an attribute's arguments that leads nowhere.
    AttributePath,
    /// A `mod x;` behind a condition, in a macro or in a block, of which there is no file.
    Module,
    /// An `include!` of a file that is not there, or whose path is known only when it is built.
    Include,
    /// A `.rs` file that no target reaches.
    Orphan,
    /// A documentation test.
    DocTest,
    /// Code that is nested too deeply.
    TooDeep,
    /// A derive or attribute of another package that has no template, on a type that lacks what the code
    /// names of it.
    Template,
    /// A path into text of the workspace that is not read: what a build writes, what a macro makes.
    GeneratedPath,
    /// A path into a package that is not part of the workspace.
    OutsidePath,
    /// A method of a type of another package.
    OutsideMethod,
    /// A field of a type of another package.
    OutsideField,
}

/// What there is to say of a kind.
struct Facts {
    kind: UnresolvedKind,
    name: &'static str,
    plural: &'static str,
    counted: Counted,
    is_outside: bool,
}

/// By kind, in the order in which they are declared.
const FACTS: [Facts; 24] = {
    use UnresolvedKind as Kind;
    const fn row(
        kind: UnresolvedKind,
        name: &'static str,
        plural: &'static str,
        counted: Counted,
        is_outside: bool,
    ) -> Facts {
        Facts { kind, name, plural, counted, is_outside }
    }
    [
        row(Kind::Path, "path", "paths not found", Counted::Path, false),
        row(Kind::Import, "import", "imports not found", Counted::Path, false),
        row(Kind::Glob, "glob", "globs not found", Counted::Path, false),
        row(Kind::AssociatedItem, "associated-item", "associated items not found", Counted::Path, false),
        row(Kind::RelativePath, "relative-path", "paths relative to an unknown type", Counted::Path, false),
        row(Kind::Visibility, "visibility", "visibilities not found", Counted::Path, false),
        row(Kind::Attribute, "attribute", "attributes not found", Counted::Path, false),
        row(Kind::Method, "method", "receivers of unknown type", Counted::Member, false),
        row(Kind::Field, "field", "fields of unknown type", Counted::Member, false),
        row(Kind::MissingMethod, "missing-method", "methods not found", Counted::Member, false),
        row(Kind::MissingField, "missing-field", "fields not found", Counted::Member, false),
        row(Kind::MacroArgument, "macro-argument", "macro arguments only scanned", Counted::Unread, false),
        row(Kind::MacroPath, "macro-path", "paths in macro arguments not found", Counted::Unread, false),
        row(
            Kind::AttributePath,
            "attribute-path",
            "paths in attribute arguments not found",
            Counted::Unread,
            false,
        ),
        row(Kind::Module, "module", "modules without a file", Counted::Unread, false),
        row(Kind::Include, "include", "includes not read", Counted::Unread, false),
        row(Kind::Orphan, "orphan", "files that no target reaches", Counted::Unread, false),
        row(Kind::DocTest, "doc-test", "documentation tests not read", Counted::Unread, false),
        row(Kind::TooDeep, "too-deep", "functions nested too deeply", Counted::Unread, false),
        row(Kind::Template, "template", "macros without a template", Counted::Unread, false),
        row(Kind::GeneratedPath, "generated-path", "paths into generated code", Counted::Path, true),
        row(Kind::OutsidePath, "outside-path", "paths into other packages", Counted::Path, true),
        row(
            Kind::OutsideMethod,
            "outside-method",
            "methods of types of other packages",
            Counted::Member,
            true,
        ),
        row(Kind::OutsideField, "outside-field", "fields of types of other packages", Counted::Member, true),
    ]
};

impl UnresolvedKind {
    /// All of them, as a summary lists them.
    pub fn all() -> impl Iterator<Item = Self> {
        FACTS.iter().map(|facts| facts.kind)
    }

    fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }

    /// As lists and formats write it.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// Many of it, for people.
    pub fn plural(self) -> &'static str {
        self.facts().plural
    }

    /// What it is one of.
    pub fn counted(self) -> Counted {
        self.facts().counted
    }

    /// Whether it is known to lead out of what is read.
    pub fn is_outside(self) -> bool {
        self.facts().is_outside
    }
}

impl Unresolved {
    /// The reason, in words. `name` is what stands in the code.
    pub fn reason(&self, world: &World<'_>, name: &str) -> String {
        use UnresolvedKind as Kind;
        let text_of = |id| world.text_of(id).map_or_else(String::new, |module| world.path(module));
        match (self.kind, self.about) {
            (Kind::Path | Kind::Import | Kind::Visibility, About::Def(id)) => {
                format!("no `{name}` in `{}`", world.path(id))
            }
            (Kind::Path | Kind::Import | Kind::Visibility, _) => format!("no `{name}` in scope"),
            (Kind::Glob, About::Def(id)) => format!("no module `{name}` in `{}`", world.path(id)),
            (Kind::Glob, _) => format!("no module or enum `{name}` in scope"),
            (Kind::AssociatedItem, About::Def(id)) => {
                format!("`{}` has no associated item `{name}`", world.path(id))
            }
            (Kind::AssociatedItem, _) => format!("the type has no associated item `{name}`"),
            (Kind::RelativePath, _) => "the type before it is not known".to_owned(),
            (Kind::Attribute, _) => format!("no attribute or derive `{name}` in scope"),
            (Kind::Method, _) => "the type of the receiver is not known".to_owned(),
            (Kind::Field, _) => "the type that has the field is not known".to_owned(),
            (Kind::MissingMethod, About::Def(id)) => {
                format!("`{}` has no method `{name}`", world.path(id))
            }
            (Kind::MissingMethod, _) => format!("the type has no method `{name}`"),
            (Kind::MissingField, About::Def(id)) => {
                format!("`{}` has no field `{name}`", world.path(id))
            }
            (Kind::MissingField, _) => format!("the type has no field `{name}`"),
            (Kind::MacroArgument, _) => {
                "the macro is not carried out, and its argument is not Rust: only scanned for paths"
                    .to_owned()
            }
            (Kind::MacroPath, _) => "a path that a macro takes or writes leads nowhere".to_owned(),
            (Kind::AttributePath, _) => "a path in an attribute that leads nowhere".to_owned(),
            (Kind::Module | Kind::Include, About::Absent(index)) => {
                let sought =
                    world.workspace.absent.get(index as usize).map(|absent| absent.sought.as_slice());
                let sought = sought.unwrap_or_default().iter().map(|path| format!("`{path}`"));
                format!("there is no {}", sought.collect::<Vec<_>>().join(" or "))
            }
            (Kind::Module, _) => "there is no file for it".to_owned(),
            (Kind::Include, _) => {
                "it is not read: its path is computed, or it stands in an expression".to_owned()
            }
            (Kind::Orphan, _) => "no target reaches this file".to_owned(),
            (Kind::DocTest, _) => "code in documentation is not read".to_owned(),
            (Kind::Template, About::Writes(id, count)) => {
                let hang = if count == 1 { "1 reference hangs" } else { &format!("{count} references hang") };
                format!("`{}` has no template, and {hang} on the type", world.outside_path(id))
            }
            (Kind::Template, _) => "it has no template".to_owned(),
            (Kind::TooDeep, _) => "code nested too deeply is not looked into".to_owned(),
            (Kind::GeneratedPath, About::Outside(id)) => {
                format!("in code of `{}` that is written by a build or a macro", text_of(id))
            }
            (Kind::GeneratedPath, _) => "in code that is written by a build or a macro".to_owned(),
            (Kind::OutsideMethod | Kind::OutsideField, About::Outside(id)) if world.text_of(id).is_some() => {
                format!("a member of a type in `{}` that is written by a build or a macro", text_of(id))
            }
            (Kind::OutsidePath, About::Outside(id)) => {
                format!("leads to `{}`, outside the workspace", world.outside_path(id))
            }
            (Kind::OutsidePath, _) => "leads outside the workspace".to_owned(),
            (Kind::OutsideMethod, About::Outside(id)) => {
                format!("a method of `{}`, outside the workspace", world.outside_path(id))
            }
            (Kind::OutsideMethod, _) => "a method of a type outside the workspace".to_owned(),
            (Kind::OutsideField, About::Outside(id)) => {
                format!("a field of `{}`, outside the workspace", world.outside_path(id))
            }
            (Kind::OutsideField, _) => "a field of a type outside the workspace".to_owned(),
        }
    }
}

/// How many paths, methods and fields the code has, and what became of them. Each place in a file
/// counts once, however many targets hold the file and however often a macro repeats its argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Coverage {
    pub paths_resolved: u64,
    pub members_resolved: u64,
    /// By kind.
    kinds: [u64; FACTS.len()],
}

impl Coverage {
    /// How many there are of a kind.
    pub fn of(&self, kind: UnresolvedKind) -> u64 {
        self.kinds[kind as usize]
    }

    /// Counts one more.
    pub fn add(&mut self, kind: UnresolvedKind) {
        self.kinds[kind as usize] += 1;
    }

    /// How many are counted as this and lead out of the workspace.
    pub fn outside(&self, counted: Counted) -> u64 {
        self.sum(counted, true)
    }

    /// How many are counted as this and could not be resolved.
    pub fn unresolved(&self, counted: Counted) -> u64 {
        self.sum(counted, false)
    }

    fn sum(&self, counted: Counted, outside: bool) -> u64 {
        let fits = |kind: &UnresolvedKind| kind.counted() == counted && kind.is_outside() == outside;
        UnresolvedKind::all().filter(fits).map(|kind| self.of(kind)).sum()
    }

    /// Adds what another file has.
    pub fn join(&mut self, other: &Self) {
        self.paths_resolved += other.paths_resolved;
        self.members_resolved += other.members_resolved;
        self.kinds.iter_mut().zip(other.kinds).for_each(|(own, other)| *own += other);
    }
}

/// A place of which something is not known; one that is looked at twice may have several.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Note {
    /// What it is told from others by: where a path begins, where a member's name stands.
    key: u32,
    counted: Counted,
    kind: UnresolvedKind,
    at: u32,
    len: u32,
    about: About,
}

/// The places of one file that were looked at so far.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// Where resolved paths begin, as often as they were looked at; there are many of them.
    paths: Vec<u32>,
    /// Where the names of resolved members stand, likewise.
    members: Vec<u32>,
    unresolved: Vec<Note>,
    /// What is looked at now stands in no file.
    pub(crate) is_off: bool,
}

impl Notes {
    pub(crate) fn resolved_path(&mut self, key: u32) {
        if !self.is_off {
            self.paths.push(key);
        }
    }

    pub(crate) fn resolved_member(&mut self, key: u32) {
        if !self.is_off {
            self.members.push(key);
        }
    }

    /// `key` is where the path begins, `at` the segment of which nothing is known.
    pub(crate) fn unresolved(&mut self, kind: UnresolvedKind, key: u32, (at, len): (u32, u32), about: About) {
        if !self.is_off {
            self.unresolved.push(Note { key, counted: kind.counted(), kind, at, len, about });
        }
    }

    /// Where paths begin and members stand, and which of the two it is.
    #[cfg(test)]
    pub(crate) fn places(&self) -> impl Iterator<Item = (usize, bool)> {
        let told = self.unresolved.iter().filter(|note| note.counted != Counted::Unread);
        let told = told.map(|note| (note.key, note.counted == Counted::Member));
        let paths = self.paths.iter().map(|key| (*key, false));
        let members = self.members.iter().map(|key| (*key, true));
        let all = paths.chain(members).chain(told);
        all.map(|(key, is_member)| (key as usize, is_member))
    }

    /// Takes in what the same file is in another crate.
    pub(crate) fn join(&mut self, mut other: Self) {
        self.paths.append(&mut other.paths);
        self.members.append(&mut other.members);
        self.unresolved.append(&mut other.unresolved);
    }

    /// Each place once: what is not known of it in one of its meanings is not known.
    pub(crate) fn settle(mut self, file: FileId, module: DefId) -> (Vec<Unresolved>, Coverage) {
        let (mut unresolved, mut coverage) = (Vec::new(), Coverage::default());
        self.unresolved.sort_unstable();
        for places in self.unresolved.chunk_by(|a, b| (a.key, a.counted) == (b.key, b.counted)) {
            // What leads outside in one of its meanings, and nowhere in another, leads nowhere.
            let worst = places.iter().min_by_key(|note| (note.kind.is_outside(), note.kind, note.at));
            let Some(&Note { kind, at, len, about, .. }) = worst else { continue };
            coverage.add(kind);
            unresolved.push(Unresolved { file, at, len, module, kind, about });
        }
        unresolved.sort_by_key(|one| one.at);
        coverage.paths_resolved = self.resolved(Counted::Path);
        coverage.members_resolved = self.resolved(Counted::Member);
        (unresolved, coverage)
    }

    /// How many places are resolved in all of their meanings.
    fn resolved(&mut self, counted: Counted) -> u64 {
        let keys = if counted == Counted::Member { &mut self.members } else { &mut self.paths };
        keys.sort_unstable();
        keys.dedup();
        let mut unknown: Vec<u32> =
            self.unresolved.iter().filter(|note| note.counted == counted).map(|note| note.key).collect();
        unknown.dedup();
        let is_unknown = |key: &&u32| unknown.binary_search(key).is_ok();
        (keys.len() - keys.iter().filter(is_unknown).count()) as u64
    }
}

/// The length of `include`.
const INCLUDE: u32 = 7;

/// Adds what was not read of the workspace at all, each once, with the first crate that holds the file.
pub(crate) fn unread(world: &World<'_>, unresolved: &mut Vec<Unresolved>, coverage: &mut Coverage) {
    let mut modules: FxHashMap<FileId, DefId> = FxHashMap::default();
    let mut documented = FxHashSet::default();
    for instance in &world.instances {
        modules.entry(instance.file).or_insert(instance.module);
        let target = world.crates[instance.krate].target.map(|target| &world.workspace.targets[target]);
        // Only a library's documentation is tested.
        if target.is_some_and(|target| matches!(target.kind, TargetKind::Library | TargetKind::ProcMacro)) {
            documented.insert(instance.file);
        }
    }
    let mut add = |file: FileId, (at, len): (u32, u32), kind, about| {
        let Some(&module) = modules.get(&file) else { return };
        coverage.add(kind);
        unresolved.push(Unresolved { file, at, len, module, kind, about });
    };
    for (index, absent) in world.workspace.absent.iter().enumerate() {
        let item = &world.summary(absent.file).items[absent.item];
        let (kind, len) = match item.kind {
            ItemKind::Module { .. } => (UnresolvedKind::Module, world.written_len(absent.file, item.name)),
            _ => (UnresolvedKind::Include, INCLUDE),
        };
        add(absent.file, (item.at, len), kind, About::Absent(to_u32(index)));
    }
    for (file, read) in world.workspace.files.enumerate() {
        for item in read.summary.computed_includes() {
            add(file, (item.at, INCLUDE), UnresolvedKind::Include, About::Nothing);
        }
        for at in read.summary.doc_tests.iter().filter(|_| documented.contains(&file)) {
            add(file, (*at, 3), UnresolvedKind::DocTest, About::Nothing);
        }
    }
    world.workspace.orphans.iter().for_each(|_| coverage.add(UnresolvedKind::Orphan));
}

/// Adds the derives and attributes of other packages that nobody has said of what they write, where something
/// is missing of the type that carries them.
pub(crate) fn unwritten(world: &World<'_>, unresolved: &mut Vec<Unresolved>, coverage: &mut Coverage) {
    use UnresolvedKind::{AssociatedItem, MissingField, MissingMethod};
    let mut hanging: FxHashMap<DefId, u32> = FxHashMap::default();
    for one in unresolved.iter() {
        if let (MissingMethod | MissingField | AssociatedItem, About::Def(id)) = (one.kind, one.about) {
            *hanging.entry(id).or_default() += 1;
        }
    }
    let mut types: Vec<(DefId, u32)> = hanging.into_iter().collect();
    types.sort_unstable();
    for (id, count) in types {
        let def = world.def(id);
        let (Some(item), Some(scope), false) = (world.item(id), def.parent, world.is_std(id)) else {
            continue;
        };
        let summary = world.summary(def.file);
        let last = |path: PathId| summary.terms.segments[summary.terms.paths[path].segments].last().copied();
        let of_attribute = |attribute: &Attribute| match attribute.is_derive {
            true => summary.terms.loose[attribute.loose].iter().map(|loose| loose.path).collect(),
            false => vec![attribute.path],
        };
        for path in summary.attributes[item.attributes].iter().flat_map(of_attribute) {
            let Some(name) = last(path) else { continue };
            let has_template =
                summary.templated.iter().any(|known| last(known.path).map(|known| known.at) == Some(name.at));
            let site = Site { scope, file: def.file, terms: &summary.terms };
            let found = world.resolve(site, path, Namespace::Macro);
            let Some(Named::Target(Target::Outside(outside))) = found.segments.last().copied() else {
                continue;
            };
            if has_template || found.broken || name.at == NOWHERE {
                continue;
            }
            coverage.add(UnresolvedKind::Template);
            unresolved.push(Unresolved {
                file: def.file,
                at: name.at,
                len: world.written_len(def.file, name.name),
                module: world.module_of(id),
                kind: UnresolvedKind::Template,
                about: About::Writes(outside, count),
            });
        }
    }
}

impl FileSummary {
    /// Calls of `include!` in the place of items whose argument is no plain string.
    pub(crate) fn computed_includes(&self) -> impl Iterator<Item = &Item> {
        self.items
            .enumerate()
            .filter(|(id, item)| {
                let ItemKind::MacroCall { path, .. } = item.kind else { return false };
                let last = self.terms.segments[self.terms.paths[path].segments].last();
                last.is_some_and(|last| &*self.names[last.name] == "include")
                    && !self.includes.iter().any(|(included, _)| included == id)
            })
            .map(|(_, item)| item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_own_facts() {
        assert!(FACTS.iter().enumerate().all(|(index, facts)| facts.kind as usize == index));
    }
}
