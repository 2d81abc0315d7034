//! What an operation does to the world, and what stands in for it in a dry run.

use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::Site;
use crate::refusals::Refusals;
use proc_macro2::Span;
use stateline_schema::attribute::{Effect, Key};
use stateline_schema::{Duration, did_you_mean};

/// What the attribute says, and where; that it reads, where it is not said.
pub(super) fn read(arguments: &Arguments, function: &Function, refusals: &mut Refusals) -> (Effect, Span) {
    let unknown = (Effect::Read, function.name().span());
    let Some(said) = arguments.text(Key::Effect) else {
        if !arguments.mentions(Key::Effect) {
            refusals.at(
                function.name().span(),
                "add the effect of the operation: `effect = \"read\"`, `\"write\"` (it can be undone) or `\"irreversible\"`",
            );
        }
        return unknown;
    };
    let value = said.value();
    match Effect::named(&value) {
        Some(effect) => (effect, said.span()),
        None => {
            let all = Effect::ALL.map(Effect::name);
            let help = did_you_mean(&value, all, "there are").unwrap_or_default();
            refusals.at(said.span(), format_args!("there is no effect `{value}`: {help}"));
            unknown
        }
    }
}

/// Refuses an effect that a dry run would have.
pub(super) fn check_rehearsal(
    effect: Effect,
    arguments: &Arguments,
    function: &Function,
    site: &Site,
    refusals: &mut Refusals,
) {
    let why = match (effect == Effect::Read, site.is_external()) {
        _ if arguments.mentions(Key::Rehearse) => return,
        (true, false) => return,
        (true, true) => {
            format!("takes the same arguments and does not reach `{}`, which is an external system", site.own)
        }
        (false, _) => "takes the same arguments and changes nothing".into(),
    };
    let at = arguments.text(Key::Effect).map_or(function.name().span(), |said| said.span());
    refusals.at(
        at,
        format_args!("add `rehearse = …` with a function that stands in for this one in dry runs: it {why}"),
    );
}

/// How long a key is known again, in milliseconds. What only reads has no need of it.
pub(super) fn idempotent_for(effect: Effect, arguments: &Arguments, refusals: &mut Refusals) -> Option<u64> {
    let said = arguments.text(Key::IdempotentFor)?;
    if effect == Effect::Read {
        refusals.at(said.span(), "remove this: an operation that only reads can always be repeated");
        return None;
    }
    match Duration::parse(&said.value()) {
        Ok(duration) => Some(duration.millis()),
        Err(wrong) => {
            refusals.at(said.span(), wrong);
            None
        }
    }
}

/// The operation that tells what became of a call. What only reads has no need of it.
pub(super) fn inquiry<'a>(
    effect: Effect,
    arguments: &'a Arguments,
    refusals: &mut Refusals,
) -> Option<&'a syn::Path> {
    let path = arguments.path(Key::Inquiry)?;
    if effect == Effect::Read {
        refusals.on(path, "remove this: an operation that only reads can always be repeated");
        return None;
    }
    Some(path)
}
