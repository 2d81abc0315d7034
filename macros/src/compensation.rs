//! `#[compensation]`: a function that undoes a step. It takes what the step took.

use crate::arguments::Arguments;
use crate::function::{Function, allowed};
use crate::map::{Place, Site};
use crate::names;
use crate::refusals::Refusals;
use crate::step::{Binding, Ending, Interface, Taken, locals};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use stateline_schema::attribute::Attribute;
use syn::LitStr;

/// The function, and what is derived of it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream, place: &Place) -> TokenStream {
    let mut refusals = Refusals::default();
    let arguments = Arguments::read(arguments, Attribute::Compensation, &mut refusals);
    let Some(function) = Function::read(item.clone(), "compensation", &mut refusals) else {
        return [refusals.into_tokens(), item].into_iter().collect();
    };
    let site = Site::new(place, &arguments, function.name(), &mut refusals);
    let derived = Compensation::new(&function, &arguments, &site, &mut refusals)
        .map(|compensation| compensation.expand(&arguments.krate(), &site.own));
    refusals.beside(&function, derived, &site)
}

/// A compensation as it is meant.
struct Compensation<'f> {
    function: &'f Function,
    process: LitStr,
    taken: Taken<'f>,
    ending: Ending,
    interface: Interface<'f>,
    /// Whether it can be called with what it takes.
    callable: bool,
}

impl<'f> Compensation<'f> {
    fn new(
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Compensation<'f>> {
        let mut binding = Binding::read(arguments, function, "compensation", site, refusals);
        binding.check_compensation(function, refusals);
        let name = names::ctx_name(&names::type_name(function, "compensation", refusals)?);
        let interface = Interface::new(name, arguments, site, true, refusals);
        let before = refusals.count();
        let usable = function.check("a compensation", refusals);
        let taken = Taken::read(function, &interface, "compensation", arguments, refusals);
        let ending = Ending::read(&function.signature.output, refusals);
        if !ending.is_done() {
            refusals.on(&function.signature.output, "return nothing, or `Result<(), …>`: what undoes a step ends there, and nothing comes after it");
        }
        let callable = refusals.count() == before;
        usable.then_some(Compensation { function, process: binding.name, taken, ending, interface, callable })
    }

    fn expand(&self, krate: &TokenStream, context: &str) -> TokenStream {
        let Compensation { function, process, taken, ending, interface, callable } = self;
        let (visibility, cfg, allowed) =
            (&function.visibility, function.shared(&["cfg"]), allowed(&["deprecated"]));
        let marker = crate::function::allowed(&["non_camel_case_types"]);
        let (name, plain) = (function.name(), function.plain_name());
        let documented = format!("The compensation `{plain}` of the process `{}`.", process.value());
        let derived = taken.ctx(interface).map(|interface| interface.expand(function, krate));
        let (input, error) = (taken.input(), ending.error(krate));
        let bound = taken.bound(interface);
        let (data, environment) = locals();
        let body = match callable {
            true => ending.result(&function.awaited(taken.call(function, &data, &environment))),
            false => quote!(::core::unreachable!()),
        };
        let undo = quote_spanned! {name.span()=>
            async fn undo(#data: #input, #environment: &__E) -> ::core::result::Result<(), #error> { #body }
        };
        quote! {
            #derived
            #cfg #[doc = #documented] #marker
            #visibility struct #name {}
            #cfg #[automatically_derived]
            impl #krate::Compensation for #name {
                type Input = #input;
                type Error = #error;
                const CONTEXT: &'static str = #context;
                const PROCESS: &'static str = #process;
                const NAME: &'static str = #plain;
            }
            #cfg #allowed #[automatically_derived]
            impl<__E: #bound> #krate::Undo<__E> for #name { #undo }
        }
    }
}
