//! `process!`: the chain of a process, as the map lists its steps.

mod expand;
mod model;

use crate::arguments::{Arguments, at};
use crate::map::{Place, Site};
use crate::refusals::Refusals;
use model::Process;
use proc_macro2::{Ident, TokenStream};
use stateline_schema::attribute::Attribute as Ours;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Token, Visibility};

/// The function that gives the chain.
pub(crate) fn expand(input: TokenStream, place: &Place) -> TokenStream {
    let mut refusals = Refusals::default();
    let read = syn::parse2::<Called>(input).map_err(|error| {
        syn::Error::new(error.span(), "expected the name of a process; write `process!(pub payout)`")
    });
    let Some(called) = refusals.parsed(read) else { return refusals.into_tokens() };
    let arguments = Arguments::read(called.arguments.clone(), Ours::Process, &mut refusals);
    let site = Site::new(place, &arguments, &called.name, &mut refusals);
    let krate = at(arguments.krate(), called.name.span());
    let derived = match Process::new(&called, &site, &mut refusals) {
        Some(process) => process.expand(&called, &krate),
        None => called.expand_unknown(&krate),
    };
    site.beside(TokenStream::new(), Some(derived), refusals)
}

/// `/// What for. pub payout, crate = flow`
struct Called {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    arguments: TokenStream,
}

impl Parse for Called {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let called = Called {
            attributes: input.call(Attribute::parse_outer)?,
            visibility: input.parse()?,
            name: input.parse()?,
            arguments: TokenStream::new(),
        };
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        Ok(Called { arguments: input.parse()?, ..called })
    }
}
