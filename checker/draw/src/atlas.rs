//! The atlas: all that a picture of the map may show, as plain data in canonical order.
//!
//! Contexts, topics and processes are sorted by name, links by their two ends, and whatever the map
//! lists without an order of its own is sorted too; so the order of the file decides nothing. Names
//! are as the map writes them and are escaped nowhere: each format does that for itself.

mod from_map;
mod types;
mod view;

pub use types::TYPES;
pub(crate) use types::reachable;
pub use view::{Level, UnknownContext, View};

use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A system, as pictures show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Atlas {
    pub contexts: Vec<Context>,
    pub links: Vec<Link>,
    pub topics: Vec<Topic>,
    /// The shapes of messages and of what they are made of, as JSON Schema, by the type's full path; they
    /// name each other as `#/types/PATH`.
    pub types: BTreeMap<String, Value>,
    pub processes: Vec<Process>,
    /// What the code does across a border and the map does not allow.
    pub crossings: Vec<Crossing>,
    /// What rules found that belongs to no one context.
    pub findings: Vec<Finding>,
    /// What is tolerated that belongs to no one context.
    pub exceptions: Vec<Exception>,
}

/// A bounded context: a state of the political map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Context {
    pub name: String,
    /// What it is called instead, where people read.
    pub title: Option<String>,
    /// Empty where the map says nothing.
    pub about: String,
    /// Somebody else's system.
    pub external: bool,
    /// The context that its region lies inside of.
    pub within: Option<String>,
    /// How many lines its files have, for the size of its land; 0 without code. Files do not say it: they would
    /// be stale after every edit.
    #[serde(skip)]
    pub lines: usize,
    pub cities: Vec<City>,
    /// As the map lists them.
    pub exports: Vec<String>,
    /// The operations and functions that some other context may call.
    pub offers: Vec<String>,
    /// Its laws, a line each: `layers api, domain, storage`.
    pub laws: Vec<String>,
    pub findings: Vec<Finding>,
    pub exceptions: Vec<Exception>,
}

/// What a context is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct City {
    /// The whole path, as the map or the code writes it.
    pub path: String,
    /// In a few letters: the last part of the path.
    pub name: String,
    pub kind: CityKind,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CityKind {
    /// A crate, by its library name.
    #[default]
    Crate,
    Module,
}

/// What one context may call and name of another. One for each ordered pair that has any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    pub from: String,
    pub to: String,
    /// Operations and functions, as the map writes them.
    pub calls: Vec<String>,
    /// Exported items that may be named, as the map writes them.
    pub uses: Vec<String>,
    /// What only tests, benches, examples or build scripts may do besides, by the map's key.
    pub besides: BTreeMap<String, Permitted>,
}

/// What code of a kind may call and name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Permitted {
    pub calls: Vec<String>,
    pub uses: Vec<String>,
}

/// A topic, with who talks on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Topic {
    pub name: String,
    pub about: String,
    /// The type of its messages, as the map writes it; none where the topic is used but not declared.
    pub message: Option<String>,
    /// The full path of that type, where the code is at hand and leaves no doubt; its shape is one of the
    /// atlas's types.
    pub payload: Option<String>,
    /// The field that keeps messages in order.
    pub key: Option<String>,
    pub publishers: Vec<String>,
    pub subscribers: Vec<String>,
    pub ack: Option<Ack>,
}

/// The proof of processing that a topic wants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ack {
    /// The deadline: `24h`.
    pub within: String,
    /// Who owes it: those that the map names, else every subscriber.
    pub by: Vec<String>,
    /// Who awaits it: the one that the map names, else every publisher.
    pub to: Vec<String>,
}

/// A process: a railway of its context.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Process {
    pub name: String,
    pub about: String,
    /// Empty only where the map forgets it.
    pub context: String,
    /// The field by whose value an instance is found.
    pub key: Option<String>,
    /// The topic each of whose messages starts an instance.
    pub starts_on: Option<String>,
    /// Whether an instance that fails is undone.
    pub rolls_back: bool,
    /// That new instances begin with.
    pub current: Version,
    /// Those still served, the newest first.
    pub earlier: Vec<Version>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Version {
    pub number: u32,
    /// In the order in which they run.
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Step {
    pub name: String,
    pub about: String,
    /// The name of its function, where that is another.
    pub function: Option<String>,
    /// The messages that resume it.
    pub awaits: Vec<Await>,
    /// How long one attempt may take: `30s`.
    pub within: Option<String>,
    /// When it is tried again, in words.
    pub retry: Option<String>,
    /// The function that undoes it.
    pub compensated_by: Option<String>,
    /// Whether what undoes it cannot be undone itself.
    pub compensation_irreversible: bool,
    pub irreversible: bool,
    /// What its function calls of other contexts, itself or through functions of its own context, as
    /// far as the source shows it; first what its attribute lists, then in the order of the code.
    pub calls: Vec<StepCall>,
    /// The topics that its attribute says it publishes on.
    pub publishes: Vec<String>,
}

/// A message that a step awaits.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Await {
    pub topic: String,
    /// The field of the message whose value is the instance's key, where that is not the topic's key.
    pub by: Option<String>,
    /// The fields that it fills; empty where all do that the step's input has.
    pub fills: Vec<String>,
    /// How long it may take to come: `24h`.
    pub within: Option<String>,
}

