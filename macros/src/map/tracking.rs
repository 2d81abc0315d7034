//! Lets the compiler know of the map's files, so that a changed map is a reason to build again.

use proc_macro2::TokenStream;
use quote::quote;

/// A constant that includes each of these files, whose names are relative to the map's folder: `way` leads there
/// from the package, so that the same source gives the same expansion on every machine.
pub(crate) fn tracking<'n>(way: &str, names: impl IntoIterator<Item = &'n str>) -> TokenStream {
    let paths = names.into_iter().map(|name| format!("{way}/{name}"));
    quote! {
        #(const _: &[u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #paths));)*
    }
}
