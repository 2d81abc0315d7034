//! Blocks, branches, and what leaves them; in rustc: `rustc_hir_typeck/_match.rs`.

use super::context::{InferenceContext, Loop};
use super::ty::{BOOL, Kind, NEVER, Ty, UNIT, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{BlockKind, Expr, ExprId, MatchArm, Name, Pat, Stmt, StmtId};

/// What stands between braces, and the label before them.
#[derive(Clone, Copy)]
pub(super) struct Block {
    pub(super) stmts: IdxRange<Stmt>,
    pub(super) tail: Option<ExprId>,
    pub(super) label: Option<Name>,
}

impl InferenceContext<'_, '_> {
    pub(super) fn block(
        &mut self,
        kind: BlockKind,
        scope: Option<crate::read::ItemId>,
        block: Block,
        expected: Option<Ty>,
    ) -> Ty {
        let was = self.scope;
        if let Some(scope) = scope.and_then(|scope| self.instance.def(scope)) {
            self.scope = scope;
        }
        let mark = self.locals.len();
        let ty = match kind {
            BlockKind::Plain | BlockKind::Unsafe | BlockKind::Const => self.plain_block(block, expected),
            BlockKind::Async => {
                let output = expected
                    .and_then(|expected| match self.solver.kind(expected) {
                        Kind::Async(output) => Some(output),
                        _ => None,
                    })
                    .unwrap_or_else(|| self.solver.fresh());
                let ret = std::mem::replace(&mut self.ret, output);
                let loops = std::mem::take(&mut self.loops);
                let ty = self.plain_block(Block { label: None, ..block }, Some(output));
                self.coerce(ty, output);
                self.ret = ret;
                self.loops = loops;
                self.solver.types.intern(Kind::Async(output))
            }
            BlockKind::Try => {
                self.plain_block(Block { label: None, ..block }, None);
                UNKNOWN
            }
        };
        self.locals.truncate(mark);
        self.scope = was;
        ty
    }

    pub(super) fn plain_block(&mut self, block: Block, expected: Option<Ty>) -> Ty {
        let Block { stmts, tail, label } = block;
        if label.is_some() {
            let ty = expected.unwrap_or_else(|| self.solver.fresh());
            self.loops.push(Loop { label, ty, is_block: true, left: false });
        }
        let mut ends = false;
        // Of two last expressions, each behind a `cfg`, the one that is on is the last.
        let tail_is_off = tail.is_some_and(|tail| self.is_off(self.cfg_of(tail)));
        let mut tail_before = None;
        for at in stmts.ids() {
            match self.body.stmts[at] {
                Stmt::Let { cfg, .. } => self.under(cfg, |walk| walk.local_variable(at)),
                Stmt::Expr(expr) if self.is_off(self.cfg_of(expr)) => {
                    self.expr(expr, None);
                }
                Stmt::Expr(expr) => {
                    let may_be_tail = tail_is_off && matches!(self.expr_at(expr), Expr::Cfg { .. });
                    let ty = self.expr(expr, expected.filter(|_| may_be_tail));
                    ends |= self.solver.shallow(ty) == NEVER;
                    tail_before = may_be_tail.then_some(ty);
                }
            }
        }
        let ty = match tail {
            Some(tail) if tail_is_off => {
                self.expr(tail, None);
                tail_before.unwrap_or(if ends { NEVER } else { UNIT })
            }
            Some(tail) => {
                let ty = self.expr(tail, expected);
                if ends && self.solver.shallow(ty) == UNIT { NEVER } else { ty }
            }
            None if ends => NEVER,
            None => UNIT,
        };
        if label.is_some()
            && let Some(left) = self.loops.pop()
            && left.left
        {
            self.coerce(ty, left.ty);
            return left.ty;
        }
        ty
    }

    fn local_variable(&mut self, at: StmtId) {
        let Stmt::Let { pat, ty, init, otherwise, .. } = self.body.stmts[at] else { return };
        let written = ty.map(|ty| self.written(ty));
        let ordered = self.places_in_order();
        let found = match (init, written) {
            (Some(init), Some(wanted)) => {
                let found = self.expr(init, Some(wanted));
                self.coerce(found, wanted);
                wanted
            }
            (Some(init), None) => {
                let found = self.expr(init, None);
                if found == NEVER { self.solver.fresh() } else { found }
            }
            (None, Some(wanted)) => wanted,
            (None, None) => self.solver.fresh(),
        };
        if let Pat::Bind { name, .. } = self.body.pats[pat] {
            self.kept_in(ordered, Some(name));
        }
        if let Some(otherwise) = otherwise {
            self.expr(otherwise, None);
        }
        self.pat(pat, found);
    }

    pub(super) fn branch(
        &mut self,
        condition: ExprId,
        then: ExprId,
        otherwise: Option<ExprId>,
        expected: Option<Ty>,
    ) -> Ty {
        // `else if` chains are walked without recursion.
        let mut so_far = None;
        let (mut condition, mut then, mut otherwise) = (condition, then, otherwise);
        loop {
            let mark = self.locals.len();
            self.expr(condition, Some(BOOL));
            let ty = self.expr(then, expected);
            self.locals.truncate(mark);
            so_far = self.joined(so_far, ty, expected);
            match otherwise {
                None => return UNIT,
                Some(next) => match self.expr_at(next) {
                    Expr::If { condition: c, then: t, otherwise: o } => {
                        (condition, then, otherwise) = (c, t, o);
                    }
                    _ => {
                        let ty = self.expr(next, expected);
                        return self.joined(so_far, ty, expected).unwrap_or(NEVER);
                    }
                },
            }
        }
    }

    /// Joins branches; where a type is expected, each is to fit it.
    pub(super) fn joined(&mut self, so_far: Option<Ty>, ty: Ty, expected: Option<Ty>) -> Option<Ty> {
        if let Some(expected) = expected
            && self.solver.shallow(ty) != NEVER
            && !matches!(self.solver.kind(expected), Kind::Var(_) | Kind::Unknown)
            && self.coerce(ty, expected)
        {
            return Some(expected);
        }
        self.join(so_far, ty)
    }

    pub(super) fn matches(
        &mut self,
        scrutinee: ExprId,
        arms: IdxRange<MatchArm>,
        expected: Option<Ty>,
    ) -> Ty {
        let ty = self.expr(scrutinee, None);
        let mut so_far = None;
        for at in arms.ids() {
            let arm = self.body.arms[at];
            let is_off = self.is_off(arm.cfg);
            let mark = self.locals.len();
            let found = self.under(arm.cfg, |walk| {
                walk.pat(arm.pat, ty);
                if let Some(guard) = arm.guard {
                    walk.expr(guard, Some(BOOL));
                }
                walk.expr(arm.body, expected.filter(|_| !is_off))
            });
            self.locals.truncate(mark);
            if !is_off {
                so_far = self.joined(so_far, found, expected);
            }
        }
        so_far.unwrap_or(NEVER)
    }

    /// The body of a loop that breaks with `ty`; whether anything breaks it.
    pub(super) fn loop_body(&mut self, body: ExprId, label: Option<Name>, ty: Ty) -> bool {
        self.loops.push(Loop { label, ty, is_block: false, left: false });
        self.expr(body, Some(UNIT));
        self.loops.pop().is_some_and(|left| left.left)
    }

    pub(super) fn leave(&mut self, label: Option<Name>, value: Option<ExprId>) -> Ty {
        let found = self.loops.iter().rposition(|known| match label {
            Some(_) => known.label == label,
            None => !known.is_block,
        });
        let wanted = found.map(|index| self.loops[index].ty);
        let ty = match value {
            Some(value) => self.expr(value, wanted),
            None => UNIT,
        };
        if let Some(index) = found {
            self.loops[index].left = true;
            let wanted = self.loops[index].ty;
            self.coerce(ty, wanted);
        }
        NEVER
    }
}
