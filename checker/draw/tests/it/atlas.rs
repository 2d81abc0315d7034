//! The model that every format draws.

use crate::given::{STYLE, atlas, files, maps, quick_formats, reversed, text, wicked};
use stateline_draw::atlas::{Level, View};
use stateline_draw::{Atlas, Changed, Diff, Journey, Request, Subject};

#[test]
fn the_order_of_the_file_decides_nothing() {
    for (name, text) in maps() {
        let turned = reversed(&text);
        assert_ne!(text, turned);
        let (one, other) = (atlas(&text), atlas(&turned));
        assert_eq!(one, other, "{name}");
        for format in quick_formats() {
            let draw = |atlas| files(format, Subject::Map(atlas), STYLE);
            assert_eq!(draw(&one), draw(&other), "{name} as {}", format.name);
        }
    }
}

#[test]
fn every_format_draws_every_name() {
    let atlas = wicked();
    let journeys: Vec<_> = atlas.processes.iter().map(|process| Journey::new(&atlas, process)).collect();
    for format in quick_formats() {
        let mut subjects = vec![Subject::Map(&atlas)];
        subjects.extend(atlas.processes.iter().map(|process| Subject::Process(&atlas, process)));
        subjects.extend(journeys.iter().map(|way| Subject::Journey(&atlas, way)));
        let drawn = subjects.into_iter().map(|subject| format.draw(&Request::new(subject, "s"), STYLE));
        for file in drawn.flatten().flatten() {
            // Data keeps every letter: it is nothing that is looked at.
            if !matches!(format.name, "json" | "asyncapi")
                && let Ok(text) = String::from_utf8(file.content)
            {
                assert!(!text.contains(['\u{0}', '\u{1b}', '\u{202e}']), "{} in {text}", file.path);
            }
        }
    }
}

#[test]
fn empty_maps_are_drawn_too() {
    let atlas = Atlas::default();
    for format in quick_formats() {
        files(format, Subject::Map(&atlas), STYLE);
    }
}

#[test]
fn a_view_shows_some_contexts_and_those_around_them() {
    let (_, text) = &maps()[1];
    let atlas = atlas(text);
    let names = |only: &[&str], hops| {
        let only = only.iter().map(|name| (*name).to_owned()).collect();
        let part = atlas.view(&View { only, hops, level: Level::Context }).expect("they are there");
        let names: Vec<_> = part.contexts.iter().map(|context| context.name.clone()).collect();
        (names.join(" "), part)
    };
    assert_eq!(names(&["catalog"], 0).0, "catalog");
    assert_eq!(names(&["catalog"], 1).0, "analytics catalog ordering");
    assert_eq!(names(&["catalog"], 2).0, "analytics billing catalog customers ordering shipping");
    let (_, part) = names(&["catalog", "ordering"], 0);
    assert_eq!(part.links.len(), 1);
    let changed = part.topic("product-changed.v1").expect("catalog publishes on it");
    assert_eq!(changed.subscribers, ["ordering"]);
    assert!(part.topic("customer-erased.v1").is_some_and(|topic| topic.publishers.is_empty()));
    assert!(part.processes.iter().all(|process| process.context == "ordering"));
}

#[test]
fn a_view_of_what_is_not_there_says_what_is() {
    let atlas = atlas(&maps()[1].1);
    let view = View { only: vec!["katalog".to_owned()], ..View::default() };
    let error = atlas.view(&view).expect_err("there is no such context");
    assert_eq!(error.name, "katalog");
    assert_eq!(error.known, atlas.contexts.iter().map(|context| context.name.clone()).collect::<Vec<_>>());
}

