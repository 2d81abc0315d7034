//! The world: every definition of a workspace, numbered, with its place in the tree of names.

use crate::read::{FileId, FileSummary, Item, ItemId, Name, Workspace};
use rustc_hash::FxHashMap;

/// A definition: a module, an item, a variant, a field, an impl, a block with items in it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct DefId(pub u32);

/// A name, the same number for the same text in the whole workspace.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Symbol(pub u32);

/// Index into [`World::crates`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct CrateId(pub u32);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum DefKind {
    Module,
    Function,
    Struct,
    Union,
    Enum,
    Variant,
    Field,
    Const,
    Static,
    Trait,
    TypeAlias,
    Impl,
    MacroRules,
    Block,
    /// Transparent holders: `extern "C"` blocks, macro calls with items in them.
    Holder,
}

#[derive(Clone, Debug)]
pub struct Def {
    pub kind: DefKind,
    pub name: Symbol,
    /// The enclosing module, impl, trait, enum, struct (of a field), block; for a block the
    /// item in whose body it stands. `None` for a crate's root module.
    /// Holders are skipped: their items have the holder's parent.
    pub parent: Option<DefId>,
    pub krate: CrateId,
    /// The file it stands in (for an out-of-line module: the file with its contents).
    pub file: FileId,
    /// Its item there, or `None` for a field and for a module that is a whole file.
    pub item: Option<ItemId>,
    /// For a field: its index in [`FileSummary::fields`].
    pub field: u32,
    /// The first child and how many: children stand together in [`World::children`].
    pub(crate) children: (u32, u32),
    pub visible: Visible,
    /// Its own `cfg` and all above it hold in an ordinary build.
    pub enabled: bool,
    /// Inside `#[cfg(test)]` or a `#[test]` function, or in a test or bench target.
    pub test: bool,
}

/// Who may name a definition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visible {
    Everywhere,
    Within(DefId),
}

#[derive(Debug)]
pub struct Crate {
    /// Index into [`Workspace::targets`]; `None` for the standard library's stand-in.
    pub target: Option<usize>,
    pub root: DefId,
    /// As other crates write it.
    pub name: Symbol,
    /// Names at the root of paths: dependencies that are in the workspace, and the standard library's names.
    pub externs: FxHashMap<Symbol, CrateId>,
    /// Names of dependencies that are not in the workspace.
    pub outside: rustc_hash::FxHashSet<Symbol>,
    pub edition: u16,
}

/// Texts of names, both ways.
#[derive(Debug, Default)]
pub struct Symbols {
    pub(crate) texts: Vec<Box<str>>,
    pub(crate) numbers: FxHashMap<Box<str>, Symbol>,
}

impl Symbols {
    pub fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol.0 as usize]
    }
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.numbers.get(text).copied()
    }
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&found) = self.numbers.get(text) {
            return found;
        }
        let symbol = Symbol(u32::try_from(self.texts.len()).expect("fewer than 2^32 names"));
        self.texts.push(text.into());
        self.numbers.insert(text.into(), symbol);
        symbol
    }
}

/// What a name in a module stands for, by namespace.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PerNamespace {
    pub types: Option<Binding>,
    pub values: Option<Binding>,
    pub macros: Option<Binding>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Binding {
    pub target: Target,
    pub visible: Visible,
    pub glob: bool,
}

/// Where a path leads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Target {
    Def(DefId),
    /// Something outside the workspace (and outside the stand-in for the standard library);
    /// [`World::outside_path`] spells it.
    Outside(OutsideId),
}

/// A path into a crate that is not part of the workspace, such as `serde::Serialize`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct OutsideId(pub u32);

/// What one segment of a path names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Named {
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
#[derive(Clone, Debug)]
pub struct Resolved {
    /// One for each segment that could be resolved by names alone; `self`, `super`, `crate` give
    /// their module. Never longer than the path; empty when the first segment named nothing.
    pub segments: smallvec::SmallVec<[Named; 4]>,
    /// This many segments at the end must be looked up on the type (or trait) that the last
    /// resolved segment names: `Vec::new`, `Self::Item`, `T::Assoc`, `Trait::method`.
    pub rest: usize,
    /// A segment in the middle named nothing: what follows is lost.
    pub broken: bool,
}

/// Everything that is defined.
#[derive(Debug)]
pub struct World<'w> {
    pub workspace: &'w Workspace,
    pub crates: Vec<Crate>,
    pub defs: Vec<Def>,
    pub symbols: Symbols,
    /// All impls, in order of definition.
    pub impls: Vec<DefId>,
    /// The stand-in for `std`, `core` and `alloc`.
    pub std: CrateId,
    pub(crate) std_summary: &'w FileSummary,
    pub(crate) all_children: Vec<DefId>,
    /// For each file, the symbols of its names.
    pub(crate) file_symbols: Vec<Vec<Symbol>>,
    pub(crate) scopes: FxHashMap<DefId, FxHashMap<Symbol, PerNamespace>>,
    pub(crate) outside: Vec<Box<str>>,
}

impl World<'_> {
    pub fn def(&self, id: DefId) -> &Def {
        &self.defs[id.0 as usize]
    }

    /// Items of a module or block, associated items of an impl or trait, variants of an enum,
    /// fields of a struct, union or variant; in source order.
    pub fn children(&self, id: DefId) -> &[DefId] {
        let (start, len) = self.def(id).children;
        &self.all_children[start as usize..(start + len) as usize]
    }

    /// The summary of a file; also of the standard library's stand-in.
    pub fn summary(&self, file: FileId) -> &FileSummary {
        self.workspace.files.get(file.0 as usize).map_or(self.std_summary, |found| &found.summary)
    }

    /// The item of a definition, if it has one.
    pub fn item(&self, id: DefId) -> Option<&Item> {
        let def = self.def(id);
        def.item.map(|item| &self.summary(def.file).items[item.0 as usize])
    }

    /// The text-independent number of a name in a file.
    pub fn symbol(&self, file: FileId, name: Name) -> Symbol {
        self.file_symbols[file.0 as usize][name.0 as usize]
    }

    pub fn text(&self, symbol: Symbol) -> &str {
        self.symbols.text(symbol)
    }

    pub fn outside_path(&self, id: OutsideId) -> &str {
        &self.outside[id.0 as usize]
    }
}
