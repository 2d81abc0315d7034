//! A step takes what the step before it cannot return.

mod merge;
mod state;

use super::sandbox::{Sandbox, step};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::graph::chain::{input, outputs, step_types, told_of, with_contents};
use stateline_rust::DefId;
use stateline_schema::attribute::Attribute;
use stateline_schema::{Process, Step};

pub(super) static RULE: Rule = Rule {
    name: "broken-chain",
    kind: RuleKind::Line,
    summary: "a step does not take what the step before it returns, or a compensation not what its step takes",
    level: Level::Error,
    page: include_str!("broken-chain.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let shapes = merge::Shapes::new();
    for process in graph.input.map.processes.values() {
        for version in process.versions() {
            for pair in version.steps.windows(2) {
                if let [before, after] = pair
                    && let Some(found) = gap(graph, process, before, after)
                {
                    findings.add(found);
                }
            }
            merge::unstartable(graph, process, version).into_iter().for_each(|found| findings.add(found));
            for step in &version.steps {
                undone(graph, process, step).into_iter().for_each(|found| findings.add(found));
                merge::unfit((graph, &shapes), (process, version), step)
                    .into_iter()
                    .for_each(|found| findings.add(found));
            }
        }
    }
    state::by_hand(graph).into_iter().for_each(|found| findings.add(found));
}

/// What is wrong between two steps, if the source leaves no doubt.
fn gap(graph: &Graph<'_>, process: &Process, before: &Step, after: &Step) -> Option<Found> {
    let function = |step: &Step| graph.step_function(process, step.function());
    let (one, other): (DefId, DefId) = (function(before)?, function(after)?);
    if graph.mark_on(one, Attribute::Step).is_some() {
        let (given, wanted) = (step_types(graph, one)?.output, step_types(graph, other)?.input);
        return given.differs(graph, &wanted).then(|| {
            let returns = format!("returns `{}`", given.told(graph));
            broken(graph, (before, one, returns), (after, other, wanted.told(graph)))
        });
    }
    let wanted = input(graph, other)?;
    let given = outputs(graph, one)?;
    if with_contents(graph, &given).contains(&wanted) {
        return None;
    }
    let returned: Vec<String> = given.iter().map(|ty| graph.path(*ty)).collect();
    let returns = match returned.is_empty() {
        true => "returns no type of the workspace".to_owned(),
        false => format!("returns `{}`", returned.join("`, `")),
    };
    Some(broken(graph, (before, one, returns), (after, other, graph.path(wanted))))
}

fn broken(
    graph: &Graph<'_>,
    (before, one, returns): (&Step, DefId, String),
    (after, other, wanted): (&Step, DefId, String),
) -> Found {
    let (first, second) = (&before.name.value, &after.name.value);
    let message =
        format!("the step `{second}` takes `{wanted}`, but the step before it, `{first}`, {returns}");
    Found::new(message, graph.at_def(other, format!("takes `{wanted}`")))
        .place(graph.at_map(after.name.span, format!("comes after `{first}`")))
        .place(graph.at_def(one, returns))
        .help(format!("return `{wanted}` from `{first}`, or add a step between them"))
}

/// A compensation takes something else than the step that it undoes takes, or returns.
fn undone(graph: &Graph<'_>, process: &Process, step: &Step) -> Option<Found> {
    let undo = graph.undo_function(process, step)?;
    let function = graph.step_function(process, step.function())?;
    graph.mark_on(undo, Attribute::Compensation)?;
    graph.mark_on(function, Attribute::Step)?;
    let (taken, given) = (step_types(graph, undo)?.input, step_types(graph, function)?);
    let (verb, wanted, given, rule) = match told_of(graph, undo) {
        _ if given.input.differs(graph, &taken) => {
            ("takes", taken.told(graph), given.input.told(graph), "a compensation gets the input of its step")
        }
        Some(done) if given.output.differs(graph, &done) => {
            let wanted = format!("Done<{}>", done.told(graph));
            ("returns", wanted, given.output.told(graph), "`Done` holds what the step returned")
        }
        _ => return None,
    };
    let (name, who) = (&step.name.value, graph.world().text(graph.world().def(undo).name));
    let right = if verb == "takes" { given.clone() } else { format!("Done<{given}>") };
    let said = step.compensated_by.as_ref()?.span;
    let message =
        format!("the compensation `{who}` takes `{wanted}`, but `{name}`, which it undoes, {verb} `{given}`");
    Some(
        Found::new(message, graph.at_def(undo, format!("takes `{wanted}`")))
            .place(graph.at_map(said, format!("undoes {name}")))
            .place(graph.at_def(function, format!("{verb} `{given}`")))
            .help(format!("change the argument of `{who}` to `{right}`; {rule}")),
    )
}

/// Two functions follow each other that do not fit.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let alone = |id: &DefId| graph.free_functions(sandbox.text(*id)).len() == 1;
    let plain = sandbox.contexts().into_iter().filter(|context| !graph.uses_macros(*context));
    let pair = plain.into_iter().find_map(|context| {
        let functions: Vec<DefId> = sandbox.functions(context).take(TRIED).filter(alone).collect();
        let fits = |before: DefId, after: DefId| {
            let (wanted, given) = (input(graph, after)?, outputs(graph, before)?);
            (!with_contents(graph, &given).contains(&wanted)).then_some((context, before, after))
        };
        let mut pairs = functions.iter().flat_map(|a| functions.iter().map(move |b| (*a, *b)));
        pairs.find_map(|(before, after)| fits(before, after))
    });
    let Some((context, before, after)) = pair else { return turned(sandbox) };
    sandbox.process(context, vec![step(sandbox.text(before)), step(sandbox.text(after))]);
    Some(format!("{} follows {}, which does not return what it takes", graph.path(after), graph.path(before)))
}

/// A process whose first two steps do not fit the other way round has them so.
fn turned(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let name = graph.input.map.processes.values().find_map(|process| {
        let [first, second, ..] = process.current.steps.as_slice() else { return None };
        gap(graph, process, second, first).map(|_| process.name.value.clone())
    })?;
    sandbox.map.processes.get_mut(&name)?.current.steps.swap(0, 1);
    Some(format!("the first two steps of {name} have changed places"))
}

/// So many functions of a context are tried.
const TRIED: usize = 64;
