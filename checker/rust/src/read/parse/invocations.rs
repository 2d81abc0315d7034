//! Invocations of the macros behind the door: what they say is kept.
//!
//! Whose a macro of that name is, is not known here. What can not be read in an invocation says
//! nothing: the macro itself refuses it, at the very token.

use super::attributes::Meta;
use super::paths::Style;
use super::{Kind, Parser, Token};
use crate::arena::{IdxRange, to_u32};
use crate::read::derive::{Form, Given, Macro, MacroKind, TokenRange};
use crate::read::invocation::{GivenArgument, Invocation, Text, Value};
use crate::read::summary::{ItemId, PathId};
use std::ops::Range;

/// An invocation, and the tokens that what it derives is made of.
pub(super) struct Invoked {
    pub(super) invocation: Invocation,
    pub(super) given: Vec<Given>,
}

/// What a call is told, up to its options.
struct Called {
    name: Token,
    options: Range<usize>,
}

impl<'s> Parser<'s> {
    /// The invocations among the attributes of an item.
    pub(super) fn invocations(&mut self, attributes: Range<usize>, item: ItemId) -> Vec<Invoked> {
        let mut found = Vec::new();
        let tokens = &self.source.tokens[attributes.clone()];
        if tokens.iter().any(|token| self.invocable(*token).is_some()) && self.keeps_invocations() {
            for meta in self.at_tokens(attributes, Self::skip_attributes).unwrap_or_default() {
                self.invocations_in(meta, item, &mut found);
            }
        }
        found
    }

    /// A call with these tokens in its brackets, if a macro behind the door is called.
    pub(super) fn invoking_call(
        &mut self,
        path: PathId,
        called: Token,
        tokens: Range<usize>,
    ) -> Option<Invoked> {
        let (index, invoked) = self.callable(called)?;
        if tokens.is_empty() || !self.keeps_invocations() {
            return None;
        }
        let item = self.parent?;
        let Called { name, options } = self.called(invoked, tokens.clone())?;
        let conditions = self.at_tokens(tokens.clone(), Self::skip_attributes).unwrap_or_default();
        self.join_cfg(item, conditions);
        let mut found = Invoked::new(index, item, path, self.range_of(&tokens));
        for option in self.source.listed(options) {
            self.argument_of(&mut found, option);
        }
        let text = self.source.words[name.word()].into();
        found.invocation.name = Some(Text { text, span: (name.start, name.end) });
        Some(found)
    }

    /// Such a call where a statement may stand: `name!(thing);`.
    pub(super) fn is_invoking_call(&mut self) -> bool {
        let mut last = 0;
        while self.is_pair_at(last + 1, b':', b':') {
            last += 3;
        }
        let Some((_, invoked)) = self.peek(last).and_then(|token| self.callable(token)) else { return false };
        if !self.is_punct_at(last + 1, b'!') {
            return false;
        }
        let Some(open) = self.peek(last + 2).filter(|open| open.kind == Kind::Open) else { return false };
        let close = open.extra as usize;
        let ends = open.byte == b'{' || (close + 1 < self.end && self.source.tokens[close + 1].byte == b';');
        ends && self.called(invoked, self.at + last + 3..close).is_some()
    }

    /// In `thing`, or `pub thing, key = value`, attributes before it: the name, and what comes after.
    /// Nothing else is read so that another's macro might be given, but for a lone name.
    fn called(&mut self, invoked: &Macro, tokens: Range<usize>) -> Option<Called> {
        self.looked_at(tokens, |parser| {
            parser.skip_attributes()?;
            parser.visibility()?;
            parser.ident()?;
            let name = parser.source.tokens[parser.at - 1];
            if !parser.is_empty() {
                parser.expect_punct(b',', "`,`")?;
            }
            let known = |token| invoked.argument(parser.text_of(token)).is_some();
            if !parser.is_empty() && !parser.peek(0).is_some_and(known) {
                return Err(parser.stop("an argument that the macro knows"));
            }
            Ok(Called { name, options: parser.at..parser.end })
        })
    }

