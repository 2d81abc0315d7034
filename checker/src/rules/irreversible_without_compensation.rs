//! A step that cannot be taken back, and nothing to make up for it.

use super::{Findings, Found, Rule};
use crate::finding::Level;
use crate::graph::Graph;
use crate::prove::Plot;
use crate::prove::{NOWHERE, step};
use stateline_schema::{Spanned, Step};

pub(super) static RULE: Rule = Rule {
    name: "irreversible-without-compensation",
    summary: "an irreversible step has no compensation",
    level: Level::Error,
    page: include_str!("irreversible-without-compensation.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for process in graph.input.map.processes.values() {
        for step in process.versions().flat_map(|version| &version.steps) {
            if !step.is_irreversible() || step.compensated_by.is_some() {
                continue;
            }
            let said = step.irreversible.as_ref().map_or(step.name.span, |said| said.span);
            let name = &step.name.value;
            let message = format!(
                "{}'s step {name} cannot be taken back, and nothing makes up for it",
                process.name.value
            );
            let found = Found::new(message, graph.at_map(step.name.span, "no `compensated_by`"))
                .place(graph.at_map(said, "irreversible"))
                .help(format!("name the function that makes up for it: `compensated_by: undo_{name}`"));
            findings.add(found);
        }
    }
}

/// An irreversible step.
fn plant(plot: &mut Plot<'_>) -> Option<String> {
    let context = plot.graph.contexts().next()?;
    let irreversible = Some(Spanned::new(true, NOWHERE));
    plot.process(context, vec![Step { irreversible, ..step("planted") }]);
    Some(format!("a step of {} is irreversible", plot.graph.name(context)))
}
