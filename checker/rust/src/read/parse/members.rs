//! Fields, variants, functions and initialisers: what items are made of.

use super::paths::Style;
use super::{Kind, Parser, Read, Word};
use crate::arena::IdxRange;
use crate::read::summary::{
    BlockKind, BodyId, Expr, ExprId, Field, Function, Generics, Item, ItemKind, Name, Pat, PatId, Receiver,
    Shape, TypeId, Visibility, sym,
};

/// A parameter's pattern is of the body, and its type is not: where the pattern begins.
enum Param {
    Receiver {
        mutable: bool,
        at: u32,
    },
    Pattern {
        first: usize,
    },
    /// Only a type, as traits once could have it.
    Anonymous,
}

impl Parser<'_> {
    /// `pub`, `pub`, `pub(in a::b)`, and where it begins.
    pub(super) fn visibility(&mut self) -> Read<Visibility> {
        if !self.take_word(Word::PUB) {
            return Ok(Visibility::Private);
        }
        let restricted = self.is_open(b'(')
            && match self.word_at(1) {
                Some(Word::IN) => true,
                Some(Word::CRATE | Word::SUPER | Word::SELF_VALUE) => {
                    self.peek(2).is_some_and(|token| token.kind == Kind::Close)
                }
                _ => false,
            };
        if !restricted {
            return Ok(Visibility::Public);
        }
        self.group(b'(', |parser| {
            parser.take_word(Word::IN);
            parser.path(Style::Plain).map(Visibility::In)
        })
    }

    /// From the parameters' bracket on, after name and generic parameters.
    pub(super) fn function(
        &mut self,
        name: Name,
        mut generics: Generics,
        is_async: bool,
        is_const: bool,
    ) -> Read<ItemKind> {
        let mut receiver = None;
        let (mut types, mut param_cfgs) = (Vec::new(), Vec::new());
        let mut params: Vec<Param> = Vec::new();
        self.group(b'(', |parser| {
            parser.separated(|parser| {
                let attributes = parser.skip_attributes()?;
                let cfg = parser.cfg_within(attributes);
                if params.is_empty()
                    && let Some((kind, param)) = parser.receiver()?
                {
                    receiver = Some(kind);
                    params.push(param);
                    return Ok(());
                }
                if parser.is_pair(b'.', b'.') && parser.is_punct_at(2, b'.') {
                    parser.at += 3;
                    return Ok(());
                }
                let (param, ty) = parser.param()?;
                params.push(param);
                types.extend(ty);
                param_cfgs.extend(ty.zip(cfg));
                Ok(())
            })
        })?;
        let ret = self.return_type(true)?;
        self.where_clause(&mut generics)?;
        let mut body = None;
        let mut calls_its_name = false;
        if !self.take_punct(b';') {
            if self.out.edition >= 2018 && params.iter().any(|param| matches!(param, Param::Anonymous)) {
                return Err(self.stop("names for all parameters"));
            }
            self.inner_conditions()?;
            let read = |parser: &mut Self| {
                parser.params(&params)?;
                parser.body.root = Some(parser.block(BlockKind::Plain, None)?);
                calls_its_name = receiver.is_some() && parser.calls_on_self(name);
                Ok(())
            };
            let first = self.at;
            body = Some(self.private_body(|parser| parser.new_body(read))?);
            if calls_its_name {
                // This much of the body is seen by other files.
                self.private.pop_if(|range| range.start == first);
            }
        }
        let function = Function {
            generics,
            receiver,
            params: types,
            param_cfgs,
            ret,
            is_async,
            is_const,
            body,
            calls_its_name,
        };
        Ok(ItemKind::Function(Box::new(function)))
    }

    /// Whether the body that was just read calls a method of this name on `self`: `self.name(…)`,
    /// `(*self).name(…)`, `Self::name(self, …)`, `<T>::name(self, …)`.
    fn calls_on_self(&self, name: Name) -> bool {
        let body = &self.body;
        body.exprs.iter().any(|expr| match *expr {
            Expr::MethodCall { receiver, name: called, .. } => called == name && self.is_self(receiver),
            Expr::Call { callee, args } => {
                let Expr::Path(path) = body.exprs[callee] else { return false };
                let path = body.terms.paths[path];
                let of_type = match (&body.terms.segments[path.segments], path.qself, path.qself_trait) {
                    ([of, called], None, _) => of.name == sym::SELF_TYPE && called.name == name,
                    ([called], Some(_), 0) => called.name == name,
                    _ => false,
                };
                of_type && args.ids().next().is_some_and(|first| self.is_self(body.expr_lists[first]))
            }
            _ => false,
        })
    }

    /// `self`, `*self`, `&mut *self`.
    fn is_self(&self, mut at: ExprId) -> bool {
        let body = &self.body;
        loop {
            match body.exprs[at] {
                Expr::Ref { expr, .. } | Expr::Unary { expr, .. } => at = expr,
                Expr::Path(path) => {
                    let path = body.terms.paths[path];
                    let segments = &body.terms.segments[path.segments];
                    return path.qself.is_none()
                        && matches!(segments, [only] if only.name == sym::SELF_VALUE);
                }
                _ => return false,
            }
        }
    }

    /// `self`, `&'a mut self`, `mut self: Type`.
    fn receiver(&mut self) -> Read<Option<(Receiver, Param)>> {
        let mut ahead = 0;
        let by_ref = self.is_punct(b'&');
        if by_ref {
            ahead += 1;
            ahead += usize::from(self.peek(ahead).is_some_and(|token| token.kind == Kind::Lifetime));
        }
        let mutable = self.word_at(ahead) == Some(Word::MUT);
        ahead += usize::from(mutable);
        if self.word_at(ahead) != Some(Word::SELF_VALUE) || self.is_pair_at(ahead + 1, b':', b':') {
            return Ok(None);
        }
        let at = self.peek(ahead).map_or(0, |token| self.place(token));
        self.at += ahead + 1;
        let kind = match (by_ref, mutable) {
            (true, true) => Receiver::RefMut,
            (true, false) => Receiver::Ref,
            (false, _) if self.take_punct(b':') => Receiver::Typed(self.ty()?),
            (false, _) => Receiver::Value,
        };
        Ok(Some((kind, Param::Receiver { mutable: mutable && !by_ref, at })))
    }

    /// The pattern is passed over here, and read where the body is written.
    fn param(&mut self) -> Read<(Param, Option<TypeId>)> {
        let first = self.at;
        while let Some(token) = self.peek(0) {
            match (token.kind, token.byte) {
                (Kind::Punct, b',') => break,
                (Kind::Punct, b':') if self.is_pair(b':', b':') => self.at += 2,
                (Kind::Punct, b':') => {
                    self.at += 1;
                    if self.is_pair(b'.', b'.') && self.is_punct_at(2, b'.') {
                        self.at += 3;
                        return Ok((Param::Pattern { first }, None));
                    }
                    let ty = self.ty()?;
                    return Ok((Param::Pattern { first }, Some(ty)));
                }
                (Kind::Open, _) => self.skip_group(),
                _ => self.at += 1,
            }
        }
        self.at = first;
        let ty = self.ty()?;
        Ok((Param::Anonymous, Some(ty)))
    }

    fn params(&mut self, params: &[Param]) -> Read<()> {
        let (at, end) = (self.at, self.end);
        let mut pats: Vec<PatId> = Vec::with_capacity(params.len());
        for param in params {
            pats.push(match param {
                Param::Receiver { mutable, at } => {
                    let name = sym::SELF_VALUE;
                    self.push_pat(Pat::Bind { name, at: *at, by_ref: false, mutable: *mutable, sub: None })
                }
                Param::Pattern { first } => {
                    self.at = *first;
                    let pat = self.pat_with_alternatives()?;
                    if !self.is_punct(b':') {
                        return Err(self.stop("`:`"));
                    }
                    pat
                }
                Param::Anonymous => self.push_pat(Pat::Wild),
            });
        }
        (self.at, self.end) = (at, end);
        self.body.params.extend_from_slice(&pats);
        Ok(())
    }

    /// An initialiser or a discriminant.
    pub(super) fn initialiser(&mut self) -> Read<BodyId> {
        let read = |parser: &mut Self| {
            parser.body.root = Some(parser.expr()?);
            Ok(())
        };
        self.private_body(|parser| parser.new_body(read))
    }

    /// Expressions that stand where items do, as one tuple.
    pub(super) fn body_of_exprs(
        &mut self,
        fill: impl FnOnce(&mut Self) -> Read<IdxRange<ExprId>>,
    ) -> Read<BodyId> {
        self.new_body(|parser| {
            let elements = fill(parser)?;
            parser.body.root = Some(parser.push_expr(Expr::Tuple(elements)));
            Ok(())
        })
    }

    /// `{ a: A, … }` or `(A, …)`, if one of them is there.
    pub(super) fn fields(&mut self) -> Read<(IdxRange<Field>, Shape)> {
        if self.is_open(b'{') {
            return Ok((self.named_fields()?, Shape::Named));
        }
        if !self.is_open(b'(') {
            return Ok((IdxRange::default(), Shape::Unit));
        }
        let start = self.out.fields.next();
        self.group(b'(', |parser| {
            parser.separated(|parser| {
                let (attributes, cfg) = parser.attributes()?;
                let visibility = parser.visibility()?;
                let at = parser.offset();
                let name = parser.number(parser.out.fields.since(start).len());
                let ty = parser.ty()?;
                parser.out.fields.push(Field { name, at, ty, default: None, visibility, attributes, cfg });
                Ok(())
            })
        })?;
        Ok((self.out.fields.since(start), Shape::Tuple))
    }

    pub(super) fn named_fields(&mut self) -> Read<IdxRange<Field>> {
        let start = self.out.fields.next();
        self.group(b'{', |parser| {
            parser.separated(|parser| {
                let (attributes, cfg) = parser.attributes()?;
                let visibility = parser.visibility()?;
                parser.take_word(Word::UNSAFE);
                let (name, at) = parser.field_name()?;
                parser.expect_punct(b':', "`:`")?;
                let ty = parser.ty()?;
                let default = if parser.take_punct(b'=') { parser.value_in_type(Self::expr)? } else { None };
                parser.out.fields.push(Field { name, at, ty, default, visibility, attributes, cfg });
                Ok(())
            })
        })?;
        Ok(self.out.fields.since(start))
    }

    /// `_` is the name of an unnamed field.
    fn field_name(&mut self) -> Read<(Name, u32)> {
        let at = self.offset();
        if self.take_word(Word::UNDERSCORE) {
            return Ok((sym::UNDERSCORE, at));
        }
        let (name, at) = self.ident()?;
        Ok((name, self.declared_at(at)))
    }

    /// The name of a tuple's field.
    fn number(&mut self, index: usize) -> Name {
        const SMALL: [&str; 12] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];
        if let Some(text) = SMALL.get(index) {
            return self.name_of(text);
        }
        let text = index.to_string();
        if let Some(found) = self.out.names.iter().position(|name| **name == *text) {
            return Name::new(found);
        }
        self.out.names.alloc(text.into())
    }

    pub(super) fn variants(&mut self) -> Read<()> {
        self.group(b'{', |parser| parser.separated(Self::variant))
    }

    fn variant(&mut self) -> Read<()> {
        let (attributes, cfg) = self.attributes()?;
        self.visibility()?;
        let (name, at) = self.ident()?;
        let at = self.declared_at(at);
        let (fields, shape) = self.fields()?;
        let span = self.span_here((at, self.last_end()));
        let id = self.push_item(Item {
            kind: ItemKind::Variant { fields, shape, discriminant: None },
            name,
            at,
            span,
            parent: self.parent,
            visibility: Visibility::Public,
            attributes,
            cfg,
            is_test: false,
            in_macro: self.in_macro,
            code: 0,
        });
        if self.take_punct(b'=') {
            let discriminant = Some(self.within(id, Self::initialiser)?);
            let span = self.span_here((at, self.last_end()));
            let item = &mut self.out.items[id];
            item.kind = ItemKind::Variant { fields, shape, discriminant };
            item.span = span;
        }
        Ok(())
    }
}
