//! Which crates a context owns by a pattern or a folder.

use stateline_schema::map::Crate;
use stateline_schema::{Known, Source, SourceId, read};

/// The contexts that take each crate of a workspace, under a map of these contexts.
fn takers(contexts: &str, crates: &[(&str, &str)]) -> Vec<Vec<String>> {
    let text = format!("stateline: 1\ncontexts:\n{contexts}");
    let (map, mistakes) = read(&Source::new(SourceId(0), "map", text), &[], &Known::default());
    assert_eq!(mistakes, []);
    let crates: Vec<_> = crates.iter().map(|(name, folder)| Crate { name, folder }).collect();
    let taken = map.taken(&crates);
    let of = |krate| {
        let by = taken.iter().filter(|taken| taken.krate == krate);
        by.map(|taken| map.contexts.names().nth(taken.context).expect("it is one").value.clone()).collect()
    };
    (0..crates.len()).map(of).collect()
}

#[test]
fn a_pattern_takes_names_and_a_folder_what_lies_in_it() {
    let contexts = "  views: { owns: ['db_views_*'] }\n  tools: { owns: [{ folder: tools }] }\n";
    let crates = [
        ("db_views_post", "crates/db_views_post"),
        ("db_views", "crates/db_views"),
        ("lint", "tools"),
        ("format", "tools/format"),
        ("toolshed", "toolshed"),
    ];
    assert_eq!(takers(contexts, &crates), [vec!["views"], vec![], vec!["tools"], vec!["tools"], vec![]]);
}

#[test]
fn a_name_goes_before_a_pattern_and_a_deeper_folder_before_one_around_it() {
    let contexts = "  all: { owns: [{ folder: crates }] }\n  db: { owns: [{ folder: crates/db }] }\n  \
        post: { owns: [db_post] }\n  views: { owns: ['db_v*'] }\n";
    let crates = [
        ("api", "crates/api"),
        ("db_core", "crates/db/core"),
        ("db_post", "crates/db/post"),
        ("db_views", "views"),
    ];
    assert_eq!(takers(contexts, &crates), [vec!["all"], vec!["db"], vec![], vec!["views"]]);
}

#[test]
fn what_else_matches_twice_is_taken_twice() {
    let contexts = "  a: { owns: ['db_*'] }\n  b: { owns: ['*_views'] }\n  c: { owns: [{ folder: db }] }\n";
    let crates = [("db_views", "db/views"), ("db_views", "elsewhere"), ("db_x", "db/x")];
    assert_eq!(takers(contexts, &crates), [vec!["a", "b", "c"], vec!["a", "b"], vec!["a", "c"]]);
}
