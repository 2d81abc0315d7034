//! A process, its versions and steps.

use std::collections::HashMap;

use super::pick;
use crate::document::{Entry, Kind, Node, whole_number};
use crate::language::{Mapping, PROCESS_KEYS, STEP_KEYS, VERSION_KEYS, form};
use crate::map::{NonLinear, Process, Step, Version};
use crate::mistake::{Mistakes, quoted};
use crate::{Mistake, Path, Span, Spanned};

pub(super) fn read(entry: &Entry<'_>, mistakes: &mut Mistakes) -> Process {
    let node = &entry.value;
    let number = pick::number(node.get("version")).unwrap_or(Spanned::new(0, entry.key.span));
    let current = version(number, node, &PROCESS_KEYS, mistakes);
    let earlier = earlier(node, &current, mistakes);
    Process {
        name: pick::name(entry),
        about: pick::text(node.get("about")),
        context: pick::named(node.get("context"), &form::CONTEXT),
        current,
        earlier,
    }
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
                    Mistake::new(entry.key.span, format!("version {number} is also the current one"))
                } else {
                    Mistake::new(
                        entry.key.span,
                        format!("version {number} is later than the current one, {newest}"),
                    )
                }
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
        let Some(step) = step(item) else { continue };
        if let Some(&first) = seen.get(&step.name.value) {
            mistakes.push(|| {
                Mistake::new(step.name.span, format!("the step {} comes twice", quoted(&step.name)))
                    .help(
                        "what is stored names a step, never its position: give the second a name of its own",
                    )
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

fn step(node: &Node<'_>) -> Option<Step> {
    let Kind::Mapping(_) = node.kind else {
        return Some(Step { name: pick::named(Some(node), &form::STEP)?, ..Step::default() });
    };
    let undo = node.get("compensated_by");
    let said = undo.filter(|undo| matches!(undo.kind, Kind::Mapping(_)));
    Some(Step {
        name: pick::named(node.get("step"), &form::STEP)?,
        about: pick::text(node.get("about")),
        awaits: pick::named(node.get("awaits"), &form::TOPIC),
        compensated_by: pick::form(said.map_or(undo, |said| said.get("function")), Path::parse),
        compensation_irreversible: pick::flag(said.and_then(|said| said.get("irreversible"))),
        irreversible: pick::flag(node.get("irreversible")),
    })
}
