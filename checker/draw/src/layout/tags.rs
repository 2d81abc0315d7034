//! What goes along a route, written on it: names where there is room, else numbers.
//!
//! A tag stands on its own way and on no other, on land of its ends or on water; where there is no such
//! place, it stands nearby and a short line leads to its way.

use super::index::Entry;
use super::labels::Label;
use super::lines::Lines;
use super::plan::{Fate, LineKind};
use super::point::{Point, Rect};
use super::routes::Route;
use super::territory::Territory;
use super::text::{Style, clean, shortened, width, wrapped};

/// Above so many contexts, routes bear numbers.
pub(crate) const MOST_NAMED: usize = 12;
const NAME_WIDTH: f64 = 150.0;
/// A longer name is cut.
const LONGEST: f64 = 3.0 * NAME_WIDTH;
/// A tag has so many rows at most.
const MOST_ROWS: usize = 5;
/// The room for envelope and arrow before a name.
pub(crate) const SIGN: f64 = 30.0;
/// So many numbers stand in a row.
const IN_A_ROW: usize = 5;

/// Between tags, and between a tag and a label.
const GAP: f64 = 2.5;
/// How far from its way a tag may stand at most, unless a line leads to it.
pub(crate) const AT: f64 = 4.0;
/// How far aside a tag stands that has such a line.
const ASIDE: [f64; 6] = [9.0, 18.0, 30.0, 46.0, 66.0, 90.0];
/// How much worse numbers are than names, and a place aside than one on the way.
const NUMBERS: f64 = 400.0;
const LED: f64 = 220.0;
/// How far from a coast a tag stands, since coasts are smoothed after cells were claimed.
const OFF_COAST: f64 = 6.5;
/// How many other tags may be moved to make room for one.
const DEEPEST: usize = 3;
const MOST_TRIED: usize = 60;

/// A tag on its route.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The route, by its place in the sheet.
    pub route: usize,
    pub bounds: Rect,
    /// Where it sits on the route.
    pub anchor: Point,
    /// Where the line to its route begins, if it does not stand on it.
    pub leader: Option<Point>,
    pub items: Vec<Item>,
    /// Whether its items are written out.
    pub named: bool,
}

impl Tag {
    /// Whether it says all that there is to say.
    pub fn is_whole(&self) -> bool {
        self.named && rows(&self.items).1
    }
}

/// One thing that goes along a route.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub names: Vec<String>,
    pub number: String,
    pub kind: LineKind,
    pub fate: Fate,
    /// From the first end of the route to the second.
    pub forward: bool,
}

/// A line of a tag with names.
pub(crate) struct Row {
    /// The item that begins here.
    pub(crate) item: Option<usize>,
    pub(crate) fate: Fate,
    pub(crate) text: String,
}

/// What tags are placed on.
pub(crate) struct Ground<'g> {
    pub(crate) territory: &'g Territory,
    pub(crate) labels: &'g [Label],
    pub(crate) index: &'g [Entry],
    /// Whether tags bear names where there is room.
    pub(crate) named: bool,
}

/// A tag for each route, in their order; none where there was no room for it.
pub(crate) fn tags(ground: &Ground<'_>, routes: &[Route]) -> Vec<Option<Tag>> {
    let strands = |route: &Route| strands(ground.index, route.ends);
    let lines = Lines::new(routes, &strands);
    let mut board = Board { ground, routes, lines: &lines, wanted: Vec::new(), tags: Vec::new() };
    for place in 0..routes.len() {
        board.wanted.push(board.wanted(place));
    }
    board.tags = vec![None; routes.len()];
    let mut order: Vec<usize> = (0..routes.len()).collect();
    order.sort_by_key(|route| (board.wanted[*route].places.len(), *route));
    let late: Vec<usize> = order.into_iter().filter(|route| !board.settle(*route, 1)).collect();
    for route in late {
        let led = board.led(route);
        board.wanted[route].places.extend(led);
        board.settle(route, DEEPEST);
    }
    board.tags
}

