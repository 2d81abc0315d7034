//! `#[compensation]`: a function that undoes a step. It takes what the step took.

use crate::arguments::Arguments;
use crate::function::{Function, allowed};
use crate::map::{Place, Site};
use crate::names;
use crate::refusals::Refusals;
use crate::step::{Ending, Interface, KNOWN, Taken, check_context, locals, process, steps};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use stateline_schema::did_you_mean;
use stateline_schema::map::Process;
use syn::LitStr;

/// The function, and what is derived of it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream, place: &Place) -> TokenStream {
    let mut refusals = Refusals::default();
    let arguments = Arguments::read(arguments, "compensation", KNOWN, &mut refusals);
    let Some(function) = Function::read(item.clone(), "compensation", &mut refusals) else {
        return [refusals.into_tokens(), item].into_iter().collect();
    };
    let site = Site::new(place, &arguments, &mut refusals);
    let derived = Compensation::new(&function, &arguments, &site, &mut refusals)
        .map(|compensation| compensation.expand(&arguments.krate(), &site.own));
    [function.into_token_stream(), derived.unwrap_or_default(), site.tracking(), refusals.into_tokens()]
        .into_iter()
        .collect()
}

/// A compensation as it is meant.
struct Compensation<'f> {
    function: &'f Function,
    process: LitStr,
    taken: Taken<'f>,
    ending: Ending,
    interface: Interface<'f>,
}

impl<'f> Compensation<'f> {
    fn new(
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Compensation<'f>> {
        let process = process(arguments, function, "compensation", site, refusals);
        if let Some(name) = &process
            && let Some(process) = site.process(name, refusals)
            && check_context(name, process, site, refusals)
        {
            check_declared(process, function, refusals);
        }
        let usable = function.check("a compensation", refusals);
        let Some(ty) = names::type_name(function.name()) else {
            refusals.at(
                function.name().span(),
                "give the compensation a name with letters: its interface is called by it",
            );
            return None;
        };
        let interface = Interface::new(names::ctx_name(&ty), arguments, site, true, refusals);
        let taken = Taken::read(function, &interface, "compensation", arguments, refusals);
        let ending = Ending::read(&function.signature.output, refusals);
        if !ending.is_done() {
            refusals.on(&function.signature.output, "return nothing, or `Result<(), …>`: what undoes a step ends there, and nothing comes after it");
        }
        let process = process.unwrap_or_else(|| LitStr::new("", function.name().span()));
        usable.then_some(Compensation { function, process, taken, ending, interface })
    }

    fn expand(&self, krate: &TokenStream, context: &str) -> TokenStream {
        let Compensation { function, process, taken, ending, interface } = self;
        let (visibility, cfg, allowed) = (&function.visibility, function.shared(&["cfg"]), allowed());
        let (name, plain) = (function.name(), function.plain_name());
        let documented = format!("The compensation `{plain}` of the process `{}`.", process.value());
        let derived = interface.expand(function, krate);
        let (input, error) = (taken.input(), ending.error(krate));
        let bound = taken.bound(interface);
        let (data, environment) = locals();
        let returned = taken
            .call(function, &data, &environment)
            .filter(|_| ending.is_done())
            .and_then(|returned| ending.result(&returned));
        let body = returned.unwrap_or_else(|| quote!(::core::unreachable!()));
        let undo = quote_spanned! {name.span()=>
            async fn undo(#data: #input, #environment: &__Environment) -> ::core::result::Result<(), #error> { #body }
        };
        quote! {
            #derived
            #cfg #[doc = #documented] #allowed #[allow(non_camel_case_types)]
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
            impl<__Environment: #bound> #krate::Undo<__Environment> for #name { #undo }
        }
    }
}

/// Refuses a compensation that no step of the process names.
fn check_declared(process: &Process, function: &Function, refusals: &mut Refusals) {
    let own = function.plain_name();
    let named: Vec<&str> =
        steps(process).filter_map(|step| step.compensated_by.as_ref()).map(|path| path.last()).collect();
    if named.contains(&own.as_str()) {
        return;
    }
    let help = did_you_mean(&own, named.iter().copied(), "its compensations are")
        .unwrap_or_else(|| format!("a step is undone by what the map says, as in `compensated_by: {own}`"));
    refusals.at(
        function.name().span(),
        format_args!("the process `{}` has no compensation `{own}`: {help}", process.name),
    );
}
