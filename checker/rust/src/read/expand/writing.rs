//! What a transcriber becomes when its metavariables are put in.

use super::matching::{Bindings, Bound, variables};
use super::pieces::{Piece, Repeat, is};
use super::{Budget, Fragment, Host};
use crate::read::lex::{Kind, Token};
use std::ops::Range;

pub(super) fn write(
    host: &impl Host,
    template: &[Piece],
    bound: &Bindings,
    base: usize,
    budget: &mut Budget,
) -> Option<Vec<Token>> {
    let mut writer = Writer { host, budget, out: Vec::new() };
    let bound: Vec<(u32, &Bound)> = bound.iter().map(|(name, bound)| (*name, bound)).collect();
    writer.sequence(template, &bound)?;
    let mut out = writer.out;
    join(&mut out, base)?;
    Some(out)
}

struct Writer<'w, H> {
    host: &'w H,
    budget: &'w mut Budget,
    out: Vec<Token>,
}

impl<H: Host> Writer<'_, H> {
    fn sequence(&mut self, template: &[Piece], bound: &[(u32, &Bound)]) -> Option<()> {
        for (index, piece) in template.iter().enumerate() {
            match piece {
                Piece::Token(at) => self.copy(*at)?,
                Piece::Group { open, inner, close } => {
                    self.copy(*open)?;
                    self.sequence(inner, bound)?;
                    self.copy(*close)?;
                }
                Piece::Variable { name, at, kind } => {
                    // From the right: what is repeated hides what is not.
                    match bound.iter().rev().find(|(known, _)| known == name) {
                        Some((_, Bound::One(kind, tokens))) => {
                            let path_follows = matches!(template.get(index + 1), Some(Piece::Token(at)) if is(self.host.token(*at), b':'));
                            self.fragment(*kind, tokens.clone(), path_follows)?;
                        }
                        Some((_, Bound::Many(_))) => return None,
                        // Of a macro that this one defines.
                        None => {
                            let length = if kind.is_some() { 4 } else { 2 };
                            self.copy_all(*at..*at + length)?;
                        }
                    }
                }
                Piece::Crate { at } => {
                    let (dollar, name) = (self.host.token(*at), self.host.token(*at + 1));
                    let extra = self.host.dollar_crate();
                    self.push(Token { start: dollar.start, extra, ..name })?;
                }
                Piece::Repeat(repeat) => self.repeat(repeat, bound)?,
            }
        }
        Some(())
    }

    fn repeat(&mut self, repeat: &Repeat, bound: &[(u32, &Bound)]) -> Option<()> {
        let mut names = Vec::new();
        variables(&repeat.inner, &mut names);
        let mut repeated: Vec<(u32, &Vec<Bound>)> = Vec::new();
        for name in names {
            if let Some((_, Bound::Many(all))) = bound.iter().rev().find(|(known, _)| *known == name) {
                repeated.push((name, all));
            }
        }
        let count = repeated.first()?.1.len();
        if repeated.iter().any(|(_, all)| all.len() != count) {
            return None;
        }
        for index in 0..count {
            self.budget.step(1)?;
            if index > 0 {
                self.copy_all(repeat.separator.clone())?;
            }
            let mut inner: Vec<(u32, &Bound)> = bound.to_vec();
            inner.extend(repeated.iter().map(|(name, all)| (*name, &all[index])));
            self.sequence(&repeat.inner, &inner)?;
        }
        Some(())
    }

    /// An expression of several parts stays one, and a type keeps its name in `$ty::NAME`.
    fn fragment(&mut self, kind: Fragment, tokens: Range<usize>, path_follows: bool) -> Option<()> {
        let (open, close) = match kind {
            Fragment::Expr if self.has_operators(tokens.clone()) => ((Kind::Open, b'('), (Kind::Close, b')')),
            Fragment::Ty if path_follows && !self.is_plain_path(tokens.clone()) => {
                ((Kind::Punct, b'<'), (Kind::Punct, b'>'))
            }
            _ => return self.copy_all(tokens),
        };
        let around = |(kind, byte): (Kind, u8), at: u32| Token {
            kind,
            byte,
            joint: false,
            start: at,
            end: at,
            extra: 0,
        };
        let (first, last) = (self.host.token(tokens.start), self.host.token(tokens.end - 1));
        self.push(around(open, first.start))?;
        self.copy_all(tokens)?;
        self.push(around(close, last.end))
    }

    fn has_operators(&self, tokens: Range<usize>) -> bool {
        let mut at = tokens.start;
        while at < tokens.end && tokens.len() > 1 {
            let token = self.host.token(at);
            let word = token.word();
            let operator = match token.kind {
                Kind::Punct => !matches!(token.byte, b'.' | b':' | b'!' | b'?'),
                Kind::Word => word.is_keyword() && !word.is_path_keyword(),
                _ => false,
            };
            if operator {
                return true;
            }
            at = if token.kind == Kind::Open { token.extra as usize + 1 } else { at + 1 };
        }
        false
    }

    fn is_plain_path(&self, mut tokens: Range<usize>) -> bool {
        tokens.all(|at| {
            let token = self.host.token(at);
            token.kind == Kind::Word || is(token, b':')
        })
    }

    fn copy_all(&mut self, mut tokens: Range<usize>) -> Option<()> {
        tokens.try_for_each(|at| self.copy(at))
    }

    fn copy(&mut self, at: usize) -> Option<()> {
        self.push(self.host.token(at))
    }

    fn push(&mut self, token: Token) -> Option<()> {
        self.budget.write(1)?;
        self.out.push(token);
        Some(())
    }
}

/// Tells brackets their partners, and punctuation whether its neighbour is still the one it had.
fn join(tokens: &mut [Token], base: usize) -> Option<()> {
    let mut open = Vec::new();
    for index in 0..tokens.len() {
        match tokens[index].kind {
            Kind::Open => open.push(index),
            Kind::Close => {
                let partner = open.pop()?;
                tokens[partner].extra = u32::try_from(base + index).ok()?;
                tokens[index].extra = u32::try_from(base + partner).ok()?;
            }
            _ => {}
        }
        let next = tokens.get(index + 1).copied();
        let token = &mut tokens[index];
        token.joint &= next.is_some_and(|next| next.kind == Kind::Punct && next.start == token.end);
    }
    Some(())
}
