//! What is wrong in a map, as data: all mistakes of a run come back together.

use std::fmt;

use crate::{Source, Span};

/// Something wrong in a text: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do, or what would be allowed.
    pub help: Option<String>,
    /// Other places that matter, each with a few words: where a name was first given.
    pub related: Vec<(Span, String)>,
}

impl Mistake {
    /// A mistake at a place.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Mistake { span, message: message.into(), help: None, related: Vec::new() }
    }

    /// With what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place that matters.
    pub fn related(mut self, span: Span, words: impl Into<String>) -> Self {
        self.related.push((span, words.into()));
        self
    }

    /// On one line, as compilers print it: `stateline.yaml:12:9: unknown key …`.
    ///
    /// `sources` are the texts of the run; a place in none of them is left out.
    pub fn line(&self, sources: &[Source]) -> String {
        let mut line = match sources.iter().find(|source| source.id == self.span.source) {
            Some(source) => {
                let (row, column) = source.line_column(self.span.start);
                format!("{}:{row}:{column}: {}", source.name, self.message)
            }
            None => self.message.clone(),
        };
        if let Some(help) = &self.help {
            line.push_str(": ");
            line.push_str(help);
        }
        line
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Mistake {}

/// The mistakes of a run as they come in. Beyond [`Mistakes::MOST`] they are only counted, so that a
/// hopeless text costs no more than a wrong one.
#[derive(Default)]
pub(crate) struct Mistakes {
    found: Vec<Mistake>,
    untold: usize,
}

impl Mistakes {
    const MOST: usize = 200;

    /// Takes a mistake, if there is room to tell it.
    pub(crate) fn push(&mut self, mistake: impl FnOnce() -> Mistake) {
        if self.found.len() < Self::MOST {
            self.found.push(mistake());
        } else {
            self.untold += 1;
        }
    }

    /// All, by place.
    pub(crate) fn sorted(mut self) -> Vec<Mistake> {
        self.found.sort_by_key(|mistake| mistake.span);
        if let (Some(last), 1..) = (self.found.last(), self.untold) {
            self.found.push(Mistake::new(last.span, format!("{} more mistakes are not told", self.untold)));
        }
        self.found
    }
}

/// A text of the user's in a sentence, in backquotes, and not longer than a line.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("`{}…`", &text[..at]),
        None => format!("`{text}`"),
    }
}
