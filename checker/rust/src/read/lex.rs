//! Text to tokens: one pass, no copies, and brackets know their partners.
//!
//! Long because every form that a token of Rust can have is told apart here, and nowhere else.

use super::doc_tests::DocTests;
use super::parse::LATEST_EDITION;
use crate::arena::{Arena, Idx, to_u32};
use rustc_hash::FxHashMap;
use std::ops::Range;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A name or keyword: `extra` is its [`Word`].
    Word,
    /// `'a`: `extra` is the word after the quote.
    Lifetime,
    Str,
    ByteStr,
    CStr,
    Char,
    Byte,
    Int,
    Float,
    /// `byte` is the bracket, `extra` the index of its partner.
    Open,
    Close,
    /// `byte` is the character; longer operators are several tokens that are joint.
    Punct,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) byte: u8,
    /// The next token is punctuation, too, and nothing stands between.
    pub(super) joint: bool,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) extra: u32,
}

impl Token {
    /// The word that it is, or that stands in it.
    #[inline]
    pub(super) fn word(&self) -> Word {
        Word::from_raw(self.extra)
    }
}

/// A name as an index into [`Tokens::words`]. Those below [`Word::KEYWORDS`] are keywords.
pub(super) type Word = Idx<Written>;

/// What a [`Word`] is the index of: the text of a name.
pub(super) enum Written {}

macro_rules! keywords {
    ($($number:literal $constant:ident $text:literal)*) => {
        const KEYWORDS: &[&str] = &[$($text),*];
        #[expect(dead_code, reason = "some words only must not be taken for names")]
        impl Word { $(pub(super) const $constant: Word = Word::from_raw($number);)* }
    };
}
keywords! {
    0 UNDERSCORE "_" 1 SELF_VALUE "self" 2 SUPER "super" 3 CRATE "crate" 4 SELF_TYPE "Self"
    5 AS "as" 6 BREAK "break" 7 CONST "const" 8 CONTINUE "continue" 9 ELSE "else" 10 ENUM "enum"
    11 EXTERN "extern" 12 FALSE "false" 13 FN "fn" 14 FOR "for" 15 IF "if" 16 IMPL "impl" 17 IN "in"
    18 LET "let" 19 LOOP "loop" 20 MATCH "match" 21 MOD "mod" 22 MOVE "move" 23 MUT "mut" 24 PUB "pub"
    25 REF "ref" 26 RETURN "return" 27 STATIC "static" 28 STRUCT "struct" 29 TRAIT "trait" 30 TRUE "true"
    31 TYPE "type" 32 UNSAFE "unsafe" 33 USE "use" 34 WHERE "where" 35 WHILE "while" 36 ASYNC "async"
    37 AWAIT "await" 38 DYN "dyn" 39 VIRTUAL "virtual" 40 YIELD "yield" 41 BOX "box" 42 MACRO "macro"
    43 ABSTRACT "abstract" 44 BECOME "become" 45 DO "do" 46 FINAL "final" 47 OVERRIDE "override"
    48 PRIV "priv" 49 TYPEOF "typeof" 50 UNSIZED "unsized" 51 TRY "try"
    52 UNION "union" 53 AUTO "auto" 54 DEFAULT "default" 55 RAW "raw" 56 MACRO_RULES "macro_rules" 57 SAFE "safe"
    58 WEAK_DYN "dyn"
}

impl Word {
    /// The last ones are keywords only where they are expected.
    pub(super) const KEYWORDS: u32 = 51;

    pub(super) fn is_keyword(self) -> bool {
        self.raw() < Self::KEYWORDS
    }
    /// `self`, `super`, `crate`, `Self`: what a path may begin with.
    pub(super) fn is_path_keyword(self) -> bool {
        (Self::SELF_VALUE..=Self::SELF_TYPE).contains(&self)
    }
}

/// The tokens of a file.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'s> {
    pub(super) text: &'s str,
    pub(super) tokens: Vec<Token>,
    /// Texts of words; raw identifiers without `r#`.
    pub(super) words: Arena<Written, &'s str>,
    numbers: FxHashMap<&'s str, Word>,
    /// Other texts whose tokens stand behind those of this one, and where their first byte counts.
    behind: Vec<(u32, &'s str)>,
    /// How deep brackets are nested at most.
    pub(super) depth: usize,
    pub(super) doc_tests: DocTests,
}

