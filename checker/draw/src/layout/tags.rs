//! What goes along a route, written on it: names where there is room, else numbers.

use std::collections::BTreeMap;

use super::labels::Label;
use super::plan::{LineKind, Plan};
use super::point::{Point, Rect};
use super::routes::Route;
use super::sheet::{Entry, flattened};
use super::text::{Style, clean, shortened, width, wrapped};

/// Above so many contexts, routes bear numbers.
pub(crate) const MOST_NAMED: usize = 12;
const NAME_WIDTH: f64 = 150.0;
/// A name takes so many lines at most.
const MOST_LINES: usize = 4;
/// The room for envelope and arrow before a name.
pub(crate) const SIGN: f64 = 30.0;
/// So many numbers stand in a row.
pub(crate) const IN_A_ROW: usize = 5;

/// A tag on its route.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The route, by its place in the sheet.
    pub route: usize,
    pub bounds: Rect,
    /// Where it sits on the route.
    pub anchor: Point,
    pub items: Vec<Item>,
    /// Whether its items are written out.
    pub named: bool,
}

/// One thing that goes along a route.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub name: String,
    pub number: String,
    pub kind: LineKind,
    /// From the first end of the route to the second.
    pub forward: bool,
    pub allowed: bool,
}

/// The numbers of everything that crosses a border: those that were given before, then by name.
pub(crate) fn index(plan: &Plan, given: &BTreeMap<String, u32>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in &plan.lines {
        let (Some(from), Some(to)) = (plan.number(&line.from), plan.number(&line.to)) else { continue };
        let same = |entry: &&mut Entry| {
            entry.name == line.name
                && entry.from == from
                && (entry.kind, entry.allowed) == (line.kind, line.allowed)
                && (line.kind == LineKind::Mail || entry.to == [to])
        };
        match entries.iter_mut().find(same) {
            Some(entry) => entry.to.push(to),
            None => entries.push(Entry {
                number: String::new(),
                name: line.name.clone(),
                from,
                to: vec![to],
                kind: line.kind,
                allowed: line.allowed,
            }),
        }
    }
    let mut taken: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let keys: Vec<(String, &str)> = entries.iter().map(|entry| (key(plan, entry), sign(entry))).collect();
    for (key, sign) in &keys {
        taken.entry(sign).or_default().extend(given.get(key));
    }
    for (entry, (key, sign)) in entries.iter_mut().zip(&keys) {
        let taken = taken.entry(sign).or_default();
        let number = given.get(key).copied().unwrap_or_else(|| {
            let free = (1..).find(|number| !taken.contains(number)).expect("numbers do not end");
            taken.push(free);
            free
        });
        entry.number = format!("{sign}{number}");
    }
    entries.sort_by_key(|entry| (sign(entry), entry.number.len(), entry.number.clone()));
    entries
}

fn sign(entry: &Entry) -> &'static str {
    match (entry.allowed, entry.kind) {
        (true, LineKind::Mail) => "",
        (true, LineKind::Call) => "c",
        (false, _) => "x",
    }
}

/// What the lock calls an entry: the topic with its publisher, or a call with both ends.
pub(crate) fn key(plan: &Plan, entry: &Entry) -> String {
    let from = &plan.states[entry.from].name;
    match entry.kind {
        LineKind::Mail => format!("{} of {from}", entry.name),
        LineKind::Call => {
            let to = entry.to.first().map_or("", |to| plan.states[*to].name.as_str());
            format!("{from} calls {to}: {}", entry.name)
        }
    }
}

/// The tags of all routes, and whether they bear names. `land` says whose a point is.
pub(crate) fn tags(
    count: usize,
    index: &[Entry],
    routes: &[Route],
    labels: &[Label],
    land: impl Fn(Point) -> Option<usize>,
) -> (Vec<Tag>, bool) {
    let named = count <= MOST_NAMED;
    let mut board = Board { labels, lines: Vec::new(), boxes: Vec::new(), tags: Vec::new() };
    board.lines = routes.iter().map(|route| flattened(&route.points, false)).collect();
    board.boxes = board.lines.iter().map(|line| Rect::holding(line.iter().copied())).collect();
    for (route, Route { ends, .. }) in routes.iter().enumerate() {
        let items = items(index, *ends);
        if items.is_empty() {
            continue;
        }
        let anchor = anchor(&board.lines[route], *ends, &land);
        let tag = (named.then(|| board.place(route, &items, true, anchor)).flatten())
            .or_else(|| board.place(route, &items, false, anchor));
        board.tags.extend(tag);
    }
    let is_whole = |tag: &Tag| tag.named && tag.items.iter().all(|item| name_lines(item).1);
    let all_named = board.tags.len() == routes.len() && board.tags.iter().all(is_whole);
    (board.tags, all_named)
}

