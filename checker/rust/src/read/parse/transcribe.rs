//! `macro_rules!`: each arm's transcriber, read as the Rust that it will be.
//!
//! Its tokens are written once more behind the file's, with each `$x` as one name, each `$( … )*`
//! as its content, and then read where they stand.

use super::{Kind, Parser, Read, Stop, Token, Word};
use crate::arena::{IdxRange, to_u32};
use crate::read::summary::{Arm, BlockKind, Item, ItemId, ItemKind, Name};
use std::ops::Range;

/// A metavariable: its word without the `$`, and what it matches.
type Metavariable = (u32, Box<str>);

impl Parser<'_> {
    pub(super) fn macro_rules(&mut self, id: ItemId, exported: bool) -> Read<ItemKind> {
        self.at += 2;
        let word = self.peek(0).map_or(0, |token| token.extra);
        let (name, at) = self.ident()?;
        self.name_item(id, name, at);
        let braces = self.is_open(b'{');
        let Some(open) = self.peek(0).filter(|token| token.kind == Kind::Open) else {
            return Err(self.stop("a bracket"));
        };
        let rules = self.at + 1..open.extra as usize;
        let text = if self.is_carried_out() { "" } else { self.text_between(rules.clone()) };
        let arms = self.group(open.byte, |parser| {
            let mut arms = Vec::new();
            while !parser.is_empty() {
                arms.push(parser.rule()?);
                if !parser.is_empty() {
                    parser.expect_punct(b';', "`;`")?;
                }
            }
            Ok(arms)
        })?;
        if !braces {
            self.expect_punct(b';', "`;`")?;
        }
        self.define_macro(word, rules);
        Ok(ItemKind::MacroRules { exported, rules: text.into(), arms })
    }

    /// `macro name($x:expr) { … }`, or with arms.
    pub(super) fn macro_two(&mut self, id: ItemId) -> Read<ItemKind> {
        self.at += 1;
        let (name, at) = self.ident()?;
        self.name_item(id, name, at);
        let arms = if self.is_open(b'(') {
            let matcher = self.bracket("a matcher")?;
            let transcriber = self.bracket("a body")?;
            vec![self.transcribed(matcher, transcriber)]
        } else {
            self.group(b'{', |parser| {
                let mut arms = Vec::new();
                while !parser.is_empty() {
                    arms.push(parser.rule()?);
                    parser.take_punct(b',');
                    parser.take_punct(b';');
                }
                Ok(arms)
            })?
        };
        Ok(ItemKind::MacroRules { exported: false, rules: "".into(), arms })
    }

    fn name_item(&mut self, id: ItemId, name: Name, at: u32) {
        let at = self.declared_at(at);
        let item = &mut self.out.items[id];
        (item.name, item.at) = (name, at);
    }

    fn rule(&mut self) -> Read<Arm> {
        let matcher = self.bracket("a matcher")?;
        self.expect_pair(b'=', b'>', "`=>`")?;
        let transcriber = self.bracket("a body")?;
        Ok(self.transcribed(matcher, transcriber))
    }

    /// The tokens in a bracket of any kind.
    fn bracket(&mut self, name: &'static str) -> Read<Range<usize>> {
        if !self.is_kind(Kind::Open) {
            return Err(self.stop(name));
        }
        let start = self.at + 1;
        self.skip_group();
        Ok(start..self.at - 1)
    }

    fn transcribed(&mut self, matcher: Range<usize>, transcriber: Range<usize>) -> Arm {
        let metavariables = self.metavariables(matcher);
        let was_in_macro = std::mem::replace(&mut self.in_macro, true);
        let length = self.source.tokens.len();
        self.write(transcriber, &metavariables);
        let written = length..self.source.tokens.len();
        let names = metavariables
            .iter()
            .map(|(word, kind)| (self.name(Word::from_raw(*word)), kind.clone()))
            .collect();
        let mut arm = Arm { body: None, loose: IdxRange::default(), metavariables: names };
        self.in_definition(|parser| {
            parser.at_tokens(written.clone(), |parser| parser.arm_tokens(written, &mut arm));
        });
        self.source.tokens.truncate(length);
        self.in_macro = was_in_macro;
        arm
    }

    fn arm_tokens(&mut self, written: Range<usize>, arm: &mut Arm) {
        if self.is_empty() {
            return;
        }
        // Items first, unless they are but macro calls, which statements have as well.
        let items = self.attempt(|parser| {
            let first = parser.out.items.next();
            while !parser.is_empty() {
                parser.item()?;
            }
            let items = &parser.out.items;
            let own = items[items.since(first)].iter().filter(|item| item.parent == parser.parent);
            let is_call = |item: &Item| matches!(item.kind, ItemKind::MacroCall { .. });
            if own.clone().all(is_call) { Err(Stop) } else { Ok(()) }
        });
        if items.is_some() {
            return;
        }
        let body = self.attempt(|parser| {
            parser.new_body(|parser| {
                parser.body.root = Some(parser.statements(BlockKind::Plain, None)?);
                Ok(())
            })
        });
        let body = body.or_else(|| {
            self.attempt(|parser| parser.body_of_exprs(|parser| parser.arguments("").ok_or(Stop)))
        });
        match body {
            Some(body) => arm.body = Some(body),
            None => arm.loose = self.loose_tokens(written),
        }
    }

    fn metavariables(&mut self, matcher: Range<usize>) -> Vec<Metavariable> {
        let tokens = &self.source.tokens[matcher];
        let mut found: Vec<Metavariable> = Vec::new();
        for window in tokens.windows(4) {
            if let [dollar, name, colon, kind] = window
                && is_punct(*dollar, b'$')
                && name.kind == Kind::Word
                && is_punct(*colon, b':')
                && kind.kind == Kind::Word
            {
                found.push((name.extra, self.text_of(*kind).into()));
            }
        }
        // As names they bear their `$`.
        found
            .into_iter()
            .map(|(word, kind)| {
                let text = self.source.words[Word::from_raw(word)];
                (self.dollar_word(text).raw(), kind)
            })
            .collect()
    }

    /// The word `$x`; its text stands somewhere in the file.
    fn dollar_word(&mut self, name: &str) -> Word {
        let text = self.source.text;
        let found = text.match_indices('$').find(|(at, _)| {
            text[at + 1..].starts_with(name) && {
                let after = text[at + 1 + name.len()..].chars().next();
                !after.is_some_and(|c| c == '_' || c.is_alphanumeric())
            }
        });
        match found {
            Some((at, _)) => self.source.word(&text[at..=at + name.len()]),
            None => Word::UNDERSCORE,
        }
    }

    /// Writes tokens once more at the end, as they will be after transcription.
    fn write(&mut self, tokens: Range<usize>, metavariables: &[Metavariable]) {
        let mut at = tokens.start;
        while at < tokens.end {
            let token = self.source.tokens[at];
            let next = if at + 1 < tokens.end { Some(self.source.tokens[at + 1]) } else { None };
            match (token.kind, next) {
                (Kind::Punct, Some(name)) if token.byte == b'$' && name.kind == Kind::Word => {
                    self.substitute(token, name, metavariables);
                    at += 2;
                }
                (Kind::Punct, Some(open))
                    if token.byte == b'$' && open.kind == Kind::Open && open.byte == b'(' =>
                {
                    let close = open.extra as usize;
                    self.write(at + 2..close, metavariables);
                    at = self.after_repetition(close + 1, tokens.end);
                }
                (Kind::Punct, _) if token.byte == b'$' => at += 1,
                (Kind::Open, _) => {
                    let close = token.extra as usize;
                    self.write_group(token, self.source.tokens[close], |parser| {
                        parser.write(at + 1..close, metavariables);
                    });
                    at = close + 1;
                }
                _ => {
                    self.source.tokens.push(token);
                    at += 1;
                }
            }
        }
    }

    fn write_group(&mut self, open: Token, close: Token, fill: impl FnOnce(&mut Self)) {
        let first = self.source.tokens.len();
        self.source.tokens.push(open);
        fill(self);
        let last = self.source.tokens.len();
        self.source.tokens.push(Token { extra: to_u32(first), ..close });
        self.source.tokens[first].extra = to_u32(last);
    }

    /// The separator and the operator after `$( … )`.
    fn after_repetition(&self, at: usize, end: usize) -> usize {
        let is_operator = |at: usize| {
            at < end && {
                let token = self.source.tokens[at];
                token.kind == Kind::Punct && matches!(token.byte, b'*' | b'+' | b'?')
            }
        };
        (at..end.min(at + 4)).find(|at| is_operator(*at)).map_or(at, |operator| operator + 1)
    }

    fn substitute(&mut self, dollar: Token, name: Token, metavariables: &[Metavariable]) {
        let text = self.source.text;
        // Where one macro writes another, the two may come from different places.
        let Some(spelt) = text.get(dollar.start as usize..name.end as usize) else {
            self.source.tokens.push(name);
            return;
        };
        let word = self.source.word(spelt);
        let kind = metavariables.iter().find(|(known, _)| *known == word.raw()).map_or("", |(_, kind)| kind);
        let written = Token {
            kind: Kind::Word,
            byte: 0,
            joint: false,
            start: dollar.start,
            end: name.end,
            extra: word.raw(),
        };
        match kind {
            "vis" | "item" => {}
            "lifetime" => self.source.tokens.push(Token { kind: Kind::Lifetime, ..written }),
            "block" => {
                let open = Token { kind: Kind::Open, byte: b'{', ..written };
                let close = Token { kind: Kind::Close, byte: b'}', ..written };
                self.write_group(open, close, |parser| parser.source.tokens.push(written));
            }
            "stmt" => {
                self.source.tokens.push(written);
                self.source.tokens.push(Token { kind: Kind::Punct, byte: b';', ..written });
            }
            _ => self.source.tokens.push(written),
        }
    }
}

fn is_punct(token: Token, byte: u8) -> bool {
    token.kind == Kind::Punct && token.byte == byte
}
