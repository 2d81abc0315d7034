//! Changes of a file of exceptions.

use super::outline::{Outline, quoted};
use crate::document::{Kind, Node};
use crate::{Source, SourceId};

/// What becomes of an exception, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// For each thing that it tolerates: none where it stays, else what stands in its place. An exception of
    /// which nothing stays goes.
    pub items: Vec<Option<Vec<String>>>,
    /// Another reason.
    pub reason: Option<String>,
}

/// A new exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// The crossings, `payments -> ledger::set_balance`, or none.
    pub edges: Vec<String>,
    /// The rule and the file, where it is about no crossing.
    pub rule: Option<(String, String)>,
    /// Why.
    pub reason: String,
    /// Who ends it.
    pub owner: String,
    /// Its last day.
    pub until: String,
}

/// Changes exceptions, and adds new ones: where the others are in order at their place, else behind them. A
/// text in which nothing stands yet becomes a file of exceptions. None if the text is broken, or of another kind.
pub fn change_exceptions(source: &Source, changed: &[Changed], new: &[New]) -> Option<String> {
    let text = match source.text.trim().is_empty() {
        true => "stateline: 1\n".to_owned(),
        false => changed_text(source, changed)?,
    };
    if new.is_empty() {
        return Some(text);
    }
    with_new(&Source::new(SourceId(0), &source.name, text), new)
}

fn changed_text(source: &Source, changed: &[Changed]) -> Option<String> {
    let outline = Outline::new(source)?;
    let Some(list) = outline.root().get("exceptions") else { return Some(source.text.clone()) };
    let mut changes = outline.changes();
    let goes = |change: &Changed| change.items.iter().all(|item| item.as_ref().is_some_and(Vec::is_empty));
    let gone: Vec<usize> = (0..changed.len()).filter(|at| goes(&changed[*at])).collect();
    if !gone.is_empty() && gone.len() == list.items().len() {
        let entries = outline.root().entries();
        let at = entries.iter().position(|entry| entry.key.value == "exceptions")?;
        changes.take_entry(outline.root(), at);
        return Some(changes.made());
    }
    changes.take_items(list, &gone);
    for (node, change) in list.items().iter().zip(changed).filter(|(_, change)| !goes(change)) {
        if let (Some(reason), Some(old)) = (&change.reason, node.get("reason")) {
            changes.replace(old.span.range(), quoted(reason));
        }
        let Some(edges) = node.get("edge") else { continue };
        let Kind::List(items) = &edges.kind else {
            if let Some(Some(texts)) = change.items.first() {
                let (by, start) = match texts.as_slice() {
                    [only] => (quoted(only), edges.span.start),
                    several => in_brackets_or_lines(&outline, node, (edges, several)),
                };
                changes.replace(start..edges.span.end, by);
            }
            continue;
        };
        let emptied: Vec<usize> = (0..items.len())
            .filter(|at| change.items.get(*at).is_some_and(|item| item.as_ref().is_some_and(Vec::is_empty)))
            .collect();
        changes.take_items(edges, &emptied);
        for (item, texts) in items.iter().zip(&change.items) {
            let Some((first, rest)) = texts.as_ref().and_then(|texts| texts.split_first()) else { continue };
            changes.replace(outline.extent(item), quoted(first));
            if outline.is_flow(edges) {
                let rest: String = rest.iter().map(|text| format!(", {}", quoted(text))).collect();
                changes.insert(outline.extent(item).end, rest);
            } else {
                let indent = " ".repeat(outline.column(outline.dash(item)));
                let line = |text: &String| format!("{indent}- {}{}", quoted(text), outline.newline());
                let lines: String = rest.iter().map(line).collect();
                if !lines.is_empty() {
                    changes.insert_lines(outline.line_end(outline.extent(item).end), &lines);
                }
            }
        }
    }
    Some(changes.made())
}

