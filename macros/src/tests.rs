//! Tests of what is derived, as tokens. What the compiler makes of it, `tests/ui` of the root shows.

mod expanded;
mod garbage;
mod maps;
mod owners;
mod size;
mod spans;

use crate::map::Place;
use proc_macro2::{TokenStream, TokenTree};
use std::path::Path;

/// The package `payments`, beside whose files the map of these tests lies.
fn place() -> Place {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests");
    Place {
        package_folder: Some(folder.clone()),
        workspace_folder: Some(folder),
        crate_name: "payments".into(),
        package: "payments".into(),
        file: None,
    }
}

/// Tokens of a text.
fn tokens(text: &str) -> TokenStream {
    text.parse().expect("the text is made of tokens")
}

/// All tokens, also those in brackets, one after the other.
fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let inner = |token: TokenTree| match token {
        TokenTree::Group(group) => flat(group.stream()),
        token => vec![token],
    };
    tokens.into_iter().flat_map(inner).collect()
}

/// The sentences of the refusals in an expansion.
fn refusals(expansion: TokenStream) -> Vec<String> {
    let tokens = flat(expansion);
    let said = tokens.windows(3).filter_map(|three| match three {
        [TokenTree::Ident(name), _, TokenTree::Literal(sentence)] if name == "compile_error" => {
            syn::parse_str::<syn::LitStr>(&sentence.to_string()).ok().map(|sentence| sentence.value())
        }
        _ => None,
    });
    said.collect()
}