/// Where and why the text is not made of Rust's tokens.
#[derive(Debug)]
pub(super) struct LexError {
    pub(super) at: usize,
    pub(super) message: &'static str,
}

impl<'s> Tokens<'s> {
    pub(super) fn read(text: &'s str, edition: u16) -> Result<Self, LexError> {
        let mut words = Vec::with_capacity(KEYWORDS.len() + 64);
        words.extend_from_slice(KEYWORDS);
        let words = Arena::from(words);
        let mut numbers = FxHashMap::with_capacity_and_hasher(words.len() * 2, Default::default());
        numbers.extend(words.enumerate().map(|(number, word)| (*word, number)));
        if edition < 2018 {
            // Names like any other, and `dyn` is one wherever no bound follows it.
            numbers.remove("async");
            numbers.remove("await");
            numbers.insert("dyn", Word::WEAK_DYN);
        } else {
            numbers.insert("dyn", Word::DYN);
        }
        let tokens = Vec::with_capacity(text.len() / 5 + 16);
        let doc_tests = DocTests::default();
        let tokens = Tokens { text, tokens, words, numbers, behind: Vec::new(), depth: 0, doc_tests };
        let mut lexer = Lexer { bytes: text.as_bytes(), at: skipped(text), out: tokens, open: Vec::new() };
        lexer.run()?;
        Ok(lexer.out)
    }

    /// Reads another text behind what is here: its places go on where those before it end.
    pub(super) fn append(&mut self, text: &'s str) -> Result<(), LexError> {
        let read = Tokens::read(text, LATEST_EDITION)?;
        let (before, base) = (to_u32(self.tokens.len()), self.end());
        for mut token in read.tokens {
            token.extra = match token.kind {
                Kind::Word | Kind::Lifetime => self.word(read.words[token.word()]).raw(),
                Kind::Open | Kind::Close => token.extra + before,
                _ => token.extra,
            };
            (token.start, token.end) = (token.start + base, token.end + base);
            self.tokens.push(token);
        }
        self.behind.push((base, text));
        Ok(())
    }

    /// One past the last byte of all texts, and a byte between any two of them.
    fn end(&self) -> u32 {
        let (base, last) = self.behind.last().copied().unwrap_or((0, self.text));
        base + to_u32(last.len()) + 1
    }

