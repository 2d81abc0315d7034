//! Type and const parameters, and what `where` says of them.

use super::{Kind, Parser, Read, Word};
use crate::arena::IdxRange;
use crate::read::summary::{GenericParam, Generics, Type, Where};

impl Parser<'_> {
    /// `<'a, T: Bound = Default, const N: usize>`, if it is there.
    pub(super) fn generic_params(&mut self) -> Read<Vec<GenericParam>> {
        let mut params = Vec::new();
        if !self.take_punct(b'<') {
            return Ok(params);
        }
        while !self.is_punct(b'>') {
            let attributes = self.skip_attributes()?;
            let cfg = self.cfg_within(attributes);
            if self.is_kind(Kind::Lifetime) {
                self.at += 1;
                if self.take_punct(b':') {
                    self.bounds(true)?;
                }
            } else if self.take_word(Word::CONST) {
                params.push(GenericParam { cfg, ..self.const_param()? });
            } else if self.take_word(Word::SELF_TYPE) {
                // In `use<Self>`.
            } else {
                params.push(GenericParam { cfg, ..self.type_param()? });
            }
            if !self.is_punct(b'>') {
                self.expect_punct(b',', "`,` or `>`")?;
            }
        }
        self.at += 1;
        Ok(params)
    }

    fn type_param(&mut self) -> Read<GenericParam> {
        let (name, at) = self.ident()?;
        let bounds = if self.take_punct(b':') { self.bounds(true)? } else { IdxRange::default() };
        let default = if self.take_punct(b'=') { Some(self.ty()?) } else { None };
        Ok(GenericParam { name, at, bounds, default, konst: None, cfg: None })
    }

    fn const_param(&mut self) -> Read<GenericParam> {
        let (name, at) = self.ident()?;
        self.expect_punct(b':', "`:`")?;
        let konst = Some(self.ty()?);
        let mut default = None;
        if self.take_punct(b'=') {
            default = Some(if self.is_path_start() {
                let path = self.path(super::paths::Style::Expr)?;
                self.push_type(Type::Path(path))
            } else {
                self.const_arg()?
            });
        }
        Ok(GenericParam { name, at, bounds: IdxRange::default(), default, konst, cfg: None })
    }

    /// `where A: B, 'a: 'b`, if it is there.
    pub(super) fn where_clause(&mut self, generics: &mut Generics) -> Read<()> {
        if !self.take_word(Word::WHERE) {
            return Ok(());
        }
        loop {
            self.skip_attributes()?;
            let ends = match self.peek(0) {
                None => true,
                Some(token) => match token.kind {
                    Kind::Open => token.byte == b'{',
                    Kind::Punct => matches!(token.byte, b';' | b'='),
                    _ => false,
                },
            };
            if ends {
                return Ok(());
            }
            if self.is_kind(Kind::Lifetime) && self.is_punct_at(1, b':') {
                self.at += 2;
                self.bounds(true)?;
            } else {
                self.for_lifetimes()?;
                let ty = self.ty()?;
                self.expect_punct(b':', "`:`")?;
                let bounds = self.bounds(true)?;
                generics.wheres.push(Where { ty, bounds });
            }
            if !self.take_punct(b',') {
                return Ok(());
            }
        }
    }
}
