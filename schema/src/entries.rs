//! The text of a lock as entries with seals, and which of them a version of a process needs: all that the macros
//! have to know of a lock. What the entries say is for [`lock`](crate::lock).

use crate::word::Cursor;
use crate::{Mistake, Source, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the text that this crate writes.
pub const FORMAT: u32 = 1;

/// What a lock begins with: for people, and for whoever has another version of us.
pub(crate) fn opening() -> String {
    format!("# Written by `cargo stateline lock`. Commit it, and do not edit it.\nstateline lock {FORMAT}\n")
}

/// What is expected of whoever wrote a lock.
const SELF_MADE: &str = "run `cargo stateline lock` to write one";

/// A line, without its indentation and its seal, with the lines below it.
pub(crate) struct Line<'s> {
    pub(crate) text: &'s str,
    pub(crate) span: Span,
    pub(crate) below: Vec<Line<'s>>,
}

/// The entries of a lock, by what they are about.
#[derive(Debug)]
pub struct Entries {
    /// Versions of processes, without what is said of code.
    processes: BTreeMap<(String, u32), String>,
    /// Types, by name.
    types: BTreeMap<String, String>,
}

impl Entries {
    /// Reads the entries of a lock.
    ///
    /// # Errors
    /// What is no line of a lock, or does not bear the seal that it should; or that this is no lock, or one of a
    /// newer version.
    pub fn read(source: &Source) -> Result<Entries, Vec<Mistake>> {
        let mut read = Entries { processes: BTreeMap::new(), types: BTreeMap::new() };
        for entry in entries(source)? {
            read.add(&entry).map_err(|said| vec![damaged(entry.span, said)])?;
        }
        Ok(read)
    }

    fn add(&mut self, entry: &Line<'_>) -> Result<(), String> {
        let (kind, rest) = entry.text.split_once(' ').unwrap_or((entry.text, ""));
        let mut cursor = Cursor::new(rest);
        match kind {
            "process" => {
                let name = cursor.name()?;
                cursor.expect(" ")?;
                self.processes.insert(
                    (name, cursor.number()?),
                    entry.written(&|line| !CODE.iter().any(|code| line.starts_with(code))),
                );
            }
            "message" | "operation" | "accepted" => {}
            _ => drop(self.types.insert(cursor.path()?.to_owned(), entry.written(&|_| true))),
        }
        Ok(())
    }

    /// The entry of one version of a process with those of all types in it, as a lock by itself: as it is embedded
    /// where the process is built, and compared where it is run. The code of its steps is no part of it.
    pub fn served(&self, process: &str, version: u32) -> Option<String> {
        let entry = self.processes.get(&(process.to_owned(), version))?;
        let (mut reached, mut left) = (BTreeSet::new(), vec![entry]);
        while let Some(entry) = left.pop() {
            let named = names(entry).filter_map(|name| self.types.get_key_value(name));
            left.extend(named.filter(|(name, _)| reached.insert(name.as_str())).map(|(_, entry)| entry));
        }
        let types = reached.iter().filter_map(|name| self.types.get(*name));
        let text = std::iter::once(entry).chain(types).map(|entry| format!("\n{}", sealed(entry)));
        Some(opening() + &text.collect::<String>())
    }
}

/// Begin the lines that say what code a step has, and its compensation.
const CODE: [&str; 2] = ["code: #", "undoing code: #"];

/// All that could be the name of a type in a text, from each place at which one can begin.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let is_inside = |char: char| char.is_alphanumeric() || matches!(char, '_' | ':');
    let begins = text.char_indices().scan(' ', move |before, (at, char)| {
        let is_first = !is_inside(std::mem::replace(before, char));
        Some((at, is_first && (char.is_alphanumeric() || char == '_')))
    });
    begins.filter(|(_, begins)| *begins).filter_map(|(at, _)| {
        // A name ends with its line.
        let line = text[at..].split('\n').next().unwrap_or_default();
        Cursor::new(line).path().ok()
    })
}

