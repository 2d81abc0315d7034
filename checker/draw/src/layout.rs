//! Where everything on the map lies: a plan becomes a sheet.
//!
//! `layout` is a pure function of its arguments, in plain `f64` with + − × ÷ √ alone and in fixed orders,
//! so that the same map is the same sheet on every machine. In reading order: `discs` that push against
//! each other are moved about by a `search`, until those that talk touch; on a `raster`, discs become
//! `territory`, with `necks` of land where a border is missing; its edges become `borders`; `labels` are
//! written into it, `routes` are found over it, on a large map in a `corridor`, and `tags` and `colours` tell
//! what is what. `faults` asks the result whether it keeps the rules.

mod blocks;
mod bonds;
mod borders;
mod colours;
mod corridor;
mod discs;
mod faults;
mod frontier;
mod index;
mod labels;
mod lines;
mod lock;
mod matrix;
mod necks;
mod noise;
mod places;
mod plan;
mod point;
mod random;
mod raster;
mod rings;
mod roads;
mod routes;
mod search;
mod sheet;
mod start;
mod tags;
mod territory;
mod text;

pub use blocks::Content;
pub(crate) use blocks::{DOT, HUB_RIM, TRACK, city_style, title_note};
pub use borders::{Arc, Side};
pub use colours::COLOURS;
pub use faults::{CELLS, Fault, RULES};
pub use index::Entry;
pub use labels::Label;
pub(crate) use lines::{APART, STOP};
pub use lock::{Lock, Seat, SheetKind};
pub use matrix::{Cell, Circle, Class, Matrix, matrix};
pub use plan::{City, CityKind, Fate, Journey, Line, LineKind, Loose, Plan, Railway, State};
pub use point::{Point, Rect};
pub(crate) use rings::{rings, rings_without};
pub use routes::Route;
pub use sheet::{Region, Sheet};
pub use tags::{Item, Tag};
pub(crate) use tags::{SIGN, number_rows, rows};
pub(crate) use text::{Style, clean, shortened, width, wrapped};

use bonds::{Bonds, Pair, Tie};

/// Sea around everything that is drawn, in pixels.
const MARGIN: f64 = 26.0;
/// How often countries grow for the sake of tags without a place.
const MOST_ROOM: usize = 4;

/// Draws up the sheet of a plan. Contexts that the lock knows stay where they are.
pub fn layout(plan: &Plan, lock: Option<&Lock>) -> Sheet {
    let mut plan = plan.canonical();
    let none = Lock::default();
    let known = lock.unwrap_or(&none);
    for state in &mut plan.states {
        state.lines = known.lines(&state.name, state.lines);
    }
    let index = index::index(&plan, &known.numbers);
    let bonds = Bonds::new(&plan, &index);
    let drafting = Drafting { plan: &plan, bonds: &bonds, index: &index };
    let Draft { placed, routes, tags, arcs, rings, crossings, left_out } = drafting.best(known);
    let colours = colours(&plan, &bonds, &placed.discs, &arcs, known);
    let regions = rings.into_iter().enumerate().map(|(state, rings)| Region {
        external: plan.states[state].external,
        fate: plan.states[state].fate,
        country: bonds.country[state],
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
        lines: plan.states[state].lines,
    });
    let tight = left_out.len();
    let mut undrawn: Vec<Pair> = bonds.left_out.iter().copied().chain(left_out).collect();
    undrawn.sort_unstable();
    let mut sheet = Sheet {
        names: plan.states.iter().map(|state| state.name.clone()).collect(),
        called: plan.states.iter().map(|state| state.called().to_owned()).collect(),
        regions: regions.collect(),
        seats: seats.collect(),
        keys: index.iter().map(|entry| index::keys(&plan, entry)).collect(),
        neighbours: (0, 0),
        named_neighbours: (0, 0),
        crossings,
        bounds: Rect::default(),
        labels: placed.labels,
        arcs,
        routes,
        named: tags.iter().all(Tag::is_whole),
        tags,
        index,
        undrawn,
        tight,
    };
    let told = |tie: Tie| {
        let pairs: Vec<Pair> = bonds.tied(tie).collect();
        (pairs.iter().filter(|pair| sheet.are_neighbours(pair.0, pair.1)).count(), pairs.len())
    };
    (sheet.neighbours, sheet.named_neighbours) = (told(Tie::Talk), told(Tie::Uses));
    sheet.bounds = sheet.extent().grown(MARGIN);
    sheet
}

/// Whether a plan has more ways than a plane has room for, so that nobody need try.
pub fn is_dense(plan: &Plan) -> bool {
    let plan = plan.canonical();
    let bonds = Bonds::new(&plan, &index::index(&plan, &std::collections::BTreeMap::new()));
    !bonds.left_out.is_empty()
}

/// What a sheet is drafted from.
struct Drafting<'d> {
    plan: &'d Plan,
    bonds: &'d Bonds,
    index: &'d [Entry],
}

/// One way to lay the plan out, with its tags once somebody wants them.
struct Draft {
    placed: places::Places,
    routes: Vec<Route>,
    tags: Vec<Tag>,
    arcs: Vec<Arc>,
    rings: Vec<Vec<Vec<Side>>>,
    crossings: usize,
    /// Pairs whose way found no room, or whose tag.
    left_out: Vec<Pair>,
}

