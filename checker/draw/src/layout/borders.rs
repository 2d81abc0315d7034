//! Borders as arcs between junctions, each stored once with its owner on either side, so that no two
//! countries can overlap and none can leave a gap.

use super::point::{Point, crossing_pieces};
use super::raster::Raster;
use super::sheet::flattened;
use super::territory::{SEA, Territory};

/// A piece of border between two junctions, or a closed line.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// The control points of a quadratic B-spline. A closed line repeats none.
    pub points: Vec<Point>,
    pub closed: bool,
    /// Who lies to the left and to the right, as one walks; none is the sea.
    pub left: Option<usize>,
    pub right: Option<usize>,
}

/// Some arc, and whether it is walked from its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    pub arc: usize,
    pub backwards: bool,
}

/// How often borders are smoothed; less where smooth ones would cross, as they may in a narrow strait.
const PASSES: [usize; 4] = [6, 3, 1, 0];

/// All arcs of a territory, and of each context the rings that they make, each with its land to the left.
pub(crate) fn borders(territory: &Territory, count: usize) -> (Vec<Arc>, Vec<Vec<Vec<Side>>>) {
    let (edges, corners) = traced(territory);
    let rings = (0..count).map(|context| rings(context, &edges, &corners)).collect();
    for passes in PASSES {
        let arcs = smooth(&edges, &corners, passes);
        if crossing(&arcs).is_none() {
            return (arcs, rings);
        }
    }
    (edges, rings)
}

/// Two arcs that cross, or one that crosses itself.
pub(crate) fn crossing(arcs: &[Arc]) -> Option<(usize, usize)> {
    let mut pieces = Vec::new();
    for (place, arc) in arcs.iter().enumerate() {
        let mut line = flattened(&arc.points, arc.closed);
        if arc.closed {
            line.extend(line.first().copied());
        }
        pieces.extend(line.windows(2).map(|ends| (place, ends[0], ends[1])));
    }
    crossing_pieces(pieces).next()
}

/// Where an arc begins, the arc walked from there, and where it ends.
type Corner = (Vertex, Side, Vertex);

/// The arcs as the edges of cells, and all that begin and end at each corner.
fn traced(territory: &Territory) -> (Vec<Arc>, Vec<Corner>) {
    let mut arcs = Tracer::new(territory).trace();
    arcs.sort_by_key(|(vertices, ..)| vertices.iter().copied().min());
    let mut corners: Vec<Corner> = Vec::new();
    let mut drawn = Vec::new();
    for (place, (vertices, closed, left, right)) in arcs.iter().enumerate() {
        let (first, last) = (vertices[0], *vertices.last().expect("an arc has points"));
        corners.push((first, Side { arc: place, backwards: false }, last));
        corners.push((last, Side { arc: place, backwards: true }, first));
        let points = vertices.iter().map(|vertex| position(&territory.raster, *vertex)).collect();
        let owner = |owner: u16| (owner != SEA).then_some(usize::from(owner));
        drawn.push(Arc { points, closed: *closed, left: owner(*left), right: owner(*right) });
    }
    (drawn, corners)
}

/// A corner where three cells meet: twice the number of the upper or left one of them, and one more if
/// the corner is its lowest.
type Vertex = usize;

fn position(raster: &Raster, vertex: Vertex) -> Point {
    let cells = cells(raster, vertex);
    let sum = cells.iter().fold(Point::default(), |sum, cell| sum + raster.centre(*cell));
    sum * (1.0 / 3.0)
}

/// The three cells around a corner.
fn cells(raster: &Raster, vertex: Vertex) -> [usize; 3] {
    let cell = vertex / 2;
    let [east, south_east, south_west, ..] = raster.neighbours(cell);
    if vertex.is_multiple_of(2) { [cell, east, south_east] } else { [cell, south_east, south_west] }
}

struct Tracer<'t> {
    territory: &'t Territory,
    /// Of each corner the borders that are walked already, as bits.
    used: Vec<u8>,
}

/// Corners in order, whether closed, and who is left and right.
type Trace = (Vec<Vertex>, bool, u16, u16);

impl<'t> Tracer<'t> {
    fn new(territory: &'t Territory) -> Self {
        Tracer { territory, used: vec![0; 2 * territory.raster.count()] }
    }

    fn trace(mut self) -> Vec<Trace> {
        let corners: Vec<Vertex> =
            self.territory.raster.inner().flat_map(|cell| [2 * cell, 2 * cell + 1]).collect();
        let mut traces = Vec::new();
        for junctions in [true, false] {
            for corner in &corners {
                let ways = self.ways(*corner);
                let count = ways.iter().filter(|way| way.is_some()).count();
                if count == 0 || (count == 3) != junctions {
                    continue;
                }
                for (way, border) in ways.iter().enumerate() {
                    if border.is_some() && self.used[*corner] & (1 << way) == 0 {
                        traces.push(self.walk(*corner, way));
                        // Of a closed line the two directions are one.
                        if !junctions {
                            break;
                        }
                    }
                }
            }
        }
        traces
    }

