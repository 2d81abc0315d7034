//! What other files can see of one: a hash over all its tokens but those of bodies.
//!
//! It errs on the side of change: a body with items in it is hashed as a whole, for its impls are
//! seen everywhere.

use super::{Kind, Parser, Read};
use crate::read::summary::BodyId;

impl Parser<'_> {
    /// Reads a body; if it holds no items, other files can not see it.
    pub(super) fn private_body(&mut self, read: impl FnOnce(&mut Self) -> Read<BodyId>) -> Read<BodyId> {
        let (start, items) = (self.at, self.out.items.len());
        let body = read(self)?;
        if self.attempts == 0 && self.at <= self.written && self.out.items.len() == items {
            self.private.push(start..self.at);
        }
        Ok(body)
    }

    /// The hash, when all of the file was read.
    pub(super) fn interface(&mut self) -> [u8; 16] {
        let mut seen = String::with_capacity(self.source.text.len() / 3);
        let mut at = 0;
        // An inner body is told before the one around it.
        self.private.sort_by_key(|range| range.start);
        for range in std::mem::take(&mut self.private) {
            if range.start >= at {
                self.write_seen(at..range.start, &mut seen);
                at = range.end;
            }
        }
        self.write_seen(at..self.written, &mut seen);
        // What macros of other files make of it.
        seen.extend(self.out.shared.map(char::from));
        let mut hash = [0; 16];
        hash.copy_from_slice(&blake3::hash(seen.as_bytes()).as_bytes()[..16]);
        hash
    }

    /// A hash of tokens, but for the commas and braces that formatting adds and takes away.
    pub(super) fn code(&self, tokens: std::ops::Range<usize>) -> u64 {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        for token in &self.source.tokens[tokens] {
            let braces = matches!(token.kind, Kind::Open | Kind::Close) && matches!(token.byte, b'{' | b'}');
            let comma = token.kind == Kind::Punct && token.byte == b',';
            if !(braces || comma) {
                self.text_of(*token).bytes().for_each(&mut add);
                add(0);
            }
        }
        hash
    }

    fn write_seen(&self, tokens: std::ops::Range<usize>, seen: &mut String) {
        for token in &self.source.tokens[tokens] {
            seen.push_str(self.text_of(*token));
            // `a b` is not `ab`, nor `> =` the same as `>=`.
            if token.kind != Kind::Punct || !token.joint {
                seen.push(' ');
            }
        }
    }
}
