//! The first phase: every definition of a workspace, numbered, with its place in the tree of names.

use super::imports::Import;
use super::outside::{OutsideId, Outsides};
use super::presence::Presence;
use super::scopes::ScopeId;
use super::symbols::{Symbol, Symbols};
use crate::arena::{Arena, Idx, IdxRange};
use crate::read::{FieldId, FileId, FileSummary, Identifier, Item, ItemId, Name, SourceFile, Workspace};
use rustc_hash::{FxHashMap, FxHashSet};

/// A definition: a module, an item, a variant, a field, an impl, a block with items in it.
pub type DefId = Idx<Def>;

/// Index into [`Definitions::crates`].
pub type CrateId = Idx<Crate>;

/// What a definition is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum DefKind {
    /// A module; a crate's root is one too.
    Module,
    /// A function or an associated function.
    Function,
    /// A struct.
    Struct,
    /// A union.
    Union,
    /// An enum; its children are its variants.
    Enum,
    /// A variant; its children are its fields.
    Variant,
    /// A field of a struct, union or variant.
    Field,
    /// A constant or an associated constant.
    Const,
    /// A static.
    Static,
    /// A trait; its children are its associated items.
    Trait,
    /// A type alias or an associated type.
    TypeAlias,
    /// An impl; its children are its associated items.
    Impl,
    /// `macro_rules!` or `macro`.
    MacroRules,
    /// What a procedural macro's function makes callable. Its item is that function.
    ProcMacro,
    /// A block in a body that holds items.
    Block,
    /// A name of text that is not read, see [`Definitions::text_of`].
    Generated,
}

/// One definition.
#[derive(Clone, Debug)]
pub struct Def {
    /// What it is.
    pub kind: DefKind,
    /// Its name; the empty text for what has none.
    pub name: Symbol,
    /// The enclosing module, impl, trait, enum, struct (of a field), block; for a block the
    /// item in whose body it stands. `None` for a crate's root module.
    /// Holders are skipped: their items have the holder's parent.
    pub parent: Option<DefId>,
    /// The crate it is in.
    pub krate: CrateId,
    /// The file it stands in (for an out-of-line module: the file with its contents).
    pub file: FileId,
    /// Its item there, or `None` for a field and for a module that is a whole file.
    pub item: Option<ItemId>,
    /// For a field: its index in [`FileSummary::fields`].
    pub field: Option<FieldId>,
    /// In `Definitions::all_children`; see [`Definitions::children`].
    pub children: IdxRange<DefId>,
    /// Who may name it.
    pub visible: Visible,
    /// Its own `cfg` and all above it hold in an ordinary build.
    pub enabled: bool,
    /// Inside `#[cfg(test)]` or a `#[test]` function, or in a test or bench target.
    pub test: bool,
    /// For modules, blocks and enums: their table of names.
    pub scope: Option<ScopeId>,
}

/// Who may name a definition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visible {
    /// `pub`.
    Everywhere,
    /// This module and all below it.
    Within(DefId),
}

/// A target of a package, as name resolution sees it.
#[derive(Debug)]
pub struct Crate {
    /// Index into [`Workspace::targets`]; `None` for a stand-in.
    pub target: Option<usize>,
    /// Its root module.
    pub root: DefId,
    /// As other crates write it.
    pub name: Symbol,
    /// As the map and messages name it: the same, or the package, where the libraries of several packages
    /// bear one name.
    pub known_as: Symbol,
    /// Names at the root of paths: dependencies that are in the workspace, and the standard library's names.
    pub externs: FxHashMap<Symbol, CrateId>,
    /// Names of dependencies that are not in the workspace.
    pub outside: FxHashMap<Symbol, OutsideId>,
    /// Roots of the crates whose macros `#[macro_use] extern crate` brings everywhere.
    pub macro_preludes: Vec<DefId>,
    /// The edition's year.
    pub edition: u16,
}

/// One file as part of one crate. A file that several crates hold has several.
#[derive(Debug)]
pub struct Instance {
    /// The crate.
    pub krate: CrateId,
    /// The file.
    pub file: FileId,
    /// The module whose contents the file is (or, by `include!`, part of).
    pub module: DefId,
    /// In which builds it is part of that module: an `include!` may stand behind a condition.
    pub(crate) presence: Presence,
    pub defs: Arena<Item, Option<DefId>>,
}

impl Instance {
    /// The definition of an item of this file, in this crate. `use` and `extern crate` have none;
    /// for an out-of-line `mod x;` it is the module.
    pub fn def(&self, item: ItemId) -> Option<DefId> {
        self.defs.get(item).copied().flatten()
    }
}

/// What stands in for a crate outside the workspace: its signatures, written by us, so that types
/// are known that pass through it. The first one is always the standard library's.
#[derive(Debug)]
pub struct StandIn {
    /// The package's name; `std`.
    pub name: &'static str,
    /// What reading it found.
    pub summary: FileSummary,
}

