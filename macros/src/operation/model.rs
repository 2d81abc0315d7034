//! What an operation is: what its caller gives, what its environment has, what it does to the world.

use super::argument::{self, Argument};
use super::effect;
use crate::arguments::Arguments;
use crate::function::{Function, unstorable};
use crate::map::Site;
use crate::names;
use crate::refusals::Refusals;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use stateline_schema::attribute::Key;
use syn::{Path, ReturnType};

/// An operation as it is meant.
pub(super) struct Operation<'f> {
    pub(super) function: &'f Function,
    /// The type of a request for it.
    pub(super) request: Ident,
    /// The interface with the method that calls it.
    pub(super) call: Ident,
    pub(super) arguments: Vec<Argument<'f>>,
    /// What it returns.
    pub(super) output: TokenStream,
    /// The variant of `Effect`.
    pub(super) effect: Ident,
    /// The function that stands in for it in a dry run.
    pub(super) rehearse: Option<&'f Path>,
    /// The operation that tells what became of a call.
    pub(super) inquiry: Option<&'f Path>,
    /// How many milliseconds a key is known again.
    pub(super) idempotent_for: Option<u64>,
    /// Whether it can be called with what it takes.
    pub(super) callable: bool,
}

impl<'f> Operation<'f> {
    /// What a function with `#[operation]` means. None where nothing can be derived of it.
    pub(super) fn new(
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Operation<'f>> {
        let (effect, at) = effect::read(arguments, function, refusals);
        effect::check_rehearsal(effect, arguments, function, site, refusals);
        let inquiry = effect::inquiry(effect, arguments, refusals);
        let idempotent_for = effect::idempotent_for(effect, arguments, refusals);
        let name = names::type_name(function, "operation", refusals)?;
        let request = names::request_name(&name);
        let before = refusals.count();
        let usable = function.check("an operation", refusals) && check_parameters(function, refusals);
        check_name(function, refusals);
        let given = argument::read(function, &request, refusals);
        let output = output(function, refusals);
        let callable = refusals.count() == before;
        usable.then(|| Operation {
            function,
            call: names::call_name(&name),
            request,
            arguments: given,
            output,
            effect: Ident::new(effect.variant(), at),
            rehearse: arguments.path(Key::Rehearse),
            inquiry,
            idempotent_for,
            callable,
        })
    }
}

/// Refuses parameters of which the type of a request would depend. Whether there are none.
fn check_parameters(function: &Function, refusals: &mut Refusals) -> bool {
    for parameter in function.type_parameters() {
        refusals.on(
            parameter,
            "an operation cannot have a type parameter, because its request is stored as one type; use a concrete type",
        );
    }
    function.type_parameters().next().is_none()
}

/// Refuses names of methods that every environment has.
fn check_name(function: &Function, refusals: &mut Refusals) {
    if matches!(&*function.plain_name(), "call" | "publish" | "now" | "new_id") {
        let name = function.name();
        refusals.at(
            name.span(),
            format_args!("the operation `{name}` has the name of a method that every ctx has; rename it"),
        );
    }
}

fn output(function: &Function, refusals: &mut Refusals) -> TokenStream {
    match &function.signature.output {
        ReturnType::Type(_, ty) => match unstorable(ty) {
            None => ty.to_token_stream(),
            Some(why) => {
                refusals.on(ty, format_args!("what an operation returns is stored, {why}"));
                quote!(())
            }
        },
        ReturnType::Default => quote!(()),
    }
}
