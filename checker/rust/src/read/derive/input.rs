//! What a macro is shown of its invocation: arguments, and the item that it stands on, as tokens.

use super::Macro;
use crate::read::lex::{Kind, Tokens};
use std::ops::Range;

/// Some of the file's tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TokenRange(pub(in crate::read) Range<usize>);

/// The tokens of one argument: its value, or each path in its list.
pub(in crate::read) struct Given {
    /// Index into the arguments of the macro.
    pub(in crate::read) argument: usize,
    pub(in crate::read) tokens: Vec<TokenRange>,
}

/// One invocation.
pub struct Input<'i> {
    /// The macro that is invoked.
    pub invoked: &'i Macro,
    /// What it stands on.
    pub carrier: &'i Carrier,
    pub(in crate::read) given: &'i [Given],
    pub(in crate::read) source: &'i Tokens<'i>,
}

/// What an invocation stands on.
#[derive(Debug)]
pub enum Carrier {
    Function(Signature),
    Struct(Declaration),
    Enum(Declaration),
    /// The call itself: `name!(pub thing)`.
    Call {
        visibility: TokenRange,
        name: TokenRange,
    },
}

/// A function's head.
#[derive(Debug)]
pub struct Signature {
    pub name: TokenRange,
    pub parameters: Vec<Parameter>,
    /// None where nothing is returned.
    pub output: Option<TokenRange>,
}

#[derive(Debug)]
pub struct Parameter {
    /// None for a pattern.
    pub name: Option<TokenRange>,
    /// `&T`: the type is `T`.
    pub borrowed: bool,
    pub ty: TokenRange,
}

/// A type's head, and the fields of a struct.
#[derive(Debug)]
pub struct Declaration {
    pub name: TokenRange,
    pub generics: Vec<Generic>,
    pub fields: Vec<Member>,
}

#[derive(Debug)]
pub struct Generic {
    pub name: TokenRange,
    /// With its bounds, without a default.
    pub declared: TokenRange,
    pub is_lifetime: bool,
}

#[derive(Debug)]
pub struct Member {
    /// The first word of each attribute.
    pub attributes: Vec<Box<str>>,
    /// Of `&T`: `T`.
    pub ty: TokenRange,
}

impl Input<'_> {
    /// What a key was given: a value, or the paths of a list.
    pub fn given(&self, key: &str) -> &[TokenRange] {
        let wanted = self.invoked.argument(key);
        let given = self.given.iter().find(|given| Some(given.argument) == wanted);
        given.map_or(&[], |given| &given.tokens)
    }

    /// The text of a name; raw identifiers without `r#`.
    pub fn text(&self, name: &TokenRange) -> &str {
        match self.source.tokens.get(name.0.start) {
            Some(token) if token.kind == Kind::Word => self.source.words[token.word()],
            _ => "",
        }
    }

    /// The last name of a type that is a path without generic arguments; empty for any other type.
    pub fn last(&self, ty: &TokenRange) -> &str {
        match self.source.tokens[ty.0.clone()].last() {
            Some(token) if token.kind == Kind::Word => self.source.words[token.word()],
            _ => "",
        }
    }

    /// The last name in a type's path and its generic arguments: of `a::Result<T, E>`, `Result` and
    /// `T`, `E`. None where it has no such arguments.
    pub fn applied(&self, ty: &TokenRange) -> Option<(&str, Vec<TokenRange>)> {
        let tokens = &self.source.tokens[ty.0.clone()];
        let is = |at: usize, byte: u8| tokens[at].kind == Kind::Punct && tokens[at].byte == byte;
        let open = (0..tokens.len()).find(|at| is(*at, b'<'))?;
        let closes = is(tokens.len() - 1, b'>');
        let name = tokens[..open].last().filter(|name| closes && name.kind == Kind::Word)?;
        let arguments = self.source.listed(ty.0.start + open + 1..ty.0.end - 1);
        let arguments = arguments.into_iter().map(TokenRange).collect();
        Some((self.source.words[name.word()], arguments))
    }
}

impl TokenRange {
    /// The tokens, by their number in the file.
    pub(in crate::read) fn range(&self) -> Range<usize> {
        self.0.clone()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
