//! The map as meant: contexts, topics, processes, each value with its place.

mod context;
mod law;
mod owned;
mod process;
mod topic;

pub use context::{CodeKind, Context, Permits};
pub use law::{BorderLaws, ItemLaw, Laws, Order, PackageLaw, PairLaw};
pub use owned::{Crate, Owned, Taken};
pub use process::{Await, NonLinear, OnFailure, Process, Retry, Step, Version};
pub use topic::{Ack, Topic};

use crate::{Named, Share, Spanned, suggest};

/// A system's map. After a run with mistakes it holds what could be understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// What stands above pictures of it.
    pub title: Option<Spanned<String>>,
    /// The levels of rules that the map sets.
    pub rules: Named<Spanned<Level>>,
    /// The greatest share of receivers that may stay unresolved before `opaque-reference` errs.
    pub unresolved_at_most: Option<Spanned<Share>>,
    /// For how many days after its last one an exception is a warning, where the map says so.
    pub grace: Option<Spanned<u32>>,
    /// How many items exceptions may tolerate.
    pub exceptions_at_most: Option<Spanned<u32>>,
    /// The bounded contexts.
    pub contexts: Named<Context>,
    /// The laws between contexts.
    pub laws: BorderLaws,
    /// The topics that messages are published on.
    pub topics: Named<Topic>,
    /// The processes.
    pub processes: Named<Process>,
}

impl Map {
    /// The context of that name.
    pub fn context(&self, name: &str) -> Option<&Context> {
        self.contexts.get(name)
    }

    /// The topic of that name: one that the map declares, or one of [Stateline's own](Topic::own).
    pub fn topic(&self, name: &str) -> Option<&Topic> {
        self.topics.get(name).or_else(|| Topic::own().find(|own| own.name.value == name))
    }

    /// The topic that may have been meant by a name that is not one.
    pub fn similar_topic(&self, name: &str) -> Option<&str> {
        let known = self.topics.names().chain(Topic::own().map(|own| &own.name));
        suggest(name, known.map(|name| name.value.as_str()))
    }

    /// The process of that name.
    pub fn process(&self, name: &str) -> Option<&Process> {
        self.processes.get(name)
    }

    /// For how many days after its last one an exception is a warning before it is an error.
    pub fn grace(&self) -> u32 {
        self.grace.as_ref().map_or(0, |grace| grace.value)
    }

    /// The level that the map sets for a rule, if it does.
    pub fn level(&self, rule: &str) -> Option<&Spanned<Level>> {
        self.rules.get(rule)
    }

    /// The contexts that publish on a topic, each with the entry that says so.
    pub fn publishers<'a>(
        &'a self,
        topic: &'a str,
    ) -> impl Iterator<Item = (&'a Context, &'a Spanned<String>)> + 'a {
        self.contexts.values().flat_map(move |context| {
            context
                .publishes
                .iter()
                .filter(move |entry| entry.value == topic)
                .map(move |entry| (context, entry))
        })
    }

    /// The contexts that subscribe to a topic, each with the entry that says so.
    pub fn subscribers<'a>(
        &'a self,
        topic: &'a str,
    ) -> impl Iterator<Item = (&'a Context, &'a Spanned<String>)> + 'a {
        self.contexts.values().flat_map(move |context| {
            context
                .subscribes
                .iter()
                .filter(move |entry| entry.value == topic)
                .map(move |entry| (context, entry))
        })
    }

    /// The contexts that a context lies within, the nearest first. Ends even where they run in a ring.
    pub fn around<'a>(&'a self, context: &'a Context) -> impl Iterator<Item = &'a Context> + 'a {
        let outer = |context: &Context| self.context(context.within.as_ref()?);
        std::iter::successors(outer(context), move |context| outer(context)).take(self.contexts.len())
    }
}

/// How much a rule's findings weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// `error`: the check fails.
    Error,
    /// `warning`: told, but the check does not fail.
    Warning,
    /// `off`: not asked.
    Off,
}

impl Level {
    /// All, in the order of weight.
    pub const ALL: [Level; 3] = [Level::Error, Level::Warning, Level::Off];

    /// As the map writes it.
    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Off => "off",
        }
    }
}
