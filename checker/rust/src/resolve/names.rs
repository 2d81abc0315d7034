//! The names that each scope declares by itself, before any import is followed.

use super::definitions::{Def, DefId, DefKind, Definitions, Visible};
use super::numbering::Numbered;
use super::scopes::{Binding, Scope, Scopes, Target};
use super::symbols::UNDERSCORE;
use crate::arena::Arena;
use crate::read::{ItemKind, Shape};
use rustc_hash::FxHashSet;

/// Enters every definition into the scope that it stands in.
pub(super) fn declare(Numbered { definitions, macro_use, unread }: Numbered<'_>) -> Scopes<'_> {
    let tables = definitions.defs.iter().filter(|def| def.scope.is_some()).map(|_| Scope::default());
    let tables = tables.collect::<Vec<_>>().into();
    let mut scopes = Scopes { definitions, tables, prelude: None };
    for id in scopes.defs.ids() {
        let def = &scopes.definitions.defs[id];
        let Some(parent) = def.parent else { continue };
        let scope = scopes.def(parent).scope;
        if def.kind == DefKind::MacroRules {
            declare_macro(&mut scopes, &macro_use, id, parent);
            continue;
        }
        let Some(scope) = scope.filter(|_| def.name != UNDERSCORE) else { continue };
        let binding = own_binding(id, def);
        let (types, values, macros) = namespaces(&scopes.definitions, def);
        let entry = scopes.tables[scope].names.entry(def.name).or_default();
        for (wanted, slot) in
            [(types, &mut entry.types), (values, &mut entry.values), (macros, &mut entry.macros)]
        {
            if wanted {
                put(slot, binding);
            }
        }
    }
    let mut unread: Vec<DefId> = unread.into_iter().collect();
    unread.sort_unstable();
    for module in unread {
        let def = &scopes.definitions.defs[module];
        let text = scopes.definitions.outside.text(module, def.name);
        if let Some(scope) = def.scope {
            scopes.tables[scope].outside_glob = Some(text);
        }
    }
    scopes.prelude = find_prelude(&scopes);
    scopes
}

fn namespaces(definitions: &Definitions<'_>, def: &Def) -> (bool, bool, bool) {
    let item = def.item.map(|item| &definitions.summary(def.file).items[item].kind);
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
fn declare_macro(scopes: &mut Scopes<'_>, macro_use: &FxHashSet<DefId>, id: DefId, parent: DefId) {
    let def = scopes.def(id).clone();
    let mut at = parent;
    loop {
        let scope = scopes.def(at).scope;
        if let Some(scope) = scope {
            // A later definition shadows an earlier one; one that is off never does.
            let textual = &mut scopes.tables[scope].textual;
            if def.enabled || !textual.contains_key(&def.name) {
                textual.insert(def.name, id);
            }
        }
        let Some(above) = scopes.def(at).parent else { break };
        if !macro_use.contains(&at) {
            break;
        }
        at = above;
    }
    let exported =
        matches!(scopes.item(id).map(|item| &item.kind), Some(ItemKind::MacroRules { exported: true, .. }));
    if exported {
        let root = scopes.crates[def.krate].root;
        let scope = scopes.def(root).scope.expect("modules have one");
        let entry = scopes.tables[scope].names.entry(def.name).or_default();
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
            let wider = old.visible != new.visible && new.visible == Visible::Everywhere;
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

fn find_prelude(scopes: &Scopes<'_>) -> Option<DefId> {
    let mut at = scopes.crates[scopes.std].root;
    for name in ["prelude", "v1"] {
        let symbol = scopes.symbols.find(name)?;
        let Some(Target::Def(found)) = scopes.in_scope(at, symbol)?.types.map(|binding| binding.target)
        else {
            return None;
        };
        at = found;
    }
    Some(at)
}

/// Every trait that a name (or `_`) in each scope stands for; sorted.
pub(super) fn traits(scopes: &Scopes<'_>) -> Arena<Scope, Vec<DefId>> {
    let traits = scopes.tables.iter().map(|scope| {
        let named = scope.names.values().filter_map(|entry| match entry.types?.target {
            Target::Def(id) if scopes.def(id).kind == DefKind::Trait => Some(id),
            _ => None,
        });
        let mut traits: Vec<DefId> = named.chain(scope.anonymous.iter().copied()).collect();
        traits.sort_unstable();
        traits.dedup();
        traits
    });
    traits.collect::<Vec<_>>().into()
}

/// The shape of a struct or variant that can be called or named as a value.
fn has_constructor(shape: Shape) -> bool {
    matches!(shape, Shape::Tuple | Shape::Unit)
}

/// The binding that a definition itself makes.
fn own_binding(id: DefId, def: &Def) -> Binding {
    Binding { target: Target::Def(id), visible: def.visible, glob: false, enabled: def.enabled, via: None }
}
