//! Numbering: from summaries to definitions, their parents, and the names that each scope declares.
//!
//! Long because one walk numbers every kind of definition, and their order is the numbering.

use super::imports::{Import, ImportKind};
use super::world::{
    Binding, Crate, CrateId, Def, DefId, DefKind, Instance, Outside, OutsideId, Scope, StandIn, Symbol,
    Symbols, Target, Visible, World,
};
use crate::arena::{Arena, IdxRange};
use crate::read::derive::MacroKind;
use crate::read::{
    CfgId, DependencyKind, Field, FileId, FileSummary, Invocation, Item, ItemId, ItemKind, PathId, Shape,
    TargetKind, UseLeaf, Visibility, Workspace, sym,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Modules nested deeper than this are not followed: nobody writes them, and a loop of `#[path]`
/// would never end.
const DEEPEST: usize = 128;

/// The names that every crate knows for the standard library.
const STD_NAMES: [&str; 3] = ["std", "core", "alloc"];

const PRIMITIVES: [&str; 17] = [
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
    "isize", "f32", "f64",
];

/// Every definition of the workspace, with all imports followed.
pub fn world<'w>(workspace: &'w Workspace, stand_ins: &'w [StandIn]) -> World<'w> {
    let mut builder = Builder::new(workspace, stand_ins);
    for index in 0..workspace.targets.len() {
        builder.target(index);
    }
    builder.stand_ins();
    builder.link_crates();
    builder.std_modules();
    let mut world = builder.finish();
    super::names::declare(&mut world);
    super::worklist::follow(&mut world);
    super::invocations::settle(&mut world);
    super::names::list_traits(&mut world);
    world
}

struct Builder<'w> {
    world: World<'w>,
    /// Features that are on, of the target at hand.
    features: &'w [String],
    /// Files on the way from the crate's root to the file at hand.
    trail: Vec<FileId>,
}

/// What a file's items begin with.
#[derive(Clone, Copy)]
struct Place {
    krate: CrateId,
    file: FileId,
    module: DefId,
}

impl<'w> Builder<'w> {
    fn new(workspace: &'w Workspace, stand_ins: &'w [StandIn]) -> Self {
        let mut symbols = Symbols::default();
        for text in sym::TEXTS {
            symbols.intern(text);
        }
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
        let world = World {
            workspace,
            crates: Arena::new(),
            defs: Arena::new(),
            symbols,
            instances: Vec::new(),
            invoked: Vec::new(),
            origins: FxHashMap::default(),
            impls: Vec::new(),
            std: CrateId::from_raw(0),
            stand_ins,
            all_children: Arena::new(),
            file_symbols,
            scopes: Arena::new(),
            outside: Arena::new(),
            outside_children: FxHashMap::default(),
            macro_use: FxHashSet::default(),
            std_modules: FxHashMap::default(),
            look_elsewhere: false,
            unsettled: None,
            prelude: None,
            primitives,
            imports: Vec::new(),
        };
        Self { world, features: &[], trail: Vec::new() }
    }

    fn target(&mut self, index: usize) {
        let target = &self.world.workspace.targets[index];
        let package = &self.world.workspace.packages[target.package];
        self.features = &package.features;
        let test = matches!(target.kind, TargetKind::Test | TargetKind::Bench);
        let name = self.world.symbols.intern(&target.code_name);
        self.root(Some(index), name, target.root, target.edition, test);
    }

    fn stand_ins(&mut self) {
        self.features = &[];
        self.world.std = self.world.crates.next();
        for (index, stand_in) in self.world.stand_ins.iter().enumerate() {
            let name = self.world.symbols.intern(&stand_in.name.replace('-', "_"));
            let file = FileId::new(self.world.workspace.files.len() + index);
            self.root(None, name, file, 2024, false);
        }
    }

    fn root(&mut self, target: Option<usize>, name: Symbol, file: FileId, edition: u16, test: bool) {
        let krate = self.world.crates.next();
        let root = self.push(Def {
            kind: DefKind::Module,
            name,
            parent: None,
            krate,
            file,
            item: None,
            field: None,
            children: IdxRange::default(),
            visible: Visible::Everywhere,
            enabled: true,
            test,
            scope: None,
        });
        self.world.crates.push(Crate {
            target,
            root,
            name,
            externs: FxHashMap::default(),
            outside: FxHashMap::default(),
            macro_preludes: Vec::new(),
            edition,
        });
        self.file(Place { krate, file, module: root });
    }

    fn push(&mut self, mut def: Def) -> DefId {
        if matches!(def.kind, DefKind::Module | DefKind::Block | DefKind::Enum) {
            def.scope = Some(self.world.scopes.alloc(Scope::default()));
        }
        self.world.defs.alloc(def)
    }

