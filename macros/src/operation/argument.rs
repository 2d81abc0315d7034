//! The arguments of an operation: what its caller gives, and what its environment has.

use crate::function::{Function, borrows_or_hides};
use crate::refusals::Refusals;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use stateline_schema::attribute::{ABOUT, KEY};
use syn::{FnArg, Pat, PatType, Type};

/// An argument of an operation.
pub(super) enum Argument<'f> {
    /// The caller gives it: a field of the request.
    Given { name: Ident, ty: TokenStream, is_key: bool },
    /// The environment has it.
    Borrowed { ty: &'f Type },
    /// What the call is.
    About,
}

/// So many fields a request has at most.
const MOST: usize = 12;

/// The arguments of a function, as far as they can be either.
pub(super) fn read<'f>(
    function: &'f Function,
    request: &Ident,
    refusals: &mut Refusals,
) -> Vec<Argument<'f>> {
    let typed = function.signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(typed),
        FnArg::Receiver(_) => None,
    });
    let read = |(index, typed): (usize, &'f PatType)| match &*typed.ty {
        Type::Reference(reference) => borrowed(&typed.ty, reference, refusals),
        _ => Some(given(index, typed, request, refusals)),
    };
    let mut arguments: Vec<Argument<'f>> = typed.enumerate().filter_map(read).collect();
    let given = arguments.iter().filter(|argument| matches!(argument, Argument::Given { .. }));
    if given.count() > MOST {
        refusals.at(
            function.name().span(),
            format_args!("group the arguments in types: an operation takes at most {MOST}"),
        );
        arguments.clear();
    }
    arguments
}

/// What the environment has, unless it can have no such thing.
fn borrowed<'f>(
    ty: &Type,
    reference: &'f syn::TypeReference,
    refusals: &mut Refusals,
) -> Option<Argument<'f>> {
    if let Some(mutable) = &reference.mutability {
        refusals.at(mutable.span, "borrow with `&`: many calls use the environment at once");
    }
    let owned = match &*reference.elem {
        Type::Path(path) if path.path.is_ident("str") => Some("`String`"),
        Type::Slice(_) => Some("`Vec`"),
        _ => None,
    };
    if let Some(owned) = owned {
        refusals.on(
            ty,
            format_args!(
                "take a {owned}: what the caller passes is stored, and references come from the environment"
            ),
        );
        return None;
    }
    if is_called(&reference.elem, ABOUT) {
        return Some(Argument::About);
    }
    if borrows_or_hides(&reference.elem) {
        refusals.on(
            &reference.elem,
            "use a type without lifetimes, or a `dyn` of the trait: the environment is searched by type",
        );
        return None;
    }
    Some(Argument::Borrowed { ty: &reference.elem })
}

/// Whether a type goes by this name, in whatever module.
pub(super) fn is_called(ty: &Type, name: &str) -> bool {
    let last = match ty {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    last.is_some_and(|last| last.ident == name && last.arguments.is_none())
}

/// What the caller gives.
fn given<'f>(index: usize, typed: &PatType, request: &Ident, refusals: &mut Refusals) -> Argument<'f> {
    let stored = !borrows_or_hides(&typed.ty);
    if !stored {
        refusals.on(
            &typed.ty,
            format_args!(
                "use a named type that owns its data: this becomes a field of `{request}`, which is stored"
            ),
        );
    }
    let name = match &*typed.pat {
        Pat::Ident(pattern) if pattern.by_ref.is_none() && pattern.subpat.is_none() => pattern.ident.clone(),
        pattern => {
            refusals.on(pattern, format_args!("give the argument a name: it becomes a field of `{request}`"));
            format_ident!("argument{}", index)
        }
    };
    let is_key = is_called(&typed.ty, KEY);
    Argument::Given { name, is_key, ty: if stored { typed.ty.to_token_stream() } else { quote!(()) } }
}
