//! One page that holds everything: the map to pan, zoom and search, and each context's passport.
//!
//! The page asks nothing of a network. Names reach it in two ways: inside the SVG, escaped there, and as
//! JSON in which no `<` is left, read as data and shown as text only.

use super::atlas::Atlas;
use super::json;
use super::layout;
use super::svg::escaped;
use crate::format::{Draw, Format};
use crate::picture::Picture;
use crate::request::Subject;
use crate::theme::{DARK, LIGHT};
use serde::Serialize;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

pub(crate) static FORMAT: Format = Format {
    name: "html",
    about: "One page: the map with search, and a passport of each context",
    is_usual: false,
    is_picture: true,
    draw: Draw::File {
        extension: "html",
        draw: |request, _| {
            // The passports of a page are those of one map.
            if matches!(request.subject, Subject::Diff { .. }) {
                return None;
            }
            request.picture().map(|picture| picture.html(request.link))
        },
    },
};

#[derive(Serialize)]
struct Data<'d> {
    atlas: &'d Atlas,
    /// The contexts in the order in which the picture numbers them.
    states: &'d [String],
    /// What the numbers on tags stand for.
    index: Vec<Numbered<'d>>,
    /// An address with `{file}` and `{line}` in it, to which places lead.
    link: Option<&'d str>,
}

#[derive(Serialize)]
struct Numbered<'d> {
    number: &'d str,
    names: &'d [String],
    from: usize,
    to: &'d [usize],
}

impl<'d> Numbered<'d> {
    fn new(entry: &'d layout::Entry) -> Self {
        let layout::Entry { number, names, from, to, .. } = entry;
        Numbered { number, names, from: *from, to }
    }
}

impl Picture {
    /// One page with both pictures, and the atlas as data. Places lead to the address of a pattern, if one
    /// is given: `https://example.org/{file}#L{line}`.
    pub fn html(&self, link: Option<&str>) -> String {
        let entries = self.sheet().map(|sheet| sheet.index.as_slice()).unwrap_or_default();
        let index = entries.iter().map(Numbered::new).collect();
        let data = Data { atlas: &self.atlas, states: self.names(), index, link };
        page(&self.title, &data, &self.svg(&LIGHT), &self.svg(&DARK))
    }
}

/// The page of some data and both pictures.
fn page(title: &str, data: &Data<'_>, light: &str, dark: &str) -> String {
    let data = embedded(&json::document(data));
    let title = escaped(title);
    let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
    format!(
        "<!DOCTYPE html>
<html lang=\"en\" data-theme=\"light\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<style>
{STYLE}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<button type=\"button\" id=\"in\" aria-label=\"Zoom in\">+</button>
<button type=\"button\" id=\"out\" aria-label=\"Zoom out\">−</button>
<button type=\"button\" id=\"all\">Whole map</button>
<button type=\"button\" id=\"theme\">Light or dark</button>
</header>
<nav aria-label=\"Contexts\">
<input id=\"search\" type=\"search\" placeholder=\"Context, module, topic, operation, process\" aria-label=\"Search\">
<form id=\"path\" aria-label=\"Path between two contexts\">
<input id=\"path-from\" list=\"names\" placeholder=\"Path from\" aria-label=\"Path from\">
<input id=\"path-to\" list=\"names\" placeholder=\"to\" aria-label=\"Path to\">
<button type=\"submit\">Find</button>
<datalist id=\"names\"></datalist>
</form>
<fieldset id=\"filters\"><legend>Shown on the map</legend></fieldset>
<p id=\"count\" class=\"hint\" role=\"status\"></p>
<ul id=\"found\"></ul>
</nav>
<main id=\"map\" tabindex=\"0\" aria-label=\"Map: arrows move it, plus and minus zoom, 0 shows all\">
<div class=\"light\">{light}</div>
<div class=\"dark\">{dark}</div>
</main>
<aside aria-label=\"Passport\">
<div id=\"passport\" aria-live=\"polite\"><p class=\"hint\">Choose a context, a way or a tag on the map, or a context in the list.</p></div>
<details id=\"indexed\"><summary>Index of numbers</summary><ul id=\"index\"></ul></details>
</aside>
<script type=\"application/json\" id=\"data\">
{data}</script>
<script>
{SCRIPT}</script>
</body>
</html>
"
    )
}

/// JSON that no reader of HTML can take for anything else: it ends no script, and begins no comment.
fn embedded(json: &str) -> String {
    json.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e")
}
