//! The names that each scope declares by itself, before any import is followed.

use super::build::{has_constructor, own_binding};
use super::world::{Binding, Def, DefId, DefKind, PerNamespace, Scope, Symbol, Target, UNDERSCORE, World};
use crate::read::{ItemKind, Namespace};

/// Enters every definition into the scope that it stands in.
pub(super) fn declare(world: &mut World<'_>) {
    for id in world.defs.ids() {
        let def = &world.defs[id];
        let Some(parent) = def.parent else { continue };
        let scope = world.def(parent).scope;
        if def.kind == DefKind::MacroRules {
            declare_macro(world, id, parent);
            continue;
        }
        let Some(scope) = scope.filter(|_| def.name != UNDERSCORE) else { continue };
        let binding = own_binding(id, def);
        let (types, values, macros) = namespaces(world, def);
        let name = def.name;
        let entry = world.scopes[scope].names.entry(name).or_default();
        for (wanted, slot) in
            [(types, &mut entry.types), (values, &mut entry.values), (macros, &mut entry.macros)]
        {
            if wanted {
                put(slot, binding);
            }
        }
    }
    let prelude = find_prelude(world);
    world.prelude = prelude;
}

fn namespaces(world: &World<'_>, def: &Def) -> (bool, bool, bool) {
    let item = def.item.map(|item| &world.summary(def.file).items[item].kind);
    match (def.kind, item) {
        (DefKind::Module | DefKind::Union | DefKind::Enum | DefKind::Trait | DefKind::TypeAlias, _) => {
            (true, false, false)
        }
        (DefKind::Struct, Some(ItemKind::Struct { shape, .. })) => (true, has_constructor(*shape), false),
        (DefKind::Variant, _) => (true, true, false),
        (DefKind::Function | DefKind::Const | DefKind::Static, _) => (false, true, false),
        (DefKind::ProcMacro, _) => (false, false, true),
        _ => (false, false, false),
    }
}

/// A `macro_rules!` is in textual scope from its module downwards, in the modules above as long as
/// they say `#[macro_use]`, and at the crate's root where it is exported.
fn declare_macro(world: &mut World<'_>, id: DefId, parent: DefId) {
    let def = world.def(id).clone();
    let mut at = parent;
    loop {
        let scope = world.def(at).scope;
        if let Some(scope) = scope {
            // A later definition shadows an earlier one; one that is off never does.
            let textual = &mut world.scopes[scope].textual;
            if def.enabled || !textual.contains_key(&def.name) {
                textual.insert(def.name, id);
            }
        }
        let Some(above) = world.def(at).parent else { break };
        if !world.macro_use.contains(&at) {
            break;
        }
        at = above;
    }
    let exported =
        matches!(world.item(id).map(|item| &item.kind), Some(ItemKind::MacroRules { exported: true, .. }));
    if exported {
        let root = world.crates[def.krate].root;
        let scope = world.def(root).scope.expect("modules have one");
        let entry = world.scopes[scope].names.entry(def.name).or_default();
        put(&mut entry.macros, own_binding(id, &def));
    }
}

/// One binding per name and namespace: explicit before glob, on before off, first before later. What
/// an import brought is replaced when it comes to lead elsewhere.
pub(super) fn put(slot: &mut Option<Binding>, new: Binding) -> bool {
    match slot {
        None => {
            *slot = Some(new);
            true
        }
        Some(old) if old.target == new.target => {
            let wider = old.visible != new.visible && new.visible == super::world::Visible::Everywhere;
            let firmer = (old.glob && !new.glob) || (!old.enabled && new.enabled);
            if wider {
                old.visible = new.visible;
            }
            old.glob &= new.glob;
            old.enabled |= new.enabled;
            wider || firmer
        }
        Some(old) if old.via.is_some() && old.via == new.via => {
            *slot = Some(new);
            true
        }
        Some(old) => {
            let better = (new.enabled, !new.glob) > (old.enabled, !old.glob);
            if better {
                *slot = Some(new);
            }
            better
        }
    }
}

fn find_prelude(world: &World<'_>) -> Option<DefId> {
    let mut at = world.crates[world.std].root;
    for name in ["prelude", "v1"] {
        let symbol = world.symbols.find(name)?;
        let Some(Target::Def(found)) = world.in_scope(at, symbol)?.types.map(|binding| binding.target) else {
            return None;
        };
        at = found;
    }
    Some(at)
}

/// Notes for each scope which traits its names stand for.
pub(super) fn list_traits(world: &mut World<'_>) {
    for index in world.scopes.ids() {
        let scope = &world.scopes[index];
        let mut traits: Vec<DefId> = scope
            .names
            .values()
            .filter_map(|entry| match entry.types?.target {
                Target::Def(id) if world.def(id).kind == DefKind::Trait => Some(id),
                _ => None,
            })
            .chain(scope.anonymous.iter().copied())
            .collect();
        traits.sort_unstable();
        traits.dedup();
        world.scopes[index].traits = traits;
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
}

impl World<'_> {
    /// What a module, block or enum knows by this name.
    pub fn in_scope(&self, scope: DefId, name: Symbol) -> Option<PerNamespace> {
        self.scope(scope)?.names.get(&name).copied()
    }

    /// The table of names of a module, block or enum.
    pub fn scope(&self, id: DefId) -> Option<&Scope> {
        self.scopes.get(self.def(id).scope?)
    }

    /// Whether a trait's methods can be called in this scope: the trait is named here, in a block
    /// or module around, or in the prelude.
    pub fn trait_in_scope(&self, scope: DefId, wanted: DefId) -> bool {
        let mut at = scope;
        loop {
            let def = self.def(at);
            if at == wanted || self.scope(at).is_some_and(|scope| scope.traits.binary_search(&wanted).is_ok())
            {
                return true;
            }
            if def.kind == DefKind::Module {
                break;
            }
            match def.parent {
                Some(parent) => at = parent,
                None => break,
            }
        }
        self.prelude
            .and_then(|prelude| self.scope(prelude))
            .is_some_and(|scope| scope.traits.binary_search(&wanted).is_ok())
    }
}
