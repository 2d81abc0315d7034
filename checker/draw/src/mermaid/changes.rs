//! A flowchart of what a map has gained and lost: green and red, with the contexts at both ends.

use super::{CLASSES, escape};
use crate::HEAD;
use crate::diff::{Diff, Mail, Permit};
use crate::ids::free;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const GAINED: &str = "stroke:#1a7f37,stroke-width:3px";
const LOST: &str = "stroke:#b3261e,stroke-width:3px,stroke-dasharray:5 4";

/// What has changed, and nothing else. Words say it too: `+` is gained, `-` is lost.
pub(crate) fn changes(diff: &Diff) -> String {
    let mut text = format!("%% {HEAD}\nflowchart LR\n");
    let nodes = Nodes::new(diff);
    if nodes.ids.is_empty() {
        text.push_str("  nothing[\"no context, call or topic is gained or lost\"]\n");
        return text;
    }
    for ((is_topic, name), id) in &nodes.ids {
        let change = if *is_topic { &diff.topics } else { &diff.contexts };
        let sign = match (change.gained.contains(name), change.lost.contains(name)) {
            (true, _) => "+ ",
            (_, true) => "- ",
            _ => "",
        };
        let label = escape(&format!("{sign}{name}"));
        let _ = match is_topic {
            true => writeln!(text, "  {id}([\"{label}\"]):::topic"),
            false => writeln!(text, "  {id}[\"{label}\"]:::context"),
        };
    }
    let mut styles = Vec::new();
    for (number, (line, gained)) in nodes.arrows(diff).into_iter().enumerate() {
        let _ = writeln!(text, "  {line}");
        styles.push(format!("  linkStyle {number} {}", if gained { GAINED } else { LOST }));
    }
    for class in CLASSES {
        let _ = writeln!(text, "  {class}");
    }
    for (change, is_topic) in [(&diff.contexts, false), (&diff.topics, true)] {
        for (names, style) in [(&change.gained, GAINED), (&change.lost, LOST)] {
            for name in names {
                let _ = writeln!(text, "  style {} {style}", nodes.id(is_topic, name));
            }
        }
    }
    for style in styles {
        let _ = writeln!(text, "{style}");
    }
    text
}

/// By whether it is a topic, and its name.
struct Nodes {
    ids: BTreeMap<(bool, String), String>,
}

impl Nodes {
    fn new(diff: &Diff) -> Self {
        let mut found: BTreeSet<(bool, String)> = BTreeSet::new();
        found.extend(both(&diff.contexts.gained, &diff.contexts.lost).map(|name| (false, name.clone())));
        found.extend(both(&diff.topics.gained, &diff.topics.lost).map(|name| (true, name.clone())));
        for permits in [&diff.calls, &diff.uses] {
            found.extend(
                both(&permits.gained, &permits.lost)
                    .flat_map(|Permit { from, to, .. }| [(false, from.clone()), (false, to.clone())]),
            );
        }
        for mail in [&diff.publishes, &diff.subscribes] {
            found.extend(
                both(&mail.gained, &mail.lost)
                    .flat_map(|Mail { context, topic }| [(false, context.clone()), (true, topic.clone())]),
            );
        }
        let mut taken = BTreeSet::new();
        let kind = |is_topic: bool| if is_topic { "t" } else { "c" };
        let ids = found.into_iter().map(|(is_topic, name)| {
            let id = free(kind(is_topic), &name, &mut taken);
            ((is_topic, name), id)
        });
        Nodes { ids: ids.collect() }
    }

    fn id(&self, is_topic: bool, name: &str) -> &str {
        self.ids.get(&(is_topic, name.to_owned())).map_or("unknown", String::as_str)
    }

    /// Each with whether it is gained.
    fn arrows(&self, diff: &Diff) -> Vec<(String, bool)> {
        let mut arrows = Vec::new();
        for (permits, line) in [(&diff.calls, "==>"), (&diff.uses, "-.->")] {
            for (permits, sign) in [(&permits.gained, '+'), (&permits.lost, '-')] {
                let mut by_ends: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
                for Permit { from, to, item } in permits {
                    by_ends.entry((from, to)).or_default().push(escape(&format!("{sign} {item}")));
                }
                for ((from, to), items) in by_ends {
                    let ends = (self.id(false, from), self.id(false, to));
                    let arrow = format!("{} {line}|\"{}\"| {}", ends.0, items.join("<br/>"), ends.1);
                    arrows.push((arrow, sign == '+'));
                }
            }
        }
        for (mail, out) in [(&diff.publishes, true), (&diff.subscribes, false)] {
            for (mail, sign) in [(&mail.gained, "+"), (&mail.lost, "-")] {
                for Mail { context, topic } in mail {
                    let (context, topic) = (self.id(false, context), self.id(true, topic));
                    let (from, to) = if out { (context, topic) } else { (topic, context) };
                    arrows.push((format!("{from} -->|\"{sign}\"| {to}"), sign == "+"));
                }
            }
        }
        arrows
    }
}

fn both<'a, T>(gained: &'a [T], lost: &'a [T]) -> impl Iterator<Item = &'a T> {
    gained.iter().chain(lost)
}
