//! What a map has gained and lost since another one: contexts, calls, mail and processes.

use super::atlas::{Atlas, Await, Context, Link, Process, Topic};
use super::layout::Fate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The difference between two maps. Everything is sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// What the older map is called: the git revision that it was taken from.
    pub since: String,
    pub contexts: Change<String>,
    pub calls: Change<Permit>,
    pub uses: Change<Permit>,
    pub topics: Change<String>,
    pub publishes: Change<Mail>,
    pub subscribes: Change<Mail>,
    pub processes: Change<String>,
    /// What is there in both, but is not the same.
    pub changed: Vec<Changed>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change<T> {
    pub gained: Vec<T>,
    pub lost: Vec<T>,
}

/// An operation that may be called, or an item that may be named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Permit {
    pub from: String,
    pub to: String,
    pub item: String,
}

/// A context that publishes on a topic, or subscribes to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mail {
    pub context: String,
    pub topic: String,
}

/// A detail of something that is there in both.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Changed {
    /// `context`, `topic` or `process`.
    pub kind: &'static str,
    pub name: String,
    /// What of it: `message`, `steps`.
    pub what: &'static str,
    pub before: String,
    pub after: String,
}

impl Diff {
    /// What the map says; nothing that only the code knows is compared.
    pub fn new(since: &str, before: &Atlas, after: &Atlas) -> Self {
        let links = |pick: fn(&Link) -> &Vec<String>| {
            change(before, after, |atlas| {
                atlas.links.iter().flat_map(|link| permits(link, pick(link))).collect()
            })
        };
        let mail = |pick: fn(&Topic) -> &Vec<String>| {
            change(before, after, |atlas| {
                atlas.topics.iter().flat_map(|topic| mail(topic, pick(topic))).collect()
            })
        };
        Diff {
            since: since.to_owned(),
            contexts: change(before, after, |atlas| names(&atlas.contexts, |context| &context.name)),
            calls: links(|link| &link.calls),
            uses: links(|link| &link.uses),
            topics: change(before, after, |atlas| names(&atlas.topics, |topic| &topic.name)),
            publishes: mail(|topic| &topic.publishers),
            subscribes: mail(|topic| &topic.subscribers),
            processes: change(before, after, |atlas| names(&atlas.processes, |process| &process.name)),
            changed: changed(before, after),
        }
    }

    /// Each change in words: what was gained, what was lost, and what is in both but is not the same.
    pub(crate) fn lines(&self) -> Vec<(Fate, String)> {
        let of = |fate: Fate| move |words: String| (fate, words);
        let shown = |words: &str| if words.is_empty() { "nothing".to_owned() } else { words.to_owned() };
        let changed = self.changed.iter().map(|one| {
            let (before, after) = (shown(&one.before), shown(&one.after));
            format!("{} {}: {} was {before}, is {after}", one.kind, one.name, one.what)
        });
        let gained = all(self, |change| change.gained).into_iter().map(of(Fate::Gained));
        let lost = all(self, |change| change.lost).into_iter().map(of(Fate::Lost));
        gained.chain(lost).chain(changed.map(of(Fate::Kept))).collect()
    }

    pub fn is_empty(&self) -> bool {
        *self == Diff { since: self.since.clone(), ..Diff::default() }
    }
}

impl<T> Default for Change<T> {
    fn default() -> Self {
        Change { gained: Vec::new(), lost: Vec::new() }
    }
}

/// Everything that was gained, or that was lost, as `pick` says.
fn all(diff: &Diff, pick: fn(Change<String>) -> Vec<String>) -> Vec<String> {
    let permits = |kind: &'static str| {
        move |Permit { from, to, item }: &Permit| format!("{kind} {from} → {to}: {item}")
    };
    let mail = |verb: &'static str| move |Mail { context, topic }: &Mail| format!("{context} {verb} {topic}");
    let name = |kind: &'static str| move |name: &String| format!("{kind} {name}");
    let mut found = pick(each(&diff.contexts, name("context")));
    found.extend(pick(each(&diff.calls, permits("call"))));
    found.extend(pick(each(&diff.uses, permits("use"))));
    found.extend(pick(each(&diff.topics, name("topic"))));
    found.extend(pick(each(&diff.publishes, mail("publishes"))));
    found.extend(pick(each(&diff.subscribes, mail("subscribes"))));
    found.extend(pick(each(&diff.processes, name("process"))));
    found
}

fn each<T>(change: &Change<T>, render: impl Fn(&T) -> String) -> Change<String> {
    Change {
        gained: change.gained.iter().map(&render).collect(),
        lost: change.lost.iter().map(&render).collect(),
    }
}

