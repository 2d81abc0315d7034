//! What became of paths outside signatures and bodies: resolved, outside, or not known.

use super::Finder;
use crate::read::{ItemId, NOWHERE, Name, Namespace, PathId, Segment, UseLeaf, sym};
use crate::resolve::definitions::DefId;
use crate::resolve::imports::{Beyond, ImportPaths};
use crate::resolve::path::{Named, Resolved};
use crate::resolve::reference::Role;
use crate::resolve::scopes::Target;
use crate::resolve::unresolved::{About, UnresolvedKind};

/// The standard library's derives, of which its stand-in has the traits alone.
const STANDARD: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// Attributes of the language that name nothing, and that the standard library's derives read.
const BUILT_IN: &[&str] = &[
    "bench",
    "collapse_debuginfo",
    "coverage",
    "crate_name",
    "crate_type",
    "debugger_visualizer",
    "default",
    "derive",
    "instruction_set",
    "lang",
    "link_section",
    "marker",
    "naked",
    "no_builtins",
    "no_core",
    "no_implicit_prelude",
    "no_main",
    "optimize",
    "pointee",
    "proc_macro",
    "proc_macro_attribute",
    "proc_macro_derive",
    "start",
    "test",
    "type_length_limit",
    "used",
    "windows_subsystem",
];

