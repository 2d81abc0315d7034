//! Items: one table of first words, then a few lines for each kind.
//!
//! Long because each kind of item is read right behind the table that names its first word.

use super::paths::Style;
use super::{Kind, Parser, Read, Word};
use crate::arena::IdxRange;
use crate::read::summary::{Generics, Item, ItemId, ItemKind, Name, Shape, Visibility, sym};

impl Parser<'_> {
    /// An item with its attributes and visibility.
    pub(super) fn item(&mut self) -> Read<()> {
        let before = self.at;
        let has_attributes = self.is_punct(b'#');
        let (attributes, cfg) = self.attributes()?;
        let attribute_tokens = before..self.at;
        let start = self.offset();
        let visibility = self.visibility()?;
        let item = Item {
            // Filled in when all of it was read.
            kind: ItemKind::Block,
            name: sym::EMPTY,
            at: start,
            span: (start, start),
            parent: self.parent,
            visibility,
            attributes,
            cfg,
            is_test: has_attributes && self.is_test(attribute_tokens.clone()),
            in_macro: self.in_macro,
            code: 0,
        };
        let id = self.push_item(item);
        let invocations =
            if has_attributes { self.invocations(attribute_tokens.clone(), id) } else { Vec::new() };
        let (linking, templated) = (attribute_tokens.clone(), attribute_tokens.clone());
        let first = self.at;
        let outer = self.serde_derives(attributes);
        let kind = self.within(id, |parser| parser.deeper(|parser| parser.item_kind(id, attribute_tokens)));
        self.serde = outer;
        let kind = kind?;
        let end = self.last_end();
        let span = self.span_here((start, end));
        let code = if has_code(&kind) { self.code(first..self.at) } else { 0 };
        let item = &mut self.out.items[id];
        item.kind = kind;
        item.span = span;
        item.code = code;
        if item.name == sym::EMPTY {
            item.at = span.0;
        }
        if has_attributes && matches!(item.kind, ItemKind::Function(_) | ItemKind::Static { .. }) {
            self.note_symbol(id, linking);
        }
        let tokens = first..self.at;
        for (index, invoked) in invocations.into_iter().enumerate() {
            self.derive_from(invoked, index == 0, tokens.clone());
        }
        if has_attributes && !self.templated.is_empty() {
            self.templated(templated, id, tokens);
        }
        Ok(())
    }

    fn named(&mut self, id: ItemId, (name, at): (Name, u32)) {
        let at = self.declared_at(at);
        let item = &mut self.out.items[id];
        item.name = name;
        item.at = at;
    }

    fn item_kind(&mut self, id: ItemId, attributes: std::ops::Range<usize>) -> Read<ItemKind> {
        let Some(word) = self.word_at(0) else {
            if self.is_pair(b':', b':') {
                return self.macro_call();
            }
            return Err(self.stop("an item"));
        };
        match word {
            Word::USE => {
                self.at += 1;
                let leaves = self.use_tree()?;
                self.expect_punct(b';', "`;`")?;
                Ok(ItemKind::Use { leaves })
            }
            Word::STRUCT => self.struct_item(id),
            Word::ENUM => {
                self.at += 1;
                let mut generics = self.name_and_generics(id)?;
                self.where_clause(&mut generics)?;
                self.variants()?;
                Ok(ItemKind::Enum { generics })
            }
            Word::MOD => self.module(id, attributes),
            Word::IMPL => self.implementation(),
            Word::TRAIT => self.trait_item(id),
            Word::AUTO if self.word_at(1) == Some(Word::TRAIT) => self.trait_item(id),
            Word::TYPE => self.type_alias(id),
            Word::STATIC => self.static_item(id),
            Word::CONST if !self.is_const_function() => self.const_item(id),
            Word::UNSAFE if self.word_at(1) == Some(Word::MOD) => {
                self.at += 1;
                self.module(id, attributes)
            }
            Word::UNSAFE if self.word_at(1) == Some(Word::IMPL) => self.implementation(),
            Word::UNSAFE if matches!(self.word_at(1), Some(Word::TRAIT | Word::AUTO)) => self.trait_item(id),
            Word::UNSAFE | Word::SAFE if self.word_at(1) == Some(Word::STATIC) => {
                self.at += 1;
                self.static_item(id)
            }
            Word::EXTERN if self.word_at(1) == Some(Word::CRATE) => self.extern_crate(id, attributes),
            Word::EXTERN if self.is_foreign(0) => self.foreign(),
            Word::UNSAFE if self.word_at(1) == Some(Word::EXTERN) && self.is_foreign(1) => self.foreign(),
            Word::DEFAULT if self.is_item() => {
                self.at += 1;
                self.item_kind(id, attributes)
            }
            Word::UNION if self.is_item() => {
                self.at += 1;
                let mut generics = self.name_and_generics(id)?;
                self.where_clause(&mut generics)?;
                let fields = self.named_fields()?;
                Ok(ItemKind::Union { generics, fields })
            }
            Word::MACRO_RULES if self.is_item() => {
                let exported = self.has_attribute(attributes, "macro_export");
                self.macro_rules(id, exported)
            }
            Word::MACRO if self.is_ident_at(1) => self.macro_two(id),
            Word::FN | Word::CONST | Word::ASYNC | Word::UNSAFE | Word::EXTERN => self.function_item(id),
            Word::SAFE if self.word_at(1) == Some(Word::FN) => self.function_item(id),
            _ if !word.is_keyword() || word.is_path_keyword() => self.macro_call(),
            _ => Err(self.stop("an item")),
        }
    }

    fn name_and_generics(&mut self, id: ItemId) -> Read<Generics> {
        let name = self.ident()?;
        self.named(id, name);
        Ok(Generics { params: self.generic_params()?, wheres: Vec::new() })
    }

    /// `const fn`, `const unsafe extern "C" fn`, and not a constant.
    fn is_const_function(&self) -> bool {
        matches!(self.word_at(1), Some(Word::FN | Word::UNSAFE | Word::ASYNC | Word::EXTERN))
    }

    fn function_item(&mut self, id: ItemId) -> Read<ItemKind> {
        let (mut is_const, mut is_async) = (false, false);
        loop {
            match self.word_at(0) {
                Some(Word::CONST) => is_const = true,
                Some(Word::ASYNC) => is_async = true,
                Some(Word::UNSAFE | Word::SAFE) => {}
                Some(Word::EXTERN) => {
                    self.abi();
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
        self.expect_word(Word::FN, "`fn`")?;
        let generics = self.name_and_generics(id)?;
        let name = self.out.items[id].name;
        self.function(name, generics, is_async, is_const)
    }

    fn struct_item(&mut self, id: ItemId) -> Read<ItemKind> {
        self.at += 1;
        let mut generics = self.name_and_generics(id)?;
        self.where_clause(&mut generics)?;
        let (fields, shape) = self.fields()?;
        if shape != Shape::Named {
            self.where_clause(&mut generics)?;
            self.expect_punct(b';', "`;`")?;
        }
        Ok(ItemKind::Struct { generics, fields, shape })
    }

    fn module(&mut self, id: ItemId, attributes: std::ops::Range<usize>) -> Read<ItemKind> {
        self.at += 1;
        let name = self.ident()?;
        self.named(id, name);
        let (path, others) = self.module_paths(attributes.clone());
        let macro_use = self.has_attribute(attributes, "macro_use");
        let inline = !self.take_punct(b';');
        if inline {
            let scope = self.scope();
            self.group(b'{', |parser| {
                let inner = parser.skip_inner_attributes()?;
                parser.join_cfg(id, inner);
                while !parser.is_empty() {
                    parser.item()?;
                }
                Ok(())
            })?;
            if !macro_use {
                self.leave_scope(scope);
            }
        }
        Ok(ItemKind::Module { inline, path, others, macro_use })
    }

    fn implementation(&mut self) -> Read<ItemKind> {
        self.take_word(Word::UNSAFE);
        self.expect_word(Word::IMPL, "`impl`")?;
        let mut generics = Generics::default();
        if self.is_punct(b'<') && self.is_generics() {
            generics.params = self.generic_params()?;
        }
        self.take_word(Word::CONST);
        // `impl ! {}` is of the type `!`.
        let negative = !self.is_open_at(1, b'{') && self.take_punct(b'!');
        let mut self_ty = self.ty()?;
        let mut trait_ = None;
        if self.take_word(Word::FOR) {
            let crate::read::summary::Type::Path(path) = self.terms().types[self_ty] else {
                return Err(self.stop("a trait before `for`"));
            };
            trait_ = Some(path);
            self_ty = self.ty()?;
        }
        self.where_clause(&mut generics)?;
        self.associated_items()?;
        Ok(ItemKind::Impl { generics, trait_, self_ty, negative })
    }

    /// `impl<T>`, and not `impl <T as A>::B`.
    fn is_generics(&self) -> bool {
        match self.peek(1) {
            Some(token) => match token.kind {
                Kind::Lifetime => true,
                Kind::Punct => matches!(token.byte, b'>' | b'#'),
                Kind::Word if token.word() == Word::CONST => true,
                Kind::Word => {
                    !token.word().is_keyword()
                        && self.peek(2).is_some_and(|next| {
                            next.kind == Kind::Punct
                                && (matches!(next.byte, b'>' | b',' | b'=')
                                    || (next.byte == b':' && !self.is_pair_at(2, b':', b':')))
                        })
                        && !(self.is_punct_at(2, b'>') && self.is_pair_at(3, b':', b':'))
                }
                _ => false,
            },
            None => false,
        }
    }

    fn trait_item(&mut self, id: ItemId) -> Read<ItemKind> {
        self.take_word(Word::UNSAFE);
        self.take_word(Word::AUTO);
        self.expect_word(Word::TRAIT, "`trait`")?;
        let mut generics = self.name_and_generics(id)?;
        if self.take_punct(b'=') {
            let bounds = self.bounds(true)?;
            self.where_clause(&mut generics)?;
            self.expect_punct(b';', "`;`")?;
            return Ok(ItemKind::Trait { generics, bounds });
        }
        let bounds = if self.take_punct(b':') { self.bounds(true)? } else { IdxRange::default() };
        self.where_clause(&mut generics)?;
        self.associated_items()?;
        Ok(ItemKind::Trait { generics, bounds })
    }

    fn associated_items(&mut self) -> Read<()> {
        self.inner_conditions()?;
        self.group(b'{', |parser| {
            parser.skip_inner_attributes()?;
            while !parser.is_empty() {
                parser.item()?;
            }
            Ok(())
        })
    }

    /// `type A<T>: Bound where … = B where …;`.
    fn type_alias(&mut self, id: ItemId) -> Read<ItemKind> {
        self.at += 1;
        let mut generics = self.name_and_generics(id)?;
        let bounds = if self.take_punct(b':') { self.bounds(true)? } else { IdxRange::default() };
        self.where_clause(&mut generics)?;
        let ty = if self.take_punct(b'=') { Some(self.ty()?) } else { None };
        self.where_clause(&mut generics)?;
        self.expect_punct(b';', "`;`")?;
        Ok(ItemKind::TypeAlias { generics, bounds, ty })
    }

    fn static_item(&mut self, id: ItemId) -> Read<ItemKind> {
        self.at += 1;
        let mutable = self.take_word(Word::MUT);
        if self.in_macro {
            // As `lazy_static!` has it.
            self.take_word(Word::REF);
        }
        let name = self.ident()?;
        self.named(id, name);
        let ty = if self.take_punct(b':') { Some(self.ty()?) } else { None };
        let body = if self.take_punct(b'=') { Some(self.initialiser()?) } else { None };
        // The last one in `thread_local!` needs none.
        if !self.in_macro || !self.is_empty() {
            self.expect_punct(b';', "`;`")?;
        }
        Ok(ItemKind::Static { ty, body, mutable })
    }

    fn const_item(&mut self, id: ItemId) -> Read<ItemKind> {
        self.at += 1;
        let at = self.offset();
        let name = if self.take_word(Word::UNDERSCORE) { (sym::UNDERSCORE, at) } else { self.ident()? };
        self.named(id, name);
        let mut generics = Generics { params: self.generic_params()?, wheres: Vec::new() };
        if !self.in_macro && !self.is_punct(b':') {
            return Err(self.stop("`:`"));
        }
        let ty = if self.take_punct(b':') { Some(self.ty()?) } else { None };
        let body = if self.take_punct(b'=') { Some(self.initialiser()?) } else { None };
        self.where_clause(&mut generics)?;
        self.expect_punct(b';', "`;`")?;
        Ok(ItemKind::Const { generics, ty, body })
    }

    fn extern_crate(&mut self, id: ItemId, attributes: std::ops::Range<usize>) -> Read<ItemKind> {
        self.at += 2;
        let token_at = self.offset();
        let krate =
            if self.take_word(Word::SELF_VALUE) { (sym::SELF_VALUE, token_at) } else { self.ident()? };
        let mut name = krate;
        if self.take_word(Word::AS) {
            let at = self.offset();
            name = if self.take_word(Word::UNDERSCORE) { (sym::UNDERSCORE, at) } else { self.ident()? };
        }
        self.named(id, name);
        self.expect_punct(b';', "`;`")?;
        let macro_use = self.has_attribute(attributes, "macro_use");
        Ok(ItemKind::ExternCrate { krate: krate.0, at: krate.1, macro_use })
    }

    /// `extern "C" {`.
    fn is_foreign(&self, extern_at: usize) -> bool {
        let is_str = self.peek(extern_at + 1).is_some_and(|token| token.kind == Kind::Str);
        self.is_open_at(extern_at + 1 + usize::from(is_str), b'{')
    }

    fn foreign(&mut self) -> Read<ItemKind> {
        self.take_word(Word::UNSAFE);
        self.abi();
        self.associated_items()?;
        Ok(ItemKind::Foreign)
    }

    /// `path! { … }` in the place of an item.
    fn macro_call(&mut self) -> Read<ItemKind> {
        let path = self.path(Style::Plain)?;
        if !self.is_macro_call() {
            return Err(self.stop("an item"));
        }
        let braces = self.is_open_at(1, b'{');
        let kind = self.macro_item(path);
        if !self.take_punct(b';') && !braces {
            return Err(self.stop("`;`"));
        }
        Ok(kind)
    }

    pub(super) fn holder(&mut self, cfg: Option<crate::read::CfgId>, span: (u32, u32)) -> ItemId {
        self.push_item(Item {
            kind: ItemKind::Foreign,
            name: sym::EMPTY,
            at: span.0,
            span,
            parent: self.parent,
            visibility: Visibility::Private,
            attributes: IdxRange::default(),
            cfg,
            is_test: false,
            in_macro: true,
            code: 0,
        })
    }

    /// The conditions inside of the braces that begin here are those of the item around them.
    pub(super) fn inner_conditions(&mut self) -> Read<()> {
        let Some(open) = self.peek(0).filter(|_| self.is_open(b'{')) else { return Ok(()) };
        let inner = self.at_tokens(self.at + 1..open.extra as usize, Self::skip_inner_attributes)?;
        if let Some(item) = self.parent {
            self.join_cfg(item, inner);
        }
        Ok(())
    }

    /// Joins the conditions that stand inside an item with its own.
    pub(super) fn join_cfg(&mut self, id: ItemId, inner: Vec<std::ops::Range<usize>>) {
        let Some(inner) = self.cfg_within(inner) else { return };
        let own = self.out.items[id].cfg;
        let joined = match own {
            None => inner,
            Some(own) => {
                let all = [own, inner].map(|index| self.out.cfgs[index].clone());
                self.push_cfg(crate::read::summary::Cfg::All(all.into()))
            }
        };
        self.out.items[id].cfg = Some(joined);
    }
}

/// Whether whoever compares two versions of a workspace may want to know that an item is another.
fn has_code(kind: &ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Function(_)
            | ItemKind::Struct { .. }
            | ItemKind::Enum { .. }
            | ItemKind::Union { .. }
            | ItemKind::Const { .. }
            | ItemKind::MacroRules { .. }
            | ItemKind::Impl { trait_: Some(_), .. }
    )
}
