//! How a step ends, told by what its return type is called.

use crate::arguments::at;
use crate::function::unstorable;
use crate::names;
use crate::refusals::Refusals;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use stateline_schema::attribute::{self, Returned};
use syn::{GenericArgument, PathArguments, ReturnType, Type, TypeParamBound};

/// The return type of a step.
pub(crate) struct Ending {
    returned: Returned,
    /// The type of the value that it goes on with.
    value: Type,
    failure: Failure,
}

enum Failure {
    /// It cannot fail.
    Never,
    /// The error's type is there.
    Type(Box<Type>),
    /// The error's type stands behind the return type, which is a short name for a `Result`.
    Behind(Box<Type>),
}

impl Ending {
    pub(crate) fn read(output: &ReturnType, refusals: &mut Refusals) -> Ending {
        let unit =
            || Ending { returned: Returned::Value, value: syn::parse_quote!(()), failure: Failure::Never };
        let ReturnType::Type(_, ty) = output else { return unit() };
        if let Some(why) = unstorable(ty) {
            refusals.on(ty, format_args!("what a step returns is stored, {why}"));
            return unit();
        }
        let ending = attribute::Ending::of(&**ty, |ty| called(ty));
        let failure = match ending.error {
            _ if !ending.fails() => Failure::Never,
            Some(error) if stays(error) => {
                refusals.on(
                    error,
                    "the error of a step must be `Send` and `Sync`, because the runner sends it to other threads; write `Box<dyn Error + Send + Sync>`",
                );
                Failure::Never
            }
            Some(error) => Failure::Type(Box::new(error.clone())),
            None => Failure::Behind(ty.clone()),
        };
        Ending { returned: ending.returned, value: ending.value.clone(), failure }
    }

    /// The type of the value.
    pub(crate) fn value(&self) -> &Type {
        &self.value
    }

    /// The type of the error.
    pub(crate) fn error(&self, krate: &TokenStream) -> TokenStream {
        match &self.failure {
            Failure::Never => quote!(::core::convert::Infallible),
            Failure::Type(error) => error.to_token_stream(),
            Failure::Behind(ty) => quote!(<#ty as #krate::derived::Fails>::Error),
        }
    }

    /// What the function returned, as a result; none of what may wait.
    pub(crate) fn computed(&self, returned: &TokenStream) -> Option<TokenStream> {
        match self.returned {
            Returned::Result => Some(returned.clone()),
            Returned::Value => Some(quote!(::core::result::Result::Ok(#returned))),
            Returned::Outcome | Returned::Flow => None,
        }
    }

    /// What the function returned, as an outcome.
    pub(crate) fn outcome(&self, returned: &TokenStream, krate: &TokenStream) -> TokenStream {
        match self.returned {
            Returned::Outcome => returned.clone(),
            Returned::Result => quote!(#returned.map(#krate::Flow::Next)),
            Returned::Flow => quote!(::core::result::Result::Ok(#returned)),
            Returned::Value => quote!(::core::result::Result::Ok(#krate::Flow::Next(#returned))),
        }
    }

    /// That a plain value is no `Result` by a shorter name: the compiler alone sees what a name stands for.
    pub(crate) fn assertion(&self, krate: &TokenStream) -> Option<TokenStream> {
        let (Returned::Value, Type::Path(path)) = (self.returned, &self.value) else { return None };
        let (ty, last) = (&self.value, &path.path.segments.last()?.ident);
        let span = last.span();
        let (krate, own) = (at(krate.clone(), span), at(krate.clone(), names::derived(span)));
        // It is of no use where the type is a `Result`.
        let plain = quote_spanned!(names::derived(span)=> use #own::derived::Plain as _;);
        let hidden = format!(
            "`{last}` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead"
        );
        Some(quote_spanned! {span=>
            {
                #plain
                #krate::derived::goes_on(#krate::derived::Returned::<#ty>::FAILS, #hidden)
            }
        })
    }

    /// Whether it is an outcome as it is.
    pub(crate) fn is_outcome(&self) -> bool {
        matches!(self.returned, Returned::Outcome)
    }

    /// Whether it ends there, and nothing comes after it: `()`, or `Result<(), E>`.
    pub(crate) fn is_done(&self) -> bool {
        let unit = matches!(&self.value, Type::Tuple(tuple) if tuple.elems.is_empty());
        unit && matches!(self.returned, Returned::Result | Returned::Value)
    }

    /// What a function returned that is done, as a result.
    pub(crate) fn result(&self, returned: &TokenStream) -> TokenStream {
        match self.returned {
            Returned::Result => returned.clone(),
            _ => quote!({ #returned; ::core::result::Result::Ok(()) }),
        }
    }
}

/// Whether an error is boxed so that it stays on its thread.
fn stays(error: &Type) -> bool {
    let Type::Path(path) = error else { return false };
    let Some(last) = path.path.segments.last().filter(|last| last.ident == "Box") else { return false };
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return false };
    let Some(GenericArgument::Type(Type::TraitObject(object))) = arguments.args.first() else { return false };
    let bounded = |name: &str| {
        object.bounds.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => bound.path.segments.last().is_some_and(|last| last.ident == name),
            _ => false,
        })
    };
    bounded("Error") && !(bounded("Send") && bounded("Sync"))
}

/// The one of our names by which a type is called, and the types in its angle brackets.
fn called(ty: &Type) -> Option<(Returned, Vec<&Type>)> {
    let ty = match ty {
        Type::Paren(paren) => &paren.elem,
        Type::Group(group) => &group.elem,
        _ => ty,
    };
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let returned = Returned::named(&last.ident.to_string())?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    Some((returned, types.collect()))
}
