//! What is to be done about a step that failed.

/// What `#[derive(Failure)]` is told of an error, by an attribute of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// `#[again]`: the step is tried again.
    Again,
    /// `#[fail]`: it is final.
    Fail,
    /// `#[park]`: a person has to look.
    Park,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Verdict; 3] = [Verdict::Again, Verdict::Fail, Verdict::Park];

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Again => "again",
            Verdict::Fail => "fail",
            Verdict::Park => "park",
        }
    }

    /// The variant of the runtime's `Verdict`.
    pub const fn variant(self) -> &'static str {
        match self {
            Verdict::Again => "Again",
            Verdict::Fail => "Fail",
            Verdict::Park => "Park",
        }
    }

    /// The verdict that is written so.
    pub fn named(name: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}