/// Everything that is defined, before anything is known of its names.
#[derive(Debug)]
pub struct Definitions<'w> {
    /// What was read.
    pub workspace: &'w Workspace,
    /// What stands in for crates outside it.
    pub stand_ins: &'w [StandIn],
    /// One for each target; stand-ins come last.
    pub crates: Arena<Crate>,
    /// The stand-in for `std`, `core` and `alloc`; those for other crates come after it.
    pub std: CrateId,
    /// By [`DefId`].
    pub defs: Arena<Def>,
    pub(super) all_children: Arena<DefId>,
    /// All impls, in order of definition.
    pub impls: Vec<DefId>,
    /// Each file in each crate that holds it.
    pub instances: Vec<Instance>,
    /// What each derived definition is derived from.
    pub origins: FxHashMap<DefId, DefId>,
    /// Each leaf of a `use` and each `extern crate`, as written.
    pub imports: Vec<Import>,
    /// The texts of names.
    pub symbols: Symbols,
    /// For each file, the symbols of its names.
    pub(super) file_symbols: Arena<SourceFile, Arena<Identifier, Symbol>>,
    pub(super) primitives: FxHashSet<Symbol>,
    /// Paths into crates that are neither in the workspace nor stood in for.
    pub outside: Outsides,
    /// What the linker knows by a name that an attribute gives it.
    pub linked: FxHashMap<Symbol, Vec<DefId>>,
    /// What is named of text that is not read.
    pub generated: FxHashMap<OutsideId, DefId>,
    /// The modules of the stand-ins, as paths outside.
    pub(super) std_modules: FxHashMap<DefId, OutsideId>,
}

impl<'w> Definitions<'w> {
    /// The definition with this number.
    pub fn def(&self, id: DefId) -> &Def {
        &self.defs[id]
    }

    /// Items of a module or block, associated items of an impl or trait, variants of an enum,
    /// fields of a struct, union or variant; in source order.
    pub fn children(&self, id: DefId) -> &[DefId] {
        &self.all_children[self.def(id).children]
    }

    /// The summary of a file, or of a stand-in.
    pub fn summary(&self, file: FileId) -> &'w FileSummary {
        match self.workspace.files.get(file) {
            Some(found) => &found.summary,
            None => &self.stand_ins[file.index() - self.workspace.files.len()].summary,
        }
    }

    /// The item of a definition, if it has one.
    pub fn item(&self, id: DefId) -> Option<&Item> {
        let def = self.def(id);
        def.item.map(|item| &self.summary(def.file).items[item])
    }

    /// The field that a getter gives, where a template writes the getter: the one of its name, in the type that
    /// carries the derive.
    pub fn field_of_getter(&self, getter: DefId) -> Option<DefId> {
        let Def { kind: DefKind::Function, name, parent: Some(impl_), file, .. } = *self.def(getter) else {
            return None;
        };
        let Def { item: Some(item), parent: Some(around), .. } = *self.def(impl_) else { return None };
        let carrier = self.summary(file).template_of(item)?.item;
        let is_carrier = |id: &&DefId| self.def(**id).file == file && self.def(**id).item == Some(carrier);
        let carrier = self.children(around).iter().find(is_carrier)?;
        let is_field = |id: &&DefId| self.def(**id).kind == DefKind::Field && self.def(**id).name == name;
        self.children(*carrier).iter().find(is_field).copied()
    }

    /// The text-independent number of a name in a file.
    pub fn symbol(&self, file: FileId, name: Name) -> Symbol {
        self.file_symbols[file][name]
    }

    /// The text of a symbol.
    pub fn text(&self, symbol: Symbol) -> &str {
        self.symbols.text(symbol)
    }

    /// Whether a file is a stand-in, not one of the workspace.
    pub fn is_stand_in(&self, file: FileId) -> bool {
        self.workspace.files.get(file).is_none()
    }

    /// Whether a definition belongs to a stand-in: for the standard library, or for a crate outside.
    pub fn is_std(&self, id: DefId) -> bool {
        self.def(id).krate >= self.std
    }

    /// Whether a definition stands in an arm of a `macro_rules!`, where metavariables are names.
    pub(crate) fn in_macro_definition(&self, at: DefId) -> bool {
        self.macro_around(at).is_some()
    }

    /// The `macro_rules!` in an arm of which a definition stands, or which it is.
    pub(crate) fn macro_around(&self, mut at: DefId) -> Option<DefId> {
        loop {
            let def = self.def(at);
            match (def.kind, def.parent) {
                (DefKind::MacroRules, _) => return Some(at),
                (_, None) => return None,
                (_, Some(parent)) => at = parent,
            }
        }
    }

    /// The innermost module around a definition; a module is its own.
    pub fn module_of(&self, id: DefId) -> DefId {
        let mut at = id;
        while self.def(at).kind != DefKind::Module {
            at = self.def(at).parent.expect("only a root module has no parent");
        }
        at
    }

    /// Whether `inner` is `outer` or lies below it.
    pub fn is_within(&self, inner: DefId, outer: DefId) -> bool {
        let mut at = Some(inner);
        while let Some(id) = at {
            if id == outer {
                return true;
            }
            at = self.def(id).parent;
        }
        false
    }

    /// Whether code in `from` may use something with this visibility.
    pub fn may_see(&self, from: DefId, visible: Visible) -> bool {
        match visible {
            Visible::Everywhere => true,
            Visible::Within(module) => self.is_within(from, module),
        }
    }
}
