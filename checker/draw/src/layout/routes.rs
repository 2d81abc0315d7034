//! Ways from capital to capital: over own land and the partner's, over sea, and else along borders,
//! never through the middle of a third country, and seldom across each other.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::blocks::{Content, STAR};
use super::labels::Label;
use super::point::{Point, Rect, segments_cross};
use super::raster::CELL;
use super::territory::Territory;

/// The way of one pair. What is carried there, and in which direction, is for tags to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The two contexts, the smaller number first; `points` go from the first to the second.
    pub ends: (usize, usize),
    pub points: Vec<Point>,
}

/// The price of a step of one cell, in hundredths.
const LAND: u32 = 100;
const SEA: u32 = 125;
const SHALLOW: u32 = 70;
const RIM: u32 = 300;
/// So dear that no way is so long that it would pay; who can go no other way has none.
const FOREIGN: u32 = 200_000;
const WRITTEN: u32 = 1500;
const USED: u32 = 800;
const BESIDE: u32 = 45;
/// A point may always be moved to where a step costs no more than this.
const EASY: u32 = 150;
/// So many steps from a capital, ways may run together.
const GATE: usize = 3;

/// One route for each pair that has a way, in their order.
pub(crate) fn routes(
    territory: &Territory,
    labels: &[Label],
    pairs: &[(usize, usize)],
    rounds: usize,
) -> Vec<Route> {
    let mut ways = Ways::new(territory, labels);
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    // A context that found no land has no capital.
    let capital = |state: usize| ways.capital.get(state).copied().flatten();
    let far = |pair: usize| {
        let (a, b) = pairs[pair];
        capital(a).zip(capital(b)).map_or(0, |(a, b)| territory.raster.steps(a, b))
    };
    order.sort_by_key(|pair| (far(*pair), *pair));
    let mut routes: Vec<Option<Route>> = vec![None; pairs.len()];
    for _ in 0..rounds {
        for pair in &order {
            if let Some(old) = &routes[*pair] {
                ways.mark(old, -1);
            }
            let new = ways.find(pairs[*pair]);
            if let Some(new) = &new {
                ways.mark(new, 1);
            }
            routes[*pair] = new;
        }
    }
    routes.into_iter().flatten().collect()
}

struct Ways<'t> {
    territory: &'t Territory,
    /// The cell of each context's capital.
    capital: Vec<Option<usize>>,
    place: Vec<Point>,
    written: Vec<bool>,
    /// How many routes run over each cell, and beside it.
    used: Vec<i16>,
    beside: Vec<i16>,
    /// Best price so far and where from, valid where the stamp is this search's.
    price: Vec<u32>,
    from: Vec<u32>,
    stamp: Vec<u32>,
    search: u32,
}

impl<'t> Ways<'t> {
    fn new(territory: &'t Territory, labels: &[Label]) -> Self {
        let count = territory.raster.count();
        let states = labels.iter().map(|label| label.state + 1).max().unwrap_or(0);
        let mut capital = vec![None; states];
        let mut place = vec![Point::default(); states];
        let mut written = vec![false; count];
        for label in labels {
            let mut bounds = label.bounds.grown(3.5);
            if matches!(label.content, Content::Title { .. }) {
                capital[label.state] = territory.raster.at(label.capital());
                place[label.state] = label.capital();
                bounds.height -= STAR;
            }
            for cell in territory.raster.within(&bounds) {
                written[cell] = true;
            }
        }
        Ways {
            territory,
            capital,
            place,
            written,
            used: vec![0; count],
            beside: vec![0; count],
            price: vec![0; count],
            from: vec![0; count],
            stamp: vec![0; count],
            search: 0,
        }
    }

    /// What it costs to enter a cell on the way of a pair.
    fn step(&self, cell: usize, (a, b): (usize, usize), gates: (usize, usize)) -> u32 {
        let territory = self.territory;
        let depth = territory.depth[cell];
        let owner = usize::from(territory.owner[cell]);
        let mut price = if !territory.is_land(cell) {
            SEA + if depth == 1 { SHALLOW } else { 0 }
        } else if owner == a || owner == b {
            LAND + if depth == 1 { SHALLOW } else { 0 }
        } else if depth == 1 {
            RIM
        } else {
            FOREIGN
        };
        if self.written[cell] {
            price += WRITTEN;
        }
        if self.used[cell] > 0 || self.beside[cell] > 0 {
            let raster = &territory.raster;
            let gate = raster.steps(cell, gates.0).min(raster.steps(cell, gates.1));
            if gate > GATE {
                price += if self.used[cell] > 0 { USED } else { BESIDE };
            }
        }
        price
    }

