//! A text with its name, and places in it.

use std::ops::{Deref, Range};

use crate::Mistake;

/// Which of the texts of a run. The caller numbers them, usually by their place in a `Vec<Source>`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub usize);

/// A text with its name. The caller reads it from wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its number, which every [`Span`] in it bears.
    pub id: SourceId,
    /// Its path relative to the map's folder, with `/`.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

impl Source {
    /// A text with its number and name.
    pub fn new(id: SourceId, name: impl Into<String>, text: impl Into<String>) -> Self {
        Source { id, name: name.into(), text: text.into() }
    }

    /// A text from the bytes of a file.
    ///
    /// # Errors
    /// Bytes that are not UTF-8 are a [`Mistake`] at the first wrong byte.
    pub fn from_bytes(id: SourceId, name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Mistake> {
        String::from_utf8(bytes).map(|text| Source { id, name: name.into(), text }).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Mistake::new(Span { source: id, start: at, end: at + 1 }, "this byte is not UTF-8")
                .help("save the file as UTF-8")
        })
    }

    /// Line and column of a byte offset, both from 1; columns count characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let bom = usize::from(line_start == 0 && before.starts_with('\u{feff}'));
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1 - bom)
    }
}

/// A byte range in one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text it lies in.
    pub source: SourceId,
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes, without the text they lie in.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A value and the place where it is written.
///
/// Two are equal when their values are, wherever they stand.
#[derive(Clone, Debug, Default)]
pub struct Spanned<T> {
    /// What is meant.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at its place.
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }

    /// Another value at the same place.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: to(self.value), span: self.span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T: std::fmt::Display> std::fmt::Display for Spanned<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.value.fmt(f)
    }
}
