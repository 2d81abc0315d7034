//! Parts of a type that some builds have and others have not.

use super::{Members, Said};
use crate::graph::met::held;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::Attribute;
use stateline_rust::{DefId, DefKind};
use stateline_schema::entries::fingerprint;

impl<'g> Members<'_, 'g> {
    /// Whether there are fields or variants that some builds have and others have not: nobody knows here which build
    /// writes, and which reads.
    pub(super) fn are_conditional(&self, said: &Said<'g>) -> bool {
        let under = |(_, cfg, attributes): (DefId, bool, IdxRange<Attribute>)| {
            cfg || self.said(attributes).is_conditional(said)
        };
        said.is_conditional(said) || self.parts().into_iter().any(under)
    }

    /// All variants and fields, with whether they stand under a condition of their own, and their attributes.
    fn parts(&self) -> Vec<(DefId, bool, IdxRange<Attribute>)> {
        let world = self.wire.graph.world();
        let part = |id: DefId| {
            let def = world.def(id);
            match def.field {
                Some(at) => {
                    let field = &world.summary(def.file).fields[at];
                    Some((id, field.cfg.is_some(), field.attributes))
                }
                None if def.kind == DefKind::Variant => {
                    world.item(id).map(|item| (id, item.cfg.is_some(), item.attributes))
                }
                None => None,
            }
        };
        held(self.wire.graph, self.id).into_iter().filter_map(part).collect()
    }

    /// Of what stands under conditions: what is there, and what attributes say of it.
    pub(super) fn conditions(&self, said: &Said<'g>) -> u64 {
        let world = self.wire.graph.world();
        let parts = self.parts().into_iter().map(|(id, _, attributes)| {
            let def = world.def(id);
            let there = format!("{} {}", world.text(def.name), def.enabled);
            fingerprint(there.as_bytes()).wrapping_add(self.said(attributes).hash)
        });
        parts.fold(said.hash, u64::wrapping_add)
    }
}
