//! What a process is: its versions, each a straight line of steps.

use super::Called;
use crate::map::{Site, undeclared_process, undeclared_topic};
use crate::names;
use crate::refusals::Refusals;
use proc_macro2::{Ident, TokenStream};
use stateline_schema::attribute::process_function;
use stateline_schema::map::{self, Version};
use std::collections::{BTreeMap, BTreeSet};
use syn::ext::IdentExt;

/// A process as it is meant.
pub(super) struct Process<'m> {
    /// As the map writes it.
    pub(super) name: &'m str,
    /// The context whose it is.
    pub(super) context: &'m str,
    /// All that are served, the current first.
    pub(super) versions: Vec<&'m Version>,
    /// What instances are found by, what starts them, and what becomes of those that fail.
    pub(super) said: &'m map::Process,
    /// What the lock says of those versions that it knows.
    pub(super) locked: Vec<(u32, String)>,
    /// What makes the compiler come back when the lock has changed.
    pub(super) tracking: TokenStream,
    /// The topics that it awaits or that start it, each with the name of its message's type.
    pub(super) topics: BTreeMap<&'m str, &'m str>,
}

impl<'m> Process<'m> {
    /// The process of the map that is called by this name, with `_` for `-`. None where no chain can be made.
    pub(super) fn new(called: &Called, site: &'m Site, refusals: &mut Refusals) -> Option<Process<'m>> {
        let map = site.map()?;
        let name = called.name.unraw().to_string();
        let Some(process) = map.processes.values().find(|process| process_function(&process.name) == name)
        else {
            refusals.at(called.name.span(), undeclared_process(map, &name));
            return None;
        };
        let context = process.context.as_ref().map_or(site.own.as_str(), |context| &context.value);
        if context != site.own {
            refusals.at(called.name.span(), site.of_other_context(process, context));
            return None;
        }
        straight(process, called, site, refusals);
        let versions: Vec<&Version> =
            process.versions().filter(|version| !version.steps.is_empty()).collect();
        if versions.is_empty() {
            refusals.at(
                called.name.span(),
                format_args!(
                    "the process `{0}` has no steps; add them to `processes.{0}.steps`",
                    process.name
                ),
            );
            return None;
        }
        let topics = topics(process, called, site, refusals);
        let numbers = versions.iter().map(|version| version.number.value);
        let (locked, tracking) = site.locked(&process.name, numbers, (&called.name, refusals));
        Some(Process { name: &process.name, context, versions, said: process, locked, tracking, topics })
    }

    /// The type of the messages of a topic, as it is called where the process is made; none where that was
    /// refused.
    pub(super) fn message(&self, topic: &str, called: &Called) -> Option<Ident> {
        self.topics.get(topic).map(|name| called.alias(name))
    }

    /// Each step that is undone, with what undoes it, each pair once.
    pub(super) fn undone(&self, called: &Called) -> Vec<(Ident, Ident)> {
        let all = self.versions.iter().flat_map(|version| &version.steps);
        let pairs: BTreeSet<(&str, &str)> = all
            .filter_map(|step| Some((step.function().as_str(), step.compensated_by.as_ref()?.last())))
            .collect();
        pairs.into_iter().map(|(step, undoing)| (called.alias(step), called.alias(undoing))).collect()
    }

    /// The names of all its steps, and of all its compensations, each once.
    pub(super) fn functions(&self) -> (Vec<&'m str>, Vec<&'m str>) {
        let all = || self.versions.iter().flat_map(|version| &version.steps);
        let steps: BTreeSet<&str> = all().map(|step| step.function().as_str()).collect();
        let undoing: BTreeSet<&str> =
            all().filter_map(|step| step.compensated_by.as_ref()).map(|path| path.last()).collect();
        (steps.into_iter().collect(), undoing.into_iter().collect())
    }
}

impl Called {
    /// A name of the map's, at the process's name.
    pub(super) fn ident(&self, name: &str) -> Ident {
        names::of_map(name, self.name.span())
    }

    /// What derived code calls the type by that a name of the map's stands for.
    pub(super) fn alias(&self, name: &str) -> Ident {
        let name = name.strip_prefix("r#").unwrap_or(name);
        Ident::new(&format!("__{}_{name}", self.name.unraw()), names::derived(self.name.span()))
    }
}

/// The topics of a process, each with the name of its message's type. Those that nobody declared are refused.
fn topics<'m>(
    process: &'m map::Process,
    called: &Called,
    site: &'m Site,
    refusals: &mut Refusals,
) -> BTreeMap<&'m str, &'m str> {
    let steps = process.versions().flat_map(|version| &version.steps);
    let awaited = steps.flat_map(|step| &step.awaits).map(|awaited| &awaited.topic);
    let mut topics = BTreeMap::new();
    for topic in awaited.chain(&process.starts_on) {
        let declared = site.map().and_then(|map| map.topic(topic));
        match declared.and_then(|declared| declared.message.as_ref()) {
            Some(message) => drop(topics.insert(topic.as_str(), message.last())),
            None => {
                let help = site.map().map(|map| undeclared_topic(map, topic)).unwrap_or_default();
                let (name, at) = (&process.name, site.line(topic.span));
                refusals.at(
                    called.name.span(),
                    format_args!("the process `{name}` uses the topic `{topic}` ({at}), which the map does not declare{help}"),
                );
            }
        }
    }
    topics
}

/// Refuses what is not a straight line, each with its place in the map.
fn straight(process: &map::Process, called: &Called, site: &Site, refusals: &mut Refusals) {
    for bend in process.nonlinear() {
        refusals.at(
            called.name.span(),
            format_args!(
                "the process `{}` is not a straight line of steps: it has `{}` ({}); write branches and loops as ordinary code inside a step",
                process.name,
                bend.what,
                site.line(bend.span),
            ),
        );
    }
}
