//! What follows an expression: calls, methods, fields, `?`, `.await`, indices.

use super::{Kind, Parser, Read, Word};
use crate::read::summary::{Expr, ExprId, Name};

impl Parser<'_> {
    pub(super) fn postfix(&mut self, mut expr: ExprId) -> Read<ExprId> {
        let mut links = 0;
        loop {
            let Some(token) = self.peek(0) else { return Ok(expr) };
            let next = match (token.kind, token.byte) {
                (Kind::Open, b'(') => {
                    let args = self.group(b'(', Self::exprs)?;
                    Expr::Call { callee: expr, args }
                }
                (Kind::Open, b'[') => {
                    let index = self.group(b'[', Self::expr)?;
                    Expr::Index { base: expr, index, at: self.place(token) }
                }
                (Kind::Punct, b'?') => {
                    self.at += 1;
                    Expr::Try(expr)
                }
                (Kind::Punct, b'.') if !self.is_pair(b'.', b'.') => {
                    self.at += 1;
                    self.member_of(expr)?
                }
                _ => return Ok(expr),
            };
            self.link(&mut links)?;
            expr = self.push_expr(next);
        }
    }

    fn member_of(&mut self, base: ExprId) -> Read<Expr> {
        if self.take_word(Word::AWAIT) {
            return Ok(Expr::Await(base));
        }
        let is_name = self.is_kind(Kind::Word);
        let (name, at) = self.member()?;
        if is_name {
            let turbofish = self.is_pair(b':', b':') && self.is_punct_at(2, b'<');
            let generics = if turbofish {
                self.at += 2;
                Some(self.angle_args()?)
            } else {
                None
            };
            if turbofish || self.is_open(b'(') {
                let args = self.group(b'(', Self::exprs)?;
                return Ok(Expr::MethodCall { receiver: base, name, at, generics, args });
            }
        }
        Ok(Expr::Field { base, name, at })
    }

    /// A field's name or number.
    pub(super) fn member(&mut self) -> Read<(Name, u32)> {
        match self.peek(0) {
            Some(token) if token.kind == Kind::Int => {
                self.at += 1;
                let text = self.text_of(token);
                if !text.bytes().all(|byte| byte.is_ascii_digit()) {
                    return Err(self.stop("a field's number"));
                }
                Ok((self.name_of(text), self.place(token)))
            }
            _ => self.ident(),
        }
    }
}
