//! Maps to draw: files, their text in another order, and an atlas of names that no map could hold.

use serde_yaml::{Mapping, Value};
use stateline_draw::atlas::{
    Ack, Await, City, CityKind, Context, Crossing, Exception, Finding, Link, Permitted, Process, Spot, Step,
    StepCall, Topic, Version,
};
use stateline_draw::terminal::TextStyle;
use stateline_draw::{Atlas, FORMATS, Format, OutputFile, Request, Subject};
use stateline_schema::{Known, Map, Source, SourceId, read};
use std::path::Path;

/// The systems of `fixtures/maps`, and the payout example.
pub(crate) fn maps() -> Vec<(&'static str, String)> {
    let file = |path: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        std::fs::read_to_string(path).expect("the map is there")
    };
    vec![
        ("payout", file("../../examples/payout/stateline.yaml")),
        ("shop6", file("tests/fixtures/maps/shop6.yaml")),
        ("market30", file("tests/fixtures/maps/market30.yaml")),
    ]
}

/// A system of `fixtures/maps`, as text.
pub(crate) fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/maps");
    std::fs::read_to_string(folder.join(format!("{name}.yaml"))).expect("the map is there")
}

pub(crate) const STYLE: TextStyle = TextStyle::plain(80);

/// The formats that are no pictures, and take no time.
pub(crate) fn quick_formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().copied().filter(|format| !format.is_picture)
}

/// The files in which a format shows a subject.
#[track_caller]
pub(crate) fn files(format: &Format, subject: Subject<'_>, style: TextStyle) -> Vec<OutputFile> {
    format.draw(&Request::new(subject, "map"), style).unwrap_or_else(|error| panic!("{error}"))
}

/// The text in which a format shows a subject.
#[track_caller]
pub(crate) fn text(format: &str, subject: Subject<'_>) -> String {
    let format = Format::named(format).expect("it is a format");
    let file = files(format, subject, STYLE).remove(0);
    String::from_utf8(file.content).expect("it is text")
}

#[track_caller]
pub(crate) fn map(text: &str) -> Map {
    let source = Source::new(SourceId(0), "stateline.yaml", text);
    let (map, mistakes) = read(&source, &[], &Known::default());
    let told: Vec<_> = mistakes.iter().map(|mistake| mistake.line(std::slice::from_ref(&source))).collect();
    assert!(told.is_empty(), "{told:#?}");
    map
}

#[track_caller]
pub(crate) fn atlas(text: &str) -> Atlas {
    Atlas::from_map(&map(text))
}

/// The same map written the other way round, but for lists whose order means something.
pub(crate) fn reversed(text: &str) -> String {
    let value: Value = serde_yaml::from_str(text).expect("it is YAML");
    serde_yaml::to_string(&turned(value, false)).expect("it can be written")
}

fn turned(value: Value, ordered: bool) -> Value {
    match value {
        Value::Mapping(entries) => {
            let entries: Vec<_> = entries.into_iter().collect();
            let turn = |(key, value): (Value, Value)| {
                let ordered = matches!(key.as_str(), Some("steps" | "layers"));
                (key, turned(value, ordered))
            };
            Value::Mapping(entries.into_iter().rev().map(turn).collect::<Mapping>())
        }
        Value::Sequence(entries) if ordered => {
            Value::Sequence(entries.into_iter().map(|entry| turned(entry, false)).collect())
        }
        Value::Sequence(entries) => {
            Value::Sequence(entries.into_iter().rev().map(|entry| turned(entry, false)).collect())
        }
        other => other,
    }
}

/// What somebody might try, in a name or in a text.
pub(crate) const WICKED: [&str; 12] = [
    "plain",
    "quotes\"'`",
    "</script><script>alert(1)</script>",
    "<b onmouseover=alert(1)>&amp;",
    "two\nlines\r\n# three",
    "end]\"]; click x href \"javascript:alert(1)\"",
    "}{%%{init:{}}%%}; subgraph",
    "Äpfel, страна, 国, بلد",
    "back\\slash\\n -> --> ==> | || ;",
    "*/ // # -- !include /etc/passwd",
    "${x} $(x) {{x}} @startuml @enduml",
    "\u{202e}turned\u{0}\u{1b}[31m\u{7f}",
];

/// A system in which every text is wicked, and every kind of thing is there.
pub(crate) fn wicked() -> Atlas {
    let name = |number: usize| WICKED[number % WICKED.len()].to_owned();
    let mut atlas = Atlas::default();
    for number in 0..WICKED.len() {
        let next = name(number + 1);
        atlas.contexts.push(Context {
            name: name(number),
            title: (number % 3 == 1).then(|| name(number + 7)),
            about: next.clone(),
            external: number == 3,
            lines: 0,
            within: (number == 5).then(|| name(4)),
            cities: vec![City { path: next.clone(), name: next.clone(), kind: CityKind::Crate }],
            exports: vec![next.clone()],
            offers: vec![next.clone()],
            laws: vec![next.clone()],
            findings: vec![Finding {
                rule: "private-item".to_owned(),
                error: true,
                message: next.clone(),
                place: Some(Spot { file: next.clone(), line: Some(3) }),
            }],
            exceptions: vec![Exception { what: next.clone(), reason: next.clone(), ..Exception::default() }],
        });
        atlas.links.push(Link {
            from: name(number),
            to: next.clone(),
            calls: vec![name(number + 2), name(number + 3)],
            uses: vec![name(number + 4)],
            besides: [("tests".to_owned(), Permitted { calls: vec![name(number)], uses: vec![] })].into(),
        });
        atlas.topics.push(Topic {
            name: name(number),
            about: next.clone(),
            message: Some(next.clone()),
            payload: Some(next.clone()),
            key: Some(next.clone()),
            publishers: vec![name(number)],
            subscribers: vec![next.clone(), name(number + 2)],
            ack: Some(Ack { within: "1h".to_owned(), by: vec![next.clone()], to: vec![name(number)] }),
        });
        let shape = serde_json::json!({ "$ref": format!("#/types/{next}"), "description": next });
        atlas.types.insert(name(number), shape);
        let step = |number: usize| Step {
            name: name(number),
            about: name(number),
            function: Some(name(number + 1)),
            awaits: vec![
                Await { topic: name(number + 2), by: Some(name(number)), ..Await::default() },
                Await { topic: name(number + 1), fills: vec![name(number)], ..Await::default() },
            ],
            within: Some("30s".into()),
            retry: Some(name(number)),
            compensated_by: Some(name(number + 3)),
            compensation_irreversible: number.is_multiple_of(3),
            irreversible: number.is_multiple_of(2),
            calls: vec![StepCall { context: name(number + 1), operation: name(number + 2) }],
            publishes: vec![name(number)],
        };
        atlas.processes.push(Process {
            name: name(number),
            about: next.clone(),
            context: name(number),
            key: Some(name(number + 1)),
            starts_on: Some(name(number + 3)),
            rolls_back: number.is_multiple_of(2),
            current: Version { number: 2, steps: vec![step(number), step(number + 1)] },
            earlier: vec![Version { number: 1, steps: vec![step(number + 2)] }],
        });
        atlas.crossings.push(Crossing {
            from: name(number),
            to: name(number + 2),
            item: name(number + 3),
            rule: "private-item".to_owned(),
            place: Spot { file: name(number + 4), line: Some(7) },
            tolerated: number.is_multiple_of(2),
        });
    }
    atlas
}