    fn find(&mut self, pair: (usize, usize)) -> Option<Route> {
        let gates = (self.capital.get(pair.0).copied()??, self.capital.get(pair.1).copied()??);
        let cells = self.cheapest(pair, gates).filter(|cells| !self.trespasses(cells, pair))?;
        let mut points: Vec<Point> = cells.iter().map(|cell| self.territory.raster.centre(*cell)).collect();
        *points.first_mut()? = self.place[pair.0];
        *points.last_mut()? = self.place[pair.1];
        self.smooth(&mut points, pair, gates);
        Some(Route { ends: pair, points: thinned(&points) })
    }

    /// Whether a way leads through the inside of a third country.
    fn trespasses(&self, cells: &[usize], (a, b): (usize, usize)) -> bool {
        let territory = self.territory;
        cells.iter().any(|cell| {
            let owner = usize::from(territory.owner[*cell]);
            territory.is_land(*cell) && owner != a && owner != b && territory.depth[*cell] > 1
        })
    }

    /// A* (P. Hart, N. Nilsson and B. Raphael, 1968), in whole numbers.
    fn cheapest(&mut self, pair: (usize, usize), gates: (usize, usize)) -> Option<Vec<usize>> {
        let raster = &self.territory.raster;
        self.search += 1;
        let search = self.search;
        let mut open = BinaryHeap::new();
        self.stamp[gates.0] = search;
        self.price[gates.0] = 0;
        self.from[gates.0] = gates.0 as u32;
        open.push(Reverse((raster.steps(gates.0, gates.1) as u32 * LAND, gates.0)));
        while let Some(Reverse((told, cell))) = open.pop() {
            if cell == gates.1 {
                return Some(self.path(gates));
            }
            let paid = self.price[cell];
            if told > paid + raster.steps(cell, gates.1) as u32 * LAND || !raster.is_inner(cell) {
                continue;
            }
            for next in raster.neighbours(cell) {
                let price = paid + self.step(next, pair, gates);
                if self.stamp[next] != search || price < self.price[next] {
                    self.stamp[next] = search;
                    self.price[next] = price;
                    self.from[next] = cell as u32;
                    open.push(Reverse((price + raster.steps(next, gates.1) as u32 * LAND, next)));
                }
            }
        }
        None
    }

    fn path(&self, gates: (usize, usize)) -> Vec<usize> {
        let mut cells = vec![gates.1];
        let mut at = gates.1;
        while at != gates.0 {
            at = self.from[at] as usize;
            cells.push(at);
        }
        cells.reverse();
        cells
    }

    /// Pulls a way tight, as far as nothing dearer comes to lie below it.
    fn smooth(&self, points: &mut [Point], pair: (usize, usize), gates: (usize, usize)) {
        let raster = &self.territory.raster;
        let price = |point: Point| raster.at(point).map_or(u32::MAX, |cell| self.step(cell, pair, gates));
        let mut prices: Vec<u32> = points.iter().map(|point| price(*point)).collect();
        for _ in 0..40 {
            for place in 1..points.len().saturating_sub(1) {
                let middle = (points[place - 1] + points[place + 1]) * 0.5;
                let moved = points[place].towards(middle, 0.8);
                let new = price(moved);
                if new <= prices[place].max(EASY) {
                    points[place] = moved;
                    prices[place] = new;
                }
            }
        }
    }

    /// Takes cells into use, or out of it.
    fn mark(&mut self, route: &Route, by: i16) {
        let raster = &self.territory.raster;
        let mut cells = Vec::new();
        for ends in route.points.windows(2) {
            let pieces = (ends[0].distance(ends[1]) / (CELL * 0.45)).ceil().max(1.0) as usize;
            for piece in 0..=pieces {
                let point = ends[0].towards(ends[1], piece as f64 / pieces as f64);
                cells.extend(raster.at(point));
            }
        }
        cells.sort_unstable();
        cells.dedup();
        let mut near: Vec<usize> = Vec::new();
        for cell in cells {
            self.used[cell] += by;
            if raster.is_inner(cell) {
                near.extend(raster.neighbours(cell));
            }
        }
        near.sort_unstable();
        near.dedup();
        for cell in near {
            self.beside[cell] += by;
        }
    }
}

/// Fewer points, the same line for the eye.
fn thinned(points: &[Point]) -> Vec<Point> {
    let last = points.len() - 1;
    points
        .iter()
        .enumerate()
        .filter(|(place, _)| place % 3 == 0 || *place == last)
        .map(|(_, point)| *point)
        .collect()
}

/// How often routes cross, but for those that end in the same capital near it.
pub(crate) fn crossings(routes: &[Route]) -> usize {
    let around = |route: &Route| Rect::holding(route.points.iter().copied());
    let boxes: Vec<Rect> = routes.iter().map(around).collect();
    let mut count = 0;
    for (place, route) in routes.iter().enumerate() {
        for (other_place, other) in routes.iter().enumerate().take(place) {
            if !boxes[place].overlaps(&boxes[other_place]) {
                continue;
            }
            for a in route.points.windows(2) {
                count += other.points.windows(2).filter(|b| segments_cross(a[0], a[1], b[0], b[1])).count();
            }
        }
    }
    count
}
