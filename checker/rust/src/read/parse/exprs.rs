//! Expressions by precedence: prefix operators, then what binds them together.

use super::attributes::Meta;
use super::{Kind, Parser, Read, Word};
use crate::arena::IdxRange;
use crate::read::summary::{BinaryOp, Expr, ExprId, Mutability, NOWHERE, UnaryOp};
use smallvec::SmallVec;

/// How tightly an operator binds, from loose to tight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binding {
    Assign,
    Range,
    Or,
    And,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Product,
    Cast,
}

enum Operator {
    Binary { op: BinaryOp, assigns: bool },
    Assign,
    Range { inclusive: bool },
    Cast,
}

impl Parser<'_> {
    pub(super) fn expr(&mut self) -> Read<ExprId> {
        self.expr_above(Binding::Assign)
    }

    /// The head of an `if` or `match`: a `{` begins its body and no struct.
    pub(super) fn head(&mut self) -> Read<ExprId> {
        let before = std::mem::replace(&mut self.no_struct, true);
        let found = self.expr();
        self.no_struct = before;
        found
    }

    /// An expression of operators that bind at least so tightly.
    pub(super) fn expr_above(&mut self, least: Binding) -> Read<ExprId> {
        let first = self.deeper(Self::prefixed)?;
        self.operators(first, least)
    }

    /// What follows a first operand.
    pub(super) fn operators(&mut self, mut left: ExprId, least: Binding) -> Read<ExprId> {
        let mut links = 0;
        while let Some((operator, binding, tokens)) = self.operator() {
            if binding < least {
                break;
            }
            self.link(&mut links)?;
            let at = self.peek(0).map_or(NOWHERE, |token| self.place(token));
            self.at += tokens;
            let expr = match operator {
                Operator::Binary { op, assigns } => {
                    let right = self.deeper(|parser| parser.expr_above(tighter(binding)))?;
                    Expr::Binary { op, assigns, left, right, at }
                }
                Operator::Assign => {
                    let right = self.deeper(|parser| parser.expr_above(Binding::Assign))?;
                    Expr::Assign { left, right }
                }
                Operator::Range { inclusive } => {
                    let end = self.range_end()?;
                    Expr::Range { start: Some(left), end, inclusive }
                }
                Operator::Cast => {
                    let ty = self.ty_without_plus()?;
                    Expr::Cast { expr: left, ty }
                }
            };
            left = self.push_expr(expr);
        }
        Ok(left)
    }

    fn range_end(&mut self) -> Read<Option<ExprId>> {
        let begins = match self.peek(0) {
            None => false,
            Some(token) => match token.kind {
                Kind::Punct => !matches!(token.byte, b',' | b';' | b'.' | b'=' | b'?' | b'>' | b')'),
                Kind::Open => token.byte != b'{' || !self.no_struct,
                Kind::Word => !matches!(token.word(), Word::AS | Word::ELSE | Word::IN),
                Kind::Close => false,
                _ => true,
            },
        };
        if !begins {
            return Ok(None);
        }
        self.deeper(|parser| parser.expr_above(Binding::Or)).map(Some)
    }

    /// The operator that stands here, how it binds, and how many tokens it has.
    fn operator(&self) -> Option<(Operator, Binding, usize)> {
        use Binding as B;
        let token = self.peek(0)?;
        if token.kind == Kind::Word {
            return (token.word() == Word::AS).then_some((Operator::Cast, B::Cast, 1));
        }
        if token.kind != Kind::Punct {
            return None;
        }
        let second = if token.joint { self.peek(1).map_or(0, |token| token.byte) } else { 0 };
        let third = || match self.peek(1) {
            Some(next) if token.joint && next.joint => self.peek(2).map_or(0, |token| token.byte),
            _ => 0,
        };
        let binary = |op, binding, tokens| Some((Operator::Binary { op, assigns: false }, binding, tokens));
        let assigning = |op, tokens| Some((Operator::Binary { op, assigns: true }, B::Assign, tokens));
        match (token.byte, second) {
            (b'=', b'=') => binary(BinaryOp::Eq, B::Compare, 2),
            (b'=', b'>') => None,
            (b'=', _) => Some((Operator::Assign, B::Assign, 1)),
            (b'!', b'=') => binary(BinaryOp::Ne, B::Compare, 2),
            (b'<', b'<') if third() == b'=' => assigning(BinaryOp::Shl, 3),
            (b'<', b'<') => binary(BinaryOp::Shl, B::Shift, 2),
            (b'<', b'=') => binary(BinaryOp::Le, B::Compare, 2),
            (b'<', b'-') => binary(BinaryOp::Lt, B::Compare, 1),
            (b'<', _) => binary(BinaryOp::Lt, B::Compare, 1),
            (b'>', b'>') if third() == b'=' => assigning(BinaryOp::Shr, 3),
            (b'>', b'>') => binary(BinaryOp::Shr, B::Shift, 2),
            (b'>', b'=') => binary(BinaryOp::Ge, B::Compare, 2),
            (b'>', _) => binary(BinaryOp::Gt, B::Compare, 1),
            (b'&', b'&') => binary(BinaryOp::And, B::And, 2),
            (b'|', b'|') => binary(BinaryOp::Or, B::Or, 2),
            (b'.', b'.') if third() == b'=' => Some((Operator::Range { inclusive: true }, B::Range, 3)),
            (b'.', b'.') if third() == b'.' => Some((Operator::Range { inclusive: true }, B::Range, 3)),
            (b'.', b'.') => Some((Operator::Range { inclusive: false }, B::Range, 2)),
            (b'-', b'>') => None,
            (first, second) => {
                let (op, binding) = match first {
                    b'+' => (BinaryOp::Add, B::Sum),
                    b'-' => (BinaryOp::Sub, B::Sum),
                    b'*' => (BinaryOp::Mul, B::Product),
                    b'/' => (BinaryOp::Div, B::Product),
                    b'%' => (BinaryOp::Rem, B::Product),
                    b'^' => (BinaryOp::BitXor, B::BitXor),
                    b'&' => (BinaryOp::BitAnd, B::BitAnd),
                    b'|' => (BinaryOp::BitOr, B::BitOr),
                    _ => return None,
                };
                if second == b'=' { assigning(op, 2) } else { binary(op, binding, 1) }
            }
        }
    }

    /// `!a`, `-a`, `*a`, `&a`, `#[cfg(…)] a`, `..a`, and whatever needs no prefix.
    fn prefixed(&mut self) -> Read<ExprId> {
        let Some(token) = self.peek(0) else { return Err(self.stop("an expression")) };
        if token.kind == Kind::Punct {
            let op = match token.byte {
                b'!' => Some(UnaryOp::Not),
                b'-' => Some(UnaryOp::Neg),
                b'*' => Some(UnaryOp::Deref),
                _ => None,
            };
            if let Some(op) = op {
                self.at += 1;
                let expr = self.deeper(Self::prefixed)?;
                return Ok(self.push_expr(Expr::Unary { op, expr, at: self.place(token) }));
            }
            match token.byte {
                b'&' => return self.reference(),
                b'#' => return self.attributed(),
                b'.' if self.is_pair(b'.', b'.') => {
                    let inclusive = self.range_operator()?;
                    let end = self.range_end()?;
                    return Ok(self.push_expr(Expr::Range { start: None, end, inclusive }));
                }
                _ => {}
            }
        }
        let atom = self.atom()?;
        self.postfix(atom)
    }

    fn reference(&mut self) -> Read<ExprId> {
        self.at += 1;
        let raw = self.is_word(Word::RAW)
            && (self.word_at(1) == Some(Word::MUT)
                || (self.word_at(1) == Some(Word::CONST) && !self.is_open_at(2, b'{')));
        if raw {
            self.at += 1;
            self.take_word(Word::CONST);
        }
        let mutability = Mutability::new(self.take_word(Word::MUT));
        let expr = self.deeper(Self::prefixed)?;
        Ok(self.push_expr(Expr::Ref { mutability, expr }))
    }

    fn attributed(&mut self) -> Read<ExprId> {
        let attributes = self.skip_attributes()?;
        let expr = self.deeper(Self::prefixed)?;
        Ok(self.with_cfg(attributes, expr))
    }

    /// `let pattern = value` in a condition.
    pub(super) fn let_condition(&mut self) -> Read<ExprId> {
        self.expect_word(Word::LET, "`let`")?;
        let pat = self.pat_with_alternatives()?;
        self.expect_punct(b'=', "`=`")?;
        let before = std::mem::replace(&mut self.no_struct, true);
        let value = self.deeper(|parser| parser.expr_above(Binding::Compare));
        self.no_struct = before;
        Ok(self.push_expr(Expr::Let { pat, value: value? }))
    }

    /// Expressions between commas, up to the end of the group.
    pub(super) fn exprs(&mut self) -> Read<IdxRange<ExprId>> {
        let mut found: SmallVec<[ExprId; 8]> = SmallVec::new();
        self.separated(|parser| {
            let expr = parser.expr()?;
            found.push(expr);
            Ok(())
        })?;
        Ok(self.expr_list(&found))
    }

    pub(super) fn expr_list(&mut self, exprs: &[ExprId]) -> IdxRange<ExprId> {
        self.body.expr_lists.alloc_all(exprs)
    }

    pub(super) fn push_expr(&mut self, expr: Expr) -> ExprId {
        self.body.exprs.alloc(expr)
    }

    pub(super) fn with_cfg(&mut self, attributes: Vec<Meta>, expr: ExprId) -> ExprId {
        match self.cfg_within(attributes) {
            Some(cfg) => self.push_expr(Expr::Cfg { cfg, expr }),
            None => expr,
        }
    }
}

fn tighter(binding: Binding) -> Binding {
    use Binding as B;
    match binding {
        // Assignment leans to the right.
        B::Assign => B::Assign,
        B::Range => B::Or,
        B::Or => B::And,
        B::And => B::Compare,
        B::Compare => B::BitOr,
        B::BitOr => B::BitXor,
        B::BitXor => B::BitAnd,
        B::BitAnd => B::Shift,
        B::Shift => B::Sum,
        B::Sum => B::Product,
        B::Product | B::Cast => B::Cast,
    }
}
