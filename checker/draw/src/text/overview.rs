//! Many contexts on one screen: the heaviest pairs, and a matrix in half blocks.

use crate::atlas::Atlas;
use crate::layout::{Cell, Class, Matrix, matrix};
use crate::planned;
use crate::terminal::{BAD, DOUBTFUL, FAINT, NAME, STRONG, TextStyle, clean};

/// Above so many contexts nobody reads cards.
pub(super) const MOST_CARDS: usize = 30;
const MOST_PAIRS: usize = 15;

pub(super) fn overview(atlas: &Atlas, style: &TextStyle) -> String {
    let drawn = matrix(&planned(atlas, None));
    let (contexts, pairs) = (drawn.names.len(), drawn.pairs());
    let mut text = format!(
        "{}\n",
        style.wrap(&format!("{contexts} contexts, {pairs} pairs of them have to do with each other"), "", "")
    );
    let mut cells: Vec<&Cell> = drawn.cells.iter().collect();
    cells.sort_by_key(|cell| (std::cmp::Reverse(cell.items), cell.row, cell.column));
    let more = cells.len().saturating_sub(MOST_PAIRS);
    text.push_str(&format!("\n{}\n", style.paint(STRONG, &style.wrap("heaviest", "", ""))));
    for cell in cells.into_iter().take(MOST_PAIRS) {
        let name = |row: usize| clean(&drawn.names[drawn.order[row]]).into_owned();
        let (says, look) = match cell.class {
            Class::Permitted => ("permitted", NAME),
            Class::Told => ("topics", NAME),
            Class::Tolerated => ("tolerated", DOUBTFUL),
            Class::Broken => ("not allowed", BAD),
        };
        let line = format!("{:>5} {says}: {} → {}", cell.items, name(cell.row), name(cell.column));
        text.push_str(&format!("{}\n", style.paint(look, &style.wrap(&line, "", "      "))));
    }
    if more > 0 {
        text.push_str(&format!(
            "{}\n",
            style.paint(FAINT, &style.wrap(&format!("and {more} more"), "      ", "      "))
        ));
    }
    text.push('\n');
    text.push_str(&blocks(&drawn, style.width()));
    let each = contexts.div_ceil(style.width().max(1)).max(1);
    let says = match each {
        1 => "rows name columns, in layers from the top; a line has two rows".to_owned(),
        _ => format!(
            "rows name columns, in layers from the top; a letter is {each} columns wide and {} rows high",
            2 * each
        ),
    };
    text.push_str(&format!("{}\n", style.paint(FAINT, &style.wrap(&says, "", ""))));
    let hint = "`cargo stateline map --only NAME --hops 1` shows a context and those around it";
    text.push_str(&format!("{}\n", style.paint(FAINT, &style.wrap(hint, "", ""))));
    text
}

/// A letter for two cells, one above the other; for more where the terminal is too narrow.
fn blocks(drawn: &Matrix, width: usize) -> String {
    let count = drawn.order.len();
    let each = count.div_ceil(width.max(1)).max(1);
    let side = count.div_ceil(each);
    let mut filled = vec![false; side * (side + 1)];
    for cell in &drawn.cells {
        filled[cell.row / each * side + cell.column / each] = true;
    }
    let mut text = String::new();
    for row in (0..side).step_by(2) {
        let line: String = (0..side)
            .map(|column| match (filled[row * side + column], filled[(row + 1) * side + column]) {
                (false, false) if column / 2 == row / 2 => '·',
                (false, false) => ' ',
                (true, false) => '▀',
                (false, true) => '▄',
                (true, true) => '█',
            })
            .collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
