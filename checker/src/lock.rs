//! The lock: what the code would have locked, and what changed since something was.

mod changes;
mod line;
mod of_code;

use crate::graph::Graph;
use crate::graph::change::Change;
pub use of_code::Tree;
use stateline_schema::lock::Lock;

/// What changed since the lock that a workspace is compared with: that of the revision that was asked for,
/// or else the committed one. Found out once.
pub fn changes<'g>(graph: &'g Graph<'_>) -> &'g [Change] {
    graph.changes.get_or_init(|| match graph.input.base.or(graph.input.lock) {
        Some(lock) => against(graph, lock),
        None => Vec::new(),
    })
}

/// What changed since this lock was written.
pub fn against(graph: &Graph<'_>, lock: &Lock) -> Vec<Change> {
    // With types that nothing leads to, if it has some.
    changes::since(graph, lock, &Tree::new(graph, has_more(lock)))
}

/// Whether a lock has types to which nothing in it leads.
pub fn has_more(lock: &Lock) -> bool {
    let steps = lock.processes.values().flat_map(|process| &process.steps);
    let of_steps = steps.flat_map(|step| [&step.takes.value, &step.returns.value]);
    let of_messages = lock.messages.values().map(|message| &message.term);
    let of_operations = lock.operations.values().flat_map(|it| [&it.takes.value, &it.returns.value]);
    lock.reached(of_steps.chain(of_messages).chain(of_operations)).len() < lock.types.len()
}
