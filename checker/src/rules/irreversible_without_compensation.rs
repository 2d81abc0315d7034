//! What cannot be taken back, where nothing makes up for it and the map does not say that nothing can.

use super::sandbox::{NOWHERE, Sandbox, step};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::{Graph, Mark};

use stateline_rust::Meant;
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
                Some(_) => unmarked(graph, process, step).or_else(|| undoing(graph, process, step)),
            };
            found.into_iter().for_each(|found| findings.add(found));
        }
    }
}

/// The map itself says that it cannot be taken back.
fn said(graph: &Graph<'_>, process: &Process, step: &Step) -> Found {
    let said = step.irreversible.as_ref().map_or(step.name.span, |said| said.span);
    let (name, whose) = (&step.name.value, &process.name.value);
    let function = graph.step_function(process, step.function());
    let message = format!("the step `{name}` of `{whose}` is irreversible, but has no compensation");
    Found::new(message, graph.at_map(step.name.span, "no `compensated_by`"))
        .place(graph.at_map(said, "irreversible"))
        .places(function.map(|function| graph.at_def(function, "the step")))
        .help(advice(graph, process, name))
}

/// It calls an operation that cannot be undone.
fn calls(graph: &Graph<'_>, process: &Process, step: &Step) -> Option<Found> {
    let function = graph.step_function(process, step.function())?;
    let lasting = Lasting::called_by(graph, graph.mark_on(function, Attribute::Step)?)?;
    let (name, what) = (&step.name.value, lasting.told(graph));
    let message =
        format!("the step `{name}` calls the irreversible operation `{what}`, but has no compensation");
    let place =
        graph.at_map(step.name.span, format!("a step of `{}` without `compensated_by`", process.name.value));
    Some(lasting.found(graph, message, place).help(advice(graph, process, name)))
}

/// What undoes it calls an operation that cannot be undone, and the map does not say so.
fn undoing(graph: &Graph<'_>, process: &Process, step: &Step) -> Option<Found> {
    let undo = step.compensated_by.as_ref().filter(|_| !step.compensation_is_irreversible())?;
    let function = graph.undo_function(process, step)?;
    let lasting = Lasting::called_by(graph, graph.mark_on(function, Attribute::Compensation)?)?;
    let (name, what) = (undo.value.last(), lasting.told(graph));
    let message = format!(
        "the compensation `{name}` of `{}` calls the irreversible operation `{what}`",
        step.name.value
    );
    let place = graph.at_map(undo.span, format!("undoes {}", step.name.value));
    let help = format!(
        "call an operation that can be undone, or write `compensated_by: {{ function: {}, irreversible: true }}`",
        undo.value
    );
    Some(lasting.found(graph, message, place).help(help))
}

/// A call of what cannot be undone.
struct Lasting<'g> {
    mark: Mark<'g>,
    called: &'g Meant,
    operation: Mark<'g>,
    effect: (u32, u32),
}

impl<'g> Lasting<'g> {
    /// The first that an attribute lists.
    fn called_by(graph: &Graph<'g>, mark: Mark<'g>) -> Option<Lasting<'g>> {
        mark.called().iter().find_map(|called| {
            let operation = graph.mark_on(called.def?, Attribute::Operation)?;
            let said = operation.effect?;
            let lasts = Effect::named(&said.text) == Some(Effect::Irreversible);
            // What it may not call at all is the business of `undeclared-call`.
            (lasts && graph.may_call(mark, operation.def())).then_some(Lasting {
                mark,
                called,
                operation,
                effect: said.span,
            })
        })
    }

    fn told(&self, graph: &Graph<'g>) -> String {
        graph.path(self.operation.def())
    }

    fn found(&self, graph: &Graph<'g>, message: String, decides: Place) -> Found {
        Found::new(message, graph.at_code(self.mark.file(), self.called.span, "called here"))
            .place(decides)
            .place(graph.at_code(self.operation.file(), self.effect, "irreversible"))
    }
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
        false => ("not a compensation", "no `#[compensation]`"),
    };
    let message =
        format!("the step `{name}` of `{whose}` is compensated by `{}`, which is {what}", undo.value);
    Some(
        Found::new(message, graph.at_def(function, label))
            .place(graph.at_map(undo.span, format!("undoes {name}")))
            .help(match is_step {
                true => format!(
                    "name a function with `#[compensation(process = \"{whose}\")]`, which takes what `{name}` takes"
                ),
                false => format!(
                    "add `#[compensation(process = \"{whose}\")]` to `{}`, which has to take what `{name}` takes",
                    undo.value
                ),
            }),
    )
}

fn advice(graph: &Graph<'_>, process: &Process, name: &str) -> String {
    let idle = graph.marked(Attribute::Compensation).find(|mark| {
        let ours = graph.process_of(*mark).is_some_and(|its| its.name.value == process.name.value);
        ours && graph.listings(*mark).is_empty()
    });
    match idle.map(|mark| graph.world().text(graph.world().def(mark.def()).name)) {
        Some(undo) => format!(
            "add `compensated_by: FUNCTION` to the step in the map; `{undo}` is a compensation that no step uses yet"
        ),
        None => format!(
            "add `compensated_by: undo_{name}` to the step in the map, and write `undo_{name}` with `#[compensation(process = \"{}\")]`",
            process.name.value
        ),
    }
}

/// An irreversible step.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.graph.contexts().next()?;
    let irreversible = Some(Spanned::new(true, NOWHERE));
    sandbox.process(context, vec![Step { irreversible, ..step("planted") }]);
    Some(format!("a step of {} is irreversible", sandbox.graph.name(context)))
}
