//! Ways from capital to capital: over own land and the partner's, over sea, and else along borders,
//! never through the middle of a third country, and seldom across each other.

use super::blocks::{Content, STAR};
use super::corridor::Squares;
use super::frontier::Frontier;
use super::labels::Label;
use super::point::{Point, crossing_pieces};
use super::raster::{CELL, Hex};
use super::territory::Territory;

/// The way of one pair. What is carried there, and in which direction, is for tags to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The two contexts, the smaller number first; `points` go from the first to the second.
    pub ends: (usize, usize),
    pub points: Vec<Point>,
}

/// The price of a step of one cell, in twentieths.
const LAND: u32 = 20;
const SEA: u32 = 25;
const SHALLOW: u32 = 14;
const RIM: u32 = 60;
const WRITTEN: u32 = 300;
const USED: u32 = 160;
const BESIDE: u32 = 9;
/// What a search expects of each step that is left: a way leads over sea, most of it. Who expects more looks
/// about less, and may miss a way that is a little cheaper.
const EXPECTED: u32 = SEA;
const EXPECTED_QUICKLY: u32 = 36;
/// The inside of a third country: no way leads there, and who can go no other way has none.
const CLOSED: u32 = u32::MAX;
/// A point may always be moved to where a step costs no more than this.
const EASY: u32 = 30;
/// So many steps from a capital, ways may run together.
const GATE: i32 = 3;

/// How much is done to find good ways.
#[derive(Clone, Copy)]
pub(crate) struct Effort {
    /// How often each is looked for, the later times with all others there.
    pub(crate) rounds: usize,
    pub(crate) is_quick: bool,
}

