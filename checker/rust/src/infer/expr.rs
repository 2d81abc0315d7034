//! Expressions; in rustc: `rustc_hir_typeck/expr.rs`.

use super::callee::MethodCall;
use super::closure::Closure;
use super::context::{DEEPEST, InferenceContext};
use super::flow::Block;
use super::infer_table::VarKind;
use super::lower::Args;
use super::op::Binary;
use super::ty::{BOOL, CHAR, Kind, NEVER, STR_REF, Ty, U8, UNIT, UNKNOWN, USIZE};
use crate::arena::IdxRange;
use crate::read::{Expr, ExprId, Literal, Mutability, NOWHERE, UnaryOp};
use crate::resolve::reference::Role;
use smallvec::SmallVec;

impl InferenceContext<'_, '_> {
    /// The type of an expression. What is expected is a hint, not a demand.
    ///
    /// Chains of calls, fields and operators are walked without recursion: there is code with
    /// thousands of links.
    pub(super) fn expr(&mut self, id: ExprId, expected: Option<Ty>) -> Ty {
        let mut links: SmallVec<[ExprId; 8]> = SmallVec::new();
        let mut at = id;
        loop {
            let next = match self.expr_at(at) {
                Expr::MethodCall { receiver, .. } => receiver,
                Expr::Field { base, .. } | Expr::Index { base, .. } => base,
                Expr::Await(inner) | Expr::Try(inner) => inner,
                Expr::Binary { left, .. } => left,
                _ => break,
            };
            links.push(at);
            at = next;
        }
        if self.depth > DEEPEST {
            self.emit.too_deep();
            return UNKNOWN;
        }
        self.depth += 1;
        let mut ty = self.leaf(at, if links.is_empty() { expected } else { None });
        while let Some(link) = links.pop() {
            ty = self.link(link, ty, if links.is_empty() { expected } else { None });
        }
        self.depth -= 1;
        ty
    }

    /// An expression that must fit a type.
    pub(super) fn expr_for(&mut self, id: ExprId, wanted: Ty) -> Ty {
        let ty = self.expr(id, Some(wanted));
        self.coerce(ty, wanted);
        ty
    }

    fn link(&mut self, id: ExprId, base: Ty, expected: Option<Ty>) -> Ty {
        match self.expr_at(id) {
            Expr::MethodCall { receiver, name, at, generics, args } => {
                self.ordered_method((receiver, base), MethodCall { name, at, generics, args }, expected)
            }
            Expr::Field { name, at, .. } => self.field_of(base, name, at),
            Expr::Index { index, at, .. } => self.index(base, index, at),
            Expr::Await(_) => {
                // What is awaited in each pass of a loop, a call perhaps, is done in its order.
                self.written_to(None);
                self.awaited(base)
            }
            Expr::Try(_) => self.tried(base),
            Expr::Binary { op, assigns, left, right, at } => {
                if assigns && self.is_string(base) {
                    self.written_to(Some(left));
                }
                self.binary(Binary { op, assigns, at }, base, right, expected)
            }
            _ => UNKNOWN,
        }
    }

