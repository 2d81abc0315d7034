//! Mail, calls and journeys over the land and the sea.

use super::ink::{Ink, Path, number};
use super::{Picture, look};
use crate::layout::{APART, Fate, LineKind, Point, Route, STOP, Sheet};

/// How much wider than its strands the casing of a way is, which keeps it apart from any land.
const CASING: f64 = 3.2;

/// What goes along a way, both directions together.
struct Strand {
    kind: LineKind,
    forward: bool,
    backward: bool,
    items: usize,
    /// Of all that goes there; kept, unless it is the same for all.
    fate: Fate,
}

impl Picture<'_> {
    pub(super) fn ways(&self, ink: &mut Ink) {
        for (place, route) in self.sheet.routes.iter().enumerate() {
            let strands = self.strands(place);
            ink.raw(&format!("<g class=\"way\"{}>", self.way(route.ends.0, route.ends.1)));
            let line = stopped(&route.points, STOP);
            self.ground(ink, &strands, route.ends, &line);
            let apart = if strands.len() > 3 { 0.8 * APART } else { APART };
            let middle = (strands.len() as f64 - 1.0) / 2.0;
            for (place, strand) in strands.iter().enumerate() {
                self.strand(ink, strand, &beside(&line, (place as f64 - middle) * apart));
            }
            ink.raw("</g>");
        }
    }

    /// What lies below the strands of a way: the mark of a call ring, and the casing.
    fn ground(&self, ink: &mut Ink, strands: &[Strand], ends: (usize, usize), line: &[Point]) {
        let path = Path::open(line).data;
        let width = (strands.len() as f64 - 1.0) * APART + CASING;
        if strands.iter().any(|strand| strand.kind == LineKind::Call) && Sheet::is_in_ring(&self.rings, ends)
        {
            ink.raw(&format!(
                "<path class=\"ring\" d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-opacity=\"0.5\"/>",
                self.theme.forbidden,
                number(width + 6.0)
            ));
        }
        let mut fates = strands.iter().map(|strand| strand.fate);
        if let Some(colour) = fates.find_map(|fate| self.mark(fate)) {
            ink.raw(&format!(
                "<path class=\"changed\" d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" stroke-opacity=\"0.4\" stroke-linecap=\"round\"/>",
                number(width + 4.0)
            ));
        }
        ink.raw(&format!(
            "<path class=\"casing\" d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>",
            self.theme.plate,
            number(width)
        ));
    }

    /// Each kind once.
    fn strands(&self, route: usize) -> Vec<Strand> {
        let (a, b) = self.sheet.routes[route].ends;
        let mut strands: Vec<Strand> = Vec::new();
        for entry in &self.sheet.index {
            let (forward, backward) = (entry.goes(a, b), entry.goes(b, a));
            if !forward && !backward {
                continue;
            }
            let items = entry.names.len();
            match strands.iter_mut().find(|strand| strand.kind == entry.kind) {
                Some(strand) => {
                    strand.forward |= forward;
                    strand.backward |= backward;
                    strand.items += items;
                    strand.fate = if strand.fate == entry.fate { strand.fate } else { Fate::Kept };
                }
                None => strands.push(Strand { kind: entry.kind, forward, backward, items, fate: entry.fate }),
            }
        }
        strands
    }

    fn strand(&self, ink: &mut Ink, strand: &Strand, points: &[Point]) {
        let (colour, look) = (self.colour(strand.kind, strand.fate), look::stroke(strand.kind, strand.items));
        let path = Path::open(points).data;
        let kind = strand.kind.name();
        ink.raw(&format!("<path class=\"{kind}\" d=\"{path}\" fill=\"none\" stroke=\"{colour}\" {look}/>"));
        let count = points.len();
        if strand.forward {
            ink.raw(&arrow(points[count - 1], points[count - 2], kind, colour));
        }
        if strand.backward {
            ink.raw(&arrow(points[0], points[1], kind, colour));
        }
    }

    /// A process as it travels: a broad line below all ways, with its stops in their order.
    pub(super) fn journey(&self, ink: &mut Ink) {
        let Some(journey) = self.travelled() else { return };
        for leg in journey.stops.windows(2) {
            let number = |name: &str| self.sheet.names.iter().position(|other| other == name);
            let (Some(from), Some(to)) = (number(&leg[0].0), number(&leg[1].0)) else { continue };
            if from == to {
                continue;
            }
            let Some(Route { points, .. }) = self.sheet.route(from, to) else { continue };
            let path = Path::open(points).data;
            ink.raw(&format!(
                "<path class=\"journey\" d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"9\" stroke-opacity=\"0.38\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                self.theme.journey
            ));
        }
    }
}

/// A line without its last bit at either end.
fn stopped(points: &[Point], by: f64) -> Vec<Point> {
    let mut points = cut(points, by);
    points.reverse();
    points = cut(&points, by);
    points.reverse();
    points
}

fn cut(points: &[Point], by: f64) -> Vec<Point> {
    let mut left = by;
    for place in 1..points.len() {
        let step = points[place - 1].distance(points[place]);
        if step > left {
            let mut rest = vec![points[place - 1].towards(points[place], left / step)];
            rest.extend(&points[place..]);
            return rest;
        }
        left -= step;
    }
    points.to_vec()
}

/// The same line, so far to its left.
fn beside(points: &[Point], by: f64) -> Vec<Point> {
    let count = points.len();
    if by == 0.0 || count < 2 {
        return points.to_vec();
    }
    (0..count)
        .map(|place| {
            let along = points[(place + 1).min(count - 1)] - points[place.saturating_sub(1)];
            points[place] + along.unit().left() * by
        })
        .collect()
}

fn arrow(tip: Point, from: Point, kind: &str, colour: &str) -> String {
    let along = (tip - from).unit();
    let tail = tip - along * 7.5;
    let side = along.left() * 3.0;
    let (left, right) = (tail + side, tail - side);
    let at = |point: Point| format!("{} {}", number(point.x), number(point.y));
    format!("<path class=\"tip {kind}\" d=\"M{}L{}L{}Z\" fill=\"{colour}\"/>", at(tip), at(left), at(right))
}
