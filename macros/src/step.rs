//! `#[step]`, a function that a process goes through, and `#[compensation]`, which undoes one.

mod binding;
mod ending;
mod expand;
mod interface;
mod model;
mod signature;
mod unlisted;

pub(crate) use ending::Ending;
pub(crate) use interface::Interface;
pub(crate) use signature::{Taken, locals};

use crate::function::Function;
use crate::map::Place;
use model::Step;
use proc_macro2::TokenStream;
use stateline_schema::attribute::Attribute;

/// The function, and what is derived of it.
pub(crate) fn expand(
    attribute: Attribute,
    arguments: TokenStream,
    item: TokenStream,
    place: &Place,
) -> TokenStream {
    Function::expand(attribute, arguments, item, place, |function, arguments, site, refusals| {
        let step = Step::new(attribute, function, arguments, site, refusals)?;
        Some(step.expand(&arguments.krate(), &site.own))
    })
}
