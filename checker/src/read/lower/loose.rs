//! Paths in what can not be read as Rust: found by looking at the text, word by word.

use super::{Lower, count};
use crate::read::summary::{Name, Run, Segment, known};
use proc_macro2::TokenStream;
use smallvec::SmallVec;

/// Attribute keys whose value is a string that holds a path of one name.
const KEYS_OF_PATHS: &[&str] = &[
    "with",
    "default",
    "serialize_with",
    "deserialize_with",
    "skip_serializing_if",
    "getter",
    "remote",
    "from",
    "into",
    "try_from",
    "value_parser",
    "parse_with",
    "function",
    "bound",
];

const KEYWORDS: &[&str] = &[
    "as", "break", "const", "continue", "crate", "else", "enum", "extern", "false", "fn", "for", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self",
    "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while", "async",
    "await", "dyn", "_",
];

impl Lower<'_> {
    /// The paths in tokens.
    pub(super) fn loose(&mut self, tokens: &TokenStream) {
        if let Some((start, end)) = self.range_of(tokens) {
            self.loose_text(start, end, false);
        }
    }

    pub(super) fn loose_run(&mut self, tokens: &TokenStream) -> Run {
        match self.range_of(tokens) {
            Some((start, end)) => self.loose_between(start, end),
            None => Run::default(),
        }
    }

    pub(super) fn loose_between(&mut self, start: u32, end: u32) -> Run {
        let from = count(self.terms().loose.len());
        self.loose_text(start, end, false);
        Run { start: from, len: count(self.terms().loose.len()) - from }
    }

    pub(super) fn loose_in_attribute(&mut self, start: u32, end: u32) {
        self.loose_text(start, end, true);
    }

    fn range_of(&self, tokens: &TokenStream) -> Option<(u32, u32)> {
        let mut tokens = tokens.clone().into_iter();
        let first = tokens.next()?;
        let start = self.at(first.span());
        let last = tokens.last().unwrap_or(first);
        Some((start, self.places.end(last.span())))
    }

    fn loose_text(&mut self, start: u32, end: u32, attribute: bool) {
        let mut words = Words { text: self.places.text(), at: start as usize, end: end as usize };
        let mut path = Found::default();
        let mut key: Option<&str> = None;
        let mut after_equals = false;
        // An attribute's own path comes first, and was already read.
        let mut own_path = attribute;
        while let Some(word) = words.next() {
            match word {
                Word::Name { start, end } => {
                    if !path.continues() {
                        self.flush(&mut path, attribute, own_path);
                        path.after_equals = after_equals;
                    }
                    path.push(start, end);
                    key = Some(&words.text[start..end]);
                    after_equals = false;
                    continue;
                }
                Word::Separator => {
                    path.separator();
                    continue;
                }
                Word::Bang if !path.is_empty() => path.is_macro = true,
                Word::Text { start, end } if attribute => {
                    let wanted = key.is_some_and(|key| KEYS_OF_PATHS.contains(&key));
                    self.paths_in_string(start, end, wanted && after_equals);
                }
                _ => {}
            }
            self.flush(&mut path, attribute, own_path);
            own_path = false;
            after_equals = matches!(word, Word::Equals);
            path.after_dot = matches!(word, Word::Dot);
        }
        self.flush(&mut path, attribute, own_path);
    }

    /// Hands over the path that was found, if it may name something.
    fn flush(&mut self, path: &mut Found, attribute: bool, own_path: bool) {
        let found = std::mem::take(path);
        let single = match found.names.as_slice() {
            [] => return,
            [(start, end)] => Some(&self.places.text()[*start..*end]),
            _ => None,
        };
        if own_path || single.is_some_and(|name| KEYWORDS.contains(&name)) {
            return;
        }
        let value = found.after_equals || single.is_none_or(|name| name.starts_with(char::is_uppercase));
        if attribute && !value {
            return;
        }
        let names: SmallVec<[(Name, u32); 6]> =
            found.names.iter().map(|(start, _)| self.name_at(count(*start))).collect();
        let segments: SmallVec<[Segment; 6]> =
            names.into_iter().map(|(name, at)| Segment { name, at, args: None }).collect();
        if segments.iter().any(|segment| segment.name == known::EMPTY) {
            return;
        }
        let path = self.push_path(found.global, None, 0, &segments);
        self.push_loose(path, found.is_macro, false, found.after_dot && single.is_some());
    }

    /// `with = "a::b"`: the paths in a string. Those of one name only where `single` says so.
    fn paths_in_string(&mut self, start: usize, end: usize, single: bool) {
        let text = &self.places.text()[start..end];
        if text.contains(['\\', ' ', '/', '{', '.', '-']) || text.is_empty() {
            return;
        }
        let mut words = Words { text: self.places.text(), at: start, end };
        let mut path = Found::default();
        loop {
            let word = words.next();
            match word {
                Some(Word::Name { start, end }) if path.continues() || path.is_empty() => {
                    path.push(start, end)
                }
                Some(Word::Separator) => path.separator(),
                _ => {
                    let found = std::mem::take(&mut path);
                    if found.names.len() > 1 || (single && found.names.len() == 1) {
                        self.push_string_path(&found);
                    }
                    if let Some(Word::Name { start, end }) = word {
                        path.push(start, end);
                    }
                }
            }
            if word.is_none() {
                return;
            }
        }
    }

    fn push_string_path(&mut self, found: &Found) {
        let mut segments: SmallVec<[Segment; 6]> = SmallVec::new();
        for (start, _) in &found.names {
            let (name, at) = self.name_at(count(*start));
            segments.push(Segment { name, at, args: None });
        }
        let path = self.push_path(found.global, None, 0, &segments);
        self.push_loose(path, false, true, false);
    }
}