    fn leaf(&mut self, id: ExprId, expected: Option<Ty>) -> Ty {
        match self.expr_at(id) {
            Expr::Missing | Expr::Continue => NEVER,
            Expr::Path(path) => self.value_path(path, expected, Role::Body),
            Expr::Literal(literal) => self.literal(literal),
            Expr::Call { callee, args } => self.call(callee, args, expected),
            Expr::Struct { path, fields, base } => self.structure(path, fields, base, expected),
            Expr::Tuple(run) => self.tuple(run, expected),
            Expr::Array(run) => self.array(run, expected),
            Expr::Repeat { value, count } => {
                let element = self.element_expected(expected);
                let ty = self.expr(value, element);
                if let Some(element) = element {
                    self.coerce(ty, element);
                }
                self.expr(count, Some(USIZE));
                self.solver.types.intern(Kind::Array(element.unwrap_or(ty)))
            }
            Expr::Block { kind, scope, stmts, tail, label } => {
                self.block(kind, scope, Block { stmts, tail, label }, expected)
            }
            Expr::If { condition, then, otherwise } => self.branch(condition, then, otherwise, expected),
            Expr::Let { pat, value } => {
                let ty = self.expr(value, None);
                self.pat(pat, ty);
                BOOL
            }
            Expr::Match { scrutinee, arms } => self.matches(scrutinee, arms, expected),
            Expr::Loop { body, label } => {
                let ty = expected.unwrap_or_else(|| self.solver.fresh());
                if self.loop_body(body, label, ty) { ty } else { NEVER }
            }
            Expr::While { condition, body, label } => {
                let mark = self.locals.len();
                self.expr(condition, Some(BOOL));
                self.loop_body(body, label, UNIT);
                self.locals.truncate(mark);
                UNIT
            }
            Expr::For { pat, iter, body, label, is_await } => {
                let ty = self.expr(iter, None);
                let item = if is_await {
                    UNKNOWN
                } else {
                    self.known(ty);
                    self.solver.associated(self.solver.tables.index.lang.into_iterator_item, &[ty])
                };
                let mark = self.locals.len();
                let is_in_hash_order = self.loop_begins(iter, ty);
                self.pat(pat, item);
                self.loop_body(body, label, UNIT);
                if is_in_hash_order {
                    self.loop_ends();
                }
                self.locals.truncate(mark);
                UNIT
            }
            Expr::Break { label, value } => self.leave(label, value),
            Expr::Return(value) => {
                let wanted = self.ret;
                if let Some(value) = value {
                    self.expr_for(value, wanted);
                } else {
                    self.coerce(UNIT, wanted);
                }
                NEVER
            }
            Expr::Yield(value) => {
                if let Some(value) = value {
                    self.expr(value, None);
                }
                UNKNOWN
            }
            Expr::Closure { params, ret, body, is_async } => {
                self.closure(Closure { params, ret, body, is_async }, expected)
            }
            Expr::Unary { op, expr, at } => self.unary((op, at), expr, expected),
            Expr::Assign { left, right } => {
                let ty = self.expr(left, None);
                let found = self.places_in_order();
                self.expr_for(right, ty);
                self.kept_in(found, self.root(left));
                UNIT
            }
            Expr::Range { start, end, inclusive } => self.range(start, end, inclusive, expected),
            Expr::Cast { expr, ty } => {
                let wanted = self.written(ty);
                let found = self.expr(expr, None);
                if matches!(self.solver.kind(found), Kind::FnDef(..) | Kind::Closure(_))
                    || self.has_holes(wanted)
                {
                    self.coerce(found, wanted);
                }
                wanted
            }
            Expr::Ref { mutability, expr } => {
                let inner = expected.and_then(|expected| match self.solver.kind(expected) {
                    Kind::Ref(_, inner) | Kind::Ptr(_, inner) => Some(inner),
                    _ => None,
                });
                let ty = self.expr(expr, inner);
                self.solver.types.reference(mutability, ty)
            }
            Expr::Macro { path, args, loose, carried_out: true, .. } => {
                self.emit.macro_path(self.site(), path);
                let around = self.emit.call;
                let last = self.body.terms.segments[self.body.terms.paths[path].segments].last();
                let here = last.map(|last| (last.name, last.at)).filter(|(_, at)| *at != NOWHERE);
                self.emit.call = here.or(around);
                let found = match args.ids().next() {
                    Some(first) => self.expr(self.body.expr_lists[first], expected),
                    None => UNKNOWN,
                };
                self.emit.call = around;
                self.left_out(args, loose);
                found
            }
            Expr::Macro { path, args, loose, .. } => self.macro_call(path, args, loose, expected),
            Expr::Cfg { cfg, expr } => {
                let is_off = self.is_off(Some(cfg));
                let found = self.under(Some(cfg), |walk| walk.expr(expr, expected.filter(|_| !is_off)));
                if is_off { NEVER } else { found }
            }
            Expr::MethodCall { .. }
            | Expr::Field { .. }
            | Expr::Index { .. }
            | Expr::Await(_)
            | Expr::Try(_)
            | Expr::Binary { .. } => UNKNOWN,
        }
    }

