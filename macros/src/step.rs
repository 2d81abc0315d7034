//! `#[step]`: a function that a process goes through.

mod binding;
mod ending;
mod expand;
mod interface;
mod model;
mod signature;

pub(crate) use binding::Binding;
pub(crate) use ending::Ending;
pub(crate) use interface::Interface;
pub(crate) use signature::{Taken, locals};

use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::{Place, Site};
use crate::refusals::Refusals;
use model::Step;
use proc_macro2::TokenStream;
use stateline_schema::attribute::Attribute;

/// The function, and what is derived of it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream, place: &Place) -> TokenStream {
    let mut refusals = Refusals::default();
    let arguments = Arguments::read(arguments, Attribute::Step, &mut refusals);
    let Some(function) = Function::read(item.clone(), "step", &mut refusals) else {
        return [refusals.into_tokens(), item].into_iter().collect();
    };
    let site = Site::new(place, &arguments, function.name(), &mut refusals);
    let step = Step::new(&function, &arguments, &site, &mut refusals);
    let derived = step.map(|step| step.expand(&arguments.krate(), &site.own));
    refusals.beside(&function, derived, &site)
}
