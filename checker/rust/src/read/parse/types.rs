//! Types and bounds.

use super::paths::Style;
use super::{Kind, Parser, Read, Token, Word};
use crate::arena::IdxRange;
use crate::read::summary::{BodyId, Bound, ExprId, Mutability, Type, TypeId};
use smallvec::SmallVec;

impl Parser<'_> {
    pub(super) fn ty(&mut self) -> Read<TypeId> {
        self.deeper(|parser| parser.ty_with(true))
    }

    /// A type that no `+` may follow: behind `&`, `as`, and the arrow of `Fn() -> T`.
    pub(super) fn ty_without_plus(&mut self) -> Read<TypeId> {
        self.deeper(|parser| parser.ty_with(false))
    }

    fn ty_with(&mut self, plus: bool) -> Read<TypeId> {
        let Some(token) = self.peek(0) else { return Err(self.stop("a type")) };
        let ty = match (token.kind, token.byte) {
            (Kind::Word, _) => return self.ty_of_word(token.word(), plus),
            (Kind::Punct, b'&') => {
                self.at += 1;
                if self.is_kind(Kind::Lifetime) {
                    self.at += 1;
                }
                let mutability = Mutability::new(self.take_word(Word::MUT));
                Type::Ref { mutability, inner: self.ty_without_plus()? }
            }
            (Kind::Punct, b'*') => {
                self.at += 1;
                let mutability = Mutability::new(self.take_word(Word::MUT));
                if mutability == Mutability::Shared {
                    self.expect_word(Word::CONST, "`const` or `mut`")?;
                }
                Type::Ptr { mutability, inner: self.ty_without_plus()? }
            }
            (Kind::Punct, b'!') => {
                self.at += 1;
                Type::Never
            }
            (Kind::Punct, b'<' | b':') => return self.path_type(plus),
            (Kind::Punct, b'?' | b'~') | (Kind::Lifetime, _) => Type::Dyn(self.bounds(plus)?),
            (Kind::Open, b'(') => return self.parenthesized_type(plus),
            (Kind::Open, b'[') => self.group(b'[', |parser| {
                let element = parser.ty()?;
                if parser.take_punct(b';') {
                    let first = parser.at;
                    let length = parser.value_in_type(Self::expr)?;
                    let says = parser.text_since(first);
                    return Ok(Type::Array { element, length, says });
                }
                Ok(Type::Slice(element))
            })?,
            _ => return Err(self.stop("a type")),
        };
        Ok(self.push_type(ty))
    }

    fn ty_of_word(&mut self, word: Word, plus: bool) -> Read<TypeId> {
        let ty = match word {
            Word::UNDERSCORE => {
                self.at += 1;
                Type::Infer
            }
            Word::IMPL => {
                self.at += 1;
                Type::Impl(self.bounds(plus)?)
            }
            Word::DYN => {
                self.at += 1;
                Type::Dyn(self.bounds(plus)?)
            }
            Word::WEAK_DYN if self.is_weak_dyn() => {
                self.at += 1;
                Type::Dyn(self.bounds(plus)?)
            }
            Word::FN | Word::UNSAFE | Word::EXTERN => self.function_type()?,
            Word::FOR => {
                let before = self.at;
                self.for_lifetimes()?;
                if matches!(self.word_at(0), Some(Word::FN | Word::UNSAFE | Word::EXTERN)) {
                    self.function_type()?
                } else {
                    self.at = before;
                    Type::Dyn(self.bounds(plus)?)
                }
            }
            _ => return self.path_type(plus),
        };
        Ok(self.push_type(ty))
    }

    /// Where `dyn` may be a name, it is a keyword before what begins a bound, unless it begins a path.
    fn is_weak_dyn(&self) -> bool {
        let Some(next) = self.peek(1) else { return false };
        match next.kind {
            Kind::Word => {
                !next.word().is_keyword() || next.word().is_path_keyword() || next.word() == Word::FOR
            }
            Kind::Lifetime => true,
            Kind::Punct => next.byte == b'?',
            Kind::Open => next.byte == b'(',
            _ => false,
        }
    }

    fn path_type(&mut self, plus: bool) -> Read<TypeId> {
        let path = self.path(Style::Type)?;
        if self.is_punct(b'!') && self.peek(1).is_some_and(|token| token.kind == Kind::Open) {
            let called = self.source.tokens[self.at - 1];
            self.at += 1;
            self.note_call(path);
            let tokens = self.at + 1..self.peek(0).map_or(self.at, |open| open.extra as usize);
            let ty = self.expanded(called.extra, tokens, Self::ty);
            let loose = match ty {
                Some(_) => {
                    self.skip_group();
                    IdxRange::default()
                }
                None => self.loose_group(),
            };
            return Ok(self.push_type(Type::Macro { path, ty, loose }));
        }
        if plus && self.is_punct(b'+') && !self.is_pair(b'+', b'=') {
            self.at += 1;
            let bounds = self.more_bounds(Bound { path, maybe: false })?;
            return Ok(self.push_type(Type::Dyn(bounds)));
        }
        Ok(self.push_type(Type::Path(path)))
    }

    /// `()`, `(A, B)`, `(A)`, `(Bound) + Send`.
    fn parenthesized_type(&mut self, plus: bool) -> Read<TypeId> {
        let mut elements: SmallVec<[TypeId; 6]> = SmallVec::new();
        let mut comma = false;
        self.group(b'(', |parser| {
            while !parser.is_empty() {
                elements.push(parser.ty()?);
                if !parser.is_empty() {
                    parser.expect_punct(b',', "`,`")?;
                    comma = true;
                }
            }
            Ok(())
        })?;
        if let ([single], false) = (elements.as_slice(), comma) {
            if plus
                && self.is_punct(b'+')
                && let Type::Path(path) = self.terms().types[*single]
            {
                self.at += 1;
                let bounds = self.more_bounds(Bound { path, maybe: false })?;
                return Ok(self.push_type(Type::Dyn(bounds)));
            }
            return Ok(*single);
        }
        let elements = self.type_list(&elements);
        Ok(self.push_type(Type::Tuple(elements)))
    }

    /// `unsafe extern "C" fn(A, name: B, ...) -> C`.
    fn function_type(&mut self) -> Read<Type> {
        self.take_word(Word::UNSAFE);
        self.abi();
        self.expect_word(Word::FN, "`fn`")?;
        let mut params: SmallVec<[TypeId; 6]> = SmallVec::new();
        self.group(b'(', |parser| {
            parser.separated(|parser| {
                parser.skip_attributes()?;
                if (parser.is_ident() || parser.is_word(Word::UNDERSCORE))
                    && parser.is_punct_at(1, b':')
                    && !parser.is_pair_at(1, b':', b':')
                {
                    parser.at += 2;
                }
                if parser.is_pair(b'.', b'.') && parser.is_punct_at(2, b'.') {
                    parser.at += 3;
                    return Ok(());
                }
                let ty = parser.ty()?;
                params.push(ty);
                Ok(())
            })
        })?;
        let params = self.type_list(&params);
        Ok(Type::Fn { params, ret: self.return_type(false)? })
    }

    /// `extern`, `extern "C"`.
    pub(super) fn abi(&mut self) {
        if self.take_word(Word::EXTERN) && self.is_kind(Kind::Str) {
            self.at += 1;
        }
    }

    /// `for<'a>`.
    pub(super) fn for_lifetimes(&mut self) -> Read<()> {
        if self.take_word(Word::FOR) {
            self.generic_params()?;
        }
        Ok(())
    }

    /// `-> T`, if it is there.
    pub(super) fn return_type(&mut self, plus: bool) -> Read<Option<TypeId>> {
        if !self.take_pair(b'-', b'>') {
            return Ok(None);
        }
        if plus { self.ty().map(Some) } else { self.ty_without_plus().map(Some) }
    }

    /// An array's length, or a const argument: a body of its own, unless it is a mere literal.
    pub(super) fn value_in_type(
        &mut self,
        read: impl FnOnce(&mut Self) -> Read<ExprId>,
    ) -> Read<Option<BodyId>> {
        let is_literal = |token: Token| matches!(token.kind, Kind::Int | Kind::Char | Kind::Byte);
        if self.peek(0).is_some_and(is_literal) && self.at + 1 == self.end {
            self.at += 1;
            return Ok(None);
        }
        let body = self.new_body(|parser| {
            parser.body.root = Some(read(parser)?);
            Ok(())
        })?;
        Ok(Some(body))
    }

    pub(super) fn push_type(&mut self, ty: Type) -> TypeId {
        let types = &mut self.terms().types;
        types.alloc(ty)
    }

    pub(super) fn type_list(&mut self, types: &[TypeId]) -> IdxRange<TypeId> {
        let lists = &mut self.terms().type_lists;
        lists.alloc_all(types)
    }

    /// Bounds with `+` between them, or one of them.
    pub(super) fn bounds(&mut self, plus: bool) -> Read<IdxRange<Bound>> {
        let mut found: SmallVec<[Bound; 4]> = SmallVec::new();
        while self.is_bound() {
            found.extend(self.bound()?);
            if !plus || !self.is_punct(b'+') || self.is_pair(b'+', b'=') {
                break;
            }
            self.at += 1;
        }
        Ok(self.push_bounds(&found))
    }

    fn more_bounds(&mut self, first: Bound) -> Read<IdxRange<Bound>> {
        let mut found: SmallVec<[Bound; 4]> = SmallVec::new();
        found.push(first);
        while self.is_bound() {
            found.extend(self.bound()?);
            if !self.take_punct(b'+') {
                break;
            }
        }
        Ok(self.push_bounds(&found))
    }

    fn push_bounds(&mut self, found: &[Bound]) -> IdxRange<Bound> {
        let bounds = &mut self.terms().bounds;
        bounds.alloc_all(found)
    }

    fn is_bound(&self) -> bool {
        match self.peek(0) {
            Some(token) => match token.kind {
                Kind::Lifetime => true,
                Kind::Word => {
                    let word = token.word();
                    !word.is_keyword()
                        || word.is_path_keyword()
                        || matches!(word, Word::FOR | Word::USE | Word::CONST | Word::ASYNC)
                }
                Kind::Punct => matches!(token.byte, b'?' | b'~' | b'!' | b'<') || self.is_pair(b':', b':'),
                Kind::Open => token.byte == b'(' || token.byte == b'[',
                _ => false,
            },
            None => false,
        }
    }

    /// One bound; none for a lifetime and for `use<…>`.
    fn bound(&mut self) -> Read<Option<Bound>> {
        if self.is_kind(Kind::Lifetime) {
            self.at += 1;
            return Ok(None);
        }
        if self.take_word(Word::USE) {
            self.generic_params()?;
            return Ok(None);
        }
        if self.is_open(b'(') {
            return self.group(b'(', Self::bound);
        }
        self.for_lifetimes()?;
        if self.is_open(b'[') {
            self.skip_group();
        } else if self.take_punct(b'~') {
            self.expect_word(Word::CONST, "`const`")?;
        } else {
            self.take_word(Word::CONST);
        }
        self.take_word(Word::ASYNC);
        let maybe = self.take_punct(b'?');
        self.take_punct(b'!');
        self.for_lifetimes()?;
        let path = self.path(Style::Type)?;
        Ok(Some(Bound { path, maybe }))
    }
}
