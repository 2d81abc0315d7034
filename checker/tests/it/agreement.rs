//! Macros and checker never contradict each other: both are asked about the same cases, `tests/ui`.
//!
//! A case's header says which rules the checker finds broken in it; whether the compiler has nothing to
//! say of it, the root's `tests/it/ui.rs` asks. A case is a part of a world: what its map lists and no code
//! of it mentions is no finding here.

mod one_map;

use crate::layout::Layout;
use cargo_stateline::finding::Finding;
use stateline_cases::{Case, cases};
use stateline_schema::{Known, Source, SourceId};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The crate that a case is.
const CASE: &str = "payments/src/lib.rs";

/// The one rule that is about the map alone, and that macros know: a process that is no straight line.
const OF_THE_MAP: &str = "non-linear-process";

#[test]
fn the_checker_finds_what_each_case_says() {
    let mut failures = String::new();
    for case in cases::all() {
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
fn what_one_refuses_the_other_refuses() {
    for case in cases::all() {
        let silent = case.checker.is_empty();
        assert!(silent || !case.compiles, "{} compiles, but is to be refused", case.name);
        let refused_alone = silent && !case.compiles;
        assert_eq!(refused_alone, case.compiler_alone, "{}: does only the compiler refuse it?", case.name);
    }
}

/// What is wrong in the code of a case.
fn findings(case: &Case) -> Vec<Finding> {
    // A map with mistakes is refused as such, before any rule is asked.
    let source = Source::new(SourceId(0), "stateline.yaml", case.map.clone());
    if !stateline_schema::read(&source, &[], &Known::default()).1.is_empty() {
        return Vec::new();
    }
    let mut files: BTreeMap<String, String> = cases::world().into_iter().collect();
    files.insert(CASE.to_owned(), case.text.clone());
    files.insert("stateline.yaml".to_owned(), case.map.clone());
    let mut found = Layout { files }.findings();
    let in_case = |finding: &Finding| finding.places.iter().any(|place| &*place.path == CASE);
    found.retain(|finding| in_case(finding) || finding.rule == OF_THE_MAP);
    found
}
