//! `explain PATH`: who owns it, who may name it, and what code there may name.

use crate::cli::options::{Global, ListFormat, Listed};
use crate::cli::output::Output;
use crate::cli::pipeline::{self, Mapped};
use crate::finding::Place;
use crate::graph::end::StepEnd;
use crate::graph::{AfterCrash, CalledOperation, Description, Graph, MarkDetails, Neighbour};
use crate::report::{Exit, Failure, Failures, Sources, place_line};
use crate::rules;
use serde_json::{Value, json};
use stateline_draw::terminal::{FAINT, NAME, TextStyle, clean};
use stateline_schema::attribute::Attribute;

/// So many places are shown of each context that names it.
const MOST_PLACES: usize = 2;
/// The names of the lines, and two columns before and one behind.
const INDENT: usize = 16;

pub(super) fn run(path: &str, listed: Listed, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let text = pipeline::mapped(global, |mapped| {
        let found = mapped.graph.describe(path).map_err(Failure::new)?;
        let sources = pipeline::sources(mapped.workspace, global);
        Ok(match listed.format {
            ListFormat::Human => for_people(&found, mapped.graph, &output.style, &sources),
            ListFormat::Json => document(&found, mapped, &sources),
        })
    })?;
    output.write(&text)?;
    Ok(Exit::Clean)
}

fn for_people(found: &[Description], graph: &Graph<'_>, style: &TextStyle, sources: &Sources<'_>) -> String {
    found.iter().map(|one| page(one, &ends(one, graph), style, sources)).collect::<Vec<_>>().join("\n")
}

/// Where the reach of a step ends; nothing for what is none.
fn ends(of: &Description, graph: &Graph<'_>) -> Vec<StepEnd> {
    let has_ctx = |details: &MarkDetails| matches!(details.kind, Attribute::Step | Attribute::Compensation);
    if of.mark_details.iter().any(has_ctx) { rules::step_ends(graph, of.id) } else { Vec::new() }
}

fn page(of: &Description, ends: &[StepEnd], style: &TextStyle, sources: &Sources<'_>) -> String {
    let owner = match &of.owner {
        Some((name, place)) => format!("{name}, by {}", at(place, sources)),
        None => "none: no context of the map owns it".to_owned(),
    };
    let offered = if of.offered { "yes: its owner exports it" } else { "no: only its owner may use it" };
    let mut lines = vec![("owner", owner), ("offered", offered.to_owned())];
    lines.extend(of.mark_details.iter().flat_map(said));
    lines.extend(of.may_name.iter().map(|other| ("may name", permits(other))));
    lines.extend(of.may_be_named_by.iter().map(|other| ("may be used by", permits(other))));
    for (name, topics) in [("publishes", &of.publishes), ("subscribes", &of.subscribes)] {
        lines.extend((!topics.is_empty()).then(|| (name, topics.join(", "))));
    }
    lines.extend(
        ends.iter().map(|end| ("reach ends", format!("{}, at {}", end.path, at(&end.place, sources)))),
    );
    lines.extend(of.laws.iter().map(|law| ("law", law.clone())));
    for (context, places) in &of.named_by {
        let shown = places.iter().take(MOST_PLACES).map(|place| at(place, sources));
        let more = places.len().saturating_sub(MOST_PLACES);
        let more = (more > 0).then(|| format!("and {more} more"));
        let shown = shown.chain(more).collect::<Vec<_>>().join(", ");
        lines.push(("used by", format!("{context}: {shown}")));
    }
    let mut text = format!(
        "{} is {}, {}\n",
        style.paint(NAME, &clean(&of.path)),
        of.what,
        style.paint(FAINT, &format!("at {}", at(&of.place, sources)))
    );
    let mut before = "";
    for (name, value) in lines {
        let title = if name == before { "" } else { name };
        text.push_str(&line(title, &value, style));
        before = name;
    }
    text
}

/// What an attribute says.
fn said(details: &MarkDetails) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    match details.kind {
        Attribute::Operation => {
            let effect = details.effect.as_deref().unwrap_or("does not declare its effect");
            let rehearsed = details.rehearsed_by.as_ref().map(|by| format!(", rehearsed by {by}"));
            lines.push(("operation", format!("{effect}{}", rehearsed.unwrap_or_default())));
            lines.extend(details.after_crash.as_ref().and_then(|it| after_crash(it, effect)));
        }
        Attribute::Step => lines.extend(details.process.clone().map(|process| ("step of", process))),
        Attribute::Compensation => {
            lines.extend(details.process.clone().map(|process| ("undoes in", process)))
        }
        Attribute::Receives => lines.extend(details.topic.clone().map(|topic| ("receives", topic))),
        Attribute::Migration => {
            lines.extend(details.process.clone().map(|process| ("migrates", process)));
        }
        Attribute::Message => lines.extend(details.topic.clone().map(|topic| ("message on", topic))),
        Attribute::Process | Attribute::Environment | Attribute::Failure => {}
    }
    lines.extend(details.calls.iter().map(|called| ("calls", calls(called))));
    lines.extend(details.publishes.iter().map(|path| ("sends", path.clone())));
    lines
}

