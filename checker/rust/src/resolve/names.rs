//! The names that each scope declares by itself, before any import is followed.

use super::definitions::{Def, DefId, DefKind, Definitions, Visible};
use super::numbering::Numbered;
use super::scopes::{Binding, Scope, Scopes, Target};
use super::symbols::{Symbol, UNDERSCORE};
use crate::read::{ItemKind, Shape};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// Enters every definition into the scope that it stands in.
pub(super) fn declare(Numbered { definitions, macro_use, unread }: Numbered<'_>) -> Scopes<'_> {
    let tables = definitions.defs.iter().filter(|def| def.scope.is_some()).map(|_| Scope::default());
    let tables = tables.collect::<Vec<_>>().into();
    let mut scopes = Scopes { definitions, tables, offered: FxHashSet::default(), prelude: None };
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

/// One binding per name and namespace: explicit before glob, on before off, first before later.
pub(super) fn offer(slot: &mut Option<Binding>, new: Binding) -> bool {
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
        Some(old) => {
            let better = (new.enabled, !new.glob) > (old.enabled, !old.glob);
            if better {
                *slot = Some(new);
            }
            better
        }
    }
}

/// The same, but what an import brought is replaced when it comes to lead elsewhere.
pub(super) fn put(slot: &mut Option<Binding>, new: Binding) -> bool {
    match slot {
        Some(old) if old.via.is_some() && old.via == new.via && old.target != new.target => {
            *slot = Some(new);
            true
        }
        _ => offer(slot, new),
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

/// By trait: the names by which scopes know it, wherever that is.
pub(super) fn traits(scopes: &Scopes<'_>) -> FxHashMap<DefId, SmallVec<[Symbol; 2]>> {
    let mut traits: FxHashMap<DefId, SmallVec<[Symbol; 2]>> = FxHashMap::default();
    for scope in scopes.tables.iter() {
        let anonymous = scope.anonymous.iter().map(|id| (UNDERSCORE, *id));
        let named = scope.names.iter().filter_map(|(name, entry)| match entry.types?.target {
            Target::Def(id) if scopes.def(id).kind == DefKind::Trait => Some((*name, id)),
            _ => None,
        });
        for (name, id) in named.chain(anonymous) {
            let names = traits.entry(id).or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    traits
}

/// The shape of a struct or variant that can be called or named as a value.
fn has_constructor(shape: Shape) -> bool {
    matches!(shape, Shape::Tuple | Shape::Unit)
}

/// The binding that a definition itself makes.
fn own_binding(id: DefId, def: &Def) -> Binding {
    Binding { target: Target::Def(id), visible: def.visible, glob: false, enabled: def.enabled, via: None }
}
