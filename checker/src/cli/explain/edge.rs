//! `explain A B`: the references behind an edge, with their places.

use crate::cli::options::{Explain, Global, ListFormat};
use crate::cli::output::Output;
use crate::cli::pipeline::{self, Mapped};
use crate::cli::selector::Selector;
use crate::graph::permission::Verdict;
use crate::graph::{Crossing, Graph};
use crate::report::survey::{count, number};
use crate::report::text::window;
use crate::report::{Exit, Failures, Sources, place_line};
use crate::rules::{self, RuleKind};
use serde::Serialize;
use stateline_draw::terminal::{BAD, DOUBTFUL, FAINT, GOOD, NAME, STRONG, TextStyle, clean};
use stateline_rust::{DefId, Reference};
use stateline_schema::Spanned;
use std::collections::BTreeMap;

/// So many places of an item are shown to people.
const MOST_PLACES: usize = 20;
/// More lines than these nobody reads: then the items with most places are shown, with the first of their places.
const SCREEN: usize = 36;
const FEW_ITEMS: usize = 6;
const FEW_PLACES: usize = 2;

pub(super) fn run(asked: &Explain, to: &str, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let from = asked.what.as_str();
    let text = pipeline::mapped(global, |mapped| {
        let ends = (Selector::new(mapped.graph, from)?, Selector::new(mapped.graph, to)?);
        let sources = pipeline::sources(mapped.workspace, global);
        let edge = Edge { from, to, items: items(mapped, &ends.0, &ends.1, &sources) };
        Ok(match asked.listed.format {
            ListFormat::Human => edge.for_people(asked.all, &output.style),
            ListFormat::Json => format!("{:#}\n", serde_json::json!({ "version": 1, "edge": edge })),
        })
    })?;
    output.write(&text)?;
    Ok(Exit::Clean)
}

#[derive(Serialize)]
struct Edge<'e> {
    from: &'e str,
    to: &'e str,
    items: Vec<Item>,
}

/// One item of the other end.
#[derive(Serialize)]
struct Item {
    path: String,
    /// What it does to the world, if it is an operation that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    effect: Option<String>,
    /// The line of the map that permits it; none where some of it is not permitted.
    permitted_by: Option<String>,
    /// The exception that tolerates it, where it is not permitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerated_by: Option<Tolerance>,
    places: Vec<Spot>,
}

/// What an exception says.
#[derive(Serialize)]
struct Tolerance {
    owner: Option<String>,
    reason: Option<String>,
    issue: Option<String>,
    until: Option<String>,
}

#[derive(Serialize)]
struct Spot {
    file: String,
    line: usize,
    column: usize,
    /// The path of the item that the reference stands in.
    within: String,
    /// The line of code.
    code: String,
}

/// Most referenced first.
fn items(mapped: &Mapped<'_>, from: &Selector, to: &Selector, sources: &Sources<'_>) -> Vec<Item> {
    let graph = mapped.graph;
    let mut found: BTreeMap<DefId, Item> = BTreeMap::new();
    for crossing in graph.crossings().iter().filter(|crossing| to.holds(graph, crossing.item)) {
        let spots: Vec<_> = references(graph, crossing)
            .filter(|reference| from.holds(graph, reference.from))
            .filter_map(|reference| spot(graph, reference, sources))
            .collect();
        if spots.is_empty() {
            continue;
        }
        let permitted_by = match crossing.verdict {
            Verdict::Allowed(grant) => Some(place_line(&graph.at_grant(grant), sources)),
            _ => None,
        };
        let path = graph.path(crossing.item);
        let effect = graph.effect(crossing.item).map(str::to_owned);
        let tolerated_by = tolerated_by(graph, crossing, &path).filter(|_| permitted_by.is_none());
        let new = || Item {
            path,
            effect,
            permitted_by: permitted_by.clone(),
            tolerated_by: None,
            places: Vec::new(),
        };
        let item = found.entry(crossing.item).or_insert_with(new);
        item.permitted_by = item.permitted_by.take().and(permitted_by);
        item.tolerated_by = item.tolerated_by.take().or(tolerated_by);
        item.places.extend(spots);
    }
    let mut items: Vec<_> = found.into_values().collect();
    items.iter_mut().for_each(|item| {
        item.places.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)))
    });
    items.sort_by(|a, b| (b.places.len(), &a.path).cmp(&(a.places.len(), &b.path)));
    items
}

/// The exception for a crossing that the map does not permit.
fn tolerated_by(graph: &Graph<'_>, crossing: &Crossing, item: &str) -> Option<Tolerance> {
    let asked = Some((graph.name(crossing.from), item));
    let mut rules = rules::of_kind(RuleKind::Crossing).map(|rule| rule.name);
    let entries = &graph.input.exceptions.entries;
    let entry = rules.find_map(|rule| entries.iter().find(|entry| entry.covers(rule, asked, "")))?;
    let text = |text: &Option<Spanned<String>>| text.as_ref().map(|text| text.value.clone());
    let until = entry.until.as_ref().map(|until| until.value.to_string());
    let (owner, reason, issue) = (text(&entry.owner), text(&entry.reason), text(&entry.issue));
    Some(Tolerance { owner, reason, issue, until })
}

