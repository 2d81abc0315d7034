//! Paths in what can not be read as Rust: found by looking at the tokens, one by one.

use super::{Kind, Parser, Token, Word};
use crate::arena::{IdxRange, to_u32};
use crate::read::summary::{LoosePath, NOWHERE, Says, Segment};
use smallvec::SmallVec;
use std::ops::Range;

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
];

/// Attribute keys whose value is a text for people or a name on the wire, whatever it looks like:
/// `#[instrument(name = "ledger::open")]`, `#[serde(rename = "ledger::Book")]`. All other keys may hold
/// a path (`ExistingTypePath = "crate::schema::…"`), so they are looked into.
const KEYS_OF_TEXTS: &[&str] = &[
    "about",
    "alias",
    "aliases",
    "author",
    "caption",
    "category",
    "code",
    "comment",
    "content",
    "description",
    "display",
    "doc",
    "env",
    "error",
    "event",
    "example",
    "examples",
    "expect",
    "expected",
    "expecting",
    "fmt",
    "format",
    "group",
    "header",
    "help",
    "id",
    "key",
    "label",
    "long",
    "long_about",
    "long_help",
    "message",
    "msg",
    "name",
    "namespace",
    "note",
    "operation_id",
    "pattern",
    "placeholder",
    "prefix",
    "reason",
    "regex",
    "rename",
    "rename_all",
    "rename_all_fields",
    "route",
    "short",
    "since",
    "subject",
    "suffix",
    "summary",
    "table",
    "tag",
    "tags",
    "target",
    "text",
    "title",
    "to_string",
    "topic",
    "type_name",
    "uri",
    "url",
    "usage",
    "value_name",
    "version",
];

/// Keys whose value is code in `bound(serialize = "T: ledger::Port")`, and a text anywhere else.
const KEYS_OF_BOUNDS: &[&str] = &["serialize", "deserialize"];

