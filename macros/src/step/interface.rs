//! The interface of a ctx: exactly what a step declares, and what the map has to say to it.

use crate::arguments::{Arguments, spelt};
use crate::function::{Function, allowed};
use crate::map::{Allowed, Site};
use crate::refusals::Refusals;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

/// What a step or compensation may do.
pub(crate) struct Interface<'f> {
    /// The name of the trait.
    pub(crate) name: Ident,
    calls: Vec<Call<'f>>,
    publishes: Vec<Published<'f>>,
}

/// An operation that it calls.
struct Call<'f> {
    path: &'f Path,
    /// What the path may lead to, and what to say if it leads elsewhere; none if the map was asked already.
    allowed: Option<(Vec<Allowed>, String)>,
    /// What to say if it cannot be undone; none if it may be so.
    undone: Option<String>,
}

/// A message that it publishes.
struct Published<'f> {
    path: &'f Path,
    /// The topics it may be of, and what to say if it is of another; none if the map was asked already.
    allowed: Option<(Vec<String>, String)>,
}

impl<'f> Interface<'f> {
    /// What the attribute declares. What is not undone at a rollback may call nothing that cannot be.
    pub(crate) fn new(
        name: Ident,
        arguments: &'f Arguments,
        site: &Site,
        undone: bool,
        refusals: &mut Refusals,
    ) -> Interface<'f> {
        let calls = arguments.paths("calls").iter().map(|path| Call {
            path,
            allowed: site.callable(path, refusals).map(|allowed| {
                let operation = spelt(path);
                (allowed, format!("`{}` may not call `{operation}`: {}", site.own, site.callables()))
            }),
            undone: (!undone).then(|| {
                format!(
                    "name in the map what compensates this step: it calls `{}`, which cannot be undone",
                    spelt(path)
                )
            }),
        });
        let calls = calls.collect();
        let publishes = arguments.paths("publishes").iter().map(|path| Published {
            path,
            allowed: site.publishable(path, refusals).map(|topics| {
                let message = spelt(path);
                (topics, format!("`{}` may not publish `{message}`: {}", site.own, site.publishes()))
            }),
        });
        Interface { name, calls, publishes: publishes.collect() }
    }

    /// Whether nothing is declared.
    pub(crate) fn is_empty(&self) -> bool {
        self.calls.is_empty() && self.publishes.is_empty()
    }

    /// The trait, on whatever can do all of it, and what the compiler holds against the map.
    pub(crate) fn expand(&self, function: &Function, krate: &TokenStream) -> TokenStream {
        let (name, visibility, cfg) = (&self.name, &function.visibility, function.shared(&["cfg"]));
        let calls = self.calls.iter().map(|call| behind(call.path, "Call"));
        let publishes = self.publishes.iter().map(|message| {
            let path = message.path;
            quote!(#krate::Publish<#path>)
        });
        let bounds: Vec<TokenStream> = calls.chain(publishes).chain([quote!(::core::marker::Sync)]).collect();
        let documented = format!("What `{}` may do.", function.plain_name());
        let allowed = allowed();
        let assertions = self.assertions(&cfg, krate);
        quote! {
            #cfg #[doc = #documented] #allowed
            #visibility trait #name: #(#bounds)+* {}
            #cfg #[automatically_derived]
            impl<__Environment: #(#bounds +)* ?::core::marker::Sized> #name for __Environment {}
            #assertions
        }
    }

    fn assertions(&self, cfg: &TokenStream, krate: &TokenStream) -> TokenStream {
        let mut assertions = Vec::new();
        for call in &self.calls {
            let request = behind(call.path, "Request");
            let span = last(call.path);
            if let Some((allowed, otherwise)) = &call.allowed {
                let allowed = allowed.iter().map(|(context, name)| {
                    let name = name.as_deref().unwrap_or("*");
                    quote!((#context, #name))
                });
                assertions.push(quote_spanned! {span=>
                    #krate::derived::permitted::<#request>(&[#(#allowed),*], #otherwise)
                });
            }
            if let Some(otherwise) = &call.undone {
                assertions.push(quote_spanned!(span=> #krate::derived::reversible::<#request>(#otherwise)));
            }
        }
        for message in &self.publishes {
            let path = message.path;
            if let Some((topics, otherwise)) = &message.allowed {
                assertions.push(quote_spanned! {last(path)=>
                    #krate::derived::published::<#path>(&[#(#topics),*], #otherwise)
                });
            }
        }
        quote!(#(#cfg const _: () = #assertions;)*)
    }
}

/// What is derived beside the function that a path leads to.
fn behind(path: &Path, name: &str) -> TokenStream {
    let name = Ident::new(name, last(path));
    quote!(#path::#name)
}

fn last(path: &Path) -> Span {
    path.segments.last().map_or_else(Span::call_site, |last| last.ident.span())
}
