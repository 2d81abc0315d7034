//! Every mistake, as data: the files in `tests/mistakes/` hold texts, and under each wrong line what is
//! said of it, with marks under the exact place.
//!
//! A mark is `#   ^^^ message | help @ line:column words at a related place`; `#<<<` where the place
//! begins in the first column, and `!` in the marks' stead where it has no width. To write the marks
//! anew, and then read them: `STATELINE_RENEW=1 cargo test -p stateline-schema mistakes`.

use std::path::Path;

use stateline_schema::{Known, Mistake, Source, SourceId, read, read_exceptions};

const KNOWN: Known<'static> =
    Known { rules: Some(&["undeclared-call", "private-item", "unused-permission", "unowned-code"]) };

#[test]
fn every_mistake_is_told_at_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder stands beside this file")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.sort();
    assert!(files.len() > 15, "the texts are missing");
    let wrong: Vec<String> = files.iter().filter_map(|file| check(file)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Holds a file against what is said of it now.
fn check(file: &Path) -> Option<String> {
    let expected = std::fs::read_to_string(file).expect("the texts are UTF-8");
    let text: String = expected.split_inclusive('\n').filter(|line| !is_mark(line)).collect();
    let name = file.file_name().expect("a file has a name").to_string_lossy();
    let source = Source::new(SourceId(0), name.clone(), text);
    let mistakes = if name.starts_with("exceptions") {
        read_exceptions(&source, &KNOWN).1
    } else {
        read(&source, &[], &KNOWN).1
    };
    let actual = marked(&source, &mistakes);
    if std::env::var_os("STATELINE_RENEW").is_some() {
        std::fs::write(file, &actual).expect("the texts can be written");
    }
    (actual != expected).then(|| format!("--- {name}, now:\n{actual}"))
}

fn is_mark(line: &str) -> bool {
    line.strip_prefix('#').is_some_and(|rest| rest.trim_start_matches(' ').starts_with(['^', '<', '!']))
}

/// The text with marks under what is wrong.
fn marked(source: &Source, mistakes: &[Mistake]) -> String {
    let mut marked = String::new();
    let mut lines: Vec<&str> = source.text.split_inclusive('\n').collect();
    if lines.is_empty() {
        lines.push("");
    }
    for (index, line) in lines.iter().enumerate() {
        marked.push_str(line);
        for mistake in mistakes {
            let (row, column) = source.line_column(mistake.span.start);
            let is_last = index + 1 == lines.len();
            if row == index + 1 || (is_last && row > lines.len()) {
                marked.push_str(&mark(source, mistake, column));
            }
        }
    }
    marked
}

fn mark(source: &Source, mistake: &Mistake, column: usize) -> String {
    let there = &source.text[mistake.span.range()];
    let width = there.lines().next().map_or(0, |line| line.chars().count());
    let mut mark = String::from("#");
    match column {
        1 => mark.push_str(&"<".repeat(width)),
        _ => {
            mark.push_str(&" ".repeat(column - 2));
            mark.push_str(&"^".repeat(width));
        }
    }
    if width == 0 {
        mark.push('!');
    }
    mark.push(' ');
    mark.push_str(&mistake.message);
    if let Some(help) = &mistake.help {
        mark.push_str(&format!(" | {help}"));
    }
    for (span, words) in &mistake.related {
        let (row, column) = source.line_column(span.start);
        mark.push_str(&format!(" @ {row}:{column} {words}"));
    }
    mark.push('\n');
    mark
}
