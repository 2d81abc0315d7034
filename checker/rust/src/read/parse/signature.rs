//! A function's signature, and a struct's, as ranges of tokens, for what is derived from them.

use super::attributes::Meta;
use super::{Kind, Parser, Read, Stop, Token, Word};
use std::ops::Range;

pub(super) struct Signature {
    pub(super) name: Token,
    pub(super) parameters: Vec<Parameter>,
    /// Empty where nothing is returned.
    pub(super) output: Range<usize>,
}

pub(super) struct Parameter {
    /// None for a pattern.
    pub(super) name: Option<Token>,
    /// `&T`: the type is `T`.
    pub(super) borrowed: bool,
    pub(super) ty: Range<usize>,
}

/// A struct whose fields are what operations borrow.
pub(super) struct Environment {
    pub(super) name: Token,
    pub(super) generics: Vec<GenericTokens>,
    /// The types that it lends: of its fields, or what they borrow themselves.
    pub(super) fields: Vec<Range<usize>>,
}

pub(super) struct GenericTokens {
    pub(super) name: Token,
    /// Without a default.
    pub(super) declared: Range<usize>,
}

impl Parser<'_> {
    /// The environment that a struct with these tokens is.
    pub(super) fn environment(&mut self, tokens: Range<usize>) -> Option<Environment> {
        self.looked_at(tokens, Self::environment_here)
    }

    /// The signature of the function that these tokens are.
    pub(super) fn signature(&mut self, tokens: Range<usize>) -> Option<Signature> {
        self.looked_at(tokens, Self::signature_here)
    }

    /// What is between commas: types, fields, whatever else `<` and `>` may stand in.
    pub(super) fn listed(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let (mut found, mut start, mut depth, mut at) = (Vec::new(), tokens.start, 0_usize, tokens.start);
        while at < tokens.end {
            let token = self.source.tokens[at];
            match (token.kind, token.byte) {
                (Kind::Open, _) => at = token.extra as usize,
                (Kind::Punct, b'<') => depth += 1,
                (Kind::Punct, b'>') => depth = depth.saturating_sub(1),
                // `->`
                (Kind::Punct, b'-') if token.joint => at += 1,
                (Kind::Punct, b',') if depth == 0 => {
                    found.push(start..at);
                    start = at + 1;
                }
                _ => {}
            }
            at += 1;
        }
        found.push(start..tokens.end);
        found.retain(|part| !part.is_empty());
        found
    }

    /// What a step hands on and what it fails with, told apart by the names in its type: `Outcome<T, E>`,
    /// `Result<Flow<T>, E>`, `Flow<T>`, `Result<T, E>`, or a plain value.
    pub(super) fn outcome(&mut self, function: &Signature) -> (Vec<Token>, Option<Vec<Token>>) {
        let output = function.output.clone();
        let (name, arguments) = self.applied(output);
        let error = arguments.get(1).map(|error| self.tokens(error));
        let handed = match (name, arguments.first()) {
            ("Outcome" | "Flow", Some(first)) => first.clone(),
            ("Result", Some(first)) => match self.applied(first.clone()) {
                ("Flow", inner) if !inner.is_empty() => inner[0].clone(),
                _ => first.clone(),
            },
            _ => return (self.output(function), None),
        };
        (self.tokens(&handed), error)
    }

    /// What a function returns.
    pub(super) fn output(&mut self, function: &Signature) -> Vec<Token> {
        if function.output.is_empty() {
            return self.filled("()", &[], function.name);
        }
        self.tokens(&function.output)
    }

    /// The last name in a path, and its generic arguments.
    fn applied(&self, ty: Meta) -> (&str, Vec<Range<usize>>) {
        let tokens = &self.source.tokens[ty.clone()];
        let is = |token: &Token, byte: u8| token.kind == Kind::Punct && token.byte == byte;
        let Some(open) = tokens.iter().position(|token| is(token, b'<')) else { return ("", Vec::new()) };
        let closes = tokens.last().is_some_and(|last| is(last, b'>'));
        match tokens[..open].last() {
            Some(name) if closes && name.kind == Kind::Word => {
                (self.text_of(*name), self.listed(ty.start + open + 1..ty.end - 1))
            }
            _ => ("", Vec::new()),
        }
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
        let name = self.source.tokens[self.at - 1];
        self.generic_params()?;
        let mut parameters = Vec::new();
        self.group(b'(', |parser| {
            parser.separated(|parser| {
                parameters.push(parser.parameter()?);
                Ok(())
            })
        })?;
        let mut output = self.at..self.at;
        if self.take_pair(b'-', b'>') {
            let start = self.at;
            self.ty()?;
            output = start..self.at;
        }
        Ok(Signature { name, parameters, output })
    }

    fn environment_here(&mut self) -> Read<Environment> {
        self.expect_word(Word::STRUCT, "`struct`")?;
        self.ident()?;
        let name = self.source.tokens[self.at - 1];
        let start = self.at;
        self.generic_params()?;
        let generics = match start + 1 < self.at {
            true => self.listed(start + 1..self.at - 1),
            false => Vec::new(),
        };
        let generics = generics.into_iter().filter_map(|parameter| self.generic(parameter)).collect();
        while !self.is_empty() && !self.is_open(b'{') && !self.is_open(b'(') {
            self.at += 1;
        }
        let Some(open) = self.peek(0).filter(|token| token.kind == Kind::Open) else {
            return Err(self.stop("fields"));
        };
        let listed = self.listed(self.at + 1..open.extra as usize);
        let lent = listed.into_iter().filter_map(|field| self.lent(field, open.byte == b'{'));
        Ok(Environment { name, generics, fields: lent.collect() })
    }

    /// `'a`, `T: Bound = Default`, `const N: usize`.
    fn generic(&mut self, parameter: Range<usize>) -> Option<GenericTokens> {
        let tokens = &self.source.tokens[parameter.clone()];
        let is_const =
            tokens.first().is_some_and(|first| first.kind == Kind::Word && first.word() == Word::CONST);
        let name = *tokens.get(usize::from(is_const))?;
        let mut depth = 0_usize;
        let default = tokens.iter().position(|token| {
            let is = |byte| token.kind == Kind::Punct && token.byte == byte;
            depth = if is(b'<') { depth + 1 } else { depth.saturating_sub(usize::from(is(b'>'))) };
            depth == 0 && is(b'=')
        });
        let end = default.map_or(parameter.end, |default| parameter.start + default);
        Some(GenericTokens { name, declared: parameter.start..end })
    }

    /// The type that a field lends; none if its attributes say that it does not.
    fn lent(&mut self, field: Range<usize>, is_named: bool) -> Option<Range<usize>> {
        self.at_tokens(field, |parser| {
            let attributes = parser.skip_attributes().ok()?;
            let is_told = |meta: &Meta| parser.text_of(parser.source.tokens[meta.start]) == "environment";
            if attributes.iter().any(is_told) {
                return None;
            }
            parser.visibility().ok()?;
            parser.at += if is_named { 2 } else { 0 };
            if parser.take_punct(b'&') {
                parser.at += usize::from(parser.is_kind(Kind::Lifetime));
                parser.take_word(Word::MUT);
            }
            (parser.at < parser.end).then_some(parser.at..parser.end)
        })
    }

    fn parameter(&mut self) -> Read<Parameter> {
        self.skip_attributes()?;
        self.take_word(Word::MUT);
        let name = self.peek(0).filter(|token| token.kind == Kind::Word && self.is_punct_at(1, b':'));
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
        Ok(Parameter { name, borrowed, ty: start..self.at })
    }
}
