//! Any map and any chain that the checker accepts compiles, and any that it refuses for what macros see
//! does not: small crates made by chance, and always the same for a seed.
//!
//! `STATELINE_CASES=500 STATELINE_SEED=7 cargo test -p cargo-stateline --test it generated` makes more of
//! them, and others.

mod chance;
mod shop;

use crate::layout::Layout;
use chance::Chance;
use shop::Shop;
use stateline_cases::{Case, cases, compile};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// So many crates are made in every run of the tests.
const CASES: u64 = 16;

/// The rules that say what macros see too.
const SEEN_BY_MACROS: [&str; 11] = [
    "broken-chain",
    "irreversible-without-compensation",
    "missing-rehearsal",
    "non-linear-process",
    "step-outside-context",
    "step-without-process",
    "undeclared-call",
    "undeclared-publish",
    "undeclared-topic",
    "unknown-step",
    "wrong-payload",
];

#[test]
fn the_checker_accepts_what_compiles() {
    let number = |name, default| std::env::var(name).map_or(default, |text| text.parse().expect("a number"));
    let (cases, seed) = (number("STATELINE_CASES", CASES), number("STATELINE_SEED", 1));
    let cases: Vec<Case> = (0..cases).map(|index| case(seed * 1_000_000 + index)).collect();
    let said = compile::compile(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("chance"), &cases);
    let mut contradictions = String::new();
    let mut accepted = 0;
    for (case, said) in cases.iter().zip(said) {
        let refused = refusals(case);
        let compiles = !said.contains("error");
        accepted += usize::from(compiles);
        if refused.is_empty() != compiles {
            contradictions += &format!(
                "\n==== {}\nthe checker: {refused:?}\nthe compiler:\n{said}\nof the map\n{}\nand\n{}",
                case.name, case.map, case.text
            );
        }
    }
    assert!(contradictions.is_empty(), "{contradictions}");
    // Chance that never goes one of the two ways would show nothing.
    assert!(0 < accepted && accepted < cases.len(), "{accepted} of {} compile", cases.len());
}

fn case(seed: u64) -> Case {
    let shop = Shop::draw(&mut Chance(seed));
    Case {
        name: format!("seed_{seed}"),
        text: shop.code(),
        map: shop.map(),
        compiles: false,
        compiler_alone: false,
        checker: Vec::new(),
        stderr: PathBuf::new(),
    }
}

/// What the checker refuses of a case that macros see too.
fn refusals(case: &Case) -> Vec<String> {
    let mut files: BTreeMap<String, String> = cases::world().into_iter().collect();
    files.insert("payments/src/lib.rs".into(), case.text.clone());
    files.insert("stateline.yaml".into(), case.map.clone());
    let mut found = Layout { files }.findings();
    found.retain(|finding| SEEN_BY_MACROS.contains(&finding.rule));
    // What the map lists of other crates of the world is not this case's.
    found.retain(|finding| {
        let path = finding.places.first().map_or("", |place| &*place.path);
        path.starts_with("payments/") || path == "stateline.yaml"
    });
    found.iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}
