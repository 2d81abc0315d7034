//! What is derived of a process: a function that gives its chain.

use super::Called;
use super::model::Process;
use crate::names;
use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;
use stateline_schema::Duration;
use stateline_schema::map::{Await, OnFailure, Retry, Step, Version};
use std::collections::BTreeSet;

impl Process<'_> {
    pub(super) fn expand(&self, called: &Called, krate: &TokenStream) -> TokenStream {
        let Called { attributes, visibility, name, .. } = called;
        let steps = aliases(&self.functions().0, called);
        let named = self.named(called);
        let first = called.alias(self.versions[0].steps[0].function());
        let lines = self.versions.iter().map(|version| self.line(version, called, krate));
        let address = self.address(called, krate);
        let (current, earlier): (Vec<_>, Vec<_>) = lines.enumerate().partition(|(index, _)| *index == 0);
        let (current, earlier) =
            (current.into_iter().map(|(_, line)| line), earlier.into_iter().map(|(_, line)| line));
        let locked = self
            .locked
            .iter()
            .map(|(version, text)| quote_spanned!(name.span()=> let chain = chain.locked(#version, #text);));
        let tracking = &self.tracking;
        let documented = format!("The process `{}`.", self.name);
        let undone = self.undone(called).into_iter().map(|(step, undoing)| {
            let output = quote_spanned!(name.span()=> <#step as #krate::Step>::Output);
            quote_spanned!(name.span()=> #undoing: #krate::derived::Told<#output> + #krate::Undo<Env, #output>,)
        });
        let (name, visibility, bound) =
            (names::own(name), names::seen(visibility), self.bound(called, krate));
        // A chain may be seen from further than its steps.
        let signature = quote_spanned! {name.span()=>
            #visibility fn #name<Env: #krate::Stage>() -> #krate::Chain<<#first as #krate::Step>::Input, Env>
        };
        quote_spanned! {called.name.span()=>
            #named
            #[doc = #documented] #(#attributes)*
            #signature
            where
                #(#steps: #krate::Run<Env>,)*
                #(#undone)*
            {
                let chain = { #(#current)* };
                #address
                #(let chain = chain.serving({ #earlier });)*
                #(#locked)*
                chain
            }
            #bound
            #tracking
        }
    }

    /// Each name that the map gives, once, as a type: where one leads to nothing, the compiler says so here
    /// alone, and takes whatever stands on it for answered.
    fn named(&self, called: &Called) -> TokenStream {
        let (steps, undoing) = self.functions();
        let messages = self.topics.values().copied();
        let names: BTreeSet<&str> = steps.into_iter().chain(undoing).chain(messages).collect();
        let cfg = crate::function::attributes(&called.attributes, &["cfg"]);
        let (aliases, names): (Vec<_>, Vec<_>) =
            names.into_iter().map(|name| (called.alias(name), called.ident(name))).unzip();
        quote_spanned!(called.name.span()=> #(#cfg #[doc(hidden)] type #aliases = #names;)*)
    }

    /// The line of one version, each step a statement, so that each is refused by itself.
    fn line(&self, version: &Version, called: &Called, krate: &TokenStream) -> TokenStream {
        let span = called.name.span();
        let steps = version.steps.iter().enumerate().map(|(index, step)| {
            let name = called.alias(step.function());
            let line = match index {
                0 => quote_spanned!(span=> #krate::Line::first::<#name>()),
                _ => quote_spanned!(span=> line.then::<#name>()),
            };
            let terms = self.terms(step, called, krate);
            quote_spanned!(span=> let line = #line; #(let line = line.#terms;)*)
        });
        let number = version.number.value;
        quote_spanned!(span=> #(#steps)* line.end(#number))
    }

    /// What the map says of a step, each a call that says it.
    fn terms(&self, step: &Step, called: &Called, krate: &TokenStream) -> Vec<TokenStream> {
        let span = called.name.span();
        let name = step.function.as_ref().map(|_| step.name.as_str());
        let named = name.map(|name| quote_spanned!(span=> named(#name)));
        let awaited = step.awaits.iter().filter_map(|awaited| {
            let message = self.message(&awaited.topic, called)?;
            let said = said(awaited, called, krate);
            Some(quote_spanned!(span=> awaiting::<#message>(#said)))
        });
        let undone = step.compensated_by.as_ref().map(|path| {
            let name = called.alias(path.last());
            quote_spanned!(span=> undone_by::<#name>())
        });
        let within = step.within.as_ref().map(|limit| {
            let limit = duration(limit.value, called);
            quote_spanned!(span=> within(#limit))
        });
        let retry = step.retry.as_ref().map(|retry| {
            let retry = self::retry(retry, called, krate);
            quote_spanned!(span=> retried(#retry))
        });
        named.into_iter().chain(awaited).chain(undone).chain(within).chain(retry).collect()
    }

    /// How instances are found, what starts them, and what becomes of those that fail.
    fn address(&self, called: &Called, krate: &TokenStream) -> TokenStream {
        let span = called.name.span();
        let key = self.said.key.as_ref().map(|key| {
            let key = key.as_str();
            quote_spanned!(span=> let chain = chain.keyed(#key);)
        });
        let starts = self.said.starts_on.as_ref().and_then(|topic| self.message(topic, called));
        let starts = starts.map(|message| quote_spanned!(span=> let chain = chain.started_by::<#message>();));
        let rollback = self.said.on_failure.as_ref().filter(|said| said.value == OnFailure::Rollback);
        let rollback =
            rollback.map(|_| quote_spanned!(span=> let chain = chain.failing(#krate::OnFailure::Rollback);));
        quote_spanned!(span=> #key #starts #rollback)
    }

    /// Holds what the names lead to against the process that lists them.
    fn bound(&self, called: &Called, krate: &TokenStream) -> TokenStream {
        let Process { name, context, .. } = self;
        let (steps, undoing) = self.functions();
        let cfg = crate::function::attributes(&called.attributes, &["cfg"]);
        let sentence = |function: &&str| {
            format!(
                "the process `{name}` lists `{function}`, whose attribute names another process; write `process = \"{name}\"` there"
            )
        };
        let (of_steps, of_undoing) = (steps.iter().map(sentence), undoing.iter().map(sentence));
        let of_messages = self.topics.iter().map(|(topic, message)| {
            format!("`{message}` is the message of another topic than `{topic}` here; import the message of `{topic}` as `{message}`")
        });
        let (topics, messages): (Vec<_>, Vec<_>) =
            self.topics.iter().map(|(topic, message)| (*topic, *message)).unzip();
        let [steps, undoing, messages] = [&steps, &undoing, &messages].map(|names| aliases(names, called));
        quote_spanned! {called.name.span()=>
            #(#cfg const _: () = #krate::derived::step_of::<#steps>(#context, #name, #of_steps);)*
            #(#cfg const _: () = #krate::derived::compensation_of::<#undoing>(#context, #name, #of_undoing);)*
            #(#cfg const _: () = #krate::derived::published::<#messages>(&[#topics], #of_messages);)*
        }
    }
}

fn aliases(names: &[&str], called: &Called) -> Vec<Ident> {
    names.iter().map(|name| called.alias(name)).collect()
}

/// What the map says of an awaited message besides its topic.
fn said(awaited: &Await, called: &Called, krate: &TokenStream) -> TokenStream {
    let span = called.name.span();
    let by = awaited.by.as_ref().map(|by| {
        let by = by.as_str();
        quote_spanned!(span=> by: ::core::option::Option::Some(#by),)
    });
    let fills = awaited.fills.iter().map(|field| field.as_str());
    let fills = (!awaited.fills.is_empty()).then(|| quote_spanned!(span=> fills: &[#(#fills),*],));
    let within = awaited.within.as_ref().map(|limit| {
        let limit = duration(limit.value, called);
        quote_spanned!(span=> within: ::core::option::Option::Some(#limit),)
    });
    if by.is_some() && fills.is_some() && within.is_some() {
        return quote_spanned!(span=> #krate::Await { #by #fills #within });
    }
    quote_spanned!(span=> #krate::Await { #by #fills #within ..::core::default::Default::default() })
}

fn retry(retry: &Retry, called: &Called, krate: &TokenStream) -> TokenStream {
    let span = called.name.span();
    let number = |name: &str, said: Option<u32>| {
        let name = called.ident(name);
        said.map(|said| quote_spanned!(span=> #name: #said,))
    };
    let length = |name: &str, said: Option<Duration>| {
        let (name, said) = (called.ident(name), said.map(|said| duration(said, called)));
        said.map(|said| quote_spanned!(span=> #name: #said,))
    };
    let times = number("times", retry.times.as_ref().map(|said| said.value));
    let first = length("first", retry.first.as_ref().map(|said| said.value));
    let factor = number("factor", retry.factor.as_ref().map(|said| said.value));
    let cap = length("cap", retry.cap.as_ref().map(|said| said.value));
    let rest = [first.is_none(), factor.is_none(), cap.is_none()].contains(&true);
    let rest = rest.then(|| quote_spanned!(span=> ..#krate::Retry::DEFAULT));
    quote_spanned!(span=> #krate::Retry { #times #first #factor #cap #rest })
}

fn duration(said: Duration, called: &Called) -> TokenStream {
    let millis = said.millis();
    quote_spanned!(called.name.span()=> ::core::time::Duration::from_millis(#millis))
}

impl Called {
    /// A function of that name for a process that cannot be made, so that who calls it hears nothing of it.
    pub(super) fn expand_unknown(&self, krate: &TokenStream) -> TokenStream {
        let Called { attributes, visibility, name, .. } = self;
        let documented = format!("The process `{name}`.");
        quote_spanned! {name.span()=>
            #[doc = #documented] #(#attributes)*
            #visibility fn #name<Env: #krate::Stage, In: #krate::Data>() -> #krate::Chain<In, Env> {
                ::core::unreachable!()
            }
        }
    }
}
