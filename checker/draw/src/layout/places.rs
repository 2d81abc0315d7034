//! From nothing, or from the lock, to discs whose countries have room for all their labels.

use super::blocks::{Block, blocks, wanted_area};
use super::bonds::{Bonds, Pair};
use super::discs::Discs;
use super::labels::{Label, Written};
use super::lock::{Lock, Seat, tenths};
use super::necks;
use super::plan::{Plan, size};
use super::point::Point;
use super::search::Search;
use super::start::start;
use super::tags::MOST_NAMED;
use super::territory::{Territory, bounds, coarse_areas};

/// So many moves a cold search tries on a plan of 30 contexts; others get the same time.
const MOVES: usize = 26_000;
/// So many places a search begins with, on a small map and on a large one.
const SEEDS: (u64, u64) = (4, 2);
/// So many of them are drawn.
const DRAWN: (usize, usize) = (2, 1);
/// So many small moves each context makes whenever radii have changed.
const SETTLED: (usize, usize) = (60, 24);
const THRESHOLD: f64 = 140.0;
/// The same for small improvements.
const SETTLING: f64 = 10.0;
/// A border of fewer pixels is none once there are coasts, and what it costs that there is none.
const LEAST_BORDER: f64 = 12.0;
const MISSING: f64 = 60.0;
/// A hub's coast has room for so many at most.
const MOST_LEAVES: usize = 40;
/// How often countries may grow until all labels fit.
const MOST_ROUNDS: usize = 24;
/// By so much each time; after some rounds, by so much more each time that this was not enough.
const GROWTH: f64 = 1.07;
const PATIENCE: (usize, usize) = (6, 2);
const HASTE: (f64, f64) = (0.02, 0.04);

/// Above so many contexts a map is large: fewer ways to lay it out are tried, and only what lies near a
/// change is moved for its sake.
pub(crate) const SMALL_MAP: usize = 60;

/// The largest picture that a lock may ask for, in square pixels, and so much more for each context.
const LARGEST: f64 = 4e6;
const LARGEST_EACH: f64 = 4e5;

/// Where everything lies.
pub(crate) struct Places {
    pub(crate) discs: Discs,
    pub(crate) territory: Territory,
    pub(crate) labels: Vec<Label>,
}

/// Some ways to lay out a plan, of which the caller takes the best; with a lock there is but one.
pub(crate) fn places(plan: &Plan, bonds: &Bonds, lock: Option<&Lock>) -> Vec<Places> {
    let blocks = blocks(plan, bonds);
    let named = bonds.count <= MOST_NAMED;
    let area = |state: usize| {
        wanted_area(&blocks[state], size(plan.states[state].lines), bonds.of[state].len(), named)
    };
    let mut areas: Vec<f64> = (0..bonds.count).map(area).collect();
    let coasts: Vec<f64> = (0..bonds.count).map(|state| area_for_coast(state, bonds, &areas)).collect();
    areas.iter_mut().zip(coasts).for_each(|(area, coast)| *area = area.max(coast));
    let lock = lock.filter(|lock| is_sane(lock, plan));
    let seat = |name: &str| lock.and_then(|lock| lock.seats.get(name));
    let known: Vec<bool> = plan.states.iter().map(|state| seat(&state.name).is_some()).collect();
    if !known.iter().any(|known| *known) {
        let mut found: Vec<(f64, Discs)> = (0..of_size(bonds, SEEDS))
            .map(|seed| cold(bonds, &areas, seed))
            .map(|discs| (lacks(bonds, &discs), discs))
            .collect();
        found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let best = found.into_iter().take(of_size(bonds, DRAWN));
        return best.map(|(_, discs)| grown(bonds, &blocks, discs, false)).collect();
    }
    let mut discs = Discs::default();
    for (state, area) in plan.states.iter().zip(&areas) {
        let seat = seat(&state.name);
        discs.centre.push(seat.map_or_else(Point::default, |seat| seat.at));
        // The radius goes with the root of the area.
        let resized = |seat: &Seat| seat.reach * (size(state.lines) / size(seat.lines)).sqrt();
        discs.radius.push(seat.map_or_else(|| radius(*area), resized));
    }
    let mut discs = join(bonds, discs, &known);
    let is_resized = |state: usize| {
        let state = &plan.states[state];
        seat(&state.name).is_some_and(|seat| size(seat.lines) != size(state.lines))
    };
    if (0..bonds.count).any(is_resized) {
        let home = discs.centre.clone();
        let near = around(&discs, is_resized);
        settle(bonds, &mut discs, Some(&home), near, 40);
    }
    vec![grown(bonds, &blocks, discs, true)]
}

