//! The references of a workspace.

use crate::infer::{self, Tables};
use crate::resolve::{Reference, Unresolved, World};

/// The references of every file in every crate, in order, and what could not be resolved.
pub fn references(world: &World<'_>) -> (Vec<Reference>, Unresolved) {
    let tables = Tables::new(world);
    let all: Vec<usize> = (0..world.instances.len()).collect();
    let mut references = Vec::new();
    let mut unresolved = Unresolved::default();
    for (found, counts) in infer::references_of(&tables, &all) {
        references.extend(found);
        unresolved.add(counts);
    }
    (references, unresolved)
}
