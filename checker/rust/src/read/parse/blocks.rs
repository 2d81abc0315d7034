//! Blocks and statements, and the items that are declared in them.

use super::attributes::Meta;
use super::paths::Style;
use super::{Kind, Parser, Read, Stop, Word};
use crate::arena::IdxRange;
use crate::read::summary::{
    BlockKind, Expr, ExprId, Item, ItemId, ItemKind, MacroStyle, Name, Stmt, Visibility, sym,
};
use smallvec::SmallVec;

/// The statements of a block so far.
#[derive(Default)]
struct Statements {
    /// The pseudo-item that holds the items among them.
    scope: Option<ItemId>,
    found: SmallVec<[Stmt; 16]>,
    tail: Option<ExprId>,
}

impl Parser<'_> {
    pub(super) fn block(&mut self, kind: BlockKind, label: Option<Name>) -> Read<ExprId> {
        if !self.is_open(b'{') {
            return Err(self.stop("`{`"));
        }
        self.deeper(|parser| parser.group(b'{', |parser| parser.statements(kind, label)))
    }

    /// Statements up to the end of the group, as one block.
    pub(super) fn statements(&mut self, kind: BlockKind, label: Option<Name>) -> Read<ExprId> {
        let (outer, scope) = (self.parent, self.scope());
        let result = self.statements_here(kind, label);
        self.parent = outer;
        self.leave_scope(scope);
        result
    }

    fn statements_here(&mut self, kind: BlockKind, label: Option<Name>) -> Read<ExprId> {
        self.skip_inner_attributes()?;
        let mut list = Statements::default();
        self.list_statements(&mut list)?;
        let Statements { scope, found, tail } = list;
        let stmts = self.body.stmts.alloc_all(&found);
        Ok(self.push_expr(Expr::Block { kind, scope, stmts, tail, label }))
    }

    fn list_statements(&mut self, list: &mut Statements) -> Read<()> {
        while !self.is_empty() {
            if self.take_punct(b';') {
                continue;
            }
            let first = self.at;
            let attributes = self.skip_attributes()?;
            if self.is_item() || self.is_invoking_call() {
                if list.scope.is_none() {
                    list.scope = Some(self.block_item());
                    self.parent = list.scope;
                }
                self.at = first;
                self.outside_body(Self::item)?;
                continue;
            }
            if self.is_word(Word::LET) {
                list.found.push(self.local(attributes)?);
                continue;
            }
            if self.expanded_statement(list) {
                continue;
            }
            let (expr, is_block) = self.statement_expr()?;
            let expr = self.with_cfg(attributes, expr);
            if self.take_punct(b';') {
                list.found.push(Stmt::Expr(expr));
            } else if self.is_empty() {
                list.tail = Some(expr);
            } else if is_block {
                list.found.push(Stmt::Expr(expr));
            } else {
                return Err(self.stop("`;` or `}`"));
            }
        }
        Ok(())
    }

    /// A macro of the file that declares something where it is called: what it stands for is read in
    /// its place. Any other call is an expression.
    fn expanded_statement(&mut self, list: &mut Statements) -> bool {
        let Some(tokens) = self.declaring_call() else { return false };
        let (first, called) = (self.at, self.source.tokens[self.at]);
        let (name, at) = (self.name(called.word()), self.place(called));
        let (scope, length, tail) = (list.scope, list.found.len(), list.tail);
        let items = self.out.items.len();
        let calls = self.out.macro_calls.len();
        self.at += 2;
        let path = self.name_path(name, at);
        self.note_call(path);
        let declared = self.expanded(called.extra, tokens.clone(), |parser| {
            let path = parser.name_path(name, at);
            let (args, loose) = (IdxRange::default(), IdxRange::default());
            let call = parser.push_expr(Expr::Macro {
                path,
                args,
                loose,
                style: MacroStyle::Braces,
                carried_out: false,
            });
            list.found.push(Stmt::Expr(call));
            parser.list_statements(list)?;
            let new = list.found[length..].iter().any(|new| matches!(new, Stmt::Let { .. }));
            if new || parser.out.items.len() > items { Ok(()) } else { Err(Stop) }
        });
        if declared.is_none() {
            (list.scope, list.tail) = (scope, tail);
            list.found.truncate(length);
            self.out.macro_calls.truncate(calls);
            self.at = first;
            return false;
        }
        self.at = tokens.end + 1;
        if self.take_punct(b';') || !self.is_empty() {
            list.found.extend(list.tail.take().map(Stmt::Expr));
        }
        true
    }

    /// An expression as a statement: blocks, and macro calls with braces, need no semicolon.
    fn statement_expr(&mut self) -> Read<(ExprId, bool)> {
        if self.is_block_like() {
            return self.expr_or_block();
        }
        if self.is_braced_macro() {
            let path = self.path(Style::Plain)?;
            let call = self.macro_expr(path)?;
            let call = self.push_expr(call);
            return self.after_block(call);
        }
        Ok((self.expr()?, false))
    }

    fn is_braced_macro(&self) -> bool {
        let mut ahead = usize::from(self.is_pair(b':', b':')) * 2;
        loop {
            match self.word_at(ahead) {
                Some(word) if !word.is_keyword() || word.is_path_keyword() => ahead += 1,
                _ => return false,
            }
            if self.is_pair_at(ahead, b':', b':') {
                ahead += 2;
            } else {
                return self.is_punct_at(ahead, b'!') && self.is_open_at(ahead + 1, b'{');
            }
        }
    }

    fn local(&mut self, attributes: Vec<Meta>) -> Read<Stmt> {
        self.expect_word(Word::LET, "`let`")?;
        let pat = self.pat_with_alternatives()?;
        let ty = if self.take_punct(b':') { Some(self.ty()?) } else { None };
        let (mut init, mut otherwise) = (None, None);
        if self.take_punct(b'=') {
            init = Some(self.expr()?);
            if self.take_word(Word::ELSE) {
                otherwise = Some(self.block(BlockKind::Plain, None)?);
            }
        }
        self.expect_punct(b';', "`;`")?;
        let cfg = self.cfg_within(attributes);
        Ok(Stmt::Let { cfg, pat, ty, init, otherwise })
    }

    /// Whether an item stands here, attributes left aside.
    pub(super) fn is_item(&self) -> bool {
        let Some(word) = self.word_at(0) else { return false };
        let next = self.word_at(1);
        match word {
            Word::FN
            | Word::STRUCT
            | Word::ENUM
            | Word::TRAIT
            | Word::IMPL
            | Word::MOD
            | Word::USE
            | Word::TYPE
            | Word::PUB => true,
            Word::EXTERN => true,
            Word::STATIC => !self.is_punct_at(1, b'|') && !matches!(next, Some(Word::MOVE | Word::ASYNC)),
            Word::CONST => {
                // Neither a block nor a closure.
                let closure = |next| {
                    matches!(next, Some(Word::MOVE | Word::STATIC))
                        || (next == Some(Word::ASYNC)
                            && !matches!(self.word_at(2), Some(Word::FN | Word::UNSAFE | Word::EXTERN)))
                };
                !self.is_open_at(1, b'{') && !self.is_punct_at(1, b'|') && !closure(next)
            }
            Word::UNSAFE => {
                matches!(
                    next,
                    Some(
                        Word::FN
                            | Word::IMPL
                            | Word::TRAIT
                            | Word::EXTERN
                            | Word::MOD
                            | Word::AUTO
                            | Word::STATIC
                    )
                )
            }
            Word::ASYNC => matches!(next, Some(Word::FN | Word::UNSAFE | Word::EXTERN)),
            Word::UNION => {
                self.is_ident_at(1)
                    && (self.is_open_at(2, b'{')
                        || self.is_punct_at(2, b'<')
                        || self.word_at(2) == Some(Word::WHERE))
            }
            Word::AUTO => next == Some(Word::TRAIT),
            Word::SAFE => matches!(next, Some(Word::FN | Word::STATIC)),
            Word::DEFAULT => matches!(
                next,
                Some(Word::IMPL | Word::FN | Word::UNSAFE | Word::ASYNC | Word::CONST | Word::TYPE)
            ),
            Word::MACRO_RULES => self.is_punct_at(1, b'!') && self.is_ident_at(2),
            Word::MACRO => self.is_ident_at(1),
            _ => false,
        }
    }

    /// The pseudo-item that holds the items of the block that we are in.
    fn block_item(&mut self) -> ItemId {
        let tokens = &self.source.tokens;
        // `end` is the closing bracket, and it knows the opening one.
        let span = match tokens.get(self.end).filter(|token| token.kind == Kind::Close) {
            Some(close) => (tokens[close.extra as usize].start, close.end),
            None => (self.offset(), self.offset()),
        };
        let span = self.span_here(span);
        self.push_item(Item {
            kind: ItemKind::Block,
            name: sym::EMPTY,
            at: span.0,
            span,
            parent: self.parent,
            visibility: Visibility::Private,
            attributes: IdxRange::default(),
            cfg: None,
            is_test: false,
            in_macro: self.in_macro,
            code: 0,
        })
    }

    pub(super) fn push_item(&mut self, item: Item) -> ItemId {
        self.out.items.alloc(item)
    }
}
