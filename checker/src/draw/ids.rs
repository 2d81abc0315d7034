//! Names that every language of diagrams takes: small letters, digits and `_`, each once.

use super::atlas::Atlas;
use std::collections::{BTreeMap, BTreeSet};

/// The identifiers of an atlas's contexts and topics. With a letter before them none is a keyword.
#[derive(Debug)]
pub(super) struct Ids<'a> {
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
        Ids { contexts, topics }
    }

    /// None for a context that is not in the atlas.
    pub(super) fn context(&self, name: &str) -> Option<&str> {
        self.contexts.get(name).map(String::as_str)
    }

    /// None for a topic that is not in the atlas.
    pub(super) fn topic(&self, name: &str) -> Option<&str> {
        self.topics.get(name).map(String::as_str)
    }
}

/// An identifier that nobody has yet: `a-b` and `a.b` come to be `c_a_b` and `c_a_b_2`.
pub(super) fn free(kind: &str, name: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    let base = format!("{kind}_{}", name.chars().map(plain).collect::<String>());
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
