//! A part of an atlas: some contexts and what lies around them, or the world from far above.

use super::{Atlas, Context, Link, Permitted, from_map::sorted, reachable};
use std::collections::{BTreeMap, BTreeSet};

/// What of an atlas is to be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// These contexts, and those around them; all if empty.
    pub only: Vec<String>,
    /// So many links, topics or crossings from them.
    pub hops: usize,
    pub level: Level,
}

/// From how far above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Contexts alone; those that lie within another are part of it.
    World,
    /// Every context, with its crates and modules.
    #[default]
    Context,
}

impl Level {
    pub const ALL: [Level; 2] = [Level::World, Level::Context];

    /// As the command line has it.
    pub fn name(self) -> &'static str {
        match self {
            Level::World => "world",
            Level::Context => "context",
        }
    }

    /// What is seen from there, as help says it.
    pub fn about(self) -> &'static str {
        match self {
            Level::World => "Contexts alone; those that lie within another are part of it",
            Level::Context => "Every context, with its crates and modules",
        }
    }
}

/// A view names a context that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownContext {
    pub name: String,
    /// Those that are there.
    pub known: Vec<String>,
}

impl Atlas {
    /// The part of it that a view shows. A topic stays as long as somebody there talks on it, with those
    /// of its publishers and subscribers who are shown.
    ///
    /// # Errors
    /// The view names a context that is not there.
    pub fn view(&self, view: &View) -> Result<Atlas, UnknownContext> {
        let seen = match view.level {
            Level::Context => self.clone(),
            Level::World => self.seen_from_far(),
        };
        if view.only.is_empty() {
            return Ok(seen);
        }
        let mut shown = BTreeSet::new();
        for name in &view.only {
            let at_level = if view.level == Level::World { self.outermost(name) } else { name };
            if seen.context(at_level).is_none() {
                let known = seen.contexts.into_iter().map(|context| context.name).collect();
                return Err(UnknownContext { name: name.clone(), known });
            }
            shown.insert(at_level.to_owned());
        }
        for _ in 0..view.hops.min(seen.contexts.len()) {
            let around: Vec<String> = shown.iter().flat_map(|name| seen.neighbours(name)).collect();
            shown.extend(around);
        }
        Ok(seen.only(&shown))
    }

    /// The contexts that a context calls, uses or exchanges a topic with, in either direction, and those
    /// that it reaches without permission.
    pub fn neighbours(&self, name: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for link in self.links.iter().filter(|link| link.is_ordinary()) {
            if link.from == name {
                found.insert(link.to.clone());
            } else if link.to == name {
                found.insert(link.from.clone());
            }
        }
        for topic in &self.topics {
            let (publishers, subscribers) = (&topic.publishers, &topic.subscribers);
            for (these, those) in [(publishers, subscribers), (subscribers, publishers)] {
                if these.iter().any(|one| one == name) {
                    found.extend(those.iter().cloned());
                }
            }
        }
        for crossing in &self.crossings {
            if crossing.from == name {
                found.insert(crossing.to.clone());
            } else if crossing.to == name {
                found.insert(crossing.from.clone());
            }
        }
        found.remove(name);
        found
    }

    /// The part of it that lies in these contexts and between them.
    pub fn only(&self, shown: &BTreeSet<String>) -> Atlas {
        let mut part = self.clone();
        part.contexts.retain(|context| shown.contains(&context.name));
        for context in &mut part.contexts {
            context.within.take_if(|outer| !shown.contains(outer));
        }
        part.links.retain(|link| shown.contains(&link.from) && shown.contains(&link.to));
        for topic in &mut part.topics {
            topic.publishers.retain(|name| shown.contains(name));
            topic.subscribers.retain(|name| shown.contains(name));
        }
        part.topics.retain(|topic| !(topic.publishers.is_empty() && topic.subscribers.is_empty()));
        let told = part.topics.iter().filter_map(|topic| topic.payload.as_deref());
        let kept: BTreeSet<String> = reachable(&part.types, told).into_iter().map(str::to_owned).collect();
        part.types.retain(|path, _| kept.contains(path));
        part.processes.retain(|process| shown.contains(&process.context));
        part.crossings.retain(|crossing| shown.contains(&crossing.from) && shown.contains(&crossing.to));
        part
    }

    /// The context that a context lies within and that lies within none.
    pub fn outermost<'a>(&'a self, name: &'a str) -> &'a str {
        let outer = |name: &&'a str| self.context(name)?.within.as_deref();
        // A map may have them in a ring, which is a mistake, but not one to hang on.
        std::iter::successors(Some(name), outer).take(self.contexts.len() + 1).last().unwrap_or(name)
    }

    /// Contexts that lie within another become part of it, and no cities are seen.
    fn seen_from_far(&self) -> Atlas {
        let up = |name: &String| self.outermost(name).to_owned();
        let all_up = |names: &[String]| sorted(names.iter().map(up));
        let mut atlas = self.clone();
        let mut merged: BTreeMap<String, Context> = BTreeMap::new();
        for context in &self.contexts {
            let outer = up(&context.name);
            let to = merged.entry(outer.clone()).or_insert_with(|| Context {
                cities: Vec::new(),
                lines: 0,
                within: None,
                findings: Vec::new(),
                exceptions: Vec::new(),
                ..self.context(&outer).unwrap_or(context).clone()
            });
            to.lines += context.lines;
            to.findings.extend(context.findings.iter().cloned());
            to.exceptions.extend(context.exceptions.iter().cloned());
        }
        let mut links: BTreeMap<(String, String), Link> = BTreeMap::new();
        for link in &self.links {
            let (from, to) = (up(&link.from), up(&link.to));
            if from == to {
                continue;
            }
            let into = links.entry((from.clone(), to.clone())).or_default();
            (into.from, into.to) = (from, to);
            let more = |known: &[String], more: &[String]| sorted(known.iter().chain(more).cloned());
            into.calls = more(&into.calls, &link.calls);
            into.uses = more(&into.uses, &link.uses);
            for (key, besides) in &link.besides {
                let Permitted { calls, uses } = into.besides.entry(key.clone()).or_default();
                (*calls, *uses) = (more(calls, &besides.calls), more(uses, &besides.uses));
            }
        }
        for context in merged.values_mut() {
            let offered = links.values().filter(|link| link.to == context.name);
            context.offers = sorted(offered.flat_map(|link| link.calls.clone()));
        }
        atlas.contexts = merged.into_values().collect();
        atlas.links = links.into_values().collect();
        for topic in &mut atlas.topics {
            (topic.publishers, topic.subscribers) = (all_up(&topic.publishers), all_up(&topic.subscribers));
            if let Some(ack) = &mut topic.ack {
                (ack.by, ack.to) = (all_up(&ack.by), all_up(&ack.to));
            }
        }
        for process in &mut atlas.processes {
            process.context = up(&process.context);
        }
        for crossing in &mut atlas.crossings {
            (crossing.from, crossing.to) = (up(&crossing.from), up(&crossing.to));
        }
        atlas.crossings.retain(|crossing| crossing.from != crossing.to);
        atlas
    }
}
