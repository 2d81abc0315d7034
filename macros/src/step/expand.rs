//! What is derived of a step: the interface of its ctx, and a type that stands for it in processes.

use super::model::Step;
use super::signature::locals;
use crate::function::allowed;
use proc_macro2::TokenStream;
use quote::quote;

impl Step<'_> {
    pub(super) fn expand(&self, krate: &TokenStream, context: &str) -> TokenStream {
        let Step { function, process, taken, ending, interface, callable } = self;
        let (visibility, cfg, allowed) =
            (&function.visibility, function.shared(&["cfg"]), allowed(&["deprecated"]));
        let marker = crate::function::allowed(&["non_camel_case_types"]);
        let (name, plain) = (function.name(), function.plain_name());
        let documented = format!("The step `{plain}` of the process `{}`.", process.value());
        let derived = taken.ctx(interface).map(|interface| interface.expand(function, krate));
        let (input, output, error) = (taken.input(), ending.value(), ending.error(krate));
        let bound = taken.bound(interface);
        let ends = ending.assertion(krate).into_iter();
        let (data, environment) = locals();
        let called = taken.call(function, &data, &environment);
        let forwards = *callable && taken.forwards(function) && ending.is_outcome();
        let body = match callable {
            true if forwards => called,
            true => ending.outcome(&function.awaited(called), krate),
            false => quote!(::core::unreachable!()),
        };
        let signature = quote!(run(#data: #input, #environment: &__E));
        let run = function.method(&signature, &quote!(#krate::Outcome<#output, #error>), &body, forwards);
        quote! {
            #derived
            #(#cfg const _: () = #ends;)*
            #cfg #[doc = #documented] #marker
            #visibility struct #name {}
            #cfg #[automatically_derived]
            impl #krate::Step for #name {
                type Input = #input;
                type Output = #output;
                type Error = #error;
                const CONTEXT: &'static str = #context;
                const PROCESS: &'static str = #process;
                const NAME: &'static str = #plain;
            }
            #cfg #allowed #[automatically_derived]
            impl<__E: #bound> #krate::Run<__E> for #name { #run }
        }
    }
}
