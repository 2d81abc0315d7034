//! How text for people is styled: how wide it may be, and whether it has colours.

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSplitter};

/// The style of text for a terminal, a pipe or a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextStyle {
    /// In columns.
    pub width: usize,
    pub color: bool,
}

/// Where nobody says how wide it is.
pub const USUAL_WIDTH: usize = 100;
/// Below this nothing would be left of the text between margins.
const NARROWEST: usize = 24;

pub const GOOD: Style = AnsiColor::Green.on_default().bold();
pub const BAD: Style = AnsiColor::BrightRed.on_default().bold();
pub const DOUBTFUL: Style = AnsiColor::Yellow.on_default().bold();
pub const STRONG: Style = Style::new().bold();
pub const FAINT: Style = Style::new().dimmed();
pub const NAME: Style = AnsiColor::Cyan.on_default();

impl TextStyle {
    pub const fn plain(width: usize) -> Self {
        Self { width, color: false }
    }

    #[must_use]
    pub fn width(self) -> usize {
        self.width.max(NARROWEST)
    }

    /// The text in a colour, or as it is where there are none.
    pub fn paint(&self, color: Style, text: &str) -> String {
        if self.color && !text.is_empty() { format!("{color}{text}{color:#}") } else { text.to_owned() }
    }

    /// Lines that fit, the first after `first` columns that are already used, the others indented.
    pub fn wrap(&self, text: &str, first: &str, rest: &str) -> String {
        textwrap::fill(text, wrapping(self.width()).initial_indent(first).subsequent_indent(rest))
    }
}

/// Lines of at most `width` columns; a word that is longer keeps its line to itself, since a path
/// that is cut cannot be copied.
pub fn wrap(text: &str, width: usize) -> String {
    textwrap::fill(text, wrapping(width.max(NARROWEST / 2)))
}

fn wrapping<'a>(width: usize) -> Options<'a> {
    Options::new(width).break_words(false).word_splitter(WordSplitter::NoHyphenation)
}
