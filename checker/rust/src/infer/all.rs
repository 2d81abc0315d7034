//! The references of many files, on all threads.

use super::Tables;
use crate::resolve::Target;
use crate::resolve::World;
use crate::resolve::reference::{Reference, Unresolved};
use rayon::prelude::*;

/// Bodies are walked by recursion, and code nests as deep as its authors made it.
const STACK: usize = 64 << 20;

/// The references of each of these instances (by their index in the world), and what could not be
/// resolved there.
pub(crate) fn references_of(tables: &Tables<'_>, instances: &[usize]) -> Vec<(Vec<Reference>, Unresolved)> {
    let world = tables.world();
    let one = |&index: &usize| {
        let instance = &world.instances[index];
        let (mut references, mut unresolved) = (Vec::new(), Unresolved::default());
        if world.is_stand_in(instance.file) {
            return (references, unresolved);
        }
        super::references(tables, instance, &mut references, &mut unresolved);
        crate::resolve::uses::references(world, instance, &mut references, &mut unresolved);
        super::macro_calls::leave_to_callers(world, &mut references, &mut unresolved);
        if !world.invoked.is_empty() {
            references.iter_mut().for_each(|reference| count_as_origin(world, reference));
        }
        (references, unresolved)
    };
    let work = || instances.par_iter().map(one).collect();
    match rayon::ThreadPoolBuilder::new().stack_size(STACK).build() {
        Ok(pool) => pool.install(work),
        // Without threads of our own, those that are there must do.
        Err(_) => work(),
    }
}

/// Who names what a macro behind the door derives, means what it is derived from.
fn count_as_origin(world: &World<'_>, reference: &mut Reference) {
    if let Target::Def(id) = &mut reference.to {
        *id = world.origin(*id);
    }
}
