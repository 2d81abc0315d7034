//! The names of derived items: each takes the span of the name that it is made of.

use crate::function::Function;
use crate::refusals::Refusals;
use proc_macro2::{Ident, Span};
use quote::format_ident;

/// The type that a function's name becomes: `load_account` is `LoadAccount`.
///
/// None where there is nothing to make a type's name of, as in `__`, which is then refused.
pub(crate) fn type_name(function: &Function, what: &str, refusals: &mut Refusals) -> Option<Ident> {
    let text = function.plain_name();
    let camel: String = text.split('_').flat_map(capitalised).collect();
    let span = function.name().span();
    if !camel.starts_with(char::is_alphabetic) {
        refusals.at(
            span,
            format_args!("give the {what} a name with letters: what is derived of it is called by it"),
        );
        return None;
    }
    // The only keyword that is written like a type.
    let camel = if camel == "Self" { "Self_".into() } else { camel };
    Some(Ident::new(&camel, span))
}

/// `Call` and the operation's type: the interface with the method that calls it.
pub(crate) fn call_name(request: &Ident) -> Ident {
    format_ident!("Call{request}", span = request.span())
}

/// A step's type and `Ctx`: the interface of what it may do.
pub(crate) fn ctx_name(step: &Ident) -> Ident {
    format_ident!("{step}Ctx", span = step.span())
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

fn capitalised(word: &str) -> impl Iterator<Item = char> {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters)
}
