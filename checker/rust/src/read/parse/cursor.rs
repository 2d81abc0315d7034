//! Looking at tokens and taking them.

use super::{Kind, Parser, Read, Stop, Token, Word};
use crate::read::summary::Name;

impl<'s> Parser<'s> {
    pub(super) fn is_empty(&self) -> bool {
        self.at >= self.end
    }

    /// The token so many ahead in this group.
    pub(super) fn peek(&self, ahead: usize) -> Option<Token> {
        let index = self.at + ahead;
        if index < self.end { self.source.tokens.get(index).copied() } else { None }
    }

    /// Notes what was expected here.
    pub(super) fn stop(&mut self, expected: &'static str) -> Stop {
        if self.at >= self.failed.0 {
            self.failed = (self.at, expected);
        }
        Stop
    }

    pub(super) fn is_word(&self, word: Word) -> bool {
        self.word_at(0) == Some(word)
    }

    /// The keyword or name that stands so many tokens ahead.
    pub(super) fn word_at(&self, ahead: usize) -> Option<Word> {
        let token = self.peek(ahead)?;
        (token.kind == Kind::Word).then_some(token.word())
    }

    pub(super) fn is_punct(&self, byte: u8) -> bool {
        self.is_punct_at(0, byte)
    }

    pub(super) fn is_punct_at(&self, ahead: usize, byte: u8) -> bool {
        self.peek(ahead).is_some_and(|token| token.kind == Kind::Punct && token.byte == byte)
    }

    /// Two characters that stand together, such as `::`.
    pub(super) fn is_pair(&self, first: u8, second: u8) -> bool {
        self.is_pair_at(0, first, second)
    }

    pub(super) fn is_pair_at(&self, ahead: usize, first: u8, second: u8) -> bool {
        self.is_punct_at(ahead, first)
            && self.peek(ahead).is_some_and(|token| token.joint)
            && self.is_punct_at(ahead + 1, second)
    }

    pub(super) fn is_open(&self, bracket: u8) -> bool {
        self.is_open_at(0, bracket)
    }

    pub(super) fn is_open_at(&self, ahead: usize, bracket: u8) -> bool {
        self.peek(ahead).is_some_and(|token| token.kind == Kind::Open && token.byte == bracket)
    }

    pub(super) fn is_kind(&self, kind: Kind) -> bool {
        self.peek(0).is_some_and(|token| token.kind == kind)
    }

    pub(super) fn take_word(&mut self, word: Word) -> bool {
        let found = self.is_word(word);
        self.at += usize::from(found);
        found
    }

    pub(super) fn take_punct(&mut self, byte: u8) -> bool {
        let found = self.is_punct(byte);
        self.at += usize::from(found);
        found
    }

    pub(super) fn take_pair(&mut self, first: u8, second: u8) -> bool {
        let found = self.is_pair(first, second);
        self.at += 2 * usize::from(found);
        found
    }

    pub(super) fn expect_word(&mut self, word: Word, name: &'static str) -> Read<()> {
        if self.take_word(word) { Ok(()) } else { Err(self.stop(name)) }
    }

    pub(super) fn expect_punct(&mut self, byte: u8, name: &'static str) -> Read<()> {
        if self.take_punct(byte) { Ok(()) } else { Err(self.stop(name)) }
    }

    pub(super) fn expect_pair(&mut self, first: u8, second: u8, name: &'static str) -> Read<()> {
        if self.take_pair(first, second) { Ok(()) } else { Err(self.stop(name)) }
    }

    /// A name that is no keyword, and where it stands.
    pub(super) fn ident(&mut self) -> Read<(Name, u32)> {
        match self.peek(0) {
            Some(token) if token.kind == Kind::Word && !token.word().is_keyword() => {
                self.at += 1;
                Ok((self.name(token.word()), self.place(token)))
            }
            _ => Err(self.stop("a name")),
        }
    }

    pub(super) fn is_ident_at(&self, ahead: usize) -> bool {
        self.word_at(ahead).is_some_and(|word| !word.is_keyword())
    }

    pub(super) fn is_ident(&self) -> bool {
        self.is_ident_at(0)
    }

    /// Reads the inside of a bracket with `read`, all of it.
    pub(super) fn group<T>(&mut self, bracket: u8, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        let Some(token) = self.peek(0).filter(|token| token.kind == Kind::Open && token.byte == bracket)
        else {
            return Err(self.stop(match bracket {
                b'(' => "`(`",
                b'[' => "`[`",
                _ => "`{`",
            }));
        };
        let close = token.extra as usize;
        let outer = std::mem::replace(&mut self.end, close);
        let was_no_struct = std::mem::replace(&mut self.no_struct, false);
        self.at += 1;
        let result = read(self);
        let result =
            result.and_then(
                |found| if self.is_empty() { Ok(found) } else { Err(self.stop("the closing bracket")) },
            );
        self.no_struct = was_no_struct;
        self.end = outer;
        self.at = close + 1;
        result
    }

    /// Goes past a bracket and what is in it.
    pub(super) fn skip_group(&mut self) {
        if let Some(token) = self.peek(0).filter(|token| token.kind == Kind::Open) {
            self.at = token.extra as usize + 1;
        }
    }

    /// What stands between commas, up to the end of the group.
    pub(super) fn separated(&mut self, mut read: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        while !self.is_empty() {
            read(self)?;
            if !self.is_empty() {
                self.expect_punct(b',', "`,`")?;
            }
        }
        Ok(())
    }

    /// Where the next token begins, or the group ends.
    pub(super) fn offset(&self) -> u32 {
        let tokens = &self.source.tokens;
        tokens.get(self.at).or(tokens.last()).map_or(0, |token| token.start)
    }

    /// One past the last byte that was taken.
    pub(super) fn last_end(&self) -> u32 {
        self.at.checked_sub(1).and_then(|index| self.source.tokens.get(index)).map_or(0, |token| token.end)
    }

    pub(super) fn text_of(&self, token: Token) -> &'s str {
        self.source.text_of(token)
    }
}
