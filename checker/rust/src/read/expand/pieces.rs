//! A matcher or a transcriber, taken apart.

use super::{Fragment, Host};
use crate::read::lex::{Kind, Token, Word};
use std::ops::Range;

/// Tokens are named by their index.
pub(super) enum Piece {
    Token(usize),
    Group {
        open: usize,
        inner: Vec<Piece>,
        close: usize,
    },
    /// `$name:kind`, in a transcriber `$name`; `at` is the `$`, and the name follows it.
    Variable {
        name: u32,
        kind: Option<Fragment>,
        at: usize,
    },
    /// `$crate`.
    Crate {
        at: usize,
    },
    Repeat(Repeat),
}

/// `$( … ) separator operator`.
pub(super) struct Repeat {
    pub(super) inner: Vec<Piece>,
    pub(super) separator: Range<usize>,
    pub(super) at_least_one: bool,
    pub(super) at_most_one: bool,
}

/// What is in the bracket that stands first.
pub(super) fn bracket(host: &impl Host, tokens: Range<usize>) -> Option<Range<usize>> {
    if tokens.is_empty() {
        return None;
    }
    let open = host.token(tokens.start);
    (open.kind == Kind::Open).then(|| tokens.start + 1..open.extra as usize)
}

/// `None` where something stands that is not known here, such as `${count($x)}`.
pub(super) fn pieces(host: &impl Host, tokens: Range<usize>) -> Option<Vec<Piece>> {
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let token = host.token(at);
        if token.kind == Kind::Open {
            let close = token.extra as usize;
            found.push(Piece::Group { open: at, inner: pieces(host, at + 1..close)?, close });
            at = close + 1;
        } else if is(token, b'$') {
            let (piece, next) = special(host, at, tokens.end)?;
            found.push(piece);
            at = next;
        } else {
            found.push(Piece::Token(at));
            at += 1;
        }
    }
    Some(found)
}

/// What a `$` begins, and where the next piece is.
fn special(host: &impl Host, at: usize, end: usize) -> Option<(Piece, usize)> {
    if at + 1 >= end {
        return None;
    }
    let next = host.token(at + 1);
    if next.kind == Kind::Word {
        if next.word() == Word::CRATE {
            return Some((Piece::Crate { at }, at + 2));
        }
        let kind = if at + 3 < end && is(host.token(at + 2), b':') { host.token(at + 3) } else { next };
        let kind = fragment(host.text(kind)).filter(|_| at + 3 < end && is(host.token(at + 2), b':'));
        let length = if kind.is_some() { 4 } else { 2 };
        return Some((Piece::Variable { name: next.extra, kind, at }, at + length));
    }
    if next.kind != Kind::Open || next.byte != b'(' {
        return None;
    }
    let close = next.extra as usize;
    let inner = pieces(host, at + 2..close)?;
    let separator = close + 1;
    let mut operator = separator;
    while operator < end && !is_operator(host.token(operator)) {
        operator += 1;
        if operator > separator + 3 {
            return None;
        }
    }
    if operator >= end {
        return None;
    }
    let byte = host.token(operator).byte;
    let repeat = Repeat {
        inner,
        separator: separator..operator,
        at_least_one: byte == b'+',
        at_most_one: byte == b'?',
    };
    Some((Piece::Repeat(repeat), operator + 1))
}

fn fragment(text: &str) -> Option<Fragment> {
    Some(match text {
        "block" => Fragment::Block,
        "expr" | "expr_2021" => Fragment::Expr,
        "ident" => Fragment::Ident,
        "item" => Fragment::Item,
        "lifetime" => Fragment::Lifetime,
        "literal" => Fragment::Literal,
        "meta" => Fragment::Meta,
        "pat" => Fragment::Pat,
        "pat_param" => Fragment::PatParam,
        "path" => Fragment::Path,
        "stmt" => Fragment::Stmt,
        "tt" => Fragment::Tt,
        "ty" => Fragment::Ty,
        "vis" => Fragment::Vis,
        _ => return None,
    })
}

pub(super) fn is(token: Token, byte: u8) -> bool {
    token.kind == Kind::Punct && token.byte == byte
}

fn is_operator(token: Token) -> bool {
    token.kind == Kind::Punct && matches!(token.byte, b'*' | b'+' | b'?')
}
