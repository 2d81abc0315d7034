//! Binary operators; in rustc: `rustc_hir_typeck/op.rs`.

use super::context::InferenceContext;
use super::impls::peeled;
use super::lower::Args;
use super::ty::{BOOL, Kind, List, Ty, UNIT, UNKNOWN};
use crate::read::{BinaryOp, ExprId, NOWHERE};
use crate::resolve::DefId;
use crate::resolve::DefKind;

/// A binary operator, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Binary {
    pub(super) op: BinaryOp,
    pub(super) assigns: bool,
    pub(super) at: u32,
}

/// An operator on a type of the workspace: whose impl it is may become known later.
pub(super) struct Operated {
    at: u32,
    len: u32,
    trait_: DefId,
    args: List,
}

impl InferenceContext<'_, '_> {
    pub(super) fn binary(&mut self, binary: Binary, left: Ty, right: ExprId, expected: Option<Ty>) -> Ty {
        let left = self.known(left);
        let Binary { op, assigns, .. } = binary;
        match op {
            _ if assigns => {
                let hint = self.is_number(left).then_some(left);
                let right = self.expr(right, hint);
                if self.is_number(left) && self.is_number(right) {
                    self.solver.unify(left, right);
                }
                self.operated(binary, left, right);
                UNIT
            }
            BinaryOp::And | BinaryOp::Or => {
                self.expr(right, Some(BOOL));
                BOOL
            }
            BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => {
                let right = self.expr(right, Some(left));
                if self.is_number(left) || self.is_number(right) {
                    self.solver.unify(left, right);
                }
                // Both are compared behind as many references.
                let (mut x, mut y) = (left, self.solver.shallow(right));
                while let (Kind::Ref(_, inner), Kind::Ref(_, other)) =
                    (self.solver.kind(x), self.solver.kind(y))
                {
                    (x, y) = (self.solver.shallow(inner), self.solver.shallow(other));
                }
                self.operated(binary, x, y);
                BOOL
            }
            BinaryOp::Shl | BinaryOp::Shr if self.is_number(left) => {
                self.expr(right, None);
                left
            }
            _ => {
                let hint = if self.is_number(left) { Some(left) } else { None };
                let right = self.expr(right, hint.or(expected.filter(|_| self.is_number(left))));
                let right = self.known(right);
                self.operated(binary, left, right);
                self.arithmetic(op, left, right)
            }
        }
    }

    fn arithmetic(&mut self, op: BinaryOp, left: Ty, right: Ty) -> Ty {
        let (x, y) = (self.without_reference(left), self.without_reference(right));
        if self.is_number(x) && self.is_number(y) {
            self.solver.unify(x, y);
            return self.solver.shallow(x);
        }
        if x == BOOL && y == BOOL {
            return BOOL;
        }
        if self.solver.types.kind(x) == Kind::Unknown {
            return UNKNOWN;
        }
        let trait_ = self.solver.tables.index.lang.of_operator(op, false);
        let found = self.operator(trait_, &[left, right]);
        if found != UNKNOWN {
            return found;
        }
        // `String + &String` and the like: the right side is coerced.
        let right = self.solver.fresh();
        self.operator(trait_, &[left, right])
    }

    fn without_reference(&self, ty: Ty) -> Ty {
        match self.solver.kind(ty) {
            Kind::Ref(_, inner) => self.solver.shallow(inner),
            _ => self.solver.shallow(ty),
        }
    }

    /// Numbers, and unknowns that can only become numbers.
    fn is_number(&self, ty: Ty) -> bool {
        match self.solver.kind(ty) {
            Kind::Int(_) | Kind::Float(_) => true,
            Kind::Var(index) => {
                self.solver.table.var_kind(index).is_some_and(|kind| kind != super::infer_table::VarKind::Any)
            }
            _ => false,
        }
    }

    fn operated(&mut self, Binary { op, assigns, at }: Binary, left: Ty, right: Ty) {
        let trait_ = self.solver.tables.index.lang.of_operator(op, assigns);
        self.calls_operator(trait_, &[left, right], (at, op.length() + u32::from(assigns)));
    }

    /// An operator calls a function of an impl, if one of its operands is of the workspace.
    pub(super) fn calls_operator(&mut self, trait_: Option<DefId>, args: &[Ty], (at, len): (u32, u32)) {
        let Some(trait_) = trait_.filter(|_| at != NOWHERE && args.iter().any(|ty| self.may_be_ours(*ty)))
        else {
            return;
        };
        let args = self.solver.types.list(args);
        self.operated.push(Operated { at, len, trait_, args });
    }

    fn may_be_ours(&self, ty: Ty) -> bool {
        let ty = self.solver.shallow(peeled(&self.solver.types, self.solver.shallow(ty)));
        match self.solver.types.kind(ty) {
            Kind::Adt(def, _) => !self.world().is_std(def),
            Kind::Var(_) => !self.is_number(ty),
            _ => false,
        }
    }

    /// Tells the function that an operator calls, where somebody wrote one.
    pub(super) fn tell_operator(&mut self, operated: &Operated) {
        let mut args: Args = self.solver.types.elements(operated.args).into();
        for arg in &mut args {
            *arg = self.solver.resolve(*arg);
        }
        if matches!(self.solver.types.kind(args[0]), Kind::Unknown | Kind::Var(_)) {
            return;
        }
        let list = self.solver.types.list(&args);
        let number = self.certain_impl(operated.trait_, list).or_else(|| {
            // A number on the right may be of the type that the only impl takes.
            *args.get_mut(1)? = self.solver.fresh();
            let list = self.solver.types.list(&args);
            self.certain_impl(operated.trait_, list)
        });
        let Some(number) = number else { return };
        let impl_ = &self.solver.tables.impls[number];
        let function = |id: &&DefId| self.world().def(**id).kind == DefKind::Function;
        let called = self.world().children(impl_.def).iter().find(function).filter(|_| !impl_.derived);
        if let Some(called) = called {
            self.emit.operator(*called, operated.at, operated.len);
        }
    }

    /// What an operator's trait gives.
    pub(super) fn operator(&mut self, trait_: Option<DefId>, args: &[Ty]) -> Ty {
        let (Some(trait_), Some(output)) = (trait_, self.solver.tables.index.lang.output) else {
            return UNKNOWN;
        };
        let assoc = self.solver.tables.index.child(trait_, output, DefKind::TypeAlias);
        self.solver.associated(assoc, args)
    }
}
