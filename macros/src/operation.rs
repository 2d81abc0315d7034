//! `#[operation]`: a function that a context offers to others.

mod argument;
mod effect;
mod expand;
mod model;

use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::{Place, Site};
use crate::refusals::Refusals;
use model::Operation;
use proc_macro2::TokenStream;
use stateline_schema::attribute::Attribute;

/// The function, and what is derived of it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream, place: &Place) -> TokenStream {
    let mut refusals = Refusals::default();
    let arguments = Arguments::read(arguments, Attribute::Operation, &mut refusals);
    let Some(function) = Function::read(item.clone(), "operation", &mut refusals) else {
        return [refusals.into_tokens(), item].into_iter().collect();
    };
    let site = Site::new(place, &arguments, function.name(), &mut refusals);
    let operation = Operation::new(&function, &arguments, &site, &mut refusals);
    let derived = operation.map(|operation| operation.expand(&arguments.krate(), &site));
    refusals.beside(&function, derived, &site)
}
