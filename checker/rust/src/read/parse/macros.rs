//! Macro calls: in expressions, and in the place of items.

use super::{Kind, Parser, Read, Stop, Word};
use crate::arena::IdxRange;
use crate::read::summary::{Cfg, CfgId, Expr, ItemKind, MacroStyle, PathId};
use std::ops::Range;

/// A call in the place of an item, of which nothing else is known yet.
fn called_at(path: PathId, carried_out: bool) -> ItemKind {
    ItemKind::MacroCall { path, carried_out, body: None, loose: IdxRange::default() }
}

impl Parser<'_> {
    /// From the `!` on. What can not be read as Rust in any of the forms that macros use is loose.
    pub(super) fn macro_expr(&mut self, path: PathId) -> Read<Expr> {
        let name = self.macro_name();
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
        Ok(Expr::Macro { path, args, loose, style })
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
        let found = self.attempt(|parser| parser.body_of_exprs(|parser| parser.arguments(name).ok_or(Stop)));
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
