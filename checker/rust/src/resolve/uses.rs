//! References that stand outside signatures and bodies: `use`, `extern crate`, `mod x;`,
//! attributes and derives, macros in item position, `pub(in …)`.

mod noted;

use super::definitions::{DefId, Definitions, Instance};
use super::generated::Written;
use super::imports::{Beyond, ImportPaths};
use super::outside::OutsideId;
use super::path::{Named, Resolved, Site};
use super::presence::Presence;
use super::reference::{How, Page, Reference, Role};
use super::scopes::Target;
use super::symbols::{self, Symbol};
use super::unresolved::{About, UnresolvedKind};
use super::world::World;
use crate::arena::{IdxRange, to_u32};
use crate::read::{
    Attribute, CfgId, Field, FileId, Invocation, Item, ItemId, ItemKind, LoosePath, NOWHERE, Name, Namespace,
    PathId, Says, Segment, UseLeaf, Visibility, sym,
};
use smallvec::SmallVec;

/// Finds the references of one file in one crate.
pub(crate) fn references(world: &World<'_>, instance: &Instance, page: &mut Page) {
    let summary = world.summary(instance.file);
    let mut finder = Finder { world, instance, item: None, presence: Presence::EVERYWHERE, page };
    for (id, item) in summary.items.enumerate() {
        finder.item(id, item);
    }
}

struct Finder<'f> {
    world: &'f World<'f>,
    instance: &'f Instance,
    /// The item that is looked at.
    item: Option<ItemId>,
    /// In which builds what is read is there.
    presence: Presence,
    page: &'f mut Page,
}

impl<'f> Finder<'f> {
    fn item(&mut self, id: ItemId, item: &Item) {
        self.item = Some(id);
        self.page.notes.is_off = self.world.summary(self.instance.file).is_derived(id);
        let above = match item.parent {
            None => Some(self.instance.module),
            Some(parent) => self.instance.def(parent),
        };
        let Some(above) = above else { return };
        let own = self.instance.def(id).unwrap_or(above);
        self.presence = self.world.presence_of(self.instance, id);
        if let Visibility::In(path) = item.visibility {
            self.whole_path(above, path, Namespace::Type, Role::Qualifier);
        }
        for attribute in &self.world.summary(self.instance.file).attributes[item.attributes] {
            self.attribute(above, own, attribute);
        }
        match &item.kind {
            ItemKind::Use { leaves } => {
                let leaves = &self.world.summary(self.instance.file).uses[*leaves];
                // What a leaf takes as a whole may have been written by one before it.
                let whole = leaves.iter().filter(|leaf| leaf.glob || leaf.is_self);
                let whole: SmallVec<[u32; 4]> =
                    whole.filter_map(|leaf| Some(self.segments(leaf.path).last()?.at)).collect();
                for leaf in leaves {
                    self.leaf(above, leaf, &whole);
                }
            }
            ItemKind::Function(_) | ItemKind::Static { .. } => self.foreign(above, id, item),
            ItemKind::ExternCrate { krate, at, .. } => self.extern_crate(above, *krate, *at),
            ItemKind::Module { inline: false, .. } if self.world.def(own).item.is_none() => {
                self.emit(above, Target::Def(own), (item.name, item.at), Role::Declaration);
            }
            ItemKind::MacroCall { path, loose, .. } => {
                self.whole_path(above, *path, Namespace::Macro, Role::Macro);
                if self.world.summary(self.instance.file).opaque.contains(&id) {
                    let last = self.segments(*path).last().copied();
                    self.macro_argument(last);
                }
                self.loose(above, *loose, UnresolvedKind::MacroPath);
            }
            ItemKind::MacroRules { arms, .. } => {
                for arm in arms {
                    self.loose(own, arm.loose, UnresolvedKind::MacroPath);
                }
            }
            ItemKind::Struct { fields, .. }
            | ItemKind::Union { fields, .. }
            | ItemKind::Variant { fields, .. } => {
                self.fields(own, *fields);
            }
            _ => {}
        }
    }

