//! What makes two findings the same one, in the tree and at an earlier commit of it.

use super::RuleKind;
use crate::finding::Finding;
use serde::{Deserialize, Serialize};

/// A finding without its places: rule, context, item, and the entry of the map. Lines move, and a further
/// place of a known finding is no further finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Identity {
    pub rule: String,
    /// The context whose code it is and the item that it names, for a crossing.
    pub edge: Option<(String, String)>,
    /// What the finding says, where that is not the crossing alone.
    pub about: String,
}

impl Identity {
    pub fn of(finding: &Finding) -> Self {
        let edge = finding.edge.as_ref().map(|edge| (edge.from.clone(), edge.item.clone()));
        let kind = super::rule(finding.rule).map(|rule| rule.kind);
        let about = match kind {
            // How an item is named (called, imported) depends on which place comes first.
            Some(RuleKind::Crossing) if edge.is_some() => String::new(),
            // There, numbers count places and findings; elsewhere they are versions.
            Some(RuleKind::Border | RuleKind::Exception) => without_counts(&finding.message),
            _ => finding.message.clone(),
        };
        Identity { rule: finding.rule.to_owned(), edge, about }
    }
}

/// The text with a `#` for each word that is a number or a share.
fn without_counts(text: &str) -> String {
    let is_count = |word: &str| {
        let digits = word.trim_matches(|char: char| "(),.;:%".contains(char));
        !digits.is_empty() && digits.chars().all(|char| char.is_ascii_digit() || ",.".contains(char))
    };
    let words = text.split(' ').map(|word| if is_count(word) { "#" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Edge, Level};

    fn finding(rule: &'static str, message: &str, edge: Option<Edge>) -> Identity {
        let (message, places) = (message.to_owned(), Vec::new());
        Identity::of(&Finding { rule, level: Level::Error, message, places, help: None, edge })
    }

    #[test]
    fn a_crossing_is_known_by_context_and_item() {
        let edge = |item: &str| {
            Some(Edge { from: "shop".into(), to: "ledger".into(), item: format!("ledger::{item}") })
        };
        let called = finding("undeclared-call", "shop calls ledger::load", edge("load"));
        assert_eq!(called, finding("undeclared-call", "shop imports ledger::load", edge("load")));
        assert_ne!(called, finding("private-item", "shop calls ledger::load", edge("load")));
        assert_ne!(called, finding("undeclared-call", "shop calls ledger::load", edge("store")));
    }

    #[test]
    fn counts_do_not_tell_findings_apart_but_versions_do() {
        let opaque = |message| finding("opaque-reference", message, None);
        assert_eq!(
            opaque("44 of 1,048 methods (4.2%) could not be resolved"),
            opaque("45 of 1,049 methods (4.3%) could not be resolved")
        );
        let dropped = |message| finding("dropped-version", message, None);
        assert_ne!(
            dropped("version 1 of `payout` is no longer served"),
            dropped("version 2 of `payout` is no longer served")
        );
        let ended = |day: &str| {
            finding("expired-exception", &format!("the exception for `a -> b::c` expired on {day}"), None)
        };
        assert_ne!(ended("2026-01-01"), ended("2026-01-02"));
    }
}
