//! Binary operators; in rustc: `rustc_hir_typeck/op.rs`.

use super::context::InferenceContext;
use super::ty::{BOOL, Kind, Ty, UNIT, UNKNOWN};
use crate::read::{BinaryOp, ExprId};
use crate::resolve::DefId;
use crate::resolve::DefKind;

impl InferenceContext<'_, '_> {
    pub(super) fn binary(&mut self, op: BinaryOp, left: Ty, right: ExprId, expected: Option<Ty>) -> Ty {
        let left = self.known(left);
        match op {
            BinaryOp::And | BinaryOp::Or => {
                self.expr(right, Some(BOOL));
                BOOL
            }
            BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => {
                let right = self.expr(right, Some(left));
                if self.is_number(left) || self.is_number(right) {
                    self.solver.unify(left, right);
                }
                BOOL
            }
            BinaryOp::Assigning => {
                let hint = self.is_number(left).then_some(left);
                let right = self.expr(right, hint);
                if self.is_number(left) && self.is_number(right) {
                    self.solver.unify(left, right);
                }
                UNIT
            }
            BinaryOp::Shl | BinaryOp::Shr if self.is_number(left) => {
                self.expr(right, None);
                left
            }
            _ => {
                let hint = if self.is_number(left) { Some(left) } else { None };
                let right = self.expr(right, hint.or(expected.filter(|_| self.is_number(left))));
                let right = self.known(right);
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
        let lang = &self.solver.tables.index.lang;
        let trait_ = match op {
            BinaryOp::Add => lang.add,
            BinaryOp::Sub => lang.sub,
            BinaryOp::Mul => lang.mul,
            BinaryOp::Div => lang.div,
            BinaryOp::Rem => lang.rem,
            BinaryOp::BitAnd => lang.bit_and,
            BinaryOp::BitOr => lang.bit_or,
            BinaryOp::BitXor => lang.bit_xor,
            BinaryOp::Shl => lang.shl,
            BinaryOp::Shr => lang.shr,
            _ => None,
        };
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

    /// What an operator's trait gives.
    pub(super) fn operator(&mut self, trait_: Option<DefId>, args: &[Ty]) -> Ty {
        let (Some(trait_), Some(output)) = (trait_, self.solver.tables.index.lang.output) else {
            return UNKNOWN;
        };
        let assoc = self.solver.tables.index.child(trait_, output, DefKind::TypeAlias);
        self.solver.associated(assoc, args)
    }
}
