//! What macros behind the door derive: items beside the one that carries the invocation, with its
//! name's place.
//!
//! They come as Rust with holes, so that names and types resolve in them as in any other item.

use super::invocations::Invoked;
use super::{Kind, LATEST_EDITION, Parser, Token, Tokens};
use crate::arena::to_u32;
use crate::read::derive::{Carrier, Code, Input, MacroKind, Part, TokenRange};
use crate::read::summary::ItemKind;
use std::ops::Range;

impl Parser<'_> {
    /// Writes what is derived from an item with these tokens (without its attributes and visibility),
    /// and keeps the invocation. Only the first one on an item derives something: further ones are
    /// mistakes.
    pub(super) fn derive_from(&mut self, invoked: Invoked, is_first: bool, tokens: Range<usize>) {
        let first = self.out.items.next();
        let own = self.out.items[invoked.invocation.item].clone();
        if is_first {
            self.derive_items(&invoked, &own.kind, tokens);
        }
        let derived = self.out.items.since(first);
        for item in &mut self.out.items[derived] {
            let named = !matches!(item.kind, ItemKind::Impl { .. } | ItemKind::Use { .. });
            if item.parent == own.parent && named {
                item.visibility = own.visibility;
                if let ItemKind::Struct { fields, .. } = item.kind {
                    self.out.fields[fields].iter_mut().for_each(|field| field.visibility = own.visibility);
                }
            }
            if item.parent == own.parent {
                item.cfg = own.cfg;
            }
        }
        let mut invocation = invoked.invocation;
        invocation.derived = derived;
        self.out.invocations.push(invocation);
    }

    fn derive_items(&mut self, invoked: &Invoked, kind: &ItemKind, tokens: Range<usize>) {
        let of = &self.derive.macros()[invoked.invocation.invoked as usize];
        let carrier = match (of.kind, kind) {
            (MacroKind::Call, _) => self.call_carrier(invoked, tokens),
            (_, ItemKind::Function(_)) => self.signature(tokens).map(Carrier::Function),
            (_, ItemKind::Struct { .. }) => self.declaration(tokens).map(Carrier::Struct),
            (_, ItemKind::Enum { .. }) => self.declaration(tokens).map(Carrier::Enum),
            _ => None,
        };
        let Some(carrier) = carrier else { return };
        let name = match &carrier {
            Carrier::Function(function) => &function.name,
            Carrier::Struct(declared) | Carrier::Enum(declared) => &declared.name,
            Carrier::Call { name, .. } => name,
        };
        let name = self.source.tokens[name.0.start];
        let input = Input { invoked: of, carrier: &carrier, given: &invoked.given, source: &self.source };
        for code in self.derive.derive(&input) {
            let mut written = self.filled(&code, name);
            pair(&mut written, self.source.tokens.len());
            self.derived_items(written, (name.start, name.end));
        }
    }

    fn call_carrier(&self, invoked: &Invoked, tokens: Range<usize>) -> Option<Carrier> {
        let span = invoked.invocation.name.as_ref()?.span;
        let at = tokens.clone().find(|&at| self.source.tokens[at].start == span.0)?;
        Some(Carrier::Call { visibility: TokenRange(tokens.start..at), name: TokenRange(at..at + 1) })
    }

    fn part(&mut self, part: &Part, at: Token) -> Vec<Token> {
        match part {
            Part::Tokens(TokenRange(range)) => {
                let mut tokens = self.source.tokens[range.clone()].to_vec();
                // What follows is another token than before.
                tokens.iter_mut().next_back().into_iter().for_each(|last| last.joint = false);
                tokens
            }
            Part::Word(word) => vec![self.derived_word(at, word)],
            Part::Code(code) => self.filled(code, at),
            Part::Nowhere(text) => self.filled(&Code::new(text), self.source.tokens[0]),
        }
    }

    /// The tokens of a template, each where `at` stands. Brackets do not yet know their partners.
    fn filled(&mut self, code: &Code, at: Token) -> Vec<Token> {
        let mut holes: Vec<(&str, Vec<Token>)> = Vec::with_capacity(code.holes.len());
        for (name, parts) in &code.holes {
            let tokens = parts.iter().flat_map(|part| self.part(part, at)).collect();
            holes.push((name, tokens));
        }
        let read = Tokens::read(code.text, LATEST_EDITION).expect("what is derived is made of tokens");
        let mut written = Vec::with_capacity(read.tokens.len() * 2);
        let mut tokens = read.tokens.into_iter();
        while let Some(token) = tokens.next() {
            if token.kind == Kind::Punct && token.byte == b'$' {
                let hole = tokens.next().map_or("", |name| read.words[name.word()]);
                let filling = holes.iter().find(|(name, _)| *name == hole);
                written.extend_from_slice(&filling.expect("every hole has its filling").1);
                continue;
            }
            let extra = match token.kind {
                Kind::Word => self.source.word(read.words[token.word()]).raw(),
                _ => token.extra,
            };
            written.push(Token { start: at.start, end: at.end, extra, ..token });
        }
        written
    }

    /// A name of the macro's making, where another stands.
    pub(super) fn derived_word(&mut self, from: Token, text: &str) -> Token {
        let word = self.source.known_word(text).unwrap_or_else(|| {
            let word = self.source.nameless_word();
            self.names.resize(self.source.words.len(), None);
            self.names[word] = Some(self.out.names.alloc(text.into()));
            word
        });
        Token { extra: word.raw(), ..from }
    }
}

/// Tells brackets their partners, as if the first token stood at `base`.
pub(super) fn pair(tokens: &mut [Token], base: usize) {
    let mut open = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at].kind {
            Kind::Open => open.push(at),
            Kind::Close => {
                let Some(first) = open.pop() else { continue };
                tokens[first].extra = to_u32(base + at);
                tokens[at].extra = to_u32(base + first);
            }
            _ => {}
        }
    }
}
