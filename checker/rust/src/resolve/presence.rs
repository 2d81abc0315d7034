//! In which builds code is there: whether an ordinary one has it, and whether only tests have it.

use super::definitions::{CrateId, DefId, Definitions, Instance};
use crate::read::{Cfg, FileSummary, ItemId};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Presence {
    /// Its conditions hold in an ordinary build, or in one for tests.
    pub(crate) enabled: bool,
    /// No build but one for tests has it.
    pub(crate) test: bool,
}

impl Presence {
    pub(crate) const EVERYWHERE: Presence = Presence { enabled: true, test: false };

    /// Of what stands where both are there.
    #[must_use]
    pub(crate) fn and(self, other: Presence) -> Presence {
        Presence { enabled: self.enabled && other.enabled, test: self.test || other.test }
    }
}

impl Definitions<'_> {
    /// Whether a condition holds in a crate.
    pub fn holds(&self, krate: CrateId, cfg: &Cfg) -> bool {
        self.presence_under(krate, cfg).enabled
    }

    /// What a condition says of code in a crate. Where `test` and `not(test)` give one name two meanings,
    /// the former goes first, as in an editor.
    pub(crate) fn presence_under(&self, krate: CrateId, cfg: &Cfg) -> Presence {
        let targets = &self.workspace.targets;
        let features = self.crates[krate]
            .target
            .map_or(&[][..], |target| self.workspace.packages[targets[target].package].features.as_slice());
        let enabled = self.workspace.cfg.holds_in_tests(cfg, features);
        Presence { enabled, test: cfg.implies_test() }
    }

    pub(crate) fn presence(&self, id: DefId) -> Presence {
        let def = self.def(id);
        Presence { enabled: def.enabled, test: def.test }
    }

    /// That of an item in `parent`, of a file that is included in its module under certain conditions.
    pub(crate) fn presence_in(
        &self,
        parent: DefId,
        file: &FileSummary,
        included: Presence,
        id: ItemId,
    ) -> Presence {
        let mut presence = self.presence(parent);
        if file.is_outermost(id) {
            presence = presence.and(included);
        }
        let krate = self.def(parent).krate;
        file.conditions(id).fold(presence, |above, cfg| above.and(self.presence_under(krate, cfg)))
    }

    /// That of any item, also of a `use` and of a macro call, which are no definitions.
    pub(crate) fn presence_of(&self, held: &Instance, id: ItemId) -> Presence {
        let file = self.summary(held.file);
        let item = &file.items[id];
        match (held.def(id), item.parent) {
            (Some(own), _) if !item.kind.is_holder() => self.presence(own),
            (_, None) => self.presence_in(held.module, file, held.presence, id),
            (_, Some(parent)) => held
                .def(parent)
                .map_or(Presence::EVERYWHERE, |parent| self.presence_in(parent, file, held.presence, id)),
        }
    }
}
