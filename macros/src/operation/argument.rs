//! The arguments of an operation: what its caller gives, and what its environment has.

use crate::function::{Function, unstorable};
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
    let count = given.count();
    if count > MOST {
        refusals.at(
            function.name().span(),
            format_args!(
                "an operation takes at most {MOST} arguments by value, but this one takes {count}; group them in a struct"
            ),
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
        refusals.at(mutable.span, "an operation cannot change what it borrows, because other calls use it at the same time; write `&` instead of `&mut`");
    }
    let owned = match &*reference.elem {
        Type::Path(path) if path.path.is_ident("str") => Some("String"),
        Type::Slice(_) => Some("Vec<…>"),
        _ => None,
    };
    if let Some(owned) = owned {
        refusals.on(
            ty,
            format_args!(
                "what a caller passes to an operation is stored, but this type borrows; take `{owned}`"
            ),
        );
        return None;
    }
    if is_called(&reference.elem, ABOUT) {
        return Some(Argument::About);
    }
    if unstorable(&reference.elem).is_some() {
        refusals.on(
            &reference.elem,
            "an operation finds what it borrows by its type, which cannot contain a lifetime or `impl`; use a type without lifetimes, or `dyn`",
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
    let unstorable = unstorable(&typed.ty);
    if let Some(why) = unstorable {
        refusals.on(&typed.ty, format_args!("what a caller passes to an operation is stored, {why}"));
    }
    let name = match &*typed.pat {
        Pat::Ident(pattern) if pattern.by_ref.is_none() && pattern.subpat.is_none() => pattern.ident.clone(),
        pattern => {
            refusals.on(
                pattern,
                format_args!("an argument becomes a field of `{request}`; replace this pattern with a name"),
            );
            format_ident!("argument{}", index)
        }
    };
    let is_key = is_called(&typed.ty, KEY);
    Argument::Given {
        name,
        is_key,
        ty: if unstorable.is_none() { typed.ty.to_token_stream() } else { quote!(()) },
    }
}
