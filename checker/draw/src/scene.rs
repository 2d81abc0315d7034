//! A scene: contexts and topics, and the arrows between them, as languages of diagrams have them.

use super::atlas::Atlas;
use super::journey::{Journey, Vehicle};
use std::collections::BTreeMap;

/// So many names are spelt out beside an arrow.
const SPELT_OUT: usize = 6;

/// What a diagram of nodes and arrows shows.
#[derive(Debug)]
pub struct Scene<'a> {
    pub atlas: &'a Atlas,
    /// Sorted; one for each two ends and kind.
    pub arrows: Vec<Arrow<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow<'a> {
    pub from: Node<'a>,
    pub to: Node<'a>,
    pub kind: ArrowKind,
    pub labels: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node<'a> {
    Context(&'a str),
    Topic(&'a str),
}

/// What an arrow says, the loudest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArrowKind {
    /// A context may name what another exports.
    Use,
    /// A context publishes on a topic.
    Publish,
    /// A context subscribes to a topic.
    Subscribe,
    /// A context may call operations of another.
    Call,
    /// A context names what it may not, and an exception tolerates it.
    Tolerated,
    /// A context names what it may not.
    Broken,
}

type Arrows<'a> = BTreeMap<(Node<'a>, Node<'a>, ArrowKind), Vec<String>>;

impl<'a> Scene<'a> {
    /// The whole atlas.
    pub fn map(atlas: &'a Atlas) -> Self {
        let mut arrows = Arrows::new();
        for link in &atlas.links {
            let ends = (Node::Context(&link.from), Node::Context(&link.to));
            for (names, kind) in [(&link.calls, ArrowKind::Call), (&link.uses, ArrowKind::Use)] {
                if !names.is_empty() {
                    arrows.insert((ends.0, ends.1, kind), names.clone());
                }
            }
        }
        for topic in &atlas.topics {
            let at = Node::Topic(&topic.name);
            for name in &topic.publishers {
                arrows.insert((Node::Context(name), at, ArrowKind::Publish), Vec::new());
            }
            for name in &topic.subscribers {
                arrows.insert((at, Node::Context(name), ArrowKind::Subscribe), Vec::new());
            }
        }
        for crossing in &atlas.crossings {
            let kind = if crossing.tolerated { ArrowKind::Tolerated } else { ArrowKind::Broken };
            let key = (Node::Context(crossing.from.as_str()), Node::Context(crossing.to.as_str()), kind);
            arrows.entry(key).or_default().push(crossing.item.clone());
        }
        Scene { atlas, arrows: settled(atlas, arrows) }
    }

    /// The way of a journey through the part of an atlas that it passes; its legs are numbered.
    pub fn journey(part: &'a Atlas, journey: &'a Journey) -> Self {
        let mut arrows = Arrows::new();
        for (number, leg) in journey.legs.iter().enumerate() {
            let (from, to) = (Node::Context(&leg.from), Node::Context(&leg.to));
            let number = number + 1;
            let named = format!("{number} {}", leg.by.name());
            let mut go = |from, to, kind, label| arrows.entry((from, to, kind)).or_default().push(label);
            match &leg.by {
                _ if !leg.declared => go(from, to, ArrowKind::Broken, named),
                Vehicle::Call(_) => go(from, to, ArrowKind::Call, named),
                // The topic bears its name already.
                Vehicle::Topic(topic) => {
                    go(from, Node::Topic(topic), ArrowKind::Publish, number.to_string());
                    go(Node::Topic(topic), to, ArrowKind::Subscribe, number.to_string());
                }
            }
        }
        Scene { atlas: part, arrows: settled(part, arrows) }
    }
}

/// Those whose ends are both there.
fn settled<'a>(atlas: &'a Atlas, arrows: Arrows<'a>) -> Vec<Arrow<'a>> {
    let is_there = |node: Node<'_>| match node {
        Node::Context(name) => atlas.context(name).is_some(),
        Node::Topic(name) => atlas.topic(name).is_some(),
    };
    let arrows = arrows.into_iter().map(|((from, to, kind), labels)| Arrow { from, to, kind, labels });
    arrows.filter(|arrow| is_there(arrow.from) && is_there(arrow.to)).collect()
}

impl Arrow<'_> {
    /// A few lines to stand beside it: the first names, and how many more.
    pub fn caption(&self) -> Vec<String> {
        shortened(&self.labels)
    }

    /// The same, escaped, behind what it does where its line alone does not say so.
    pub fn spoken(&self, escape: impl Fn(&str) -> String) -> Vec<String> {
        let is_said = matches!(self.kind, ArrowKind::Use | ArrowKind::Broken | ArrowKind::Tolerated);
        let verb = is_said.then(|| self.kind.verb().to_owned());
        verb.into_iter().chain(self.caption().iter().map(|name| escape(name))).collect()
    }

    /// The caption in one line.
    pub fn line(&self) -> String {
        self.caption().join(", ")
    }
}

/// The first names, and how many more.
pub(super) fn shortened(names: &[String]) -> Vec<String> {
    // To say `and 1 more` takes as much room as to say which.
    let shown = if names.len() == SPELT_OUT + 1 { names.len() } else { SPELT_OUT };
    let more = names.len().saturating_sub(shown);
    let more = (more > 0).then(|| format!("and {more} more"));
    names.iter().take(shown).cloned().chain(more).collect()
}

impl ArrowKind {
    /// A verb: who stands at the beginning does so to who stands at the end.
    pub fn verb(self) -> &'static str {
        match self {
            ArrowKind::Use => "uses",
            ArrowKind::Publish => "publishes",
            ArrowKind::Subscribe => "is heard by",
            ArrowKind::Call => "calls",
            ArrowKind::Tolerated => "tolerated",
            ArrowKind::Broken => "not allowed",
        }
    }
}
