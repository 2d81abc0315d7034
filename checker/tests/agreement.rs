//! Macros and checker never contradict each other: both are asked about the same cases, `tests/ui`.
//!
//! A case's header says which rules the checker finds broken in it; whether the compiler has nothing to
//! say of it, the root's `tests/ui.rs` asks. Where the compiler refuses what the checker is silent about,
//! only the compiler can know: types and their traits, how an item is written. A case is a part of a world: what its map lists and no code
//! of it mentions is no finding here. The headers are read here once more, and not by the root's own
//! reader: that file would belong to two contexts.

#[path = "rules/layout.rs"]
mod layout;

use cargo_stateline::finding::Finding;
use layout::Layout;
use stateline_schema::{Known, Source, SourceId};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The crate that a case is.
const CASE: &str = "payments/src/lib.rs";

/// The one rule that is about the map alone, and that macros know: a process that is no straight line.
const OF_THE_MAP: &str = "non-linear-process";

#[test]
fn the_checker_finds_what_each_case_says() {
    let mut failures = String::new();
    for case in all() {
        let found = findings(&case);
        let broken: BTreeSet<&str> = found.iter().map(|finding| finding.rule).collect();
        let expected: BTreeSet<&str> = case.checker.iter().map(String::as_str).collect();
        if broken != expected {
            let _ = writeln!(failures, "{}: says {expected:?}, but finds {broken:?}", case.name);
            for finding in found {
                let _ = writeln!(failures, "    {}: {}", finding.rule, finding.message);
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn what_compiles_is_accepted() {
    for case in all().into_iter().filter(|case| case.compiles) {
        assert!(case.checker.is_empty(), "{} compiles, but is to be refused", case.name);
    }
}

/// A case, as its header says.
struct Case {
    name: String,
    /// The crate `payments`.
    text: String,
    /// The map.
    map: String,
    compiles: bool,
    /// The rules that are broken.
    checker: Vec<String>,
}

fn all() -> Vec<Case> {
    let cases: Vec<Case> = texts(&ui()).into_iter().map(|(name, text)| case(&name, text)).collect();
    assert!(cases.len() > 30, "cases are missing");
    cases
}

fn case(file: &str, text: String) -> Case {
    let said = |key: &str| text.lines().find_map(|line| line.strip_prefix("//@ ")?.strip_prefix(key));
    let map = said("map: ").unwrap_or("default");
    let map = std::fs::read_to_string(ui().join(format!("maps/{map}.yaml"))).expect("its map is there");
    let checker = said("checker: ").unwrap_or_default().split(", ").filter(|rule| !rule.is_empty());
    Case {
        name: file.trim_end_matches(".rs").to_owned(),
        map,
        compiles: said("compiles").is_some(),
        checker: checker.map(str::to_owned).collect(),
        text,
    }
}

fn ui() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui")
}

/// The other crates, which all cases share.
fn world() -> BTreeMap<String, String> {
    let crates = std::fs::read_dir(ui().join("world")).expect("the world is there").flatten();
    let files = crates.flat_map(|krate| {
        let name = krate.file_name().to_string_lossy().into_owned();
        texts(&krate.path()).into_iter().map(move |(file, text)| (format!("{name}/src/{file}"), text))
    });
    files.collect()
}

/// The Rust in a folder, by name.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there").flatten();
    let rust = entries.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
    let read = |path: PathBuf| std::fs::read_to_string(path).expect("it is text");
    rust.map(|entry| (entry.file_name().to_string_lossy().into_owned(), read(entry.path()))).collect()
}

/// What is wrong in the code of a case.
fn findings(case: &Case) -> Vec<Finding> {
    // A map with mistakes is refused as such, before any rule is asked.
    let source = Source::new(SourceId(0), "stateline.yaml", case.map.clone());
    if !stateline_schema::read(&source, &[], &Known::default()).1.is_empty() {
        return Vec::new();
    }
    let mut files = world();
    files.insert(CASE.to_owned(), case.text.clone());
    files.insert("stateline.yaml".to_owned(), case.map.clone());
    let mut found = Layout { files }.findings();
    let in_case = |finding: &Finding| finding.places.iter().any(|place| place.path == CASE);
    found.retain(|finding| in_case(finding) || finding.rule == OF_THE_MAP);
    found
}
