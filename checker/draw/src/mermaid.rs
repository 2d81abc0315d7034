//! Mermaid: a flowchart of the map, a sequence diagram of a process.
//!
//! <https://mermaid.js.org/syntax/flowchart.html>, <https://mermaid.js.org/syntax/sequenceDiagram.html>

mod changes;

use super::HEAD;
use super::atlas::{Atlas, Await, Context, Process};
use super::ids::Ids;
use super::scene::{Arrow, ArrowKind, Node, Scene};
use crate::format::{Draw, Format};
use crate::request::{Request, Subject};
use crate::terminal::TextStyle;
use crate::terminal::clean;
pub(crate) use changes::changes;
use std::fmt::Write as _;

/// Mermaid draws no more than this many arrows, and says so only where the diagram should be.
const MOST_ARROWS: usize = 500;
/// Nor a longer text. (<https://mermaid.js.org/config/schema-docs/config.html#maxtextsize>)
const MOST_LETTERS: usize = 50_000;

/// The colours say nothing that shape and line do not; they suit light and dark pages.
const CLASSES: [&str; 3] = [
    "classDef context fill:#dbe9d8,stroke:#3f6b3a,color:#1b2a19",
    "classDef external fill:#e4e4e4,stroke:#5f5f5f,color:#222222,stroke-dasharray:4 3",
    "classDef topic fill:#fdf3d0,stroke:#8a6d1a,color:#33280a",
];

pub(crate) static FORMAT: Format = Format {
    name: "mermaid",
    about: "A flowchart of the map, a sequence diagram of a process, for Markdown pages",
    is_usual: true,
    is_picture: false,
    draw: Draw::File { extension: "mmd", draw },
};

fn draw(request: &Request<'_>, _: TextStyle) -> Option<String> {
    match request.subject {
        Subject::Process(atlas, process) => Some(self::process(atlas, process)),
        Subject::Diff { diff, .. } => Some(changes(diff)),
        Subject::Map(_) | Subject::Journey(..) => request.scene().map(|scene| map(&scene)),
    }
}

/// How much is written beside an arrow: names go before relations do.
#[derive(Clone, Copy)]
enum Caption {
    Names,
    Count,
    Nothing,
}

/// The map: contexts as boxes, topics as stadiums, one within another as a frame around both.
fn map(scene: &Scene<'_>) -> String {
    let all: Vec<&Arrow<'_>> = heaviest(scene, MOST_ARROWS);
    for caption in [Caption::Names, Caption::Count, Caption::Nothing] {
        let text = flowchart(scene, &all, caption);
        if text.chars().count() <= MOST_LETTERS {
            return text;
        }
    }
    // Names of contexts alone may take much room: as many arrows as there is left.
    let mut most = all.len();
    loop {
        most = most * 9 / 10;
        let text = flowchart(scene, &heaviest(scene, most), Caption::Nothing);
        if most == 0 || text.chars().count() <= MOST_LETTERS {
            return text;
        }
    }
}

/// The heaviest arrows, in the order of the scene: what is not allowed first, then those with most names.
fn heaviest<'s, 'a>(scene: &'s Scene<'a>, most: usize) -> Vec<&'s Arrow<'a>> {
    let mut places: Vec<usize> = (0..scene.arrows.len()).collect();
    let weight = |place: &usize| {
        let arrow = &scene.arrows[*place];
        std::cmp::Reverse((arrow.kind == ArrowKind::Broken, arrow.labels.len().max(1)))
    };
    places.sort_by_key(weight);
    places.truncate(most);
    places.sort_unstable();
    places.into_iter().map(|place| &scene.arrows[place]).collect()
}

fn flowchart(scene: &Scene<'_>, arrows: &[&Arrow<'_>], caption: Caption) -> String {
    let mut text = format!("%% {HEAD}\nflowchart LR\n");
    let writer = Writer { atlas: scene.atlas, ids: Ids::new(scene.atlas), caption };
    for context in scene.atlas.roots() {
        writer.context(context, 1, &mut text);
    }
    for topic in &scene.atlas.topics {
        let id = writer.ids.node(Node::Topic(&topic.name));
        let _ = writeln!(text, "  {id}([\"{}\"]):::topic", escape(&topic.name));
    }
    // A line of links has the number under which its style is set.
    let mut loud: [Vec<String>; 2] = [Vec::new(), Vec::new()];
    for (number, arrow) in arrows.iter().enumerate() {
        let _ = writeln!(text, "  {}", writer.arrow(arrow));
        match arrow.kind {
            ArrowKind::Broken => loud[0].push(number.to_string()),
            ArrowKind::Tolerated => loud[1].push(number.to_string()),
            _ => {}
        }
    }
    if scene.arrows.len() > arrows.len() {
        let more = scene.arrows.len() - arrows.len();
        let _ = writeln!(text, "  more[\"and {more} more arrows, which Mermaid does not draw\"]");
    }
    for class in CLASSES {
        let _ = writeln!(text, "  {class}");
    }
    for (numbers, dashes) in loud.iter().zip(["", ",stroke-dasharray:2 4"]) {
        if !numbers.is_empty() {
            let numbers = numbers.join(",");
            let _ = writeln!(text, "  linkStyle {numbers} stroke:#b3261e,stroke-width:3px{dashes}");
        }
    }
    text
}

