//! A map like that of the payout example as each form draws it, so that every change of a form is seen.
//!
//! `INSTA_UPDATE=always cargo test --package stateline-draw golden` renews the pages.

use crate::given::atlas;
use stateline_draw::terminal::Paper;
use stateline_draw::{Diff, Form, Journey, Subject};

#[test]
fn golden_pages() {
    let text = include_str!("../fixtures/maps/payout.yaml");
    let after = atlas(text);
    let before = atlas(&text.replace("[screen]", "[look]").replace("24h", "12h"));
    let process = &after.processes[0];
    let journey = Journey::new(&after, process);
    let part = journey.part(&after);
    let diff = Diff::new("main", &before, &after);
    for form in Form::ALL {
        for (atlas, subject, stem) in [
            (&after, Subject::Map, "map"),
            (&after, Subject::Process(process), "process"),
            (&part, Subject::Journey(&journey), "journey"),
            (&after, Subject::Diff(&diff), "diff"),
        ] {
            for sheet in form.draw(atlas, subject, stem, &Paper::plain(80)).unwrap_or_default() {
                let Ok(text) = String::from_utf8(sheet.content) else { continue };
                insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
                    insta::assert_snapshot!(sheet.path.replace('/', "-"), text);
                });
            }
        }
    }
}