/// One route for each pair that has a way, in their order.
pub(crate) fn routes(
    territory: &Territory,
    labels: &[Label],
    pairs: &[(usize, usize)],
    Effort { rounds, is_quick }: Effort,
) -> Vec<Route> {
    let mut ways = Ways::new(territory, labels);
    if is_quick {
        ways.expected = EXPECTED_QUICKLY;
        ways.frontier.is_hasty = true;
        ways.squares = Some(Squares::new(territory, ways.place.len()));
    }
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    // A context that found no land has no capital.
    let capital = |state: usize| ways.capital.get(state).copied().flatten();
    let far = |pair: usize| {
        let (a, b) = pairs[pair];
        capital(a).zip(capital(b)).map_or(0, |(a, b)| territory.raster.hex(a).steps(territory.raster.hex(b)))
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

/// What is searched: the two contexts, and where their capitals lie.
struct Way {
    pair: (usize, usize),
    /// Their cells, and where these lie.
    capitals: (usize, usize),
    gates: (Hex, Hex),
}

struct Ways<'t> {
    territory: &'t Territory,
    /// The cell of each context's capital.
    capital: Vec<Option<usize>>,
    place: Vec<Point>,
    cells: Vec<Cell>,
    /// Of each step that is left.
    expected: u32,
    frontier: Frontier,
    /// On a large map, where the corridors are that ways are looked for in.
    squares: Option<Squares>,
}

/// What a way asks of a cell, side by side in memory.
#[derive(Clone, Copy)]
struct Cell {
    owner: u16,
    /// What it costs those that end in its owner's land, and others; [`SHUT`] if they may not enter.
    own: u16,
    abroad: u16,
    /// How many routes run over it, and beside it.
    used: i16,
    beside: i16,
}

const SHUT: u16 = u16::MAX;

impl Cell {
    fn new(territory: &Territory, cell: usize) -> Cell {
        let is_shore = territory.depth[cell] == 1;
        let shallow = if is_shore { SHALLOW } else { 0 };
        let (own, abroad) = match (territory.is_land(cell), is_shore) {
            (false, _) => (SEA + shallow, SEA + shallow),
            (true, true) => (LAND + shallow, RIM),
            (true, false) => (LAND, u32::from(SHUT)),
        };
        Cell { owner: territory.owner[cell], own: own as u16, abroad: abroad as u16, used: 0, beside: 0 }
    }

    fn write(&mut self) {
        self.own += WRITTEN as u16;
        if self.abroad != SHUT {
            self.abroad += WRITTEN as u16;
        }
    }
}

impl<'t> Ways<'t> {
    fn new(territory: &'t Territory, labels: &[Label]) -> Self {
        let count = territory.raster.count();
        let states = labels.iter().map(|label| label.state + 1).max().unwrap_or(0);
        let mut capital = vec![None; states];
        let mut place = vec![Point::default(); states];
        let mut cells: Vec<Cell> = (0..count).map(|cell| Cell::new(territory, cell)).collect();
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
        for (cell, _) in cells.iter_mut().zip(written).filter(|(_, written)| *written) {
            cell.write();
        }
        Ways {
            territory,
            capital,
            place,
            cells,
            expected: EXPECTED,
            frontier: Frontier::new(count),
            squares: None,
        }
    }

    /// What it costs to enter a cell on the way of a pair.
    fn step(&self, cell: usize, at: Hex, way: &Way) -> u32 {
        let Cell { owner, own, abroad, used, beside } = self.cells[cell];
        let is_end = usize::from(owner) == way.pair.0 || usize::from(owner) == way.pair.1;
        let price = if is_end { own } else { abroad };
        if price == SHUT {
            return CLOSED;
        }
        let is_crowded =
            (used > 0 || beside > 0) && at.steps(way.gates.0) > GATE && at.steps(way.gates.1) > GATE;
        let crowd = if used > 0 { USED } else { BESIDE };
        u32::from(price) + if is_crowded { crowd } else { 0 }
    }

    fn find(&mut self, pair: (usize, usize)) -> Option<Route> {
        let capitals = (self.capital.get(pair.0).copied()??, self.capital.get(pair.1).copied()??);
        let raster = &self.territory.raster;
        let way = Way { pair, capitals, gates: (raster.hex(capitals.0), raster.hex(capitals.1)) };
        let cells = self.cheapest(&way)?;
        let mut points: Vec<Point> = cells.iter().map(|cell| self.territory.raster.centre(*cell)).collect();
        *points.first_mut()? = self.place[pair.0];
        *points.last_mut()? = self.place[pair.1];
        self.smooth(&mut points, &way);
        Some(Route { ends: pair, points: thinned(&points) })
    }

    /// In a corridor, if there is one and it leads to the end; else wherever it may be.
    fn cheapest(&mut self, way: &Way) -> Option<Vec<usize>> {
        let has_corridor = self.squares.as_mut().is_some_and(|squares| squares.find(way.gates, way.pair));
        let mut frontier = std::mem::take(&mut self.frontier);
        let mut search = |corridor| self.search(way, corridor, &mut frontier);
        let within = self.squares.as_ref().filter(|_| has_corridor);
        let found = within.and_then(|squares| search(Some(squares))).or_else(|| search(None));
        self.frontier = frontier;
        found
    }

    /// A* (P. Hart, N. Nilsson and B. Raphael, 1968), in whole numbers.
    fn search(&self, way: &Way, corridor: Option<&Squares>, frontier: &mut Frontier) -> Option<Vec<usize>> {
        let (from, to) = way.capitals;
        let raster = &self.territory.raster;
        let left = |at: Hex| at.steps(way.gates.1) as u32 * self.expected;
        frontier.begin(left(way.gates.0));
        frontier.reach(from, 0, left(way.gates.0), from);
        while let Some((cell, paid)) = frontier.next() {
            if cell == to {
                return Some(frontier.path(to));
            }
            if !raster.is_inner(cell) {
                continue;
            }
            let around = raster.neighbours(cell).into_iter().zip(raster.hex(cell).neighbours());
            for (next, at) in around {
                // No step costs less: there is no need to ask what this one does.
                if corridor.is_some_and(|squares| !squares.holds(at)) || !frontier.is_news(next, paid + LAND)
                {
                    continue;
                }
                let step = self.step(next, at, way);
                if step != CLOSED {
                    frontier.reach(next, paid + step, left(at), cell);
                }
            }
        }
        None
    }

    /// Pulls a way tight, as far as nothing dearer comes to lie below it.
    fn smooth(&self, points: &mut [Point], way: &Way) {
        let raster = &self.territory.raster;
        let price =
            |point: Point| raster.at(point).map_or(CLOSED, |cell| self.step(cell, raster.hex(cell), way));
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
        if let Some(squares) = &mut self.squares {
            squares.mark(cells.iter().map(|cell| raster.hex(*cell)), i32::from(by));
        }
        let mut near: Vec<usize> = Vec::new();
        for cell in cells {
            self.cells[cell].used += by;
            if raster.is_inner(cell) {
                near.extend(raster.neighbours(cell));
            }
        }
        near.sort_unstable();
        near.dedup();
        for cell in near {
            self.cells[cell].beside += by;
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
    let pieces = |(route, of): (usize, &Route)| {
        of.points.windows(2).map(|ends| (route, ends[0], ends[1])).collect::<Vec<_>>()
    };
    let pieces = routes.iter().enumerate().flat_map(pieces).collect();
    crossing_pieces(pieces).filter(|(one, other)| one != other).count()
}