/// How many lines run side by side along a way: one for each kind.
pub(crate) fn strands(index: &[Entry], (a, b): (usize, usize)) -> usize {
    let has = |kind: &&LineKind| {
        index.iter().any(|entry| entry.kind == **kind && (entry.goes(a, b) || entry.goes(b, a)))
    };
    LineKind::ALL.iter().filter(has).count()
}

/// What goes along the way of a pair.
fn items(index: &[Entry], (a, b): (usize, usize)) -> Vec<Item> {
    let mut items = Vec::new();
    for entry in index {
        for (from, to, forward) in [(a, b, true), (b, a, false)] {
            if entry.goes(from, to) {
                let (names, number) = (entry.names.clone(), entry.number.clone());
                items.push(Item { names, number, kind: entry.kind, fate: entry.fate, forward });
            }
        }
    }
    // What has changed comes first, where a tag has not room for all.
    items.sort_by_key(|item| item.fate == Fate::Kept);
    items
}

/// A place that a tag may have.
#[derive(Clone, Debug)]
struct Place {
    bounds: Rect,
    anchor: Point,
    leader: Option<Point>,
    named: bool,
    price: f64,
}

/// What a route's tag bears, and where it may stand, whatever other tags do.
struct Wanted {
    items: Vec<Item>,
    /// How far along its line the route crosses the border.
    anchor: f64,
    places: Vec<Place>,
}

struct Board<'b> {
    ground: &'b Ground<'b>,
    routes: &'b [Route],
    lines: &'b Lines,
    wanted: Vec<Wanted>,
    /// What has been placed so far.
    tags: Vec<Option<Tag>>,
}

