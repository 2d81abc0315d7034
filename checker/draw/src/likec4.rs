//! LikeC4: contexts with their cities inside, topics as queues, and a view of the whole and of each
//! context.
//!
//! <https://likec4.dev/dsl/intro/>

use super::HEAD;
use super::atlas::{Atlas, Context};
use super::ids::{Ids, OWN, free};
use super::quiet::quiet;
use super::scene::{Arrow, ArrowKind, Node, Scene};
use crate::format::{Draw, Format};
use crate::request::Request;
use crate::terminal::TextStyle;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const SPECIFICATION: &str = "\
specification {
  element context {
    style {
      color green
    }
  }
  element external {
    style {
      color muted
      border dashed
    }
  }
  element topic {
    style {
      shape queue
      color amber
    }
  }
  element city {
    style {
      color slate
    }
  }
  relationship call {
    line solid
  }
  relationship message {
    line solid
    color amber
  }
  relationship use {
    line dotted
  }
  relationship broken {
    color red
    line solid
  }
  relationship tolerated {
    color red
    line dashed
  }
}
";

pub(crate) static FORMAT: Format = Format {
    name: "likec4",
    about: "The C4 model as LikeC4 has it",
    is_usual: false,
    is_picture: false,
    draw: Draw::File { extension: "c4", draw },
};

fn draw(request: &Request<'_>, _: TextStyle) -> Option<String> {
    request.scene().map(|scene| map(&scene))
}

fn map(scene: &Scene<'_>) -> String {
    let atlas = scene.atlas;
    let writer = Writer { atlas, ids: Ids::new(atlas) };
    let mut text = format!("// {HEAD}\n{SPECIFICATION}model {{\n");
    for context in atlas.roots() {
        writer.context(context, 1, &mut text);
    }
    for topic in &atlas.topics {
        let id = writer.ids.path(Node::Topic(&topic.name));
        let _ = writeln!(text, "  {id} = topic {} {{", string(&topic.name));
        said("description", &topic.about, "    ", &mut text);
        said("technology", topic.message.as_deref().unwrap_or_default(), "    ", &mut text);
        text.push_str("  }\n");
    }
    for arrow in &scene.arrows {
        let _ = writeln!(text, "  {}", writer.arrow(arrow));
    }
    text.push_str(
        "}\nviews {\n  view index {\n    title 'The map'\n    include *\n    autoLayout LeftRight\n  }\n",
    );
    for context in &atlas.contexts {
        let (id, path) = (writer.ids.context(&context.name), writer.ids.path(Node::Context(&context.name)));
        let title = string(context.called());
        let _ = writeln!(text, "  view of_{id} of {path} {{\n    title {title}\n    include *\n  }}");
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
        let (kind, indent) = (if context.external { "external" } else { "context" }, "  ".repeat(depth));
        let inner = format!("{indent}  ");
        let _ = writeln!(
            text,
            "{indent}{} = {kind} {} {{",
            self.ids.context(&context.name),
            string(context.called())
        );
        said("description", &context.about, &inner, text);
        if self.ids.holds_others(&context.name) {
            let _ = writeln!(text, "{inner}{OWN} = {kind} {}", string(context.called()));
        }
        let mut taken = BTreeSet::new();
        for city in &context.cities {
            let _ =
                writeln!(text, "{inner}{} = city {}", free("m", &city.path, &mut taken), string(&city.path));
        }
        for inside in self.atlas.inside(&context.name) {
            self.context(inside, depth + 1, text);
        }
        let _ = writeln!(text, "{indent}}}");
    }

    fn arrow(&self, arrow: &Arrow<'_>) -> String {
        let kind = match arrow.kind {
            ArrowKind::Use => "use",
            ArrowKind::Publish | ArrowKind::Subscribe => "message",
            ArrowKind::Call => "call",
            ArrowKind::Tolerated => "tolerated",
            ArrowKind::Broken => "broken",
        };
        let says = format!("{} {}", arrow.kind.verb(), arrow.line());
        format!("{} -[{kind}]-> {} {}", self.ids.end(arrow.from), self.ids.end(arrow.to), string(&says))
    }
}

/// A property, unless there is nothing to say.
fn said(key: &str, words: &str, indent: &str, text: &mut String) {
    if !words.is_empty() {
        let _ = writeln!(text, "{indent}{key} {}", string(words));
    }
}

fn string(text: &str) -> String {
    format!("'{}'", quiet(text))
}
