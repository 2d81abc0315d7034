//! Paths, their segments and generic arguments.

use super::{Kind, Parser, Read, Word};
use crate::arena::{IdxRange, to_u32};
use crate::read::summary::{
    ArgsId, Binding, BlockKind, GenericArgs, LoosePath, Name, Path, PathId, Says, Segment, Type, TypeId, sym,
};
use smallvec::SmallVec;

/// How a path's arguments are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `Vec<T>`, `Fn(A) -> B`.
    Type,
    /// `Vec::<T>`.
    Expr,
    /// No arguments at all.
    Plain,
}

impl Parser<'_> {
    /// `a::b<C>`, `::a`, `<T as A>::b`.
    pub(super) fn path(&mut self, style: Style) -> Read<PathId> {
        if self.is_punct(b'<') {
            return self.qualified(style);
        }
        let global = self.take_pair(b':', b':');
        let mut segments: SmallVec<[Segment; 6]> = SmallVec::new();
        self.segments(&mut segments, style)?;
        Ok(self.push_path(global, None, 0, &segments))
    }

    fn qualified(&mut self, style: Style) -> Read<PathId> {
        self.expect_punct(b'<', "`<`")?;
        let ty = self.ty()?;
        let mut segments: SmallVec<[Segment; 6]> = SmallVec::new();
        if self.take_word(Word::AS) {
            self.take_pair(b':', b':');
            self.segments(&mut segments, Style::Type)?;
        }
        let position = to_u32(segments.len());
        self.expect_punct(b'>', "`>`")?;
        self.expect_pair(b':', b':', "`::`")?;
        self.segments(&mut segments, style)?;
        Ok(self.push_path(false, Some(ty), position, &segments))
    }

    fn segments(&mut self, segments: &mut SmallVec<[Segment; 6]>, style: Style) -> Read<()> {
        loop {
            let (name, at) = self.segment_name()?;
            let args = match style {
                Style::Plain => None,
                Style::Type if self.is_punct(b'<') && !self.is_pair(b'<', b'=') => Some(self.angle_args()?),
                Style::Type if self.is_open(b'(') => Some(self.parenthesized_args()?),
                Style::Type | Style::Expr if self.is_pair(b':', b':') && self.is_punct_at(2, b'<') => {
                    self.at += 2;
                    Some(self.angle_args()?)
                }
                Style::Type if self.is_pair(b':', b':') && self.is_open_at(2, b'(') => {
                    self.at += 2;
                    Some(self.parenthesized_args()?)
                }
                Style::Type | Style::Expr => None,
            };
            segments.push(Segment { name, at, args });
            if !self.is_pair(b':', b':') || !self.is_segment_at(2) {
                return Ok(());
            }
            self.at += 2;
        }
    }

    fn is_segment_at(&self, ahead: usize) -> bool {
        self.word_at(ahead).is_some_and(|word| !word.is_keyword() || word.is_path_keyword())
    }

    /// Whether a path may begin here, one in angle brackets left aside.
    pub(super) fn is_path_start(&self) -> bool {
        self.is_segment_at(0) || self.is_pair(b':', b':')
    }

    fn segment_name(&mut self) -> Read<(Name, u32)> {
        match self.peek(0) {
            Some(token) if token.kind == Kind::Word && self.is_segment_at(0) => {
                self.at += 1;
                Ok((self.name(token.word()), self.place(token)))
            }
            _ => Err(self.stop("a name")),
        }
    }

    /// A path of one name.
    pub(super) fn name_path(&mut self, name: Name, at: u32) -> PathId {
        self.push_path(false, None, 0, &[Segment { name, at, args: None }])
    }

    pub(super) fn push_path(
        &mut self,
        global: bool,
        qself: Option<TypeId>,
        qself_trait: u32,
        segments: &[Segment],
    ) -> PathId {
        if self.is_in_definition() && segments.first().is_some_and(|first| first.name == sym::DOLLAR_CRATE) {
            self.out.own_names.extend(segments.iter().map(|segment| segment.at));
        }
        let terms = self.terms();
        let run = terms.segments.alloc_all(segments);
        terms.paths.alloc(Path { global, qself, qself_trait, segments: run })
    }

    /// `<'a, T, 3, Item = U>`.
    pub(super) fn angle_args(&mut self) -> Read<ArgsId> {
        self.deeper(Self::angle_args_here)
    }

    fn angle_args_here(&mut self) -> Read<ArgsId> {
        self.expect_punct(b'<', "`<`")?;
        let mut types: SmallVec<[TypeId; 6]> = SmallVec::new();
        let mut bindings: SmallVec<[Binding; 2]> = SmallVec::new();
        while !self.is_punct(b'>') {
            if self.is_kind(Kind::Lifetime) && !self.is_punct_at(1, b'+') {
                self.at += 1;
            } else if self.is_binding() {
                bindings.push(self.binding()?);
            } else if self.is_const_arg() {
                types.push(self.const_arg()?);
            } else {
                types.push(self.ty()?);
            }
            if !self.is_punct(b'>') {
                self.expect_punct(b',', "`,` or `>`")?;
            }
        }
        self.at += 1;
        let types = self.type_list(&types);
        Ok(self.push_args(types, &bindings, false))
    }

    /// `Item = T`, `Item: Bound`, `Item<'a> = T`.
    fn is_binding(&self) -> bool {
        if !self.is_ident() {
            return false;
        }
        let ends = |ahead: usize| {
            (self.is_punct_at(ahead, b'=') && !self.is_pair_at(ahead, b'=', b'='))
                || (self.is_punct_at(ahead, b':') && !self.is_pair_at(ahead, b':', b':'))
        };
        if ends(1) {
            return true;
        }
        if !self.is_punct_at(1, b'<') {
            return false;
        }
        // `Item<…> =`: the bracket is passed over token by token.
        let mut depth = 0_usize;
        let mut ahead = 1;
        while let Some(token) = self.peek(ahead) {
            match (token.kind, token.byte) {
                (Kind::Punct, b'<') => depth += 1,
                (Kind::Punct, b'>') if !self.is_arrow_before(ahead) => {
                    depth -= 1;
                    if depth == 0 {
                        return ends(ahead + 1);
                    }
                }
                (Kind::Punct, b';') => return false,
                (Kind::Open, _) => ahead += token.extra as usize - (self.at + ahead),
                _ => {}
            }
            ahead += 1;
        }
        false
    }

    fn is_arrow_before(&self, ahead: usize) -> bool {
        self.is_pair_at(ahead - 1, b'-', b'>')
    }

    fn binding(&mut self) -> Read<Binding> {
        let (name, at) = self.ident()?;
        if self.is_punct(b'<') {
            self.angle_args()?;
        }
        if self.take_punct(b'=') {
            let ty = if self.is_const_arg() { self.const_arg()? } else { self.ty()? };
            return Ok(Binding { name, at, ty: Some(ty), bounds: IdxRange::default() });
        }
        self.expect_punct(b':', "`=` or `:`")?;
        let bounds = self.bounds(true)?;
        Ok(Binding { name, at, ty: None, bounds })
    }

    fn is_const_arg(&self) -> bool {
        match self.peek(0) {
            Some(token) => match token.kind {
                Kind::Open => token.byte == b'{',
                Kind::Word => matches!(token.word(), Word::TRUE | Word::FALSE),
                Kind::Punct => token.byte == b'-',
                Kind::Lifetime | Kind::Close => false,
                _ => true,
            },
            None => false,
        }
    }

    /// A const argument that is not written like a type: a block, or a literal.
    pub(super) fn const_arg(&mut self) -> Read<TypeId> {
        let first = self.at;
        self.take_punct(b'-');
        if self.is_open(b'{') {
            // A name in braces is that name: it may be a parameter.
            if self.is_ident_at(1) && self.peek(2).is_some_and(|token| token.kind == Kind::Close) {
                let path = self.group(b'{', |parser| parser.path(Style::Plain))?;
                return Ok(self.push_type(Type::Path(path)));
            }
            let block = self.value_in_type(|parser| parser.block(BlockKind::Const, None))?;
            let says = self.text_since(first);
            return Ok(self.push_type(Type::Const { value: block, says }));
        }
        if self.is_empty() {
            return Err(self.stop("a value"));
        }
        self.at += 1;
        let says = self.text_since(first);
        Ok(self.push_type(Type::Const { value: None, says }))
    }

    /// Goes past one token, or a bracket and what is in it.
    pub(super) fn skip_one(&mut self) -> Read<()> {
        if self.is_kind(Kind::Open) {
            self.skip_group();
        } else {
            self.at += 1;
        }
        Ok(())
    }

    /// `Fn(A, B) -> C`: one tuple, and what comes back as `Output`.
    fn parenthesized_args(&mut self) -> Read<ArgsId> {
        let at = self.offset();
        let mut inputs: SmallVec<[TypeId; 6]> = SmallVec::new();
        self.group(b'(', |parser| {
            parser.separated(|parser| {
                parser.skip_attributes()?;
                if (parser.is_ident() || parser.is_word(Word::UNDERSCORE))
                    && parser.is_punct_at(1, b':')
                    && !parser.is_pair_at(1, b':', b':')
                {
                    parser.at += 2;
                }
                if parser.take_pair(b'.', b'.') {
                    return Ok(());
                }
                let ty = parser.ty()?;
                inputs.push(ty);
                Ok(())
            })
        })?;
        let inputs = self.type_list(&inputs);
        let tuple = self.push_type(Type::Tuple(inputs));
        let types = self.type_list(&[tuple]);
        let output = if self.take_pair(b'-', b'>') { Some(self.ty_without_plus()?) } else { None };
        let name = self.name_of("Output");
        let binding = output.map(|ty| Binding { name, at, ty: Some(ty), bounds: IdxRange::default() });
        Ok(self.push_args(types, binding.as_slice(), true))
    }

    fn push_args(&mut self, types: IdxRange<TypeId>, bindings: &[Binding], parenthesised: bool) -> ArgsId {
        let terms = self.terms();
        let run = terms.bindings.alloc_all(bindings);
        terms.args.alloc(GenericArgs { types, bindings: run, parenthesised })
    }

    pub(super) fn push_loose(&mut self, path: PathId, is_macro: bool, in_string: bool, after_dot: bool) {
        let says = Says::Name;
        self.terms().loose.push(LoosePath { path, is_macro, in_string, after_dot, says });
    }
}
