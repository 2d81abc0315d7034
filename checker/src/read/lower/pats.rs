//! Patterns.

use super::{Lower, count};
use crate::read::summary::{Expr, ExprId, Pat, PatField, PatId, Run};
use smallvec::SmallVec;
use syn::punctuated::Punctuated;

impl Lower<'_> {
    pub(super) fn pat(&mut self, pat: &syn::Pat) -> PatId {
        use syn::Pat as P;
        let lowered = match pat {
            P::Ident(bound) => {
                let (name, at) = self.name(&bound.ident);
                let sub = bound.subpat.as_ref().map(|(_, sub)| self.pat(sub));
                let (by_ref, mutable) = (bound.by_ref.is_some(), bound.mutability.is_some());
                Pat::Bind { name, at, by_ref, mutable, sub }
            }
            P::Wild(_) => Pat::Wild,
            P::Rest(_) => Pat::Rest,
            P::Path(path) => Pat::Path(self.qualified_path(path.qself.as_ref(), &path.path)),
            P::TupleStruct(tuple) => {
                let path = self.qualified_path(tuple.qself.as_ref(), &tuple.path);
                Pat::TupleStruct { path, elems: self.pats(&tuple.elems) }
            }
            P::Struct(fields) => {
                let path = self.qualified_path(fields.qself.as_ref(), &fields.path);
                Pat::Struct { path, fields: self.pat_fields(&fields.fields) }
            }
            P::Tuple(tuple) => Pat::Tuple(self.pats(&tuple.elems)),
            P::Slice(slice) => Pat::Slice(self.pats(&slice.elems)),
            P::Or(cases) => Pat::Or(self.pats(&cases.cases)),
            P::Reference(reference) => {
                let mutable = reference.mutability.is_some();
                Pat::Ref { mutable, pat: self.pat(&reference.pat) }
            }
            P::Lit(literal) => {
                let literal = self.literal(&literal.lit);
                Pat::Expr(self.push_expr(Expr::Literal(literal)))
            }
            P::Const(block) => {
                Pat::Expr(self.block(&block.block, crate::read::summary::BlockKind::Const, None))
            }
            P::Range(range) => {
                let start = range.start.as_ref().map(|start| self.expr(start));
                let end = range.end.as_ref().map(|end| self.expr(end));
                Pat::Range { start, end }
            }
            P::Paren(paren) => return self.pat(&paren.pat),
            P::Type(typed) => {
                self.ty(&typed.ty);
                return self.pat(&typed.pat);
            }
            P::Guard(guarded) => {
                self.expr(&guarded.guard);
                return self.pat(&guarded.pat);
            }
            P::Macro(call) => {
                let path = self.path(&call.mac.path);
                let loose = self.loose_run(&call.mac.tokens);
                Pat::Macro { path, loose }
            }
            P::Verbatim(tokens) => {
                self.loose(tokens);
                Pat::Unknown
            }
            _ => Pat::Unknown,
        };
        self.push_pat(lowered)
    }

    fn pats<'p>(&mut self, pats: impl IntoIterator<Item = &'p syn::Pat>) -> Run {
        let pats: SmallVec<[PatId; 8]> = pats.into_iter().map(|pat| self.pat(pat)).collect();
        let run = Run { start: count(self.body.pat_lists.len()), len: count(pats.len()) };
        self.body.pat_lists.extend_from_slice(&pats);
        run
    }

    fn pat_fields(&mut self, fields: &Punctuated<syn::FieldPat, syn::Token![,]>) -> Run {
        let mut lowered: SmallVec<[PatField; 8]> = SmallVec::new();
        for field in fields {
            let (name, at) = self.member(&field.member);
            let pat = self.pat(&field.pat);
            lowered.push(PatField { name, at, shorthand: field.colon_token.is_none(), pat });
        }
        let run = Run { start: count(self.body.pat_fields.len()), len: count(lowered.len()) };
        self.body.pat_fields.extend_from_slice(&lowered);
        run
    }

    pub(super) fn push_pat(&mut self, pat: Pat) -> PatId {
        self.body.pats.push(pat);
        PatId(count(self.body.pats.len() - 1))
    }

    /// What a pattern of a macro stands for where nothing is done with it.
    pub(super) fn missing(&mut self) -> ExprId {
        self.push_expr(Expr::Missing)
    }
}
