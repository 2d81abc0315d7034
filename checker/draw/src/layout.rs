//! Where everything on the map lies: a plan becomes a sheet.
//!
//! `layout` is a pure function of its arguments, in plain `f64` with + − × ÷ √ alone and in fixed orders,
//! so that the same map is the same sheet on every machine. In reading order: `discs` that push against
//! each other are moved about by a `search`, until those that talk touch; on a `raster`, discs become
//! `territory`; its edges become `borders`; `labels` are written into it, `routes` are found over it, and
//! `tags` and `colours` tell what is what. `faults` asks the result whether it keeps the rules.

mod blocks;
mod bonds;
mod borders;
mod colours;
mod discs;
mod faults;
mod labels;
mod lock;
mod noise;
mod places;
mod plan;
mod point;
mod random;
mod raster;
mod routes;
mod search;
mod sheet;
mod start;
mod tags;
mod territory;
mod text;

pub use blocks::Content;
pub(crate) use blocks::{DOT, TRACK, city_style};
pub use borders::{Arc, Side};
pub use colours::COLOURS;
pub use faults::Fault;
pub use labels::Label;
pub use lock::{Lock, Seat};
pub use plan::{City, CityKind, Journey, Line, LineKind, Plan, Railway, State};
pub use point::{Point, Rect};
pub use routes::Route;
pub use sheet::{Entry, Region, Sheet};
pub use tags::{Item, Tag};
pub(crate) use tags::{SIGN, name_lines, number_rows};
pub(crate) use text::{Style, clean, shortened, width, wrapped};

use bonds::Bonds;

/// Sea around everything that is drawn, in pixels.
const MARGIN: f64 = 26.0;

/// Draws up the sheet of a plan. Contexts that the lock knows stay where they are.
pub fn layout(plan: &Plan, lock: Option<&Lock>) -> Sheet {
    let plan = plan.canonical();
    let bonds = Bonds::new(&plan);
    let none = Lock::default();
    let known = lock.unwrap_or(&none);
    let index = tags::index(&plan, &known.numbers);
    let (pairs, undrawn) = travelled(&index, bonds.count);
    let rounds = if pairs.len() <= 3 * bonds.count { 2 } else { 1 };
    let candidates = places::places(&plan, &bonds, lock).into_iter().map(|placed| {
        let routes = routes::routes(&placed.territory, &placed.labels, &pairs, rounds);
        let (arcs, rings) = borders::borders(&placed.territory, bonds.count);
        Candidate { crossings: routes::crossings(&routes), placed, routes, arcs, rings }
    });
    let best = candidates.min_by_key(Candidate::price).expect("there is one way at least");
    let Candidate { placed, routes, arcs, rings, crossings } = best;
    let territory = &placed.territory;
    let land = |point| {
        let cell = territory.raster.at(point)?;
        territory.is_land(cell).then(|| usize::from(territory.owner[cell]))
    };
    let (tags, named) = tags::tags(bonds.count, &index, &routes, &placed.labels, land);
    let colours = colours(&plan, &bonds, &placed.discs, &arcs, known);
    let regions = rings.into_iter().enumerate().map(|(state, rings)| Region {
        external: plan.states[state].external,
        colour: colours[state],
        rings,
        capital: placed
            .labels
            .iter()
            .find(|label| label.state == state)
            .map_or(placed.discs.centre[state], Label::capital),
    });
    let seats = colours.iter().enumerate().map(|(state, colour)| Seat {
        at: placed.discs.centre[state],
        reach: placed.discs.radius[state],
        colour: *colour,
    });
    let mut sheet = Sheet {
        names: plan.states.iter().map(|state| state.name.clone()).collect(),
        regions: regions.collect(),
        seats: seats.collect(),
        keys: index.iter().map(|entry| tags::key(&plan, entry)).collect(),
        neighbours: (0, bonds.pairs.len()),
        crossings,
        bounds: Rect::default(),
        labels: placed.labels,
        arcs,
        routes,
        tags,
        named,
        index,
        undrawn,
    };
    sheet.neighbours.0 = bonds.pairs.iter().filter(|pair| sheet.are_neighbours(pair.0, pair.1)).count();
    sheet.bounds = sheet.extent().grown(MARGIN);
    sheet
}

/// One way to lay the plan out.
struct Candidate {
    placed: places::Places,
    routes: Vec<Route>,
    arcs: Vec<Arc>,
    rings: Vec<Vec<Vec<Side>>>,
    crossings: usize,
}