    /// Where borders lead from a corner: the next corner, and the owners left and right.
    fn ways(&self, vertex: Vertex) -> [Option<(Vertex, u16, u16)>; 3] {
        let raster = &self.territory.raster;
        let cell = vertex / 2;
        if !raster.is_inner(cell) {
            return [None; 3];
        }
        let [east, south_east, south_west, west, _, north_east] = raster.neighbours(cell);
        // The next corner, and the cells to its left and right on the way there.
        let ways = if vertex.is_multiple_of(2) {
            [
                (2 * north_east + 1, cell, east),
                (2 * cell + 1, south_east, cell),
                (2 * east + 1, east, south_east),
            ]
        } else {
            [
                (2 * cell, cell, south_east),
                (2 * west, south_west, cell),
                (2 * south_west, south_east, south_west),
            ]
        };
        ways.map(|(next, left, right)| {
            let owner = |cell: usize| self.territory.owner[cell];
            (owner(left) != owner(right)).then(|| (next, owner(left), owner(right)))
        })
    }

    /// From a corner along one of its borders, to the next junction or back again.
    fn walk(&mut self, from: Vertex, way: usize) -> Trace {
        let mut line = vec![from];
        let (mut at, mut way) = (from, way);
        let (_, left, right) = self.ways(from)[way].expect("only borders are walked");
        loop {
            self.used[at] |= 1 << way;
            let (next, ..) = self.ways(at)[way].expect("only borders are walked");
            let ways = self.ways(next);
            // The same border, seen from its other end.
            let back = (0..3).find(|way| ways[*way].is_some_and(|(end, ..)| end == at));
            let back = back.expect("a border has two ends");
            self.used[next] |= 1 << back;
            if next == from {
                return (line, true, left, right);
            }
            line.push(next);
            if ways.iter().all(Option::is_some) {
                return (line, false, left, right);
            }
            let Some(on) = (0..3).find(|way| *way != back && ways[*way].is_some()) else {
                return (line, false, left, right);
            };
            (at, way) = (next, on);
        }
    }
}

/// The rings of a context: arcs that follow each other with it to the left.
fn rings(context: usize, arcs: &[Arc], corners: &[Corner]) -> Vec<Vec<Side>> {
    let mine = |side: Side| {
        let arc = &arcs[side.arc];
        (if side.backwards { arc.right } else { arc.left }) == Some(context)
    };
    let own: Vec<_> = corners.iter().copied().filter(|(_, side, _)| mine(*side)).collect();
    let mut taken = vec![false; own.len()];
    let mut rings = Vec::new();
    for begin in 0..own.len() {
        if taken[begin] {
            continue;
        }
        let mut ring = Vec::new();
        let mut at = begin;
        loop {
            taken[at] = true;
            ring.push(own[at].1);
            if arcs[own[at].1.arc].closed || own[at].2 == own[begin].0 {
                break;
            }
            let next = (0..own.len()).find(|next| !taken[*next] && own[*next].0 == own[at].2);
            let Some(next) = next else { break };
            at = next;
        }
        rings.push(ring);
    }
    rings
}

/// Rounds the corners of cells off. A shared point is moved once, for both its owners.
fn smooth(edges: &[Arc], corners: &[Corner], passes: usize) -> Vec<Arc> {
    let mut arcs = edges.to_vec();
    for _ in 0..passes {
        let before: Vec<Vec<Point>> = arcs.iter().map(|arc| arc.points.clone()).collect();
        for (arc, old) in arcs.iter_mut().zip(&before) {
            let count = old.len();
            for place in 0..count {
                if !arc.closed && (place == 0 || place + 1 == count) {
                    continue;
                }
                let (previous, next) = (old[(place + count - 1) % count], old[(place + 1) % count]);
                arc.points[place] = (previous + old[place] * 2.0 + next) * 0.25;
            }
        }
        move_junctions(&mut arcs, corners, &before);
    }
    if passes > 1 {
        arcs.iter_mut().for_each(thin);
    }
    arcs
}

fn move_junctions(arcs: &mut [Arc], corners: &[Corner], before: &[Vec<Point>]) {
    let mut ends: Vec<(usize, Side)> =
        corners.iter().filter(|(_, side, _)| !arcs[side.arc].closed).map(|end| (end.0, end.1)).collect();
    ends.sort_by_key(|(vertex, side)| (*vertex, side.arc, side.backwards));
    for group in ends.chunk_by(|a, b| a.0 == b.0) {
        let point = |side: Side, place: usize| {
            let points = &before[side.arc];
            if side.backwards { points[points.len() - 1 - place] } else { points[place] }
        };
        let own = point(group[0].1, 0);
        let sum = group.iter().fold(Point::default(), |sum, (_, side)| sum + point(*side, 1));
        let moved = own.towards(sum * (1.0 / group.len() as f64), 0.5);
        for (_, side) in group {
            let points = &mut arcs[side.arc].points;
            let place = if side.backwards { points.len() - 1 } else { 0 };
            points[place] = moved;
        }
    }
}

/// Every third point is enough, once they are smooth; every other one of a short line. Near junctions,
/// where lines are close to each other, all stay.
fn thin(arc: &mut Arc) {
    let count = arc.points.len();
    if count < 8 {
        return;
    }
    let every = if count < 24 { 2 } else { 3 };
    let kept = arc.points.iter().enumerate();
    let is_end = |place: usize| !arc.closed && (place < 4 || place + 4 >= count);
    let kept = kept.filter(|(place, _)| place % every == 0 || is_end(*place));
    arc.points = kept.map(|(_, point)| *point).collect();
}
