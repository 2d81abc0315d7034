//! What the map alone says, without the code.

use super::{Ack, Atlas, Await, City, CityKind, Context, Link, Permitted, Process, Step, Topic, Version};
use stateline_schema::map::{CodeKind, Laws, OnFailure, Owned, PackageLaw, Permits, Version as Line};
use stateline_schema::{Map, Pattern, Spanned, map};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

/// So many boxes around a context are drawn; nobody can read more.
const DEEPEST: usize = 12;

impl Atlas {
    /// The atlas of a map whose code is not at hand, such as that of an earlier revision.
    pub fn from_map(map: &Map) -> Self {
        let links = links(map);
        let mut contexts: Vec<_> =
            map.contexts.values().map(|declared| context(map, declared, &links)).collect();
        contexts.sort_by(|a, b| a.name.cmp(&b.name));
        let mut processes: Vec<_> = map.processes.values().map(process).collect();
        processes.sort_by(|a, b| a.name.cmp(&b.name));
        Atlas { contexts, links, topics: topics(map), processes, ..Atlas::default() }
    }
}

fn context(map: &Map, declared: &map::Context, links: &[Link]) -> Context {
    let name = declared.name.value.clone();
    let offers = links.iter().filter(|link| link.to == name).flat_map(|link| link.calls.clone());
    Context {
        title: declared.title.as_ref().map(|title| title.value.clone()),
        about: text(declared.about.as_ref()),
        external: declared.is_external(),
        within: within(map, declared),
        cities: sorted(declared.owns.iter().filter_map(|pattern| city(pattern))),
        exports: sorted(declared.exports.iter().map(|pattern| pattern.value.to_string())),
        offers: sorted(offers),
        laws: laws(&declared.laws),
        name,
        ..Context::default()
    }
}

/// The context that one is drawn in: the one that it lies within, or one around that where boxes in
/// boxes would go too deep; none in a ring, which is a mistake that an earlier map may have.
fn within(map: &Map, declared: &map::Context) -> Option<String> {
    let around: Vec<&str> = map.around(declared).map(|outer| outer.name.value.as_str()).collect();
    let is_ring = around.contains(&declared.name.value.as_str());
    let nearest = around.len().saturating_sub(DEEPEST);
    around.get(nearest).filter(|_| !is_ring).map(|outer| (*outer).to_owned())
}

fn city(owned: &Owned) -> Option<City> {
    let pattern = match owned {
        Owned::Code(pattern) => pattern,
        // Which crates that is, the map does not say.
        Owned::Crates(glob) => {
            return Some(City { name: glob.to_string(), path: glob.to_string(), kind: CityKind::Crate });
        }
        Owned::Folder(folder) => {
            return Some(City { name: folder.clone(), path: folder.clone(), kind: CityKind::Crate });
        }
    };
    let base = pattern.base()?;
    let kind = if base.segments().count() == 1 { CityKind::Crate } else { CityKind::Module };
    Some(City { name: base.last().to_owned(), path: pattern.to_string(), kind })
}

fn links(map: &Map) -> Vec<Link> {
    let mut found: BTreeMap<(String, String), Link> = BTreeMap::new();
    for context in map.contexts.values() {
        for kind in CodeKind::ALL {
            for (to, permitted) in permitted(context.own_permits(kind)) {
                let from = context.name.value.clone();
                let link = found.entry((from.clone(), to.clone())).or_default();
                (link.from, link.to) = (from, to);
                match kind.key() {
                    None => (link.calls, link.uses) = (permitted.calls, permitted.uses),
                    Some(key) => drop(link.besides.insert(key.to_owned(), permitted)),
                }
            }
        }
    }
    found.into_values().collect()
}

/// By context.
fn permitted(permits: &Permits) -> BTreeMap<String, Permitted> {
    let mut by: BTreeMap<String, Permitted> = BTreeMap::new();
    for (to, calls) in permits.calls.iter() {
        by.entry(to.value.clone()).or_default().calls =
            sorted(calls.iter().map(|path| path.value.to_string()));
    }
    for (to, uses) in permits.uses.iter() {
        by.entry(to.value.clone()).or_default().uses = sorted(uses.iter().map(|path| path.value.to_string()));
    }
    by.retain(|_, permitted| !(permitted.calls.is_empty() && permitted.uses.is_empty()));
    by
}

/// Those declared, and those that somebody publishes or subscribes to all the same. Stateline's own are left out:
/// they come from no context.
fn topics(map: &Map) -> Vec<Topic> {
    let said = map.contexts.values().flat_map(|context| context.publishes.iter().chain(&context.subscribes));
    let said = said.filter(|name| is_drawn(&name.value));
    let names: BTreeSet<&str> = map.topics.names().chain(said).map(|name| name.value.as_str()).collect();
    names.into_iter().map(|name| topic(map, name)).collect()
}

fn is_drawn(topic: &str) -> bool {
    !map::Topic::is_own(topic)
}

