//! What would change in a file, line by line.

use similar::{ChangeTag, TextDiff};
use stateline_draw::terminal::{BAD, FAINT, GOOD, TextStyle, clean};

/// The lines that go and that come, with those around them, as `diff -u` writes them; nothing if none do.
pub(super) fn render(name: &str, before: &str, after: &str, style: &TextStyle) -> String {
    let diff = TextDiff::from_lines(before, after);
    let groups = diff.grouped_ops(2);
    if groups.is_empty() {
        return String::new();
    }
    let name = clean(name);
    let mut text = format!("--- {name}\n+++ {name}\n");
    for group in groups {
        let (first, last) = (&group[0], &group[group.len() - 1]);
        let range = |start: usize, end: usize| format!("{},{}", start + 1, end - start);
        let head = format!(
            "@@ -{} +{} @@",
            range(first.old_range().start, last.old_range().end),
            range(first.new_range().start, last.new_range().end)
        );
        text.push_str(&format!("{}\n", style.paint(FAINT, &head)));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let line = clean(change.value().trim_end_matches(['\n', '\r'])).into_owned();
            text.push_str(&match change.tag() {
                ChangeTag::Delete => style.paint(BAD, &format!("-{line}")),
                ChangeTag::Insert => style.paint(GOOD, &format!("+{line}")),
                ChangeTag::Equal => format!(" {line}"),
            });
            text.push('\n');
        }
    }
    text
}
