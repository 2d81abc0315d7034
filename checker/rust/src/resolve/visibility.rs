//! Who may name a definition, by the words that stand before it.

use super::definitions::{DefId, DefKind, Visible};
use super::numbering::{Builder, Place};
use crate::read::{Item, ItemKind, PathId, Visibility, sym};

impl Builder<'_> {
    pub(super) fn visible(&self, place: Place<'_>, item: &Item, parent: DefId) -> Visible {
        let above = self.definitions.def(parent);
        match above.kind {
            DefKind::Enum | DefKind::Trait | DefKind::Variant => return above.visible,
            DefKind::Impl => {
                let of_trait = above.item.is_some_and(|id| {
                    matches!(place.summary.items[id].kind, ItemKind::Impl { trait_: Some(_), .. })
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
        self.visibility(place, item.visibility, parent)
    }

    fn root_of(&self, mut at: DefId) -> DefId {
        while let Some(parent) = self.definitions.def(at).parent {
            at = parent;
        }
        at
    }

    pub(super) fn visibility(&self, place: Place<'_>, written: Visibility, parent: DefId) -> Visible {
        let module = self.definitions.module_of(parent);
        match written {
            Visibility::Public => Visible::Everywhere,
            Visibility::Private => Visible::Within(module),
            Visibility::In(path) => Visible::Within(self.restricted(place, path, module)),
        }
    }

    /// The module that a `pub(in …)` names; the crate's root where it can not be told yet.
    fn restricted(&self, place: Place<'_>, path: PathId, module: DefId) -> DefId {
        let mut at = module;
        for segment in &place.summary.terms.segments[place.summary.terms.paths[path].segments] {
            match segment.name {
                sym::SELF_VALUE => {}
                sym::CRATE => at = self.root_of(module),
                sym::SUPER => {
                    let above = self.definitions.def(at).parent;
                    at = above.map_or(at, |above| self.definitions.module_of(above));
                }
                name => {
                    let wanted = self.definitions.symbol(place.file, name);
                    // An ancestor of the module, since nothing else may be named here.
                    let mut ancestor = Some(module);
                    while let Some(id) = ancestor {
                        let def = self.definitions.def(id);
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
}
