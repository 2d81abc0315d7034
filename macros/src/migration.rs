//! `#[migration]`: a function that moves instances from a step of one version to a step of another.

use crate::arguments::Arguments;
use crate::function::{Function, unstorable};
use crate::map::{Place, Site};
use crate::names;
use crate::refusals::{Refusals, meant};
use crate::step::Ending;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use stateline_schema::attribute::{Attribute, Key};
use stateline_schema::listed;
use stateline_schema::map::{Process, Version};
use syn::{FnArg, LitInt, LitStr, Type};

/// The function, and what is derived of it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream, place: &Place) -> TokenStream {
    Function::expand(Attribute::Migration, arguments, item, place, |function, arguments, site, refusals| {
        let migration = Migration::new(function, arguments, site, refusals)?;
        Some(migration.expand(&arguments.krate()))
    })
}

/// A migration as it is meant.
struct Migration<'f> {
    function: &'f Function,
    process: String,
    from: (u32, String),
    to: (u32, String),
    reason: Option<String>,
    taken: &'f Type,
    ending: Ending,
}

impl<'f> Migration<'f> {
    /// What a function with this attribute means. None where nothing can be derived of it.
    fn new(
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Migration<'f>> {
        let before = refusals.count();
        let usable = function.check("a migration", refusals);
        if let Some(asyncness) = &function.signature.asyncness {
            refusals.on(asyncness, "a migration cannot be `async`, because it only computes; remove `async`");
        }
        let taken = taken(function, refusals);
        let ending = Ending::read(&function.signature.output, refusals);
        if ending.computed(&TokenStream::new()).is_none() {
            refusals.on(
                &function.signature.output,
                "a migration cannot return `Flow` or `Outcome`, because it does not wait; return the new input of the step, or a `Result` of it",
            );
        }
        let said = Said::read(function, arguments, refusals);
        let process = said.process.and_then(|name| site.process(name, refusals));
        let line = process.and_then(|process| said.line(process, refusals));
        if let (Some((old, new)), Some(step), None) = (line, said.step, said.reason) {
            let at = said.at.unwrap_or(step);
            if let Some((awaiting, topic)) =
                old.passed_over(&step.value(), new, &at.value()).and_then(|passed| passed.first().copied())
            {
                refusals.at(
                    at.span(),
                    format_args!(
                        "this migration skips the step `{awaiting}`, which awaits `{topic}`; add `reason = \"…\"`, which \
                         says why that message is not needed any more"
                    ),
                );
            }
        }
        if !usable || refusals.count() > before {
            return None;
        }
        let (step, at) = (said.step?, said.at.or(said.step)?);
        Some(Migration {
            function,
            process: said.process?.value(),
            from: (number(said.from?)?, step.value()),
            to: (number(said.to?)?, at.value()),
            reason: said.reason.map(LitStr::value),
            taken: taken?,
            ending,
        })
    }

