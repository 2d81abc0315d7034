//! Ways past the map that were tried, and what looks like one and is none: small workspaces in `tests/ways`.
//!
//! A case is `payments/src/lib.rs`, beside the crates of `tests/ui/world`; comments `/*--- PATH … ---*/` in it are
//! further files, the map among them. Its header says what a check finds: `//@ finds RULE`, `//@ finds` for any rule,
//! or `//@ holds`; `//@ map NAME` is a map of `tests/ways/maps`, `//@ needs` has lines of the manifest, and
//! `//@ edition` the edition of the crates.

use crate::layout::Layout;
use stateline_cases::cases;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const CASE: &str = "payments/src/lib.rs";

#[test]
fn what_is_no_way_is_silent_and_each_other_is_found() {
    let entries = std::fs::read_dir(folder()).expect("the cases are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("they can be read").path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    assert!(paths.len() > 60, "{} cases", paths.len());
    let wrong: Vec<String> = paths.iter().filter_map(|path| wrong(path)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ways")
}

/// What is wrong with what is found in a case, if something is.
fn wrong(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).expect("a case is text");
    let said = |word: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix("//@ ")?.strip_prefix(word));
        line.map(str::trim)
    };
    let mut layout = layout(&text, said("edition").unwrap_or("2024"), said("needs").unwrap_or_default());
    if let Some(map) = said("map") {
        let map = folder().join("maps").join(map).with_extension("yaml");
        let map = std::fs::read_to_string(map).expect("the map is there");
        layout.files.insert("stateline.yaml".to_owned(), map);
    }
    let findings = layout.findings();
    let found: BTreeSet<&str> = findings.iter().map(|finding| finding.rule).collect();
    let right = match said("finds") {
        None => said("holds").is_some() && found.is_empty(),
        Some("") => !found.is_empty(),
        Some(rule) => found.contains(rule),
    };
    let told: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
    (!right).then(|| format!("{}: {found:?} {told:#?}", path.display()))
}

/// The files of a case, with a manifest for each crate.
fn layout(text: &str, edition: &str, needs: &str) -> Layout {
    let mut files: BTreeMap<String, String> = cases::world().into_iter().collect();
    let mut own = String::new();
    for (at, part) in text.split("/*--- ").enumerate() {
        let Some((file, rest)) = part.split_once("---*/").filter(|_| at > 0) else {
            own.push_str(part);
            continue;
        };
        let (name, content) = file.split_once('\n').expect("a name, and what is in it");
        files.insert(name.trim().to_owned(), content.to_owned());
        own.push_str(rest);
    }
    files.insert(CASE.to_owned(), own);
    let crates: BTreeSet<String> =
        files.keys().filter_map(|path| path.split_once("/src/").map(|(name, _)| name.to_owned())).collect();
    for name in &crates {
        let others = crates.iter().filter(|other| *other != name && name == "payments" || *other == "ledger");
        let others = others.filter(|other| *other != name);
        let others: String = others.map(|other| format!("{other} = {{ path = \"../{other}\" }}\n")).collect();
        let head = format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n");
        let manifest =
            format!("{head}\n[dependencies]\nserde = \"1\"\nstateline = \"0.1\"\n{others}{needs}\n");
        files.entry(format!("{name}/Cargo.toml")).or_insert(manifest);
    }
    let members: Vec<String> = crates.iter().map(|name| format!("\"{name}\"")).collect();
    let workspace = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
    files.insert("Cargo.toml".to_owned(), workspace);
    Layout { files }
}