struct Writer<'p> {
    atlas: &'p Atlas,
    ids: Ids<'p>,
    caption: Caption,
}

impl Writer<'_> {
    /// A box; with a frame around it if others lie within.
    fn context(&self, context: &Context, depth: usize, text: &mut String) {
        let (id, indent) = (self.ids.context(&context.name), "  ".repeat(depth));
        let inside: Vec<_> = self.atlas.inside(&context.name).collect();
        let class = if context.external { "external" } else { "context" };
        let name = escape(context.called());
        // Where contexts lie in each other in a ring, none is the outermost, and none comes here.
        if inside.is_empty() {
            let _ = writeln!(text, "{indent}{id}[\"{name}\"]:::{class}");
            return;
        }
        let _ = writeln!(text, "{indent}subgraph {id}_land[\"{name}\"]");
        let _ = writeln!(text, "{indent}  {id}[\"{name}\"]:::{class}");
        for inner in inside {
            self.context(inner, depth + 1, text);
        }
        let _ = writeln!(text, "{indent}end");
    }

    fn arrow(&self, arrow: &Arrow<'_>) -> String {
        let (from, to) = (self.ids.node(arrow.from), self.ids.node(arrow.to));
        let mut caption: Vec<_> = match (self.caption, arrow.labels.len()) {
            (Caption::Names, _) => arrow.caption().iter().map(|name| escape(name)).collect(),
            (Caption::Count, count) if count > 0 => vec![count.to_string()],
            _ => Vec::new(),
        };
        match arrow.kind {
            _ if matches!(self.caption, Caption::Nothing) => {}
            ArrowKind::Broken | ArrowKind::Tolerated => caption.insert(0, format!("{}:", arrow.kind.verb())),
            ArrowKind::Use => caption.insert(0, "uses".to_owned()),
            ArrowKind::Call | ArrowKind::Publish | ArrowKind::Subscribe => {}
        }
        let line = match arrow.kind {
            ArrowKind::Call | ArrowKind::Broken | ArrowKind::Tolerated => "==>",
            ArrowKind::Publish | ArrowKind::Subscribe => "-->",
            ArrowKind::Use => "-.->",
        };
        match caption.is_empty() {
            true => format!("{from} {line} {to}"),
            false => format!("{from} {line}|\"{}\"| {to}", caption.join("<br/>")),
        }
    }
}

/// A process: its steps one after the other, what they call, await and are undone by.
fn process(atlas: &Atlas, process: &Process) -> String {
    let ids = Ids::new(atlas);
    let id = |name: &str| ids.context(name);
    let home = id(&process.context);
    let mut text = format!("%% {HEAD}\nsequenceDiagram\n");
    for name in std::iter::once(process.context.as_str()).chain(process.partners(atlas)) {
        let _ = writeln!(text, "  participant {} as {}", id(name), escape(name));
    }
    for topic in process.starts_on.iter().filter_map(|name| atlas.topic(name)) {
        for from in &topic.publishers {
            let _ = writeln!(text, "  {}--){home}: starts on {}", id(from), escape(&topic.name));
        }
    }
    for (number, step) in process.current.steps.iter().enumerate() {
        let mut note = vec![format!("{} {}", number + 1, escape(&step.name))];
        if step.irreversible {
            note.push("cannot be undone".to_owned());
        }
        note.extend(
            step.compensated_by
                .as_ref()
                .map(|undo| format!("undone by {}{}", escape(undo), step.undone_for_good())),
        );
        let _ = writeln!(text, "  Note over {home}: {}", note.join("<br/>"));
        for Await { topic, .. } in &step.awaits {
            let publishers = atlas.topic(topic).map(|topic| topic.publishers.as_slice()).unwrap_or_default();
            for from in publishers {
                let _ = writeln!(text, "  {}--){home}: awaits {}", id(from), escape(topic));
            }
            if publishers.is_empty() {
                let _ =
                    writeln!(text, "  Note over {home}: awaits {}, which nobody publishes", escape(topic));
            }
        }
        for call in &step.calls {
            let to = id(&call.context);
            let _ = writeln!(text, "  {home}->>{to}: {}", escape(&call.operation));
        }
        for topic in step.publishes.iter().filter_map(|name| atlas.topic(name)) {
            for to in &topic.subscribers {
                let _ = writeln!(text, "  {home}--){}: {}", id(to), escape(&topic.name));
            }
        }
    }
    text
}

/// As entities, whatever means something to Mermaid or to a browser; text in quotes and in messages.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        match letter {
            ' ' | '.' | ',' | '-' | '_' | '/' | '(' | ')' | '*' | ':' | '?' | '!' => escaped.push(letter),
            _ if letter.is_alphanumeric() => escaped.push(letter),
            _ => {
                let _ = write!(escaped, "#{};", letter as u32);
            }
        }
    }
    escaped
}
