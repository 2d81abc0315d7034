//! What is derived of a step: the interface of its ctx, and a type that stands for it in processes.
//! What is derived of a compensation is the same, but for the traits.

use super::model::Step;
use super::signature::locals;
use crate::names;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

impl Step<'_> {
    pub(super) fn expand(&self, krate: &TokenStream, context: &str) -> TokenStream {
        let Step { function, process, taken, ending, interface, .. } = self;
        let (visibility, borne) = (&function.visibility, function.borne());
        let (name, plain) = (names::own(function.name()), function.plain_name());
        let calls = interface.calls(krate);
        let derived = taken.ctx(interface).map(|interface| interface.expand(function, krate));
        let (input, output, error) = (taken.input(), ending.value(), ending.error(krate));
        let bound = taken.bound(interface);
        let (what, trait_, output, runs, method) = match self.undoes {
            true => ("compensation", quote!(Compensation), None, quote!(Undo), self.undo(krate)),
            false => {
                ("step", quote!(Step), Some(quote!(type Output = #output;)), quote!(Run), self.run(krate))
            }
        };
        // What a step returned of which a compensation takes nothing may be anything.
        let (any, told) = match (self.undoes, taken.done()) {
            (false, _) => (None, None),
            (true, Some(done)) => (None, Some(quote!(#done))),
            (true, None) => (Some(quote!(__O: #krate::Data)), Some(quote!(__O))),
        };
        let of = told.as_ref().map(|told| {
            quote! {
                #borne #[automatically_derived]
                impl<#any> #krate::derived::Told<#told> for #name {}
            }
        });
        let (any, told) = (any.into_iter(), told.into_iter());
        let ends = (!self.undoes).then(|| ending.assertion(krate)).flatten().into_iter();
        let running = function.running(
            quote!(impl<__E: #bound #(, #any)*> #krate::#runs<__E #(, #told)*> for #name { #method }),
            krate,
        );
        let documented = format!("The {what} `{plain}` of the process `{}`.", process.value());
        quote! {
            #derived
            #(#borne const _: () = #ends;)*
            #borne #[doc = #documented]
            #visibility struct #name {}
            #borne #[automatically_derived]
            impl #krate::#trait_ for #name {
                type Input = #input;
                #output
                type Error = #error;
                const CONTEXT: &'static str = #context;
                const PROCESS: &'static str = #process;
                const NAME: &'static str = #plain;
                const CALLS: #krate::derived::Declares = ::core::option::Option::Some(#calls);
            }
            #running
            #of
        }
    }

    /// The method that runs a step.
    fn run(&self, krate: &TokenStream) -> TokenStream {
        let Step { function, taken, ending, callable, .. } = self;
        let (input, output, error) = (taken.input(), ending.value(), ending.error(krate));
        let [data, told, environment] = locals();
        let called = taken.call(function, [&data, &told, &environment]);
        let forwards = *callable && taken.forwards(function) && ending.is_outcome();
        let body = match callable {
            true if forwards => called,
            true => ending.outcome(&function.awaited(called), krate),
            false => quote!(::core::unreachable!()),
        };
        let signature = quote!(run(#data: #input, #environment: &__E));
        function.method(&signature, &quote!(#krate::Outcome<#output, #error>), &body, forwards)
    }

    /// The method that runs a compensation.
    fn undo(&self, krate: &TokenStream) -> TokenStream {
        let Step { function, taken, ending, callable, .. } = self;
        let (input, error) = (taken.input(), ending.error(krate));
        let [data, told, environment] = locals();
        let of = taken.done().map_or_else(|| quote!(__O), ToTokens::to_token_stream);
        let done = if taken.done().is_some() { quote!(#told) } else { quote!(_) };
        let body = match callable {
            true => ending.result(&function.awaited(taken.call(function, [&data, &told, &environment]))),
            false => quote!(::core::unreachable!()),
        };
        quote_spanned! {function.name().span()=>
            async fn undo(#data: #input, #done: #krate::Done<#of>, #environment: &__E)
                -> ::core::result::Result<(), #error>
            {
                #body
            }
        }
    }
}
