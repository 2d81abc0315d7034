//! Calls of macros that the file itself defines: read as the items that they stand for.

use super::paths::Style;
use super::{Kind, Parser, Read, Stop, Token, Word};
use crate::read::expand::{self, Budget, Fragment, Host};
use crate::read::summary::NOWHERE;
use std::ops::Range;

/// As deep as the compiler goes.
const RECURSION_LIMIT: usize = 128;

/// Words without which a macro declares nothing.
const DECLARING: [Word; 11] = [
    Word::LET,
    Word::FN,
    Word::STRUCT,
    Word::ENUM,
    Word::IMPL,
    Word::CONST,
    Word::STATIC,
    Word::MOD,
    Word::TRAIT,
    Word::TYPE,
    Word::USE,
];

/// The macros that are in scope, and where we are in carrying them out.
pub(super) struct Macros {
    /// The word of each macro and the tokens of its rules; a later one hides an earlier.
    known: Vec<(u32, Range<usize>)>,
    budget: Budget,
    depth: usize,
    /// Length of the file's own text: what stands behind it are definitions from elsewhere.
    own: u32,
    /// In the arms of a definition, where metavariables are names and calls can not be carried out.
    in_definition: bool,
    /// While calls are carried out: where the argument of the outermost call stands, and the call.
    outermost: Option<Outermost>,
}

#[derive(Clone)]
struct Outermost {
    argument: Range<u32>,
    call: (u32, u32),
}

impl Macros {
    pub(super) fn new(own: u32) -> Self {
        let (known, budget) = (Vec::new(), Budget::OF_A_FILE);
        Macros { known, budget, depth: 0, own, in_definition: false, outermost: None }
    }
}

impl Parser<'_> {
    /// A macro is defined: it is in scope from here on.
    pub(super) fn define_macro(&mut self, word: u32, rules: Range<usize>) {
        if !self.macros.in_definition {
            self.macros.known.push((word, rules));
        }
    }

    /// The `macro_rules!` behind the file's own tokens are in scope everywhere.
    pub(super) fn define_from(&mut self, start: usize) {
        let mut at = start;
        while let Some([_, _, name, open]) = self.source.tokens.get(at..at + 4) {
            let (word, close) = (name.extra, open.extra as usize);
            self.define_macro(word, at + 4..close);
            at = close + 1;
        }
    }

    /// How many macros are in scope, for [`Parser::leave_scope`].
    pub(super) fn scope(&self) -> usize {
        self.macros.known.len()
    }

    pub(super) fn leave_scope(&mut self, scope: usize) {
        self.macros.known.truncate(scope);
    }

    pub(super) fn is_in_definition(&self) -> bool {
        self.macros.in_definition
    }

    /// Whether what is read now was written by a macro.
    pub(super) fn is_carried_out(&self) -> bool {
        self.macros.outermost.is_some()
    }

    pub(super) fn in_definition<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let was = std::mem::replace(&mut self.macros.in_definition, true);
        let found = read(self);
        self.macros.in_definition = was;
        found
    }

    /// Carries out the call of a macro with these tokens as its argument, and reads what comes out of
    /// it with `read`, all of it. `None`, and nothing is changed, if the macro is not known, none of
    /// its rules fits, or `read` does not.
    pub(super) fn expanded<T>(
        &mut self,
        word: u32,
        call: Range<usize>,
        read: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Option<T> {
        if self.macros.in_definition || self.macros.depth >= RECURSION_LIMIT {
            return None;
        }
        let rules = self.macros.known.iter().rev().find(|(known, _)| *known == word)?.1.clone();
        let length = self.source.tokens.len();
        let mut budget = self.macros.budget;
        let written = expand::expand(self, rules, call.clone(), length, &mut budget);
        self.macros.budget = budget;
        self.source.tokens.extend(written?);
        let written = length..self.source.tokens.len();
        let outer = self.macros.outermost.clone();
        if outer.is_none() {
            self.macros.outermost = Some(self.outermost(&call));
        }
        self.macros.depth += 1;
        let was_in_macro = std::mem::replace(&mut self.in_macro, true);
        let found = self.at_tokens(written, |parser| parser.attempt(read));
        self.in_macro = was_in_macro;
        self.macros.depth -= 1;
        self.macros.outermost = outer;
        // Macros that were defined there may be called later.
        if self.macros.known.last().is_none_or(|(_, rules)| rules.start < length) {
            self.source.tokens.truncate(length);
        }
        found
    }

    /// Reads items that a macro behind the door derives, whose every place is that of a name; nothing is changed if they
    /// can not be read.
    pub(super) fn derived_items(&mut self, written: Vec<Token>, name: (u32, u32)) {
        let length = self.source.tokens.len();
        self.source.tokens.extend(written);
        let written = length..self.source.tokens.len();
        let outer = self.macros.outermost.clone();
        self.macros.outermost.get_or_insert(Outermost { argument: 0..0, call: name });
        let was_in_macro = std::mem::replace(&mut self.in_macro, true);
        let was_deriving = std::mem::replace(&mut self.deriving, true);
        self.at_tokens(written, |parser| {
            parser.attempt(|parser| {
                while !parser.is_empty() {
                    parser.item()?;
                }
                Ok(())
            })
        });
        self.deriving = was_deriving;
        self.in_macro = was_in_macro;
        self.macros.outermost = outer;
        self.source.tokens.truncate(length);
    }

    /// The argument of the call that stands here, if its macro is known and declares something.
    pub(super) fn declaring_call(&self) -> Option<Range<usize>> {
        if !self.is_ident() || !self.is_punct_at(1, b'!') {
            return None;
        }
        let (called, open) = (self.peek(0)?, self.peek(2)?);
        let (_, rules) = self.macros.known.iter().rev().find(|(known, _)| *known == called.extra)?;
        let declares = |token: &Token| token.kind == Kind::Word && DECLARING.contains(&token.word());
        let braces = open.kind == Kind::Open && open.byte == b'{';
        let close = open.extra as usize;
        let ends = braces || close + 1 >= self.end || self.source.tokens[close + 1].byte == b';';
        let call = open.kind == Kind::Open && ends;
        (call && self.source.tokens[rules.clone()].iter().any(declares)).then(|| self.at + 3..close)
    }

    fn outermost(&self, argument: &Range<usize>) -> Outermost {
        let tokens = &self.source.tokens;
        let (open, close) = (argument.start - 1, argument.end);
        let mut first = open;
        while first > 0 {
            let token = tokens[first - 1];
            let path = match token.kind {
                Kind::Word => true,
                Kind::Punct => matches!(token.byte, b':' | b'!'),
                _ => false,
            };
            if !path {
                break;
            }
            first -= 1;
        }
        Outermost {
            argument: tokens[open].end..tokens[close].start,
            call: (tokens[first].start, tokens[close].end),
        }
    }

    /// Where a name stands, for references to it.
    pub(super) fn place(&self, token: Token) -> u32 {
        match &self.macros.outermost {
            Some(outermost) if !outermost.argument.contains(&token.start) => NOWHERE,
            _ => token.start,
        }
    }

    /// Where a declared name stands: the last token that was taken.
    pub(super) fn declared_at(&self, at: u32) -> u32 {
        let Some(outermost) = self.macros.outermost.as_ref().filter(|_| at == NOWHERE) else { return at };
        let last = self.at.checked_sub(1).and_then(|last| self.source.tokens.get(last));
        last.filter(|token| token.start < self.macros.own).map_or(outermost.call.0, |token| token.start)
    }

    /// The span of an item: the call's, unless the item was written in the call's argument.
    pub(super) fn span_here(&self, span: (u32, u32)) -> (u32, u32) {
        match &self.macros.outermost {
            Some(Outermost { argument, call }) => {
                let inside = span.0 < span.1 && argument.start <= span.0 && span.1 <= argument.end;
                if inside { span } else { *call }
            }
            None => span,
        }
    }
}

