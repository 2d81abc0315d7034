//! The second phase: the names that each scope knows, those that it declares and those that imports bring.

use super::definitions::{DefId, Definitions, Visible};
use super::globs::Glob;
use super::outside::OutsideId;
use super::symbols::{Symbol, keyword};
use crate::arena::{Arena, Idx};
use crate::read::{FileId, Name, Namespace, Segment, sym};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Deref;

/// Index of a table of names.
pub(super) type ScopeId = Idx<Scope>;

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
    /// The import that brought it, in [`Definitions::imports`]: what that one brings later goes before
    /// what it brought sooner.
    pub via: Option<u32>,
}

/// The names of a module, a block or an enum.
#[derive(Debug, Default)]
pub struct Scope {
    /// By name: what stands here, and what imports of one name bring.
    pub(super) names: FxHashMap<Symbol, PerNamespace>,
    /// In the order in which they are written; only those that lead to a scope.
    pub(super) globs: Vec<Glob>,
    /// A glob leads here.
    pub(super) is_source: bool,
    /// Traits imported `as _`.
    pub(super) anonymous: FxHashSet<DefId>,
    /// `macro_rules!` that are in textual scope here and below.
    pub textual: FxHashMap<Symbol, DefId>,
    /// A glob from outside the workspace, or text in the module that is not read: a name not found may
    /// come from there.
    pub outside_glob: Option<OutsideId>,
}

/// Where a path leads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Target {
    /// A definition in the workspace, or in the stand-in for the standard library.
    Def(DefId),
    /// Something outside both; [`World::outside_path`](super::World::outside_path) spells it.
    Outside(OutsideId),
}

impl Target {
    /// The definition, unless it is outside.
    pub fn def(self) -> Option<DefId> {
        match self {
            Target::Def(id) => Some(id),
            Target::Outside(_) => None,
        }
    }
}

/// The definitions, with the names that each scope knows.
#[derive(Debug)]
pub struct Scopes<'w> {
    pub(super) definitions: Definitions<'w>,
    pub(super) tables: Arena<Scope>,
    /// Names that stand in any scope to which a glob leads: for no other need globs be followed.
    pub(super) offered: FxHashSet<Symbol>,
    /// The standard library's prelude.
    pub(super) prelude: Option<DefId>,
}

impl<'w> Deref for Scopes<'w> {
    type Target = Definitions<'w>;

    fn deref(&self) -> &Definitions<'w> {
        &self.definitions
    }
}

impl PerNamespace {
    /// The meaning in one namespace.
    pub fn get(&self, namespace: Namespace) -> Option<Binding> {
        match namespace {
            Namespace::Type => self.types,
            Namespace::Value => self.values,
            Namespace::Macro => self.macros,
        }
    }

    /// The first meaning: type, value, macro.
    pub fn any(&self) -> Option<Binding> {
        self.types.or(self.values).or(self.macros)
    }

    /// The same with each meaning changed or left out.
    #[must_use]
    pub(super) fn and_then(self, change: impl Fn(Binding) -> Option<Binding>) -> Self {
        Self {
            types: self.types.and_then(&change),
            values: self.values.and_then(&change),
            macros: self.macros.and_then(&change),
        }
    }
}

impl Scopes<'_> {
    /// The table of names of a module, block or enum.
    pub fn scope(&self, id: DefId) -> Option<&Scope> {
        self.tables.get(self.def(id).scope?)
    }

    /// What a module or enum knows by the name of a segment.
    pub fn member(&self, id: DefId, file: FileId, segment: &Segment) -> PerNamespace {
        self.named_in(id, self.symbol(file, segment.name))
    }

    /// What a module or enum knows by a name.
    pub(super) fn named_in(&self, id: DefId, name: Symbol) -> PerNamespace {
        match keyword(name) {
            sym::SUPER => only_type(self.def(id).parent.map(|parent| Target::Def(self.module_of(parent)))),
            sym::SELF_VALUE => only_type(Some(Target::Def(id))),
            _ => self.in_scope(id, name).unwrap_or_default(),
        }
    }

    /// What a path segment written as a name of a namespace stands for at a crate's border.
    pub fn crate_named(&self, scope: DefId, name: Symbol) -> Option<Target> {
        let krate = &self.crates[self.def(scope).krate];
        if let Some(found) = krate.externs.get(&name) {
            return Some(Target::Def(self.crates[*found].root));
        }
        krate.outside.get(&name).map(|&outside| Target::Outside(outside))
    }

    /// `self`, `super`, `crate`, `$crate`: their module, `Some(None)` where there is none.
    pub fn keyword_module(&self, scope: DefId, name: Name) -> Option<Option<DefId>> {
        Some(match name {
            sym::SELF_VALUE => Some(self.module_of(scope)),
            sym::SUPER => self.def(self.module_of(scope)).parent.map(|parent| self.module_of(parent)),
            sym::CRATE | sym::DOLLAR_CRATE => Some(self.crates[self.def(scope).krate].root),
            _ => return None,
        })
    }

    /// A `macro_rules!` that is in textual scope.
    pub fn textual_macro(&self, scope: DefId, name: Symbol) -> Option<DefId> {
        let mut at = Some(scope);
        while let Some(id) = at {
            if let Some(found) = self.scope(id).and_then(|scope| scope.textual.get(&name)) {
                return Some(*found);
            }
            at = self.def(id).parent;
        }
        None
    }

    /// The namespace's meaning of a binding's name in the standard prelude.
    pub fn in_prelude(&self, name: Symbol, namespace: Namespace) -> Option<Binding> {
        self.named_as(self.prelude?, name, namespace)
    }

    /// Whether names that a module does not declare may stand in text that is not read: the module's
    /// own, or another's that it takes in by a glob.
    pub fn unread_text(&self, module: DefId) -> Option<OutsideId> {
        self.scope(module)?.outside_glob.filter(|outside| self.text_of(*outside).is_some())
    }

    /// Where a name may come from that a module does not know: a glob from outside, or the part of
    /// the standard library that the stand-in lacks.
    pub(super) fn elsewhere(&self, id: DefId) -> Option<OutsideId> {
        let outside = self.scope(id).and_then(|scope| scope.outside_glob);
        outside.or_else(|| self.std_modules.get(&id).copied())
    }
}

/// A meaning as a type or module alone, if there is one.
pub(super) fn only_type(target: Option<Target>) -> PerNamespace {
    let visible = Visible::Everywhere;
    let types = target.map(|target| Binding { target, visible, glob: false, enabled: true, via: None });
    PerNamespace { types, ..PerNamespace::default() }
}
