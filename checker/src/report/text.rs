//! The text of a file with its lines, so that a byte offset becomes what people and editors count.

use std::ops::Range;

/// A file's content.
#[derive(Debug)]
pub struct Text {
    pub path: String,
    /// Whether its lines may be shown.
    pub is_quotable: bool,
    content: String,
    /// Byte offset of each line's first byte.
    starts: Vec<usize>,
}

/// A place in a text, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    /// In Unicode scalar values.
    pub column: usize,
    /// In bytes.
    pub byte_column: usize,
}

impl Text {
    pub fn new(path: impl Into<String>, content: String) -> Self {
        let mut starts = vec![0];
        starts.extend(content.match_indices('\n').map(|(at, _)| at + 1));
        Self { path: path.into(), is_quotable: true, content, starts }
    }

    /// The range moved into the text and onto character boundaries: the file may have changed
    /// since it was read, and a report must not fail over that.
    pub fn clamp(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.content.floor_char_boundary(span.start);
        let end = self.content.ceil_char_boundary(span.end.min(self.content.len()));
        start..end.max(start)
    }

    pub fn slice(&self, span: &Range<usize>) -> &str {
        &self.content[self.clamp(span)]
    }

    pub fn position(&self, at: usize) -> Position {
        let at = self.content.floor_char_boundary(at);
        let line = self.line_of(at);
        let before = &self.content[self.starts[line]..at];
        Position { line: line + 1, column: before.chars().count() + 1, byte_column: before.len() + 1 }
    }

    /// The whole lines that a range touches, with the zero-based number of the first and the
    /// offset at which it starts. The last line's end is left out.
    pub fn lines(&self, span: &Range<usize>) -> (usize, usize, &str) {
        let span = self.clamp(span);
        let (first, last) = (self.line_of(span.start), self.line_of(span.end.max(span.start + 1) - 1));
        let start = self.starts[first];
        let content = &self.content[start..self.end_of(last)];
        (first, start, content.strip_suffix('\r').unwrap_or(content))
    }

    /// Each line that a range touches: its text, and the byte range within it.
    pub fn each_line(&self, span: &Range<usize>) -> impl Iterator<Item = (&str, Range<usize>)> {
        let span = self.clamp(span);
        let (first, last) = (self.line_of(span.start), self.line_of(span.end.max(span.start + 1) - 1));
        (first..=last).map(move |line| {
            let (start, end) = (self.starts[line], self.end_of(line));
            let range = span.start.max(start) - start..span.end.min(end).max(start) - start;
            (&self.content[start..end], range)
        })
    }

    fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn end_of(&self, line: usize) -> usize {
        self.starts.get(line + 1).map_or(self.content.len(), |next| next - 1)
    }
}

/// A line of generated code may have megabytes; so many bytes of it are shown at most.
const LONGEST: usize = 240;

/// The part of a line to be shown: all of it, or what lies around the beginning of a mark.
pub fn window(line: &str, mark: usize) -> Range<usize> {
    if line.len() <= LONGEST {
        return 0..line.len();
    }
    let start = mark.min(line.len()).saturating_sub(LONGEST / 2).min(line.len() - LONGEST);
    line.floor_char_boundary(start)..line.ceil_char_boundary(start + LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_characters_and_bytes() {
        let text = Text::new("a.rs", "fn ä() {}\r\n\tlet x;\n".into());
        assert_eq!(text.position(5), Position { line: 1, column: 5, byte_column: 6 });
        assert_eq!(text.position(13), Position { line: 2, column: 2, byte_column: 2 });
        assert_eq!(text.lines(&(3..5)), (0, 0, "fn ä() {}"));
        assert_eq!(text.lines(&(13..16)), (1, 12, "\tlet x;"));
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let long = "ä".repeat(1000);
        assert_eq!(window("short", 3), 0..5);
        assert_eq!(window(&long, 0), 0..240);
        assert_eq!(window(&long, 1001), 880..1122);
        assert_eq!(window(&long, 5000), 1760..2000);
    }

    #[test]
    fn survives_a_file_that_changed_meanwhile() {
        let text = Text::new("a.rs", "ä".into());
        assert_eq!(text.clamp(&(1..900)), 0..2);
        assert_eq!(text.position(900), Position { line: 1, column: 2, byte_column: 3 });
        assert_eq!(Text::new("b.rs", String::new()).lines(&(7..9)), (0, 0, ""));
    }
}