/// The first for a small map, the second for a large one.
fn of_size<T>(bonds: &Bonds, (small, large): (T, T)) -> T {
    if bonds.count <= SMALL_MAP { small } else { large }
}

/// The land that a hub needs so that all who have little but it find a place on its coast, side by side.
fn area_for_coast(hub: usize, bonds: &Bonds, areas: &[f64]) -> f64 {
    let own = bonds.of[hub].len();
    let is_leaf = |partner: &usize| bonds.of[*partner].len() * 3 <= own;
    let leaves: Vec<f64> =
        bonds.partners(hub).filter(is_leaf).take(MOST_LEAVES).map(|leaf| radius(areas[leaf])).collect();
    // So many find room around any disc of the same size.
    if leaves.len() <= 6 {
        return 0.0;
    }
    // Strangers stand a little further from each other than their discs reach.
    let around: f64 = leaves.iter().map(|leaf| 2.06 * leaf).sum();
    let mean = leaves.iter().sum::<f64>() / leaves.len() as f64;
    let reach = around / std::f64::consts::TAU - 0.85 * mean;
    let bare = (reach / 1.06).max(0.0);
    bare * bare * std::f64::consts::PI
}

/// The same discs, with more room about pairs whose way or tag had none; on a large map with more each time.
pub(crate) fn roomier(plan: &Plan, bonds: &Bonds, discs: &Discs, tight: &[Pair], time: usize) -> Places {
    let blocks = blocks(plan, bonds);
    let mut discs = discs.clone();
    let growth = GROWTH + of_size(bonds, (0.0, HASTE.1)) * time as f64;
    let mut grown = vec![false; bonds.count];
    for state in tight.iter().flat_map(|(a, b)| [*a, *b]) {
        if !std::mem::replace(&mut grown[state], true) {
            discs.radius[state] *= growth;
        }
    }
    let home = discs.centre.clone();
    let near = around(&discs, |state| grown[state]);
    settle(bonds, &mut discs, Some(&home), near, 40);
    self::grown(bonds, &blocks, discs, true)
}

/// Lets countries grow until they have room for their labels. If firm, the others stay where they are as
/// far as they can.
fn grown(bonds: &Bonds, blocks: &[Vec<Block>], mut discs: Discs, firm: bool) -> Places {
    let home = discs.centre.clone();
    let mut growth = vec![GROWTH; bonds.count];
    let mut written = Written::default();
    let mut round = 0;
    loop {
        rounded(&mut discs);
        let territory = Territory::new(&discs, bonds);
        let (labels, small) = written.labels(&territory, bonds, blocks);
        round += 1;
        if small.is_empty() {
            return joined(bonds, blocks, Places { discs, territory, labels }, written);
        }
        if round > MOST_ROUNDS {
            return Places { discs, territory, labels };
        }
        for state in &small {
            discs.radius[*state] *= growth[*state];
            growth[*state] += if round > of_size(bonds, PATIENCE) { of_size(bonds, HASTE) } else { 0.0 };
        }
        let near = around(&discs, |state| small.contains(&state));
        settle(bonds, &mut discs, firm.then_some(&home), near, 40);
    }
}

