//! What is found in many files, on all threads.

use super::Tables;
use super::macro_calls::KnownRules;
use crate::resolve::Target;
use crate::resolve::World;
use crate::resolve::reference::{Page, Reference};
use rayon::prelude::*;

/// Bodies are walked by recursion, and code nests as deep as its authors made it.
const STACK: usize = 64 << 20;

/// What was found in each of these instances (by their index in the world).
pub(crate) fn pages_of<'t>(tables: &'t Tables<'t>, instances: &[usize]) -> Vec<Page> {
    let world = tables.world();
    let rules = KnownRules::default();
    let one = |&index: &usize| {
        let instance = &world.instances[index];
        let mut page = Page::default();
        if world.is_stand_in(instance.file) {
            return page;
        }
        super::references(tables, &rules, instance, &mut page);
        crate::resolve::uses::references(world, instance, &mut page);
        super::macro_calls::leave_to_callers(world, &mut page);
        if !world.invoked.is_empty() {
            page.references.iter_mut().for_each(|reference| count_as_origin(world, reference));
        }
        page
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