    /// What an item of an `extern` block is declared for: it stands for whatever in the workspace bears
    /// its name for the linker.
    fn foreign(&mut self, scope: DefId, id: ItemId, item: &Item) {
        let world = self.world;
        let summary = world.summary(self.instance.file);
        if !summary.is_foreign(item) {
            return;
        }
        let given = summary.linked.iter().find(|(linked, _)| *linked == id);
        let symbol = match given {
            Some((_, symbol)) => world.symbols.find(symbol),
            None => Some(world.symbol(self.instance.file, item.name)),
        };
        let role = if matches!(item.kind, ItemKind::Function(_)) { Role::Call } else { Role::Body };
        for def in symbol.and_then(|symbol| world.linked.get(&symbol)).into_iter().flatten() {
            self.emit(scope, Target::Def(*def), (item.name, item.at), role);
        }
    }

    fn fields(&mut self, own: DefId, fields: IdxRange<Field>) {
        let summary = self.world.summary(self.instance.file);
        for field in &summary.fields[fields] {
            self.under(field.cfg, |finder| {
                if let Visibility::In(path) = field.visibility {
                    finder.whole_path(own, path, Namespace::Type, Role::Qualifier);
                }
                for attribute in &summary.attributes[field.attributes] {
                    finder.attribute(own, own, attribute);
                }
            });
        }
    }

    /// Reads what has a condition of its own.
    fn under(&mut self, cfg: Option<CfgId>, read: impl FnOnce(&mut Self)) {
        let before = self.presence;
        if let Some(cfg) = cfg {
            let cfg = &self.world.summary(self.instance.file).cfgs[cfg];
            self.presence = before.and(self.world.presence_under(self.instance.krate, cfg));
        }
        read(self);
        self.presence = before;
    }

