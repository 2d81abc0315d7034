//! An old and a new build could not read each other's messages.

use super::sandbox::Sandbox;
use super::since_lock::{locked, tell};
use super::{Findings, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::change::Verdict;
use stateline_schema::shape::Term;

pub(super) static RULE: Rule = Rule {
    name: "incompatible-message",
    kind: RuleKind::Time,
    summary: "an old and a new build could not read each other's messages",
    level: Level::Error,
    page: include_str!("incompatible-message.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    tell(graph, &RULE, Verdict::Message, findings);
}

/// A message was written in a way that nobody knows.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let mut lock = locked(sandbox);
    let message = lock.messages.values_mut().next()?;
    message.term = Term::opaque("planted", None);
    let what = format!("the message of {} was written in another way", message.topic.value);
    sandbox.lock = Some(lock);
    Some(what)
}
