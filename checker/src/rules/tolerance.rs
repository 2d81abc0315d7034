//! Exceptions: which findings they tolerate, and until when.

use super::{RuleKind, expired_exception, findings};
use crate::finding::{Finding, Level};
use crate::graph::{ContextId, Graph};
use rustc_hash::FxHashMap;
use stateline_schema::{Exception, Path, Tolerated};

/// What exceptions did in a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Findings that are not reported.
    pub(super) findings: usize,
}

/// Takes out what exceptions tolerate.
///
/// An exception that is past its day and the map's days of grace tolerates nothing; but as long as `expired-exception` reports
/// it as an error, with the places of what it tolerated, these are not reported twice.
pub(super) fn apply(graph: &Graph<'_>, found: &mut Vec<Finding>) -> Tally {
    let (today, grace) = (graph.input.as_of, graph.input.map.grace());
    let entries = &graph.input.exceptions.entries;
    let speaks_for_them = findings::level(&expired_exception::RULE, graph.input.map) == Some(Level::Error);
    let (mut holding, mut ended) = (vec![false; found.len()], vec![false; found.len()]);
    for (entry, held) in entries.iter().zip(held(graph, found)) {
        let by = if entry.is_over(today, grace) { &mut ended } else { &mut holding };
        held.iter().flatten().for_each(|finding| by[*finding] = true);
    }
    let tally = Tally { findings: holding.iter().filter(|holds| **holds).count() };
    let mut at = 0..;
    found.retain(|_| {
        let at = at.next().expect("there is always another number");
        let is_hidden = holding[at] || (ended[at] && speaks_for_them);
        !is_hidden
    });
    tally
}

/// Which findings exceptions are about: for each exception, for each thing that it tolerates, the
/// indices of those findings. None is about findings on exceptions.
///
/// There may be thousands of both, so an edge is looked up by the item that it names, or by the module
/// before its star.
pub(super) fn held(graph: &Graph<'_>, found: &[Finding]) -> Vec<Vec<Vec<usize>>> {
    let entries = &graph.input.exceptions.entries;
    let mut held: Vec<Vec<Vec<usize>>> =
        entries.iter().map(|entry| vec![Vec::new(); entry.tolerates.len()]).collect();
    let mut by_edge: FxHashMap<(&str, &str), Vec<(usize, usize)>> = FxHashMap::default();
    let mut others = Vec::new();
    for (entry, exception) in entries.iter().enumerate() {
        for (part, tolerated) in exception.tolerates.iter().enumerate() {
            if stray(graph, exception, tolerated).is_some() {
                continue;
            }
            match tolerated {
                Tolerated::Edge { from, to, .. } => {
                    let base = to.value.base().map_or("", Path::as_str);
                    by_edge.entry((&from.value, base)).or_default().push((entry, part));
                }
                Tolerated::Rule { .. } => others.push((entry, part)),
            }
        }
    }
    for (index, finding) in found.iter().enumerate().filter(|(_, finding)| !is_intolerable(finding)) {
        let edge = finding.edge.as_ref().map(|edge| (edge.from.as_str(), edge.item.as_str()));
        let file = finding.places.first().map_or("", |place| &*place.path);
        let about = edge.into_iter().flat_map(|(from, item)| above(item).map(move |path| (from, path)));
        let about = about.filter_map(|edge| by_edge.get(&edge)).flatten();
        for &(entry, part) in about.chain(&others) {
            if entries[entry].tolerates[part].covers(finding.rule, edge, file) {
                held[entry][part].push(index);
            }
        }
    }
    held
}

/// The folder beside whose code an exception stands, if it is about other code: whoever owns that would not see it.
pub(super) fn stray<'e>(
    graph: &Graph<'_>,
    exception: &'e Exception,
    tolerated: &Tolerated,
) -> Option<&'e str> {
    let folder = exception.folder.as_deref()?;
    let is_inside = |path: &str| std::path::Path::new(path).starts_with(folder);
    let is_there = match tolerated {
        Tolerated::Edge { from, .. } => ContextId::find(graph.input.map, &from.value)
            .is_none_or(|context| graph.package_folders(context).into_iter().any(is_inside)),
        Tolerated::Rule { at, .. } => at.as_ref().is_some_and(|at| is_inside(&at.value)),
    };
    (!is_there).then_some(folder)
}

/// An item's path, that of each module around it, and the empty one around all.
fn above(item: &str) -> impl Iterator<Item = &str> {
    let paths = std::iter::successors(Some(item), |path| path.rsplit_once("::").map(|(above, _)| above));
    paths.chain([""])
}

/// What no exception tolerates.
fn is_intolerable(finding: &Finding) -> bool {
    super::rule(finding.rule).is_some_and(|rule| matches!(rule.kind, RuleKind::Exception | RuleKind::Time))
}

#[cfg(test)]
mod tests {
    use super::above;

    #[test]
    fn what_is_above_an_item_ends_with_everything() {
        assert_eq!(above("a::b::c").collect::<Vec<_>>(), ["a::b::c", "a::b", "a", ""]);
    }
}
