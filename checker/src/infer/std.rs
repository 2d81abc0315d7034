//! The stand-in for the standard library: signatures only, read like any other source.

use std::sync::LazyLock;

/// The text of the crate `std`, which also stands for `core` and `alloc`.
pub fn std_source() -> &'static str {
    static SOURCE: LazyLock<String> = LazyLock::new(assemble);
    &SOURCE
}

/// Files as they are, then those that are written once for many primitive types.
fn assemble() -> String {
    let mut source = FILES.concat();
    for (template, types) in REPEATED {
        for name in *types {
            source.push_str(&template.replace("SELF", name));
        }
    }
    source
}

const FILES: &[&str] = &[include_str!("std/macros.rs"), include_str!("std/prelude.rs")];

#[expect(dead_code, reason = "the templates follow")]
const SIGNED: &[&str] = &["i8", "i16", "i32", "i64", "i128", "isize"];
#[expect(dead_code, reason = "the templates follow")]
const UNSIGNED: &[&str] = &["u8", "u16", "u32", "u64", "u128", "usize"];
#[expect(dead_code, reason = "the templates follow")]
const FLOAT: &[&str] = &["f32", "f64"];

/// Templates in which `SELF` is the type's name.
const REPEATED: &[(&str, &[&str])] = &[];
