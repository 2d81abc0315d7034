//! The paths that a macro writes where it is called.
//!
//! They are found by looking at the tokens that came out of it: whatever they are part of, a path is
//! a path. What stands in the call's argument alone is left out, since who reads the call reads that.

use super::pieces::is;
use crate::read::lex::{Kind, Token, Tokens, Word};
use std::ops::Range;

/// A path that a macro writes.
#[derive(Clone, Debug)]
pub(crate) struct ExpandedPath {
    /// Begins with `::`.
    pub(crate) global: bool,
    /// Begins with `$crate`, which is no part of the names.
    pub(crate) of_its_crate: bool,
    pub(crate) names: Vec<ExpandedName>,
    pub(crate) is_called: bool,
    /// It is a macro that is called with this argument.
    pub(crate) argument: Option<String>,
}

/// A name in it.
#[derive(Clone, Debug)]
pub(crate) struct ExpandedName {
    pub(crate) text: Box<str>,
    /// It stands in the rules, and not in the argument.
    pub(crate) is_own: bool,
}

/// Where the argument of a macro stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Argument {
    /// In the code, where it is read.
    Read,
    /// In what another macro writes: a path of nothing but arguments is told by nobody else.
    Written,
}

/// The paths among the tokens that came out of a macro; those that begin before `own` are of its rules.
pub(in crate::read) fn names_written(
    source: &Tokens<'_>,
    tokens: &[Token],
    own: usize,
    argument: Argument,
) -> Vec<ExpandedPath> {
    let mut scan = Scan { source, tokens, own, argument, found: Vec::new() };
    scan.all(0..tokens.len());
    scan.found
}

/// The paths in all transcribers of a macro.
pub(in crate::read) fn names_of_rules(source: &Tokens<'_>, rules: Range<usize>) -> Vec<ExpandedPath> {
    let tokens = &source.tokens[rules];
    let mut scan = Scan { source, tokens, own: usize::MAX, argument: Argument::Read, found: Vec::new() };
    let mut at = 0;
    while at < tokens.len() {
        let is_arrow = at > 1 && is(tokens[at - 2], b'=') && is(tokens[at - 1], b'>');
        match tokens[at].kind {
            Kind::Open => {
                let close = scan.close_of(at);
                if is_arrow {
                    scan.all(at + 1..close);
                }
                at = close + 1;
            }
            _ => at += 1,
        }
    }
    scan.found
}

/// Whether a macro makes paths or calls of its arguments, or goes on with them: `$a::b`, `a::$b`, `$a(…)`,
/// `$a!(…)`.
pub(in crate::read) fn composes(rules: &Tokens<'_>) -> bool {
    let at = |index: usize, byte: u8| rules.tokens.get(index).is_some_and(|token| is(*token, byte));
    let is_variable = |index: usize| {
        let name = rules.tokens.get(index + 1);
        at(index, b'$')
            && name.is_some_and(|name| {
                name.kind == Kind::Open || (name.kind == Kind::Word && name.word() != Word::CRATE)
            })
    };
    (0..rules.tokens.len()).filter(|index| is_variable(*index)).any(|index| {
        let after = match rules.tokens[index + 1] {
            // Behind the bracket of a repetition stands its sign.
            token if token.kind == Kind::Open => token.extra as usize + 2,
            _ => index + 2,
        };
        let is_called =
            rules.tokens.get(after).is_some_and(|next| next.kind == Kind::Open && next.byte == b'(');
        let goes_on = at(after, b'!') || is_called || at(after, b':') && at(after + 1, b':');
        let continues = index > 1 && at(index - 1, b':') && at(index - 2, b':');
        goes_on || continues
    })
}

/// Words before a name that is declared.
const DECLARING: [Word; 11] = [
    Word::CONST,
    Word::ENUM,
    Word::FN,
    Word::LET,
    Word::MOD,
    Word::MUT,
    Word::REF,
    Word::STATIC,
    Word::STRUCT,
    Word::TRAIT,
    Word::TYPE,
];

struct Scan<'s> {
    source: &'s Tokens<'s>,
    tokens: &'s [Token],
    own: usize,
    argument: Argument,
    found: Vec<ExpandedPath>,
}