fn change<T: Ord + Clone>(before: &Atlas, after: &Atlas, all: impl Fn(&Atlas) -> BTreeSet<T>) -> Change<T> {
    let (before, after) = (all(before), all(after));
    let only = |these: &BTreeSet<T>, those: &BTreeSet<T>| these.difference(those).cloned().collect();
    Change { gained: only(&after, &before), lost: only(&before, &after) }
}

fn names<T>(all: &[T], name: impl Fn(&T) -> &String) -> BTreeSet<String> {
    all.iter().map(|one| name(one).clone()).collect()
}

fn permits<'a>(link: &'a Link, items: &'a [String]) -> impl Iterator<Item = Permit> + 'a {
    items.iter().map(|item| Permit { from: link.from.clone(), to: link.to.clone(), item: item.clone() })
}

fn mail<'a>(topic: &'a Topic, contexts: &'a [String]) -> impl Iterator<Item = Mail> + 'a {
    contexts.iter().map(|context| Mail { context: context.clone(), topic: topic.name.clone() })
}

type Details = BTreeMap<(&'static str, String, &'static str), String>;

fn changed(before: &Atlas, after: &Atlas) -> Vec<Changed> {
    let (before, after) = (details(before), details(after));
    let both = after.into_iter().filter_map(|(key, after)| {
        let before = before.get(&key)?.clone();
        let (kind, name, what) = key;
        (before != after).then_some(Changed { kind, name, what, before, after })
    });
    both.collect()
}

/// What may change of a thing that stays, in words.
fn details(atlas: &Atlas) -> Details {
    let mut all = Details::new();
    for context in &atlas.contexts {
        for (what, words) in of_context(context) {
            all.insert(("context", context.name.clone(), what), words);
        }
    }
    for topic in &atlas.topics {
        for (what, words) in of_topic(topic) {
            all.insert(("topic", topic.name.clone(), what), words);
        }
    }
    for process in &atlas.processes {
        for (what, words) in of_process(process) {
            all.insert(("process", process.name.clone(), what), words);
        }
    }
    all
}

fn of_context(context: &Context) -> [(&'static str, String); 5] {
    let cities: Vec<_> = context.cities.iter().map(|city| city.path.as_str()).collect();
    let whose = if context.external { "external" } else { "our own" };
    [
        ("title", context.title.clone().unwrap_or_default()),
        ("whose", whose.to_owned()),
        ("within", context.within.clone().unwrap_or_default()),
        ("owns", cities.join(", ")),
        ("exports", context.exports.join(", ")),
    ]
}

fn of_topic(topic: &Topic) -> [(&'static str, String); 3] {
    let ack = topic
        .ack
        .as_ref()
        .map(|ack| format!("within {} by {}, for {}", ack.within, ack.by.join(", "), ack.to.join(", ")));
    [
        ("message", topic.message.clone().unwrap_or_default()),
        ("key", topic.key.clone().unwrap_or_default()),
        ("ack", ack.unwrap_or_default()),
    ]
}

/// `law.signed by client filling signed within 2d`
fn awaited(awaited: &Await) -> String {
    let by = awaited.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
    let fills = match awaited.fills.as_slice() {
        [] => String::new(),
        fills => format!(" filling {}", fills.join(", ")),
    };
    let within = awaited.within.as_ref().map(|within| format!(" within {within}")).unwrap_or_default();
    format!("{}{by}{fills}{within}", awaited.topic)
}

fn of_process(process: &Process) -> [(&'static str, String); 7] {
    let earlier: Vec<_> = process.earlier.iter().map(|version| version.number.to_string()).collect();
    let steps = process.current.steps.iter().map(|step| {
        let awaits: Vec<String> = step.awaits.iter().map(awaited).collect();
        let awaits =
            if awaits.is_empty() { String::new() } else { format!(" awaiting {}", awaits.join(" and ")) };
        let limits = step.within.iter().map(|limit| format!(" within {limit}"));
        let limits: String = limits.chain(step.retry.iter().map(|retry| format!(" again {retry}"))).collect();
        let undo = step.compensated_by.as_ref();
        let undo =
            undo.map(|undo| format!(" undone by {undo}{}", step.undone_for_good())).unwrap_or_default();
        let for_good = if step.irreversible { " for good" } else { "" };
        format!("{}{awaits}{limits}{undo}{for_good}", step.name)
    });
    [
        ("context", process.context.clone()),
        ("key", process.key.clone().unwrap_or_default()),
        ("starts on", process.starts_on.clone().unwrap_or_default()),
        ("on failure", if process.rolls_back { "rollback".into() } else { "end".into() }),
        ("version", process.current.number.to_string()),
        ("steps", steps.collect::<Vec<_>>().join(" → ")),
        ("versions still served", earlier.join(", ")),
    ]
}
