//! Changes in a map or in its exceptions that leave every other byte as it is: order, comments, quotes, line
//! ends.
//!
//! Each function takes a text without mistakes and gives back the changed one. A list is written as it was: a
//! block stays a block, with one item a line, and what stands in brackets stays in brackets. An item goes to its
//! place where the others are in order, and else behind them.

mod exceptions;
mod outline;
#[cfg(test)]
mod tests;

pub use exceptions::{Changed, New, change_exceptions};

use crate::Source;
use crate::document::{Entry, Kind, Node};
use outline::{Outline, quoted};

/// A line is not made longer than this.
const WIDTH: usize = 100;

/// Adds items to the list that a path of keys leads to, and makes what is missing of the path. What is listed
/// already stays as it is. None if the path leads to something else than a list.
pub fn add(source: &Source, path: &[&str], items: &[String]) -> Option<String> {
    let outline = Outline::new(source)?;
    let mut node = outline.root();
    for (depth, key) in path.iter().enumerate() {
        match entry(node, key) {
            Some(entry) => node = &entry.value,
            None => return with_keys(&outline, node, &path[depth..], items),
        }
    }
    with_items(&outline, node, items)
}

/// Takes items out of the list that a path of keys leads to. A list that becomes empty is taken out with its key,
/// and so is each mapping around it that becomes empty, but for the first `kept` keys of the path. None if the
/// path leads nowhere.
pub fn remove(source: &Source, path: &[&str], items: &[&str], kept: usize) -> Option<String> {
    let outline = Outline::new(source)?;
    let mut nodes = vec![outline.root()];
    for key in path {
        nodes.push(&entry(nodes[nodes.len() - 1], key)?.value);
    }
    let list = nodes[nodes.len() - 1].items();
    let gone: Vec<usize> =
        (0..list.len()).filter(|at| list[*at].raw().is_some_and(|text| items.contains(&text))).collect();
    let mut changes = outline.changes();
    if gone.len() < list.len() {
        changes.take_items(nodes[nodes.len() - 1], &gone);
        return Some(changes.made());
    }
    let only = |node: &Node<'_>| node.entries().len() == 1;
    let mut depth = path.len() - 1;
    while depth > kept && only(nodes[depth]) {
        depth -= 1;
    }
    let at = nodes[depth].entries().iter().position(|entry| entry.key.value == path[depth])?;
    changes.take_entry(nodes[depth], at);
    Some(changes.made())
}

/// Writes another value where a path of keys leads to a scalar. None if it does not.
pub fn set(source: &Source, path: &[&str], value: &str) -> Option<String> {
    let outline = Outline::new(source)?;
    let mut node = outline.root();
    for key in path {
        node = &entry(node, key)?.value;
    }
    node.raw()?;
    let mut changes = outline.changes();
    changes.replace(node.span.range(), value.to_owned());
    Some(changes.made())
}

fn entry<'n, 't>(node: &'n Node<'t>, key: &str) -> Option<&'n Entry<'t>> {
    node.entries().iter().find(|entry| entry.key.value == key)
}

/// Where an item goes among others: before the first greater one if they are in order, else behind them all.
fn place(texts: &[&str], item: &str) -> usize {
    if texts.is_sorted() { texts.partition_point(|text| *text < item) } else { texts.len() }
}

fn with_items(outline: &Outline<'_>, node: &Node<'_>, items: &[String]) -> Option<String> {
    let Kind::List(list) = &node.kind else { return None };
    let texts: Vec<&str> = list.iter().map(|item| item.raw().unwrap_or_default()).collect();
    let mut new: Vec<&String> = items.iter().filter(|item| !texts.contains(&item.as_str())).collect();
    new.sort();
    new.dedup();
    let mut changes = outline.changes();
    if texts.is_empty() {
        let listed: Vec<String> = new.iter().map(|item| quoted(item)).collect();
        changes.replace(node.span.range(), format!("[{}]", listed.join(", ")));
        return Some(changes.made());
    }
    let mut places: Vec<(usize, Vec<&String>)> = Vec::new();
    for item in new {
        let at = place(&texts, item);
        match places.last_mut().filter(|(before, _)| *before == at) {
            Some((_, same)) => same.push(item),
            None => places.push((at, vec![item])),
        }
    }
    for (at, items) in places {
        let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
        changes.put_items(node, at, &items);
    }
    Some(changes.made())
}

/// Adds the keys that are missing of a path at the end of the mapping that lacks the first of them.
fn with_keys(outline: &Outline<'_>, node: &Node<'_>, keys: &[&str], items: &[String]) -> Option<String> {
    let Kind::Mapping(entries) = &node.kind else { return None };
    let mut items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    items.sort();
    items.dedup();
    let mut changes = outline.changes();
    let (last_key, outer) = keys.split_last()?;
    if outline.is_flow(node) {
        let list = format!("{}: [{}]", quoted(last_key), items.join(", "));
        let nested = outer.iter().rev().fold(list, |inner, key| format!("{}: {{ {inner} }}", quoted(key)));
        match entries.last() {
            Some(last) => changes.insert(outline.extent(&last.value).end, format!(", {nested}")),
            None => changes.replace(node.span.range(), format!("{{ {nested} }}")),
        }
        return Some(changes.made());
    }
    let last = entries.last()?;
    let mut column = outline.column(entries[0].key.span.start);
    let mut text = String::new();
    for key in outer {
        text.push_str(&format!("{}{}:{}", " ".repeat(column), quoted(key), outline.newline()));
        column += 2;
    }
    text.push_str(&listed(column, last_key, &items, outline.newline()));
    changes.insert_lines(outline.line_end(outline.extent(&last.value).end), &text);
    Some(changes.made())
}

/// `key: [a, b]`, over several lines where one would be too long.
fn listed(column: usize, key: &str, items: &[String], newline: &str) -> String {
    let indent = " ".repeat(column);
    let line = format!("{indent}{}: [{}]", quoted(key), items.join(", "));
    if line.len() <= WIDTH {
        return line + newline;
    }
    let mut text = format!("{indent}{}:{newline}{indent}  [", quoted(key));
    let mut length = column + 3;
    for (at, item) in items.iter().enumerate() {
        if at > 0 && length + item.len() + 3 > WIDTH {
            text.push_str(&format!(",{newline}{indent}   "));
            length = column + 3;
        } else if at > 0 {
            text.push_str(", ");
        }
        text.push_str(item);
        length += item.len() + 2;
    }
    text + "]" + newline
}
