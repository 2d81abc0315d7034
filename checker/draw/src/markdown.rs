//! Markdown: the gazetteer, which is the map in tables, and the timetable of a process.

mod changes;
mod table;

use super::HEAD;
use super::atlas::{Atlas, Await, Context, Exception, Finding, Process, Spot, Topic, Version};
use super::journey::{Journey, Vehicle};
use super::scene::shortened;
use crate::format::{Draw, Format};
use crate::request::{Request, Subject};
use crate::terminal::TextStyle;
use changes::changes;
use std::collections::BTreeMap;
use std::fmt::Write as _;
pub(super) use table::{Table, code, codes, escape};

pub(crate) static FORMAT: Format = Format {
    name: "markdown",
    about: "The gazetteer: tables of contexts, topics and processes; the timetable of a process",
    is_usual: true,
    is_picture: false,
    draw: Draw::File { extension: "md", draw },
};

fn draw(request: &Request<'_>, _: TextStyle) -> Option<String> {
    Some(match request.subject {
        Subject::Map(atlas) => map(atlas),
        Subject::Process(atlas, process) => self::process(atlas, process),
        Subject::Journey(_, journey) => self::journey(journey),
        Subject::Diff { diff, .. } => changes(diff),
    })
}

/// All contexts, links, topics and processes, and what is not as it should be.
fn map(atlas: &Atlas) -> String {
    let mut text = format!("<!-- {HEAD} -->\n# The map\n\n{}\n", summary(atlas));
    let sections = [
        ("Contexts", contexts(atlas)),
        ("Who may call and use whom", links(atlas)),
        ("Topics", topics(&atlas.topics)),
        ("Processes", processes(atlas)),
        ("Laws", laws(atlas)),
        ("Not allowed", crossings(atlas)),
        ("Findings", findings(atlas)),
        ("Tolerated for a while", exceptions(atlas)),
    ];
    for (title, table) in sections {
        text.push_str(&table.section(title));
    }
    text
}

/// `4 contexts, 1 of them external, 2 topics, 1 process.`
pub(super) fn summary(atlas: &Atlas) -> String {
    let count =
        |number: usize, one: &str, more: &str| format!("{number} {}", if number == 1 { one } else { more });
    let external = atlas.contexts.iter().filter(|context| context.external).count();
    let mut parts = vec![count(atlas.contexts.len(), "context", "contexts")];
    parts.extend((external > 0).then(|| format!("{external} of them external")));
    parts.push(count(atlas.topics.len(), "topic", "topics"));
    parts.push(count(atlas.processes.len(), "process", "processes"));
    parts.join(", ") + "."
}

fn contexts(atlas: &Atlas) -> Table {
    let mut table = Table::new(&["context", "about", "owns", "exports", "publishes", "subscribes"]);
    for context in &atlas.contexts {
        let said = |of: fn(&Topic) -> &Vec<String>| {
            let topics = atlas.topics.iter().filter(|topic| of(topic).contains(&context.name));
            codes(topics.map(|topic| topic.name.as_str()))
        };
        table.row([
            name(context),
            escape(&context.about),
            codes(context.cities.iter().map(|city| city.path.as_str())),
            codes(context.exports.iter().map(String::as_str)),
            said(|topic| &topic.publishers),
            said(|topic| &topic.subscribers),
        ]);
    }
    table
}

fn name(context: &Context) -> String {
    let external = if context.external { ", external" } else { "" };
    let within = context.within.as_ref().map(|outer| format!(", within {}", code(outer))).unwrap_or_default();
    let title = context.title.as_ref().map(|title| format!(" {}", escape(title))).unwrap_or_default();
    format!("{}{title}{external}{within}", code(&context.name))
}

fn links(atlas: &Atlas) -> Table {
    let mut table = Table::new(&["from", "to", "calls", "uses"]);
    for link in &atlas.links {
        let mut row = |from: String, calls: &[String], uses: &[String]| {
            let [calls, uses] = [calls, uses].map(|names| codes(names.iter().map(String::as_str)));
            table.row([from, code(&link.to), calls, uses]);
        };
        if link.is_ordinary() {
            row(code(&link.from), &link.calls, &link.uses);
        }
        for (kind, besides) in &link.besides {
            row(format!("{}, in {}", code(&link.from), escape(kind)), &besides.calls, &besides.uses);
        }
    }
    table
}

pub(super) fn topics(topics: &[Topic]) -> Table {
    let mut table = Table::new(&["topic", "about", "message", "from", "to", "ack"]);
    for topic in topics {
        let names = |of: &[String]| codes(of.iter().map(String::as_str));
        let key = topic.key.as_ref().map(|key| format!(", in order by {}", code(key)));
        let message =
            topic.message.as_ref().map_or_else(|| "not declared".to_owned(), |message| code(message));
        let ack = topic.ack.as_ref().map(|ack| {
            format!("within {} by {}, for {}", escape(&ack.within), names(&ack.by), names(&ack.to))
        });
        table.row([
            code(&topic.name),
            escape(&topic.about),
            message + &key.unwrap_or_default(),
            names(&topic.publishers),
            names(&topic.subscribers),
            ack.unwrap_or_default(),
        ]);
    }
    table
}

fn processes(atlas: &Atlas) -> Table {
    let mut table = Table::new(&["process", "about", "context", "version", "steps"]);
    for process in &atlas.processes {
        for version in process.versions() {
            table.row([
                code(&process.name),
                escape(&process.about),
                code(&process.context),
                version.number.to_string(),
                codes(version.steps.iter().map(|step| step.name.as_str())).replace(", ", " → "),
            ]);
        }
    }
    table
}