impl Parser<'_> {
    /// Goes past a bracket; the paths in it are loose.
    pub(super) fn loose_group(&mut self) -> IdxRange<LoosePath> {
        let inner = self.at + 1;
        self.skip_group();
        self.loose_tokens(inner..self.at.saturating_sub(1))
    }

    /// The paths in tokens.
    pub(super) fn loose_tokens(&mut self, tokens: Range<usize>) -> IdxRange<LoosePath> {
        let from = self.terms().loose.next();
        self.scan(tokens, false);
        self.terms().loose.since(from)
    }

    /// The paths among the arguments of an attribute.
    pub(super) fn loose_in_attribute(&mut self, tokens: Range<usize>, is_serde: bool) {
        if is_serde { self.scan_serde(tokens) } else { self.scan(tokens, true) }
    }

    fn scan(&mut self, tokens: Range<usize>, attribute: bool) {
        let mut at = tokens.start;
        let end = tokens.end.min(self.source.tokens.len());
        while at < end {
            let token = self.source.tokens[at];
            match token.kind {
                Kind::Word => at = self.scan_path(at, end, tokens.start, attribute),
                Kind::Str if attribute => {
                    match self.key_of(at, tokens.start) {
                        Some(key) if self.is_key_of_text(key) => {}
                        // A string without a key is data: a message, a route, a case of a test.
                        None => {}
                        Some(key) => {
                            let single = KEYS_OF_PATHS.contains(&self.text_of(self.source.tokens[key]));
                            self.paths_in_string(token, single, Says::Name);
                        }
                    }
                    at += 1;
                }
                _ => at += 1,
            }
        }
    }

    /// The path that begins at a word; one past its last token.
    fn scan_path(&mut self, first: usize, end: usize, start: usize, attribute: bool) -> usize {
        let mut words: SmallVec<[usize; 6]> = SmallVec::new();
        words.push(first);
        let mut at = first + 1;
        let pair = |parser: &Self, at: usize| {
            let tokens = &parser.source.tokens;
            at + 2 < end && is_punct(tokens[at], b':') && tokens[at].joint && is_punct(tokens[at + 1], b':')
        };
        while pair(self, at) && self.source.tokens[at + 2].kind == Kind::Word {
            words.push(at + 2);
            at += 3;
        }
        let tokens = &self.source.tokens;
        let before = |back: usize| {
            let index = first.checked_sub(back).filter(|index| *index >= start);
            index.map(|index| tokens[index])
        };
        let is_before = |back: usize, byte: u8| before(back).is_some_and(|token| is_punct(token, byte));
        let global = is_before(1, b':') && is_before(2, b':');
        let after_dot = is_before(1, b'.') && !is_before(2, b'.');
        let is_macro = at < end
            && is_punct(tokens[at], b'!')
            && !(at + 1 < end && tokens[at].joint && is_punct(tokens[at + 1], b'='));
        let single = words.len() == 1;
        let word = tokens[first].word();
        let named = words.iter().skip(1).all(|index| !Word::from_raw(tokens[*index].extra).is_keyword())
            && (!word.is_keyword() || (word.is_path_keyword() && !single));
        let is_value = is_before(1, b'=') || self.text_of(tokens[first]).starts_with(char::is_uppercase);
        if !named || (attribute && single && !is_value) {
            return at;
        }
        let mut segments: SmallVec<[Segment; 6]> = SmallVec::new();
        for index in words {
            let token = self.source.tokens[index];
            segments.push(Segment { name: self.name(token.word()), at: self.place(token), args: None });
        }
        let path = self.push_path(global, None, 0, &segments);
        self.push_loose(path, is_macro, false, after_dot && single);
        at
    }

    /// Where the `with` of `with = "…"` stands, if that is what the string at `at` belongs to.
    pub(super) fn key_of(&self, at: usize, start: usize) -> Option<usize> {
        let tokens = &self.source.tokens;
        // In `#[Path = "…"]` the key is the attribute itself, and stands before what is looked at.
        let key = at.checked_sub(2).filter(|_| at > start && is_punct(tokens[at - 1], b'='))?;
        (tokens[key].kind == Kind::Word).then_some(key)
    }

    /// Whether the value of the key at `key` is a text, and no path.
    fn is_key_of_text(&self, key: usize) -> bool {
        let word = self.text_of(self.source.tokens[key]);
        KEYS_OF_TEXTS.contains(&word) || (KEYS_OF_BOUNDS.contains(&word) && !self.is_in_bound(key))
    }

    /// Whether a token stands in `bound(…)`.
    pub(super) fn is_in_bound(&self, at: usize) -> bool {
        let open = (0..at).rev().find(|open| {
            let token = self.source.tokens[*open];
            token.kind == Kind::Open && token.extra as usize > at
        });
        let before = open.and_then(|open| open.checked_sub(1));
        before.is_some_and(|before| self.text_of(self.source.tokens[before]) == "bound")
    }

    /// `with = "a::b"`: the paths in a string. Those of one name only where `single` says so.
    pub(super) fn paths_in_string(&mut self, token: Token, single: bool, says: Says) {
        // What a macro writes has no place.
        if self.place(token) == NOWHERE || token.end as usize > self.source.text.len() {
            return;
        }
        let quoted = self.text_of(token);
        let Some(open) = quoted.find('"') else { return };
        let Some(close) = quoted.rfind('"').filter(|close| *close > open) else { return };
        let inner = &quoted[open + 1..close];
        let is_code =
            |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '<' | '>' | ',' | ' ' | '&' | '(' | ')');
        if !inner.chars().all(is_code) || (inner.contains(' ') && !inner.contains("::")) {
            return;
        }
        let base = token.start as usize + open + 1;
        let text: &str = &self.source.text[base..base + inner.len()];
        let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        let mut rest = 0;
        while let Some(begin) = text[rest..].find(is_name).map(|at| rest + at) {
            let length = text[begin..].find(|c| !is_name(c)).unwrap_or(text.len() - begin);
            rest = begin + length;
            self.string_path(base + begin, length, single, says);
        }
    }

    fn string_path(&mut self, start: usize, length: usize, single: bool, says: Says) {
        let text = self.source.text;
        // In `a::B: Bound` a colon ends the type.
        let written = text[start..start + length].trim_end_matches(':');
        let names: SmallVec<[&str; 6]> = written.trim_start_matches("::").split("::").collect();
        let is_name =
            |name: &&str| name.starts_with(|c: char| c.is_alphabetic() || c == '_') && !name.contains(':');
        if !names.iter().all(is_name) || (names.len() == 1 && !single) {
            return;
        }
        let mut segments: SmallVec<[Segment; 6]> = SmallVec::new();
        for name in names {
            let at = to_u32(name.as_ptr() as usize - text.as_ptr() as usize);
            segments.push(Segment { name: self.name_of(name), at, args: None });
        }
        let path = self.push_path(written.starts_with("::"), None, 0, &segments);
        self.terms().loose.push(LoosePath { path, is_macro: false, in_string: true, after_dot: false, says });
    }
}

fn is_punct(token: Token, byte: u8) -> bool {
    token.kind == Kind::Punct && token.byte == byte
}
