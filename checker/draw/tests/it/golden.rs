//! A map like that of the payout example as each format draws it, so that every change of a format is seen.
//!
//! `STATELINE_RENEW=1 cargo test -p stateline-draw golden` renews the pages in `golden/`.

use crate::given::{STYLE, atlas, quick_formats};
use stateline_draw::{Diff, Journey, Request, Subject};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn golden_pages() {
    let text = include_str!("../fixtures/maps/payout.yaml");
    let after = atlas(text);
    let before = atlas(&text.replace("[screen]", "[look]").replace("24h", "12h"));
    let process = &after.processes[0];
    let journey = Journey::new(&after, process);
    let diff = Diff::new("main", &before, &after);
    let mut pages = BTreeSet::new();
    let mut changed = Vec::new();
    for format in quick_formats() {
        for (subject, stem) in [
            (Subject::Map(&after), "map"),
            (Subject::Process(&after, process), "process"),
            (Subject::Journey(&after, &journey), "journey"),
            (Subject::Diff { diff: &diff, before: &before, after: &after }, "diff"),
        ] {
            for file in format.draw(&Request::new(subject, stem), STYLE).unwrap_or_default() {
                let Ok(text) = String::from_utf8(file.content) else { continue };
                let name = file.path.replace('/', "-");
                if !is_as_before(&name, &text) {
                    changed.push(name.clone());
                }
                pages.insert(name);
            }
        }
    }
    assert!(changed.is_empty(), "changed: {changed:?}; STATELINE_RENEW=1 renews them");
    let kept = std::fs::read_dir(folder()).expect("the pages are there").flatten();
    let kept: BTreeSet<String> = kept.map(|page| page.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(kept, pages, "the pages that are committed, and those that are drawn");
}

/// Compares a page with the one that is committed, or renews that.
fn is_as_before(name: &str, text: &str) -> bool {
    let page = folder().join(name);
    if std::env::var_os("STATELINE_RENEW").is_some() {
        std::fs::write(&page, text).expect("the page can be written");
    }
    std::fs::read_to_string(page).is_ok_and(|committed| committed == text)
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/golden"))
}
