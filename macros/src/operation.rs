//! `#[operation]`: a function that a context offers to others.

mod argument;
mod effect;
mod expand;
mod model;

use crate::function::Function;
use crate::map::Place;
use model::Operation;
use proc_macro2::TokenStream;
use stateline_schema::attribute::Attribute;

/// The function, and what is derived of it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream, place: &Place) -> TokenStream {
    Function::expand(Attribute::Operation, arguments, item, place, |function, arguments, site, refusals| {
        let operation = Operation::new(function, arguments, site, refusals)?;
        Some(operation.expand(&arguments.krate(), site))
    })
}
