//! A function's signature, and a type's declaration, as ranges of tokens, for what is derived from them.

use super::attributes::Meta;
use super::{Kind, Parser, Read, Stop, Word};
use crate::read::derive::{Declaration, Generic, Member, Parameter, Signature, TokenRange};
use std::ops::Range;

impl Parser<'_> {
    /// The declaration of the struct or enum that these tokens are.
    pub(super) fn declaration(&mut self, tokens: Range<usize>) -> Option<Declaration> {
        self.looked_at(tokens, Self::declaration_here)
    }

    /// The signature of the function that these tokens are.
    pub(super) fn signature(&mut self, tokens: Range<usize>) -> Option<Signature> {
        self.looked_at(tokens, Self::signature_here)
    }

    /// Reads tokens for what they are, and leaves no trace of it.
    pub(super) fn looked_at<T>(
        &mut self,
        tokens: Range<usize>,
        read: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Option<T> {
        let mut found = None;
        let was_deriving = std::mem::replace(&mut self.deriving, true);
        self.at_tokens(tokens, |parser| {
            parser.attempt_prefix(|parser| {
                found = Some(read(parser)?);
                Err::<(), _>(Stop)
            })
        });
        self.deriving = was_deriving;
        found
    }

    fn signature_here(&mut self) -> Read<Signature> {
        while !self.is_empty() && !self.is_word(Word::FN) {
            self.at += 1;
        }
        self.expect_word(Word::FN, "`fn`")?;
        self.ident()?;
        let name = TokenRange(self.at - 1..self.at);
        self.generic_params()?;
        let mut parameters = Vec::new();
        self.group(b'(', |parser| {
            parser.separated(|parser| {
                parameters.push(parser.parameter()?);
                Ok(())
            })
        })?;
        let mut output = None;
        if self.take_pair(b'-', b'>') {
            let start = self.at;
            self.ty()?;
            output = Some(TokenRange(start..self.at));
        }
        Ok(Signature { name, parameters, output })
    }

    pub(super) fn declaration_here(&mut self) -> Read<Declaration> {
        let is_enum = self.take_word(Word::ENUM);
        if !is_enum {
            self.expect_word(Word::STRUCT, "`struct`")?;
        }
        self.ident()?;
        let name = TokenRange(self.at - 1..self.at);
        let start = self.at;
        self.generic_params()?;
        let generics = match start + 1 < self.at {
            true => self.source.listed(start + 1..self.at - 1),
            false => Vec::new(),
        };
        let generics = generics.into_iter().filter_map(|parameter| self.generic(parameter)).collect();
        while !self.is_empty() && !self.is_open(b'{') && !self.is_open(b'(') {
            self.at += 1;
        }
        let mut fields = Vec::new();
        if let Some(open) = self.peek(0).filter(|token| token.kind == Kind::Open && !is_enum) {
            let listed = self.source.listed(self.at + 1..open.extra as usize);
            fields
                .extend(listed.into_iter().filter_map(|field| self.member_tokens(field, open.byte == b'{')));
        }
        Ok(Declaration { name, generics, fields })
    }

    /// `'a`, `T: Bound = Default`, `const N: usize`.
    fn generic(&mut self, parameter: Range<usize>) -> Option<Generic> {
        let tokens = &self.source.tokens[parameter.clone()];
        let is_const =
            tokens.first().is_some_and(|first| first.kind == Kind::Word && first.word() == Word::CONST);
        let name = parameter.start + usize::from(is_const);
        let is_lifetime = tokens.get(usize::from(is_const))?.kind == Kind::Lifetime;
        let mut depth = 0_usize;
        let default = tokens.iter().position(|token| {
            let is = |byte| token.kind == Kind::Punct && token.byte == byte;
            depth = if is(b'<') { depth + 1 } else { depth.saturating_sub(usize::from(is(b'>'))) };
            depth == 0 && is(b'=')
        });
        let end = default.map_or(parameter.end, |default| parameter.start + default);
        let (name, declared) = (TokenRange(name..name + 1), TokenRange(parameter.start..end));
        Some(Generic { name, declared, is_lifetime })
    }

    fn member_tokens(&mut self, field: Range<usize>, is_named: bool) -> Option<Member> {
        self.at_tokens(field, |parser| {
            let attributes = parser.skip_attributes().ok()?;
            let first = |meta: &Meta| parser.text_of(parser.source.tokens[meta.start]).into();
            let attributes = attributes.iter().map(first).collect();
            parser.visibility().ok()?;
            parser.at += if is_named { 2 } else { 0 };
            if parser.take_punct(b'&') {
                parser.at += usize::from(parser.is_kind(Kind::Lifetime));
                parser.take_word(Word::MUT);
            }
            let ty = TokenRange(parser.at..parser.end);
            (parser.at < parser.end).then_some(Member { attributes, ty })
        })
    }

    fn parameter(&mut self) -> Read<Parameter> {
        self.skip_attributes()?;
        self.take_word(Word::MUT);
        let is_name = self.peek(0).is_some_and(|token| token.kind == Kind::Word) && self.is_punct_at(1, b':');
        let name = is_name.then(|| TokenRange(self.at..self.at + 1));
        while !self.is_empty() && !self.is_punct(b':') {
            self.skip_one()?;
        }
        self.expect_punct(b':', "`:`")?;
        let borrowed = self.take_punct(b'&');
        if borrowed {
            self.at += usize::from(self.is_kind(Kind::Lifetime));
            self.take_word(Word::MUT);
        }
        let start = self.at;
        self.ty()?;
        Ok(Parameter { name, borrowed, ty: TokenRange(start..self.at) })
    }
}
