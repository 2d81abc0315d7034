//! What stands in a macro's argument, read as Rust in one of the forms that macros use.

use super::{Kind, Parser, Read, Stop, Word};
use crate::arena::IdxRange;
use crate::read::summary::{BlockKind, Expr, ExprId, LoosePath, MatchArm};
use smallvec::SmallVec;

type Exprs = SmallVec<[ExprId; 8]>;

impl Parser<'_> {
    /// The whole group, in the first form that fits.
    pub(super) fn arguments(&mut self, name: &str) -> Option<IdxRange<ExprId>> {
        if self.is_empty() {
            return Some(IdxRange::default());
        }
        if self.gives_up() {
            return None;
        }
        if name == "matches"
            && let Some(found) = self.attempt(Self::pattern_test)
        {
            return Some(found);
        }
        if name == "cfg_select"
            && let Some(found) = self.attempt(Self::selected_exprs)
        {
            return Some(found);
        }
        // A quick look spares the attempts that can not succeed.
        if !self.is_item()
            && !self.is_word(Word::LET)
            && let Some(found) = self.attempt(Self::argument_exprs)
        {
            return Some(found);
        }
        self.attempt(Self::argument_statements)
            .or_else(|| self.attempt(Self::pattern_test))
            .or_else(|| self.attempt(Self::selects))
            .or_else(|| self.attempt(Self::structure))
            .or_else(|| self.attempt(Self::argument_types))
    }

    /// `predicate => a … _ => { b }`, each under its condition.
    fn selected_exprs(&mut self) -> Read<IdxRange<ExprId>> {
        let (mut found, mut before) = (Exprs::new(), Vec::new());
        while !self.is_empty() {
            let cfg = self.selector(&mut before)?;
            let expr = self.expr()?;
            found.push(self.push_expr(Expr::Cfg { cfg, expr }));
            self.take_punct(b',');
        }
        Ok(self.expr_list(&found))
    }

    /// `a, b, name = c`; also `a; n` and `a => b, c => d`, one after the other.
    fn argument_exprs(&mut self) -> Read<IdxRange<ExprId>> {
        let mut found = Exprs::new();
        while !self.is_empty() {
            let start = self.at;
            let expr = self.argument_expr()?;
            found.push(expr);
            if self.is_empty() {
                break;
            }
            if self.is_pair(b'=', b'>') {
                // `pattern = future => …` is a branch of a `select!`.
                let assigned = matches!(self.body.exprs[expr], Expr::Assign { .. });
                if assigned || (self.is_word_token(start) && self.is_single_equals(start + 1)) {
                    return Err(self.stop("`,`"));
                }
                self.at += 2;
                found.push(self.expr()?);
                if self.is_empty() {
                    break;
                }
            } else if self.is_punct(b';') && found.len() == 1 {
                self.at += 1;
                found.push(self.expr()?);
                break;
            }
            self.expect_punct(b',', "`,`")?;
        }
        Ok(self.expr_list(&found))
    }

    /// The pieces between `,`, `;` and `=>` that are expressions, and the paths in those that are
    /// not. Stops if none is an expression.
    pub(super) fn pieces(&mut self) -> Read<(IdxRange<ExprId>, IdxRange<LoosePath>)> {
        let mut found = Exprs::new();
        let mut rest: SmallVec<[std::ops::Range<usize>; 8]> = SmallVec::new();
        while !self.is_empty() {
            if self.gives_up() {
                return Err(Stop);
            }
            if self.take_pair(b'=', b'>') || self.take_punct(b',') || self.take_punct(b';') {
                continue;
            }
            let whole = self.attempt_prefix(|parser| {
                let expr = parser.argument_expr()?;
                if parser.is_piece_end() { Ok(expr) } else { Err(Stop) }
            });
            if let Some(expr) = whole {
                found.push(expr);
                continue;
            }
            let start = self.at;
            while !self.is_piece_end() {
                self.skip_one()?;
            }
            rest.push(start..self.at);
        }
        if found.is_empty() {
            return Err(self.stop("an expression"));
        }
        let args = self.expr_list(&found);
        let start = self.terms().loose.next();
        for tokens in rest {
            self.loose_tokens(tokens);
        }
        Ok((args, self.terms().loose.since(start)))
    }

    fn is_piece_end(&self) -> bool {
        self.is_empty() || self.is_punct(b',') || self.is_punct(b';') || self.is_pair(b'=', b'>')
    }

    /// `name =`, `name:`, `a.b =`, `"key":`.
    fn skip_label(&mut self) {
        let mut ahead = 1;
        if self.is_kind(Kind::Word) {
            while self.is_punct_at(ahead, b'.') && self.is_ident_at(ahead + 1) {
                ahead += 2;
            }
        } else if !self.is_kind(Kind::Str) {
            return;
        }
        let is_alone = |byte: u8| {
            self.is_punct_at(ahead, byte)
                && !self.is_pair_at(ahead, byte, byte)
                && !self.is_pair_at(ahead, byte, b'>')
        };
        if is_alone(b':') || (self.is_ident() && is_alone(b'=')) {
            self.at += ahead + 1;
        }
    }

    /// An expression, perhaps after `name =`, `name:` or `a.b =`, and with a `?` or `%` before it as
    /// logging macros have it.
    fn argument_expr(&mut self) -> Read<ExprId> {
        self.skip_label();
        while self.is_punct(b'?') || self.is_punct(b'%') || self.is_punct(b'@') {
            self.at += 1;
        }
        self.expr()
    }

    fn is_word_token(&self, index: usize) -> bool {
        self.source.tokens.get(index).is_some_and(|token| token.kind == Kind::Word)
    }

    fn is_single_equals(&self, index: usize) -> bool {
        let token = self.source.tokens.get(index);
        token.is_some_and(|token| token.kind == Kind::Punct && token.byte == b'=' && !token.joint)
    }

    fn argument_statements(&mut self) -> Read<IdxRange<ExprId>> {
        let was_in_macro = std::mem::replace(&mut self.in_macro, true);
        let block = self.statements(BlockKind::Plain, None);
        self.in_macro = was_in_macro;
        let block = block?;
        Ok(self.expr_list(&[block]))
    }

    /// `value, pattern if guard`, and what follows a further comma.
    fn pattern_test(&mut self) -> Read<IdxRange<ExprId>> {
        let scrutinee = self.expr()?;
        self.expect_punct(b',', "`,`")?;
        let pat = self.pat_with_alternatives()?;
        let guard = if self.take_word(Word::IF) { Some(self.expr()?) } else { None };
        let body = self.push_expr(Expr::Missing);
        let arms = self.push_arms(&[MatchArm { cfg: None, pat, guard, body }]);
        let mut found = Exprs::new();
        found.push(self.push_expr(Expr::Match { scrutinee, arms }));
        if self.take_punct(b',') {
            self.separated(|parser| {
                let expr = parser.argument_expr()?;
                found.push(expr);
                Ok(())
            })?;
        }
        Ok(self.expr_list(&found))
    }

    /// `pattern = future, if guard => body`, as in `select!`: each branch is a `Match` of what is
    /// awaited.
    fn selects(&mut self) -> Read<IdxRange<ExprId>> {
        let mut found = Exprs::new();
        if self.is_ident() && self.is_punct_at(1, b';') {
            self.at += 2;
        }
        while !self.is_empty() {
            let plain = self.is_word(Word::ELSE) || self.is_ident();
            if plain && self.is_pair_at(1, b'=', b'>') {
                self.at += 3;
                let (body, is_block) = self.expr_or_block()?;
                found.push(body);
                self.end_of_branch(is_block)?;
                continue;
            }
            let pat = self.pat_with_alternatives()?;
            self.expect_punct(b'=', "`=`")?;
            let future = self.head()?;
            let guard =
                if self.take_punct(b',') && self.take_word(Word::IF) { Some(self.expr()?) } else { None };
            self.expect_pair(b'=', b'>', "`=>`")?;
            let (body, is_block) = self.expr_or_block()?;
            let scrutinee = self.push_expr(Expr::Await(future));
            let arms = self.push_arms(&[MatchArm { cfg: None, pat, guard, body }]);
            found.push(self.push_expr(Expr::Match { scrutinee, arms }));
            self.end_of_branch(is_block)?;
        }
        Ok(self.expr_list(&found))
    }

    fn end_of_branch(&mut self, is_block: bool) -> Read<()> {
        if self.take_punct(b',') || is_block || self.is_empty() { Ok(()) } else { Err(self.stop("`,`")) }
    }

    /// `{ "key": value, … }` and lists of such, as in `json!`.
    fn structure(&mut self) -> Read<IdxRange<ExprId>> {
        let mut found = Exprs::new();
        self.structure_values(&mut found)?;
        Ok(self.expr_list(&found))
    }

    fn structure_values(&mut self, found: &mut Exprs) -> Read<()> {
        while !self.is_empty() {
            self.structure_value(found)?;
            if self.is_empty() {
                return Ok(());
            }
            if !self.take_punct(b':') && !self.take_pair(b'=', b'>') {
                self.expect_punct(b',', "`,`")?;
            }
        }
        Ok(())
    }

    fn structure_value(&mut self, found: &mut Exprs) -> Read<()> {
        let is_constant = self.is_constant_key();
        if !is_constant {
            self.skip_label();
        }
        let bracket = match self.peek(0) {
            Some(token) if token.kind == Kind::Open && token.byte != b'(' => Some(token.byte),
            _ => None,
        };
        if let Some(whole) = self.attempt_prefix(|parser| {
            let expr = if is_constant { parser.expr()? } else { parser.argument_expr()? };
            let ends = parser.is_empty()
                || parser.is_punct(b',')
                || parser.is_punct(b':')
                || parser.is_pair(b'=', b'>');
            if ends { Ok(expr) } else { Err(Stop) }
        }) {
            found.push(whole);
            return Ok(());
        }
        match bracket {
            Some(bracket) => {
                self.deeper(|parser| parser.group(bracket, |parser| parser.structure_values(found)))
            }
            None => Err(self.stop("a value")),
        }
    }

    /// `NAME: value`, where the key is not a word but what a constant says.
    fn is_constant_key(&self) -> bool {
        let name = self.peek(0).filter(|token| token.kind == Kind::Word).map(|token| self.text_of(token));
        let is_constant = name
            .is_some_and(|name| name.starts_with(char::is_uppercase) && !name.contains(char::is_lowercase));
        is_constant && self.is_punct_at(1, b':') && !self.is_pair_at(1, b':', b':')
    }

    /// `A, B<C>`: types that are no expressions.
    fn argument_types(&mut self) -> Read<IdxRange<ExprId>> {
        self.separated(|parser| {
            let ty = parser.ty()?;
            parser.loose_type(ty);
            Ok(())
        })?;
        Ok(IdxRange::default())
    }
}
