//! JSON: the atlas as it is, and its parts. `FORMATS.md` says what stands in it.

use serde::Serialize;

/// Grows when something is removed or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'d, T> {
    version: u32,
    #[serde(flatten)]
    of: &'d T,
}

/// One object with its version; the keys stand in the order in which people read them.
pub fn document(of: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(&Document { version: VERSION, of });
    text.expect("names and numbers can be written as JSON") + "\n"
}

/// A part of the atlas, under its name.
pub fn part(name: &str, of: &impl Serialize) -> String {
    document(&std::collections::BTreeMap::from([(name, of)]))
}
