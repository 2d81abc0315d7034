//! A step takes what the step before it cannot return.

use super::{Findings, Found, Rule};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::chain::{input, outputs, with_contents};
use crate::resolve::DefId;
use stateline_schema::{Process, Step};
use crate::prove::Plot;
use crate::prove::step;

pub(super) static RULE: Rule = Rule {
    name: "broken-chain",
    summary: "a step takes what the step before it does not return",
    level: Level::Error,
    page: include_str!("broken-chain.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for process in graph.input.map.processes.values() {
        for version in process.versions() {
            for pair in version.steps.windows(2) {
                if let [before, after] = pair
                    && let Some(found) = gap(graph, process, before, after)
                {
                    findings.add(found);
                }
            }
        }
    }
}

/// What is wrong between two steps, if the source leaves no doubt.
fn gap(graph: &Graph<'_>, process: &Process, before: &Step, after: &Step) -> Option<Found> {
    let function = |step: &Step| graph.step_function(process, &step.name.value);
    let (one, other): (DefId, DefId) = (function(before)?, function(after)?);
    let wanted = input(graph, other)?;
    let given = outputs(graph, one)?;
    if with_contents(graph, &given).contains(&wanted) {
        return None;
    }
    let (first, second) = (&before.name.value, &after.name.value);
    let returned: Vec<String> = given.iter().map(|ty| graph.path(*ty)).collect();
    let returns = match returned.is_empty() {
        true => "no type of ours".to_owned(),
        false => returned.join(", "),
    };
    let message = format!(
        "the step {second} takes {}, which {first}, the step before it, does not return",
        graph.path(wanted)
    );
    Some(
        Found::new(message, graph.at_def(other, format!("takes {}", graph.path(wanted))))
            .place(graph.at_map(after.name.span, format!("comes after {first}")))
            .place(graph.at_def(one, format!("returns {returns}")))
            .help(format!("let {first} return what {second} takes, or put a step between them")),
    )
}

/// Two functions follow each other that do not fit.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let graph = plot.graph;
    let alone = |id: &DefId| graph.free_functions(plot.text(*id)).len() == 1;
    let (context, before, after) = plot.contexts().into_iter().find_map(|context| {
        let functions: Vec<DefId> = plot.functions(context).take(TRIED).filter(alone).collect();
        let fits = |before: DefId, after: DefId| {
            let (wanted, given) = (input(graph, after)?, outputs(graph, before)?);
            (!with_contents(graph, &given).contains(&wanted)).then_some((context, before, after))
        };
        let mut pairs = functions.iter().flat_map(|a| functions.iter().map(move |b| (*a, *b)));
        pairs.find_map(|(before, after)| fits(before, after))
    })?;
    plot.process(context, vec![step(plot.text(before)), step(plot.text(after))]);
    Some(format!("{} follows {}, which does not return what it takes", graph.path(after), graph.path(before)))
}

/// So many functions of a context are tried.
const TRIED: usize = 64;
