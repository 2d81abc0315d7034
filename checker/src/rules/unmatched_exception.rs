//! An exception that tolerates nothing.

use super::border::SPELT_OUT;
use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind, tolerance};
use crate::finding::{Edge, Level, Place};
use crate::graph::Graph;
use stateline_schema::{Date, Tolerated, suggest, suggestion};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    name: "unmatched-exception",
    kind: RuleKind::Exception,
    summary: "an exception that nothing needs",
    level: Level::Error,
    page: include_str!("unmatched-exception.md"),
    check,
    plant,
};

/// Of so many exceptions it is asked what they may have meant. More do not match where the code has become
/// another, and then each would be compared with all that is found.
const ASKED: usize = 500;

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let mut asked = 0;
    let mut gone: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    let today = graph.input.as_of;
    let entries = &graph.input.exceptions.entries;
    let held = tolerance::held(graph, findings.so_far());
    let mut open = vec![true; findings.so_far().len()];
    held.iter().flatten().flatten().for_each(|index| open[*index] = false);
    // One that has ended is found by another rule.
    for (entry, held) in entries.iter().zip(&held).filter(|(entry, _)| !entry.is_expired(today)) {
        for (tolerated, _) in entry.tolerates.iter().zip(held).filter(|(_, held)| held.is_empty()) {
            let place = graph.at_map(tolerated.span(), "no code matches this");
            if let Some(krate) = gone_crate(graph, tolerated) {
                gone.entry(krate).or_default().push(place);
                continue;
            }
            asked += 1;
            let stray = tolerance::stray(graph, entry, tolerated).map(|folder| {
                format!(
                    "move it to the exceptions beside the map, because it is about code outside of `{folder}`"
                )
            });
            if let Some((named, broken)) = other_rule(findings, tolerated).filter(|_| stray.is_none()) {
                let message = format!(
                    "the exception for `{tolerated}` names the rule `{named}`, but the code breaks `{broken}`"
                );
                findings.add(Found::new(message, place).help(format!("change its `rule` to `{broken}`")));
                continue;
            }
            let message = format!("the exception for `{tolerated}` matches no code");
            let meant = stray
                .or_else(|| (asked <= ASKED).then(|| meant(graph, findings, &open, tolerated)).flatten());
            findings.add(Found::new(message, place).help(meant.unwrap_or_else(|| "remove it".to_owned())));
        }
    }
    for (krate, places) in gone {
        let many = places.len();
        let mut places = places.into_iter();
        let Some(first) = places.next() else { continue };
        let exceptions = if many == 1 { "1 exception names" } else { &format!("{many} exceptions name") };
        let message = format!("{exceptions} items of `{krate}`, but the workspace has no such crate");
        let found = Found::new(message, first)
            .places(places.take(SPELT_OUT))
            .help("remove them; or, if the crate was renamed, run `cargo stateline renew`");
        findings.add(found);
    }
}

/// The crate of which an exception tolerates something, where neither the workspace has it nor anything depends
/// on it.
fn gone_crate<'t>(graph: &Graph<'_>, tolerated: &'t Tolerated) -> Option<&'t str> {
    let Tolerated::Edge { to, .. } = tolerated else { return None };
    let name = to.value.base()?.segments().next()?;
    let world = graph.world();
    let mut crates = world.crates.iter().flat_map(|held| [held.name, held.known_as]);
    let mut needed = world.workspace.packages.iter().flat_map(|package| &package.dependencies);
    let is_known = OF_RUST.contains(&name)
        || crates.any(|symbol| world.text(symbol) == name)
        || needed.any(|needed| {
            let names = [Some(&needed.code_name), Some(&needed.package), needed.library.as_ref()];
            names.into_iter().flatten().any(|known| known.replace('-', "_") == name)
        });
    (!is_known).then_some(name)
}

/// Crates that come with the compiler.
const OF_RUST: [&str; 5] = ["std", "core", "alloc", "proc_macro", "test"];

/// The rule that an exception names, and the one that is broken where it is about.
fn other_rule(findings: &Findings<'_>, tolerated: &Tolerated) -> Option<(String, &'static str)> {
    let Tolerated::Edge { from, to, rule: Some(rule) } = tolerated else { return None };
    let is_same = |edge: &Edge| edge.from == from.value && to.value.matches(&edge.item);
    let broken = findings.so_far().iter().find(|found| found.edge.as_ref().is_some_and(is_same))?;
    Some((rule.value.clone(), broken.rule))
}

/// What a misspelt exception may have meant; of the findings, those still `open` come into question.
fn meant(graph: &Graph<'_>, findings: &Findings<'_>, open: &[bool], tolerated: &Tolerated) -> Option<String> {
    let Tolerated::Edge { from, to, .. } = tolerated else { return None };
    if graph.input.map.context(&from.value).is_none() {
        let known = graph.input.map.contexts.names().map(|name| name.value.as_str());
        let meant = suggest(&from.value, known).map(|name| format!(": {}", suggestion(name)));
        return Some(format!("the map has no context `{}`{}", from.value, meant.unwrap_or_default()));
    }
    let open = findings.so_far().iter().zip(open).filter(|(_, open)| **open);
    let items = open.filter_map(|(found, _)| found.edge.as_ref()).filter(|edge| edge.from == from.value);
    suggest(&to.value.to_string(), items.map(|edge| edge.item.as_str()))
        .map(|item| suggestion(format_args!("{from} -> {item}")))
}

/// An exception for what is nowhere.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    sandbox.exception(Date::new(9999, 12, 31));
    Some("an exception for what is nowhere".to_owned())
}
