//! The parts of an expression in a body, and the variables that are used there.

use super::Graph;
use rustc_hash::FxHashSet;
use stateline_rust::summary::{Body, Expr, ExprId, Pat, PatId, Stmt};
use stateline_rust::{FileId, Symbol};

/// An expression with all that stand in it, closures and blocks included.
pub(super) fn subexpressions(body: &Body, of: ExprId) -> Vec<ExprId> {
    let mut all = vec![of];
    let mut next = 0;
    while let Some(&at) = all.get(next) {
        let mut parts = Parts::default();
        parts.of(body, at);
        all.extend(parts.exprs);
        next += 1;
    }
    all
}

/// Whether an expression uses a variable that something else than it made.
pub(super) fn uses_variable(graph: &Graph<'_>, file: FileId, body: &Body, of: ExprId) -> bool {
    let inside = subexpressions(body, of);
    let mut own: FxHashSet<PatId> = FxHashSet::default();
    for &expr in &inside {
        let mut parts = Parts::default();
        parts.of(body, expr);
        parts.pats.into_iter().for_each(|pat| bindings(body, pat, &mut |bound| _ = own.insert(bound)));
    }
    let others = body.pats.ids().filter(|pat| !own.contains(pat));
    let names: FxHashSet<Symbol> = others.filter_map(|pat| bound(graph, file, body, pat)).collect();
    inside.iter().filter_map(|expr| variable(graph, file, body, *expr)).any(|name| names.contains(&name))
}

/// The name that a pattern binds itself.
pub(super) fn bound(graph: &Graph<'_>, file: FileId, body: &Body, pat: PatId) -> Option<Symbol> {
    match body.pats[pat] {
        Pat::Bind { name, .. } => Some(graph.world().symbol(file, name)),
        _ => None,
    }
}

/// The only name of a path, which may be that of a variable.
pub(super) fn variable(graph: &Graph<'_>, file: FileId, body: &Body, expr: ExprId) -> Option<Symbol> {
    let Expr::Path(path) = body.exprs[expr] else { return None };
    match &body.terms.segments[body.terms.paths[path].segments] {
        [only] => Some(graph.world().symbol(file, only.name)),
        _ => None,
    }
}

/// The patterns in a pattern that bind a name, itself among them.
pub(super) fn bindings(body: &Body, pat: PatId, found: &mut impl FnMut(PatId)) {
    let mut left = vec![pat];
    while let Some(pat) = left.pop() {
        match body.pats[pat] {
            Pat::Bind { sub, .. } => {
                found(pat);
                left.extend(sub);
            }
            Pat::Tuple(pats) | Pat::TupleStruct { elems: pats, .. } | Pat::Slice(pats) | Pat::Or(pats) => {
                left.extend(&body.pat_lists[pats]);
            }
            Pat::Struct { fields, .. } => left.extend(body.pat_fields[fields].iter().map(|field| field.pat)),
            Pat::Ref { pat, .. } => left.push(pat),
            _ => {}
        }
    }
}

/// What stands directly in an expression.
#[derive(Default)]
struct Parts {
    exprs: Vec<ExprId>,
    pats: Vec<PatId>,
}

impl Parts {
    fn of(&mut self, body: &Body, of: ExprId) {
        match body.exprs[of] {
            Expr::Missing | Expr::Path(_) | Expr::Literal(_) | Expr::Continue => {}
            Expr::Call { callee, args } => {
                self.exprs.push(callee);
                self.exprs.extend(&body.expr_lists[args]);
            }
            Expr::MethodCall { receiver, args, .. } => {
                self.exprs.push(receiver);
                self.exprs.extend(&body.expr_lists[args]);
            }
            Expr::Struct { fields, base, .. } => {
                self.exprs.extend(body.struct_fields[fields].iter().map(|field| field.value));
                self.exprs.extend(base);
            }
            Expr::Tuple(exprs) | Expr::Array(exprs) | Expr::Macro { args: exprs, .. } => {
                self.exprs.extend(&body.expr_lists[exprs]);
            }
            Expr::Repeat { value: one, count: other }
            | Expr::Assign { left: one, right: other }
            | Expr::Binary { left: one, right: other, .. }
            | Expr::Index { base: one, index: other, .. }
            | Expr::While { condition: one, body: other, .. } => self.exprs.extend([one, other]),
            Expr::Block { stmts, tail, .. } => {
                body.stmts[stmts].iter().for_each(|stmt| self.stmt(stmt));
                self.exprs.extend(tail);
            }
            Expr::If { condition, then, otherwise } => {
                self.exprs.extend([condition, then].into_iter().chain(otherwise));
            }
            Expr::Match { scrutinee, arms } => {
                self.exprs.push(scrutinee);
                for arm in &body.arms[arms] {
                    self.pats.push(arm.pat);
                    self.exprs.extend(arm.guard.into_iter().chain([arm.body]));
                }
            }
            Expr::Let { pat, value } => {
                self.pats.push(pat);
                self.exprs.push(value);
            }
            Expr::For { pat, iter, body, .. } => {
                self.pats.push(pat);
                self.exprs.extend([iter, body]);
            }
            Expr::Closure { params, body: inner, .. } => {
                self.pats.extend(body.closure_params[params].iter().map(|param| param.pat));
                self.exprs.push(inner);
            }
            Expr::Break { value, .. } | Expr::Return(value) | Expr::Yield(value) => self.exprs.extend(value),
            Expr::Range { start, end, .. } => self.exprs.extend(start.into_iter().chain(end)),
            Expr::Field { base: expr, .. }
            | Expr::Loop { body: expr, .. }
            | Expr::Await(expr)
            | Expr::Try(expr)
            | Expr::Unary { expr, .. }
            | Expr::Cast { expr, .. }
            | Expr::Ref { expr, .. }
            | Expr::Cfg { expr, .. } => self.exprs.push(expr),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match *stmt {
            Stmt::Let { pat, init, otherwise, .. } => {
                self.pats.push(pat);
                self.exprs.extend(init.into_iter().chain(otherwise));
            }
            Stmt::Expr(expr) => self.exprs.push(expr),
        }
    }
}
