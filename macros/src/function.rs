//! A function as far as macros read it: its body is passed on as it is.

use crate::arguments::Arguments;
use crate::map::{Place, Site};
use crate::refusals::Refusals;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use stateline_schema::attribute::{Attribute as Ours, CRATE, Invocation};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, FnArg, GenericParam, Safety, Signature, Visibility};

/// A free function, its body unread.
pub(crate) struct Function {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) signature: Signature,
    body: TokenStream,
}

impl Function {
    /// The function under an attribute, what is derived of it, and what is refused.
    pub(crate) fn expand(
        attribute: Ours,
        arguments: TokenStream,
        item: TokenStream,
        place: &Place,
        derive: impl FnOnce(&Function, &Arguments, &Site, &mut Refusals) -> Option<TokenStream>,
    ) -> TokenStream {
        let mut refusals = Refusals::default();
        let arguments = Arguments::read(arguments, attribute, &mut refusals);
        let Some(mut function) = Function::read(item.clone(), attribute, &mut refusals) else {
            return [refusals.into_tokens(), item].into_iter().collect();
        };
        function.keep_one(attribute, &mut refusals);
        let site = Site::new(place, &arguments, function.name(), &mut refusals);
        let derived = derive(&function, &arguments, &site, &mut refusals);
        site.beside(&function, derived, refusals)
    }

    /// Reads the item under an attribute.
    fn read(item: TokenStream, attribute: Ours, refusals: &mut Refusals) -> Option<Function> {
        let function = syn::parse2(item).map_err(|error| {
            syn::Error::new(error.span(), format!("`{attribute}` can only be used on a function"))
        });
        refusals.parsed(function)
    }

    /// Refuses a second attribute of ours, and leaves it out, since both would derive the same names.
    fn keep_one(&mut self, attribute: Ours, refusals: &mut Refusals) {
        self.attributes.retain(|other| {
            let names: Vec<String> =
                other.path().segments.iter().map(|segment| segment.ident.to_string()).collect();
            let second = match names.as_slice() {
                [name] => Ours::named(name),
                [krate, name] if krate == CRATE => Ours::named(name),
                _ => None,
            };
            let second = second.filter(|second| second.invocation() == Invocation::Attribute);
            if second.is_some() {
                refusals.on(
                    other,
                    format_args!("a function can have only one attribute of Stateline, and this one has `{attribute}`; remove one of them"),
                );
            }
            second.is_none()
        });
    }

    /// Its body, or the semicolon that stands for one.
    pub(crate) fn body(&self) -> TokenStream {
        self.body.clone()
    }

    /// Its name, as written.
    pub(crate) fn name(&self) -> &Ident {
        &self.signature.ident
    }

    /// Its name without `r#`.
    pub(crate) fn plain_name(&self) -> String {
        self.name().unraw().to_string()
    }

