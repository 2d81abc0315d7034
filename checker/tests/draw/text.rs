//! The picture in a terminal.

use crate::given::{atlas, maps, wicked};
use cargo_stateline::draw::text;
use cargo_stateline::report::Paper;
use textwrap::core::display_width;

#[test]
fn the_picture_fits_every_terminal() {
    let mut all: Vec<_> = maps().iter().map(|(_, text)| atlas(text)).collect();
    all.push(wicked());
    for atlas in all {
        for width in [1, 24, 40, 41, 79, 80, 100, 140, 400] {
            let paper = Paper::plain(width);
            let drawn = text::map(&atlas, &paper);
            for line in drawn.lines() {
                assert!(display_width(line) <= paper.width(), "wider than {width}:\n{drawn}");
            }
            let tops = drawn.matches('┌').count();
            assert_eq!((tops, drawn.matches('┘').count()), (atlas.contexts.len(), tops), "{drawn}");
        }
    }
}

#[test]
fn colours_take_no_room() {
    let atlas = atlas(&maps()[1].1);
    let (plain, color) = (Paper { width: 80, color: false }, Paper { width: 80, color: true });
    let mut painted = text::map(&atlas, &color);
    assert!(painted.contains("\u{1b}["));
    while let Some(start) = painted.find('\u{1b}') {
        let length = painted[start..].find('m').expect("a style ends");
        painted.replace_range(start..=start + length, "");
    }
    assert_eq!(painted, text::map(&atlas, &plain));
}
