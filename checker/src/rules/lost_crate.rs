//! Crates that contexts own by name and the workspace does not have, and what each has become: after a crate was
//! renamed, one finding says so, and not each path into it besides.

use super::border::SPELT_OUT;
use super::findings::level;
use super::unknown_owner_path;
use crate::finding::Place;
use crate::graph::region::Miss;
use crate::graph::{Graph, Unowned};
use stateline_rust::World;
use stateline_schema::Span;

/// A name in `owns` that no crate bears any more.
pub(super) struct LostCrate<'g> {
    pub(super) miss: &'g Miss,
    pub(super) name: &'g str,
    /// The crate that it has become, which no context owns.
    pub(super) became: Option<Unowned>,
}

/// All of them, in the order of the map.
pub(super) fn lost_crates<'g>(graph: &'g Graph<'_>) -> Vec<LostCrate<'g>> {
    let named = graph.regions.misses.iter().filter_map(|miss| Some((miss, name(graph, miss)?)));
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        return Vec::new();
    }
    let mut free: Vec<Unowned> =
        graph.unowned().into_iter().filter(|unowned| unowned.what == "crate").collect();
    let is_only = named.len() == 1 && free.len() == 1;
    let mut became = |name: &str| {
        // A renamed crate often stays in its folder.
        let in_folder = |unowned: &Unowned| {
            let folder = unowned.place.path.split('/').rev().skip(1).find(|folder| *folder != "src");
            folder.is_some_and(|folder| folder.replace('-', "_") == *name)
        };
        let at = free.iter().position(in_folder).or(is_only.then_some(0))?;
        Some(free.remove(at))
    };
    named.into_iter().map(|(miss, name)| LostCrate { miss, name, became: became(name) }).collect()
}

/// The crates that lost ones have become, where these are told with them.
pub(super) fn told_with_lost(graph: &Graph<'_>) -> Vec<Unowned> {
    if level(&unknown_owner_path::RULE, graph.input.map).is_none() {
        return Vec::new();
    }
    lost_crates(graph).into_iter().filter_map(|lost| lost.became).collect()
}

impl LostCrate<'_> {
    /// Where the map leads nowhere since then: the first of these places, and how many there are.
    pub(super) fn consequences(&self, graph: &Graph<'_>) -> (Vec<Place>, usize) {
        let all = graph.permissions.dangling.iter().chain(&graph.laws.dangling);
        let mut spans: Vec<Span> =
            all.filter(|path| path.into == Some(self.miss.context)).map(|path| path.span).collect();
        spans.sort_by_key(|span| (span.source.0, span.start));
        let places = spans.iter().take(SPELT_OUT).map(|span| graph.at_map(*span, "no longer exists"));
        (places.collect(), spans.len())
    }
}

/// The crate that an entry of `owns` names and the workspace does not have.
fn name<'g>(graph: &'g Graph<'_>, miss: &Miss) -> Option<&'g str> {
    let owned = &graph.context(miss.context).owns[miss.pattern].value;
    let name = owned.code()?.base()?.segments().next()?;
    (miss.within.is_none() && miss.at == 0 && namesakes(graph.world(), name).is_empty()).then_some(name)
}

/// The names by which the map knows the crates that several packages give this one name.
pub(super) fn namesakes<'w>(world: &'w World<'_>, name: &str) -> Vec<&'w str> {
    let named = world.crates.iter().filter(|held| held.target.is_some() && world.text(held.name) == name);
    named.map(|held| world.text(held.known_as)).filter(|known_as| *known_as != name).collect()
}
