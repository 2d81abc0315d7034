//! The picture in a terminal.

use crate::given::{STYLE, atlas, files, maps, wicked};
use stateline_draw::atlas::{Context, Crossing};
use stateline_draw::terminal::TextStyle;
use stateline_draw::{Atlas, Format, Subject};
use textwrap::core::display_width;

fn drawn(atlas: &Atlas, style: TextStyle) -> String {
    let text = Format::named("text").expect("it is a format");
    String::from_utf8(files(text, Subject::Map(atlas), style).remove(0).content).expect("it is text")
}

#[test]
fn the_picture_fits_every_terminal() {
    let mut all: Vec<_> = maps().iter().map(|(_, text)| atlas(text)).collect();
    all.push(wicked());
    for atlas in all {
        for width in [1, 24, 40, 41, 79, 80, 100, 140, 400] {
            let style = TextStyle::plain(width);
            let drawn = drawn(&atlas, style);
            for line in drawn.lines() {
                assert!(display_width(line) <= style.width(), "wider than {width}:\n{drawn}");
            }
            let tops = drawn.matches('┌').count();
            assert_eq!((tops, drawn.matches('┘').count()), (atlas.contexts.len(), tops), "{drawn}");
        }
    }
}

#[test]
fn colours_take_no_room() {
    let atlas = atlas(&maps()[1].1);
    let (plain, color) = (TextStyle { width: 80, color: false }, TextStyle { width: 80, color: true });
    let mut painted = drawn(&atlas, color);
    assert!(painted.contains("\u{1b}["));
    while let Some(start) = painted.find('\u{1b}') {
        let length = painted[start..].find('m').expect("a style ends");
        painted.replace_range(start..=start + length, "");
    }
    assert_eq!(painted, drawn(&atlas, plain));
}

#[test]
fn what_is_tolerated_by_the_hundred_is_counted() {
    let (mut atlas, context) =
        (Atlas::default(), |name: &str| Context { name: name.to_owned(), ..Context::default() });
    atlas.contexts = vec![context("a"), context("b")];
    let crossing = |number: usize, tolerated| Crossing {
        from: "a".to_owned(),
        to: "b".to_owned(),
        item: format!("b::item{number:03}"),
        tolerated,
        ..Crossing::default()
    };
    atlas.crossings = (0..300).map(|number| crossing(number, number >= 100)).collect();
    let drawn = drawn(&atlas, STYLE);
    assert!(drawn.contains("and 94 more") && drawn.contains("and 194"), "{drawn}");
    assert!(drawn.lines().count() < 25, "{drawn}");
}

#[test]
fn many_contexts_are_an_overview() {
    let mut atlas = Atlas::default();
    let name = |number: usize| format!("context{number:02}");
    atlas.contexts = (0..60).map(|number| Context { name: name(number), ..Context::default() }).collect();
    let crossing = |number: usize, item: usize| Crossing {
        from: name(number),
        to: name((number + 1 + number % 7) % 60),
        item: format!("item{item}"),
        tolerated: number != 3,
        ..Crossing::default()
    };
    atlas.crossings =
        (0..60).flat_map(|number| (0..=number % 9).map(move |item| crossing(number, item))).collect();
    for width in [24, 80, 140] {
        let drawn = drawn(&atlas, TextStyle::plain(width));
        assert!(drawn.lines().count() < 90, "{drawn}");
        assert!(drawn.lines().all(|line| display_width(line) <= width), "{drawn}");
        let flat = drawn.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("9 tolerated: context08 → context10"), "{drawn}");
    }
}

#[test]
fn a_card_says_who_calls_and_names_its_context() {
    let map = "\
stateline: 1
contexts:
  desk: { owns: [desk], calls: { ledger: [load, unload] }, uses: { ledger: [Amount] } }
  audit: { owns: [audit], uses: { ledger: [Amount] } }
  ledger: { owns: [ledger], exports: [Amount] }
";
    let drawn = drawn(&atlas(map), TextStyle::plain(38));
    let card = &drawn[drawn.find("─ ledger ").expect("it has a card")..];
    let lines: Vec<&str> = card.lines().map(|line| line.trim_matches(['│', ' '])).collect();
    assert_eq!(lines[1..3], ["◀── desk", "◀·· audit, desk"], "{drawn}");
    assert!(drawn.contains("◀── called by") && drawn.contains("◀·· named by"), "{drawn}");
}
