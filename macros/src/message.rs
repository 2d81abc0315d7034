//! `#[message]`: a type that is published on one topic.

use crate::arguments::Arguments;
use crate::map::{Place, Site};
use crate::refusals::Refusals;
use proc_macro2::TokenStream;
use quote::quote;
use stateline_schema::attribute::{Attribute as Ours, Key};
use stateline_schema::map::{Context, Map, Topic};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Generics, Ident, Token, Visibility};

/// The type, and what is derived of it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream, place: &Place) -> TokenStream {
    let mut refusals = Refusals::default();
    let arguments = Arguments::read(arguments, Ours::Message, &mut refusals);
    let read = syn::parse2::<Type>(item.clone()).map_err(|error| {
        syn::Error::new(error.span(), "`#[message]` can only be used on a struct or an enum")
    });
    let Some(message) = refusals.parsed(read) else {
        return [refusals.into_tokens(), item].into_iter().collect();
    };
    let site = Site::new(place, &arguments, &message.name, &mut refusals);
    let topic = message.topic(&arguments, &site, &mut refusals);
    let derived = message.expand(&topic, &arguments.krate(), &site, &mut refusals);
    site.beside(item, Some(derived), refusals)
}

/// A struct or enum as far as it is read: up to its name and parameters.
struct Type {
    attributes: Vec<Attribute>,
    name: Ident,
    generics: Generics,
}

impl Parse for Type {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        if input.peek(Token![enum]) {
            input.parse::<Token![enum]>()?;
        } else {
            input.parse::<Token![struct]>()?;
        }
        let (name, generics) = (input.parse()?, input.parse()?);
        input.parse::<TokenStream>()?;
        Ok(Type { attributes, name, generics })
    }
}

impl Type {
    /// The topic that it is published on; empty if that is not said, or refused.
    fn topic(&self, arguments: &Arguments, site: &Site, refusals: &mut Refusals) -> String {
        let Some(said) = arguments.text(Key::Topic) else {
            if !arguments.mentions(Key::Topic) {
                refusals.at(self.name.span(), self.topicless(site));
            }
            return String::new();
        };
        let Some(topic) = site.topic(said, refusals) else { return String::new() };
        if let Some(other) = other_payload(topic, &self.plain_name(), site) {
            refusals.at(
                self.name.span(),
                format_args!(
                    "in the map, the message of `{}` is `{other}`, not this `{}`; declare another topic for this one",
                    topic.name, self.name
                ),
            );
            return String::new();
        }
        let context = site.context();
        if context.is_some_and(|context| context.publishes.iter().all(|own| own.value != topic.name.value)) {
            refusals.at(
                said.span(),
                format_args!(
                    "`{0}` is not allowed to publish on `{1}`; to allow it, add `{1}` to `contexts.{0}.publishes`",
                    site.own, topic.name
                ),
            );
            return String::new();
        }
        said.value()
    }

    /// What to say of a message without topic.
    fn topicless(&self, site: &Site) -> String {
        let name = self.plain_name();
        let own = site.map().and_then(|map| {
            map.topics.values().find(|topic| topic.message.as_ref().is_some_and(|path| path.last() == name))
        });
        let own = match own {
            Some(topic) => topic.name.as_str(),
            None => "…",
        };
        format!("the message `{name}` does not name its topic; add `topic = \"{own}\"`")
    }

    fn plain_name(&self) -> String {
        self.name.unraw().to_string()
    }

    fn expand(&self, topic: &str, krate: &TokenStream, site: &Site, refusals: &mut Refusals) -> TokenStream {
        let Type { attributes, name, generics } = self;
        if !generics.params.is_empty() {
            refusals.on(
                &generics.params,
                "a message cannot have generic parameters, because it is stored as one type; remove them",
            );
            return TokenStream::new();
        }
        let cfg = crate::function::attributes(attributes, &["cfg"]);
        let context = &site.own;
        let key = site.map().and_then(|map| map.topic(topic)?.key.as_ref()).map(|key| key.as_str());
        let key = key.map(|key| {
            quote!(const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some(#key);)
        });
        let terms = site.map().and_then(|map| terms(map, map.topic(topic)?, krate));
        quote! {
            #cfg #[automatically_derived]
            impl #krate::Message for #name {
                const CONTEXT: &'static str = #context;
                const TOPIC: &'static str = #topic;
                #key
                #terms
            }
        }
    }
}

/// What the map says of a topic besides its key, if it says anything.
fn terms(map: &Map, topic: &Topic, krate: &TokenStream) -> Option<TokenStream> {
    let subscribes = |context: &&Context| context.subscribes.iter().any(|own| own.value == topic.name.value);
    let subscribers = map.contexts.values().filter(subscribes).map(|context| &context.name.value);
    let subscribers: Vec<_> = subscribers.collect();
    let ack = topic.ack.as_ref().and_then(|ack| {
        let within = ack.within.as_ref()?.value.millis();
        let by = ack.by.iter().map(|context| &context.value);
        let to = match &ack.to {
            Some(to) => {
                let to = &to.value;
                quote!(::core::option::Option::Some(#to))
            }
            None => quote!(::core::option::Option::None),
        };
        Some(quote!(::core::option::Option::Some(#krate::message::AckTerms {
            within: ::core::time::Duration::from_millis(#within),
            by: &[#(#by),*],
            to: #to,
        })))
    });
    if subscribers.is_empty() && ack.is_none() {
        return None;
    }
    let ack = ack.unwrap_or_else(|| quote!(::core::option::Option::None));
    Some(quote! {
        const TERMS: #krate::message::TopicTerms =
            #krate::message::TopicTerms { subscribers: &[#(#subscribers),*], ack: #ack };
    })
}

/// What a topic carries, if that is another type than the one of this name here.
fn other_payload(topic: &Topic, name: &str, site: &Site) -> Option<String> {
    let message = topic.message.as_ref()?;
    let owns = |context: &Context| site.homes(context).iter().any(|home| home.first() == message.first());
    let here = owns(site.context()?);
    let of_others = || site.map()?.contexts.values().find(|context| owns(context));
    let same = message.last() == name && (here || of_others().is_none());
    (!same).then(|| message.to_string())
}
