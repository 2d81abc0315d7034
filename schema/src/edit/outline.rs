//! Where the parts of a text begin and end, and changes of them.

use super::WIDTH;
use crate::Source;
use crate::document::{self, Kind, Node};
use crate::mistake::Mistakes;
use std::ops::Range;

/// Where items begin further to the right, a line below would have no room for them.
const FAR: usize = WIDTH / 2;

/// A text with the tree of what stands in it.
pub(super) struct Outline<'t> {
    text: &'t str,
    root: Node<'t>,
}

impl<'t> Outline<'t> {
    /// None if it is broken or holds nothing.
    pub(super) fn new(source: &'t Source) -> Option<Self> {
        let document = document::parse(source, &mut Mistakes::default());
        let root = document.root.filter(|_| document.whole)?;
        Some(Outline { text: &source.text, root })
    }

    pub(super) fn root(&self) -> &Node<'t> {
        &self.root
    }

    pub(super) fn changes(&self) -> Changes<'_, 't> {
        Changes { outline: self, list: Vec::new() }
    }

    /// How its lines end.
    pub(super) fn newline(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// Whether a collection stands in brackets.
    pub(super) fn is_flow(&self, node: &Node<'_>) -> bool {
        let opens = |bracket| self.text[node.span.start..].starts_with(bracket);
        match node.kind {
            Kind::List(_) => opens('['),
            Kind::Mapping(_) => opens('{'),
            _ => false,
        }
    }

    /// All of a value, its key aside.
    pub(super) fn extent(&self, node: &Node<'_>) -> Range<usize> {
        let inside = |mut parts: Vec<Range<usize>>| {
            let last = parts.pop().unwrap_or(node.span.range());
            parts.first().map_or(last.start, |first| first.start)..last.end
        };
        match &node.kind {
            _ if self.is_flow(node) => node.span.range(),
            Kind::List(items) => inside(items.iter().map(|item| self.extent(item)).collect()),
            Kind::Mapping(entries) => {
                inside(entries.iter().map(|one| one.key.span.start..self.extent(&one.value).end).collect())
            }
            _ => node.span.range(),
        }
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Behind the line that holds the last byte before a place, its line end included.
    pub(super) fn line_end(&self, at: usize) -> usize {
        // A text over several lines, as `|` has it, ends with its line.
        if self.text[..at].ends_with('\n') {
            return at;
        }
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// The place before the spaces that stand before a place.
    pub(super) fn without_spaces(&self, at: usize) -> usize {
        self.text[..at].trim_end_matches(' ').len()
    }

    /// Whether the line that begins here is nothing but a comment.
    pub(super) fn is_comment(&self, line_start: usize) -> bool {
        self.text[line_start..].trim_start_matches([' ', '\t']).starts_with('#')
    }

    /// How many bytes stand before a place in its line.
    pub(super) fn column(&self, at: usize) -> usize {
        let start = self.line_start(at);
        at - start - usize::from(self.text[start..at].starts_with('\u{feff}')) * '\u{feff}'.len_utf8()
    }

    /// The dash before an item of a block list.
    pub(super) fn dash(&self, item: &Node<'_>) -> usize {
        let mut end = self.extent(item).start;
        loop {
            let start = self.line_start(end);
            let line = &self.text[start..end];
            let code = line.find('#').map_or(line, |comment| &line[..comment]).trim_end();
            if code.ends_with('-') {
                return start + code.len() - 1;
            }
            if start == 0 {
                return self.extent(item).start;
            }
            end = start - 1;
        }
    }
}

/// Changes of a text that are made all at once.
pub(super) struct Changes<'o, 't> {
    outline: &'o Outline<'t>,
    list: Vec<(Range<usize>, String)>,
}

impl Changes<'_, '_> {
    pub(super) fn replace(&mut self, range: Range<usize>, by: String) {
        self.list.push((range, by));
    }

    pub(super) fn insert(&mut self, at: usize, text: String) {
        self.replace(at..at, text);
    }

    /// Inserts whole lines where a line begins, or behind a last one that has no end.
    pub(super) fn insert_lines(&mut self, at: usize, lines: &str) {
        let newline = self.outline.newline();
        let is_open = at > 0 && !self.outline.text[..at].ends_with('\n');
        let text = match is_open {
            true => format!("{newline}{}", lines.strip_suffix(newline).unwrap_or(lines)),
            false => lines.to_owned(),
        };
        self.insert(at, text);
    }

    /// Takes items out of a list, but not all of them.
    pub(super) fn take_items(&mut self, list: &Node<'_>, gone: &[usize]) {
        let items = list.items();
        if self.outline.is_flow(list) {
            let ranges: Vec<_> = items.iter().map(|item| self.outline.extent(item)).collect();
            self.take_between_commas(&ranges, gone);
            return;
        }
        for at in gone {
            let start = self.outline.line_start(self.outline.dash(&items[*at]));
            self.replace(start..self.outline.line_end(self.outline.extent(&items[*at]).end), String::new());
        }
    }

    /// Takes an entry out of a mapping, with its key.
    pub(super) fn take_entry(&mut self, mapping: &Node<'_>, at: usize) {
        let entries = mapping.entries();
        let extent = |at: usize| {
            let end = self.outline.extent(&entries[at].value).end;
            entries[at].key.span.start..end.max(entries[at].key.span.end)
        };
        if self.outline.is_flow(mapping) {
            let ranges: Vec<_> = (0..entries.len()).map(extent).collect();
            self.take_between_commas(&ranges, &[at]);
            return;
        }
        let Range { start, end } = extent(at);
        self.replace(self.outline.line_start(start)..self.outline.line_end(end), String::new());
    }

    /// Takes parts of what is in brackets, each with one comma.
    fn take_between_commas(&mut self, parts: &[Range<usize>], gone: &[usize]) {
        let text = self.outline.text;
        let stays = |at: &usize| !gone.contains(at);
        let last = (0..parts.len()).rfind(stays);
        for &at in gone {
            let Range { start, end } = parts[at].clone();
            // Those behind the last that stays go with the comma before them, others with the one behind.
            let range = match last {
                Some(last) if at > last => parts[at - 1].end..end,
                _ => {
                    let comma = end + text[end..].find(',').map_or(0, |comma| comma + 1);
                    let behind = comma + text[comma..].len() - text[comma..].trim_start_matches(' ').len();
                    let ends_line = text[behind..].starts_with(['\n', '\r']);
                    let before = text[..start].trim_end_matches(' ').len();
                    let begins_line = text[..before].ends_with('\n');
                    match (ends_line, begins_line) {
                        // A line of its own.
                        (true, true) => before..self.outline.line_end(behind),
                        (true, false) => before..comma,
                        _ => start..behind,
                    }
                }
            };
            self.replace(range, String::new());
        }
    }

    /// Puts items, ready to be written, before the one at a place, or behind all.
    pub(super) fn put_items(&mut self, list: &Node<'_>, at: usize, new: &[String]) {
        let outline = self.outline;
        let (items, newline) = (list.items(), outline.newline());
        let Some(last) = items.last() else { return };
        if !outline.is_flow(list) {
            let indent = " ".repeat(outline.column(outline.dash(&items[0])));
            let lines: String = new.iter().map(|item| format!("{indent}- {item}{newline}")).collect();
            let place = match items.get(at) {
                Some(next) => outline.line_start(outline.dash(next)),
                None => outline.line_end(outline.extent(last).end),
            };
            self.insert_lines(place, &lines);
            return;
        }
        if let Some(next) = items.get(at) {
            let start = outline.extent(next).start;
            let line = outline.line_end(start) - outline.line_start(start);
            let joined: String = new.iter().map(|item| format!("{item}, ")).collect();
            let fits = line + joined.len() <= WIDTH || outline.column(start) > FAR;
            let parted = format!(",{newline}{}", " ".repeat(outline.column(start)));
            let text = if fits { joined } else { new.join(", ") + &parted };
            self.insert(start, text);
            return;
        }
        let end = outline.extent(last).end;
        let line = outline.line_end(end) - outline.line_start(end);
        let joined = new.join(", ");
        let indent = " ".repeat(outline.column(outline.extent(&items[0]).start));
        let text = match line + joined.len() + 2 <= WIDTH || indent.len() > FAR {
            true => format!(", {joined}"),
            false => format!(",{newline}{indent}{joined}"),
        };
        self.insert(end, text);
    }

    /// The text with all changes made.
    pub(super) fn made(mut self) -> String {
        self.list.sort_by_key(|(range, _)| (range.start, range.end));
        let mut made = String::with_capacity(self.outline.text.len());
        let mut done = 0;
        for (range, by) in &self.list {
            // What is taken out twice, once by itself and once with its neighbour, is gone once.
            made.push_str(&self.outline.text[done..range.start.max(done)]);
            made.push_str(by);
            done = done.max(range.end);
        }
        made.push_str(&self.outline.text[done..]);
        made
    }
}

/// A text as YAML takes it for this very text, in brackets as well.
pub(super) fn quoted(text: &str) -> String {
    let one_line = text.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ");
    let text = one_line.trim();
    let begins = text.starts_with(|first: char| first.is_alphabetic() || first == '_' || first == '(');
    let risky = text.contains([',', '[', ']', '{', '}', '"', '\t'])
        || text.contains(": ")
        || text.contains(" #")
        || text.ends_with(':');
    let is_word = matches!(
        text.to_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    match begins && !risky && !is_word {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "''")),
    }
}
