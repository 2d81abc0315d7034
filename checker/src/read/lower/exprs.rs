//! Expressions: one long table, a line or a few for each kind.

use super::{Lower, count};
use crate::read::summary::{
    BinaryOp, BlockKind, ClosureParam, Expr, ExprId, Literal, MatchArm, PathId, Run, StructField, UnaryOp,
};
use smallvec::SmallVec;
use syn::punctuated::Punctuated;

pub(super) type Exprs = SmallVec<[ExprId; 8]>;

impl Lower<'_> {
    /// An expression with its `#[cfg]`, if it has one.
    pub(super) fn expr_with_cfg(&mut self, expr: &syn::Expr) -> ExprId {
        let lowered = self.expr(expr);
        match self.cfg_of(attributes_of(expr)) {
            Some(cfg) => self.push_expr(Expr::Cfg { cfg, expr: lowered }),
            None => lowered,
        }
    }

    pub(super) fn expr(&mut self, expr: &syn::Expr) -> ExprId {
        use syn::Expr as E;
        let lowered = match expr {
            E::Path(path) => Expr::Path(self.qualified_path(path.qself.as_ref(), &path.path)),
            E::Lit(literal) => Expr::Literal(self.literal(&literal.lit)),
            E::MethodCall(call) => {
                let receiver = self.expr(&call.receiver);
                let (name, at) = self.name(&call.method);
                let generics = call.turbofish.as_ref().map(|args| self.angle_args(args));
                let args = self.exprs(&call.args);
                Expr::MethodCall { receiver, name, at, generics, args }
            }
            E::Call(call) => {
                let callee = self.expr(&call.func);
                Expr::Call { callee, args: self.exprs(&call.args) }
            }
            E::Field(field) => {
                let base = self.expr(&field.base);
                let (name, at) = self.member(&field.member);
                Expr::Field { base, name, at }
            }
            E::Reference(reference) => {
                let mutable = reference.mutability.is_some();
                Expr::Ref { mutable, expr: self.expr(&reference.expr) }
            }
            E::RawAddr(address) => {
                let mutable = matches!(address.mutability, syn::PointerMutability::Mut(_));
                Expr::Ref { mutable, expr: self.expr(&address.expr) }
            }
            E::Macro(call) => return self.macro_expr(&call.mac),
            E::Struct(value) => {
                let path = self.qualified_path(value.qself.as_ref(), &value.path);
                let fields = self.struct_fields(&value.fields);
                let base = value.rest.as_ref().map(|rest| self.expr(rest));
                Expr::Struct { path, fields, base }
            }
            E::Block(block) => {
                let label = block.label.as_ref().map(|label| self.label(&label.name));
                return self.block(&block.block, BlockKind::Plain, label);
            }
            E::Unsafe(block) => return self.block(&block.block, BlockKind::Unsafe, None),
            E::Async(block) => return self.block(&block.block, BlockKind::Async, None),
            E::Const(block) => return self.block(&block.block, BlockKind::Const, None),
            E::TryBlock(block) => return self.block(&block.block, BlockKind::Try, None),
            E::If(branch) => {
                let condition = self.expr(&branch.cond);
                let then = self.block(&branch.then_branch, BlockKind::Plain, None);
                let otherwise = branch.else_branch.as_ref().map(|(_, otherwise)| self.expr(otherwise));
                Expr::If { condition, then, otherwise }
            }
            E::Let(condition) => {
                let value = self.expr(&condition.expr);
                Expr::Let { pat: self.pat(&condition.pat), value }
            }
            E::Match(choice) => {
                let scrutinee = self.expr(&choice.expr);
                let arms: SmallVec<[MatchArm; 8]> = choice.arms.iter().map(|arm| self.arm(arm)).collect();
                Expr::Match { scrutinee, arms: self.push_arms(&arms) }
            }
            E::Closure(closure) => self.closure(closure),
            E::Await(value) => Expr::Await(self.expr(&value.base)),
            E::Try(value) => Expr::Try(self.expr(&value.expr)),
            E::Unary(unary) => {
                let op = match unary.op {
                    syn::UnOp::Deref(_) => UnaryOp::Deref,
                    syn::UnOp::Neg(_) => UnaryOp::Neg,
                    _ => UnaryOp::Not,
                };
                Expr::Unary { op, expr: self.expr(&unary.expr) }
            }
            E::Binary(_) => return self.binary_chain(expr),
            E::Assign(assign) => {
                let left = self.expr(&assign.left);
                Expr::Assign { left, right: self.expr(&assign.right) }
            }
            E::Index(index) => {
                let base = self.expr(&index.expr);
                Expr::Index { base, index: self.expr(&index.index) }
            }
            E::Range(range) => {
                let start = range.start.as_ref().map(|start| self.expr(start));
                let end = range.end.as_ref().map(|end| self.expr(end));
                Expr::Range { start, end, inclusive: matches!(range.limits, syn::RangeLimits::Closed(_)) }
            }
            E::Cast(cast) => {
                let value = self.expr(&cast.expr);
                Expr::Cast { expr: value, ty: self.ty(&cast.ty) }
            }
            E::Tuple(tuple) => Expr::Tuple(self.exprs(&tuple.elems)),
            E::Array(array) => Expr::Array(self.exprs(&array.elems)),
            E::Repeat(repeat) => {
                let value = self.expr(&repeat.expr);
                Expr::Repeat { value, count: self.expr(&repeat.len) }
            }
            E::Loop(repeated) => {
                let label = repeated.label.as_ref().map(|label| self.label(&label.name));
                Expr::Loop { body: self.block(&repeated.body, BlockKind::Plain, None), label }
            }
            E::While(repeated) => {
                let label = repeated.label.as_ref().map(|label| self.label(&label.name));
                let condition = self.expr(&repeated.cond);
                Expr::While { condition, body: self.block(&repeated.body, BlockKind::Plain, None), label }
            }
            E::ForLoop(repeated) => {
                let label = repeated.label.as_ref().map(|label| self.label(&label.name));
                let iter = self.expr(&repeated.expr);
                let pat = self.pat(&repeated.pat);
                let body = self.block(&repeated.body, BlockKind::Plain, None);
                Expr::For { pat, iter, body, label, is_await: false }
            }
            E::Break(jump) => {
                let label = jump.label.as_ref().map(|label| self.label(label));
                Expr::Break { label, value: jump.expr.as_ref().map(|value| self.expr(value)) }
            }
            E::Continue(_) => Expr::Continue,
            E::Return(jump) => Expr::Return(jump.expr.as_ref().map(|value| self.expr(value))),
            E::Yield(jump) => Expr::Yield(jump.expr.as_ref().map(|value| self.expr(value))),
            E::Group(group) => return self.expr(&group.expr),
            E::Paren(paren) => return self.expr(&paren.expr),
            E::Verbatim(tokens) => {
                self.loose(tokens);
                Expr::Missing
            }
            _ => Expr::Missing,
        };
        self.push_expr(lowered)
    }

    /// `a + b + c …` leans to the left as deep as it is long, so its spine is not walked by recursion.
    fn binary_chain(&mut self, expr: &syn::Expr) -> ExprId {
        let mut spine: SmallVec<[&syn::ExprBinary; 8]> = SmallVec::new();
        let mut leftmost = expr;
        while let syn::Expr::Binary(binary) = leftmost {
            spine.push(binary);
            leftmost = &binary.left;
        }
        let mut left = self.expr(leftmost);
        for binary in spine.into_iter().rev() {
            let right = self.expr(&binary.right);
            left = self.push_expr(Expr::Binary { op: binary_op(&binary.op), left, right });
        }
        left
    }

    fn closure(&mut self, closure: &syn::ExprClosure) -> Expr {
        let mut params: SmallVec<[ClosureParam; 4]> = SmallVec::new();
        for input in &closure.inputs {
            params.push(match input {
                syn::Pat::Type(typed) => {
                    let pat = self.pat(&typed.pat);
                    ClosureParam { pat, ty: Some(self.ty(&typed.ty)) }
                }
                pat => ClosureParam { pat: self.pat(pat), ty: None },
            });
        }
        let ret = self.return_type(&closure.output);
        let body = self.expr(&closure.body);
        let run = Run { start: count(self.body.closure_params.len()), len: count(params.len()) };
        self.body.closure_params.extend_from_slice(&params);
        Expr::Closure { params: run, ret, body, is_async: closure.asyncness.is_some() }
    }

    fn arm(&mut self, arm: &syn::Arm) -> MatchArm {
        let (pat, guard) = match &arm.pat {
            syn::Pat::Guard(guarded) => {
                let pat = self.pat(&guarded.pat);
                (pat, Some(self.expr(&guarded.guard)))
            }
            pat => (self.pat(pat), None),
        };
        let mut body = self.expr(&arm.body);
        if let Some(cfg) = self.cfg_of(&arm.attrs) {
            body = self.push_expr(Expr::Cfg { cfg, expr: body });
        }
        MatchArm { pat, guard, body }
    }

    pub(super) fn push_arms(&mut self, arms: &[MatchArm]) -> Run {
        let run = Run { start: count(self.body.arms.len()), len: count(arms.len()) };
        self.body.arms.extend_from_slice(arms);
        run
    }

    fn struct_fields(&mut self, fields: &Punctuated<syn::FieldValue, syn::Token![,]>) -> Run {
        let mut lowered: SmallVec<[StructField; 8]> = SmallVec::new();
        for field in fields {
            let (name, at) = self.member(&field.member);
            let mut value = self.expr(&field.expr);
            if let Some(cfg) = self.cfg_of(&field.attrs) {
                value = self.push_expr(Expr::Cfg { cfg, expr: value });
            }
            lowered.push(StructField { name, at, shorthand: field.colon_token.is_none(), value });
        }
        let run = Run { start: count(self.body.struct_fields.len()), len: count(lowered.len()) };
        self.body.struct_fields.extend_from_slice(&lowered);
        run
    }

    pub(super) fn member(&mut self, member: &syn::Member) -> (crate::read::summary::Name, u32) {
        match member {
            syn::Member::Named(ident) => self.name(ident),
            syn::Member::Unnamed(index) => (self.number(index.index), self.at(index.span)),
        }
    }

    pub(super) fn literal(&mut self, literal: &syn::Lit) -> Literal {
        match literal {
            syn::Lit::Str(_) => Literal::Str,
            syn::Lit::ByteStr(_) => Literal::ByteStr,
            syn::Lit::CStr(_) => Literal::CStr,
            syn::Lit::Byte(_) => Literal::Byte,
            syn::Lit::Char(_) => Literal::Char,
            syn::Lit::Bool(_) => Literal::Bool,
            syn::Lit::Float(number) => Literal::Float(self.suffix(number.suffix(), number.span())),
            syn::Lit::Int(number) => Literal::Int(self.suffix(number.suffix(), number.span())),
            _ => Literal::Int(None),
        }
    }

    fn suffix(&mut self, suffix: &str, span: proc_macro2::Span) -> Option<crate::read::summary::Name> {
        if suffix.is_empty() {
            return None;
        }
        let end = self.places.end(span);
        let (name, _) = self.name_at(end - count(suffix.len()));
        Some(name)
    }

    pub(super) fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e syn::Expr>) -> Run {
        let exprs: Exprs = exprs.into_iter().map(|expr| self.expr_with_cfg(expr)).collect();
        self.expr_list(&exprs)
    }

    pub(super) fn expr_list(&mut self, exprs: &[ExprId]) -> Run {
        let run = Run { start: count(self.body.expr_lists.len()), len: count(exprs.len()) };
        self.body.expr_lists.extend_from_slice(exprs);
        run
    }

    pub(super) fn push_expr(&mut self, expr: Expr) -> ExprId {
        self.body.exprs.push(expr);
        ExprId(count(self.body.exprs.len() - 1))
    }

    pub(super) fn path_expr(&mut self, path: PathId) -> ExprId {
        self.push_expr(Expr::Path(path))
    }
}

