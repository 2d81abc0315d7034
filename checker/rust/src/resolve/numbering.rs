//! Numbering: from summaries to definitions and their parents, in one walk over every kind of item.

use super::definitions::{CrateId, Def, DefId, DefKind, Definitions, Instance, StandIn, Visible};
use super::imports::{Import, ImportKind};
use super::outside::Outsides;
use super::presence::Presence;
use super::scopes::ScopeId;
use super::symbols::Symbols;
use crate::arena::{Arena, IdxRange};
use crate::read::derive::MacroKind;
use crate::read::{
    CfgId, Field, FileId, FileSummary, Invocation, Item, ItemId, ItemKind, PathId, UseLeaf, Workspace,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Modules nested deeper than this are not followed: nobody writes them, and a loop of `#[path]`
/// would never end.
const DEEPEST: usize = 128;

const PRIMITIVES: [&str; 17] = [
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
    "isize", "f32", "f64",
];

/// Macros of the standard library that declare nothing but what stands in their argument.
const DECLARING_NOTHING: [&str; 4] = ["thread_local", "compile_error", "global_asm", "assert"];

/// The definitions, with what only the declaring of names asks for.
pub(super) struct Numbered<'w> {
    pub(super) definitions: Definitions<'w>,
    /// Modules that carry `#[macro_use]`.
    pub(super) macro_use: FxHashSet<DefId>,
    /// Modules that hold text which is not read.
    pub(super) unread: FxHashSet<DefId>,
}

/// Numbers every definition of the workspace and of the stand-ins.
pub(super) fn number<'w>(workspace: &'w Workspace, stand_ins: &'w [StandIn]) -> Numbered<'w> {
    let mut builder = Builder::new(workspace, stand_ins);
    for index in 0..workspace.targets.len() {
        builder.target(index);
    }
    builder.tell_apart();
    builder.stand_ins();
    builder.link_crates();
    builder.std_modules();
    builder.finish()
}

pub(super) struct Builder<'w> {
    pub(super) definitions: Definitions<'w>,
    macro_use: FxHashSet<DefId>,
    unread: FxHashSet<DefId>,
    /// How many tables of names there will be.
    scopes: usize,
    /// Files on the way from the crate's root to the file at hand.
    trail: Vec<FileId>,
}

/// What a file's items begin with.
#[derive(Clone, Copy)]
pub(super) struct Place<'w> {
    pub(super) krate: CrateId,
    pub(super) file: FileId,
    pub(super) module: DefId,
    pub(super) summary: &'w FileSummary,
    /// In which builds its items are part of that module.
    pub(super) presence: Presence,
}

