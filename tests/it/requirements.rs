//! The numbers in tests' names are explained in `tests/README.md`, and what it refers to exists.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[test]
fn every_number_that_a_test_bears_is_explained() {
    let page = page();
    let explained: BTreeSet<u32> =
        page.lines().filter_map(|line| number(line.strip_prefix("| S")?)).collect();
    let mut borne = BTreeSet::new();
    for file in sources(&root()) {
        let text = std::fs::read_to_string(&file).expect("a source file is text");
        for line in text.lines() {
            let name = line.trim_start().trim_start_matches("async ").strip_prefix("fn s");
            borne.extend(name.filter(|name| name.contains('_')).and_then(number));
        }
    }
    assert!(borne.len() > 20, "tests are missing: {borne:?}");
    let unexplained: Vec<_> = borne.difference(&explained).collect();
    assert!(unexplained.is_empty(), "tests/README.md has no row for {unexplained:?}");
    // S42 is proved by what must not compile, which has no name.
    let unproved: Vec<_> = explained.difference(&borne).filter(|number| **number != 42).collect();
    assert!(unproved.is_empty(), "no test bears {unproved:?}, which tests/README.md explains");
}

#[test]
fn every_link_of_the_page_leads_to_a_file() {
    for link in page().split("](").skip(1) {
        let (link, _) = link.split_once(')').expect("a link ends");
        assert!(root().join("tests").join(link).exists(), "{link} does not exist");
    }
}

/// The number that a text begins with, if something other than a digit follows it.
fn number(text: &str) -> Option<u32> {
    let end = text.find(|letter: char| !letter.is_ascii_digit())?;
    text[..end].parse().ok()
}

fn page() -> String {
    std::fs::read_to_string(root().join("tests/README.md")).expect("the page is there")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of ours").flatten() {
        let path = entry.path();
        if path.is_dir() && entry.file_name() != "target" {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
