//! DOT, the language of Graphviz: contexts as boxes, one within another as a cluster around both.
//!
//! <https://graphviz.org/doc/info/lang.html>

use super::HEAD;
use super::atlas::{Atlas, Context};
use super::ids::Ids;
use super::scene::{Arrow, ArrowKind, Node, Scene};
use crate::format::{Draw, Format};
use crate::request::Request;
use crate::terminal::TextStyle;
use crate::terminal::clean;
use std::fmt::Write as _;

const STYLE: &str = "  rankdir=LR;
  graph [fontname=\"Helvetica\", nodesep=0.4, ranksep=0.9, compound=true];
  node [fontname=\"Helvetica\", shape=box, style=\"filled\", fillcolor=\"#dbe9d8\", color=\"#3f6b3a\"];
  edge [fontname=\"Helvetica\", fontsize=10];
";

pub(crate) static FORMAT: Format = Format {
    name: "dot",
    about: "The language of Graphviz",
    is_usual: false,
    is_picture: false,
    draw: Draw::File { extension: "dot", draw },
};

fn draw(request: &Request<'_>, _: TextStyle) -> Option<String> {
    request.scene().map(|scene| map(&scene))
}

fn map(scene: &Scene<'_>) -> String {
    let atlas = scene.atlas;
    let writer = Writer { atlas, ids: Ids::new(atlas) };
    let mut text = format!("// {HEAD}\ndigraph map {{\n{STYLE}");
    for context in atlas.roots() {
        writer.context(context, 1, &mut text);
    }
    for topic in &atlas.topics {
        let id = writer.ids.node(Node::Topic(&topic.name));
        let look = "shape=cds, fillcolor=\"#fdf3d0\", color=\"#8a6d1a\"";
        let _ = writeln!(text, "  {id} [label=\"{}\", {look}];", escape(&topic.name));
    }
    for arrow in &scene.arrows {
        let _ = writeln!(text, "  {}", writer.arrow(arrow));
    }
    text.push_str("}\n");
    text
}

struct Writer<'p> {
    atlas: &'p Atlas,
    ids: Ids<'p>,
}

impl Writer<'_> {
    fn context(&self, context: &Context, depth: usize, text: &mut String) {
        let (id, indent) = (self.ids.context(&context.name), "  ".repeat(depth));
        let name = escape(context.called());
        let look = if context.external {
            ", style=\"filled,dashed\", fillcolor=\"#e4e4e4\", color=\"#5f5f5f\""
        } else {
            ""
        };
        let about = if context.about.is_empty() { context.called() } else { &context.about };
        let node = format!("{id} [label=\"{name}\", tooltip=\"{}\"{look}];", escape(about));
        let inside: Vec<_> = self.atlas.inside(&context.name).collect();
        if inside.is_empty() {
            let _ = writeln!(text, "{indent}{node}");
            return;
        }
        let _ = writeln!(text, "{indent}subgraph cluster_{id} {{");
        let _ = writeln!(text, "{indent}  label=\"{name}\";");
        let _ = writeln!(text, "{indent}  {node}");
        for inner in inside {
            self.context(inner, depth + 1, text);
        }
        let _ = writeln!(text, "{indent}}}");
    }

    fn arrow(&self, arrow: &Arrow<'_>) -> String {
        let ends = format!("{} -> {}", self.ids.node(arrow.from), self.ids.node(arrow.to));
        let caption = arrow.spoken(escape);
        let look = match arrow.kind {
            ArrowKind::Publish | ArrowKind::Subscribe => "color=\"#8a6d1a\"",
            ArrowKind::Call => "penwidth=2",
            ArrowKind::Use => "style=\"dotted\"",
            ArrowKind::Broken => "penwidth=3, color=\"#b3261e\", fontcolor=\"#b3261e\"",
            ArrowKind::Tolerated => "style=\"dashed\", color=\"#b3261e\", fontcolor=\"#b3261e\"",
        };
        match caption.is_empty() {
            true => format!("{ends} [{look}];"),
            false => format!("{ends} [label=\"{}\", {look}];", caption.join("\\n")),
        }
    }
}

/// For a text in double quotes; Graphviz decodes entities in labels.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        match letter {
            '\\' | '"' => escaped.extend(['\\', letter]),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
