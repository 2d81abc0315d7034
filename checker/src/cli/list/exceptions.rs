//! `list exceptions`: what is tolerated, by edge and owner, heaviest first.

use crate::cli::options::{Exceptions, Global, ListFormat};
use crate::cli::output::Output;
use crate::cli::pipeline;
use crate::cli::renew::Subject;
use crate::cli::today::days_between;
use crate::graph::cycle::cycles;
use crate::graph::{ContextId, Graph};
use crate::report::survey::{count, number};
use crate::report::{Exit, Failures};
use crate::rules::{self, RULES, RuleKind};
use serde::Serialize;
use stateline_draw::terminal::{FAINT, NAME, STRONG, TextStyle, clean};
use stateline_schema::map::CodeKind;
use stateline_schema::{Date, Exception, Pattern, Tolerated};
use std::collections::BTreeMap;

pub(super) fn run(options: &Exceptions, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let text = pipeline::mapped(global, |mapped| {
        let list = List { exceptions: rows(mapped.graph), rings: rings(mapped.graph) };
        Ok(match options.listed.format {
            ListFormat::Human => list.for_people(options.all, &output.style),
            ListFormat::Json => {
                let List { exceptions, rings } = &list;
                let object = serde_json::json!({ "version": 1, "exceptions": exceptions, "rings": rings });
                format!("{object:#}\n")
            }
        })
    })?;
    output.write(&text)?;
    Ok(Exit::Clean)
}

/// So many rows are shown to people, the heaviest first.
const ROWS: usize = 20;

struct List {
    exceptions: Vec<Row>,
    rings: Vec<Ring>,
}

/// What the exceptions of one owner tolerate on one edge.
#[derive(Debug, Serialize)]
struct Row {
    /// `payments -> ledger`, or the rule and the place.
    what: String,
    owner: Option<String>,
    items: usize,
    /// Places in the code; none where nothing needs the exceptions any more.
    places: usize,
    /// The first of their last days.
    until: Option<String>,
    /// Since when, in days, as far as the reasons name a day.
    age: Option<i32>,
}

/// Contexts that call each other, and the edges without which they would not.
#[derive(Debug, Serialize)]
struct Ring {
    contexts: Vec<String>,
    cut: Vec<String>,
    /// How many places in the code that is.
    places: usize,
}