impl Candidate {
    /// Fewer crossings and more neighbours are better; a border is worth a little more than a crossing.
    fn price(&self) -> i64 {
        let mut borders: Vec<(usize, usize)> = self
            .arcs
            .iter()
            .filter_map(|arc| Some((arc.left?.min(arc.right?), arc.left?.max(arc.right?))))
            .collect();
        borders.sort_unstable();
        borders.dedup();
        2 * self.crossings as i64 - 3 * borders.len() as i64
    }
}

/// Two contexts, the smaller number first.
type Pair = (usize, usize);

/// The pairs whose ways are drawn, and those for which there would be no room: all that are not among
/// the busiest.
fn travelled(index: &[Entry], count: usize) -> (Vec<Pair>, Vec<Pair>) {
    let mut weights = std::collections::BTreeMap::new();
    for entry in index {
        for to in &entry.to {
            // What is not allowed is always drawn.
            let weight = if entry.allowed { 1usize } else { 1 << 20 };
            *weights.entry((entry.from.min(*to), entry.from.max(*to))).or_default() += weight;
        }
    }
    let mut pairs: Vec<(Pair, usize)> = weights.into_iter().collect();
    pairs.sort_by_key(|(pair, weight)| (std::cmp::Reverse(*weight), *pair));
    let most = 3 * count + 12;
    let mut rest: Vec<_> = pairs.split_off(most.min(pairs.len())).into_iter().map(|(pair, _)| pair).collect();
    let mut drawn: Vec<_> = pairs.into_iter().map(|(pair, _)| pair).collect();
    drawn.sort_unstable();
    rest.sort_unstable();
    (drawn, rest)
}

fn colours(plan: &Plan, bonds: &Bonds, discs: &discs::Discs, arcs: &[Arc], lock: &Lock) -> Vec<usize> {
    let mut borders = vec![Vec::new(); bonds.count];
    for (left, right) in arcs.iter().filter_map(|arc| arc.left.zip(arc.right)) {
        borders[left].push(right);
        borders[right].push(left);
    }
    let mut straits = vec![Vec::new(); bonds.count];
    for (state, around) in borders.iter_mut().enumerate() {
        around.sort_unstable();
        around.dedup();
        let across = |other: &usize| *other != state && !around.contains(other) && discs.touch(state, *other);
        straits[state] = (0..bonds.count).filter(across).collect();
    }
    let chosen: Vec<Option<usize>> =
        plan.states.iter().map(|state| lock.seats.get(&state.name).map(|seat| seat.colour)).collect();
    colours::Palette { borders: &borders, straits: &straits, chosen: &chosen }.colours()
}

impl Sheet {
    /// What the next layout shall keep.
    pub fn lock(&self) -> Lock {
        let seats = self.names.iter().cloned().zip(self.seats.iter().copied());
        let number =
            |entry: &Entry| entry.number.trim_start_matches(|sign: char| !sign.is_ascii_digit()).parse();
        let numbers = self.keys.iter().zip(&self.index).filter(|(_, entry)| entry.allowed);
        Lock {
            seats: seats.collect(),
            numbers: numbers.filter_map(|(key, entry)| Some((key.clone(), number(entry).ok()?))).collect(),
        }
    }

    /// Whether two contexts share a border.
    pub fn are_neighbours(&self, a: usize, b: usize) -> bool {
        let both = |arc: &Arc| (arc.left, arc.right);
        self.arcs.iter().any(|arc| both(arc) == (Some(a), Some(b)) || both(arc) == (Some(b), Some(a)))
    }

    /// The box around all that is drawn.
    fn extent(&self) -> Rect {
        let points = self.arcs.iter().flat_map(|arc| &arc.points);
        let points = points.chain(self.routes.iter().flat_map(|route| &route.points)).copied();
        let boxes = self.tags.iter().flat_map(|tag| tag.bounds.corners());
        if self.arcs.is_empty() {
            return Rect { x: 0.0, y: 0.0, width: 300.0, height: 160.0 };
        }
        let Rect { x, y, width, height } = Rect::holding(points.chain(boxes));
        let (left, top) = (x.floor(), y.floor());
        Rect { x: left, y: top, width: (x + width - left).ceil(), height: (y + height - top).ceil() }
    }
}
