//! Expressions that stand for themselves: literals, paths, blocks, control flow, closures.

use super::paths::Style;
use super::{Kind, Parser, Read, Token, Word};
use crate::arena::IdxRange;
use crate::read::summary::{
    BlockKind, ClosureParam, Expr, ExprId, Literal, MatchArm, Name, PathId, StructField, Type,
};
use smallvec::SmallVec;

impl Parser<'_> {
    pub(super) fn atom(&mut self) -> Read<ExprId> {
        let Some(token) = self.peek(0) else { return Err(self.stop("an expression")) };
        let expr = match token.kind {
            Kind::Word => return self.atom_of_word(token.word()),
            Kind::Lifetime => return self.labelled(),
            Kind::Open => match token.byte {
                b'(' => return self.parenthesized(),
                b'[' => self.group(b'[', Self::array)?,
                _ => return self.block(BlockKind::Plain, None),
            },
            Kind::Punct => match token.byte {
                b'<' => return self.path_expr(),
                b':' if self.is_pair(b':', b':') => return self.path_expr(),
                b'|' => self.closure()?,
                _ => return Err(self.stop("an expression")),
            },
            Kind::Close => return Err(self.stop("an expression")),
            _ => {
                self.at += 1;
                Expr::Literal(self.literal(token))
            }
        };
        Ok(self.push_expr(expr))
    }

    fn atom_of_word(&mut self, word: Word) -> Read<ExprId> {
        let expr = match word {
            Word::IF => self.if_expr()?,
            Word::MATCH => self.match_expr()?,
            Word::LET => return self.let_condition(),
            Word::LOOP | Word::WHILE => return self.repeated(None),
            Word::FOR if self.is_punct_at(1, b'<') => {
                self.for_lifetimes()?;
                self.closure()?
            }
            Word::FOR => return self.repeated(None),
            Word::UNSAFE => {
                self.at += 1;
                return self.block(BlockKind::Unsafe, None);
            }
            Word::TRY if self.is_open_at(1, b'{') => {
                self.at += 1;
                return self.block(BlockKind::Try, None);
            }
            Word::CONST if self.is_open_at(1, b'{') => {
                self.at += 1;
                return self.block(BlockKind::Const, None);
            }
            Word::ASYNC
                if self.is_open_at(1, b'{')
                    || self.word_at(1) == Some(Word::MOVE) && self.is_open_at(2, b'{') =>
            {
                self.at += 1;
                self.take_word(Word::MOVE);
                return self.block(BlockKind::Async, None);
            }
            Word::ASYNC | Word::CONST | Word::MOVE | Word::STATIC => self.closure()?,
            Word::RETURN => {
                self.at += 1;
                Expr::Return(self.operand()?)
            }
            Word::YIELD => {
                self.at += 1;
                Expr::Yield(self.operand()?)
            }
            Word::BREAK => {
                self.at += 1;
                let label = self.label();
                Expr::Break { label, value: self.operand()? }
            }
            Word::CONTINUE => {
                self.at += 1;
                self.label();
                Expr::Continue
            }
            Word::UNDERSCORE => {
                self.at += 1;
                Expr::Missing
            }
            Word::TRUE | Word::FALSE => {
                self.at += 1;
                Expr::Literal(Literal::Bool)
            }
            _ if !word.is_keyword() || word.is_path_keyword() => return self.path_expr(),
            _ => return Err(self.stop("an expression")),
        };
        Ok(self.push_expr(expr))
    }

    /// What `return` and `break` may bear.
    fn operand(&mut self) -> Read<Option<ExprId>> {
        let begins = match self.peek(0) {
            None => false,
            Some(token) => match token.kind {
                Kind::Punct => {
                    matches!(token.byte, b'!' | b'-' | b'*' | b'&' | b'|' | b'<' | b'#')
                        || self.is_pair(b'.', b'.')
                        || self.is_pair(b':', b':')
                }
                Kind::Open => token.byte != b'{' || !self.no_struct,
                Kind::Word => !matches!(token.word(), Word::AS | Word::ELSE | Word::IN),
                _ => true,
            },
        };
        if begins { self.deeper(Self::expr).map(Some) } else { Ok(None) }
    }

    fn label(&mut self) -> Option<Name> {
        let token = self.peek(0).filter(|token| token.kind == Kind::Lifetime)?;
        self.at += 1;
        Some(self.name(token.word()))
    }

    /// `'a: loop { … }`, `'a: { … }`.
    fn labelled(&mut self) -> Read<ExprId> {
        let label = self.label();
        self.expect_punct(b':', "`:`")?;
        if self.is_open(b'{') {
            return self.block(BlockKind::Plain, label);
        }
        self.repeated(label)
    }

    fn repeated(&mut self, label: Option<Name>) -> Read<ExprId> {
        let expr = if self.take_word(Word::LOOP) {
            Expr::Loop { body: self.block(BlockKind::Plain, None)?, label }
        } else if self.take_word(Word::WHILE) {
            let condition = self.head()?;
            Expr::While { condition, body: self.block(BlockKind::Plain, None)?, label }
        } else {
            self.expect_word(Word::FOR, "a loop or a block")?;
            let is_await = self.take_word(Word::AWAIT);
            let pat = self.pat_with_alternatives()?;
            self.expect_word(Word::IN, "`in`")?;
            let iter = self.head()?;
            Expr::For { pat, iter, body: self.block(BlockKind::Plain, None)?, label, is_await }
        };
        Ok(self.push_expr(expr))
    }

    fn if_expr(&mut self) -> Read<Expr> {
        self.expect_word(Word::IF, "`if`")?;
        let condition = self.head()?;
        let then = self.block(BlockKind::Plain, None)?;
        let mut otherwise = None;
        if self.take_word(Word::ELSE) {
            otherwise = Some(if self.is_word(Word::IF) {
                let branch = self.deeper(Self::if_expr)?;
                self.push_expr(branch)
            } else {
                self.block(BlockKind::Plain, None)?
            });
        }
        Ok(Expr::If { condition, then, otherwise })
    }

    fn match_expr(&mut self) -> Read<Expr> {
        self.expect_word(Word::MATCH, "`match`")?;
        let scrutinee = self.head()?;
        let mut arms: SmallVec<[MatchArm; 8]> = SmallVec::new();
        self.group(b'{', |parser| {
            parser.skip_inner_attributes()?;
            while !parser.is_empty() {
                arms.push(parser.arm()?);
            }
            Ok(())
        })?;
        Ok(Expr::Match { scrutinee, arms: self.push_arms(&arms) })
    }

    fn arm(&mut self) -> Read<MatchArm> {
        let attributes = self.skip_attributes()?;
        let pat = self.pat_with_alternatives()?;
        let guard = if self.take_word(Word::IF) { Some(self.expr()?) } else { None };
        self.expect_pair(b'=', b'>', "`=>`")?;
        let (body, is_block) = self.expr_or_block()?;
        if !self.take_punct(b',') && !is_block && !self.is_empty() {
            return Err(self.stop("`,`"));
        }
        Ok(MatchArm { cfg: self.cfg_within(attributes), pat, guard, body })
    }

    /// An expression that ends with its `}` where it begins like a statement of that kind.
    pub(super) fn expr_or_block(&mut self) -> Read<(ExprId, bool)> {
        if !self.is_block_like() {
            return Ok((self.expr()?, false));
        }
        let block = self.deeper(Self::atom)?;
        self.after_block(block)
    }

    /// A method call may follow a block, anything else begins anew.
    pub(super) fn after_block(&mut self, block: ExprId) -> Read<(ExprId, bool)> {
        let goes_on = self.is_punct(b'?') || (self.is_punct(b'.') && !self.is_pair(b'.', b'.'));
        if !goes_on {
            return Ok((block, true));
        }
        let expr = self.postfix(block)?;
        Ok((self.operators(expr, super::exprs::Binding::Assign)?, false))
    }

    /// `if`, `match`, loops and blocks: as statements they need no semicolon.
    pub(super) fn is_block_like(&self) -> bool {
        let Some(token) = self.peek(0) else { return false };
        match token.kind {
            Kind::Open => token.byte == b'{',
            Kind::Lifetime => self.is_punct_at(1, b':'),
            Kind::Word => match token.word() {
                Word::IF | Word::MATCH | Word::LOOP | Word::WHILE => true,
                Word::FOR => !self.is_punct_at(1, b'<'),
                Word::UNSAFE | Word::TRY | Word::CONST => self.is_open_at(1, b'{'),
                // Not `async`: as a statement it is an expression like others.
                _ => false,
            },
            _ => false,
        }
    }

    /// `()`, `(a)`, `(a, b)`.
    fn parenthesized(&mut self) -> Read<ExprId> {
        let mut elements: SmallVec<[ExprId; 8]> = SmallVec::new();
        let mut comma = false;
        self.group(b'(', |parser| {
            while !parser.is_empty() {
                elements.push(parser.expr()?);
                if !parser.is_empty() {
                    parser.expect_punct(b',', "`,` or `)`")?;
                    comma = true;
                }
            }
            Ok(())
        })?;
        if let ([single], false) = (elements.as_slice(), comma) {
            return Ok(*single);
        }
        let elements = self.expr_list(&elements);
        Ok(self.push_expr(Expr::Tuple(elements)))
    }

    fn array(&mut self) -> Read<Expr> {
        if self.is_empty() {
            return Ok(Expr::Array(IdxRange::default()));
        }
        let first = self.expr()?;
        if self.take_punct(b';') {
            return Ok(Expr::Repeat { value: first, count: self.expr()? });
        }
        let mut elements: SmallVec<[ExprId; 8]> = SmallVec::new();
        elements.push(first);
        if !self.is_empty() {
            self.expect_punct(b',', "`,` or `;`")?;
            self.separated(|parser| {
                let expr = parser.expr()?;
                elements.push(expr);
                Ok(())
            })?;
        }
        Ok(Expr::Array(self.expr_list(&elements)))
    }

    /// A path, and what it begins: a macro call, a struct.
    fn path_expr(&mut self) -> Read<ExprId> {
        let path = self.path(Style::Expr)?;
        if self.is_macro_call() {
            let call = self.macro_expr(path)?;
            return Ok(self.push_expr(call));
        }
        let expr =
            if self.is_open(b'{') && !self.no_struct { self.struct_expr(path)? } else { Expr::Path(path) };
        Ok(self.push_expr(expr))
    }

    /// `!` and a bracket.
    pub(super) fn is_macro_call(&self) -> bool {
        self.is_punct(b'!') && self.peek(1).is_some_and(|token| token.kind == Kind::Open)
    }

    fn struct_expr(&mut self, path: PathId) -> Read<Expr> {
        let mut fields: SmallVec<[StructField; 8]> = SmallVec::new();
        let mut base = None;
        self.group(b'{', |parser| {
            while !parser.is_empty() {
                if parser.take_pair(b'.', b'.') {
                    if !parser.is_empty() {
                        base = Some(parser.expr()?);
                    }
                    return Ok(());
                }
                fields.push(parser.struct_field()?);
                if !parser.is_empty() {
                    parser.expect_punct(b',', "`,` or `}`")?;
                }
            }
            Ok(())
        })?;
        let run = self.body.struct_fields.alloc_all(&fields);
        Ok(Expr::Struct { path, fields: run, base })
    }

    fn struct_field(&mut self) -> Read<StructField> {
        let attributes = self.skip_attributes()?;
        let is_name = self.is_kind(Kind::Word);
        let (name, at) = self.member()?;
        let shorthand = is_name && !self.is_punct(b':');
        let value = if shorthand {
            let path = self.name_path(name, at);
            self.push_expr(Expr::Path(path))
        } else {
            self.expect_punct(b':', "`:`")?;
            self.expr()?
        };
        let value = self.with_cfg(attributes, value);
        Ok(StructField { name, at, shorthand, value })
    }

    /// `async move |a: A| -> B { … }`.
    fn closure(&mut self) -> Read<Expr> {
        self.take_word(Word::CONST);
        self.take_word(Word::STATIC);
        let is_async = self.take_word(Word::ASYNC);
        self.take_word(Word::MOVE);
        self.expect_punct(b'|', "a closure")?;
        let mut params: SmallVec<[ClosureParam; 4]> = SmallVec::new();
        while !self.is_punct(b'|') {
            let attributes = self.skip_attributes()?;
            let cfg = self.cfg_within(attributes);
            let pat = self.pat()?;
            let ty = if self.take_punct(b':') { Some(self.ty()?) } else { None };
            params.push(ClosureParam { cfg, pat, ty });
            if !self.is_punct(b'|') {
                self.expect_punct(b',', "`,` or `|`")?;
            }
        }
        self.at += 1;
        let ret = self.return_type(false)?;
        let body = if ret.is_some() { self.block(BlockKind::Plain, None)? } else { self.deeper(Self::expr)? };
        let run = self.body.closure_params.alloc_all(&params);
        Ok(Expr::Closure { params: run, ret, body, is_async })
    }

    pub(super) fn push_arms(&mut self, arms: &[MatchArm]) -> IdxRange<MatchArm> {
        self.body.arms.alloc_all(arms)
    }

    pub(super) fn literal(&mut self, token: Token) -> Literal {
        match token.kind {
            Kind::ByteStr => Literal::ByteStr,
            Kind::CStr => Literal::CStr,
            Kind::Char => Literal::Char,
            Kind::Byte => Literal::Byte,
            Kind::Int => Literal::Int(self.suffix(token)),
            Kind::Float => Literal::Float(self.suffix(token)),
            _ => Literal::Str,
        }
    }

    fn suffix(&mut self, token: Token) -> Option<Name> {
        const SUFFIXES: [&str; 14] = [
            "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32",
            "f64",
        ];
        let text = self.text_of(token);
        let last = *text.as_bytes().last()?;
        if !matches!(last, b'8' | b'6' | b'2' | b'4' | b'e') || text.len() < 3 {
            return None;
        }
        let hexadecimal = text.starts_with("0x");
        let suffix = SUFFIXES
            .into_iter()
            .find(|suffix| text.ends_with(suffix) && !(hexadecimal && suffix.starts_with('f')))?;
        Some(self.name_of(suffix))
    }

    /// What a type that was no expression leaves behind, so that its paths are known.
    pub(super) fn loose_type(&mut self, ty: crate::read::summary::TypeId) {
        if let Type::Path(path) = self.terms().types[ty] {
            self.push_loose(path, false, false, false);
        }
    }
}
