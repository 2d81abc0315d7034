//! Macro calls: in expressions, and in the place of items.

use super::{Kind, Parser, Read, Stop, Token, Word};
use crate::arena::IdxRange;
use crate::read::summary::{
    BlockKind, BodyId, Cfg, CfgId, Expr, ExprId, ItemKind, MacroStyle, PatId, PathId, Stmt,
};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A call in the place of an item, of which nothing else is known yet.
fn called_at(path: PathId, carried_out: bool) -> ItemKind {
    ItemKind::MacroCall { path, carried_out, body: None, loose: IdxRange::default() }
}

impl Parser<'_> {
    /// From the `!` on. What can not be read as Rust in any of the forms that macros use is loose.
    pub(super) fn macro_expr(&mut self, path: PathId) -> Read<Expr> {
        let name = self.macro_name();
        let called = self.at.checked_sub(1).map(|before| self.source.tokens[before]);
        self.at += 1;
        let Some(open) = self.peek(0).filter(|token| token.kind == Kind::Open) else {
            return Err(self.stop("a bracket"));
        };
        self.note_call(path);
        let style = match open.byte {
            b'(' => MacroStyle::Parentheses,
            b'[' => MacroStyle::Brackets,
            _ => MacroStyle::Braces,
        };
        let carried_out = called.and_then(|called| self.carried_out_expr(called));
        if let Some((block, true)) = carried_out {
            self.skip_group();
            let args = self.expr_list(&[block]);
            return Ok(Expr::Macro { path, args, loose: IdxRange::default(), style, carried_out: true });
        }
        let found = self.attempt_prefix(|parser| {
            parser.deeper(|parser| parser.group(open.byte, |parser| parser.arguments(name).ok_or(Stop)))
        });
        let (args, loose) = match found {
            Some(args) => (args, IdxRange::default()),
            None => match self.attempt_prefix(|parser| parser.group(open.byte, Self::pieces)) {
                Some(found) => found,
                None => (IdxRange::default(), self.loose_group()),
            },
        };
        let args = match carried_out {
            Some((block, _)) => {
                let list: Vec<ExprId> =
                    std::iter::once(block).chain(self.body.expr_lists[args].to_vec()).collect();
                self.expr_list(&list)
            }
            None => args,
        };
        Ok(Expr::Macro { path, args, loose, style, carried_out: carried_out.is_some() })
    }

    /// What the call of a macro stands for that the file knows, as one block, and whether every name of the
    /// argument is in it.
    fn carried_out_expr(&mut self, called: Token) -> Option<(ExprId, bool)> {
        let argument = self.at + 1..self.peek(0)?.extra as usize;
        self.expanded(called.extra, argument.clone(), |parser| {
            let is_name = |token: &&Token| token.kind == Kind::Word && !token.word().is_keyword();
            let tokens = &parser.source.tokens;
            let written: FxHashSet<u32> =
                tokens[parser.at..parser.end].iter().filter(is_name).map(|token| token.start).collect();
            let mut wanted = tokens[argument].iter().filter(is_name);
            let is_whole = wanted.all(|token| written.contains(&token.start));
            Ok((parser.statements(BlockKind::Plain, None)?, is_whole))
        })
    }

    /// The word before the `!` that is next.
    fn macro_name(&self) -> &'static str {
        let token = self.at.checked_sub(1).and_then(|index| self.source.tokens.get(index));
        let text = token.map_or("", |token| self.text_of(*token));
        match text {
            "cfg_select" => "cfg_select",
            _ if text.ends_with("matches") => "matches",
            _ => "",
        }
    }

    /// From the `!` on, in the place of an item, which is the parent of the items in it.
    pub(super) fn macro_item(&mut self, path: PathId) -> ItemKind {
        let called = self.at.checked_sub(1).map(|before| self.source.tokens[before]);
        let is_include = called.is_some_and(|called| self.text_of(called) == "include");
        let name = self.macro_name();
        self.at += 1;
        self.note_call(path);
        let inner = self.at + 1;
        self.skip_group();
        let tokens = inner..self.at.saturating_sub(1).max(inner);
        if is_include && let Some(written) = self.included(&tokens) {
            self.out.includes.extend(self.parent.map(|item| (item, written)));
            return called_at(path, true);
        }
        if let Some(invoked) = called.and_then(|called| self.invoking_call(path, called, tokens.clone())) {
            self.derive_from(invoked, true, tokens);
            return called_at(path, true);
        }
        let was_in_macro = std::mem::replace(&mut self.in_macro, true);
        let expanded = called.and_then(|called| self.expanded(called.extra, tokens.clone(), Self::items));
        let kind = match expanded {
            Some(()) => called_at(path, true),
            None => self.at_tokens(tokens.clone(), |parser| parser.macro_item_argument(path, name, tokens)),
        };
        self.in_macro = was_in_macro;
        kind
    }

    fn macro_item_argument(&mut self, path: PathId, name: &'static str, tokens: Range<usize>) -> ItemKind {
        let mut kind = called_at(path, false);
        let selects = name == "cfg_select" && self.attempt(Self::selected_items).is_some();
        if selects || self.attempt(Self::branches).is_some() {
            return called_at(path, true);
        }
        if self.attempt(Self::items).is_some() {
            return kind;
        }
        let found = self
            .attempt(|parser| parser.body_of_exprs(|parser| parser.arguments(name).ok_or(Stop)))
            .or_else(|| self.attempt(Self::functions_of_a_macro));
        let ItemKind::MacroCall { body, loose, .. } = &mut kind else { return kind };
        match found {
            Some(found) => *body = Some(found),
            None => {
                *loose = self.loose_tokens(tokens.clone());
                if !self.is_in_definition() {
                    self.out.opaque.extend(self.parent);
                }
            }
        }
        kind
    }

    /// Functions that are Rust but for their parameters, `fn holds(n in 0..9) { … }`: each body, with its
    /// parameters bound as a loop would.
    fn functions_of_a_macro(&mut self) -> Read<BodyId> {
        self.body_of_exprs(|parser| {
            parser.skip_inner_attributes()?;
            let mut found = Vec::new();
            while !parser.is_empty() {
                parser.skip_attributes()?;
                parser.visibility()?;
                parser.take_word(Word::ASYNC);
                parser.expect_word(Word::FN, "`fn`")?;
                parser.ident()?;
                found.push(parser.function_of_a_macro()?);
            }
            Ok(parser.expr_list(&found))
        })
    }

    fn function_of_a_macro(&mut self) -> Read<ExprId> {
        let (mut chosen, mut typed): (Vec<(PatId, ExprId)>, Vec<Stmt>) = (Vec::new(), Vec::new());
        self.group(b'(', |parser| {
            parser.separated(|parser| {
                parser.skip_attributes()?;
                let pat = parser.pat()?;
                if parser.take_word(Word::IN) {
                    chosen.push((pat, parser.expr()?));
                } else {
                    parser.expect_punct(b':', "`in` or `:`")?;
                    let ty = Some(parser.ty()?);
                    typed.push(Stmt::Let { cfg: None, pat, ty, init: None, otherwise: None });
                }
                Ok(())
            })
        })?;
        self.return_type(true)?;
        let mut body = self.block(BlockKind::Plain, None)?;
        for (pat, iter) in chosen.into_iter().rev() {
            body = self.push_expr(Expr::For { pat, iter, body, label: None, is_await: false });
        }
        let stmts = self.body.stmts.alloc_all(&typed);
        let (kind, scope, label) = (BlockKind::Plain, None, None);
        Ok(self.push_expr(Expr::Block { kind, scope, stmts, tail: Some(body), label }))
    }

    fn items(&mut self) -> Read<()> {
        let inner = self.skip_inner_attributes()?;
        if let Some(holder) = self.parent {
            self.join_cfg(holder, inner);
        }
        while !self.is_empty() {
            self.item()?;
        }
        Ok(())
    }

    /// `if #[cfg(…)] { items } else if … else { items }`: each is a holder of items with its
    /// condition, and the contrary of those before it.
    fn branches(&mut self) -> Read<()> {
        let mut before: Vec<Cfg> = Vec::new();
        loop {
            let own: Vec<Cfg> = match self.take_word(Word::IF) {
                true => self.skip_attributes()?.into_iter().map(|meta| self.condition(meta)).collect(),
                false => Vec::new(),
            };
            let cfg = self.otherwise(&mut before, own);
            self.branch(cfg)?;
            if self.is_empty() {
                return Ok(());
            }
            self.expect_word(Word::ELSE, "`else`")?;
        }
    }

    /// `predicate => { items } … _ => { items }`, likewise.
    fn selected_items(&mut self) -> Read<()> {
        let mut before: Vec<Cfg> = Vec::new();
        while !self.is_empty() {
            let cfg = self.selector(&mut before)?;
            self.branch(cfg)?;
            self.take_punct(b',');
        }
        Ok(())
    }

    /// `predicate =>` or `_ =>`: the condition of what follows.
    pub(super) fn selector(&mut self, before: &mut Vec<Cfg>) -> Read<CfgId> {
        let start = self.at;
        while !self.is_pair(b'=', b'>') {
            self.skip_one()?;
        }
        let is_rest = self.at == start + 1 && self.text_of(self.source.tokens[start]) == "_";
        let own = if is_rest { Vec::new() } else { vec![self.predicate(start..self.at)] };
        self.at += 2;
        Ok(self.otherwise(before, own))
    }

    /// The condition of a branch: its own, and the contrary of those before it.
    fn otherwise(&mut self, before: &mut Vec<Cfg>, own: Vec<Cfg>) -> CfgId {
        let mut all: Vec<Cfg> = before.iter().map(|cfg| Cfg::Not(Box::new(cfg.clone()))).collect();
        all.extend(own.iter().cloned());
        before.extend(own);
        self.push_cfg(Cfg::All(all))
    }

    /// `{ items }` under a condition.
    fn branch(&mut self, cfg: CfgId) -> Read<()> {
        let start = self.offset();
        let id = self.holder(Some(cfg), (start, start));
        self.within(id, |parser| parser.group(b'{', Self::items))?;
        self.out.items[id].span.1 = self.last_end();
        Ok(())
    }

    /// The one plain string in an `include!`.
    fn included(&self, tokens: &Range<usize>) -> Option<Box<str>> {
        let token = self.source.tokens.get(tokens.start).filter(|_| tokens.len() == 1)?;
        let text = self.text_of(*token);
        (token.kind == Kind::Str).then(|| text.trim_matches('"').into())
    }
}
