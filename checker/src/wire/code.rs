//! Hashes of code that writes, reads and makes data, with all code of the workspace that it runs.
//!
//! What a hand-written `Serialize` writes may be decided by a method that it calls, by a constant, by the number of a
//! variant, or by the `Display` or the `Default` of what it writes: each of them changes the data as the impl itself
//! does.

use crate::graph::Graph;
use crate::graph::met::Met;
use crate::graph::reach::Reach;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::summary::Namespace;
use stateline_rust::{DefId, DefKind};
use stateline_schema::entries::fingerprint;
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
        let reach = self.reach.get_or_init(|| Reach::new(self.graph, FxHashSet::default()));
        let own: Vec<DefId> = match world.def(id).kind {
            DefKind::Impl => world.children(id).to_vec(),
            _ => vec![id],
        };
        let (mut run, mut types) = (FxHashSet::default(), FxHashSet::default());
        for function in &own {
            let all = reach.run_by(self.graph, *function, given);
            run.extend(all.functions);
            types.extend(all.types);
        }
        let beside = run.iter().filter(|run| !own.contains(run)).map(|id| self.text(*id));
        let defaults = types.iter().map(|ty| self.variant_by_default(*ty));
        let numbers = run.iter().map(|function| self.graph.numbers_in(*function));
        let sizes = run.iter().any(|function| self.graph.asks_for_sizes(*function));
        let sizes = types.iter().filter(|_| sizes).map(|ty| self.text(*ty));
        let all = beside.chain(defaults).chain(numbers).chain(sizes).fold(self.text(id), u64::wrapping_add);
        self.known.borrow_mut().insert(asked, all);
        all
    }

    /// Of several together, in whatever order.
    pub(super) fn of_all(&self, ids: &[DefId], given: &[DefId]) -> u64 {
        ids.iter().map(|id| self.of(*id, given)).fold(0, u64::wrapping_add)
    }

    /// Of the code that these impls have for a type and for all that it is made of; none where there is none.
    pub(super) fn of_impls(&self, impls: &super::codec::Impls, types: &[DefId]) -> Option<u64> {
        let mut met = Met::default();
        types.iter().for_each(|ty| met.meet(self.graph, *ty, *ty));
        let found = met.types().into_iter().filter_map(|(ty, _)| impls.get(&ty));
        found.map(|impls| self.of_all(impls, &[])).reduce(u64::wrapping_add)
    }

    /// Of what the derived default of types is, with all that they are made of: which variant it is, and the code of a
    /// default by hand. None where nothing of it is said.
    pub(super) fn of_default(&self, by_hand: &super::codec::Impls, types: &[DefId]) -> Option<u64> {
        let mut met = Met::default();
        types.iter().for_each(|ty| met.meet(self.graph, *ty, *ty));
        let found = met.types().into_iter().flat_map(|(ty, _)| {
            let impls = by_hand.get(&ty).map(|impls| self.of_all(impls, &[]));
            impls.into_iter().chain(Some(self.variant_by_default(ty)).filter(|hash| *hash != 0))
        });
        found.reduce(u64::wrapping_add)
    }

    fn text(&self, id: DefId) -> u64 {
        self.graph.world().item(id).map_or(0, |item| item.code)
    }

    /// The variant with `#[default]`, as a hash of its name.
    fn variant_by_default(&self, ty: DefId) -> u64 {
        let world = self.graph.world();
        let summary = world.summary(world.def(ty).file);
        let says = |variant: &&DefId| {
            let Some(item) = world.item(**variant) else { return false };
            summary.attributes[item.attributes].iter().any(|attribute| {
                super::codec::real_name(self.graph, world.site(ty), attribute.path, Namespace::Macro)
                    == "default"
            })
        };
        let found = world.children(ty).iter().find(says);
        let name = |id: DefId| world.text(world.def(id).name);
        found.map_or(0, |variant| fingerprint(format!("{}::{}", name(ty), name(*variant)).as_bytes()))
    }
}
