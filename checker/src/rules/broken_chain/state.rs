//! A state that is made by hand: an instance at a step that nothing led to.

use crate::graph::body_paths::{PathTarget, body_names};
use crate::graph::signature::outside_types;
use crate::graph::{ContextId, Graph};
use crate::rules::Found;
use rustc_hash::FxHashSet;
use stateline_rust::{DefId, DefKind};
use stateline_schema::attribute::Attribute;
use stateline_schema::map::CodeKind;

/// What the runner alone reads and writes.
const STATES: [&str; 2] = ["stateline::State", "stateline::chain::State"];

/// Functions that read a state from somewhere, in ordinary code of contexts that have steps.
pub(super) fn by_hand(graph: &Graph<'_>) -> Vec<Found> {
    let world = graph.world();
    let owners: FxHashSet<ContextId> = graph.marked(Attribute::Step).filter_map(|mark| mark.owner).collect();
    if owners.is_empty() {
        return Vec::new();
    }
    let ours = |id: &DefId| {
        let function = world.def(*id).kind == DefKind::Function && world.origin(*id) == *id;
        let owner = graph.regions.owner(*id).is_some_and(|owner| owners.contains(&owner));
        function && owner && graph.codes.of(world, *id) == CodeKind::Main
    };
    let makes = |id: &DefId| names_state(graph, *id) && reads(graph, *id);
    graph.defs().filter(ours).filter(makes).map(|id| found(graph, id)).collect()
}

/// Whether a function makes a value of what is stored or sent somewhere.
fn reads(graph: &Graph<'_>, id: DefId) -> bool {
    const READING: [&str; 3] = ["deserialize", "decode", "read"];
    let world = graph.world();
    let is_reading = |name: &str| name.starts_with("from_") || READING.contains(&name);
    let names = body_names(graph, id);
    let by_path = names.path_uses.iter().any(|named| match &named.target {
        PathTarget::Outside(path) => path.rsplit("::").next().is_some_and(is_reading),
        PathTarget::Workspace(_) => false,
    });
    by_path || names.called.iter().any(|called| is_reading(world.text(called.name)))
}

fn names_state(graph: &Graph<'_>, id: DefId) -> bool {
    let is_state = |path: &str| STATES.contains(&path);
    let in_body = body_names(graph, id).path_uses.iter().any(|named| match &named.target {
        PathTarget::Outside(path) => is_state(path),
        PathTarget::Workspace(_) => false,
    });
    in_body || outside_types(graph, id).iter().any(|path| is_state(path))
}

fn found(graph: &Graph<'_>, id: DefId) -> Found {
    let name = graph.world().text(graph.world().def(id).name);
    let message = format!("`{name}` deserializes the stored state of a process, in a context that has steps");
    let process = graph.input.map.processes.values().next();
    let decides = process.map(|process| {
        graph.at_map(process.name.span, "a state says at which step an instance of this process is")
    });
    Found::new(message, graph.at_def(id, "reads a state")).places(decides).help(
        "start and continue instances with a `stateline::runner::Runner`; only tests may read a state here",
    )
}
