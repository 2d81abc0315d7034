//! Rules, held to their word: every page's example trips its own rule and no other, its correction
//! trips none, and on the whole workspaces in `fixtures/` every rule is silent.

pub(crate) mod page;

use crate::layout::Layout;
use cargo_stateline::finding::{Finding, Level};
use cargo_stateline::graph::Graph;
use cargo_stateline::prove::{prove, prove_rules};
use cargo_stateline::rules::{RULES, Rule, RuleKind};
use page::Page;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[test]
fn each_example_trips_its_own_rule_and_no_other() {
    let mut failures = String::new();
    for rule in RULES {
        let page = Page::read(rule.name, rule.page);
        let found = page.example.findings();
        let names: BTreeSet<&str> = found.iter().map(|finding| finding.rule).collect();
        if names != BTreeSet::from([rule.name]) {
            let _ = writeln!(failures, "{} finds {found:#?}", rule.name);
        }
        if found.iter().any(|finding| finding.places.iter().any(|place| place.path.is_empty())) {
            let _ = writeln!(failures, "{} has a place nowhere: {found:#?}", rule.name);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn each_correction_trips_nothing() {
    let mut failures = String::new();
    for rule in RULES {
        let found = Page::read(rule.name, rule.page).corrected.findings();
        if !found.is_empty() {
            let _ = writeln!(failures, "{}, corrected, finds {found:#?}", rule.name);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn every_rule_is_silent_on_the_fixtures() {
    let folders = fixtures();
    assert!(folders.len() > 2, "fixtures are missing");
    for folder in folders {
        let found = Layout::of_folder(&folder).findings();
        assert!(found.is_empty(), "{}: {found:#?}", folder.display());
    }
}

#[test]
fn names_are_unique_and_end_with_the_rules_about_exceptions() {
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
    assert!(RULES.is_sorted_by_key(|rule| rule.kind == RuleKind::Exception));
}

#[test]
fn each_page_in_the_folder_is_a_rule_of_the_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let files: Vec<PathBuf> = rust_and_pages(&folder);
    let stems = |extension: &str| -> BTreeSet<String> {
        let files = files.iter().filter(|file| file.extension().is_some_and(|found| found == extension));
        files.filter_map(|file| Some(file.file_stem()?.to_str()?.replace('_', "-"))).collect()
    };
    let listed: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(stems("md"), listed, "the pages in src/rules are the rules of RULES");
    assert!(stems("rs").is_superset(&listed), "each rule has a file of its name");
}

/// Whoever treats some rules differently asks for their `kind`: a list of names would miss the next rule.
#[test]
fn no_rule_is_known_by_its_name_outside_of_its_folder() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = String::new();
    let sources = std::fs::read_dir(package).expect("the package is a folder").flatten();
    let sources = sources.map(|entry| entry.path().join("src")).chain([package.join("src")]);
    for file in sources.filter(|folder| folder.is_dir()).flat_map(|folder| rust_and_pages(&folder)) {
        let is_test = file.file_stem().is_some_and(|stem| stem == "tests");
        if is_test
            || file.starts_with(package.join("src/rules"))
            || file.extension().is_none_or(|it| it != "rs")
        {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a source is text");
        for rule in RULES.iter().filter(|rule| text.contains(&format!("\"{}\"", rule.name))) {
            let _ = writeln!(found, "{} names {}", file.display(), rule.name);
        }
    }
    assert!(found.is_empty(), "{found}");
}

/// All sources and pages in a folder and below.
fn rust_and_pages(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in std::fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path()) {
        match path.is_dir() {
            true => files.extend(rust_and_pages(&path)),
            false => files.push(path),
        }
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs" || extension == "md"));
    files
}

/// Each case is a page of its own: files, and in a last block what is to be found in them. It stands in
/// the folder of the rule that it is about, and finds a violation of it, or nothing at all.
/// `STATELINE_RENEW=1 cargo test -p cargo-stateline --test it rules` writes what is found into the pages.
#[test]
fn cases_find_what_they_say() {
    let mut failures = String::new();
    for (rule, page) in cases() {
        let text = std::fs::read_to_string(&page).expect("a case is text");
        let (before, expected) = text.rsplit_once("```text\n").expect("a case ends with what is found");
        let layout = Layout { files: page::blocks(before).collect() };
        let findings = layout.findings();
        let found = told(&findings);
        if std::env::var_os("STATELINE_RENEW").is_some() {
            std::fs::write(&page, format!("{before}```text\n{found}```\n")).expect("it can be written");
        } else if expected.trim_end_matches("```\n") != found {
            let _ = writeln!(failures, "{}:\n{found}", page.display());
        }
        if !findings.is_empty() && findings.iter().all(|finding| finding.rule != rule) {
            let _ = writeln!(failures, "{} finds no {rule}", page.display());
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The pages in `tests/cases`, each with the rule whose folder it stands in.
fn cases() -> Vec<(&'static str, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = |folder: &Path| std::fs::read_dir(folder).expect("the cases are there").flatten();
    let mut cases = Vec::new();
    for folder in entries(&folder) {
        let name = folder.file_name();
        let rule = RULES.iter().find(|rule| name == rule.name);
        let rule = rule.unwrap_or_else(|| panic!("the cases of {name:?} are about no rule"));
        cases.extend(entries(&folder.path()).map(|page| (rule.name, page.path())));
    }
    assert!(cases.len() > 20, "cases are missing");
    cases
}

/// Findings in short: what, where with its words, and what to do.
fn told(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let _ = writeln!(text, "{}: {}", finding.rule, finding.message);
        for place in &finding.places {
            let _ = writeln!(text, "  {}:{} {}", place.path, place.span.start, place.label);
        }
        if let Some(help) = &finding.help {
            let _ = writeln!(text, "  = {help}");
        }
    }
    text
}

/// The first function of `macros` is a macro's, and those of the program `shop` are named as the library's.
#[test]
fn what_is_planted_is_named_by_its_path_alone() {
    let files = [
        (
            "stateline.yaml",
            "stateline: 1\ncontexts:\n  about: { owns: [about] }\n  macros: { owns: [macros] }\n  shop: { owns: [shop] }\n",
        ),
        ("about/Cargo.toml", "[package]\nname = \"about\"\nedition = \"2024\"\n"),
        // Whatever is named of it may be there.
        ("about/src/lib.rs", "include!(concat!(env!(\"OUT_DIR\"), \"/about.rs\"));\n"),
        ("macros/Cargo.toml", "[package]\nname = \"macros\"\nedition = \"2024\"\n[lib]\nproc-macro = true\n"),
        (
            "macros/src/lib.rs",
            "#[proc_macro_attribute]\npub fn passed(_: TokenStream, item: TokenStream) -> TokenStream { item }\n\
             fn helper() {}\n",
        ),
        ("shop/Cargo.toml", "[package]\nname = \"shop\"\nedition = \"2024\"\n"),
        ("shop/src/lib.rs", "pub fn open() {}\npub struct Till;\npub fn till() -> Till { Till }\n"),
        ("shop/src/main.rs", "mod admin { pub struct Options; pub fn run(_: Options) {} }\nfn main() {}\n"),
    ];
    let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    Layout { files }.with(|input| {
        let proof = prove(&Graph::new(input));
        let missed: Vec<_> = proof.missed().collect();
        assert!(missed.is_empty(), "{missed:#?}");
        let leaked = proof.planted.iter().find(|planted| planted.rule == "leaked-private-type");
        assert_eq!(leaked.expect("it is planted").what, "shop exports shop::till and nothing else");
    });
}

#[test]
fn every_rule_finds_what_is_planted_for_it() {
    let mut planted = BTreeSet::new();
    for folder in fixtures() {
        Layout::of_folder(&folder).with(|input| {
            let proof = prove(&Graph::new(input));
            let missed: Vec<_> = proof.missed().collect();
            assert!(missed.is_empty(), "{}: {missed:#?}", folder.display());
            assert!(proof.holds(), "nothing was planted in {}", folder.display());
            planted.extend(proof.planted.iter().map(|planted| planted.rule));
        });
    }
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(planted, rules);
}

#[test]
fn a_rule_that_is_blind_is_seen_to_be() {
    static BLIND: Rule = Rule {
        name: "blind",
        kind: RuleKind::Border,
        summary: "finds nothing",
        level: Level::Error,
        page: "",
        check: |_, _| {},
        plant: |_| Some("something that it does not find".into()),
    };
    let folder = fixtures().pop().expect("there are fixtures");
    Layout::of_folder(&folder).with(|input| {
        let proof = prove_rules(&Graph::new(input), &[&BLIND]);
        assert_eq!(proof.missed().count(), 1);
        assert!(!proof.holds());
    });
}

fn fixtures() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures = std::fs::read_dir(here.join("tests/fixtures")).expect("the fixtures are there");
    let mut folders: Vec<PathBuf> = fixtures.flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.join("Cargo.toml").is_file());
    folders.extend(["payout", "shop"].map(|name| here.join("../examples").join(name)));
    folders.sort();
    folders
}