#[test]
fn the_world_shows_no_context_within_another() {
    let atlas = atlas(
        "\
stateline: 1
contexts:
  outer: { owns: [outer], publishes: [x.a], subscribes: [x.b] }
  inner: { owns: [\"outer::inner\"], within: outer, calls: { other: [f] }, publishes: [x.b] }
  innermost: { owns: [\"outer::inner::most\"], within: inner, uses: { outer: [A] }, subscribes: [x.a] }
  other: { owns: [other] }
topics:
  x.a: { message: outer::A }
  x.b: { message: outer::B }
",
    );
    let world = atlas.view(&View { level: Level::World, ..View::default() }).expect("nothing is named");
    let names: Vec<_> = world.contexts.iter().map(|context| context.name.as_str()).collect();
    assert_eq!(names, ["other", "outer"]);
    assert!(world.contexts.iter().all(|context| context.cities.is_empty()));
    assert_eq!(world.links.len(), 1);
    assert_eq!(world.link("outer", "other").map(|link| link.calls.as_slice()), Some(&["f".to_owned()][..]));
    assert_eq!(world.context("other").map(|context| context.offers.as_slice()), Some(&["f".to_owned()][..]));
    assert!(world.topics.iter().all(|topic| topic.publishers == ["outer"] && topic.subscribers == ["outer"]));
}

#[test]
fn a_journey_goes_where_its_steps_wait() {
    let atlas = atlas(&maps()[1].1);
    let checkout = atlas.process("checkout").expect("it is there");
    let journey = Journey::new(&atlas, checkout);
    let legs: Vec<_> =
        journey.legs.iter().map(|leg| (leg.from.as_str(), leg.by.name(), leg.declared)).collect();
    assert_eq!(legs, [("billing", "payment-captured.v1", true), ("shipping", "parcel-dispatched.v2", true)]);
    let part = journey.part(&atlas);
    assert_eq!(part.contexts.len(), 3);
    assert_eq!(part.topics.len(), 2);
    assert!(part.links.is_empty());
}

#[test]
fn formats_md_tells_of_every_key() {
    fn keys(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Array(entries) => entries.iter().for_each(|entry| keys(entry, found)),
            serde_json::Value::Object(object) => {
                for (key, value) in object {
                    found.push(key.clone());
                    // JSON Schemas have a page of their own.
                    if key != "types" {
                        keys(value, found);
                    }
                }
            }
            _ => {}
        }
    }
    let atlas = wicked();
    let journey = Journey::new(&atlas, &atlas.processes[0]);
    let mut found = Vec::new();
    let mut diff = Diff::new("main", &Atlas::default(), &atlas);
    diff.changed.push(Changed {
        kind: "topic",
        name: "x".into(),
        what: "key",
        before: "".into(),
        after: "y".into(),
    });
    let process = Subject::Process(&atlas, &atlas.processes[0]);
    let changes = Subject::Diff { diff: &diff, before: &Atlas::default(), after: &atlas };
    for subject in [Subject::Map(&atlas), process, Subject::Journey(&atlas, &journey), changes] {
        keys(&serde_json::from_str(&text("json", subject)).expect("it is JSON"), &mut found);
    }
    let page = include_str!("../../../FORMATS.md");
    found.retain(|key| !page.contains(&format!("`{key}`")));
    assert!(found.is_empty(), "FORMATS.md does not tell of {found:?}");
}

/// Everything that can be drawn, in every format, in one folder for each system.
#[test]
#[ignore = "writes files for scripts/validate-maps, into the folder that STATELINE_DRAWN names"]
fn drawn_for_validators() {
    let folder = std::env::var_os("STATELINE_DRAWN").expect("STATELINE_DRAWN names a folder");
    let folder = std::path::Path::new(&folder);
    let mut systems: Vec<_> = maps().iter().map(|(name, text)| (*name, atlas(text))).collect();
    systems.push(("wicked", wicked()));
    for (name, atlas) in systems {
        for format in quick_formats() {
            let mut drawn = files(format, Subject::Map(&atlas), STYLE);
            for (number, process) in atlas.processes.iter().enumerate() {
                let (journey, stem) = (Journey::new(&atlas, process), format!("process-{number}"));
                let request = Request::new(Subject::Process(&atlas, process), &stem);
                drawn.extend(format.draw(&request, STYLE).unwrap_or_default());
                let stem = format!("journey-{number}");
                let request = Request::new(Subject::Journey(&atlas, &journey), &stem);
                drawn.extend(format.draw(&request, STYLE).expect("every format draws it"));
            }
            for file in drawn {
                let path = folder.join(name).join(format.name).join(file.path);
                std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
                std::fs::write(path, file.content).expect("it can be written");
            }
        }
    }
}

#[test]
fn boxes_in_boxes_go_no_deeper_than_anybody_reads() {
    let mut text = "stateline: 1\ncontexts:\n  c0: { owns: [c0] }\n".to_owned();
    for number in 1..40 {
        text.push_str(&format!("  c{number}: {{ owns: [c{number}], within: c{} }}\n", number - 1));
    }
    let atlas = atlas(&text);
    let outer = |name: &String| atlas.context(name)?.within.clone();
    let depth = |name: &str| std::iter::successors(Some(name.to_owned()), outer).count();
    assert_eq!(depth("c5"), 6);
    assert_eq!(atlas.contexts.iter().map(|context| depth(&context.name)).max(), Some(13));
    for format in quick_formats() {
        files(format, Subject::Map(&atlas), STYLE);
    }
}