/// A path as far as it was read.
#[derive(Default)]
struct Found {
    names: SmallVec<[(usize, usize); 6]>,
    global: bool,
    separated: bool,
    is_macro: bool,
    after_dot: bool,
    after_equals: bool,
}

impl Found {
    fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
    /// The next name belongs to it.
    fn continues(&self) -> bool {
        self.separated || (self.names.is_empty() && (self.global || self.after_dot))
    }
    fn push(&mut self, start: usize, end: usize) {
        self.names.push((start, end));
        self.separated = false;
    }
    fn separator(&mut self) {
        if self.names.is_empty() {
            self.global = true;
        } else {
            self.separated = true;
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Word {
    Name {
        start: usize,
        end: usize,
    },
    /// What stands between the quotes.
    Text {
        start: usize,
        end: usize,
    },
    Separator,
    Dot,
    Bang,
    Equals,
    Other,
}

struct Words<'s> {
    text: &'s str,
    at: usize,
    end: usize,
}

impl Words<'_> {
    fn next(&mut self) -> Option<Word> {
        let bytes = &self.text.as_bytes()[..self.end.min(self.text.len())];
        loop {
            let rest = bytes.get(self.at..)?;
            let first = *rest.first()?;
            match first {
                _ if first.is_ascii_whitespace() => self.at += 1,
                b'/' if rest.starts_with(b"//") => self.at += length_until(rest, b"\n"),
                b'/' if rest.starts_with(b"/*") => self.at += length_until(rest, b"*/"),
                b':' if rest.starts_with(b"::") => return self.step(2, Word::Separator),
                b'.' if rest.starts_with(b"..") => return self.step(2, Word::Other),
                b'.' => return self.step(1, Word::Dot),
                b'!' if rest.starts_with(b"!=") => return self.step(2, Word::Other),
                b'!' => return self.step(1, Word::Bang),
                b'=' if rest.starts_with(b"==") || rest.starts_with(b"=>") => {
                    return self.step(2, Word::Other);
                }
                b'=' => return self.step(1, Word::Equals),
                b'"' => return Some(self.string(rest)),
                b'\'' => self.at += quote(self.text, self.at, rest),
                b'0'..=b'9' => {
                    let length = rest.iter().take_while(|byte| continues_name(**byte)).count();
                    return self.step(length, Word::Other);
                }
                _ if continues_name(first) => return Some(self.name(rest)),
                _ => return self.step(1, Word::Other),
            }
        }
    }

    fn step(&mut self, length: usize, word: Word) -> Option<Word> {
        self.at += length;
        Some(word)
    }

    fn string(&mut self, rest: &[u8]) -> Word {
        let start = self.at + 1;
        let mut length = 1;
        while length < rest.len() && rest[length] != b'"' {
            length += if rest[length] == b'\\' { 2 } else { 1 };
        }
        let end = (self.at + length).min(self.end);
        self.at = end + 1;
        Word::Text { start, end }
    }

    /// A name, or a literal that begins like one: `r"…"`, `b'x'`, `c"…"`.
    fn name(&mut self, rest: &[u8]) -> Word {
        let length = rest.iter().take_while(|byte| continues_name(**byte)).count();
        let after = rest.get(length).copied();
        let prefix = &rest[..length];
        let raw = matches!(prefix, b"r" | b"br" | b"cr");
        if raw && matches!(after, Some(b'"' | b'#')) {
            let hashes = rest[length..].iter().take_while(|byte| **byte == b'#').count();
            if rest.get(length + hashes) == Some(&b'"') {
                let mut close = vec![b'"'];
                close.resize(hashes + 1, b'#');
                let start = self.at + length + hashes + 1;
                let inner = &rest[length + hashes + 1..];
                let end = start + length_until(inner, &close).saturating_sub(close.len());
                self.at = end + close.len();
                return Word::Text { start, end };
            }
            if hashes == 1 {
                self.at += length + 1;
                let name = rest[length + 1..].iter().take_while(|byte| continues_name(**byte)).count();
                let start = self.at;
                self.at += name;
                return Word::Name { start, end: start + name };
            }
        }
        if matches!(prefix, b"b" | b"c") && after == Some(b'"') {
            self.at += length;
            return self.string(&rest[length..]);
        }
        if prefix == b"b" && after == Some(b'\'') {
            self.at += length + quote(self.text, self.at + length, &rest[length..]);
            return Word::Other;
        }
        let start = self.at;
        self.at += length;
        Word::Name { start, end: start + length }
    }
}

/// Length of a character literal, or of the quote of a lifetime and its name.
fn quote(text: &str, at: usize, rest: &[u8]) -> usize {
    if rest.get(1) == Some(&b'\\') {
        return 3 + length_until(&rest[3.min(rest.len())..], b"'");
    }
    let mut chars = text[at + 1..].chars();
    match (chars.next(), chars.next()) {
        (Some(inner), Some('\'')) => 2 + inner.len_utf8(),
        _ => 1 + rest[1..].iter().take_while(|byte| continues_name(**byte)).count(),
    }
}

fn continues_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// How far it is to the end of what closes; all of it if nothing does.
fn length_until(bytes: &[u8], close: &[u8]) -> usize {
    bytes.windows(close.len()).position(|window| window == close).map_or(bytes.len(), |at| at + close.len())
}
