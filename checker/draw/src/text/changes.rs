//! What a map has gained and lost, line by line.

use crate::diff::Diff;
use crate::layout::Fate;
use crate::terminal::{BAD, DOUBTFUL, GOOD, STRONG, TextStyle, clean};
use anstyle::Style;

pub(super) fn changes(diff: &Diff, style: &TextStyle) -> String {
    let title = format!("the map since {}", clean(&diff.since));
    let mut text = format!("{}\n", style.paint(STRONG, &title));
    if diff.is_empty() {
        return text + "  nothing has changed\n";
    }
    let mut line = |sign: &str, color: Style, words: &str| {
        let lines = style.wrap(&clean(words), &format!("  {sign} "), "      ");
        text.push_str(&format!("{}\n", style.paint(color, &lines)));
    };
    for (fate, words) in diff.lines() {
        let (sign, color) = match fate {
            Fate::Gained => ("+", GOOD),
            Fate::Lost => ("-", BAD),
            Fate::Kept => ("~", DOUBTFUL),
        };
        line(sign, color, &words);
    }
    text
}