impl Board<'_> {
    fn wanted(&self, route: usize) -> Wanted {
        let items = items(self.ground.index, self.routes[route].ends);
        let anchor = self.anchor(route);
        let mut wanted = Wanted { items, anchor, places: Vec::new() };
        if self.ground.named {
            let places = self.on_the_way(route, &wanted, named_size(&wanted.items), true);
            wanted.places.extend(places);
        }
        let places = self.on_the_way(route, &wanted, numbered_size(&wanted.items), false);
        wanted.places.extend(places);
        wanted.places.sort_by(|a, b| a.price.total_cmp(&b.price));
        wanted
    }

    /// How far along its line a route leaves the land of its first end, or half way.
    fn anchor(&self, route: usize) -> f64 {
        let (a, b) = self.routes[route].ends;
        let mut along = 0.0;
        let (mut left, mut arrived) = (None, None);
        for ends in self.lines.line(route).windows(2) {
            let step = ends[0].distance(ends[1]);
            let owner = self.ground.territory.owner_at(ends[1]);
            if left.is_none() && owner != Some(a) {
                left = Some(along + step / 2.0);
            }
            if arrived.is_none() && owner == Some(b) {
                arrived = Some(along + step / 2.0);
            }
            along += step;
        }
        match (left, arrived) {
            (Some(left), Some(arrived)) => (left + arrived) / 2.0,
            _ => along / 2.0,
        }
    }

    fn on_the_way(&self, route: usize, wanted: &Wanted, size: (f64, f64), named: bool) -> Vec<Place> {
        let (width, height) = size;
        let mut places = Vec::new();
        let mut along = 0.0;
        // Aside of the line only names may lie: a number's pill interrupts it.
        let shifts: &[f64] = if named { &[0.0, -0.5, 0.5, -1.0, 1.0] } else { &[0.0] };
        for ends in self.lines.line(route).windows(2) {
            along += ends[0].distance(ends[1]);
            if !self.lines.is_drawn(route, along) {
                continue;
            }
            let aside = (ends[1] - ends[0]).unit().left();
            let reach = aside.x.abs() * (width / 2.0 + 3.0) + aside.y.abs() * (height / 2.0 + 3.0);
            for shift in shifts {
                let bounds = Rect::around(ends[1] + aside * (shift * reach), width, height);
                let numbers = if named || !self.ground.named { 0.0 } else { NUMBERS };
                let price = (along - wanted.anchor).abs() + 9.0 * shift.abs() + numbers;
                let place = Place { bounds, anchor: ends[1], leader: None, named, price };
                let near = bounds.grown(AT);
                if (near.holds(ends[1]) || self.lines.is_at(route, &near)) && self.is_free(route, &bounds) {
                    places.push(place);
                }
            }
        }
        places
    }

    /// Places near the way, with a line that leads to it.
    fn led(&self, route: usize) -> Vec<Place> {
        let wanted = &self.wanted[route];
        let (width, height) = numbered_size(&wanted.items);
        let mut places = Vec::new();
        let mut along = 0.0;
        for (step, ends) in self.lines.line(route).windows(2).enumerate() {
            along += ends[0].distance(ends[1]);
            if step % 2 == 1 || !self.lines.is_drawn(route, along) {
                continue;
            }
            let aside = (ends[1] - ends[0]).unit().left();
            let reach = aside.x.abs() * width / 2.0 + aside.y.abs() * height / 2.0;
            for gap in ASIDE {
                for side in [1.0, -1.0] {
                    let bounds = Rect::around(ends[1] + aside * (side * (reach + gap)), width, height);
                    let leader = bounds.nearest(ends[1]);
                    if self.is_free(route, &bounds) && self.is_clear(route, ends[1], leader) {
                        let price = LED + (along - wanted.anchor).abs() + 2.0 * gap;
                        let leader = Some(leader);
                        places.push(Place { bounds, anchor: ends[1], leader, named: false, price });
                    }
                }
            }
        }
        places.sort_by(|a, b| a.price.total_cmp(&b.price));
        places
    }

    /// Whether nothing but tags is in the way: no label, no third country, no way of others.
    fn is_free(&self, route: usize, bounds: &Rect) -> bool {
        let grown = bounds.grown(GAP);
        // What is most often so, and soonest told, comes first.
        !self.lines.others(route, bounds)
            && !self.is_abroad(route, bounds)
            && !self.ground.labels.iter().any(|label| label.bounds.overlaps(&grown))
    }

    fn is_abroad(&self, route: usize, bounds: &Rect) -> bool {
        let ends = self.routes[route].ends;
        self.ground.territory.is_abroad(&bounds.grown(OFF_COAST), ends)
    }

    /// Whether a line to the way crosses no other and no label.
    fn is_clear(&self, route: usize, from: Point, to: Point) -> bool {
        !self.lines.crossed(route, from, to)
            && !self.ground.labels.iter().any(|label| label.bounds.meets(from, to))
    }

    /// Finds a place for a route's tag; if need be, so many others are moved.
    fn settle(&mut self, route: usize, others: usize) -> bool {
        let places = self.wanted[route].places.clone();
        if let Some(place) = places.iter().find(|place| self.in_the_way(route, place).is_empty()) {
            self.tags[route] = Some(self.tag(route, place));
            return true;
        }
        if others == 0 {
            return false;
        }
        for place in places.iter().take(MOST_TRIED) {
            let [other] = self.in_the_way(route, place)[..] else { continue };
            let was = self.tags[other].take();
            self.tags[route] = Some(self.tag(route, place));
            if self.settle(other, others - 1) {
                return true;
            }
            self.tags[route] = None;
            self.tags[other] = was;
        }
        false
    }

    fn tag(&self, route: usize, place: &Place) -> Tag {
        let Place { bounds, anchor, leader, named, .. } = place.clone();
        Tag { route, bounds, anchor, leader, items: self.wanted[route].items.clone(), named }
    }

    /// The tags that a place would touch.
    fn in_the_way(&self, route: usize, place: &Place) -> Vec<usize> {
        let grown = place.bounds.grown(GAP);
        let touches = |tag: &Tag| {
            tag.bounds.overlaps(&grown)
                || tag.leader.is_some_and(|from| place.bounds.meets(from, tag.anchor))
                || place.leader.is_some_and(|from| tag.bounds.meets(from, place.anchor))
        };
        let placed = self.tags.iter().enumerate();
        placed
            .filter(|(other, tag)| *other != route && tag.as_ref().is_some_and(touches))
            .map(|(other, _)| other)
            .collect()
    }
}

