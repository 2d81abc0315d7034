//! What is derived of a process: a function that gives its chain.

use super::Called;
use super::model::Process;
use crate::names;
use proc_macro2::TokenStream;
use quote::quote_spanned;
use stateline_schema::map::Version;

impl Process<'_> {
    pub(super) fn expand(&self, called: &Called, krate: &TokenStream) -> TokenStream {
        let Called { attributes, visibility, name, .. } = called;
        let (steps, _) = self.functions(called);
        let first = called.ident(&self.versions[0].steps[0].name);
        let lines = self.versions.iter().map(|version| line(version, called, krate));
        let (current, earlier): (Vec<_>, Vec<_>) = lines.enumerate().partition(|(index, _)| *index == 0);
        let (current, earlier) =
            (current.into_iter().map(|(_, line)| line), earlier.into_iter().map(|(_, line)| line));
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
            #[doc = #documented] #(#attributes)*
            #signature
            where
                #(#steps: #krate::Run<Env>,)*
                #(#undone)*
            {
                let chain = { #(#current)* };
                #(let chain = chain.serving({ #earlier });)*
                chain
            }
            #bound
        }
    }

    /// Holds what the names lead to against the process that lists them.
    fn bound(&self, called: &Called, krate: &TokenStream) -> TokenStream {
        let Process { name, context, .. } = self;
        let (steps, undoing) = self.functions(called);
        let cfg = crate::function::attributes(&called.attributes, &["cfg"]);
        let sentence = |function: &proc_macro2::Ident| {
            format!(
                "bind `{function}` to the process `{name}`, which lists it: `process = \"{name}\"` in its attribute"
            )
        };
        let (of_steps, of_undoing) = (steps.iter().map(sentence), undoing.iter().map(sentence));
        quote_spanned! {called.name.span()=>
            #(#cfg const _: () = #krate::derived::step_of::<#steps>(#context, #name, #of_steps);)*
            #(#cfg const _: () = #krate::derived::compensation_of::<#undoing>(#context, #name, #of_undoing);)*
        }
    }
}

/// The line of one version, each step a statement, so that each is refused by itself.
fn line(version: &Version, called: &Called, krate: &TokenStream) -> TokenStream {
    let steps = version.steps.iter().enumerate().map(|(index, step)| {
        let name = called.ident(&step.name);
        let line = match index {
            0 => quote_spanned!(called.name.span()=> #krate::Line::first::<#name>()),
            _ => quote_spanned!(called.name.span()=> line.then::<#name>()),
        };
        let awaiting = step.awaits.as_ref().map(|topic| {
            let topic = &topic.value;
            quote_spanned!(called.name.span()=> let line = line.awaiting(#topic);)
        });
        let undone = step.compensated_by.as_ref().map(|path| {
            let name = called.ident(path.last());
            quote_spanned!(called.name.span()=> let line = line.undone_by::<#name>();)
        });
        quote_spanned!(called.name.span()=> let line = #line; #awaiting #undone)
    });
    let number = version.number.value;
    quote_spanned!(called.name.span()=> #(#steps)* line.end(#number))
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
