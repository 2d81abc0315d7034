//! Rust that a macro writes: text with holes, and what goes into them.

use super::TokenRange;

/// Items, or a piece of them. A hole is `$name`.
///
/// Attributes are not read in it, since each of its words stands at the place of the name that the
/// invocation is about.
#[derive(Clone, Debug)]
pub struct Code {
    pub(in crate::read) text: &'static str,
    pub(in crate::read) holes: Vec<(&'static str, Vec<Part>)>,
}

/// What goes into a hole.
#[derive(Clone, Debug)]
pub enum Part {
    /// As it is written in the file.
    Tokens(TokenRange),
    /// A name that the macro makes.
    Word(String),
    /// More of the macro's own text.
    Code(Code),
    /// Text without a place: no reference begins in it.
    Nowhere(&'static str),
}

impl Code {
    /// Text, its holes still to be filled.
    pub fn new(text: &'static str) -> Self {
        Code { text, holes: Vec::new() }
    }

    /// Fills a hole, wherever it is in the text.
    #[must_use]
    pub fn with(self, hole: &'static str, part: impl Into<Part>) -> Self {
        self.with_all(hole, [part])
    }

    /// Fills a hole with parts one behind the other, or with nothing.
    #[must_use]
    pub fn with_all<P: Into<Part>>(mut self, hole: &'static str, parts: impl IntoIterator<Item = P>) -> Self {
        self.holes.push((hole, parts.into_iter().map(Into::into).collect()));
        self
    }
}

impl From<TokenRange> for Part {
    fn from(tokens: TokenRange) -> Self {
        Part::Tokens(tokens)
    }
}

impl From<&TokenRange> for Part {
    fn from(tokens: &TokenRange) -> Self {
        Part::Tokens(tokens.clone())
    }
}

impl From<Code> for Part {
    fn from(code: Code) -> Self {
        Part::Code(code)
    }
}

impl From<String> for Part {
    fn from(word: String) -> Self {
        Part::Word(word)
    }
}
