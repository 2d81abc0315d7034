//! An atlas as the plan of a picture: what is drawn of it, and what each line of it bears as a name; and two
//! plans as one.

use super::atlas::{Atlas, Context, Crossing, Topic};
use super::journey::Journey;
use super::layout::{self, Fate, Line, LineKind, Loose, Plan, Railway, State};
use std::collections::{BTreeMap, BTreeSet};

/// What a picture calls `*`.
const ALL: &str = "all exports";

/// The plan of an atlas: everything that it permits between contexts, and what the code does beyond that,
/// tolerated or not.
pub fn planned(atlas: &Atlas, journey: Option<&Journey>) -> Plan {
    let permitted = |kind: LineKind| {
        atlas.links.iter().filter_map(move |link| {
            let names = if kind == LineKind::Call { &link.calls } else { &link.uses };
            let spoken = |name: &String| if name == "*" { ALL.to_owned() } else { name.clone() };
            let names: Vec<String> = names.iter().map(spoken).collect();
            let (from, to) = (link.from.clone(), link.to.clone());
            (!names.is_empty()).then_some(Line { from, to, kind, names, fate: Fate::Kept })
        })
    };
    let is_idle = |topic: &&Topic| topic.publishers.is_empty() && topic.subscribers.is_empty();
    Plan {
        states: atlas.contexts.iter().map(|context| state(atlas, context)).collect(),
        lines: mail(atlas)
            .chain(permitted(LineKind::Call))
            .chain(permitted(LineKind::Use))
            .chain(crossings(atlas))
            .collect(),
        journeys: journey.into_iter().map(travelled).collect(),
        idle: atlas.topics.iter().filter(is_idle).map(|topic| topic.name.clone()).collect(),
        findings: atlas.findings.len(),
    }
}

fn state(atlas: &Atlas, context: &Context) -> State {
    let city = |city: &super::atlas::City| layout::City {
        name: city.name.clone(),
        kind: match city.kind {
            super::atlas::CityKind::Crate => layout::CityKind::Crate,
            super::atlas::CityKind::Module => layout::CityKind::Module,
        },
    };
    let railway = |process: &super::atlas::Process| Railway {
        name: process.name.clone(),
        steps: process.current.steps.iter().map(|step| step.name.clone()).collect(),
    };
    let own = atlas.processes.iter().filter(|process| process.context == context.name);
    State {
        name: context.name.clone(),
        title: context.title.clone(),
        external: context.external,
        within: context.within.clone(),
        lines: context.lines,
        cities: context.cities.iter().map(city).collect(),
        railways: own.map(railway).collect(),
        loose: atlas.topics.iter().filter_map(|topic| loose(topic, &context.name)).collect(),
        findings: context.findings.len(),
        fate: Fate::Kept,
    }
}

/// A topic whose other end is nobody's but this context's own.
fn loose(topic: &Topic, context: &str) -> Option<Loose> {
    let is_own = |ends: &[String]| ends.iter().any(|end| end == context);
    let is_elsewhere = |ends: &[String]| ends.iter().any(|end| end != context);
    let end = |published| Some(Loose { topic: topic.name.clone(), published, fate: Fate::Kept });
    if is_own(&topic.publishers) && !is_elsewhere(&topic.subscribers) {
        return end(true);
    }
    if is_own(&topic.subscribers) && !is_elsewhere(&topic.publishers) {
        return end(false);
    }
    None
}

fn mail(atlas: &Atlas) -> impl Iterator<Item = Line> {
    atlas.topics.iter().flat_map(|topic| {
        topic.publishers.iter().flat_map(|from| {
            topic.subscribers.iter().map(|to| Line {
                from: from.clone(),
                to: to.clone(),
                kind: LineKind::Mail,
                names: vec![topic.name.clone()],
                fate: Fate::Kept,
            })
        })
    })
}

