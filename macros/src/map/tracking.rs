//! Lets the compiler know of the map's files, so that a changed map is a reason to build again.

use super::read::Found;
use proc_macro2::TokenStream;
use quote::quote;

/// A constant that includes each file of the map. It is relative to the package, so that the same
/// source gives the same expansion on every machine.
pub(crate) fn tracking(found: &Found) -> TokenStream {
    let way = &found.way;
    let paths = found.sources.iter().map(|file| format!("{way}/{}", file.name));
    quote! {
        #(const _: &[u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #paths));)*
    }
}
