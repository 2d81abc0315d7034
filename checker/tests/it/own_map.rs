//! Our own map, which visitors open first: it says what is used, and no two rooms use each other.

use cargo_stateline::graph::cycle::cycles;
use stateline_schema::{Known, Map, Pattern, Source, SourceId};
use std::path::Path;

#[test]
fn no_two_rooms_use_each_other() {
    assert_eq!(circles(&own_map("")), Vec::<String>::new());
    // The circle that there was: the graph took what it is built from out of the rules.
    let planted = circles(&own_map("      rules: [Survey]\n"));
    assert!(planted.iter().any(|circle| circle.contains("graph") && circle.contains("rules")), "{planted:?}");
}

#[test]
fn what_is_exported_and_used_is_spelt_out() {
    for context in own_map("").contexts.values() {
        let kinds = stateline_schema::map::CodeKind::ALL.map(|kind| context.own_permits(kind));
        let uses = kinds.iter().flat_map(|permits| permits.uses.values().flatten());
        for pattern in context.exports.iter().chain(uses) {
            let is_one = matches!(pattern.value, Pattern::Exact(_));
            assert!(is_one, "{} has a star: {}", context.name.value, pattern.value);
        }
    }
}

/// Our map, with more lines below what `graph` uses.
fn own_map(more: &str) -> Map {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../stateline.yaml");
    let text = std::fs::read_to_string(path).expect("our own map is there");
    let at = text.find("\n  graph:\n").expect("the graph is a room");
    let uses = at + text[at..].find("    uses:\n").expect("it uses others") + "    uses:\n".len();
    let text = format!("{}{more}{}", &text[..uses], &text[uses..]);
    let (map, mistakes) =
        stateline_schema::read(&Source::new(SourceId(0), "stateline.yaml", text), &[], &Known::default());
    assert!(mistakes.is_empty(), "{mistakes:?}");
    map
}

/// The contexts of each circle of `calls` and `uses` of ordinary code.
fn circles(map: &Map) -> Vec<String> {
    let names: Vec<&str> = map.contexts.names().map(|name| name.value.as_str()).collect();
    let place = |name: &str| names.iter().position(|known| *known == name).expect("a context of the map");
    let edges: Vec<(usize, usize, usize)> = map
        .contexts
        .values()
        .flat_map(|context| {
            let others = context.permits.calls.names().chain(context.permits.uses.names());
            others.map(move |other| (place(&context.name.value), place(&other.value), 1))
        })
        .collect();
    let spelt = |nodes: &[usize]| nodes.iter().map(|node| names[*node]).collect::<Vec<_>>().join(" and ");
    cycles(names.len(), &edges).iter().map(|cycle| spelt(&cycle.nodes)).collect()
}
