//! Expressions.

use super::lower::Args;
use super::probe::Field;
use super::ty::{BOOL, CHAR, Kind, NEVER, STR_REF, Ty, U8, UNIT, UNKNOWN, USIZE, number};
use super::unknowns::Sort;
use super::walk::{DEEPEST, Loop, Walk};
use crate::read::{BlockKind, Expr, ExprId, Literal, Name, Run, Stmt, UnaryOp};
use crate::resolve::reference::{How, Role};
use crate::resolve::world::{DefId, Target};
use smallvec::SmallVec;

impl Walk<'_, '_> {
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
            Expr::MethodCall { name, at, generics, args, .. } => {
                self.method(base, name, at, generics, args, expected)
            }
            Expr::Field { name, at, .. } => self.field_of(base, name, at),
            Expr::Index { index, .. } => self.index(base, index),
            Expr::Await(_) => self.awaited(base),
            Expr::Try(_) => self.tried(base),
            Expr::Binary { op, right, .. } => self.binary(op, base, right, expected),
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
                self.s.types.intern(Kind::Array(element.unwrap_or(ty)))
            }
            Expr::Block { kind, scope, stmts, tail, label } => {
                self.block(kind, scope, stmts, tail, label, expected)
            }
            Expr::If { condition, then, otherwise } => self.branch(condition, then, otherwise, expected),
            Expr::Let { pat, value } => {
                let ty = self.expr(value, None);
                self.pat(pat, ty);
                BOOL
            }
            Expr::Match { scrutinee, arms } => self.matches(scrutinee, arms, expected),
            Expr::Loop { body, label } => {
                let ty = expected.unwrap_or_else(|| self.s.fresh());
                self.loops.push(Loop { label, ty, is_block: false, left: false });
                self.expr(body, Some(UNIT));
                let left = self.loops.pop().is_some_and(|left| left.left);
                if left { ty } else { NEVER }
            }
            Expr::While { condition, body, label } => {
                let mark = self.locals.len();
                self.expr(condition, Some(BOOL));
                self.loops.push(Loop { label, ty: UNIT, is_block: false, left: false });
                self.expr(body, Some(UNIT));
                self.loops.pop();
                self.locals.truncate(mark);
                UNIT
            }
            Expr::For { pat, iter, body, label, is_await } => {
                let ty = self.expr(iter, None);
                let item = if is_await {
                    UNKNOWN
                } else {
                    self.known(ty);
                    self.s.associated(self.s.t.index.lang.into_iterator_item, &[ty])
                };
                let mark = self.locals.len();
                self.pat(pat, item);
                self.loops.push(Loop { label, ty: UNIT, is_block: false, left: false });
                self.expr(body, Some(UNIT));
                self.loops.pop();
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
                self.closure(params, ret, body, is_async, expected)
            }
            Expr::Unary { op, expr } => self.unary(op, expr, expected),
            Expr::Assign { left, right } => {
                let ty = self.expr(left, None);
                self.expr_for(right, ty);
                UNIT
            }
            Expr::Range { start, end, inclusive } => self.range(start, end, inclusive, expected),
            Expr::Cast { expr, ty } => {
                let wanted = self.written(ty);
                let found = self.expr(expr, None);
                if matches!(self.s.kind(found), Kind::FnDef(..) | Kind::Closure(_)) || self.has_holes(wanted)
                {
                    self.coerce(found, wanted);
                }
                wanted
            }
            Expr::Ref { mutable, expr } => {
                let inner = expected.and_then(|expected| match self.s.kind(expected) {
                    Kind::Ref(_, inner) | Kind::Ptr(_, inner) => Some(inner),
                    _ => None,
                });
                let ty = self.expr(expr, inner);
                self.s.types.reference(mutable, ty)
            }
            Expr::Macro { path, args, loose, style: _ } => self.macro_call(path, args, loose, expected),
            Expr::Cfg { cfg, expr } => {
                if self.holds(cfg) {
                    return self.expr(expr, expected);
                }
                self.turned_off(|walk| walk.expr(expr, None));
                NEVER
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
                let array = self.s.types.intern(Kind::Array(U8));
                self.s.types.reference(false, array)
            }
            Literal::CStr => UNKNOWN,
            Literal::Char => CHAR,
            Literal::Byte => U8,
            Literal::Bool => BOOL,
            Literal::Int(suffix) | Literal::Float(suffix) => {
                let kind = suffix.and_then(|name| self.s.t.index.primitive(self.symbol(name)));
                match kind {
                    Some(kind) => self.s.types.intern(kind),
                    None if matches!(literal, Literal::Float(_)) => self.s.fresh_sort(Sort::Float),
                    None => self.s.fresh_sort(Sort::Integer),
                }
            }
        }
    }

    fn tuple(&mut self, run: Run, expected: Option<Ty>) -> Ty {
        let wanted: Args = match expected.map(|expected| self.s.kind(expected)) {
            Some(Kind::Tuple(list)) => self.list(list),
            _ => Args::new(),
        };
        let elements: Args = run
            .range()
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
        self.s.types.tuple(&elements)
    }

    fn element_expected(&mut self, expected: Option<Ty>) -> Option<Ty> {
        match self.s.kind(expected?) {
            Kind::Array(element) | Kind::Slice(element) => Some(element),
            _ => None,
        }
    }

    pub(super) fn array(&mut self, run: Run, expected: Option<Ty>) -> Ty {
        let wanted = self.element_expected(expected);
        let mut element = wanted;
        for at in run.range() {
            let ty = self.expr(self.body.expr_lists[at], element);
            element = self.join(element, ty);
        }
        let element = element.unwrap_or_else(|| self.s.fresh());
        self.s.types.intern(Kind::Array(element))
    }

    pub(super) fn block(
        &mut self,
        kind: BlockKind,
        scope: Option<crate::read::ItemId>,
        stmts: Run,
        tail: Option<ExprId>,
        label: Option<Name>,
        expected: Option<Ty>,
    ) -> Ty {
        let was = self.scope;
        if let Some(scope) = scope.and_then(|scope| self.instance.def(scope)) {
            self.scope = scope;
        }
        let mark = self.locals.len();
        let ty = match kind {
            BlockKind::Plain | BlockKind::Unsafe | BlockKind::Const => {
                self.plain_block(stmts, tail, label, expected)
            }
            BlockKind::Async => {
                let output = expected
                    .and_then(|expected| match self.s.kind(expected) {
                        Kind::Async(output) => Some(output),
                        _ => None,
                    })
                    .unwrap_or_else(|| self.s.fresh());
                let ret = std::mem::replace(&mut self.ret, output);
                let loops = std::mem::take(&mut self.loops);
                let ty = self.plain_block(stmts, tail, None, Some(output));
                self.coerce(ty, output);
                self.ret = ret;
                self.loops = loops;
                self.s.types.intern(Kind::Async(output))
            }
            BlockKind::Try => {
                self.plain_block(stmts, tail, None, None);
                UNKNOWN
            }
        };
        self.locals.truncate(mark);
        self.scope = was;
        ty
    }

    fn plain_block(
        &mut self,
        stmts: Run,
        tail: Option<ExprId>,
        label: Option<Name>,
        expected: Option<Ty>,
    ) -> Ty {
        if label.is_some() {
            let ty = expected.unwrap_or_else(|| self.s.fresh());
            self.loops.push(Loop { label, ty, is_block: true, left: false });
        }
        let mut ends = false;
        // Of two last expressions, each behind a `cfg`, the one that is on is the last.
        let tail_is_off = tail.is_some_and(|tail| self.is_off(tail));
        let mut tail_before = None;
        for at in stmts.range() {
            match self.body.stmts[at] {
                Stmt::Let { pat, ty, init: Some(init), .. } if self.is_off(init) => {
                    self.turned_off(|walk| {
                        let found = walk.expr(init, None);
                        let found = ty.map_or(found, |ty| walk.written(ty));
                        walk.pat(pat, found);
                    });
                }
                Stmt::Let { pat, ty, init, otherwise } => {
                    let written = ty.map(|ty| self.written(ty));
                    let found = match (init, written) {
                        (Some(init), Some(wanted)) => {
                            let found = self.expr(init, Some(wanted));
                            self.coerce(found, wanted);
                            wanted
                        }
                        (Some(init), None) => {
                            let found = self.expr(init, None);
                            if found == NEVER { self.s.fresh() } else { found }
                        }
                        (None, Some(wanted)) => wanted,
                        (None, None) => self.s.fresh(),
                    };
                    if let Some(otherwise) = otherwise {
                        self.expr(otherwise, None);
                    }
                    self.pat(pat, found);
                }
                Stmt::Expr(expr) if self.is_off(expr) => {
                    self.expr(expr, None);
                }
                Stmt::Expr(expr) => {
                    let may_be_tail = tail_is_off && matches!(self.expr_at(expr), Expr::Cfg { .. });
                    let ty = self.expr(expr, expected.filter(|_| may_be_tail));
                    ends |= self.s.shallow(ty) == NEVER;
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
                if ends && self.s.shallow(ty) == UNIT { NEVER } else { ty }
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

    fn branch(
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
    fn joined(&mut self, so_far: Option<Ty>, ty: Ty, expected: Option<Ty>) -> Option<Ty> {
        if let Some(expected) = expected
            && self.s.shallow(ty) != NEVER
            && !matches!(self.s.kind(expected), Kind::Var(_) | Kind::Unknown)
            && self.coerce(ty, expected)
        {
            return Some(expected);
        }
        self.join(so_far, ty)
    }

    fn matches(&mut self, scrutinee: ExprId, arms: Run, expected: Option<Ty>) -> Ty {
        let ty = self.expr(scrutinee, None);
        let mut so_far = None;
        for at in arms.range() {
            let arm = self.body.arms[at];
            if self.is_off(arm.body) {
                self.turned_off(|walk| {
                    walk.pat(arm.pat, ty);
                    arm.guard.map(|guard| walk.expr(guard, Some(BOOL)));
                    walk.expr(arm.body, None)
                });
                continue;
            }
            let mark = self.locals.len();
            self.pat(arm.pat, ty);
            if let Some(guard) = arm.guard {
                self.expr(guard, Some(BOOL));
            }
            let found = self.expr(arm.body, expected);
            self.locals.truncate(mark);
            so_far = self.joined(so_far, found, expected);
        }
        so_far.unwrap_or(NEVER)
    }

    fn leave(&mut self, label: Option<Name>, value: Option<ExprId>) -> Ty {
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

    fn unary(&mut self, op: UnaryOp, expr: ExprId, expected: Option<Ty>) -> Ty {
        let ty = self.expr(expr, if op == UnaryOp::Deref { None } else { expected });
        let ty = self.known(ty);
        match (op, self.s.types.kind(ty)) {
            (UnaryOp::Deref, Kind::Ref(_, inner) | Kind::Ptr(_, inner)) => inner,
            (UnaryOp::Deref, _) => self.s.dereferenced(ty).unwrap_or(UNKNOWN),
            (_, Kind::Int(_) | Kind::Float(_) | Kind::Bool | Kind::Var(_) | Kind::Unknown) => ty,
            (UnaryOp::Not, _) => self.operator(self.s.t.index.lang.not, &[ty]),
            (UnaryOp::Neg, _) => self.operator(self.s.t.index.lang.neg, &[ty]),
        }
    }

    fn range(
        &mut self,
        start: Option<ExprId>,
        end: Option<ExprId>,
        inclusive: bool,
        expected: Option<Ty>,
    ) -> Ty {
        let wanted = expected.and_then(|expected| match self.s.kind(expected) {
            Kind::Adt(_, list) => self.s.types.elements(list).first().copied(),
            _ => None,
        });
        let first = start.map(|start| self.expr(start, wanted));
        let last = end.map(|end| self.expr(end, first.or(wanted)));
        if let (Some(first), Some(last)) = (first, last) {
            self.s.unify(last, first);
        }
        let lang = &self.s.t.index.lang;
        let def = match (first.is_some(), last.is_some(), inclusive) {
            (true, true, false) => lang.range,
            (true, true, true) => lang.range_inclusive,
            (true, false, _) => lang.range_from,
            (false, true, false) => lang.range_to,
            (false, true, true) => lang.range_to_inclusive,
            (false, false, _) => lang.range_full,
        };
        match (def, first.or(last)) {
            (Some(def), Some(ty)) => self.s.types.adt(def, &[ty]),
            (Some(def), None) => self.s.types.adt(def, &[]),
            _ => UNKNOWN,
        }
    }

    fn field_of(&mut self, base: Ty, name: Name, at: u32) -> Ty {
        let base = self.known(base);
        let symbol = self.symbol(name);
        let found = self.s.field(base, symbol, self.world().text(symbol), self.emit.module);
        match found {
            Field::Found(field, ty) => {
                self.emit.counts.dots_resolved += 1;
                if let Some(field) = field {
                    self.emit.name(Target::Def(field), at, name, How::Dot, Role::Field);
                }
                ty
            }
            Field::Outside => {
                self.emit.counts.dots_outside += 1;
                UNKNOWN
            }
            Field::Unknown => {
                self.emit.counts.receiver_unknown += 1;
                UNKNOWN
            }
            Field::Missing => {
                self.emit.counts.member_not_found += 1;
                UNKNOWN
            }
        }
    }

    fn index(&mut self, base: Ty, index: ExprId) -> Ty {
        let base = self.known(base);
        let index = self.expr(index, None);
        let steps = self.s.steps(base);
        for step in &steps {
            let element = match self.s.types.kind(*step) {
                Kind::Array(element) | Kind::Slice(element) => element,
                Kind::Adt(def, list) if Some(def) == self.s.t.index.lang.vec => self.s.types.element(list, 0),
                Kind::Unknown | Kind::Var(_) | Kind::Outside(..) => return UNKNOWN,
                Kind::Adt(def, _) => {
                    let head = super::tables::Head::Adt(def);
                    let indexed = self.s.t.index.lang.index;
                    if indexed.is_some_and(|indexed| self.s.t.has_impl(indexed, head)) {
                        return self.s.associated(self.s.t.index.lang.index_output, &[*step, index]);
                    }
                    continue;
                }
                Kind::Str => return super::ty::STR,
                Kind::Param(_) | Kind::Projection(..) | Kind::Opaque(..) | Kind::Dyn(..) => {
                    let found = self.s.associated(self.s.t.index.lang.index_output, &[*step, index]);
                    if found != UNKNOWN {
                        return found;
                    }
                    continue;
                }
                _ => continue,
            };
            return match self.s.kind(index) {
                Kind::Adt(def, _) if self.is_range(def) => self.s.types.intern(Kind::Slice(element)),
                Kind::Int(_) | Kind::Var(_) => {
                    self.s.unify(index, USIZE);
                    element
                }
                _ => element,
            };
        }
        UNKNOWN
    }

    fn is_range(&self, def: DefId) -> bool {
        let lang = &self.s.t.index.lang;
        [
            lang.range,
            lang.range_from,
            lang.range_to,
            lang.range_full,
            lang.range_inclusive,
            lang.range_to_inclusive,
        ]
        .contains(&Some(def))
    }

    fn awaited(&mut self, ty: Ty) -> Ty {
        let ty = self.known(ty);
        match self.s.types.kind(ty) {
            Kind::Async(output) => output,
            Kind::Unknown | Kind::Outside(..) | Kind::Var(_) => UNKNOWN,
            _ => {
                let by_future = self.s.project_one(self.s.t.index.lang.future_output, ty, 0);
                match by_future {
                    super::solve::Projected::Known(found) if found != UNKNOWN => self.s.normalize(found),
                    _ => self.s.associated(self.s.t.index.lang.into_future_output, &[ty]),
                }
            }
        }
    }

    fn tried(&mut self, ty: Ty) -> Ty {
        let ty = self.known(ty);
        let lang = &self.s.t.index.lang;
        match self.s.types.kind(ty) {
            Kind::Adt(def, list) if Some(def) == lang.result || Some(def) == lang.option => {
                self.s.types.element(list, 0)
            }
            Kind::Adt(def, list) if Some(def) == lang.control_flow => self.s.types.element(list, 1),
            Kind::Adt(def, list) if Some(def) == lang.poll => {
                let inner = self.tried_inner(self.s.types.element(list, 0));
                self.s.types.adt(def, &[inner])
            }
            _ => UNKNOWN,
        }
    }

    /// `Poll<Result<T, E>>` gives `Poll<T>`.
    fn tried_inner(&mut self, ty: Ty) -> Ty {
        match self.s.kind(ty) {
            Kind::Adt(def, list) if Some(def) == self.s.t.index.lang.result => self.s.types.element(list, 0),
            _ => UNKNOWN,
        }
    }

    /// Parameters and body of a closure.
    pub(super) fn closure(
        &mut self,
        params: Run,
        ret: Option<crate::read::TypeId>,
        body: ExprId,
        is_async: bool,
        expected: Option<Ty>,
    ) -> Ty {
        let wanted = expected.and_then(|expected| self.closure_expected(expected));
        let inputs: Args = match wanted {
            Some((inputs, _)) => self.list(inputs),
            None => Args::new(),
        };
        let mut types = Args::new();
        for (index, at) in params.range().enumerate() {
            let param = self.body.closure_params[at];
            let wanted = inputs.get(index).copied();
            let ty = match (param.ty, wanted) {
                (Some(ty), wanted) => {
                    let ty = self.written(ty);
                    if let Some(wanted) = wanted {
                        self.s.unify(ty, wanted);
                    }
                    ty
                }
                (None, Some(wanted)) => wanted,
                (None, None) => self.s.fresh(),
            };
            types.push(ty);
        }
        let output = match ret {
            Some(ret) => self.written(ret),
            None => self.s.fresh(),
        };
        let gives = if is_async { self.s.types.intern(Kind::Async(output)) } else { output };
        if let Some((_, Some(promised))) = wanted {
            self.s.unify(gives, promised);
        }
        let list = self.s.types.list(&types);
        self.s.closures.push((list, gives));
        let closure = self.s.types.intern(Kind::Closure(number(self.s.closures.len() - 1)));
        let mark = self.locals.len();
        for (ty, at) in types.into_iter().zip(params.range()) {
            self.pat(self.body.closure_params[at].pat, ty);
        }
        let was_ret = std::mem::replace(&mut self.ret, output);
        let was_loops = std::mem::take(&mut self.loops);
        let found = self.expr(body, Some(output));
        self.coerce(found, output);
        self.ret = was_ret;
        self.loops = was_loops;
        self.locals.truncate(mark);
        closure
    }

    /// What the place of a closure tells of its parameters and its result.
    fn closure_expected(&mut self, expected: Ty) -> Option<(super::ty::List, Option<Ty>)> {
        use super::lower::Pred;
        let expected = self.s.shallow(expected);
        let lang = &self.s.t.index.lang;
        let (mut inputs, mut output) = (None, None);
        let mut take = |s: &mut super::solve::Solver<'_>, pred: Pred| match pred {
            Pred::Trait(trait_, args) if lang.is_fn_trait(trait_) || lang.is_async_fn_trait(trait_) => {
                if let Kind::Tuple(list) = s.kind(s.types.element(args, 1)) {
                    inputs = inputs.or(Some(list));
                }
            }
            Pred::Equal(assoc, _, ty) if Some(assoc) == lang.fn_output => output = output.or(Some(ty)),
            _ => {}
        };
        match self.s.types.kind(expected) {
            Kind::Var(_) => {
                for index in 0..self.s.pending.len() {
                    let pred = self.s.pending[index].pred;
                    let (Pred::Trait(_, args) | Pred::Equal(_, args, _)) = pred;
                    if self.s.shallow(self.s.types.element(args, 0)) == expected {
                        take(self.s, pred);
                    }
                }
            }
            Kind::Dyn(..) | Kind::Opaque(..) | Kind::Projection(..) => {
                for pred in self.s.promises(expected).iter() {
                    take(self.s, *pred);
                }
            }
            Kind::FnPtr(_) => {
                return self.s.callable(expected).map(|(inputs, output)| (inputs, Some(output)));
            }
            Kind::Adt(def, list) if Some(def) == lang.boxed => {
                let inner = self.s.types.element(list, 0);
                return self.closure_expected(inner);
            }
            _ => {}
        }
        inputs.map(|inputs| (inputs, output))
    }
}