fn binary_op(op: &syn::BinOp) -> BinaryOp {
    use syn::BinOp as B;
    match op {
        B::Add(_) => BinaryOp::Add,
        B::Sub(_) => BinaryOp::Sub,
        B::Mul(_) => BinaryOp::Mul,
        B::Div(_) => BinaryOp::Div,
        B::Rem(_) => BinaryOp::Rem,
        B::And(_) => BinaryOp::And,
        B::Or(_) => BinaryOp::Or,
        B::BitXor(_) => BinaryOp::BitXor,
        B::BitAnd(_) => BinaryOp::BitAnd,
        B::BitOr(_) => BinaryOp::BitOr,
        B::Shl(_) => BinaryOp::Shl,
        B::Shr(_) => BinaryOp::Shr,
        B::Eq(_) => BinaryOp::Eq,
        B::Lt(_) => BinaryOp::Lt,
        B::Le(_) => BinaryOp::Le,
        B::Ne(_) => BinaryOp::Ne,
        B::Ge(_) => BinaryOp::Ge,
        B::Gt(_) => BinaryOp::Gt,
        _ => BinaryOp::Assigning,
    }
}

macro_rules! attributes_by_kind {
    ($expr:ident: $($kind:ident)*) => {
        match $expr {
            $(syn::Expr::$kind(inner) => &inner.attrs,)*
            _ => &[],
        }
    };
}

fn attributes_of(expr: &syn::Expr) -> &[syn::Attribute] {
    attributes_by_kind!(expr: Array Assign Async Await Binary Block Break Call Cast Closure Const Continue
        Field ForLoop Group If Index Infer Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr
        Reference Repeat Return Struct Try TryBlock Tuple Unary Unsafe While Yield)
}
