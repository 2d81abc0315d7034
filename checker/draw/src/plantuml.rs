//! PlantUML: a component diagram of the map, a sequence diagram of a process. Needs no Graphviz.
//!
//! <https://plantuml.com/component-diagram>, <https://plantuml.com/sequence-diagram>

use super::HEAD;
use super::atlas::{Atlas, Await, Context, Process};
use super::ids::Ids;
use super::scene::{Arrow, ArrowKind, Node, Scene};
use crate::format::{Draw, Format};
use crate::request::{Request, Subject};
use crate::terminal::TextStyle;
use crate::terminal::clean;
use std::fmt::Write as _;

const STYLE: &str = "\
!pragma layout smetana
left to right direction
skinparam shadowing false
skinparam rectangle {
  BackgroundColor #dbe9d8
  BorderColor #3f6b3a
  BackgroundColor<<external>> #e4e4e4
  BorderColor<<external>> #5f5f5f
}
skinparam queue {
  BackgroundColor #fdf3d0
  BorderColor #8a6d1a
}
";

pub(crate) static FORMAT: Format = Format {
    name: "plantuml",
    about: "A component diagram of the map, a sequence diagram of a process",
    is_usual: false,
    is_picture: false,
    draw: Draw::File { extension: "puml", draw },
};

fn draw(request: &Request<'_>, _: TextStyle) -> Option<String> {
    match request.subject {
        Subject::Process(atlas, process) => Some(self::process(atlas, process)),
        _ => request.scene().map(|scene| map(&scene)),
    }
}

fn map(scene: &Scene<'_>) -> String {
    let atlas = scene.atlas;
    let writer = Writer { atlas, ids: Ids::new(atlas) };
    let mut text = format!("@startuml\n' {HEAD}\n{STYLE}");
    for context in atlas.roots() {
        writer.context(context, 0, &mut text);
    }
    for topic in &atlas.topics {
        let id = writer.ids.node(Node::Topic(&topic.name));
        let _ = writeln!(text, "queue \"{}\" as {id}", escape(&topic.name));
    }
    for arrow in &scene.arrows {
        let _ = writeln!(text, "{}", writer.arrow(arrow));
    }
    text.push_str("@enduml\n");
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
        let kind = if context.external { " <<external>>" } else { "" };
        let inside: Vec<_> = self.atlas.inside(&context.name).collect();
        if inside.is_empty() {
            let _ = writeln!(text, "{indent}rectangle \"{name}\" as {id}{kind}");
            return;
        }
        let _ = writeln!(text, "{indent}package \"{name}\" as {id}_land {{");
        let _ = writeln!(text, "{indent}  rectangle \"{name}\" as {id}{kind}");
        for inner in inside {
            self.context(inner, depth + 1, text);
        }
        let _ = writeln!(text, "{indent}}}");
    }

    fn arrow(&self, arrow: &Arrow<'_>) -> String {
        let (from, to) = (self.ids.node(arrow.from), self.ids.node(arrow.to));
        let caption = arrow.spoken(escape);
        let line = match arrow.kind {
            ArrowKind::Publish | ArrowKind::Subscribe => "-[#8a6d1a]->",
            ArrowKind::Call => "-[thickness=2]->",
            ArrowKind::Use => "-[dotted]->",
            ArrowKind::Broken => "-[#b3261e,thickness=3]->",
            ArrowKind::Tolerated => "-[#b3261e,dashed]->",
        };
        match caption.is_empty() {
            true => format!("{from} {line} {to}"),
            false => format!("{from} {line} {to} : {}", caption.join("\\n")),
        }
    }
}

/// A process: its steps one after the other, what they call, await and are undone by.
fn process(atlas: &Atlas, process: &Process) -> String {
    let ids = Ids::new(atlas);
    let id = |name: &str| ids.context(name);
    let home = id(&process.context);
    let mut text = format!("@startuml\n' {HEAD}\ntitle {}\n", escape(&process.name));
    for name in std::iter::once(process.context.as_str()).chain(process.partners(atlas)) {
        let _ = writeln!(text, "participant \"{}\" as {}", escape(name), id(name));
    }
    for topic in process.starts_on.iter().filter_map(|name| atlas.topic(name)) {
        for from in &topic.publishers {
            let _ = writeln!(text, "{} -->> {home} : starts on {}", id(from), escape(&topic.name));
        }
    }
    for (number, step) in process.current.steps.iter().enumerate() {
        let _ = writeln!(text, "== {} {} ==", number + 1, escape(&step.name));
        for Await { topic, .. } in &step.awaits {
            for from in atlas.topic(topic).map(|topic| topic.publishers.as_slice()).unwrap_or_default() {
                let _ = writeln!(text, "{} -->> {home} : awaits {}", id(from), escape(topic));
            }
        }
        for call in &step.calls {
            let _ = writeln!(text, "{home} -> {} : {}", id(&call.context), escape(&call.operation));
        }
        for topic in step.publishes.iter().filter_map(|name| atlas.topic(name)) {
            for to in &topic.subscribers {
                let _ = writeln!(text, "{home} -->> {} : {}", id(to), escape(&topic.name));
            }
        }
        let undone = match (&step.compensated_by, step.irreversible) {
            (Some(undo), _) => format!("undone by {}{}", escape(undo), step.undone_for_good()),
            (None, true) => "cannot be undone".to_owned(),
            (None, false) => continue,
        };
        let _ = writeln!(text, "note over {home} : {undone}");
    }
    text.push_str("@enduml\n");
    text
}

/// Whatever may mean something to PlantUML, by its number, as it writes letters itself.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in clean(text).chars() {
        // Two of a kind would be a line or a style.
        let alone = letter != before || letter == ':';
        match letter {
            ' ' | '.' | ',' | ':' | '-' | '_' | '(' | ')' if alone => escaped.push(letter),
            _ if letter.is_alphanumeric() => escaped.push(letter),
            _ => {
                let _ = write!(escaped, "<U+{:04X}>", letter as u32);
            }
        }
        before = letter;
    }
    escaped
}