impl Scan<'_> {
    fn all(&mut self, tokens: Range<usize>) {
        let mut at = tokens.start;
        while at < tokens.end {
            at = if self.tokens[at].kind == Kind::Word { self.path(at, tokens.end) } else { at + 1 };
        }
    }

    fn is_own(&self, token: Token) -> bool {
        (token.start as usize) < self.own
    }

    fn is_at(&self, at: usize, byte: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| is(*token, byte))
    }

    fn is_pair(&self, at: usize) -> bool {
        self.is_at(at, b':') && self.is_at(at + 1, b':')
    }

    fn is_open(&self, at: usize, bracket: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Open && token.byte == bracket)
    }

    fn close_of(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (at, token) in self.tokens.iter().enumerate().skip(open) {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth -= 1,
                _ => continue,
            }
            if depth == 0 {
                return at;
            }
        }
        self.tokens.len()
    }

    /// The path that begins here; one past what was looked at.
    fn path(&mut self, first: usize, end: usize) -> usize {
        let before = |back: usize, byte: u8| first >= back && self.is_at(first - back, byte);
        // A member, or what a qualified path ends in: types would have to be known.
        let is_member = before(1, b'.') && !before(2, b'.');
        let global = before(1, b':') && before(2, b':');
        let is_qualified = global && before(3, b'>');
        let word = self.tokens[first].word();
        let is_variable = before(1, b'$') && word != Word::CRATE;
        let is_declared = first > 0 && {
            let before = self.tokens[first - 1];
            before.kind == Kind::Word && DECLARING.contains(&before.word())
        };
        if is_member || is_qualified || is_variable || (word.is_keyword() && !word.is_path_keyword()) {
            return first + 1;
        }
        let of_its_crate =
            self.source.text_of(self.tokens[first]) == "$crate" || (word == Word::CRATE && before(1, b'$'));
        let mut names = vec![first];
        let mut at = first + 1;
        while self.is_pair(at) && at + 2 < end {
            if self.tokens[at + 2].kind == Kind::Word {
                names.push(at + 2);
                at += 3;
            } else if self.is_at(at + 2, b'<') {
                at = self.after_arguments(at + 2);
            } else {
                break;
            }
        }
        if of_its_crate {
            names.remove(0);
        }
        let is_macro =
            self.is_at(at, b'!') && self.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Open);
        let given = if is_macro { at + 2..self.close_of(at + 1) } else { at..at };
        let fed = self.tokens.get(given.clone()).unwrap_or_default();
        let is_fed = fed.iter().any(|token| self.is_own(*token));
        let argument = is_macro.then(|| self.text(given));
        let path = Path { global, of_its_crate, is_called: self.is_open(at, b'('), argument, is_fed };
        if self.is_pair(at) && self.is_open(at + 2, b'{') {
            let close = self.close_of(at + 2);
            self.branches(&names, &path, at + 3..close);
            return close + 1;
        }
        let single = names.len() == 1 && !global && !of_its_crate;
        let is_capital = || self.source.text_of(self.tokens[first]).starts_with(char::is_uppercase);
        let is_keyword = single && word.is_keyword();
        if is_keyword || (single && (is_declared || !(is_macro || path.is_called || is_capital()))) {
            return at;
        }
        self.push(&names, path);
        at
    }

    /// The leaves of a `use` tree.
    fn branches(&mut self, prefix: &[usize], path: &Path, tokens: Range<usize>) {
        let mut at = tokens.start;
        let mut names = prefix.to_vec();
        while at < tokens.end {
            let token = self.tokens[at];
            match (token.kind, token.byte) {
                (Kind::Punct, b',') => {
                    if names.len() > prefix.len() {
                        self.push(&names, path.leaf());
                    }
                    names.truncate(prefix.len());
                    at += 1;
                }
                // The alias names nothing.
                (Kind::Word, _) if token.word() == Word::AS => at += 2,
                (Kind::Word, _) => {
                    names.push(at);
                    at += 1;
                }
                (Kind::Open, _) => {
                    let close = self.close_of(at);
                    self.branches(&names, path, at + 1..close);
                    names.truncate(prefix.len());
                    at = close + 1;
                }
                (Kind::Punct, b'*') => {
                    self.push(&names, path.leaf());
                    names.truncate(prefix.len());
                    at += 1;
                }
                _ => at += 1,
            }
        }
        if names.len() > prefix.len() {
            self.push(&names, path.leaf());
        }
    }

    fn push(&mut self, names: &[usize], path: Path) {
        let Path { global, of_its_crate, is_called, argument, is_fed } = path;
        let name = |at: &usize| {
            let token = self.tokens[*at];
            let text = self.source.text_of(token);
            let is_own = self.is_own(token);
            ExpandedName { text: text.strip_prefix("r#").unwrap_or(text).into(), is_own }
        };
        // `a::{self}` is `a`.
        let last = names.last().map(|at| self.tokens[*at].word());
        let names = match last {
            Some(Word::SELF_VALUE) if names.len() > 1 => &names[..names.len() - 1],
            _ => names,
        };
        let names: Vec<ExpandedName> = names.iter().map(name).collect();
        if is_fed || self.argument == Argument::Written || names.iter().any(|name| name.is_own) {
            self.found.push(ExpandedPath { global, of_its_crate, names, is_called, argument });
        }
    }

    /// One past the `>` that closes what the `<` here opens.
    fn after_arguments(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for at in open..self.tokens.len() {
            let arrow = at > 0 && self.is_at(at - 1, b'-') && self.tokens[at - 1].joint;
            if self.is_at(at, b'<') {
                depth += 1;
            } else if self.is_at(at, b'>') && !arrow {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
        }
        self.tokens.len()
    }

    /// Tokens as text again.
    fn text(&self, tokens: Range<usize>) -> String {
        let mut text = String::new();
        for token in self.tokens.get(tokens).unwrap_or_default() {
            text.push_str(self.source.text_of(*token));
            if token.kind != Kind::Punct || !token.joint {
                text.push(' ');
            }
        }
        text
    }
}

/// How a path stands there.
struct Path {
    global: bool,
    of_its_crate: bool,
    is_called: bool,
    argument: Option<String>,
    /// The rules of the macro say what it is called with.
    is_fed: bool,
}

impl Path {
    fn leaf(&self) -> Path {
        let Path { global, of_its_crate, .. } = *self;
        Path { global, of_its_crate, is_called: false, argument: None, is_fed: false }
    }
}
