//! The picture in a terminal: each context a card with what it says to whom, cards side by side where
//! there is room; a process as a line of stations.

mod card;
mod changes;
mod overview;

use super::atlas::{Atlas, Await, Context, Crossing, Link, Process, Step};
use super::journey::{Journey, Vehicle};
use super::scene::shortened;
use crate::format::{Draw, Format};
use crate::request::{Request, Subject};
use crate::terminal::{BAD, DOUBTFUL, FAINT, NAME, STRONG, TextStyle, clean};
use card::{Card, side_by_side};
use changes::changes;
use overview::{MOST_CARDS, overview};
use std::collections::BTreeMap;

/// What the lines of a card begin with.
const CALLS: &str = "──▶";
const SAYS: &str = "╌╌▶";
const HEARS: &str = "◀╌╌";
const CALLED: &str = "◀──";
const NAMES: &str = "··▶";
const NAMED: &str = "◀··";
const BREAKS: &str = "━━✗";
const TOLERATED: &str = "╍╍✗";
const LINE: &str = "●─●";

pub(crate) static FORMAT: Format = Format {
    name: "text",
    about: "For the terminal",
    is_usual: false,
    is_picture: false,
    draw: Draw::File { extension: "txt", draw },
};

fn draw(request: &Request<'_>, style: TextStyle) -> Option<String> {
    Some(match request.subject {
        Subject::Map(atlas) if atlas.contexts.len() > MOST_CARDS => overview(atlas, &style),
        Subject::Map(atlas) => map(atlas, &style),
        Subject::Process(atlas, process) => self::process(atlas, process, &style),
        Subject::Journey(_, journey) => self::journey(journey, &style),
        Subject::Diff { diff, .. } => changes(diff, &style),
    })
}

/// All contexts.
fn map(atlas: &Atlas, style: &TextStyle) -> String {
    let cards: Vec<Card> = atlas.contexts.iter().map(|context| card(atlas, context)).collect();
    let mut text = side_by_side(&cards, style);
    let used = |sign: &str| cards.iter().any(|card| card.has(sign));
    let legend = [
        (CALLS, "calls"),
        (SAYS, "says to"),
        (HEARS, "hears from"),
        (CALLED, "called by"),
        (NAMES, "may name"),
        (NAMED, "named by"),
        (BREAKS, "not allowed"),
        (TOLERATED, "tolerated"),
        (LINE, "process"),
    ];
    let legend: Vec<_> = legend.iter().filter(|(sign, _)| used(sign)).collect();
    // Each sign stays with its meaning when lines are broken.
    let legend: Vec<_> =
        legend.iter().map(|(sign, says)| format!("{sign}\u{a0}{}", says.replace(' ', "\u{a0}"))).collect();
    if !legend.is_empty() {
        let lines = style.wrap(&legend.join("  "), "", "").replace('\u{a0}', " ");
        text.push_str(&format!("{}\n", style.paint(FAINT, &lines)));
    }
    text
}

fn card(atlas: &Atlas, context: &Context) -> Card {
    let name = clean(&context.name);
    let within = context.within.as_ref().map(|outer| format!(" in {}", clean(outer))).unwrap_or_default();
    // Terminals do not agree on how wide a soft hyphen is.
    let title = context.title.as_ref().map(|title| format!(" ({})", clean(&title.replace('\u{ad}', ""))));
    let title = title.unwrap_or_default();
    let mut card = Card::new(format!("{name}{title}{within}"), context.external);
    if !context.about.is_empty() {
        card.line("", &context.about, FAINT);
    }
    for link in atlas.links.iter().filter(|link| link.from == context.name) {
        for (sign, names) in [(CALLS, &link.calls), (NAMES, &link.uses)] {
            if !names.is_empty() {
                card.line(sign, &format!("{}: {}", link.to, names.join(", ")), NAME);
            }
        }
    }
    for topic in atlas.topics.iter().filter(|topic| topic.publishers.contains(&context.name)) {
        let to =
            if topic.subscribers.is_empty() { "nobody".to_owned() } else { topic.subscribers.join(", ") };
        card.line(SAYS, &format!("{to}: {}", topic.name), NAME);
    }
    for topic in atlas.topics.iter().filter(|topic| topic.subscribers.contains(&context.name)) {
        let from =
            if topic.publishers.is_empty() { "nobody".to_owned() } else { topic.publishers.join(", ") };
        card.line(HEARS, &format!("{from}: {}", topic.name), NAME);
    }
    // What exactly stands on the other's card.
    let by = |has: fn(&Link) -> bool| {
        let links = atlas.links.iter().filter(|link| link.to == context.name && has(link));
        links.map(|link| link.from.as_str()).collect::<Vec<_>>().join(", ")
    };
    for (sign, from) in
        [(CALLED, by(|link| !link.calls.is_empty())), (NAMED, by(|link| !link.uses.is_empty()))]
    {
        if !from.is_empty() {
            card.line(sign, &from, NAME);
        }
    }
    for process in atlas.processes.iter().filter(|process| process.context == context.name) {
        let steps: Vec<_> = process.current.steps.iter().map(|step| step.name.as_str()).collect();
        let version = process.current.number;
        card.line(LINE, &format!("{} {version}: {}", process.name, steps.join(" → ")), NAME);
    }
    let crossings = || atlas.crossings.iter().filter(|crossing| crossing.from == context.name);
    for words in
        shortened(&crossings().filter(|crossing| !crossing.tolerated).map(broken).collect::<Vec<_>>())
    {
        card.line(BREAKS, &words, BAD);
    }
    let mut tolerated: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for crossing in crossings().filter(|crossing| crossing.tolerated) {
        tolerated.entry(&crossing.to).or_default().push(crossing.item.clone());
    }
    for (to, items) in tolerated {
        card.line(TOLERATED, &format!("{to}: {}", shortened(&items).join(", ")), DOUBTFUL);
    }
    card
}

