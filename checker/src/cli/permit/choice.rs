//! Which exceptions are chosen, and the lines of the map that they become.

use super::texts::Texts;
use super::{Selector, context};
use crate::graph::permission::Verdict;
use crate::graph::{Crossing, Graph};
use crate::report::{Failure, Failures};
use crate::rules::border::enumerate;
use crate::rules::{self, RuleKind};
use stateline_rust::DefKind;
use stateline_schema::map::CodeKind;
use stateline_schema::{Exceptions, Map};
use std::collections::{BTreeMap, BTreeSet};

/// One item that one context is to name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choice {
    pub(super) from: String,
    pub(super) to: String,
    /// The full path of the item.
    pub(super) item: String,
    /// As the map writes it.
    text: String,
    /// `calls` or `uses`.
    key: &'static str,
    /// The kinds of code for which it is said: where all code may, only that.
    codes: BTreeSet<CodeKind>,
    /// Whether its owner has to export it first.
    is_to_export: bool,
    /// A module is named on the way to what stands in it, and no line of the map is about it.
    is_module: bool,
}

/// What exceptions tolerate of what was asked for.
///
/// # Errors
/// When a name is none, or when no exception tolerates any of it.
pub(super) fn chosen(
    graph: &Graph<'_>,
    exceptions: &Exceptions,
    from: &str,
    to: &[String],
) -> Result<Vec<Choice>, Failures> {
    let from = context(graph, from)?;
    let selectors: Vec<Selector> = to.iter().map(|to| Selector::new(graph, to)).collect::<Result<_, _>>()?;
    let mut choices: BTreeMap<String, Choice> = BTreeMap::new();
    let asked = graph.crossings().iter().filter(|crossing| {
        crossing.from == from
            && !matches!(crossing.verdict, Verdict::Allowed(_))
            && selectors.iter().any(|selector| selector.holds(graph, crossing.item))
            && is_tolerated(graph, exceptions, crossing)
    });
    for crossing in asked {
        let new = || choice(graph, crossing);
        let choice = choices.entry(graph.path(crossing.item)).or_insert_with(new);
        choice.codes.insert(crossing.code);
    }
    let mut choices: Vec<Choice> = choices.into_values().collect();
    for choice in &mut choices {
        if choice.codes.contains(&CodeKind::Main) {
            choice.codes = BTreeSet::from([CodeKind::Main]);
        }
    }
    if choices.iter().all(|choice| choice.is_module) {
        let (from, to) = (graph.name(from), to.join(", "));
        let failure = match choices.first() {
            None => Failure::new(format!("no exception lets {from} use anything of {to}")),
            Some(module) => Failure::new(format!("{} is a module, but the map lists items", module.item)),
        };
        return Err(failure.help(format!("`cargo stateline explain {from} {to}` shows what is used")).into());
    }
    Ok(choices)
}

fn is_tolerated(graph: &Graph<'_>, exceptions: &Exceptions, crossing: &Crossing) -> bool {
    let (from, item) = (graph.name(crossing.from), graph.path(crossing.item));
    let mut rules = rules::of_kind(RuleKind::Crossing).map(|rule| rule.name);
    rules.any(|rule| exceptions.entries.iter().any(|entry| entry.covers(rule, Some((from, &item)), "")))
}

fn choice(graph: &Graph<'_>, crossing: &Crossing) -> Choice {
    let (item, kind) = (graph.path(crossing.item), graph.world().def(crossing.item).kind);
    let (is_function, is_module) = (kind == DefKind::Function, kind == DefKind::Module);
    let is_offered = graph.permissions.offers(crossing.to, crossing.item);
    Choice {
        from: graph.name(crossing.from).to_owned(),
        to: graph.name(crossing.to).to_owned(),
        text: graph.as_listed(crossing.to, &item),
        item,
        key: if is_function { "calls" } else { "uses" },
        codes: BTreeSet::new(),
        is_to_export: !is_function && !is_module && !is_offered,
        is_module,
    }
}

impl Choice {
    /// Whether lines of the map come of it.
    pub(super) fn is_permission(&self) -> bool {
        !self.is_module
    }

    /// Puts its lines into the map.
    ///
    /// # Errors
    /// When a text cannot be changed in place.
    pub(super) fn write(&self, map: &Map, texts: &mut Texts) -> Result<(), Failure> {
        if self.is_module {
            return Ok(());
        }
        if self.is_to_export {
            texts.add(map, &self.to, &["exports"], std::slice::from_ref(&self.text))?;
        }
        for code in &self.codes {
            let keys: Vec<&str> = code.key().into_iter().chain([self.key, &self.to]).collect();
            texts.add(map, &self.from, &keys, std::slice::from_ref(&self.text))?;
        }
        Ok(())
    }
}

/// A line for each list of the map that grew.
pub(super) fn told(choices: &[Choice]) -> Vec<String> {
    let mut lists: BTreeMap<(String, String), Vec<&str>> = BTreeMap::new();
    for choice in choices.iter().filter(|choice| !choice.is_module) {
        let verb = if choice.key == "calls" { "call" } else { "use" };
        for code in &choice.codes {
            let who = match code.key() {
                None => choice.from.clone(),
                Some(kind) => format!("{} in its {kind}", choice.from),
            };
            let ends = (format!("{who} may {verb}"), format!(" of {}", choice.to));
            lists.entry(ends).or_default().push(&choice.text);
        }
        if choice.is_to_export {
            lists.entry((format!("{} exports", choice.to), String::new())).or_default().push(&choice.text);
        }
    }
    lists.into_iter().map(|((who, of), items)| format!("{who} {}{of}", enumerate(&items))).collect()
}
