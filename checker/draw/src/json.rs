//! JSON: the atlas as it is, and its parts. `FORMATS.md` says what stands in it.

use crate::format::{Draw, Format};
use crate::request::{Request, Subject};
use crate::terminal::TextStyle;
use serde::Serialize;

/// Grows when something is removed or changes its meaning.
const VERSION: u32 = 1;

pub(crate) static FORMAT: Format = Format {
    name: "json",
    about: "One object, versioned",
    is_usual: false,
    is_picture: false,
    draw: Draw::File { extension: "json", draw },
};

fn draw(request: &Request<'_>, _: TextStyle) -> Option<String> {
    Some(match request.subject {
        Subject::Map(atlas) => document(atlas),
        Subject::Process(_, process) => part("process", process),
        Subject::Journey(_, journey) => part("journey", journey),
        Subject::Diff { diff, .. } => part("diff", diff),
    })
}

#[derive(Serialize)]
struct Document<'d, T> {
    version: u32,
    #[serde(flatten)]
    of: &'d T,
}

/// One object with its version; the keys stand in the order in which people read them.
pub(crate) fn document(of: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(&Document { version: VERSION, of });
    text.expect("names and numbers can be written as JSON") + "\n"
}

/// A part of the atlas, under its name.
fn part(name: &str, of: &impl Serialize) -> String {
    document(&std::collections::BTreeMap::from([(name, of)]))
}