impl Step {
    /// What is said after the name of what undoes it.
    pub(crate) fn undone_for_good(&self) -> &'static str {
        if self.compensation_irreversible { ", which cannot be undone" } else { "" }
    }
}

/// A step reaches another context.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct StepCall {
    pub context: String,
    /// As the map writes it; the full path where the map does not allow it.
    pub operation: String,
}

/// A context's code names an item of another that the map does not let it name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Crossing {
    pub from: String,
    pub to: String,
    /// The item's full path.
    pub item: String,
    /// The rule that it breaks.
    pub rule: String,
    /// Where it is done first.
    pub place: Spot,
    /// An exception tolerates it for now.
    pub tolerated: bool,
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Spot {
    /// Relative to the workspace root, with `/`.
    pub file: String,
    /// From 1; none for what is tolerated, so that a picture is not stale after every edit.
    pub line: Option<usize>,
}

/// What a rule found.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    pub rule: String,
    /// Whether it fails the check; else it is a warning.
    pub error: bool,
    pub message: String,
    pub place: Option<Spot>,
}

/// A violation that is tolerated for a while.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Exception {
    /// The edge or rule: `payments -> ledger::set_balance`, `unowned-code at tools`.
    pub what: String,
    pub reason: String,
    pub owner: String,
    pub issue: String,
    /// Its last day, as `2026-12-31`.
    pub until: String,
    /// That day is past.
    pub expired: bool,
}

impl Atlas {
    pub fn context(&self, name: &str) -> Option<&Context> {
        self.contexts.iter().find(|context| context.name == name)
    }

    pub fn topic(&self, name: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.name == name)
    }

    pub fn process(&self, name: &str) -> Option<&Process> {
        self.processes.iter().find(|process| process.name == name)
    }

    pub fn link(&self, from: &str, to: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.from == from && link.to == to)
    }

    /// The contexts that lie within no other.
    pub fn roots(&self) -> impl Iterator<Item = &Context> {
        self.contexts.iter().filter(|context| context.within.is_none())
    }

    /// The contexts whose region lies directly inside another's.
    pub fn inside<'a>(&'a self, outer: &'a str) -> impl Iterator<Item = &'a Context> {
        self.contexts.iter().filter(move |context| context.within.as_deref() == Some(outer))
    }
}

impl Context {
    /// What people call it: by its title, or else by its name.
    pub fn called(&self) -> &str {
        self.title.as_ref().unwrap_or(&self.name)
    }
}

impl Link {
    /// Whether ordinary code may do any of it; else only tests and the like may.
    pub fn is_ordinary(&self) -> bool {
        !(self.calls.is_empty() && self.uses.is_empty())
    }
}

impl Process {
    /// All versions still served, the current first.
    pub fn versions(&self) -> impl Iterator<Item = &Version> {
        std::iter::once(&self.current).chain(&self.earlier)
    }

    /// The other contexts that the steps of its current version call, or whose messages they await.
    pub fn partners<'a>(&'a self, atlas: &'a Atlas) -> BTreeSet<&'a str> {
        let starts = self.starts_on.iter().filter_map(|name| atlas.topic(name));
        let reached = self.current.steps.iter().flat_map(|step| {
            let awaited = step.awaits.iter().filter_map(|awaited| atlas.topic(&awaited.topic));
            let published = step.publishes.iter().filter_map(|name| atlas.topic(name));
            let publishers = awaited.flat_map(|topic| &topic.publishers);
            let subscribers = published.flat_map(|topic| &topic.subscribers);
            publishers.chain(subscribers).chain(step.calls.iter().map(|call| &call.context))
        });
        let reached = starts.flat_map(|topic| &topic.publishers).chain(reached);
        reached.map(String::as_str).filter(|name| *name != self.context).collect()
    }
}
