//! Fills the atlas from code: what the map alone does not say.

mod from_code;
mod shapes;
mod step_calls;

pub use from_code::from_code;

use std::collections::BTreeSet;

/// Without duplicates.
fn sorted<T: Ord>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    all.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}