/// What goes along the way of a pair.
fn items(index: &[Entry], (a, b): (usize, usize)) -> Vec<Item> {
    let mut items = Vec::new();
    for entry in index {
        for (from, to, forward) in [(a, b, true), (b, a, false)] {
            if entry.from == from && entry.to.contains(&to) {
                items.push(Item {
                    name: entry.name.clone(),
                    number: entry.number.clone(),
                    kind: entry.kind,
                    forward,
                    allowed: entry.allowed,
                });
            }
        }
    }
    items
}

/// How far along its line a route leaves the land of its first end, or half way.
fn anchor(line: &[Point], (a, b): (usize, usize), land: &impl Fn(Point) -> Option<usize>) -> f64 {
    let mut along = 0.0;
    let (mut left, mut arrived) = (None, None);
    for ends in line.windows(2) {
        let step = ends[0].distance(ends[1]);
        if left.is_none() && land(ends[1]) != Some(a) {
            left = Some(along + step / 2.0);
        }
        if arrived.is_none() && land(ends[1]) == Some(b) {
            arrived = Some(along + step / 2.0);
        }
        along += step;
    }
    match (left, arrived) {
        (Some(left), Some(arrived)) => (left + arrived) / 2.0,
        _ => along / 2.0,
    }
}

/// What has been placed so far.
struct Board<'b> {
    labels: &'b [Label],
    lines: Vec<Vec<Point>>,
    /// The box around each of the lines.
    boxes: Vec<Rect>,
    tags: Vec<Tag>,
}

impl Board<'_> {
    fn place(&self, route: usize, items: &[Item], named: bool, anchor: f64) -> Option<Tag> {
        let (width, height) = if named { named_size(items) } else { numbered_size(items) };
        let mut best = (f64::INFINITY, None);
        let mut along = 0.0;
        for ends in self.lines[route].windows(2) {
            along += ends[0].distance(ends[1]);
            let aside = (ends[1] - ends[0]).unit().left();
            for shift in [0.0, -0.5, 0.5, -1.0, 1.0] {
                let reach = aside.x.abs() * (width / 2.0 + 3.0) + aside.y.abs() * (height / 2.0 + 3.0);
                // Aside of the line only names may lie: a number's pill interrupts it.
                if shift != 0.0 && !named {
                    continue;
                }
                let bounds = Rect::around(ends[1] + aside * (shift * reach), width, height);
                let base = (along - anchor).abs() + 9.0 * f64::abs(shift);
                if base >= best.0 {
                    continue;
                }
                let price = self.price(route, &bounds, base);
                if price < best.0 {
                    best = (price, Some((bounds, ends[1])));
                }
            }
        }
        let (bounds, anchor) = best.1?;
        Some(Tag { route, bounds, anchor, items: items.to_vec(), named })
    }

    fn price(&self, route: usize, bounds: &Rect, base: f64) -> f64 {
        let grown = bounds.grown(2.5);
        if self.labels.iter().any(|label| label.bounds.overlaps(&grown))
            || self.tags.iter().any(|tag| tag.bounds.overlaps(&grown))
        {
            return f64::INFINITY;
        }
        let crossed = self.lines.iter().enumerate().filter(|(other, line)| {
            *other != route
                && self.boxes[*other].overlaps(&grown)
                && line.windows(2).any(|ends| grown.meets(ends[0], ends[1]))
        });
        base + 45.0 * crossed.count() as f64
    }
}

/// The size of a tag with names, one below the other.
fn named_size(items: &[Item]) -> (f64, f64) {
    let lines: Vec<String> = items.iter().flat_map(|item| name_lines(item).0).collect();
    let widest = lines.iter().map(|line| width(line, Style::TAG)).fold(0.0, f64::max);
    (widest + SIGN + 10.0, lines.len() as f64 * Style::TAG.line() + 6.0)
}

/// The name of an item as its tag writes it, and whether that is all of it.
pub(crate) fn name_lines(item: &Item) -> (Vec<String>, bool) {
    let name = clean(&item.name);
    let mut lines = wrapped(&shortened(&name, Style::TAG, NAME_WIDTH * 8.0), Style::TAG, NAME_WIDTH);
    let whole = lines.len() <= MOST_LINES;
    if !whole {
        lines.truncate(MOST_LINES);
        let last = &mut lines[MOST_LINES - 1];
        *last = shortened(&format!("{last} and more of it"), Style::TAG, width(last, Style::TAG).max(40.0));
    }
    if lines.is_empty() {
        lines.push("\u{fffd}".to_owned());
    }
    (lines, whole)
}

/// The rows of numbers on a tag; a number that goes both ways stands once.
pub(crate) fn number_rows(items: &[Item]) -> Vec<String> {
    let mut numbers: Vec<&str> = items.iter().map(|item| item.number.as_str()).collect();
    numbers.dedup();
    numbers.chunks(IN_A_ROW).map(|row| row.join(" ")).collect()
}

fn numbered_size(items: &[Item]) -> (f64, f64) {
    let rows = number_rows(items);
    let widest = rows.iter().map(|row| width(row, Style::NUMBER)).fold(0.0, f64::max);
    (widest + 10.0, rows.len() as f64 * Style::NUMBER.line() + 2.0)
}
