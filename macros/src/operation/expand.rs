//! What is derived of an operation: its request, its handler, and the interface that calls it.

use super::argument::Argument;
use super::model::Operation;
use crate::arguments::at;
use crate::map::Site;
use crate::names;
use crate::visibility::one_deeper;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use stateline_schema::attribute::{CALL, REQUEST};
use syn::Path;
use syn::ext::IdentExt;

impl Operation<'_> {
    pub(super) fn expand(&self, krate: &TokenStream, site: &Site) -> TokenStream {
        [
            self.request(),
            self.data(krate),
            self.operation(krate, site),
            self.handler(krate),
            self.of_key(krate).unwrap_or_default(),
            self.interface(krate),
            self.module(),
        ]
        .into_iter()
        .collect()
    }

    /// The type of a request: what the caller gives.
    fn request(&self) -> TokenStream {
        let Operation { function, request, .. } = self;
        let (visibility, borne) = (&function.visibility, function.borne());
        let documented = function.documented(&format!("Asks for `{}`.", function.plain_name()));
        let (names, types) = self.given();
        let given = names.iter().map(|name| format!("What is given as `{}`.", name.unraw()));
        quote! {
            #documented #borne
            #visibility struct #request { #(#[doc = #given] #visibility #names: #types),* }
        }
    }

    /// The request as data.
    fn data(&self, krate: &TokenStream) -> TokenStream {
        let Operation { function, request, .. } = self;
        let borne = function.borne();
        let derived = at(quote!(#krate::derived), request.span());
        let (serde, fields) = (quote!(#derived::serde), quote!(#derived::fields));
        let (names, _) = self.given();
        let plain: Vec<String> = names.iter().map(|name| name.unraw().to_string()).collect();
        let text = request.to_string();
        let all = quote!(&[#(#plain),*]);
        quote_spanned! {request.span()=>
            #borne #[automatically_derived]
            impl #serde::Serialize for #request {
                fn serialize<S: #serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                    #fields::write(to, #text, #all, (#(&self.#names,)*))
                }
            }
            #borne #[automatically_derived]
            impl<'de> #serde::Deserialize<'de> for #request {
                fn deserialize<D: #serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                    #fields::read(from, #text, #all).map(|(#(#names,)*)| #request { #(#names),* })
                }
            }
        }
    }

    fn operation(&self, krate: &TokenStream, site: &Site) -> TokenStream {
        let Operation { function, request, output, effect, .. } = self;
        let (borne, name) = (function.borne(), function.plain_name());
        let (context, external) = (&site.own, site.is_external());
        let blocking = (!function.is_async()).then(|| {
            quote!(
                const BLOCKING: bool = true;
            )
        });
        let idempotent_for = self.idempotent_for.map(|millis| {
            let duration = quote!(::core::time::Duration);
            quote! {
                const IDEMPOTENT_FOR: ::core::option::Option<#duration> =
                    ::core::option::Option::Some(#duration::from_millis(#millis));
            }
        });
        let inquiry = self.inquiry.map(|path| {
            let request = self.inquired(path);
            quote_spanned! {last(path)=>
                const INQUIRY: ::core::option::Option<&'static str> =
                    ::core::option::Option::Some(<#request as #krate::Operation>::NAME);
            }
        });
        let reads = self.inquiry.map(|path| {
            let (request, krate) = (self.inquired(path), at(krate.clone(), last(path)));
            quote_spanned!(last(path)=> #borne const _: () = #krate::derived::inquires::<#request>();)
        });
        quote! {
            #borne #[automatically_derived]
            impl #krate::Operation for #request {
                type Output = #output;
                const CONTEXT: &'static str = #context;
                const NAME: &'static str = #name;
                const EFFECT: #krate::Effect = #krate::Effect::#effect;
                const EXTERNAL: bool = #external;
                const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", #name);
                #blocking
                #idempotent_for
                #inquiry
            }
            #reads
        }
    }

    /// Carries the request out, in any environment that has what the function borrows.
    fn handler(&self, krate: &TokenStream) -> TokenStream {
        let Operation { function, request, output, .. } = self;
        let name = function.name();
        let (environment, about) =
            (Ident::new("env", Span::mixed_site()), Ident::new("about", Span::mixed_site()));
        let borrowed = self.borrowed();
        let written = names::own(name).into_token_stream();
        let handle = self.body(&written, None, krate, (&environment, &about));
        let forwards = self.callable && function.is_async();
        let method = |name: Ident, body: &TokenStream| {
            let signature = quote_spanned!(function.name().span()=> #name(self, #environment: &__E, #about: &#krate::Call));
            function.method(&signature, output, body, forwards)
        };
        let rehearse = self.rehearse.map(|path| {
            let span = path.segments.last().map_or(name.span(), |last| last.ident.span());
            let called = self.body(&quote!(#path), Some(span), krate, (&environment, &about));
            let at_path = at(krate.clone(), span);
            let rehearse = match (self.callable, function.is_async()) {
                (false, _) => called,
                (true, true) => quote_spanned!(span=> #at_path::derived::awaited::<#output, _>(#called)),
                (true, false) => quote_spanned!(span=> #at_path::derived::AtOnce::<#output>::it(#called)),
            };
            method(Ident::new("rehearse", name.span()), &rehearse)
        });
        let handle = method(Ident::new("handle", name.span()), &handle);
        let inquired = self.inquiry.map(|path| self.inquired(path)).into_iter();
        let inquire = self.inquiry.map(|path| {
            let (request, krate) = (self.inquired(path), at(krate.clone(), last(path)));
            let key = Ident::new("key", Span::mixed_site());
            quote_spanned! {last(path)=>
                fn inquire(#key: #krate::Key, #environment: &__E, #about: &#krate::Call)
                    -> impl ::core::future::Future<Output = #krate::Inquiry<#output>> + ::core::marker::Send
                {
                    #krate::Handle::handle(<#request as #krate::derived::OfKey>::of_key(#key), #environment, #about)
                }
            }
        });
        let running = quote! {
            impl<__E: #(#krate::Has<#borrowed> +)* ::core::marker::Sync + ?::core::marker::Sized>
                #krate::Handle<__E> for #request
            where #(#inquired: #krate::Handle<__E>,)*
            {
                #handle
                #rehearse
                #inquire
            }
        };
        function.running(running, krate)
    }

    /// What only takes a key can be an inquiry.
    fn of_key(&self, krate: &TokenStream) -> Option<TokenStream> {
        let Operation { function, request, .. } = self;
        let mut given = self.arguments.iter().filter_map(|argument| match argument {
            Argument::Given { name, is_key, .. } => Some((name, *is_key)),
            _ => None,
        });
        let (Some((name, true)), None) = (given.next(), given.next()) else { return None };
        let borne = function.borne();
        Some(quote! {
            #borne #[automatically_derived]
            impl #krate::derived::OfKey for #request {
                fn of_key(key: #krate::Key) -> Self { #request { #name: key } }
            }
        })
    }

    /// The request for an inquiry.
    fn inquired(&self, path: &Path) -> TokenStream {
        let request = Ident::new(REQUEST, last(path));
        quote!(#path::#request)
    }

    /// The method that calls it, on whatever can.
    fn interface(&self, krate: &TokenStream) -> TokenStream {
        let Operation { function, request, call, output, .. } = self;
        let (visibility, borne) = (&function.visibility, function.borne());
        let (name, plain) = (function.name(), function.plain_name());
        let documented = function.documented(&format!("Calls `{plain}`."));
        // Who calls it through a ctx calls it.
        let said = function.shared(&["deprecated", "must_use"]);
        let (about, (names, types)) = (format!("A ctx that calls `{plain}`."), self.given());
        quote! {
            #[doc = #about] #borne
            #visibility trait #call: #krate::Calls<#request> {
                #documented #said
                fn #name(&self, #(#names: #types),*) -> impl ::core::future::Future<
                    Output = ::core::result::Result<#output, #krate::CallError>
                > + ::core::marker::Send {
                    #krate::Calls::call(self, #request { #(#names),* })
                }
            }
            #borne #[automatically_derived]
            impl<__E: #krate::Calls<#request> + ?::core::marker::Sized> #call for __E {}
        }
    }

    /// What a path to the function leads to besides the function itself.
    fn module(&self) -> TokenStream {
        let Operation { function, request, call, .. } = self;
        let (visibility, borne, name) = (&function.visibility, function.borne(), names::own(function.name()));
        let deeper = one_deeper(visibility);
        let [as_call, as_request] = [CALL, REQUEST].map(|known| Ident::new(known, name.span()));
        quote_spanned! {name.span()=>
            #borne #[doc(hidden)]
            #visibility mod #name { #deeper use super::{#call as #as_call, #request as #as_request}; }
        }
    }

    /// Names and types of what the caller gives.
    fn given(&self) -> (Vec<&Ident>, Vec<&TokenStream>) {
        let given = self.arguments.iter().filter_map(|argument| match argument {
            Argument::Given { name, ty, .. } => Some((name, ty)),
            Argument::Borrowed { .. } | Argument::About => None,
        });
        given.unzip()
    }

    /// Types of what the environment has, each once.
    fn borrowed(&self) -> Vec<TokenStream> {
        let mut borrowed: Vec<TokenStream> = Vec::new();
        for argument in &self.arguments {
            if let Argument::Borrowed { ty } = argument {
                let ty = quote!(#ty);
                if borrowed.iter().all(|before| before.to_string() != ty.to_string()) {
                    borrowed.push(ty);
                }
            }
        }
        borrowed
    }

    /// Calls a function with what the caller gave and the environment has. All of that stands at `instead`,
    /// where it is not this function's own, so that this is where it is refused.
    fn body(
        &self,
        function: &TokenStream,
        instead: Option<Span>,
        krate: &TokenStream,
        (environment, about): (&Ident, &Ident),
    ) -> TokenStream {
        if !self.callable {
            return quote!(::core::unreachable!());
        }
        let span = instead.unwrap_or(self.function.name().span());
        let krate = at(krate.clone(), span);
        let values = self.arguments.iter().map(|argument| match argument {
            Argument::About => quote_spanned!(span=> #about),
            Argument::Given { name, .. } => {
                let mut name = name.clone();
                name.set_span(instead.unwrap_or(name.span()));
                quote_spanned!(span=> self.#name)
            }
            Argument::Borrowed { ty } => quote_spanned!(span=> #krate::Has::<#ty>::get(#environment)),
        });
        quote_spanned!(span=> #function(#(#values),*))
    }
}

fn last(path: &Path) -> Span {
    path.segments.last().map_or_else(Span::call_site, |last| last.ident.span())
}
