//! Where the reach of a step ends: at the code of a package that is not read.

use crate::finding::Place;
use stateline_rust::DefId;

/// A call that leads from a step, or from what it runs, into a package of which it is not known whether its code
/// has side effects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepEnd {
    pub step: DefId,
    /// What is called: `fancy::round`.
    pub path: String,
    pub place: Place,
}

impl StepEnd {
    /// The package, as in paths.
    pub fn package(&self) -> &str {
        self.path.split_once("::").map_or(&self.path, |(package, _)| package)
    }
}