fn laws(atlas: &Atlas) -> Table {
    let mut table = Table::new(&["context", "law"]);
    for context in &atlas.contexts {
        context.laws.iter().for_each(|law| table.row([code(&context.name), escape(law)]));
    }
    table
}

fn crossings(atlas: &Atlas) -> Table {
    let mut table = Table::new(&["from", "to", "item", "rule", "where"]);
    // Those that are tolerated stand with what tolerates them.
    for crossing in atlas.crossings.iter().filter(|crossing| !crossing.tolerated) {
        table.row([
            code(&crossing.from),
            code(&crossing.to),
            code(&crossing.item),
            code(&crossing.rule),
            spot(&crossing.place),
        ]);
    }
    table
}

fn findings(atlas: &Atlas) -> Table {
    let mut table = Table::new(&["context", "rule", "finding", "where"]);
    let mut rows = |context: &str, found: &[Finding]| {
        for found in found {
            let level = if found.error { "" } else { ", a warning" };
            table.row([
                code(context),
                format!("{}{level}", code(&found.rule)),
                escape(&found.message),
                found.place.as_ref().map(spot).unwrap_or_default(),
            ]);
        }
    };
    atlas.contexts.iter().for_each(|context| rows(&context.name, &context.findings));
    rows("", &atlas.findings);
    table
}

fn exceptions(atlas: &Atlas) -> Table {
    let mut table = Table::new(&["context", "what", "reason", "owner", "issue", "until"]);
    let mut rows = |context: &str, held: &[Exception]| {
        // An exception may name hundreds of edges; its words are told once.
        let mut by_words: BTreeMap<[&str; 4], Vec<String>> = BTreeMap::new();
        for held in held {
            let words = [&held.reason, &held.owner, &held.issue, &held.until].map(String::as_str);
            by_words.entry(words).or_default().push(code(&held.what));
        }
        for (words, what) in by_words {
            let [reason, owner, issue, until] = words.map(escape);
            table.row([code(context), shortened(&what).join(", "), reason, owner, issue, until]);
        }
    };
    atlas.contexts.iter().for_each(|context| rows(&context.name, &context.exceptions));
    rows("", &atlas.exceptions);
    table
}

fn spot(spot: &Spot) -> String {
    let line = spot.line.map(|line| format!(":{line}")).unwrap_or_default();
    code(&format!("{}{line}", spot.file))
}

/// The timetable of a process: a row for each step, the current version first.
fn process(atlas: &Atlas, process: &Process) -> String {
    let mut text = format!("<!-- {HEAD} -->\n# {}\n\n", escape(&process.name));
    let about = if process.about.is_empty() { String::new() } else { escape(&process.about) + " " };
    let _ = writeln!(text, "{about}A process of {}.", code(&process.context));
    for version in process.versions() {
        let current = if version == &process.current { ", the current one" } else { "" };
        text.push_str(&timetable(atlas, version).section(&format!("Version {}{current}", version.number)));
    }
    text
}

fn timetable(atlas: &Atlas, version: &Version) -> Table {
    let mut table = Table::new(&["", "step", "about", "awaits", "calls", "publishes", "undone by"]);
    for (number, step) in version.steps.iter().enumerate() {
        let awaits = step.awaits.iter().map(|Await { topic, .. }| {
            let from = atlas.topic(topic).map(|topic| topic.publishers.as_slice()).unwrap_or_default();
            let from =
                if from.is_empty() { "nobody".to_owned() } else { codes(from.iter().map(String::as_str)) };
            format!("{} from {from}", code(topic))
        });
        let calls =
            step.calls.iter().map(|call| format!("{} of {}", code(&call.operation), code(&call.context)));
        let undone = match (&step.compensated_by, step.irreversible) {
            (Some(undo), false) => code(undo) + step.undone_for_good(),
            (Some(undo), true) => {
                format!("cannot be undone; made up for by {}{}", code(undo), step.undone_for_good())
            }
            (None, true) => "cannot be undone".to_owned(),
            (None, false) => String::new(),
        };
        table.row([
            (number + 1).to_string(),
            code(&step.name),
            escape(&step.about),
            awaits.collect::<Vec<_>>().join(", "),
            calls.collect::<Vec<_>>().join(", "),
            codes(step.publishes.iter().map(String::as_str)),
            undone,
        ]);
    }
    table
}

/// The legs of a journey.
fn journey(journey: &Journey) -> String {
    let mut text = format!("<!-- {HEAD} -->\n# The journey of {}\n", escape(&journey.process));
    let mut table = Table::new(&["", "step", "from", "to", "by"]);
    for (number, leg) in journey.legs.iter().enumerate() {
        let by = match &leg.by {
            Vehicle::Call(name) => format!("call {}", code(name)),
            Vehicle::Topic(name) => format!("topic {}", code(name)),
        };
        let declared = if leg.declared { "" } else { ", which the map does not declare" };
        let number = (number + 1).to_string();
        table.row([number, code(&leg.step), code(&leg.from), code(&leg.to), format!("{by}{declared}")]);
    }
    if journey.legs.is_empty() {
        let _ = writeln!(text, "\nIt never leaves {}.", code(&journey.context));
    }
    text.push_str(&table.rows());
    text
}
