//! Whether a call fits a matcher, and what its metavariables then stand for.

use super::pieces::{Piece, Repeat, is};
use super::{Budget, Fragment, Host};
use crate::read::lex::{Kind, Token, Word};
use std::ops::Range;

/// What a metavariable stands for: one fragment, or one of these for each time it was repeated.
#[derive(Debug)]
pub(super) enum Bound {
    One(Fragment, Range<usize>),
    Many(Vec<Bound>),
}

/// Metavariables by their word.
pub(super) type Bindings = Vec<(u32, Bound)>;

/// `None` if the call does not fit, or the budget is used up.
pub(super) fn bind(
    host: &mut impl Host,
    pattern: &[Piece],
    call: Range<usize>,
    budget: &mut Budget,
) -> Option<Bindings> {
    let mut bound = Bindings::new();
    let end = call.end;
    let reached = Matcher { host, budget }.sequence(pattern, call, &mut bound)?;
    (reached == end).then_some(bound)
}

struct Matcher<'m, H> {
    host: &'m mut H,
    budget: &'m mut Budget,
}

impl<H: Host> Matcher<'_, H> {
    /// How far the tokens fit all pieces.
    fn sequence(&mut self, pieces: &[Piece], tokens: Range<usize>, bound: &mut Bindings) -> Option<usize> {
        let Range { start: mut at, end } = tokens;
        for piece in pieces {
            self.budget.step(1)?;
            at = match piece {
                Piece::Token(wanted) => self.same(*wanted, at, end)?,
                Piece::Crate { .. } => return None,
                Piece::Group { open, inner, close: _ } => {
                    let next = self.same(*open, at, end)?;
                    let close = self.host.token(at).extra as usize;
                    if self.sequence(inner, next..close, bound)? != close {
                        return None;
                    }
                    close + 1
                }
                Piece::Variable { name, kind, .. } => {
                    let kind = (*kind)?;
                    let next = self.fragment(kind, at..end)?;
                    self.budget.step(next - at)?;
                    bound.push((*name, Bound::One(kind, at..next)));
                    next
                }
                Piece::Repeat(repeat) => self.repeat(repeat, at..end, bound)?,
            };
        }
        Some(at)
    }

    fn repeat(&mut self, repeat: &Repeat, tokens: Range<usize>, bound: &mut Bindings) -> Option<usize> {
        let Range { start: mut at, end } = tokens;
        let mut names = Vec::new();
        variables(&repeat.inner, &mut names);
        let first = bound.len();
        bound.extend(names.iter().map(|name| (*name, Bound::Many(Vec::new()))));
        let mut count = 0;
        while at < end && !(repeat.at_most_one && count == 1) {
            let after_separator =
                if count == 0 { Some(at) } else { self.all_same(repeat.separator.clone(), at, end) };
            let Some(start) = after_separator else { break };
            let mut once = Bindings::new();
            let Some(next) = self.sequence(&repeat.inner, start..end, &mut once) else { break };
            if next == at {
                break;
            }
            at = next;
            count += 1;
            for (name, one) in once {
                let slot = bound[first..].iter_mut().find(|(known, _)| *known == name);
                if let Some((_, Bound::Many(all))) = slot {
                    all.push(one);
                }
            }
        }
        // A break for want of budget is no end of a repetition.
        self.budget.step(1)?;
        (count > 0 || !repeat.at_least_one).then_some(at)
    }

    fn all_same(&self, wanted: Range<usize>, mut at: usize, end: usize) -> Option<usize> {
        for wanted in wanted {
            at = self.same(wanted, at, end)?;
        }
        Some(at)
    }

    fn same(&self, wanted: usize, at: usize, end: usize) -> Option<usize> {
        if at >= end {
            return None;
        }
        let (wanted, found) = (self.host.token(wanted), self.host.token(at));
        let same = wanted.kind == found.kind
            && match wanted.kind {
                Kind::Word | Kind::Lifetime => wanted.extra == found.extra,
                Kind::Open | Kind::Close | Kind::Punct => wanted.byte == found.byte,
                _ => self.host.text(wanted) == self.host.text(found),
            };
        same.then_some(at + 1)
    }

    fn fragment(&mut self, kind: Fragment, tokens: Range<usize>) -> Option<usize> {
        let Range { start: at, end } = tokens;
        if at >= end {
            return (kind == Fragment::Vis).then_some(at);
        }
        let token = self.host.token(at);
        let one = |fits: bool| fits.then_some(at + 1);
        match kind {
            Fragment::Ident => one(token.kind == Kind::Word && token.word() != Word::UNDERSCORE),
            Fragment::Lifetime => one(token.kind == Kind::Lifetime),
            Fragment::Block => {
                (token.kind == Kind::Open && token.byte == b'{').then(|| token.extra as usize + 1)
            }
            Fragment::Literal if is(token, b'-') => {
                let number = at + 1 < end && matches!(self.host.token(at + 1).kind, Kind::Int | Kind::Float);
                number.then_some(at + 2)
            }
            Fragment::Literal => one(is_literal(token)),
            Fragment::Tt => match token.kind {
                Kind::Open => Some(token.extra as usize + 1),
                Kind::Punct => Some(at + self.operator(at, end)),
                _ => Some(at + 1),
            },
            Fragment::Meta => self.meta(at, end),
            _ => {
                let found = self.host.fragment(kind, at..end);
                if found.is_none() {
                    // It may have looked at all that is left.
                    self.budget.step((end - at).min(256))?;
                }
                found.filter(|next| *next > at || kind == Fragment::Vis)
            }
        }
    }

    /// A path, and what an attribute has after it.
    fn meta(&self, mut at: usize, end: usize) -> Option<usize> {
        let start = at;
        while at < end {
            let token = self.host.token(at);
            match token.kind {
                Kind::Word => at += 1,
                Kind::Punct if token.byte == b':' => at += 1,
                Kind::Open if at > start => return Some(token.extra as usize + 1),
                Kind::Punct if token.byte == b'=' && at > start => {
                    let value = self.host.token((at + 1).min(end - 1));
                    let length = if value.kind == Kind::Word { self.call_length(at + 1, end) } else { 1 };
                    return (at + 1 < end).then_some(at + 1 + length);
                }
                _ => break,
            }
        }
        (at > start).then_some(at)
    }

    /// `include_str!("x")` as the value of an attribute.
    fn call_length(&self, at: usize, end: usize) -> usize {
        let mut next = at + 1;
        while next < end && matches!(self.host.token(next).byte, b'!' | b':' | b'(') {
            let token = self.host.token(next);
            next = if token.kind == Kind::Open { token.extra as usize + 1 } else { next + 1 };
        }
        next - at
    }

    /// How many tokens the operator here has: one `tt` as the language counts them.
    fn operator(&self, at: usize, end: usize) -> usize {
        let mut bytes = [0; 3];
        let mut length = 0;
        while length < 3 && at + length < end {
            let token = self.host.token(at + length);
            if token.kind != Kind::Punct {
                break;
            }
            bytes[length] = token.byte;
            length += 1;
            if !token.joint {
                break;
            }
        }
        match &bytes[..length] {
            [b'.', b'.', b'.' | b'='] | [b'<', b'<', b'='] | [b'>', b'>', b'='] => 3,
            [b'=', b'=' | b'>', ..]
            | [b'!' | b'<' | b'>' | b'+' | b'*' | b'/' | b'%' | b'^' | b'&' | b'|' | b'-', b'=', ..]
            | [b'-', b'>', ..]
            | [b'<', b'<' | b'-', ..]
            | [b'>', b'>', ..]
            | [b':', b':', ..]
            | [b'&', b'&', ..]
            | [b'|', b'|', ..]
            | [b'.', b'.', ..] => 2,
            _ => 1,
        }
    }
}

fn is_literal(token: Token) -> bool {
    match token.kind {
        Kind::Word => matches!(token.word(), Word::TRUE | Word::FALSE),
        Kind::Lifetime | Kind::Open | Kind::Close | Kind::Punct => false,
        _ => true,
    }
}

/// The metavariables in pieces.
pub(super) fn variables(pieces: &[Piece], names: &mut Vec<u32>) {
    for piece in pieces {
        match piece {
            Piece::Variable { name, .. } => names.push(*name),
            Piece::Group { inner, .. } => variables(inner, names),
            Piece::Repeat(repeat) => variables(&repeat.inner, names),
            Piece::Token(_) | Piece::Crate { .. } => {}
        }
    }
}
