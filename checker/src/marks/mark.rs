//! A mark: an attribute of ours, or a call of `process!`, with all that it says.

use stateline_rust::{DefId, FileId, Invocation, Invoked, Meant, Text, World};
use stateline_schema::attribute::{Attribute, Key};

/// An attribute of ours, or a call of `process!`.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'w> {
    pub kind: Attribute,
    /// What stands between its brackets.
    pub span: (u32, u32),
    pub topic: Option<&'w Text>,
    pub effect: Option<&'w Text>,
    said: &'w Invocation,
    found: &'w Invoked,
}

impl<'w> Mark<'w> {
    /// What an invocation in the world says.
    pub fn new(world: &'w World<'w>, found: &'w Invoked) -> Self {
        let said = &world.summary(found.file).invocations[found.index as usize];
        let (topic, effect) = (said.text(Key::Topic.name()), said.text(Key::Effect.name()));
        Mark { kind: Attribute::ALL[said.invoked as usize], span: said.span, topic, effect, said, found }
    }

    /// The function, the message's type, or the function that `process!` makes.
    pub fn def(&self) -> DefId {
        self.found.item
    }

    /// The file that it stands in, for every place of it.
    pub fn file(&self) -> FileId {
        self.found.file
    }

    /// Every path that it gives.
    pub fn paths(&self) -> impl Iterator<Item = Meant> + use<'w> {
        self.found.paths.iter().flatten().copied()
    }

    /// What it is, in a sentence about its ctx: a step, which a compensation counts as, or a handler.
    pub fn noun(&self) -> &'static str {
        match self.kind {
            Attribute::Receives => self.kind.noun(),
            _ => Attribute::Step.noun(),
        }
    }

    /// The operations that a step lists.
    pub fn called(&self) -> &'w [Meant] {
        self.given(Key::Calls)
    }

    /// The messages that a step lists.
    pub fn published(&self) -> &'w [Meant] {
        self.given(Key::Publishes)
    }

    /// The function that stands in for an operation.
    pub fn stand_in(&self) -> Option<Meant> {
        self.given(Key::Rehearse).first().copied()
    }

    /// The operation that tells what became of a call.
    pub fn inquiry(&self) -> Option<Meant> {
        self.given(Key::Inquiry).first().copied()
    }

    /// How long an operation knows the key of a call again.
    pub fn idempotent_for(&self) -> Option<&'w Text> {
        self.said.text(Key::IdempotentFor.name())
    }

    /// The process that a step says it belongs to, or that `process!` makes.
    pub fn process(&self) -> Option<&'w Text> {
        self.said.name.as_ref().or_else(|| self.said.text(Key::Process.name()))
    }

    /// What a migration says: a text or a number, as it is written.
    pub fn said(&self, key: Key) -> Option<&'w Text> {
        self.said.text(key.name())
    }

    fn given(&self, key: Key) -> &'w [Meant] {
        let given = self.said.arguments.iter().zip(&self.found.paths);
        given.into_iter().find(|(given, _)| *given.key == *key.name()).map_or(&[], |(_, paths)| paths)
    }
}
