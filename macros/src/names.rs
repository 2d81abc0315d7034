//! The names of derived items: each takes the span of the name that it is made of.

use crate::function::Function;
use crate::refusals::Refusals;
use proc_macro2::{Ident, Span};
use stateline_schema::attribute;

/// The type that a function's name becomes: `load_account` is `LoadAccount`.
///
/// None where there is nothing to make a type's name of, as in `__`, which is then refused.
pub(crate) fn type_name(function: &Function, what: &str, refusals: &mut Refusals) -> Option<Ident> {
    let span = function.name().span();
    let name = attribute::type_name(&function.plain_name());
    if name.is_none() {
        refusals.at(
            span,
            format_args!("give the {what} a name with letters: what is derived of it is called by it"),
        );
    }
    name.map(|name| Ident::new(&name, span))
}

/// The interface with the method that calls an operation.
pub(crate) fn call_name(request: &Ident) -> Ident {
    Ident::new(&attribute::call_name(&request.to_string()), request.span())
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