/// Some contexts and all whose discs reach theirs; of a small map all contexts, since more is found so.
fn around(discs: &Discs, is_one: impl Fn(usize) -> bool) -> Vec<usize> {
    let all = 0..discs.count();
    if discs.count() <= SMALL_MAP {
        return all.collect();
    }
    let ones: Vec<usize> = all.clone().filter(|state| is_one(*state)).collect();
    all.filter(|state| ones.iter().any(|one| one == state || discs.touch(*one, *state))).collect()
}

/// The same with necks of land, as far as all labels still have their room.
fn joined(bonds: &Bonds, blocks: &[Vec<Block>], places: Places, mut known: Written) -> Places {
    let Places { discs, mut territory, mut labels } = places;
    necks::join(&mut territory, bonds, &mut |territory| {
        let (written, small) = known.labels(territory, bonds, blocks);
        if small.is_empty() {
            labels = written;
        }
        small.is_empty()
    });
    Places { discs, territory, labels }
}

/// Whether a lock's seats lie so near each other that they make a picture. One that was written by hand
/// or by a bad merge may ask for oceans.
fn is_sane(lock: &Lock, plan: &Plan) -> bool {
    let seats = plan.states.iter().filter_map(|state| lock.seats.get(&state.name));
    let mut discs = Discs::default();
    for seat in seats {
        discs.centre.push(seat.at);
        discs.radius.push(seat.reach);
    }
    let bounds = bounds(&discs);
    bounds.width * bounds.height < LARGEST + LARGEST_EACH * discs.count() as f64
}

/// A disc has this radius to have that area, when neighbours take a little of it.
fn radius(area: f64) -> f64 {
    1.06 * (area / std::f64::consts::PI).sqrt()
}

fn rounded(discs: &mut Discs) {
    for centre in &mut discs.centre {
        *centre = Point::new(tenths(centre.x), tenths(centre.y));
    }
    for radius in &mut discs.radius {
        *radius = tenths(*radius);
    }
}

/// All places anew.
fn cold(bonds: &Bonds, areas: &[f64], seed: u64) -> Discs {
    let radii: Vec<f64> = areas.iter().map(|area| radius(*area)).collect();
    let all = (0..bonds.count).collect();
    let mut search = Search::new(bonds, start(bonds, &radii, seed), all, seed + 77);
    search.run(effort(bonds), THRESHOLD);
    let mut discs = search.discs;
    lie_down(&mut discs);
    for _ in 0..3 {
        fit(&mut discs, bonds, areas);
        settle(bonds, &mut discs, None, (0..bonds.count).collect(), of_size(bonds, SETTLED));
    }
    discs
}

/// What a search left to be wished for: borders above all.
fn lacks(bonds: &Bonds, discs: &Discs) -> f64 {
    let is_missing =
        |pair: &&Pair| bonds.may_touch(pair.0, pair.1) && discs.border(pair.0, pair.1) < LEAST_BORDER;
    let missing = bonds.pairs.iter().filter(is_missing).count();
    let price = Search::new(bonds, discs.clone(), Vec::new(), 0).price();
    MISSING * missing as f64 + 0.2 * price
}

/// A picture is wider than high: what is higher is mirrored at the diagonal.
fn lie_down(discs: &mut Discs) {
    let bounds = bounds(discs);
    if bounds.height > bounds.width {
        for centre in &mut discs.centre {
            *centre = Point::new(centre.y, centre.x);
        }
    }
}

/// Fewer moves where each costs more, and where there is little to find.
fn effort(bonds: &Bonds) -> usize {
    let pairs = bonds.pairs.len();
    let degree = 2 * pairs / bonds.count.max(1) + 1;
    let cost = degree * (pairs + bonds.count) + pairs + 20 * bonds.count;
    (MOVES * 1100 / cost.max(1)).clamp(1500, MOVES).min(2500 * bonds.count)
}

