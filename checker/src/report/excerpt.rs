//! Whole lines of a file, and the marks in them; long lines cut around their marks.

use super::text::window;
use std::ops::Range;

/// Stands where something was cut off.
const CUT: &str = "...";

/// Lines with marks, as they are to be shown.
pub(super) struct Excerpt {
    pub(super) content: String,
    /// For each mark where it is now; none if it is not to be seen any more.
    pub(super) marks: Vec<Option<Range<usize>>>,
    /// Whether something was cut off, so that columns are no longer those of the file.
    pub(super) is_cut: bool,
}

impl Excerpt {
    /// What lies around the first mark of each line; of a line without marks its beginning.
    pub(super) fn new(lines: &str, marks: &[Range<usize>]) -> Self {
        if lines.split('\n').all(|line| window(line, 0).end == line.len()) {
            let marks = marks.iter().cloned().map(Some).collect();
            return Excerpt { content: lines.to_owned(), marks, is_cut: false };
        }
        let mut content = String::new();
        let mut moved = vec![None; marks.len()];
        let mut start = 0;
        for line in lines.split_inclusive('\n') {
            let end = start + line.len();
            let text = line.strip_suffix('\n').unwrap_or(line);
            let is_here = |mark: &&Range<usize>| mark.start >= start && mark.start <= start + text.len();
            let first = marks.iter().filter(is_here).map(|mark| mark.start - start).min();
            let shown = window(text, first.unwrap_or_default());
            if shown.start > 0 {
                content.push_str(CUT);
            }
            let base = content.len();
            for (mark, moved) in marks.iter().zip(&mut moved).filter(|(mark, _)| is_here(mark)) {
                let within = |at: usize| at.saturating_sub(start).clamp(shown.start, shown.end) - shown.start;
                if mark.start - start <= shown.end {
                    *moved = Some(base + within(mark.start)..base + within(mark.end));
                }
            }
            content.push_str(&text[shown.clone()]);
            if shown.end < text.len() {
                content.push_str(CUT);
            }
            content.push_str(&line[text.len()..]);
            start = end;
        }
        Excerpt { content, marks: moved, is_cut: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_stay_and_long_ones_are_cut_around_their_first_mark() {
        let whole = Excerpt::new("let a;\nlet b;", &[4..5, 11..12]);
        assert_eq!((&*whole.content, whole.is_cut), ("let a;\nlet b;", false));
        let long = format!("{}HERE{}THERE\nshort", "a".repeat(1000), "b".repeat(1000));
        let cut = Excerpt::new(&long, &[1000..1004, 2004..2009, 2012..2014]);
        assert!(cut.is_cut && cut.content.len() < 300, "{}", cut.content);
        let shown = |mark: &Option<Range<usize>>| mark.clone().map(|range| cut.content[range].to_owned());
        let shown: Vec<_> = cut.marks.iter().map(shown).collect();
        assert_eq!(shown, [Some("HERE".to_owned()), None, Some("or".to_owned())]);
        assert!(cut.content.starts_with("...aaa") && cut.content.ends_with("bbb...\nshort"));
    }
}
