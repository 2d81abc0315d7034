//! A map like that of the payout example as each format draws it, so that every change of a format is seen.
//!
//! `INSTA_UPDATE=always cargo test --package stateline-draw golden` renews the pages.

use crate::given::{STYLE, atlas, quick_formats};
use stateline_draw::{Diff, Journey, Request, Subject};

#[test]
fn golden_pages() {
    let text = include_str!("../fixtures/maps/payout.yaml");
    let after = atlas(text);
    let before = atlas(&text.replace("[screen]", "[look]").replace("24h", "12h"));
    let process = &after.processes[0];
    let journey = Journey::new(&after, process);
    let diff = Diff::new("main", &before, &after);
    for format in quick_formats() {
        for (subject, stem) in [
            (Subject::Map(&after), "map"),
            (Subject::Process(&after, process), "process"),
            (Subject::Journey(&after, &journey), "journey"),
            (Subject::Diff { diff: &diff, before: &before, after: &after }, "diff"),
        ] {
            for file in format.draw(&Request::new(subject, stem), STYLE).unwrap_or_default() {
                let Ok(text) = String::from_utf8(file.content) else { continue };
                insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
                    insta::assert_snapshot!(file.path.replace('/', "-"), text);
                });
            }
        }
    }
}
