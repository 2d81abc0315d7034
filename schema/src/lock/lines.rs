//! The lock's text as a tree of lines, and the seals of its entries.

use crate::{Mistake, Source, Span};

/// A line, without its indentation and its seal, with the lines below it.
pub(super) struct Line<'s> {
    pub(super) text: &'s str,
    pub(super) span: Span,
    pub(super) below: Vec<Line<'s>>,
}

/// A hash of bytes: FNV-1a, which notices what happens to a text by accident, and is no defence.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// An entry with the seal at the end of its first line.
pub(super) fn sealed(entry: &str) -> String {
    let (first, rest) = entry.split_once('\n').unwrap_or((entry, ""));
    format!("{first}  #{:016x}\n{rest}", fingerprint(entry.trim_end().as_bytes()))
}

/// Before the seal of an entry.
const SEAL: &str = "  #";

/// The entries of a text, from the line after its head on.
///
/// # Errors
/// What is no line of a lock, or does not bear the seal that it should.
pub(super) fn entries<'s>(source: &'s Source, from: usize) -> Result<Vec<Line<'s>>, Vec<Mistake>> {
    let (mut found, mut mistakes) = (Vec::<(Line<'s>, Option<u64>, usize)>::new(), Vec::new());
    let mut at = from;
    for full in source.text[from..].split_inclusive('\n') {
        let start = at;
        at += full.len();
        let whole = full.trim_end_matches(['\n', '\r']);
        let text = whole.trim_start_matches(' ');
        let indent = whole.len() - text.len();
        let span = Span { source: source.id, start: start + indent, end: start + whole.len() };
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        if conflicts(whole) {
            mistakes.push(
                Mistake::new(span, "this is the mark of a merge conflict")
                    .help("take one side of each conflict, then run `cargo stateline lock`"),
            );
            continue;
        }
        if indent == 0 {
            let (text, seal) = match text.rsplit_once(SEAL) {
                Some((before, seal)) if seal.len() == 16 => (before, u64::from_str_radix(seal, 16).ok()),
                _ => (text, None),
            };
            let span = Span { end: span.start + text.len(), ..span };
            found.push((Line { text, span, below: Vec::new() }, seal, start));
            continue;
        }
        let line = Line { text, span, below: Vec::new() };
        let depth = indent / 2;
        let parent = found.last_mut().and_then(|(entry, ..)| parent(entry, depth - usize::from(depth > 0)));
        match parent.filter(|_| indent.is_multiple_of(2)) {
            Some(parent) => parent.below.push(line),
            None => mistakes.push(damaged(span, "this line is indented as no line of a lock is")),
        }
    }
    for (entry, seal, start) in &found {
        let is_sealed = *seal == Some(fingerprint(unsealed(source, *start, entry).as_bytes()));
        if !is_sealed && mistakes.is_empty() {
            mistakes
                .push(damaged(entry.span, format!("`{}` was edited by hand, or damaged", head(entry.text))));
        }
    }
    if mistakes.is_empty() { Ok(found.into_iter().map(|(entry, ..)| entry).collect()) } else { Err(mistakes) }
}

/// What a mistake is that only an edit by hand can make.
pub(super) fn damaged(span: Span, message: impl Into<String>) -> Mistake {
    Mistake::new(span, message).help(
        "restore the committed lock (`git checkout -- stateline.lock`), then run `cargo stateline lock`",
    )
}

/// The text of an entry as it was sealed.
fn unsealed(source: &Source, start: usize, entry: &Line<'_>) -> String {
    let mut text = source.text[start..entry.span.end].to_owned();
    write_below(entry, 1, &mut text);
    text
}

fn write_below(line: &Line<'_>, depth: usize, text: &mut String) {
    for below in &line.below {
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
        text.push_str(below.text);
        write_below(below, depth + 1, text);
    }
}

fn parent<'l, 's>(entry: &'l mut Line<'s>, depth: usize) -> Option<&'l mut Line<'s>> {
    match depth {
        0 => Some(entry),
        depth => parent(entry.below.last_mut()?, depth - 1),
    }
}

fn conflicts(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark))
}

/// An entry's kind and name.
fn head(text: &str) -> &str {
    let name = text.split(", ").next().unwrap_or(text);
    name.split(": ").next().unwrap_or(name).trim_end_matches(':')
}
