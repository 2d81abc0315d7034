//! The world: every definition of a workspace, numbered, with its place in the tree of names.

use crate::arena::{Arena, Idx, IdxRange};
use crate::read::{FieldId, FileId, FileSummary, Identifier, Item, ItemId, Name, SourceFile, Workspace, sym};
use rustc_hash::{FxHashMap, FxHashSet};

/// A definition: a module, an item, a variant, a field, an impl, a block with items in it.
pub type DefId = Idx<Def>;

/// A name, the same number for the same text in the whole workspace.
pub type Symbol = Idx<Interned>;

/// What a [`Symbol`] is the index of: a text.
#[derive(Debug)]
pub enum Interned {}

/// The symbol of `_`: symbols begin with [`sym::TEXTS`].
pub const UNDERSCORE: Symbol = Symbol::from_raw(sym::UNDERSCORE.raw());

/// Index into [`World::crates`].
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
    /// In [`World::all_children`]; see [`World::children`].
    pub children: IdxRange<DefId>,
    /// Who may name it.
    pub visible: Visible,
    /// Its own `cfg` and all above it hold in an ordinary build.
    pub enabled: bool,
    /// Inside `#[cfg(test)]` or a `#[test]` function, or in a test or bench target.
    pub test: bool,
    /// For modules, blocks and enums: the table of names, in [`World::scopes`].
    pub scope: Option<ScopeId>,
}

/// Index into [`World::scopes`].
pub type ScopeId = Idx<Scope>;

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

/// Texts of names, both ways.
#[derive(Debug, Default)]
pub struct Symbols {
    texts: Arena<Interned, Box<str>>,
    numbers: FxHashMap<Box<str>, Symbol>,
}

impl Symbols {
    /// The text of a symbol.
    pub fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol]
    }

    /// The symbol of a text, if any file of the workspace has it.
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.numbers.get(text).copied()
    }

    /// The symbol of a text, made if need be.
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&found) = self.numbers.get(text) {
            return found;
        }
        let symbol = self.texts.alloc(text.into());
        self.numbers.insert(text.into(), symbol);
        symbol
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.texts.len()
    }
}

/// What a name in a scope stands for, by namespace.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PerNamespace {
    /// Modules, types, traits.
    pub types: Option<Binding>,
    /// Functions, constants, constructors.
    pub values: Option<Binding>,
    /// Macros, derives, attributes.
    pub macros: Option<Binding>,
}

/// One meaning of a name in a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Binding {
    /// The defining item, however it was reached.
    pub target: Target,
    /// Who may reach it by this name.
    pub visible: Visible,
    /// It came by a glob, so an explicit name goes before it.
    pub glob: bool,
    /// It is on in an ordinary build; else one that is on goes before it.
    pub enabled: bool,
    /// The import that brought it, in [`World::imports`]: what that one brings later goes before
    /// what it brought sooner.
    pub via: Option<u32>,
}

/// The names of a module, a block or an enum.
#[derive(Debug, Default)]
pub struct Scope {
    /// By name.
    pub names: FxHashMap<Symbol, PerNamespace>,
    /// Traits imported `as _`.
    pub anonymous: Vec<DefId>,
    /// `macro_rules!` that are in textual scope here and below.
    pub textual: FxHashMap<Symbol, DefId>,
    /// Grows with each change, so that globs know when to look again.
    pub version: u32,
    /// A glob from outside the workspace: a name not found may come from there.
    pub outside_glob: Option<OutsideId>,
    /// Every trait that a name (or `_`) here stands for; sorted.
    pub traits: Vec<DefId>,
}

/// Where a path leads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Target {
    /// A definition in the workspace, or in the stand-in for the standard library.
    Def(DefId),
    /// Something outside both; [`World::outside_path`] spells it.
    Outside(OutsideId),
}

/// A path into a crate that is not part of the workspace, such as `serde::Serialize`.
pub type OutsideId = Idx<Outside>;

/// The last segment of such a path, and the path before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outside {
    /// `None` for a crate.
    pub parent: Option<OutsideId>,
    pub name: Symbol,
}

