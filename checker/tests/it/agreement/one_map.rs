//! Macros and checker read one map, and take the same code for the same context's: whole workspaces, each a
//! page in `checker/tests/one_map`. Its last block says what the compiler and the checker say: nothing, or a
//! part of a sentence each.

use crate::rules::page::blocks;
use crate::workbench;
use stateline_cases::cargo;
use std::fmt::Write as _;
use std::path::Path;

#[test]
fn each_workspace_is_the_same_to_both() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/one_map");
    let pages = std::fs::read_dir(folder).expect("the pages are there");
    let mut paths: Vec<_> = pages.map(|page| page.expect("the folder is readable").path()).collect();
    paths.sort();
    assert!(paths.len() > 6, "pages are missing");
    let mut failures = String::new();
    for path in paths {
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a plain name");
        let page = cargo::read(&path);
        let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // All are built in one folder, where packages of one name and version would be taken for one.
        let version = format!("0.0.0-{}", name.replace('_', "-"));
        for (file, text) in blocks(&page) {
            let root = cargo::root().to_str().expect("a plain path");
            let text = text.replace("STATELINE", root).replace("\"0.0.0\"", &format!("{version:?}"));
            cargo::write(&here.join(file), &text);
        }
        cargo::write(&here.join("Cargo.lock"), &cargo::read(&cargo::root().join("Cargo.lock")));
        let (_, compiler) = cargo::check_with(&here, &["--all-targets"]);
        let checker = workbench::check(&here, &[]).text().to_owned();
        let (of_compiler, of_checker) = expected(&page);
        for (who, said, wanted, clean) in [
            ("the compiler", compiler, of_compiler, "Finished"),
            ("the checker", checker, of_checker, "ok: no "),
        ] {
            if !said.contains(wanted.unwrap_or(clean)) {
                let _ = writeln!(failures, "==== {name}: {who} was to say {wanted:?}, and says\n{said}");
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// What the compiler and the checker are to say; none if nothing is wrong.
fn expected(page: &str) -> (Option<&str>, Option<&str>) {
    let (_, last) = page.rsplit_once("```text\n").expect("a page ends with what is said");
    let says = |who: &str| {
        let line = last.lines().find_map(|line| line.strip_prefix(who)).expect("each says something");
        Some(line.trim()).filter(|said| *said != "nothing")
    };
    (says("compiler:"), says("checker:"))
}