    fn site(&self, scope: DefId) -> Site<'f> {
        let file = self.instance.file;
        Site { scope, file, terms: &self.world.summary(file).terms }
    }

    fn segments(&self, path: PathId) -> &'_ [Segment] {
        let terms = &self.world.summary(self.instance.file).terms;
        &terms.segments[terms.paths[path].segments]
    }

    fn leaf(&mut self, scope: DefId, leaf: &UseLeaf, whole: &[u32]) {
        let world = self.world;
        let terms = &world.summary(self.instance.file).terms;
        let path = &terms.paths[leaf.path];
        let segments = &terms.segments[path.segments];
        let shared = leaf.shared as usize;
        let (qualifiers, last) = match segments.split_last() {
            Some((last, before)) if !leaf.glob && !leaf.is_self => (before, Some(last)),
            _ => (segments, None),
        };
        let paths = ImportPaths { scopes: world, beyond: Beyond::Outside };
        let targets = paths.prefix(scope, self.instance.file, qualifiers, path.global);
        self.note_leaf(scope, leaf, &targets);
        for (index, (segment, target)) in qualifiers.iter().zip(&targets).enumerate() {
            // The leaf says what it names of text that is not read.
            if matches!(target, Target::Outside(id) if world.text_of(*id).is_some()) && !leaf.is_self {
                continue;
            }
            if index >= shared {
                let is_whole = whole.contains(&segment.at);
                self.name(scope, *target, segment, if is_whole { Role::Import } else { Role::Qualifier });
            }
        }
        let Some(last) = last else {
            if let (true, Some(target)) = (leaf.is_self, targets.last()) {
                self.alias(scope, *target, leaf);
            }
            return;
        };
        let found = paths.targets(scope, self.instance.file, leaf.path).0;
        let found = world.visible_from(scope, found);
        if let Some(binding) = found.any() {
            self.name(scope, binding.target, last, Role::Import);
            self.alias(scope, binding.target, leaf);
        }
    }

    /// The name that a leaf gives to what it takes.
    fn alias(&mut self, scope: DefId, target: Target, leaf: &UseLeaf) {
        if let Some(at) = leaf.alias_at.filter(|_| leaf.name != sym::UNDERSCORE) {
            self.name(scope, target, &Segment { name: leaf.name, at, args: None }, Role::Import);
        }
    }

    fn extern_crate(&mut self, scope: DefId, krate: Name, at: u32) {
        let symbol = self.world.symbol(self.instance.file, krate);
        if krate == sym::SELF_VALUE {
            return self.known(at);
        }
        let found = self.world.crate_named(scope, symbol);
        if let Some(target) = found {
            self.emit(scope, target, (krate, at), Role::Import);
        }
        let about = match found {
            Some(Target::Def(_)) => return self.known(at),
            Some(Target::Outside(id)) => About::Outside(id),
            None => About::Nothing,
        };
        self.note(UnresolvedKind::OutsidePath, at, (at, self.len(krate)), about);
    }

    fn attribute(&mut self, above: DefId, own: DefId, attribute: &Attribute) {
        self.under(attribute.cfg, |finder| finder.present_attribute(above, own, attribute));
    }

    fn present_attribute(&mut self, above: DefId, own: DefId, attribute: &Attribute) {
        self.whole_path(above, attribute.path, Namespace::Macro, Role::Attribute);
        if !attribute.is_derive {
            match self.invocation(above, attribute) {
                Some(invocation) => self.invoked(above, own, invocation),
                None => self.loose(own, attribute.loose, UnresolvedKind::AttributePath),
            }
            return;
        }
        // What is derived is no attribute that something around it reads.
        let item = self.item.take();
        for loose in &self.world.summary(self.instance.file).terms.loose[attribute.loose] {
            self.whole_path(above, loose.path, Namespace::Macro, Role::Attribute);
        }
        self.item = item;
    }

    /// What an attribute says, if it is a macro behind the door.
    fn invocation(&self, above: DefId, attribute: &Attribute) -> Option<&'f Invocation> {
        let invocations = &self.world.summary(self.instance.file).invocations;
        let invocation = invocations.iter().find(|invocation| invocation.span == attribute.span)?;
        self.world.is_of_its_macro(above, self.instance.file, invocation).then_some(invocation)
    }

    /// What its arguments name, it names.
    fn invoked(&mut self, above: DefId, own: DefId, invocation: &Invocation) {
        let of = self.world.macro_of(invocation);
        for given in &invocation.arguments {
            let Some(names) = of.names(given.argument) else { continue };
            let (namespace, role) = names.looked_for();
            for path in given.value.paths() {
                self.path_of(own, self.site(above), *path, (namespace, role));
            }
        }
    }

    /// Paths in tokens: taken only where they lead somewhere for certain.
    fn loose(&mut self, scope: DefId, run: IdxRange<LoosePath>, kind: UnresolvedKind) {
        for loose in &self.world.summary(self.instance.file).terms.loose[run] {
            self.loose_path(scope, loose, kind);
        }
    }

    fn loose_path(&mut self, scope: DefId, loose: &LoosePath, kind: UnresolvedKind) {
        let segments = self.segments(loose.path).len();
        // What is called takes types to find.
        if loose.after_dot || loose.says != Says::Name || (segments < 2 && !loose.is_macro) {
            return;
        }
        let world = self.world;
        let namespaces: &[Namespace] = match loose.is_macro {
            true => &[Namespace::Macro],
            false => &[Namespace::Value, Namespace::Type],
        };
        for &namespace in namespaces {
            let found = world.resolve(self.site(scope), loose.path, namespace);
            if !found.broken {
                self.whole_path(scope, loose.path, namespace, Role::Body);
                return;
            }
        }
        let path = self.segments(loose.path);
        if let (Some(first), Some(last), false) = (path.first(), path.last(), self.is_metavariable(path)) {
            let place = (last.at, self.len(last.name));
            self.note(kind, first.at, place, About::Nothing);
        }
    }

    fn whole_path(&mut self, scope: DefId, path: PathId, namespace: Namespace, role: Role) {
        self.path_of(scope, self.site(scope), path, (namespace, role));
    }

    /// A path that something says, `from`, and that is written somewhere about it.
    fn path_of(&mut self, from: DefId, site: Site<'f>, path: PathId, (namespace, role): (Namespace, Role)) {
        let world = self.world;
        let mut found = world.resolve(site, path, namespace);
        let segments = &site.terms.segments[site.terms.paths[path].segments];
        let mut written = world.written(self.instance.file, &found, segments);
        // No attribute comes out of code that is not read: what is unknown belongs to a macro around it.
        if role == Role::Attribute && written.take().is_some() {
            found = Resolved { broken: true, ..Resolved::default() };
        }
        for (index, (segment, named)) in segments.iter().zip(&found.segments).enumerate() {
            match *named {
                Named::Target(Target::Outside(_)) if written.is_some() => {}
                Named::Target(target) => {
                    let last = index + 1 == segments.len();
                    let role = if last { role } else { Role::Qualifier };
                    match target {
                        Target::Outside(prefix) if found.is_below(index) => {
                            let below = &segments[found.known()..=index];
                            let names = below.iter().map(|it| world.symbol(self.instance.file, it.name));
                            self.below(from, (prefix, names.collect()), segment, role);
                        }
                        _ => self.name(from, target, segment, role),
                    }
                }
                _ => {}
            }
        }
        if let Some(Written { segment, prefix, rest }) = written {
            let role = if segment + 1 == segments.len() { role } else { Role::Qualifier };
            self.below(from, (prefix, rest), &segments[segment], role);
        }
        if !self.is_metavariable(segments) {
            self.note_path(&found, segments, role);
        }
    }

    /// A name below something outside, or of text that is not read: what is written behind its prefix.
    fn below(
        &mut self,
        from: DefId,
        (prefix, rest): (OutsideId, SmallVec<[Symbol; 2]>),
        segment: &Segment,
        role: Role,
    ) {
        let before = self.page.references.len();
        self.name(from, Target::Outside(prefix), segment, role);
        if self.page.references.len() > before {
            self.page.below.push((to_u32(before), rest));
        }
    }

    fn name(&mut self, from: DefId, target: Target, segment: &Segment, role: Role) {
        if !segment.name.is_keyword() {
            self.emit(from, target, (segment.name, segment.at), role);
        }
    }

    fn emit(&mut self, from: DefId, to: Target, (name, at): (Name, u32), role: Role) {
        if at != NOWHERE && self.world.is_crossing(from, to) {
            let (file, len) = (self.instance.file, self.world.written_len(self.instance.file, name));
            let Presence { enabled, test } = self.presence;
            self.page.references.push(Reference {
                file,
                at,
                len,
                from,
                to,
                derived: None,
                enabled,
                test,
                how: How::Path,
                role,
            });
        }
    }
}

impl Definitions<'_> {
    /// The length in bytes of a name as the code writes it.
    pub fn written_len(&self, file: FileId, name: Name) -> u32 {
        let symbol = self.symbol(file, name);
        let is_raw = symbols::is_raw(symbol) && !symbols::is_name_in(symbol, self.summary(file).edition);
        to_u32(self.text(symbol).len()) + if is_raw { 2 } else { 0 }
    }

    /// Whether a reference leaves its module, so that somebody may want to know of it; or leads into
    /// an inline module of the crate's root, which is beside the file's own.
    pub fn is_crossing(&self, from: DefId, to: Target) -> bool {
        let Target::Def(id) = to else { return true };
        let own = self.module_of(from);
        self.module_of(id) != own
            || (self.def(own).item.is_some() && self.def(self.file_module(own)).parent.is_none())
    }
}
