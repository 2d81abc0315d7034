//! Markdown as `pulldown-cmark` reads it.

use crate::given::{atlas, maps, text, wicked};
use pulldown_cmark::{Event, Options, Parser, Tag};
use stateline_draw::{Diff, Journey, Subject};

/// Every row has as many cells as its table has columns, and no text has become markup.
#[track_caller]
fn holds(text: &str) {
    let mut columns = 0;
    let mut cells = 0;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
            Event::Start(Tag::TableCell) => cells += 1,
            Event::End(pulldown_cmark::TagEnd::TableRow) => assert_eq!(cells, columns, "{text}"),
            Event::Html(html) => assert!(html.starts_with("<!-- Written by"), "{html} in {text}"),
            Event::InlineHtml(html) => assert_eq!(&*html, "<br>", "{text}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Strong) => {
                panic!("{event:?} in {text}")
            }
            _ => {}
        }
    }
}

#[test]
fn tables_keep_their_shape() {
    let mut all: Vec<_> = maps().iter().map(|(_, text)| atlas(text)).collect();
    all.push(wicked());
    for atlas in &all {
        holds(&text("markdown", Subject::Map(atlas)));
        for process in &atlas.processes {
            holds(&text("markdown", Subject::Process(atlas, process)));
            holds(&text("markdown", Subject::Journey(atlas, &Journey::new(atlas, process))));
        }
        for before in &all {
            let diff = Diff::new("`main` | <b>", before, atlas);
            holds(&text("markdown", Subject::Diff { diff: &diff, before, after: atlas }));
        }
    }
}

#[test]
fn a_table_does_not_lose_what_code_may_hold() {
    let text = text("markdown", Subject::Map(&wicked()));
    let codes = Parser::new_ext(&text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Code(code) => Some(code.to_string()),
        _ => None,
    });
    let codes: Vec<_> = codes.collect();
    for name in ["quotes\"'`", "</script><script>alert(1)</script>", "back\\slash\\n -> --> ==> | || ;"] {
        assert!(codes.iter().any(|code| code == name), "no {name} in {codes:#?}");
    }
}