    fn summary(&self, file: FileId) -> &'w FileSummary {
        match self.world.workspace.files.get(file) {
            Some(found) => &found.summary,
            None => &self.world.stand_ins[file.index() - self.world.workspace.files.len()].summary,
        }
    }

    /// Whether what carries this condition is there when tests are built: where `test` and
    /// `not(test)` give one name two meanings, the former goes first, as in an editor.
    fn holds(&self, summary: &FileSummary, cfg: Option<CfgId>) -> bool {
        let set = &self.world.workspace.cfg;
        cfg.and_then(|index| summary.cfgs.get(index)).is_none_or(|cfg| set.holds_in_tests(cfg, self.features))
    }

    fn only_in_tests(&self, summary: &FileSummary, cfg: Option<CfgId>) -> bool {
        let set = &self.world.workspace.cfg;
        cfg.and_then(|index| summary.cfgs.get(index)).is_some_and(|cfg| set.only_in_tests(cfg, self.features))
    }

    fn file(&mut self, place: Place) {
        if self.trail.len() >= DEEPEST || self.trail.contains(&place.file) {
            return;
        }
        self.trail.push(place.file);
        let summary = self.summary(place.file);
        let (on, test) = (self.holds(summary, summary.cfg), self.only_in_tests(summary, summary.cfg));
        let module = &mut self.world.defs[place.module];
        module.enabled &= on;
        module.test |= test;
        let mut defs: Arena<Item, Option<DefId>> = Arena::from(Vec::with_capacity(summary.items.len()));
        for (id, item) in summary.items.enumerate() {
            let parent = match item.parent {
                None => Some(place.module),
                Some(parent) => defs.get(parent).copied().flatten(),
            };
            defs.push(parent.and_then(|parent| self.item(place, summary, id, item, parent)));
        }
        self.trail.pop();
        let macros = self.world.workspace.derive.macros();
        let is_call = |invocation: &Invocation| macros[invocation.invoked as usize].kind == MacroKind::Call;
        for invocation in summary.invocations.iter().filter(|invocation| !is_call(invocation)) {
            let Some(origin) = defs[invocation.item] else { continue };
            let derived = defs[invocation.derived].iter().flatten();
            self.world.origins.extend(derived.map(|def| (*def, origin)));
        }
        self.world.instances.push(Instance {
            krate: place.krate,
            file: place.file,
            module: place.module,
            defs,
        });
    }

    /// Numbers one item. What it returns is the parent of the items in it.
    fn item(
        &mut self,
        place: Place,
        summary: &'w FileSummary,
        id: ItemId,
        item: &'w Item,
        parent: DefId,
    ) -> Option<DefId> {
        let kind = match &item.kind {
            ItemKind::Module { inline: false, .. } => {
                return Some(self.outline(place, summary, id, item, parent));
            }
            ItemKind::Use { leaves } => {
                self.uses(place, summary, item, *leaves, parent);
                return None;
            }
            ItemKind::ExternCrate { krate, macro_use, .. } => {
                self.extern_crate(place, item, (*krate, *macro_use), parent, summary);
                return None;
            }
            ItemKind::Foreign => return Some(parent),
            ItemKind::MacroCall { .. } => {
                if let Some(&file) = self.world.workspace.outlines.get(&(place.file, id)) {
                    let module = self.world.module_of(parent);
                    self.file(Place { file, module, ..place });
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
        let def = self.def(place, summary, id, item, parent, kind);
        let made = self.push(def);
        self.note_macro_use(item, made);
        match &item.kind {
            ItemKind::Struct { fields, .. }
            | ItemKind::Union { fields, .. }
            | ItemKind::Variant { fields, .. } => {
                self.fields(place, summary, *fields, made);
            }
            ItemKind::Impl { .. } if !self.world.in_macro_definition(parent) => self.world.impls.push(made),
            ItemKind::Function(_) if self.world.def(parent).parent.is_none() => {
                self.proc_macro(place, summary, id, item, parent);
            }
            _ => {}
        }
        Some(made)
    }

    fn def(
        &self,
        place: Place,
        summary: &FileSummary,
        id: ItemId,
        item: &Item,
        parent: DefId,
        kind: DefKind,
    ) -> Def {
        let above = self.world.def(parent);
        let only_in_tests = self.only_in_tests(summary, item.cfg);
        Def {
            kind,
            name: self.world.symbol(place.file, item.name),
            parent: Some(parent),
            krate: place.krate,
            file: place.file,
            item: Some(id),
            field: None,
            children: IdxRange::default(),
            visible: self.visible(place, summary, item, parent),
            enabled: above.enabled && self.holds(summary, item.cfg),
            test: above.test || item.is_test || only_in_tests,
            scope: None,
        }
    }

    fn visible(&self, place: Place, summary: &FileSummary, item: &Item, parent: DefId) -> Visible {
        let above = self.world.def(parent);
        match above.kind {
            DefKind::Enum | DefKind::Trait | DefKind::Variant => return above.visible,
            DefKind::Impl => {
                let of_trait = above.item.is_some_and(|id| {
                    matches!(summary.items[id].kind, ItemKind::Impl { trait_: Some(_), .. })
                });
                if of_trait {
                    return Visible::Everywhere;
                }
            }
            _ => {}
        }
        if let ItemKind::MacroRules { exported, .. } = item.kind {
            let root = self.root_of(parent);
            return if exported { Visible::Everywhere } else { Visible::Within(root) };
        }
        self.visibility(summary, item.visibility, parent, place)
    }

    fn root_of(&self, mut at: DefId) -> DefId {
        while let Some(parent) = self.world.def(at).parent {
            at = parent;
        }
        at
    }

    fn visibility(&self, summary: &FileSummary, written: Visibility, parent: DefId, place: Place) -> Visible {
        let module = self.world.module_of(parent);
        match written {
            Visibility::Public => Visible::Everywhere,
            Visibility::Private => Visible::Within(module),
            Visibility::In(path) => Visible::Within(self.restricted(summary, path, module, place)),
        }
    }

    /// The module that a `pub(in …)` names; the crate's root where it can not be told yet.
    fn restricted(&self, summary: &FileSummary, path: PathId, module: DefId, place: Place) -> DefId {
        let mut at = module;
        for segment in &summary.terms.segments[summary.terms.paths[path].segments] {
            match segment.name {
                sym::SELF_VALUE => {}
                sym::CRATE => at = self.root_of(module),
                sym::SUPER => {
                    let above = self.world.def(at).parent;
                    at = above.map_or(at, |above| self.world.module_of(above));
                }
                name => {
                    let wanted = self.world.symbol(place.file, name);
                    // An ancestor of the module, since nothing else may be named here.
                    let mut ancestor = Some(module);
                    while let Some(id) = ancestor {
                        let def = self.world.def(id);
                        if def.kind == DefKind::Module && def.name == wanted && def.parent == Some(at) {
                            at = id;
                            break;
                        }
                        ancestor = def.parent;
                    }
                }
            }
        }
        at
    }

    fn outline(
        &mut self,
        place: Place,
        summary: &'w FileSummary,
        id: ItemId,
        item: &'w Item,
        parent: DefId,
    ) -> DefId {
        let mut def = self.def(place, summary, id, item, parent, DefKind::Module);
        let found = self.world.workspace.outlines.get(&(place.file, id)).copied();
        if let Some(file) = found {
            def.file = file;
            def.item = None;
        }
        let module = self.push(def);
        self.note_macro_use(item, module);
        if let Some(file) = found {
            self.file(Place { file, module, ..place });
        }
        module
    }

    fn note_macro_use(&mut self, item: &Item, module: DefId) {
        if matches!(item.kind, ItemKind::Module { macro_use: true, .. }) {
            self.world.macro_use.insert(module);
        }
    }

    fn fields(&mut self, place: Place, summary: &'w FileSummary, fields: IdxRange<Field>, parent: DefId) {
        for index in fields.ids() {
            let field = &summary.fields[index];
            let above = self.world.def(parent);
            let visible = match above.kind {
                DefKind::Variant => above.visible,
                _ => self.visibility(summary, field.visibility, parent, place),
            };
            let above = self.world.def(parent);
            let def = Def {
                kind: DefKind::Field,
                name: self.world.symbol(place.file, field.name),
                parent: Some(parent),
                krate: place.krate,
                file: place.file,
                item: None,
                field: Some(index),
                children: IdxRange::default(),
                visible,
                enabled: above.enabled && self.holds(summary, field.cfg),
                test: above.test,
                scope: None,
            };
            self.push(def);
        }
    }

    /// A function at a crate's root that carries `#[proc_macro…]` makes a macro callable.
    fn proc_macro(
        &mut self,
        place: Place,
        summary: &'w FileSummary,
        id: ItemId,
        item: &'w Item,
        parent: DefId,
    ) {
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
            let mut def = self.def(place, summary, id, item, parent, DefKind::ProcMacro);
            def.name = self.world.symbol(place.file, name);
            def.visible = Visible::Everywhere;
            self.push(def);
        }
    }

    fn uses(
        &mut self,
        place: Place,
        summary: &'w FileSummary,
        item: &Item,
        leaves: IdxRange<UseLeaf>,
        parent: DefId,
    ) {
        let visible = self.visibility(summary, item.visibility, parent, place);
        let on = self.world.def(parent).enabled && self.holds(summary, item.cfg);
        for index in leaves.ids() {
            let leaf = summary.uses[index];
            self.world.imports.push(Import {
                scope: parent,
                file: place.file,
                kind: if leaf.glob { ImportKind::Glob } else { ImportKind::Named },
                leaf: Some(index),
                name: self.world.symbol(place.file, leaf.name),
                visible,
                enabled: on,
                seen: u32::MAX,
            });
        }
    }

    fn extern_crate(
        &mut self,
        place: Place,
        item: &Item,
        (krate, macro_use): (crate::read::Name, bool),
        parent: DefId,
        summary: &'w FileSummary,
    ) {
        let visible = self.visibility(summary, item.visibility, parent, place);
        let on = self.world.def(parent).enabled && self.holds(summary, item.cfg);
        self.world.imports.push(Import {
            scope: parent,
            file: place.file,
            kind: ImportKind::Crate { krate, macro_use },
            leaf: None,
            name: self.world.symbol(place.file, item.name),
            visible,
            enabled: on,
            seen: u32::MAX,
        });
    }

    /// Which crates each crate may name.
    fn link_crates(&mut self) {
        let workspace = self.world.workspace;
        let mut libraries = FxHashMap::default();
        for (index, target) in workspace.targets.iter().enumerate() {
            if matches!(target.kind, TargetKind::Library | TargetKind::ProcMacro) {
                libraries.insert(target.package, CrateId::new(index));
            }
        }
        for index in self.world.crates.ids() {
            let mut externs = FxHashMap::default();
            let mut outside = FxHashMap::default();
            for name in STD_NAMES {
                externs.insert(self.world.symbols.intern(name), self.world.std);
            }
            if index >= self.world.std {
                for (other, stand_in) in self.world.stand_ins.iter().enumerate() {
                    let name = self.world.symbols.intern(&stand_in.name.replace('-', "_"));
                    externs.insert(name, CrateId::new(self.world.std.index() + other));
                }
            }
            if let Some(target) = self.world.crates[index].target.map(|target| &workspace.targets[target]) {
                let is_build = target.kind == TargetKind::BuildScript;
                for name in ["proc_macro", "test"] {
                    let symbol = self.world.symbols.intern(name);
                    outside.insert(symbol, self.world.outside(None, symbol));
                }
                for dependency in &workspace.packages[target.package].dependencies {
                    if (dependency.kind == DependencyKind::Build) != is_build {
                        continue;
                    }
                    let name = self.world.symbols.intern(&dependency.code_name);
                    let local = dependency.local.and_then(|package| libraries.get(&package).copied());
                    match local.or_else(|| self.stand_in(&dependency.package)) {
                        Some(library) => drop(externs.insert(name, library)),
                        None => drop(outside.insert(name, self.world.outside(None, name))),
                    }
                }
                let own = libraries.get(&target.package).copied();
                if let Some(own) = own.filter(|own| *own != index && !is_build) {
                    externs.insert(self.world.crates[own].name, own);
                }
            }
            self.world.crates[index].externs = externs;
            self.world.crates[index].outside = outside;
        }
    }

    fn stand_in(&self, package: &str) -> Option<CrateId> {
        let index = self.world.stand_ins.iter().position(|stand_in| stand_in.name == package)?;
        Some(CrateId::new(self.world.std.index() + index))
    }

    /// Spells the stand-ins' modules as paths, for what they lack.
    fn std_modules(&mut self) {
        for id in self.world.defs.ids() {
            let def = &self.world.defs[id];
            if def.krate < self.world.std || def.kind != DefKind::Module {
                continue;
            }
            let (parent, name) = (def.parent, def.name);
            let above = parent.and_then(|parent| self.world.std_modules.get(&parent).copied());
            let outside = self.world.outside(above, name);
            self.world.std_modules.insert(id, outside);
        }
    }

    /// Puts the children of each definition side by side.
    fn finish(mut self) -> World<'w> {
        let defs = &mut self.world.defs;
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
        self.world.all_children = all.into();
        self.world
    }
}

impl World<'_> {
    /// The number of a path outside the workspace.
    pub fn outside(&mut self, parent: Option<OutsideId>, name: Symbol) -> OutsideId {
        let key = parent.map(|parent| (parent, name));
        if let Some(found) = key.and_then(|key| self.outside_children.get(&key)) {
            return *found;
        }
        if parent.is_none() {
            let known = self.outside.enumerate().find(|(_, entry)| **entry == Outside { parent: None, name });
            if let Some((found, _)) = known {
                return found;
            }
        }
        let id = self.outside.alloc(Outside { parent, name });
        if let Some(key) = key {
            self.outside_children.insert(key, id);
        }
        id
    }
}

/// The shape of a struct or variant that can be called or named as a value.
pub(super) fn has_constructor(shape: Shape) -> bool {
    matches!(shape, Shape::Tuple | Shape::Unit)
}

/// The binding that a definition itself makes.
pub(super) fn own_binding(id: DefId, def: &Def) -> Binding {
    Binding { target: Target::Def(id), visible: def.visible, glob: false, enabled: def.enabled, via: None }
}