/// Several crossings where one stood behind its key, and where they begin.
fn in_brackets_or_lines(
    outline: &Outline<'_>,
    entry: &Node<'_>,
    (one, texts): (&Node<'_>, &[String]),
) -> (String, usize) {
    let items: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    let Some(first) = entry.entries().first().filter(|_| !outline.is_flow(entry)) else {
        return (format!("[{}]", items.join(", ")), one.span.start);
    };
    let indent = " ".repeat(outline.column(first.key.span.start) + 2);
    let lines = items.iter().map(|item| format!("{}{indent}- {item}", outline.newline())).collect();
    (lines, outline.without_spaces(one.span.start))
}

fn with_new(source: &Source, new: &[New]) -> Option<String> {
    let outline = Outline::new(source)?;
    let mut changes = outline.changes();
    let newline = outline.newline();
    let mut new: Vec<&New> = new.iter().collect();
    new.sort_by_key(|new| new.key());
    let written = |indent: usize| new.iter().map(|new| new.written(indent, newline)).collect::<String>();
    let list = outline.root().get("exceptions");
    match list.map(|list| (list, list.items())) {
        None => {
            let last = outline.root().entries().last()?;
            let end = outline.line_end(outline.extent(&last.value).end);
            changes.insert_lines(end, &format!("exceptions:{newline}{}", written(2)));
        }
        Some((list, [])) => {
            let lines = written(2);
            changes.replace(list.span.range(), format!("{newline}{}", lines.trim_end()));
        }
        Some((list, items)) if outline.is_flow(list) => {
            let end = outline.extent(items.last()?).end;
            let flow: String = new.iter().map(|new| format!(", {}", new.in_braces())).collect();
            changes.insert(end, flow);
        }
        Some((_, items)) => {
            let indent = outline.column(outline.dash(&items[0]));
            let keys: Vec<String> = items.iter().map(key).collect();
            for new in new {
                let at = match keys.is_sorted() {
                    true => keys.partition_point(|key| *key < new.key()),
                    false => keys.len(),
                };
                let place = match items.get(at) {
                    Some(next) => before_comments(&outline, outline.line_start(outline.dash(next))),
                    None => outline.line_end(outline.extent(items.last()?).end),
                };
                changes.insert_lines(place, &new.written(indent, newline));
            }
        }
    }
    Some(changes.made())
}

/// Before the lines of comment that stand right above a line.
fn before_comments(outline: &Outline<'_>, mut start: usize) -> usize {
    while start > 0 && outline.is_comment(outline.line_start(start - 1)) {
        start = outline.line_start(start - 1);
    }
    start
}

/// What an exception is sorted by.
fn key(node: &Node<'_>) -> String {
    let edge = node.get("edge").map(|edge| edge.raw().or(edge.items().first().and_then(Node::raw)));
    let rule = || node.get("rule").and_then(Node::raw);
    match edge.flatten() {
        // Crossings stand before all else.
        Some(edge) => edge.to_owned(),
        None => format!("~{}", rule().unwrap_or_default()),
    }
}

impl New {
    fn key(&self) -> String {
        match (&self.rule, self.edges.iter().min()) {
            (None, Some(edge)) => edge.clone(),
            (rule, _) => format!("~{}", rule.as_ref().map_or("", |(rule, _)| rule)),
        }
    }

    /// As lines, the items one a line and in order.
    fn written(&self, indent: usize, newline: &str) -> String {
        let (dash, inner) = (" ".repeat(indent), " ".repeat(indent + 2));
        let mut lines = Vec::new();
        if let Some((rule, at)) = &self.rule {
            lines.extend([format!("{dash}- rule: {}", quoted(rule)), format!("{inner}at: {}", quoted(at))]);
        } else {
            lines.push(format!("{dash}- edge:"));
            let mut edges = self.edges.clone();
            edges.sort();
            edges.dedup();
            lines.extend(edges.iter().map(|edge| format!("{inner}  - {}", quoted(edge))));
        }
        let said =
            [("reason", quoted(&self.reason)), ("owner", quoted(&self.owner)), ("until", self.until.clone())];
        lines.extend(said.map(|(key, text)| format!("{inner}{key}: {text}")));
        lines.iter().map(|line| format!("{line}{newline}")).collect()
    }

    fn in_braces(&self) -> String {
        let edges: Vec<String> = self.edges.iter().map(|edge| quoted(edge)).collect();
        let about = match &self.rule {
            Some((rule, at)) => format!("rule: {}, at: {}", quoted(rule), quoted(at)),
            None => format!("edge: [{}]", edges.join(", ")),
        };
        let (reason, owner, until) = (quoted(&self.reason), quoted(&self.owner), &self.until);
        format!("{{ {about}, reason: {reason}, owner: {owner}, until: {until} }}")
    }
}
