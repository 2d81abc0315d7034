//! The lock: what the code would have locked, and what changed since something was.

mod changes;
mod fills;
mod line;
mod of_code;

use crate::graph::Graph;
use crate::graph::change::{Change, Compared};
pub use fills::{Unread, unread};
pub use of_code::Tree;
use stateline_schema::lock::Lock;
use std::borrow::Cow;

/// What changed since the lock that a workspace is compared with: that of the revision that was asked for,
/// or else the committed one. Found out once.
pub fn changes<'g>(graph: &'g Graph<'_>) -> &'g [Change] {
    &compared(graph).all
}

/// The lock that the code would have, or one with all types.
pub fn current<'g>(graph: &'g Graph<'_>, all: bool) -> Cow<'g, Lock> {
    match compared(graph) {
        Compared { current: Some((has_all, current)), .. } if *has_all == all => Cow::Borrowed(current),
        _ => Cow::Owned(Tree::new(graph, all).lock),
    }
}

/// A change as it is accepted: the rule that tells it, and its sentence.
pub fn accepted_as(rule: &str, message: &str) -> String {
    format!("{rule}: {message}")
}

fn compared<'g>(graph: &'g Graph<'_>) -> &'g Compared {
    graph.compared.get_or_init(|| match graph.input.base.or(graph.input.lock) {
        Some(lock) => {
            let all = has_more(lock);
            let tree = Tree::new(graph, all);
            Compared { all: changes::since(graph, lock, &tree), current: Some((all, tree.lock)) }
        }
        None => Compared::default(),
    })
}

/// Whether a lock has types to which nothing in it leads.
pub fn has_more(lock: &Lock) -> bool {
    of_code::reached(lock).len() < lock.types.len()
}
