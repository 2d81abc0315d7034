//! `#[receives]`: a function that receives messages, and is no step of a process.

use crate::arguments::{Arguments, at};
use crate::function::Function;
use crate::map::{Place, Site};
use crate::names;
use crate::refusals::Refusals;
use crate::step::{Interface, Taken, locals};
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use stateline_schema::attribute::{Attribute, Key};
use syn::ReturnType;
use syn::spanned::Spanned;

/// The function, and what is derived of it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream, place: &Place) -> TokenStream {
    Function::expand(Attribute::Receives, arguments, item, place, |function, arguments, site, refusals| {
        let handler = Handler::new(function, arguments, site, refusals)?;
        Some(handler.expand(&arguments.krate(), &site.own))
    })
}

/// A handler as it is meant.
struct Handler<'f> {
    function: &'f Function,
    /// The topic, and where it is said; none if it was refused.
    topic: Option<(String, proc_macro2::Span)>,
    taken: Taken<'f>,
    interface: Interface,
    /// Whether it can be called with what it takes.
    callable: bool,
}

impl<'f> Handler<'f> {
    /// What a function with this attribute means. None where nothing can be derived of it.
    fn new(
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Handler<'f>> {
        let topic = topic(function, arguments, site, refusals);
        let name = names::ctx_name(&names::type_name(function, "handler", refusals)?);
        let mut interface = Interface::new(name, arguments, site, None, refusals);
        interface.take_unlisted(function, site, refusals);
        let before = refusals.count();
        let usable = function.check("a handler", refusals);
        let taken = Taken::read(function, &interface, Attribute::Receives, arguments, refusals);
        let callable = refusals.count() == before;
        usable.then_some(Handler { function, topic, taken, interface, callable })
    }

    fn expand(&self, krate: &TokenStream, context: &str) -> TokenStream {
        let Handler { function, taken, interface, .. } = self;
        let (visibility, borne) = (&function.visibility, function.borne());
        let (name, plain) = (names::own(function.name()), function.plain_name());
        let calls = interface.calls(krate);
        let derived = taken.ctx(interface).map(|interface| interface.expand(function, krate));
        let (input, bound) = (taken.input(), taken.bound(interface));
        let [message, told, environment] = locals();
        let body = self.body([&message, &told, &environment], krate);
        let method = quote_spanned! {function.name().span()=>
            async fn hear(#message: #input, #environment: &__E)
                -> ::core::result::Result<#krate::Ack, #krate::Nack>
            {
                #body
            }
        };
        let bound_to = self.topic.as_ref().map(|(topic, span)| {
            let otherwise = format!(
                "the handler `{plain}` receives `{topic}`, but its first argument is the message of another topic; take the message of `{topic}`"
            );
            let krate = at(krate.clone(), *span);
            quote_spanned! {*span=>
                #borne const _: () = #krate::derived::published::<#input>(&[#topic], #otherwise);
            }
        });
        let running =
            function.running(quote!(impl<__E: #bound> #krate::Hear<__E> for #name { #method }), krate);
        let documented = format!("The handler `{plain}`.");
        quote! {
            #derived
            #bound_to
            #borne #[doc = #documented]
            #visibility struct #name {}
            #borne #[automatically_derived]
            impl #krate::Receive for #name {
                type Message = #input;
                const CONTEXT: &'static str = #context;
                const NAME: &'static str = #plain;
                const CALLS: #krate::derived::Declares = ::core::option::Option::Some(#calls);
            }
            #running
        }
    }

    /// What the function gives, as an acknowledgement.
    fn body(&self, locals: [&Ident; 3], krate: &TokenStream) -> TokenStream {
        if !self.callable {
            return quote!(::core::unreachable!());
        }
        let given = self.function.awaited(self.taken.call(self.function, locals));
        // What it cannot return is said at its return type.
        let returned = match &self.function.signature.output {
            ReturnType::Default => self.function.name().span(),
            ReturnType::Type(_, ty) => ty.span(),
        };
        quote_spanned!(returned=> #krate::message::Acknowledges::acknowledge(#given))
    }
}

/// The topic that a handler says, if its context hears it.
fn topic(
    function: &Function,
    arguments: &Arguments,
    site: &Site,
    refusals: &mut Refusals,
) -> Option<(String, proc_macro2::Span)> {
    let Some(said) = arguments.text(Key::Topic) else {
        if !arguments.mentions(Key::Topic) {
            let name = function.plain_name();
            refusals.at(
                function.name().span(),
                format_args!("the handler `{name}` does not name its topic; write `#[receives(\"…\")]`"),
            );
        }
        return None;
    };
    let topic = site.topic(said, refusals)?;
    let context = site.context()?;
    if context.subscribes.iter().all(|own| own.value != topic.name.value) {
        refusals.at(
            said.span(),
            format_args!(
                "`{0}` does not subscribe to `{1}`; add `{1}` to `contexts.{0}.subscribes`",
                site.own, topic.name
            ),
        );
        return None;
    }
    let starting = site.map()?.processes.values().find(|process| {
        let starts = process.starts_on.as_ref().is_some_and(|starts| starts.value == topic.name.value);
        starts && process.context.as_ref().is_some_and(|context| context.value == site.own)
    });
    if let Some(process) = starting {
        refusals.at(
            said.span(),
            format_args!(
                "each message of `{0}` starts the process `{1}`; remove this handler, or remove `processes.{1}.starts_on`",
                topic.name, process.name
            ),
        );
    }
    Some((said.value(), said.span()))
}
