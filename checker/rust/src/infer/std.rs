//! The stand-in for the standard library: signatures only, read like any other source.

use crate::read::{self, Workspace};
use crate::resolve::StandIn;
use std::sync::LazyLock;

/// The standard library's stand-in, and those of the packages that this workspace depends on.
pub fn stand_ins(workspace: &Workspace) -> Vec<StandIn> {
    let summary = read::summarise("std", std_source()).expect("our own stand-in is Rust");
    let mut found = vec![StandIn { name: "std", summary }];
    found.extend(super::outside::stand_ins(workspace));
    found
}

/// The text of the crate `std`, which also stands for `core` and `alloc`.
///
/// Lengths of arrays and lifetimes mean nothing in it, and functions have no bodies to speak of.
fn std_source() -> &'static str {
    static SOURCE: LazyLock<String> = LazyLock::new(|| FILES.iter().map(|(_, source)| *source).collect());
    &SOURCE
}

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../stand-ins/std/", $name)))),*]
    };
}

/// The files of the stand-in, which follow each other in one text.
const FILES: &[(&str, &str)] = files![
    "macros.rs"
    "prelude.rs"
    "marker.rs"
    "ops.rs"
    "option.rs"
    "iter.rs"
    "slice.rs"
    "string.rs"
    "num.rs"
    "pointer.rs"
    "sync.rs"
    "collections.rs"
    "fmt.rs"
    "io.rs"
    "path.rs"
    "process.rs"
    "numbers.rs"
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn is_rust() {
        let file = syn::parse_file(super::std_source()).map(|file| file.items.len());
        assert!(file.as_ref().is_ok_and(|items| *items > 50), "{file:?}");
    }

    #[test]
    fn has_each_file_of_the_folder() {
        let listed = super::FILES.iter().map(|(name, _)| (*name).to_owned());
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/stand-ins/std");
        assert_eq!(listed.collect::<BTreeSet<_>>(), crate::infer::outside::names_in(folder));
    }
}