fn topic(map: &Map, name: &str) -> Topic {
    let publishers = sorted(map.publishers(name).map(|(context, _)| context.name.value.clone()));
    let subscribers = sorted(map.subscribers(name).map(|(context, _)| context.name.value.clone()));
    let declared = map.topic(name);
    let ack = declared.and_then(|topic| topic.ack.as_ref()).map(|ack| {
        let or = |said: Vec<String>, others: &[String]| if said.is_empty() { others.to_vec() } else { said };
        Ack {
            within: ack.within.as_ref().map(|within| within.value.to_string()).unwrap_or_default(),
            by: or(sorted(ack.by.iter().map(|context| context.value.clone())), &subscribers),
            to: or(ack.to.iter().map(|context| context.value.clone()).collect(), &publishers),
        }
    });
    Topic {
        name: name.to_owned(),
        about: text(declared.and_then(|topic| topic.about.as_ref())),
        message: declared.and_then(|topic| Some(topic.message.as_ref()?.value.to_string())),
        payload: None,
        key: declared.and_then(|topic| Some(topic.key.as_ref()?.value.clone())),
        publishers,
        subscribers,
        ack,
    }
}

fn process(declared: &map::Process) -> Process {
    let mut earlier: Vec<_> = declared.earlier.iter().map(version).collect();
    earlier.sort_by_key(|version| std::cmp::Reverse(version.number));
    Process {
        name: declared.name.value.clone(),
        about: text(declared.about.as_ref()),
        context: text(declared.context.as_ref()),
        key: declared.key.as_ref().map(|key| key.value.clone()),
        starts_on: declared.starts_on.as_ref().map(|topic| topic.value.clone()).filter(|name| is_drawn(name)),
        rolls_back: declared.on_failure.as_ref().is_some_and(|said| said.value == OnFailure::Rollback),
        current: version(&declared.current),
        earlier,
    }
}

fn version(line: &Line) -> Version {
    let step = |step: &map::Step| Step {
        name: step.name.value.clone(),
        about: text(step.about.as_ref()),
        function: step.function.as_ref().map(|name| name.value.clone()),
        awaits: sorted(step.awaits.iter().filter(|it| is_drawn(&it.topic.value)).map(awaited)),
        within: step.within.as_ref().map(|limit| limit.value.to_string()),
        retry: step.retry.as_ref().map(retry),
        compensated_by: step.compensated_by.as_ref().map(|path| path.value.to_string()),
        compensation_irreversible: step.compensation_is_irreversible(),
        irreversible: step.is_irreversible(),
        calls: Vec::new(),
        publishes: Vec::new(),
    };
    Version { number: line.number.value, steps: line.steps.iter().map(step).collect() }
}

fn awaited(awaited: &map::Await) -> Await {
    Await {
        topic: awaited.topic.value.clone(),
        by: awaited.by.as_ref().map(|field| field.value.clone()),
        fills: sorted(awaited.fills.iter().map(|field| field.value.clone())),
        within: awaited.within.as_ref().map(|limit| limit.value.to_string()),
    }
}

/// `5 times, first 1s, factor 2, cap 1m`
fn retry(retry: &map::Retry) -> String {
    let said = |name: &str, value: Option<String>| value.map(|value| format!("{name} {value}"));
    let times = retry.times.as_ref().map(|times| format!("{} times", times.value));
    let first = said("first", retry.first.as_ref().map(|first| first.value.to_string()));
    let factor = said("factor", retry.factor.as_ref().map(|factor| factor.value.to_string()));
    let cap = said("cap", retry.cap.as_ref().map(|cap| cap.value.to_string()));
    [times, first, factor, cap].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn laws(laws: &Laws) -> Vec<String> {
    let package = |law: &PackageLaw, verb: &str| {
        let whose =
            if law.module.value == Pattern::Everything { "all of it" } else { &law.module.value.to_string() };
        format!(
            "{whose} {verb} {}",
            sorted(law.packages.iter().map(|path| path.value.to_string())).join(", ")
        )
    };
    let layers = (!laws.layers.is_empty()).then(|| {
        let layers: Vec<_> = laws.layers.iter().map(|path| path.value.to_string()).collect();
        format!("layers {}", layers.join(", "))
    });
    let denied = sorted(laws.deny.iter().map(|law| package(law, "never uses")));
    let allowed = sorted(laws.allow.iter().map(|law| package(law, "uses only")));
    let used_only_by = laws.used_only_by.iter().map(|law| {
        let by: Vec<_> = law.by.iter().map(|who| who.value.to_string()).collect();
        let by = if by.is_empty() { "nobody else".to_owned() } else { by.join(", ") };
        let items =
            if law.items.value == Pattern::Everything { "all of it" } else { &law.items.value.to_string() };
        format!("{items} is used only by {by}")
    });
    let pure = (!laws.pure.is_empty()).then(|| {
        let packages = sorted(laws.pure.iter().map(|path| path.value.to_string()));
        format!("steps run only {}, and what is known to be pure", packages.join(", "))
    });
    layers.into_iter().chain(denied).chain(allowed).chain(sorted(used_only_by)).chain(pure).collect()
}

fn text<T: Display>(said: Option<&Spanned<T>>) -> String {
    said.map(|said| said.value.to_string()).unwrap_or_default()
}

/// Without what is said twice.
pub(super) fn sorted<T: Ord>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    all.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}
