//! `#[derive(Failure)]`: an error that says what is to be done about it.

use crate::arguments::{self, Arguments};
use crate::refusals::Refusals;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use stateline_schema::attribute::{Attribute as Ours, Verdict};
use syn::{Attribute, Field, Fields, Generics, Index, Item, Type};

/// What is derived of an error: its verdicts, what it is made from, and that it is an error.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let mut refusals = Refusals::default();
    let failure = match syn::parse2::<Item>(item) {
        Ok(Item::Enum(item)) => {
            let cases = item.variants.iter().map(|variant| {
                let name = &variant.ident;
                (name.clone(), quote!(Self::#name), variant.attrs.as_slice(), &variant.fields)
            });
            Failure::read(&item.ident, &item.generics, &item.attrs, cases, &mut refusals)
        }
        Ok(Item::Struct(item)) => {
            let case = (item.ident.clone(), quote!(Self), item.attrs.as_slice(), &item.fields);
            Failure::read(&item.ident, &item.generics, &[], [case].into_iter(), &mut refusals)
                .with_arguments(&item.attrs, &mut refusals)
        }
        Ok(other) => {
            refusals.on(other, "`Failure` can only be derived for an enum or a struct");
            return refusals.into_tokens();
        }
        Err(error) => {
            refusals.parsed::<()>(Err(error));
            return refusals.into_tokens();
        }
    };
    [failure.expand(), refusals.into_tokens()].into_iter().collect()
}

/// An error as it is meant.
struct Failure {
    name: Ident,
    generics: Generics,
    krate: TokenStream,
    cases: Vec<Case>,
    /// Whether another derive writes that it is an error: then it also writes what it is made from.
    is_error: bool,
}

/// A variant, or the whole struct.
struct Case {
    name: Ident,
    path: TokenStream,
    verdict: Option<(Verdict, Span)>,
    from: Option<(TokenStream, Type)>,
}

impl Failure {
    fn read<'a>(
        name: &Ident,
        generics: &Generics,
        attributes: &[Attribute],
        cases: impl Iterator<Item = (Ident, TokenStream, &'a [Attribute], &'a Fields)>,
        refusals: &mut Refusals,
    ) -> Failure {
        let all = verdict(attributes, refusals);
        let mut is_error = has(attributes, "error");
        let cases = cases.map(|(name, path, attributes, fields)| {
            is_error |= has(attributes, "error");
            let from = from(fields, refusals);
            let verdict = verdict(attributes, refusals).or(all);
            if verdict.is_none() && from.is_none() {
                refusals.at(
                    name.span(),
                    format_args!(
                        "`{name}` does not say what to do when a step fails with it; add `#[again]` (retry the step), `#[fail]` (fail the instance) or `#[park]` (wait for a person)"
                    ),
                );
            }
            Case { name, path, verdict, from }
        });
        let (name, generics, cases) = (name.clone(), generics.clone(), cases.collect());
        Failure { name, generics, krate: quote!(), cases, is_error }.with_arguments(attributes, refusals)
    }

    /// `#[failure(crate = flow)]`
    fn with_arguments(self, attributes: &[Attribute], refusals: &mut Refusals) -> Failure {
        let beside = attributes.iter().find(|attribute| attribute.path().is_ident(BESIDE));
        let tokens =
            beside.and_then(|attribute| attribute.meta.require_list().ok()).map(|list| list.tokens.clone());
        let arguments = Arguments::read(tokens.unwrap_or_default(), Ours::Failure, refusals);
        Failure { krate: arguments.krate(), ..self }
    }

    fn expand(&self) -> TokenStream {
        let Failure { name, krate, cases, is_error, .. } = self;
        let (generics, arguments, conditions) = self.generics.split_for_impl();
        let inner = Ident::new("inner", Span::mixed_site());
        let verdicts = cases.iter().map(|case| case.verdict(&inner, krate));
        // An enum without variants has no value of which anything could be asked.
        let of_self = |arms: TokenStream| match cases.is_empty() {
            true => quote!(match *self {}),
            false => quote!(match self { #arms }),
        };
        let verdict = of_self(quote!(#(#verdicts)*));
        let error = (!is_error).then(|| {
            let sources = cases.iter().map(|case| case.source(&inner));
            let source = of_self(quote!(#(#sources)*));
            let made = cases.iter().filter_map(|case| {
                let (member, ty) = case.from.as_ref()?;
                let path = &case.path;
                Some(quote! {
                    #[automatically_derived]
                    impl #generics ::core::convert::From<#ty> for #name #arguments #conditions {
                        fn from(#inner: #ty) -> Self { #path { #member: #inner } }
                    }
                })
            });
            quote_spanned! {name.span()=>
                #[automatically_derived]
                impl #generics ::core::error::Error for #name #arguments #conditions {
                    fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> { #source }
                }
                #(#made)*
            }
        });
        let krate = arguments::at(krate.clone(), name.span());
        quote_spanned! {name.span()=>
            #[automatically_derived]
            impl #generics #krate::Failure for #name #arguments #conditions {
                fn verdict(&self) -> #krate::Verdict { #verdict }
            }
            #error
        }
    }
}

impl Case {
    /// What is said of it; else what is said of what it is made from.
    fn verdict(&self, inner: &Ident, krate: &TokenStream) -> TokenStream {
        let Case { path, verdict, from, .. } = self;
        match (verdict, from) {
            (None, Some((member, ty))) => {
                let span =
                    ty.to_token_stream().into_iter().next().map_or(self.name.span(), |token| token.span());
                let krate = arguments::at(krate.clone(), span);
                quote_spanned!(span=> #path { #member: #inner } => #krate::Failure::verdict(#inner),)
            }
            (verdict, _) => {
                let (verdict, span) = verdict.unwrap_or((Verdict::Park, self.name.span()));
                let verdict = Ident::new(verdict.variant(), span);
                quote!(#path { .. } => #krate::Verdict::#verdict,)
            }
        }
    }

    fn source(&self, inner: &Ident) -> TokenStream {
        let Case { path, from, .. } = self;
        match from {
            Some((member, _)) => quote!(#path { #member: #inner } => ::core::option::Option::Some(#inner),),
            None => quote!(#path { .. } => ::core::option::Option::None,),
        }
    }
}

/// The attribute beside the derive.
const BESIDE: &str = Ours::Failure.beside();

/// What stands on a field from which the error is made.
const FROM: &str = "from";

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(name))
}

/// The one verdict among some attributes.
fn verdict(attributes: &[Attribute], refusals: &mut Refusals) -> Option<(Verdict, Span)> {
    let mut found = None;
    for attribute in attributes {
        let Some(name) = attribute.path().get_ident() else { continue };
        let Some(verdict) = Verdict::named(&name.to_string()) else { continue };
        if found.is_some() {
            refusals.on(
                attribute,
                "only one of `#[again]`, `#[fail]` and `#[park]` is allowed here; remove the others",
            );
        }
        if attribute.meta.require_path_only().is_err() {
            refusals.on(attribute, format_args!("`#[{name}]` takes no arguments; write `#[{name}]`"));
        }
        found = found.or(Some((verdict, name.span())));
    }
    found
}

/// The field from which the error is made, and its type.
fn from(fields: &Fields, refusals: &mut Refusals) -> Option<(TokenStream, Type)> {
    let marked = |field: &Field| has(&field.attrs, FROM);
    let (at, field) = fields.iter().enumerate().find(|(_, field)| marked(field))?;
    if fields.len() > 1 {
        refusals.on(
            &field.ty,
            "a field with `#[from]` must be the only one, because `From` cannot fill the others; remove `#[from]`, or the other fields",
        );
        return None;
    }
    let member = match &field.ident {
        Some(name) => name.to_token_stream(),
        None => Index::from(at).to_token_stream(),
    };
    Some((member, field.ty.clone()))
}