/// What one segment of a path names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Named {
    /// A definition, or something outside.
    Target(Target),
    /// `Self`: the impl, trait, or type whose `Self` it is.
    SelfType(DefId),
    /// A type or const parameter: the item that declares it, and which.
    Parameter(DefId, u32),
    /// `u8`, `str`, …
    Primitive(Symbol),
    /// Not found.
    Nothing,
}

/// A resolved path.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// One for each segment that could be resolved by names alone; `self`, `super`, `crate` give
    /// their module. Never longer than the path; empty when the first segment named nothing.
    pub segments: smallvec::SmallVec<[Named; 4]>,
    /// This many segments at the end must be looked up on the type (or trait) that the last
    /// resolved segment names: `Vec::new`, `Self::Item`, `Self::Variant`, `T::Assoc`,
    /// `Trait::method`, and `Alias::Variant`.
    pub rest: usize,
    /// A segment named nothing: what follows is lost.
    pub broken: bool,
}

/// Everything that is defined.
#[derive(Debug)]
pub struct World<'w> {
    /// What was read.
    pub workspace: &'w Workspace,
    /// One for each target; stand-ins come last.
    pub crates: Arena<Crate>,
    /// By [`DefId`].
    pub defs: Arena<Def>,
    /// The texts of names.
    pub symbols: Symbols,
    /// Each file in each crate that holds it.
    pub instances: Vec<Instance>,
    /// The invocations of macros behind the door.
    pub invoked: Vec<super::Invoked>,
    /// What each derived definition is derived from.
    pub origins: FxHashMap<DefId, DefId>,
    /// All impls, in order of definition.
    pub impls: Vec<DefId>,
    /// The stand-in for `std`, `core` and `alloc`; those for other crates come after it.
    pub std: CrateId,
    pub stand_ins: &'w [StandIn],
    pub all_children: Arena<DefId>,
    /// For each file, the symbols of its names.
    pub file_symbols: Arena<SourceFile, Arena<Identifier, Symbol>>,
    pub scopes: Arena<Scope>,
    pub outside: Arena<Outside>,
    pub outside_children: FxHashMap<(OutsideId, Symbol), OutsideId>,
    /// Modules that carry `#[macro_use]`.
    pub macro_use: FxHashSet<DefId>,
    /// The modules of the standard library's stand-in, as paths outside.
    pub std_modules: FxHashMap<DefId, OutsideId>,
    /// Whether a name that a module does not know may come from outside already.
    pub look_elsewhere: bool,
    /// Imports were still changing when following them was given up: nothing can be said of the code.
    pub unsettled: Option<crate::read::Problem>,
    pub prelude: Option<DefId>,
    pub primitives: FxHashSet<Symbol>,
    pub imports: Vec<super::imports::Import>,
}

impl World<'_> {
    /// The definition with this number.
    pub fn def(&self, id: DefId) -> &Def {
        &self.defs[id]
    }

    /// Items of a module or block, associated items of an impl or trait, variants of an enum,
    /// fields of a struct, union or variant; in source order.
    pub fn children(&self, id: DefId) -> &[DefId] {
        &self.all_children[self.def(id).children]
    }

    /// The summary of a file; also of the standard library's stand-in.
    pub fn summary(&self, file: FileId) -> &FileSummary {
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
    pub(crate) fn in_macro_definition(&self, mut at: DefId) -> bool {
        loop {
            let def = self.def(at);
            match (def.kind, def.parent) {
                (DefKind::MacroRules, _) => return true,
                (DefKind::Module, _) | (_, None) => return false,
                (_, Some(parent)) => at = parent,
            }
        }
    }

    /// The path of something outside, `serde::Serialize`.
    pub fn outside_path(&self, id: OutsideId) -> String {
        let Outside { parent, name } = self.outside[id];
        match parent {
            Some(parent) => format!("{}::{}", self.outside_path(parent), self.text(name)),
            None => self.text(name).to_owned(),
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