fn references<'g>(graph: &'g Graph<'_>, crossing: &'g Crossing) -> impl Iterator<Item = &'g Reference> {
    crossing.references.iter().map(|id| graph.reference(*id))
}

/// `None` for a file that cannot be read any more.
fn spot(graph: &Graph<'_>, reference: &Reference, sources: &Sources<'_>) -> Option<Spot> {
    let place = graph.at_reference(reference, "");
    let text = sources.text(&place.path)?;
    let at = text.position(place.span.start);
    let (_, start, code) = text.lines(&place.span);
    let shown = window(code, place.span.start.saturating_sub(start));
    let code = if text.is_quotable { code[shown].trim().to_owned() } else { String::new() };
    let within = graph.path(reference.from);
    Some(Spot { file: place.path.to_string(), line: at.line, column: at.column, within, code })
}

impl Edge<'_> {
    fn for_people(&self, all: bool, style: &TextStyle) -> String {
        let (from, to) = (clean(self.from), clean(self.to));
        let total: usize = self.items.iter().map(|item| item.places.len()).sum();
        if total == 0 {
            return format!("{}\n", style.wrap(&format!("no code in {from} uses {to}"), "", "  "));
        }
        let items = if self.items.len() == 1 {
            "1 item".to_owned()
        } else {
            format!("{} items", number(self.items.len()))
        };
        let references =
            if total == 1 { "1 reference".to_owned() } else { format!("{} references", number(total)) };
        let mut text =
            format!("{}: {references} to {items}\n", style.paint(STRONG, &format!("{from} -> {to}")));
        let lines = |item: &Item| 2 + item.places.len().min(MOST_PLACES);
        let is_cut = !all && self.items.iter().map(lines).sum::<usize>() > SCREEN;
        let mut shown: Vec<&Item> = self.items.iter().collect();
        if is_cut {
            shown.sort_by_key(|item| std::cmp::Reverse(item.places.len()));
            shown.truncate(FEW_ITEMS);
        }
        for item in &shown {
            text.push('\n');
            text.push_str(&item.for_people(if is_cut { FEW_PLACES } else { MOST_PLACES }, style));
        }
        if is_cut {
            let left = match self.items.len() - shown.len() {
                0 => String::new(),
                left => format!("{}, and ", count(left, "more item")),
            };
            let command = style.paint(NAME, &format!("cargo stateline explain {from} {to} --all"));
            text.push_str(&format!("\n{left}all places: {command}\n"));
        }
        text
    }
}

impl Tolerance {
    fn for_people(&self, style: &TextStyle) -> String {
        let owner = self.owner.as_deref().unwrap_or("nobody");
        let until = self.until.as_deref().unwrap_or("whenever");
        let reason = self.reason.iter().map(|reason| format!(": {reason}")).collect::<String>();
        let issue = self.issue.iter().map(|issue| format!(" ({issue})")).collect::<String>();
        let tolerated = style.paint(DOUBTFUL, "tolerated");
        format!("{tolerated} until {}", clean(&format!("{until}, owner {owner}{reason}{issue}")))
    }
}

impl Item {
    fn for_people(&self, most: usize, style: &TextStyle) -> String {
        let verdict = match &self.permitted_by {
            Some(line) => format!("{} by {}", style.paint(GOOD, "permitted"), clean(line)),
            None => match &self.tolerated_by {
                None => style.paint(BAD, "not permitted"),
                Some(tolerance) => tolerance.for_people(style),
            },
        };
        let name = style.paint(NAME, &clean(&self.path));
        let effect = self.effect.as_ref().map(|effect| format!(" ({})", clean(effect))).unwrap_or_default();
        let mut text = format!("{name}{effect}  {}  {verdict}\n", number(self.places.len()));
        for Spot { file, line, column, code, .. } in self.places.iter().take(most) {
            let place = format!("  {}:{line}:{column}  ", clean(file));
            let room = style.width().saturating_sub(place.len());
            text.push_str(&format!("{place}{}\n", style.paint(FAINT, &shortened(&clean(code), room))));
        }
        if self.places.len() > most {
            let more = number(self.places.len() - most);
            // A list that is cut says in the end how to see all.
            let hint = if most == MOST_PLACES { "; `--format json` has them all" } else { "" };
            text.push_str(&format!("  {more} more{hint}\n"));
        }
        text
    }
}

/// As much of a line as there is room for; nothing where too little would be left.
fn shortened(code: &str, room: usize) -> String {
    if textwrap::core::display_width(code) <= room {
        return code.to_owned();
    }
    if room < 12 {
        return String::new();
    }
    let mut kept = String::new();
    for char in code.chars() {
        if textwrap::core::display_width(&kept) + 2 > room {
            break;
        }
        kept.push(char);
    }
    kept + "…"
}
