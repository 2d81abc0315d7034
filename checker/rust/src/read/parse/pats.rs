//! Patterns.

use super::paths::Style;
use super::{Kind, Parser, Read, Word};
use crate::arena::IdxRange;
use crate::read::summary::{BlockKind, Expr, ExprId, NOWHERE, Pat, PatField, PatId, PathId, UnaryOp};
use smallvec::SmallVec;

impl Parser<'_> {
    /// `| a | b`.
    pub(super) fn pat_with_alternatives(&mut self) -> Read<PatId> {
        if !self.is_pair(b'|', b'|') {
            self.take_punct(b'|');
        }
        let first = self.pat()?;
        if !self.is_alternative() {
            return Ok(first);
        }
        let mut cases: SmallVec<[PatId; 8]> = SmallVec::new();
        cases.push(first);
        while self.is_alternative() {
            self.at += 1;
            cases.push(self.pat()?);
        }
        let cases = self.pat_list(&cases);
        Ok(self.push_pat(Pat::Or(cases)))
    }

    fn is_alternative(&self) -> bool {
        self.is_punct(b'|') && !self.is_pair(b'|', b'|') && !self.is_pair(b'|', b'=')
    }

    pub(super) fn pat(&mut self) -> Read<PatId> {
        let pat = self.deeper(Self::pat_here)?;
        Ok(self.push_pat(pat))
    }

    fn pat_here(&mut self) -> Read<Pat> {
        let Some(token) = self.peek(0) else { return Err(self.stop("a pattern")) };
        match (token.kind, token.byte) {
            (Kind::Word, _) => self.pat_of_word(token.word()),
            (Kind::Punct, b'&') => {
                self.at += 1;
                let mutable = self.take_word(Word::MUT);
                Ok(Pat::Ref { mutable, pat: self.pat()? })
            }
            (Kind::Punct, b'.') if self.is_pair(b'.', b'.') => {
                self.range_operator()?;
                let end = if self.is_range_end() { Some(self.range_bound()?) } else { None };
                Ok(end.map_or(Pat::Rest, |end| Pat::Range { start: None, end: Some(end) }))
            }
            (Kind::Punct, b'<' | b':') => {
                let path = self.path(Style::Expr)?;
                self.pat_after_path(path)
            }
            (Kind::Open, b'(') => {
                let (elements, comma) = self.pat_elements(b'(')?;
                match (elements.as_slice(), comma) {
                    ([single], false) => {
                        let single = *single;
                        // A single pattern in parentheses is that pattern, unless it is `..`.
                        match self.body.pats[single] {
                            Pat::Rest => Ok(Pat::Tuple(self.pat_list(&elements))),
                            pat => Ok(pat),
                        }
                    }
                    _ => Ok(Pat::Tuple(self.pat_list(&elements))),
                }
            }
            (Kind::Open, b'[') => {
                let (elements, _) = self.pat_elements(b'[')?;
                Ok(Pat::Slice(self.pat_list(&elements)))
            }
            (Kind::Punct, b'-') | (Kind::Int | Kind::Float | Kind::Str | Kind::ByteStr | Kind::CStr, _) => {
                self.literal_pat()
            }
            (Kind::Char | Kind::Byte, _) => self.literal_pat(),
            _ => Err(self.stop("a pattern")),
        }
    }

    fn pat_of_word(&mut self, word: Word) -> Read<Pat> {
        match word {
            Word::UNDERSCORE => {
                self.at += 1;
                Ok(Pat::Wild)
            }
            Word::BOX => {
                self.at += 1;
                self.pat()?;
                Ok(Pat::Unknown)
            }
            Word::REF | Word::MUT => self.binding_pat(),
            Word::TRUE | Word::FALSE => self.literal_pat(),
            Word::CONST => {
                self.at += 1;
                self.block(BlockKind::Const, None).map(Pat::Expr)
            }
            Word::SELF_VALUE if !self.is_pair_at(1, b':', b':') => self.binding_pat(),
            _ if !word.is_keyword() && self.is_plain_binding() => self.binding_pat(),
            _ if !word.is_keyword() || word.is_path_keyword() => {
                let path = self.path(Style::Expr)?;
                self.pat_after_path(path)
            }
            _ => Err(self.stop("a pattern")),
        }
    }

    /// A name that stands alone.
    fn is_plain_binding(&self) -> bool {
        match self.peek(1) {
            None => true,
            Some(next) => match (next.kind, next.byte) {
                (Kind::Open, bracket) => bracket == b'[',
                (Kind::Punct, b':') => !self.is_pair_at(1, b':', b':'),
                (Kind::Punct, b'.') => !self.is_pair_at(1, b'.', b'.'),
                (Kind::Punct, b'!') => !self.peek(2).is_some_and(|token| token.kind == Kind::Open),
                _ => true,
            },
        }
    }

    fn binding_pat(&mut self) -> Read<Pat> {
        let by_ref = self.take_word(Word::REF);
        let mutable = self.take_word(Word::MUT);
        let (name, at) = if self.is_word(Word::SELF_VALUE) {
            let at = self.offset();
            self.at += 1;
            (crate::read::summary::sym::SELF_VALUE, at)
        } else {
            self.ident()?
        };
        let sub = if self.take_punct(b'@') { Some(self.pat()?) } else { None };
        Ok(Pat::Bind { name, at, by_ref, mutable, sub })
    }

    fn pat_after_path(&mut self, path: PathId) -> Read<Pat> {
        if self.is_macro_call() {
            self.at += 1;
            self.note_call(path);
            let loose = self.loose_group();
            return Ok(Pat::Macro { path, loose });
        }
        if self.is_open(b'(') {
            let (elements, _) = self.pat_elements(b'(')?;
            return Ok(Pat::TupleStruct { path, elems: self.pat_list(&elements) });
        }
        if self.is_open(b'{') {
            return self.struct_pat(path);
        }
        if self.is_pair(b'.', b'.') {
            let start = self.push_expr(Expr::Path(path));
            return self.range_pat(start);
        }
        Ok(Pat::Path(path))
    }

    fn pat_elements(&mut self, bracket: u8) -> Read<(SmallVec<[PatId; 8]>, bool)> {
        let mut elements: SmallVec<[PatId; 8]> = SmallVec::new();
        let mut comma = false;
        self.group(bracket, |parser| {
            while !parser.is_empty() {
                parser.skip_attributes()?;
                elements.push(parser.pat_with_alternatives()?);
                if !parser.is_empty() {
                    parser.expect_punct(b',', "`,`")?;
                    comma = true;
                }
            }
            Ok(())
        })?;
        Ok((elements, comma))
    }

    fn struct_pat(&mut self, path: PathId) -> Read<Pat> {
        let mut fields: SmallVec<[PatField; 8]> = SmallVec::new();
        self.group(b'{', |parser| {
            while !parser.is_empty() {
                let attributes = parser.skip_attributes()?;
                let cfg = parser.cfg_within(attributes);
                if parser.take_pair(b'.', b'.') {
                    return Ok(());
                }
                fields.push(PatField { cfg, ..parser.pat_field()? });
                if !parser.is_empty() {
                    parser.expect_punct(b',', "`,` or `}`")?;
                }
            }
            Ok(())
        })?;
        let run = self.body.pat_fields.alloc_all(&fields);
        Ok(Pat::Struct { path, fields: run })
    }

    fn pat_field(&mut self) -> Read<PatField> {
        let named = self.is_punct_at(1, b':') && !self.is_pair_at(1, b':', b':');
        if named {
            let (name, at) = self.member()?;
            self.at += 1;
            let pat = self.pat_with_alternatives()?;
            return Ok(PatField { cfg: None, name, at, shorthand: false, pat });
        }
        self.take_word(Word::BOX);
        let binding = self.binding_pat()?;
        let Pat::Bind { name, at, .. } = binding else { return Err(self.stop("a field")) };
        let pat = self.push_pat(binding);
        Ok(PatField { cfg: None, name, at, shorthand: true, pat })
    }

    fn literal_pat(&mut self) -> Read<Pat> {
        let value = self.range_bound()?;
        if self.is_pair(b'.', b'.') { self.range_pat(value) } else { Ok(Pat::Expr(value)) }
    }

    fn range_pat(&mut self, start: ExprId) -> Read<Pat> {
        self.range_operator()?;
        let end = if self.is_range_end() { Some(self.range_bound()?) } else { None };
        Ok(Pat::Range { start: Some(start), end })
    }

    /// `..`, `..=`, `...`; and not the `=` of a `=>` that follows.
    pub(super) fn range_operator(&mut self) -> Read<bool> {
        self.expect_pair(b'.', b'.', "`..`")?;
        let joint = self.source.tokens[self.at - 1].joint;
        Ok(joint && (self.take_punct(b'=') || self.take_punct(b'.')))
    }

    fn is_range_end(&self) -> bool {
        match self.peek(0) {
            None => false,
            Some(token) => match token.kind {
                Kind::Punct => matches!(token.byte, b'-' | b'<') || self.is_pair(b':', b':'),
                Kind::Word => {
                    let word = token.word();
                    !word.is_keyword() || word.is_path_keyword() || word == Word::CONST
                }
                Kind::Open | Kind::Close | Kind::Lifetime => false,
                _ => true,
            },
        }
    }

    /// A literal, a path, or a const block.
    fn range_bound(&mut self) -> Read<ExprId> {
        let negative = self.take_punct(b'-');
        let Some(token) = self.peek(0) else { return Err(self.stop("a literal")) };
        let expr = match token.kind {
            Kind::Word if matches!(token.word(), Word::TRUE | Word::FALSE) => {
                self.at += 1;
                self.push_expr(Expr::Literal(crate::read::summary::Literal::Bool))
            }
            Kind::Word if token.word() == Word::CONST => {
                self.at += 1;
                self.block(BlockKind::Const, None)?
            }
            Kind::Word | Kind::Punct => {
                let path = self.path(Style::Expr)?;
                self.push_expr(Expr::Path(path))
            }
            Kind::Open | Kind::Close | Kind::Lifetime => return Err(self.stop("a literal")),
            _ => {
                self.at += 1;
                let literal = self.literal(token);
                self.push_expr(Expr::Literal(literal))
            }
        };
        if negative {
            return Ok(self.push_expr(Expr::Unary { op: UnaryOp::Neg, expr, at: NOWHERE }));
        }
        Ok(expr)
    }

    fn pat_list(&mut self, pats: &[PatId]) -> IdxRange<PatId> {
        self.body.pat_lists.alloc_all(pats)
    }

    pub(super) fn push_pat(&mut self, pat: Pat) -> PatId {
        self.body.pats.alloc(pat)
    }
}
