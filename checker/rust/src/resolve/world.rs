//! The last phase: every definition of a workspace, with all that its names stand for.

use super::definitions::{DefId, DefKind, Definitions};
use super::invocations::Invoked;
use super::scopes::{Scopes, Target};
use super::symbols::{Symbol, UNDERSCORE};
use super::{invocations, names, test_attribute};
use crate::read::{Namespace, Problem};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::ops::Deref;

/// Everything that is defined, with all imports followed.
#[derive(Debug)]
pub struct World<'w> {
    scopes: Scopes<'w>,
    /// By trait: the names (or `_`) by which scopes know it.
    traits: FxHashMap<DefId, SmallVec<[Symbol; 2]>>,
    /// By impl, the trait that it is of.
    impl_traits: FxHashMap<DefId, DefId>,
    /// The invocations of macros behind the door.
    pub invoked: Vec<Invoked>,
    /// Imports were still changing when following them was given up: nothing can be said of the code.
    pub unsettled: Option<Problem>,
}

impl<'w> Deref for World<'w> {
    type Target = Scopes<'w>;

    fn deref(&self) -> &Scopes<'w> {
        &self.scopes
    }
}

impl<'w> World<'w> {
    /// What can be said once no import brings anything new.
    pub(super) fn new(mut scopes: Scopes<'w>, unsettled: Option<Problem>) -> Self {
        let invoked = invocations::settle(&mut scopes);
        test_attribute::settle(&mut scopes);
        let traits = names::traits(&scopes);
        let of_trait = |id: &DefId| Some((*id, scopes.trait_of_impl(*id)?));
        let impl_traits = scopes.impls.iter().filter_map(of_trait).collect();
        World { scopes, traits, impl_traits, invoked, unsettled }
    }

    pub(super) fn definitions_mut(&mut self) -> &mut Definitions<'w> {
        &mut self.scopes.definitions
    }

    /// Whether a trait's methods can be called in this scope: the trait is named here, in a block
    /// or module around, or in the prelude; or the scope is in the trait, or in an impl of it.
    pub fn trait_in_scope(&self, scope: DefId, wanted: DefId) -> bool {
        let mut at = scope;
        loop {
            let def = self.def(at);
            let is_of_it = || def.kind == DefKind::Impl && self.impl_traits.get(&at) == Some(&wanted);
            if at == wanted || is_of_it() || self.names_trait(at, wanted) {
                return true;
            }
            if def.kind == DefKind::Module {
                break;
            }
            match def.parent {
                Some(parent) => at = parent,
                None => break,
            }
        }
        self.prelude.is_some_and(|prelude| self.names_trait(prelude, wanted))
    }

    fn names_trait(&self, scope: DefId, wanted: DefId) -> bool {
        let Some(table) = self.def(scope).scope else { return false };
        let names = self.traits.get(&wanted).map(SmallVec::as_slice).unwrap_or_default();
        names.iter().any(|name| match *name {
            UNDERSCORE => self.is_anonymous_in(table, wanted),
            name => {
                let found = self.named_as(scope, name, Namespace::Type);
                found.is_some_and(|found| found.target == Target::Def(wanted))
            }
        })
    }
}