impl Host for Parser<'_> {
    fn token(&self, index: usize) -> Token {
        self.source.tokens[index]
    }

    fn text(&self, token: Token) -> &str {
        self.text_of(token)
    }

    fn dollar_crate(&self) -> u32 {
        self.dollar_crate.raw()
    }

    fn fragment(&mut self, kind: Fragment, tokens: Range<usize>) -> Option<usize> {
        let mut reached = None;
        self.at_tokens(tokens, |parser| {
            parser.attempt_prefix(|parser| {
                parser.fragment_here(kind)?;
                reached = Some(parser.at);
                // All that matters is how far it went.
                Err::<(), _>(Stop)
            })
        });
        reached
    }
}

impl Parser<'_> {
    fn fragment_here(&mut self, kind: Fragment) -> Read<()> {
        match kind {
            Fragment::Expr if self.is_word(Word::LET) || self.is_word(Word::UNDERSCORE) => Err(Stop),
            Fragment::Expr => self.fragment_in_body(|parser| parser.expr().map(drop)),
            Fragment::Ty => self.ty().map(drop),
            Fragment::Path => self.path(Style::Type).map(drop),
            Fragment::Pat => self.fragment_in_body(|parser| parser.pat_with_alternatives().map(drop)),
            Fragment::PatParam => self.fragment_in_body(|parser| parser.pat().map(drop)),
            Fragment::Vis => self.visibility().map(drop),
            Fragment::Item => self.item(),
            Fragment::Stmt => self.fragment_in_body(Self::statement_without_end),
            _ => Err(Stop),
        }
    }

    fn fragment_in_body(&mut self, read: impl FnOnce(&mut Self) -> Read<()>) -> Read<()> {
        let was_no_struct = std::mem::replace(&mut self.no_struct, false);
        let was_in_body = std::mem::replace(&mut self.in_body, true);
        let result = read(self);
        self.no_struct = was_no_struct;
        self.in_body = was_in_body;
        result
    }

    fn statement_without_end(&mut self) -> Read<()> {
        if self.is_item() {
            return self.outside_body(Self::item);
        }
        if !self.is_word(Word::LET) {
            return self.expr().map(drop);
        }
        while !self.is_empty() && !self.is_punct(b';') {
            if self.is_kind(Kind::Open) { self.skip_group() } else { self.at += 1 }
        }
        Ok(())
    }
}
