//! Exceptions: which findings they tolerate, and until when.

use super::{expired_exception, findings};
use crate::finding::{Finding, Level};
use crate::graph::Graph;
use stateline_schema::Exception;

/// What exceptions did in a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Tolerated {
    /// Findings that are not reported.
    pub(super) findings: usize,
}

/// Takes out what exceptions tolerate.
///
/// An exception that is past its day tolerates nothing; but as long as `expired-exception` reports
/// it as an error, with the places of what it tolerated, these are not reported twice.
pub(super) fn apply(graph: &Graph<'_>, found: &mut Vec<Finding>) -> Tolerated {
    let today = graph.input.as_of;
    let entries = &graph.input.exceptions.entries;
    let speaks_for_them = findings::level(&expired_exception::RULE, graph.input.map) == Some(Level::Error);
    let mut tolerated = Tolerated::default();
    found.retain(|finding| {
        let (expired, holding): (Vec<_>, Vec<_>) =
            entries.iter().filter(|entry| covers(entry, finding)).partition(|entry| entry.is_expired(today));
        if !holding.is_empty() {
            tolerated.findings += 1;
        }
        holding.is_empty() && (expired.is_empty() || !speaks_for_them)
    });
    tolerated
}

/// Whether an exception is about a finding. None is about findings on exceptions.
pub(super) fn covers(entry: &Exception, finding: &Finding) -> bool {
    let edge = finding.edge.as_ref().map(|edge| (edge.from.as_str(), edge.item.as_str()));
    let mut paths = finding.places.iter().map(|place| place.path.as_str());
    !finding.rule.ends_with("-exception")
        && finding.rule != "exception-without-reason"
        && entry.covers(finding.rule, edge, paths.next().unwrap_or_default())
}
