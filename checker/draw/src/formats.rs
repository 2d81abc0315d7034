//! The formats that the map is drawn in: one list.
//!
//! A format is one file with a `FORMAT` of its own, and one line in [`FORMATS`].

use crate::format::Format;
use crate::{
    asyncapi, d2, dot, html, json, likec4, markdown, mermaid, passports, plantuml, political, structurizr,
    text,
};

/// All formats, in the order in which help lists them.
pub static FORMATS: &[&Format] = &[
    &political::FORMAT,
    &html::FORMAT,
    #[cfg(feature = "png")]
    &crate::png::FORMAT,
    &text::FORMAT,
    &mermaid::FORMAT,
    &markdown::FORMAT,
    &passports::FORMAT,
    &json::FORMAT,
    &d2::FORMAT,
    &dot::FORMAT,
    &plantuml::FORMAT,
    &structurizr::FORMAT,
    &likec4::FORMAT,
    &asyncapi::FORMAT,
];

impl Format {
    /// The format of a name.
    pub fn named(name: &str) -> Option<&'static Format> {
        FORMATS.iter().copied().find(|format| format.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::MAP;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_formats_share_a_name_or_a_file() {
        let names: BTreeSet<_> = FORMATS.iter().map(|format| format.name).collect();
        let paths: BTreeSet<_> = FORMATS.iter().map(|format| format.first_path(MAP)).collect();
        assert_eq!((names.len(), paths.len()), (FORMATS.len(), FORMATS.len()));
        for format in FORMATS {
            assert!(std::ptr::eq(Format::named(format.name).expect("it is listed"), *format));
        }
    }
}