/// Pushes harder where a country has less land than it wants.
fn fit(discs: &mut Discs, bonds: &Bonds, areas: &[f64]) {
    for _ in 0..4 {
        let have = coarse_areas(discs, bonds);
        for (state, wanted) in areas.iter().enumerate() {
            let share = (wanted / have[state].max(wanted / 4.0)).clamp(0.8, 1.3);
            // The radius goes with the root of the area; half of the way at a time.
            discs.radius[state] = (discs.radius[state] * share.sqrt().sqrt()).max(0.92 * radius(*wanted));
        }
    }
}

/// Lets some discs find better places near by, with so many moves for each; with a home, they are loath to
/// leave it.
fn settle(bonds: &Bonds, discs: &mut Discs, home: Option<&Vec<Point>>, free: Vec<usize>, each: usize) {
    let moves = each * free.len();
    let mut search = Search::new(bonds, discs.clone(), free, 7).near_home(home).firm();
    if home.is_some() {
        search.nudge(moves);
    } else {
        search.run(moves, SETTLING);
    }
    *discs = search.discs;
}

/// Places those that the lock does not know, beside those whom they talk to; the others stay.
fn join(bonds: &Bonds, discs: Discs, known: &[bool]) -> Discs {
    let new: Vec<usize> = (0..bonds.count).filter(|state| !known[*state]).collect();
    if new.is_empty() {
        return discs;
    }
    let mut order = new.clone();
    order
        .sort_by_key(|state| std::cmp::Reverse(bonds.partners(*state).filter(|other| known[*other]).count()));
    let mut discs = discs;
    let mut settled = known.to_vec();
    for state in order {
        discs.centre[state] = best_seat(bonds, &discs, &settled, state);
        settled[state] = true;
    }
    let home = discs.centre.clone();
    let mut search = Search::new(bonds, discs, new, 5);
    search.nudge(400);
    discs = search.discs;
    settle(bonds, &mut discs, Some(&home), (0..bonds.count).collect(), 60);
    discs
}

/// The best place at the side of one, or between two, of those that have theirs.
fn best_seat(bonds: &Bonds, discs: &Discs, settled: &[bool], state: usize) -> Point {
    let others: Vec<usize> = (0..bonds.count).filter(|other| settled[*other] && *other != state).collect();
    let partners: Vec<usize> =
        others.iter().copied().filter(|other| bonds.may_touch(state, *other)).collect();
    // Those that have no place yet count for nothing: they lie far away, and talk to nobody.
    let far = |other: usize| !settled[other] && other != state;
    let mut trial = discs.clone();
    for other in (0..bonds.count).filter(|other| far(*other)) {
        trial.centre[other] = Point::new(1e7 * (other + 1) as f64, 1e7);
    }
    let mut search = Search::new(bonds, trial, vec![state], 3);
    let mut best = (f64::INFINITY, Point::default());
    for beside in if partners.is_empty() { &others } else { &partners } {
        for direction in DIRECTIONS {
            let away = 0.9 * (discs.radius[state] + discs.radius[*beside]);
            let place = discs.centre[*beside] + Point::new(direction.0, direction.1) * away;
            let price = search.price_at(state, place);
            if price < best.0 {
                best = (price, place);
            }
        }
    }
    best.1
}

/// Sixteen directions, as good as evenly.
const DIRECTIONS: [(f64, f64); 16] = [
    (1.0, 0.0),
    (0.924, 0.383),
    (0.707, 0.707),
    (0.383, 0.924),
    (0.0, 1.0),
    (-0.383, 0.924),
    (-0.707, 0.707),
    (-0.924, 0.383),
    (-1.0, 0.0),
    (-0.924, -0.383),
    (-0.707, -0.707),
    (-0.383, -0.924),
    (0.0, -1.0),
    (0.383, -0.924),
    (0.707, -0.707),
    (0.924, -0.383),
];