impl<'w> Builder<'w> {
    fn new(workspace: &'w Workspace, stand_ins: &'w [StandIn]) -> Self {
        let mut symbols = Symbols::new();
        let primitives = PRIMITIVES.iter().map(|text| symbols.intern(text)).collect::<FxHashSet<_>>();
        let mut file_symbols = Arena::new();
        for summary in workspace
            .files
            .iter()
            .map(|file| &file.summary)
            .chain(stand_ins.iter().map(|stand_in| &stand_in.summary))
        {
            file_symbols.push(summary.names.iter().map(|name| symbols.intern(name)).collect());
        }
        let definitions = Definitions {
            workspace,
            stand_ins,
            crates: Arena::new(),
            std: CrateId::from_raw(0),
            defs: Arena::new(),
            all_children: Arena::new(),
            impls: Vec::new(),
            instances: Vec::new(),
            origins: FxHashMap::default(),
            imports: Vec::new(),
            symbols,
            file_symbols,
            primitives,
            outside: Outsides::default(),
            linked: FxHashMap::default(),
            generated: FxHashMap::default(),
            std_modules: FxHashMap::default(),
        };
        Self {
            definitions,
            macro_use: FxHashSet::default(),
            unread: FxHashSet::default(),
            scopes: 0,
            trail: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, mut def: Def) -> DefId {
        if matches!(def.kind, DefKind::Module | DefKind::Block | DefKind::Enum) {
            def.scope = Some(ScopeId::new(self.scopes));
            self.scopes += 1;
        }
        self.definitions.defs.alloc(def)
    }

    /// Of what stands in `parent` with a condition of its own.
    fn presence(&self, parent: DefId, summary: &FileSummary, cfg: Option<CfgId>) -> Presence {
        let (above, krate) = (self.definitions.presence(parent), self.definitions.def(parent).krate);
        let cfg = cfg.and_then(|cfg| summary.cfgs.get(cfg));
        cfg.map_or(above, |cfg| above.and(self.definitions.presence_under(krate, cfg)))
    }

    fn presence_of(&self, place: Place<'_>, id: ItemId, parent: DefId) -> Presence {
        self.definitions.presence_in(parent, place.summary, place.presence, id)
    }

    pub(super) fn file(&mut self, place: Place<'w>) {
        if self.trail.len() >= DEEPEST || self.trail.contains(&place.file) {
            return;
        }
        self.trail.push(place.file);
        let summary = place.summary;
        let presence = self.presence(place.module, summary, summary.cfg);
        let module = &mut self.definitions.defs[place.module];
        (module.enabled, module.test) = (presence.enabled, presence.test);
        let mut defs: Arena<Item, Option<DefId>> = Arena::from(Vec::with_capacity(summary.items.len()));
        for (id, item) in summary.items.enumerate() {
            let parent = match item.parent {
                None => Some(place.module),
                Some(parent) => defs.get(parent).copied().flatten(),
            };
            defs.push(parent.and_then(|parent| self.item(place, id, item, parent)));
        }
        self.trail.pop();
        let macros = self.definitions.workspace.derive.macros();
        let is_call = |invocation: &Invocation| macros[invocation.invoked as usize].kind == MacroKind::Call;
        for invocation in summary.invocations.iter().filter(|invocation| !is_call(invocation)) {
            let Some(origin) = defs[invocation.item] else { continue };
            let derived = defs[invocation.derived].iter().flatten();
            self.definitions.origins.extend(derived.map(|def| (*def, origin)));
        }
        self.definitions.instances.push(Instance {
            krate: place.krate,
            file: place.file,
            module: place.module,
            presence: place.presence,
            defs,
        });
    }

    /// Numbers one item. What it returns is the parent of the items in it.
    fn item(&mut self, place: Place<'w>, id: ItemId, item: &'w Item, parent: DefId) -> Option<DefId> {
        let kind = match &item.kind {
            ItemKind::Module { inline: false, .. } => {
                return Some(self.outline(place, id, item, parent));
            }
            ItemKind::Use { leaves } => {
                self.uses(place, id, *leaves, parent);
                return None;
            }
            ItemKind::ExternCrate { .. } => {
                self.extern_crate(place, id, parent);
                return None;
            }
            ItemKind::Foreign => return Some(parent),
            ItemKind::MacroCall { path, carried_out, .. } => {
                if let Some(&file) = self.definitions.workspace.outlines.get(&(place.file, id)) {
                    let module = self.definitions.module_of(parent);
                    let summary = self.definitions.summary(file);
                    let presence = self.presence_of(place, id, parent);
                    self.file(Place { file, module, summary, presence, ..place });
                } else if !*carried_out || place.summary.includes.iter().any(|(included, _)| *included == id)
                {
                    self.text(place, *path, parent);
                }
                return Some(parent);
            }
            ItemKind::Module { .. } => DefKind::Module,
            ItemKind::Function(_) => DefKind::Function,
            ItemKind::Struct { .. } => DefKind::Struct,
            ItemKind::Union { .. } => DefKind::Union,
            ItemKind::Enum { .. } => DefKind::Enum,
            ItemKind::Variant { .. } => DefKind::Variant,
            ItemKind::Const { .. } => DefKind::Const,
            ItemKind::Static { .. } => DefKind::Static,
            ItemKind::Trait { .. } => DefKind::Trait,
            ItemKind::TypeAlias { .. } => DefKind::TypeAlias,
            ItemKind::Impl { .. } => DefKind::Impl,
            ItemKind::MacroRules { .. } => DefKind::MacroRules,
            ItemKind::Block => DefKind::Block,
        };
        let def = self.def(place, id, parent, kind);
        let made = self.push(def);
        self.note_macro_use(item, made);
        let linked = || place.summary.linked.iter().find(|(linked, _)| *linked == id);
        if matches!(kind, DefKind::Function | DefKind::Static)
            && !place.summary.is_foreign(item)
            && let Some((_, symbol)) = linked()
        {
            let symbol = self.definitions.symbols.intern(symbol);
            self.definitions.linked.entry(symbol).or_default().push(made);
        }
        match &item.kind {
            ItemKind::Struct { fields, .. }
            | ItemKind::Union { fields, .. }
            | ItemKind::Variant { fields, .. } => {
                self.fields(place, *fields, made);
            }
            ItemKind::Impl { .. } if !self.definitions.in_macro_definition(parent) => {
                self.definitions.impls.push(made)
            }
            ItemKind::Function(_) if self.definitions.def(parent).parent.is_none() => {
                self.proc_macro(place, id, item, parent);
            }
            _ => {}
        }
        Some(made)
    }

    fn def(&self, place: Place<'_>, id: ItemId, parent: DefId, kind: DefKind) -> Def {
        let item = &place.summary.items[id];
        let presence = self.presence_of(place, id, parent);
        Def {
            kind,
            name: self.definitions.symbol(place.file, item.name),
            parent: Some(parent),
            krate: place.krate,
            file: place.file,
            item: Some(id),
            field: None,
            children: IdxRange::default(),
            visible: self.visible(place, item, parent),
            enabled: presence.enabled,
            test: presence.test || item.is_test,
            scope: None,
        }
    }

    fn outline(&mut self, place: Place<'w>, id: ItemId, item: &Item, parent: DefId) -> DefId {
        let mut def = self.def(place, id, parent, DefKind::Module);
        let found = self.definitions.workspace.outlines.get(&(place.file, id)).copied();
        if let Some(file) = found {
            def.file = file;
            def.item = None;
        }
        let module = self.push(def);
        self.note_macro_use(item, module);
        if let Some(file) = found {
            let summary = self.definitions.summary(file);
            self.file(Place { file, module, summary, presence: Presence::EVERYWHERE, ..place });
        }
        for &file in self.definitions.workspace.others.get(&(place.file, id)).into_iter().flatten() {
            let mut def = self.def(place, id, parent, DefKind::Module);
            (def.file, def.item, def.enabled) = (file, None, false);
            let module = self.push(def);
            self.note_macro_use(item, module);
            let summary = self.definitions.summary(file);
            self.file(Place { file, module, summary, presence: Presence::EVERYWHERE, ..place });
        }
        module
    }

    /// A macro in the place of items that is not carried out, or a file that is not there.
    fn text(&mut self, place: Place<'_>, path: PathId, parent: DefId) {
        let summary = place.summary;
        let last = summary.terms.segments[summary.terms.paths[path].segments].last();
        let name = last.map_or("", |last| &*summary.names[last.name]);
        let in_module = self.definitions.def(parent).kind == DefKind::Module;
        if in_module && !DECLARING_NOTHING.contains(&name) && !self.definitions.is_stand_in(place.file) {
            self.unread.insert(parent);
        }
    }

    fn note_macro_use(&mut self, item: &Item, module: DefId) {
        if matches!(item.kind, ItemKind::Module { macro_use: true, .. }) {
            self.macro_use.insert(module);
        }
    }

    fn fields(&mut self, place: Place<'_>, fields: IdxRange<Field>, parent: DefId) {
        let summary = place.summary;
        for index in fields.ids() {
            let field = &summary.fields[index];
            let above = self.definitions.def(parent);
            let visible = match above.kind {
                DefKind::Variant => above.visible,
                _ => self.visibility(place, field.visibility, parent),
            };
            let presence = self.presence(parent, summary, field.cfg);
            let def = Def {
                kind: DefKind::Field,
                name: self.definitions.symbol(place.file, field.name),
                parent: Some(parent),
                krate: place.krate,
                file: place.file,
                item: None,
                field: Some(index),
                children: IdxRange::default(),
                visible,
                enabled: presence.enabled,
                test: presence.test,
                scope: None,
            };
            self.push(def);
        }
    }

    /// A function at a crate's root that carries `#[proc_macro…]` makes a macro callable.
    fn proc_macro(&mut self, place: Place<'_>, id: ItemId, item: &Item, parent: DefId) {
        let summary = place.summary;
        for attribute in &summary.attributes[item.attributes] {
            let path = &summary.terms.paths[attribute.path];
            let [segment] = &summary.terms.segments[path.segments] else { continue };
            let name = match &*summary.names[segment.name] {
                "proc_macro" | "proc_macro_attribute" => item.name,
                "proc_macro_derive" => {
                    let first = summary.terms.loose[attribute.loose].first();
                    let Some(first) = first else { continue };
                    let run = summary.terms.paths[first.path].segments;
                    summary.terms.segments[run][0].name
                }
                _ => continue,
            };
            let mut def = self.def(place, id, parent, DefKind::ProcMacro);
            def.name = self.definitions.symbol(place.file, name);
            def.visible = Visible::Everywhere;
            self.push(def);
        }
    }

    fn uses(&mut self, place: Place<'_>, id: ItemId, leaves: IdxRange<UseLeaf>, parent: DefId) {
        let summary = place.summary;
        let visible = self.visibility(place, summary.items[id].visibility, parent);
        let enabled = self.presence_of(place, id, parent).enabled;
        for index in leaves.ids() {
            let leaf = summary.uses[index];
            self.definitions.imports.push(Import {
                scope: parent,
                file: place.file,
                kind: if leaf.glob { ImportKind::Glob } else { ImportKind::Named },
                leaf: Some(index),
                name: self.definitions.symbol(place.file, leaf.name),
                visible,
                enabled,
            });
        }
    }

    fn extern_crate(&mut self, place: Place<'_>, id: ItemId, parent: DefId) {
        let item = &place.summary.items[id];
        let ItemKind::ExternCrate { krate, macro_use, .. } = item.kind else { return };
        let visible = self.visibility(place, item.visibility, parent);
        let enabled = self.presence_of(place, id, parent).enabled;
        self.definitions.imports.push(Import {
            scope: parent,
            file: place.file,
            kind: ImportKind::Crate { krate, macro_use },
            leaf: None,
            name: self.definitions.symbol(place.file, item.name),
            visible,
            enabled,
        });
    }

    /// Puts the children of each definition side by side.
    fn finish(mut self) -> Numbered<'w> {
        let defs = &mut self.definitions.defs;
        // How many there are, then where the next one goes.
        let mut places: Arena<Def, usize> = vec![0; defs.len()].into();
        for parent in defs.iter().filter_map(|def| def.parent) {
            places[parent] += 1;
        }
        let mut start = 0;
        for (def, place) in defs.iter_mut().zip(places.iter_mut()) {
            let end = start + *place;
            def.children = IdxRange::new(start..end);
            *place = start;
            start = end;
        }
        let mut all = vec![DefId::from_raw(0); start];
        for (id, def) in defs.enumerate() {
            if let Some(parent) = def.parent {
                all[places[parent]] = id;
                places[parent] += 1;
            }
        }
        self.definitions.all_children = all.into();
        Numbered { definitions: self.definitions, macro_use: self.macro_use, unread: self.unread }
    }
}
