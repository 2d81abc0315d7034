//! The references of a workspace.

use super::{Tables, references_of};
use crate::resolve::{Reference, Unresolved, World};

/// The references of every file in every crate, in order, and what could not be resolved.
pub fn all_references(world: &World<'_>) -> (Vec<Reference>, Unresolved) {
    let tables = Tables::new(world);
    let all: Vec<usize> = (0..world.instances.len()).collect();
    let mut references = Vec::new();
    let mut unresolved = Unresolved::default();
    for (found, counts) in references_of(&tables, &all) {
        references.extend(found);
        unresolved.add(counts);
    }
    (references, unresolved)
}
