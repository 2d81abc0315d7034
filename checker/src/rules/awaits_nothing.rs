//! A step awaits messages that never reach its context.

use super::sandbox::{Sandbox, awaiting, step};
use super::{Findings, Found, Rule, RuleKind, border};
use crate::finding::Level;
use crate::graph::Graph;
use stateline_schema::Step;

pub(super) static RULE: Rule = Rule {
    name: "awaits-nothing",
    kind: RuleKind::Line,
    summary: "a step awaits a topic that its context does not subscribe to",
    level: Level::Error,
    page: include_str!("awaits-nothing.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let map = graph.input.map;
    for process in map.processes.values() {
        let Some(context) = graph.context_of(process) else { continue };
        let steps = process.versions().flat_map(|version| &version.steps);
        let awaited = steps.flat_map(|step| step.awaits.iter().map(move |awaited| (step, &awaited.topic)));
        for (step, awaited) in awaited {
            // A topic that nobody declared is found by another rule.
            let is_declared = graph.topic(&awaited.value).is_some();
            let subscribes = &graph.context(context).subscribes;
            if !is_declared || subscribes.iter().any(|topic| topic.value == awaited.value) {
                continue;
            }
            let who = graph.name(context);
            let decides = subscribes.first().map_or(graph.context(context).name.span, |first| first.span);
            let message = format!(
                "the step `{1}` of `{0}` awaits `{2}`, but `{who}` does not subscribe to it",
                process.name.value, step.name.value, awaited.value
            );
            let found = Found::new(message, graph.at_map(awaited.span, "it would wait forever"))
                .place(graph.at_map(decides, border::subscriptions(graph.context(context))))
                .help(format!("add `{}` to `contexts.{who}.subscribes`", awaited.value));
            findings.add(found);
        }
    }
}

/// A step awaits what its context does not subscribe to.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.graph.contexts().next()?;
    sandbox.topic("planted.topic", None);
    sandbox.process(context, vec![Step { awaits: vec![awaiting("planted.topic")], ..step("planted") }]);
    Some(format!("a step of {} awaits what it does not hear", sandbox.graph.name(context)))
}
