//! The visibility of what stands one module deeper than the function that it is derived from.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{VisRestricted, Visibility};

/// What a re-export inside a derived module says, so that it is seen from where the function is.
pub(crate) fn one_deeper(visibility: &Visibility) -> TokenStream {
    match visibility {
        Visibility::Public(_) => quote!(pub),
        Visibility::Inherited => quote!(pub(super)),
        Visibility::Restricted(VisRestricted { path, .. }) => {
            let first = path.segments.first().map(|first| first.ident.to_string());
            match first.as_deref() {
                Some("self") => {
                    let rest = path.segments.iter().skip(1);
                    quote!(pub(in super #(:: #rest)*))
                }
                Some("super") => quote!(pub(in super :: #path)),
                _ => quote!(pub(in #path)),
            }
        }
    }
}
