//! Findings about what changed since the lock.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule};
use crate::graph::Graph;
use crate::graph::change::{Change, Verdict};
use crate::lock::{Tree, accepted_as, changes};
use stateline_schema::lock::Lock;

/// Tells the changes of a verdict that nobody accepted since.
pub(super) fn tell(graph: &Graph<'_>, rule: &Rule, verdict: Verdict, findings: &mut Findings<'_>) {
    for change in changes(graph).iter().filter(|change| change.verdict == verdict) {
        if !is_accepted(graph, rule, change) {
            findings.add(found(graph, change));
        }
    }
}

/// Whether the committed lock accepts a change that was made since the revision that is compared with.
fn is_accepted(graph: &Graph<'_>, rule: &Rule, change: &Change) -> bool {
    let (Some(now), Some(base)) = (graph.input.lock, graph.input.base) else { return false };
    let entry = accepted_as(rule.name, &change.message);
    let accepts =
        |lock: &Lock| lock.accepted.iter().flat_map(|it| &it.changes).filter(|it| **it == entry).count();
    accepts(now) > accepts(base)
}

fn found(graph: &Graph<'_>, change: &Change) -> Found {
    let mut places = change.places.iter().cloned();
    let first = places.next().expect("a change has a place");
    let help = match &change.consequence {
        None => change.help.clone(),
        Some(consequence) => {
            format!("{}; otherwise {}", change.help, consequence.told(graph.input.population))
        }
    };
    Found::new(change.message.clone(), first).places(places).help(help)
}

/// The lock of what is there, for a plant to change.
pub(super) fn locked(sandbox: &Sandbox<'_>) -> Lock {
    Tree::new(sandbox.graph, false).lock
}