    /// One of the macros is imported by another name.
    pub(super) fn alias(&mut self, original: Token, alias: Token) {
        if alias.extra != original.extra
            && let Some(index) = self.invocable(original)
        {
            self.aliases.push((alias.word(), index));
        }
    }

    /// The macros whose names the file has a word for.
    pub(super) fn look_for_invocable(&mut self) {
        let named = self.derive.macros().iter().enumerate();
        let known = named.filter_map(|(index, found)| Some((self.source.known_word(found.name)?, index)));
        self.invocable = known.collect();
        let renamed = self.renamed.iter();
        self.invocable
            .extend(renamed.filter_map(|other| Some((self.source.known_word(&other.name)?, other.invoked))));
    }

    /// Not in the arms of a macro, nor in copies of what was read.
    fn keeps_invocations(&self) -> bool {
        !self.is_in_definition() && !self.deriving
    }

    /// The index of the macro that a word names. What an import calls so goes before.
    fn invocable(&self, token: Token) -> Option<usize> {
        if token.kind != Kind::Word {
            return None;
        }
        let found = self.aliases.iter().chain(&self.invocable).find(|(word, _)| *word == token.word());
        found.map(|(_, index)| *index)
    }

    fn callable(&self, token: Token) -> Option<(usize, &'s Macro)> {
        let index = self.invocable(token)?;
        let invoked = &self.derive.macros()[index];
        (invoked.kind == MacroKind::Call).then_some((index, invoked))
    }

    fn invocations_in(&mut self, meta: Meta, item: ItemId, found: &mut Vec<Invoked>) {
        match self.text_of(self.source.tokens[meta.start]) {
            "cfg_attr" => {
                for meta in self.arguments_of(meta).into_iter().skip(1) {
                    self.invocations_in(meta, item, found);
                }
            }
            "derive" => {
                let derived = self.arguments_of(meta).into_iter();
                found.extend(derived.filter_map(|meta| self.invocation(meta, item, true)));
            }
            // What a derive is told stands beside it.
            word if self.is_helper(word) => {
                for argument in self.arguments_of(meta) {
                    let macros = self.derive.macros();
                    let helped = |invoked: &&mut Invoked| {
                        let invoked = &macros[invoked.invocation.invoked as usize];
                        matches!(invoked.kind, MacroKind::Derive { helper: Some(helper) } if helper == word)
                    };
                    let Some(invoked) = found.iter_mut().find(helped) else { return };
                    self.argument_of(invoked, argument);
                }
            }
            _ => found.extend(self.invocation(meta, item, false)),
        }
    }

    fn is_helper(&self, word: &str) -> bool {
        let mut kinds = self.derive.macros().iter().map(|found| found.kind);
        kinds.any(|kind| matches!(kind, MacroKind::Derive { helper: Some(helper) } if helper == word))
    }

    fn invocation(&mut self, meta: Meta, item: ItemId, in_derive: bool) -> Option<Invoked> {
        let last = self.last_segment(&meta);
        let index = self.invocable(*self.source.tokens[..meta.end].get(last)?)?;
        match self.derive.macros()[index].kind {
            MacroKind::Attribute if !in_derive => {}
            MacroKind::Derive { .. } if in_derive => {}
            _ => return None,
        }
        let span = self.range_of(&meta);
        let arguments = self.arguments_of(last..meta.end);
        let path = self.whole_path(meta.start..last + 1)?;
        let mut found = Invoked::new(index, item, path, span);
        for argument in arguments {
            self.argument_of(&mut found, argument);
        }
        Some(found)
    }

