//! Operations, steps, compensations, messages and processes, as the attributes in the code say them.

use super::{ContextId, Graph};
use crate::read::{self, Text};
use crate::resolve::{DefId, Marked, Meant};
use std::ops::Deref;

/// An attribute of ours, or a call of `process!`, with all that it says.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'g> {
    said: &'g read::Mark,
    found: &'g Marked,
    /// The context that owns what carries it.
    pub owner: Option<ContextId>,
}

/// What the attribute itself says: its kind, its words and their places.
impl Deref for Mark<'_> {
    type Target = read::Mark;

    fn deref(&self) -> &read::Mark {
        self.said
    }
}

impl<'g> Mark<'g> {
    /// The function, the message's type, or the function that `process!` makes.
    pub fn def(&self) -> DefId {
        self.found.item
    }

    /// The file that it stands in, for every place of it.
    pub fn file(&self) -> read::FileId {
        self.found.file
    }

    /// The operations that a step lists.
    pub fn called(&self) -> &'g [Meant] {
        &self.found.calls
    }

    /// The messages that a step lists.
    pub fn published(&self) -> &'g [Meant] {
        &self.found.publishes
    }

    /// The function that stands in for an operation.
    pub fn stand_in(&self) -> Option<Meant> {
        self.found.rehearse
    }

    /// The process that a step says it belongs to, or that `process!` makes.
    pub fn process(&self) -> Option<&'g Text> {
        self.said.process.as_ref()
    }
}

impl<'g> Graph<'g> {
    /// Everything that carries an attribute of ours, and every `process!`, in the order of the code.
    pub fn marks(&self) -> impl Iterator<Item = Mark<'g>> {
        let world = self.input.world;
        world.marks.iter().map(|found| Mark {
            said: &world.summary(found.file).marks[found.index as usize],
            found,
            owner: self.regions.owner(found.item),
        })
    }

    /// The marks on a definition.
    pub fn marks_of(&self, id: DefId) -> impl Iterator<Item = Mark<'g>> {
        self.marks().filter(move |mark| mark.def() == id)
    }
}
