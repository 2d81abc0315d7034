//! Names of text that is not read: what a build writes and an `include!` brings in, what a macro of
//! another package makes of its argument.
//!
//! Which names stand there nobody can say without building. So whatever a module with such text does
//! not declare is taken for the text's, as the code writes it. It counts as something outside of which
//! the module is the root, until all references are known; then each gets a definition in the module.

use super::definitions::{Def, DefId, DefKind, Definitions, Visible};
use super::outside::OutsideId;
use super::path::{Named, Resolved};
use super::scopes::Target;
use super::symbols::Symbol;
use super::unresolved::UnresolvedKind;
use super::world::World;
use crate::arena::IdxRange;
use crate::read::{FileId, Segment};
use smallvec::SmallVec;

/// A path into text that is not read, as far as an item of it is named.
pub(crate) struct Written {
    /// The segment that names the item.
    pub(crate) segment: usize,
    pub(crate) prefix: OutsideId,
    /// The names of the path behind the prefix.
    pub(crate) rest: SmallVec<[Symbol; 2]>,
}

impl Definitions<'_> {
    /// The module that holds the text which something outside is part of.
    pub fn text_of(&self, id: OutsideId) -> Option<DefId> {
        self.outside.text_of(id)
    }

    /// As what a path counts that leads to something outside.
    pub(crate) fn way_out(&self, id: OutsideId) -> UnresolvedKind {
        match self.text_of(id) {
            Some(_) => UnresolvedKind::GeneratedPath,
            None => UnresolvedKind::OutsidePath,
        }
    }

    /// What a path names of text that is not read.
    pub(crate) fn written(&self, file: FileId, found: &Resolved, segments: &[Segment]) -> Option<Written> {
        let outside = |named: &Named| match named {
            Named::Target(Target::Outside(id)) => Some(*id),
            _ => None,
        };
        let first = found.segments.iter().position(|named| outside(named).is_some())?;
        let prefix = outside(&found.segments[first])?;
        self.text_of(prefix)?;
        let mut written = Written { segment: first, prefix, rest: SmallVec::new() };
        // The text as a whole has no name: whatever leads to it is one of its names.
        let mut is_item = false;
        if self.outside.is_whole(prefix) {
            let name = self.symbol(file, segments[first].name);
            written.rest.push(name);
            is_item = self.is_type_name(name);
        } else {
            is_item |= self.is_type_name(self.outside.name(prefix));
        }
        for (index, segment) in segments.iter().enumerate().skip(first + 1) {
            if is_item {
                break;
            }
            let name = self.symbol(file, segment.name);
            written.rest.push(name);
            written.segment = index;
            is_item = self.is_type_name(name);
        }
        Some(written)
    }

    /// Whether a name is written like a type's: what follows it in a path comes with it.
    pub(super) fn is_type_name(&self, name: Symbol) -> bool {
        self.text(name).starts_with(char::is_uppercase)
    }

    fn declare(&mut self, id: OutsideId, parent: DefId) -> DefId {
        if let Some(known) = self.generated.get(&id) {
            return *known;
        }
        let Def { krate, file, enabled, test, .. } = *self.def(parent);
        let made = self.defs.alloc(Def {
            kind: DefKind::Generated,
            name: self.outside.name(id),
            parent: Some(parent),
            krate,
            file,
            item: None,
            field: None,
            children: IdxRange::default(),
            visible: Visible::Everywhere,
            enabled,
            test,
            scope: None,
        });
        self.generated.insert(id, made);
        made
    }
}

impl World<'_> {
    /// The number of what a path names below something outside; made if need be.
    pub(crate) fn below(&mut self, prefix: OutsideId, rest: &[Symbol]) -> OutsideId {
        let outside = &mut self.definitions_mut().outside;
        rest.iter().fold(prefix, |at, name| outside.intern(Some(at), *name))
    }

    /// The definition of what a path names of text that is not read; made if need be.
    pub(crate) fn generated(&mut self, prefix: OutsideId, rest: &[Symbol]) -> Option<DefId> {
        let definitions = self.definitions_mut();
        let mut parent = definitions.text_of(prefix)?;
        let whole = rest.iter().fold(prefix, |at, name| definitions.outside.intern(Some(at), *name));
        let mut found = None;
        for id in definitions.outside.way_to(whole).into_iter().skip(1) {
            parent = definitions.declare(id, parent);
            found = Some(parent);
            if definitions.is_type_name(definitions.outside.name(id)) {
                break;
            }
        }
        found
    }
}
