//! Where the reach of a step ends: at code that is not read.

use crate::finding::Place;
use stateline_rust::DefId;

/// A call that leads from a step, or from what it runs, into a package of which it is not known whether its code
/// has side effects; or into text that is not read, which a build may write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepEnd {
    pub step: DefId,
    /// What is called: `fancy::round`, or `include!`.
    pub path: String,
    /// It stands in text that is not read.
    pub is_text: bool,
    pub place: Place,
}

impl StepEnd {
    /// The package, as in paths.
    pub fn package(&self) -> &str {
        self.path.split_once("::").map_or(&self.path, |(package, _)| package)
    }
}
