//! What is computed once, and by whose means: whether a body fills a static with what it has itself.

use super::Graph;
use super::body_paths::bodies;
use super::subexpressions::uses_variable;
use rustc_hash::FxHashSet;
use stateline_rust::DefId;
use stateline_rust::summary::{Expr, PathId};

/// The methods by which somebody has a thing computed once, with what computes it.
const COMPUTING: [&str; 3] = ["get_or_init", "get_or_try_init", "get_mut_or_init"];

/// Whether a body uses the static that is named at these places only to have it computed once, by its own
/// means: then nobody else decides what it holds.
pub fn only_initialises(graph: &Graph<'_>, of: DefId, at: &FxHashSet<u32>) -> bool {
    let world = graph.world();
    let file = world.def(of).file;
    bodies(graph, of).iter().all(|body| {
        let place = |path: PathId| {
            let segment = body.terms.segments[body.terms.paths[path].segments].last();
            segment.map(|segment| segment.at).filter(|place| at.contains(place))
        };
        let named = body.terms.paths.ids().filter(|path| place(*path).is_some()).count();
        let by_itself = body.exprs.iter().filter(|expr| match expr {
            Expr::MethodCall { receiver, name, args, .. } => {
                let receives = matches!(body.exprs[*receiver], Expr::Path(path) if place(path).is_some());
                let computes = COMPUTING.contains(&world.text(world.symbol(file, *name)));
                let given = &body.expr_lists[*args];
                receives && computes && !given.iter().any(|given| uses_variable(graph, file, body, *given))
            }
            _ => false,
        });
        named == by_itself.count()
    })
}

/// Whether a body fills something with what it was given: `self.0.set(rate)`, `self.0.get_or_init(|| rate)`.
pub fn fills(graph: &Graph<'_>, of: DefId) -> bool {
    const SETTING: [&str; 2] = ["set", "try_insert"];
    let world = graph.world();
    let file = world.def(of).file;
    bodies(graph, of).iter().any(|body| {
        body.exprs.iter().any(|expr| match *expr {
            Expr::MethodCall { name, args, .. } => {
                let name = world.text(world.symbol(file, name));
                let given = &body.expr_lists[args];
                SETTING.contains(&name)
                    || (COMPUTING.contains(&name)
                        && given.iter().any(|given| uses_variable(graph, file, body, *given)))
            }
            _ => false,
        })
    })
}
