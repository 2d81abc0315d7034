//! All references of a workspace, on all threads.

use super::Tables;
use crate::resolve::reference::{Reference, Unresolved};
use rayon::prelude::*;

/// Bodies are walked by recursion, and code nests as deep as its authors made it.
const STACK: usize = 64 << 20;

/// The references of every file in every crate, in order, and what could not be resolved.
pub fn all_references(tables: &Tables<'_>) -> (Vec<Reference>, Unresolved) {
    let world = tables.world();
    let one = |instance| {
        let (mut references, mut unresolved) = (Vec::new(), Unresolved::default());
        super::references(tables, instance, &mut references, &mut unresolved);
        crate::resolve::uses::references(world, instance, &mut references, &mut unresolved);
        (references, unresolved)
    };
    let work = || -> Vec<(Vec<Reference>, Unresolved)> { world.instances.par_iter().map(one).collect() };
    let found = match rayon::ThreadPoolBuilder::new().stack_size(STACK).build() {
        Ok(pool) => pool.install(work),
        // Without threads of our own, those that are there must do.
        Err(_) => work(),
    };
    let mut all = Vec::with_capacity(found.iter().map(|(references, _)| references.len()).sum());
    let mut unresolved = Unresolved::default();
    for (references, counts) in found {
        all.extend(references);
        unresolved.add(counts);
    }
    (all, unresolved)
}
