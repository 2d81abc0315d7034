//! A process that is not a straight line.

use super::sandbox::{NOWHERE, Sandbox};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use stateline_schema::map::NonLinear;

pub(super) static RULE: Rule = Rule {
    name: "non-linear-process",
    kind: RuleKind::Line,
    summary: "a process branches, loops, jumps or nests",
    level: Level::Error,
    page: include_str!("non-linear-process.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for process in graph.input.map.processes.values() {
        for bend in process.nonlinear() {
            let name = &process.name.value;
            let message =
                format!("the process `{name}` is not a straight line of steps: it has `{}`", bend.what);
            let found = Found::new(message, graph.at_map(bend.span, "not a list of steps"))
                .place(graph.at_map(process.name.span, "in this process"))
                .places(graph.at_chains(process))
                .help(
                    "list one step after the other, and write branches and loops as ordinary code inside a step",
                );
            findings.add(found);
        }
    }
}

/// A process jumps.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.graph.contexts().next()?;
    sandbox.process(context, Vec::new());
    let process = sandbox.map.processes.get_mut("planted")?;
    process.current.nonlinear.push(NonLinear { what: "goto".to_owned(), span: NOWHERE });
    Some(format!("a process of {} jumps", sandbox.graph.name(context)))
}
