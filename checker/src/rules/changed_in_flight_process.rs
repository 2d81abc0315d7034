//! A version of a process is another one than the one that instances began with.

use super::sandbox::Sandbox;
use super::since_lock::{locked, tell};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::change::Verdict;
use crate::graph::{Graph, Mark};
use stateline_schema::attribute::{Attribute, Key};

pub(super) static RULE: Rule = Rule {
    name: "changed-in-flight-process",
    kind: RuleKind::Time,
    summary: "a served version of a process is not the one that was locked",
    level: Level::Error,
    page: include_str!("changed-in-flight-process.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    tell(graph, &RULE, Verdict::Process, findings);
    for mark in graph.marked(Attribute::Migration).filter(|mark| graph.is_ever(*mark)) {
        if let Some(found) = passes_over(graph, mark) {
            findings.add(found);
        }
    }
}

/// A migration that takes instances past what they wait for, and does not say why nobody need decide any more.
fn passes_over(graph: &Graph<'_>, mark: Mark<'_>) -> Option<Found> {
    let process = graph.input.map.process(&mark.process()?.text)?;
    let version = |key| process.version(mark.said(key)?.text.parse().ok()?);
    let (old, new) = (version(Key::From)?, version(Key::To)?);
    let step = mark.said(Key::Step)?;
    let at = mark.said(Key::At).unwrap_or(step);
    if mark.said(Key::Reason).is_some_and(|reason| !reason.text.trim().is_empty()) {
        return None;
    }
    let passed = old.passed_over(&step.text, new, &at.text)?;
    let (awaiting, topic) = *passed.first()?;
    let name = graph.world().text(graph.world().def(mark.def()).name);
    let message = format!(
        "the migration `{name}` skips the step `{awaiting}` of `{}`, which awaits `{topic}`",
        process.name.value
    );
    let decides =
        [new, old].into_iter().find_map(|version| version.step(awaiting)).map(|step| step.name.span);
    let found = Found::new(message, graph.at_code(mark.file(), at.span, "the migration leads here"));
    let found = match decides {
        Some(span) => found.places([graph.at_map(span, "the migration skips this step")]),
        None => found,
    };
    Some(found.help(format!(
        "add `reason = \"…\"`, which says why the message is no longer needed; or lead to a step that still awaits \
         `{topic}`"
    )))
}

/// The first step of a version was another one.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let mut lock = locked(sandbox);
    let process = lock.processes.values_mut().find(|process| !process.steps.is_empty())?;
    process.steps[0].name.value = "planted".to_owned();
    let what = format!("the first step of {} {} had another name", process.name.value, process.version);
    sandbox.lock = Some(lock);
    Some(what)
}
