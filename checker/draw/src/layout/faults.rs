//! Whether a sheet keeps the rules of the picture, asked of its geometry and of nothing else.

use super::bonds::Bonds;
use super::borders::crossing;
use super::index;
use super::lines::Lines;
use super::plan::Plan;
use super::point::{Point, Rect};
use super::sheet::{Sheet, flattened};
use super::tags::{AT, Tag, strands};
use std::collections::BTreeMap;

/// How far a way may stray into a third country, in pixels: along its border, not through it.
const RIM: f64 = 11.5;

/// The rules that a sheet is asked about, each with what it says. I6, that the same map gives the same
/// picture, and I7, that a lock keeps it, are about more than one sheet: tests hold them.
pub const RULES: [(&str, &str); 7] = [
    ("I1", "each context is one connected region"),
    ("I2", "no two regions overlap"),
    (
        "I3",
        "only those share a border that exchange topics or calls, may name each other's items, or lie within one context",
    ),
    ("I4", "no way leads through a third context"),
    ("I5", "every label lies inside its own context and overlaps no other"),
    ("I8", "every way bears a tag, and every tag belongs to one way"),
    ("I9", "a tag stands on land of its ends, or on water"),
];

/// The rule of a matrix.
pub const CELLS: (&str, &str) =
    ("M1", "every topic, call, use and crossing is in the cell of its two contexts");

/// A rule of the picture that a sheet breaks, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// One of [`RULES`], or that of [`CELLS`].
    pub rule: &'static str,
    pub what: String,
}

impl Sheet {
    /// What breaks one of the [`RULES`].
    pub fn faults(&self, plan: &Plan) -> Vec<Fault> {
        let mut found = Found { sheet: self, land: Vec::new(), faults: Vec::new() };
        found.land = self.regions.iter().map(|region| Land::new(self, &region.rings)).collect();
        found.connected();
        found.apart();
        found.neighbours(plan);
        found.ways();
        found.writing();
        found.tagged();
        found.abroad();
        found.faults
    }
}

/// How high the bands are in which the sides of a region are looked up, in pixels.
const BAND: f64 = 24.0;

/// A region as polygons.
struct Land {
    rings: Vec<Vec<Point>>,
    bounds: Rect,
    /// The sides that reach into each band, from the top.
    bands: Vec<Vec<(Point, Point)>>,
}

impl Land {
    fn new(sheet: &Sheet, rings: &[Vec<super::borders::Side>]) -> Land {
        let rings: Vec<Vec<Point>> = rings.iter().map(|ring| sheet.polygon(ring)).collect();
        let bounds = Rect::holding(rings.iter().flatten().copied());
        let mut land = Land { bands: vec![Vec::new(); (bounds.height / BAND) as usize + 1], rings, bounds };
        let sides: Vec<(Point, Point)> = land.sides().collect();
        for (a, b) in sides {
            for band in land.band(a.y.min(b.y))..=land.band(a.y.max(b.y)) {
                land.bands[band].push((a, b));
            }
        }
        land
    }

    fn band(&self, y: f64) -> usize {
        (((y - self.bounds.y) / BAND) as usize).min(self.bands.len() - 1)
    }

    /// By the rule of even and odd.
    fn holds(&self, point: Point) -> bool {
        if !self.bounds.holds(point) {
            return false;
        }
        let mut inside = false;
        for (a, b) in &self.bands[self.band(point.y)] {
            if (a.y > point.y) != (b.y > point.y)
                && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)
            {
                inside = !inside;
            }
        }
        inside
    }

    fn sides(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        self.rings
            .iter()
            .flat_map(|ring| (0..ring.len()).map(move |place| (ring[place], ring[(place + 1) % ring.len()])))
    }

    /// Whether any of it lies in a box.
    fn touches(&self, bounds: &Rect) -> bool {
        self.holds(bounds.centre()) || self.sides().any(|(a, b)| bounds.meets(a, b))
    }

    /// Whether a side of it is nearer than that.
    fn is_shore(&self, point: Point, near: f64) -> bool {
        let mut bands = self.bands[self.band(point.y - near)..=self.band(point.y + near)].iter().flatten();
        bands.any(|(a, b)| point.to_segment(*a, *b) <= near)
    }
}

struct Found<'s> {
    sheet: &'s Sheet,
    land: Vec<Land>,
    faults: Vec<Fault>,
}

