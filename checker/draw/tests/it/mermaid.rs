//! Mermaid as `merman` reads it.

use crate::given::{atlas, maps, text, wicked};
use serde_json::Value;
use stateline_draw::{Atlas, Diff, Journey, Scene, Subject};
use std::collections::BTreeSet;

#[track_caller]
fn read(text: &str) -> Value {
    let read = merman_core::Engine::new().parse_diagram_sync(text, merman_core::ParseOptions::strict());
    match read {
        Ok(Some(diagram)) => serde_json::to_value(diagram.model).expect("it is JSON"),
        other => panic!("{other:?} of\n{text}"),
    }
}

fn texts<'v>(model: &'v Value, list: &str, key: &str) -> Vec<&'v str> {
    model[list].as_array().into_iter().flatten().filter_map(|entry| entry[key].as_str()).collect()
}

/// Every context and topic is a node, and every arrow an edge.
#[track_caller]
fn holds(subject: Subject<'_>, scene: &Scene<'_>) -> Value {
    let (text, atlas) = (text("mermaid", subject), scene.atlas);
    assert!(!text.contains("<script") && !text.contains("%%{"), "{text}");
    let model = read(&text);
    let count = |list: &str| model[list].as_array().map(Vec::len);
    assert_eq!(count("nodes"), Some(atlas.contexts.len() + atlas.topics.len()), "{text}");
    assert_eq!(count("edges"), Some(scene.arrows.len()), "{text}");
    model
}

#[test]
fn maps_hold_every_node_and_arrow() {
    for (_, map) in maps() {
        let atlas = atlas(&map);
        let model = holds(Subject::Map(&atlas), &Scene::map(&atlas));
        let contexts = atlas.contexts.iter().map(|context| context.name.as_str());
        let names: BTreeSet<_> =
            contexts.chain(atlas.topics.iter().map(|topic| topic.name.as_str())).collect();
        assert_eq!(texts(&model, "nodes", "label").into_iter().collect::<BTreeSet<_>>(), names);
    }
    let wicked = wicked();
    holds(Subject::Map(&wicked), &Scene::map(&wicked));
}

#[test]
fn journeys_and_processes_are_read() {
    let mut all: Vec<Atlas> = maps().iter().map(|(_, text)| atlas(text)).collect();
    all.push(wicked());
    for atlas in all {
        for process in &atlas.processes {
            let journey = Journey::new(&atlas, process);
            let part = journey.part(&atlas);
            holds(Subject::Journey(&atlas, &journey), &Scene::journey(&part, &journey));
            let text = text("mermaid", Subject::Process(&atlas, process));
            let model = read(&text);
            let told = model["messages"].to_string();
            let calls = process.current.steps.iter().map(|step| step.calls.len()).sum::<usize>();
            assert!(model["messages"].as_array().is_some_and(|all| all.len() >= calls), "{text}");
            let plain =
                |name: &str| name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            for step in process.current.steps.iter().filter(|step| plain(&step.name)) {
                assert!(told.contains(&step.name), "{text}\n{model:#}");
            }
        }
    }
}

#[test]
fn differences_are_read() {
    let mut all: Vec<Atlas> = maps().iter().map(|(_, text)| atlas(text)).collect();
    all.extend([wicked(), Atlas::default()]);
    for before in &all {
        for after in &all {
            let diff = Diff::new("main", before, after);
            assert_eq!(diff.is_empty(), before == after);
            read(&text("mermaid", Subject::Diff { diff: &diff, before, after }));
        }
    }
}

/// Mermaid refuses a longer text and more arrows; names go before relations do.
#[test]
fn a_dense_map_is_still_drawn() {
    use stateline_draw::atlas::{Context, Crossing};
    let name = |number: usize| format!("package-with-a-name-{number:02}");
    let contexts = (0..91).map(|number| Context { name: name(number), ..Context::default() }).collect();
    let mut atlas = Atlas { contexts, ..Atlas::default() };
    let crossing = |(from, step): (usize, usize), item: usize| Crossing {
        from: name(from),
        to: name((from + step) % 91),
        item: format!("a_package_with_a_long_name_{from}::module::Item{item}"),
        tolerated: (from, step) != (7, 3),
        ..Crossing::default()
    };
    let pairs = (0..91).flat_map(|from| (1..=12).map(move |step| (from, step)));
    atlas.crossings = pairs.flat_map(|pair| (0..pair.1).map(move |item| crossing(pair, item))).collect();
    let text = text("mermaid", Subject::Map(&atlas));
    assert!(text.chars().count() <= 50_000, "{} letters", text.chars().count());
    let model = read(&text);
    let count = |list: &str| model[list].as_array().map(Vec::len);
    // A node says how many arrows are missing.
    assert_eq!((count("nodes"), count("edges")), (Some(92), Some(500)));
    assert!(text.contains("and 592 more arrows"), "{text}");
    assert!(text.contains("linkStyle") && text.contains("c_package_with_a_name_07 ==>"), "{text}");
}