    fn expand(&self, krate: &TokenStream) -> TokenStream {
        let Migration { function, process, from: (from, step), to: (to, at), reason, taken, ending } = self;
        let (visibility, borne) = (&function.visibility, function.borne());
        let (written, name, plain) = (function.name(), names::own(function.name()), function.plain_name());
        let (value, error) = (ending.value(), ending.error(krate));
        let reason = match reason {
            Some(reason) => quote!(::core::option::Option::Some(#reason)),
            None => quote!(::core::option::Option::None),
        };
        let body = ending.computed(&quote_spanned!(written.span()=> #written(__before))).unwrap_or_default();
        let documented = format!("The migration `{plain}` of the process `{process}`.");
        let running = function.running(
            quote! {
                impl #krate::Migration for #name {
                    type From = #taken;
                    type To = #value;
                    type Error = #error;
                    const PROCESS: &'static str = #process;
                    const NAME: &'static str = #plain;
                    const FROM: u32 = #from;
                    const STEP: &'static str = #step;
                    const TO: u32 = #to;
                    const AT: &'static str = #at;
                    const REASON: ::core::option::Option<&'static str> = #reason;
                    fn migrate(__before: #taken) -> ::core::result::Result<#value, #error> { #body }
                }
            },
            krate,
        );
        quote! {
            #borne #[doc = #documented]
            #visibility struct #name {}
            #running
        }
    }
}

/// What a migration takes: the data of a step, and nothing else.
fn taken<'f>(function: &'f Function, refusals: &mut Refusals) -> Option<&'f Type> {
    let inputs = &function.signature.inputs;
    let (Some(FnArg::Typed(first)), 1) = (inputs.first(), inputs.len()) else {
        let edit = if inputs.is_empty() { "add it" } else { "remove the others" };
        refusals.at(
            function.name().span(),
            format_args!("a migration takes exactly one argument, the old input of the step; {edit}"),
        );
        return None;
    };
    if let Some(why) = unstorable(&first.ty) {
        refusals.on(&first.ty, format_args!("a migration takes the old input by value, {why}"));
        return None;
    }
    Some(&first.ty)
}

/// What the attribute says, as far as it is said.
struct Said<'a> {
    process: Option<&'a LitStr>,
    from: Option<&'a LitInt>,
    to: Option<&'a LitInt>,
    step: Option<&'a LitStr>,
    at: Option<&'a LitStr>,
    reason: Option<&'a LitStr>,
}

impl<'a> Said<'a> {
    fn read(function: &Function, arguments: &'a Arguments, refusals: &mut Refusals) -> Said<'a> {
        let needed = [Key::Process, Key::From, Key::To, Key::Step];
        let missing: Vec<Key> = needed.into_iter().filter(|key| !arguments.mentions(*key)).collect();
        if !missing.is_empty() {
            refusals.at(
                function.name().span(),
                format_args!(
                    "`#[migration]` lacks {}; add {}",
                    listed(&missing),
                    listed(missing.iter().map(|key| key.sample()))
                ),
            );
        }
        let reason = arguments.text(Key::Reason);
        if let Some(reason) = reason.filter(|reason| reason.value().trim().is_empty()) {
            refusals
                .at(reason.span(), "`reason` is blank; say why the skipped message is not needed any more");
        }
        Said {
            process: arguments.text(Key::Process),
            from: arguments.number(Key::From),
            to: arguments.number(Key::To),
            step: arguments.text(Key::Step),
            at: arguments.text(Key::At),
            reason,
        }
    }

    /// The two versions, if the map has them, and the steps in them.
    fn line<'m>(&self, process: &'m Process, refusals: &mut Refusals) -> Option<(&'m Version, &'m Version)> {
        let mut version = |said: &LitInt| {
            let found = number(said).and_then(|number| process.version(number));
            if found.is_none() {
                refusals.at(
                    said.span(),
                    format_args!(
                        "the map has no version {said} of `{}`: possible versions are {}",
                        process.name,
                        listed(process.versions().map(|version| version.number.value))
                    ),
                );
            }
            found
        };
        let (old, new) = (version(self.from?), version(self.to?));
        let (old, new) = (old?, new?);
        if old.number.value == new.number.value {
            refusals.at(
                self.to?.span(),
                "`from` and `to` are the same version, but a migration leads to another; change one of them",
            );
            return None;
        }
        let step = self.step?;
        let found = [(old, step), (new, self.at.unwrap_or(step))].map(|(version, step)| {
            let is_there = version.step(&step.value()).is_some();
            if !is_there {
                let steps = version.steps.iter().map(|step| step.name.value.as_str());
                let help = meant(&step.value(), steps, "possible steps are").unwrap_or_default();
                refusals.at(
                    step.span(),
                    format_args!(
                        "version {} of `{}` has no step `{}`{help}",
                        version.number.value,
                        process.name,
                        step.value()
                    ),
                );
            }
            is_there
        });
        (found == [true, true]).then_some((old, new))
    }
}

fn number(said: &LitInt) -> Option<u32> {
    said.base10_parse().ok()
}
