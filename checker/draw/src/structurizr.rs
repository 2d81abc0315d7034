//! Structurizr DSL: the system with contexts and topics as containers, cities as components, and a
//! view of the whole and of each context.
//!
//! <https://docs.structurizr.com/dsl/language>

use super::HEAD;
use super::atlas::{Atlas, Context};
use super::ids::{Ids, free};
use super::quiet::quiet;
use super::scene::{Arrow, ArrowKind, Node, Scene};
use crate::format::{Draw, Format};
use crate::request::Request;
use crate::terminal::TextStyle;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const STYLES: &str = "    styles {
      element \"Container\" {
        background #dbe9d8
        color #1b2a19
      }
      element \"Component\" {
        background #eef5ec
        color #1b2a19
      }
      element \"External\" {
        background #e4e4e4
        color #222222
        border dashed
      }
      element \"Topic\" {
        shape pipe
        background #fdf3d0
        color #33280a
      }
      relationship \"Use\" {
        style dotted
      }
      relationship \"Call\" {
        style solid
        thickness 3
      }
      relationship \"NotAllowed\" {
        color #b3261e
        style solid
        thickness 4
      }
      relationship \"Tolerated\" {
        color #b3261e
        style dashed
      }
    }
";

/// A journey is what its arrows say; everything else stays as it is.
pub(crate) static FORMAT: Format = Format {
    name: "structurizr",
    about: "The C4 model as Structurizr has it",
    is_usual: false,
    is_picture: false,
    draw: Draw::File { extension: "dsl", draw },
};

fn draw(request: &Request<'_>, _: TextStyle) -> Option<String> {
    request.scene().map(|scene| map(&scene))
}

fn map(scene: &Scene<'_>) -> String {
    let atlas = scene.atlas;
    let writer = Writer { atlas, ids: Ids::new(atlas) };
    let mut text = format!("// {HEAD}\nworkspace \"The map\" {{\n  !identifiers flat\n  model {{\n");
    for context in atlas.contexts.iter().filter(|context| context.external) {
        let id = writer.ids.context(&context.name);
        let _ = writeln!(
            text,
            "    {id} = softwareSystem {} {} \"External\"",
            string(context.called()),
            string(&context.about)
        );
    }
    let _ = writeln!(text, "    system = softwareSystem \"The system\" {{");
    let mut taken = BTreeSet::new();
    for (outer, contexts) in writer.lands() {
        let grouped = contexts.len() > 1;
        if grouped {
            let _ = writeln!(text, "      group {} {{", string(outer));
        }
        for context in contexts {
            writer.container(context, &mut taken, &mut text);
        }
        if grouped {
            text.push_str("      }\n");
        }
    }
    for topic in &atlas.topics {
        let id = writer.ids.node(Node::Topic(&topic.name));
        let message = topic.message.as_deref().unwrap_or_default();
        let words = [&topic.name, &topic.about, message, "Topic"].map(string).join(" ");
        let _ = writeln!(text, "      {id} = container {words}");
    }
    text.push_str("    }\n");
    for arrow in &scene.arrows {
        let _ = writeln!(text, "    {}", writer.arrow(arrow));
    }
    text.push_str("  }\n  views {\n");
    text.push_str("    systemContext system \"world\" {\n      include *\n      autoLayout lr\n    }\n");
    text.push_str("    container system \"map\" {\n      include *\n      autoLayout lr\n    }\n");
    for context in atlas.contexts.iter().filter(|context| !context.external && !context.cities.is_empty()) {
        let id = writer.ids.context(&context.name);
        let _ =
            writeln!(text, "    component {id} \"{id}\" {{\n      include *\n      autoLayout lr\n    }}");
    }
    let _ = write!(text, "{STYLES}  }}\n}}\n");
    text
}

struct Writer<'p> {
    atlas: &'p Atlas,
    ids: Ids<'p>,
}

impl<'p> Writer<'p> {
    /// Our own contexts by the outermost that they lie within; containers know no more than groups.
    fn lands(&self) -> Vec<(&'p str, Vec<&'p Context>)> {
        let mut lands: Vec<(&str, Vec<&Context>)> = Vec::new();
        for context in self.atlas.contexts.iter().filter(|context| !context.external) {
            let outer = self.atlas.outermost(&context.name);
            match lands.iter_mut().find(|(name, _)| *name == outer) {
                Some((_, contexts)) => contexts.push(context),
                None => lands.push((outer, vec![context])),
            }
        }
        lands
    }

    fn container(&self, context: &Context, taken: &mut BTreeSet<String>, text: &mut String) {
        let id = self.ids.context(&context.name);
        let words = [context.called(), &context.about].map(string).join(" ");
        if context.cities.is_empty() {
            let _ = writeln!(text, "      {id} = container {words}");
            return;
        }
        let _ = writeln!(text, "      {id} = container {words} {{");
        for city in &context.cities {
            // Names are told once; paths are.
            let _ =
                writeln!(text, "        {} = component {}", free("m", &city.path, taken), string(&city.path));
        }
        text.push_str("      }\n");
    }

    fn arrow(&self, arrow: &Arrow<'_>) -> String {
        let (from, to) = (self.ids.node(arrow.from), self.ids.node(arrow.to));
        let tag = match arrow.kind {
            ArrowKind::Use => "Use",
            ArrowKind::Publish | ArrowKind::Subscribe => "Message",
            ArrowKind::Call => "Call",
            ArrowKind::Tolerated => "Tolerated",
            ArrowKind::Broken => "NotAllowed",
        };
        let says = format!("{} {}", arrow.kind.verb(), arrow.line());
        format!("{from} -> {to} {} \"\" \"{tag}\"", string(&says))
    }
}

fn string(text: &str) -> String {
    format!("\"{}\"", quiet(text))
}
