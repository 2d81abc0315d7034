//! `#[derive(Environment)]`: a struct whose fields are what operations borrow.

use crate::arguments::Arguments;
use crate::refusals::Refusals;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use stateline_schema::attribute::{self, Attribute as Ours, Key};
use std::collections::HashSet;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Field, GenericArgument, Index, ItemStruct, Meta, PathArguments, Token, Type};

/// The attribute beside the derive.
const BESIDE: &str = Ours::Environment.beside();

/// What it says on a field.
const SKIP: &str = Key::Skip.name();

/// What is derived of a struct: for each field, that the environment has its type.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let mut refusals = Refusals::default();
    let read = syn::parse2::<ItemStruct>(item)
        .map_err(|error| syn::Error::new(error.span(), "`Environment` can only be derived for a struct"));
    let Some(environment) = refusals.parsed(read) else { return refusals.into_tokens() };
    let arguments = arguments(&environment.attrs, &mut refusals);
    let (krate, mut seen) = (arguments.krate(), HashSet::new());
    let mut derived = TokenStream::new();
    for (index, field) in environment.fields.iter().enumerate() {
        if skipped(field, &mut refusals) {
            continue;
        }
        if !seen.insert(lent(field).to_token_stream().to_string()) {
            refusals.on(
                &field.ty,
                format_args!(
                    "another field has the same type, but operations find what they borrow by its type; give this field another type, or skip it with `#[{BESIDE}({SKIP})]`"
                ),
            );
            continue;
        }
        derived.extend(has(&environment, index, field, &krate));
        if let Some(shared) = shared(lent(field))
            && seen.insert(shared.to_token_stream().to_string())
        {
            derived.extend(has_shared(&environment, field, shared, &krate));
        }
    }
    [derived, refusals.into_tokens()].into_iter().collect()
}

/// That the environment has the type of a field.
fn has(environment: &ItemStruct, index: usize, field: &Field, krate: &TokenStream) -> TokenStream {
    let (name, ty) = (&environment.ident, lent(field));
    let (generics, arguments, conditions) = environment.generics.split_for_impl();
    let cfg = crate::function::attributes(environment.attrs.iter().chain(&field.attrs), &["cfg"]);
    let member = match &field.ident {
        Some(name) => name.to_token_stream(),
        None => Index::from(index).to_token_stream(),
    };
    let borrow = matches!(field.ty, Type::Reference(_)).then(TokenStream::new).unwrap_or(quote!(&));
    // Where two types are one by another name, the compiler points at both.
    quote_spanned! {ty.span()=>
        #cfg #[automatically_derived]
        impl #generics #krate::Has<#ty> for #name #arguments #conditions {
            fn get(&self) -> &#krate::derived::Lent<#ty> { #borrow self.#member }
        }
    }
}

/// That the environment has what a field shares: from `Arc<dyn Bank>` it lends a `dyn Bank` too.
fn has_shared(environment: &ItemStruct, field: &Field, shared: &Type, krate: &TokenStream) -> TokenStream {
    let (name, ty) = (&environment.ident, lent(field));
    let (generics, arguments, conditions) = environment.generics.split_for_impl();
    let cfg = crate::function::attributes(environment.attrs.iter().chain(&field.attrs), &["cfg"]);
    quote! {
        #cfg #[automatically_derived]
        impl #generics #krate::Has<#shared> for #name #arguments #conditions {
            fn get(&self) -> &#krate::derived::Lent<#shared> {
                &**<Self as #krate::Has<#ty>>::get(self)
            }
        }
    }
}

/// What a pointer points to, if that has no size of its own: of `Arc<dyn Bank>`, `dyn Bank`.
fn shared(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| attribute::shares(&last.ident.to_string()))?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(ty @ Type::TraitObject(_))) if arguments.args.len() == 1 => Some(ty),
        _ => None,
    }
}

/// What a field lends: its type, or what it borrows itself.
fn lent(field: &Field) -> &Type {
    match &field.ty {
        Type::Reference(reference) => &reference.elem,
        ty => ty,
    }
}

/// The arguments on the struct: `#[environment(crate = flow)]`.
fn arguments(attributes: &[Attribute], refusals: &mut Refusals) -> Arguments {
    let ours = attributes.iter().find(|attribute| attribute.path().is_ident(BESIDE));
    let tokens =
        ours.and_then(|attribute| attribute.meta.require_list().ok()).map(|list| list.tokens.clone());
    Arguments::read(tokens.unwrap_or_default(), Ours::Environment, refusals)
}

/// Whether a field says that it is not for operations.
fn skipped(field: &Field, refusals: &mut Refusals) -> bool {
    let mut skip = false;
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident(BESIDE)) {
        let words = match &attribute.meta {
            Meta::List(list) => Punctuated::<Ident, Token![,]>::parse_terminated.parse2(list.tokens.clone()),
            _ => Ok(Punctuated::new()),
        };
        let only_skip = words.is_ok_and(|words| words.len() == 1 && words[0] == SKIP);
        if !only_skip {
            refusals.on(
                attribute,
                format_args!("expected `{SKIP}`; to skip this field, write `#[{BESIDE}({SKIP})]`"),
            );
        }
        skip = true;
    }
    skip
}
