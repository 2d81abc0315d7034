//! What a run looked at, so that nobody mistakes silence for safety.

use super::clean::clean;
use super::paper::{FAINT, Paper};
use crate::resolve::Unresolved;
use serde::Serialize;

/// Counts of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Survey {
    pub contexts: usize,
    /// Of these, somebody else's.
    pub external: usize,
    pub files_read: usize,
    pub files_owned: usize,
    /// Operations and items that the map lets one context use of another.
    pub edges_permitted: usize,
    /// Of these, those that the code uses.
    pub edges_used: usize,
    pub topics: usize,
    pub processes: usize,
    pub exceptions: usize,
    /// The next day on which an exception ends, as `2026-12-31`.
    pub next_expiry: Option<String>,
    pub unresolved: Unresolved,
}

impl Survey {
    /// Some seven short lines.
    pub fn render(&self, paper: &Paper) -> String {
        let mut text = String::new();
        for (name, value) in self.lines() {
            let first = format!("  {name:<11} ");
            let lines = paper.wrap(&clean(&value), &first, &" ".repeat(first.len()));
            text.push_str(&lines.replacen(&first, &paper.paint(FAINT, &first), 1));
            text.push('\n');
        }
        text
    }

    fn lines(&self) -> Vec<(&'static str, String)> {
        let external =
            if self.external > 0 { format!(", {} of them external", self.external) } else { String::new() };
        let expiry =
            self.next_expiry.as_ref().map_or(String::new(), |day| format!(", the next ends on {day}"));
        vec![
            ("contexts", format!("{}{external}", self.contexts)),
            ("files", format!("{} owned of {} read", number(self.files_owned), number(self.files_read))),
            (
                "edges",
                format!("{} used of {} permitted", number(self.edges_used), number(self.edges_permitted)),
            ),
            ("topics", number(self.topics)),
            ("processes", number(self.processes)),
            ("exceptions", format!("{}{expiry}", number(self.exceptions))),
            ("resolved", resolved(&self.unresolved)),
            ("unresolved", unresolved(&self.unresolved)),
        ]
    }
}

fn resolved(of: &Unresolved) -> String {
    let (paths, dots) = (number(of.paths_resolved), number(of.dots_resolved));
    format!("{paths} paths, {dots} methods and fields")
}

fn unresolved(of: &Unresolved) -> String {
    let kinds = [
        (of.paths_not_found, "paths not found"),
        (of.associated_not_found, "associated items not found"),
        (of.receiver_unknown, "receivers of unknown type"),
        (of.member_not_found, "members not found"),
        (of.opaque_tokens, "macro arguments only scanned"),
    ];
    let told: Vec<_> = kinds
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{} {kind}", number(*count)))
        .collect();
    if told.is_empty() { "nothing".to_owned() } else { told.join(", ") }
}

/// With a comma between thousands.
pub fn number(count: impl TryInto<u64>) -> String {
    let digits = count.try_into().unwrap_or(u64::MAX).to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas() {
        assert_eq!([0_u64, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
    }
}
