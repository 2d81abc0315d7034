//! A step that cannot be taken back, and nothing to make up for it.

use super::sandbox::{NOWHERE, Sandbox, step};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use stateline_schema::attribute::{Attribute, Effect};
use stateline_schema::{Process, Spanned, Step};

pub(super) static RULE: Rule = Rule {
    name: "irreversible-without-compensation",
    kind: RuleKind::Line,
    summary: "an irreversible step has no compensation",
    level: Level::Error,
    page: include_str!("irreversible-without-compensation.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for process in graph.input.map.processes.values() {
        for step in process.versions().flat_map(|version| &version.steps) {
            let found = match step.compensated_by {
                None if step.is_irreversible() => Some(said(graph, process, step)),
                None => calls(graph, process, step),
                Some(_) => unmarked(graph, process, step),
            };
            found.into_iter().for_each(|found| findings.add(found));
        }
    }
}

/// The map itself says that it cannot be taken back.
fn said(graph: &Graph<'_>, process: &Process, step: &Step) -> Found {
    let said = step.irreversible.as_ref().map_or(step.name.span, |said| said.span);
    let (name, whose) = (&step.name.value, &process.name.value);
    let function = graph.step_function(process, name);
    let message = format!("{whose}'s step {name} cannot be taken back, and nothing makes up for it");
    Found::new(message, graph.at_map(step.name.span, "no `compensated_by`"))
        .place(graph.at_map(said, "irreversible"))
        .places(function.map(|function| graph.at_def(function, "the step")))
        .help(advice(name))
}

/// It calls an operation that cannot be undone.
fn calls(graph: &Graph<'_>, process: &Process, step: &Step) -> Option<Found> {
    let function = graph.step_function(process, &step.name.value)?;
    let mark = graph.mark_on(function, Attribute::Step)?;
    let lasting = mark.called().iter().find_map(|meant| {
        let operation = graph.mark_on(meant.def?, Attribute::Operation)?;
        // What it may not call at all is the business of `undeclared-call`.
        if !graph.may_call(mark, operation.def()) {
            return None;
        }
        let effect = operation
            .effect
            .as_ref()
            .filter(|effect| Effect::named(&effect.text) == Some(Effect::Irreversible))?;
        Some((meant, operation, effect.span))
    });
    let (meant, operation, effect) = lasting?;
    let (name, what) = (&step.name.value, graph.path(operation.def()));
    let message =
        format!("the step {name} calls {what}, which cannot be undone, and nothing makes up for {name}");
    Some(
        Found::new(message, graph.at_code(mark.file(), meant.span, "called here"))
            .place(
                graph
                    .at_map(step.name.span, format!("a step of {}: no `compensated_by`", process.name.value)),
            )
            .place(graph.at_code(operation.file(), effect, "irreversible"))
            .help(advice(name)),
    )
}

/// What the map names to make up for it does not say that it does.
fn unmarked(graph: &Graph<'_>, process: &Process, step: &Step) -> Option<Found> {
    let undo = step.compensated_by.as_ref()?;
    let context = graph.context_of(process).filter(|context| graph.uses_macros(*context))?;
    if !graph.marked_for(process, &undo.value, Attribute::Compensation).is_empty() {
        return None;
    }
    let function = graph.functions(context, &undo.value).into_iter().find(|function| {
        // A compensation of another process is told where it says so.
        graph.mark_on(*function, Attribute::Compensation).is_none()
    })?;
    let (name, whose) = (&step.name.value, &process.name.value);
    let is_step = graph.mark_on(function, Attribute::Step).is_some();
    let (what, label) = match is_step {
        true => ("a step itself", "a step"),
        false => ("no compensation", "no `#[compensation]`"),
    };
    let message = format!("{whose}'s step {name} is undone by {}, which is {what}", undo.value);
    Some(
        Found::new(message, graph.at_def(function, label))
            .place(graph.at_map(undo.span, format!("undoes {name}")))
            .help(format!(
                "a compensation takes what {name} takes: `#[compensation(process = \"{whose}\")]`"
            )),
    )
}

fn advice(name: &str) -> String {
    format!("name the function that makes up for it: `compensated_by: undo_{name}`")
}

/// An irreversible step.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.graph.contexts().next()?;
    let irreversible = Some(Spanned::new(true, NOWHERE));
    sandbox.process(context, vec![Step { irreversible, ..step("planted") }]);
    Some(format!("a step of {} is irreversible", sandbox.graph.name(context)))
}
