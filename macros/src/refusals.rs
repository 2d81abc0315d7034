//! What a macro refuses: all of it is collected, and said at once.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use stateline_schema::did_you_mean;

/// The mistakes of one item, each at its token.
#[derive(Default)]
pub(crate) struct Refusals(Vec<syn::Error>);

impl Refusals {
    /// Refuses at a place of one token.
    pub(crate) fn at(&mut self, span: Span, sentence: impl std::fmt::Display) {
        self.0.push(syn::Error::new(span, sentence.to_string()));
    }

    /// Refuses a stretch of the user's tokens.
    pub(crate) fn on(&mut self, tokens: impl ToTokens, sentence: impl std::fmt::Display) {
        self.0.push(syn::Error::new_spanned(tokens.to_token_stream(), sentence.to_string()));
    }

    /// Takes what could not be parsed; gives what could.
    pub(crate) fn parsed<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.0.push(error)).ok()
    }

    /// How many so far.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// All of them as `compile_error!`s; nothing if there are none.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0.iter().map(syn::Error::to_compile_error).collect()
    }
}

/// How a sentence about an unknown name ends: with what may have been meant, or else, after `otherwise`, with all
/// that there is; none if that is nothing, or too much to list.
pub(crate) fn meant<'a, I>(word: &str, names: I, otherwise: &str) -> Option<String>
where
    I: IntoIterator<Item = &'a str> + Clone,
{
    did_you_mean(word, names, otherwise).map(|help| format!(": {help}"))
}
