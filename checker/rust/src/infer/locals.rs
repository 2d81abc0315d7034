//! Names in scope in a body, and what each is bound to.

use super::ty::Ty;
use crate::read::Name;
use rustc_hash::FxHashMap;

/// The innermost binding of a name counts. A generated function may have tens of thousands of
/// bindings, so that looking through all of them for each name would take the square of its length.
#[derive(Default)]
pub(super) struct Locals {
    /// In the order of binding, each with the one that it hides.
    bound: Vec<(Name, Ty, Option<usize>)>,
    innermost: FxHashMap<Name, usize>,
}

impl Locals {
    pub(super) fn bind(&mut self, name: Name, ty: Ty) {
        let hidden = self.innermost.insert(name, self.bound.len());
        self.bound.push((name, ty, hidden));
    }

    pub(super) fn find(&self, name: Name) -> Option<Ty> {
        self.innermost.get(&name).map(|&at| self.bound[at].1)
    }

    /// Which of them it is, the first being 0.
    pub(super) fn position(&self, name: Name) -> Option<usize> {
        self.innermost.get(&name).copied()
    }

    /// A mark to which [`Locals::truncate`] goes back, when a scope ends.
    pub(super) fn len(&self) -> usize {
        self.bound.len()
    }

    pub(super) fn truncate(&mut self, mark: usize) {
        for (name, _, hidden) in self.bound.drain(mark.min(self.bound.len())..).rev() {
            match hidden {
                Some(before) => self.innermost.insert(name, before),
                None => self.innermost.remove(&name),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::infer::ty::{BOOL, U8, UNIT, UNKNOWN};

    #[test]
    fn the_innermost_binding_counts_until_its_scope_ends() {
        let (name, other) = (Name::new(1), Name::new(2));
        let mut locals = Locals::default();
        locals.bind(name, UNKNOWN);
        let mark = locals.len();
        locals.bind(name, U8);
        locals.bind(other, UNIT);
        locals.bind(name, BOOL);
        assert_eq!((locals.find(name), locals.find(other)), (Some(BOOL), Some(UNIT)));
        locals.truncate(mark);
        assert_eq!((locals.find(name), locals.find(other)), (Some(UNKNOWN), None));
    }
}
