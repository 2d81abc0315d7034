//! Attributes with the names of ours, and calls of `process!`: what they say is kept.
//!
//! Whose they are is not known here. What can not be read in one says nothing: the macro itself
//! refuses it, at the very token.

use super::attributes::Meta;
use super::paths::Style;
use super::{Kind, Parser, Token, Word};
use crate::arena::{IdxRange, to_u32};
use crate::read::mark::{Mark, MarkKind, Text};
use crate::read::summary::{ItemId, PathId};
use std::ops::Range;

/// A mark, and the tokens that what it derives is made of.
pub(super) struct Marked {
    pub(super) mark: Mark,
    /// `crate = path`: where our crate is, for what is derived.
    pub(super) krate: Meta,
    pub(super) calls: Vec<Meta>,
    pub(super) publishes: Vec<Meta>,
}

impl Parser<'_> {
    /// The marks among the attributes of an item.
    pub(super) fn marks(&mut self, attributes: Range<usize>, item: ItemId) -> Vec<Marked> {
        let mut found = Vec::new();
        let tokens = &self.source.tokens[attributes.clone()];
        if tokens.iter().any(|token| self.mark_kind(*token).is_some()) && self.keeps_marks() {
            for meta in self.at_tokens(attributes, Self::skip_attributes).unwrap_or_default() {
                self.marks_in(meta, item, &mut found);
            }
        }
        found
    }

    /// A call of `process!` with these tokens in its brackets.
    pub(super) fn process_mark(
        &mut self,
        path: PathId,
        called: Token,
        tokens: Range<usize>,
    ) -> Option<Marked> {
        if self.mark_kind(called) != Some(MarkKind::Process) || tokens.is_empty() || !self.keeps_marks() {
            return None;
        }
        let item = self.parent?;
        let (name, options) = self.process_name(tokens.clone())?;
        let conditions = self.at_tokens(tokens.clone(), Self::skip_attributes).unwrap_or_default();
        self.join_cfg(item, conditions);
        let mut marked = Marked::new(MarkKind::Process, item, path, self.range_of(&tokens));
        for option in self.listed(options) {
            self.mark_argument(&mut marked, option);
        }
        let text = self.source.words[name.word()].into();
        marked.mark.process = Some(Text { text, span: (name.start, name.end) });
        Some(marked)
    }

    /// `process!(payout);` where a statement may stand.
    pub(super) fn is_process_item(&mut self) -> bool {
        let mut last = 0;
        while self.is_pair_at(last + 1, b':', b':') {
            last += 3;
        }
        let is_process = |token| self.mark_kind(token) == Some(MarkKind::Process);
        if !self.peek(last).is_some_and(is_process) || !self.is_punct_at(last + 1, b'!') {
            return false;
        }
        let Some(open) = self.peek(last + 2).filter(|open| open.kind == Kind::Open) else { return false };
        let close = open.extra as usize;
        let ends = open.byte == b'{' || (close + 1 < self.end && self.source.tokens[close + 1].byte == b';');
        ends && self.process_name(self.at + last + 3..close).is_some()
    }

    /// In `payout`, or `pub payout, crate = flow`, attributes before it: the name, and what comes
    /// after. Nothing else is read so that another's macro might be given, but for a lone name.
    fn process_name(&mut self, tokens: Range<usize>) -> Option<(Token, Range<usize>)> {
        self.looked_at(tokens, |parser| {
            parser.skip_attributes()?;
            parser.visibility()?;
            parser.ident()?;
            let name = parser.source.tokens[parser.at - 1];
            if !parser.is_empty() {
                parser.expect_punct(b',', "`,`")?;
            }
            if !parser.is_empty() && !parser.is_word(Word::CRATE) {
                return Err(parser.stop("`crate`"));
            }
            Ok((name, parser.at..parser.end))
        })
    }

    /// One of our macros is imported by another name.
    pub(super) fn alias(&mut self, original: Token, alias: Token) {
        if alias.extra != original.extra && self.mark_kind(original).is_some() {
            self.aliases.push((alias.word(), original.word()));
        }
    }

    /// Not in the arms of a macro, nor in copies of what was read.
    fn keeps_marks(&self) -> bool {
        !self.is_in_definition() && !self.deriving
    }

    fn mark_kind(&self, token: Token) -> Option<MarkKind> {
        if token.kind != Kind::Word {
            return None;
        }
        let alias = self.aliases.iter().find(|(alias, _)| *alias == token.word());
        match alias.map_or(token.word(), |(_, original)| *original) {
            Word::OPERATION => Some(MarkKind::Operation),
            Word::STEP => Some(MarkKind::Step),
            Word::COMPENSATION => Some(MarkKind::Compensation),
            Word::MESSAGE => Some(MarkKind::Message),
            Word::PROCESS => Some(MarkKind::Process),
            Word::ENVIRONMENT => Some(MarkKind::Environment),
            _ => None,
        }
    }

    fn marks_in(&mut self, meta: Meta, item: ItemId, found: &mut Vec<Marked>) {
        match self.text_of(self.source.tokens[meta.start]) {
            "cfg_attr" => {
                for meta in self.arguments_of(meta).into_iter().skip(1) {
                    self.marks_in(meta, item, found);
                }
            }
            "derive" => {
                let derived = self.arguments_of(meta).into_iter();
                found.extend(derived.filter_map(|meta| self.mark(meta, item, true)));
            }
            // What the derive is told stands beside it.
            "environment" => {
                for argument in self.arguments_of(meta) {
                    let derives = |marked: &&mut Marked| marked.mark.kind == MarkKind::Environment;
                    let Some(marked) = found.iter_mut().find(derives) else { return };
                    self.mark_argument(marked, argument);
                }
            }
            _ => found.extend(self.mark(meta, item, false)),
        }
    }

    fn mark(&mut self, meta: Meta, item: ItemId, in_derive: bool) -> Option<Marked> {
        let last = self.last_segment(&meta);
        let kind = self.mark_kind(*self.source.tokens[..meta.end].get(last)?)?;
        if kind == MarkKind::Process || (kind == MarkKind::Environment) != in_derive {
            return None;
        }
        let span = self.range_of(&meta);
        let arguments = self.arguments_of(last..meta.end);
        let path = self.whole_path(meta.start..last + 1)?;
        let mut marked = Marked::new(kind, item, path, span);
        for argument in arguments {
            self.mark_argument(&mut marked, argument);
        }
        Some(marked)
    }

    /// The token of the last segment of the path that stands here.
    fn last_segment(&self, meta: &Meta) -> usize {
        let tokens = &self.source.tokens[..meta.end];
        let is_colon = |token: &Token| token.kind == Kind::Punct && token.byte == b':';
        let colons = |at: usize| tokens.get(at..at + 2).is_some_and(|pair| pair.iter().all(is_colon));
        let mut last = meta.start + if colons(meta.start) { 2 } else { 0 };
        while colons(last + 1) {
            last += 3;
        }
        last
    }

    /// `key = "text"`, `key = path`, `key(path, …)`.
    fn mark_argument(&mut self, marked: &mut Marked, argument: Meta) {
        let tokens = &self.source.tokens[argument.clone()];
        let Some(key) = tokens.first().map(|key| self.text_of(*key)) else { return };
        let value = argument.end.min(argument.start + 2)..argument.end;
        let Marked { mark, krate, calls, publishes } = marked;
        match key {
            "process" => mark.process = self.mark_text(value),
            "context" => mark.context = self.mark_text(value),
            "topic" => mark.topic = self.mark_text(value),
            "effect" => mark.effect = self.mark_text(value),
            "rehearse" => mark.rehearse = self.whole_path(value),
            "crate" => *krate = value,
            "calls" => (mark.calls, *calls) = self.mark_paths(argument),
            "publishes" => (mark.publishes, *publishes) = self.mark_paths(argument),
            _ => {}
        }
    }

    /// A plain string literal, and nothing else.
    fn mark_text(&self, tokens: Range<usize>) -> Option<Text> {
        let [token] = self.source.tokens.get(tokens.clone())? else { return None };
        let text = self.string_at(tokens.start)?;
        let written = self.text_of(*token);
        let before = to_u32(written.find('"')? + 1);
        let start = token.start + before;
        Some(Text { text: text.into(), span: (start, start + to_u32(text.len())) })
    }

    fn mark_paths(&mut self, argument: Meta) -> (Vec<PathId>, Vec<Meta>) {
        let listed = self.arguments_of(argument).into_iter();
        listed.filter_map(|tokens| Some((self.whole_path(tokens.clone())?, tokens))).unzip()
    }

    /// The path that these tokens are.
    fn whole_path(&mut self, tokens: Range<usize>) -> Option<PathId> {
        self.at_tokens(tokens, |parser| parser.attempt(|parser| parser.path(Style::Plain)))
    }

    fn range_of(&self, tokens: &Range<usize>) -> (u32, u32) {
        (self.source.tokens[tokens.start].start, self.source.tokens[tokens.end - 1].end)
    }
}

impl Marked {
    fn new(kind: MarkKind, item: ItemId, path: PathId, span: (u32, u32)) -> Self {
        let mark = Mark {
            kind,
            item,
            span,
            path,
            context: None,
            process: None,
            topic: None,
            effect: None,
            rehearse: None,
            calls: Vec::new(),
            publishes: Vec::new(),
            derived: IdxRange::default(),
        };
        Marked { mark, krate: 0..0, calls: Vec::new(), publishes: Vec::new() }
    }
}
