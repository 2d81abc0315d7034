//! Methods called on a receiver that is bounded by a derived trait: what the door says of them.
//!
//! The compiler finds no method that the trait lacks; whose it would be is of interest all the same.

use super::context::InferenceContext;
use super::lower::Pred;
use super::probe::Probe;
use super::ty::{Kind, Ty, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{ExprId, Name};
use crate::resolve::DefId;
use crate::resolve::reference::Role;
use crate::resolve::{Symbol, Target};

impl InferenceContext<'_, '_> {
    /// What is meant by a method that a derived trait lacks.
    pub(super) fn namesake(&mut self, receiver: Ty, name: Symbol) -> Option<DefId> {
        let world = self.world();
        let wanted = world.workspace.derive.namesake(world.text(name))?;
        if !self.is_derived(receiver) {
            return None;
        }
        let namesakes = world.invoked.iter().filter(|invoked| {
            let invocation = &world.summary(invoked.file).invocations[invoked.index as usize];
            world.macro_of(invocation).name == wanted && world.def(invoked.item).name == name
        });
        let mut found: Vec<DefId> = namesakes.map(|invoked| invoked.item).collect();
        found.dedup();
        match found.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// A call that uses the type of its argument, whatever the trait says: and what it returns.
    pub(super) fn argument_use(
        &mut self,
        receiver: Ty,
        found: Probe,
        (name, at): (Name, u32),
        args: IdxRange<ExprId>,
    ) -> Option<Ty> {
        let derive = self.world().workspace.derive;
        if self.world().invoked.is_empty()
            || !derive.uses_argument(self.text(name))
            || !self.is_derived(receiver)
        {
            return None;
        }
        let &[argument] = self.body.expr_lists.get_all(args)? else { return None };
        let ty = self.expr(argument, None);
        let ty = self.known(ty);
        if let Kind::Adt(def, _) = self.solver.types.kind(ty) {
            let mention = self.emit.dot(name, at, Role::Call);
            self.emit.always(Target::Def(def), mention);
        }
        self.emit.known_member(at);
        let Probe::Found(pick) = found else { return Some(UNKNOWN) };
        let function = self.instantiate(pick, None);
        let Some((inputs, output)) = self.solver.callable(function) else { return Some(UNKNOWN) };
        if let Some(&wanted) = self.list(inputs).get(1) {
            self.coerce(ty, wanted);
        }
        Some(output)
    }

    /// Whether a type is promised to be something derived.
    fn is_derived(&mut self, receiver: Ty) -> bool {
        let world = self.world();
        if world.invoked.is_empty() {
            return false;
        }
        let env = self.solver.env.clone();
        self.solver.steps(receiver).into_iter().any(|step| {
            let bounds = self.solver.bounds_of(step);
            env.iter().chain(bounds.iter()).any(|pred| match *pred {
                Pred::Trait(trait_, args) => {
                    self.solver.types.element(args, 0) == step && world.origins.contains_key(&trait_)
                }
                _ => false,
            })
        })
    }
}