    /// The token of the last segment of the path that stands here.
    pub(super) fn last_segment(&self, meta: &Meta) -> usize {
        let tokens = &self.source.tokens[..meta.end];
        let is_colon = |token: &Token| token.kind == Kind::Punct && token.byte == b':';
        let colons = |at: usize| tokens.get(at..at + 2).is_some_and(|pair| pair.iter().all(is_colon));
        let mut last = meta.start + if colons(meta.start) { 2 } else { 0 };
        while colons(last + 1) {
            last += 3;
        }
        last
    }

    /// `key = "text"`, `key = path`, `key(path, …)`; or the text alone, where its key need not be said.
    fn argument_of(&mut self, invoked: &mut Invoked, argument: Meta) {
        let tokens = &self.source.tokens[argument.clone()];
        let Some(first) = tokens.first().map(|key| self.text_of(*key)) else { return };
        let of = &self.derive.macros()[invoked.invocation.invoked as usize];
        let (key, value) = match of.leading.filter(|_| self.quoted(argument.clone()).is_some()) {
            Some(leading) => (leading, argument.clone()),
            None => (first, argument.end.min(argument.start + 2)..argument.end),
        };
        let Some(index) = of.argument(key) else { return };
        let (said, tokens) = match of.arguments[index].form {
            Form::Text => (self.quoted(value).map(Value::Text), Vec::new()),
            Form::Number => (self.counted(value).map(Value::Text), Vec::new()),
            Form::Path(_) => (self.whole_path(value.clone()).map(Value::Path), vec![TokenRange(value)]),
            Form::Paths(_) => {
                let (paths, tokens) = self.paths_in(argument);
                (Some(Value::Paths(paths)), tokens)
            }
            Form::Tokens => (None, vec![TokenRange(value)]),
        };
        // What is said last counts.
        let Invoked { invocation, given } = invoked;
        given.retain(|given| given.argument != index);
        given.push(Given { argument: index, tokens });
        invocation.arguments.retain(|given| given.argument != to_u32(index));
        let at = invocation.arguments.partition_point(|given| given.argument < to_u32(index));
        let said = said.map(|value| GivenArgument { argument: to_u32(index), key: key.into(), value });
        invocation.arguments.splice(at..at, said);
    }

    /// A plain string literal, and nothing else.
    fn quoted(&self, tokens: Range<usize>) -> Option<Text> {
        let [token] = self.source.tokens.get(tokens.clone())? else { return None };
        let text = self.string_at(tokens.start)?;
        let written = self.text_of(*token);
        let before = to_u32(written.find('"')? + 1);
        let start = token.start + before;
        Some(Text { text: text.into(), span: (start, start + to_u32(text.len())) })
    }

    /// A whole number, and nothing else.
    fn counted(&self, tokens: Range<usize>) -> Option<Text> {
        let [token] = self.source.tokens.get(tokens)? else { return None };
        let text = Some(self.text_of(*token)).filter(|_| token.kind == Kind::Int)?;
        Some(Text { text: text.into(), span: (token.start, token.start + to_u32(text.len())) })
    }

    fn paths_in(&mut self, argument: Meta) -> (Vec<PathId>, Vec<TokenRange>) {
        let listed = self.arguments_of(argument).into_iter();
        listed.filter_map(|tokens| Some((self.whole_path(tokens.clone())?, TokenRange(tokens)))).unzip()
    }

    /// The path that these tokens are.
    pub(super) fn whole_path(&mut self, tokens: Range<usize>) -> Option<PathId> {
        self.at_tokens(tokens, |parser| parser.attempt(|parser| parser.path(Style::Plain)))
    }

    fn range_of(&self, tokens: &Range<usize>) -> (u32, u32) {
        (self.source.tokens[tokens.start].start, self.source.tokens[tokens.end - 1].end)
    }
}

impl Invoked {
    fn new(invoked: usize, item: ItemId, path: PathId, span: (u32, u32)) -> Self {
        let (name, arguments, derived) = (None, Vec::new(), IdxRange::default());
        let invocation = Invocation { invoked: to_u32(invoked), item, span, path, name, arguments, derived };
        Invoked { invocation, given: Vec::new() }
    }
}
