//! A process, its versions and steps.

use std::collections::HashMap;

use super::pick;
use crate::document::{Entry, Kind, Node, whole_number};
use crate::language::{Mapping, PROCESS_KEYS, STEP_KEYS, VERSION_KEYS, form};
use crate::map::{Await, NonLinear, OnFailure, Process, Retry, Step, Version};
use crate::mistake::{Mistakes, quoted};
use crate::{Duration, Mistake, Path, Span, Spanned};

pub(super) fn read(entry: &Entry<'_>, mistakes: &mut Mistakes) -> Process {
    let node = &entry.value;
    let number = pick::number(node.get("version")).unwrap_or(Spanned::new(0, entry.key.span));
    let current = version(number, node, &PROCESS_KEYS, mistakes);
    let earlier = earlier(node, &current, mistakes);
    Process {
        name: pick::name(entry),
        about: pick::text(node.get("about")),
        context: pick::named(node.get("context"), &form::CONTEXT),
        key: pick::named(node.get("key"), &form::FIELD),
        starts_on: pick::named(node.get("starts_on"), &form::TOPIC),
        on_failure: on_failure(node),
        current,
        earlier,
    }
}

fn on_failure(node: &Node<'_>) -> Option<Spanned<OnFailure>> {
    let said = node.get("on_failure")?;
    let named = OnFailure::ALL.into_iter().find(|what| said.text() == Some(what.name()))?;
    Some(Spanned::new(named, said.span))
}

fn earlier(node: &Node<'_>, current: &Version, mistakes: &mut Mistakes) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for entry in pick::entries(node, "earlier") {
        let Some(number) = whole_number(&entry.key) else { continue };
        if !seen.insert(number) {
            continue;
        }
        let newest = current.number.value;
        if newest != 0 && number >= newest {
            let (now, words) = (current.number.span, "the current version");
            mistakes.push(|| {
                if number == newest {
                    Mistake::new(entry.key.span, format!("version {number} is the current version, but is listed as an earlier one"))
                } else {
                    Mistake::new(
                        entry.key.span,
                        format!("version {number} is listed as an earlier one, but is later than the current version, {newest}"),
                    )
                }
                .help("remove it from `earlier`, or raise `version`")
                .related(now, words)
            });
        }
        versions.push(version(Spanned::new(number, entry.key.span), &entry.value, &VERSION_KEYS, mistakes));
    }
    versions
}

fn version(number: Spanned<u32>, node: &Node<'_>, table: &Mapping, mistakes: &mut Mistakes) -> Version {
    let mut version = Version { number, steps: Vec::new(), nonlinear: bends(node, table).collect() };
    let mut seen: HashMap<String, Span> = HashMap::new();
    for item in node.get("steps").map(Node::items).unwrap_or_default() {
        if matches!(item.kind, Kind::List(_)) {
            version.nonlinear.push(NonLinear { what: "nested steps".into(), span: item.span });
        }
        version.nonlinear.extend(bends(item, &STEP_KEYS));
        let Some(step) = step(item, mistakes) else { continue };
        if let Some(&first) = seen.get(&step.name.value) {
            mistakes.push(|| {
                Mistake::new(step.name.span, format!("the process has the step {} twice", quoted(&step.name)))
                    .help("give the second one another name, because stored data names its step")
                    .related(first, "first here")
            });
            continue;
        }
        seen.insert(step.name.value.clone(), step.name.span);
        version.steps.push(step);
    }
    version
}

/// The keys that are no straight line.
fn bends<'n>(node: &'n Node<'_>, table: &'n Mapping) -> impl Iterator<Item = NonLinear> + 'n {
    let bends = node.entries().iter().filter(|entry| table.left_to_a_rule.contains(&&*entry.key.value));
    bends.map(|entry| NonLinear { what: entry.key.value.clone().into_owned(), span: entry.key.span })
}

fn step(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Step> {
    let Kind::Mapping(_) = node.kind else {
        return Some(Step { name: pick::named(Some(node), &form::STEP)?, ..Step::default() });
    };
    let undo = node.get("compensated_by");
    let said = undo.filter(|undo| matches!(undo.kind, Kind::Mapping(_)));
    Some(Step {
        name: pick::named(node.get("step"), &form::STEP)?,
        function: pick::named(node.get("function"), &form::STEP),
        about: pick::text(node.get("about")),
        awaits: awaits(node.get("awaits"), mistakes),
        within: pick::form(node.get("within"), Duration::parse),
        retry: node.get("retry").map(retry),
        compensated_by: pick::form(said.map_or(undo, |said| said.get("function")), Path::parse),
        compensation_irreversible: pick::flag(said.and_then(|said| said.get("irreversible"))),
        irreversible: pick::flag(node.get("irreversible")),
    })
}

/// What a step awaits, one or several: each topic once.
fn awaits(node: Option<&Node<'_>>, mistakes: &mut Mistakes) -> Vec<Await> {
    let Some(node) = node else { return Vec::new() };
    let all = match &node.kind {
        Kind::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let mut awaits: Vec<Await> = Vec::new();
    for awaited in all.iter().filter_map(awaited) {
        let first = awaits.iter().find(|other| other.topic.value == awaited.topic.value);
        let Some(first) = first.map(|first| first.topic.span) else {
            awaits.push(awaited);
            continue;
        };
        mistakes.push(|| {
            Mistake::new(awaited.topic.span, format!("the step awaits {} twice", quoted(&awaited.topic)))
                .help("merge both entries into one that lists all `fills`")
                .related(first, "first here")
        });
    }
    awaits
}

fn awaited(node: &Node<'_>) -> Option<Await> {
    let Kind::Mapping(_) = node.kind else {
        return Some(Await { topic: pick::named(Some(node), &form::TOPIC)?, ..Await::default() });
    };
    Some(Await {
        topic: pick::named(node.get("topic"), &form::TOPIC)?,
        by: pick::named(node.get("by"), &form::FIELD),
        fills: pick::one_or_more(node.get("fills"), &form::FIELD),
        within: pick::form(node.get("within"), Duration::parse),
    })
}

fn retry(node: &Node<'_>) -> Retry {
    Retry {
        times: pick::number(node.get("times")),
        first: pick::form(node.get("first"), Duration::parse),
        factor: pick::number(node.get("factor")),
        cap: pick::form(node.get("cap"), Duration::parse),
    }
}