impl Finder<'_> {
    /// Notes what became of a leaf, whose path leads to these as far as its qualifiers go.
    pub(super) fn note_leaf(&mut self, scope: DefId, leaf: &UseLeaf, targets: &[Target]) {
        let world = self.world;
        let terms = &world.summary(self.instance.file).terms;
        let segments = &terms.segments[terms.paths[leaf.path].segments];
        let last = match targets.len() == segments.len() {
            true => targets.last().copied(),
            // What its last segment stands for is not among them.
            false if !leaf.glob && !leaf.is_self && targets.len() + 1 == segments.len() => {
                let paths = ImportPaths { scopes: world, beyond: Beyond::Outside };
                let found = paths.targets(scope, self.instance.file, leaf.path).0;
                world.visible_from(scope, found).any().map(|binding| binding.target)
            }
            false => None,
        };
        match last {
            Some(Target::Def(_)) => self.known(leaf.at),
            Some(Target::Outside(id)) => {
                let place = (leaf.at, if leaf.glob { 1 } else { self.len(leaf.name) });
                let kind = self.world.way_out(id);
                self.note(kind, leaf.at, place, About::Outside(id));
            }
            None if segments.is_empty() => self.known(leaf.at),
            None => {
                let kind = if leaf.glob { UnresolvedKind::Glob } else { UnresolvedKind::Import };
                let broken = &segments[targets.len().min(segments.len() - 1)];
                let about = match targets.last() {
                    Some(Target::Def(id)) => About::Def(*id),
                    Some(Target::Outside(id)) => About::Outside(*id),
                    None => About::Nothing,
                };
                self.note(kind, leaf.at, (broken.at, self.len(broken.name)), about);
            }
        }
    }

    /// A macro that is not carried out, by its name.
    pub(super) fn macro_argument(&mut self, name: Option<Segment>) {
        if let Some(Segment { name, at, .. }) = name {
            self.note(UnresolvedKind::MacroArgument, at, (at, self.len(name)), About::Nothing);
        }
    }

    /// The length of a name as the code writes it.
    pub(super) fn len(&self, name: Name) -> u32 {
        self.world.written_len(self.instance.file, name)
    }

    pub(super) fn known(&mut self, key: u32) {
        if key != NOWHERE {
            self.page.notes.resolved_path(key);
        }
    }

    pub(super) fn note(&mut self, kind: UnresolvedKind, key: u32, place: (u32, u32), about: About) {
        if key != NOWHERE {
            self.page.notes.unresolved(kind, key, place, about);
        }
    }

    /// Whether a path is not one yet, in the arm of a macro.
    pub(super) fn is_metavariable(&self, path: &[Segment]) -> bool {
        let text = |segment: &Segment| self.world.text(self.world.symbol(self.instance.file, segment.name));
        path.iter().any(|segment| segment.name != sym::DOLLAR_CRATE && text(segment).starts_with('$'))
    }

    /// Notes what became of a path.
    pub(super) fn note_path(&mut self, found: &Resolved, segments: &[Segment], role: Role) {
        let Some(first) = segments.first() else { return };
        let last = found.segments.last().copied();
        let name = |segment: &Segment| self.world.text(self.world.symbol(self.instance.file, segment.name));
        // Of the language, also where a glob might bring the name from outside.
        let is_standard = segments.last().is_some_and(|last| STANDARD.contains(&name(last)))
            || (segments.len() == 1 && BUILT_IN.contains(&name(first)));
        if role == Role::Attribute
            && is_standard
            && (found.broken || matches!(last, Some(Named::Target(Target::Outside(_)))))
        {
            return self.known(first.at);
        }
        if found.broken && role == Role::Attribute && self.is_templated(segments) {
            return self.known(first.at);
        }
        if !found.broken {
            return match last {
                Some(Named::Target(Target::Outside(id))) => {
                    let place = (first.at, self.len(first.name));
                    let kind = self.world.way_out(id);
                    self.note(kind, first.at, place, About::Outside(id));
                }
                _ => self.known(first.at),
            };
        }
        let kind = match role {
            Role::Attribute => UnresolvedKind::Attribute,
            Role::Qualifier => UnresolvedKind::Visibility,
            _ => UnresolvedKind::Path,
        };
        let about = match last {
            Some(Named::Target(Target::Def(id))) => About::Def(id),
            _ => About::Nothing,
        };
        let broken = segments.get(found.segments.len()).unwrap_or(first);
        if kind == UnresolvedKind::Attribute && segments.len() == 1 {
            // `#[serde(…)]`, `#[arg(…)]` belong to a derive or an attribute macro around them.
            match self.around() {
                Some(Target::Def(_)) => return self.known(first.at),
                Some(Target::Outside(id)) => {
                    let place = (first.at, self.len(first.name));
                    return self.note(UnresolvedKind::OutsidePath, first.at, place, About::Outside(id));
                }
                None => {}
            }
        }
        self.note(kind, first.at, (broken.at, self.len(broken.name)), about);
    }

    /// Whether a derive or an attribute has a template, by where its name stands.
    fn is_templated(&self, path: &[Segment]) -> bool {
        let summary = self.world.summary(self.instance.file);
        let last = |path: PathId| summary.terms.segments[summary.terms.paths[path].segments].last();
        summary
            .templated
            .iter()
            .any(|templated| last(templated.path).map(|last| last.at) == path.last().map(|last| last.at))
    }

    /// The procedural macro that an item or one around it carries, which may read attributes in it.
    pub(super) fn around(&self) -> Option<Target> {
        let world = self.world;
        let summary = world.summary(self.instance.file);
        let above = |id: &ItemId| summary.items[*id].parent;
        let items = std::iter::successors(self.item, above).map(|id| &summary.items[id]);
        items
            .flat_map(|item| summary.attributes[item.attributes].iter().map(move |found| (item, found)))
            .find_map(|(item, attribute)| {
                let scope = item.parent.map_or(Some(self.instance.module), |id| self.instance.def(id))?;
                let resolved = |path: PathId| {
                    let found = world.resolve(self.site(scope), path, Namespace::Macro);
                    match found.segments.last() {
                        _ if found.broken => None,
                        // The standard library's read no attributes but those of the language.
                        Some(Named::Target(Target::Def(id))) if world.def(*id).krate == world.std => None,
                        Some(Named::Target(target)) => Some(*target),
                        _ => None,
                    }
                };
                let derived = summary.terms.loose[attribute.loose].iter().map(|loose| loose.path);
                match attribute.is_derive {
                    true => derived.filter_map(resolved).next(),
                    false => resolved(attribute.path),
                }
            })
    }
}