fn rows(graph: &Graph<'_>) -> Vec<Row> {
    let mut places: BTreeMap<Subject, Seen> = BTreeMap::new();
    let kinds = RULES.iter().filter(|rule| !matches!(rule.kind, RuleKind::Exception | RuleKind::Time));
    for finding in kinds.flat_map(|rule| rules::findings_of(rule, graph)) {
        let Some(subject) = Subject::of(&finding) else { continue };
        let seen = places.entry(subject).or_default();
        seen.0 = finding.edge.as_ref().map(|edge| edge.to.clone()).unwrap_or_default();
        seen.2.push(finding.rule);
    }
    for crossing in graph.crossings() {
        let (from, item) = (graph.name(crossing.from).to_owned(), graph.path(crossing.item));
        if let Some(seen) = places.get_mut(&Subject::Crossing { from, item }) {
            seen.1 += crossing.references.len();
        }
    }
    let mut rows: BTreeMap<(String, Option<String>), Row> = BTreeMap::new();
    for entry in &graph.input.exceptions.entries {
        for tolerated in &entry.tolerates {
            let held = held(&places, tolerated);
            let what = what(tolerated, held.first().map(|seen| seen.0.as_str()));
            let owner = entry.owner.as_ref().map(|owner| owner.value.clone());
            let row = rows.entry((what.clone(), owner.clone())).or_insert_with(|| Row {
                what,
                owner,
                items: 0,
                places: 0,
                until: None,
                age: None,
            });
            row.items += 1;
            row.places += held.iter().map(|(_, places, _)| (*places).max(1)).sum::<usize>();
            let until = entry.until.as_ref().map(|until| until.value.to_string());
            row.until = [row.until.take(), until].into_iter().flatten().min();
            row.age = row.age.max(age(entry, graph.input.as_of));
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.sort_by(|a, b| (b.places, b.items, &a.what, &a.owner).cmp(&(a.places, a.items, &b.what, &b.owner)));
    rows
}

/// Where something stands that exceptions may tolerate: the context whose it is, how many places, and the rules.
type Seen = (String, usize, Vec<&'static str>);

/// What an exception tolerates of it. Nearly all name one item, and thousands of them are looked up.
fn held<'p>(places: &'p BTreeMap<Subject, Seen>, tolerated: &Tolerated) -> Vec<&'p Seen> {
    let covers = |(subject, seen): (&Subject, &'p Seen)| {
        let (edge, file) = subject.asked();
        seen.2.iter().any(|rule| tolerated.covers(rule, edge, file)).then_some(seen)
    };
    match tolerated {
        Tolerated::Edge { from, to, .. } if let Pattern::Exact(item) = &to.value => {
            let subject = Subject::Crossing { from: from.value.clone(), item: item.to_string() };
            places.get_key_value(&subject).and_then(covers).into_iter().collect()
        }
        _ => places.iter().filter_map(covers).collect(),
    }
}

/// The edge between two contexts; between a context and a crate, where nothing is known of it.
fn what(tolerated: &Tolerated, to: Option<&str>) -> String {
    match (tolerated, to.filter(|to| !to.is_empty())) {
        (Tolerated::Edge { from, .. }, Some(to)) => format!("{from} -> {to}"),
        _ => rules::edge(tolerated),
    }
}

/// How many days ago the day was that a reason names.
fn age(entry: &Exception, today: Date) -> Option<i32> {
    let reason = &entry.reason.as_ref()?.value;
    let words = reason.split(|char: char| !char.is_ascii_digit() && char != '-');
    let first = words.filter_map(|word| Date::parse(word).ok()).min()?;
    Some(days_between(first, today)).filter(|days| *days >= 0)
}

/// Who calls whom in ordinary code, permitted or tolerated, in rings.
fn rings(graph: &Graph<'_>) -> Vec<Ring> {
    let mut calls: BTreeMap<(ContextId, ContextId), usize> = BTreeMap::new();
    let made =
        graph.crossings().iter().filter(|crossing| crossing.is_call && crossing.code == CodeKind::Main);
    for crossing in made {
        *calls.entry((crossing.from, crossing.to)).or_default() += crossing.references.len();
    }
    let edges: Vec<(usize, usize, usize)> =
        calls.iter().map(|((from, to), places)| (from.index(), to.index(), *places)).collect();
    let name = |index: usize| graph.name(ContextId::new(index)).to_owned();
    let ring = |cycle: &crate::graph::cycle::Cycle| Ring {
        contexts: cycle.nodes.iter().map(|node| name(*node)).collect(),
        cut: cycle
            .cut
            .iter()
            .map(|edge| format!("{} -> {}", name(edges[*edge].0), name(edges[*edge].1)))
            .collect(),
        places: cycle.cut.iter().map(|edge| edges[*edge].2).sum(),
    };
    cycles(graph.input.map.contexts.len(), &edges).iter().map(ring).collect()
}

impl List {
    fn for_people(&self, all: bool, style: &TextStyle) -> String {
        if self.exceptions.is_empty() {
            return "no exceptions\n".to_owned();
        }
        let head = ["edge", "items", "places", "owner", "ends", "days old"].map(str::to_owned);
        let cells = |row: &Row| {
            [
                clean(&row.what).into_owned(),
                number(row.items),
                if row.places == 0 { "none".to_owned() } else { number(row.places) },
                row.owner.as_ref().map_or("nobody".to_owned(), |owner| clean(owner).into_owned()),
                row.until.clone().unwrap_or_else(|| "never".to_owned()),
                row.age.map_or(String::new(), number),
            ]
        };
        let shown = if all { self.exceptions.len() } else { self.exceptions.len().min(ROWS) };
        let rows: Vec<[String; 6]> = self.exceptions[..shown].iter().map(cells).collect();
        let width = |at: usize| {
            rows.iter().chain([&head]).map(|row| row[at].chars().count()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..6).map(width).collect();
        let line = |row: &[String; 6]| {
            let padded = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| match at {
                1 | 2 | 5 => format!("{cell:>width$}"),
                _ => format!("{cell:<width$}"),
            });
            padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        let mut text = format!("{}\n", style.paint(FAINT, &line(&head)));
        rows.iter().for_each(|row| text.push_str(&format!("{}\n", line(row))));
        if let Some(left @ 1..) = self.exceptions.len().checked_sub(shown) {
            let items = self.exceptions[shown..].iter().map(|row| row.items).sum();
            let left = format!("and {} with {}", count(left, "more row"), count(items, "item"));
            let command = style.paint(NAME, "cargo stateline list exceptions --all");
            text.push_str(&format!("{left}: {command}\n"));
        }
        let items: usize = self.exceptions.iter().map(|row| row.items).sum();
        let places: usize = self.exceptions.iter().map(|row| row.places).sum();
        let total = format!("{} with {}", count(items, "item"), count(places, "place"));
        text.push_str(&format!("\n{}\n", style.paint(STRONG, &total)));
        for ring in &self.rings {
            let contexts = ring.contexts.join(", ");
            let line = format!(
                "{contexts} call each other in a cycle; the cheapest cut is {} ({})",
                ring.cut.join(", "),
                count(ring.places, "place")
            );
            text.push_str(&style.wrap(&clean(&line), "", "  "));
            text.push('\n');
        }
        text.push_str(&format!("  {}  shows the places\n", style.paint(NAME, "cargo stateline explain A B")));
        text
    }
}
