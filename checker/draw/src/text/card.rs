//! Cards: boxes of lines, and how many of them stand side by side.

use crate::terminal::{FAINT, STRONG, TextStyle, clean};
use anstyle::Style;
use std::fmt::Write as _;
use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter};

/// The narrowest card beside others, and the gap between two.
const NARROW: usize = 38;
const GAP: usize = 2;
/// One card alone is no wider: long lines are hard to follow.
const WIDE: usize = 78;

/// A box with a title.
#[derive(Debug)]
pub(super) struct Card {
    title: String,
    /// The border of somebody else's is dashed.
    dashed: bool,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    sign: &'static str,
    text: String,
    style: Style,
}

/// A row of a card as it is printed, with as many columns as the card is wide.
type Row = String;

impl Card {
    pub(super) fn new(title: String, dashed: bool) -> Self {
        Card { title, dashed, lines: Vec::new() }
    }

    /// Adds a line with a sign before it; the style is the sign's, or without a sign the text's.
    pub(super) fn line(&mut self, sign: &'static str, text: &str, style: Style) {
        self.lines.push(Line { sign, text: clean(text).into_owned(), style });
    }

    pub(super) fn has(&self, sign: &str) -> bool {
        self.lines.iter().any(|line| line.sign == sign)
    }

    fn rows(&self, width: usize, style: &TextStyle) -> Vec<Row> {
        let (side, bar) = if self.dashed { ("┊", "┄") } else { ("│", "─") };
        let inner = width - 4;
        let title = cut(&self.title, inner - 2);
        let rest = bar.repeat(inner - 1 - display_width(&title));
        let mut rows = vec![format!(
            "{} {} {}",
            style.paint(FAINT, &format!("┌{bar}")),
            style.paint(STRONG, &title),
            style.paint(FAINT, &format!("{rest}┐"))
        )];
        let side = style.paint(FAINT, side);
        for line in &self.lines {
            let (sign, indent) = if line.sign.is_empty() { ("", 0) } else { (line.sign, 4) };
            let options = Options::new(inner - indent)
                .break_words(true)
                .word_separator(WordSeparator::Custom(words))
                .word_splitter(WordSplitter::NoHyphenation);
            for (number, part) in textwrap::wrap(&line.text, options).into_iter().enumerate() {
                let padding = " ".repeat((inner - indent).saturating_sub(display_width(&part)));
                let shown = if indent == 0 { style.paint(line.style, &part) } else { part.into_owned() };
                let sign = match (indent, number) {
                    (0, _) => String::new(),
                    (_, 0) => style.paint(line.style, sign) + " ",
                    _ => " ".repeat(indent),
                };
                rows.push(format!("{side} {sign}{shown}{padding} {side}"));
            }
        }
        rows.push(style.paint(FAINT, &format!("└{}┘", bar.repeat(width - 2))));
        rows
    }
}

/// Lines are broken at spaces and, for the sake of long paths, behind `::`.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    Box::new(WordSeparator::AsciiSpace.find_words(line).flat_map(|word| {
        let mut parts: Vec<Word<'_>> = word.word.split_inclusive("::").map(Word::from).collect();
        if let Some(last) = parts.last_mut() {
            last.whitespace = word.whitespace;
        }
        parts
    }))
}

/// As many beside each other as there is room for, each below the shortest pile.
pub(super) fn side_by_side(cards: &[Card], style: &TextStyle) -> String {
    let piles = ((style.width() + GAP) / (NARROW + GAP)).clamp(1, cards.len().max(1));
    let width = ((style.width() + GAP) / piles - GAP).min(WIDE);
    let mut stacks: Vec<Vec<Row>> = vec![Vec::new(); piles];
    for card in cards {
        let shortest = stacks.iter_mut().min_by_key(|stack| stack.len());
        let stack = shortest.expect("there is at least one pile");
        stack.extend(card.rows(width, style));
    }
    let highest = stacks.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::new();
    for row in 0..highest {
        let mut line = String::new();
        for stack in &stacks {
            let _ = match stack.get(row) {
                Some(row) => write!(line, "{row}{}", " ".repeat(GAP)),
                None => write!(line, "{}", " ".repeat(width + GAP)),
            };
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// As much of a title as there is room for.
fn cut(title: &str, room: usize) -> String {
    if display_width(title) <= room {
        return title.to_owned();
    }
    let mut kept = String::new();
    for letter in title.chars() {
        let mut more = kept.clone();
        more.push(letter);
        if display_width(&more) + 1 > room {
            break;
        }
        kept = more;
    }
    kept + "…"
}
