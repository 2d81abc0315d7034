//! A journey: how a process crosses borders, leg by leg.

use super::atlas::{Atlas, Process};
use serde::Serialize;
use std::collections::BTreeSet;

/// The way of a process from its context to others and back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Journey {
    pub process: String,
    /// The context that it starts from.
    pub context: String,
    /// In the order of its steps; none where it never leaves its context.
    pub legs: Vec<Leg>,
}

/// One crossing of a border.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leg {
    /// The step that goes, or waits.
    pub step: String,
    pub from: String,
    pub to: String,
    pub by: Vehicle,
    /// The map says that this may be: a call that it lists, a topic with both ends.
    pub declared: bool,
}

/// What carries a process across a border.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Vehicle {
    /// An operation that its step calls.
    Call(String),
    /// A topic that its step awaits, or publishes on.
    Topic(String),
}

impl Vehicle {
    /// The operation or topic.
    pub fn name(&self) -> &str {
        match self {
            Vehicle::Call(name) | Vehicle::Topic(name) => name,
        }
    }
}

impl Journey {
    /// The way of a process's current version.
    pub fn new(atlas: &Atlas, process: &Process) -> Self {
        let home = &process.context;
        let mut legs = Vec::new();
        for (number, step) in process.current.steps.iter().enumerate() {
            let starts = process.starts_on.iter().filter(|_| number == 0);
            let heard = starts.chain(step.awaits.iter().map(|awaited| &awaited.topic));
            for topic in heard.filter_map(|name| atlas.topic(name)) {
                for from in topic.publishers.iter().filter(|from| *from != home) {
                    legs.push(Leg {
                        step: step.name.clone(),
                        from: from.clone(),
                        to: home.clone(),
                        by: Vehicle::Topic(topic.name.clone()),
                        declared: topic.message.is_some() && topic.subscribers.contains(home),
                    });
                }
            }
            for call in &step.calls {
                let link = atlas.link(home, &call.context);
                legs.push(Leg {
                    step: step.name.clone(),
                    from: home.clone(),
                    to: call.context.clone(),
                    by: Vehicle::Call(call.operation.clone()),
                    declared: link.is_some_and(|link| link.calls.contains(&call.operation)),
                });
            }
            for topic in step.publishes.iter().filter_map(|name| atlas.topic(name)) {
                for to in topic.subscribers.iter().filter(|to| *to != home) {
                    legs.push(Leg {
                        step: step.name.clone(),
                        from: home.clone(),
                        to: to.clone(),
                        by: Vehicle::Topic(topic.name.clone()),
                        declared: topic.message.is_some() && topic.publishers.contains(home),
                    });
                }
            }
        }
        Journey { process: process.name.clone(), context: home.clone(), legs }
    }

    /// The part of an atlas that it passes through: its contexts, and the topics and calls it takes.
    pub fn part(&self, atlas: &Atlas) -> Atlas {
        let ends = self.legs.iter().flat_map(|leg| [&leg.from, &leg.to]);
        let shown: BTreeSet<String> = ends.chain([&self.context]).cloned().collect();
        let mut part = atlas.only(&shown);
        let takes = |by: &Vehicle| self.legs.iter().any(|leg| leg.by == *by);
        part.topics.retain(|topic| takes(&Vehicle::Topic(topic.name.clone())));
        for topic in &mut part.topics {
            let by = Vehicle::Topic(topic.name.clone());
            let legs: Vec<&Leg> = self.legs.iter().filter(|leg| leg.by == by).collect();
            topic.publishers.retain(|name| legs.iter().any(|leg| leg.from == *name));
            topic.subscribers.retain(|name| legs.iter().any(|leg| leg.to == *name));
        }
        for link in &mut part.links {
            link.calls.retain(|call| takes(&Vehicle::Call(call.clone())) && link.from == self.context);
            link.uses.clear();
            link.besides.clear();
        }
        part.links.retain(|link| !link.calls.is_empty());
        part.processes.retain(|process| process.name == self.process);
        part
    }
}