impl Drafting<'_> {
    /// The best of some drafts in which every tag has a place; else the one that lacks the fewest, with
    /// countries grown where a tag had none.
    fn best(&self, known: &Lock) -> Draft {
        let lock = (!known.seats.is_empty()).then_some(known);
        let mut drafts: Vec<Draft> = places::places(self.plan, self.bonds, lock)
            .into_iter()
            .map(|placed| self.draft(placed))
            .collect();
        drafts.sort_by_key(Draft::price);
        let mut best: Option<Draft> = None;
        for draft in drafts {
            let draft = self.roomy(draft, known.left_out);
            let lacks = draft.left_out.len();
            if best.as_ref().is_none_or(|best| lacks < best.left_out.len()) {
                best = Some(draft);
            }
            if lacks <= known.left_out {
                break;
            }
        }
        best.expect("there is one draft at least")
    }

    /// A draft with its tags, and with countries grown where a tag had no place.
    fn roomy(&self, mut best: Draft, most: usize) -> Draft {
        self.tag(&mut best);
        for time in 0..MOST_ROOM {
            if best.left_out.len() <= most {
                break;
            }
            let roomier = places::roomier(self.plan, self.bonds, &best.placed.discs, &best.left_out, time);
            let mut draft = self.draft(roomier);
            self.tag(&mut draft);
            if draft.left_out.len() <= best.left_out.len() {
                best = draft;
            }
        }
        best
    }

    fn draft(&self, placed: places::Places) -> Draft {
        let pairs = &self.bonds.pairs;
        let is_large = self.bonds.count > places::SMALL_MAP;
        let effort = routes::Effort {
            rounds: if is_large || pairs.len() > 3 * self.bonds.count { 1 } else { 2 },
            is_quick: is_large,
        };
        let routes = routes::routes(&placed.territory, &placed.labels, pairs, effort);
        let (arcs, rings) = borders::borders(&placed.territory, self.bonds.count);
        let crossings = routes::crossings(&routes);
        Draft { placed, routes, tags: Vec::new(), arcs, rings, crossings, left_out: Vec::new() }
    }

    /// Gives each way its tag, and takes away those for whose tag there is no place.
    fn tag(&self, draft: &mut Draft) {
        let ground = tags::Ground {
            territory: &draft.placed.territory,
            labels: &draft.placed.labels,
            index: self.index,
            named: self.bonds.count <= tags::MOST_NAMED,
        };
        let tags = tags::tags(&ground, &draft.routes);
        let routes = std::mem::take(&mut draft.routes);
        let count = routes.len();
        for (route, tag) in routes.into_iter().zip(tags) {
            let Some(tag) = tag else { continue };
            draft.tags.push(Tag { route: draft.routes.len(), ..tag });
            draft.routes.push(route);
        }
        if draft.routes.len() < count {
            draft.crossings = routes::crossings(&draft.routes);
        }
        let has_way = |pair: &&Pair| draft.routes.iter().any(|route| route.ends == **pair);
        draft.left_out = self.bonds.pairs.iter().filter(|pair| !has_way(pair)).copied().collect();
    }
}

impl Draft {
    /// Fewer crossings and more neighbours are better; a border is worth three crossings.
    fn price(&self) -> i64 {
        let mut borders: Vec<Pair> = self
            .arcs
            .iter()
            .filter_map(|arc| Some((arc.left?.min(arc.right?), arc.left?.max(arc.right?))))
            .collect();
        borders.sort_unstable();
        borders.dedup();
        self.crossings as i64 - 3 * borders.len() as i64
    }
}

/// One colour for each country, which all its provinces share.
fn colours(plan: &Plan, bonds: &Bonds, discs: &discs::Discs, arcs: &[Arc], lock: &Lock) -> Vec<usize> {
    let country = &bonds.country;
    let mut borders = vec![Vec::new(); bonds.count];
    for (left, right) in arcs.iter().filter_map(|arc| arc.left.zip(arc.right)) {
        let (left, right) = (country[left], country[right]);
        if left != right {
            borders[left].push(right);
            borders[right].push(left);
        }
    }
    let mut straits = vec![Vec::new(); bonds.count];
    for one in 0..bonds.count {
        for other in (0..bonds.count).filter(|other| country[*other] != country[one]) {
            if discs.touch(one, other) {
                straits[country[one]].push(country[other]);
            }
        }
    }
    for (around, across) in borders.iter_mut().zip(&mut straits) {
        around.sort_unstable();
        around.dedup();
        across.sort_unstable();
        across.dedup();
        across.retain(|other| !around.contains(other));
    }
    let chosen: Vec<Option<usize>> =
        plan.states.iter().map(|state| lock.seats.get(&state.name).map(|seat| seat.colour)).collect();
    let colours = colours::Palette { borders: &borders, straits: &straits, chosen: &chosen }.colours();
    country.iter().map(|country| colours[*country]).collect()
}

impl Sheet {
    /// What the next layout shall keep.
    pub fn lock(&self) -> Lock {
        let seats = self.names.iter().cloned().zip(self.seats.iter().copied());
        let number =
            |entry: &Entry| entry.number.trim_start_matches(|sign: char| !sign.is_ascii_digit()).parse();
        let entries = self.keys.iter().zip(&self.index);
        let numbers = entries.flat_map(|(keys, entry)| keys.iter().map(move |key| (key, number(entry))));
        Lock {
            seats: seats.collect(),
            numbers: numbers.filter_map(|(key, number)| Some((key.clone(), number.ok()?))).collect(),
            kind: Some(SheetKind::Land),
            left_out: self.tight,
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