/// One line for each two contexts and tolerance, that names what is reached.
fn crossings(atlas: &Atlas) -> impl Iterator<Item = Line> {
    let mut reached: BTreeMap<(&str, &str, LineKind), Vec<String>> = BTreeMap::new();
    for Crossing { from, to, item, tolerated, .. } in &atlas.crossings {
        let kind = if *tolerated { LineKind::Tolerated } else { LineKind::Broken };
        let items = reached.entry((from, to, kind)).or_default();
        let name = item.rsplit("::").next().unwrap_or(item);
        if !items.iter().any(|item| item == name) {
            items.push(name.to_owned());
        }
    }
    reached.into_iter().map(|((from, to, kind), names)| Line {
        from: from.to_owned(),
        to: to.to_owned(),
        kind,
        names,
        fate: Fate::Kept,
    })
}

/// Two plans as one: all that either has, and what became of it.
pub(crate) fn compared(before: &Plan, after: &Plan) -> Plan {
    let (before, after) = (before.canonical(), after.canonical());
    let mut states = after.states.clone();
    for state in &mut states {
        let old = before.number(&state.name).map(|number| &before.states[number]);
        state.fate = if old.is_some() { Fate::Kept } else { Fate::Gained };
        state.loose = old.map_or_else(|| state.loose.clone(), |old| ends(old, state, (&before, &after)));
    }
    let is_lost = |state: &&State| after.number(&state.name).is_none();
    let lost = before.states.iter().filter(is_lost);
    states.extend(lost.map(|state| State { fate: Fate::Lost, ..state.clone() }));
    Plan { states, lines: changed_lines(&before, &after), ..after }
}

/// The topics without another end of a context that both plans have. A topic that has found its other end,
/// or lost it, is a line that was gained or lost.
fn ends(old: &State, new: &State, (before, after): (&Plan, &Plan)) -> Vec<Loose> {
    let only = |these: &State, those: &State, others: &Plan, fate: Fate| -> Vec<Loose> {
        let is_line = |loose: &Loose| {
            let end = |line: &Line| if loose.published { &line.from } else { &line.to } == &these.name;
            let mail = others.lines.iter().filter(|line| line.kind == LineKind::Mail && end(line));
            mail.into_iter().any(|line| line.names.contains(&loose.topic))
        };
        let own = these.loose.iter().filter(|loose| !those.loose.contains(loose) && !is_line(loose));
        own.map(|loose| Loose { fate, ..loose.clone() }).collect()
    };
    let gained = only(new, old, before, Fate::Gained);
    let is_gained = |loose: &&Loose| gained.iter().any(|other| other.topic == loose.topic);
    let kept = new.loose.iter().filter(|loose| !is_gained(loose)).cloned();
    kept.chain(gained.iter().cloned()).chain(only(old, new, after, Fate::Lost)).collect()
}

/// Each line of either plan, apart by what became of its names.
fn changed_lines(before: &Plan, after: &Plan) -> Vec<Line> {
    let mut names: BTreeMap<(LineKind, &str, &str), [BTreeSet<&String>; 2]> = BTreeMap::new();
    for (place, plan) in [before, after].into_iter().enumerate() {
        for line in &plan.lines {
            names.entry((line.kind, &line.from, &line.to)).or_default()[place].extend(&line.names);
        }
    }
    let mut lines = Vec::new();
    for ((kind, from, to), [old, new]) in names {
        for (fate, names) in
            [(Fate::Kept, &old & &new), (Fate::Gained, &new - &old), (Fate::Lost, &old - &new)]
        {
            let names: Vec<String> = names.into_iter().cloned().collect();
            if !names.is_empty() {
                lines.push(Line { from: from.to_owned(), to: to.to_owned(), kind, names, fate });
            }
        }
    }
    lines
}

/// Its context first, then both ends of every leg, each stop once.
fn travelled(journey: &Journey) -> layout::Journey {
    let mut stops: Vec<(String, String)> = vec![(journey.context.clone(), String::new())];
    for leg in &journey.legs {
        for context in [&leg.from, &leg.to] {
            if stops.last().is_none_or(|(last, _)| last != context) {
                stops.push((context.clone(), leg.step.clone()));
            }
        }
    }
    layout::Journey { name: journey.process.clone(), stops }
}
