//! The names of derived items: each stands where the name does that it is made of.

use crate::function::Function;
use crate::refusals::Refusals;
use proc_macro2::{Ident, Span};
use stateline_schema::attribute;
use syn::Visibility;

/// The type that a function's name becomes: `load_account` is `LoadAccount`.
///
/// None where there is nothing to make a type's name of, as in `__`, which is then refused.
pub(crate) fn type_name(function: &Function, what: &str, refusals: &mut Refusals) -> Option<Ident> {
    let span = derived(function.name().span());
    let name = attribute::type_name(&function.plain_name());
    if name.is_none() {
        refusals
            .at(span, format_args!("the name of this {what} has no letters, but derived items are named after it; rename the {what}"));
    }
    name.map(|name| Ident::new(&name, span))
}

/// At the place of what was written, and yet written by us: what lints say of code is said of the user's
/// alone, so that derived code needs no `allow`, which a `forbid` would not let stand.
pub(crate) fn derived(span: Span) -> Span {
    span.resolved_at(Span::call_site())
}

/// A name for what is derived, at a place.
pub(crate) fn own(name: &Ident) -> Ident {
    let mut own = name.clone();
    own.set_span(derived(name.span()));
    own
}

/// A visibility for what is derived, at its place.
pub(crate) fn seen(visibility: &Visibility) -> Visibility {
    let mut seen = visibility.clone();
    match &mut seen {
        Visibility::Public(token) => token.span = derived(token.span),
        Visibility::Restricted(restricted) => restricted.pub_token.span = derived(restricted.pub_token.span),
        Visibility::Inherited => {}
    }
    seen
}

/// The type of what an operation's caller gives.
pub(crate) fn request_name(operation: &Ident) -> Ident {
    Ident::new(&attribute::request_name(&operation.to_string()), operation.span())
}

/// The interface with the method that calls an operation.
pub(crate) fn call_name(operation: &Ident) -> Ident {
    Ident::new(&attribute::call_name(&operation.to_string()), operation.span())
}

/// The interface of what a step may do.
pub(crate) fn ctx_name(step: &Ident) -> Ident {
    Ident::new(&attribute::ctx_name(&step.to_string()), step.span())
}

/// A function's name as the map writes it, as a name in code: raw where it is a keyword.
pub(crate) fn of_map(name: &str, span: Span) -> Ident {
    let plain = name.strip_prefix("r#").unwrap_or(name);
    let raw = || syn::parse_str::<Ident>(&format!("r#{plain}"));
    // What can be neither, as `self`, is nobody's name, and the compiler says that it is not there.
    let found = syn::parse_str::<Ident>(plain).or_else(|_| raw());
    let mut ident = found.unwrap_or_else(|_| Ident::new("nobody", span));
    ident.set_span(span);
    ident
}
