//! One page that holds everything: the map to pan, zoom and search, and each context's passport.
//!
//! The page asks nothing of a network. Names reach it in two ways: inside the SVG, escaped there, and as
//! JSON in which no `<` is left, read as data and shown as text only.

use super::atlas::Atlas;
use super::json;
use super::svg::escaped;
use crate::format::{Draw, Format};
use crate::picture::Picture;
use crate::theme::{DARK, LIGHT};
use serde::Serialize;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

pub(crate) static FORMAT: Format = Format {
    name: "html",
    about: "One page: the map with search, and a passport of each context",
    is_usual: false,
    is_picture: true,
    draw: Draw::File { extension: "html", draw: |request, _| request.picture().map(Picture::html) },
};

#[derive(Serialize)]
struct Data<'d> {
    atlas: &'d Atlas,
    /// The contexts in the order in which the picture numbers them.
    states: &'d [String],
}

impl Picture {
    /// One page with both pictures, and the atlas as data.
    pub fn html(&self) -> String {
        page(&self.title, &self.atlas, &self.sheet.names, &self.svg(&LIGHT), &self.svg(&DARK))
    }
}

/// The page of an atlas and its two pictures.
fn page(title: &str, atlas: &Atlas, states: &[String], light: &str, dark: &str) -> String {
    let data = embedded(&json::document(&Data { atlas, states }));
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
<p id=\"count\" class=\"hint\" role=\"status\"></p>
<ul id=\"found\"></ul>
</nav>
<main id=\"map\" tabindex=\"0\" aria-label=\"Map: arrows move it, plus and minus zoom, 0 shows all\">
<div class=\"light\">{light}</div>
<div class=\"dark\">{dark}</div>
</main>
<aside aria-label=\"Passport\" aria-live=\"polite\">
<div id=\"passport\"><p class=\"hint\">Choose a context on the map or in the list: here is what it owns, offers, calls, publishes and subscribes to.</p></div>
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
