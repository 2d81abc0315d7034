//! A process: a straight line of steps, in every version still served.

use crate::{Path, Span, Spanned};

/// A process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Process {
    /// Its name.
    pub name: Spanned<String>,
    /// What it is for.
    pub about: Option<Spanned<String>>,
    /// The context whose steps it is made of. None only after a mistake.
    pub context: Option<Spanned<String>>,
    /// The version that new instances begin with.
    pub current: Version,
    /// Older versions still served, in the order of the file.
    pub earlier: Vec<Version>,
}

impl Process {
    /// All versions still served, the current first.
    pub fn versions(&self) -> impl Iterator<Item = &Version> {
        std::iter::once(&self.current).chain(&self.earlier)
    }

    /// Whatever in it is not a straight line, in all versions.
    pub fn nonlinear(&self) -> impl Iterator<Item = &NonLinear> {
        self.versions().flat_map(|version| &version.nonlinear)
    }
}

/// One version of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1; after a mistake 0, at the process's name.
    pub number: Spanned<u32>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// Whatever in it is not a straight line.
    pub nonlinear: Vec<NonLinear>,
}

impl Version {
    /// The step of that name.
    pub fn step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.name.value == name)
    }
}

/// A step of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// The name of its function.
    pub name: Spanned<String>,
    /// What it is for.
    pub about: Option<Spanned<String>>,
    /// The topic whose message resumes it.
    pub awaits: Option<Spanned<String>>,
    /// The function that undoes it when the instance is rolled back.
    pub compensated_by: Option<Spanned<Path>>,
    /// Whether what that function does cannot be taken back itself, where the map says so.
    pub compensation_irreversible: Option<Spanned<bool>>,
    /// Whether its effect cannot be taken back, where the map says so.
    pub irreversible: Option<Spanned<bool>>,
}

impl Step {
    /// Whether its effect cannot be taken back.
    pub fn is_irreversible(&self) -> bool {
        self.irreversible.as_ref().is_some_and(|irreversible| irreversible.value)
    }

    /// Whether the map says that what undoes it cannot be undone itself.
    pub fn compensation_is_irreversible(&self) -> bool {
        self.compensation_irreversible.as_ref().is_some_and(|irreversible| irreversible.value)
    }
}

/// A place in a process that is not a straight line: kept for the rule `non-linear-process`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NonLinear {
    /// What it is, as written: `branch`, `goto`, or `nested steps`.
    pub what: String,
    /// Where.
    pub span: Span,
}
