//! Names that every language of diagrams takes: small letters, digits and `_`, each once.

use super::atlas::Atlas;
use super::scene::Node;
use std::collections::{BTreeMap, BTreeSet};

/// The identifiers of an atlas's contexts and topics. With a letter before them none is a keyword.
#[derive(Debug)]
pub(super) struct Ids<'a> {
    atlas: &'a Atlas,
    contexts: BTreeMap<&'a str, String>,
    topics: BTreeMap<&'a str, String>,
}

impl<'a> Ids<'a> {
    pub(super) fn new(atlas: &'a Atlas) -> Self {
        let mut taken = BTreeSet::new();
        let contexts = atlas.contexts.iter().map(|context| context.name.as_str());
        let contexts = contexts.map(|name| (name, free("c", name, &mut taken))).collect();
        let topics = atlas.topics.iter().map(|topic| topic.name.as_str());
        let topics = topics.map(|name| (name, free("t", name, &mut taken))).collect();
        Ids { atlas, contexts, topics }
    }

    /// Of what is not in the atlas, one that nothing has.
    pub(super) fn node(&self, node: Node<'_>) -> &str {
        let found = match node {
            Node::Context(name) => self.contexts.get(name),
            Node::Topic(name) => self.topics.get(name),
        };
        found.map_or("unknown", String::as_str)
    }

    /// The same for a context.
    pub(super) fn context(&self, name: &str) -> &str {
        self.node(Node::Context(name))
    }

    /// From the outermost context on that it lies within, for languages of boxes in boxes.
    pub(super) fn path(&self, node: Node<'_>) -> String {
        let Node::Context(name) = node else { return self.node(node).to_owned() };
        let outer = |name: &&str| self.atlas.context(name)?.within.as_deref();
        // As many as there are contexts, should they lie within each other in a ring.
        let boxes = std::iter::successors(Some(name), outer).take(self.atlas.contexts.len());
        let mut path: Vec<&str> = boxes.map(|name| self.context(name)).collect();
        path.reverse();
        path.join(".")
    }

    /// Where arrows begin and end. Between a box and what lies in it there may be none, so a box that
    /// holds others holds one for itself too, [`OWN`].
    pub(super) fn end(&self, node: Node<'_>) -> String {
        let path = self.path(node);
        match node {
            Node::Context(name) if self.holds_others(name) => format!("{path}.{OWN}"),
            Node::Context(_) | Node::Topic(_) => path,
        }
    }

    /// Whether other contexts lie within a context.
    pub(super) fn holds_others(&self, context: &str) -> bool {
        self.atlas.inside(context).next().is_some()
    }
}

/// What a context that holds others is called inside its own box; no other identifier is.
pub(super) const OWN: &str = "own";

/// An identifier that nobody has yet: `a-b` and `a.b` come to be `c_a_b` and `c_a_b_2`.
pub(super) fn free(kind: &str, name: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    free_of(format!("{kind}_{}", name.chars().map(plain).collect::<String>()), taken)
}

/// The same for a name that is one already.
pub(super) fn free_of(base: String, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{base}_{number}"));
    let mut candidates = std::iter::once(base.clone()).chain(numbered);
    let id = candidates.find(|id| !taken.contains(id)).expect("there is always another number");
    taken.insert(id.clone());
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_stay_apart() {
        let mut taken = BTreeSet::new();
        let ids = ["a-b", "a.b", "a_b_2", "ü\"<\n", "end"].map(|name| free("c", name, &mut taken));
        assert_eq!(ids, ["c_a_b", "c_a_b_2", "c_a_b_2_2", "c_____", "c_end"]);
    }
}
