//! What an operation is: what its caller gives, what its environment has, what it does to the world.

use crate::arguments::Arguments;
use crate::function::{Function, borrows_or_hides};
use crate::map::Site;
use crate::names;
use crate::refusals::Refusals;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use stateline_schema::did_you_mean;
use syn::{FnArg, Pat, PatType, Path, ReturnType, Type};

/// What operations do to the world, as it is written and as it is called in the runtime.
const EFFECTS: [(&str, &str); 3] = [("read", "Read"), ("write", "Write"), ("irreversible", "Irreversible")];

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
}

/// An argument of an operation.
pub(super) enum Argument<'f> {
    /// The caller gives it: a field of the request.
    Given { name: Ident, ty: &'f Type },
    /// The environment has it.
    Borrowed { ty: &'f Type },
}

impl<'f> Operation<'f> {
    /// What a function with `#[operation]` means. None where nothing can be derived of it.
    pub(super) fn new(
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Operation<'f>> {
        let effect = effect(arguments, function, refusals);
        let rehearse = arguments.path("rehearse");
        check_rehearsal(&effect, rehearse, arguments, function, site, refusals);
        let usable = function.check("an operation", refusals);
        let request = names::type_name(function.name());
        if request.is_none() {
            refusals.at(
                function.name().span(),
                "give the operation a name with letters: its request's type is called by it",
            );
        }
        if matches!(&*function.plain_name(), "call" | "publish") {
            refusals.at(
                function.name().span(),
                format_args!(
                    "call the operation something else than `{}`: every environment has that method",
                    function.name()
                ),
            );
        }
        for parameter in function.type_parameters() {
            refusals.on(parameter, "name the types of an operation: its request is stored under one type, so it has no type parameters");
        }
        if !usable || request.is_none() || function.type_parameters().next().is_some() {
            return None;
        }
        let request = request?;
        Some(Operation {
            function,
            call: names::call_name(&request),
            arguments: given(function, &request, refusals),
            request,
            output: output(function, refusals),
            effect,
            rehearse,
        })
    }
}

fn effect(arguments: &Arguments, function: &Function, refusals: &mut Refusals) -> Ident {
    let read = || Ident::new("Read", function.name().span());
    let Some(said) = arguments.text("effect") else {
        if arguments.key("effect").is_none() {
            refusals.at(
                function.name().span(),
                "say what the operation does to the world: `effect = \"read\"`, `\"write\"` (which can be undone) or `\"irreversible\"`",
            );
        }
        return read();
    };
    let value = said.value();
    match EFFECTS.iter().find(|(written, _)| *written == value) {
        Some((_, variant)) => Ident::new(variant, said.span()),
        None => {
            let all = EFFECTS.map(|(written, _)| written);
            let help = did_you_mean(&value, all, "there are").unwrap_or_default();
            refusals.at(said.span(), format_args!("there is no effect `{value}`: {help}"));
            read()
        }
    }
}

/// Refuses an effect that a dry run would have.
fn check_rehearsal(
    effect: &Ident,
    rehearse: Option<&Path>,
    arguments: &Arguments,
    function: &Function,
    site: &Site,
    refusals: &mut Refusals,
) {
    let at = arguments.text("effect").map_or(function.name().span(), |said| said.span());
    if rehearse.is_some() || arguments.key("rehearse").is_some() {
        return;
    }
    if effect != "Read" {
        refusals.at(at, "name a stand-in for dry runs: `rehearse = …`, a function with the same arguments that changes nothing");
    } else if site.is_external() {
        refusals.at(
            at,
            format_args!(
                "name a stand-in for dry runs: `rehearse = …`, a function with the same arguments, since `{}` is somebody else's system",
                site.own
            ),
        );
    }
}

fn given<'f>(function: &'f Function, request: &Ident, refusals: &mut Refusals) -> Vec<Argument<'f>> {
    let typed = function.signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(typed),
        FnArg::Receiver(_) => None,
    });
    typed.enumerate().map(|(index, typed)| argument(index, typed, request, refusals)).collect()
}

fn argument<'f>(index: usize, typed: &'f PatType, request: &Ident, refusals: &mut Refusals) -> Argument<'f> {
    if let Type::Reference(reference) = &*typed.ty {
        if let Some(mutable) = &reference.mutability {
            refusals.at(mutable.span, "borrow with `&`: what the environment has, many calls use at once");
        }
        match &*reference.elem {
            Type::ImplTrait(hidden) => {
                refusals
                    .on(hidden, "name the type that the environment has, or borrow a `&dyn` of the trait");
            }
            Type::Path(path) if path.path.is_ident("str") => {
                refusals.on(&typed.ty, "take a `String`: what an operation borrows comes from the environment, and what its caller gives is stored");
            }
            Type::Slice(_) => {
                refusals.on(&typed.ty, "take a `Vec`: what an operation borrows comes from the environment, and what its caller gives is stored");
            }
            _ => {}
        }
        return Argument::Borrowed { ty: &reference.elem };
    }
    if borrows_or_hides(&typed.ty) {
        refusals.on(&typed.ty, format_args!("take a type that owns its data and has a name: this is a field of `{request}`, which is stored"));
    }
    let name = match &*typed.pat {
        Pat::Ident(pattern) if pattern.by_ref.is_none() && pattern.subpat.is_none() => pattern.ident.clone(),
        pattern => {
            refusals.on(pattern, format_args!("give the argument a name: it becomes a field of `{request}`"));
            format_ident!("argument{}", index)
        }
    };
    Argument::Given { name, ty: &typed.ty }
}

fn output(function: &Function, refusals: &mut Refusals) -> TokenStream {
    match &function.signature.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, ty) => {
            if borrows_or_hides(ty) {
                refusals.on(
                    ty,
                    "return a type that owns its data and has a name: what an operation answers is stored",
                );
            }
            ty.to_token_stream()
        }
    }
}
