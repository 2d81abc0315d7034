//! Blocks and statements, and the items that are declared in them.

use super::{Lower, count};
use crate::read::summary::{
    BlockKind, Expr, ExprId, Item, ItemId, ItemKind, Name, Run, Stmt, Visibility, known,
};
use smallvec::SmallVec;

impl Lower<'_> {
    pub(super) fn block(&mut self, block: &syn::Block, kind: BlockKind, label: Option<Name>) -> ExprId {
        let span = block.brace_token.span;
        self.statements(&block.stmts, kind, label, |lower| {
            (lower.at(span.open()), lower.places.end(span.close()))
        })
    }

    /// Statements as one block; `span` is asked only when they declare items.
    pub(super) fn statements(
        &mut self,
        statements: &[syn::Stmt],
        kind: BlockKind,
        label: Option<Name>,
        span: impl FnOnce(&Self) -> (u32, u32),
    ) -> ExprId {
        let scope = statements.iter().any(|statement| matches!(statement, syn::Stmt::Item(_))).then(|| {
            let span = span(self);
            self.block_item(span)
        });
        let outer = self.parent;
        self.parent = scope.or(outer);
        let mut lowered: SmallVec<[Stmt; 16]> = SmallVec::new();
        let mut tail = None;
        for (index, statement) in statements.iter().enumerate() {
            let last = index + 1 == statements.len();
            match statement {
                syn::Stmt::Local(local) => lowered.push(self.local(local)),
                syn::Stmt::Item(item) => self.outside_body(|lower| lower.item(item)),
                syn::Stmt::Expr(expr, semicolon) => {
                    let expr = self.expr_with_cfg(expr);
                    match semicolon {
                        None if last => tail = Some(expr),
                        _ => lowered.push(Stmt::Expr(expr)),
                    }
                }
                syn::Stmt::Macro(call) => {
                    let mut expr = self.macro_expr(&call.mac);
                    if let Some(cfg) = self.cfg_of(&call.attrs) {
                        expr = self.push_expr(Expr::Cfg { cfg, expr });
                    }
                    match call.semi_token {
                        None if last => tail = Some(expr),
                        _ => lowered.push(Stmt::Expr(expr)),
                    }
                }
            }
        }
        self.parent = outer;
        let stmts = Run { start: count(self.body.stmts.len()), len: count(lowered.len()) };
        self.body.stmts.extend_from_slice(&lowered);
        self.push_expr(Expr::Block { kind, scope, stmts, tail, label })
    }

    fn local(&mut self, local: &syn::Local) -> Stmt {
        let init = local.init.as_ref().map(|init| self.expr(&init.expr));
        let otherwise = local.init.as_ref().and_then(|init| init.diverge.as_ref());
        let otherwise = otherwise.map(|(_, otherwise)| self.expr(otherwise));
        let init = match (init, self.cfg_of(&local.attrs)) {
            (Some(expr), Some(cfg)) => Some(self.push_expr(Expr::Cfg { cfg, expr })),
            (init, _) => init,
        };
        let (pat, ty) = match &local.pat {
            syn::Pat::Type(typed) => {
                let ty = self.ty(&typed.ty);
                (self.pat(&typed.pat), Some(ty))
            }
            pat => (self.pat(pat), None),
        };
        Stmt::Let { pat, ty, init, otherwise }
    }

    /// The pseudo-item that holds the items of a block.
    fn block_item(&mut self, span: (u32, u32)) -> ItemId {
        self.out.items.push(Item {
            kind: ItemKind::Block,
            name: known::EMPTY,
            at: span.0,
            span,
            parent: self.parent,
            visibility: Visibility::Private,
            attributes: Run::default(),
            cfg: None,
            is_test: false,
            in_macro: self.in_macro,
        });
        ItemId(count(self.out.items.len() - 1))
    }
}