    /// What a token is in its text.
    pub(super) fn text_of(&self, token: Token) -> &'s str {
        let (start, end) = (token.start as usize, token.end as usize);
        if end <= self.text.len() {
            return &self.text[start..end];
        }
        let behind = self.behind.iter().rev().find(|(base, _)| *base <= token.start);
        let (base, text) = behind.expect("a token stands in one of the texts");
        &text[start - *base as usize..end - *base as usize]
    }

    /// What is between commas: types, fields, whatever else `<` and `>` may stand in.
    pub(super) fn listed(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let (mut found, mut start, mut depth, mut at) = (Vec::new(), tokens.start, 0_usize, tokens.start);
        while at < tokens.end {
            let token = self.tokens[at];
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

    /// The word with this text.
    pub(super) fn word(&mut self, text: &'s str) -> Word {
        let next = self.words.next();
        let number = *self.numbers.entry(text).or_insert(next);
        if number == next {
            self.words.push(text);
        }
        number
    }

    /// The word with this text, if there is one.
    pub(super) fn known_word(&self, text: &str) -> Option<Word> {
        self.numbers.get(text).copied()
    }

    /// A word that no text has: what it is called, the summary alone knows.
    pub(super) fn nameless_word(&mut self) -> Word {
        self.words.alloc("")
    }

    /// A raw identifier is its plain word, or one of its own if that is a keyword.
    fn raw_word(&mut self, raw: &'s str) -> Word {
        let plain = &raw[2..];
        if self.numbers.get(plain).is_none_or(|word| !word.is_keyword()) {
            return self.word(plain);
        }
        let word = self.word(raw);
        self.words[word] = plain;
        word
    }
}

/// What stands before the first token: a byte order mark, a shebang line.
pub(super) fn skipped(text: &str) -> usize {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let content = &text[mark..];
    let Some(rest) = content.strip_prefix("#!") else { return mark };
    if attribute_follows(rest) { mark } else { mark + content.find('\n').unwrap_or(content.len()) }
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

struct Lexer<'s> {
    bytes: &'s [u8],
    at: usize,
    out: Tokens<'s>,
    open: Vec<usize>,
}

impl<'s> Lexer<'s> {
    fn run(&mut self) -> Result<(), LexError> {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\n' | b'\t' | b'\r' | 0x0b | 0x0c => self.at += 1,
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word()?,
                b'/' if self.next_is(1, b'/') => self.line_comment(),
                b'/' if self.next_is(1, b'*') => self.block_comment()?,
                b'"' => self.string(0, Kind::Str)?,
                b'\'' => self.quote()?,
                b'0'..=b'9' => self.number()?,
                b'(' | b'[' | b'{' => {
                    self.open.push(self.out.tokens.len());
                    self.out.depth = self.out.depth.max(self.open.len());
                    self.push(Kind::Open, byte, 1, 0);
                }
                b')' | b']' | b'}' => self.close(byte)?,
                _ if is_punct(byte) => self.punct(byte),
                0x80.. => self.beyond_ascii()?,
                _ => return Err(self.error("this character has no meaning in Rust")),
            }
        }
        match self.open.last() {
            Some(&open) => {
                let at = self.out.tokens[open].start as usize;
                Err(LexError { at, message: "this bracket is never closed" })
            }
            None => Ok(()),
        }
    }

    fn next_is(&self, ahead: usize, byte: u8) -> bool {
        self.bytes.get(self.at + ahead) == Some(&byte)
    }

    fn error(&self, message: &'static str) -> LexError {
        LexError { at: self.at, message }
    }

    fn push(&mut self, kind: Kind, byte: u8, length: usize, extra: u32) {
        let (start, end) = (to_u32(self.at), to_u32(self.at + length));
        self.at += length;
        self.out.tokens.push(Token { kind, byte, joint: false, start, end, extra });
    }

    fn punct(&mut self, byte: u8) {
        self.push(Kind::Punct, byte, 1, 0);
        if self.bytes.get(self.at).is_some_and(|next| is_punct(*next))
            && let Some(last) = self.out.tokens.last_mut()
        {
            last.joint = true;
        }
    }

    fn close(&mut self, byte: u8) -> Result<(), LexError> {
        let Some(open) = self.open.pop() else { return Err(self.error("this bracket was never opened")) };
        let expected = match self.out.tokens[open].byte {
            b'(' => b')',
            b'[' => b']',
            _ => b'}',
        };
        if byte != expected {
            return Err(self.error("this bracket does not close the one that is open"));
        }
        let index = self.out.tokens.len();
        self.out.tokens[open].extra = to_u32(index);
        self.push(Kind::Close, byte, 1, to_u32(open));
        Ok(())
    }

    fn line_comment(&mut self) {
        let rest = &self.bytes[self.at..];
        let length = memchr(b'\n', rest);
        let (at, tokens) = (self.at, self.out.tokens.len());
        self.out.doc_tests.line_comment(to_u32(at), &self.out.text[at..at + length], tokens);
        self.at += length;
    }

    fn block_comment(&mut self) -> Result<(), LexError> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            if self.next_is(0, b'/') && self.next_is(1, b'*') {
                depth += 1;
                self.at += 2;
            } else if self.next_is(0, b'*') && self.next_is(1, b'/') {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    let tokens = self.out.tokens.len();
                    let comment = &self.out.text[start..self.at];
                    self.out.doc_tests.block_comment(to_u32(start), comment, tokens);
                    return Ok(());
                }
            } else if self.at >= self.bytes.len() {
                return Err(LexError { at: start, message: "this comment never ends" });
            } else {
                self.at += 1;
            }
        }
    }

    /// A name, or a literal that begins like one.
    fn word(&mut self) -> Result<(), LexError> {
        let length = self.name_length(self.at)?;
        let word = &self.out.text[self.at..self.at + length];
        match (word, self.bytes.get(self.at + length)) {
            ("r", Some(b'"' | b'#')) => self.raw(1, Kind::Str),
            ("br", Some(b'"' | b'#')) => self.raw(2, Kind::ByteStr),
            ("cr", Some(b'"' | b'#')) => self.raw(2, Kind::CStr),
            ("b", Some(b'"')) => self.string(1, Kind::ByteStr),
            ("c", Some(b'"')) => self.string(1, Kind::CStr),
            ("b", Some(b'\'')) => self.byte(),
            _ => {
                let number = self.out.word(word).raw();
                self.push(Kind::Word, 0, length, number);
                Ok(())
            }
        }
    }

    fn name_length(&self, start: usize) -> Result<usize, LexError> {
        let rest = &self.bytes[start..];
        let length = rest.iter().position(|byte| !NAME[*byte as usize]).unwrap_or(rest.len());
        if rest.get(length).is_none_or(u8::is_ascii) {
            return Ok(length);
        }
        let text = &self.out.text[start..];
        let continues = |c: char| c == '_' || unicode_ident::is_xid_continue(c);
        let length = text.find(|c| !continues(c)).unwrap_or(text.len());
        if length == 0 {
            Err(LexError { at: start, message: "this character has no meaning in Rust" })
        } else {
            Ok(length)
        }
    }

    fn beyond_ascii(&mut self) -> Result<(), LexError> {
        let first = self.out.text[self.at..].chars().next().unwrap_or(' ');
        if first.is_whitespace() || matches!(first, '\u{200e}' | '\u{200f}') {
            self.at += first.len_utf8();
            return Ok(());
        }
        if unicode_ident::is_xid_start(first) {
            self.word()
        } else {
            Err(self.error("this character has no meaning in Rust"))
        }
    }

    fn raw(&mut self, prefix: usize, kind: Kind) -> Result<(), LexError> {
        let rest = &self.bytes[self.at + prefix..];
        let hashes = rest.iter().position(|byte| *byte != b'#').unwrap_or(rest.len());
        if rest.get(hashes) != Some(&b'"') {
            if hashes != 1 || prefix != 1 {
                return Err(self.error("neither a raw string nor a raw name"));
            }
            let length = self.name_length(self.at + 2)?;
            if length == 0 {
                return Err(self.error("a raw name has a name"));
            }
            let text = &self.out.text[self.at..self.at + 2 + length];
            let word = self.out.raw_word(text).raw();
            self.push(Kind::Word, 0, 2 + length, word);
            return Ok(());
        }
        let mut end = hashes + 1;
        loop {
            end += memchr(b'"', &rest[end..]) + 1;
            let Some(after) = rest.get(end..) else { return Err(self.error("this string never ends")) };
            if after.len() >= hashes && after[..hashes].iter().all(|byte| *byte == b'#') {
                break;
            }
        }
        self.literal(kind, prefix + end + hashes)
    }

    fn string(&mut self, prefix: usize, kind: Kind) -> Result<(), LexError> {
        let mut end = self.at + prefix + 1;
        loop {
            match self.bytes.get(end) {
                None => return Err(self.error("this string never ends")),
                Some(b'"') => break,
                Some(b'\\') if self.bytes.get(end + 1).is_some_and(|next| is_escape(*next)) => end += 2,
                Some(b'\\') => {
                    return Err(LexError { at: end, message: "this escape is not known" });
                }
                Some(_) => end += 1,
            }
        }
        self.literal(kind, end + 1 - self.at)
    }

    /// A literal may bear a suffix.
    fn literal(&mut self, kind: Kind, length: usize) -> Result<(), LexError> {
        let suffix = self.name_length(self.at + length).unwrap_or(0);
        self.push(kind, 0, length + suffix, 0);
        Ok(())
    }

    fn byte(&mut self) -> Result<(), LexError> {
        let escaped = usize::from(self.next_is(2, b'\\'));
        let rest = &self.bytes[(self.at + 3 + escaped).min(self.bytes.len())..];
        let close = memchr(b'\'', rest);
        if close == rest.len() || close > 4 {
            return Err(self.error("this byte never ends"));
        }
        self.literal(Kind::Byte, 4 + escaped + close)
    }

    /// A character or a lifetime.
    fn quote(&mut self) -> Result<(), LexError> {
        let rest = &self.out.text[self.at + 1..];
        let mut chars = rest.chars();
        match (chars.next(), chars.next()) {
            (Some('\\'), Some(escaped)) => {
                let from = 1 + escaped.len_utf8();
                let close = memchr(b'\'', &rest.as_bytes()[from..]);
                if from + close == rest.len() || close > 10 {
                    return Err(self.error("this character never ends"));
                }
                self.literal(Kind::Char, 1 + from + close + 1)
            }
            (Some(inner), Some('\'')) if inner != '\'' => self.literal(Kind::Char, 2 + inner.len_utf8()),
            (Some(first), _) if first == '_' || unicode_ident::is_xid_start(first) => {
                let raw = if rest.starts_with("r#") { 2 } else { 0 };
                let length = self.name_length(self.at + 1 + raw)?;
                let word = self.out.word(&rest[raw..raw + length]).raw();
                self.push(Kind::Lifetime, 0, 1 + raw + length, word);
                Ok(())
            }
            _ => Err(self.error("this character never ends")),
        }
    }

    fn number(&mut self) -> Result<(), LexError> {
        let rest = &self.bytes[self.at..];
        let names = |from: usize| rest[from..].iter().take_while(|byte| NAME[**byte as usize]).count();
        if self.after_dot() {
            let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let length = if length == 0 { 1 } else { length };
            self.push(Kind::Int, 0, length + names(length), 0);
            return Ok(());
        }
        let mut length = names(0);
        let mut kind = Kind::Int;
        let based = rest.len() > 1 && rest[0] == b'0' && matches!(rest[1], b'x' | b'o' | b'b');
        if !based {
            if rest.get(length) == Some(&b'.') && self.fraction_follows(length + 1) {
                kind = Kind::Float;
                length += 1;
                length += names(length);
            }
            let exponent = |length: usize| {
                matches!(rest.get(length - 1), Some(b'e' | b'E'))
                    && matches!(rest.get(length), Some(b'+' | b'-'))
                    && rest[..length - 1]
                        .iter()
                        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'_'))
            };
            if exponent(length) {
                length += 1;
                length += names(length);
            }
            let digits =
                rest[..length].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'_').count();
            let after = &rest[digits..length];
            if matches!(after.first(), Some(b'e' | b'E'))
                || after.starts_with(b"f32")
                || after.starts_with(b"f64")
            {
                kind = Kind::Float;
            }
        }
        if based && length == 2 {
            return Err(self.error("this number has no digits"));
        }
        self.push(kind, 0, length, 0);
        Ok(())
    }

    /// `1.5` and `1.` are numbers; `1..2`, `1.max(2)` are not.
    fn fraction_follows(&self, ahead: usize) -> bool {
        match self.bytes.get(self.at + ahead) {
            Some(next) => !(*next == b'.' || *next == b'_' || next.is_ascii_alphabetic() || *next >= 0x80),
            None => true,
        }
    }

    /// The number is a tuple's field: it stands after one dot.
    fn after_dot(&self) -> bool {
        let is_dot = |token: &Token| token.kind == Kind::Punct && token.byte == b'.';
        match self.out.tokens.as_slice() {
            [.., before, last] => is_dot(last) && !(is_dot(before) && before.joint),
            [last] => is_dot(last),
            [] => false,
        }
    }
}

/// Bytes that names are made of, beyond ASCII left aside.
const NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
        byte += 1;
    }
    table
};

fn is_escape(byte: u8) -> bool {
    matches!(byte, b'n' | b'r' | b't' | b'\\' | b'0' | b'\'' | b'"' | b'x' | b'u' | b'\n' | b'\r')
}

fn is_punct(byte: u8) -> bool {
    matches!(
        byte,
        b'!' | b'#'
            | b'$'
            | b'%'
            | b'&'
            | b'*'
            | b'+'
            | b','
            | b'-'
            | b'.'
            | b'/'
            | b':'
            | b';'
            | b'<'
            | b'='
            | b'>'
            | b'?'
            | b'@'
            | b'^'
            | b'|'
            | b'~'
    )
}

/// Where a byte is, or the length if it is not there.
pub(super) fn memchr(byte: u8, bytes: &[u8]) -> usize {
    memchr::memchr(byte, bytes).unwrap_or(bytes.len())
}