    fn literal(&mut self, literal: Literal) -> Ty {
        match literal {
            Literal::Str => STR_REF,
            Literal::ByteStr => {
                let array = self.solver.types.intern(Kind::Array(U8));
                self.solver.types.reference(Mutability::Shared, array)
            }
            Literal::CStr => UNKNOWN,
            Literal::Char => CHAR,
            Literal::Byte => U8,
            Literal::Bool => BOOL,
            Literal::Int(suffix) | Literal::Float(suffix) => {
                let kind = suffix.and_then(|name| self.solver.tables.index.primitive(self.symbol(name)));
                match kind {
                    Some(kind) => self.solver.types.intern(kind),
                    None if matches!(literal, Literal::Float(_)) => self.solver.fresh_var(VarKind::Float),
                    None => self.solver.fresh_var(VarKind::Integer),
                }
            }
        }
    }

    fn tuple(&mut self, run: IdxRange<ExprId>, expected: Option<Ty>) -> Ty {
        let wanted: Args = match expected.map(|expected| self.solver.kind(expected)) {
            Some(Kind::Tuple(list)) => self.list(list),
            _ => Args::new(),
        };
        let elements: Args = run
            .ids()
            .enumerate()
            .map(|(index, at)| {
                let element = self.body.expr_lists[at];
                let wanted = wanted.get(index).copied();
                let ty = self.expr(element, wanted);
                match wanted {
                    Some(wanted) if self.coerce(ty, wanted) => wanted,
                    _ => ty,
                }
            })
            .collect();
        self.solver.types.tuple(&elements)
    }

    fn element_expected(&mut self, expected: Option<Ty>) -> Option<Ty> {
        match self.solver.kind(expected?) {
            Kind::Array(element) | Kind::Slice(element) => Some(element),
            _ => None,
        }
    }

    pub(super) fn array(&mut self, run: IdxRange<ExprId>, expected: Option<Ty>) -> Ty {
        let wanted = self.element_expected(expected);
        let mut element = wanted;
        for at in run.ids() {
            let ty = self.expr(self.body.expr_lists[at], element);
            element = self.join(element, ty);
        }
        let element = element.unwrap_or_else(|| self.solver.fresh());
        self.solver.types.intern(Kind::Array(element))
    }

    fn unary(&mut self, (op, at): (UnaryOp, u32), expr: ExprId, expected: Option<Ty>) -> Ty {
        let ty = self.expr(expr, if op == UnaryOp::Deref { None } else { expected });
        let ty = self.known(ty);
        let lang = &self.solver.tables.index.lang;
        let trait_ = match op {
            UnaryOp::Deref => lang.deref,
            UnaryOp::Not => lang.not,
            UnaryOp::Neg => lang.neg,
        };
        if !matches!(self.solver.types.kind(ty), Kind::Var(_)) {
            self.calls_operator(trait_, &[ty], (at, 1));
        }
        match (op, self.solver.types.kind(ty)) {
            (UnaryOp::Deref, Kind::Ref(_, inner) | Kind::Ptr(_, inner)) => inner,
            (UnaryOp::Deref, _) => self.solver.dereferenced(ty).unwrap_or(UNKNOWN),
            (_, Kind::Int(_) | Kind::Float(_) | Kind::Bool | Kind::Var(_) | Kind::Unknown) => ty,
            _ => self.operator(trait_, &[ty]),
        }
    }

    fn range(
        &mut self,
        start: Option<ExprId>,
        end: Option<ExprId>,
        inclusive: bool,
        expected: Option<Ty>,
    ) -> Ty {
        let wanted = expected.and_then(|expected| match self.solver.kind(expected) {
            Kind::Adt(_, list) => self.solver.types.elements(list).first().copied(),
            _ => None,
        });
        let first = start.map(|start| self.expr(start, wanted));
        let last = end.map(|end| self.expr(end, first.or(wanted)));
        if let (Some(first), Some(last)) = (first, last) {
            self.solver.unify(last, first);
        }
        let lang = &self.solver.tables.index.lang;
        let def = match (first.is_some(), last.is_some(), inclusive) {
            (true, true, false) => lang.range,
            (true, true, true) => lang.range_inclusive,
            (true, false, _) => lang.range_from,
            (false, true, false) => lang.range_to,
            (false, true, true) => lang.range_to_inclusive,
            (false, false, _) => lang.range_full,
        };
        match (def, first.or(last)) {
            (Some(def), Some(ty)) => self.solver.types.adt(def, &[ty]),
            (Some(def), None) => self.solver.types.adt(def, &[]),
            _ => UNKNOWN,
        }
    }
}
