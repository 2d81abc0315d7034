//! What is not resolved is listed, each with its place: every file in `unresolved/` is a workspace in the
//! form of those in `names/`. A line that ends in `//~ kind:name …` has just these, any other line none.

use super::names::{lay_out, line_of};
use std::collections::BTreeMap;
use std::path::Path;

#[test]
fn whatever_is_not_resolved_is_listed_with_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/unresolved");
    for case in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let text = std::fs::read_to_string(case.path()).expect("a case is text");
        let told = differences(&text);
        assert!(told.is_empty(), "{}:\n{told}", case.path().display());
    }
}

#[test]
fn code_nested_too_deeply_is_listed_at_its_function() {
    let nested = format!("{}1{}", "{".repeat(600), "}".repeat(600));
    let code = format!(
        "pub fn flat() {{}}\npub fn deep() -> u8 {{ {nested} }} //~ too-deep:deep\n\
         pub fn far(x: u8) {{ let {}y = x; }} //~ too-deep:far",
        "&".repeat(600)
    );
    let told = differences(&format!("//- package pit\n//- pit/src/lib.rs\n{code}\n"));
    assert!(told.is_empty(), "{told}");
}

/// Where what is listed of a workspace is not what its lines say.
fn differences(text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut wanted: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for ((file, line), words) in lay_out(folder.path(), text) {
        if !words.is_empty() {
            wanted.insert((file, line), words.into_iter().collect());
        }
    }
    let manifest = folder.path().join("Cargo.toml");
    let options = stateline_rust::Options { manifest: Some(&manifest), ..stateline_rust::Options::default() };
    let workspace = stateline_rust::read(&options).expect("the workspace can be read");
    let stand_ins = stateline_rust::stand_ins(&workspace);
    let mut world = stateline_rust::resolve(&workspace, &stand_ins);
    let mut found: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for one in stateline_rust::all_references(&mut world).unresolved {
        let file = &workspace.files[one.file];
        let source = stateline_rust::source(&workspace.root, &file.path).expect("it was read before");
        let name = &source[one.at as usize..(one.at + one.len) as usize];
        assert!(!one.reason(&world, name).is_empty());
        let line = line_of(&file.summary.lines, one.at);
        found.entry((file.path.to_string(), line)).or_default().push(format!("{}:{name}", one.kind.name()));
    }
    found.values_mut().for_each(|words| {
        words.sort();
        words.dedup();
    });
    let different = |place: &&(String, usize)| found.get(*place) != wanted.get(*place);
    let mut places: Vec<_> = found.keys().chain(wanted.keys()).filter(different).collect();
    places.dedup();
    let told = places.iter().map(|place| {
        format!(
            "{}:{}\n  wanted {:?}\n  found  {:?}\n",
            place.0,
            place.1,
            wanted.get(*place),
            found.get(*place)
        )
    });
    told.collect()
}
