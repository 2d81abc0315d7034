//! Macro calls: in expressions, and in the place of items.

use super::arguments::{self, Arguments, Matches, Select};
use super::attributes::condition;
use super::exprs::Exprs;
use super::pieces::{self, Pieces};
use super::{Lower, count};
use crate::read::summary::{
    BlockKind, Cfg, Expr, ExprId, Item, ItemKind, MacroStyle, MatchArm, Run, Visibility, known,
};
use proc_macro2::{TokenStream, TokenTree};

impl Lower<'_> {
    pub(super) fn macro_expr(&mut self, call: &syn::Macro) -> ExprId {
        let path = self.path(&call.path);
        let (style, span) = match &call.delimiter {
            syn::MacroDelimiter::Paren(paren) => (MacroStyle::Parentheses, paren.span),
            syn::MacroDelimiter::Bracket(bracket) => (MacroStyle::Brackets, bracket.span),
            syn::MacroDelimiter::Brace(brace) => (MacroStyle::Braces, brace.span),
        };
        let (args, loose) = if call.tokens.is_empty() {
            (Run::default(), Run::default())
        } else {
            match arguments::read(&macro_name(call), call.tokens.clone()) {
                Some(arguments) => (self.arguments(&arguments, span), Run::default()),
                None => match pieces::pieces(call.tokens.clone()) {
                    Some(pieces) => self.pieces(&pieces),
                    None => (
                        Run::default(),
                        self.loose_between(self.places.end(span.open()), self.at(span.close())),
                    ),
                },
            }
        };
        self.push_expr(Expr::Macro { path, args, loose, style })
    }

    fn arguments(&mut self, arguments: &Arguments, span: proc_macro2::extra::DelimSpan) -> Run {
        match arguments {
            Arguments::Exprs(exprs) => self.exprs(exprs),
            Arguments::Statements(statements) => {
                let was_in_macro = std::mem::replace(&mut self.in_macro, true);
                let block = self.statements(statements, BlockKind::Plain, None, |lower| {
                    (lower.at(span.open()), lower.places.end(span.close()))
                });
                self.in_macro = was_in_macro;
                self.expr_list(&[block])
            }
            Arguments::Matches(found) => self.matches(found),
            Arguments::Selects(found) => {
                let exprs: Exprs = found.iter().map(|select| self.select(select)).collect();
                self.expr_list(&exprs)
            }
            Arguments::Types(types) => {
                for ty in types {
                    let path = match ty {
                        syn::Type::Path(path) => self.qualified_path(path.qself.as_ref(), &path.path),
                        other => {
                            self.ty(other);
                            continue;
                        }
                    };
                    self.push_loose(path, false, false, false);
                }
                Run::default()
            }
        }
    }

    fn pieces(&mut self, pieces: &Pieces) -> (Run, Run) {
        let args = self.exprs(&pieces.exprs);
        let start = count(self.terms().loose.len());
        pieces.rest.iter().for_each(|tokens| self.loose(tokens));
        (args, Run { start, len: count(self.terms().loose.len()) - start })
    }

    fn matches(&mut self, found: &Matches) -> Run {
        let scrutinee = self.expr(&found.value);
        let pat = self.pat(&found.pat);
        let guard = found.guard.as_ref().map(|guard| self.expr(guard));
        let body = self.missing();
        let arms = self.push_arms(&[MatchArm { pat, guard, body }]);
        let mut exprs: Exprs = Exprs::new();
        exprs.push(self.push_expr(Expr::Match { scrutinee, arms }));
        exprs.extend(found.rest.iter().map(|expr| self.expr(expr)));
        self.expr_list(&exprs)
    }

    /// One branch of a `select!`: what is waited for, and what is done with it.
    fn select(&mut self, select: &Select) -> ExprId {
        let Some((pat, value)) = &select.bound else { return self.expr(&select.body) };
        let future = self.expr(value);
        let scrutinee = self.push_expr(Expr::Await(future));
        let pat = self.pat(pat);
        let guard = select.guard.as_ref().map(|guard| self.expr(guard));
        let body = self.expr(&select.body);
        let arms = self.push_arms(&[MatchArm { pat, guard, body }]);
        self.push_expr(Expr::Match { scrutinee, arms })
    }

    /// The argument of a macro call in the place of an item, whose item is the parent.
    pub(super) fn macro_item(&mut self, call: &syn::Macro) -> ItemKind {
        let path = self.path(&call.path);
        let was_in_macro = std::mem::replace(&mut self.in_macro, true);
        let (mut body, mut loose) = (None, Run::default());
        if call.tokens.is_empty() {
        } else if call.path.is_ident("include")
            && let Ok(literal) = syn::parse2::<syn::LitStr>(call.tokens.clone())
        {
            let includes = self.parent.map(|item| (item, literal.value().into_boxed_str()));
            self.out.includes.extend(includes);
        } else if let Some(items) = arguments::items(call.tokens.clone())
            .or_else(|| arguments::items(without_static_ref(call.tokens.clone())))
        {
            for item in &items {
                self.item(item);
            }
        } else if let Some(branches) = arguments::branches(call.tokens.clone()) {
            self.branches(&branches);
        } else {
            let span = *call.delimiter.span();
            match arguments::read(&macro_name(call), call.tokens.clone()) {
                Some(arguments) => {
                    body = Some(self.body_of_exprs(|lower| lower.arguments(&arguments, span)));
                }
                None => {
                    let (start, end) = (self.places.end(span.open()), self.at(span.close()));
                    loose = self.loose_between(start, end);
                    self.opaque(&call.tokens);
                }
            }
        }
        self.in_macro = was_in_macro;
        ItemKind::MacroCall { path, body, loose }
    }

    /// The branches of `cfg_if!`: each is a holder of items with its condition, and the contrary of
    /// those before it.
    fn branches(&mut self, branches: &[arguments::Branch]) {
        let mut before: Vec<Cfg> = Vec::new();
        for branch in branches {
            let own = branch.condition.as_ref().map(condition);
            let mut all: Vec<Cfg> = before.iter().map(|cfg| Cfg::Not(Box::new(cfg.clone()))).collect();
            all.extend(own.clone());
            before.extend(own);
            let cfg = self.push_cfg(Cfg::All(all));
            let id = self.push_item(Item {
                kind: ItemKind::Foreign,
                name: known::EMPTY,
                at: 0,
                span: (0, 0),
                parent: self.parent,
                visibility: Visibility::Private,
                attributes: Run::default(),
                cfg: Some(cfg),
                is_test: false,
                in_macro: true,
            });
            self.within(id, |lower| branch.items.iter().for_each(|item| lower.item(item)));
        }
    }

    pub(super) fn opaque(&mut self, tokens: &TokenStream) {
        let tokens = count(tokens.clone().into_iter().count());
        self.out.opaque_tokens = self.out.opaque_tokens.saturating_add(tokens);
    }
}

fn macro_name(call: &syn::Macro) -> String {
    call.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

/// `static ref X: T = …;` as `lazy_static!` has it, without the `ref`.
fn without_static_ref(tokens: TokenStream) -> TokenStream {
    let mut after_static = false;
    tokens
        .into_iter()
        .filter(|token| {
            let word = if let TokenTree::Ident(ident) = token { Some(ident) } else { None };
            let dropped = after_static && word.is_some_and(|word| word == "ref");
            after_static = word.is_some_and(|word| word == "static");
            !dropped
        })
        .collect()
}
