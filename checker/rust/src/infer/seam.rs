//! What a step does through its ctx although its attribute does not list it.
//!
//! The compiler finds no such method; whose it would be is of interest all the same.

use super::context::InferenceContext;
use super::lower::Pred;
use super::probe::Probe;
use super::ty::{Kind, Ty, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{ExprId, MarkKind, Name};
use crate::resolve::DefId;
use crate::resolve::reference::{How, Role};
use crate::resolve::world::{Symbol, Target};

impl InferenceContext<'_, '_> {
    /// The operation that is meant by a method which a derived interface lacks.
    pub(super) fn unlisted(&mut self, receiver: Ty, name: Symbol) -> Option<DefId> {
        if !self.is_ctx(receiver) {
            return None;
        }
        let world = self.world();
        let operations = world.marks.iter().filter(|marked| {
            let kind = world.summary(marked.file).marks[marked.index as usize].kind;
            kind == MarkKind::Operation && world.def(marked.item).name == name
        });
        let mut found: Vec<DefId> = operations.map(|marked| marked.item).collect();
        found.dedup();
        match found.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// `ctx.publish(message)`: a call of the message's type, listed or not, and what it returns.
    pub(super) fn publish(
        &mut self,
        receiver: Ty,
        found: Probe,
        (name, at): (Name, u32),
        args: IdxRange<ExprId>,
    ) -> Option<Ty> {
        if self.world().marks.is_empty() || self.text(name) != "publish" || !self.is_ctx(receiver) {
            return None;
        }
        let &[message] = self.body.expr_lists.get_all(args)? else { return None };
        let ty = self.expr(message, None);
        let ty = self.known(ty);
        if let Kind::Adt(def, _) = self.solver.types.kind(ty) {
            self.emit.always(Target::Def(def), at, name, How::Dot, Role::Call);
        }
        self.emit.counts.dots_resolved += 1;
        let Probe::Found(pick) = found else { return Some(UNKNOWN) };
        let function = self.instantiate(pick, None);
        let Some((inputs, output)) = self.solver.callable(function) else { return Some(UNKNOWN) };
        if let Some(&wanted) = self.list(inputs).get(1) {
            self.coerce(ty, wanted);
        }
        Some(output)
    }

    /// Whether a type is promised to be what a step may do.
    fn is_ctx(&mut self, receiver: Ty) -> bool {
        let world = self.world();
        if world.marks.is_empty() {
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
