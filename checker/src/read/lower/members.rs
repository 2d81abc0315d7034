//! Fields, variants, functions and initialisers: what items are made of.

use super::{Lower, count};
use crate::read::summary::{
    BlockKind, BodyId, Expr, Field, Function, Item, ItemId, ItemKind, Pat, PatId, Receiver, Run, Shape,
    Visibility, known,
};
use smallvec::SmallVec;

impl Lower<'_> {
    pub(super) fn visibility(&mut self, visibility: &syn::Visibility) -> Visibility {
        match visibility {
            syn::Visibility::Public(_) => Visibility::Public,
            syn::Visibility::Inherited => Visibility::Private,
            syn::Visibility::Restricted(restricted) => Visibility::In(self.path(&restricted.path)),
        }
    }

    pub(super) fn function(&mut self, sig: &syn::Signature, block: Option<&syn::Block>) -> ItemKind {
        let generics = self.generics(&sig.generics);
        let mut receiver = None;
        let mut params = Vec::with_capacity(sig.inputs.len());
        for input in &sig.inputs {
            match input {
                syn::FnArg::Receiver(given) => receiver = Some(self.receiver(given)),
                syn::FnArg::Typed(typed) => params.push(self.ty(&typed.ty)),
            }
        }
        let ret = self.return_type(&sig.output);
        let body = block.map(|block| {
            self.new_body(|lower| {
                lower.params(sig);
                lower.body.root = Some(lower.block(block, BlockKind::Plain, None));
            })
        });
        let (is_async, is_const) = (sig.asyncness.is_some(), sig.constness.is_some());
        ItemKind::Function(Box::new(Function { generics, receiver, params, ret, is_async, is_const, body }))
    }

    fn receiver(&mut self, receiver: &syn::Receiver) -> Receiver {
        match &receiver.kind {
            syn::ReceiverKind::Reference(_, _, None) => Receiver::Ref,
            syn::ReceiverKind::Reference(_, _, Some(_)) => Receiver::RefMut,
            syn::ReceiverKind::Typed(_, ty) => Receiver::Typed(self.ty(ty)),
            _ => Receiver::Value,
        }
    }

    fn params(&mut self, sig: &syn::Signature) {
        let mut params: SmallVec<[PatId; 8]> = SmallVec::new();
        for input in &sig.inputs {
            let pat = match input {
                syn::FnArg::Receiver(receiver) => {
                    let at = self.at(receiver.self_token.span);
                    let mutable = receiver.mutability.is_some();
                    let name = known::SELF_VALUE;
                    self.push_pat(Pat::Bind { name, at, by_ref: false, mutable, sub: None })
                }
                syn::FnArg::Typed(typed) => self.pat(&typed.pat),
            };
            params.push(pat);
        }
        self.body.params.extend_from_slice(&params);
    }

    /// An initialiser or a discriminant.
    pub(super) fn initialiser(&mut self, value: &syn::Expr) -> BodyId {
        self.new_body(|lower| lower.body.root = Some(lower.expr(value)))
    }

    /// The paths of expressions and macro calls that stand where items do.
    pub(super) fn body_of_exprs(&mut self, fill: impl FnOnce(&mut Self) -> Run) -> BodyId {
        self.new_body(|lower| {
            let elements = fill(lower);
            lower.body.root = Some(lower.push_expr(Expr::Tuple(elements)));
        })
    }

    pub(super) fn fields(&mut self, fields: &syn::Fields) -> (Run, Shape) {
        match fields {
            syn::Fields::Named(fields) => (self.field_run(&fields.named), Shape::Named),
            syn::Fields::Unnamed(fields) => (self.field_run(&fields.unnamed), Shape::Tuple),
            syn::Fields::Unit => (Run::default(), Shape::Unit),
        }
    }

    pub(super) fn field_run<'f>(&mut self, fields: impl IntoIterator<Item = &'f syn::Field>) -> Run {
        let start = count(self.out.fields.len());
        for (index, field) in fields.into_iter().enumerate() {
            let (attributes, cfg) = self.attributes(&field.attrs);
            let visibility = self.visibility(&field.vis);
            let (name, at) = match &field.ident {
                Some(ident) => self.name(ident),
                None => (self.number(count(index)), self.type_start(&field.ty)),
            };
            let ty = self.ty(&field.ty);
            if let Some((_, default)) = &field.default {
                self.loose_paths_of(default);
            }
            self.out.fields.push(Field { name, at, ty, visibility, attributes, cfg });
        }
        Run { start, len: count(self.out.fields.len()) - start }
    }

    pub(super) fn variant(&mut self, variant: &syn::Variant) {
        let (attributes, cfg) = self.attributes(&variant.attrs);
        let (name, at) = self.name(&variant.ident);
        let (fields, shape) = self.fields(&variant.fields);
        let last = match (&variant.discriminant, &variant.fields) {
            (Some((_, value)), _) => syn::spanned::Spanned::span(value),
            (None, syn::Fields::Named(fields)) => fields.brace_token.span.close(),
            (None, syn::Fields::Unnamed(fields)) => fields.paren_token.span.close(),
            (None, syn::Fields::Unit) => variant.ident.span(),
        };
        let end = self.places.end(last);
        let id = self.push_item(Item {
            kind: ItemKind::Variant { fields, shape, discriminant: None },
            name,
            at,
            span: (at, end),
            parent: self.parent,
            visibility: Visibility::Public,
            attributes,
            cfg,
            is_test: false,
            in_macro: self.in_macro,
        });
        if let Some((_, value)) = &variant.discriminant {
            let mut body = None;
            self.within(id, |lower| body = Some(lower.initialiser(value)));
            self.out.items[id.0 as usize].kind = ItemKind::Variant { fields, shape, discriminant: body };
        }
    }

    pub(super) fn push_item(&mut self, item: Item) -> ItemId {
        self.out.items.push(item);
        ItemId(count(self.out.items.len() - 1))
    }
}
