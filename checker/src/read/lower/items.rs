//! Items: one long table, a few lines for each kind.

use super::attributes::{has, is_test, module_path};
use super::{Lower, count};
use crate::read::summary::{Item, ItemId, ItemKind, Name, Run, Visibility, known};
use proc_macro2::{Ident, Span};

/// What every item has.
struct Header<'i> {
    attributes: &'i [syn::Attribute],
    visibility: Option<&'i syn::Visibility>,
    ident: Option<&'i Ident>,
    /// Its first token after attributes and visibility, and its last.
    first: Span,
    last: Span,
}

impl Lower<'_> {
    pub(super) fn item(&mut self, item: &syn::Item) {
        use syn::Item as I;
        match item {
            I::Fn(item) => {
                let last = item.block.brace_token.span.close();
                let header = function_header(&item.attrs, Some(&item.vis), &item.sig, last);
                self.declare(header, |lower| lower.function(&item.sig, Some(&item.block)));
            }
            I::Use(item) => {
                let last = item.semi_token.spans[0];
                let header = header(&item.attrs, Some(&item.vis), None, item.use_token.span, last);
                self.declare(header, |lower| ItemKind::Use { leaves: lower.use_tree(item) });
            }
            I::Struct(item) => self.structure(item),
            I::Enum(item) => {
                let last = item.brace_token.span.close();
                let header =
                    header(&item.attrs, Some(&item.vis), Some(&item.ident), item.enum_token.span, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    item.variants.iter().for_each(|variant| lower.variant(variant));
                    ItemKind::Enum { generics }
                });
            }
            I::Impl(item) => self.implementation(item),
            I::Mod(item) => self.module(item),
            I::Trait(item) => {
                let last = item.brace_token.span.close();
                let header =
                    header(&item.attrs, Some(&item.vis), Some(&item.ident), item.trait_token.span, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    let bounds = lower.bounds(&item.supertraits);
                    item.items.iter().for_each(|item| lower.trait_item(item));
                    ItemKind::Trait { generics, bounds }
                });
            }
            I::TraitAlias(item) => {
                let last = item.semi_token.spans[0];
                let header =
                    header(&item.attrs, Some(&item.vis), Some(&item.ident), item.trait_token.span, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    ItemKind::Trait { generics, bounds: lower.bounds(&item.bounds) }
                });
            }
            I::Const(item) => {
                let (first, last) = (item.const_token.span, item.semi_token.spans[0]);
                let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), first, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    let ty = Some(lower.ty(&item.ty));
                    ItemKind::Const { generics, ty, body: Some(lower.initialiser(&item.expr)) }
                });
            }
            I::Static(item) => {
                let (first, last) = (item.static_token.span, item.semi_token.spans[0]);
                let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), first, last);
                self.declare(header, |lower| {
                    let ty = Some(lower.ty(&item.ty));
                    let body = Some(lower.initialiser(&item.expr));
                    ItemKind::Static {
                        ty,
                        body,
                        mutable: matches!(item.mutability, syn::StaticMutability::Mut(_)),
                    }
                });
            }
            I::Type(item) => {
                let (first, last) = (item.type_token.span, item.semi_token.spans[0]);
                let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), first, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    let ty = Some(lower.ty(&item.ty));
                    ItemKind::TypeAlias { generics, bounds: Run::default(), ty }
                });
            }
            I::Union(item) => {
                let last = item.fields.brace_token.span.close();
                let header =
                    header(&item.attrs, Some(&item.vis), Some(&item.ident), item.union_token.span, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    ItemKind::Union { generics, fields: lower.field_run(&item.fields.named) }
                });
            }
            I::ExternCrate(item) => {
                let last = item.semi_token.spans[0];
                let known_as = item.rename.as_ref().map_or(&item.ident, |(_, alias)| alias);
                let header =
                    header(&item.attrs, Some(&item.vis), Some(known_as), item.extern_token.span, last);
                self.declare(header, |lower| {
                    let (krate, at) = lower.name(&item.ident);
                    ItemKind::ExternCrate { krate, at, macro_use: has(&item.attrs, "macro_use") }
                });
            }
            I::ForeignMod(item) => {
                let last = item.brace_token.span.close();
                let header = header(&item.attrs, None, None, item.abi.extern_token.span, last);
                self.declare(header, |lower| {
                    item.items.iter().for_each(|item| lower.foreign_item(item));
                    ItemKind::Foreign
                });
            }
            I::Macro(item) => {
                self.macro_call(&item.attrs, item.ident.as_ref(), &item.mac, item.semi_token.as_ref())
            }
            I::Verbatim(tokens) => {
                self.loose(tokens);
                self.opaque(tokens);
            }
            _ => {}
        }
    }

    fn structure(&mut self, item: &syn::ItemStruct) {
        let last = match (&item.semi_token, &item.fields) {
            (Some(semicolon), _) => semicolon.spans[0],
            (None, syn::Fields::Named(fields)) => fields.brace_token.span.close(),
            (None, _) => item.ident.span(),
        };
        let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), item.struct_token.span, last);
        self.declare(header, |lower| {
            let generics = lower.generics(&item.generics);
            let (fields, shape) = lower.fields(&item.fields);
            ItemKind::Struct { generics, fields, shape }
        });
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let first = item.unsafety.as_ref().map_or(item.impl_token.span, |token| token.span);
        let header = header(&item.attrs, None, None, first, item.brace_token.span.close());
        self.declare(header, |lower| {
            let generics = lower.generics(&item.generics);
            let trait_ = item.trait_.as_ref().map(|(path, _)| lower.path(path));
            let self_ty = lower.ty(&item.self_ty);
            item.items.iter().for_each(|item| lower.impl_item(item));
            ItemKind::Impl { generics, trait_, self_ty, negative: item.modifiers.polarity.is_some() }
        });
    }

    fn module(&mut self, item: &syn::ItemMod) {
        let last = match (&item.content, &item.semi) {
            (Some((brace, _)), _) => brace.span.close(),
            (None, Some(semicolon)) => semicolon.spans[0],
            (None, None) => item.ident.span(),
        };
        let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), item.mod_token.span, last);
        self.declare(header, |lower| {
            if let Some((_, items)) = &item.content {
                items.iter().for_each(|item| lower.item(item));
            }
            ItemKind::Module {
                inline: item.content.is_some(),
                path: module_path(&item.attrs),
                macro_use: has(&item.attrs, "macro_use"),
            }
        });
    }

    fn trait_item(&mut self, item: &syn::TraitItem) {
        match item {
            syn::TraitItem::Fn(item) => {
                let last = match (&item.default, &item.semi_token) {
                    (Some(block), _) => block.brace_token.span.close(),
                    (None, Some(semicolon)) => semicolon.spans[0],
                    (None, None) => item.sig.ident.span(),
                };
                let header = function_header(&item.attrs, None, &item.sig, last);
                self.declare(header, |lower| lower.function(&item.sig, item.default.as_ref()));
            }
            syn::TraitItem::Const(item) => {
                let (first, last) = (item.const_token.span, item.semi_token.spans[0]);
                self.declare(header(&item.attrs, None, Some(&item.ident), first, last), |lower| {
                    let generics = lower.generics(&item.generics);
                    let ty = Some(lower.ty(&item.ty));
                    let body = item.default.as_ref().map(|(_, value)| lower.initialiser(value));
                    ItemKind::Const { generics, ty, body }
                });
            }
            syn::TraitItem::Type(item) => {
                let (first, last) = (item.type_token.span, item.semi_token.spans[0]);
                self.declare(header(&item.attrs, None, Some(&item.ident), first, last), |lower| {
                    let generics = lower.generics(&item.generics);
                    let bounds = lower.bounds(&item.bounds);
                    let ty = item.default.as_ref().map(|(_, ty)| lower.ty(ty));
                    ItemKind::TypeAlias { generics, bounds, ty }
                });
            }
            syn::TraitItem::Macro(item) => {
                self.macro_call(&item.attrs, None, &item.mac, item.semi_token.as_ref())
            }
            syn::TraitItem::Verbatim(tokens) => {
                self.loose(tokens);
                self.opaque(tokens);
            }
            _ => {}
        }
    }

    fn impl_item(&mut self, item: &syn::ImplItem) {
        match item {
            syn::ImplItem::Fn(item) => {
                let last = item.block.brace_token.span.close();
                let header = function_header(&item.attrs, Some(&item.vis), &item.sig, last);
                self.declare(header, |lower| lower.function(&item.sig, Some(&item.block)));
            }
            syn::ImplItem::Const(item) => {
                let (first, last) = (item.const_token.span, item.semi_token.spans[0]);
                let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), first, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    let ty = Some(lower.ty(&item.ty));
                    ItemKind::Const { generics, ty, body: Some(lower.initialiser(&item.expr)) }
                });
            }
            syn::ImplItem::Type(item) => {
                let (first, last) = (item.type_token.span, item.semi_token.spans[0]);
                let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), first, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    let ty = Some(lower.ty(&item.ty));
                    ItemKind::TypeAlias { generics, bounds: Run::default(), ty }
                });
            }
            syn::ImplItem::Macro(item) => {
                self.macro_call(&item.attrs, None, &item.mac, item.semi_token.as_ref())
            }
            syn::ImplItem::Verbatim(tokens) => {
                self.loose(tokens);
                self.opaque(tokens);
            }
            _ => {}
        }
    }

    fn foreign_item(&mut self, item: &syn::ForeignItem) {
        match item {
            syn::ForeignItem::Fn(item) => {
                let header =
                    function_header(&item.attrs, Some(&item.vis), &item.sig, item.semi_token.spans[0]);
                self.declare(header, |lower| lower.function(&item.sig, None));
            }
            syn::ForeignItem::Static(item) => {
                let (first, last) = (item.static_token.span, item.semi_token.spans[0]);
                let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), first, last);
                self.declare(header, |lower| {
                    let ty = Some(lower.ty(&item.ty));
                    let mutable = matches!(item.mutability, syn::StaticMutability::Mut(_));
                    ItemKind::Static { ty, body: None, mutable }
                });
            }
            syn::ForeignItem::Type(item) => {
                let (first, last) = (item.type_token.span, item.semi_token.spans[0]);
                let header = header(&item.attrs, Some(&item.vis), Some(&item.ident), first, last);
                self.declare(header, |lower| {
                    let generics = lower.generics(&item.generics);
                    ItemKind::TypeAlias { generics, bounds: Run::default(), ty: None }
                });
            }
            syn::ForeignItem::Macro(item) => {
                self.macro_call(&item.attrs, None, &item.mac, item.semi_token.as_ref())
            }
            syn::ForeignItem::Verbatim(tokens) => {
                self.loose(tokens);
                self.opaque(tokens);
            }
            _ => {}
        }
    }

    fn macro_call(
        &mut self,
        attributes: &[syn::Attribute],
        ident: Option<&Ident>,
        call: &syn::Macro,
        semicolon: Option<&syn::Token![;]>,
    ) {
        let first = call.path.segments.first().map_or_else(Span::call_site, |segment| segment.ident.span());
        let last = semicolon.map_or_else(|| call.delimiter.span().close(), |token| token.spans[0]);
        let header = header(attributes, None, ident, first, last);
        self.declare(header, |lower| match ident {
            Some(_) => lower.macro_rules(call, has(attributes, "macro_export")),
            None => lower.macro_item(call),
        });
    }

    /// Enters an item and what `fill` makes of it: the item stands before what is in it.
    fn declare(&mut self, header: Header, fill: impl FnOnce(&mut Self) -> ItemKind) -> ItemId {
        let (attributes, cfg) = self.attributes(header.attributes);
        let visibility = header.visibility.map_or(Visibility::Private, |given| self.visibility(given));
        let first = match header.visibility {
            Some(syn::Visibility::Public(token)) => token.span,
            Some(syn::Visibility::Restricted(restricted)) => restricted.pub_token.span,
            _ => header.first,
        };
        let span = (self.at(first), self.places.end(header.last));
        let (name, at): (Name, u32) = match header.ident {
            Some(ident) => self.name(ident),
            None => (known::EMPTY, span.0),
        };
        let id = self.push_item(Item {
            kind: ItemKind::Block,
            name,
            at,
            span,
            parent: self.parent,
            visibility,
            attributes,
            cfg,
            is_test: is_test(header.attributes),
            in_macro: self.in_macro,
        });
        let outer = self.parent.replace(id);
        let kind = fill(self);
        self.parent = outer;
        self.out.items[id.0 as usize].kind = kind;
        debug_assert!(count(self.out.items.len()) > id.0);
        id
    }
}

fn header<'i>(
    attributes: &'i [syn::Attribute],
    visibility: Option<&'i syn::Visibility>,
    ident: Option<&'i Ident>,
    first: Span,
    last: Span,
) -> Header<'i> {
    Header { attributes, visibility, ident, first, last }
}

fn function_header<'i>(
    attributes: &'i [syn::Attribute],
    visibility: Option<&'i syn::Visibility>,
    sig: &'i syn::Signature,
    last: Span,
) -> Header<'i> {
    let first = if let Some(token) = &sig.constness {
        token.span
    } else if let Some(token) = &sig.asyncness {
        token.span
    } else if let syn::Safety::Unsafe(token) = &sig.safety {
        token.span
    } else if let Some(abi) = &sig.abi {
        abi.extern_token.span
    } else {
        sig.fn_token.span
    };
    Header { attributes, visibility, ident: Some(&sig.ident), first, last }
}
