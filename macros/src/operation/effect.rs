//! What an operation does to the world, and what stands in for it in a dry run.

use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::Site;
use crate::refusals::Refusals;
use proc_macro2::Ident;
use stateline_schema::did_you_mean;

/// What operations do to the world, as it is written and as it is called in the runtime.
const EFFECTS: [(&str, &str); 3] = [("read", "Read"), ("write", "Write"), ("irreversible", "Irreversible")];

/// The variant of `Effect`; `Read` where it is not said.
pub(super) fn read(arguments: &Arguments, function: &Function, refusals: &mut Refusals) -> Ident {
    let unknown = Ident::new("Read", function.name().span());
    let Some(said) = arguments.text("effect") else {
        if !arguments.mentions("effect") {
            refusals.at(
                function.name().span(),
                "say what the operation does to the world: `effect = \"read\"`, `\"write\"` (which can be undone) or `\"irreversible\"`",
            );
        }
        return unknown;
    };
    let value = said.value();
    match EFFECTS.iter().find(|(written, _)| *written == value) {
        Some((_, variant)) => Ident::new(variant, said.span()),
        None => {
            let all = EFFECTS.map(|(written, _)| written);
            let help = did_you_mean(&value, all, "there are").unwrap_or_default();
            refusals.at(said.span(), format_args!("there is no effect `{value}`: {help}"));
            unknown
        }
    }
}

/// Refuses an effect that a dry run would have.
pub(super) fn check_rehearsal(
    effect: &Ident,
    arguments: &Arguments,
    function: &Function,
    site: &Site,
    refusals: &mut Refusals,
) {
    let why = match (effect == "Read", site.is_external()) {
        _ if arguments.mentions("rehearse") => return,
        (true, false) => return,
        (true, true) => format!(
            "takes the same arguments and does not reach `{}`, which is somebody else's system",
            site.own
        ),
        (false, _) => "takes the same arguments and changes nothing".into(),
    };
    let at = arguments.text("effect").map_or(function.name().span(), |said| said.span());
    refusals.at(
        at,
        format_args!("name a function that stands in for this in dry runs, by `rehearse = …`: it {why}"),
    );
}
