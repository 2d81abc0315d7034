//! An atlas as the plan of a picture: what is drawn of it, and what each line of it bears as a name.

use super::atlas::{Atlas, Crossing};
use super::journey::Journey;
use super::layout::{self, Line, LineKind, Plan, Railway, State};
use std::collections::BTreeMap;

/// The plan of an atlas. Whatever is not allowed is drawn, tolerated or not; what may only be named is
/// no traffic, and makes no neighbours.
pub fn planned(atlas: &Atlas, journey: Option<&Journey>) -> Plan {
    Plan {
        states: atlas.contexts.iter().map(|context| state(atlas, context)).collect(),
        lines: mail(atlas).chain(calls(atlas)).chain(forbidden(atlas)).collect(),
        journeys: journey.into_iter().map(travelled).collect(),
    }
}

fn state(atlas: &Atlas, context: &super::atlas::Context) -> State {
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
        external: context.external,
        size: 1.0,
        cities: context.cities.iter().map(city).collect(),
        railways: own.map(railway).collect(),
    }
}

fn mail(atlas: &Atlas) -> impl Iterator<Item = Line> {
    atlas.topics.iter().flat_map(|topic| {
        topic.publishers.iter().flat_map(|from| {
            topic.subscribers.iter().map(|to| Line {
                from: from.clone(),
                to: to.clone(),
                kind: LineKind::Mail,
                name: topic.name.clone(),
                allowed: true,
            })
        })
    })
}

fn calls(atlas: &Atlas) -> impl Iterator<Item = Line> {
    atlas.links.iter().filter(|link| !link.calls.is_empty()).map(|link| Line {
        from: link.from.clone(),
        to: link.to.clone(),
        kind: LineKind::Call,
        name: link.calls.join(", "),
        allowed: true,
    })
}

/// One line for each two contexts and tolerance, that names what is reached.
fn forbidden(atlas: &Atlas) -> impl Iterator<Item = Line> {
    let mut reached: BTreeMap<(&str, &str, bool), Vec<&str>> = BTreeMap::new();
    for Crossing { from, to, item, tolerated, .. } in &atlas.crossings {
        let items = reached.entry((from, to, *tolerated)).or_default();
        let name = item.rsplit("::").next().unwrap_or(item);
        if !items.contains(&name) {
            items.push(name);
        }
    }
    reached.into_iter().map(|((from, to, tolerated), items)| Line {
        from: from.to_owned(),
        to: to.to_owned(),
        kind: LineKind::Call,
        name: items.join(", ") + if tolerated { " (tolerated)" } else { "" },
        allowed: false,
    })
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
