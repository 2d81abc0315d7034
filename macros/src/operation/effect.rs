//! What an operation does to the world, and what stands in for it in a dry run.

use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::Site;
use crate::refusals::{Refusals, meant};
use proc_macro2::Span;
use stateline_schema::Duration;
use stateline_schema::attribute::{Effect, Key};

/// What the attribute says, and where; that it reads, where it is not said.
pub(super) fn read(arguments: &Arguments, function: &Function, refusals: &mut Refusals) -> (Effect, Span) {
    let unknown = (Effect::Read, function.name().span());
    let Some(said) = arguments.text(Key::Effect) else {
        if !arguments.mentions(Key::Effect) {
            refusals.at(
                function.name().span(),
                format_args!(
                    "the operation `{}` does not declare its effect; add `effect = \"read\"`, `\"write\"` (it can be undone) or `\"irreversible\"`",
                    function.plain_name()
                ),
            );
        }
        return unknown;
    };
    let value = said.value();
    match Effect::named(&value) {
        Some(effect) => (effect, said.span()),
        None => {
            let all = Effect::ALL.map(Effect::name);
            let help = meant(&value, all, "possible effects are").unwrap_or_default();
            refusals.at(said.span(), format_args!("there is no effect `{value}`{help}"));
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
    let why = match effect {
        _ if arguments.mentions(Key::Rehearse) => return,
        _ if site.is_external() => format!("belongs to the external system `{}`", site.own),
        Effect::Read => return,
        Effect::Irreversible => "is irreversible".to_owned(),
        Effect::Write => format!("has the effect `{}`", effect.name()),
    };
    let name = function.plain_name();
    let at = arguments.text(Key::Effect).map_or(function.name().span(), |said| said.span());
    refusals.at(
        at,
        format_args!("the operation `{name}` {why}, but has no stand-in for dry runs; add `rehearse = pretend_{name}`, and write that function with the same arguments and without side effects"),
    );
}

/// How long a key is known again, in milliseconds. What only reads has no need of it.
pub(super) fn idempotent_for(effect: Effect, arguments: &Arguments, refusals: &mut Refusals) -> Option<u64> {
    let said = arguments.text(Key::IdempotentFor)?;
    if effect == Effect::Read {
        refusals.at(said.span(), repeatable(Key::IdempotentFor));
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
        refusals.on(path, repeatable(Key::Inquiry));
        return None;
    }
    Some(path)
}

/// Says that an operation has no use for a key.
fn repeatable(key: Key) -> String {
    format!("an operation with `effect = \"read\"` can always be repeated; remove `{key}`")
}
