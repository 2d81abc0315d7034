//! What an operation does to the world.

/// What an operation does to the world, as `effect = "…"` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It changes nothing.
    Read,
    /// What it changes can be undone.
    Write,
    /// What it changes cannot be undone.
    Irreversible,
}

impl Effect {
    /// All of them.
    pub const ALL: [Effect; 3] = [Effect::Read, Effect::Write, Effect::Irreversible];

    /// As it is written in the attribute.
    pub const fn name(self) -> &'static str {
        match self {
            Effect::Read => "read",
            Effect::Write => "write",
            Effect::Irreversible => "irreversible",
        }
    }

    /// The variant of the runtime's `Effect`.
    pub const fn variant(self) -> &'static str {
        match self {
            Effect::Read => "Read",
            Effect::Write => "Write",
            Effect::Irreversible => "Irreversible",
        }
    }

    /// The effect that is written so.
    pub fn named(name: &str) -> Option<Effect> {
        Effect::ALL.into_iter().find(|effect| effect.name() == name)
    }
}