fn broken(crossing: &Crossing) -> String {
    let line = crossing.place.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}: {} at {}{line}", crossing.to, crossing.item, crossing.place.file)
}

/// The timetable of a process's current version.
fn process(atlas: &Atlas, process: &Process, style: &TextStyle) -> String {
    let title = format!("{} {}", clean(&process.name), process.current.number);
    let mut text = format!("{}, a process of {}\n", style.paint(STRONG, &title), clean(&process.context));
    if !process.about.is_empty() {
        text.push_str(&format!("{}\n", style.wrap(&clean(&process.about), "", "")));
    }
    text.extend(
        process_says(atlas, process)
            .iter()
            .map(|said| format!("{}\n", style.wrap(&clean(said), "  ", "    "))),
    );
    let last = process.current.steps.len();
    for (number, step) in process.current.steps.iter().enumerate() {
        let station = if !step.awaits.is_empty() { "◌" } else { "●" };
        let name = style.paint(NAME, &clean(&step.name));
        text.push_str(&format!("  {station} {} {name}\n", number + 1));
        let rail = if number + 1 < last { "│" } else { " " };
        for said in station_says(atlas, step) {
            let lines = style.wrap(&clean(&said), &format!("  {rail}     "), &format!("  {rail}         "));
            text.push_str(&format!("{lines}\n"));
        }
    }
    for earlier in &process.earlier {
        let steps: Vec<_> = earlier.steps.iter().map(|step| step.name.as_str()).collect();
        let line = format!("still served: version {}, {}", earlier.number, steps.join(" → "));
        text.push_str(&format!("{}\n", style.paint(FAINT, &style.wrap(&clean(&line), "", "  "))));
    }
    text
}

/// How an instance is found, what starts it, and what becomes of one that fails.
fn process_says(atlas: &Atlas, process: &Process) -> Vec<String> {
    let starts = process.starts_on.as_ref();
    let starts = starts.map(|topic| format!("{HEARS} {}: starts on {topic}", publishers(atlas, topic)));
    let key = process.key.as_ref().map(|key| format!("one instance for each {key}"));
    let undone = process.rolls_back.then(|| "undone if it fails".to_owned());
    starts.into_iter().chain(key).chain(undone).collect()
}

/// Who publishes on a topic, in words.
fn publishers(atlas: &Atlas, topic: &str) -> String {
    let from = atlas.topic(topic).map(|topic| topic.publishers.join(", ")).unwrap_or_default();
    if from.is_empty() { "nobody".to_owned() } else { from }
}

fn station_says(atlas: &Atlas, step: &Step) -> Vec<String> {
    let mut says = Vec::new();
    says.extend((!step.about.is_empty()).then(|| step.about.clone()));
    for Await { topic, within, .. } in &step.awaits {
        let within = within.as_ref().map(|within| format!(", within {within}")).unwrap_or_default();
        says.push(format!("{HEARS} {}: waits for {topic}{within}", publishers(atlas, topic)));
    }
    says.extend(step.calls.iter().map(|call| format!("{CALLS} {}: {}", call.context, call.operation)));
    for name in &step.publishes {
        let to = atlas.topic(name).map(|topic| topic.subscribers.join(", ")).unwrap_or_default();
        let to = if to.is_empty() { "nobody".to_owned() } else { to };
        says.push(format!("{SAYS} {to}: {name}"));
    }
    says.extend(step.within.as_ref().map(|limit| format!("within {limit}")));
    says.extend(step.retry.as_ref().map(|retry| format!("again {retry}")));
    says.extend(step.irreversible.then(|| "cannot be undone".to_owned()));
    says.extend(
        step.compensated_by.as_ref().map(|undo| format!("↩   undone by {undo}{}", step.undone_for_good())),
    );
    says
}

/// The legs of a journey.
fn journey(journey: &Journey, style: &TextStyle) -> String {
    let title = format!("the journey of {}", clean(&journey.process));
    let mut text = format!("{}, from {}\n", style.paint(STRONG, &title), clean(&journey.context));
    if journey.legs.is_empty() {
        text.push_str("  never leaves it\n");
    }
    for (number, leg) in journey.legs.iter().enumerate() {
        let sign = match leg.by {
            Vehicle::Call(_) => CALLS,
            Vehicle::Topic(_) => SAYS,
        };
        let undeclared = if leg.declared { "" } else { ", which the map does not declare" };
        let line = format!("{} {sign} {}: {}, in {}{undeclared}", leg.from, leg.to, leg.by.name(), leg.step);
        let lines = style.wrap(&clean(&line), &format!("  {} ", number + 1), "        ");
        text.push_str(&if leg.declared { lines } else { style.paint(BAD, &lines) });
        text.push('\n');
    }
    text
}