impl Line<'_> {
    /// The text of an entry as it is before it is sealed, with those of its lines that are wanted.
    fn written(&self, wanted: &dyn Fn(&str) -> bool) -> String {
        let mut text = self.text.to_owned();
        write_below(self, 1, wanted, &mut text);
        text
    }
}

/// A hash of bytes: FNV-1a, which notices what happens to a text by accident, and is no defence.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// An entry with the seal at the end of its first line.
pub(crate) fn sealed(entry: &str) -> String {
    let (first, rest) = entry.split_at(entry.find('\n').unwrap_or(entry.len()));
    format!("{first}  #{:016x}{rest}\n", fingerprint(entry.as_bytes()))
}

/// Before the seal of an entry.
const SEAL: &str = "  #";

/// The entries of a text, in their order.
///
/// # Errors
/// What is no line of a lock, or does not bear the seal that it should; or that this is no lock, or one of a newer
/// version.
pub(crate) fn entries(source: &Source) -> Result<Vec<Line<'_>>, Vec<Mistake>> {
    let from = head(source).map_err(|mistake| vec![mistake])?;
    let (mut found, mut mistakes) = (Vec::<(Line<'_>, Option<u64>)>::new(), Vec::new());
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
            found.push((Line { text, span, below: Vec::new() }, seal));
            continue;
        }
        let line = Line { text, span, below: Vec::new() };
        let depth = indent / 2;
        let parent = found.last_mut().and_then(|(entry, _)| parent(entry, depth - usize::from(depth > 0)));
        match parent.filter(|_| indent.is_multiple_of(2)) {
            Some(parent) => parent.below.push(line),
            None => mistakes.push(damaged(span, "this line is indented as no line of a lock is")),
        }
    }
    for (entry, seal) in &found {
        let is_sealed = *seal == Some(fingerprint(entry.written(&|_| true).as_bytes()));
        if !is_sealed && mistakes.is_empty() {
            mistakes
                .push(damaged(entry.span, format!("`{}` was edited by hand, or damaged", title(entry.text))));
        }
    }
    if mistakes.is_empty() { Ok(found.into_iter().map(|(entry, _)| entry).collect()) } else { Err(mistakes) }
}

/// Where the entries begin.
fn head(source: &Source) -> Result<usize, Mistake> {
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let text = line.trim_end();
        let span = Span { source: source.id, start: at, end: at + text.len() };
        at += line.len();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let Some(format) = text.strip_prefix("stateline lock ").and_then(|format| format.parse::<u32>().ok())
        else {
            return Err(Mistake::new(span, "this is no lock of Stateline").help(SELF_MADE));
        };
        if format > FORMAT {
            let message =
                format!("this lock was written by a newer version of Stateline, in format {format}");
            return Err(Mistake::new(span, message)
                .help(format!("update Stateline: this version reads formats up to {FORMAT}")));
        }
        return Ok(at);
    }
    let nowhere = Span { source: source.id, start: 0, end: 0 };
    Err(Mistake::new(nowhere, "this lock is empty").help(SELF_MADE))
}

/// What a mistake is that only an edit by hand can make.
pub(crate) fn damaged(span: Span, message: impl Into<String>) -> Mistake {
    Mistake::new(span, message).help(
        "restore the committed lock (`git checkout -- stateline.lock`), then run `cargo stateline lock`",
    )
}

fn write_below(line: &Line<'_>, depth: usize, wanted: &dyn Fn(&str) -> bool, text: &mut String) {
    for below in line.below.iter().filter(|below| wanted(below.text)) {
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
        text.push_str(below.text);
        write_below(below, depth + 1, wanted, text);
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
fn title(text: &str) -> &str {
    let name = text.split(", ").next().unwrap_or(text);
    name.split(": ").next().unwrap_or(name).trim_end_matches(':')
}
