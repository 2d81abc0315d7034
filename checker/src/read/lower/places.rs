//! Places as byte offsets into the file, and the text that stands there.

use super::{Lower, count};
use crate::read::summary::{Name, known};
use proc_macro2::{Ident, Span};

/// The file's text and where its lines begin.
///
/// The parser's own byte offsets come out of a map that grows with each question; its lines and
/// columns are a binary search, so offsets are computed from those.
pub(super) struct Places<'s> {
    text: &'s str,
    /// Where the parser's lines begin; the first after a byte order mark or a shebang line.
    starts: Vec<u32>,
    ascii: bool,
}

impl<'s> Places<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        let start = skipped(text);
        let mut starts = Vec::with_capacity(text.len() / 32 + 1);
        starts.push(count(start));
        let breaks = text.as_bytes()[start..].iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        starts.extend(breaks.map(|(index, _)| count(start + index + 1)));
        Places { text, starts, ascii: text.is_ascii() }
    }

    pub(super) fn text(&self) -> &'s str {
        self.text
    }

    /// Length of each line with its line break.
    pub(super) fn lines(&self) -> Vec<u32> {
        let mut lines = Vec::with_capacity(self.starts.len() + 1);
        let mut rest = self.text;
        while !rest.is_empty() {
            let length = rest.find('\n').map_or(rest.len(), |index| index + 1);
            lines.push(count(length));
            rest = &rest[length..];
        }
        lines
    }

    /// Where a span begins.
    pub(super) fn at(&self, span: Span) -> u32 {
        self.offset(span.start())
    }

    /// One past a span's last byte.
    pub(super) fn end(&self, span: Span) -> u32 {
        self.offset(span.end())
    }

    fn offset(&self, place: proc_macro2::LineColumn) -> u32 {
        let Some(&start) = self.starts.get(place.line.saturating_sub(1)) else {
            return count(self.text.len());
        };
        if self.ascii {
            return (start + count(place.column)).min(count(self.text.len()));
        }
        let line = &self.text[start as usize..];
        let columns = line.as_bytes().get(..place.column);
        if columns.is_some_and(<[u8]>::is_ascii) {
            return start + count(place.column);
        }
        let bytes = line.char_indices().nth(place.column).map_or(line.len(), |(index, _)| index);
        start + count(bytes)
    }
}

/// What the parser does not see: a byte order mark, a shebang line.
fn skipped(text: &str) -> usize {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let content = &text[mark..];
    let Some(rest) = content.strip_prefix("#!") else { return mark };
    if attribute_follows(rest) {
        return mark;
    }
    mark + content.find('\n').unwrap_or(content.len())
}

/// `#!` begins an inner attribute and not a shebang line, when `[` is the next token.
fn attribute_follows(mut rest: &str) -> bool {
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.find('\n').map_or("", |end| &comment[end..]);
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
        } else {
            return rest.starts_with('[');
        }
    }
}

impl<'s> Lower<'s> {
    pub(super) fn at(&self, span: Span) -> u32 {
        self.places.at(span)
    }

    /// The name of an identifier and where it stands. Its text is cut out of the file.
    pub(super) fn name(&mut self, ident: &Ident) -> (Name, u32) {
        let at = self.places.at(ident.span());
        self.name_at(at)
    }

    /// The name that stands at a place. One that a `$` precedes is a metavariable.
    pub(super) fn name_at(&mut self, at: u32) -> (Name, u32) {
        let text = self.places.text;
        let start = at as usize;
        let bytes = text.as_bytes();
        if start > 0 && bytes[start - 1] == b'$' {
            return (self.intern(&text[start - 1..end_of_name(bytes, start)]), at - 1);
        }
        let start = if bytes[start..].starts_with(b"r#") { start + 2 } else { start };
        (self.intern(&text[start..end_of_name(bytes, start)]), at)
    }

    pub(super) fn intern(&mut self, text: &'s str) -> Name {
        let next = count(self.out.names.len());
        let index = *self.names.entry(text).or_insert(next);
        if index == next {
            self.out.names.push(text.into());
        }
        Name(index)
    }

    /// The name of a tuple's field.
    pub(super) fn number(&mut self, index: u32) -> Name {
        const SMALL: [&str; 16] =
            ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"];
        if let Some(text) = SMALL.get(index as usize) {
            return self.intern(text);
        }
        let text = index.to_string();
        if let Some(found) = self.out.names.iter().position(|name| **name == *text) {
            return Name(count(found));
        }
        self.out.names.push(text.into());
        Name(count(self.out.names.len() - 1))
    }

    /// A label or lifetime without its quote.
    pub(super) fn label(&mut self, lifetime: &syn::Lifetime) -> Name {
        let (name, _) = self.name(&lifetime.ident);
        if name == known::EMPTY { known::UNDERSCORE } else { name }
    }
}

fn end_of_name(bytes: &[u8], start: usize) -> usize {
    let continues = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80;
    start + bytes[start..].iter().take_while(|byte| continues(byte)).count()
}