    /// What it says about itself in documentation, or else this sentence.
    pub(crate) fn documented(&self, otherwise: &str) -> TokenStream {
        let documented = self.shared(&["doc"]);
        if documented.is_empty() { quote!(#[doc = #otherwise]) } else { documented }
    }

    /// What every derived item bears: the function's conditions, and the lints that it allows. What it
    /// expects, it meets itself.
    pub(crate) fn borne(&self) -> TokenStream {
        let expected = self.attributes.iter().filter(|attribute| attribute.path().is_ident("expect"));
        let expected = expected.filter_map(|attribute| attribute.meta.require_list().ok());
        let lints = expected.map(|list| &list.tokens);
        let shared = self.shared(&["cfg", "allow"]);
        quote!(#shared #(#[allow(#lints)])*)
    }

    /// An item that runs it, though it be deprecated: whoever calls it through us is told of that where he
    /// does.
    pub(crate) fn running(&self, item: TokenStream, krate: &TokenStream) -> TokenStream {
        let borne = self.borne();
        let item = quote!(#borne #[automatically_derived] #item);
        if self.shared(&["deprecated"]).is_empty() {
            return item;
        }
        let name = self.name();
        quote! {
            #borne const _: () = {
                #[derive(#krate::derived::RunsDeprecated)]
                #[runs(#name #item)]
                struct Runs;
            };
        }
    }

    /// The attributes that what is derived shares with it.
    pub(crate) fn shared(&self, names: &[&str]) -> TokenStream {
        attributes(&self.attributes, names)
    }

    /// What a call of it gives, in the end.
    pub(crate) fn awaited(&self, call: TokenStream) -> TokenStream {
        if self.is_async() { quote!(#call.await) } else { call }
    }

    /// Whether a call of it gives a future.
    pub(crate) fn is_async(&self) -> bool {
        self.signature.asyncness.is_some()
    }

    /// A method that gives what a body gives. `forwards` says that the body is this function's own future:
    /// another one around it would be the same to everybody, and cost each build a millisecond.
    pub(crate) fn method(
        &self,
        signature: &TokenStream,
        output: &TokenStream,
        body: &TokenStream,
        forwards: bool,
    ) -> TokenStream {
        let span = self.name().span();
        if forwards {
            return quote_spanned! {span=>
                fn #signature -> impl ::core::future::Future<Output = #output> + ::core::marker::Send { #body }
            };
        }
        quote_spanned!(span=> async fn #signature -> #output { #body })
    }

    /// Its parameters that stand for types or values, not for lifetimes.
    pub(crate) fn type_parameters(&self) -> impl Iterator<Item = &GenericParam> {
        let parameters = self.signature.generics.params.iter();
        parameters.filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)))
    }

    /// Refuses what no function is that others call through us. Whether something can be derived of it.
    pub(crate) fn check(&self, what: &str, refusals: &mut Refusals) -> bool {
        let signature = &self.signature;
        if let Safety::Unsafe(unsafety) = &signature.safety {
            refusals.at(
                unsafety.span,
                format_args!("{what} cannot be `unsafe`, because the runner cannot uphold its safety contract; remove `unsafe`"),
            );
        }
        if let Some(variadic) = &signature.variadic {
            refusals.on(variadic, format_args!("{what} cannot be variadic; list each argument"));
        }
        for input in &signature.inputs {
            let attributes = match input {
                FnArg::Receiver(receiver) => &receiver.attrs,
                FnArg::Typed(typed) => &typed.attrs,
            };
            for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")) {
                refusals.on(
                    attribute,
                    format_args!(
                        "an argument of {what} cannot have `cfg`, because what is stored must be the same in every build; put `cfg` on the function"
                    ),
                );
            }
        }
        let receiver = signature.receiver();
        if let Some(receiver) = receiver {
            refusals.on(
                receiver,
                format_args!(
                    "{what} cannot be a method; move it out of the `impl` block, and pass what it needs as arguments"
                ),
            );
        }
        receiver.is_none() && signature.variadic.is_none()
    }
}

/// The attributes of these names.
pub(crate) fn attributes<'a>(all: impl IntoIterator<Item = &'a Attribute>, names: &[&str]) -> TokenStream {
    let named = |attribute: &&Attribute| names.iter().any(|name| attribute.path().is_ident(name));
    all.into_iter().filter(named).map(ToTokens::to_token_stream).collect()
}

/// Why nothing of a type could be stored, and what to do: the end of a sentence that says that it is. None if
/// it may be, as far as tokens tell.
pub(crate) fn unstorable(ty: &impl ToTokens) -> Option<&'static str> {
    fn first(tokens: TokenStream) -> Option<&'static str> {
        const BORROWS: &str = "but this type borrows; use a type that owns its data";
        const HIDES: &str = "but this type contains `impl`; use a named type";
        let mut lifetime = false;
        tokens.into_iter().find_map(|token| {
            let named = std::mem::take(&mut lifetime);
            match token {
                TokenTree::Group(group) => first(group.stream()),
                TokenTree::Punct(punct) => {
                    lifetime = punct.as_char() == '\'';
                    (punct.as_char() == '&').then_some(BORROWS)
                }
                TokenTree::Ident(ident) if named => (ident != "static").then_some(BORROWS),
                TokenTree::Ident(ident) => (ident == "impl").then_some(HIDES),
                TokenTree::Literal(_) => None,
            }
        })
    }
    first(ty.to_token_stream())
}

impl Parse for Function {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Function {
            attributes: input.call(Attribute::parse_outer)?,
            visibility: input.parse()?,
            signature: input.parse()?,
            body: input.parse()?,
        })
    }
}

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for attribute in &self.attributes {
            attribute.to_tokens(tokens);
        }
        self.visibility.to_tokens(tokens);
        self.signature.to_tokens(tokens);
        self.body.to_tokens(tokens);
    }
}