impl Found<'_> {
    fn add(&mut self, rule: &'static str, what: String) {
        self.faults.push(Fault { rule, what });
    }

    fn name(&self, state: usize) -> &str {
        &self.sheet.names[state]
    }

    /// I1: one outline; all other rings are lakes in it, which turn the other way.
    fn connected(&mut self) {
        for state in 0..self.land.len() {
            let outlines = self.land[state].rings.iter().filter(|ring| turn(ring) < 0.0).count();
            if outlines != 1 {
                self.add("I1", format!("{} has {outlines} pieces of land", self.name(state)));
            }
        }
    }

    /// I2: borders are stored once, so countries overlap only where two of them cross.
    fn apart(&mut self) {
        if let Some((one, other)) = crossing(&self.sheet.arcs) {
            self.add("I2", format!("borders {one} and {other} cross"));
        }
    }

    /// I3.
    fn neighbours(&mut self, plan: &Plan) {
        let plan = plan.canonical();
        let bonds = Bonds::new(&plan, &index::index(&plan, &BTreeMap::new()));
        for arc in &self.sheet.arcs {
            if let (Some(left), Some(right)) = (arc.left, arc.right)
                && !bonds.may_touch(left, right)
            {
                let what =
                    format!("{} and {} share a border and nothing else", self.name(left), self.name(right));
                self.add("I3", what);
            }
        }
    }

    /// I4.
    fn ways(&mut self) {
        for route in &self.sheet.routes {
            let line = flattened(&route.points, false);
            let bounds = Rect::holding(line.iter().copied());
            for state in 0..self.land.len() {
                let land = &self.land[state];
                if state == route.ends.0 || state == route.ends.1 || !land.bounds.overlaps(&bounds) {
                    continue;
                }
                let inside = |point: &&Point| land.holds(**point) && !land.is_shore(**point, RIM);
                if let Some(point) = line.iter().find(inside) {
                    let (a, b) = (self.name(route.ends.0), self.name(route.ends.1));
                    let what = format!(
                        "{a} to {b} leads through {} at {:.0},{:.0}",
                        self.name(state),
                        point.x,
                        point.y
                    );
                    self.faults.push(Fault { rule: "I4", what });
                }
            }
        }
    }

    /// I5.
    fn writing(&mut self) {
        let labels = &self.sheet.labels;
        let mut faults = Vec::new();
        for (place, label) in labels.iter().enumerate() {
            let land = &self.land[label.state];
            let inside = label.bounds.corners().iter().all(|corner| land.holds(*corner));
            if !inside || land.sides().any(|(a, b)| label.bounds.meets(a, b)) {
                faults.push(format!("{:?} leaves {}", label.content, self.name(label.state)));
            }
            if labels[..place].iter().any(|other| other.bounds.overlaps(&label.bounds)) {
                faults.push(format!("{:?} lies on another label", label.content));
            }
        }
        let tags = &self.sheet.tags;
        for (place, tag) in tags.iter().enumerate() {
            if labels.iter().any(|label| label.bounds.overlaps(&tag.bounds))
                || tags[..place].iter().any(|other| other.bounds.overlaps(&tag.bounds))
            {
                faults.push(format!("the tag at {:?} lies on another label", tag.anchor));
            }
        }
        for (state, name) in self.sheet.names.iter().enumerate() {
            if !labels.iter().any(|label| label.state == state) {
                faults.push(format!("{name} has no title"));
            }
        }
        for what in faults {
            self.add("I5", what);
        }
    }
}

impl Found<'_> {
    /// I8.
    fn tagged(&mut self) {
        let strands = |route: &super::Route| strands(&self.sheet.index, route.ends);
        let lines = Lines::new(&self.sheet.routes, &strands);
        let mut faults = Vec::new();
        for (place, route) in self.sheet.routes.iter().enumerate() {
            let own: Vec<&Tag> = self.sheet.tags.iter().filter(|tag| tag.route == place).collect();
            let ends = (self.name(route.ends.0), self.name(route.ends.1));
            let [tag] = own[..] else {
                faults.push(format!("the way from {} to {} bears {} tags", ends.0, ends.1, own.len()));
                continue;
            };
            let is_led = tag.leader.is_some_and(|from| {
                let end = Rect::around(tag.anchor, 1.0, 1.0);
                tag.bounds.grown(1.0).holds(from)
                    && !lines.crossed(place, from, tag.anchor)
                    && lines.is_at(place, &end)
            });
            if !is_led && !lines.is_at(place, &tag.bounds.grown(AT)) {
                faults.push(format!("the tag from {} to {} is not at its way", ends.0, ends.1));
            }
            if lines.others(place, &tag.bounds) {
                faults.push(format!("another way leads below the tag from {} to {}", ends.0, ends.1));
            }
        }
        for what in faults {
            self.add("I8", what);
        }
    }

    /// I9.
    fn abroad(&mut self) {
        let mut faults = Vec::new();
        for tag in &self.sheet.tags {
            let ends = self.sheet.routes[tag.route].ends;
            for (state, land) in self.land.iter().enumerate() {
                let is_third = state != ends.0 && state != ends.1;
                if is_third && land.bounds.overlaps(&tag.bounds) && land.touches(&tag.bounds) {
                    let (a, b) = (self.name(ends.0), self.name(ends.1));
                    faults.push(format!("the tag from {a} to {b} stands on {}", self.name(state)));
                }
            }
        }
        for what in faults {
            self.add("I9", what);
        }
    }
}

/// Twice the area, with its sign: below 0 for land to the left of who walks it, y downwards.
fn turn(ring: &[Point]) -> f64 {
    (0..ring.len()).map(|place| ring[place].cross(ring[(place + 1) % ring.len()])).sum()
}
