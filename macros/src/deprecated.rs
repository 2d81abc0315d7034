//! Derived code that runs a deprecated function. An `allow` would break a crate's `forbid`; but of what a
//! derive writes, the compiler never says that it uses something deprecated.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

/// What stands in `#[runs(name …)]`: all behind the name, in which that name is the derive's.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let mut tokens = item.into_iter();
    let said = tokens.find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => runs(group.stream()),
        _ => None,
    });
    let Some(said) = said else { return TokenStream::new() };
    let mut said = said.into_iter();
    match said.next() {
        Some(TokenTree::Ident(name)) => derived(said.collect(), &name),
        _ => TokenStream::new(),
    }
}

fn runs(attribute: TokenStream) -> Option<TokenStream> {
    let mut tokens = attribute.into_iter();
    match (tokens.next()?, tokens.next()?) {
        (TokenTree::Ident(name), TokenTree::Group(said)) if name == "runs" => Some(said.stream()),
        _ => None,
    }
}

fn derived(tokens: TokenStream, name: &Ident) -> TokenStream {
    let token = |token| match token {
        TokenTree::Ident(mut ident) if ident == *name => {
            ident.set_span(ident.span().resolved_at(Span::call_site()));
            TokenTree::Ident(ident)
        }
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), derived(group.stream(), name));
            inner.set_span(group.span());
            TokenTree::Group(inner)
        }
        other => other,
    };
    tokens.into_iter().map(token).collect()
}
