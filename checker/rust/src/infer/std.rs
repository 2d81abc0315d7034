//! The stand-in for the standard library: signatures only, read like any other source.

use crate::read::{self, Workspace};
use crate::resolve::world::StandIn;
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
pub fn std_source() -> &'static str {
    static SOURCE: LazyLock<String> = LazyLock::new(assemble);
    &SOURCE
}

/// Files as they are, then those that are written once for several types.
fn assemble() -> String {
    let mut source = FILES.concat();
    for map in ["HashMap<K, V, S>", "BTreeMap<K, V, S>"] {
        let impls = include_str!("std/repeated/map_impls.rs").replace("MAP", map);
        source = source.replace(&format!("MAP_IMPLS({map})"), &impls);
    }
    for set in ["HashSet<T, S>", "BTreeSet<T, S>"] {
        let methods = include_str!("std/repeated/set_methods.rs").replace("SET", set);
        let impls = include_str!("std/repeated/set_impls.rs").replace("SET", set);
        source = source.replace(&format!("SET({set})"), &methods);
        source = source.replace(&format!("SET_IMPLS({set})"), &impls);
    }
    source = source.replace(" MAP\n", include_str!("std/repeated/map_methods.rs"));
    source = source.replace(" ITERATORS\n", include_str!("std/repeated/map_iterators.rs"));
    for (template, types) in MODULES {
        for name in *types {
            source.push_str(&template.replace("SELF", name));
        }
    }
    source.push_str("mod primitives {\n");
    for (template, types) in REPEATED {
        for name in *types {
            source.push_str(&template.replace("SELF", name));
        }
    }
    for (wide, narrow) in WIDENING {
        for name in *narrow {
            source.push_str(&format!("impl From<{name}> for {wide} {{}}\n"));
        }
    }
    for wide in INTEGERS {
        for name in INTEGERS.iter().filter(|&name| name != wide) {
            source.push_str(&format!(
                "impl TryFrom<{name}> for {wide} {{ type Error = crate::num::TryFromIntError; }}\n"
            ));
        }
    }
    source.push_str("}\n");
    source
}

const FILES: &[&str] = &[
    include_str!("std/macros.rs"),
    include_str!("std/prelude.rs"),
    include_str!("std/marker.rs"),
    include_str!("std/ops.rs"),
    include_str!("std/option.rs"),
    include_str!("std/iter.rs"),
    include_str!("std/slice.rs"),
    include_str!("std/string.rs"),
    include_str!("std/num.rs"),
    include_str!("std/pointer.rs"),
    include_str!("std/sync.rs"),
    include_str!("std/collections.rs"),
    include_str!("std/fmt.rs"),
    include_str!("std/io.rs"),
    include_str!("std/path.rs"),
    include_str!("std/process.rs"),
];

const SIGNED: &[&str] = &["i8", "i16", "i32", "i64", "i128", "isize"];
const UNSIGNED: &[&str] = &["u8", "u16", "u32", "u64", "u128", "usize"];
const INTEGERS: &[&str] =
    &["i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"];
const FLOATS: &[&str] = &["f32", "f64"];

/// Templates in which `SELF` is the type's name.
const REPEATED: &[(&str, &[&str])] = &[
    (include_str!("std/repeated/number.rs"), INTEGERS),
    (include_str!("std/repeated/number.rs"), FLOATS),
    (include_str!("std/repeated/integer.rs"), INTEGERS),
    (include_str!("std/repeated/unsigned.rs"), UNSIGNED),
    (include_str!("std/repeated/signed.rs"), SIGNED),
    (include_str!("std/repeated/float.rs"), FLOATS),
    (include_str!("std/repeated/shared.rs"), &["rc::Rc", "sync::Arc"]),
];

/// The modules that bear a primitive type's name, and so must not be around the impls.
const MODULES: &[(&str, &[&str])] = &[
    (include_str!("std/repeated/integer_module.rs"), INTEGERS),
    (include_str!("std/repeated/float_module.rs"), FLOATS),
];

/// Lossless conversions by `From`.
const WIDENING: &[(&str, &[&str])] = &[
    ("u16", &["u8", "bool"]),
    ("u32", &["u8", "u16", "bool"]),
    ("u64", &["u8", "u16", "u32", "bool"]),
    ("u128", &["u8", "u16", "u32", "u64", "bool"]),
    ("usize", &["u8", "u16", "bool"]),
    ("u8", &["bool"]),
    ("i16", &["i8", "u8"]),
    ("i32", &["i8", "i16", "u8", "u16", "bool"]),
    ("i64", &["i8", "i16", "i32", "u8", "u16", "u32", "bool"]),
    ("i128", &["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"]),
    ("isize", &["i8", "i16", "u8"]),
    ("f32", &["i8", "i16", "u8", "u16"]),
    ("f64", &["i8", "i16", "i32", "u8", "u16", "u32", "f32"]),
];

#[cfg(test)]
mod tests {
    #[test]
    fn is_rust() {
        let file = syn::parse_file(super::std_source()).map(|file| file.items.len());
        assert!(file.as_ref().is_ok_and(|items| *items > 50), "{file:?}");
    }
}
