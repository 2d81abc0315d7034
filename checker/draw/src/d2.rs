//! D2: contexts as boxes, those within another inside its box, topics as queues.
//!
//! <https://d2lang.com/tour/intro>

use super::HEAD;
use super::atlas::{Atlas, Context};
use super::ids::{Ids, OWN};
use super::markdown;
use super::scene::{Arrow, ArrowKind, Node, Scene};
use crate::format::{Draw, Format};
use crate::request::Request;
use crate::terminal::TextStyle;
use crate::terminal::clean;
use std::fmt::Write as _;

const CLASSES: &str = "\
direction: right
classes: {
  context: {style: {fill: \"#dbe9d8\"; stroke: \"#3f6b3a\"; font-color: \"#1b2a19\"}}
  external: {style: {fill: \"#e4e4e4\"; stroke: \"#5f5f5f\"; font-color: \"#222222\"; stroke-dash: 4}}
  topic: {shape: queue; style: {fill: \"#fdf3d0\"; stroke: \"#8a6d1a\"; font-color: \"#33280a\"}}
  call: {style.stroke-width: 3}
  use: {style.stroke-dash: 4}
  broken: {style: {stroke: \"#b3261e\"; stroke-width: 4; font-color: \"#b3261e\"}}
  tolerated: {style: {stroke: \"#b3261e\"; stroke-dash: 3; font-color: \"#b3261e\"}}
}
";

pub(crate) static FORMAT: Format = Format {
    name: "d2",
    about: "D2",
    is_usual: false,
    is_picture: false,
    draw: Draw::File { extension: "d2", draw },
};

fn draw(request: &Request<'_>, _: TextStyle) -> Option<String> {
    request.scene().map(|scene| map(&scene))
}

fn map(scene: &Scene<'_>) -> String {
    let atlas = scene.atlas;
    let writer = Writer { atlas, ids: Ids::new(atlas) };
    let mut text = format!("# {HEAD}\n{CLASSES}");
    for context in atlas.roots() {
        writer.context(context, 0, &mut text);
    }
    for topic in &atlas.topics {
        let id = writer.ids.path(Node::Topic(&topic.name));
        let _ = writeln!(text, "{id}: \"{}\" {{class: topic}}", escape(&topic.name));
    }
    for arrow in &scene.arrows {
        let _ = writeln!(text, "{}", writer.arrow(arrow));
    }
    text
}

struct Writer<'p> {
    atlas: &'p Atlas,
    ids: Ids<'p>,
}

impl Writer<'_> {
    fn context(&self, context: &Context, depth: usize, text: &mut String) {
        let id = self.ids.context(&context.name);
        let class = if context.external { "external" } else { "context" };
        let indent = "  ".repeat(depth);
        let _ = writeln!(text, "{indent}{id}: \"{}\" {{", escape(context.called()));
        let _ = writeln!(text, "{indent}  class: {class}");
        if !context.about.is_empty() {
            let _ = writeln!(text, "{indent}  tooltip: \"{}\"", escape(&markdown::escape(&context.about)));
        }
        if self.ids.holds_others(&context.name) {
            let _ = writeln!(text, "{indent}  {OWN}: \"{}\" {{class: {class}}}", escape(context.called()));
        }
        for inner in self.atlas.inside(&context.name) {
            self.context(inner, depth + 1, text);
        }
        let _ = writeln!(text, "{indent}}}");
    }

    fn arrow(&self, arrow: &Arrow<'_>) -> String {
        let ends = format!("{} -> {}", self.ids.end(arrow.from), self.ids.end(arrow.to));
        let caption = arrow.spoken(escape);
        let class = match arrow.kind {
            ArrowKind::Publish | ArrowKind::Subscribe => None,
            ArrowKind::Call => Some("call"),
            ArrowKind::Use => Some("use"),
            ArrowKind::Broken => Some("broken"),
            ArrowKind::Tolerated => Some("tolerated"),
        };
        let class = class.map(|class| format!(" {{class: {class}}}")).unwrap_or_default();
        match caption.is_empty() {
            true => format!("{ends}{class}"),
            false => format!("{ends}: \"{}\"{class}", caption.join("\\n")),
        }
    }
}

/// For a text in double quotes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        if matches!(letter, '\\' | '"' | '$') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