/// What becomes of a call whose answer never came; what only reads is asked again, and needs no word.
fn after_crash(it: &AfterCrash, effect: &str) -> Option<(&'static str, String)> {
    let told = match it {
        AfterCrash::Asks(inquiry) => format!("the runner asks {inquiry} what became of a call"),
        AfterCrash::Repeats(None) => return None,
        AfterCrash::Repeats(Some(within)) => {
            format!("the runner makes a call again with the same key, for {within}")
        }
        AfterCrash::Parks if effect == "write" => {
            "the runner parks the instance: the operation has no `inquiry` and no `idempotent_for`".into()
        }
        AfterCrash::Parks => "the runner parks the instance: the operation has no `inquiry`".into(),
    };
    Some(("after a crash", told))
}

fn calls(called: &CalledOperation) -> String {
    let CalledOperation { path, effect, after_crash } = called;
    let Some(effect) = effect else { return path.clone() };
    match after_crash {
        Some(AfterCrash::Parks) => format!("{path} ({effect}; a crash during the call parks the instance)"),
        _ => format!("{path} ({effect})"),
    }
}

fn line(name: &str, value: &str, style: &TextStyle) -> String {
    let first = format!("  {name:<width$} ", width = INDENT - 1);
    let lines = style.wrap(&clean(value), &first, &" ".repeat(first.len()));
    lines.replacen(&first, &style.paint(FAINT, &first), 1) + "\n"
}

fn permits(other: &Neighbour) -> String {
    let kinds = [("calls", &other.calls), ("uses", &other.uses), ("messages on", &other.hears)];
    let told = kinds.iter().filter(|(_, names)| !names.is_empty());
    let told: Vec<_> = told.map(|(kind, names)| format!("{kind} {}", names.join(", "))).collect();
    format!("{}: {}", other.context, told.join("; "))
}

fn at(place: &Place, sources: &Sources<'_>) -> String {
    place_line(&Place { label: "".into(), ..place.clone() }, sources)
}

/// What becomes of a call whose answer never came, for machines.
fn crash(it: &AfterCrash) -> Value {
    match it {
        AfterCrash::Asks(inquiry) => json!({ "asks": inquiry }),
        AfterCrash::Repeats(within) => json!({ "repeats_for": within }),
        AfterCrash::Parks => json!("parks"),
    }
}

fn document(found: &[Description], mapped: &Mapped<'_>, sources: &Sources<'_>) -> String {
    let neighbours = |of: &[Neighbour]| -> Vec<Value> {
        let one = |other: &Neighbour| {
            let Neighbour { context, calls, uses, hears } = other;
            json!({ "context": context, "calls": calls, "uses": uses, "messages_on": hears })
        };
        of.iter().map(one).collect()
    };
    let places = |of: &[Place]| of.iter().map(|place| at(place, sources)).collect::<Vec<_>>();
    let attribute = |details: &MarkDetails| {
        let calls = details.calls.iter().map(|called| {
            let CalledOperation { path, effect, after_crash } = called;
            json!({ "path": path, "effect": effect, "after_crash": after_crash.as_ref().map(crash) })
        });
        json!({
            "attribute": details.kind.name(),
            "process": details.process,
            "topic": details.topic,
            "effect": details.effect,
            "rehearsed_by": details.rehearsed_by,
            "after_crash": details.after_crash.as_ref().map(crash),
            "calls": calls.collect::<Vec<_>>(),
            "publishes": details.publishes,
        })
    };
    let one = |of: &Description| {
        json!({
            "path": of.path,
            "what": of.what,
            "at": at(&of.place, sources),
            "owner": of.owner.as_ref().map(|(name, place)| json!({ "context": name, "at": at(place, sources) })),
            "offered": of.offered,
            "attributes": of.mark_details.iter().map(attribute).collect::<Vec<_>>(),
            "may_name": neighbours(&of.may_name),
            "may_be_named_by": neighbours(&of.may_be_named_by),
            "named_by": of.named_by.iter().map(|(context, named)| {
                json!({ "context": context, "at": places(named) })
            }).collect::<Vec<_>>(),
            "publishes": of.publishes,
            "subscribes": of.subscribes,
            "laws": of.laws,
            "reach_ends": ends(of, mapped.graph).iter().map(|end| {
                json!({ "path": end.path, "at": at(&end.place, sources) })
            }).collect::<Vec<_>>(),
        })
    };
    let root = mapped.workspace.root.display().to_string();
    format!(
        "{:#}\n",
        json!({ "version": 1, "root": root, "found": found.iter().map(one).collect::<Vec<_>>() })
    )
}