/// The size of a tag with names, one below the other.
fn named_size(items: &[Item]) -> (f64, f64) {
    let rows = rows(items).0;
    let widest = rows.iter().map(|row| width(&row.text, Style::TAG)).fold(0.0, f64::max);
    (widest + SIGN + 10.0, rows.len() as f64 * Style::TAG.line() + 6.0)
}

/// The lines of a tag with names, and whether they hold all of them. Each topic has a line of its own;
/// operations and items share theirs.
pub(crate) fn rows(items: &[Item]) -> (Vec<Row>, bool) {
    let mut rows: Vec<Row> = Vec::new();
    // How many names each row completes.
    let mut complete: Vec<usize> = Vec::new();
    let mut is_whole = true;
    for (place, item) in items.iter().enumerate() {
        let mut is_open = false;
        for name in &item.names {
            let name = clean(name);
            is_whole &= width(&name, Style::TAG) <= LONGEST;
            let name = if name.is_empty() { "\u{fffd}".to_owned() } else { name };
            if is_open && let Some(last) = rows.last_mut() {
                let longer = format!("{}, {name}", last.text);
                if width(&longer, Style::TAG) <= NAME_WIDTH {
                    last.text = longer;
                    *complete.last_mut().expect("each row has a count") += 1;
                    continue;
                }
                last.text.push(',');
            }
            let begins = !is_open || item.kind == LineKind::Mail;
            let mut begun = begins.then_some(place);
            let fate = item.fate;
            let mut sign = fate;
            for text in wrapped(&shortened(&name, Style::TAG, LONGEST), Style::TAG, NAME_WIDTH) {
                let text = std::mem::take(&mut sign).signed(&text);
                rows.push(Row { item: begun.take(), fate, text });
                complete.push(0);
            }
            *complete.last_mut().expect("a name has a row") += 1;
            is_open = items[place].kind != LineKind::Mail;
        }
    }
    if rows.len() <= MOST_ROWS {
        return (rows, is_whole);
    }
    let more: usize = complete[MOST_ROWS - 1..].iter().sum();
    // The index has them all under the numbers of those that are not done when the room ends.
    let begun = rows[MOST_ROWS - 1..].iter().filter_map(|row| row.item).min().unwrap_or(items.len());
    let open = rows[..MOST_ROWS - 1].iter().filter_map(|row| row.item).max().unwrap_or(0);
    let numbers: Vec<&str> =
        items[open.min(begun)..].iter().take(4).map(|item| item.number.as_str()).collect();
    rows.truncate(MOST_ROWS - 1);
    let text = format!("+ {more} more: {}", numbers.join(" "));
    rows.push(Row { item: None, fate: Fate::Kept, text });
    (rows, false)
}

/// The rows of numbers on a tag; a number that goes both ways stands once.
pub(crate) fn number_rows(items: &[Item]) -> Vec<String> {
    let mut numbers: Vec<&str> = items.iter().map(|item| item.number.as_str()).collect();
    numbers.dedup();
    let shown = if numbers.len() > MOST_ROWS * IN_A_ROW { MOST_ROWS * IN_A_ROW - 1 } else { numbers.len() };
    let more = numbers.len() - shown;
    let more = (more > 0).then(|| format!("+{more}"));
    let all: Vec<&str> = numbers[..shown].iter().copied().chain(more.as_deref()).collect();
    all.chunks(IN_A_ROW).map(|row| row.join(" ")).collect()
}

fn numbered_size(items: &[Item]) -> (f64, f64) {
    let rows = number_rows(items);
    let widest = rows.iter().map(|row| width(row, Style::NUMBER)).fold(0.0, f64::max);
    (widest + 10.0, rows.len() as f64 * Style::NUMBER.line() + 2.0)
}
