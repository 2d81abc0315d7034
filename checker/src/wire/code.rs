//! Hashes of code that writes, reads and makes data, with all code of the workspace that it runs.
//!
//! What a hand-written `Serialize` writes may be decided by a method that it calls, by a constant, or by the
//! `Display` of what it writes: each of them changes the data as the impl itself does.

use crate::graph::Graph;
use crate::graph::reach::Reach;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, DefKind};
use std::cell::{OnceCell, RefCell};

pub(super) struct Code<'g> {
    graph: &'g Graph<'g>,
    /// Read when it is first asked for: most workspaces write little by hand.
    reach: OnceCell<Reach>,
    known: RefCell<FxHashMap<(DefId, Vec<DefId>), u64>>,
}

impl<'g> Code<'g> {
    pub(super) fn new(graph: &'g Graph<'g>) -> Self {
        Self { graph, reach: OnceCell::new(), known: RefCell::default() }
    }

    /// Of a function, a constant or an impl, with values of these types.
    pub(super) fn of(&self, id: DefId, given: &[DefId]) -> u64 {
        let asked = (id, given.to_vec());
        if let Some(known) = self.known.borrow().get(&asked) {
            return *known;
        }
        let world = self.graph.world();
        let code = |id: DefId| world.item(id).map_or(0, |item| item.code);
        let reach = self.reach.get_or_init(|| Reach::new(self.graph, FxHashSet::default()));
        let own: Vec<DefId> = match world.def(id).kind {
            DefKind::Impl => world.children(id).to_vec(),
            _ => vec![id],
        };
        let run: FxHashSet<DefId> =
            own.iter().flat_map(|function| reach.run_by(self.graph, *function, given)).collect();
        let beside = run.into_iter().filter(|run| !own.contains(run)).map(code);
        let all = beside.fold(code(id), u64::wrapping_add);
        self.known.borrow_mut().insert(asked, all);
        all
    }

    /// Of several together, in whatever order.
    pub(super) fn of_all(&self, ids: &[DefId], given: &[DefId]) -> u64 {
        ids.iter().map(|id| self.of(*id, given)).fold(0, u64::wrapping_add)
    }
}
